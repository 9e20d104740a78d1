//! The closed dates of a year, the holidays as proposals, and what a plan asks: which dates are closed.

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate};
use rusqlite::{Connection, named_params};

use super::ipc::{ClosureLine, ClosureYear, Closures, Proposal};
use super::{Closure, holidays, store};
use crate::kernel::{Info, Refusal, Result, Verb, View};

/// Where the dates of the proposals come from. From memory, so it stands beside each date that it proposed.
const SOURCE: &str = "5 U.S.C. 6103(a), federal holiday";

fn year_of(view: &View<'_>, request: &ClosureYear) -> Result<i32> {
    let year = request.year.unwrap_or_else(|| view.today().year());
    if (2000..=2100).contains(&year) {
        Ok(year)
    } else {
        Err(Refusal::field("year", "Choose a year from 2000 to 2100."))
    }
}

/// The closed dates of a year. One statement.
pub(super) fn list(view: &View<'_>, request: ClosureYear) -> Result<Closures> {
    let year = year_of(view, &request)?;
    let mut statement = view.sql.prepare_cached(
        "select closure.id, closure.on_date, closure.name, closure.source, closure.rev,
                (select count(*) from session where session.closure = closure.id) as cancelled,
                (
                  select count(*)
                  from session indexed by session_on
                  where session.on_date = closure.on_date and session.state = 'planned'
                ) as planned
         from closure
         where closure.on_date >= :from and closure.on_date < :until and closure.voided_at is null
         order by closure.on_date",
    )?;
    let rows =
        statement.query_map(named_params! { ":from": first_of(year), ":until": first_of(year + 1) }, |row| {
            Ok(ClosureLine {
                id: row.get("id")?,
                on_date: row.get("on_date")?,
                name: row.get("name")?,
                source: row.get("source")?,
                cancelled: row.get("cancelled")?,
                planned: row.get("planned")?,
                rev: row.get("rev")?,
            })
        })?;
    let may_change = view.actor.may(Info::Staff, Verb::Write);
    Ok(Closures { year, closures: rows.collect::<rusqlite::Result<_>>()?, may_change })
}

/// The federal holidays of a year, each with whether the practice closed that date.
pub(super) fn proposals(view: &View<'_>, request: ClosureYear) -> Result<Vec<Proposal>> {
    let year = year_of(view, &request)?;
    // New Year's Day of a year may be observed on the last day of the year before.
    let closed = closed_between(view.sql, first_of(year - 1), first_of(year + 1))?;
    Ok(holidays(year)
        .into_iter()
        .map(|holiday| Proposal {
            name: holiday.name.into(),
            falls_on: holiday.falls_on,
            observed_on: holiday.observed_on,
            closed: closed.contains_key(&holiday.falls_on) || closed.contains_key(&holiday.observed_on),
            source: SOURCE.into(),
        })
        .collect())
}

fn first_of(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default()
}

/// The closures on dates from `from` up to but without `until`, by date.
pub(crate) fn closed_between(
    sql: &Connection,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<HashMap<NaiveDate, Closure>> {
    let closures = store::between(sql, from, until)?;
    Ok(closures.into_iter().map(|closure| (closure.on_date, closure)).collect())
}
