//! The hours ledger: attended minutes per client, day and program week, read from what was recorded.
//!
//! Any number of clients costs two statements. Nothing is stored: a correction is in the hours at once.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use rusqlite::{CachedStatement, Connection, named_params};

use super::hours::{self, Stay, Week, week_of};
use super::ipc::{Hours, WhichHours};
use super::minutes::{Interval, attended, by_date};
use crate::client::ClientId;
use crate::kernel::{Info, Moment, Refusal, Result, Verb, View};
use crate::practice::policy;
use crate::session::SessionId;

/// Attended minutes of one client by date.
pub type DayMinutes = BTreeMap<NaiveDate, i64>;

type Attended = HashMap<ClientId, Vec<(NaiveDate, Vec<Interval>)>>;

/// Attended minutes by client and date, from `from` up to but without `until`, of some clients or of everybody.
pub fn day_minutes(
    sql: &Connection,
    clients: Option<&[ClientId]>,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<HashMap<ClientId, DayMinutes>> {
    // A session of the day before may run past midnight; a minute it shares counts there.
    let before = from.checked_sub_days(Days::new(1)).unwrap_or(from);
    let attended = attended_between(sql, clients, (before, until))?;
    Ok(attended
        .into_iter()
        .map(|(client, list)| {
            let mut days = by_date(list);
            days.remove(&before);
            (client, days)
        })
        .collect())
}

/// Attended minutes by client in a program week, of some clients or of everybody.
pub fn week_minutes(sql: &Connection, clients: Option<&[ClientId]>, week: Week) -> Result<HashMap<ClientId, i64>> {
    let days = day_minutes(sql, clients, (week.start, week.until))?;
    Ok(days.into_iter().map(|(client, days)| (client, days.values().sum())).collect())
}

fn attended_between(
    sql: &Connection,
    clients: Option<&[ClientId]>,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Attended> {
    let breaks = breaks_between(sql, (from, until))?;
    let mut list: Attended = HashMap::new();
    let none = Vec::new();
    let (mut statement, some): (CachedStatement<'_>, Option<String>) = match clients {
        None => (sql.prepare_cached(include_str!("sql/attended_by_all.sql"))?, None),
        Some(clients) => (sql.prepare_cached(include_str!("sql/attended_by_some.sql"))?, Some(hex_list(clients))),
    };
    let mut rows = match some {
        None => statement.query(named_params! { ":from": from, ":until": until })?,
        Some(clients) => statement.query(named_params! { ":from": from, ":until": until, ":clients": clients })?,
    };
    while let Some(row) = rows.next()? {
        let session: SessionId = row.get("session")?;
        let whole = Interval::new(row.get("began_at")?, row.get("finished_at")?);
        let stay = Interval::new(row.get("arrived_at")?, row.get("left_at")?);
        let parts = attended(whole, breaks.get(&session).unwrap_or(&none), stay);
        list.entry(row.get("client")?).or_default().push((row.get("on_date")?, parts));
    }
    Ok(list)
}

fn breaks_between(
    sql: &Connection,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<HashMap<SessionId, Vec<Interval>>> {
    let mut statement = sql.prepare_cached(
        "select session.id, session_break.from_at, session_break.until_at
         from session indexed by session_on
         cross join session_break on session_break.session = session.id and session_break.voided_at is null
         where session.on_date >= :from and session.on_date < :until and session.state = 'recorded'",
    )?;
    let mut breaks: HashMap<SessionId, Vec<Interval>> = HashMap::new();
    let mut rows = statement.query(named_params! { ":from": from, ":until": until })?;
    while let Some(row) = rows.next()? {
        breaks.entry(row.get(0)?).or_default().push(Interval::new(row.get(1)?, row.get(2)?));
    }
    Ok(breaks)
}

/// Ids as a JSON list of hexadecimal words, for `json_each` and `unhex`.
pub(super) fn hex_list(clients: &[ClientId]) -> String {
    let words: Vec<String> = clients.iter().map(|client| format!("\"{}\"", client.0.simple())).collect();
    format!("[{}]", words.join(","))
}

/// Minutes planned and not recorded, by client, on the dates of a week from a date on, of some clients or of everybody.
pub fn planned_minutes(
    sql: &Connection,
    clients: Option<&[ClientId]>,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<HashMap<ClientId, i64>> {
    let (mut statement, some): (CachedStatement<'_>, Option<String>) = match clients {
        None => (sql.prepare_cached(include_str!("sql/planned_of_all.sql"))?, None),
        Some(clients) => (sql.prepare_cached(include_str!("sql/planned_of_some.sql"))?, Some(hex_list(clients))),
    };
    let mut list: Attended = HashMap::new();
    let mut rows = match some {
        None => statement.query(named_params! { ":from": from, ":until": until })?,
        Some(clients) => statement.query(named_params! { ":clients": clients, ":from": from, ":until": until })?,
    };
    while let Some(row) = rows.next()? {
        let whole = Interval::new(row.get::<_, Moment>("starts_at")?, row.get::<_, Moment>("ends_at")?);
        list.entry(row.get("client")?).or_default().push((row.get("on_date")?, vec![whole]));
    }
    Ok(list.into_iter().map(|(client, list)| (client, by_date(list).values().sum())).collect())
}

/// The level of care of each client on a date.
pub fn levels_on(sql: &Connection, clients: &[ClientId], on: NaiveDate) -> Result<HashMap<ClientId, String>> {
    let mut statement = sql.prepare_cached(
        "select episode.client, level_of_care.level
         from json_each(:clients) one
         join episode on episode.client = unhex(one.value) and episode.voided_at is null
           and episode.admitted_on <= :on and (episode.discharged_on is null or episode.discharged_on >= :on)
         join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
           and level_of_care.from_on <= :on
         order by episode.admitted_on, level_of_care.from_on",
    )?;
    let rows = statement.query_map(named_params! { ":clients": hex_list(clients), ":on": on }, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    // In order of their first dates: the latest stays.
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a level of care asks for a week on a date, in minutes; `None` for a level without hours a week.
pub fn minimum_minutes(sql: &Connection, level: &str, on: NaiveDate) -> Result<Option<i64>> {
    let key = match level {
        "1.0" => policy::HOURS_1,
        "2.1" => policy::HOURS_2_1,
        "2.5" => policy::HOURS_2_5,
        _ => return Ok(None),
    };
    Ok(Some(policy::whole_on(sql, key, on)? * 60).filter(|minutes| *minutes > 0))
}

fn stays(sql: &Connection, client: ClientId) -> Result<Vec<Stay>> {
    let mut statement = sql.prepare_cached(
        "select episode.number, episode.admitted_on, episode.discharged_on, level_of_care.from_on, level_of_care.level
         from episode
         left join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
         where episode.client = :client and episode.voided_at is null
         order by episode.number, level_of_care.from_on",
    )?;
    let mut stays: BTreeMap<i64, Stay> = BTreeMap::new();
    let mut rows = statement.query(named_params! { ":client": client })?;
    while let Some(row) = rows.next()? {
        let (admitted_on, discharged_on) = (row.get("admitted_on")?, row.get("discharged_on")?);
        let stay = stays.entry(row.get("number")?).or_insert(Stay { admitted_on, discharged_on, levels: Vec::new() });
        let level: Option<NaiveDate> = row.get("from_on")?;
        if let Some(from) = level {
            stay.levels.push((from, row.get("level")?));
        }
    }
    Ok(stays.into_values().collect())
}

/// The hours of a client by program week.
pub(super) fn hours(view: &View<'_>, request: WhichHours) -> Result<Hours> {
    view.reach(Info::Attendance, Verb::Read, request.client)?;
    let count = request.weeks.unwrap_or(12);
    if !(1..=53).contains(&count) {
        return Err(Refusal::field("weeks", "Choose 1 to 53 weeks."));
    }
    let today = view.today();
    let this = week_of(today, view.calendar.week_start.weekday());
    let weeks: Vec<Week> =
        std::iter::successors(Some(this), |week| Some(week.before())).take(usize::from(count)).collect();
    let first = weeks.last().map_or(this.start, |week| week.start);
    let clients = [request.client];
    let minutes =
        day_minutes(view.sql, Some(&clients), (first, this.until))?.remove(&request.client).unwrap_or_default();
    let stays = stays(view.sql, request.client)?;
    let billable_day = policy::whole_on(view.sql, policy::BILLABLE_DAY, today)? * 60;
    let mut lines = Vec::with_capacity(weeks.len());
    for week in weeks {
        let owed = hours::level_in(&stays, week);
        let minimum = match owed {
            Some((_, level)) => minimum_minutes(view.sql, level, week.last())?,
            None => None,
        };
        lines.push(hours::line(week, &minutes, (owed, minimum), billable_day, today));
    }
    let planned = planned_minutes(view.sql, Some(&clients), (this.start, this.until))?;
    Ok(Hours { weeks: lines, planned: planned.get(&request.client).copied().unwrap_or_default(), billable_day })
}
