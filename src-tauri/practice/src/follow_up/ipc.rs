//! Calls of follow-ups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::rules::RuleStep;
use super::{FollowUpEvent, FollowUpId, FollowUpRuleId, FollowUpState, FollowUpStep, ops, queries};
use crate::agreement::AgreementKind;
use crate::client::ClientId;
use crate::consent::{ConsentKind, Lacking};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// Whose follow-ups: of a client, or of one test.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUpsOf {
    pub client: ClientId,
    /// Only those of this test.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub test: Option<Uuid>,
}

/// A follow-up.
#[derive(Debug, Serialize, TS)]
pub struct FollowUpRow {
    pub id: FollowUpId,
    pub client: ClientId,
    /// Empty for a restricted chart in a list of everybody's.
    pub client_name: String,
    pub event: FollowUpEvent,
    pub event_label: &'static str,
    /// The test it follows on; absent for a missed check-in.
    #[ts(optional, as = "Option<String>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<Uuid>,
    /// "S-26-1187", or the date of the draw.
    pub of: String,
    pub step: FollowUpStep,
    pub step_label: &'static str,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<ConsentKind>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient_label: Option<&'static str>,
    /// Of a notice under an agreement: with whom.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Of a notice: to whom the consent that covers it lets it go. Absent: no consent covers it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covered_by: Option<String>,
    /// A notice that no consent covers. Nothing may leave.
    pub blocked: bool,
    /// What is missing; absent where it is not blocked.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lacking: Option<Lacking>,
    /// The same in words; empty where it is not blocked.
    pub lacking_words: &'static str,
    pub words: String,
    pub due_at: Moment,
    pub overdue: bool,
    pub state: FollowUpState,
    pub answer: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
    /// The test that was ordered as an answer.
    #[ts(optional, as = "Option<String>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answering_test: Option<Uuid>,
    pub may_answer: bool,
    pub rev: i64,
}

/// The request of `follow_up.answer`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerFollowUp {
    pub id: FollowUpId,
    pub rev: i64,
    /// Done or not needed.
    pub state: FollowUpState,
    pub answer: String,
}

/// The request of `follow_up.reopen`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenFollowUp {
    pub id: FollowUpId,
    pub rev: i64,
}

/// What was saved of a follow-up.
#[derive(Debug, Serialize, TS)]
pub struct SavedFollowUp {
    pub id: FollowUpId,
    pub rev: i64,
}

/// A rule that holds for an event.
#[derive(Debug, Serialize, TS)]
pub struct FollowUpRule {
    /// Absent for the rule that is shipped.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<FollowUpRuleId>,
    #[ts(optional, as = "Option<String>")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<Uuid>,
    /// "Everybody", a program's name, or a kind of agreement.
    pub holds_for: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementKind>,
    pub steps: Vec<RuleStep>,
    pub source: String,
    pub rev: i64,
}

/// The rules of an event: the general one first.
#[derive(Debug, Serialize, TS)]
pub struct FollowUpEventRules {
    pub event: FollowUpEvent,
    pub label: &'static str,
    pub help: &'static str,
    pub rules: Vec<FollowUpRule>,
}

/// A testing program to choose.
#[derive(Debug, Serialize, TS)]
pub struct FollowUpProgram {
    #[ts(as = "String")]
    pub id: Uuid,
    pub name: String,
}

/// A kind of agreement to choose.
#[derive(Debug, Serialize, TS)]
pub struct FollowUpAgreement {
    pub kind: AgreementKind,
    pub label: &'static str,
}

/// A step to choose.
#[derive(Debug, Serialize, TS)]
pub struct FollowUpChoice {
    pub step: FollowUpStep,
    pub label: &'static str,
}

/// A recipient to choose.
#[derive(Debug, Serialize, TS)]
pub struct FollowUpRecipient {
    pub kind: ConsentKind,
    pub label: &'static str,
}

/// Every rule, with what a rule can say.
#[derive(Debug, Serialize, TS)]
pub struct FollowUpRules {
    pub events: Vec<FollowUpEventRules>,
    pub steps: Vec<FollowUpChoice>,
    pub recipients: Vec<FollowUpRecipient>,
    pub programs: Vec<FollowUpProgram>,
    pub agreements: Vec<FollowUpAgreement>,
    pub may_change: bool,
}

/// The request of `follow_up.set_rule`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetFollowUpRule {
    pub event: FollowUpEvent,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub program: Option<Uuid>,
    #[serde(default)]
    #[ts(optional)]
    pub agreement: Option<AgreementKind>,
    /// None: nothing follows.
    pub steps: Vec<RuleStep>,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub source: String,
    /// The revision of the rule it replaces; 0 for a new one.
    pub rev: i64,
}

/// The request of `follow_up.drop_rule`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DropFollowUpRule {
    pub id: FollowUpRuleId,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::DrugTests, verb);
    let set = Need::Cell(Info::Staff, Verb::Write);
    let shown: &[Tag] = &[Tag::FollowUp, Tag::DrugTest, Tag::Consent, Tag::Client, Tag::Agreement];
    vec![
        query("follow_up.list", cell(Verb::Read), shown, queries::list),
        query("follow_up.rules", cell(Verb::Read), &[Tag::FollowUp, Tag::Testing], queries::rules),
        op("follow_up.answer", cell(Verb::Interpret), ops::answer),
        op("follow_up.reopen", cell(Verb::Interpret), ops::reopen),
        op("follow_up.set_rule", set, ops::set_rule),
        op("follow_up.drop_rule", set, ops::drop_rule),
    ]
}
