//! Charts an auditor was named for: an auditor reads these and no others, until an evening that a director chose
//! (models.md section 2).
//!
//! A restricted chart can be named only by a director who is on its care team; to anybody else it is not there.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::ClientRefusal;
use super::{ClientId, NamedChartId, number_words};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Moment, Refusal, Result, Role, RowId, Tag, Verb, View};
use crate::staff;

/// The longest that a chart is named for.
const MOST_DAYS: u64 = 366;

/// The request of `named_chart.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChartsNamedFor {
    pub staff: StaffId,
}

/// A chart an auditor was named for. The number is all that is said of the client here.
#[derive(Debug, Serialize, TS)]
pub struct NamedChart {
    pub id: NamedChartId,
    pub rev: i64,
    /// "C-0412".
    pub client: String,
    /// The last day.
    pub until: NaiveDate,
    pub by: String,
}

/// The request of `named_chart.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NameChart {
    pub staff: StaffId,
    pub client: ClientId,
    /// The last day.
    pub until: NaiveDate,
}

/// The request of `named_chart.end`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisNamedChart {
    pub id: NamedChartId,
    pub rev: i64,
}

/// A chart as it was named.
#[derive(Debug, Serialize, TS)]
pub struct ChartNamed {
    pub id: NamedChartId,
    pub rev: i64,
}

/// The charts a colleague may read now by being named for them, by number.
pub(super) fn list(view: &View<'_>, request: ChartsNamedFor) -> Result<Vec<NamedChart>> {
    let mut statement = view.sql.prepare_cached(
        "select named_chart.id, named_chart.rev, named_chart.until, client.number,
                by_staff.given_name || ' ' || by_staff.family_name as by_name
         from named_chart
         join client on client.id = named_chart.client
         join staff as by_staff on by_staff.id = named_chart.by_staff
         where named_chart.staff = :staff and named_chart.until > :now and named_chart.voided_at is null
         order by client.number",
    )?;
    let zone = view.zone();
    let row_of = |row: &Row<'_>| {
        Ok(NamedChart {
            id: row.get("id")?,
            rev: row.get("rev")?,
            client: number_words(row.get("number")?),
            // Midnight after the last day ends it.
            until: zone.date(Moment(row.get::<_, Moment>("until")?.0 - 1)),
            by: row.get("by_name")?,
        })
    };
    let rows = statement.query_map(named_params! { ":staff": request.staff, ":now": view.now }, row_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Lets an auditor read a chart until the end of a day.
///
/// # Errors
/// [`ClientRefusal::NotAnAuditor`], [`ClientRefusal::NamedAlready`], and `not_found` for a chart the director does not see.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: NameChart) -> Result<ChartNamed> {
    tx.view().reach(Info::Identity, Verb::Write, request.client)?;
    let mut check = Check::new();
    let today = tx.today();
    let within = today <= request.until && request.until <= today + chrono::Days::new(MOST_DAYS);
    check.ensure(within, "until", "Choose today or a later day, at most a year ahead.");
    check.done()?;
    let audits = staff::is_active(tx.sql(), request.staff)?
        && staff::actor(tx.sql(), request.staff)?.roles.contains(&Role::Auditor);
    if !audits {
        return Err(ClientRefusal::NotAnAuditor.into());
    }
    if stands(tx.sql(), &request, tx.now())? {
        return Err(ClientRefusal::NamedAlready.into());
    }
    let id: NamedChartId = tx.id();
    let midnight = tx.calendar.zone.start_of(request.until + chrono::Days::new(1));
    insert(tx, id, &request, midnight)?;
    tx.wrote(Table::NamedChart, id, Some(request.client.uuid()))?;
    tx.touch(Tag::Client);
    Ok(ChartNamed { id, rev: 1 })
}

/// Ends it before its day.
pub(super) fn end(tx: &mut Tx<'_, '_>, request: ThisNamedChart) -> Result<Done> {
    let client: ClientId = {
        let mut statement =
            tx.sql().prepare_cached("select client from named_chart where id = :id and voided_at is null")?;
        let found = statement.query_row(named_params! { ":id": request.id }, |row| row.get(0)).optional()?;
        found.ok_or_else(|| Refusal::not_found("named chart"))?
    };
    tx.revise(Table::NamedChart, request.id, request.rev)?;
    tx.write(
        "update named_chart
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": request.id },
    )?;
    tx.wrote(Table::NamedChart, request.id, Some(client.uuid()))?;
    tx.touch(Tag::Client);
    Ok(Done {})
}

fn stands(sql: &Connection, request: &NameChart, now: Moment) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from named_chart
           where staff = :staff and client = :client and until > :now and voided_at is null
         )",
    )?;
    let parameters = named_params! { ":staff": request.staff, ":client": request.client, ":now": now };
    Ok(statement.query_row(parameters, |row| row.get(0))?)
}

fn insert(tx: &Tx<'_, '_>, id: NamedChartId, request: &NameChart, until: Moment) -> Result<()> {
    tx.write(
        "insert into named_chart (id, client, staff, until, rev, at, device, by_staff)
         values (:id, :client, :staff, :until, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":client": request.client, ":staff": request.staff, ":until": until },
    )
}
