//! Calls of agreements.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgreementId, AgreementKind, AgreementStanding, ops, queries};
use crate::client::ClientId;
use crate::consent::{ConsentId, Lacking};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Tag, Verb};

/// An agreement as a form sends it.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementFields {
    pub kind: AgreementKind,
    /// With whom, by name.
    pub party: String,
    /// Their number of it.
    pub reference: String,
    pub from: NaiveDate,
    /// The last day; open until it is completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
    /// How many tests a year it asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub tests_per_year: Option<i64>,
    /// The key of the panel it asks for; empty for any.
    pub panel: String,
    pub terms: String,
    /// Within how many hours they are told of what the rules give notice of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub notice_hours: Option<i64>,
    /// Every how many months a report is due: 1, 2, 3, 6 or 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub report_months: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub report_first_on: Option<NaiveDate>,
    /// The consent that covers telling them; without one, the one of its kind that names the same party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub consent: Option<ConsentId>,
}

/// The request of `agreement.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementsOf {
    pub client: ClientId,
}

/// The request of `agreement.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddAgreement {
    pub client: ClientId,
    pub fields: AgreementFields,
}

/// The request of `agreement.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeAgreement {
    pub id: AgreementId,
    pub rev: i64,
    pub fields: AgreementFields,
}

/// The request of `agreement.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidAgreement {
    pub id: AgreementId,
    pub rev: i64,
    pub reason: String,
}

/// What was saved of an agreement.
#[derive(Debug, Serialize, TS)]
pub struct SavedAgreement {
    pub id: AgreementId,
    pub rev: i64,
}

/// An agreement with how it stands today.
#[derive(Debug, Serialize, TS)]
pub struct AgreementRow {
    pub id: AgreementId,
    pub fields: AgreementFields,
    pub kind_label: &'static str,
    /// The panel by its name.
    pub panel_name: String,
    pub standing: AgreementStanding,
    /// Whom the consent that covers it today names; absent where none does.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covered_by: Option<String>,
    /// What is missing where no consent covers it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lacking: Option<Lacking>,
    /// In words; empty where a consent covers it.
    pub lacking_words: &'static str,
    /// The next report that was not sent; absent where none is due.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_report_on: Option<NaiveDate>,
    /// Where the client is tested less often, or with another panel, than it asks for; empty where not.
    pub testing_words: String,
    pub rev: i64,
}

/// What a license says of an agreement that nobody recorded.
#[derive(Debug, Serialize, TS)]
pub struct AgreementHint {
    pub kind: AgreementKind,
    pub kind_label: &'static str,
    pub party: String,
}

/// A kind to choose.
#[derive(Debug, Serialize, TS)]
pub struct AgreementChoice {
    pub kind: AgreementKind,
    pub label: &'static str,
}

/// A panel or a consent to choose.
#[derive(Debug, Serialize, TS)]
pub struct AgreementOption {
    pub value: String,
    pub label: String,
}

/// The agreements of a client.
#[derive(Debug, Serialize, TS)]
pub struct Agreements {
    /// Those in force first, then the newest.
    pub rows: Vec<AgreementRow>,
    pub hints: Vec<AgreementHint>,
    pub kinds: Vec<AgreementChoice>,
    pub panels: Vec<AgreementOption>,
    /// Consents that name a recipient and were not taken back.
    pub consents: Vec<AgreementOption>,
    pub may_change: bool,
}

/// Who may let something leave says what is owed to whom.
pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::Consents, verb);
    let shown: &[Tag] = &[Tag::Agreement, Tag::Consent, Tag::Client, Tag::Testing, Tag::Disclosure, Tag::Panel];
    vec![
        query("agreement.list", cell(Verb::Read), shown, queries::list),
        op("agreement.add", cell(Verb::Release), ops::add),
        op("agreement.change", cell(Verb::Release), ops::change),
        op("agreement.void", cell(Verb::Release), ops::void),
    ]
}
