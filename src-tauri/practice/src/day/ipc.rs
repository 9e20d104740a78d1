//! Calls of day.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{queries, room, todo};
use crate::arrival::ipc::DeskCall;
use crate::attendance::UnknownId;
use crate::client::ClientId;
use crate::discharge::ipc::SummaryOwed;
use crate::disclosure::ipc::OwedRelease;
use crate::follow_up::ipc::FollowUpRow;
use crate::inquiry::ipc::InquiryRow;
use crate::instrument::ipc::SafetyAlert;
use crate::intake::ipc::RedPacket;
use crate::kernel::router::{Call, Need, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::note::NoteId;
use crate::note::ipc::{NoteClient, NoteTask};
use crate::plan::PlanNeed;
use crate::session::SessionId;

/// A session of today.
#[derive(Debug, Serialize, TS)]
pub struct DaySession {
    pub id: SessionId,
    /// The group's name, or the kind of session.
    pub title: String,
    pub is_group: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<NoteClient>,
    pub leader: String,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub room: String,
    pub recorded: bool,
    /// People expected, or recorded.
    pub people: i64,
    /// Who called to be late or not to come, while it is planned.
    pub called: Vec<DeskCall>,
    /// The person's own note of an individual session.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
    /// Entries signed, or whether the one note is.
    pub signed: i64,
}

/// A recorded session whose note is not begun, or whose entries are not all signed.
#[derive(Debug, Serialize, TS)]
pub struct SessionToNote {
    pub id: SessionId,
    pub title: String,
    pub is_group: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<NoteClient>,
    pub on: NaiveDate,
    pub starts_at: Moment,
    pub people: i64,
    pub signed: i64,
    pub due_at: Moment,
    pub overdue: bool,
}

/// A session that is over and has no attendance.
#[derive(Debug, Serialize, TS)]
pub struct SessionToRecord {
    pub id: SessionId,
    pub title: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<NoteClient>,
    pub on: NaiveDate,
    pub starts_at: Moment,
}

/// Somebody came to a session who waits to be named.
#[derive(Debug, Serialize, TS)]
pub struct UnknownToName {
    pub id: UnknownId,
    pub rev: i64,
    pub called: String,
    pub session: SessionId,
    pub title: String,
    pub on: NaiveDate,
}

/// One of the person's own clients was absent, and nobody has looked after it yet.
#[derive(Debug, Serialize, TS)]
pub struct DayAbsence {
    pub client: NoteClient,
    pub on: NaiveDate,
    /// The sessions of that date, in order.
    pub missed: Vec<String>,
    pub excused: bool,
    pub reason: String,
}

/// A plan that waits for this person.
#[derive(Debug, Serialize, TS)]
pub struct PlanDue {
    pub client: NoteClient,
    pub need: PlanNeed,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// Since when it waits.
    pub since: NaiveDate,
    /// Of one that came back, what is asked for; of one to approve, who wrote it.
    pub words: String,
    pub overdue: bool,
}

/// A consent that ends.
#[derive(Debug, Serialize, TS)]
pub struct ConsentEnding {
    pub client: NoteClient,
    pub kind: String,
    pub recipient: String,
    pub expires_on: NaiveDate,
}

/// A license of the staff that ends, or has ended.
#[derive(Debug, Serialize, TS)]
pub struct LicenseEnding {
    pub staff: crate::kernel::actor::StaffId,
    pub name: String,
    pub label: String,
    pub expires_on: NaiveDate,
    pub expired: bool,
}

/// Somebody broke the glass.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "DayGlass")]
pub struct GlassBroken {
    pub by: String,
    pub client: ClientId,
    /// "C-0412".
    pub number: String,
    pub reason: String,
    pub at: Moment,
}

/// What to do next. A part the person may not see is absent.
#[derive(Debug, Serialize, TS)]
pub struct Day {
    pub today: NaiveDate,
    /// Answers of a client that call for a safety step nobody has answered.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alerts: Option<Vec<SafetyAlert>>,
    /// Hours until a note is due.
    pub note_due_hours: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions: Option<Vec<DaySession>>,
    /// Those sessions are everybody's, not only the person's own.
    pub everybodys: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_record: Option<Vec<SessionToRecord>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_note: Option<Vec<SessionToNote>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<Vec<UnknownToName>>,
    /// Own clients who were absent, to be looked after.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absences: Option<Vec<DayAbsence>>,
    /// Individual drafts, and whatever came back.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Vec<NoteTask>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cosign: Option<Vec<NoteTask>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plans: Option<Vec<PlanDue>>,
    /// Stays of one's own clients that ended without a signed summary.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summaries: Option<Vec<SummaryOwed>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consents: Option<Vec<ConsentEnding>>,
    /// Inquiries to answer or to call again; for those who take them.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inquiries: Option<Vec<InquiryRow>>,
    /// What tests and missed check-ins ask for next; for those who interpret them.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follow_ups: Option<Vec<FollowUpRow>>,
    /// Reports of agreements that are due within a week, or were.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports: Option<Vec<OwedRelease>>,
    /// Who is about to come in, or came in lately, with something missing in the intake packet.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub packets: Option<Vec<RedPacket>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licenses: Option<Vec<LicenseEnding>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub glass: Option<Vec<GlassBroken>>,
}

pub(crate) fn calls() -> Vec<Call> {
    const SHOWN: &[Tag] = &[
        Tag::Session,
        Tag::Arrival,
        Tag::Attendance,
        Tag::Note,
        Tag::Plan,
        Tag::Consent,
        Tag::Instrument,
        Tag::Staff,
        Tag::Client,
        Tag::Inquiry,
        Tag::FollowUp,
        Tag::Agreement,
        Tag::Disclosure,
        Tag::Intake,
        Tag::Discharge,
        Tag::Assessment,
        Tag::Group,
        Tag::Policy,
        Tag::Task,
    ];
    let evening =
        &[Tag::Session, Tag::Group, Tag::Consent, Tag::Draw, Tag::CheckIn, Tag::DrugTest, Tag::Client, Tag::Policy];
    vec![
        query("day.mine", Need::SignedIn, SHOWN, queries::mine),
        query("day.room", Need::Cell(Info::Attendance, Verb::Read), evening, room::room),
        query("day.todo", Need::SignedIn, SHOWN, todo::todo),
    ]
}
