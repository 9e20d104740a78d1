//! The intake packet: what must be there before somebody sits in a group, item by item, red until it is.
//!
//! The items are the practice's own list. What must hold: an item that follows from a record is ticked by that record and
//! never by hand; what somebody marks carries who, when, and where it does not apply, why; a mark made in an earlier stay
//! says nothing about this one. Where the practice's setting says so, a roster takes nobody before the items that block
//! are there, unless a director writes why.

mod facts;
pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;

pub(crate) use queries::{blocking, owing, red};
pub use rules::IntakeRefusal;

crate::ids! {
    /// An item of the packet.
    IntakeItemId,
    /// What somebody said about an item of one client.
    IntakeMarkId
}

crate::words! {
    /// The record that ticks an item.
    pub enum Follows {
        Nothing = "nothing",
        /// A consent to treatment that holds.
        Treatment = "treatment",
        /// A consent for treatment, payment and operations that holds.
        Tpo = "tpo",
        /// An assessment that was signed since the last stay ended.
        Assessment = "assessment",
        EmergencyContact = "emergency_contact",
        /// A medication on the list.
        Medication = "medication",
    }
}

crate::words! {
    /// What somebody said about an item.
    pub enum MarkState {
        Done = "done",
        NotApplicable = "not_applicable",
    }
}

crate::words! {
    /// How an item stands.
    pub enum PacketStanding {
        Missing = "missing",
        Done = "done",
        NotApplicable = "not_applicable",
    }
}
