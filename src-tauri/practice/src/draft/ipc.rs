//! Calls of the drafts: everybody's own.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ops, together};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Moment, Tag};

/// The request of `draft.save`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    pub form: String,
    /// What the form is about, as its id.
    #[serde(default)]
    #[ts(optional)]
    pub subject: Option<String>,
    /// What "go on with" calls it. Never a client's name outside the vault: it stays in the vault.
    #[serde(default)]
    #[ts(optional)]
    pub label: Option<String>,
    /// Whatever the form holds.
    #[ts(type = "unknown")]
    pub body: serde_json::Value,
    /// Whether a key was pressed in it.
    pub typed: bool,
    /// The revision the form last saw; 0 for the first save.
    pub rev: i64,
}

/// The answer of `draft.save`.
#[derive(Debug, Serialize, TS)]
pub struct Saved {
    pub rev: i64,
    pub at: Moment,
}

/// Which form.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FormKey {
    pub form: String,
    #[serde(default)]
    #[ts(optional)]
    pub subject: Option<String>,
}

/// A draft to go on with.
#[derive(Debug, Serialize, TS)]
pub struct DraftAnswer {
    pub rev: i64,
    pub at: Moment,
    #[ts(type = "unknown")]
    pub body: serde_json::Value,
}

/// A draft in the list of what is not finished.
#[derive(Debug, Serialize, TS)]
pub struct DraftLine {
    pub form: String,
    pub subject: String,
    pub label: String,
    pub at: Moment,
}

pub(crate) fn calls() -> Vec<Call> {
    vec![
        op("draft.save", Need::SignedIn, ops::save),
        query("draft.get", Need::SignedIn, &[], ops::get),
        query("draft.list", Need::SignedIn, &[Tag::Draft], ops::list),
        op("draft.discard", Need::SignedIn, ops::discard),
        op("draft.set_aside", Need::SignedIn, together::set_aside),
        query("draft.aside", Need::SignedIn, &[Tag::Draft], together::aside),
    ]
}
