//! Assessments: what brings a client, what was found, the dimensions with their risk, and the level that follows.
//!
//! What must hold: of a client's assessments at most one is a draft; a signed one is never written again, a later version
//! stands beside it; the edition of the dimensions is stored with each and its ratings are never moved to another; where
//! the level given is not the one indicated, somebody said why in their own words. Numbers and short names of levels are
//! facts; every prompt and every word of a scale here is our own. Deliberately absent: criteria of any edition, and any
//! level that follows from ratings by itself.

pub mod ipc;
mod ops;
pub(crate) mod print;
mod queries;
mod rules;
mod signed;
mod store;
mod template;

pub(crate) use queries::found;
pub use rules::AssessmentRefusal;
pub(crate) use signed::standing;

crate::ids! {
    /// A version of a client's assessment.
    AssessmentId
}

crate::words! {
    /// How far a version is.
    pub enum AssessmentState {
        Draft = "draft",
        Signed = "signed",
    }
}

crate::words! {
    /// The edition that dimensions and levels are counted by.
    pub enum Edition {
        Third = "3",
        Fourth = "4",
    }
}

crate::words! {
    /// Why the level given is not the one indicated.
    pub enum Difference {
        None = "",
        Availability = "availability",
        ClientChoice = "client_choice",
        Payer = "payer",
        Legal = "legal",
        Other = "other",
    }
}
