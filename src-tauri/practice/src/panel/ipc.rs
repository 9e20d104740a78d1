//! Calls of panels and laboratories.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::difference::Difference;
use super::{LaboratoryId, PanelId, Specimen, ops, queries, substance};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// The draft of a version that is being written.
pub(super) const VERSION_FORM: &str = "panel";

/// A laboratory that tests for the practice.
#[derive(Debug, Serialize, TS)]
pub struct LaboratoryLine {
    pub id: LaboratoryId,
    pub name: String,
    pub clia: String,
    pub phone: String,
    /// Our account with it.
    pub account: String,
    pub active: bool,
    pub rev: i64,
}

/// A panel with the version that holds today.
#[derive(Debug, Serialize, TS)]
pub struct PanelLine {
    pub id: PanelId,
    pub key: String,
    pub name: String,
    pub specimen: Specimen,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub laboratory: Option<LaboratoryId>,
    pub laboratory_name: String,
    pub number: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<NaiveDate>,
    /// From when a later version will hold.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coming_on: Option<NaiveDate>,
    pub analytes: i64,
    pub versions: i64,
    pub verified: bool,
    pub shipped: bool,
    pub active: bool,
    pub rev: i64,
}

/// All panels and laboratories.
#[derive(Debug, Serialize, TS)]
pub struct PanelList {
    pub panels: Vec<PanelLine>,
    pub laboratories: Vec<LaboratoryLine>,
    pub may_write: bool,
}

/// The request of `panel.get`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OnePanel {
    pub id: PanelId,
    /// The version; the one that holds today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub number: Option<i64>,
}

/// An analyte, as a form shows and sends it. Cut-offs are decimals with up to three places; empty means no such test.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetAnalyte {
    /// Its key; made of the name when empty.
    pub key: String,
    pub name: String,
    pub drug_class: String,
    pub initial: String,
    pub confirm: String,
    pub unit: String,
    /// How long after use it is found.
    pub detection: String,
    pub note: String,
    pub source: String,
    pub verified: bool,
}

/// A version in the list of a panel.
#[derive(Debug, Serialize, TS)]
pub struct VersionLine {
    pub number: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<NaiveDate>,
    pub because: String,
    /// Empty for what comes with Evenkeel.
    pub by: String,
    pub at: Moment,
    pub analytes: i64,
}

/// A panel whole, in one of its versions.
#[derive(Debug, Serialize, TS)]
pub struct PanelSheet {
    pub id: PanelId,
    pub key: String,
    pub name: String,
    pub specimen: Specimen,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub laboratory: Option<LaboratoryId>,
    pub laboratory_name: String,
    pub shipped: bool,
    pub active: bool,
    /// The version shown.
    pub number: i64,
    /// The version that holds today.
    pub in_force: i64,
    pub source: String,
    pub note: String,
    pub verified: bool,
    pub analytes: Vec<SheetAnalyte>,
    /// The latest first.
    pub versions: Vec<VersionLine>,
    pub may_write: bool,
    pub rev: i64,
}

/// The request of `panel.compare`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ComparePanels {
    pub before: PanelId,
    pub before_number: i64,
    pub after: PanelId,
    pub after_number: i64,
}

/// What differs.
#[derive(Debug, Serialize, TS)]
pub struct PanelDifferences {
    pub lines: Vec<Difference>,
}

/// The request of `panel.copy`: a panel of one's own that begins as another one stands today.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyPanel {
    pub id: PanelId,
    pub name: String,
    #[serde(default)]
    #[ts(optional)]
    pub laboratory: Option<LaboratoryId>,
}

/// The request of `panel.revise`: the next version, from a day on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RevisePanel {
    pub id: PanelId,
    pub rev: i64,
    pub effective_on: NaiveDate,
    pub because: String,
    pub source: String,
    pub note: String,
    pub analytes: Vec<SheetAnalyte>,
}

/// The request of `panel.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePanel {
    pub id: PanelId,
    pub rev: i64,
    pub name: String,
    #[serde(default)]
    #[ts(optional)]
    pub laboratory: Option<LaboratoryId>,
    pub active: bool,
}

/// A laboratory as a form sends it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LaboratoryFields {
    pub name: String,
    pub clia: String,
    pub phone: String,
    pub account: String,
}

/// The request of `panel.add_laboratory`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddLaboratory {
    pub fields: LaboratoryFields,
}

/// The request of `panel.change_laboratory`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeLaboratory {
    pub id: LaboratoryId,
    pub rev: i64,
    pub fields: LaboratoryFields,
    pub active: bool,
}

/// The laboratory that was added or changed.
#[derive(Debug, Serialize, TS)]
pub struct SavedLaboratory {
    pub id: LaboratoryId,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    // Who sees tests may see what they look for. What is looked for is the director's to decide.
    let look = Need::Cell(Info::DrugTests, Verb::Glimpse);
    let write = Need::Cell(Info::Staff, Verb::Write);
    vec![
        query("panel.list", look, &[Tag::Panel], queries::list),
        query("panel.get", look, &[Tag::Panel], queries::get),
        query("panel.substances", look, &[], substance::list),
        query("panel.compare", look, &[Tag::Panel], queries::compare),
        op("panel.copy", write, ops::copy),
        op("panel.revise", write, ops::revise),
        op("panel.change", write, ops::change),
        op("panel.add_laboratory", write, ops::add_laboratory),
        op("panel.change_laboratory", write, ops::change_laboratory),
    ]
}
