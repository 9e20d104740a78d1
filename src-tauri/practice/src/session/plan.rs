//! Planning ahead: sessions of the coming weeks, made from the weekly places of the groups.
//!
//! Doing it again plans nothing twice: a place and its date are kept with the session, also when it was moved or
//! cancelled. What changes a group or a place plans or cancels in the same transaction.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};
use rusqlite::Connection;

use super::ipc::{Planned, Skipped};
use super::rules::dates_of;
use super::{Kind, Session, SessionState, store};
use crate::closure;
use crate::group::ipc::{AddGroup, AddSlot, AddedGroup, AddedSlot, ChangeGroup, EndSlot};
use crate::group::{self, Group, GroupId, SlotId};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Nothing;
use crate::kernel::{Actor, Info, Moment, Refusal, Result, Tag, Verb, Zone};

/// How far ahead sessions are planned.
pub(super) const HORIZON_DAYS: u64 = 28;

/// A weekly place on a date that has no session yet.
pub(super) struct Missing {
    slot: group::Slot,
    on: NaiveDate,
    starts_at: Moment,
}

/// The coming weeks: from today up to but without the day after the horizon.
pub(super) fn ahead(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (today, today.checked_add_days(Days::new(HORIZON_DAYS)).unwrap_or(today))
}

/// What is missing from a date up to but without another, and what is left out because the practice is closed. A place
/// whose wall time does not exist on a date (daylight saving) is left out too.
pub(super) fn missing(
    sql: &Connection,
    zone: Zone,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<(Vec<Missing>, Vec<Skipped>)> {
    let slots = group::slots_between(sql, from, until)?;
    if slots.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let planned: HashSet<_> = store::planned_places(sql, from, until)?.into_iter().collect();
    let taken: HashSet<_> = store::group_starts(sql, from, until)?.into_iter().collect();
    let closed = closure::closed_between(sql, from, until)?;
    let (mut missing, mut skipped) = (Vec::new(), Vec::new());
    for slot in slots {
        for on in dates_of(&slot, from, until) {
            let Ok(starts_at) = zone.moment(on, slot.starts) else { continue };
            if planned.contains(&(slot.id, on)) || taken.contains(&(slot.of_group, starts_at)) {
                continue;
            }
            match closed.get(&on) {
                None => missing.push(Missing { slot: slot.clone(), on, starts_at }),
                Some(closure) => skipped.push(Skipped {
                    group: slot.of_group,
                    on_date: on,
                    starts: slot.starts.format("%H:%M").to_string(),
                    because: format!("Closed: {}", closure.name),
                }),
            }
        }
    }
    Ok((missing, skipped))
}

/// Who may plan ahead: whoever arranges the schedule or records sessions of their own.
pub(super) fn may_plan_ahead(actor: &Actor) -> bool {
    actor.may(Info::Identity, Verb::Write) || actor.may(Info::Attendance, Verb::Record)
}

/// Plans what is missing.
pub(super) fn plan_ahead(tx: &mut Tx<'_, '_>, _: Nothing) -> Result<Planned> {
    if !may_plan_ahead(tx.actor) {
        return Err(Refusal::not_permitted());
    }
    let planned = plan(tx)?;
    if planned.planned == 0 {
        tx.quietly();
    }
    Ok(planned)
}

pub(super) fn plan(tx: &mut Tx<'_, '_>) -> Result<Planned> {
    let (missing, skipped) = missing(tx.sql(), tx.calendar.zone, ahead(tx.today()))?;
    let mut group: Option<Group> = None;
    for place in &missing {
        let of_group = match group.take() {
            Some(known) if known.id == place.slot.of_group => known,
            _ => group::group(tx.sql(), place.slot.of_group)?,
        };
        let session = session_of(tx, &of_group, place);
        store::insert(tx, &session)?;
        tx.wrote(Table::Session, session.id, None)?;
        group = Some(of_group);
    }
    if !missing.is_empty() {
        tx.touch(Tag::Session);
    }
    Ok(Planned { planned: missing.len(), skipped })
}

fn session_of(tx: &Tx<'_, '_>, group: &Group, place: &Missing) -> Session {
    Session {
        id: tx.id(),
        kind: kind_of(&group.of_type),
        of_group: Some(group.id),
        client: None,
        staff: place.slot.staff.unwrap_or(group.facilitator),
        substitute: None,
        slot: Some((place.slot.id, place.on)),
        room: place.slot.room.clone().unwrap_or_else(|| group.room.clone()),
        on_date: place.on,
        starts: place.slot.starts,
        minutes: place.slot.minutes,
        starts_at: place.starts_at,
        ends_at: place.starts_at.plus_minutes(place.slot.minutes),
        began_at: None,
        finished_at: None,
        topic: String::new(),
        state: SessionState::Planned,
        recorded_at: None,
        recorded_by: None,
        rev: 1,
    }
}

/// The kind of a group's sessions, by the group's type.
pub(crate) fn kind_of(group_type: &str) -> Kind {
    match group_type {
        "education" => Kind::Education,
        "family" => Kind::Family,
        _ => Kind::Group,
    }
}

/// `group.add`, with the sessions of its first weeks.
pub(super) fn add_group(tx: &mut Tx<'_, '_>, request: AddGroup) -> Result<AddedGroup> {
    let added = group::add(tx, request)?;
    plan(tx)?;
    Ok(added)
}

/// `group.change`: planned sessions follow the new facilitator and room; those of a group that ends are cancelled.
pub(super) fn change_group(tx: &mut Tx<'_, '_>, request: ChangeGroup) -> Result<AddedGroup> {
    let before = group::arranged(tx, request.id)?;
    let changed = group::change(tx, request)?;
    let after = group::group(tx.sql(), changed.id)?;
    if !after.active {
        cancel_planned(tx, (Some(after.id), None), tx.today(), "The group ended")?;
    } else if after.facilitator != before.facilitator || after.room != before.room {
        follow(tx, &before, &after)?;
    }
    plan(tx)?;
    Ok(changed)
}

fn follow(tx: &mut Tx<'_, '_>, before: &Group, after: &Group) -> Result<()> {
    for (id, rev) in store::still_planned(tx.sql(), Some(after.id), None, tx.today())? {
        let Some(present) = store::session(tx.sql(), id)? else { continue };
        let staff = if present.staff == before.facilitator { after.facilitator } else { present.staff };
        let room = if present.room == before.room { after.room.clone() } else { present.room.clone() };
        tx.revise(Table::Session, id, rev)?;
        store::update(tx, &Session { staff, room, ..present })?;
        tx.wrote(Table::Session, id, None)?;
    }
    tx.touch(Tag::Session);
    Ok(())
}

/// `slot.add`, with its sessions.
pub(super) fn add_slot(tx: &mut Tx<'_, '_>, request: AddSlot) -> Result<AddedSlot> {
    let added = group::add_slot(tx, request)?;
    plan(tx)?;
    Ok(added)
}

/// `slot.end`: its planned sessions from that date on are cancelled.
pub(super) fn end_slot(tx: &mut Tx<'_, '_>, request: EndSlot) -> Result<AddedSlot> {
    let (id, until_on) = (request.id, request.until_on);
    let ended = group::end_slot(tx, request)?;
    cancel_planned(tx, (None, Some(id)), until_on.max(tx.today()), "The weekly time ended")?;
    Ok(ended)
}

fn cancel_planned(
    tx: &mut Tx<'_, '_>,
    (group, slot): (Option<GroupId>, Option<SlotId>),
    from: NaiveDate,
    reason: &str,
) -> Result<()> {
    for (id, rev) in store::still_planned(tx.sql(), group, slot, from)? {
        tx.revise(Table::Session, id, rev)?;
        store::cancel(tx, id, reason)?;
        tx.wrote(Table::Session, id, None)?;
    }
    tx.touch(Tag::Session);
    Ok(())
}
