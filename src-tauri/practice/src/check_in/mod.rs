//! The check-in line: who called on a drawn day, when, by which means, and what they were told.
//!
//! What must hold: the list appears at the notice time and not before; what a client is told is what the draw says, never
//! typed; who has not called when the line closes counts as a missed check-in, and a late call stays late; closing the line is
//! an action of somebody, and opens what follows on a missed check-in. Deliberately absent: messages that the program sends by
//! itself.

pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;

pub use rules::CheckInRefusal;

crate::ids! {
    /// A check-in.
    CheckInId,
    /// The closing of a line.
    CheckInCloseId
}

crate::words! {
    /// What somebody was told.
    pub enum Told {
        Test = "test",
        NoTest = "no_test",
    }
}

crate::words! {
    /// How somebody checked in.
    pub enum Means {
        Phone = "phone",
        Text = "text",
        InPerson = "in_person",
    }
}

crate::words! {
    /// How somebody of the day's list stands.
    pub enum CheckInState {
        /// Has not called, and the line is open.
        Waiting = "waiting",
        Called = "called",
        /// Called after the line had closed.
        Late = "late",
        /// Had not called when the line closed.
        Missed = "missed",
    }
}
