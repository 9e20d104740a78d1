//! Calls of the import. Only a director imports: it makes staff, clients and records of everybody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::mapping::MappedFile;
use super::{ImportRunId, LandedId, ops, queries};
use crate::kernel::router::{Call, Need, desk_op, desk_query, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// A file of the chosen folder.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChosenFile {
    /// "clients.csv".
    pub file: String,
    pub bytes: i64,
}

/// What came, or would come, of one file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FileCounts {
    pub file: String,
    /// Lines without the head.
    pub lines: i64,
    pub new: i64,
    pub changed: i64,
    pub same: i64,
    pub bad: i64,
    /// SHA-256 of the file, in hexadecimal.
    pub digest: String,
}

/// A line that cannot be imported.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BadRow {
    pub file: String,
    /// The line of the file, counted from 1 with the head.
    pub line: i64,
    /// The column, or nothing when it is about the whole line.
    pub column: String,
    /// The stable name of the reason.
    pub rule: String,
    /// What is, then what is expected. Never the value itself.
    pub reason: String,
}

/// What came, or would come, of the folder.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportCounts {
    pub files: Vec<FileCounts>,
    /// The first of the bad lines.
    pub bad_rows: Vec<BadRow>,
    /// All of them.
    pub bad_total: i64,
    /// Wall times that a daylight-saving gap moved forward.
    pub moved: i64,
    /// Roster stays that follow from attendance.
    pub stays: i64,
    /// Lines and stays that change something.
    pub writes: i64,
}

/// The answer of `import.state`.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportState {
    /// The chosen folder's own name.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub folder: Option<String>,
    pub files: Vec<ChosenFile>,
    /// Files of the layout that are not in the folder; that is no fault.
    pub missing: Vec<String>,
    /// Other tables in the folder; they are not read.
    pub ignored: Vec<String>,
    /// What would come of it, after a preview.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preview: Option<ImportCounts>,
    /// What came of it, after a run.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<ImportCounts>,
    /// A preview or a run is under way.
    pub busy: bool,
}

/// The request of `import.run`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RunImport {
    /// Leave the listed bad lines out; without it one bad line stops the folder.
    pub leave_out_bad_rows: bool,
}

/// A run of the past.
#[derive(Debug, Serialize, TS)]
pub struct ImportRunRow {
    pub id: ImportRunId,
    pub at: Moment,
    pub by: String,
    pub files: i64,
    pub new: i64,
    pub changed: i64,
    pub left_out: i64,
}

/// The request of `import.names`: what rows are called on either side.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportNames {
    /// What a line becomes: client, note, session and so on, as `external_id.kind` has it.
    pub kind: String,
    /// Ids of the other system.
    #[serde(default)]
    pub externals: Vec<String>,
    /// Ids of ours.
    #[serde(default)]
    pub ids: Vec<LandedId>,
}

/// One row under both of its names.
#[derive(Debug, Serialize, TS)]
pub struct ImportName {
    pub external: String,
    pub id: LandedId,
}

/// The answer of `import.mapping`.
pub type Mapping = Vec<MappedFile>;

pub(crate) fn calls() -> Vec<Call> {
    let write = Need::Cell(Info::Staff, Verb::Write);
    vec![
        desk_op("import.choose", write, &[Tag::Import], ops::choose),
        desk_op("import.preview", write, &[Tag::Import, Tag::Job], ops::preview),
        desk_op("import.run", write, &[Tag::Import, Tag::Job], ops::run),
        desk_query("import.state", write, &[Tag::Import, Tag::Job], queries::state),
        query("import.runs", write, &[Tag::Import], queries::runs),
        query("import.names", write, &[Tag::Import], queries::names),
        query("import.mapping", write, &[], queries::mapping),
    ]
}
