//! What a panel may be, and which version holds. Pure: no SQL, no clock.

use chrono::NaiveDate;

use crate::kernel::refusal::Rule;

/// The most analytes of one panel.
pub(super) const MOST_ANALYTES: usize = 120;

/// Why a change of a panel is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum PanelRefusal {
    /// A testing program orders it.
    InUse,
    /// The new version is the same as the last one.
    Unchanged,
    /// It belongs to panels that are in use.
    LaboratoryInUse,
}

impl Rule for PanelRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::InUse => "panel.in_use",
            Self::Unchanged => "panel.unchanged",
            Self::LaboratoryInUse => "panel.laboratory_in_use",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::InUse => "A testing program orders this panel. Choose another panel for the program first.",
            Self::Unchanged => "Nothing differs from the version before. Change something, or close without saving.",
            Self::LaboratoryInUse => "Panels in use belong to this laboratory. Put them out of use first.",
        }
        .into()
    }
}

/// A cut-off as it is read: 500000 thousandths are "500 ng/mL", 20 are "0.02 g/210 L".
pub fn cutoff_words(thousandths: i64, unit: &str) -> String {
    format!("{} {unit}", number_words(thousandths))
}

/// A number of thousandths, as short as it can be.
pub(super) fn number_words(thousandths: i64) -> String {
    let fraction = format!("{:03}", thousandths.rem_euclid(1_000));
    let fraction = fraction.trim_end_matches('0');
    let whole = thousandths.div_euclid(1_000);
    if fraction.is_empty() { whole.to_string() } else { format!("{whole}.{fraction}") }
}

/// The number of the version that holds on a date: the last that had begun, otherwise the first there is.
pub(super) fn holding(versions: &[(i64, Option<NaiveDate>)], on: NaiveDate) -> Option<i64> {
    let begun = versions.iter().filter(|(_, from)| from.is_none_or(|from| from <= on)).map(|(number, _)| *number);
    begun.max().or_else(|| versions.iter().map(|(number, _)| *number).min())
}

/// Which version a test was made with. Before versions were numbered, a test kept the edition of the shipped file, eight
/// hexadecimal digits: that is the first.
pub(super) fn number_of(word: &str) -> i64 {
    word.parse().ok().filter(|_| word.len() < 8).unwrap_or(1)
}

/// A key made of a name: what a test and a program name the panel by.
pub(super) fn key_of(name: &str) -> String {
    let words: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let mut key = words.join("_");
    key.truncate(40);
    key
}

/// Whether a key can stand in a request and in `shows_as`.
pub(super) fn is_key(key: &str) -> bool {
    (1..=40).contains(&key.len()) && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn cutoffs_read_as_short_as_they_can() {
        for (thousandths, unit, expected) in [
            (500_000, "ng/mL", "500 ng/mL"),
            (1_500, "ng/mL", "1.5 ng/mL"),
            (50, "pg/mg", "0.05 pg/mg"),
            (20, "g/210 L", "0.02 g/210 L"),
            (0, "ng/mL", "0 ng/mL"),
        ] {
            assert_eq!(cutoff_words(thousandths, unit), expected);
        }
    }

    #[test]
    fn the_last_version_that_had_begun_holds() {
        let versions = [(1, None), (2, Some(day("2026-03-01"))), (3, Some(day("2026-09-01")))];
        for (on, expected) in [
            ("2020-01-01", 1),
            ("2026-02-28", 1),
            ("2026-03-01", 2),
            ("2026-08-31", 2),
            ("2026-09-01", 3),
            ("2030-01-01", 3),
        ] {
            assert_eq!(holding(&versions, day(on)), Some(expected), "{on}");
        }
        assert_eq!(holding(&[(1, Some(day("2025-07-07")))], day("2025-07-06")), Some(1), "nothing held before");
        assert_eq!(holding(&[], day("2026-01-01")), None);
    }

    #[test]
    fn an_edition_of_the_file_is_the_first_version() {
        for (word, expected) in [("1", 1), ("12", 12), ("41c89881", 1), ("41089881", 1), ("", 1)] {
            assert_eq!(number_of(word), expected, "{word}");
        }
    }

    #[test]
    fn keys_are_made_of_names() {
        for (name, expected) in [("Northgate 12-panel", "northgate_12_panel"), ("  É / 2 ", "2"), ("—", "")] {
            assert_eq!(key_of(name), expected);
            assert_eq!(is_key(expected), !expected.is_empty());
        }
        assert!(!is_key("with space") && !is_key("Upper"));
    }
}
