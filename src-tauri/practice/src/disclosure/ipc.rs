//! Calls of the release desk.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DisclosureId, ReleasePart, ToldHow, counseling, ops, paper, queries};
use crate::agreement::AgreementId;
use crate::client::ClientId;
use crate::consent::{ConsentId, Lacking};
use crate::counseling_note::CounselingNoteId;
use crate::follow_up::FollowUpId;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// What a disclosure answers: a notice, or the report of an agreement that is due on a day. Neither: something that was asked for,
/// under a consent that is named.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReleaseOf {
    pub client: ClientId,
    #[serde(default)]
    #[ts(optional)]
    pub follow_up: Option<FollowUpId>,
    #[serde(default)]
    #[ts(optional)]
    pub agreement: Option<AgreementId>,
    #[serde(default)]
    #[ts(optional)]
    pub report_on: Option<NaiveDate>,
    #[serde(default)]
    #[ts(optional)]
    pub consent: Option<ConsentId>,
}

/// The request of `disclosure.owed`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwedReleasesOf {
    /// Everybody within the reach when absent.
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
}

/// The consent that a release rests on, as its paper says it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReleaseBasis {
    pub consent: ConsentId,
    pub kind_label: &'static str,
    pub recipient: String,
    pub purpose: String,
    pub scope: String,
    pub signed_on: NaiveDate,
    /// The date or the event on which it ends.
    pub ends: String,
}

/// A document that was made and not sent yet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MadeRelease {
    pub id: DisclosureId,
    pub at: Moment,
    pub by: String,
}

/// Something that is owed to somebody outside.
#[derive(Debug, Serialize, TS)]
pub struct OwedRelease {
    /// One word for the row: what it answers.
    pub key: String,
    pub client: ClientId,
    pub client_name: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUpId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report_on: Option<NaiveDate>,
    /// To whom, by name where one is known.
    pub recipient: String,
    /// "Notice: unexpected positive, S-26-1187", "Report, Sep 1 to Nov 30".
    pub what: String,
    pub due_at: Moment,
    pub overdue: bool,
    /// The span that a report speaks of.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The consent that covers it; absent: nothing may leave.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<ReleaseBasis>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lacking: Option<Lacking>,
    pub lacking_words: &'static str,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<MadeRelease>,
}

/// A way or a part to choose.
#[derive(Debug, Serialize, TS)]
pub struct ToldHowChoice {
    pub how: ToldHow,
    pub label: &'static str,
}

/// A part of a document to choose.
#[derive(Debug, Serialize, TS)]
pub struct ReleasePartChoice {
    pub part: ReleasePart,
    pub label: &'static str,
}

/// What is owed, the nearest first.
#[derive(Debug, Serialize, TS)]
pub struct OwedReleases {
    pub rows: Vec<OwedRelease>,
    pub ways: Vec<ToldHowChoice>,
    pub parts: Vec<ReleasePartChoice>,
}

/// The request of `disclosure.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DisclosuresOf {
    pub client: ClientId,
}

/// What was told to somebody outside.
#[derive(Debug, Serialize, TS)]
pub struct DisclosureRow {
    pub id: DisclosureId,
    pub recipient: String,
    pub purpose: String,
    pub told: String,
    /// Absent for a document that was made and not sent.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how_label: Option<&'static str>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Moment>,
    pub by: String,
    /// The consent it rested on: kind and recipient.
    pub consent: String,
    pub rev: i64,
}

/// The accounting of a client's disclosures, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct Disclosures {
    pub rows: Vec<DisclosureRow>,
    /// Consents under which something can be told that nobody is owed.
    pub bases: Vec<ReleaseBasis>,
    pub may_release: bool,
}

/// The request of `disclosure.record`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordDisclosure {
    pub of: ReleaseOf,
    pub how: ToldHow,
    /// The day it was told; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// "HH:MM" of that day; now, or noon of an earlier day, when absent.
    #[serde(default)]
    #[ts(optional)]
    pub time: Option<String>,
    /// What was told, in a line.
    pub told: String,
}

/// The request of `disclosure.take_back`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeDisclosureBack {
    pub id: DisclosureId,
    pub rev: i64,
    pub reason: String,
}

/// What was saved.
#[derive(Debug, Serialize, TS)]
pub struct SavedDisclosure {
    pub id: DisclosureId,
    pub rev: i64,
}

/// The request of `disclosure.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintRelease {
    pub of: ReleaseOf,
    /// What it says in the writer's own words.
    pub words: String,
    pub parts: Vec<ReleasePart>,
    /// The span the parts speak of; that of the report when absent.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
    pub copies: u8,
}

/// The request of `disclosure.counseling_bases`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CounselingBasesOf {
    pub client: ClientId,
}

/// The consents by which counseling notes can leave, and how they can be handed over.
#[derive(Debug, Serialize, TS)]
pub struct CounselingBases {
    pub bases: Vec<ReleaseBasis>,
    /// What is missing where there is none; empty otherwise.
    pub lacking_words: &'static str,
    pub ways: Vec<ToldHowChoice>,
}

/// The request of `disclosure.print_counseling`: closed counseling notes of one's own, chosen one by one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintCounselingNotes {
    pub client: ClientId,
    pub notes: Vec<CounselingNoteId>,
    pub consent: ConsentId,
    /// How the document is handed over.
    pub how: ToldHow,
    pub copies: u8,
}

pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::Consents, verb);
    let own = Need::Cell(Info::CounselingNotes, Verb::Write);
    let shown: &[Tag] = &[Tag::Disclosure, Tag::FollowUp, Tag::Agreement, Tag::Consent, Tag::Client];
    vec![
        query("disclosure.owed", cell(Verb::Release), shown, queries::owed),
        query("disclosure.list", cell(Verb::Read), shown, queries::list),
        op("disclosure.record", cell(Verb::Release), ops::record),
        op("disclosure.take_back", cell(Verb::Release), ops::take_back),
        desk_op("disclosure.print", cell(Verb::Release), &[Tag::Disclosure, Tag::Exit], paper::print),
        query("disclosure.counseling_bases", own, &[Tag::Consent, Tag::Client], counseling::bases),
        desk_op("disclosure.print_counseling", own, &[Tag::Disclosure, Tag::Exit], counseling::print),
    ]
}
