//! Reference data a chart is filled from: ICD-10-CM diagnoses and the professions of clients (`assets/reference`).
//!
//! Both are public data in the program, read once. A code that is not here can still be typed: the set is chosen for
//! substance use disorder and what comes with it, and a new year's codes arrive before a new version does.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::folded;
use crate::kernel::router::Nothing;
use crate::kernel::{Result, View};

const DIAGNOSES: &str = include_str!("../../../../assets/reference/icd10cm_sud.csv");
const PROFESSIONS: &str = include_str!("../../../../assets/reference/license_types.json");

/// As many as fit a list under a field.
const MOST: usize = 30;

/// The request of `diagnosis.choices`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindDiagnoses {
    /// A code, part of one, or words; several words must all be found.
    pub text: String,
}

/// A diagnosis to choose.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DiagnosisChoice {
    /// "F11.20".
    pub code: String,
    pub words: String,
    /// A substance use disorder in the sense of 42 CFR 2.11.
    pub part_2: bool,
    /// A heading that no claim takes.
    pub billable: bool,
}

/// A profession to choose.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProfessionChoice {
    /// "Certified registered nurse anesthetist".
    pub name: String,
    /// "CRNA"; empty where there is none.
    pub short: String,
    pub board: String,
    pub monitoring_program: String,
}

#[derive(Deserialize)]
struct Line {
    code: String,
    description: String,
    part2_sud: String,
    billable: String,
}

#[derive(Deserialize)]
struct LicenseTypes {
    professions: Vec<Profession>,
}

#[derive(Deserialize)]
struct Profession {
    name: String,
    abbreviations: Vec<String>,
    typical_board: String,
    monitoring_program_type: String,
}

/// A diagnosis with what it is looked for by.
struct Known {
    choice: DiagnosisChoice,
    folded_code: String,
    folded_words: String,
}

fn known() -> &'static [Known] {
    static KNOWN: OnceLock<Vec<Known>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut lines = csv::Reader::from_reader(DIAGNOSES.as_bytes());
        lines.deserialize::<Line>().flatten().map(known_of).collect()
    })
}

fn known_of(line: Line) -> Known {
    Known {
        folded_code: line.code.to_lowercase().replace('.', ""),
        folded_words: folded::folded_name(&line.description),
        choice: DiagnosisChoice {
            code: line.code,
            words: line.description,
            part_2: line.part2_sud == "Y",
            billable: line.billable == "Y",
        },
    }
}

/// The words of a code, when it is in the list.
pub(crate) fn diagnosis_words(code: &str) -> Option<&'static str> {
    known().iter().find(|known| known.choice.code == code).map(|known| known.choice.words.as_str())
}

/// Diagnoses by code or words: codes that begin so come first, then the shortest words.
pub(super) fn diagnoses(_: &View<'_>, request: FindDiagnoses) -> Result<Vec<DiagnosisChoice>> {
    Ok(find_diagnoses(&request.text))
}

fn find_diagnoses(text: &str) -> Vec<DiagnosisChoice> {
    let code = text.trim().to_lowercase().replace('.', "");
    let words = folded::folded_name(text);
    let words: Vec<&str> = words.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<&Known> = known()
        .iter()
        .filter(|known| {
            known.folded_code.starts_with(&code)
                || words.iter().all(|word| known.folded_words.contains(&format!(" {word}")))
        })
        .collect();
    found.sort_by_key(|known| {
        (!known.folded_code.starts_with(&code), !known.choice.billable, known.folded_words.len())
    });
    found.into_iter().take(MOST).map(|known| known.choice.clone()).collect()
}

/// Every profession whose license may be at stake, one line for each abbreviation.
pub(super) fn professions(_: &View<'_>, _: Nothing) -> Result<Vec<ProfessionChoice>> {
    Ok(profession_choices().to_vec())
}

fn profession_choices() -> &'static [ProfessionChoice] {
    static CHOICES: OnceLock<Vec<ProfessionChoice>> = OnceLock::new();
    CHOICES.get_or_init(|| {
        let types: LicenseTypes =
            serde_json::from_str(PROFESSIONS).unwrap_or(LicenseTypes { professions: Vec::new() });
        types.professions.into_iter().flat_map(choices_of).collect()
    })
}

fn choices_of(profession: Profession) -> Vec<ProfessionChoice> {
    let choice = |short: String| ProfessionChoice {
        name: profession.name.clone(),
        short,
        board: profession.typical_board.clone(),
        monitoring_program: profession.monitoring_program_type.clone(),
    };
    if profession.abbreviations.is_empty() {
        return vec![choice(String::new())];
    }
    profession.abbreviations.iter().cloned().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagnoses_are_found_by_code_and_by_words() {
        let first = |text: &str| find_diagnoses(text).first().map(|choice| choice.code.clone());
        for (typed, expected) in [
            ("F11.20", Some("F11.20")),
            ("f1120", Some("F11.20")),
            ("opioid dependence remission", Some("F11.21")),
            ("alcohol abuse uncomplicated", Some("F10.10")),
            ("", None),
            ("no such illness", None),
        ] {
            assert_eq!(first(typed).as_deref(), expected, "{typed}");
        }
        assert!(find_diagnoses("F1").len() == MOST);
    }

    #[test]
    fn the_data_in_the_program_are_whole() {
        assert_eq!(known().len(), 950);
        assert!(known().iter().any(|known| known.choice.code == "F17.210" && !known.choice.part_2));
        assert!(profession_choices().len() >= 26);
        assert!(profession_choices().iter().any(|choice| choice.short == "CRNA"));
    }
}
