//! Fitting: groups that a client's shifts leave free, what the running week still lacks, and clashes before they happen.
//!
//! It reads rosters, weekly places, planned sessions and work patterns, and owns no table. A choice is made by joining
//! (`membership.join`), never here. Deliberately absent: joining by itself, and any word of why a client works when.

mod calendar;
mod fit;
mod gather;
pub mod ipc;
mod queries;
