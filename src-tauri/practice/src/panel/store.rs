//! SQL of laboratories, panels, versions and analytes.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Analyte, LaboratoryId, Panel, PanelAnalyteId, PanelId, PanelVersionId, Specimen};
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// A laboratory, as stored.
#[derive(Clone, Debug)]
pub(super) struct Laboratory {
    pub id: LaboratoryId,
    pub name: String,
    pub clia: String,
    pub phone: String,
    pub account: String,
    pub active: bool,
    pub rev: i64,
}

/// A panel without its versions.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub id: PanelId,
    pub key: String,
    pub name: String,
    pub specimen: Specimen,
    pub laboratory: Option<LaboratoryId>,
    pub laboratory_name: String,
    pub shipped: bool,
    pub active: bool,
    pub rev: i64,
}

/// A version without its analytes.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub id: PanelVersionId,
    pub panel: PanelId,
    pub number: i64,
    pub effective_on: Option<NaiveDate>,
    pub source: String,
    pub because: String,
    pub note: String,
    pub verified: bool,
    pub at: Moment,
    /// Empty for what comes with Evenkeel.
    pub by: String,
    pub analytes: i64,
}

fn laboratory_of(row: &Row<'_>) -> rusqlite::Result<Laboratory> {
    Ok(Laboratory {
        id: row.get("id")?,
        name: row.get("name")?,
        clia: row.get("clia")?,
        phone: row.get("phone")?,
        account: row.get("account")?,
        active: row.get("active")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn laboratories(sql: &Connection) -> Result<Vec<Laboratory>> {
    let mut statement = sql.prepare_cached(
        "select id, name, clia, phone, account, active, rev
         from laboratory
         order by active desc, name, id",
    )?;
    let rows = statement.query_map([], laboratory_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_laboratory(tx: &Tx<'_, '_>, laboratory: &Laboratory) -> Result<()> {
    tx.write(
        "insert into laboratory (id, name, clia, phone, account, active, rev, at, device, by_staff)
         values (:id, :name, :clia, :phone, :account, :active, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": laboratory.id,
            ":name": laboratory.name,
            ":clia": laboratory.clia,
            ":phone": laboratory.phone,
            ":account": laboratory.account,
            ":active": laboratory.active,
        },
    )
}

pub(super) fn update_laboratory(tx: &Tx<'_, '_>, laboratory: &Laboratory) -> Result<()> {
    tx.write(
        "update laboratory
         set name = :name, clia = :clia, phone = :phone, account = :account, active = :active,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": laboratory.id,
            ":name": laboratory.name,
            ":clia": laboratory.clia,
            ":phone": laboratory.phone,
            ":account": laboratory.account,
            ":active": laboratory.active,
            ":rev": laboratory.rev,
        },
    )
}

fn head_of(row: &Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        id: row.get("id")?,
        key: row.get("key")?,
        name: row.get("name")?,
        specimen: row.get("specimen")?,
        laboratory: row.get("laboratory")?,
        laboratory_name: row.get("laboratory_name")?,
        shipped: row.get("shipped")?,
        active: row.get("active")?,
        rev: row.get("rev")?,
    })
}

/// Every panel: those in use first, what is shipped in its own order, then by name.
pub(super) fn heads(sql: &Connection) -> Result<Vec<Head>> {
    let mut statement = sql.prepare_cached(
        "select panel.id, panel.key, panel.name, panel.specimen, panel.laboratory,
                coalesce(laboratory.name, '') as laboratory_name, panel.shipped, panel.active, panel.rev
         from panel
         left join laboratory on laboratory.id = panel.laboratory
         order by panel.active desc, panel.shipped desc, case panel.shipped when 1 then panel.id end, panel.name",
    )?;
    let rows = statement.query_map([], head_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn head(sql: &Connection, id: PanelId) -> Result<Option<Head>> {
    Ok(heads(sql)?.into_iter().find(|head| head.id == id))
}

pub(super) fn head_of_key(sql: &Connection, key: &str) -> Result<Option<Head>> {
    let mut statement = sql.prepare_cached(
        "select panel.id, panel.key, panel.name, panel.specimen, panel.laboratory,
                coalesce(laboratory.name, '') as laboratory_name, panel.shipped, panel.active, panel.rev
         from panel
         left join laboratory on laboratory.id = panel.laboratory
         where panel.key = :key",
    )?;
    Ok(statement.query_row(named_params! { ":key": key }, head_of).optional()?)
}

pub(super) fn insert_head(tx: &Tx<'_, '_>, head: &Head) -> Result<()> {
    tx.write(
        "insert into panel (id, key, name, specimen, laboratory, shipped, active, rev, at, device, by_staff)
         values (:id, :key, :name, :specimen, :laboratory, 0, 1, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": head.id,
            ":key": head.key,
            ":name": head.name,
            ":specimen": head.specimen,
            ":laboratory": head.laboratory,
        },
    )
}

pub(super) fn update_head(tx: &Tx<'_, '_>, head: &Head) -> Result<()> {
    tx.write(
        "update panel
         set name = :name, laboratory = :laboratory, active = :active,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": head.id,
            ":name": head.name,
            ":laboratory": head.laboratory,
            ":active": head.active,
            ":rev": head.rev,
        },
    )
}

/// The versions of a panel, or of every panel, by number.
pub(super) fn versions(sql: &Connection, panel: Option<PanelId>) -> Result<Vec<Version>> {
    let mut statement = sql.prepare_cached(
        "select panel_version.id, panel_version.panel, panel_version.number, panel_version.effective_on,
                panel_version.source, panel_version.because, panel_version.note, panel_version.verified, panel_version.at,
                coalesce(staff.given_name || ' ' || staff.family_name, '') as by_name,
                (select count(*) from panel_analyte where panel_analyte.version = panel_version.id) as analytes
         from panel_version
         left join staff on staff.id = panel_version.by_staff
         where :panel is null or panel_version.panel = :panel
         order by panel_version.panel, panel_version.number",
    )?;
    let rows = statement.query_map(named_params! { ":panel": panel }, |row| {
        Ok(Version {
            id: row.get("id")?,
            panel: row.get("panel")?,
            number: row.get("number")?,
            effective_on: row.get("effective_on")?,
            source: row.get("source")?,
            because: row.get("because")?,
            note: row.get("note")?,
            verified: row.get("verified")?,
            at: row.get("at")?,
            by: row.get("by_name")?,
            analytes: row.get("analytes")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The analytes of a version, in their order.
pub(super) fn analytes(sql: &Connection, version: PanelVersionId) -> Result<Vec<Analyte>> {
    let mut statement = sql.prepare_cached(
        "select key, name, drug_class, initial_thousandths, confirm_thousandths, unit, detection, note, source, verified
         from panel_analyte
         where version = :version
         order by position",
    )?;
    let rows = statement.query_map(named_params! { ":version": version }, |row| {
        Ok(Analyte {
            key: row.get("key")?,
            name: row.get("name")?,
            drug_class: row.get("drug_class")?,
            initial: row.get("initial_thousandths")?,
            confirm: row.get("confirm_thousandths")?,
            unit: row.get("unit")?,
            detection: row.get("detection")?,
            note: row.get("note")?,
            source: row.get("source")?,
            verified: row.get("verified")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The version whole, with its panel's head.
pub(super) fn whole(sql: &Connection, head: &Head, version: &Version) -> Result<Panel> {
    Ok(Panel {
        key: head.key.clone(),
        name: head.name.clone(),
        specimen: head.specimen,
        laboratory: head.laboratory_name.clone(),
        number: version.number,
        effective_on: version.effective_on,
        source: version.source.clone(),
        note: version.note.clone(),
        verified: version.verified,
        analytes: analytes(sql, version.id)?,
    })
}

/// Writes a version without its analytes.
pub(super) fn insert_version(tx: &Tx<'_, '_>, version: &Version) -> Result<()> {
    tx.write(
        "insert into panel_version
           (id, panel, number, effective_on, source, because, note, verified, rev, at, device, by_staff)
         values (:id, :panel, :number, :effective_on, :source, :because, :note, :verified, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": version.id,
            ":panel": version.panel,
            ":number": version.number,
            ":effective_on": version.effective_on,
            ":source": version.source,
            ":because": version.because,
            ":note": version.note,
            ":verified": version.verified,
        },
    )
}

pub(super) fn insert_analyte(
    tx: &Tx<'_, '_>,
    version: PanelVersionId,
    (id, position): (PanelAnalyteId, i64),
    analyte: &Analyte,
) -> Result<()> {
    tx.write(
        "insert into panel_analyte
           (id, version, position, key, name, drug_class, initial_thousandths, confirm_thousandths, unit, detection, note,
            source, verified, rev, at, device, by_staff)
         values
           (:id, :version, :position, :key, :name, :drug_class, :initial, :confirm, :unit, :detection, :note, :source,
            :verified, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":version": version,
            ":position": position,
            ":key": analyte.key,
            ":name": analyte.name,
            ":drug_class": analyte.drug_class,
            ":initial": analyte.initial,
            ":confirm": analyte.confirm,
            ":unit": analyte.unit,
            ":detection": analyte.detection,
            ":note": analyte.note,
            ":source": analyte.source,
            ":verified": analyte.verified,
        },
    )
}

/// Whether a testing program in use orders this panel.
pub(super) fn is_ordered(sql: &Connection, key: &str) -> Result<bool> {
    let mut statement =
        sql.prepare_cached("select exists (select 1 from testing_program where panel = :key and active = 1)")?;
    Ok(statement.query_row(named_params! { ":key": key }, |row| row.get(0))?)
}
