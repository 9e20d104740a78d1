//! Drug tests: laboratory result, medical review and program interpretation are three facts.

pub mod ipc;

crate::ids! {
    /// A drug test.
    DrugTestId
}
