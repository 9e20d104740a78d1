//! Calls of the closures. `closure.add` and `closure.remove` also cancel and plan sessions: the slice `session` lists them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ClosureId, queries};
use crate::kernel::router::{Call, Need, query};
use crate::kernel::{Info, Tag, Verb};

/// The request of `closure.list` and `closure.holidays`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClosureYear {
    /// This year when left out.
    #[serde(default)]
    #[ts(optional)]
    pub year: Option<i32>,
}

/// A closed date.
#[derive(Debug, Serialize, TS)]
pub struct ClosureLine {
    pub id: ClosureId,
    pub on_date: NaiveDate,
    pub name: String,
    /// Where the date comes from; empty for one of the practice's own.
    pub source: String,
    /// Sessions that this closure cancelled.
    pub cancelled: i64,
    /// Sessions still planned on that date.
    pub planned: i64,
    pub rev: i64,
}

/// The closed dates of a year, in order.
#[derive(Debug, Serialize, TS)]
pub struct Closures {
    pub year: i32,
    pub closures: Vec<ClosureLine>,
    /// The person may close a date and open it again.
    pub may_change: bool,
}

/// A holiday of a year, as a proposal.
#[derive(Debug, Serialize, TS)]
pub struct Proposal {
    pub name: String,
    /// The day itself.
    pub falls_on: NaiveDate,
    /// The day on which it is observed: another one after a weekend.
    pub observed_on: NaiveDate,
    /// One of the two is closed already.
    pub closed: bool,
    pub source: String,
}

/// A date to close.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClosureFields {
    pub on_date: NaiveDate,
    pub name: String,
    /// Where the date comes from.
    #[serde(default)]
    pub source: String,
}

/// The request of `closure.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddClosures {
    pub days: Vec<ClosureFields>,
    /// Cancels what is planned on these dates; otherwise it stays planned.
    #[serde(default)]
    pub cancel_planned: bool,
}

/// The request of `closure.remove`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveClosure {
    pub id: ClosureId,
    pub rev: i64,
    /// Plans again what this closure cancelled, from today on.
    #[serde(default)]
    pub plan_again: bool,
}

pub(crate) fn calls() -> Vec<Call> {
    let look = Need::Cell(Info::Attendance, Verb::Read);
    vec![
        query("closure.list", look, &[Tag::Closure, Tag::Session], queries::list),
        query("closure.holidays", look, &[Tag::Closure], queries::proposals),
    ]
}
