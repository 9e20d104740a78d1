//! Groups and their rosters.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::ipc::{GroupAnswer, GroupLine, GroupType, ListGroups, Member, RosterTogether, SlotLine, WhichGroup};
use super::rules::may_arrange;
use super::{Group, GroupId, Looker, Shown, Slot, shown_in, store};
use crate::apart::{self, Together};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::router::Nothing;
use crate::kernel::{Actor, Info, Reach, Refusal, Result, Verb, View};
use crate::practice::policy;

/// The types with their caps of today.
pub(super) fn types(view: &View<'_>, _: Nothing) -> Result<Vec<GroupType>> {
    let caps = caps(view.sql, view.today())?;
    let types = store::types(view.sql)?;
    Ok(types
        .into_iter()
        .map(|(word, label, key)| GroupType { cap: caps.get(key.as_str()).copied().unwrap_or_default(), word, label })
        .collect())
}

fn caps(sql: &Connection, on: NaiveDate) -> Result<HashMap<&'static str, i64>> {
    [policy::CAP_PROCESS, policy::CAP_EDUCATION]
        .into_iter()
        .map(|key| Ok((key, policy::whole_on(sql, key, on)?)))
        .collect()
}

/// The cap of a type on a date.
pub(super) fn cap(sql: &Connection, of_type: &str, on: NaiveDate) -> Result<i64> {
    let key = store::cap_policy(sql, of_type)?.ok_or_else(|| Refusal::internal("group type"))?;
    Ok(caps(sql, on)?.get(key.as_str()).copied().unwrap_or_default())
}

/// A group that the person may arrange; the audit entry names the role.
///
/// # Errors
/// `not_found`, `not_permitted`.
pub(crate) fn arranged(tx: &mut Tx<'_, '_>, id: GroupId) -> Result<Group> {
    let group = store::group(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("group"))?;
    tx.role = Some(may_arrange(tx.actor, &group)?.role);
    Ok(group)
}

/// A group as stored.
///
/// # Errors
/// `not_found`.
pub(crate) fn group(sql: &Connection, id: GroupId) -> Result<Group> {
    store::group(sql, id)?.ok_or_else(|| Refusal::not_found("group"))
}

/// A weekly place as stored.
///
/// # Errors
/// `not_found`.
pub(crate) fn slot(sql: &Connection, id: super::SlotId) -> Result<Slot> {
    store::slot(sql, id)?.ok_or_else(|| Refusal::not_found("slot"))
}

/// Weekly places of active groups that hold on some date from `from` up to but without `until`.
pub(crate) fn slots_between(sql: &Connection, from: NaiveDate, until: NaiveDate) -> Result<Vec<Slot>> {
    store::slots_between(sql, from, until)
}

/// The groups, active ones first by name. Two statements.
pub(super) fn list(view: &View<'_>, request: ListGroups) -> Result<Vec<GroupLine>> {
    let mut slots: HashMap<GroupId, Vec<SlotLine>> = HashMap::new();
    for slot in store::slots_between(view.sql, view.today(), far_off())? {
        slots.entry(slot.of_group).or_default().push(slot.into());
    }
    let mut lines = lines(view, request.inactive, None)?;
    for line in &mut lines {
        line.slots = slots.remove(&line.id).unwrap_or_default();
    }
    Ok(lines)
}

fn lines(view: &View<'_>, inactive: bool, one: Option<GroupId>) -> Result<Vec<GroupLine>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/list.sql"))?;
    let parameters = named_params! { ":today": view.today(), ":inactive": inactive, ":one": one };
    let rows = statement.query_map(parameters, |row| line_of(row, view.actor))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn line_of(row: &Row<'_>, actor: &Actor) -> rusqlite::Result<GroupLine> {
    let group = Group {
        id: row.get("id")?,
        name: row.get("name")?,
        of_type: row.get("type")?,
        track: row.get("track")?,
        room: row.get("room")?,
        capacity: row.get("capacity")?,
        facilitator: row.get("facilitator")?,
        co_facilitator: row.get("co_facilitator")?,
        active: row.get("active")?,
        rev: row.get("rev")?,
    };
    Ok(GroupLine {
        mine: group.is_led_by(actor.staff),
        may_arrange: may_arrange(actor, &group).is_ok(),
        id: group.id,
        name: group.name,
        of_type: group.of_type,
        type_label: row.get("type_label")?,
        track: group.track,
        room: group.room,
        capacity: group.capacity,
        facilitator: group.facilitator,
        facilitator_name: row.get("facilitator_name")?,
        co_facilitator: group.co_facilitator,
        co_facilitator_name: row.get("co_facilitator_name")?,
        active: group.active,
        curriculum: row.get("curriculum")?,
        curriculum_name: row.get("curriculum_name")?,
        members: row.get("members")?,
        slots: Vec::new(),
        rev: group.rev,
    })
}

/// A group with its roster, as far as the person may see it.
pub(super) fn get(view: &View<'_>, request: WhichGroup) -> Result<GroupAnswer> {
    let mut group =
        lines(view, true, Some(request.id))?.into_iter().next().ok_or_else(|| Refusal::not_found("group"))?;
    let today = view.today();
    group.slots = store::slots(view.sql, group.id)?
        .into_iter()
        .filter(|slot| slot.until_on.is_none_or(|until| until > today))
        .map(SlotLine::from)
        .collect();
    let cap = cap(view.sql, &group.of_type, today)?;
    let roster_shown = sees_roster(view.actor, group.mine);
    let (mut roster, mut earlier) = (Vec::new(), Vec::new());
    if roster_shown {
        let members = members(view, group.id)?;
        (roster, earlier) = members.into_iter().partition(|member| member.left_on.is_none_or(|left| left > today));
        earlier.sort_by_key(|member| std::cmp::Reverse(member.left_on));
    }
    Ok(GroupAnswer { group, cap, roster, earlier, roster_shown })
}

/// Who is on the roster today, as far as the person sees it: nobody otherwise.
///
/// # Errors
/// `not_found`.
pub(crate) fn roster(view: &View<'_>, id: GroupId) -> Result<Vec<ClientId>> {
    let group = group(view.sql, id)?;
    if !sees_roster(view.actor, group.is_led_by(view.actor.staff)) {
        return Ok(Vec::new());
    }
    let today = view.today();
    let here = |member: &Member| member.joined_on <= today && member.left_on.is_none_or(|left| left > today);
    Ok(members(view, id)?.into_iter().filter(here).map(|member| member.client).collect())
}

/// Who must not share a room on a roster, or with somebody who is about to join it, in words for this person.
pub(super) fn together(view: &View<'_>, request: RosterTogether) -> Result<Vec<Together>> {
    let group = group(view.sql, request.group)?;
    if request.client.is_none() && !sees_roster(view.actor, group.is_led_by(view.actor.staff)) {
        return Err(Refusal::not_permitted());
    }
    let on = request.on.unwrap_or_else(|| view.today());
    let Some(client) = request.client else {
        return apart::among(view, &store::members(view.sql, group.id, on)?, on);
    };
    view.reach(Info::Identity, Verb::Glimpse, client)?;
    apart::between(view, client, &store::companions(view.sql, group.id, on)?, (on, far_off()))
}

/// The same for those expected in one room: among them, or with a client whom the person reaches.
pub(crate) fn in_one_room(
    view: &View<'_>,
    those: &[ClientId],
    client: Option<ClientId>,
    on: NaiveDate,
) -> Result<Vec<Together>> {
    let Some(client) = client else { return apart::among(view, those, on) };
    view.reach(Info::Identity, Verb::Glimpse, client)?;
    apart::between(view, client, those, (on, on))
}

/// A roster shows who is in treatment: to those who read attendance of everybody, to counselors, and to who leads it.
/// To a counselor the names of others' clients are first names and initials.
pub(super) fn sees_roster(actor: &Actor, mine: bool) -> bool {
    let reads = |reach| actor.permits(Info::Attendance, Verb::Read).iter().any(|permit| permit.reach == reach);
    mine || reads(Reach::Everyone) || reads(Reach::Related)
}

fn members(view: &View<'_>, group: GroupId) -> Result<Vec<Member>> {
    let looker = Looker::of(view);
    let mut statement = view.sql.prepare_cached(include_str!("sql/roster.sql"))?;
    let parameters = named_params! { ":group": group, ":me": view.actor.staff, ":today": view.today() };
    let rows = statement.query_map(parameters, |row| {
        let name = shown_in(row, looker)?;
        let whole = name.how == Shown::Whole;
        Ok(Member {
            membership: row.get("membership")?,
            client: row.get("client")?,
            name,
            profession: if whole { row.get("profession")? } else { String::new() },
            joined_on: row.get("joined_on")?,
            left_on: row.get("left_on")?,
            leave_reason: if whole { row.get("leave_reason")? } else { String::new() },
            cap_reason: row.get("cap_reason")?,
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl From<Slot> for SlotLine {
    fn from(slot: Slot) -> Self {
        Self {
            id: slot.id,
            weekday: slot.weekday,
            starts: slot.starts.format("%H:%M").to_string(),
            minutes: slot.minutes,
            from_on: slot.from_on,
            until_on: slot.until_on,
            rev: slot.rev,
        }
    }
}

/// Later than any date of a practice, and in the order of text after every other.
pub(crate) fn far_off() -> NaiveDate {
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default()
}
