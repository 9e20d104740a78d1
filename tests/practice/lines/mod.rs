//! Every operation with a request that succeeds, and what it costs on the disk.
//!
//! One table for two laws: as it stands each request is taken and costs what its line says (`fsync.rs`), and with a stale
//! revision each is a conflict (`router.rs`). A line of a slice makes the rows it asks about, so that it is the same
//! whatever ran before; those of [`office`] act on the practice itself and stand in an order in which each succeeds.

pub mod admission;
pub mod chart;
pub mod evening;
pub mod import;
pub mod note;
pub mod office;
pub mod outside;
pub mod panel;
pub mod paper;
pub mod random;
pub mod record;
pub mod schedule;
pub mod treatment;
pub mod writing;

use serde_json::Value;

use crate::stage::Stage;

/// What an operation may cost, and why.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Cost {
    /// One: the log, at the commit.
    One,
    /// None: nothing is changed in the store.
    Free,
    /// The passphrase is asked again: the attempt is put on the disk before it is tried and taken back after, a file
    /// and its folder each time.
    Guess,
    /// A signature: the passphrase is asked again, and the end of the audit chain is made to last outside the database,
    /// in a file and its folder.
    Signature,
    /// Who may open the vault changes: both copies of the header are replaced, each with its folder.
    Keys,
    /// The passphrase is asked again and the keys change.
    GuessAndKeys,
    /// Long work on a thread of its own, counted to its end.
    Job(u64),
    /// It opens, closes, copies or replaces the vault itself.
    Vault,
}

impl Cost {
    /// The fsyncs of an action; none for what is the vault's own matter.
    pub fn syncs(self) -> Option<u64> {
        match self {
            Self::Free => Some(0),
            Self::One => Some(1),
            Self::Job(syncs) => Some(syncs),
            Self::Guess | Self::Keys => Some(2 * 2 + 1),
            Self::Signature => Some(2 * 2 + 1 + 2),
            Self::GuessAndKeys => Some(2 * (2 * 2) + 1),
            Self::Vault => None,
        }
    }
}

/// An operation, what it costs, and a request that it takes on a stage.
pub struct Line {
    pub name: String,
    pub cost: Cost,
    pub request: Box<dyn Fn(&Stage) -> Value>,
}

/// A line of the table.
pub fn line(name: impl Into<String>, cost: Cost, request: impl Fn(&Stage) -> Value + 'static) -> Line {
    Line { name: name.into(), cost, request: Box::new(request) }
}

/// The lines of the slices, each of which stands alone but the last, which lets a week pass.
pub fn of_slices() -> Vec<Line> {
    [
        chart::lines(),
        admission::lines(),
        treatment::lines(),
        outside::lines(),
        note::lines(),
        writing::lines(),
        record::lines(),
        paper::lines(),
        random::lines(),
        panel::lines(),
        import::lines(),
        schedule::lines(),
        evening::lines(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// They open, replace or found a vault: what they cost is the vault's own matter (`tests/vault`).
pub const NOT_ONE_ACTION: &[&str] = &[
    "workstation.sign_in",
    "workstation.recover",
    "practice.create",
    "backup.restore",
    "backup.restore_elsewhere",
    "backup.restore_first",
];

/// The request with every revision in it set to one.
pub fn with_rev(value: &Value, rev: i64) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), if name == "rev" { rev.into() } else { with_rev(value, rev) }))
            .collect(),
        Value::Array(items) => items.iter().map(|item| with_rev(item, rev)).collect(),
        other => other.clone(),
    }
}

/// Whether a request carries a revision somewhere.
pub fn has_rev(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.contains_key("rev") || fields.values().any(has_rev),
        Value::Array(items) => items.iter().any(has_rev),
        _ => false,
    }
}
