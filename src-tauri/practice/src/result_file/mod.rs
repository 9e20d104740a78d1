//! Results that a laboratory sends as a file of CSV, read by a mapping that is kept for each laboratory.
//!
//! What must hold:
//! - What cannot be read is refused with its reason, and nothing of that specimen is written: an unknown word, another unit, a
//!   specimen that is not here or that two tests have.
//! - A substance without a line is pending. Nothing here ever makes "not detected" of a line that is missing, and no test is
//!   negative while one of its substances has no answer.
//! - One transaction and one row with the file's digest. The same file again writes nothing.
//! - The file is read where it lies. No copy of it is kept, in the vault or beside it.
//!
//! Deliberately absent: guessing. A word that the mapping does not know is not close to another one.

pub mod ipc;
mod mapping;
mod ops;
mod plan;
mod queries;
mod reading;
mod rules;
mod store;

pub use ops::Chosen;
pub use rules::ResultFileRefusal;

crate::ids! {
    /// How the files of a laboratory are read.
    ResultMappingId,
    /// A file of results that came in.
    ResultFileId
}
