//! SQL of groups, slots and memberships.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};

use super::{Group, GroupId, MembershipId, Slot, SlotId};
use crate::client::ClientId;
use crate::curriculum::CurriculumId;
use crate::kernel::Result;
use crate::kernel::door::Tx;

const WALL: &str = "%H:%M";

/// The cap policy of a type; `None` when there is no such type.
pub(super) fn cap_policy(sql: &Connection, of_type: &str) -> Result<Option<String>> {
    let mut statement = sql.prepare_cached("select cap_policy from group_type where word = :word")?;
    Ok(statement.query_row(named_params! { ":word": of_type }, |row| row.get(0)).optional()?)
}

/// Word, label and cap policy of every type, in order.
pub(super) fn types(sql: &Connection) -> Result<Vec<(String, String, String)>> {
    let mut statement = sql.prepare_cached("select word, label, cap_policy from group_type order by position")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn group(sql: &Connection, id: GroupId) -> Result<Option<Group>> {
    let mut statement = sql.prepare_cached(
        "select id, name, type, track, room, capacity, facilitator, co_facilitator, active, rev
         from groups
         where id = :id",
    )?;
    Ok(statement
        .query_row(named_params! { ":id": id }, |row| {
            Ok(Group {
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
            })
        })
        .optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, group: &Group) -> Result<()> {
    put(
        tx,
        group,
        "insert into groups
           (id, name, type, track, room, capacity, facilitator, co_facilitator, active, rev, at, device, by_staff)
         values
           (:id, :name, :type, :track, :room, :capacity, :facilitator, :co_facilitator, :active, 1, :at, :device, :by_staff)",
        &[],
    )
}

pub(super) fn update(tx: &Tx<'_, '_>, group: &Group) -> Result<()> {
    put(
        tx,
        group,
        "update groups
         set name = :name, type = :type, track = :track, room = :room, capacity = :capacity,
             facilitator = :facilitator, co_facilitator = :co_facilitator, active = :active,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! { ":rev": group.rev },
    )
}

/// Runs a statement with what both a new row and its next revision say, and what it names besides.
fn put(tx: &Tx<'_, '_>, group: &Group, sql: &str, own: &[(&str, &dyn ToSql)]) -> Result<()> {
    let shared = named_params! {
        ":id": group.id,
        ":name": group.name,
        ":type": group.of_type,
        ":track": group.track,
        ":room": group.room,
        ":capacity": group.capacity,
        ":facilitator": group.facilitator,
        ":co_facilitator": group.co_facilitator,
        ":active": group.active,
    };
    tx.write(sql, &[shared, own].concat())
}

pub(super) fn follow(tx: &Tx<'_, '_>, id: GroupId, curriculum: Option<CurriculumId>) -> Result<()> {
    tx.write(
        "update groups
         set curriculum = :curriculum, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":curriculum": curriculum },
    )
}

fn slot_of(row: &Row<'_>) -> rusqlite::Result<Slot> {
    let starts: String = row.get("starts")?;
    Ok(Slot {
        id: row.get("id")?,
        of_group: row.get("of_group")?,
        weekday: row.get("weekday")?,
        starts: NaiveTime::parse_from_str(&starts, WALL).unwrap_or(NaiveTime::MIN),
        minutes: row.get("minutes")?,
        from_on: row.get("from_on")?,
        until_on: row.get("until_on")?,
        staff: row.get("staff")?,
        room: row.get("room")?,
        rev: row.get("rev")?,
    })
}

/// Every slot of a group that was not taken back, in the order of the week.
pub(super) fn slots(sql: &Connection, group: GroupId) -> Result<Vec<Slot>> {
    let mut statement = sql.prepare_cached(
        "select id, of_group, weekday, starts, minutes, from_on, until_on, staff, room, rev
         from slot
         where of_group = :group and voided_at is null
         order by weekday, starts, from_on",
    )?;
    let rows = statement.query_map(named_params! { ":group": group }, slot_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Slots of active groups that hold on some date from `from` up to but without `until`. The table is small.
pub(super) fn slots_between(sql: &Connection, from: NaiveDate, until: NaiveDate) -> Result<Vec<Slot>> {
    let mut statement = sql.prepare_cached(
        "select slot.id, slot.of_group, slot.weekday, slot.starts, slot.minutes, slot.from_on, slot.until_on,
                slot.staff, slot.room, slot.rev
         from groups
         join slot on slot.of_group = groups.id
         where groups.active = 1 and slot.voided_at is null
           and slot.from_on < :until and (slot.until_on is null or slot.until_on > :from)
         order by slot.weekday, slot.starts, slot.id",
    )?;
    let rows = statement.query_map(named_params! { ":from": from, ":until": until }, slot_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn slot(sql: &Connection, id: SlotId) -> Result<Option<Slot>> {
    let mut statement = sql.prepare_cached(
        "select id, of_group, weekday, starts, minutes, from_on, until_on, staff, room, rev
         from slot
         where id = :id and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, slot_of).optional()?)
}

pub(super) fn insert_slot(tx: &Tx<'_, '_>, slot: &Slot) -> Result<()> {
    tx.write(
        "insert into slot
           (id, of_group, weekday, starts, minutes, from_on, until_on, staff, room, rev, at, device, by_staff)
         values
           (:id, :of_group, :weekday, :starts, :minutes, :from_on, :until_on, :staff, :room, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": slot.id,
            ":of_group": slot.of_group,
            ":weekday": slot.weekday,
            ":starts": slot.starts.format(WALL).to_string(),
            ":minutes": slot.minutes,
            ":from_on": slot.from_on,
            ":until_on": slot.until_on,
            ":staff": slot.staff,
            ":room": slot.room,
        },
    )
}

/// Ends a slot before a date, or lets it hold on.
pub(super) fn end_slot(tx: &Tx<'_, '_>, id: SlotId, until_on: Option<NaiveDate>) -> Result<()> {
    tx.write(
        "update slot
         set until_on = :until_on, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":until_on": until_on },
    )
}

/// When a place was to end before its latest change, from its history.
pub(super) fn ended_before(sql: &Connection, slot: &Slot) -> Result<Option<NaiveDate>> {
    let mut statement = sql.prepare_cached(
        "select body ->> 'until_on'
         from version
         where of_table = 'slot' and of_id = :id and of_rev = :rev",
    )?;
    let found =
        statement.query_row(named_params! { ":id": slot.id, ":rev": slot.rev - 1 }, |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

/// Who is on the roster on a date or from a later one on.
pub(crate) fn members(sql: &Connection, group: GroupId, on: NaiveDate) -> Result<Vec<ClientId>> {
    let mut statement = sql.prepare_cached(
        "select distinct client
         from membership
         where of_group = :group and (left_on is null or left_on > :on) and voided_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":group": group, ":on": on }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who comes to a group from a date on: its roster, and who is booked into one of its sessions.
pub(super) fn companions(sql: &Connection, group: GroupId, on: NaiveDate) -> Result<Vec<ClientId>> {
    let mut statement = sql.prepare_cached(
        "select client
         from membership
         where of_group = :group and (left_on is null or left_on > :on) and voided_at is null
         union
         select booking.client
         from session indexed by session_group
         cross join booking indexed by booking_seat on booking.session = session.id and booking.cancelled_at is null
         where session.of_group = :group and session.on_date >= :on and session.state <> 'recorded'",
    )?;
    let rows = statement.query_map(named_params! { ":group": group, ":on": on }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many are on the roster on a date.
pub(super) fn seats_taken(sql: &Connection, group: GroupId, on: NaiveDate) -> Result<i64> {
    let mut statement = sql.prepare_cached(
        "select count(*)
         from membership
         where of_group = :group and joined_on <= :on and (left_on is null or left_on > :on) and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":group": group, ":on": on }, |row| row.get(0))?)
}

/// How many are on the roster on a date, without this client.
pub(super) fn members_on(sql: &Connection, group: GroupId, on: NaiveDate, but: ClientId) -> Result<i64> {
    let mut statement = sql.prepare_cached(
        "select count(*)
         from membership
         where of_group = :group and joined_on <= :on and (left_on is null or left_on > :on)
           and voided_at is null and client <> :but",
    )?;
    Ok(statement.query_row(named_params! { ":group": group, ":on": on, ":but": but }, |row| row.get(0))?)
}

/// Whether a stay of the client in this group is open, or meets the date.
pub(super) fn stays(sql: &Connection, group: GroupId, client: ClientId, on: NaiveDate) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from membership
           where client = :client and of_group = :group and voided_at is null
             and (left_on is null or left_on > :on)
         )",
    )?;
    Ok(statement.query_row(named_params! { ":group": group, ":client": client, ":on": on }, |row| row.get(0))?)
}

/// A stay on a roster: whose, and from when to when.
pub(super) struct Stay {
    pub client: ClientId,
    pub joined_on: NaiveDate,
    pub left_on: Option<NaiveDate>,
}

pub(super) fn membership(sql: &Connection, id: MembershipId) -> Result<Option<Stay>> {
    let mut statement = sql.prepare_cached(
        "select client, joined_on, left_on
         from membership
         where id = :id and voided_at is null",
    )?;
    Ok(statement
        .query_row(named_params! { ":id": id }, |row| {
            Ok(Stay { client: row.get(0)?, joined_on: row.get(1)?, left_on: row.get(2)? })
        })
        .optional()?)
}

pub(super) fn insert_membership(
    tx: &Tx<'_, '_>,
    id: MembershipId,
    (group, client): (GroupId, ClientId),
    joined_on: NaiveDate,
    (cap_reason, packet_reason): (&str, &str),
) -> Result<()> {
    tx.write(
        "insert into membership
           (id, of_group, client, joined_on, cap_reason, packet_reason, rev, at, device, by_staff)
         values (:id, :group, :client, :joined_on, :cap_reason, :packet_reason, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":group": group,
            ":client": client,
            ":joined_on": joined_on,
            ":cap_reason": cap_reason,
            ":packet_reason": packet_reason,
        },
    )
}

pub(super) fn leave(tx: &Tx<'_, '_>, id: MembershipId, left_on: NaiveDate, reason: &str) -> Result<()> {
    tx.write(
        "update membership
         set left_on = :left_on, leave_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":left_on": left_on, ":reason": reason },
    )
}
