//! Closures: dates on which the whole practice is closed, with a name and where the date comes from.
//!
//! What must hold: a date is closed once; a closure that was taken back stays in the history; the holidays of a year are
//! proposals, worked out by rule, and close nothing by themselves. Planning reads closures; what a closure does to
//! sessions that are planned already is the matter of the slice `session`, which wraps [`add`] and [`remove`].
//! Deliberately absent: hours of a day. A practice that closes early cancels what lies behind.

mod holidays;
pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;

use chrono::NaiveDate;

pub use holidays::{Holiday, holidays};
pub(crate) use ops::{add, remove};
pub(crate) use queries::closed_between;
pub use rules::ClosureRefusal;

crate::ids! {
    /// A closed date.
    ClosureId
}

/// A closed date, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Closure {
    pub id: ClosureId,
    pub on_date: NaiveDate,
    pub name: String,
    pub source: String,
}
