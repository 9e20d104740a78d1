//! What a plan must be before it is signed, and the labels that notes cite. Pure: no SQL, no clock.

use super::PlanState;
use super::ipc::ProblemFields;
use crate::kernel::Check;
use crate::kernel::refusal::Rule;

/// Why a step of a plan is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum PlanRefusal {
    /// The client has no open episode.
    NoEpisode,
    /// A draft is there already.
    DraftThere,
    /// Only a draft can be changed.
    NotADraft,
    /// Only the active plan can be approved or marked.
    NotActive,
    /// It was approved before.
    AlreadyApproved,
    /// Nobody approves a plan of their own.
    OwnPlan,
    /// The author's supervisor approves it, who stands in for them, or a director.
    NotTheApprover,
    /// The client signed this version before, or declined to.
    ClientSigned,
    /// The signature was taken back before.
    SignatureGone,
    /// No plan is in a client's hand now.
    NotHanded,
    /// The library holds this objective already.
    InLibrary,
}

impl Rule for PlanRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NoEpisode => "plan.no_episode",
            Self::DraftThere => "plan.draft_there",
            Self::NotADraft => "plan.not_a_draft",
            Self::NotActive => "plan.not_active",
            Self::AlreadyApproved => "plan.already_approved",
            Self::OwnPlan => "plan.own_plan",
            Self::NotTheApprover => "plan.not_the_approver",
            Self::ClientSigned => "plan.client_signed",
            Self::SignatureGone => "plan.signature_gone",
            Self::NotHanded => "plan.not_handed",
            Self::InLibrary => "plan.in_library",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NoEpisode => "This client is not admitted now. Open an episode first; a plan belongs to it.",
            Self::DraftThere => "A draft of this plan is there already. Go on with it, or discard it.",
            Self::NotADraft => "This version is signed. Start a new version to change the plan.",
            Self::NotActive => "This is not the active plan. Open the newest version.",
            Self::AlreadyApproved => "This plan was approved before.",
            Self::OwnPlan => "You signed this plan. Somebody else approves it.",
            Self::NotTheApprover => "The author's supervisor or a director approves this plan. Ask one of them.",
            Self::ClientSigned => {
                "What the client said about this version is recorded. Take it back first if it is wrong."
            }
            Self::SignatureGone => "This was taken back before.",
            Self::NotHanded => "No plan is waiting for a signature here. Give the device back to the staff.",
            Self::InLibrary => "The library holds this objective already. Look at it again.",
        }
        .into()
    }
}

/// Whether a version may be changed.
pub(super) fn may_change(state: PlanState) -> Result<(), PlanRefusal> {
    if state == PlanState::Draft { Ok(()) } else { Err(PlanRefusal::NotADraft) }
}

/// Whether a version is the one that holds.
pub(super) fn is_active(state: PlanState) -> Result<(), PlanRefusal> {
    if state == PlanState::Active { Ok(()) } else { Err(PlanRefusal::NotActive) }
}

/// Whether a practice has one clinician: there nobody else could approve.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Staffing {
    Solo,
    Several,
}

/// Who somebody is beside a plan that waits for an approval.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Approver {
    Author,
    /// The author's supervisor, or who stands in for them.
    Supervisor,
    Director,
    Colleague,
}

/// Whether a plan may be approved, or sent back.
pub(super) fn may_approve(approved: bool, who: Approver, staffing: Staffing) -> Result<(), PlanRefusal> {
    match (approved, who, staffing) {
        (true, _, _) => Err(PlanRefusal::AlreadyApproved),
        (false, Approver::Author, Staffing::Several) => Err(PlanRefusal::OwnPlan),
        (false, Approver::Colleague, _) => Err(PlanRefusal::NotTheApprover),
        (false, Approver::Supervisor | Approver::Director, _) | (false, Approver::Author, Staffing::Solo) => Ok(()),
    }
}

/// The label of an objective: goal and place, counted through the whole plan from 1. "2.1" is the first of the second goal.
pub(super) fn label(goal: usize, objective: usize) -> String {
    format!("{goal}.{objective}")
}

/// Checks the lengths while a draft is written; what is still empty may stay so until it is signed.
pub(super) fn check_lengths(check: &mut Check, problems: &[ProblemFields]) {
    check.ensure(problems.len() <= 20, "problems", "A plan holds at most 20 problems. Put some together.");
    for (p, problem) in problems.iter().enumerate() {
        check.optional(&format!("problems.{p}.words"), &problem.words, 1_000);
        let many = problem.goals.len() <= 20;
        check.ensure(many, &format!("problems.{p}.goals"), "A problem holds at most 20 goals. Put some together.");
        for (g, goal) in problem.goals.iter().enumerate() {
            let at = format!("problems.{p}.goals.{g}");
            check.optional(&format!("{at}.words"), &goal.words, 1_000);
            let many = goal.objectives.len() <= 20;
            check.ensure(many, &format!("{at}.objectives"), "A goal holds at most 20 objectives.");
            for (o, objective) in goal.objectives.iter().enumerate() {
                check.optional(&format!("{at}.objectives.{o}.words"), &objective.words, 1_000);
            }
            let many = goal.interventions.len() <= 20;
            check.ensure(many, &format!("{at}.interventions"), "A goal holds at most 20 interventions.");
            for (i, intervention) in goal.interventions.iter().enumerate() {
                let at = format!("{at}.interventions.{i}");
                check.optional(&format!("{at}.words"), &intervention.words, 1_000);
                check.optional(&format!("{at}.frequency"), &intervention.frequency, 120);
            }
        }
    }
}

/// Checks that a plan is whole: nothing is signed with a hole in it.
pub(super) fn check_whole(check: &mut Check, problems: &[ProblemFields]) {
    check.ensure(!problems.is_empty(), "problems", "Add at least one problem.");
    for (p, problem) in problems.iter().enumerate() {
        let at = format!("problems.{p}");
        check.ensure(filled(&problem.words), &format!("{at}.words"), "Describe the problem in a sentence.");
        check.ensure(!problem.goals.is_empty(), &format!("{at}.goals"), "Add a goal, in the client's own words.");
        for (g, goal) in problem.goals.iter().enumerate() {
            let at = format!("{at}.goals.{g}");
            check.ensure(filled(&goal.words), &format!("{at}.words"), "Write the goal in the client's own words.");
            let some = !goal.objectives.is_empty();
            check.ensure(some, &format!("{at}.objectives"), "Add an objective: one step that can be checked.");
            for (o, objective) in goal.objectives.iter().enumerate() {
                let at = format!("{at}.objectives.{o}.words");
                check.ensure(
                    filled(&objective.words),
                    &at,
                    "Say what the client will do, so that it can be checked.",
                );
            }
            for (i, intervention) in goal.interventions.iter().enumerate() {
                let at = format!("{at}.interventions.{i}");
                check.ensure(filled(&intervention.words), &format!("{at}.words"), "Say what the staff does.");
                check.ensure(filled(&intervention.frequency), &format!("{at}.frequency"), "Say how often.");
                check.ensure(
                    intervention.responsible.is_some(),
                    &format!("{at}.responsible"),
                    "Choose who answers for it.",
                );
            }
        }
    }
}

fn filled(words: &str) -> bool {
    !words.trim().is_empty()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::plan::ipc::{GoalFields, InterventionFields, ObjectiveFields};

    fn plan(problem: &str, goal: &str, objective: &str) -> Vec<ProblemFields> {
        let objective = ObjectiveFields { words: objective.into(), ..ObjectiveFields::default() };
        let goal = GoalFields { words: goal.into(), objectives: vec![objective], interventions: vec![] };
        vec![ProblemFields { words: problem.into(), goals: vec![goal] }]
    }

    fn faults(problems: &[ProblemFields]) -> Vec<String> {
        let mut check = Check::new();
        check_whole(&mut check, problems);
        match check.done() {
            Ok(()) => vec![],
            Err(refusal) => refusal.fields.into_iter().map(|fault| fault.field).collect(),
        }
    }

    #[test]
    fn a_plan_is_signed_without_holes() {
        assert_eq!(faults(&plan("Alcohol", "I want my license back", "Name three cues")), Vec::<String>::new());
        assert_eq!(faults(&[]), ["problems"]);
        assert_eq!(faults(&plan(" ", "", "Name three cues")), ["problems.0.words", "problems.0.goals.0.words"]);
        assert_eq!(faults(&plan("Alcohol", "Back to work", " ")), ["problems.0.goals.0.objectives.0.words"]);
        let no_goal = vec![ProblemFields { words: "Alcohol".into(), goals: vec![] }];
        assert_eq!(faults(&no_goal), ["problems.0.goals"]);
        let no_objective = vec![ProblemFields {
            words: "Alcohol".into(),
            goals: vec![GoalFields { words: "Back to work".into(), objectives: vec![], interventions: vec![] }],
        }];
        assert_eq!(faults(&no_objective), ["problems.0.goals.0.objectives"]);
        let mut nobody = plan("Alcohol", "Back to work", "Name three cues");
        nobody[0].goals[0].interventions =
            vec![InterventionFields { words: "Individual session".into(), ..InterventionFields::default() }];
        let at = "problems.0.goals.0.interventions.0";
        assert_eq!(faults(&nobody), [format!("{at}.frequency"), format!("{at}.responsible")]);
    }

    #[test]
    fn somebody_else_approves_unless_there_is_nobody_else() {
        use Approver::{Author, Colleague, Director, Supervisor};
        for (approved, who, staffing, expected) in [
            (false, Director, Staffing::Several, Ok(())),
            (false, Supervisor, Staffing::Several, Ok(())),
            (false, Colleague, Staffing::Several, Err(PlanRefusal::NotTheApprover)),
            (false, Author, Staffing::Several, Err(PlanRefusal::OwnPlan)),
            (false, Author, Staffing::Solo, Ok(())),
            (true, Director, Staffing::Several, Err(PlanRefusal::AlreadyApproved)),
            (true, Author, Staffing::Solo, Err(PlanRefusal::AlreadyApproved)),
        ] {
            assert_eq!(may_approve(approved, who, staffing), expected, "{who:?}");
        }
    }

    #[test]
    fn states_say_what_may_be_done() {
        for (state, change, active) in [
            (PlanState::Draft, true, false),
            (PlanState::Active, false, true),
            (PlanState::Superseded, false, false),
            (PlanState::Closed, false, false),
        ] {
            assert_eq!((may_change(state).is_ok(), is_active(state).is_ok()), (change, active), "{state:?}");
        }
    }
}
