//! Results by analyte: what a screen or the laboratory says of each substance.

use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::record::Test;
use super::rules::DrugTestRefusal;
use super::{DrugTestId, DrugTestResultId, Phase, Reading};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Result, RowId as _};
use crate::panel::Panel;

/// One substance and what it shows.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "TestReading")]
pub struct Read {
    /// The key of the analyte in the panel.
    pub analyte: String,
    pub result: Reading,
    /// Tenths of the cut-off's unit, as the laboratory reports it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub quantity_tenths: Option<i64>,
    /// The quantity in the laboratory's own digits, when they are finer than tenths.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub reported: String,
    /// The cut-off that the laboratory states, with its unit, when it is not the panel's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub cutoff: String,
}

impl Read {
    /// A line of an analyte without a quantity, as good as pending.
    pub fn of(analyte: &str) -> Self {
        Self {
            analyte: analyte.into(),
            result: Reading::Pending,
            quantity_tenths: None,
            reported: String::new(),
            cutoff: String::new(),
        }
    }

    /// The quantity as the laboratory wrote it.
    pub fn reported_words(&self) -> String {
        match self.quantity_tenths {
            Some(_) if !self.reported.is_empty() => self.reported.clone(),
            Some(tenths) if tenths.rem_euclid(10) == 0 => tenths.div_euclid(10).to_string(),
            Some(tenths) => format!("{}.{}", tenths.div_euclid(10), tenths.rem_euclid(10)),
            None => self.reported.clone(),
        }
    }
}

/// A stored result.
pub(super) struct Stored {
    pub analyte: String,
    pub phase: Phase,
    pub result: Reading,
    pub quantity_tenths: Option<i64>,
    pub cutoff: String,
    pub reported: String,
}

/// Every standing result of a test.
pub(super) fn of(sql: &Connection, test: DrugTestId) -> Result<Vec<Stored>> {
    let mut statement = sql.prepare_cached(
        "select analyte, phase, result, quantity_tenths, cutoff, reported
         from drug_test_result
         where drug_test = :test and voided_at is null
         order by at, id",
    )?;
    let rows = statement.query_map(named_params! { ":test": test }, |row| {
        Ok(Stored {
            analyte: row.get("analyte")?,
            phase: row.get("phase")?,
            result: row.get("result")?,
            quantity_tenths: row.get("quantity_tenths")?,
            cutoff: row.get("cutoff")?,
            reported: row.get("reported")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Checks readings of a screen: every substance that a cup can show, once, and none that is not in the panel.
///
/// # Errors
/// [`DrugTestRefusal::ScreenIncomplete`].
pub(super) fn check_screen(panel: &Panel, readings: &[Read]) -> Result<()> {
    check_known(panel, readings)?;
    let mut check = Check::new();
    for reading in readings {
        check.ensure(
            reading.result != Reading::Pending,
            &field(&reading.analyte),
            "Enter not detected, detected or invalid.",
        );
        let on_site = panel.on_site().any(|analyte| analyte.key == reading.analyte);
        check.ensure(on_site, &field(&reading.analyte), "No test on site shows this. It goes to the laboratory.");
    }
    check.done()?;
    let whole = panel.on_site().all(|analyte| readings.iter().any(|reading| reading.analyte == analyte.key));
    if whole { Ok(()) } else { Err(DrugTestRefusal::ScreenIncomplete.into()) }
}

/// Checks that each reading is of the panel and stands once.
pub(super) fn check_known(panel: &Panel, readings: &[Read]) -> Result<()> {
    let mut check = Check::new();
    for (index, reading) in readings.iter().enumerate() {
        let at = field(&reading.analyte);
        check.ensure(panel.analyte(&reading.analyte).is_some(), &at, "This substance is not in the panel.");
        let before = readings.iter().take(index).any(|earlier| earlier.analyte == reading.analyte);
        check.ensure(!before, &at, "This substance stands here twice. Keep one line.");
        let quantity = reading.quantity_tenths.is_none_or(|quantity| (0..=100_000_000).contains(&quantity))
            && reading.reported.chars().count() <= 20;
        check.ensure(quantity, &at, "Type the quantity as the laboratory reports it, 0 or more.");
        let cutoff = reading.cutoff.chars().count() <= 40 && !reading.cutoff.chars().any(char::is_control);
        check.ensure(cutoff, &at, "Type the cut-off with its unit, such as 300 ng/mL.");
    }
    check.done()
}

fn field(analyte: &str) -> String {
    // Only a key of ours goes into the name of a field; anything else a request holds does not.
    let plain = analyte.len() <= 40 && analyte.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if plain { format!("readings.{analyte}") } else { "readings".into() }
}

/// Writes the readings of a phase: new lines are added, changed ones become the next revision, missing ones are voided.
pub(super) fn put(tx: &mut Tx<'_, '_>, test: &Test, panel: &Panel, phase: Phase, readings: &[Read]) -> Result<()> {
    for (id, analyte, rev) in standing(tx.sql(), test.id, phase)? {
        if !readings.iter().any(|reading| reading.analyte == analyte) {
            tx.revise(Table::DrugTestResult, id, rev)?;
            void(tx, id)?;
            tx.wrote(Table::DrugTestResult, id, Some(test.client.uuid()))?;
        }
    }
    for reading in readings {
        put_one(tx, test, phase, reading, panel)?;
    }
    Ok(())
}

/// The panel's cut-off of a phase of a substance, with its unit.
pub(crate) fn panel_cutoff(panel: &Panel, phase: Phase, analyte: &str) -> String {
    let found = panel.analyte(analyte).and_then(|analyte| match phase {
        Phase::Screen => analyte.cutoff(),
        Phase::Confirmation => analyte.confirm_cutoff(),
    });
    found.unwrap_or_default()
}

/// The cut-off that a reading was made with: the laboratory's own, otherwise the panel's.
pub(super) fn cutoff(panel: &Panel, phase: Phase, reading: &Read) -> String {
    if reading.cutoff.is_empty() { panel_cutoff(panel, phase, &reading.analyte) } else { reading.cutoff.clone() }
}

fn put_one(tx: &mut Tx<'_, '_>, test: &Test, phase: Phase, reading: &Read, panel: &Panel) -> Result<()> {
    let before = find(tx.sql(), test.id, phase, &reading.analyte)?;
    let said = (reading.result, reading.quantity_tenths, reading.reported_words(), cutoff(panel, phase, reading));
    let id = match before {
        Some((_, _, before)) if before == said => return Ok(()),
        Some((id, rev, _)) => {
            tx.revise(Table::DrugTestResult, id, rev)?;
            update(tx, id, reading, &said.3)?;
            id
        }
        None => insert(tx, test, phase, reading, panel)?,
    };
    tx.wrote(Table::DrugTestResult, id, Some(test.client.uuid()))
}

/// What a row says: result, quantity, the laboratory's own digits, and the cut-off.
type Said = (Reading, Option<i64>, String, String);
type Found = (DrugTestResultId, i64, Said);

fn find(sql: &Connection, test: DrugTestId, phase: Phase, analyte: &str) -> Result<Option<Found>> {
    let mut statement = sql.prepare_cached(
        "select id, rev, result, quantity_tenths, reported, cutoff
         from drug_test_result
         where drug_test = :test and analyte = :analyte and phase = :phase and voided_at is null",
    )?;
    let parameters = named_params! { ":test": test, ":phase": phase, ":analyte": analyte };
    let found = |row: &rusqlite::Row<'_>| {
        Ok((row.get(0)?, row.get(1)?, (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?)))
    };
    Ok(statement.query_row(parameters, found).optional()?)
}

fn standing(sql: &Connection, test: DrugTestId, phase: Phase) -> Result<Vec<(DrugTestResultId, String, i64)>> {
    let mut statement = sql.prepare_cached(
        "select id, analyte, rev
         from drug_test_result
         where drug_test = :test and phase = :phase and voided_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":test": test, ":phase": phase }, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn insert(tx: &Tx<'_, '_>, test: &Test, phase: Phase, reading: &Read, panel: &Panel) -> Result<DrugTestResultId> {
    let id: DrugTestResultId = tx.id();
    tx.write(
        "insert into drug_test_result
           (id, drug_test, analyte, phase, result, quantity_tenths, cutoff, panel_version, reported, rev, at, device, by_staff)
         values
           (:id, :test, :analyte, :phase, :result, :quantity, :cutoff, :panel_version, :reported, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":test": test.id,
            ":analyte": reading.analyte,
            ":phase": phase,
            ":result": reading.result,
            ":quantity": reading.quantity_tenths,
            ":cutoff": cutoff(panel, phase, reading),
            ":panel_version": panel.number,
            ":reported": reading.reported_words(),
        },
    )?;
    Ok(id)
}

fn update(tx: &Tx<'_, '_>, id: DrugTestResultId, reading: &Read, cutoff: &str) -> Result<()> {
    tx.write(
        "update drug_test_result
         set result = :result, quantity_tenths = :quantity, reported = :reported, cutoff = :cutoff, rev = rev + 1, at = :at,
             device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":result": reading.result,
            ":quantity": reading.quantity_tenths,
            ":reported": reading.reported_words(),
            ":cutoff": cutoff,
        },
    )
}

fn void(tx: &Tx<'_, '_>, id: DrugTestResultId) -> Result<()> {
    tx.write(
        "update drug_test_result
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}
