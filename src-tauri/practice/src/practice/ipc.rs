//! Calls of the practice: first run, the row, its policies.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Practice, WeekStart, ops, policy, queries};
use crate::kernel::router::{Call, Need, Nothing, desk_op, desk_query, op, query};
use crate::kernel::{Info, Tag, Verb};
use crate::recovery::RecoveryShown;

/// A code with its name.
#[derive(Debug, Serialize, TS)]
pub struct Choice {
    pub code: String,
    pub name: String,
}

/// What first run offers to choose from.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "PracticeChoices")]
pub struct Choices {
    pub states: Vec<Choice>,
    /// IANA names; the zones of the United States first.
    pub time_zones: Vec<String>,
    pub week_starts: Vec<Choice>,
}

/// The practice as first run asks for it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "PracticeFields")]
pub struct NewPractice {
    pub name: String,
    /// Two letters, for the rules and forms of that state.
    pub state: String,
    /// An IANA name such as `America/New_York`.
    pub time_zone: String,
    pub week_starts_on: WeekStart,
    /// A practice of one clinician.
    pub solo: bool,
    /// The CLIA number under which cups are read on site.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub clia: String,
}

/// The first director.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewDirector {
    pub given_name: String,
    pub family_name: String,
    /// As printed behind the name: "LCSW". May be empty.
    pub credential: String,
    pub login: String,
    pub passphrase: String,
}

/// The request of `practice.create`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreatePractice {
    pub practice: NewPractice,
    pub director: NewDirector,
}

/// The practice as settings show it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Practice")]
pub struct PracticeAnswer {
    pub name: String,
    pub state: String,
    pub time_zone: String,
    pub week_starts_on: WeekStart,
    pub solo: bool,
    pub clia: String,
    pub idle_minutes: i64,
    pub rev: i64,
}

impl From<Practice> for PracticeAnswer {
    fn from(row: Practice) -> Self {
        Self {
            name: row.name,
            state: row.state,
            time_zone: row.time_zone,
            week_starts_on: row.week_starts_on,
            solo: row.solo,
            clia: row.clia,
            idle_minutes: row.idle_minutes,
            rev: row.rev,
        }
    }
}

/// The request of `practice.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePractice {
    pub name: String,
    pub state: String,
    pub time_zone: String,
    pub week_starts_on: WeekStart,
    pub solo: bool,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub clia: String,
    /// Minutes without a sign of life before the screen locks, 1 to 15.
    pub idle_minutes: i64,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    let write = Need::Cell(Info::Staff, Verb::Write);
    vec![
        desk_query("practice.choices", Need::Nothing, &[], |_, Nothing {}| Ok(queries::choices())),
        desk_op(
            "practice.create",
            Need::Nothing,
            &[Tag::Workstation],
            |desk, request: CreatePractice| -> crate::kernel::Result<RecoveryShown> { ops::create(desk, request) },
        ),
        query("practice.get", Need::SignedIn, &[Tag::Practice], queries::get),
        op("practice.change", write, ops::change),
        query("policy.list", Need::SignedIn, &[Tag::Policy], policy::list),
        query("policy.payers", write, &[Tag::Client], policy::payers),
        op("policy.set", write, policy::set),
    ]
}
