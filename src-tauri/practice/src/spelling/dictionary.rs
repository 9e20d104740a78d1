//! The dictionary that comes with the program: read once, when the first text is looked at, and the same for everybody.
//!
//! It holds nothing from the records, so it outlives a lock. The reading happens on the thread of a call, never on the
//! window's; how long it takes and what it holds stand in ARCHITECTURE.md.

use std::sync::OnceLock;

use spellbook::Dictionary;

use super::rules;
use crate::kernel::{Refusal, Result};

const AFFIXES: &str = include_str!("../../../../assets/spelling/en_US.aff");
const WORDS: &str = include_str!("../../../../assets/spelling/en_US.dic");
const FIELD: &str = include_str!("../../../../assets/spelling/field.txt");

static ENGLISH: OnceLock<Option<Dictionary>> = OnceLock::new();

/// The dictionary. A list that cannot be read is a fault of the build, and a test reads it.
pub(super) fn english() -> Result<&'static Dictionary> {
    ENGLISH.get_or_init(read).as_ref().ok_or_else(|| Refusal::internal("dictionary"))
}

/// Whether the dictionary has the word, alone or with what hyphens join it to.
pub(super) fn has(english: &Dictionary, word: &rules::Word<'_>) -> bool {
    english.check(&rules::plain(word.text))
        || (word.joined.len() > word.text.len() && english.check(&rules::plain(word.joined)))
}

fn read() -> Option<Dictionary> {
    let mut english = Dictionary::new(AFFIXES, WORDS).ok()?;
    for line in FIELD.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        english.add(line).ok()?;
    }
    Some(english)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_language_and_the_field_are_known_and_slips_are_not() {
        let english = english().unwrap();
        for word in [
            "slept",
            "don't",
            "Counselor's",
            "Massachusetts",
            "buprenorphine",
            "Naltrexone",
            "EtG",
            "PEth",
            "telehealth",
            "titrating",
            "dysregulated",
            "cosigned",
            "anhedonia",
            "follow-up",
            "Suboxone",
            "FENTANYL",
        ] {
            assert!(english.check(word), "{word}");
        }
        for word in ["teh", "recieved", "buprenorfine", "counsleor", "anxeity", "slepped"] {
            assert!(!english.check(word), "{word}");
        }
    }

    #[test]
    fn the_list_of_the_field_holds_what_the_language_lacks_and_once() {
        let language = Dictionary::new(AFFIXES, WORDS).unwrap();
        let mut seen = std::collections::HashSet::new();
        let words = FIELD.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let idle: Vec<&str> = words
            .map(|line| line.split('/').next().unwrap())
            .filter(|word| language.check(word) || !seen.insert(*word))
            .collect();
        assert_eq!(idle, [""; 0]);
        assert!(seen.len() > 400, "{}", seen.len());
    }

    #[test]
    fn a_slip_is_told_what_might_be_meant() {
        for (slip, meant) in [("recieved", "received"), ("buprenorfine", "buprenorphine"), ("anxeity", "anxiety")] {
            let mut near = Vec::new();
            english().unwrap().suggest(slip, &mut near);
            assert!(near.iter().take(5).any(|word| word == meant), "{slip}: {near:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        // A panic behind the door locks the records: whatever was typed is looked up without one.
        #[test]
        fn anything_can_be_looked_up(word in "\\PC{0,24}") {
            let english = english().unwrap();
            let mut near = Vec::new();
            if !english.check(&word) {
                english.suggest(&word, &mut near);
            }
        }
    }
}
