//! Tasks: what somebody wrote down to do, about a client or not, with a day or without.
//!
//! What must hold: a task is one person's. Handed over, it stays theirs until the other takes it; the other may give it
//! back with a word. A client's name in it is seen by who reaches that client only. Deliberately absent: what follows from
//! the record itself, such as unsigned notes; that is derived, above, and never a row here. Nothing rings or pops up.

pub mod ipc;
mod ops;
mod rules;
mod store;

pub(crate) use ops::open_of;
pub use rules::TaskRefusal;

crate::ids! {
    /// Something to do.
    TaskId
}
