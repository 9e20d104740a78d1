//! What assessments, discharge summaries, counseling notes and safety plans are written from: `assets/demo/record.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::cast::read;

/// Texts by theme; "any" holds for all.
type Themed = BTreeMap<String, Vec<String>>;

/// An intervention of a plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intervention {
    pub words: String,
    pub frequency: String,
}

/// Why a client gets another level than the one indicated.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Differing {
    pub indicated: String,
    pub difference: String,
    pub words: String,
}

/// Who goes on after a stay.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Care {
    pub with: String,
    pub what: String,
    /// Days after discharge.
    pub days: i64,
    pub time: String,
}

/// What a discharge summary is written from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discharge {
    pub course: Vec<String>,
    pub condition: Vec<String>,
    pub medications: Vec<String>,
    pub recommendations: Vec<String>,
    pub goal_words: Vec<String>,
    pub care: Vec<Care>,
}

/// A counseling note.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hunch {
    pub title: String,
    pub body: String,
}

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// By the key of a section.
    pub sections: BTreeMap<String, Themed>,
    /// By edition, then by dimension.
    pub dimensions: BTreeMap<String, Vec<Vec<String>>>,
    pub differences: Vec<Differing>,
    pub problems: Themed,
    pub interventions: Vec<Intervention>,
    pub discharge: Discharge,
    pub counseling: Vec<Hunch>,
    pub safety: BTreeMap<String, String>,
}

impl Record {
    /// Reads what is built into the tools.
    pub fn load() -> Result<Self, String> {
        read("record.json", include_str!("../../../../assets/demo/record.json"))
    }
}
