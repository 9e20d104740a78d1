//! SQL of work patterns.

use chrono::NaiveTime;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Shift, WorkPattern, WorkPatternId};
use crate::kernel::door::Tx;
use crate::kernel::{Result, Zone};

const WALL: &str = "%H:%M";

fn shift(row: &Row<'_>, (starts, minutes): (&str, &str)) -> rusqlite::Result<Shift> {
    let wall: String = row.get(starts)?;
    Ok(Shift { starts: NaiveTime::parse_from_str(&wall, WALL).unwrap_or(NaiveTime::MIN), minutes: row.get(minutes)? })
}

fn pattern_of(row: &Row<'_>) -> rusqlite::Result<WorkPattern> {
    let (zone, blocked): (String, String) = (row.get("time_zone")?, row.get("blocked")?);
    Ok(WorkPattern {
        id: row.get("id")?,
        client: row.get("client")?,
        from_on: row.get("from_on")?,
        zone: Zone::named(&zone).unwrap_or(Zone(chrono_tz::UTC)),
        cycle: row.get("cycle")?,
        anchor_on: row.get("anchor_on")?,
        day: shift(row, ("day_starts", "day_minutes"))?,
        night: shift(row, ("night_starts", "night_minutes"))?,
        call: shift(row, ("call_starts", "call_minutes"))?,
        travel: row.get("travel_minutes")?,
        blocked: serde_json::from_str(&blocked).unwrap_or_default(),
        rev: row.get("rev")?,
    })
}

pub(super) fn pattern(sql: &Connection, id: WorkPatternId) -> Result<Option<WorkPattern>> {
    let mut statement = sql.prepare_cached(
        "select id, client, from_on, time_zone, cycle, anchor_on, day_starts, day_minutes, night_starts, night_minutes,
                call_starts, call_minutes, travel_minutes, blocked, rev
         from work_pattern
         where id = :id and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, pattern_of).optional()?)
}

/// Every version of some clients, the latest first. `clients` is a JSON list of hexadecimal ids.
pub(super) fn of_clients(sql: &Connection, clients: &str) -> Result<Vec<WorkPattern>> {
    let mut statement = sql.prepare_cached(
        "select work_pattern.id, work_pattern.client, work_pattern.from_on, work_pattern.time_zone, work_pattern.cycle,
                work_pattern.anchor_on, work_pattern.day_starts, work_pattern.day_minutes, work_pattern.night_starts,
                work_pattern.night_minutes, work_pattern.call_starts, work_pattern.call_minutes,
                work_pattern.travel_minutes, work_pattern.blocked, work_pattern.rev
         from json_each(:clients) one
         cross join work_pattern on work_pattern.client = unhex(one.value) and work_pattern.voided_at is null
         order by work_pattern.client, work_pattern.from_on desc",
    )?;
    let rows = statement.query_map(named_params! { ":clients": clients }, pattern_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, pattern: &WorkPattern) -> Result<()> {
    write(
        tx,
        "insert into work_pattern
           (id, client, from_on, time_zone, cycle, anchor_on, day_starts, day_minutes, night_starts, night_minutes,
            call_starts, call_minutes, travel_minutes, blocked, rev, at, device, by_staff)
         values
           (:id, :client, :from_on, :time_zone, :cycle, :anchor_on, :day_starts, :day_minutes, :night_starts,
            :night_minutes, :call_starts, :call_minutes, :travel_minutes, :blocked, 1, :at, :device, :by_staff)",
        pattern,
    )
}

pub(super) fn update(tx: &Tx<'_, '_>, pattern: &WorkPattern) -> Result<()> {
    write(
        tx,
        "update work_pattern
         set client = :client, from_on = :from_on, time_zone = :time_zone, cycle = :cycle, anchor_on = :anchor_on,
             day_starts = :day_starts, day_minutes = :day_minutes, night_starts = :night_starts,
             night_minutes = :night_minutes, call_starts = :call_starts, call_minutes = :call_minutes,
             travel_minutes = :travel_minutes, blocked = :blocked,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        pattern,
    )
}

fn write(tx: &Tx<'_, '_>, sql: &'static str, pattern: &WorkPattern) -> Result<()> {
    let wall = |shift: Shift| shift.starts.format(WALL).to_string();
    tx.write(
        sql,
        named_params! {
            ":id": pattern.id,
            ":client": pattern.client,
            ":from_on": pattern.from_on,
            ":time_zone": pattern.zone.0.name(),
            ":cycle": pattern.cycle,
            ":anchor_on": pattern.anchor_on,
            ":day_starts": wall(pattern.day),
            ":day_minutes": pattern.day.minutes,
            ":night_starts": wall(pattern.night),
            ":night_minutes": pattern.night.minutes,
            ":call_starts": wall(pattern.call),
            ":call_minutes": pattern.call.minutes,
            ":travel_minutes": pattern.travel,
            ":blocked": serde_json::to_string(&pattern.blocked).unwrap_or_else(|_| "[]".into()),
        },
    )
}

pub(super) fn void(tx: &Tx<'_, '_>, id: WorkPatternId) -> Result<()> {
    tx.write(
        "update work_pattern
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}
