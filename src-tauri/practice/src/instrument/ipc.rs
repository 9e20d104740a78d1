//! Calls of outcome instruments.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::definition::{Band, Item};
use super::score::Score;
use super::{Finding, InstrumentId, MeasurementId, Mode, SafetyStepId, handed, ops, print, queries, schedule};
use crate::client::ClientId;
use crate::exit::CopyFields;
use crate::kernel::router::{Call, Need, desk_op, desk_query, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::note::ipc::NoteClient;

/// The request of `instrument.get`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InstrumentCode {
    pub code: String,
}

/// The request of `instrument.outcomes`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OutcomesOf {
    pub client: ClientId,
}

/// The request of `instrument.record`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordInstrument {
    pub client: ClientId,
    pub code: String,
    /// The value chosen for each item; an item that is not here was not answered.
    pub answers: BTreeMap<String, i64>,
}

/// The request of `instrument.hand`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandInstrument {
    pub client: ClientId,
    pub code: String,
}

/// The request of `instrument.hand_in`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandedAnswers {
    pub answers: BTreeMap<String, i64>,
}

/// The request of `instrument.measurement`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMeasurement {
    pub id: MeasurementId,
}

/// The request of `instrument.print_plan`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintSafetyPlan {
    pub id: MeasurementId,
    pub copy: CopyFields,
}

/// The request of `instrument.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidMeasurement {
    pub id: MeasurementId,
    pub rev: i64,
    pub reason: String,
}

/// The request of `instrument.safety`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerAlert {
    pub id: MeasurementId,
    pub rev: i64,
    pub finding: Finding,
    pub fields: SafetyFields,
}

/// What was said, and the client's safety plan.
#[derive(Clone, Debug, Default, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SafetyFields {
    /// What was asked, and what the client answered.
    pub what_was_said: String,
    /// How the client notices that it is getting worse.
    #[serde(default)]
    pub warning_signs: String,
    /// What the client does alone.
    #[serde(default)]
    pub coping: String,
    /// Whom the client can be with, and whom they call.
    #[serde(default)]
    pub people: String,
    /// Professionals and lines that answer at any hour.
    #[serde(default)]
    pub professionals: String,
    /// What is put out of reach, and by whom.
    #[serde(default)]
    pub means: String,
}

/// The request of `instrument.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddInstrument {
    /// The text of a JSON file.
    pub definition: String,
}

/// The request of `instrument.retire`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisInstrument {
    pub id: InstrumentId,
    pub rev: i64,
}

/// An instrument in the list.
#[derive(Debug, Serialize, TS)]
pub struct InstrumentLine {
    pub code: String,
    pub abbrev: String,
    pub name: String,
    /// A clinician rates it; it is never handed to the client.
    pub by_clinician: bool,
    pub citation: String,
    pub license: String,
    /// The row of one that the practice added.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<InstrumentId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rev: Option<i64>,
}

/// An instrument as it is given. It names nobody.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InstrumentForm {
    pub code: String,
    pub abbrev: String,
    pub name: String,
    pub recall: String,
    pub instruction: String,
    pub by_clinician: bool,
    pub items: Vec<Item>,
    /// What an answer lets out: the item, its value, and those that are then not asked.
    pub skips: Vec<FormSkip>,
}

/// What an answer lets out.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FormSkip {
    pub item: String,
    pub value: i64,
    pub out: Vec<String>,
}

/// An instrument as a client answered it.
#[derive(Debug, Serialize, TS)]
pub struct Measurement {
    pub id: MeasurementId,
    pub code: String,
    pub abbrev: String,
    pub mode: Mode,
    pub given_at: Moment,
    pub given_on: NaiveDate,
    pub given_by: String,
    pub answers: BTreeMap<String, i64>,
    pub score: Score,
    pub scorer: String,
    /// An answer called for a safety step.
    pub alert: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safety: Option<SafetyStep>,
    pub rev: i64,
}

/// A measurement with the questions it answers, as they were put that day.
#[derive(Debug, Serialize, TS)]
pub struct MeasurementSheet {
    pub measurement: Measurement,
    pub name: String,
    pub items: Vec<Item>,
}

/// A safety step as it was answered.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SafetyStep {
    pub id: SafetyStepId,
    pub finding: Finding,
    pub fields: SafetyFields,
    pub by: String,
    pub at: Moment,
}

/// An instrument over time.
#[derive(Debug, Serialize, TS)]
pub struct Series {
    pub code: String,
    pub abbrev: String,
    pub name: String,
    pub bands: Vec<Band>,
    /// The oldest first.
    pub measurements: Vec<Measurement>,
}

/// A change of the level of care.
#[derive(Debug, Serialize, TS)]
pub struct LevelChange {
    pub level: String,
    pub on: NaiveDate,
}

/// The outcomes of a client.
#[derive(Debug, Serialize, TS)]
pub struct Outcomes {
    pub series: Vec<Series>,
    pub levels: Vec<LevelChange>,
    pub may_record: bool,
}

/// An alert that nobody has answered.
#[derive(Debug, Serialize, TS)]
pub struct SafetyAlert {
    pub id: MeasurementId,
    pub client: NoteClient,
    pub abbrev: String,
    pub at: Moment,
}

/// What the screen shows while it is handed to a client.
#[derive(Debug, Serialize, TS)]
pub struct HandedForm {
    /// None when nothing is handed over, and after it was handed in.
    pub form: Option<InstrumentForm>,
    /// What the client had answered today before something interrupted.
    pub answers: BTreeMap<String, i64>,
    /// It was handed in; the screen waits for the staff.
    pub done: bool,
}

pub(crate) fn calls() -> Vec<Call> {
    const SEEN: Need = Need::AnyCell(&[(Info::Notes, Verb::Read), (Info::Staff, Verb::Read)]);
    let cell = |info, verb| Need::Cell(info, verb);
    let shown: &[Tag] = &[Tag::Instrument, Tag::Client];
    vec![
        query("instrument.list", SEEN, &[Tag::Instrument], queries::list),
        query("instrument.get", SEEN, &[Tag::Instrument], queries::get),
        query("instrument.outcomes", cell(Info::Notes, Verb::Read), shown, queries::outcomes),
        query("instrument.measurement", cell(Info::Notes, Verb::Read), shown, queries::sheet),
        query("instrument.alerts", cell(Info::Notes, Verb::Read), shown, queries::alerts),
        query("instrument.schedules", SEEN, &[Tag::Instrument], schedule::list),
        op("instrument.schedule", cell(Info::Staff, Verb::Write), schedule::set),
        op("instrument.record", cell(Info::Notes, Verb::Write), ops::record),
        op("instrument.void", cell(Info::Notes, Verb::Write), ops::void),
        op("instrument.safety", cell(Info::Notes, Verb::Write), ops::safety),
        desk_op("instrument.print_plan", cell(Info::Notes, Verb::Read), &[Tag::Exit], print::plan),
        op("instrument.add", cell(Info::Staff, Verb::Write), ops::add),
        op("instrument.retire", cell(Info::Staff, Verb::Write), ops::retire),
        desk_op("instrument.hand", cell(Info::Notes, Verb::Write), &[Tag::Workstation], handed::hand),
        desk_query("instrument.handed", Need::Nothing, &[Tag::Workstation], handed::form),
        desk_op("instrument.keep", Need::Nothing, &[Tag::Draft], handed::keep),
        desk_op("instrument.hand_in", Need::Nothing, &[Tag::Instrument, Tag::Workstation], handed::hand_in),
    ]
}
