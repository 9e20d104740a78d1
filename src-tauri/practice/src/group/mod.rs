//! Groups: type, facilitators, room, weekly slots, and who is on the roster.

pub mod ipc;

crate::ids! {
    /// A group.
    GroupId,
    /// A weekly place in the calendar.
    SlotId,
    /// One stay on a roster.
    MembershipId
}
