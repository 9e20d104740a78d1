//! Calls of the snippets.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{SnippetId, ops};
use crate::kernel::Tag;
use crate::kernel::router::{Call, Need, op, query};

/// A piece of text as the palette offers it.
#[derive(Debug, Serialize, TS)]
pub struct Snippet {
    pub id: SnippetId,
    /// What is typed behind "/".
    pub word: String,
    pub words: String,
    pub shared: bool,
    /// Whose it is, for a shared one.
    pub by: String,
    pub may_change: bool,
    pub rev: i64,
}

/// The request of `snippet.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddSnippet {
    /// Lowercase letters, digits and hyphens.
    pub word: String,
    pub words: String,
    pub shared: bool,
}

/// The request of `snippet.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeSnippet {
    pub id: SnippetId,
    pub rev: i64,
    pub word: String,
    pub words: String,
    pub shared: bool,
}

/// The request of `snippet.void` and `snippet.restore`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidSnippet {
    pub id: SnippetId,
    pub rev: i64,
}

/// What was made or changed.
#[derive(Debug, Serialize, TS)]
pub struct SavedSnippet {
    pub id: SnippetId,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    vec![
        query("snippet.list", Need::SignedIn, &[Tag::Snippet], ops::list),
        op("snippet.add", Need::SignedIn, ops::add),
        op("snippet.change", Need::SignedIn, ops::change),
        op("snippet.void", Need::SignedIn, ops::void),
        op("snippet.restore", Need::SignedIn, ops::restore),
    ]
}
