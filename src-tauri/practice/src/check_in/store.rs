//! SQL of check-ins.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::{CheckInCloseId, CheckInId, Means, Told};
use crate::client::ClientId;
use crate::draw::{DrawId, DrawState};
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// A check-in, as stored.
#[derive(Clone, Debug)]
pub(super) struct CheckIn {
    pub id: CheckInId,
    pub draw: DrawId,
    pub client: ClientId,
    pub called_at: Moment,
    pub told: Told,
    pub means: Means,
    pub deadline_at: Option<Moment>,
    pub noted: String,
}

/// What the draw says of everybody who is selected, in the order of the words: nothing of it tells who it is.
pub(super) fn line_words(sql: &Connection, draw: DrawId) -> Result<Vec<String>> {
    let mut statement = sql.prepare_cached(
        "select draw_entry.line_code
         from draw_pick
         join draw_entry on draw_entry.draw = draw_pick.draw and draw_entry.client = draw_pick.client
         where draw_pick.draw = :draw
         order by draw_entry.line_code",
    )?;
    let rows = statement.query_map(named_params! { ":draw": draw }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A client's place on the list of a draw.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub on_date: NaiveDate,
    pub state: DrawState,
    pub notice_at: Moment,
    pub closes_at: Moment,
    pub restricted: bool,
    pub selected: bool,
    pub called: bool,
    /// Somebody closed the line.
    pub closed: bool,
}

pub(super) fn place(sql: &Connection, draw: DrawId, client: ClientId) -> Result<Option<Place>> {
    let mut statement = sql.prepare_cached(
        "select draw.on_date, draw.state, draw.notice_at, draw.closes_at, client.restricted,
                exists (select 1 from draw_pick where draw_pick.draw = draw.id and draw_pick.client = client.id) as selected,
                exists (
                  select 1
                  from check_in
                  where check_in.draw = draw.id and check_in.client = client.id and check_in.voided_at is null
                ) as called,
                exists (select 1 from check_in_close where check_in_close.draw = draw.id) as closed
         from draw
         join draw_entry on draw_entry.draw = draw.id and draw_entry.client = :client
           and draw_entry.chance_millionths > 0
         join client on client.id = draw_entry.client and client.voided_at is null
         where draw.id = :draw",
    )?;
    Ok(statement
        .query_row(named_params! { ":draw": draw, ":client": client }, |row| {
            Ok(Place {
                on_date: row.get("on_date")?,
                state: row.get("state")?,
                notice_at: row.get("notice_at")?,
                closes_at: row.get("closes_at")?,
                restricted: row.get("restricted")?,
                selected: row.get("selected")?,
                called: row.get("called")?,
                closed: row.get("closed")?,
            })
        })
        .optional()?)
}

/// The line of a draw.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub state: DrawState,
    pub closes_at: Moment,
    /// How many had missed their check-in when it was closed, if it was.
    pub closed_with: Option<i64>,
}

pub(super) fn line(sql: &Connection, draw: DrawId) -> Result<Option<Line>> {
    let mut statement = sql.prepare_cached(
        "select draw.state, draw.closes_at, check_in_close.missed
         from draw
         left join check_in_close on check_in_close.draw = draw.id
         where draw.id = :draw",
    )?;
    let found = statement.query_row(named_params! { ":draw": draw }, |row| {
        Ok(Line { state: row.get("state")?, closes_at: row.get("closes_at")?, closed_with: row.get("missed")? })
    });
    Ok(found.optional()?)
}

/// Who of a draw had not called when its line closed.
pub(super) fn missed(sql: &Connection, draw: DrawId) -> Result<Vec<ClientId>> {
    let mut statement = sql.prepare_cached(
        "select draw_entry.client
         from draw_entry
         join draw on draw.id = draw_entry.draw
         join client on client.id = draw_entry.client and client.voided_at is null
         where draw_entry.draw = :draw and draw_entry.chance_millionths > 0
           and not exists (
             select 1
             from check_in
             where check_in.draw = draw.id and check_in.client = draw_entry.client and check_in.voided_at is null
               and check_in.called_at <= draw.closes_at
           )
         order by draw_entry.token",
    )?;
    let rows = statement.query_map(named_params! { ":draw": draw }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// When a line was closed, and by whom.
pub(super) fn closed(sql: &Connection, draw: DrawId) -> Result<Option<(Moment, String)>> {
    let mut statement = sql.prepare_cached(
        "select check_in_close.at, staff.given_name || ' ' || staff.family_name
         from check_in_close
         join staff on staff.id = check_in_close.by_staff
         where check_in_close.draw = :draw",
    )?;
    Ok(statement.query_row(named_params! { ":draw": draw }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

pub(super) fn insert_close(tx: &Tx<'_, '_>, id: CheckInCloseId, draw: DrawId, missed: i64) -> Result<()> {
    tx.write(
        "insert into check_in_close (id, draw, missed, rev, at, device, by_staff)
         values (:id, :draw, :missed, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":draw": draw, ":missed": missed },
    )
}

/// The draw and client of a check-in that stands.
pub(super) fn of(sql: &Connection, id: CheckInId) -> Result<Option<(DrawId, ClientId)>> {
    let mut statement =
        sql.prepare_cached("select draw, client from check_in where id = :id and voided_at is null")?;
    Ok(statement.query_row(named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, check_in: &CheckIn) -> Result<()> {
    tx.write(
        "insert into check_in
           (id, draw, client, called_at, told, means, deadline_at, noted, rev, at, device, by_staff)
         values
           (:id, :draw, :client, :called_at, :told, :means, :deadline_at, :noted, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": check_in.id,
            ":draw": check_in.draw,
            ":client": check_in.client,
            ":called_at": check_in.called_at,
            ":told": check_in.told,
            ":means": check_in.means,
            ":deadline_at": check_in.deadline_at,
            ":noted": check_in.noted,
        },
    )
}

pub(super) fn void(tx: &Tx<'_, '_>, id: CheckInId) -> Result<()> {
    tx.write(
        "update check_in
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}
