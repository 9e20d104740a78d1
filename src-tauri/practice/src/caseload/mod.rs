//! Caseload: one line per active client, with what somebody must do next.
//!
//! What must hold: a handful of statements for all clients together, none per client; every flag follows from facts by
//! [`rules`]; restricted charts are counted and not named for who is not on their team. Deliberately absent: any state of
//! its own. It sits on top of every slice and reads theirs.

mod counselors;
mod export;
mod facts;
pub mod ipc;
mod queries;
mod rules;

pub use rules::Flag;
