//! Why a file, or a line of it, is not taken. A reason names what is expected, and never the value.

use crate::kernel::refusal::Rule;

/// Why a file of results is refused as a whole.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum ResultFileRefusal {
    /// Nobody chose a file.
    NothingChosen,
    /// The laboratory has no mapping.
    NoMapping,
    /// It has no head and line, or is no table.
    Unreadable,
    /// It is beyond what one file of results can be.
    TooLarge,
    /// The head lacks a column of the mapping.
    MissingColumn,
    /// It differs from what was looked through.
    FileChanged,
    /// Some lines cannot be taken.
    BadRows {
        /// How many.
        count: usize,
    },
}

impl Rule for ResultFileRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NothingChosen => "result_file.nothing_chosen",
            Self::NoMapping => "result_file.no_mapping",
            Self::Unreadable => "result_file.unreadable",
            Self::TooLarge => "result_file.too_large",
            Self::MissingColumn => "result_file.missing_column",
            Self::FileChanged => "result_file.file_changed",
            Self::BadRows { .. } => "result_file.bad_rows",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NothingChosen => "Choose the file of the laboratory first.".into(),
            Self::NoMapping => {
                "Nothing says yet how this laboratory's files are read. Make the mapping first.".into()
            }
            Self::Unreadable => "This file cannot be read as a table with a head. Ask the laboratory for CSV.".into(),
            Self::TooLarge => "This file is too large. Ask the laboratory for one of at most 20,000 lines.".into(),
            Self::MissingColumn => {
                "The file lacks a column of the mapping. Change the mapping, or choose another file.".into()
            }
            Self::FileChanged => "The file has changed since it was looked through. Choose it again.".into(),
            Self::BadRows { count: 1 } => "One line cannot be taken. Look at it, or leave its specimen out.".into(),
            Self::BadRows { count } => {
                format!("{count} lines cannot be taken. Look at them, or leave their specimens out.")
            }
        }
    }
}

crate::words! {
    /// Why a line is not taken.
    pub enum Why {
        Width = "width",
        NotText = "not_text",
        NoSpecimen = "no_specimen",
        SpecimenNotFound = "specimen_not_found",
        TwoTests = "two_tests",
        UnknownPanel = "unknown_panel",
        NotNow = "not_now",
        UnknownAnalyte = "unknown_analyte",
        NotOrdered = "not_ordered",
        UnknownResult = "unknown_result",
        UnknownPhase = "unknown_phase",
        Quantity = "quantity",
        UnitMissing = "unit_missing",
        OtherUnit = "other_unit",
        Measure = "measure",
        UnknownOxidant = "unknown_oxidant",
        Cutoff = "cutoff",
        Date = "date",
        OtherDay = "other_day",
        Twice = "twice",
        UnknownOverall = "unknown_overall",
        LinesDiffer = "lines_differ",
        Contradicts = "contradicts",
        WithOthers = "with_others",
    }
}

impl Why {
    /// What is, then what is expected.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Width => "The line has more or fewer fields than the head.",
            Self::NotText => "The line holds bytes that are no text in UTF-8.",
            Self::NoSpecimen => "No specimen number stands here.",
            Self::SpecimenNotFound => "No test with this specimen, seal or container number is here for you.",
            Self::TwoTests => "Two tests have this number. Enter the result in the right one by hand.",
            Self::UnknownPanel => "The test came from another system with its own panel.",
            Self::NotNow => "The test takes no laboratory result now. Open it to see why.",
            Self::UnknownAnalyte => "The mapping does not know this substance.",
            Self::NotOrdered => "The panel of the test does not hold this substance.",
            Self::UnknownResult => "The mapping does not know this word for a result.",
            Self::UnknownPhase => "The mapping does not know this word for screen or confirmation.",
            Self::Quantity => "The quantity is no plain number.",
            Self::UnitMissing => "A quantity without its unit.",
            Self::OtherUnit => "The unit is another than that of the panel.",
            Self::Measure => "Creatinine, specific gravity, pH or nitrite is no number that can be kept.",
            Self::UnknownOxidant => "The mapping does not know this word for an oxidant.",
            Self::Cutoff => "The cut-off is no plain number with the unit of the panel.",
            Self::Date => "The date is not written as the mapping says.",
            Self::OtherDay => "The test was collected on another day.",
            Self::Twice => "This substance stands twice for this specimen.",
            Self::UnknownOverall => "The mapping does not know this word for the whole specimen.",
            Self::LinesDiffer => "Lines of this specimen say different things of it as a whole.",
            Self::Contradicts => "The word for the whole specimen contradicts its lines, or lines are missing.",
            Self::WithOthers => "Another line of this specimen cannot be taken, so nothing of it is.",
        }
    }
}
