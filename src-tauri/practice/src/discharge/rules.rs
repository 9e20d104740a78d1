//! What a summary must be before it is signed. Pure: no SQL, no clock.

use super::ipc::{SummaryFields, SummaryGoal};
use super::{PARTS, SummaryState};
use crate::kernel::Check;
use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Rule;

/// Why a step of a summary is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum DischargeRefusal {
    /// The stay is not over.
    StillAdmitted,
    /// The stay has a summary.
    SummaryThere,
    /// Only a draft can be changed.
    NotADraft,
    /// Somebody else wrote it.
    NotAuthor,
    /// Nobody takes over what is their own.
    OwnDraft,
}

impl Rule for DischargeRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::StillAdmitted => "discharge.still_admitted",
            Self::SummaryThere => "discharge.summary_there",
            Self::NotADraft => "discharge.not_a_draft",
            Self::NotAuthor => "discharge.not_author",
            Self::OwnDraft => "discharge.own_draft",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::StillAdmitted => "This stay is not over. Discharge the client first.",
            Self::SummaryThere => "This stay has a summary already. Go on with it, or discard its draft.",
            Self::NotADraft => "This summary is signed and stays as it is. Write what came later into a note.",
            Self::NotAuthor => {
                "Somebody else writes this summary. Its author signs it; you can take it over and sign it yourself."
            }
            Self::OwnDraft => "You write this summary already. Sign it.",
        }
        .into()
    }
}

/// Whether a summary may be written in.
pub(super) fn may_change(state: SummaryState) -> Result<(), DischargeRefusal> {
    if state == SummaryState::Draft { Ok(()) } else { Err(DischargeRefusal::NotADraft) }
}

/// Whether this person signs a draft: its author does.
pub(super) fn may_sign(author: StaffId, who: StaffId) -> Result<(), DischargeRefusal> {
    if author == who { Ok(()) } else { Err(DischargeRefusal::NotAuthor) }
}

/// What a draft still lacks.
pub(super) fn holes(fields: &SummaryFields) -> Check {
    let mut check = Check::new();
    check_whole(&mut check, fields);
    check
}

/// What may stand in a draft.
pub(super) fn check_shape(check: &mut Check, fields: &SummaryFields) {
    for section in &fields.sections {
        let known = PARTS.iter().any(|part| part.key == section.key);
        check.ensure(known, "sections", "This section is not one of a summary.");
        check.optional(&format!("sections.{}", section.key), &section.text, 8_000);
    }
    for (at, goal) in fields.goals.iter().enumerate() {
        check.optional(&format!("goals.{at}.words"), &goal.words, 1_000);
    }
    check.ensure(fields.care.len() <= 20, "care", "Name at most 20 places.");
    for (at, care) in fields.care.iter().enumerate() {
        check.optional(&format!("care.{at}.with"), &care.with, 200);
        check.optional(&format!("care.{at}.what"), &care.what, 400);
        check.optional(&format!("care.{at}.time"), &care.time, 20);
    }
    check.optional("no_care", &fields.no_care, 400);
}

/// Checks that nothing is missing: each section, how far each goal came, and who goes on, or why nobody does.
pub(super) fn check_whole(check: &mut Check, fields: &SummaryFields) {
    for part in PARTS {
        let text = fields.sections.iter().find(|one| one.key == part.key).map_or("", |one| one.text.trim());
        check.ensure(!text.is_empty(), &format!("sections.{}", part.key), "Write this section.");
    }
    for (at, goal) in fields.goals.iter().enumerate() {
        check.ensure(goal.outcome.is_some(), &format!("goals.{at}.outcome"), "Choose how far this goal came.");
    }
    let nobody = fields.care.is_empty();
    let why = !fields.no_care.trim().is_empty();
    check.ensure(!nobody || why, "no_care", "Name who goes on with the care, or say why nobody does.");
    for (at, care) in fields.care.iter().enumerate() {
        check.ensure(!care.with.trim().is_empty(), &format!("care.{at}.with"), "Name who goes on.");
        check.ensure(!care.what.trim().is_empty(), &format!("care.{at}.what"), "Say with what.");
    }
}

/// The goals of the plan with what was said of each: nothing is said of a goal that is not there, and none is left out.
pub(super) fn goals(of_plan: &[String], said: &[SummaryGoal]) -> Vec<SummaryGoal> {
    let mut said: Vec<Option<&SummaryGoal>> = said.iter().map(Some).collect();
    of_plan
        .iter()
        .map(|goal| {
            let found = said.iter_mut().find(|one| one.is_some_and(|one| one.goal == *goal));
            let one = found.and_then(Option::take);
            SummaryGoal {
                goal: goal.clone(),
                outcome: one.and_then(|one| one.outcome),
                words: one.map(|one| one.words.trim().to_owned()).unwrap_or_default(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::discharge::GoalOutcome;
    use crate::discharge::ipc::{ContinuingCare, SummaryText};
    use proptest::prelude::*;

    fn whole() -> SummaryFields {
        let text = |part: &crate::discharge::Part| SummaryText { key: part.key.into(), text: "Words".into() };
        let goal = SummaryGoal { goal: "Sleep".into(), outcome: Some(GoalOutcome::Partly), words: String::new() };
        let care = ContinuingCare {
            with: "Riverbend Counseling".into(),
            what: "Weekly sessions".into(),
            on: "2026-12-01".parse().ok(),
            time: "2:30 PM".into(),
            handed_on: true,
        };
        SummaryFields {
            sections: PARTS.iter().map(text).collect(),
            goals: vec![goal],
            care: vec![care],
            no_care: String::new(),
        }
    }

    fn faults(fields: &SummaryFields) -> Vec<String> {
        let mut check = Check::new();
        check_shape(&mut check, fields);
        check_whole(&mut check, fields);
        match check.done() {
            Ok(()) => vec![],
            Err(refusal) => refusal.fields.into_iter().map(|fault| fault.field).collect(),
        }
    }

    #[test]
    fn each_hole_is_named_beside_its_field() {
        type Change = fn(&mut SummaryFields);
        let cases: [(Change, &[&str]); 6] = [
            (|_| {}, &[]),
            (|f| f.sections.retain(|one| one.key != "condition"), &["sections.condition"]),
            (|f| f.goals[0].outcome = None, &["goals.0.outcome"]),
            (|f| f.care.clear(), &["no_care"]),
            (
                |f| {
                    f.care.clear();
                    f.no_care = "Declined every offer".into();
                },
                &[],
            ),
            (|f| f.care[0].with = " ".into(), &["care.0.with"]),
        ];
        for (at, (change, expected)) in cases.into_iter().enumerate() {
            let mut fields = whole();
            change(&mut fields);
            assert_eq!(faults(&fields), expected, "case {at}");
        }
    }

    proptest! {
        /// The goals are those of the plan, in its order, whatever a request says.
        #[test]
        fn the_goals_are_those_of_the_plan(plan in proptest::collection::vec("[ab]{1,2}", 0..5), said in proptest::collection::vec("[abc]{1,2}", 0..5)) {
            let said: Vec<SummaryGoal> = said
                .into_iter()
                .map(|goal| SummaryGoal { goal, outcome: Some(GoalOutcome::Achieved), words: "x".into() })
                .collect();
            let kept = goals(&plan, &said);
            prop_assert_eq!(kept.iter().map(|one| one.goal.clone()).collect::<Vec<_>>(), plan);
            // Nothing that was said of one goal is said of two.
            prop_assert!(kept.iter().filter(|one| one.outcome.is_some()).count() <= said.len());
        }
    }
}
