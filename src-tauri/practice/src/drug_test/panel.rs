//! Panels: which analytes a test looks for, with their cut-offs, as data from `assets/reference/drug_panels.json`.
//!
//! Cut-offs that are not verified are typical values which a laboratory replaces; the notes of the file are kept, and
//! each stored result carries the cut-off that held when it was read. An analyte without a cut-off for a screen has no
//! test on site: it goes to the laboratory.

use std::sync::LazyLock;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::Specimen;
use crate::kernel::history::hex;
use crate::kernel::{Refusal, Result};

const FILE: &str = include_str!("../../../../assets/reference/drug_panels.json");

#[derive(Deserialize)]
struct Book {
    analytes: Vec<AnalyteEntry>,
    panels: Vec<PanelEntry>,
    oral_fluid: OralFluid,
}

#[derive(Deserialize)]
struct AnalyteEntry {
    id: String,
    name: String,
    drug_class: String,
    urine_initial: Option<f64>,
    #[serde(default)]
    note: String,
    verified: bool,
}

#[derive(Deserialize)]
struct PanelEntry {
    id: String,
    name: String,
    analytes: Vec<String>,
    verified: bool,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
struct OralFluid {
    source: String,
    rows: Vec<OralFluidRow>,
}

#[derive(Deserialize)]
struct OralFluidRow {
    analyte: String,
    initial: f64,
    verified: bool,
}

/// A substance or class that a panel looks for.
#[derive(Clone, Debug)]
pub struct Analyte {
    /// Its key; medications name it in `shows_as`.
    pub key: String,
    pub name: String,
    pub drug_class: String,
    /// The cut-off of the screen with its unit; `None` when no test exists on site.
    pub cutoff: Option<String>,
    pub note: String,
    /// Whether the cut-off was read in a primary text.
    pub verified: bool,
}

/// What a test looks for in one kind of specimen.
#[derive(Clone, Debug)]
pub struct Panel {
    pub key: String,
    pub name: String,
    pub specimen: Specimen,
    pub analytes: Vec<Analyte>,
    pub note: String,
    pub verified: bool,
}

impl Panel {
    /// The analyte of this key.
    pub fn analyte(&self, key: &str) -> Option<&Analyte> {
        self.analytes.iter().find(|analyte| analyte.key == key)
    }

    /// The analytes that a cup on site can show.
    pub fn on_site(&self) -> impl Iterator<Item = &Analyte> {
        self.analytes.iter().filter(|analyte| analyte.cutoff.is_some())
    }
}

static PANELS: LazyLock<Option<Vec<Panel>>> = LazyLock::new(|| serde_json::from_str(FILE).ok().map(built));

/// Which edition of the file holds: the beginning of its SHA-256.
static VERSION: LazyLock<String> = LazyLock::new(|| hex(&Sha256::digest(FILE.as_bytes())).chars().take(8).collect());

/// Every panel, in the order of the file.
///
/// # Errors
/// `internal` when the file that was built in cannot be read; a test keeps that from happening.
pub fn panels() -> Result<&'static [Panel]> {
    PANELS.as_deref().ok_or_else(|| Refusal::internal("panels"))
}

/// The panel of a key. A panel that is not in the book came with an import.
pub fn panel(key: &str) -> Result<Option<&'static Panel>> {
    Ok(panels()?.iter().find(|panel| panel.key == key))
}

/// The edition of the panels.
pub fn version() -> &'static str {
    &VERSION
}

/// How an analyte is called, also one of another panel.
pub fn analyte_name(key: &str) -> Result<Option<&'static str>> {
    Ok(panels()?.iter().find_map(|panel| panel.analyte(key)).map(|analyte| analyte.name.as_str()))
}

fn built(book: Book) -> Vec<Panel> {
    let mut panels: Vec<Panel> = book.panels.iter().map(|entry| urine(entry, &book.analytes)).collect();
    panels.push(oral_fluid(&book.oral_fluid));
    panels.push(breath());
    panels
}

fn urine(entry: &PanelEntry, analytes: &[AnalyteEntry]) -> Panel {
    let found = entry.analytes.iter().filter_map(|key| analytes.iter().find(|analyte| analyte.id == *key));
    Panel {
        key: entry.id.clone(),
        name: entry.name.clone(),
        specimen: Specimen::Urine,
        analytes: found
            .map(|analyte| Analyte {
                key: analyte.id.clone(),
                name: analyte.name.clone(),
                drug_class: analyte.drug_class.clone(),
                cutoff: analyte.urine_initial.map(|value| format!("{value} {}", unit(&analyte.id))),
                note: analyte.note.clone(),
                verified: analyte.verified,
            })
            .collect(),
        note: entry.note.clone(),
        verified: entry.verified,
    }
}

/// The file gives ng/mL; ethanol is the one exception that it names.
fn unit(key: &str) -> &'static str {
    if key == "etoh" { "mg/dL" } else { "ng/mL" }
}

fn oral_fluid(book: &OralFluid) -> Panel {
    Panel {
        key: "oral_fluid".into(),
        name: "Oral fluid".into(),
        specimen: Specimen::OralFluid,
        analytes: book
            .rows
            .iter()
            .map(|row| Analyte {
                key: format!("of_{}", slug(&row.analyte)),
                name: row.analyte.clone(),
                drug_class: String::new(),
                cutoff: Some(format!("{} ng/mL", row.initial)),
                note: String::new(),
                verified: row.verified,
            })
            .collect(),
        note: book.source.clone(),
        verified: false,
    }
}

/// Breath has one analyte; its limit is the `breath` entry of the file.
fn breath() -> Panel {
    Panel {
        key: "breath".into(),
        name: "Breath alcohol".into(),
        specimen: Specimen::Breath,
        analytes: vec![Analyte {
            key: "breath_alcohol".into(),
            name: "Alcohol in breath".into(),
            drug_class: "alcohol".into(),
            cutoff: Some("0.02 g/210 L".into()),
            note: String::new(),
            verified: false,
        }],
        note: "Programs usually count any reading at or above 0.02.".into(),
        verified: false,
    }
}

fn slug(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("_")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_panel_of_the_file_is_there_and_whole() {
        let book: serde_json::Value = serde_json::from_str(FILE).unwrap();
        for entry in book["panels"].as_array().unwrap() {
            let panel = panel(entry["id"].as_str().unwrap()).unwrap().unwrap();
            assert_eq!(panel.analytes.len(), entry["analytes"].as_array().unwrap().len(), "{}", panel.key);
            assert!(panel.on_site().count() > 0, "{}", panel.key);
        }
        assert_eq!(panels().unwrap().len(), book["panels"].as_array().unwrap().len() + 2);
    }

    #[test]
    fn cutoffs_carry_their_unit_and_what_has_none_goes_to_the_laboratory() {
        let anesthesia = panel("hp_anesthesia").unwrap().unwrap();
        assert_eq!(anesthesia.analyte("etg").unwrap().cutoff.as_deref(), Some("500 ng/mL"));
        assert_eq!(anesthesia.analyte("propof").unwrap().cutoff, None);
        assert_eq!(
            panel("oral_fluid").unwrap().unwrap().analyte("of_thc").unwrap().cutoff.as_deref(),
            Some("4 ng/mL")
        );
        assert_eq!(panel("nobody").unwrap().map(|panel| panel.name.as_str()), None);
    }

    #[test]
    fn no_key_stands_twice_in_a_panel() {
        for panel in panels().unwrap() {
            let mut keys: Vec<&str> = panel.analytes.iter().map(|analyte| analyte.key.as_str()).collect();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), panel.analytes.len(), "{}", panel.key);
        }
    }
}
