//! Calls of plans.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ObjectiveId, ObjectiveState, PlanId, PlanState, ops, print, queries};
use crate::client::ClientId;
use crate::exit::CopyFields;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// An objective as a form sends it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveFields {
    /// One step that can be checked.
    pub words: String,
    #[serde(default)]
    #[ts(optional)]
    pub target_on: Option<NaiveDate>,
}

/// A goal as a form sends it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GoalFields {
    /// In the client's own words.
    pub words: String,
    pub objectives: Vec<ObjectiveFields>,
}

/// A problem as a form sends it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProblemFields {
    pub words: String,
    pub goals: Vec<GoalFields>,
}

/// The request of `plan.get` and `plan.start`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanOf {
    pub client: ClientId,
}

/// The request of `plan.version`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OnePlan {
    pub id: PlanId,
}

/// The request of `plan.save`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePlan {
    pub id: PlanId,
    pub rev: i64,
    /// The whole of it: what is not here is taken out of the draft.
    pub problems: Vec<ProblemFields>,
}

/// The request of `plan.sign`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignPlan {
    pub id: PlanId,
    pub rev: i64,
    /// The day it takes effect; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub effective_on: Option<NaiveDate>,
    /// When it is reviewed; after the practice's days when absent.
    #[serde(default)]
    #[ts(optional)]
    pub review_due_on: Option<NaiveDate>,
}

/// The request of `plan.approve` and `plan.discard`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisPlan {
    pub id: PlanId,
    pub rev: i64,
}

/// The request of `plan.mark`: how an objective of the active plan stands now.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkObjective {
    pub id: ObjectiveId,
    pub rev: i64,
    pub state: ObjectiveState,
}

/// An objective.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Objective {
    pub id: ObjectiveId,
    /// As a note cites it: "1.2".
    pub label: String,
    pub words: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_on: Option<NaiveDate>,
    pub state: ObjectiveState,
    pub rev: i64,
}

/// A goal with its objectives.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Goal {
    pub words: String,
    pub objectives: Vec<Objective>,
}

/// A problem with its goals.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Problem {
    pub words: String,
    pub goals: Vec<Goal>,
}

/// One version of a plan.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Plan")]
pub struct PlanAnswer {
    pub id: PlanId,
    pub version: i64,
    pub state: PlanState,
    pub effective_on: NaiveDate,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_due_on: Option<NaiveDate>,
    /// Days past the review; negative before it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_overdue: Option<i64>,
    pub author: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<Moment>,
    pub imported: bool,
    pub problems: Vec<Problem>,
    pub rev: i64,
}

/// A version in the list of versions.
#[derive(Debug, Serialize, TS)]
pub struct PlanVersion {
    pub id: PlanId,
    pub version: i64,
    pub state: PlanState,
    pub effective_on: NaiveDate,
    pub author: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Moment>,
}

/// The plan of a client. Who may only glimpse sees the open objectives and nothing else.
#[derive(Debug, Serialize, TS)]
pub struct ClientPlan {
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<PlanAnswer>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<PlanAnswer>,
    /// Open objectives of the active plan.
    pub objectives: Vec<Objective>,
    pub versions: Vec<PlanVersion>,
    pub may_write: bool,
    pub may_sign: bool,
    /// Nobody approves a plan of their own, nor twice.
    pub may_approve: bool,
}

/// The request of `plan.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintPlan {
    pub id: PlanId,
    pub copy: CopyFields,
}

pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::Plan, verb);
    let shown: &[Tag] = &[Tag::Plan, Tag::Client];
    vec![
        query("plan.get", cell(Verb::Glimpse), shown, queries::get),
        query("plan.version", cell(Verb::Read), shown, queries::version),
        desk_op("plan.print", cell(Verb::Read), &[Tag::Exit], print::print),
        op("plan.start", cell(Verb::Write), ops::start),
        op("plan.save", cell(Verb::Write), ops::save),
        op("plan.discard", cell(Verb::Write), ops::discard),
        op("plan.sign", cell(Verb::Sign), ops::sign),
        op("plan.mark", cell(Verb::Write), ops::mark),
        op("plan.approve", cell(Verb::Approve), ops::approve),
    ]
}
