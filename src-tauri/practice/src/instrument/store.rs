//! SQL of instruments, measurements and safety steps.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::ipc::{AnswerAlert, LevelChange, SafetyFields, SafetyStep};
use super::{InstrumentId, MeasurementId, Mode, SafetyStepId};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// A definition, as stored.
pub(super) struct StoredInstrument {
    pub id: InstrumentId,
    pub code: String,
    pub definition: String,
    pub added: bool,
    pub rev: i64,
}

fn instrument_of(row: &Row<'_>) -> rusqlite::Result<StoredInstrument> {
    Ok(StoredInstrument {
        id: row.get("id")?,
        code: row.get("code")?,
        definition: row.get("definition")?,
        added: row.get("added")?,
        rev: row.get("rev")?,
    })
}

/// What is in use of what the practice added, by name.
pub(super) fn added(sql: &Connection) -> Result<Vec<StoredInstrument>> {
    let mut statement = sql.prepare_cached(
        "select id, code, definition, added, rev
         from instrument
         where retired_at is null and added = 1
         order by abbrev",
    )?;
    let rows = statement.query_map([], instrument_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The definition in use under a code.
pub(super) fn in_use(sql: &Connection, code: &str) -> Result<Option<StoredInstrument>> {
    let mut statement = sql.prepare_cached(
        "select id, code, definition, added, rev from instrument where code = :code and retired_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":code": code }, instrument_of).optional()?)
}

pub(super) fn instrument(sql: &Connection, id: InstrumentId) -> Result<Option<StoredInstrument>> {
    let mut statement = sql.prepare_cached(
        "select id, code, definition, added, rev from instrument where id = :id and retired_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, instrument_of).optional()?)
}

/// A definition by its digest, also one out of use.
pub(super) fn by_digest(sql: &Connection, digest: &[u8; 32]) -> Result<Option<(InstrumentId, i64)>> {
    let mut statement = sql.prepare_cached("select id, rev from instrument where digest = :digest")?;
    Ok(statement.query_row(named_params! { ":digest": digest }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// A definition as it is to be kept.
pub(super) struct NewInstrument<'a> {
    pub id: InstrumentId,
    pub code: &'a str,
    pub abbrev: &'a str,
    pub name: &'a str,
    pub definition: &'a str,
    pub digest: [u8; 32],
    pub added: bool,
}

pub(super) fn insert_instrument(tx: &Tx<'_, '_>, new: &NewInstrument<'_>) -> Result<()> {
    tx.write(
        "insert into instrument (id, code, abbrev, name, definition, digest, added, rev, at, device, by_staff)
         values (:id, :code, :abbrev, :name, :definition, :digest, :added, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": new.id,
            ":code": new.code,
            ":abbrev": new.abbrev,
            ":name": new.name,
            ":definition": new.definition,
            ":digest": new.digest,
            ":added": new.added,
        },
    )
}

/// Whether a definition can be given.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Use {
    InUse,
    Retired,
}

pub(super) fn put_in_use(tx: &Tx<'_, '_>, id: InstrumentId, with: Use) -> Result<()> {
    tx.write(
        "update instrument
         set retired_at = :retired_at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":retired_at": (with == Use::Retired).then(|| tx.now()) },
    )
}

/// A measurement as it is to be kept.
pub(super) struct NewMeasurement {
    pub id: MeasurementId,
    pub client: ClientId,
    pub instrument: InstrumentId,
    pub mode: Mode,
    pub answers: String,
    pub scores: String,
    pub alert: bool,
}

pub(super) fn insert(tx: &Tx<'_, '_>, new: &NewMeasurement) -> Result<()> {
    tx.write(
        "insert into measurement
           (id, client, episode, instrument, mode, given_by, given_at, given_on, answers, scores, scorer, alert,
            rev, at, device, by_staff)
         values
           (:id, :client,
            (select id from episode where client = :client and discharged_on is null and voided_at is null),
            :instrument, :mode, :by_staff, :at, :today, :answers, :scores, :scorer, :alert,
            1, :at, :device, :by_staff)",
        named_params! {
            ":id": new.id,
            ":client": new.client,
            ":instrument": new.instrument,
            ":mode": new.mode,
            ":today": tx.today(),
            ":answers": new.answers,
            ":scores": new.scores,
            ":scorer": super::score::SCORER,
            ":alert": new.alert,
        },
    )
}

/// A measurement, as stored, with its instrument and the step that followed.
pub(super) struct StoredMeasurement {
    pub id: MeasurementId,
    pub client: ClientId,
    pub code: String,
    pub abbrev: String,
    pub name: String,
    pub definition: String,
    pub mode: Mode,
    pub given_by: StaffId,
    pub given_by_name: String,
    pub given_at: Moment,
    pub given_on: NaiveDate,
    pub answers: String,
    pub scores: String,
    pub scorer: String,
    pub alert: bool,
    pub safety: Option<SafetyStep>,
    pub rev: i64,
}

fn measurement_of(row: &Row<'_>) -> rusqlite::Result<StoredMeasurement> {
    Ok(StoredMeasurement {
        id: row.get("id")?,
        client: row.get("client")?,
        code: row.get("code")?,
        abbrev: row.get("abbrev")?,
        name: row.get("name")?,
        definition: row.get("definition")?,
        mode: row.get("mode")?,
        given_by: row.get("given_by")?,
        given_by_name: row.get("given_by_name")?,
        given_at: row.get("given_at")?,
        given_on: row.get("given_on")?,
        answers: row.get("answers")?,
        scores: row.get("scores")?,
        scorer: row.get("scorer")?,
        alert: row.get("alert")?,
        safety: safety_of(row)?,
        rev: row.get("rev")?,
    })
}

fn safety_of(row: &Row<'_>) -> rusqlite::Result<Option<SafetyStep>> {
    let Some(id) = row.get::<_, Option<SafetyStepId>>("step")? else { return Ok(None) };
    Ok(Some(SafetyStep {
        id,
        finding: row.get("finding")?,
        fields: SafetyFields {
            what_was_said: row.get("what_was_said")?,
            warning_signs: row.get("warning_signs")?,
            coping: row.get("coping")?,
            people: row.get("people")?,
            professionals: row.get("professionals")?,
            means: row.get("means")?,
        },
        by: row.get("step_by")?,
        at: row.get("step_at")?,
    }))
}

pub(super) fn one(sql: &Connection, id: MeasurementId) -> Result<Option<StoredMeasurement>> {
    let mut statement = sql.prepare_cached(include_str!("sql/one.sql"))?;
    Ok(statement.query_row(named_params! { ":id": id }, measurement_of).optional()?)
}

/// Every measurement of a client, the oldest first.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<StoredMeasurement>> {
    let mut statement = sql.prepare_cached(include_str!("sql/of_client.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client }, measurement_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The changes of a client's level of care, through all stays.
pub(super) fn levels(sql: &Connection, client: ClientId) -> Result<Vec<LevelChange>> {
    let mut statement = sql.prepare_cached(
        "select level_of_care.level, level_of_care.from_on
         from episode
         cross join level_of_care on level_of_care.episode = episode.id and level_of_care.voided_at is null
         where episode.client = :client and episode.voided_at is null
         order by level_of_care.from_on",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| {
        Ok(LevelChange { level: row.get("level")?, on: row.get("from_on")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn void(tx: &Tx<'_, '_>, id: MeasurementId, reason: &str) -> Result<()> {
    tx.write(
        "update measurement
         set voided_at = :at, void_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}

pub(super) fn insert_step(tx: &Tx<'_, '_>, id: SafetyStepId, client: ClientId, answer: &AnswerAlert) -> Result<()> {
    let AnswerAlert { fields, finding, .. } = answer;
    tx.write(
        "insert into safety_step
           (id, measurement, client, finding, what_was_said, warning_signs, coping, people, professionals, means,
            rev, at, device, by_staff)
         values
           (:id, :measurement, :client, :finding, :what_was_said, :warning_signs, :coping, :people, :professionals,
            :means, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":measurement": answer.id,
            ":client": client,
            ":finding": finding,
            ":what_was_said": fields.what_was_said,
            ":warning_signs": fields.warning_signs,
            ":coping": fields.coping,
            ":people": fields.people,
            ":professionals": fields.professionals,
            ":means": fields.means,
        },
    )
}
