//! How often an instrument is due at a level of care, and for whom it is due now.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ScheduleId, queries};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Refusal, Result, Tag, View};
use crate::note::ipc::NoteClient;
use crate::note::{ClientFacts, Seer};

/// Days before the due day from which on it is shown.
const SHOWN_DAYS: u64 = 3;
/// The levels a program gives instruments at.
const LEVELS: &[&str] = &["1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.5", "3.7", "4"];

/// An instrument at a level of care.
#[derive(Debug, Serialize, TS)]
pub struct InstrumentSchedule {
    pub code: String,
    pub level: String,
    pub every_days: i64,
    pub rev: i64,
}

/// The request of `instrument.schedule`: without days it is not due there any more.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScheduleInstrument {
    pub code: String,
    pub level: String,
    /// 0 for one that has no schedule yet.
    pub rev: i64,
    #[serde(default)]
    #[ts(optional)]
    pub every_days: Option<i64>,
}

/// An instrument that is due for a client.
#[derive(Debug, Serialize, TS)]
pub struct InstrumentDue {
    pub client: NoteClient,
    pub code: String,
    pub abbrev: String,
    pub due_on: NaiveDate,
    /// When it was last given; absent when never in this stay.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_on: Option<NaiveDate>,
    pub overdue: bool,
}

/// All schedules, by code and level.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<InstrumentSchedule>> {
    let mut statement = view.sql.prepare_cached(
        "select code, level, every_days, rev from instrument_schedule where voided_at is null order by code, level",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(InstrumentSchedule {
            code: row.get("code")?,
            level: row.get("level")?,
            every_days: row.get("every_days")?,
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Sets, changes or ends the schedule of an instrument at a level.
pub(super) fn set(tx: &mut Tx<'_, '_>, request: ScheduleInstrument) -> Result<Done> {
    let mut check = Check::new();
    let known = queries::list(&tx.view(), Nothing {})?.iter().any(|line| line.code == request.code);
    check.ensure(known, "code", "Choose an instrument that is in use.");
    check.ensure(LEVELS.contains(&request.level.as_str()), "level", "Choose a level of care.");
    let fits = request.every_days.is_none_or(|days| (1..=365).contains(&days));
    check.ensure(fits, "every_days", "Type the days, from 1 to 365, or leave it empty.");
    check.done()?;
    let present = present(tx.sql(), &request.code, &request.level)?;
    let id = match present {
        Some(id) => {
            tx.revise(Table::InstrumentSchedule, id, request.rev)?;
            update(tx, id, request.every_days)?;
            id
        }
        None if request.rev != 0 => return Err(Refusal::conflict()),
        None => {
            let id: ScheduleId = tx.id();
            insert(tx, id, &request)?;
            id
        }
    };
    tx.wrote(Table::InstrumentSchedule, id, None)?;
    tx.touch(Tag::Instrument);
    Ok(Done {})
}

fn present(sql: &Connection, code: &str, level: &str) -> Result<Option<ScheduleId>> {
    let mut statement = sql.prepare_cached(
        "select id from instrument_schedule where code = :code and level = :level and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":code": code, ":level": level }, |row| row.get(0)).optional()?)
}

fn insert(tx: &Tx<'_, '_>, id: ScheduleId, request: &ScheduleInstrument) -> Result<()> {
    tx.write(
        "insert into instrument_schedule (id, code, level, every_days, voided_at, rev, at, device, by_staff)
         values (:id, :code, :level, coalesce(:every_days, 1), iif(:every_days is null, :at, null), 1, :at, :device,
                 :by_staff)",
        named_params! {
            ":id": id,
            ":code": request.code,
            ":level": request.level,
            ":every_days": request.every_days,
        },
    )
}

fn update(tx: &Tx<'_, '_>, id: ScheduleId, every_days: Option<i64>) -> Result<()> {
    tx.write(
        "update instrument_schedule
         set every_days = coalesce(:every_days, every_days), voided_at = iif(:every_days is null, :at, null),
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":every_days": every_days },
    )
}

/// What is due for the clients whose primary counselor this person is, the longest first. A stay that began without a
/// measurement owes the first at once.
pub(crate) fn due(view: &View<'_>) -> Result<Vec<InstrumentDue>> {
    let today = view.today();
    let until = today.checked_add_days(Days::new(SHOWN_DAYS)).unwrap_or(today);
    let abbrevs = queries::list(view, Nothing {})?;
    let seer = Seer::of(view)?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/due.sql"))?;
    let parameters = named_params! { ":me": view.actor.staff, ":today": today, ":until": until };
    let rows = statement.query_map(parameters, |row| {
        let (code, due_on): (String, NaiveDate) = (row.get("code")?, row.get("due_on")?);
        let abbrev = abbrevs.iter().find(|line| line.code == code).map(|line| line.abbrev.clone());
        Ok(abbrev.map(|abbrev| -> rusqlite::Result<InstrumentDue> {
            Ok(InstrumentDue {
                client: seer.line(&ClientFacts::of(row)?),
                code,
                abbrev,
                due_on,
                last_on: row.get("last_on")?,
                overdue: due_on < today,
            })
        }))
    })?;
    let mut due = Vec::new();
    for row in rows {
        // What is out of use is not due.
        due.extend(row?.transpose()?);
    }
    Ok(due)
}
