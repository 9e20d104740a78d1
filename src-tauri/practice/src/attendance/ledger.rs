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
use crate::client::{ClientId, json_of};
use crate::kernel::{Info, Moment, Refusal, Result, Verb, View};
use crate::session::{Kind, SessionId};
use crate::work_pattern;

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
    mut counts: impl FnMut(ClientId, Kind, NaiveDate) -> bool,
    (clients, from, until): (Option<&[ClientId]>, NaiveDate, NaiveDate),
) -> Result<ByClient> {
    let breaks = breaks_between(sql, (from, until))?;
    let mut list: ByClient = HashMap::new();
    let none = Vec::new();
    let (mut statement, some): (CachedStatement<'_>, Option<String>) = match clients {
        None => (sql.prepare_cached(include_str!("sql/attended_by_all.sql"))?, None),
        Some(clients) => (sql.prepare_cached(include_str!("sql/attended_by_some.sql"))?, Some(json_of(clients))),
    };
    let mut rows = match some {
        None => statement.query(named_params! { ":from": from, ":until": until })?,
        Some(clients) => statement.query(named_params! { ":from": from, ":until": until, ":clients": clients })?,
    };
    while let Some(row) = rows.next()? {
        let (client, on): (ClientId, NaiveDate) = (row.get("client")?, row.get("on_date")?);
        if !counts(client, row.get("kind")?, on) {
            continue;
        }
        let session: SessionId = row.get("session")?;
        let whole = Interval::new(row.get("began_at")?, row.get("finished_at")?);
        let stay = Interval::new(row.get("arrived_at")?, row.get("left_at")?);
        let parts = attended(whole, breaks.get(&session).unwrap_or(&none), stay);
        list.entry(client).or_default().push((on, parts));
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

/// Minutes planned and not recorded, by client, on some dates, of some clients or of everybody. What meets a shift or
/// another taken time is not counted: it will not be attended.
fn planned_minutes(
    view: &View<'_>,
    counting: &Counting,
    clients: Option<&[ClientId]>,
    span: (NaiveDate, NaiveDate),
) -> Result<HashMap<ClientId, i64>> {
    let sql = view.sql;
    let (mut statement, some): (CachedStatement<'_>, Option<String>) = match clients {
        None => (sql.prepare_cached(include_str!("sql/planned_of_all.sql"))?, None),
        Some(clients) => (sql.prepare_cached(include_str!("sql/planned_of_some.sql"))?, Some(json_of(clients))),
    };
    let mut rows = match some {
        None => statement.query(named_params! { ":from": span.0, ":until": span.1 })?,
        Some(clients) => statement.query(named_params! { ":clients": clients, ":from": span.0, ":until": span.1 })?,
    };
    let mut planned: HashMap<ClientId, Vec<(NaiveDate, Moment, Moment)>> = HashMap::new();
    let mut counts = counting.asked(Toward::Week);
    while let Some(row) = rows.next()? {
        let (client, on): (ClientId, NaiveDate) = (row.get("client")?, row.get("on_date")?);
        if counts(client, row.get("kind")?, on) {
            planned.entry(client).or_default().push((on, row.get("starts_at")?, row.get("ends_at")?));
        }
    }
    let whose: Vec<ClientId> = planned.keys().copied().collect();
    let patterns = work_pattern::of_clients(sql, &json_of(&whose))?;
    Ok(planned
        .into_iter()
        .map(|(client, mut list)| {
            let versions = patterns.get(&client).map_or(&[][..], Vec::as_slice);
            let busy = work_pattern::busy(versions, view.zone(), span);
            list.retain(|(_, from, until)| !busy.iter().any(|busy| busy.meets(*from, *until)));
            let parts = list.into_iter().map(|(on, from, until)| (on, vec![Interval::new(from, until)])).collect();
            (client, by_date(parts).values().sum())
        })
        .collect())
}

/// How a program week of a client stands, and how it will end with what is planned.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Standing {
    /// Attended and recorded, in minutes.
    pub done: i64,
    /// Planned and not recorded, without what meets a shift.
    pub planned: i64,
    /// What the week owes, in minutes.
    pub minimum: Option<i64>,
    /// By how much the week will stay short; 0 in one that owes nothing because the stay begins or ends in it.
    pub short: i64,
}

/// How a week stands for each of these clients: the one place that says whether hours will be short. `these` are the
/// clients whose own rows are read; without it, the dates of the week are read as they lie. Six statements for all.
pub(crate) fn standings(
    view: &View<'_>,
    clients: &[ClientId],
    these: Option<&[ClientId]>,
    week: Week,
) -> Result<HashMap<ClientId, Standing>> {
    let counting = Counting::of(view.sql)?;
    let days = minutes_toward(view.sql, &counting, Toward::Week, (these, week.start, week.until))?;
    let planned = planned_minutes(view, &counting, these, (week.start, week.until))?;
    let stays = stays(view.sql, clients)?;
    Ok(clients
        .iter()
        .map(|client| {
            let done = days.get(client).map_or(0, |days| days.values().sum());
            let planned = planned.get(client).copied().unwrap_or_default();
            let owed = hours::owed(stays.get(client).map_or(&[], Vec::as_slice), week, counting.rules(*client));
            let lacks = |minimum: i64| (minimum - done - planned).max(0);
            let short = owed.minimum.filter(|_| !owed.partial).map_or(0, lacks);
            (*client, Standing { done, planned, minimum: owed.minimum, short })
        })
        .collect())
}

/// The stays of some clients with their levels, in order. One statement.
fn stays(sql: &Connection, clients: &[ClientId]) -> Result<HashMap<ClientId, Vec<Stay>>> {
    let mut statement = sql.prepare_cached(include_str!("sql/stays.sql"))?;
    let mut stays: HashMap<ClientId, BTreeMap<i64, Stay>> = HashMap::new();
    let mut rows = statement.query(named_params! { ":clients": json_of(clients) })?;
    while let Some(row) = rows.next()? {
        let (admitted_on, discharged_on) = (row.get("admitted_on")?, row.get("discharged_on")?);
        let weekly_hours = row.get("weekly_hours")?;
        let of_client = stays.entry(row.get("client")?).or_default();
        let stay = of_client.entry(row.get("number")?).or_insert(Stay {
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
    Ok(stays.into_iter().map(|(client, stays)| (client, stays.into_values().collect())).collect())
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
    let standing = standings(view, &clients, Some(&clients), this)?.remove(&request.client).unwrap_or_default();
    let mut weeks = week_lines(view.sql, request.client, &weeks, today)?;
    while weeks.len() > 1 && weeks.last().is_some_and(WeekLine::before_any_stay) {
        weeks.pop();
    }
    Ok(Hours {
        weeks,
        planned: standing.planned,
        short: standing.short,
        billable_day: Counting::of(view.sql)?.rules(request.client).billable_day(today),
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
    let stays = stays(sql, &clients)?.remove(&client).unwrap_or_default();
    let rules = counting.rules(client);
    Ok(weeks.iter().map(|week| hours::line(*week, &attended, &stays, rules, today)).collect())
}
