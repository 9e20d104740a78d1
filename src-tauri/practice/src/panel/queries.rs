//! Panels in force, panels of old tests, and what settings show of them.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::ipc::{
    ComparePanels, LaboratoryLine, OnePanel, PanelDifferences, PanelLine, PanelList, PanelSheet, SheetAnalyte,
    VersionLine,
};
use super::rules::{holding, number_of, number_words};
use super::store::{Head, Version};
use super::{Analyte, LaboratoryId, Panel, PanelId, difference, store, substance};
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Refusal, Result, Verb, View};

/// How panels and analytes are called, also those of an earlier version. What came with an import has only its own word.
#[derive(Debug, Default)]
pub(crate) struct Names {
    panels: HashMap<String, String>,
    analytes: HashMap<String, String>,
}

impl Names {
    /// The name of a panel.
    pub fn panel(&self, key: &str) -> String {
        self.panels.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// Whether some version of a panel holds this analyte.
    pub fn knows(&self, key: &str) -> bool {
        self.analytes.contains_key(key)
    }

    /// The name of an analyte.
    pub fn analyte(&self, key: &str) -> String {
        let named = self.analytes.get(key).map(String::as_str).or_else(|| substance::name(key));
        named.unwrap_or(key).to_owned()
    }

    /// Names of analytes in a list with commas, each once.
    pub fn analytes(&self, keys: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for key in keys.split(',').filter(|key| !key.is_empty()) {
            let name = self.analyte(key);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// Every name, in two statements.
pub(crate) fn names(sql: &Connection) -> Result<Names> {
    let pairs = |query: &str| -> Result<HashMap<String, String>> {
        let mut statement = sql.prepare_cached(query)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    Ok(Names {
        panels: pairs("select key, name from panel")?,
        analytes: pairs("select key, name from panel_analyte order by at, id")?,
    })
}

/// The panel of a key with the version that holds on a date. A panel that is not there came with an import.
pub(crate) fn in_force(sql: &Connection, key: &str, on: NaiveDate) -> Result<Option<Panel>> {
    let Some(head) = store::head_of_key(sql, key)? else { return Ok(None) };
    let versions = store::versions(sql, Some(head.id))?;
    held(&versions, on).map(|version| store::whole(sql, &head, version)).transpose()
}

fn held(versions: &[Version], on: NaiveDate) -> Option<&Version> {
    let dates: Vec<_> = versions.iter().map(|version| (version.number, version.effective_on)).collect();
    let number = holding(&dates, on)?;
    versions.iter().find(|version| version.number == number)
}

/// The panel as a test was made with it.
pub(crate) fn of_version(sql: &Connection, key: &str, word: &str) -> Result<Option<Panel>> {
    let Some(head) = store::head_of_key(sql, key)? else { return Ok(None) };
    let number = number_of(word);
    let versions = store::versions(sql, Some(head.id))?;
    let found = versions.iter().find(|version| version.number == number);
    found.map(|version| store::whole(sql, &head, version)).transpose()
}

/// The panels to choose from on a date.
pub(crate) fn in_use(sql: &Connection, on: NaiveDate) -> Result<Vec<Panel>> {
    let versions = store::versions(sql, None)?;
    let heads = store::heads(sql)?.into_iter().filter(|head| head.active);
    let found = heads.filter_map(|head| {
        let own: Vec<Version> = versions.iter().filter(|version| version.panel == head.id).cloned().collect();
        held(&own, on).map(|version| store::whole(sql, &head, version))
    });
    found.collect()
}

/// The name of a laboratory.
///
/// # Errors
/// `not_found`.
pub(crate) fn laboratory(sql: &Connection, id: LaboratoryId) -> Result<String> {
    let found = store::laboratories(sql)?.into_iter().find(|laboratory| laboratory.id == id);
    found.map(|laboratory| laboratory.name).ok_or_else(|| Refusal::not_found("laboratory"))
}

/// Every panel with the version that holds today, and the laboratories.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<PanelList> {
    let versions = store::versions(view.sql, None)?;
    let lines = store::heads(view.sql)?.into_iter().filter_map(|head| line(view, head, &versions));
    let laboratories = store::laboratories(view.sql)?.into_iter().map(|laboratory| LaboratoryLine {
        id: laboratory.id,
        name: laboratory.name,
        clia: laboratory.clia,
        phone: laboratory.phone,
        account: laboratory.account,
        active: laboratory.active,
        rev: laboratory.rev,
    });
    Ok(PanelList { panels: lines.collect(), laboratories: laboratories.collect(), may_write: may_write(view) })
}

fn line(view: &View<'_>, head: Head, versions: &[Version]) -> Option<PanelLine> {
    let own: Vec<Version> = versions.iter().filter(|version| version.panel == head.id).cloned().collect();
    let held = held(&own, view.today())?;
    let coming = own.iter().find(|version| version.effective_on.is_some_and(|from| from > view.today()));
    Some(PanelLine {
        id: head.id,
        key: head.key,
        name: head.name,
        specimen: head.specimen,
        laboratory: head.laboratory,
        laboratory_name: head.laboratory_name,
        number: held.number,
        effective_on: held.effective_on,
        coming_on: coming.filter(|version| version.number > held.number).and_then(|version| version.effective_on),
        analytes: held.analytes,
        versions: i64::try_from(own.len()).unwrap_or_default(),
        verified: held.verified,
        shipped: head.shipped,
        active: head.active,
        rev: head.rev,
    })
}

fn may_write(view: &View<'_>) -> bool {
    view.actor.may(Info::Staff, Verb::Write)
}

/// One panel: the version asked for, or the one that holds today, and the list of all.
pub(super) fn get(view: &View<'_>, request: OnePanel) -> Result<PanelSheet> {
    sheet(view, request.id, request.number)
}

pub(super) fn sheet(view: &View<'_>, id: PanelId, number: Option<i64>) -> Result<PanelSheet> {
    let head = store::head(view.sql, id)?.ok_or_else(absent)?;
    let versions = store::versions(view.sql, Some(id))?;
    let today = held(&versions, view.today()).ok_or_else(absent)?.number;
    let wanted = number.unwrap_or(today);
    let version = versions.iter().find(|version| version.number == wanted).ok_or_else(absent)?;
    let analytes = store::analytes(view.sql, version.id)?;
    Ok(PanelSheet {
        id,
        key: head.key,
        name: head.name,
        specimen: head.specimen,
        laboratory: head.laboratory,
        laboratory_name: head.laboratory_name,
        shipped: head.shipped,
        active: head.active,
        number: version.number,
        in_force: today,
        source: version.source.clone(),
        note: version.note.clone(),
        verified: version.verified,
        analytes: analytes.iter().map(shown).collect(),
        versions: versions.into_iter().rev().map(version_line).collect(),
        may_write: may_write(view),
        rev: head.rev,
    })
}

fn absent() -> Refusal {
    Refusal::not_found("panel")
}

fn shown(analyte: &Analyte) -> SheetAnalyte {
    SheetAnalyte {
        key: analyte.key.clone(),
        name: analyte.name.clone(),
        drug_class: analyte.drug_class.clone(),
        initial: analyte.initial.map(number_words).unwrap_or_default(),
        confirm: analyte.confirm.map(number_words).unwrap_or_default(),
        unit: analyte.unit.clone(),
        detection: analyte.detection.clone(),
        note: analyte.note.clone(),
        source: analyte.source.clone(),
        verified: analyte.verified,
    }
}

fn version_line(version: Version) -> VersionLine {
    VersionLine {
        number: version.number,
        effective_on: version.effective_on,
        because: version.because,
        by: version.by,
        at: version.at,
        analytes: version.analytes,
    }
}

/// What differs between two versions, of one panel or of two.
pub(super) fn compare(view: &View<'_>, request: ComparePanels) -> Result<PanelDifferences> {
    let one = |id: PanelId, number: i64| -> Result<Panel> {
        let head = store::head(view.sql, id)?.ok_or_else(absent)?;
        let versions = store::versions(view.sql, Some(id))?;
        let version = versions.iter().find(|version| version.number == number).ok_or_else(absent)?;
        store::whole(view.sql, &head, version)
    };
    let (before, after) = (one(request.before, request.before_number)?, one(request.after, request.after_number)?);
    Ok(PanelDifferences { lines: difference::between(&before, &after) })
}
