//! Discharge summaries: what is said of a stay when it is over, how far each goal came, and who goes on with what.
//!
//! What must hold: a stay has one summary; a signed one is never written again, and prints as it was signed; every goal of
//! the plan that held is said to be achieved, partly achieved or not, in the words in which it stood. The stay itself, its
//! end and how it ended, belong to [`crate::client`].

pub mod ipc;
mod ops;
pub(crate) mod print;
mod queries;
mod rules;
mod signed;
mod store;

pub(crate) use queries::owed;
pub use rules::DischargeRefusal;
pub(crate) use signed::standing;

crate::ids! {
    /// A summary of one stay.
    DischargeSummaryId
}

crate::words! {
    /// How far a summary is.
    pub enum SummaryState {
        Draft = "draft",
        Signed = "signed",
    }
}

crate::words! {
    /// How far a goal came.
    pub enum GoalOutcome {
        Achieved = "achieved",
        Partly = "partly",
        Not = "not",
    }
}

/// A section of a summary: its key, its label, and what belongs there.
pub(super) struct Part {
    pub key: &'static str,
    pub label: &'static str,
    pub prompt: &'static str,
}

/// The sections, each of which needs a word before signing.
pub(super) const PARTS: &[Part] = &[
    Part {
        key: "course",
        label: "Course of treatment",
        prompt: "Why the client came, what was done, what changed, how tests and attendance went.",
    },
    Part {
        key: "condition",
        label: "Condition at discharge",
        prompt: "Use, mood, safety, work and license as they are now.",
    },
    Part { key: "medications", label: "Medications", prompt: "What the client takes now, and who prescribes it." },
    Part {
        key: "recommendations",
        label: "Recommendations",
        prompt: "What we advise, and the way back if it gets worse.",
    },
];
