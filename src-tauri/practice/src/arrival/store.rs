//! SQL of the marks.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Arrival, ArrivalId};
use crate::client::{ClientId, json_of};
use crate::kernel::Result;
use crate::kernel::door::Tx;
use crate::session::SessionId;

fn arrival_of(row: &Row<'_>) -> rusqlite::Result<Arrival> {
    Ok(Arrival {
        id: row.get("id")?,
        client: row.get("client")?,
        on_date: row.get("on_date")?,
        mark: row.get("mark")?,
        session: row.get("session")?,
        minutes: row.get("minutes")?,
        reason: row.get("reason")?,
        marked_at: row.get("marked_at")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn arrival(sql: &Connection, id: ArrivalId) -> Result<Option<Arrival>> {
    let mut statement = sql.prepare_cached(
        "select id, client, on_date, mark, session, minutes, reason, marked_at, rev
         from arrival
         where id = :id and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, arrival_of).optional()?)
}

/// The marks of a client on a date that stand, in the order in which they were made.
pub(super) fn of_client(sql: &Connection, client: ClientId, on: NaiveDate) -> Result<Vec<Arrival>> {
    Ok(of_clients(sql, &[client], on)?.remove(&client).unwrap_or_default())
}

/// The same of some clients.
pub(super) fn of_clients(
    sql: &Connection,
    clients: &[ClientId],
    on: NaiveDate,
) -> Result<HashMap<ClientId, Vec<Arrival>>> {
    let mut statement = sql.prepare_cached(
        "select id, client, on_date, mark, session, minutes, reason, marked_at, rev
         from arrival indexed by arrival_on
         where on_date = :on and client in (select unhex(value) from json_each(:clients)) and voided_at is null
         order by marked_at, id",
    )?;
    let rows = statement.query_map(named_params! { ":clients": json_of(clients), ":on": on }, arrival_of)?;
    by_client(rows)
}

/// The same of everybody.
pub(super) fn of_day(sql: &Connection, on: NaiveDate) -> Result<HashMap<ClientId, Vec<Arrival>>> {
    let mut statement = sql.prepare_cached(
        "select id, client, on_date, mark, session, minutes, reason, marked_at, rev
         from arrival indexed by arrival_on
         where on_date = :on and voided_at is null
         order by marked_at, id",
    )?;
    let rows = statement.query_map(named_params! { ":on": on }, arrival_of)?;
    by_client(rows)
}

fn by_client(rows: impl Iterator<Item = rusqlite::Result<Arrival>>) -> Result<HashMap<ClientId, Vec<Arrival>>> {
    let mut found: HashMap<ClientId, Vec<Arrival>> = HashMap::new();
    for row in rows {
        let arrival = row?;
        found.entry(arrival.client).or_default().push(arrival);
    }
    Ok(found)
}

/// The sessions of a date at which a client is expected, or was recorded.
pub(super) fn expected(sql: &Connection, client: ClientId, on: NaiveDate) -> Result<Vec<SessionId>> {
    let mut statement = sql.prepare_cached(include_str!("sql/expected.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client, ":on": on }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, arrival: &Arrival) -> Result<()> {
    tx.write(
        "insert into arrival
           (id, client, on_date, mark, session, minutes, reason, marked_at, rev, at, device, by_staff)
         values
           (:id, :client, :on_date, :mark, :session, :minutes, :reason, :marked_at, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": arrival.id,
            ":client": arrival.client,
            ":on_date": arrival.on_date,
            ":mark": arrival.mark,
            ":session": arrival.session,
            ":minutes": arrival.minutes,
            ":reason": arrival.reason,
            ":marked_at": arrival.marked_at,
        },
    )
}

pub(super) fn void(tx: &Tx<'_, '_>, id: ArrivalId) -> Result<()> {
    tx.write(
        "update arrival
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}
