//! Calls of the sessions, and of what sessions follow from: groups and their weekly places.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    BookedTwice, Clash, Kind, SessionId, SessionLesson, SessionState, closing, lesson, ops, plan, queries, series,
    sheet, together,
};
use crate::client::ClientId;
use crate::curriculum::LessonId;
use crate::group::{GroupId, ShownName, SlotId};
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

crate::words! {
    /// Whose sessions a list shows.
    pub enum Whose {
        /// Those the person leads, stands in for, or facilitates the group of.
        Mine = "mine",
        /// All that the person's roles show.
        Everybody = "everybody",
    }
}

/// The request of `session.plan`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanSession {
    pub kind: Kind,
    #[serde(default)]
    #[ts(optional)]
    pub group: Option<GroupId>,
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
    /// Who leads it; the person who plans, or the group's facilitator, when left out.
    #[serde(default)]
    #[ts(optional)]
    pub staff: Option<StaffId>,
    #[serde(default)]
    pub room: String,
    pub on_date: NaiveDate,
    /// "HH:MM" on the practice's wall.
    pub starts: String,
    pub minutes: i64,
    #[serde(default)]
    pub topic: String,
    /// Asked for when two who must not share a room would.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
}

/// The request of `session.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeSession {
    pub id: SessionId,
    pub rev: i64,
    pub staff: StaffId,
    pub room: String,
    pub on_date: NaiveDate,
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
    pub topic: String,
    /// Asked for when two who must not share a room would.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
}

/// The request of `session.cancel`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelSession {
    pub id: SessionId,
    pub rev: i64,
    pub reason: String,
}

/// The request of `session.substitute`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Substitute {
    pub id: SessionId,
    pub rev: i64,
    #[serde(default)]
    #[ts(optional)]
    pub substitute: Option<StaffId>,
}

/// What was planned or changed.
#[derive(Debug, Serialize, TS)]
pub struct SavedSession {
    pub id: SessionId,
    pub rev: i64,
    /// People and rooms that are booked twice then. A rehearsal of the call says them before anything is saved.
    pub clashes: Vec<Clash>,
}

/// The request of `session.plan_again`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichCancelled {
    pub id: SessionId,
    pub rev: i64,
    /// Asked for when two who must not share a room would.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
}

/// A weekly place that was left out.
#[derive(Debug, Serialize, TS)]
pub struct Skipped {
    pub group: GroupId,
    pub on_date: NaiveDate,
    /// "HH:MM".
    pub starts: String,
    /// "Closed: Thanksgiving Day".
    pub because: String,
}

/// How many sessions were planned, and what was left out.
#[derive(Debug, Serialize, TS)]
pub struct Planned {
    pub planned: usize,
    pub skipped: Vec<Skipped>,
}

/// The request of `series.move`: this session and all later ones of its weekly time.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveSeries {
    pub id: SessionId,
    /// The session's revision.
    pub rev: i64,
    /// This session's new date, within a week of its own; the later ones move by as many days.
    pub on_date: NaiveDate,
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
    pub staff: StaffId,
    #[serde(default)]
    pub room: String,
    /// Asked for when two who must not share a room would.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
}

/// A weekly time after it was moved.
#[derive(Debug, Serialize, TS)]
pub struct MovedSeries {
    /// The weekly time that takes the part of the old one.
    pub slot: SlotId,
    pub id: SessionId,
    /// Planned sessions that moved, this one included.
    pub moved: usize,
    /// Planned sessions that had been moved by hand, and keep their own time.
    pub kept: usize,
    /// Planned sessions whose new date is closed: they are cancelled with the closure.
    pub closed: usize,
    pub clashes: Vec<Clash>,
}

/// The request of `series.cancel`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelSeries {
    pub id: SessionId,
    pub rev: i64,
    pub reason: String,
}

/// The request of `series.resume`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResumeSeries {
    pub slot: SlotId,
    pub rev: i64,
}

/// A weekly time after it was ended, or after that was taken back.
#[derive(Debug, Serialize, TS)]
pub struct CancelledSeries {
    pub slot: SlotId,
    pub rev: i64,
    /// How many sessions were cancelled, or came back.
    pub cancelled: usize,
}

/// A session on a date that was closed.
#[derive(Debug, Serialize, TS)]
pub struct ClosedSession {
    pub title: String,
    pub on_date: NaiveDate,
    /// "HH:MM".
    pub starts: String,
    pub expected: usize,
}

/// Dates after they were closed. A rehearsal of the call says the sessions before anything is saved.
#[derive(Debug, Serialize, TS)]
pub struct ClosuresAdded {
    pub added: usize,
    /// The sessions were cancelled; otherwise they stay planned.
    pub cancelled: bool,
    pub sessions: Vec<ClosedSession>,
}

/// A date after it was opened again.
#[derive(Debug, Serialize, TS)]
pub struct ClosureRemoved {
    /// Sessions that came back.
    pub planned: usize,
    /// Sessions that stay cancelled: not asked for, or something else took their time.
    pub left: usize,
}

/// The request of `session.together`: who must not share the room of a session.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhoTogether {
    pub id: SessionId,
    /// Only with this client, who is about to come in.
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
}

/// A date on which the practice is closed.
#[derive(Debug, Serialize, TS)]
pub struct ClosedDate {
    pub on_date: NaiveDate,
    pub name: String,
    /// Weekly times of groups on that date that were not planned because of it.
    pub left_out: usize,
    /// Sessions that this closure cancelled.
    pub cancelled: i64,
    /// Sessions that take place all the same.
    pub planned: i64,
}

/// The request of `session.day`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SessionDay {
    /// The first date; today when left out.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// How many dates, up to 31; one when left out.
    #[serde(default)]
    #[ts(optional)]
    pub days: Option<u8>,
    pub whose: Whose,
}

/// Which session.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichSession {
    pub id: SessionId,
}

/// A session in a list.
#[derive(Debug, Serialize, TS)]
pub struct SessionLine {
    pub id: SessionId,
    pub kind: Kind,
    pub kind_label: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// The group's name, or what kind of session it is.
    pub title: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_name: Option<ShownName>,
    pub staff: StaffId,
    pub staff_name: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substitute: Option<StaffId>,
    pub substitute_name: String,
    pub room: String,
    pub on_date: NaiveDate,
    /// "HH:MM" on the practice's wall.
    pub starts: String,
    pub minutes: i64,
    pub starts_at: Moment,
    pub ends_at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<Moment>,
    pub topic: String,
    /// Which meeting of its group's curriculum it is; the next in line while it is planned.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lesson: Option<SessionLesson>,
    pub state: SessionState,
    pub cancel_reason: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_at: Option<Moment>,
    /// It comes from a weekly time, so later ones can follow its changes.
    pub weekly: bool,
    /// Recorded later than a timely entry; shown with both times.
    pub late_entry: bool,
    /// The person leads it, stands in, or facilitates the group.
    pub mine: bool,
    /// The person may move and cancel it.
    pub may_arrange: bool,
    /// The person may record its attendance.
    pub may_record: bool,
    /// How many are expected, while it is planned.
    pub expected: i64,
    /// How many of them called to be late or not to come, and did not come since.
    pub called: i64,
    /// How many were there, once it is recorded.
    pub here: i64,
    pub absent: i64,
    /// Notes of this session, and how many of them are signed.
    pub notes: i64,
    pub signed: i64,
    pub rev: i64,
}

/// The sessions of some dates.
#[derive(Debug, Serialize, TS)]
pub struct SessionList {
    pub from: NaiveDate,
    /// The first date after the list.
    pub until: NaiveDate,
    pub sessions: Vec<SessionLine>,
    /// Those of the list that are booked twice, also with a session that is not in it.
    pub twice: Vec<BookedTwice>,
    /// Dates of the list on which the practice is closed.
    pub closed: Vec<ClosedDate>,
    /// Weekly places of the coming weeks have no session yet, and the person may plan them (`session.plan_ahead`).
    pub plan_ahead_due: bool,
}

/// A pause.
#[derive(Debug, Serialize, TS)]
pub struct BreakLine {
    pub from: Moment,
    pub until: Moment,
}

/// One session.
#[derive(Debug, Serialize, TS)]
pub struct SessionAnswer {
    pub session: SessionLine,
    pub breaks: Vec<BreakLine>,
}

/// The request of `session.sign_in_sheet`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintSignInSheet {
    pub id: SessionId,
    /// Empty rows at the foot, for walk-ins.
    #[serde(default)]
    pub blank: u8,
    pub copies: u8,
}

/// The request of `session.swap_lesson`: what this session alone takes from the curriculum.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SwapLesson {
    pub id: SessionId,
    pub rev: i64,
    /// The one in line again when left out.
    #[serde(default)]
    #[ts(optional)]
    pub lesson: Option<LessonId>,
}

/// The sheet was saved.
#[derive(Debug, Serialize, TS)]
pub struct SheetSaved {
    pub saved: bool,
}

pub(crate) fn calls() -> Vec<Call> {
    let look = Need::Cell(Info::Attendance, Verb::Read);
    let arrange = Need::Cell(Info::Identity, Verb::Write);
    vec![
        op("group.add", arrange, plan::add_group),
        op("group.change", arrange, plan::change_group),
        op("slot.add", arrange, plan::add_slot),
        op("slot.end", arrange, plan::end_slot),
        op("session.plan", arrange, ops::plan),
        op("session.plan_ahead", look, plan::plan_ahead),
        op("session.change", arrange, ops::change),
        op("session.cancel", arrange, ops::cancel),
        op("session.plan_again", arrange, ops::plan_again),
        op("session.substitute", arrange, ops::substitute),
        // For who leads the session, or arranges its group: `lesson::swap` decides.
        op("session.swap_lesson", look, lesson::swap),
        op("series.move", arrange, series::shift),
        op("series.cancel", arrange, series::cancel_all),
        op("series.resume", arrange, series::resume),
        op("closure.add", Need::Cell(Info::Staff, Verb::Write), closing::add),
        op("closure.remove", Need::Cell(Info::Staff, Verb::Write), closing::remove),
        query("session.together", look, &[Tag::Apart, Tag::Session, Tag::Group, Tag::Client], together::who),
        query(
            "session.day",
            look,
            &[Tag::Session, Tag::Closure, Tag::Group, Tag::Curriculum, Tag::Attendance, Tag::Note, Tag::Client],
            queries::day,
        ),
        query(
            "session.get",
            look,
            &[Tag::Session, Tag::Group, Tag::Curriculum, Tag::Attendance, Tag::Note, Tag::Client],
            queries::get,
        ),
        desk_op("session.sign_in_sheet", look, &[Tag::Exit], sheet::print),
    ]
}
