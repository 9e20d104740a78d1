//! Consents: what the client allowed, to whom, until when.

pub mod ipc;

crate::ids! {
    /// A consent.
    ConsentId
}
