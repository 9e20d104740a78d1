//! Which rule holds for a client, what it opens, and when that is due. Pure: no SQL, no clock.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgreementKind, FollowUpEvent, FollowUpState, FollowUpStep};
use crate::consent::ConsentKind;
use crate::kernel::Moment;
use crate::kernel::refusal::Rule;

/// The longest time a step may take, in hours: 90 days.
pub(super) const LONGEST_HOURS: i64 = 2_160;

/// The most steps of a rule.
pub(super) const MOST_STEPS: usize = 12;

/// Why a change of follow-ups is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum FollowUpRefusal {
    /// It was answered before.
    Answered,
    /// It is open.
    Open,
    /// A notice that no consent covers was not given.
    NotCovered,
    /// Only an observed recollection is answered by an order.
    NoRecollection,
}

impl Rule for FollowUpRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Answered => "follow_up.answered",
            Self::Open => "follow_up.open",
            Self::NotCovered => "follow_up.not_covered",
            Self::NoRecollection => "follow_up.no_recollection",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Answered => "This follow-up was answered before. Open it again first.",
            Self::Open => "This follow-up is open already.",
            Self::NotCovered => {
                "No consent covers this notice (42 CFR 2.31). Obtain one first, or say why the notice is not needed."
            }
            Self::NoRecollection => "Only an observed recollection is answered by ordering a test.",
        }
        .into()
    }
}

/// A step of a rule.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FollowUpRuleStep")]
pub struct RuleStep {
    pub step: FollowUpStep,
    /// Hours from the event until it is due.
    pub hours: i64,
    /// For a notice: the kind of consent that must cover it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub recipient: Option<ConsentKind>,
    /// How it is done here.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub words: String,
}

/// For whom a rule holds. One is more particular than the next.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Holds<P> {
    Agreement(AgreementKind),
    Program(P),
    Everybody,
}

/// The most particular of the rules that hold for a client: by agreement, by program, the practice's own. `None`: the one
/// that is shipped. Of two agreements the monitoring program's goes first, as it hears of every test.
pub(super) fn chosen<'a, P: PartialEq, R>(
    rules: &'a [(Holds<P>, R)],
    agreements: &[AgreementKind],
    program: Option<&P>,
) -> Option<&'a R> {
    let by_agreement = AgreementKind::ALL
        .iter()
        .filter(|kind| agreements.contains(kind))
        .find_map(|kind| rules.iter().find(|(holds, _)| matches!(holds, Holds::Agreement(own) if own == kind)));
    let by_program = || rules.iter().find(|(holds, _)| matches!(holds, Holds::Program(own) if Some(own) == program));
    let general = || rules.iter().find(|(holds, _)| matches!(holds, Holds::Everybody));
    by_agreement.or_else(by_program).or_else(general).map(|(_, rule)| rule)
}

/// When a step is due.
pub(super) fn due_at(event_at: Moment, hours: i64) -> Moment {
    event_at.plus_minutes(hours * 60)
}

/// Whether a notice concerns a client at all: there is such an agreement, or was such a consent.
pub(super) fn concerns(recipient: ConsentKind, agreements: &[AgreementKind], consents: &[ConsentKind]) -> bool {
    let under = match recipient {
        ConsentKind::MonitoringProgram => agreements.contains(&AgreementKind::MonitoringProgram),
        ConsentKind::Board => agreements.contains(&AgreementKind::Board),
        _ => false,
    };
    under || consents.contains(&recipient)
}

/// Whether somebody may answer.
pub(super) fn may_answer(
    state: FollowUpState,
    (answer, step): (FollowUpState, FollowUpStep),
    covered: bool,
) -> Result<(), FollowUpRefusal> {
    if state != FollowUpState::Open {
        return Err(FollowUpRefusal::Answered);
    }
    if (answer, step, covered) == (FollowUpState::Done, FollowUpStep::Notify, false) {
        return Err(FollowUpRefusal::NotCovered);
    }
    Ok(())
}

/// Where the shipped rules come from.
pub(super) const SHIPPED_SOURCE: &str =
    "Common practice of monitoring programs, from memory: an editable default, not a requirement";

/// The rule that holds as long as the practice has none of its own. [M]: from memory, each an editable default.
pub(super) fn shipped(event: FollowUpEvent) -> Vec<RuleStep> {
    use FollowUpEvent as E;
    use FollowUpStep as S;
    let step = |step: S, hours: i64, words: &str| RuleStep { step, hours, recipient: None, words: words.into() };
    let notify = |hours: i64| RuleStep {
        step: S::Notify,
        hours,
        recipient: Some(ConsentKind::MonitoringProgram),
        words: String::new(),
    };
    match event {
        E::MissedCheckIn => vec![step(S::Contact, 24, "Ask what kept the client, and write it down.")],
        E::Missed => vec![
            step(S::Contact, 24, "Ask for the reason before the program calls the test anything."),
            step(S::Evaluate, 72, ""),
            notify(24),
        ],
        E::Refused => vec![step(S::Contact, 24, ""), step(S::Evaluate, 72, ""), notify(24)],
        E::Unable => vec![
            step(S::Contact, 24, "Ask about a medical reason."),
            step(S::RecollectObserved, 24, "Another specimen, such as oral fluid, can be chosen."),
        ],
        E::Dilute => vec![
            step(S::RecollectObserved, 24, "Early in the morning; advise to drink no more than usual."),
            step(S::AddAlcohol, 72, "EtG in the new specimen, or PEth."),
        ],
        E::NotValid => vec![step(S::RecollectObserved, 24, ""), step(S::AddHair, 168, ""), notify(48)],
        E::Presumptive => vec![step(S::Confirm, 24, "Nobody outside the program is told of a presumptive screen.")],
        E::UnexpectedPositive => {
            vec![step(S::Contact, 24, ""), step(S::Evaluate, 72, ""), step(S::ReviewTier, 168, ""), notify(48)]
        }
        E::UnexpectedNegative => vec![
            step(S::Contact, 24, "Ask how the medication is taken, and ask the prescriber."),
            step(S::Confirm, 24, "Ask the laboratory for the medication and its metabolite."),
        ],
        E::LowAlcohol => vec![
            step(S::Contact, 48, "Ask about hand sanitizer, mouthwash, food and medication with alcohol."),
            step(S::AddAlcohol, 72, "EtS in the same specimen, or PEth."),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AgreementKind as A;
    use ConsentKind as C;

    #[test]
    fn the_most_particular_rule_holds() {
        let rules = [
            (Holds::Everybody, "all"),
            (Holds::Program(1), "one"),
            (Holds::Agreement(A::Board), "board"),
            (Holds::Agreement(A::MonitoringProgram), "monitor"),
        ];
        for (agreements, program, expected) in [
            (&[][..], None, Some("all")),
            (&[], Some(1), Some("one")),
            (&[], Some(2), Some("all")),
            (&[A::Board], Some(1), Some("board")),
            (&[A::Board, A::MonitoringProgram], Some(1), Some("monitor")),
            (&[A::MonitoringProgram], None, Some("monitor")),
        ] {
            assert_eq!(chosen(&rules, agreements, program.as_ref()).copied(), expected, "{agreements:?} {program:?}");
        }
        assert_eq!(chosen::<i32, &str>(&[], &[A::Board], Some(&1)), None);
        assert_eq!(chosen(&rules[1..2], &[A::Board], Some(&2)), None);
    }

    #[test]
    fn every_event_ships_with_steps_that_a_person_could_have_typed() {
        for event in FollowUpEvent::ALL {
            let steps = shipped(*event);
            assert!(!steps.is_empty() && steps.len() <= MOST_STEPS, "{event:?}");
            for step in &steps {
                assert!((1..=LONGEST_HOURS).contains(&step.hours), "{event:?}");
                assert_eq!(step.recipient.is_some(), step.step == FollowUpStep::Notify, "{event:?}");
            }
            // A presumptive screen is told to nobody.
            let told = steps.iter().any(|step| step.step == FollowUpStep::Notify);
            assert!(!told || *event != FollowUpEvent::Presumptive);
        }
    }

    #[test]
    fn a_notice_concerns_whom_an_agreement_or_a_consent_names() {
        for (recipient, agreements, consents, expected) in [
            (C::MonitoringProgram, &[A::MonitoringProgram][..], &[][..], true),
            (C::MonitoringProgram, &[A::Board], &[], false),
            (C::MonitoringProgram, &[], &[C::MonitoringProgram], true),
            (C::Board, &[A::Board], &[], true),
            (C::Employer, &[A::Board, A::MonitoringProgram], &[], false),
            (C::Employer, &[], &[C::Employer], true),
        ] {
            assert_eq!(concerns(recipient, agreements, consents), expected, "{recipient:?} {agreements:?}");
        }
    }

    #[test]
    fn a_notice_is_not_done_without_a_consent() {
        use FollowUpRefusal as No;
        use FollowUpState as S;
        for (state, answer, step, covered, expected) in [
            (S::Open, S::Done, FollowUpStep::Contact, false, Ok(())),
            (S::Open, S::Done, FollowUpStep::Notify, true, Ok(())),
            (S::Open, S::Done, FollowUpStep::Notify, false, Err(No::NotCovered)),
            (S::Open, S::NotNeeded, FollowUpStep::Notify, false, Ok(())),
            (S::Done, S::Done, FollowUpStep::Contact, true, Err(No::Answered)),
            (S::NotNeeded, S::NotNeeded, FollowUpStep::Contact, true, Err(No::Answered)),
        ] {
            assert_eq!(may_answer(state, (answer, step), covered), expected, "{state:?} {answer:?} {step:?}");
        }
    }
}
