//! SQL of attendance.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Attendance, AttendanceId, Presence};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};
use crate::session::SessionId;

fn presence_of(row: &Row<'_>) -> rusqlite::Result<Presence> {
    let (arrived, left): (Option<Moment>, Option<Moment>) = (row.get("arrived_at")?, row.get("left_at")?);
    Ok(Presence {
        state: row.get("state")?,
        stay: arrived.zip(left),
        minutes: row.get("minutes")?,
        excused: row.get("excused")?,
        reason: row.get("reason")?,
        place: row.get("place")?,
        client_location: row.get("client_location")?,
    })
}

pub(super) fn attendance_of(row: &Row<'_>) -> rusqlite::Result<Attendance> {
    Ok(Attendance {
        id: row.get("id")?,
        session: row.get("session")?,
        client: row.get("client")?,
        on_date: row.get("on_date")?,
        presence: presence_of(row)?,
        source: row.get("source")?,
        expected: row.get("expected")?,
        makes_up: row.get("makes_up")?,
        late_entry: row.get("late_entry")?,
        corrected_because: row.get("corrected_because")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn attendance(sql: &Connection, id: AttendanceId) -> Result<Option<Attendance>> {
    let mut statement = sql.prepare_cached(
        "select id, session, client, on_date, state, arrived_at, left_at, minutes, excused, reason, source, place,
                client_location, expected, makes_up, late_entry, corrected_because, rev
         from attendance
         where id = :id and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, attendance_of).optional()?)
}

/// Who was booked for a session, and the missed attendance of each.
pub(super) fn booked(sql: &Connection, session: SessionId) -> Result<HashMap<ClientId, AttendanceId>> {
    let mut statement = sql.prepare_cached(
        "select client, makes_up
         from booking
         where session = :session and cancelled_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":session": session }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How a row stands now.
pub(crate) fn presence(sql: &Connection, id: AttendanceId) -> Result<Option<Presence>> {
    Ok(attendance(sql, id)?.map(|row| row.presence))
}

/// Every row of a session.
pub(super) fn of_session(sql: &Connection, session: SessionId) -> Result<Vec<Attendance>> {
    let mut statement = sql.prepare_cached(
        "select id, session, client, on_date, state, arrived_at, left_at, minutes, excused, reason, source, place,
                client_location, expected, makes_up, late_entry, corrected_because, rev
         from attendance
         where session = :session and voided_at is null
         order by id",
    )?;
    let rows = statement.query_map(named_params! { ":session": session }, attendance_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, row: &Attendance) -> Result<()> {
    tx.write(
        "insert into attendance
           (id, session, client, on_date, state, arrived_at, left_at, minutes, excused, reason, source, place,
            client_location, expected, makes_up, late_entry, rev, at, device, by_staff)
         values
           (:id, :session, :client, :on_date, :state, :arrived, :left, :minutes, :excused, :reason, :source, :place,
            :location, :expected, :makes_up, :late_entry, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": row.id,
            ":session": row.session,
            ":client": row.client,
            ":on_date": row.on_date,
            ":state": row.presence.state,
            ":arrived": row.presence.stay.map(|stay| stay.0),
            ":left": row.presence.stay.map(|stay| stay.1),
            ":minutes": row.presence.minutes,
            ":excused": row.presence.excused,
            ":reason": row.presence.reason,
            ":source": row.source,
            ":place": row.presence.place,
            ":location": row.presence.client_location,
            ":expected": row.expected,
            ":makes_up": row.makes_up,
            ":late_entry": row.late_entry,
        },
    )
}

/// Writes a corrected presence as the next revision.
pub(super) fn update(tx: &Tx<'_, '_>, id: AttendanceId, presence: &Presence, because: &str) -> Result<()> {
    tx.write(
        "update attendance
         set state = :state, arrived_at = :arrived, left_at = :left, minutes = :minutes, excused = :excused,
             reason = :reason, place = :place, client_location = :location, corrected_because = :because,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":state": presence.state,
            ":arrived": presence.stay.map(|stay| stay.0),
            ":left": presence.stay.map(|stay| stay.1),
            ":minutes": presence.minutes,
            ":excused": presence.excused,
            ":reason": presence.reason,
            ":place": presence.place,
            ":location": presence.client_location,
            ":because": because,
        },
    )
}

pub(super) fn void(tx: &Tx<'_, '_>, id: AttendanceId) -> Result<()> {
    tx.write(
        "update attendance
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}

/// Whether a note of this client rests on the session and is signed.
pub(super) fn is_under_signed_note(sql: &Connection, session: SessionId, client: ClientId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from note
           where session = :session and client = :client and voided_at is null and state not in ('draft', 'returned')
         )",
    )?;
    Ok(statement.query_row(named_params! { ":session": session, ":client": client }, |row| row.get(0))?)
}

/// Whether any note of the session was begun.
pub(super) fn has_notes(sql: &Connection, session: SessionId) -> Result<bool> {
    let mut statement =
        sql.prepare_cached("select exists (select 1 from note where session = :session and voided_at is null)")?;
    Ok(statement.query_row(named_params! { ":session": session }, |row| row.get(0))?)
}

/// Whether somebody who is not expected may walk in: in treatment, and not on a chart that is closed to this person.
pub(super) fn may_walk_in(tx: &Tx<'_, '_>, client: ClientId) -> Result<bool> {
    let mut statement = tx.sql().prepare_cached(
        "select exists (
           select 1
           from client
           join episode on episode.client = client.id and episode.discharged_on is null and episode.voided_at is null
           where client.id = :client and client.voided_at is null
             and (client.restricted = 0 or exists (
               select 1
               from care_team
               where care_team.client = client.id and care_team.staff = :me and care_team.voided_at is null
                 and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
             ))
         )",
    )?;
    let parameters = named_params! { ":client": client, ":me": tx.actor.staff, ":today": tx.today() };
    Ok(statement.query_row(parameters, |row| row.get(0))?)
}
