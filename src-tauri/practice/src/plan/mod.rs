//! Plans: problems, goals and objectives that notes point at.

pub mod ipc;

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
