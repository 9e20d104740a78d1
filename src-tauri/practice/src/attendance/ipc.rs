//! Calls of attendance and hours.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::hours::WeekLine;
use super::unknown::{self, UnknownLine};
use super::{AttendanceId, AttendanceState, Place, Source, late, ledger, ops, print, queries, record, topics};
use crate::arrival::ipc::DeskWord;
use crate::client::ClientId;
use crate::exit::CopyFields;
use crate::group::ShownName;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::session::SessionId;
use crate::session::ipc::{BreakLine, SessionLine};
use crate::work_pattern::TakenBy;

/// Why somebody was not there.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Absence {
    pub excused: bool,
    #[serde(default)]
    pub reason: String,
}

/// Somebody takes part by video.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ByVideo {
    /// Where the client is.
    pub location: String,
}

/// What differs from being there, in person, all the time. Empty: there all the time.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PresenceFields {
    #[serde(default)]
    #[ts(optional)]
    pub late_minutes: Option<i64>,
    /// "HH:MM", instead of minutes.
    #[serde(default)]
    #[ts(optional)]
    pub arrived: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub early_minutes: Option<i64>,
    /// "HH:MM", instead of minutes.
    #[serde(default)]
    #[ts(optional)]
    pub left: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub absent: Option<Absence>,
    #[serde(default)]
    #[ts(optional)]
    pub video: Option<ByVideo>,
}

/// One person for whom something differs.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    pub client: ClientId,
    pub what: PresenceFields,
}

/// Somebody who came without being expected.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WalkIn {
    pub client: ClientId,
    /// The missed attendance this one makes up for.
    #[serde(default)]
    #[ts(optional)]
    pub makes_up: Option<AttendanceId>,
    /// Asked for beside somebody to be kept apart from.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
}

/// A pause as typed, "HH:MM".
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    pub from: String,
    pub until: String,
}

/// The request of `attendance.record`: everybody expected was there, except as marked.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordAttendance {
    pub session: SessionId,
    /// The session's revision.
    pub rev: i64,
    /// When it really began, "HH:MM"; as planned when left out.
    #[serde(default)]
    #[ts(optional)]
    pub began: Option<String>,
    /// When it really ended, "HH:MM"; as planned when left out.
    #[serde(default)]
    #[ts(optional)]
    pub finished: Option<String>,
    #[serde(default)]
    pub breaks: Vec<Pause>,
    #[serde(default)]
    #[ts(optional)]
    pub topic: Option<String>,
    /// Entered, when left out.
    #[serde(default)]
    #[ts(optional)]
    pub source: Option<Source>,
    #[serde(default)]
    pub exceptions: Vec<Exception>,
    #[serde(default)]
    pub walk_ins: Vec<WalkIn>,
}

/// A session after recording or taking back.
#[derive(Debug, Serialize, TS)]
pub struct RecordedSession {
    pub session: SessionId,
    pub rev: i64,
    /// How many rows were written.
    pub recorded: usize,
}

/// The request of `attendance.correct`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectAttendance {
    pub id: AttendanceId,
    pub rev: i64,
    /// How it should stand; empty means there all the time.
    pub what: PresenceFields,
    pub because: String,
}

/// A row after its correction.
#[derive(Debug, Serialize, TS)]
pub struct CorrectedAttendance {
    pub id: AttendanceId,
    pub rev: i64,
    pub state: AttendanceState,
    pub minutes: i64,
}

/// The request of `attendance.take_back`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBackAttendance {
    pub session: SessionId,
    pub rev: i64,
}

/// The request of `attendance.sheet`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSheet {
    pub session: SessionId,
}

/// What is recorded about one person.
#[derive(Debug, Serialize, TS)]
pub struct AttendanceLine {
    pub id: AttendanceId,
    pub state: AttendanceState,
    /// "HH:MM" on the practice's wall.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrived: Option<String>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    pub minutes: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excused: Option<bool>,
    pub reason: String,
    pub source: Source,
    /// It was entered long after the session; the label stays for good.
    pub late_entry: bool,
    pub place: Place,
    pub client_location: String,
    pub expected: bool,
    /// It makes up for a missed session.
    pub makes_up: bool,
    pub corrected_because: String,
    /// A signed note rests on it.
    pub under_signed_note: bool,
    pub rev: i64,
}

/// Somebody was absent from the group before this one on the same evening: marked so here too, until somebody says otherwise.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CarriedAbsence {
    pub excused: bool,
    pub reason: String,
}

/// One person on the sheet.
#[derive(Debug, Serialize, TS)]
pub struct SheetRow {
    pub client: ClientId,
    pub name: ShownName,
    pub profession: String,
    /// When the person works, as far as it was written down.
    pub work: String,
    /// What the room must know, such as an allergy.
    pub alerts: Vec<String>,
    /// Attended in this program week so far, in minutes.
    pub week_done: i64,
    /// Planned in this program week and not recorded yet, this session included, without what meets a shift.
    pub week_planned: i64,
    /// What the week owes, in minutes.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week_minimum: Option<i64>,
    /// By how much the week will stay short with what is planned.
    pub week_short: i64,
    /// Absent while nothing is recorded.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded: Option<AttendanceLine>,
    /// What the group before this one carries over, while nothing is recorded here. Nothing counts before it is recorded.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried: Option<CarriedAbsence>,
    /// What the front desk knows of today, while nothing is recorded.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desk: Option<DeskWord>,
    /// Booked here to make up for this.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub makes_up: Option<MissedSession>,
    /// The shift that this session meets, before it happens.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clash: Option<SheetClash>,
}

/// A shift, or another taken time, that meets a session.
#[derive(Debug, Serialize, TS)]
pub struct SheetClash {
    pub meets: TakenBy,
    pub from: Moment,
    pub until: Moment,
    /// Minutes on the way, before and after it.
    pub travel: i64,
}

/// A session with everybody expected or recorded.
#[derive(Debug, Serialize, TS)]
pub struct Sheet {
    pub session: SessionLine,
    pub breaks: Vec<BreakLine>,
    /// The last date of the program week.
    pub week_last: NaiveDate,
    pub rows: Vec<SheetRow>,
    /// Everybody expected as a room may read them: first name and last initial, no word of who is there.
    pub room: Vec<String>,
    /// The person may take the record back now.
    pub may_take_back: bool,
    /// Who came and waits to be named.
    pub unknown: Vec<UnknownLine>,
}

/// The request of `attendance.walk_in_choices`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindWalkIn {
    pub session: SessionId,
    /// At least two letters of a first name, or the client number.
    pub words: String,
}

/// Somebody who may walk in.
#[derive(Debug, Serialize, TS)]
pub struct WalkInChoice {
    pub client: ClientId,
    pub name: ShownName,
    pub number: i64,
    /// Sessions of this program week that the person missed, to be made up.
    pub missed: Vec<MissedSession>,
}

/// A session that was missed.
#[derive(Debug, Serialize, TS)]
pub struct MissedSession {
    pub attendance: AttendanceId,
    pub on_date: NaiveDate,
    pub title: String,
}

/// The request of `attendance.hours`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichHours {
    pub client: ClientId,
    /// How many program weeks back, this one included; 12 when left out, 53 at most.
    #[serde(default)]
    #[ts(optional)]
    pub weeks: Option<u8>,
}

/// The hours of a client, the latest week first, not farther back than the first stay.
#[derive(Debug, Serialize, TS)]
pub struct Hours {
    pub weeks: Vec<WeekLine>,
    /// Minutes still planned in the running week, without what meets a shift.
    pub planned: i64,
    /// By how much the running week will stay short with what is planned.
    pub short: i64,
    /// A day with fewer attended minutes is short.
    pub billable_day: i64,
}

/// The request of `attendance.history`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichHistory {
    pub client: ClientId,
    /// Only earlier dates than this.
    #[serde(default)]
    #[ts(optional)]
    pub before: Option<NaiveDate>,
}

/// One session in a client's history.
#[derive(Debug, Serialize, TS)]
pub struct HistoryLine {
    pub session: SessionId,
    pub on_date: NaiveDate,
    /// "HH:MM".
    pub starts: String,
    pub title: String,
    /// Both times stand beside a late entry: when it was, and when it was entered.
    pub late_entry: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entered_at: Option<Moment>,
    pub attendance: AttendanceLine,
}

/// The latest sessions of a client.
#[derive(Debug, Serialize, TS)]
pub struct AttendanceHistory {
    pub lines: Vec<HistoryLine>,
    /// Ask again with `before` set to the last date of the list.
    pub more: bool,
    /// The person may correct what is recorded here.
    pub may_correct: bool,
}

/// The request of `attendance.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintAttendance {
    pub client: ClientId,
    /// The first date; everything when left out.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// The last date; everything when left out.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
    pub copy: CopyFields,
}

pub(crate) fn calls() -> Vec<Call> {
    let read = Need::Cell(Info::Attendance, Verb::Read);
    let shown = &[Tag::Session, Tag::Arrival, Tag::Attendance, Tag::Group, Tag::Note, Tag::Client, Tag::Policy];
    vec![
        query("attendance.sheet", read, shown, queries::sheet),
        query("attendance.walk_in_choices", read, &[Tag::Client, Tag::Session], queries::walk_in_choices),
        // Recording is for whose session it is, or who corrects everybody's: `rules::may_record` decides.
        op("attendance.record", read, record::record),
        op("attendance.take_back", read, ops::take_back),
        op("attendance.correct", Need::Cell(Info::Attendance, Verb::Correct), ops::correct),
        op("attendance.add_walk_in", read, late::add),
        op("attendance.add_unknown", read, unknown::add),
        op("attendance.resolve_unknown", read, unknown::resolve),
        op("attendance.dismiss_unknown", read, unknown::dismiss),
        query("attendance.hours", read, &[Tag::Attendance, Tag::Session, Tag::Client, Tag::Policy], ledger::hours),
        query("attendance.missed_topics", read, &[Tag::Attendance, Tag::Session, Tag::Curriculum], topics::of_client),
        query(
            "attendance.group_topics",
            read,
            &[Tag::Attendance, Tag::Session, Tag::Group, Tag::Curriculum],
            topics::of_group,
        ),
        desk_op("attendance.print", read, &[Tag::Exit], print::print),
        query("attendance.history", read, &[Tag::Attendance, Tag::Session, Tag::Note], queries::history),
    ]
}
