//! The hours ledger: attended minutes per client, day and program week, read from what was recorded.
//!
//! Any number of clients costs three statements. Nothing is stored: a correction is in the hours at once.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use rusqlite::{CachedStatement, Connection, named_params};

use super::counting::{Counting, Toward};
use super::hours::{self, Attended, Stay, Week, WeekLine, week_of};
use super::ipc::{Hours, WhichHours};
use super::minutes::{Interval, attended, by_date};
use crate::client::ClientId;
use crate::kernel::{Info, Moment, Refusal, Result, Verb, View};
use crate::session::{Kind, SessionId};

/// Attended minutes of one client by date.
pub type DayMinutes = BTreeMap<NaiveDate, i64>;

type ByClient = HashMap<ClientId, Vec<(NaiveDate, Vec<Interval>)>>;

/// Attended minutes by client and date, from `from` up to but without `until`, of some clients or of everybody.
pub fn day_minutes(
    sql: &Connection,
    clients: Option<&[ClientId]>,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<HashMap<ClientId, DayMinutes>> {
    minutes_toward(sql, &Counting::of(sql)?, Toward::Week, (clients, from, until))
}

fn minutes_toward(
    sql: &Connection,
    counting: &Counting,
    toward: Toward,
    (clients, from, until): (Option<&[ClientId]>, NaiveDate, NaiveDate),
) -> Result<HashMap<ClientId, DayMinutes>> {
    // A session of the day before may run past midnight; a minute it shares counts there.
    let before = from.checked_sub_days(Days::new(1)).unwrap_or(from);
    let attended = attended_between(sql, counting.asked(toward), (clients, before, until))?;
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
    mut counts: impl FnMut(Kind, NaiveDate) -> bool,
    (clients, from, until): (Option<&[ClientId]>, NaiveDate, NaiveDate),
) -> Result<ByClient> {
    let breaks = breaks_between(sql, (from, until))?;
    let mut list: ByClient = HashMap::new();
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
        let on: NaiveDate = row.get("on_date")?;
        if !counts(row.get("kind")?, on) {
            continue;
        }
        let session: SessionId = row.get("session")?;
        let whole = Interval::new(row.get("began_at")?, row.get("finished_at")?);
        let stay = Interval::new(row.get("arrived_at")?, row.get("left_at")?);
        let parts = attended(whole, breaks.get(&session).unwrap_or(&none), stay);
        list.entry(row.get("client")?).or_default().push((on, parts));
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
    let mut list: ByClient = HashMap::new();
    let mut rows = match some {
        None => statement.query(named_params! { ":from": from, ":until": until })?,
        Some(clients) => statement.query(named_params! { ":clients": clients, ":from": from, ":until": until })?,
    };
    let counting = Counting::of(sql)?;
    let mut counts = counting.asked(Toward::Week);
    while let Some(row) = rows.next()? {
        let on: NaiveDate = row.get("on_date")?;
        if !counts(row.get("kind")?, on) {
            continue;
        }
        let whole = Interval::new(row.get::<_, Moment>("starts_at")?, row.get::<_, Moment>("ends_at")?);
        list.entry(row.get("client")?).or_default().push((on, vec![whole]));
    }
    Ok(list.into_iter().map(|(client, list)| (client, by_date(list).values().sum())).collect())
}

/// What a level of care asks for a week on a date, in minutes; `None` for a level without hours a week.
pub fn minimum_minutes(sql: &Connection, level: &str, on: NaiveDate) -> Result<Option<i64>> {
    Ok(Counting::of(sql)?.minimum(level, on))
}

/// What each client is owed a week on a date, in minutes: the stay's own hours, or those of its level of care. Somebody
/// who is owed none is not in it.
pub fn minimums_on(sql: &Connection, clients: &[ClientId], on: NaiveDate) -> Result<HashMap<ClientId, i64>> {
    let counting = Counting::of(sql)?;
    let mut statement = sql.prepare_cached(include_str!("sql/owed_on.sql"))?;
    let mut rows = statement.query(named_params! { ":clients": hex_list(clients), ":on": on })?;
    let mut minimums = HashMap::new();
    // In order of their first dates: the latest stays.
    while let Some(row) = rows.next()? {
        let own: Option<i64> = row.get("weekly_hours")?;
        let level: Option<String> = row.get("level")?;
        let minimum = match own {
            Some(own) => Some(own * 60).filter(|minutes| *minutes > 0),
            None => level.and_then(|level| counting.minimum(&level, on)),
        };
        match minimum {
            Some(minutes) => minimums.insert(row.get("client")?, minutes),
            None => minimums.remove(&row.get("client")?),
        };
    }
    Ok(minimums)
}

fn stays(sql: &Connection, client: ClientId) -> Result<Vec<Stay>> {
    let mut statement = sql.prepare_cached(
        "select episode.number, episode.admitted_on, episode.discharged_on, episode.weekly_hours, level_of_care.from_on, level_of_care.level
         from episode
         left join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
         where episode.client = :client and episode.voided_at is null
         order by episode.number, level_of_care.from_on",
    )?;
    let mut stays: BTreeMap<i64, Stay> = BTreeMap::new();
    let mut rows = statement.query(named_params! { ":client": client })?;
    while let Some(row) = rows.next()? {
        let (admitted_on, discharged_on) = (row.get("admitted_on")?, row.get("discharged_on")?);
        let weekly_hours = row.get("weekly_hours")?;
        let stay = stays.entry(row.get("number")?).or_insert(Stay {
            admitted_on,
            discharged_on,
            weekly_hours,
            levels: Vec::new(),
        });
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
    let clients = [request.client];
    let planned = planned_minutes(view.sql, Some(&clients), (this.start, this.until))?;
    Ok(Hours {
        weeks: week_lines(view.sql, request.client, &weeks, today)?,
        planned: planned.get(&request.client).copied().unwrap_or_default(),
        billable_day: Counting::of(view.sql)?.billable_day(today),
    })
}

/// The lines of some weeks of a client, in their order. Five statements, whatever the number of weeks.
pub(crate) fn week_lines(
    sql: &Connection,
    client: ClientId,
    weeks: &[Week],
    today: NaiveDate,
) -> Result<Vec<WeekLine>> {
    let (Some(first), Some(until)) =
        (weeks.iter().map(|week| week.start).min(), weeks.iter().map(|week| week.until).max())
    else {
        return Ok(Vec::new());
    };
    let counting = Counting::of(sql)?;
    let clients = [client];
    let of = |toward| -> Result<DayMinutes> {
        let mut days = minutes_toward(sql, &counting, toward, (Some(&clients), first, until))?;
        Ok(days.remove(&client).unwrap_or_default())
    };
    let attended = Attended { week: of(Toward::Week)?, billable: of(Toward::BillableDay)? };
    let stays = stays(sql, client)?;
    Ok(weeks.iter().map(|week| hours::line(*week, &attended, &stays, &counting, today)).collect())
}
