//! What may be done with a task, and by whom. Pure.

use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Rule;

/// Why something with a task is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum TaskRefusal {
    /// It is done.
    Done,
    /// It is not done.
    NotDone,
    /// Nobody offered it.
    NotOffered,
    /// A colleague has not answered yet.
    Waiting,
    /// Nobody hands a task over to themselves.
    Yourself,
    /// The colleague does not reach the client it is about.
    OutOfReach,
}

impl Rule for TaskRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Done => "task.done",
            Self::NotDone => "task.not_done",
            Self::NotOffered => "task.not_offered",
            Self::Waiting => "task.waiting",
            Self::Yourself => "task.yourself",
            Self::OutOfReach => "task.out_of_reach",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Done => "This task is done. Reopen it first.",
            Self::NotDone => "This task is still open.",
            Self::NotOffered => "Nobody waits for an answer about this task. Open the list again.",
            Self::Waiting => "A colleague has not answered yet. Take it back first.",
            Self::Yourself => "This is your task already. Choose a colleague.",
            Self::OutOfReach => "This colleague does not work with this client. Choose somebody who does.",
        }
        .into()
    }
}

/// What is asked for.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Step {
    Change,
    Finish,
    Reopen,
    Offer,
    Accept,
    GiveBack,
    Void,
    Restore,
}

/// A task as far as a step goes.
#[derive(Copy, Clone, Debug)]
pub(super) struct Standing {
    pub owner: StaffId,
    pub offered: Option<StaffId>,
    pub done: bool,
    /// Taken away: only its owner still knows it, to bring it back.
    pub voided: bool,
}

/// Why a step is not taken. A task of others is not there.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum No {
    Absent,
    Rule(TaskRefusal),
}

/// Whether somebody may take a step.
///
/// # Errors
/// Why not.
pub(super) fn may(step: Step, task: Standing, me: StaffId) -> Result<(), No> {
    let rule = |refusal| Err(No::Rule(refusal));
    let (own, asked) = (task.owner == me, task.offered == Some(me));
    if (!own && !asked) || (task.voided != (step == Step::Restore)) || (task.voided && !own) {
        return Err(No::Absent);
    }
    match step {
        Step::Reopen if !task.done => rule(TaskRefusal::NotDone),
        Step::Reopen if own => Ok(()),
        Step::Restore => Ok(()),
        _ if task.done => rule(TaskRefusal::Done),
        Step::Accept if asked => Ok(()),
        Step::GiveBack if task.offered.is_some() => Ok(()),
        Step::Accept | Step::GiveBack => rule(TaskRefusal::NotOffered),
        Step::Change | Step::Void | Step::Finish | Step::Offer | Step::Reopen if !own => Err(No::Absent),
        Step::Offer if task.offered.is_some() => rule(TaskRefusal::Waiting),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::Step::*;
    use super::*;

    #[test]
    fn who_may_take_which_step() {
        let [me, other, third] = [1, 2, 3].map(|n| StaffId(Uuid::from_u128(n)));
        let open = Standing { owner: me, offered: None, done: false, voided: false };
        let offered = Standing { offered: Some(other), ..open };
        let done = Standing { done: true, ..open };
        let voided = Standing { voided: true, ..offered };
        let rule = |refusal| Err(No::Rule(refusal));
        for (step, task, who, expected) in [
            (Change, open, me, Ok(())),
            (Change, open, other, Err(No::Absent)),
            (Change, offered, other, Err(No::Absent)),
            (Finish, open, me, Ok(())),
            (Finish, offered, me, Ok(())),
            (Finish, done, me, rule(TaskRefusal::Done)),
            (Reopen, done, me, Ok(())),
            (Reopen, done, other, Err(No::Absent)),
            (Reopen, open, me, rule(TaskRefusal::NotDone)),
            (Offer, open, me, Ok(())),
            (Offer, offered, me, rule(TaskRefusal::Waiting)),
            (Offer, offered, other, Err(No::Absent)),
            (Accept, offered, other, Ok(())),
            (Accept, offered, me, rule(TaskRefusal::NotOffered)),
            (Accept, open, me, rule(TaskRefusal::NotOffered)),
            (Accept, offered, third, Err(No::Absent)),
            (GiveBack, offered, other, Ok(())),
            (GiveBack, offered, me, Ok(())),
            (GiveBack, open, me, rule(TaskRefusal::NotOffered)),
            (Void, open, me, Ok(())),
            (Void, offered, other, Err(No::Absent)),
            (Void, voided, me, Err(No::Absent)),
            (Restore, voided, me, Ok(())),
            (Restore, voided, other, Err(No::Absent)),
            (Restore, Standing { done: true, ..voided }, me, Ok(())),
            (Restore, open, me, Err(No::Absent)),
            (Finish, voided, me, Err(No::Absent)),
            (Accept, voided, other, Err(No::Absent)),
        ] {
            assert_eq!(may(step, task, who), expected, "{step:?} {task:?} {who:?}");
        }
    }
}
