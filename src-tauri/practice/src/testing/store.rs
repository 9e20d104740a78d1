//! SQL of programs, tiers, enrollments and pauses.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::ipc::PauseAnswer;
use super::{EnrollmentId, LineSays, Member, PauseId, PauseKind, Program, Standing, TestingProgramId, Tier, TierId};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::refusal::Code;
use crate::kernel::{Refusal, Result};

const WALL: &str = "%H:%M";

/// A place in a program, as stored.
#[derive(Clone, Debug)]
pub(super) struct Enrollment {
    pub id: EnrollmentId,
    pub client: ClientId,
    pub program: TestingProgramId,
    pub tier: TierId,
    pub token: [u8; 16],
    pub line_code: String,
    pub line_color: String,
    pub from_on: NaiveDate,
    pub until_on: Option<NaiveDate>,
    pub because: String,
    pub rev: i64,
}

/// A pause, as stored.
#[derive(Clone, Debug)]
pub(super) struct Pause {
    pub id: PauseId,
    pub client: ClientId,
    pub program: TestingProgramId,
    pub kind: PauseKind,
    pub site: String,
    pub because: String,
    pub from_on: NaiveDate,
    pub until_on: Option<NaiveDate>,
    pub voided: bool,
    pub rev: i64,
}

/// "1111100", from Monday.
pub(super) fn digits(weekdays: &[bool; 7]) -> String {
    weekdays.iter().map(|day| if *day { '1' } else { '0' }).collect()
}

fn program_of(row: &Row<'_>) -> rusqlite::Result<Program> {
    let wall = |name: &str| -> rusqlite::Result<NaiveTime> {
        Ok(NaiveTime::parse_from_str(&row.get::<_, String>(name)?, WALL).unwrap_or(NaiveTime::MIN))
    };
    let days: Vec<bool> = row.get::<_, String>("weekdays")?.chars().map(|digit| digit == '1').collect();
    Ok(Program {
        id: row.get("id")?,
        name: row.get("name")?,
        weekdays: <[bool; 7]>::try_from(days).unwrap_or_default(),
        closed: serde_json::from_str(&row.get::<_, String>("closed_dates")?).unwrap_or_default(),
        notice_time: wall("notice_time")?,
        closes: wall("closes")?,
        method: row.get("method")?,
        specimen: row.get("specimen")?,
        panel: row.get("panel")?,
        floor_millionths: row.get("floor_millionths")?,
        line_says: LineSays::of(row.get("by_code")?, row.get("by_color")?),
        active: row.get("active")?,
        rev: row.get("rev")?,
    })
}

/// Every program, those that take people first.
pub(crate) fn programs(sql: &Connection) -> Result<Vec<Program>> {
    let mut statement = sql.prepare_cached(
        "select id, name, weekdays, closed_dates, notice_time, closes, method, specimen, panel, floor_millionths, by_code,
                by_color, active, rev
         from testing_program
         order by active desc, name, id",
    )?;
    let rows = statement.query_map([], program_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One program.
pub(crate) fn program(sql: &Connection, id: TestingProgramId) -> Result<Program> {
    let mut statement = sql.prepare_cached(
        "select id, name, weekdays, closed_dates, notice_time, closes, method, specimen, panel, floor_millionths, by_code,
                by_color, active, rev
         from testing_program
         where id = :id",
    )?;
    let found = statement.query_row(named_params! { ":id": id }, program_of).optional()?;
    found.ok_or_else(|| Refusal::not_found("testing program"))
}

pub(super) fn insert_program(tx: &Tx<'_, '_>, program: &Program) -> Result<()> {
    write_program(
        tx,
        program,
        "insert into testing_program
           (id, name, weekdays, closed_dates, notice_time, closes, method, specimen, panel, floor_millionths, by_code,
            by_color, active, rev, at, device, by_staff)
         values
           (:id, :name, :weekdays, :closed_dates, :notice_time, :closes, :method, :specimen, :panel, :floor_millionths,
            :by_code, :by_color, :active, 1, :at, :device, :by_staff)",
    )
}

pub(super) fn update_program(tx: &Tx<'_, '_>, program: &Program) -> Result<()> {
    write_program(
        tx,
        program,
        "update testing_program
         set name = :name, weekdays = :weekdays, closed_dates = :closed_dates, notice_time = :notice_time,
             closes = :closes, method = :method, specimen = :specimen, panel = :panel,
             floor_millionths = :floor_millionths, by_code = :by_code, by_color = :by_color,
             active = :active, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
    )
}

fn write_program(tx: &Tx<'_, '_>, program: &Program, sql: &str) -> Result<()> {
    let closed = serde_json::to_string(&program.closed).map_err(|_| Refusal::internal("closed dates"))?;
    tx.write(
        sql,
        named_params! {
            ":id": program.id,
            ":name": program.name,
            ":weekdays": digits(&program.weekdays),
            ":closed_dates": closed,
            ":notice_time": program.notice_time.format(WALL).to_string(),
            ":closes": program.closes.format(WALL).to_string(),
            ":method": program.method,
            ":specimen": program.specimen,
            ":panel": program.panel,
            ":floor_millionths": program.floor_millionths,
            ":by_code": program.line_says == LineSays::Codes,
            ":by_color": program.line_says == LineSays::Colors,
            ":active": program.active,
        },
    )
}

/// The tiers of a program in their order.
pub(super) fn tiers(sql: &Connection, program: TestingProgramId) -> Result<Vec<Tier>> {
    let mut statement = sql.prepare_cached(
        "select id, name, per_year, analyzed_millionths, step_after_days, step_to, rev
         from testing_tier
         where program = :program
         order by place, id",
    )?;
    let rows = statement.query_map(named_params! { ":program": program }, |row| {
        Ok(Tier {
            id: row.get("id")?,
            name: row.get("name")?,
            per_year: row.get("per_year")?,
            analyzed_millionths: row.get("analyzed_millionths")?,
            step_after_days: row.get("step_after_days")?,
            step_to: row.get("step_to")?,
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_tier(tx: &Tx<'_, '_>, program: TestingProgramId, tier: &Tier, place: usize) -> Result<()> {
    tx.write(
        "insert into testing_tier
           (id, program, name, per_year, analyzed_millionths, step_after_days, step_to, place, rev, at, device, by_staff)
         values
           (:id, :program, :name, :per_year, :analyzed_millionths, :step_after_days, :step_to, :place, 1, :at, :device,
            :by_staff)",
        named_params! {
            ":id": tier.id,
            ":program": program,
            ":name": tier.name,
            ":per_year": tier.per_year,
            ":analyzed_millionths": tier.analyzed_millionths,
            ":step_after_days": tier.step_after_days,
            ":step_to": tier.step_to,
            ":place": i64::try_from(place).unwrap_or_default(),
        },
    )
}

pub(super) fn update_tier(tx: &Tx<'_, '_>, tier: &Tier, place: usize) -> Result<()> {
    tx.write(
        "update testing_tier
         set name = :name, per_year = :per_year, analyzed_millionths = :analyzed_millionths,
             step_after_days = :step_after_days, step_to = :step_to, place = :place, rev = rev + 1, at = :at,
             device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": tier.id,
            ":name": tier.name,
            ":per_year": tier.per_year,
            ":analyzed_millionths": tier.analyzed_millionths,
            ":step_after_days": tier.step_after_days,
            ":step_to": tier.step_to,
            ":place": i64::try_from(place).unwrap_or_default(),
        },
    )
}

/// How many are in each tier.
pub(super) fn people_by_tier(sql: &Connection) -> Result<HashMap<TierId, i64>> {
    let mut statement = sql.prepare_cached(
        "select tier, count(*)
         from testing_enrollment
         where until_on is null and voided_at is null
         group by tier",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the client is in a stay.
pub(super) fn admitted(sql: &Connection, client: ClientId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select 1
         from episode
         where client = :client and discharged_on is null and voided_at is null",
    )?;
    Ok(statement.exists(named_params! { ":client": client })?)
}

/// Whether the client has a place in the program.
pub(super) fn enrolled(sql: &Connection, client: ClientId, program: TestingProgramId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select 1
         from testing_enrollment
         where client = :client and program = :program and until_on is null and voided_at is null",
    )?;
    Ok(statement.exists(named_params! { ":client": client, ":program": program })?)
}

/// The colors that people of the program have now.
pub(super) fn colors(sql: &Connection, program: TestingProgramId) -> Result<Vec<String>> {
    let mut statement = sql.prepare_cached(
        "select line_color
         from testing_enrollment
         where program = :program and until_on is null and voided_at is null and line_color <> ''",
    )?;
    let rows = statement.query_map(named_params! { ":program": program }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Places of the program that have no color yet.
pub(super) fn without_color(sql: &Connection, program: TestingProgramId) -> Result<Vec<EnrollmentId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from testing_enrollment
         where program = :program and until_on is null and voided_at is null and line_color = ''
         order by token",
    )?;
    let rows = statement.query_map(named_params! { ":program": program }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether somebody of the program has this code now.
pub(super) fn code_taken(sql: &Connection, program: TestingProgramId, code: &str) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select 1
         from testing_enrollment
         where program = :program and until_on is null and voided_at is null and line_code = :code",
    )?;
    Ok(statement.exists(named_params! { ":program": program, ":code": code })?)
}

pub(super) fn enrollment(sql: &Connection, id: EnrollmentId) -> Result<Enrollment> {
    let mut statement = sql.prepare_cached(
        "select id, client, program, tier, token, line_code, line_color, from_on, until_on, because, rev
         from testing_enrollment
         where id = :id and voided_at is null",
    )?;
    let found = statement.query_row(named_params! { ":id": id }, |row| {
        Ok(Enrollment {
            id: row.get("id")?,
            client: row.get("client")?,
            program: row.get("program")?,
            tier: row.get("tier")?,
            token: row.get("token")?,
            line_code: row.get("line_code")?,
            line_color: row.get("line_color")?,
            from_on: row.get("from_on")?,
            until_on: row.get("until_on")?,
            because: row.get("because")?,
            rev: row.get("rev")?,
        })
    });
    found.optional()?.ok_or_else(|| Refusal::not_found("place in the program"))
}

/// A place of a client outside the reach, and one that does not exist, give the same answer.
pub(super) fn hidden(refusal: Refusal) -> Refusal {
    if refusal.code == Code::NotFound { Refusal::not_found("place in the program") } else { refusal }
}

/// The same of a pause.
pub(super) fn hidden_pause(refusal: Refusal) -> Refusal {
    if refusal.code == Code::NotFound { Refusal::not_found("pause") } else { refusal }
}

pub(super) fn insert_enrollment(tx: &Tx<'_, '_>, enrollment: &Enrollment) -> Result<()> {
    tx.write(
        "insert into testing_enrollment
           (id, client, program, tier, token, line_code, line_color, from_on, until_on, because, rev, at, device,
            by_staff)
         values
           (:id, :client, :program, :tier, :token, :line_code, :line_color, :from_on, :until_on, :because, 1, :at, :device,
            :by_staff)",
        named_params! {
            ":id": enrollment.id,
            ":client": enrollment.client,
            ":program": enrollment.program,
            ":tier": enrollment.tier,
            ":token": enrollment.token,
            ":line_code": enrollment.line_code,
            ":line_color": enrollment.line_color,
            ":from_on": enrollment.from_on,
            ":until_on": enrollment.until_on,
            ":because": enrollment.because,
        },
    )
}

pub(super) fn update_enrollment(tx: &Tx<'_, '_>, enrollment: &Enrollment) -> Result<()> {
    tx.write(
        "update testing_enrollment
         set tier = :tier, line_code = :line_code, line_color = :line_color, until_on = :until_on, because = :because,
             rev = :rev, at = :at, device = :device,
             by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": enrollment.id,
            ":tier": enrollment.tier,
            ":line_code": enrollment.line_code,
            ":line_color": enrollment.line_color,
            ":until_on": enrollment.until_on,
            ":because": enrollment.because,
            ":rev": enrollment.rev,
        },
    )
}

pub(super) fn pause(sql: &Connection, id: PauseId) -> Result<Pause> {
    let mut statement = sql.prepare_cached(
        "select id, client, program, kind, site, because, from_on, until_on, rev
         from testing_pause
         where id = :id and voided_at is null",
    )?;
    let found = statement.query_row(named_params! { ":id": id }, |row| {
        Ok(Pause {
            id: row.get("id")?,
            client: row.get("client")?,
            program: row.get("program")?,
            kind: row.get("kind")?,
            site: row.get("site")?,
            because: row.get("because")?,
            from_on: row.get("from_on")?,
            until_on: row.get("until_on")?,
            voided: false,
            rev: row.get("rev")?,
        })
    });
    found.optional()?.ok_or_else(|| Refusal::not_found("pause"))
}

/// Whether another pause of the client touches these dates.
pub(super) fn overlaps(sql: &Connection, pause: &Pause) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select 1
         from testing_pause
         where client = :client and program = :program and voided_at is null
           and (until_on is null or until_on >= :from_on) and (:until_on is null or from_on <= :until_on)",
    )?;
    Ok(statement.exists(named_params! {
        ":client": pause.client, ":program": pause.program, ":from_on": pause.from_on, ":until_on": pause.until_on,
    })?)
}

pub(super) fn insert_pause(tx: &Tx<'_, '_>, pause: &Pause) -> Result<()> {
    tx.write(
        "insert into testing_pause
           (id, client, program, kind, site, because, from_on, until_on, rev, at, device, by_staff)
         values
           (:id, :client, :program, :kind, :site, :because, :from_on, :until_on, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": pause.id,
            ":client": pause.client,
            ":program": pause.program,
            ":kind": pause.kind,
            ":site": pause.site,
            ":because": pause.because,
            ":from_on": pause.from_on,
            ":until_on": pause.until_on,
        },
    )
}

pub(super) fn update_pause(tx: &Tx<'_, '_>, pause: &Pause) -> Result<()> {
    tx.write(
        "update testing_pause
         set until_on = :until_on, voided_at = :voided_at, rev = :rev, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": pause.id,
            ":until_on": pause.until_on,
            ":voided_at": pause.voided.then(|| tx.now()),
            ":rev": pause.rev,
        },
    )
}

/// Pauses that run today or begin later, by client and program, the nearest first.
pub(super) fn pauses_from(
    sql: &Connection,
    today: NaiveDate,
) -> Result<HashMap<(ClientId, TestingProgramId), Vec<PauseAnswer>>> {
    let mut statement = sql.prepare_cached(
        "select id, client, program, kind, site, because, from_on, until_on, rev
         from testing_pause
         where voided_at is null and (until_on is null or until_on >= :today)
         order by from_on",
    )?;
    let rows = statement.query_map(named_params! { ":today": today }, |row| {
        let pause = PauseAnswer {
            id: row.get("id")?,
            kind: row.get("kind")?,
            site: row.get("site")?,
            because: row.get("because")?,
            from: row.get("from_on")?,
            until: row.get("until_on")?,
            rev: row.get("rev")?,
        };
        Ok(((row.get("client")?, row.get("program")?), pause))
    })?;
    let mut found: HashMap<_, Vec<PauseAnswer>> = HashMap::new();
    for row in rows {
        let (of, pause) = row?;
        found.entry(of).or_default().push(pause);
    }
    Ok(found)
}

/// Everybody of a program on a date, in the order of the tokens.
pub(crate) fn pool(sql: &Connection, program: TestingProgramId, on: NaiveDate) -> Result<Vec<Member>> {
    let mut statement = sql.prepare_cached(include_str!("sql/pool.sql"))?;
    let rows = statement.query_map(named_params! { ":program": program, ":on": on }, |row| {
        let site = row.get::<_, Option<String>>("site")?.unwrap_or_default();
        Ok(Member {
            client: row.get("client")?,
            tier: row.get("tier")?,
            token: row.get("token")?,
            line_code: row.get("line_code")?,
            standing: Standing::of(row.get("admitted")?, row.get("pause")?, !site.is_empty()),
            site,
            per_year: row.get("per_year")?,
            analyzed_millionths: row.get("analyzed_millionths")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
