//! Calls of fitting.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{calendar, queries};
use crate::client::ClientId;
use crate::group::{GroupId, ShownName};
use crate::kernel::router::{Call, Need, desk_op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::session::SessionId;
use crate::work_pattern::TakenBy;

/// The request of `fitting.groups` and `fitting.forecast`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FitFor {
    pub client: ClientId,
}

/// A group that may be chosen.
#[derive(Debug, Serialize, TS)]
pub struct FitGroup {
    pub id: GroupId,
    pub name: String,
    pub type_label: String,
    /// On its roster already.
    pub member: bool,
    /// Seats under the cap, the client's own not counted.
    pub seats: i64,
    /// The first meeting of these weeks, and how many there are and meet a shift.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Moment>,
    pub meetings: usize,
    pub taken: usize,
}

/// A meeting that is named: one that is missed, or one that makes up for it.
#[derive(Debug, Serialize, TS)]
pub struct FitMeeting {
    /// The group's name; an appointment of the client otherwise.
    pub title: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    pub on: NaiveDate,
    pub starts_at: Moment,
    pub ends_at: Moment,
    /// What it meets; absent where it meets another meeting of the combination, or nothing.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meets: Option<TakenBy>,
}

/// One week of a combination.
#[derive(Debug, Serialize, TS)]
pub struct FitWeekLine {
    pub start: NaiveDate,
    pub last: NaiveDate,
    pub minutes: i64,
    /// What the week owes, in minutes; absent when it owes nothing.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// Minutes that lack.
    pub lacks: i64,
    pub clashes: Vec<FitMeeting>,
    /// Sessions of other groups that repair the week.
    pub make_ups: Vec<FitMeeting>,
    /// The make-ups are enough to reach the hours.
    pub repaired: bool,
}

/// A combination of groups.
#[derive(Debug, Serialize, TS)]
pub struct FitOption {
    pub groups: Vec<GroupId>,
    /// It is the rosters as they stand.
    pub now: bool,
    pub weeks_below: usize,
    pub clashes: usize,
    pub days: usize,
    /// Minutes on the way, over all weeks.
    pub travel: i64,
    pub weeks: Vec<FitWeekLine>,
}

/// What fits over the next eight program weeks.
#[derive(Debug, Serialize, TS)]
pub struct FitAnswer {
    pub from: NaiveDate,
    pub last: NaiveDate,
    /// Every group that was combined.
    pub groups: Vec<FitGroup>,
    /// Full, without a meeting in these weeks, or beyond the twelve that meet fewest shifts.
    pub left_out: Vec<FitGroup>,
    /// The best few, the best first.
    pub options: Vec<FitOption>,
    /// The rosters as they stand.
    pub now: FitOption,
    /// A work pattern is known.
    pub has_pattern: bool,
    /// The person may put the client on a roster.
    pub may_join: bool,
}

/// The running week, to its end.
#[derive(Debug, Serialize, TS)]
pub struct Forecast {
    pub week_last: NaiveDate,
    /// Attended and recorded, in minutes.
    pub done: i64,
    /// Planned and not recorded, without what meets a shift.
    pub planned: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// Minutes that will lack at the end of the week.
    pub short: i64,
    /// Planned sessions that meet a shift.
    pub clashes: Vec<FitMeeting>,
    /// Sessions with an open seat that meet nothing, the earliest first, until nothing lacks.
    pub fixes: Vec<FitMeeting>,
    /// With them nothing lacks.
    pub enough: bool,
}

/// A clash before it happens.
#[derive(Debug, Serialize, TS)]
pub struct ComingClash {
    pub client: ClientId,
    pub name: ShownName,
    pub meeting: FitMeeting,
}

/// The request of `fitting.save_calendar` and `fitting.print_calendar`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCalendar {
    pub client: ClientId,
}

pub(crate) fn calls() -> Vec<Call> {
    const SHOWN: &[Tag] = &[Tag::Session, Tag::Group, Tag::Attendance, Tag::Client, Tag::Policy];
    let read = Need::Cell(Info::Attendance, Verb::Read);
    vec![
        query("fitting.groups", read, SHOWN, queries::groups),
        query("fitting.forecast", read, SHOWN, queries::forecast),
        query("fitting.clashes", Need::SignedIn, SHOWN, queries::clashes),
        desk_op("fitting.save_calendar", read, &[Tag::Exit], calendar::save),
        desk_op("fitting.print_calendar", read, &[Tag::Exit], calendar::print),
    ]
}
