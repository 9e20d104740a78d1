//! Panels: which analytes a test looks for, with cut-offs, as dated versions of rows; and the laboratories they belong to.
//!
//! What must hold: a version is never changed, a change is the next number with the day from which it holds; a test keeps
//! the number it was made with, and its results are read against that one. What comes with Evenkeel is the first version
//! of its panels. An analyte without a cut-off for a screen has no test on site: it goes to the laboratory.

mod difference;
pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;
mod substance;

use chrono::NaiveDate;

pub(crate) use queries::{Names, in_force, in_use, laboratory, names, of_version};
pub use rules::{PanelRefusal, cutoff_words};
#[cfg(test)]
pub(crate) use substance::known;
pub(crate) use substance::{shows, substances};

crate::ids! {
    /// A laboratory that tests for the practice.
    LaboratoryId,
    /// A panel through all of its versions.
    PanelId,
    /// One version of a panel.
    PanelVersionId,
    /// One analyte of a version.
    PanelAnalyteId
}

crate::words! {
    /// What is collected.
    pub enum Specimen {
        Urine = "urine",
        OralFluid = "oral_fluid",
        Hair = "hair",
        Nail = "nail",
        BloodSpot = "blood_spot",
        Breath = "breath",
    }
}

impl Specimen {
    /// Whether a cup or a device on site can show something of it.
    pub const fn read_on_site(self) -> bool {
        matches!(self, Self::Urine | Self::OralFluid | Self::Breath)
    }
}

/// A substance or class that a panel looks for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Analyte {
    /// Its key; medications name it in `shows_as`.
    pub key: String,
    pub name: String,
    pub drug_class: String,
    /// Cut-offs in thousandths of the unit; none when there is no such test.
    pub initial: Option<i64>,
    pub confirm: Option<i64>,
    pub unit: String,
    /// How long after use it is found, in words.
    pub detection: String,
    pub note: String,
    pub source: String,
    /// Whether the cut-off was read in a primary text.
    pub verified: bool,
}

impl Analyte {
    /// The cut-off of the screen with its unit: "500 ng/mL".
    pub fn cutoff(&self) -> Option<String> {
        self.initial.map(|thousandths| cutoff_words(thousandths, &self.unit))
    }

    /// The cut-off of the confirmation with its unit.
    pub fn confirm_cutoff(&self) -> Option<String> {
        self.confirm.map(|thousandths| cutoff_words(thousandths, &self.unit))
    }
}

/// What a test looks for in one kind of specimen: one version of a panel.
#[derive(Clone, Debug)]
pub struct Panel {
    pub key: String,
    pub name: String,
    pub specimen: Specimen,
    /// The name of the laboratory it belongs to; empty for one that fits any.
    pub laboratory: String,
    pub number: i64,
    /// The first day it holds; none for one that holds from the beginning.
    pub effective_on: Option<NaiveDate>,
    pub source: String,
    pub note: String,
    pub verified: bool,
    pub analytes: Vec<Analyte>,
}

impl Panel {
    /// The analyte of this key.
    pub fn analyte(&self, key: &str) -> Option<&Analyte> {
        self.analytes.iter().find(|analyte| analyte.key == key)
    }

    /// The analytes that a cup on site can show.
    pub fn on_site(&self) -> impl Iterator<Item = &Analyte> {
        let read = self.specimen.read_on_site();
        self.analytes.iter().filter(move |analyte| read && analyte.initial.is_some())
    }

    /// The number of the version, as a test keeps it.
    pub fn version(&self) -> String {
        self.number.to_string()
    }
}
