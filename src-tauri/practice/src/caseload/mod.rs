//! Caseload: one line per client, for the director.

pub mod ipc;
