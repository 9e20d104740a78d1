//! SQL of draws.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::chance::Person;
use super::{Draw, DrawEntryId, DrawId, DrawPickId};
use crate::client::ClientId;
use crate::drug_test::DrugTestId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Refusal, Result};
use crate::testing::{Standing, TestingProgramId, TierId};

/// A person of a frozen pool.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub client: ClientId,
    pub tier: TierId,
    pub line_code: String,
    pub standing: Standing,
    pub site: String,
    pub person: Person,
}

fn draw_of(row: &Row<'_>) -> rusqlite::Result<Draw> {
    Ok(Draw {
        id: row.get("id")?,
        program: row.get("program")?,
        on_date: row.get("on_date")?,
        attempt: row.get("attempt")?,
        state: row.get("state")?,
        commitment: row.get("commitment")?,
        secret: row.get("secret")?,
        head: row.get("head")?,
        head_seq: row.get("head_seq")?,
        pool_digest: row.get("pool_digest")?,
        notice_at: row.get("notice_at")?,
        closes_at: row.get("closes_at")?,
        committed_at: row.get("committed_at")?,
        frozen_at: row.get("frozen_at")?,
        noticed_at: row.get("noticed_at")?,
        discarded_at: row.get("discarded_at")?,
        discard_reason: row.get("discard_reason")?,
        rev: row.get("rev")?,
    })
}

/// One draw.
pub(super) fn draw(sql: &Connection, id: DrawId) -> Result<Draw> {
    let mut statement = sql.prepare_cached("select * from draw where id = :id")?;
    let found = statement.query_row(named_params! { ":id": id }, draw_of).optional()?;
    found.ok_or_else(|| Refusal::not_found("draw"))
}

/// The draws of a date, the discarded too.
pub(crate) fn on_date(sql: &Connection, on: NaiveDate) -> Result<Vec<Draw>> {
    let mut statement = sql.prepare_cached("select * from draw where on_date = :on order by program, attempt")?;
    let rows = statement.query_map(named_params! { ":on": on }, draw_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The draws of a program and date that there were, and whether one stands.
pub(super) fn attempts(sql: &Connection, program: TestingProgramId, on: NaiveDate) -> Result<(i64, bool)> {
    let mut statement = sql.prepare_cached(
        "select count(*), coalesce(max(state <> 'discarded'), 0)
         from draw
         where program = :program and on_date = :on",
    )?;
    Ok(statement.query_row(named_params! { ":program": program, ":on": on }, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, draw: &Draw) -> Result<()> {
    tx.write(
        "insert into draw
           (id, program, on_date, attempt, state, commitment, secret, notice_at, closes_at, committed_at, committed_by, rev,
            at, device, by_staff)
         values
           (:id, :program, :on_date, :attempt, :state, :commitment, :secret, :notice_at, :closes_at, :at, :by_staff, 1,
            :at, :device, :by_staff)",
        named_params! {
            ":id": draw.id,
            ":program": draw.program,
            ":on_date": draw.on_date,
            ":attempt": draw.attempt,
            ":state": draw.state,
            ":commitment": draw.commitment,
            ":secret": draw.secret,
            ":notice_at": draw.notice_at,
            ":closes_at": draw.closes_at,
        },
    )
}

/// Writes what moves as the next revision. The commitment and its secret never change.
pub(super) fn update(tx: &Tx<'_, '_>, draw: &Draw) -> Result<()> {
    tx.write(
        "update draw
         set state = :state, head = :head, head_seq = :head_seq, pool_digest = :pool_digest, frozen_at = :frozen_at,
             noticed_at = :noticed_at, discarded_at = :discarded_at, discard_reason = :discard_reason, rev = rev + 1,
             at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": draw.id,
            ":state": draw.state,
            ":head": draw.head,
            ":head_seq": draw.head_seq,
            ":pool_digest": draw.pool_digest,
            ":frozen_at": draw.frozen_at,
            ":noticed_at": draw.noticed_at,
            ":discarded_at": draw.discarded_at,
            ":discard_reason": draw.discard_reason,
        },
    )
}

pub(super) fn insert_entry(tx: &Tx<'_, '_>, draw: DrawId, entry: &Entry) -> Result<()> {
    tx.write(
        "insert into draw_entry
           (id, draw, client, tier, token, line_code, standing, site, chance_millionths, analyzed_millionths, rev, at,
            device, by_staff)
         values
           (:id, :draw, :client, :tier, :token, :line_code, :standing, :site, :chance_millionths, :analyzed_millionths, 1,
            :at, :device, :by_staff)",
        named_params! {
            ":id": tx.id::<DrawEntryId>(),
            ":draw": draw,
            ":client": entry.client,
            ":tier": entry.tier,
            ":token": entry.person.token,
            ":line_code": entry.line_code,
            ":standing": entry.standing,
            ":site": entry.site,
            ":chance_millionths": entry.person.chance_millionths,
            ":analyzed_millionths": entry.person.analyzed_millionths,
        },
    )
}

/// The frozen pool in the order of the tokens.
pub(super) fn entries(sql: &Connection, draw: DrawId) -> Result<Vec<Entry>> {
    let mut statement = sql.prepare_cached(
        "select client, tier, token, line_code, standing, site, chance_millionths, analyzed_millionths
         from draw_entry
         where draw = :draw
         order by token",
    )?;
    let rows = statement.query_map(named_params! { ":draw": draw }, |row| {
        Ok(Entry {
            client: row.get("client")?,
            tier: row.get("tier")?,
            line_code: row.get("line_code")?,
            standing: row.get("standing")?,
            site: row.get("site")?,
            person: person_of(row)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the arithmetic needs of a row.
pub(super) fn person_of(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        token: row.get("token")?,
        chance_millionths: row.get("chance_millionths")?,
        analyzed_millionths: row.get("analyzed_millionths")?,
    })
}

pub(super) fn insert_pick(
    tx: &Tx<'_, '_>,
    draw: DrawId,
    client: ClientId,
    test: DrugTestId,
    analyzed: bool,
) -> Result<DrawPickId> {
    let id: DrawPickId = tx.id();
    tx.write(
        "insert into draw_pick (id, draw, client, drug_test, analyzed, rev, at, device, by_staff)
         values (:id, :draw, :client, :drug_test, :analyzed, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":draw": draw,
            ":client": client,
            ":drug_test": test,
            ":analyzed": analyzed,
        },
    )?;
    Ok(id)
}

/// Who committed to a draw.
pub(super) fn committed_by(sql: &Connection, draw: DrawId) -> Result<StaffId> {
    let mut statement = sql.prepare_cached("select committed_by from draw where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": draw }, |row| row.get(0))?)
}

/// The draws of a date as the signed bytes say them.
pub(super) fn texts_of(sql: &Connection, on: NaiveDate) -> Result<Vec<[String; 7]>> {
    let mut statement = sql.prepare_cached(
        "select testing_program.name, draw.attempt, draw.state, draw.discard_reason, draw.commitment,
                (select count(*) from draw_entry where draw_entry.draw = draw.id and draw_entry.chance_millionths > 0) as pool,
                (select count(*) from draw_pick where draw_pick.draw = draw.id) as selected
         from draw
         join testing_program on testing_program.id = draw.program
         where draw.on_date = :on
         order by testing_program.name, draw.program, draw.attempt",
    )?;
    let rows = statement.query_map(named_params! { ":on": on }, |row| {
        let commitment: [u8; 32] = row.get("commitment")?;
        Ok([
            row.get("name")?,
            row.get::<_, i64>("attempt")?.to_string(),
            row.get("state")?,
            row.get::<_, i64>("pool")?.to_string(),
            row.get::<_, i64>("selected")?.to_string(),
            row.get("discard_reason")?,
            crate::kernel::history::hex(&commitment),
        ])
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
