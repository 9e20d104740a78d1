//! Calls of result files. Who enters a laboratory's result may take its file; how it is read is the director's to say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::mapping::Mapping;
use super::rules::Why;
use super::{ResultFileId, ops, queries};
use crate::drug_test::{DrugTestId, LaboratoryResult, Phase, Reading, Validity};
use crate::kernel::router::{Call, Need, desk_op, desk_query, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::panel::LaboratoryId;

/// The request of `result_file.choose`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseResultFile {
    pub laboratory: LaboratoryId,
}

/// A column of the chosen file, with some of what it holds.
#[derive(Debug, Serialize, TS)]
pub struct FileColumn {
    pub head: String,
    /// Different values, the first ones of the file.
    pub values: Vec<String>,
}

/// What would become of a line.
#[derive(Debug, Serialize, TS)]
pub struct ResultLine {
    /// Counted from 1 with the head.
    pub line: i64,
    pub specimen: String,
    pub analyte: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<Reading>,
    pub reported: String,
    /// What differs from the panel and is taken all the same, a finished sentence; empty when nothing does.
    pub note: String,
    /// The stable name of why it is not taken.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// A finished sentence; empty for a line that is taken.
    pub reason: String,
}

/// What would become of a test.
#[derive(Debug, Serialize, TS)]
pub struct ResultTest {
    pub id: DrugTestId,
    pub number: String,
    pub client_name: String,
    pub on: NaiveDate,
    /// None while substances are pending and nothing is confirmed.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<LaboratoryResult>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<Validity>,
    /// Confirmed, by name.
    pub detected: Vec<String>,
    /// Still without an answer, by name.
    pub pending: Vec<String>,
    /// Which report it would be.
    pub report: i64,
    /// The last report already says this; nothing is written.
    pub same: bool,
}

/// What would become of the file.
#[derive(Debug, Serialize, TS)]
pub struct ResultPreview {
    pub lines: Vec<ResultLine>,
    pub tests: Vec<ResultTest>,
    pub refused: i64,
}

/// The chosen file.
#[derive(Debug, Serialize, TS)]
pub struct ChosenResultFile {
    /// Its own name.
    pub name: String,
    /// SHA-256, in hexadecimal.
    pub digest: String,
    pub columns: Vec<FileColumn>,
    pub lines: i64,
    /// When the same file came in before.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_at: Option<Moment>,
    /// None without a mapping, or when the file lacks one of its columns.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preview: Option<ResultPreview>,
    /// Why there is no preview.
    pub trouble: String,
}

/// The answer of `result_file.state`.
#[derive(Debug, Serialize, TS)]
pub struct ResultFileState {
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub laboratory: Option<LaboratoryId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<ChosenResultFile>,
}

/// The request of `result_file.mapping`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneMapping {
    pub laboratory: LaboratoryId,
    /// The heads of a file, to begin a mapping with.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub heads: Vec<String>,
}

/// The mapping of a laboratory.
#[derive(Debug, Serialize, TS)]
pub struct MappingAnswer {
    pub laboratory: LaboratoryId,
    pub laboratory_name: String,
    pub mapping: Mapping,
    /// Zero for one that only begins.
    pub rev: i64,
    pub may_write: bool,
}

/// The request of `result_file.save_mapping`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveMapping {
    pub laboratory: LaboratoryId,
    /// Zero for the first one.
    pub rev: i64,
    pub mapping: Mapping,
}

/// The request of `result_file.run`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RunResultFile {
    /// The digest of the file that was looked through.
    pub digest: String,
    /// Leave out the specimens of lines that cannot be taken; without it one such line stops the file.
    pub leave_out: bool,
}

/// What came of it.
#[derive(Debug, Serialize, TS)]
pub struct ResultFileDone {
    /// Tests with a new report.
    pub written: i64,
    /// Tests whose last report already says this.
    pub same: i64,
    pub left_out: i64,
}

/// A file that came in.
#[derive(Debug, Serialize, TS)]
pub struct ResultFileRow {
    pub id: ResultFileId,
    pub laboratory: String,
    pub digest: String,
    pub lines: i64,
    pub tests: i64,
    pub left_out: i64,
    pub at: Moment,
    pub by: String,
}

pub(crate) fn calls() -> Vec<Call> {
    let enter = Need::Cell(Info::DrugTests, Verb::Interpret);
    let write = Need::Cell(Info::Staff, Verb::Write);
    let shown: &[Tag] = &[Tag::DrugTest, Tag::Panel, Tag::Policy];
    vec![
        desk_op("result_file.choose", enter, &[Tag::DrugTest], ops::choose),
        desk_op("result_file.run", enter, &[Tag::DrugTest, Tag::Panel], ops::run),
        op("result_file.save_mapping", write, ops::save_mapping),
        desk_query("result_file.state", enter, shown, queries::state),
        query("result_file.mapping", enter, &[Tag::Panel], queries::mapping),
        query("result_file.files", enter, &[Tag::DrugTest], queries::files),
    ]
}
