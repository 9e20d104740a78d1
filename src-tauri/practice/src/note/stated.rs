//! The way on from a word that reads like a member's name and is none, in an own line or in the shared part: whoever leads
//! the session says so, with why.
//!
//! A statement holds for its word alone; of a full name the other part goes on to stop the signature. It stays in the row
//! and its history and never in the text that is signed: a chart that says whose name a word is not, names somebody.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Note;
use super::names::Person;
use crate::kernel::Check;

/// What the keys of statements begin with; a key with a point is never one of a template.
const KEY: &str = "not_their_name.";
/// The most of one entry, and of a shared part.
const MOST: usize = 10;

/// This word is not their name.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotTheirName {
    pub word: String,
    pub because: String,
}

/// Whether a section holds a statement and no words of the note.
pub(super) fn is_statement(key: &str) -> bool {
    key.starts_with(KEY)
}

/// What was stated in an entry, in the order of the words.
pub(super) fn of(note: &Note) -> Vec<NotTheirName> {
    let mut stated: Vec<NotTheirName> = note
        .sections
        .iter()
        .filter_map(|(key, because)| {
            Some(NotTheirName { word: key.strip_prefix(KEY)?.to_owned(), because: because.clone() })
        })
        .collect();
    stated.sort_unstable_by(|one, other| one.word.cmp(&other.word));
    stated
}

/// The statements as sections of the row.
pub(super) fn sections(stated: Vec<NotTheirName>) -> impl Iterator<Item = (String, String)> {
    stated.into_iter().map(|one| (format!("{KEY}{}", one.word), one.because))
}

/// Checks the statements of one entry; each has a reason.
pub(super) fn checked(check: &mut Check, field: &str, stated: Vec<NotTheirName>) -> Vec<NotTheirName> {
    check.ensure(stated.len() <= MOST, field, "State at most ten words; reword the line.");
    let mut stated: Vec<NotTheirName> = stated
        .into_iter()
        .map(|one| NotTheirName {
            word: check.required(field, &one.word, 80, "Say which word."),
            because: check.required(field, &one.because, 200, "Say in a few words why it is not their name."),
        })
        .collect();
    stated.sort_unstable_by(|one, other| one.word.cmp(&other.word));
    stated.dedup_by(|one, other| one.word == other.word);
    stated
}

/// The statements of a shared part, as its row keeps them.
pub(super) fn stored(stated: &[NotTheirName]) -> String {
    serde_json::to_string(stated).unwrap_or_else(|_| "[]".into())
}

/// Somebody who bears the words that were stated to be nobody's name: what the shared part is read against.
pub(super) fn person(stated: &[NotTheirName]) -> Person {
    stated.iter().fold(Person::of(&[]), |nobody, one| nobody.with_word(&one.word))
}

/// The client's own name with the words that were stated to be nobody else's.
pub(super) fn own(person: &Person, note: &Note) -> Person {
    of(note).iter().fold(person.clone(), |own, one| own.with_word(&one.word))
}
