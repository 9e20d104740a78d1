//! How the files of one laboratory are read: which column holds what, and what its words mean.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::drug_test::{LaboratoryResult, Phase, Reading};
use crate::kernel::Check;

crate::words! {
    /// What a column may hold.
    pub enum ResultColumn {
        Specimen = "specimen",
        Analyte = "analyte",
        Result = "result",
        Phase = "phase",
        Quantity = "quantity",
        Unit = "unit",
        Overall = "overall",
        Creatinine = "creatinine",
        Gravity = "gravity",
        Ph = "ph",
        Nitrite = "nitrite",
        Oxidant = "oxidant",
        /// The cut-off of the line, alone or with its unit.
        Cutoff = "cutoff",
        CollectedOn = "collected_on",
        ReportedOn = "reported_on",
    }
}

crate::words! {
    /// How the file writes a date.
    pub enum DateStyle {
        /// 2026-11-24
        YearFirst = "year_first",
        /// 11/24/2026
        MonthFirst = "month_first",
    }
}

crate::words! {
    /// Which words a mapping explains.
    pub enum WordKind {
        Analyte = "analyte",
        Result = "result",
        Phase = "phase",
        Overall = "overall",
        Oxidant = "oxidant",
    }
}

crate::words! {
    /// What a file says of an oxidant.
    pub enum OxidantWord {
        Found = "found",
        NotFound = "not_found",
    }
}

/// A column by the name in the head of the file.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MappedColumn {
    pub column: ResultColumn,
    pub head: String,
}

/// A word of the laboratory and what it means here.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MappedWord {
    pub kind: WordKind,
    pub word: String,
    /// The key of an analyte, or the stable word of a result, a phase or an oxidant.
    pub means: String,
}

/// How a file is read.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FileMapping")]
pub struct Mapping {
    pub columns: Vec<MappedColumn>,
    pub words: Vec<MappedWord>,
    pub dates: DateStyle,
    /// What a line is when the file says nothing of it.
    pub phase: Phase,
}

impl Mapping {
    /// The head of a column; none when the file does not hold it.
    pub fn head(&self, column: ResultColumn) -> Option<&str> {
        let found = self.columns.iter().find(|mapped| mapped.column == column);
        found.map(|mapped| mapped.head.as_str()).filter(|head| !head.is_empty())
    }

    /// What a word means; words are the same whatever their case and blanks.
    pub fn meaning(&self, kind: WordKind, word: &str) -> Option<&str> {
        let found = self.words.iter().find(|mapped| mapped.kind == kind && plain(&mapped.word) == plain(word));
        found.map(|mapped| mapped.means.as_str())
    }
}

/// A word without its case and its blanks.
pub(super) fn plain(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Words that laboratories use for a result, to begin a mapping with.
const WORDS: &[(WordKind, &str, &str)] = &[
    (WordKind::Result, "Negative", "not_detected"),
    (WordKind::Result, "Not detected", "not_detected"),
    (WordKind::Result, "None detected", "not_detected"),
    (WordKind::Result, "Positive", "detected"),
    (WordKind::Result, "Detected", "detected"),
    (WordKind::Result, "Presumptive positive", "detected"),
    (WordKind::Result, "Invalid", "invalid"),
    (WordKind::Result, "Pending", "pending"),
    (WordKind::Phase, "Screen", "screen"),
    (WordKind::Phase, "Confirmation", "confirmation"),
    (WordKind::Phase, "Definitive", "confirmation"),
    (WordKind::Overall, "Negative", "negative"),
    (WordKind::Overall, "Negative dilute", "negative_dilute"),
    (WordKind::Overall, "Positive", "positive"),
    (WordKind::Overall, "Positive dilute", "positive_dilute"),
    (WordKind::Overall, "Adulterated", "adulterated"),
    (WordKind::Overall, "Substituted", "substituted"),
    (WordKind::Overall, "Invalid", "invalid"),
    (WordKind::Overall, "Rejected", "rejected"),
    (WordKind::Oxidant, "Negative", "not_found"),
    (WordKind::Oxidant, "Not detected", "not_found"),
    (WordKind::Oxidant, "Positive", "found"),
    (WordKind::Oxidant, "Detected", "found"),
];

/// Heads that laboratories use for a column, to begin a mapping with.
const HEADS: &[(ResultColumn, &[&str])] = &[
    (ResultColumn::Specimen, &["specimen", "specimen id", "specimen_id", "accession", "sample id", "container"]),
    (ResultColumn::Analyte, &["analyte", "test name", "test", "drug", "component"]),
    (ResultColumn::Result, &["result", "outcome", "qualitative result"]),
    (ResultColumn::Phase, &["phase", "method", "test type"]),
    (ResultColumn::Quantity, &["quantity", "value", "concentration", "quantitative result"]),
    (ResultColumn::Unit, &["unit", "units"]),
    (ResultColumn::Overall, &["overall", "overall result", "specimen result"]),
    (ResultColumn::Creatinine, &["creatinine", "creatinine mg/dl"]),
    (ResultColumn::Gravity, &["specific gravity", "sg", "gravity"]),
    (ResultColumn::Ph, &["ph"]),
    (ResultColumn::Nitrite, &["nitrite", "nitrites"]),
    (ResultColumn::Oxidant, &["oxidant", "oxidants", "oxidizing adulterants"]),
    (ResultColumn::Cutoff, &["cutoff", "cut-off", "cut off", "threshold"]),
    (ResultColumn::CollectedOn, &["collected", "collected on", "collection date", "collected_at"]),
    (ResultColumn::ReportedOn, &["reported", "reported on", "report date", "reported_at"]),
];

/// A mapping to begin with, for the head of a file. The director looks at it before it is kept.
pub(super) fn suggested(head: &[String]) -> Mapping {
    let columns = HEADS.iter().filter_map(|(column, names)| {
        let found = head.iter().find(|name| names.contains(&plain(name).as_str()))?;
        Some(MappedColumn { column: *column, head: found.clone() })
    });
    let words = WORDS.iter().map(|(kind, word, means)| MappedWord {
        kind: *kind,
        word: (*word).into(),
        means: (*means).into(),
    });
    Mapping {
        columns: columns.collect(),
        words: words.collect(),
        dates: DateStyle::YearFirst,
        phase: Phase::Confirmation,
    }
}

/// The most words of one mapping.
const MOST_WORDS: usize = 600;

/// Checks a mapping as a form sends it. `known` says whether an analyte of a panel has this key.
pub(super) fn check(check: &mut Check, mapping: &Mapping, known: impl Fn(&str) -> bool) {
    for column in [ResultColumn::Specimen, ResultColumn::Analyte, ResultColumn::Result] {
        let field = format!("mapping.columns.{}", column.word());
        check.ensure(mapping.head(column).is_some(), &field, "Choose the column that holds this.");
    }
    for (place, mapped) in mapping.columns.iter().enumerate() {
        let field = format!("mapping.columns.{}", mapped.column.word());
        let others = mapping.columns.iter().take(place);
        let twice = others.clone().any(|other| other.column == mapped.column);
        let taken = others.filter(|other| !other.head.is_empty()).any(|other| other.head == mapped.head);
        check.ensure(!twice, &field, "This stands here twice.");
        check.ensure(!taken || mapped.head.is_empty(), &field, "Another line takes this column.");
        check.ensure(mapped.head.chars().count() <= 120, &field, "A head has at most 120 characters.");
    }
    check.ensure(mapping.words.len() <= MOST_WORDS, "mapping.words", "A mapping holds at most 600 words.");
    for (place, mapped) in mapping.words.iter().enumerate().take(MOST_WORDS) {
        let field = format!("mapping.words.{place}");
        let word = plain(&mapped.word);
        check.ensure((1..=120).contains(&word.chars().count()), &field, "Type the word as the file has it.");
        let means = match mapped.kind {
            WordKind::Analyte => known(&mapped.means),
            WordKind::Result => Reading::from_word(&mapped.means).is_some(),
            WordKind::Phase => Phase::from_word(&mapped.means).is_some(),
            WordKind::Overall => LaboratoryResult::from_word(&mapped.means).is_some(),
            WordKind::Oxidant => OxidantWord::from_word(&mapped.means).is_some(),
        };
        check.ensure(means, &field, "Choose what the word means.");
        let earlier = mapping.words.iter().take(place);
        let twice = earlier.filter(|other| other.kind == mapped.kind).any(|other| plain(&other.word) == word);
        check.ensure(!twice, &field, "This word stands here twice.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_begins_with_what_heads_usually_mean() {
        let head = ["Specimen ID", "Test Name", "Result", "Units", "Patient"].map(str::to_owned);
        let mapping = suggested(&head);
        assert_eq!(mapping.head(ResultColumn::Specimen), Some("Specimen ID"));
        assert_eq!(mapping.head(ResultColumn::Unit), Some("Units"));
        assert_eq!(mapping.head(ResultColumn::Quantity), None);
        assert_eq!(mapping.meaning(WordKind::Result, "  NONE   detected "), Some("not_detected"));
        assert_eq!(mapping.meaning(WordKind::Result, "nondetect"), None);
        let mut faults = Check::new();
        check(&mut faults, &mapping, |_| false);
        assert!(faults.done().is_ok(), "what is suggested can be kept");
    }
}
