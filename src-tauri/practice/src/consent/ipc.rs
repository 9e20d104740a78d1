//! Calls of consents.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConsentId, ConsentKind, ConsentState, ConsentSummary, RevokedHow, ops, print, queries};
use crate::client::ClientId;
use crate::exit::CopyFields;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Tag, Verb};

/// The request of `consent.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddConsent {
    pub client: ClientId,
    pub kind: ConsentKind,
    /// Whom it names. Empty only for kinds that name nobody.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub recipient: String,
    pub purpose: String,
    /// What may be told, in the words of the paper.
    pub scope: String,
    pub signed_on: NaiveDate,
    #[serde(default)]
    #[ts(optional)]
    pub expires_on: Option<NaiveDate>,
    /// "When the monitoring agreement ends."
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub expires_event: String,
}

/// The request of `consent.revoke`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RevokeConsent {
    pub id: ConsentId,
    pub rev: i64,
    pub how: RevokedHow,
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// The request of `consent.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidConsent {
    pub id: ConsentId,
    pub rev: i64,
    pub reason: String,
}

/// The request of `consent.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConsentsOf {
    pub client: ClientId,
}

/// A consent with its state of today.
#[derive(Debug, Serialize, TS)]
pub struct ConsentRow {
    pub id: ConsentId,
    pub kind: ConsentKind,
    pub kind_words: &'static str,
    pub recipient: String,
    pub purpose: String,
    pub scope: String,
    pub signed_on: NaiveDate,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
    pub expires_event: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_on: Option<NaiveDate>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_how: Option<RevokedHow>,
    pub state: ConsentState,
    pub rev: i64,
}

/// The consents of a client. Who may only glimpse sees `in_order` or `missing`, and no rows.
#[derive(Debug, Serialize, TS)]
pub struct ConsentList {
    pub summary: ConsentSummary,
    pub rows: Vec<ConsentRow>,
    pub may_obtain: bool,
}

/// A kind to choose.
#[derive(Debug, Serialize, TS)]
pub struct ConsentChoice {
    pub kind: ConsentKind,
    pub label: &'static str,
    pub needs_recipient: bool,
    pub needs_end: bool,
}

/// The request of `consent.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintConsent {
    pub id: ConsentId,
    pub copy: CopyFields,
}

pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::Consents, verb);
    vec![
        query("consent.list", cell(Verb::Glimpse), &[Tag::Consent, Tag::Client, Tag::Policy], queries::list),
        query("consent.kinds", cell(Verb::Obtain), &[], queries::kinds),
        desk_op("consent.print", cell(Verb::Read), &[Tag::Exit], print::print),
        op("consent.add", cell(Verb::Obtain), ops::add),
        op("consent.revoke", cell(Verb::Obtain), ops::revoke),
        op("consent.void", cell(Verb::Obtain), ops::void),
    ]
}
