//! Calls of clients.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::episode::Admission;
use super::parts::{
    self, ContactFields, DiagnosisFields, EmergencyContactFields, InsuranceFields, LicenseFields, MedicationFields,
    WorkFields,
};
use super::{
    ClientFields, ClientId, care_team, chart, duplicates, episode, find, glass, list, named, ops, reference,
};
use crate::kernel::actor::StaffId;
use crate::kernel::router::{desk_op, op, query};
use crate::kernel::{Call, Info, Need, Tag, Verb};

/// The request of `client.add`. Everything but the names may come later: an inquiry is a client.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddClient {
    pub fields: ClientFields,
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<ContactFields>>")]
    pub contacts: Vec<ContactFields>,
    #[serde(default)]
    #[ts(optional)]
    pub insurance: Option<InsuranceFields>,
    /// The primary counselor; a counselor who adds a client is it when absent.
    #[serde(default)]
    #[ts(optional)]
    pub primary: Option<StaffId>,
    #[serde(default)]
    #[ts(optional)]
    pub admission: Option<Admission>,
}

/// The answer of `client.add`.
#[derive(Debug, Serialize, TS)]
pub struct Added {
    pub id: ClientId,
    pub number: i64,
    /// Whether the person who added the client may open the chart: not when a counselor chose somebody else.
    pub opens: bool,
}

/// The request of `client.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeClient {
    pub id: ClientId,
    pub rev: i64,
    pub fields: ClientFields,
}

/// The request of `client.restrict`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Restrict {
    pub id: ClientId,
    pub rev: i64,
    pub restricted: bool,
    pub reason: String,
}

/// The request of `client.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidClient {
    pub id: ClientId,
    pub rev: i64,
    pub reason: String,
}

/// The four lines of a part.
macro_rules! part_lines {
    ($fields:ty, $need:expr, $add:literal, $change:literal, $void:literal, $restore:literal) => {
        [
            op($add, $need, parts::add::<$fields>),
            op($change, $need, parts::change::<$fields>),
            op($void, $need, parts::void::<$fields>),
            op($restore, $need, parts::restore::<$fields>),
        ]
    };
}

/// Whoever sees anything of a client by role; how much, each call decides by what binds the two.
const SEES: Need = Need::AnyCell(&[(Info::Identity, Verb::Read), (Info::Identity, Verb::Glimpse)]);

pub(crate) fn calls() -> Vec<Call> {
    let write = Need::Cell(Info::Identity, Verb::Write);
    let mut calls = vec![
        query("client.find", SEES, &[Tag::Client], find::find),
        query("client.list", SEES, &[Tag::Client], list::list),
        query("client.duplicates", write, &[Tag::Client], duplicates::duplicates),
        query("client.professions", Need::SignedIn, &[], reference::professions),
        query("diagnosis.choices", Need::SignedIn, &[], reference::diagnoses),
        op("client.open", SEES, chart::open),
        desk_op("client.break_glass", SEES, &[Tag::Client], glass::break_glass),
        query("break_glass.list", Need::Cell(Info::Audit, Verb::Read), &[Tag::Client], glass::list),
        op("break_glass.seen", Need::Cell(Info::Audit, Verb::Read), glass::seen),
        query("named_chart.list", Need::Cell(Info::Staff, Verb::Read), &[Tag::Client], named::list),
        op("named_chart.add", Need::Cell(Info::Staff, Verb::Write), named::add),
        op("named_chart.end", Need::Cell(Info::Staff, Verb::Write), named::end),
        op("client.add", write, ops::add),
        op("client.change", write, ops::change),
        op("client.restrict", Need::Cell(Info::Consents, Verb::Release), ops::restrict),
        op("client.void", write, ops::void),
        op("care_team.add", write, care_team::add),
        op("care_team.end", write, care_team::end),
        op("episode.admit", write, episode::admit_here),
        op("episode.change", write, episode::change),
        op("episode.level", write, episode::change_level),
        op("episode.discharge", write, episode::discharge),
        op("episode.reopen", write, episode::reopen),
        op("episode.void", write, episode::void),
    ];
    calls.extend(part_calls());
    calls
}

#[rustfmt::skip]
fn part_calls() -> impl Iterator<Item = Call> {
    let write = Need::Cell(Info::Identity, Verb::Write);
    let clinical = Need::Cell(Info::Notes, Verb::Write);
    let billing = Need::Cell(Info::Billing, Verb::Write);
    [
        part_lines!(ContactFields, write, "contact.add", "contact.change", "contact.void", "contact.restore"),
        part_lines!(EmergencyContactFields, write, "emergency_contact.add", "emergency_contact.change", "emergency_contact.void", "emergency_contact.restore"),
        part_lines!(InsuranceFields, billing, "insurance.add", "insurance.change", "insurance.void", "insurance.restore"),
        part_lines!(LicenseFields, write, "license.add", "license.change", "license.void", "license.restore"),
        part_lines!(WorkFields, write, "work.add", "work.change", "work.void", "work.restore"),
        part_lines!(MedicationFields, clinical, "medication.add", "medication.change", "medication.void", "medication.restore"),
        part_lines!(DiagnosisFields, clinical, "diagnosis.add", "diagnosis.change", "diagnosis.void", "diagnosis.restore"),
    ]
    .into_iter()
    .flatten()
}
