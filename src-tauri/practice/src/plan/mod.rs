//! Plans: problems, goals and objectives that notes point at.
//!
//! What must hold: of a client's plans at most one is active and at most one a draft; a draft becomes active by its
//! author's signature and supersedes the one before, which stays as it was; every problem has a goal, every goal an
//! objective. Deliberately absent: interventions, the client's signature, and progress, which notes carry.

pub mod ipc;
mod ops;
mod outline;
pub(crate) mod print;
mod queries;
mod rules;
mod store;

pub use rules::PlanRefusal;

crate::ids! {
    /// A version of a client's plan.
    PlanId,
    /// A problem of a plan.
    ProblemId,
    /// A goal, in the client's own words.
    GoalId,
    /// An objective; a note cites it by its label.
    ObjectiveId
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
