//! Wording that is not person-first, with another that is. A warning with a suggestion; what a client said, in quotation
//! marks, stays as it was said.

/// What is looked for, in lower case, and what may stand there instead. The longest of those that begin alike comes first.
const TERMS: &[(&str, &str)] = &[
    ("drug addict", "person with a substance use disorder"),
    ("drug abuser", "person who uses drugs"),
    ("substance abuser", "person who uses substances"),
    ("abuser", "person who uses substances"),
    ("substance abuse", "substance use"),
    ("drug abuse", "drug use"),
    ("alcohol abuse", "alcohol use"),
    ("addicts", "people with a substance use disorder"),
    ("addict", "person with a substance use disorder"),
    ("alcoholics", "people with an alcohol use disorder"),
    ("alcoholic", "person with an alcohol use disorder"),
    ("junkie", "person who uses drugs"),
    ("druggie", "person who uses drugs"),
    ("drunkard", "person with an alcohol use disorder"),
    ("clean and sober", "in recovery"),
    ("clean time", "time in recovery"),
    ("clean urine", "negative test"),
    ("clean test", "negative test"),
    ("clean screen", "negative test"),
    ("clean drop", "negative test"),
    ("clean date", "recovery date"),
    ("been clean", "been in recovery"),
    ("stay clean", "stay in recovery"),
    ("stayed clean", "stayed in recovery"),
    ("staying clean", "staying in recovery"),
    ("got clean", "entered recovery"),
    ("is clean", "is in recovery"),
    ("was clean", "was in recovery"),
    ("dirty urine", "positive test"),
    ("dirty test", "positive test"),
    ("dirty screen", "positive test"),
    ("dirty drop", "positive test"),
    ("dirty ua", "positive test"),
    ("failed a drug test", "had a positive drug test"),
    ("failed the drug test", "had a positive drug test"),
    ("failed her drug test", "had a positive drug test"),
    ("failed his drug test", "had a positive drug test"),
    ("failed a screen", "had a positive screen"),
    ("failed treatment", "left treatment early"),
    ("drug of choice", "main substance"),
    ("drug habit", "substance use disorder"),
    ("schizophrenics", "people with schizophrenia"),
    ("schizophrenic", "person with schizophrenia"),
    ("committed suicide", "died by suicide"),
    ("non-compliant", "did not follow the plan"),
    ("noncompliant", "did not follow the plan"),
];

/// Names that hold such a word and stay as they are.
const NAMES: &[&str] = &[
    "alcoholics anonymous",
    "substance abuse and mental health",
    "national institute on drug abuse",
    "adult children of alcoholics",
];

/// A term that is not person-first, as it stands in the text, and what may stand there instead.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Found<'t> {
    pub term: &'t str,
    pub instead: &'static str,
}

/// The first such term outside quotation marks and names.
pub(super) fn not_person_first(text: &str) -> Option<Found<'_>> {
    let lower = text.to_ascii_lowercase();
    let spared = spared(&lower, text);
    let mut found: Option<(usize, Found<'_>)> = None;
    for (term, instead) in TERMS {
        let here = lower.match_indices(term).map(|(at, _)| at).find(|at| {
            let end = at + term.len();
            is_word(&lower, *at, end) && !spared.iter().any(|(from, until)| from <= at && end <= *until)
        });
        let Some(at) = here else { continue };
        // The earliest; of two that begin at one place the longer, which stands first in the list.
        if found.is_none_or(|(other, _)| at < other)
            && let Some(term) = text.get(at..at + term.len())
        {
            found = Some((at, Found { term, instead }));
        }
    }
    found.map(|(_, found)| found)
}

fn is_word(text: &str, from: usize, until: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    let before = text.get(..from).and_then(|before| before.chars().next_back());
    let after = text.get(until..).and_then(|after| after.chars().next());
    !before.is_some_and(letter) && !after.is_some_and(letter)
}

/// What was said, in quotation marks, and names.
fn spared(lower: &str, text: &str) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, letter) in text.char_indices() {
        match (letter, open) {
            ('“' | '"', None) => open = Some(at),
            ('”' | '"', Some(from)) => {
                spans.push((from, at));
                open = None;
            }
            _ => {}
        }
    }
    for name in NAMES {
        spans.extend(lower.match_indices(name).map(|(at, _)| (at, at + name.len())));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_with_another_word_and_names_and_quotations_are_spared() {
        for (text, expected) in [
            ("He described himself as an addict.", Some(("addict", "person with a substance use disorder"))),
            ("Fourteen months of clean time.", Some(("clean time", "time in recovery"))),
            ("Had a dirty UA on Monday.", Some(("dirty UA", "positive test"))),
            ("A drug abuser since college.", Some(("drug abuser", "person who uses drugs"))),
            ("Said “I am an addict, I know that.”", None),
            ("Goes to Alcoholics Anonymous on Tuesdays.", None),
            ("Cleaned the med room before the shift.", None),
            ("Wants a clean break with the unit.", None),
            ("The addiction runs in the family.", None),
            ("Worked through his addictive thinking.", None),
            ("", None),
        ] {
            assert_eq!(not_person_first(text).map(|found| (found.term, found.instead)), expected, "{text}");
        }
    }
}
