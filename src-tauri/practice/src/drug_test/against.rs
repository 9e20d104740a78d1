//! What a whole test says against the medications: one class, and a sentence that is kind and exact. Pure.
//!
//! What must hold: as long as the laboratory is silent on a line that decides, the class is presumptive and says so; a
//! medication that must show and does not is critical; nothing here says what a person did.

use super::Reading;
use super::ipc::TestLine;
use super::meaning::{Meaning, Medication};
use crate::panel;

crate::words! {
    /// The class of a whole test against the medications.
    pub enum TestAgainst {
        /// Nothing was read, or the laboratory has not answered.
        Waiting = "waiting",
        Negative = "negative",
        ExpectedPositive = "expected_positive",
        UnexpectedPositive = "unexpected_positive",
        UnexpectedNegative = "unexpected_negative",
        /// More than one of the three kinds in one test.
        Mixed = "mixed",
        /// What could be read is as expected, and some of it could not be read.
        Unreadable = "unreadable",
    }
}

/// Medications for addiction that are taken daily: their absence is asked about at once. Each pair is the medication and
/// the metabolite that the body makes of it.
const MUST_SHOW: [(&str, &str); 2] = [("bup", "nbup"), ("meth", "eddp")];

/// What a test says against the medications.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Whole {
    pub class: TestAgainst,
    /// The names of what was detected and is explained.
    pub explained: Vec<String>,
    /// The keys and names of what was detected and is not explained.
    pub unexplained: Vec<(String, String)>,
    /// The keys and names of what is prescribed and was not detected.
    pub not_seen: Vec<(String, String)>,
    /// A medication that must show does not, or shows without its metabolite.
    pub critical: bool,
    /// The medication shows, and the metabolite that goes with it does not.
    pub without_metabolite: bool,
    /// A line that decides rests on a screen alone.
    pub presumptive: bool,
    /// Some lines wait for the laboratory.
    pub waits: bool,
}

/// The class of a test by its lines.
pub(super) fn whole(lines: &[TestLine]) -> Whole {
    let of = |meaning: Meaning| lines.iter().filter(move |line| line.meaning == Some(meaning));
    let detected = |line: &&TestLine| line.reading() == Some(Reading::Detected);
    let pair = |line: &TestLine| (line.analyte.clone(), line.name.clone());
    let explained: Vec<String> = of(Meaning::Expected).filter(detected).map(|line| line.name.clone()).collect();
    let unexplained: Vec<(String, String)> = of(Meaning::Unexpected).map(pair).collect();
    let not_seen: Vec<(String, String)> = of(Meaning::NotSeen).map(pair).collect();
    let without_metabolite = MUST_SHOW.iter().any(|(medication, metabolite)| {
        lines.iter().any(|line| line.analyte == *medication && detected(&line))
            && not_seen.iter().any(|(key, _)| key == metabolite)
    });
    let must = |key: &str| MUST_SHOW.iter().any(|(medication, metabolite)| [*medication, *metabolite].contains(&key));
    let read = lines.iter().filter(|line| line.meaning.is_some_and(|meaning| meaning != Meaning::Pending));
    let kinds = [!explained.is_empty(), !unexplained.is_empty(), !not_seen.is_empty()];
    let class = match kinds {
        _ if read.clone().next().is_none() => TestAgainst::Waiting,
        [false, false, false] | [true, false, false] if of(Meaning::Unreadable).next().is_some() => {
            TestAgainst::Unreadable
        }
        [false, false, false] => TestAgainst::Negative,
        [true, false, false] => TestAgainst::ExpectedPositive,
        [false, true, false] => TestAgainst::UnexpectedPositive,
        [false, false, true] => TestAgainst::UnexpectedNegative,
        _ => TestAgainst::Mixed,
    };
    Whole {
        class,
        critical: not_seen.iter().any(|(key, _)| must(key)),
        without_metabolite,
        presumptive: decided_by_screen(lines, class),
        waits: of(Meaning::Pending).next().is_some(),
        explained,
        unexplained,
        not_seen,
    }
}

/// Whether the class rests on a screen: of an unexpected class the unexpected lines decide, of any other every line.
fn decided_by_screen(lines: &[TestLine], class: TestAgainst) -> bool {
    let decides = |line: &&TestLine| match class {
        TestAgainst::UnexpectedPositive | TestAgainst::UnexpectedNegative | TestAgainst::Mixed => {
            matches!(line.meaning, Some(Meaning::Unexpected | Meaning::NotSeen))
        }
        TestAgainst::Waiting => false,
        TestAgainst::Negative | TestAgainst::ExpectedPositive | TestAgainst::Unreadable => {
            line.meaning.is_some_and(|meaning| meaning != Meaning::Pending)
        }
    };
    lines.iter().filter(decides).any(|line| line.presumptive)
}

impl Whole {
    /// The class in a sentence. "Presumptive" goes first whenever it rests on a screen.
    pub fn words(&self) -> String {
        let lead = if self.presumptive { "Presumptive: " } else { "" };
        let mut parts: Vec<String> = Vec::new();
        if !self.unexplained.is_empty() {
            parts.push(format!("{} was detected and no medication explains it", names(&self.unexplained)));
        }
        if !self.not_seen.is_empty() {
            parts.push(format!("{} is prescribed and was not detected", names(&self.not_seen)));
        }
        if !self.explained.is_empty() {
            parts.push(format!("{} was detected, as the medications explain", self.explained.join(", ")));
        }
        let said = match self.class {
            TestAgainst::Waiting => "Nothing is read yet".to_owned(),
            TestAgainst::Negative => "nothing was detected, and nothing was expected to be".to_owned(),
            TestAgainst::Unreadable => {
                parts.push("some lines could not be read".into());
                parts.join("; ")
            }
            _ => parts.join("; "),
        };
        let rest = if self.waits && self.class != TestAgainst::Waiting {
            " The laboratory has not answered yet."
        } else {
            ""
        };
        format!("{}.{rest}", first_upper(&format!("{lead}{said}")))
    }
}

fn names(pairs: &[(String, String)]) -> String {
    pairs.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ")
}

fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Medications that no line of the test could have shown: their absence says nothing.
pub(super) fn not_looked_for<'a>(medications: &'a [Medication], lines: &[TestLine]) -> Vec<&'a str> {
    let looked = |key: &String| lines.iter().any(|line| panel::shows(&line.analyte, key) && line.meaning.is_some());
    let shows = medications.iter().filter(|medication| !medication.shows_as.is_empty());
    shows
        .filter(|medication| !medication.shows_as.iter().any(looked))
        .map(|medication| medication.name.as_str())
        .collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use TestAgainst as T;
    use proptest::prelude::*;

    /// A line as it was read: on a screen, or with the laboratory's word.
    pub(in super::super) fn line(key: &str, reading: Option<Reading>, prescribed: bool, confirmed: bool) -> TestLine {
        TestLine {
            analyte: key.into(),
            name: key.to_uppercase(),
            cutoff: String::new(),
            confirm_cutoff: String::new(),
            unit: String::new(),
            laboratory_screen: None,
            reported: String::new(),
            on_site: true,
            screen: reading.filter(|_| !confirmed),
            confirmation: reading.filter(|_| confirmed),
            quantity_tenths: None,
            prescribed: prescribed.then(|| "a medication".into()),
            meaning: reading.map(|reading| super::super::meaning::meaning(reading, prescribed)),
            presumptive: !confirmed,
        }
    }

    const YES: Option<Reading> = Some(Reading::Detected);
    const NO: Option<Reading> = Some(Reading::NotDetected);
    const BAD: Option<Reading> = Some(Reading::Invalid);
    const LATER: Option<Reading> = Some(Reading::Pending);

    /// Every class, on a screen and by the laboratory: lines of key, reading, prescribed.
    #[test]
    fn every_class_by_its_lines() {
        type Row<'a> = (&'a [(&'a str, Option<Reading>, bool)], T, bool);
        let table: &[Row<'_>] = &[
            (&[], T::Waiting, false),
            (&[("amp", None, false)], T::Waiting, false),
            (&[("amp", LATER, false), ("bup", LATER, true)], T::Waiting, false),
            (&[("amp", NO, false), ("bze", NO, false)], T::Negative, false),
            (&[("amp", NO, false), ("bze", LATER, false)], T::Negative, false),
            (&[("amp", YES, true), ("bze", NO, false)], T::ExpectedPositive, false),
            (&[("bup", YES, true), ("nbup", YES, true)], T::ExpectedPositive, false),
            (&[("amp", YES, false), ("bze", NO, false)], T::UnexpectedPositive, false),
            (&[("amp", YES, false), ("bze", BAD, false)], T::UnexpectedPositive, false),
            (&[("amp", NO, true)], T::UnexpectedNegative, false),
            (&[("bup", NO, true)], T::UnexpectedNegative, true),
            (&[("bup", NO, true), ("nbup", NO, true)], T::UnexpectedNegative, true),
            (&[("meth", NO, true), ("amp", NO, false)], T::UnexpectedNegative, true),
            // The medication without what the body makes of it.
            (&[("bup", YES, true), ("nbup", NO, true)], T::Mixed, true),
            (&[("meth", YES, true), ("eddp", NO, true)], T::Mixed, true),
            (&[("amp", YES, false), ("bup", NO, true)], T::Mixed, true),
            (&[("amp", YES, false), ("benzo", NO, true)], T::Mixed, false),
            (&[("amp", YES, false), ("benzo", YES, true)], T::Mixed, false),
            (&[("amp", BAD, false), ("bze", NO, false)], T::Unreadable, false),
            (&[("amp", BAD, true)], T::Unreadable, false),
            (&[("amp", BAD, false), ("benzo", YES, true)], T::Unreadable, false),
        ];
        for (rows, expected, critical) in table {
            for confirmed in [false, true] {
                let lines: Vec<TestLine> = rows
                    .iter()
                    .map(|(key, reading, prescribed)| line(key, *reading, *prescribed, confirmed))
                    .collect();
                let found = whole(&lines);
                assert_eq!((found.class, found.critical), (*expected, *critical), "{rows:?}");
                let read = *expected != T::Waiting;
                assert_eq!(found.presumptive, read && !confirmed, "{rows:?} {confirmed}");
                assert_eq!(found.words().starts_with("Presumptive: "), read && !confirmed, "{rows:?}");
            }
        }
    }

    #[test]
    fn every_key_of_the_rules_is_a_substance() {
        for key in MUST_SHOW.iter().flat_map(|(medication, metabolite)| [*medication, *metabolite]) {
            assert!(panel::known(key), "{key}");
        }
    }

    #[test]
    fn a_metabolite_that_is_missing_beside_its_medication_is_said() {
        for (rows, expected) in [
            (&[("bup", YES, true), ("nbup", NO, true)][..], true),
            (&[("bup", YES, true), ("nbup", YES, true)], false),
            (&[("bup", NO, true), ("nbup", NO, true)], false),
            (&[("bup", YES, true), ("nbup", LATER, true)], false),
            (&[("bup", YES, true), ("eddp", NO, true)], false),
        ] {
            let lines: Vec<TestLine> =
                rows.iter().map(|(key, reading, own)| line(key, *reading, *own, true)).collect();
            assert_eq!(whole(&lines).without_metabolite, expected, "{rows:?}");
        }
    }

    #[test]
    fn an_unexpected_line_decides_whether_it_is_presumptive() {
        // The laboratory confirmed the one that decides; the rest was only screened.
        let lines = [line("amp", YES, false, true), line("bze", NO, false, false)];
        assert!(!whole(&lines).presumptive);
        let lines = [line("amp", YES, false, false), line("bze", NO, false, true)];
        assert!(whole(&lines).presumptive);
    }

    #[test]
    fn the_sentence_names_what_was_found_and_blames_nobody() {
        let lines = [line("amp", YES, false, true), line("bup", NO, true, true), line("benzo", YES, true, true)];
        assert_eq!(
            whole(&lines).words(),
            "AMP was detected and no medication explains it; BUP is prescribed and was not detected; BENZO was detected, as the \
             medications explain."
        );
        assert_eq!(
            whole(&[line("amp", NO, false, false), line("bze", LATER, false, false)]).words(),
            "Presumptive: nothing was detected, and nothing was expected to be. The laboratory has not answered yet."
        );
        assert_eq!(whole(&[]).words(), "Nothing is read yet.");
    }

    proptest! {
        /// Whatever was read: an unexpected class has a line that makes it so, and no screen is told as a fact.
        #[test]
        fn no_class_without_a_line_and_no_screen_without_the_word(
            rows in proptest::collection::vec((0..4_usize, any::<bool>(), any::<bool>()), 0..12),
        ) {
            let readings = [YES, NO, BAD, LATER];
            let lines: Vec<TestLine> = rows
                .iter()
                .enumerate()
                .map(|(place, (reading, prescribed, confirmed))| line(&format!("k{place}"), readings[*reading], *prescribed, *confirmed))
                .collect();
            let found = whole(&lines);
            let unexpected = matches!(found.class, T::UnexpectedPositive | T::UnexpectedNegative);
            prop_assert!(!unexpected || !found.unexplained.is_empty() || !found.not_seen.is_empty());
            prop_assert_eq!(found.presumptive, found.words().starts_with("Presumptive"));
            let screened = lines.iter().any(|line| line.screen == YES && line.prescribed.is_none());
            prop_assert!(!screened || found.presumptive);
        }
    }
}
