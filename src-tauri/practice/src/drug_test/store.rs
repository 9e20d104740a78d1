//! SQL of tests.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::meaning::{Medication, keys};
use super::record::{Collection, Fact, Said, Test};
use super::validity::Measures;
use super::{DrugTestId, number_words};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Moment, Refusal, Result, RowId as _, Tag};

/// The next specimen number.
pub(super) fn next_number(tx: &Tx<'_, '_>) -> Result<i64> {
    let mut statement =
        tx.sql().prepare_cached("update sequence set next = next + 1 where name = 'drug_test' returning next - 1")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Writes a new test with its audit entry.
pub(super) fn insert(tx: &mut Tx<'_, '_>, test: &Test) -> Result<()> {
    tx.write(
        include_str!("sql/insert.sql"),
        named_params! {
            ":id": test.id,
            ":number": test.number,
            ":client": test.client,
            ":reason": test.reason,
            ":state": test.state,
            ":outcome": test.outcome,
            ":outcome_reason": test.outcome_reason,
            ":method": test.method,
            ":specimen": test.specimen,
            ":panel": test.panel,
            ":panel_version": test.panel_version,
            ":ordered_at": test.ordered_at,
            ":collected_at": test.collection.at,
            ":on_date": test.on_date,
            ":collector": test.collection.collector,
            ":seal": test.collection.seal,
            ":lot": test.collection.lot,
            ":noted": test.collection.noted,
            ":observed": test.collection.observed,
            ":observer": test.collection.observer,
            ":temperature_tenths_f": test.measures.temperature_tenths_f,
            ":temperature_minutes": test.measures.temperature_minutes,
            ":volume_ml": test.measures.volume_ml,
            ":creatinine_tenths": test.measures.creatinine_tenths,
            ":gravity_ten_thousandths": test.measures.gravity_ten_thousandths,
            ":ph_tenths": test.measures.ph_tenths,
            ":nitrite": test.measures.nitrite,
            ":oxidant": test.measures.oxidant,
            ":validity": test.validity,
            ":validity_words": test.validity_words,
            ":medications": json_of(&test.medications)?,
            ":screened_by": test.screened.map(|said| said.by),
            ":screened_at": test.screened.map(|said| said.at),
        },
    )?;
    written(tx, test)
}

/// Writes how and what was collected; the revision moves with [`update`], which follows in the same action.
pub(super) fn update_collection(tx: &Tx<'_, '_>, test: &Test) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(include_str!("sql/update_collection.sql"))?;
    statement.execute(named_params! {
        ":id": test.id,
        ":rev": test.rev,
        ":method": test.method,
        ":specimen": test.specimen,
        ":panel": test.panel,
        ":panel_version": test.panel_version,
        ":collected_at": test.collection.at,
        ":on_date": test.on_date,
        ":collector": test.collection.collector,
        ":seal": test.collection.seal,
        ":lot": test.collection.lot,
        ":noted": test.collection.noted,
        ":observed": test.collection.observed,
        ":observer": test.collection.observer,
        ":temperature_tenths_f": test.measures.temperature_tenths_f,
        ":temperature_minutes": test.measures.temperature_minutes,
        ":volume_ml": test.measures.volume_ml,
        ":creatinine_tenths": test.measures.creatinine_tenths,
        ":gravity_ten_thousandths": test.measures.gravity_ten_thousandths,
        ":ph_tenths": test.measures.ph_tenths,
        ":nitrite": test.measures.nitrite,
        ":oxidant": test.measures.oxidant,
        ":validity": test.validity,
        ":validity_words": test.validity_words,
        ":medications": json_of(&test.medications)?,
    })?;
    Ok(())
}

/// Writes state and facts as the next revision, with the audit entry.
pub(super) fn update(tx: &mut Tx<'_, '_>, test: &Test) -> Result<()> {
    let (laboratory, review) = (test.laboratory.as_ref(), test.review.as_ref());
    let interpretation = test.interpretation.as_ref();
    tx.write(
        include_str!("sql/update_facts.sql"),
        named_params! {
            ":id": test.id,
            ":rev": test.rev,
            ":state": test.state,
            ":outcome": test.outcome,
            ":outcome_reason": test.outcome_reason,
            ":ground": test.ground,
            ":next_step": test.next_step,
            ":screened_by": test.screened.map(|said| said.by),
            ":screened_at": test.screened.map(|said| said.at),
            ":laboratory_result": laboratory.map(|fact| fact.result),
            ":laboratory_words": laboratory.map_or("", |fact| fact.words.as_str()),
            ":laboratory_by": laboratory.and_then(|fact| fact.said).map(|said| said.by),
            ":laboratory_at": laboratory.and_then(|fact| fact.said).map(|said| said.at),
            ":review_result": review.map(|fact| fact.result),
            ":review_words": review.map_or("", |fact| fact.words.as_str()),
            ":review_by": review.and_then(|fact| fact.said).map(|said| said.by),
            ":review_at": review.and_then(|fact| fact.said).map(|said| said.at),
            ":interpretation": interpretation.map(|fact| fact.result),
            ":interpretation_words": interpretation.map_or("", |fact| fact.words.as_str()),
            ":interpretation_by": interpretation.and_then(|fact| fact.said).map(|said| said.by),
            ":interpretation_at": interpretation.and_then(|fact| fact.said).map(|said| said.at),
            ":corrected_because": test.corrected_because,
            ":voided_at": test.voided_at,
            ":void_reason": test.void_reason,
        },
    )?;
    written(tx, test)
}

fn written(tx: &mut Tx<'_, '_>, test: &Test) -> Result<()> {
    tx.touch(Tag::DrugTest);
    tx.wrote(Table::DrugTest, test.id, Some(test.client.uuid()))
}

/// The test of an id, also one that was taken back.
pub(super) fn test(sql: &Connection, id: DrugTestId) -> Result<Test> {
    let mut statement = sql.prepare_cached(include_str!("sql/test.sql"))?;
    let found = statement.query_row(named_params! { ":id": id }, test_of).optional()?;
    found.ok_or_else(|| Refusal::not_found("drug test"))
}

fn test_of(row: &Row<'_>) -> rusqlite::Result<Test> {
    Ok(Test {
        id: row.get("id")?,
        number: row.get("number")?,
        client: row.get("client")?,
        reason: row.get("reason")?,
        state: row.get("state")?,
        outcome: row.get("outcome")?,
        outcome_reason: row.get("outcome_reason")?,
        ground: row.get("ground")?,
        next_step: row.get("next_step")?,
        method: row.get("method")?,
        specimen: row.get("specimen")?,
        panel: row.get("panel")?,
        panel_version: row.get("panel_version")?,
        ordered_at: row.get("ordered_at")?,
        on_date: row.get("on_date")?,
        collection: collection_of(row)?,
        measures: measures_of(row)?,
        validity: row.get("validity")?,
        validity_words: row.get("validity_words")?,
        medications: medications_of(&row.get::<_, String>("medications")?)?,
        screened: said(row.get("screened_by")?, row.get("screened_at")?),
        laboratory: fact_of(row, "laboratory_result", "laboratory_words", ("laboratory_by", "laboratory_at"))?,
        review: fact_of(row, "review_result", "review_words", ("review_by", "review_at"))?,
        interpretation: fact_of(
            row,
            "interpretation",
            "interpretation_words",
            ("interpretation_by", "interpretation_at"),
        )?,
        corrected_because: row.get("corrected_because")?,
        imported: row.get("imported")?,
        voided_at: row.get("voided_at")?,
        void_reason: row.get("void_reason")?,
        rev: row.get("rev")?,
    })
}

fn collection_of(row: &Row<'_>) -> rusqlite::Result<Collection> {
    Ok(Collection {
        at: row.get("collected_at")?,
        collector: row.get("collector")?,
        observed: row.get("observed")?,
        observer: row.get("observer")?,
        seal: row.get("seal")?,
        lot: row.get("lot")?,
        noted: row.get("noted")?,
    })
}

fn measures_of(row: &Row<'_>) -> rusqlite::Result<Measures> {
    Ok(Measures {
        temperature_tenths_f: row.get("temperature_tenths_f")?,
        temperature_minutes: row.get("temperature_minutes")?,
        volume_ml: row.get("volume_ml")?,
        creatinine_tenths: row.get("creatinine_tenths")?,
        gravity_ten_thousandths: row.get("gravity_ten_thousandths")?,
        ph_tenths: row.get("ph_tenths")?,
        nitrite: row.get("nitrite")?,
        oxidant: row.get("oxidant")?,
    })
}

fn fact_of<R: rusqlite::types::FromSql>(
    row: &Row<'_>,
    result: &str,
    words: &str,
    (by, at): (&str, &str),
) -> rusqlite::Result<Option<Fact<R>>> {
    let Some(result) = row.get::<_, Option<R>>(result)? else { return Ok(None) };
    Ok(Some(Fact { result, words: row.get(words)?, said: said(row.get(by)?, row.get(at)?) }))
}

fn said(by: Option<StaffId>, at: Option<Moment>) -> Option<Said> {
    Some(Said { by: by?, at: at? })
}

fn json_of(medications: &[Medication]) -> Result<String> {
    serde_json::to_string(medications).map_err(|_| Refusal::internal("medications"))
}

fn medications_of(json: &str) -> rusqlite::Result<Vec<Medication>> {
    serde_json::from_str(json)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error)))
}

/// The medications of a client as they stand on a date.
pub(super) fn medications(sql: &Connection, client: ClientId, on: chrono::NaiveDate) -> Result<Vec<Medication>> {
    let mut statement = sql.prepare_cached(
        "select name, dose, frequency, shows_as
         from medication
         where client = :client and voided_at is null
           and (started_on is null or started_on <= :on) and (stopped_on is null or stopped_on >= :on)
         order by started_on, name",
    )?;
    let rows = statement.query_map(named_params! { ":client": client, ":on": on }, |row| {
        Ok(Medication {
            name: row.get("name")?,
            dose: row.get("dose")?,
            frequency: row.get("frequency")?,
            shows_as: keys(&row.get::<_, String>("shows_as")?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The test that is ordered for the client on a date and waits for its specimen.
pub(super) fn open_order(sql: &Connection, client: ClientId, on: chrono::NaiveDate) -> Result<Option<DrugTestId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from drug_test
         where client = :client and on_date = :on and state = 'ordered' and voided_at is null
         order by number
         limit 1",
    )?;
    Ok(statement.query_row(named_params! { ":client": client, ":on": on }, |row| row.get(0)).optional()?)
}

/// Whether the person is on the staff and active.
pub(super) fn works_here(sql: &Connection, staff: StaffId) -> Result<bool> {
    let mut statement = sql.prepare_cached("select 1 from staff where id = :id and active = 1")?;
    Ok(statement.exists(named_params! { ":id": staff })?)
}

/// The number on the cup, for the audit's reader and the screen.
pub(super) fn number_of(test: &Test) -> String {
    number_words(test.number, test.on_date)
}
