//! Sessions: dated meetings, group or individual.

pub mod ipc;

crate::ids! {
    /// A session.
    SessionId,
    /// A pause inside a session.
    BreakId
}
