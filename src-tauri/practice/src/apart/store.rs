//! SQL of pairs kept apart.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::ops::Room;
use super::{ApartId, ApartOverrideId, Pair};
use crate::client::{ClientId, json_of};
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result, View};

fn pair_of(row: &Row<'_>) -> rusqlite::Result<Pair> {
    Ok(Pair {
        id: row.get("id")?,
        one: row.get("one")?,
        other: row.get("other")?,
        reason: row.get("reason")?,
        detail: row.get("detail")?,
        from_on: row.get("from_on")?,
        until_on: row.get("until_on")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn pair(sql: &Connection, id: ApartId) -> Result<Option<Pair>> {
    let mut statement = sql.prepare_cached(
        "select id, one, other, reason, detail, from_on, until_on, rev
         from apart
         where id = :id",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, pair_of).optional()?)
}

pub(super) fn open_pair(sql: &Connection, one: ClientId, other: ClientId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from apart
           where one = :one and other = :other and until_on is null
         )",
    )?;
    Ok(statement.query_row(named_params! { ":one": one, ":other": other }, |row| row.get(0))?)
}

/// A pair with who wrote it down.
pub(super) struct Written {
    pub pair: Pair,
    pub end_reason: String,
    pub by: String,
    pub at: Moment,
}

pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Written>> {
    let mut statement = sql.prepare_cached(
        "select apart.id, apart.one, apart.other, apart.reason, apart.detail, apart.from_on, apart.until_on, apart.rev,
                apart.end_reason, apart.at, staff.given_name || ' ' || staff.family_name as by
         from apart
         join staff on staff.id = apart.by_staff
         where apart.one = :client or apart.other = :client
         order by apart.until_on is not null, apart.from_on desc, apart.id",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| {
        Ok(Written {
            pair: pair_of(row)?,
            end_reason: row.get("end_reason")?,
            by: row.get("by")?,
            at: row.get("at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Pairs of a client with somebody of a list that hold on some date from the first to the last.
pub(super) fn between(
    sql: &Connection,
    client: ClientId,
    those: &[ClientId],
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<Pair>> {
    let mut statement = sql.prepare_cached(
        "select id, one, other, reason, detail, from_on, until_on, rev
         from apart
         where (
             (one = :client and other in (select unhex(value) from json_each(:those)))
             or (other = :client and one in (select unhex(value) from json_each(:those)))
           )
           and from_on <= :last and (until_on is null or until_on > :first)
         order by id",
    )?;
    let parameters = named_params! { ":client": client, ":those": json_of(those), ":first": first, ":last": last };
    let rows = statement.query_map(parameters, pair_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Pairs whose two are both in a list, on a date.
pub(super) fn among(sql: &Connection, those: &[ClientId], on: NaiveDate) -> Result<Vec<Pair>> {
    let mut statement = sql.prepare_cached(
        "select apart.id, apart.one, apart.other, apart.reason, apart.detail, apart.from_on, apart.until_on, apart.rev
         from json_each(:those) first
         cross join apart indexed by apart_one on apart.one = unhex(first.value)
         where apart.other in (select unhex(value) from json_each(:those))
           and apart.from_on <= :on and (apart.until_on is null or apart.until_on > :on)
         order by apart.id",
    )?;
    let rows = statement.query_map(named_params! { ":those": json_of(those), ":on": on }, pair_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn is_primary(tx: &Tx<'_, '_>, client: ClientId) -> Result<bool> {
    primary_of(&tx.view(), client)
}

/// Whether the person is the client's primary counselor.
pub(super) fn primary_of(view: &View<'_>, client: ClientId) -> Result<bool> {
    let mut statement = view.sql.prepare_cached(
        "select exists (
           select 1
           from care_team
           where client = :client and staff = :me and part = 'primary' and voided_at is null
             and starts_on <= :today and (ends_on is null or ends_on >= :today)
         )",
    )?;
    let parameters = named_params! { ":client": client, ":me": view.actor.staff, ":today": view.today() };
    Ok(statement.query_row(parameters, |row| row.get(0))?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, pair: &Pair) -> Result<()> {
    tx.write(
        "insert into apart (id, one, other, reason, detail, from_on, rev, at, device, by_staff)
         values (:id, :one, :other, :reason, :detail, :from_on, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": pair.id,
            ":one": pair.one,
            ":other": pair.other,
            ":reason": pair.reason,
            ":detail": pair.detail,
            ":from_on": pair.from_on,
        },
    )
}

pub(super) fn end(tx: &Tx<'_, '_>, id: ApartId, until_on: NaiveDate, reason: &str) -> Result<()> {
    tx.write(
        "update apart
         set until_on = :until_on, end_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":until_on": until_on, ":reason": reason },
    )
}

pub(super) fn insert_override(
    tx: &Tx<'_, '_>,
    id: ApartOverrideId,
    (pair, client): (ApartId, ClientId),
    room: Room,
    reason: &str,
) -> Result<()> {
    let (group, session) = match room {
        Room::Group(id) => (Some(id), None),
        Room::Session(id) => (None, Some(id)),
    };
    tx.write(
        "insert into apart_override (id, apart, client, of_group, session, reason, rev, at, device, by_staff)
         values (:id, :apart, :client, :group, :session, :reason, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":apart": pair,
            ":client": client,
            ":group": group.as_ref().map(|id| id.as_bytes().as_slice()),
            ":session": session.as_ref().map(|id| id.as_bytes().as_slice()),
            ":reason": reason,
        },
    )
}
