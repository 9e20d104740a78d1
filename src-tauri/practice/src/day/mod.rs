//! My day: what to do next, for each role.

pub mod ipc;
