//! Calls of work patterns.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Blocked, TakenBy, WorkPatternId, ops, queries};
use crate::client::ClientId;
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// A shift on the workplace's wall.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShiftFields {
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
}

/// A version as a form sends it and a screen shows it.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WorkPatternFields {
    /// The first date it holds.
    pub from_on: NaiveDate,
    /// IANA name of the workplace's zone.
    pub time_zone: String,
    /// One letter a day, repeating: D day, N night, C call, O off.
    pub cycle: String,
    /// The date of the first letter.
    pub anchor_on: NaiveDate,
    pub day: ShiftFields,
    pub night: ShiftFields,
    pub call: ShiftFields,
    pub travel_minutes: i64,
    pub blocked: Vec<Blocked>,
}

/// The request of `work_pattern.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WorkPatternOf {
    pub client: ClientId,
}

/// The request of `work_pattern.set`. A second pattern from the same date replaces the first, which stays in the history.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetWorkPattern {
    pub client: ClientId,
    pub fields: WorkPatternFields,
}

/// The request of `work_pattern.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisWorkPattern {
    pub id: WorkPatternId,
    pub rev: i64,
}

/// What was written.
#[derive(Debug, Serialize, TS)]
pub struct SavedWorkPattern {
    pub id: WorkPatternId,
    pub rev: i64,
}

/// One version.
#[derive(Debug, Serialize, TS)]
pub struct WorkPatternLine {
    pub id: WorkPatternId,
    pub rev: i64,
    pub fields: WorkPatternFields,
    /// It holds today.
    pub holds: bool,
}

/// A time that is taken.
#[derive(Debug, Serialize, TS)]
pub struct BusyLine {
    pub what: TakenBy,
    pub from: Moment,
    pub until: Moment,
}

/// The versions of a client, the latest first, and what they make of the next two weeks.
#[derive(Debug, Serialize, TS)]
pub struct WorkPatterns {
    pub versions: Vec<WorkPatternLine>,
    pub next: Vec<BusyLine>,
    pub may_set: bool,
}

pub(crate) fn calls() -> Vec<Call> {
    let write = Need::Cell(Info::Identity, Verb::Write);
    vec![
        query("work_pattern.list", Need::Cell(Info::Attendance, Verb::Read), &[Tag::Client], queries::list),
        op("work_pattern.set", write, ops::set),
        op("work_pattern.void", write, ops::void),
    ]
}
