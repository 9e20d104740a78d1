//! Changes of groups, weekly places and rosters.
//!
//! Sessions follow from groups and their places, so the slice `session` wraps [`add`], [`change`], [`add_slot`] and
//! [`end_slot`] in calls that also plan or cancel them, in the same transaction.

use chrono::NaiveDate;

use super::ipc::{
    AddGroup, AddSlot, AddedGroup, AddedSlot, ChangeGroup, EndSlot, FollowCurriculum, GroupFields, Join, Leave,
    SavedMembership, SlotFields,
};
use super::rules::{GroupRefusal, collide, may_arrange, may_grow, wall_time};
use super::{Group, GroupId, MembershipId, Slot, queries, store};
use crate::apart::{self, Room};
use crate::client::ClientId;
use crate::curriculum;
use crate::intake;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb};
use crate::staff;

/// Adds a group with its first weekly places.
pub(crate) fn add(tx: &mut Tx<'_, '_>, request: AddGroup) -> Result<AddedGroup> {
    let mut check = Check::new();
    let group = checked(tx, &mut check, request.fields, (tx.id(), true, 1))?;
    let mut slots: Vec<Slot> = Vec::new();
    for (index, fields) in request.slots.iter().enumerate() {
        let slot = checked_slot(tx, &mut check, &format!("slots.{index}."), group.id, fields);
        let taken = slots.iter().any(|other| meets(&slot, other));
        check.ensure(!taken, &format!("slots.{index}.starts"), "The group meets at this time already.");
        slots.push(slot);
    }
    check.done()?;
    tx.role = Some(may_arrange(tx.actor, &group)?.role);
    store::insert(tx, &group)?;
    tx.wrote(Table::Group, group.id, None)?;
    for slot in &slots {
        store::insert_slot(tx, slot)?;
        tx.wrote(Table::Slot, slot.id, None)?;
    }
    tx.touch(Tag::Group);
    Ok(AddedGroup { id: group.id, rev: 1 })
}

/// Changes a group, or ends and resumes it.
pub(crate) fn change(tx: &mut Tx<'_, '_>, request: ChangeGroup) -> Result<AddedGroup> {
    let present = queries::arranged(tx, request.id)?;
    let mut check = Check::new();
    let next = checked(tx, &mut check, request.fields, (present.id, request.active, request.rev))?;
    check.done()?;
    tx.revise(Table::Group, next.id, request.rev)?;
    store::update(tx, &next)?;
    tx.wrote(Table::Group, next.id, None)?;
    tx.touch(Tag::Group);
    Ok(AddedGroup { id: next.id, rev: request.rev + 1 })
}

/// Adds a weekly place.
pub(crate) fn add_slot(tx: &mut Tx<'_, '_>, request: AddSlot) -> Result<AddedSlot> {
    let group = queries::arranged(tx, request.group)?;
    let mut check = Check::new();
    let slot = checked_slot(tx, &mut check, "fields.", group.id, &request.fields);
    check.done()?;
    if !group.active {
        return Err(GroupRefusal::Inactive.into());
    }
    if store::slots(tx.sql(), group.id)?.iter().any(|other| meets(&slot, other)) {
        return Err(GroupRefusal::SlotTaken.into());
    }
    store::insert_slot(tx, &slot)?;
    tx.wrote(Table::Slot, slot.id, None)?;
    tx.touch(Tag::Group);
    Ok(AddedSlot { id: slot.id, rev: 1 })
}

/// Ends a weekly place from a date on.
pub(crate) fn end_slot(tx: &mut Tx<'_, '_>, request: EndSlot) -> Result<AddedSlot> {
    let slot = store::slot(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("slot"))?;
    queries::arranged(tx, slot.of_group)?;
    if slot.until_on.is_some() {
        return Err(GroupRefusal::SlotEnded.into());
    }
    if request.until_on < slot.from_on {
        return Err(Refusal::field("until_on", "Choose a date after the place began."));
    }
    tx.revise(Table::Slot, slot.id, request.rev)?;
    store::end_slot(tx, slot.id, Some(request.until_on))?;
    tx.wrote(Table::Slot, slot.id, None)?;
    tx.touch(Tag::Group);
    Ok(AddedSlot { id: slot.id, rev: request.rev + 1 })
}

/// Ends a weekly place before a date, for the slice `session`, which has asked who may.
pub(crate) fn close_slot(tx: &mut Tx<'_, '_>, slot: &Slot, until_on: NaiveDate) -> Result<()> {
    if slot.until_on.is_some_and(|ended| ended <= until_on) {
        return Err(GroupRefusal::SlotEnded.into());
    }
    tx.revise(Table::Slot, slot.id, slot.rev)?;
    store::end_slot(tx, slot.id, Some(until_on))?;
    tx.wrote(Table::Slot, slot.id, None)?;
    tx.touch(Tag::Group);
    Ok(())
}

/// Lets a weekly place that was ended hold as long as it did before, unless another took its time.
pub(crate) fn reopen_slot(tx: &mut Tx<'_, '_>, slot: &Slot, rev: i64) -> Result<()> {
    let open = Slot { until_on: store::ended_before(tx.sql(), slot)?, ..slot.clone() };
    ensure_apart_in_time(tx, &open)?;
    tx.revise(Table::Slot, slot.id, rev)?;
    store::end_slot(tx, slot.id, open.until_on)?;
    tx.wrote(Table::Slot, slot.id, None)?;
    tx.touch(Tag::Group);
    Ok(())
}

/// Begins the weekly place that takes the part of one that was just ended.
pub(crate) fn follow_slot(tx: &mut Tx<'_, '_>, slot: &Slot) -> Result<()> {
    ensure_apart_in_time(tx, slot)?;
    store::insert_slot(tx, slot)?;
    tx.wrote(Table::Slot, slot.id, None)?;
    tx.touch(Tag::Group);
    Ok(())
}

fn ensure_apart_in_time(tx: &Tx<'_, '_>, slot: &Slot) -> Result<()> {
    let taken = store::slots(tx.sql(), slot.of_group)?.iter().any(|other| other.id != slot.id && meets(slot, other));
    if taken { Err(GroupRefusal::SlotTaken.into()) } else { Ok(()) }
}

/// Chooses the curriculum of a group, or none. Sessions that were recorded keep theirs.
pub(super) fn follow(tx: &mut Tx<'_, '_>, request: FollowCurriculum) -> Result<AddedGroup> {
    let group = queries::arranged(tx, request.id)?;
    if let Some(id) = request.curriculum
        && !curriculum::exists(tx.sql(), id)?
    {
        return Err(Refusal::field("curriculum", "Choose a curriculum that is in use."));
    }
    tx.revise(Table::Group, group.id, request.rev)?;
    store::follow(tx, group.id, request.curriculum)?;
    tx.wrote(Table::Group, group.id, None)?;
    tx.touch(Tag::Group);
    tx.touch(Tag::Session);
    Ok(AddedGroup { id: group.id, rev: request.rev + 1 })
}

/// Puts a client on the roster. Who is on the care team or arranges the group may.
pub(super) fn join(tx: &mut Tx<'_, '_>, request: Join) -> Result<SavedMembership> {
    let group = store::group(tx.sql(), request.group)?.ok_or_else(|| Refusal::not_found("group"))?;
    tx.reach(Info::Identity, Verb::Write, request.client)?;
    let mut check = Check::new();
    let reasons = Reasons {
        cap: check.optional("cap_reason", &request.cap_reason, 200),
        apart: check.optional("apart_reason", request.apart_reason.as_deref().unwrap_or_default(), 200),
        packet: check.optional("packet_reason", &request.packet_reason, 200),
    };
    check.done()?;
    let id = enter(tx, &group, (request.client, request.joined_on), &reasons)?;
    Ok(SavedMembership { id, rev: 1 })
}

/// What was typed to go on where a rule asks for a reason.
pub(super) struct Reasons {
    pub cap: String,
    pub apart: String,
    pub packet: String,
}

/// Puts a client on a roster from a date on, by every rule of the roster. The caller has asked for the reach.
pub(super) fn enter(
    tx: &mut Tx<'_, '_>,
    group: &Group,
    (client, joined_on): (ClientId, NaiveDate),
    reasons: &Reasons,
) -> Result<MembershipId> {
    if !group.active {
        return Err(GroupRefusal::Inactive.into());
    }
    if store::stays(tx.sql(), group.id, client, joined_on)? {
        return Err(GroupRefusal::AlreadyMember.into());
    }
    let before_packet = intake::blocking(tx, client, &reasons.packet)?;
    let others = store::companions(tx.sql(), group.id, joined_on)?;
    let stay = (joined_on, queries::far_off());
    apart::ensure(tx, client, (&others, stay), Room::Group(group.id.uuid()), &reasons.apart)?;
    let would_be = store::members_on(tx.sql(), group.id, joined_on, client)? + 1;
    let cap = queries::cap(tx.sql(), &group.of_type, joined_on)?;
    may_grow(would_be, group.capacity, cap, &reasons.cap)?;
    let id: MembershipId = tx.id();
    let packet = if before_packet { reasons.packet.as_str() } else { "" };
    store::insert_membership(tx, id, (group.id, client), joined_on, (&reasons.cap, packet))?;
    tx.wrote(Table::Membership, id, Some(client.uuid()))?;
    tx.touch(Tag::Group);
    tx.touch(Tag::Attendance);
    Ok(id)
}

/// Ends a stay on the roster.
pub(super) fn leave(tx: &mut Tx<'_, '_>, request: Leave) -> Result<SavedMembership> {
    let stay = store::membership(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("membership"))?;
    let client = stay.client;
    tx.reach(Info::Identity, Verb::Write, client)?;
    let mut check = Check::new();
    let reason = check.optional("reason", &request.reason, 200);
    check.ensure(request.left_on >= stay.joined_on, "left_on", "Choose a date on or after the day of joining.");
    check.done()?;
    if stay.left_on.is_some() {
        return Err(GroupRefusal::AlreadyLeft.into());
    }
    tx.revise(Table::Membership, request.id, request.rev)?;
    store::leave(tx, request.id, request.left_on, &reason)?;
    tx.wrote(Table::Membership, request.id, Some(client.uuid()))?;
    tx.touch(Tag::Group);
    tx.touch(Tag::Attendance);
    Ok(SavedMembership { id: request.id, rev: request.rev + 1 })
}

fn checked(
    tx: &Tx<'_, '_>,
    check: &mut Check,
    fields: GroupFields,
    (id, active, rev): (GroupId, bool, i64),
) -> Result<Group> {
    let known = store::cap_policy(tx.sql(), &fields.of_type)?.is_some();
    check.ensure(known, "fields.type", "Choose the type of the group.");
    check.ensure((1..=200).contains(&fields.capacity), "fields.capacity", "Type a number from 1 to 200.");
    let leads = staff::is_active(tx.sql(), fields.facilitator)?;
    check.ensure(leads, "fields.facilitator", "Choose somebody who is active.");
    if let Some(other) = fields.co_facilitator {
        check.ensure(staff::is_active(tx.sql(), other)?, "fields.co_facilitator", "Choose somebody who is active.");
        check.ensure(other != fields.facilitator, "fields.co_facilitator", "Choose two different people.");
    }
    Ok(Group {
        id,
        name: check.required("fields.name", &fields.name, 80, "Type a name for the group."),
        of_type: fields.of_type,
        track: check.optional("fields.track", &fields.track, 60),
        room: check.optional("fields.room", &fields.room, 60),
        capacity: fields.capacity,
        facilitator: fields.facilitator,
        co_facilitator: fields.co_facilitator,
        active,
        rev,
    })
}

fn checked_slot(tx: &Tx<'_, '_>, check: &mut Check, at: &str, group: GroupId, fields: &SlotFields) -> Slot {
    check.ensure((1..=7).contains(&fields.weekday), &format!("{at}weekday"), "Choose a weekday.");
    check.ensure((5..=600).contains(&fields.minutes), &format!("{at}minutes"), "Type 5 to 600 minutes.");
    Slot {
        id: tx.id(),
        of_group: group,
        weekday: fields.weekday,
        starts: wall_time(check, &format!("{at}starts"), &fields.starts),
        minutes: fields.minutes,
        from_on: fields.from_on,
        until_on: None::<NaiveDate>,
        staff: None,
        room: None,
        rev: 1,
    }
}

fn meets(slot: &Slot, other: &Slot) -> bool {
    collide((slot.weekday, slot.starts, slot.minutes, slot.from_on, slot.until_on), other)
}
