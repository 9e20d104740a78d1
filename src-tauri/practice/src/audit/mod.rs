//! The audit as people read it: who did what, to which record, when. The chain itself is the vault's.
//!
//! Entries hold ids, never names of clients; a screen joins the name of the staff member, since that is who answers.

pub mod ipc;
mod queries;
pub mod words;
