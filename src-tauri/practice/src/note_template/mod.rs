//! Templates of notes: how the text of one kind is divided, with what is required and a prompt for each section.
//!
//! What must hold: a change is a new edition and no edition is ever changed, since notes keep the one they were written
//! under. Of one kind at most one template comes first. What comes with Evenkeel is here too, as data without an author: for
//! single kinds, and the formats such as DAP that serve every kind, change like the others and are never retired.
//! Groups have one template for all of them, whose sections are shared or each person's own; it is never retired either.
//! Deliberately absent: absences, whose form follows from the session.

pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

use rusqlite::Connection;

use crate::kernel::{Refusal, Result};

pub use rules::TemplateRefusal;
pub(crate) use store::{edition, first_of, newest_of_format, newest_of_formats, newest_of_kinds};

crate::ids! {
    /// A template.
    TemplateId,
    /// One edition of it.
    EditionId
}

/// One section of a note's text.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    /// Stored with the text.
    pub key: Cow<'static, str>,
    pub label: Cow<'static, str>,
    /// One line under the label: what belongs here.
    pub hint: Cow<'static, str>,
    /// Needs text before the note is signed.
    pub required: bool,
    /// May be carried forward from the client's note before.
    pub carries: bool,
    /// Of a group note: it belongs to the part that goes into every chart of the session.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shared: bool,
}

/// The section of a group's shared part that is always there.
pub(crate) const WORDS: &str = "words";
/// The section of each person's own that is always there.
pub(crate) const LINE: &str = "line";

/// One edition, as a note uses it.
#[derive(Clone, Debug)]
pub(crate) struct Edition {
    pub id: EditionId,
    pub name: String,
    /// The word of the kind of note it is for.
    pub kind: String,
    /// The word of the format that it divides, of whichever kind.
    pub format: Option<String>,
    pub number: i64,
    pub sections: Vec<Section>,
}

/// The sections as they are stored.
pub(crate) fn sections_of(stored: &str) -> Result<Vec<Section>> {
    serde_json::from_str(stored).map_err(|_| Refusal::internal("sections of a template"))
}

/// Whether there is such a kind of note, and it may have templates.
fn kind_has_templates(sql: &Connection, word: &str) -> Result<bool> {
    Ok(!matches!(word, "group" | "absence") && store::kinds(sql)?.iter().any(|(known, _)| known == word))
}
