//! Calls of plans.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::difference::{self, PlanDifference};
use super::review::{self, PlanReview};
use super::signature::{self, ClientSignature};
use super::{ObjectiveId, ObjectiveState, PlanId, PlanState, due, handed, library, ops, print, queries, sources};
use crate::client::ClientId;
use crate::draft::AtWork;
use crate::exit::CopyFields;
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, desk_op, desk_query, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::workstation::Proof;

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

/// What the staff does for a goal, as a form sends it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterventionFields {
    pub words: String,
    /// "Twice a week, 50 minutes".
    pub frequency: String,
    /// Who answers for it.
    #[serde(default)]
    #[ts(optional)]
    pub responsible: Option<StaffId>,
}

/// A goal as a form sends it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GoalFields {
    /// In the client's own words.
    pub words: String,
    pub objectives: Vec<ObjectiveFields>,
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<InterventionFields>>")]
    pub interventions: Vec<InterventionFields>,
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

/// The request of `plan.version` and `plan.ready`.
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
#[derive(Deserialize, TS)]
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
    pub proof: Proof,
}

/// The request of `plan.approve`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApprovePlan {
    pub id: PlanId,
    pub rev: i64,
    pub proof: Proof,
}

/// The request of `plan.discard`.
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

/// What the staff does for a goal.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Intervention {
    pub words: String,
    pub frequency: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsible: Option<StaffId>,
    /// The name of who answers for it; empty when nobody was named.
    pub responsible_name: String,
}

/// A goal with its objectives and what is done for it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Goal {
    pub words: String,
    pub objectives: Vec<Objective>,
    pub interventions: Vec<Intervention>,
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
    /// The supervisor sent it back.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<PlanReturned>,
    /// The client's own signature, or that they declined.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_signature: Option<ClientSignature>,
    /// The newest first.
    pub reviews: Vec<PlanReview>,
    pub imported: bool,
    pub problems: Vec<Problem>,
    /// Who is at it, while it is open.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_work: Option<AtWork>,
    pub rev: i64,
}

/// A plan that was sent back, with what is asked for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanReturned {
    pub by: String,
    pub at: Moment,
    pub comment: String,
}

/// The request of `plan.return`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReturnPlan {
    pub id: PlanId,
    pub rev: i64,
    pub comment: String,
}

/// A version in the list of versions.
#[derive(Debug, Serialize, TS)]
pub struct PlanVersion {
    pub id: PlanId,
    pub version: i64,
    /// The number of the stay that it belongs to.
    pub stay: i64,
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
        query("plan.ready", cell(Verb::Sign), &[Tag::Plan, Tag::Staff], queries::ready),
        desk_op("plan.sign", cell(Verb::Sign), &[Tag::Plan], ops::sign),
        op("plan.mark", cell(Verb::Write), ops::mark),
        desk_op("plan.approve", cell(Verb::Approve), &[Tag::Plan], ops::approve),
        op("plan.return", cell(Verb::Approve), ops::send_back),
        query("plan.review_ready", cell(Verb::Sign), &[Tag::Plan, Tag::Staff], review::ready),
        desk_op("plan.review", cell(Verb::Sign), &[Tag::Plan], review::review),
        query("plan.difference", cell(Verb::Read), shown, |view, request: difference::TwoPlans| {
            queries::difference(view, &request).map(|lines| PlanDifference { lines })
        }),
        query("plan.due", cell(Verb::Read), &[Tag::Plan, Tag::Client, Tag::Policy], due::list),
        query("plan.sources", cell(Verb::Write), &[Tag::Assessment, Tag::Client], sources::list),
        op("plan_signature.record", cell(Verb::Write), signature::record),
        op("plan_signature.void", cell(Verb::Write), signature::void),
        desk_op("plan_signature.hand", cell(Verb::Write), &[Tag::Workstation], handed::hand),
        desk_query("plan_signature.handed", Need::Nothing, &[Tag::Workstation], handed::sheet),
        desk_op("plan_signature.hand_in", Need::Nothing, &[Tag::Plan, Tag::Workstation], handed::hand_in),
        query("library.list", Need::SignedIn, &[Tag::Plan], library::list),
        op("library.add", cell(Verb::Write), library::add),
        op("library.change", cell(Verb::Write), library::change),
    ]
}
