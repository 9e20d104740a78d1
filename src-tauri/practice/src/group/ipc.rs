//! Calls of the groups.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{GroupId, MembershipId, ShownName, SlotId, ops, queries, waitlist};
use crate::client::ClientId;
use crate::curriculum::CurriculumId;
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Tag, Verb};

/// A type of group with the cap that holds today.
#[derive(Debug, Serialize, TS)]
pub struct GroupType {
    pub word: String,
    pub label: String,
    pub cap: i64,
}

/// A weekly place in the calendar.
#[derive(Debug, Serialize, TS)]
pub struct SlotLine {
    pub id: SlotId,
    /// 1 Monday to 7 Sunday.
    pub weekday: u32,
    /// "HH:MM" on the practice's wall.
    pub starts: String,
    pub minutes: i64,
    pub from_on: NaiveDate,
    /// The first date it does not hold any more.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
    pub rev: i64,
}

/// A group in the list.
#[derive(Debug, Serialize, TS)]
pub struct GroupLine {
    pub id: GroupId,
    pub name: String,
    #[serde(rename = "type")]
    pub of_type: String,
    pub type_label: String,
    pub track: String,
    pub room: String,
    pub capacity: i64,
    pub facilitator: StaffId,
    pub facilitator_name: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub co_facilitator: Option<StaffId>,
    pub co_facilitator_name: String,
    pub active: bool,
    /// What it follows.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub curriculum: Option<CurriculumId>,
    pub curriculum_name: String,
    /// The person who looks leads it.
    pub mine: bool,
    /// The person who looks may arrange roster and times.
    pub may_arrange: bool,
    /// How many are on the roster today.
    pub members: i64,
    /// Weekly places that hold today or later.
    pub slots: Vec<SlotLine>,
    pub rev: i64,
}

/// One stay on the roster.
#[derive(Debug, Serialize, TS)]
pub struct Member {
    pub membership: MembershipId,
    pub client: ClientId,
    pub name: ShownName,
    pub profession: String,
    pub joined_on: NaiveDate,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_on: Option<NaiveDate>,
    pub leave_reason: String,
    /// Why the roster may be above the cap.
    pub cap_reason: String,
    pub rev: i64,
}

/// A group with its roster.
#[derive(Debug, Serialize, TS)]
pub struct GroupAnswer {
    pub group: GroupLine,
    /// The cap of the type, today.
    pub cap: i64,
    /// On the roster today or from a later date on.
    pub roster: Vec<Member>,
    /// Ended stays, the latest first.
    pub earlier: Vec<Member>,
    /// Whether the person who looks sees the roster at all.
    pub roster_shown: bool,
}

/// The request of `group.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListGroups {
    /// Also groups that do not meet any more.
    #[serde(default)]
    pub inactive: bool,
}

/// Which group.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichGroup {
    pub id: GroupId,
}

/// The fields of a group as a form sends them.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupFields {
    pub name: String,
    #[serde(rename = "type")]
    pub of_type: String,
    #[serde(default)]
    pub track: String,
    #[serde(default)]
    pub room: String,
    pub capacity: i64,
    pub facilitator: StaffId,
    #[serde(default)]
    #[ts(optional)]
    pub co_facilitator: Option<StaffId>,
}

/// The request of `group.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddGroup {
    pub fields: GroupFields,
    /// The weekly places it starts with.
    #[serde(default)]
    pub slots: Vec<SlotFields>,
}

/// The request of `group.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeGroup {
    pub id: GroupId,
    pub rev: i64,
    pub fields: GroupFields,
    pub active: bool,
}

/// The request of `group.follow`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowCurriculum {
    pub id: GroupId,
    pub rev: i64,
    /// None when left out: the group has topics of its own.
    #[serde(default)]
    #[ts(optional)]
    pub curriculum: Option<CurriculumId>,
}

/// A weekly place as a form sends it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SlotFields {
    /// 1 Monday to 7 Sunday.
    pub weekday: u32,
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
    pub from_on: NaiveDate,
}

/// The request of `slot.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddSlot {
    pub group: GroupId,
    pub fields: SlotFields,
}

/// The request of `slot.end`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndSlot {
    pub id: SlotId,
    pub rev: i64,
    /// The first date it does not hold any more.
    pub until_on: NaiveDate,
}

/// The request of `membership.join`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Join {
    pub group: GroupId,
    pub client: ClientId,
    pub joined_on: NaiveDate,
    /// Asked for above the cap.
    #[serde(default)]
    pub cap_reason: String,
    /// Asked for beside somebody to be kept apart from.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
    /// Why a director lets the client join before the intake packet is whole.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub packet_reason: String,
}

/// The request of `membership.leave`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Leave {
    pub id: MembershipId,
    pub rev: i64,
    /// The first date the client is not expected any more.
    pub left_on: NaiveDate,
    #[serde(default)]
    pub reason: String,
}

/// The request of `group.together`: who must not share a room, on a roster.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RosterTogether {
    pub group: GroupId,
    /// Only with this client, who is about to come in.
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
    /// Today when left out.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// What was made.
#[derive(Debug, Serialize, TS)]
pub struct AddedGroup {
    pub id: GroupId,
    pub rev: i64,
}

/// What was made.
#[derive(Debug, Serialize, TS)]
pub struct AddedSlot {
    pub id: SlotId,
    pub rev: i64,
}

/// What was made or changed.
#[derive(Debug, Serialize, TS)]
pub struct SavedMembership {
    pub id: MembershipId,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    // The groups and their times are the schedule; whose names a roster shows is decided row by row.
    let look = Need::Cell(Info::Attendance, Verb::Read);
    let arrange = Need::Cell(Info::Identity, Verb::Write);
    vec![
        query("group.types", look, &[Tag::Policy], queries::types),
        query("group.list", look, &[Tag::Group, Tag::Staff], queries::list),
        query("group.get", look, &[Tag::Group, Tag::Staff, Tag::Client], queries::get),
        query("group.together", look, &[Tag::Apart, Tag::Group, Tag::Client], queries::together),
        op("group.follow", arrange, ops::follow),
        op("membership.join", arrange, ops::join),
        op("membership.leave", arrange, ops::leave),
        query("waitlist.of_group", look, &[Tag::Group, Tag::Client], waitlist::of_group),
        op("waitlist.add", arrange, waitlist::add),
        op("waitlist.move", arrange, waitlist::shift),
        op("waitlist.offer", arrange, waitlist::offer),
        op("waitlist.keep_waiting", arrange, waitlist::keep_waiting),
        op("waitlist.accept", arrange, waitlist::accept),
        op("waitlist.remove", arrange, waitlist::remove),
    ]
}
