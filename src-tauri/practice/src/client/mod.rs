//! Clients: who they are, how they may be reached, what they do for a living, and who cares for them.
//!
//! An inquiry is already a protected record (42 CFR 2.11). A restricted chart appears to others as a number in rosters and
//! not at all in search, type-ahead and duplicate checks.

pub mod ipc;
pub mod reach;

crate::ids! {
    /// A client.
    ClientId,
    /// One stay, admission to discharge.
    EpisodeId
}
