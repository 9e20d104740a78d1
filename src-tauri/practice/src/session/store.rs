//! SQL of sessions and their breaks.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};
use serde_json::json;

use super::ipc::ClosedDate;
use super::{Break, BreakId, Session, SessionId};
use crate::client::ClientId;
use crate::closure::{Closure, ClosureId};
use crate::curriculum::{CurriculumId, LessonId};
use crate::group::{GroupId, SlotId};
use crate::kernel::door::Tx;
use crate::kernel::history::hex;
use crate::kernel::{Moment, Result};

const WALL: &str = "%H:%M";

/// A session of a group on a date.
pub(super) type Place = (SessionId, GroupId, NaiveDate);

fn session_of(row: &Row<'_>) -> rusqlite::Result<Session> {
    let starts: String = row.get("starts")?;
    let slot: Option<SlotId> = row.get("slot")?;
    let slot_on: Option<NaiveDate> = row.get("slot_on")?;
    Ok(Session {
        id: row.get("id")?,
        kind: row.get("kind")?,
        of_group: row.get("of_group")?,
        client: row.get("client")?,
        staff: row.get("staff")?,
        substitute: row.get("substitute")?,
        slot: slot.zip(slot_on),
        room: row.get("room")?,
        on_date: row.get("on_date")?,
        starts: NaiveTime::parse_from_str(&starts, WALL).unwrap_or(NaiveTime::MIN),
        minutes: row.get("minutes")?,
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        began_at: row.get("began_at")?,
        finished_at: row.get("finished_at")?,
        topic: row.get("topic")?,
        state: row.get("state")?,
        recorded_at: row.get("recorded_at")?,
        recorded_by: row.get("recorded_by")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn session(sql: &Connection, id: SessionId) -> Result<Option<Session>> {
    let mut statement = sql.prepare_cached(
        "select id, kind, of_group, client, staff, substitute, slot, slot_on, room, on_date, starts, minutes, starts_at,
                ends_at, began_at, finished_at, topic, state, recorded_at, recorded_by, rev
         from session
         where id = :id",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, session_of).optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, session: &Session) -> Result<()> {
    put(
        tx,
        session,
        "insert into session
           (id, kind, of_group, client, staff, substitute, slot, slot_on, room, on_date, starts, minutes, time_zone,
            starts_at, ends_at, topic, state, rev, at, device, by_staff)
         values
           (:id, :kind, :of_group, :client, :staff, :substitute, :slot, :slot_on, :room, :on_date, :starts, :minutes,
            :time_zone, :starts_at, :ends_at, :topic, :state, 1, :at, :device, :by_staff)",
        named_params! {
            ":kind": session.kind,
            ":of_group": session.of_group,
            ":client": session.client,
            ":slot": session.slot.map(|(slot, _)| slot),
            ":slot_on": session.slot.map(|(_, on)| on),
            ":state": session.state,
        },
    )
}

/// Writes place, time, topic and people as the next revision.
pub(super) fn update(tx: &Tx<'_, '_>, session: &Session) -> Result<()> {
    put(
        tx,
        session,
        "update session
         set staff = :staff, substitute = :substitute, room = :room, on_date = :on_date, starts = :starts,
             minutes = :minutes, time_zone = :time_zone, starts_at = :starts_at, ends_at = :ends_at, topic = :topic,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! { ":rev": session.rev },
    )
}

/// Runs a statement with what both a new row and its next revision say, and what it names besides.
fn put(tx: &Tx<'_, '_>, session: &Session, sql: &str, own: &[(&str, &dyn ToSql)]) -> Result<()> {
    let shared = named_params! {
        ":id": session.id,
        ":staff": session.staff,
        ":substitute": session.substitute,
        ":room": session.room,
        ":on_date": session.on_date,
        ":starts": session.starts.format(WALL).to_string(),
        ":minutes": session.minutes,
        ":time_zone": tx.calendar.zone.0.name(),
        ":starts_at": session.starts_at,
        ":ends_at": session.ends_at,
        ":topic": session.topic,
    };
    tx.write(sql, &[shared, own].concat())
}

pub(super) fn cancel(tx: &Tx<'_, '_>, id: SessionId, reason: &str) -> Result<()> {
    tx.write(
        "update session
         set state = 'cancelled', cancel_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}

/// Marks a session as recorded, with what really happened. For the slice `attendance`, after `tx.revise`.
pub(crate) fn set_recorded(
    tx: &Tx<'_, '_>,
    id: SessionId,
    (began, finished): (Moment, Moment),
    (topic, lesson, place): (Option<&str>, Option<LessonId>, Option<LessonId>),
    late: bool,
) -> Result<()> {
    tx.write(
        "update session
         set state = 'recorded', began_at = :began, finished_at = :finished, topic = coalesce(:topic, topic),
             lesson = :lesson, lesson_place = :place, late_entry = :late, recorded_at = :at, recorded_by = :by_staff,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":began": began,
            ":finished": finished,
            ":topic": topic,
            ":lesson": lesson,
            ":place": place,
            ":late": late,
        },
    )
}

/// Makes a recorded session a planned one again. For the slice `attendance`, after `tx.revise`.
pub(crate) fn set_unrecorded(tx: &Tx<'_, '_>, id: SessionId) -> Result<()> {
    tx.write(
        "update session
         set state = 'planned', lesson = null, lesson_place = null, began_at = null, finished_at = null, late_entry = 0, recorded_at = null,
             recorded_by = null, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}

/// What a group follows.
pub(super) fn curriculum_of(sql: &Connection, group: GroupId) -> Result<Option<CurriculumId>> {
    let mut statement = sql.prepare_cached("select curriculum from groups where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": group }, |row| row.get(0))?)
}

/// Writes which lesson a planned session takes instead of the one in line, after `tx.revise`. A topic of the old lesson
/// that was kept as the session's own goes with it.
pub(super) fn swap_lesson(tx: &Tx<'_, '_>, id: SessionId, lesson: Option<LessonId>) -> Result<()> {
    tx.write(
        "update session
         set lesson_instead = :lesson, topic = '', rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":lesson": lesson },
    )
}

pub(super) fn breaks(sql: &Connection, session: SessionId) -> Result<Vec<Break>> {
    let mut statement = sql.prepare_cached(
        "select id, from_at, until_at, rev
         from session_break
         where session = :session and voided_at is null
         order by from_at",
    )?;
    let rows = statement.query_map(named_params! { ":session": session }, |row| {
        Ok(Break { id: row.get(0)?, from: row.get(1)?, until: row.get(2)?, rev: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds a pause. For the slice `attendance`.
pub(crate) fn insert_break(tx: &Tx<'_, '_>, session: SessionId, pause: Break) -> Result<()> {
    tx.write(
        "insert into session_break (id, session, from_at, until_at, rev, at, device, by_staff)
         values (:id, :session, :from, :until, 1, :at, :device, :by_staff)",
        named_params! { ":id": pause.id, ":session": session, ":from": pause.from, ":until": pause.until },
    )
}

/// Takes a pause back. For the slice `attendance`, after `tx.revise`.
pub(crate) fn void_break(tx: &Tx<'_, '_>, id: BreakId) -> Result<()> {
    tx.write(
        "update session_break
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}

/// Whether the group has another session, not cancelled, that starts then.
pub(super) fn is_taken(sql: &Connection, group: GroupId, starts_at: Moment, but: SessionId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from session
           where of_group = :group and starts_at = :starts_at and state <> 'cancelled' and id <> :but
         )",
    )?;
    Ok(statement
        .query_row(named_params! { ":group": group, ":starts_at": starts_at, ":but": but }, |row| row.get(0))?)
}

/// Weekly places that have a session already, also a moved or a cancelled one, from a date on.
pub(super) fn planned_places(
    sql: &Connection,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(SlotId, NaiveDate)>> {
    let mut statement = sql.prepare_cached(
        "select session.slot, session.slot_on
         from slot
         cross join session on session.slot = slot.id and session.slot_on >= :from and session.slot_on < :until",
    )?;
    let rows = statement
        .query_map(named_params! { ":from": from, ":until": until }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Group and start of every session that is not cancelled, from a date on: what was planned by hand or imported.
pub(super) fn group_starts(sql: &Connection, from: NaiveDate, until: NaiveDate) -> Result<Vec<(GroupId, Moment)>> {
    let mut statement = sql.prepare_cached(
        "select of_group, starts_at
         from session
         where on_date >= :from and on_date < :until and of_group is not null and state <> 'cancelled'",
    )?;
    let rows = statement
        .query_map(named_params! { ":from": from, ":until": until }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Cancels a session because the practice is closed; the closure brings it back when it is taken back.
pub(super) fn cancel_for(tx: &Tx<'_, '_>, id: SessionId, closure: &Closure) -> Result<()> {
    tx.write(
        "update session
         set state = 'cancelled', cancel_reason = :reason, closure = :closure,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":reason": format!("Closed: {}", closure.name),
            ":closure": closure.id,
        },
    )
}

/// Makes a cancelled session a planned one again.
pub(super) fn plan_again(tx: &Tx<'_, '_>, id: SessionId) -> Result<()> {
    tx.write(
        "update session
         set state = 'planned', cancel_reason = '', closure = null, ended_with = null,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}

/// Notes that the end of its weekly place cancelled a session, beside what [`cancel`] writes.
pub(super) fn set_ended_with(tx: &Tx<'_, '_>, id: SessionId, slot: SlotId) -> Result<()> {
    let mut statement = tx.sql().prepare_cached("update session set ended_with = :slot where id = :id")?;
    statement.execute(named_params! { ":id": id, ":slot": slot })?;
    Ok(())
}

/// Gives a session another weekly place, beside what [`update`] writes.
pub(super) fn set_place(tx: &Tx<'_, '_>, id: SessionId, slot: SlotId, on: NaiveDate) -> Result<()> {
    let mut statement = tx.sql().prepare_cached("update session set slot = :slot, slot_on = :on where id = :id")?;
    statement.execute(named_params! { ":id": id, ":slot": slot, ":on": on })?;
    Ok(())
}

/// The planned sessions of a date, of groups and of single clients.
pub(super) fn planned_on(sql: &Connection, on: NaiveDate) -> Result<Vec<SessionId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from session indexed by session_on
         where on_date = :on and state = 'planned'
         order by starts_at, id",
    )?;
    let rows = statement.query_map(named_params! { ":on": on }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a closure cancelled, from a date on.
pub(super) fn cancelled_for(sql: &Connection, closure: ClosureId, from: NaiveDate) -> Result<Vec<SessionId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from session indexed by session_closure
         where closure = :closure and state = 'cancelled' and on_date >= :from
         order by starts_at, id",
    )?;
    let rows = statement.query_map(named_params! { ":closure": closure, ":from": from }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The closed dates from a date up to but without another, in order, with what became of the sessions planned on them.
pub(super) fn closed(sql: &Connection, from: NaiveDate, until: NaiveDate) -> Result<Vec<ClosedDate>> {
    let mut statement = sql.prepare_cached(
        "select closure.on_date, closure.name,
                (select count(*) from session where session.closure = closure.id and state = 'cancelled') as cancelled,
                (
                  select count(*)
                  from session indexed by session_on
                  where session.on_date = closure.on_date and session.state <> 'cancelled'
                ) as planned
         from closure
         where closure.on_date >= :from and closure.on_date < :until and closure.voided_at is null
         order by closure.on_date",
    )?;
    let rows = statement.query_map(named_params! { ":from": from, ":until": until }, |row| {
        Ok(ClosedDate {
            on_date: row.get("on_date")?,
            name: row.get("name")?,
            left_out: 0,
            cancelled: row.get("cancelled")?,
            planned: row.get("planned")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every session of a weekly place from one of its dates on, whatever became of it; by that date.
pub(super) fn of_place(sql: &Connection, slot: SlotId, from: NaiveDate) -> Result<Vec<SessionId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from session indexed by session_slot
         where slot = :slot and slot_on >= :from
         order by slot_on",
    )?;
    let rows = statement.query_map(named_params! { ":slot": slot, ":from": from }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What was cancelled because its weekly place ended.
pub(super) fn cancelled_with(sql: &Connection, slot: SlotId) -> Result<Vec<SessionId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from session indexed by session_ended_with
         where ended_with = :slot and state = 'cancelled'
         order by slot_on",
    )?;
    let rows = statement.query_map(named_params! { ":slot": slot }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a closure cancelled a session.
pub(super) fn is_closed(sql: &Connection, id: SessionId) -> Result<bool> {
    let mut statement = sql.prepare_cached("select closure is not null from session where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": id }, |row| row.get(0))?)
}

/// Planned sessions of a group, or of one weekly place, from a date on.
pub(super) fn still_planned(
    sql: &Connection,
    group: Option<GroupId>,
    slot: Option<SlotId>,
    from: NaiveDate,
) -> Result<Vec<(SessionId, i64)>> {
    let mut statement = sql.prepare_cached(
        "select id, rev
         from session
         where on_date >= :from and state = 'planned' and slot is not null
           and (of_group = :group or slot = :slot)",
    )?;
    let rows = statement.query_map(named_params! { ":from": from, ":group": group, ":slot": slot }, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who is expected: the roster of that date, or who was booked.
pub(super) fn expected(sql: &Connection, session: &Session) -> Result<Vec<ClientId>> {
    let Some(group) = session.of_group else { return Ok(session.client.into_iter().collect()) };
    let found = expected_at(sql, &[(session.id, group, session.on_date)])?;
    Ok(found.into_iter().map(|(_, client)| client).collect())
}

/// Who is expected at some sessions of groups, each on its date. One statement.
pub(super) fn expected_at(sql: &Connection, places: &[Place]) -> Result<Vec<(SessionId, ClientId)>> {
    let places: Vec<_> =
        places.iter().map(|(session, group, on)| (hex(session.0.as_bytes()), hex(group.0.as_bytes()), on)).collect();
    let mut statement = sql.prepare_cached(include_str!("sql/expected.sql"))?;
    let rows = statement
        .query_map(named_params! { ":places": json!(places).to_string() }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
