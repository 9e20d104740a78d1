//! Calls about pairs kept apart. Who sits in a room together is asked through the slice `session`, which knows the rooms.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ApartId, ApartReason, ops, queries};
use crate::client::{ClientId, ShownName};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// The request of `apart.of_client`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhosePairs {
    pub client: ClientId,
}

/// Somebody let a pair into one room all the same.
#[derive(Debug, Serialize, TS)]
pub struct LetIn {
    pub at: Moment,
    pub by: String,
    /// The group, or what kind of session it was.
    pub room_of: String,
    /// The date of a session; none where it holds for a stay on the roster.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_date: Option<NaiveDate>,
    /// What was typed; left out for somebody without a relation to both, since it may tell who the other is.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A pair, seen from one of its two charts.
#[derive(Debug, Serialize, TS)]
pub struct PairLine {
    pub id: ApartId,
    /// The other of the two; left out for somebody without a relation to both.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<ShownName>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<ApartReason>,
    pub reason_label: String,
    pub detail: String,
    pub from_on: NaiveDate,
    /// The first date on which it does not hold any more.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
    pub end_reason: String,
    /// Who wrote it down, or changed it last.
    pub by: String,
    pub at: Moment,
    /// Groups on whose roster both stand while the pair holds; none for somebody without a relation to both.
    pub both_in: Vec<String>,
    /// Each time it was overridden, the latest first.
    pub let_in: Vec<LetIn>,
    pub rev: i64,
}

/// The pairs of a client.
#[derive(Debug, Serialize, TS)]
pub struct Pairs {
    pub pairs: Vec<PairLine>,
    /// The person may add one and end one.
    pub may_change: bool,
}

/// The request of `apart.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepApart {
    pub client: ClientId,
    pub other: ClientId,
    pub reason: ApartReason,
    #[serde(default)]
    pub detail: String,
    /// Today when left out.
    #[serde(default)]
    #[ts(optional)]
    pub from_on: Option<NaiveDate>,
}

/// The request of `apart.end`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndApart {
    pub id: ApartId,
    pub rev: i64,
    /// The first date on which it does not hold any more.
    pub until_on: NaiveDate,
    pub reason: String,
}

/// A pair that was added or ended.
#[derive(Debug, Serialize, TS)]
pub struct SavedApart {
    pub id: ApartId,
    pub rev: i64,
}

/// Two people in one room who must not be. Who is named depends on who looks.
#[derive(Debug, Serialize, TS)]
pub struct Together {
    /// Finished words for the screen.
    pub words: String,
    /// One of the two, for somebody with a relation to both.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one: Option<ShownName>,
    /// The other, likewise.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<ShownName>,
}

pub(crate) fn calls() -> Vec<Call> {
    let read = Need::Cell(Info::Notes, Verb::Read);
    vec![
        query("apart.of_client", read, &[Tag::Apart, Tag::Client], queries::of_client),
        // Who decides: `rules::may_decide`.
        op("apart.add", Need::Cell(Info::Identity, Verb::Write), ops::add),
        op("apart.end", Need::Cell(Info::Identity, Verb::Write), ops::end),
    ]
}
