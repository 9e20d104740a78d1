//! Which rule holds for a client, what it opens, and when that is due. Pure: no SQL, no clock.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{FollowUpEvent, FollowUpState, FollowUpStep};
use crate::agreement::AgreementKind;
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
    /// A notice is done by the record of what was told.
    AtReleaseDesk,
    /// Only an observed recollection is answered by an order.
    NoRecollection,
}

impl Rule for FollowUpRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Answered => "follow_up.answered",
            Self::Open => "follow_up.open",
            Self::AtReleaseDesk => "follow_up.at_release_desk",
            Self::NoRecollection => "follow_up.no_recollection",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Answered => "This follow-up was answered before. Open it again first.",
            Self::Open => "This follow-up is open already.",
            Self::AtReleaseDesk => {
                "A notice is done by the record of what was told to whom. Record it at the release desk, or say why it is not needed."
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
    agreements.iter().any(|kind| kind.consent() == recipient) || consents.contains(&recipient)
}

/// An agreement in force, as far as a notice hangs on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Party<A> {
    pub id: A,
    pub kind: AgreementKind,
    /// Within how many hours it wants to be told of what a rule tells anybody.
    pub notice_hours: Option<i64>,
}

/// The steps that a rule opens for a client, each notice with the agreement it is owed under. A rule that tells one party
/// tells every agreement with a time of its own; the shorter time counts. A rule that tells nobody tells nobody.
pub(super) fn opened<A: Copy>(
    steps: &[RuleStep],
    parties: &[Party<A>],
    concerns: impl Fn(ConsentKind) -> bool,
) -> Vec<(RuleStep, Option<A>)> {
    let named = |kind: ConsentKind| steps.iter().any(|step| step.recipient == Some(kind));
    let mut opened = Vec::new();
    for step in steps {
        let Some(recipient) = step.recipient else {
            opened.push((step.clone(), None));
            continue;
        };
        let owed: Vec<&Party<A>> = parties.iter().filter(|party| party.kind.consent() == recipient).collect();
        opened.extend(owed.iter().map(|party| {
            let hours = party.notice_hours.map_or(step.hours, |hours| hours.min(step.hours));
            (RuleStep { hours, ..step.clone() }, Some(party.id))
        }));
        if owed.is_empty() && concerns(recipient) {
            opened.push((step.clone(), None));
        }
    }
    if steps.iter().any(|step| step.recipient.is_some()) {
        let more = parties.iter().filter(|party| !named(party.kind.consent()));
        opened.extend(more.filter_map(|party| {
            let recipient = Some(party.kind.consent());
            let step =
                RuleStep { step: FollowUpStep::Notify, hours: party.notice_hours?, recipient, words: String::new() };
            Some((step, Some(party.id)))
        }));
    }
    opened
}

/// Whether somebody may answer. A notice is done only by the record of what was told.
pub(super) fn may_answer(
    state: FollowUpState,
    (answer, step): (FollowUpState, FollowUpStep),
) -> Result<(), FollowUpRefusal> {
    match (state, answer, step) {
        (FollowUpState::Open, FollowUpState::Done, FollowUpStep::Notify) => Err(FollowUpRefusal::AtReleaseDesk),
        (FollowUpState::Open, ..) => Ok(()),
        _ => Err(FollowUpRefusal::Answered),
    }
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
    fn a_notice_is_owed_to_each_agreement_and_in_the_shorter_time() {
        let party = |id: u8, kind, notice_hours| Party { id, kind, notice_hours };
        let notice = |hours| RuleStep {
            step: FollowUpStep::Notify,
            hours,
            recipient: Some(C::MonitoringProgram),
            words: String::new(),
        };
        let talk = RuleStep { step: FollowUpStep::Contact, hours: 24, recipient: None, words: String::new() };
        for (steps, parties, concerned, expected) in [
            (vec![talk.clone()], vec![party(1, A::Board, Some(24))], true, vec![(24, None)]),
            (vec![notice(48)], vec![], false, vec![]),
            (vec![notice(48)], vec![], true, vec![(48, None)]),
            (vec![notice(48)], vec![party(1, A::MonitoringProgram, None)], true, vec![(48, Some(1))]),
            (vec![notice(48)], vec![party(1, A::MonitoringProgram, Some(24))], true, vec![(24, Some(1))]),
            (vec![notice(48)], vec![party(1, A::MonitoringProgram, Some(72))], true, vec![(48, Some(1))]),
            (
                vec![talk, notice(48)],
                vec![
                    party(1, A::MonitoringProgram, None),
                    party(2, A::MonitoringProgram, Some(12)),
                    party(3, A::Board, Some(72)),
                    party(4, A::Employer, None),
                ],
                false,
                vec![(24, None), (48, Some(1)), (12, Some(2)), (72, Some(3))],
            ),
        ] {
            let found: Vec<(i64, Option<u8>)> = opened(&steps, &parties, |_| concerned)
                .into_iter()
                .map(|(step, agreement)| (step.hours, agreement))
                .collect();
            assert_eq!(found, expected, "{steps:?} {parties:?}");
        }
    }

    #[test]
    fn a_notice_is_done_by_its_record_alone() {
        use FollowUpRefusal as No;
        use FollowUpState as S;
        for (state, answer, step, expected) in [
            (S::Open, S::Done, FollowUpStep::Contact, Ok(())),
            (S::Open, S::Done, FollowUpStep::Notify, Err(No::AtReleaseDesk)),
            (S::Open, S::NotNeeded, FollowUpStep::Notify, Ok(())),
            (S::Done, S::Done, FollowUpStep::Notify, Err(No::Answered)),
            (S::Done, S::Done, FollowUpStep::Contact, Err(No::Answered)),
            (S::NotNeeded, S::NotNeeded, FollowUpStep::Contact, Err(No::Answered)),
        ] {
            assert_eq!(may_answer(state, (answer, step)), expected, "{state:?} {answer:?} {step:?}");
        }
    }
}
