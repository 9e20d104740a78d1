//! Calls of the spelling: what is not known, what might be meant, and the practice's own words.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{SpellingWordId, ops, queries};
use crate::kernel::Tag;
use crate::kernel::router::{Call, Need, op, query};

/// The request of `spelling.check`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SpellingTexts {
    /// Paragraphs, as they stand.
    pub texts: Vec<String>,
}

/// Where a word stands that nobody knows, in UTF-16 units.
#[derive(Debug, Serialize, TS)]
pub struct UnknownWord {
    pub starts: u32,
    pub ends: u32,
}

/// The answer of `spelling.check`: for each text what is not known in it, in order.
#[derive(Debug, Serialize, TS)]
pub struct CheckedTexts {
    pub unknown: Vec<Vec<UnknownWord>>,
}

/// The request of `spelling.suggest`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestWords {
    pub word: String,
}

/// What might be meant, the likeliest first; at most five.
#[derive(Debug, Serialize, TS)]
pub struct MeantWords {
    pub words: Vec<String>,
}

/// A word of the practice's own.
#[derive(Debug, Serialize, TS)]
pub struct PracticeWord {
    pub id: SpellingWordId,
    pub word: String,
    /// Who added it.
    pub by: String,
    pub may_take_away: bool,
    pub rev: i64,
}

/// The request of `spelling.add`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddWord {
    /// One word, with the capitals it is right with.
    pub word: String,
}

/// The request of `spelling.void` and `spelling.restore`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidWord {
    pub id: SpellingWordId,
    pub rev: i64,
}

/// What was added, taken away or brought back.
#[derive(Debug, Serialize, TS)]
pub struct AddedWord {
    pub id: SpellingWordId,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    let known = &[Tag::Spelling, Tag::Client, Tag::Staff, Tag::Group, Tag::Panel, Tag::Testing, Tag::Agreement];
    vec![
        query("spelling.check", Need::SignedIn, known, queries::check),
        query("spelling.suggest", Need::SignedIn, known, queries::suggest),
        query("spelling.words", Need::SignedIn, &[Tag::Spelling], queries::words),
        op("spelling.add", Need::SignedIn, ops::add),
        op("spelling.void", Need::SignedIn, ops::void),
        op("spelling.restore", Need::SignedIn, ops::restore),
    ]
}
