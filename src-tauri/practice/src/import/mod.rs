//! Import: a folder of CSV, all or nothing.

pub mod ipc;

crate::ids! {
    /// One run of an import.
    ImportRunId
}
