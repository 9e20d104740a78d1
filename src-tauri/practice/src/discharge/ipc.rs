//! Calls of discharge summaries.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DischargeSummaryId, GoalOutcome, SummaryState, ops, print, queries};
use crate::client::{ClientId, DischargeHow, EpisodeId};
use crate::draft::AtWork;
use crate::exit::CopyFields;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::workstation::Proof;

/// The text of one section.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SummaryText {
    pub key: String,
    pub text: String,
}

/// How far a goal came.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SummaryGoal {
    /// As it stood in the plan.
    pub goal: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub outcome: Option<GoalOutcome>,
    pub words: String,
}

/// Who goes on with what.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ContinuingCare {
    /// "Riverbend Counseling, Dr. Abara".
    pub with: String,
    pub what: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// "2:30 PM".
    pub time: String,
    /// Whether the plan was handed on to them.
    pub handed_on: bool,
}

/// A summary as a form holds it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SummaryFields {
    pub sections: Vec<SummaryText>,
    pub goals: Vec<SummaryGoal>,
    pub care: Vec<ContinuingCare>,
    /// Why nobody goes on with the client's care, where nobody does.
    pub no_care: String,
}

/// The summary of a stay.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "DischargeSummary")]
pub struct SummaryAnswer {
    pub id: DischargeSummaryId,
    pub state: SummaryState,
    pub fields: SummaryFields,
    pub author: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub signed_at: Option<Moment>,
    /// Who is at it, while it is open.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_work: Option<AtWork>,
    pub rev: i64,
}

/// A stay that ended, with its summary.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EndedStay {
    pub episode: EpisodeId,
    pub number: i64,
    pub admitted_on: NaiveDate,
    pub discharged_on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub how: Option<DischargeHow>,
    /// As a page says it; empty where it was not recorded.
    pub how_label: String,
    pub reason: String,
    /// When the summary is due.
    pub due_on: NaiveDate,
    pub overdue: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub summary: Option<SummaryAnswer>,
}

/// A section to write in.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SummaryPart {
    pub key: &'static str,
    pub label: &'static str,
    pub prompt: &'static str,
}

/// The stays of a client that ended.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Discharges {
    /// The newest first.
    pub stays: Vec<EndedStay>,
    pub parts: Vec<SummaryPart>,
    pub may_write: bool,
    pub may_sign: bool,
}

/// A stay of the person's own clients that ended and has no signed summary.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SummaryOwed {
    pub client: ClientId,
    /// "C-0412".
    pub number: String,
    /// "Beaumont, Caroline".
    pub name: String,
    pub discharged_on: NaiveDate,
    pub due_on: NaiveDate,
    pub overdue: bool,
    pub begun: bool,
}

/// The request of `discharge.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DischargesOf {
    pub client: ClientId,
}

/// The request of `discharge.start`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartSummary {
    pub episode: EpisodeId,
}

/// The request of `discharge.save`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSummary {
    pub id: DischargeSummaryId,
    pub rev: i64,
    pub fields: SummaryFields,
}

/// The request of `discharge.ready`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneSummary {
    pub id: DischargeSummaryId,
}

/// The request of `discharge.sign`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignSummary {
    pub id: DischargeSummaryId,
    pub rev: i64,
    pub proof: Proof,
}

/// The request of `discharge.discard` and `discharge.take_over`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisSummary {
    pub id: DischargeSummaryId,
    pub rev: i64,
}

/// The request of `discharge.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintSummary {
    pub id: DischargeSummaryId,
    pub copy: CopyFields,
}

/// A summary is the last page of the plan: who reads the plan reads it.
pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::Plan, verb);
    vec![
        query("discharge.list", cell(Verb::Read), &[Tag::Discharge, Tag::Client, Tag::Policy], queries::list),
        desk_op("discharge.print", cell(Verb::Read), &[Tag::Exit], print::print),
        op("discharge.start", cell(Verb::Write), ops::start),
        op("discharge.save", cell(Verb::Write), ops::save),
        op("discharge.discard", cell(Verb::Write), ops::discard),
        query("discharge.ready", cell(Verb::Sign), &[Tag::Discharge, Tag::Staff], queries::ready),
        desk_op("discharge.sign", cell(Verb::Sign), &[Tag::Discharge], ops::sign),
        op("discharge.take_over", cell(Verb::Sign), ops::take_over),
    ]
}
