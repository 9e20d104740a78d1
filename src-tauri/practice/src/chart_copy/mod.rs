//! Chart copy: everything of one chart that a person reads, or what happened between two dates, as one document.
//!
//! What must hold: each part is asked of its own slice, which asks for the reach of its own; a part the person does not
//! read is named as left out; unsigned drafts are counted and left out; counseling notes (42 CFR 2.11) are in no copy.
//! It owns no table, and sits on top of the slices of a chart.

pub mod ipc;
mod print;
