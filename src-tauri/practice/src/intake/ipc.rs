//! Calls of the intake packet.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Follows, IntakeItemId, IntakeMarkId, MarkState, PacketStanding, ops, queries};
use crate::client::ClientId;
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Tag, Verb};

/// An item as a form holds it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IntakeItemFields {
    pub label: String,
    pub help: String,
    pub follows: Follows,
    /// Whether a client stays out of groups without it, where the setting says so.
    pub blocks: bool,
    /// For clients of this track only; for everybody when empty.
    pub track: String,
    pub position: i64,
}

/// An item of the practice's list.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IntakeItem {
    pub id: IntakeItemId,
    pub rev: i64,
    #[serde(flatten)]
    pub fields: IntakeItemFields,
}

/// An item of one client's packet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PacketItem {
    pub item: IntakeItemId,
    pub label: String,
    pub help: String,
    pub follows: Follows,
    pub blocks: bool,
    pub standing: PacketStanding,
    /// Who marked it; empty where a record ticks it.
    pub by: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    pub reason: String,
    /// The mark, to take it back.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub mark: Option<IntakeMarkId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub mark_rev: Option<i64>,
}

/// The packet of a client.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Packet {
    pub items: Vec<PacketItem>,
    /// How many are missing.
    pub missing: usize,
    /// Whether the practice keeps clients out of groups until what blocks is there.
    pub blocks_groups: bool,
    pub may_mark: bool,
}

/// The request of `intake.packet`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PacketOf {
    pub client: ClientId,
}

/// The request of `intake.mark`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkItem {
    pub client: ClientId,
    pub item: IntakeItemId,
    pub state: MarkState,
    /// The day on the paper; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// Why it does not apply.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// The request of `intake.clear`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClearMark {
    pub id: IntakeMarkId,
    pub rev: i64,
}

/// The request of `intake.add_item`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddItem {
    pub fields: IntakeItemFields,
}

/// The request of `intake.change_item`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeItem {
    pub id: IntakeItemId,
    pub rev: i64,
    pub fields: IntakeItemFields,
}

/// The request of `intake.retire_item`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisItem {
    pub id: IntakeItemId,
    pub rev: i64,
}

/// A client whose packet is not whole.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RedPacket {
    pub client: ClientId,
    /// "C-0412".
    pub number: String,
    /// "Beaumont, Caroline".
    pub name: String,
    /// What is missing, in the order of the list.
    pub missing: Vec<String>,
    /// The admission; absent before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub admitted_on: Option<NaiveDate>,
}

pub(crate) fn calls() -> Vec<Call> {
    let read = Need::Cell(Info::Identity, Verb::Read);
    let write = Need::Cell(Info::Identity, Verb::Write);
    let settings = Need::Cell(Info::Staff, Verb::Write);
    let shown: &[Tag] = &[Tag::Intake, Tag::Assessment, Tag::Client, Tag::Consent, Tag::Inquiry, Tag::Policy];
    vec![
        query("intake.packet", read, shown, queries::packet),
        query("intake.items", Need::SignedIn, &[Tag::Intake], queries::items),
        op("intake.mark", write, ops::mark),
        op("intake.clear", write, ops::clear),
        op("intake.add_item", settings, ops::add_item),
        op("intake.change_item", settings, ops::change_item),
        op("intake.retire_item", settings, ops::retire_item),
    ]
}
