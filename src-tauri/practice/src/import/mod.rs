//! Import: a folder of CSV from another system, all or nothing.
//!
//! What must hold:
//! - One transaction. Killed or cancelled at any point, the vault is as before; after the commit it is complete.
//! - Every row that lands has a line in `external_id`: what the other system called it, and a digest of its fields. The
//!   same folder again finds every digest equal and changes nothing. A field that differs is a change, with history.
//! - `external_id.rev` and the row's own `rev` move in step, so a row that somebody changed here since is recognized, and
//!   is never overwritten: its line is a bad one.
//! - One bad line stops the folder, unless the person chooses to leave the listed lines out; `import_run` names them, and
//!   the one audit entry of the run holds the digest of that row and with it of every file.
//! - A reason never quotes a value: it names the file, the line, the column and what is expected there.
//!
//! This slice stands above all others and is the only one that writes their tables: rows come in as they were elsewhere,
//! so the rules of their operations (who may, in what order) do not apply, only those of the tables. What each column
//! becomes is written down in [`mapping`], which the window shows.
//!
//! Deliberately absent: guessing. A person here is never matched with a person there by name.

mod files;
pub mod ipc;
mod known;
mod landing;
mod line;
mod mapping;
mod ops;
mod pass;
mod queries;
mod reason;
mod rows;
mod rules;
mod stays;
mod store;
mod waiting;

pub use ops::Chosen;
pub use reason::Reason;
pub use rules::ImportRefusal;

crate::ids! {
    /// One run of an import.
    ImportRunId,
    /// A row of any table that came in.
    LandedId
}

/// What `external_id.source` says of rows from a folder of CSV.
const SOURCE: &str = "csv";
