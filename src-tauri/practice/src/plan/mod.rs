//! Plans: problems, goals and objectives that notes point at.
//!
//! What must hold: of a client's plans at most one is active and at most one a draft; a draft becomes active by its
//! author's signature and supersedes the one before, which stays as it was; every problem has a goal, every goal an
//! objective, and whoever answers for an intervention is named. A review says of every open objective how it went and
//! when the next is due. The client's signature belongs to one version. Deliberately absent: progress from day to day,
//! which notes carry.

mod difference;
mod due;
mod handed;
mod interventions;
pub mod ipc;
mod library;
mod ops;
mod outline;
pub(crate) mod print;
mod queries;
mod review;
mod rules;
mod signature;
mod signed;
mod sources;
mod store;

pub use due::PlanNeed;
pub(crate) use handed::Handed;
pub use rules::PlanRefusal;
pub(crate) use signed::standing;

crate::ids! {
    /// A version of a client's plan.
    PlanId,
    /// A problem of a plan.
    ProblemId,
    /// A goal, in the client's own words.
    GoalId,
    /// An objective; a note cites it by its label.
    ObjectiveId,
    /// What the staff does for a goal.
    InterventionId,
    /// A client's signature under a version.
    PlanSignatureId,
    /// A review of a version.
    PlanReviewId,
    /// What a review said of one objective.
    ObjectiveProgressId,
    /// An objective of the practice's library.
    LibraryObjectiveId
}

crate::words! {
    /// How an objective went since the last review.
    pub enum ReviewProgress {
        Forward = "forward",
        Same = "same",
        SetBack = "set_back",
        Met = "met",
    }
}

crate::words! {
    /// How a client signed.
    pub enum SignedHow {
        /// With the device in their hand.
        Screen = "screen",
        Paper = "paper",
        /// The client did not want to.
        Declined = "declined",
    }
}

crate::words! {
    /// How far a version of a plan is.
    pub enum PlanState {
        Draft = "draft",
        Active = "active",
        Superseded = "superseded",
        Closed = "closed",
    }
}

crate::words! {
    /// How an objective stands.
    pub enum ObjectiveState {
        Open = "open",
        Met = "met",
        /// The client and the counselor let it rest.
        SetAside = "set_aside",
    }
}
