//! Calls of inquiries.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Asks, InquiryId, InquiryState, Urgency, ops, queries};
use crate::client::{Admission, ClientFields, ClientId, ReferralSource};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// Which inquiries a list shows.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListInquiries {
    /// Those that are over, instead of those that somebody owes a step.
    pub over: bool,
}

/// A step that may follow.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NextStep {
    pub to: InquiryState,
    /// As its button says it.
    pub label: String,
    pub asks: Asks,
}

/// An inquiry, as lists show it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct InquiryRow {
    pub id: InquiryId,
    pub rev: i64,
    pub client: ClientId,
    /// "C-0412".
    pub number: String,
    pub family_name: String,
    /// The preferred name where there is one.
    pub given_name: String,
    pub profession: String,
    pub state: InquiryState,
    pub state_label: String,
    pub state_on: NaiveDate,
    /// Whole days since the last step.
    pub days: i64,
    pub asked_on: NaiveDate,
    #[serde(flatten)]
    pub fields: InquiryFields,
    /// Why it stands where it stands; empty when no step asked for it.
    pub reason: String,
    /// The legal next steps, in their order.
    pub next: Vec<NextStep>,
    pub may_change: bool,
}

/// How many inquiries of the last 90 days came how far.
#[derive(Debug, Serialize, TS)]
pub struct Reached {
    pub state: InquiryState,
    pub label: String,
    pub count: i64,
}

/// The answer of `inquiry.list`.
#[derive(Debug, Serialize, TS)]
pub struct InquiryList {
    /// The most urgent and then the oldest first; those that are over, the newest first.
    pub rows: Vec<InquiryRow>,
    /// Inquiries that began in the last 90 days, by what they reached.
    pub reached: Vec<Reached>,
    pub since: NaiveDate,
}

/// A step that was taken.
#[derive(Debug, Serialize, TS)]
pub struct StepTaken {
    pub label: String,
    pub reason: String,
    pub on: NaiveDate,
    pub at: Moment,
    pub by: String,
    pub taken_back: bool,
}

/// The request of `inquiry.steps`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichInquiry {
    pub id: InquiryId,
}

/// What the call was about.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InquiryFields {
    /// Who called; empty when it was the client.
    pub caller: String,
    /// What binds the caller to the client.
    pub caller_is: ReferralSource,
    pub call_back: String,
    pub message_is_safe: bool,
    pub urgency: Urgency,
    /// Insurance, as the caller said it.
    pub coverage: String,
    pub about: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub follow_up_on: Option<NaiveDate>,
}

/// Whom an inquiry is about.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AsksForCare {
    /// A client who comes back.
    Known(ClientId),
    New(Box<ClientFields>),
}

/// The request of `inquiry.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddInquiry {
    pub who: AsksForCare,
    pub fields: InquiryFields,
}

/// The answer of `inquiry.add`.
#[derive(Debug, Serialize, TS)]
pub struct InquiryAdded {
    pub id: InquiryId,
    pub client: ClientId,
}

/// The request of `inquiry.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeInquiry {
    pub id: InquiryId,
    pub rev: i64,
    pub fields: InquiryFields,
}

/// The request of `inquiry.step`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeStep {
    pub id: InquiryId,
    pub rev: i64,
    pub to: InquiryState,
    /// Where the step asks for it.
    #[serde(default)]
    pub reason: String,
    /// The day of the appointment, where the step asks for it; it becomes the follow-up.
    #[serde(default)]
    #[ts(optional)]
    pub day: Option<NaiveDate>,
    #[serde(default)]
    #[ts(optional)]
    pub admission: Option<Admission>,
}

/// The request of `inquiry.take_back` and `inquiry.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisInquiry {
    pub id: InquiryId,
    pub rev: i64,
}

/// The inquiry as it stands after a change.
#[derive(Debug, Serialize, TS)]
pub struct InquiryStands {
    pub id: InquiryId,
    pub rev: i64,
    pub state: InquiryState,
}

pub(crate) fn calls() -> Vec<Call> {
    let read = Need::Cell(Info::Identity, Verb::Read);
    let write = Need::Cell(Info::Identity, Verb::Write);
    vec![
        query("inquiry.list", read, &[Tag::Inquiry, Tag::Client], queries::list),
        query("inquiry.steps", read, &[Tag::Inquiry], queries::steps),
        op("inquiry.add", write, ops::add),
        op("inquiry.change", write, ops::change),
        op("inquiry.step", write, ops::step),
        op("inquiry.take_back", write, ops::take_back),
        op("inquiry.void", write, ops::void),
    ]
}
