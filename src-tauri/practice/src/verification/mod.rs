//! Verification: every signed document of a chart or of the practice, of whatever kind, looked at again.
//!
//! What must hold: each slice says what its rows mean; the bytes are believed and no column that they can say themselves;
//! what is wrong is named by kind, row and fault. It owns no table, and sits on top of the slices that sign.

pub mod ipc;
mod queries;
