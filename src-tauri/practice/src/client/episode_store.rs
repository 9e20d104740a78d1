//! SQL of episodes and levels of care.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::episode::{Admission, ChangeEpisode, Episode, LevelOfCare};
use super::{ClientId, DischargeHow, EpisodeId, Level, LevelId};
use crate::kernel::Result;
use crate::kernel::door::Tx;

/// Every stay of a client with its levels, the newest first. Two queries, whatever the number of stays.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Episode>> {
    let mut levels = levels_of_client(sql, client)?;
    let mut statement = sql.prepare_cached(
        "select id, rev, number, track, admitted_on, discharged_on, discharge_how, discharge_reason,
                weekly_hours, test_interval_days
         from episode
         where client = :client and voided_at is null
         order by number desc",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| {
        let id: EpisodeId = row.get("id")?;
        Ok(Episode {
            id,
            rev: row.get("rev")?,
            number: row.get("number")?,
            track: row.get("track")?,
            admitted_on: row.get("admitted_on")?,
            discharged_on: row.get("discharged_on")?,
            discharge_how: row.get("discharge_how")?,
            discharge_reason: row.get("discharge_reason")?,
            weekly_hours: row.get("weekly_hours")?,
            test_interval_days: row.get("test_interval_days")?,
            levels: levels.remove(&id).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn levels_of_client(sql: &Connection, client: ClientId) -> Result<HashMap<EpisodeId, Vec<LevelOfCare>>> {
    let mut statement = sql.prepare_cached(
        "select level_of_care.episode, level_of_care.id, level_of_care.rev, level_of_care.level, level_of_care.from_on
         from episode
         join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
         where episode.client = :client and episode.voided_at is null
         order by level_of_care.from_on",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, level_of)?;
    let mut levels: HashMap<EpisodeId, Vec<LevelOfCare>> = HashMap::new();
    for row in rows {
        let (episode, level) = row?;
        levels.entry(episode).or_default().push(level);
    }
    Ok(levels)
}

fn level_of(row: &Row<'_>) -> rusqlite::Result<(EpisodeId, LevelOfCare)> {
    let level = LevelOfCare {
        id: row.get("id")?,
        rev: row.get("rev")?,
        level: row.get("level")?,
        from_on: row.get("from_on")?,
    };
    Ok((row.get("episode")?, level))
}

pub(super) fn insert(
    tx: &Tx<'_, '_>,
    id: EpisodeId,
    client: ClientId,
    number: i64,
    admission: &Admission,
) -> Result<()> {
    tx.write(
        "insert into episode (id, client, number, track, admitted_on, rev, at, device, by_staff)
         values (:id, :client, :number, :track, :admitted_on, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":client": client,
            ":number": number,
            ":track": admission.track,
            ":admitted_on": admission.admitted_on,
        },
    )
}

pub(super) fn update(tx: &Tx<'_, '_>, episode: &ChangeEpisode) -> Result<()> {
    tx.write(
        "update episode
         set admitted_on = :admitted_on, track = :track, weekly_hours = :weekly_hours,
             test_interval_days = :test_interval_days, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": episode.id,
            ":admitted_on": episode.admitted_on,
            ":track": episode.track,
            ":weekly_hours": episode.weekly_hours,
            ":test_interval_days": episode.test_interval_days,
        },
    )
}

/// Ends the stay, or opens it again.
pub(super) fn end(
    tx: &Tx<'_, '_>,
    id: EpisodeId,
    ended: Option<(NaiveDate, DischargeHow)>,
    reason: &str,
) -> Result<()> {
    tx.write(
        "update episode
         set discharged_on = :on, discharge_how = :how, discharge_reason = :reason,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":on": ended.map(|(on, _)| on),
            ":how": ended.map(|(_, how)| how),
            ":reason": reason,
        },
    )
}

/// The next revision of an episode whose levels change: they are one thing to whoever looks.
pub(super) fn touch(tx: &Tx<'_, '_>, id: EpisodeId) -> Result<()> {
    tx.write(
        "update episode
         set rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}

pub(super) fn void(tx: &Tx<'_, '_>, id: EpisodeId) -> Result<()> {
    tx.write(
        "update episode
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}

pub(super) fn insert_level(
    tx: &Tx<'_, '_>,
    id: LevelId,
    (episode, level, from_on): (EpisodeId, Level, NaiveDate),
) -> Result<()> {
    tx.write(
        "insert into level_of_care (id, episode, level, from_on, rev, at, device, by_staff)
         values (:id, :episode, :level, :from_on, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":episode": episode, ":level": level, ":from_on": from_on },
    )
}

pub(super) fn update_level(tx: &Tx<'_, '_>, id: LevelId, level: Level, from_on: NaiveDate) -> Result<()> {
    tx.write(
        "update level_of_care
         set level = :level, from_on = :from_on, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":level": level, ":from_on": from_on },
    )
}

/// Whether a plan or a note belongs to the stay.
pub(super) fn has_records(sql: &Connection, id: EpisodeId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (select 1 from plan where plan.episode = :id and plan.voided_at is null)
             or exists (
               select 1
               from note
               where note.client = (select episode.client from episode where episode.id = :id)
                 and note.episode = :id and note.voided_at is null
             )",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, |row| row.get(0))?)
}

/// Whether an inquiry of the client waits for a step.
pub(super) fn has_open_inquiry(sql: &Connection, client: ClientId) -> Result<bool> {
    let mut statement = sql.prepare_cached(include_str!("../inquiry/sql/open_of.sql"))?;
    Ok(statement.query_row(named_params! { ":client": client }, |row| row.get(0))?)
}
