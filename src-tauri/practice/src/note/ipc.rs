//! Calls of note: wire types of one's own notes, and the lines.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{NoteFormat, NoteId, NoteKind, NoteState, Progress, Risk};
use super::{
    carry, correct, cosign, group_evening, group_hand_over, group_note, group_save, group_sign, hand_over, offer,
    ops, print, queries, review, search, sign, unsigned,
};
use crate::client::ClientId;
use crate::draft::AtWork;
use crate::exit::CopyFields;
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::note_template::EditionId;
use crate::plan::ObjectiveId;
use crate::session::SessionId;
use crate::workstation::Proof;

/// When a free note's service happened.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoteService {
    pub on: NaiveDate,
    /// "08:05", on the practice's wall.
    pub starts: String,
    pub minutes: i64,
}

/// The request of `note.start`: from a session, or free-standing about a client.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartNote {
    #[serde(default)]
    #[ts(optional)]
    pub session: Option<SessionId>,
    /// Whose, when the session is not one client's or there is none.
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
    /// For a free-standing note.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<NoteKind>,
    /// For a free-standing note.
    #[serde(default)]
    #[ts(optional)]
    pub service: Option<NoteService>,
    #[serde(default)]
    #[ts(optional)]
    pub format: Option<NoteFormat>,
    /// An edition of a template instead of a format.
    #[serde(default)]
    #[ts(optional)]
    pub template: Option<EditionId>,
}

/// A note's id with its revision.
#[derive(Debug, Serialize, TS)]
pub struct NoteHandle {
    pub id: NoteId,
    pub rev: i64,
}

/// A section's text.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SectionText {
    pub key: String,
    pub text: String,
}

/// A ticked objective.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveTick {
    pub objective: ObjectiveId,
    pub progress: Progress,
}

/// What the editor holds.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoteBody {
    pub sections: Vec<SectionText>,
    pub objectives: Vec<ObjectiveTick>,
    #[serde(default)]
    #[ts(optional)]
    pub risk: Option<Risk>,
    pub risk_words: String,
    #[serde(default)]
    #[ts(optional)]
    pub format: Option<NoteFormat>,
    /// An edition of a template instead of a format. Without either the note keeps what it has.
    #[serde(default)]
    #[ts(optional)]
    pub template: Option<EditionId>,
    /// For a free-standing note.
    #[serde(default)]
    #[ts(optional)]
    pub service: Option<NoteService>,
    /// Where it took place; for a free-standing note.
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub interpreter: String,
    /// Sections whose text was carried forward.
    #[serde(default)]
    pub carried: Vec<CarriedSection>,
}

/// A section with the note its text was carried forward from.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CarriedSection {
    pub key: String,
    pub from: NoteId,
}

/// The request of `note.save`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveNote {
    pub id: NoteId,
    pub rev: i64,
    pub body: NoteBody,
}

/// The request of `note.void`: a draft that should not be.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidNote {
    pub id: NoteId,
    pub rev: i64,
    pub reason: String,
}

/// Which note.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichNote {
    pub id: NoteId,
}

/// The request of `note.ready`: with what the editor holds now, or as saved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskReady {
    pub id: NoteId,
    #[serde(default)]
    #[ts(optional)]
    pub body: Option<NoteBody>,
}

/// One thing to look at, beside its field.
#[derive(Debug, Serialize, TS)]
pub struct NotePoint {
    /// "sections.plan", "risk", "risk_words", "objectives", "attendance", "license".
    pub field: String,
    pub message: String,
}

impl NotePoint {
    pub(super) fn new(field: &str, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// What stands between a note and its signature.
#[derive(Debug, Serialize, TS)]
pub struct NoteReady {
    /// Stops it.
    pub missing: Vec<NotePoint>,
    /// Does not.
    pub warnings: Vec<NotePoint>,
    /// When the service ends by what the note says now.
    pub ends_at: Moment,
    /// Signing it now labels it a late entry.
    pub late: bool,
    /// It will wait for a cosignature; by whom, when that is settled.
    pub needs_cosign: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cosigner: Option<String>,
}

/// The request of `note.sign`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignNote {
    pub id: NoteId,
    pub rev: i64,
    /// What the editor holds, saved in the same action.
    #[serde(default)]
    #[ts(optional)]
    pub body: Option<NoteBody>,
    pub proof: Proof,
}

/// The answer of signing.
#[derive(Debug, Serialize, TS)]
pub struct NoteSigned {
    pub id: NoteId,
    pub state: NoteState,
    pub late_entry: bool,
    /// SHA-256 of the signed bytes, in hexadecimal.
    pub hash: String,
}

/// The request of `note.addendum`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddAddendum {
    pub id: NoteId,
    pub words: String,
    pub proof: Proof,
}

/// Whose a note is. `name` is empty for a restricted chart.
#[derive(Debug, Serialize, TS)]
pub struct NoteClient {
    pub id: ClientId,
    pub number: i64,
    pub name: String,
}

/// A person of the staff beside a note.
#[derive(Debug, Serialize, TS)]
pub struct NoteAuthor {
    pub id: StaffId,
    pub name: String,
}

/// A section with its text.
#[derive(Debug, Serialize, TS)]
pub struct SectionAnswer {
    pub key: String,
    pub label: String,
    pub hint: String,
    pub text: String,
    pub required: bool,
    /// It may be carried forward from the client's note before.
    pub carries: bool,
    /// Where its text came from, when it was carried forward.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried: Option<CarriedFrom>,
}

/// Where a carried text came from.
#[derive(Debug, Serialize, TS)]
pub struct CarriedFrom {
    pub from: NoteId,
    pub on: NaiveDate,
}

/// An objective to tick, or that was ticked.
#[derive(Debug, Serialize, TS)]
pub struct ObjectiveAnswer {
    pub id: ObjectiveId,
    pub label: String,
    pub words: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
}

/// The shared part of a group session in a chart.
#[derive(Debug, Serialize, TS)]
pub struct SharedAnswer {
    pub topic: String,
    pub interventions: Vec<String>,
    pub words: String,
    /// The session's risk statement, when it was made.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
}

/// A signature under a note.
#[derive(Debug, Serialize, TS)]
pub struct SignatureAnswer {
    /// "note", "addendum" or "cosignature".
    pub document: String,
    pub by: String,
    pub credential: String,
    pub at: Moment,
    pub hash: String,
    pub of_rev: i64,
}

/// A supervisor's answer.
#[derive(Debug, Serialize, TS)]
pub struct CosignAnswer {
    /// "cosigned" or "returned".
    pub decision: String,
    pub comment: String,
    pub by: String,
    pub at: Moment,
}

/// Something added after signing.
#[derive(Debug, Serialize, TS)]
pub struct AddendumAnswer {
    pub words: String,
    pub by: String,
    pub at: Moment,
}

/// The client's note before this one.
#[derive(Debug, Serialize, TS)]
pub struct LastTime {
    pub id: NoteId,
    pub service_on: NaiveDate,
    pub text: String,
}

/// What the person may do with a note.
#[derive(Debug, Serialize, TS)]
pub struct NoteMay {
    pub edit: bool,
    pub cosign: bool,
    pub addend: bool,
}

/// A note, whole.
#[derive(Debug, Serialize, TS)]
pub struct NoteAnswer {
    pub id: NoteId,
    pub rev: i64,
    pub client: NoteClient,
    pub author: NoteAuthor,
    pub kind: NoteKind,
    pub kind_label: String,
    pub format: NoteFormat,
    /// The edition of the template that divides it, with its name.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<EditionId>,
    pub template_name: String,
    pub state: NoteState,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    pub service_at: Moment,
    pub service_on: NaiveDate,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
    pub minutes: i64,
    /// "Present", "Absence (excused: shift)"; empty without a session or before it was recorded.
    pub attendance: String,
    /// "in_person" or "video", or in the author's words; empty where nobody said.
    pub place: String,
    pub interpreter: String,
    /// Who drafted it, when somebody else signs it.
    pub written_by: String,
    /// Why it was handed over, while it is open.
    pub handed_over: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shared: Option<SharedAnswer>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participation: Option<i64>,
    pub sections: Vec<SectionAnswer>,
    pub objectives: Vec<ObjectiveAnswer>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk_label: Option<String>,
    pub risk_words: String,
    pub owes_risk: bool,
    pub late_entry: bool,
    pub created_at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Moment>,
    pub due_at: Moment,
    pub signatures: Vec<SignatureAnswer>,
    pub answers: Vec<CosignAnswer>,
    /// What the last return says at places of the text.
    pub remarks: Vec<cosign::Remark>,
    pub addenda: Vec<AddendumAnswer>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_time: Option<LastTime>,
    /// Who saved it last, while it is open.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_work: Option<AtWork>,
    pub may: NoteMay,
}

/// The request of `note.chart`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoteChartRequest {
    pub client: ClientId,
    /// The `next` of the page before.
    #[serde(default)]
    #[ts(optional)]
    pub before: Option<NotePlace>,
    /// 1 to 100; 20 when absent.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<i64>,
}

/// Where a page ends.
#[derive(Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotePlace {
    pub at: Moment,
    pub id: NoteId,
}

/// A note in a chart's list.
#[derive(Debug, Serialize, TS)]
pub struct NoteRow {
    pub id: NoteId,
    pub kind: NoteKind,
    pub kind_label: String,
    pub state: NoteState,
    pub service_at: Moment,
    pub service_on: NaiveDate,
    pub minutes: i64,
    pub author: String,
    pub mine: bool,
    pub late_entry: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Moment>,
    /// The text, its sections one after another, the shared part last.
    pub text: String,
    /// How many addenda it has.
    pub addenda: i64,
}

/// A page of a chart's notes, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct NotePage {
    pub rows: Vec<NoteRow>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<NotePlace>,
}

/// A note that somebody has to do something with.
#[derive(Debug, Serialize, TS)]
pub struct NoteTask {
    pub id: NoteId,
    pub rev: i64,
    pub client: NoteClient,
    pub author: String,
    pub kind: NoteKind,
    pub kind_label: String,
    pub state: NoteState,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    pub service_at: Moment,
    pub service_on: NaiveDate,
    pub minutes: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Moment>,
    pub due_at: Moment,
    pub overdue: bool,
    pub skipped: bool,
    /// The supervisor's comment on a returned note.
    pub comment: String,
}

/// The request of `note.search`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoteSearch {
    pub text: String,
    /// Only this chart.
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
}

/// A note that was found.
#[derive(Debug, Serialize, TS)]
pub struct NoteFound {
    pub id: NoteId,
    pub client: ClientId,
    pub client_number: i64,
    pub client_name: String,
    pub kind: NoteKind,
    pub kind_label: String,
    pub state: NoteState,
    pub service_at: Moment,
    pub service_on: NaiveDate,
    pub author: String,
    pub snippet: String,
}

/// What was found, the newest first.
#[derive(Debug, Default, Serialize, TS)]
pub struct NotesFound {
    pub rows: Vec<NoteFound>,
    /// There are more than these 50.
    pub more: bool,
}

/// The request of `note.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintNote {
    pub id: NoteId,
    pub copy: CopyFields,
}

pub(crate) fn calls() -> Vec<Call> {
    let (read, write) = (Need::Cell(Info::Notes, Verb::Read), Need::Cell(Info::Notes, Verb::Write));
    let sign_cell = Need::Cell(Info::Notes, Verb::Sign);
    vec![
        op("note.start", write, ops::start),
        op("note.save", write, ops::save),
        op("note.void", write, ops::void),
        op("note.open", read, ops::open),
        query("note.ready", write, &[Tag::Note, Tag::Plan, Tag::Attendance, Tag::Staff], queries::ready),
        query("note.get", read, &[Tag::Note, Tag::Plan, Tag::Attendance, Tag::Staff], queries::get),
        query("note.templates", read, &[Tag::NoteTemplate], offer::offered),
        query("note.chart", read, &[Tag::Note], queries::chart),
        query("note.mine", write, &[Tag::Note, Tag::Attendance, Tag::Policy], queries::mine),
        query("note.cosign_queue", read, &[Tag::Note, Tag::Staff, Tag::Policy], queries::cosign_queue),
        query("note.search", read, &[Tag::Note], search::find),
        desk_op("note.sign", sign_cell, SIGNED, sign::sign),
        desk_op("note.cosign", read, SIGNED, cosign::cosign),
        desk_op("note.cosign_all", read, SIGNED, cosign::cosign_all),
        op("note.return", read, cosign::send_back),
        query("note.review", read, &[Tag::Note, Tag::Attendance, Tag::Policy], review::review),
        query("note.unsigned", read, &[Tag::Note, Tag::Staff, Tag::Policy], unsigned::list),
        query("note.carry", write, &[Tag::Note], carry::offered),
        query("note.colleagues", write, &[Tag::Staff], hand_over::colleagues),
        op("note.hand_over", write, hand_over::hand_over),
        op("note.give_back", write, hand_over::give_back),
        desk_op("note.print", read, &[Tag::Exit], print::print),
        desk_op("note.addendum", sign_cell, SIGNED, sign::addendum),
        desk_op("note.correct_attendance", sign_cell, SIGNED, correct::attendance),
        query("group_note.get", write, &[Tag::Note, Tag::Plan, Tag::Attendance, Tag::Session], group_note::get),
        query(
            "group_note.evening",
            write,
            &[Tag::Note, Tag::Attendance, Tag::Session, Tag::Group],
            group_evening::evening,
        ),
        op("group_note.save", write, group_save::save),
        query("group_note.colleagues", write, &[Tag::Note, Tag::Staff], group_hand_over::colleagues),
        op("group_note.hand_over", write, group_hand_over::hand_over),
        desk_op("group_note.sign", sign_cell, SIGNED, group_sign::sign),
    ]
}

const SIGNED: &[Tag] = &[Tag::Note, Tag::Draft, Tag::Attendance];
