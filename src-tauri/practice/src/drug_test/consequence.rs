//! Which events a test meets, and the follow-ups they open; an observed recollection that answers one of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::against::{TestAgainst, Whole};
use super::explain::{self, Read};
use super::ipc::OrderTest;
use super::record::Test;
use super::validity::Validity;
use super::{DrugTestId, Interpretation, LaboratoryResult, Outcome, ReviewResult, TestReason, ops, remark, store};
use crate::follow_up::{self, FollowUpEvent, FollowUpId};
use crate::kernel::door::Tx;
use crate::kernel::{Info, Result, RowId as _, Verb};

/// What of a test its events hang on.
#[derive(Clone, Debug)]
struct Facts<'a> {
    outcome: Option<Outcome>,
    validity: Option<Validity>,
    laboratory: Option<LaboratoryResult>,
    review: Option<ReviewResult>,
    interpretation: Option<Interpretation>,
    whole: &'a Whole,
    low_alcohol: bool,
}

/// Brings the follow-ups of a test in line with what it says now. What was imported or taken back asks for nothing.
pub(super) fn settle(tx: &mut Tx<'_, '_>, test: &Test) -> Result<()> {
    let Read { lines, whole, marks } = explain::read(tx.sql(), test)?;
    let facts = Facts {
        outcome: test.outcome,
        validity: test.validity,
        laboratory: test.laboratory.as_ref().map(|fact| fact.result),
        review: test.review.as_ref().map(|fact| fact.result),
        interpretation: test.interpretation.as_ref().map(|fact| fact.result),
        low_alcohol: remark::only_low_alcohol(&whole, &lines, &marks),
        whole: &whole,
    };
    let stands = !test.imported && test.voided_at.is_none();
    let events = if stands { events(&facts) } else { Vec::new() };
    follow_up::settle_test(tx, test.client, test.id.uuid(), &events)
}

/// The events that a test meets.
fn events(facts: &Facts<'_>) -> Vec<FollowUpEvent> {
    use FollowUpEvent as E;
    let mut met = Vec::new();
    match facts.outcome {
        Some(Outcome::Missed) => met.push(E::Missed),
        Some(Outcome::Refused) => met.push(E::Refused),
        Some(Outcome::Unable) => met.push(E::Unable),
        Some(Outcome::Excused) | None => {}
    }
    let dilute =
        matches!(facts.laboratory, Some(LaboratoryResult::NegativeDilute | LaboratoryResult::PositiveDilute));
    if facts.validity == Some(Validity::Dilute) || dilute {
        met.push(E::Dilute);
    }
    if not_valid(facts) {
        met.push(E::NotValid);
    }
    met.extend(by_class(facts));
    met
}

fn not_valid(facts: &Facts<'_>) -> bool {
    use LaboratoryResult as L;
    matches!(facts.validity, Some(Validity::Invalid | Validity::Substituted | Validity::Adulterated))
        || matches!(facts.laboratory, Some(L::Adulterated | L::Substituted | L::Invalid | L::Rejected))
}

/// What the class asks for. Somebody's word weighs more: what the review or the program calls expected asks for nothing.
fn by_class(facts: &Facts<'_>) -> Vec<FollowUpEvent> {
    use FollowUpEvent as E;
    let explained = facts.interpretation == Some(Interpretation::Expected)
        || matches!(
            facts.review,
            Some(ReviewResult::Negative | ReviewResult::NegativeDilute | ReviewResult::Cancelled)
        );
    if explained {
        return Vec::new();
    }
    let whole = facts.whole;
    let mut met = Vec::new();
    let positive = !whole.unexplained.is_empty();
    match (whole.class, whole.presumptive) {
        (TestAgainst::UnexpectedPositive | TestAgainst::Mixed, true) if positive => met.push(E::Presumptive),
        (TestAgainst::UnexpectedPositive | TestAgainst::Mixed, false) if positive && facts.low_alcohol => {
            met.push(E::LowAlcohol);
        }
        (TestAgainst::UnexpectedPositive | TestAgainst::Mixed, false) if positive => met.push(E::UnexpectedPositive),
        _ => {}
    }
    // A screen misses much of what is prescribed: without the laboratory only what must show is followed.
    if !whole.not_seen.is_empty() && (whole.critical || !whole.presumptive) {
        met.push(E::UnexpectedNegative);
    }
    met
}

/// The request of `drug_test.recollect`: an observed recollection that a follow-up asks for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecollectTest {
    pub follow_up: FollowUpId,
    pub rev: i64,
    /// The day of collection; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<chrono::NaiveDate>,
}

/// The test that was ordered.
#[derive(Debug, Serialize, TS)]
pub struct Recollected {
    pub id: DrugTestId,
    pub number: String,
}

/// Orders the observed recollection that a follow-up asks for, with the panel of the test before, and answers the follow-up
/// with it. One action.
pub(super) fn recollect(tx: &mut Tx<'_, '_>, request: RecollectTest) -> Result<Recollected> {
    let (client, before) = follow_up::recollection(tx, (request.follow_up, request.rev))?;
    tx.reach(Info::DrugTests, Verb::Interpret, client)?;
    let before = before.ok_or_else(|| crate::kernel::Refusal::not_found("drug test"))?;
    let before = store::test(tx.sql(), DrugTestId(before))?;
    let order = OrderTest {
        client,
        reason: TestReason::FollowUp,
        method: before.method,
        specimen: before.specimen,
        panel: before.panel.clone(),
        on: request.on,
    };
    let test = ops::order(tx, order)?;
    let words = format!("{} is ordered, to be observed", test.number);
    follow_up::answered_with(tx, request.follow_up, test.id.uuid(), words)?;
    Ok(Recollected { id: test.id, number: test.number })
}

#[cfg(test)]
mod tests {
    use super::super::Reading;
    use super::super::against::tests::line;
    use super::super::against::whole;
    use super::super::ipc::TestLine;
    use super::*;
    use FollowUpEvent as E;

    fn clear(whole: &Whole) -> Facts<'_> {
        Facts {
            outcome: None,
            validity: Some(Validity::Valid),
            laboratory: None,
            review: None,
            interpretation: None,
            whole,
            low_alcohol: false,
        }
    }

    fn read(confirmed: bool, rows: &[(&str, Reading, bool)]) -> Whole {
        let lines: Vec<TestLine> =
            rows.iter().map(|(key, reading, own)| line(key, Some(*reading), *own, confirmed)).collect();
        whole(&lines)
    }

    #[test]
    fn outcomes_and_validity_meet_their_events() {
        let nothing = whole(&[]);
        for (outcome, expected) in [
            (Outcome::Missed, vec![E::Missed]),
            (Outcome::Refused, vec![E::Refused]),
            (Outcome::Unable, vec![E::Unable]),
            (Outcome::Excused, vec![]),
        ] {
            assert_eq!(events(&Facts { outcome: Some(outcome), validity: None, ..clear(&nothing) }), expected);
        }
        for validity in Validity::ALL {
            let expected = match validity {
                Validity::Dilute => vec![E::Dilute],
                Validity::Invalid | Validity::Substituted | Validity::Adulterated => vec![E::NotValid],
                _ => vec![],
            };
            let met = events(&Facts { validity: Some(*validity), ..clear(&nothing) });
            assert_eq!(met, expected, "{validity:?}");
        }
        for laboratory in LaboratoryResult::ALL {
            use LaboratoryResult as L;
            let expected = match laboratory {
                L::Negative | L::Positive => vec![],
                L::NegativeDilute | L::PositiveDilute => vec![E::Dilute],
                L::Adulterated | L::Substituted | L::Invalid | L::Rejected => vec![E::NotValid],
            };
            let met = events(&Facts { laboratory: Some(*laboratory), ..clear(&nothing) });
            assert_eq!(met, expected, "{laboratory:?}");
        }
    }

    #[test]
    fn classes_meet_their_events_on_a_screen_and_by_the_laboratory() {
        use Reading::{Detected as Yes, NotDetected as No};
        for (rows, screened, confirmed) in [
            (&[("amp", No, false)][..], vec![], vec![]),
            (&[("amp", Yes, true)], vec![], vec![]),
            (&[("amp", Yes, false)], vec![E::Presumptive], vec![E::UnexpectedPositive]),
            (&[("benzo", No, true)], vec![], vec![E::UnexpectedNegative]),
            (&[("bup", No, true)], vec![E::UnexpectedNegative], vec![E::UnexpectedNegative]),
            (
                &[("amp", Yes, false), ("bup", No, true)],
                vec![E::Presumptive, E::UnexpectedNegative],
                vec![E::UnexpectedPositive, E::UnexpectedNegative],
            ),
            (&[("amp", Yes, false), ("benzo", Yes, true)], vec![E::Presumptive], vec![E::UnexpectedPositive]),
        ] {
            for (by_laboratory, expected) in [(false, screened), (true, confirmed)] {
                let whole = read(by_laboratory, rows);
                assert_eq!(events(&clear(&whole)), expected, "{rows:?} {by_laboratory}");
            }
        }
    }

    #[test]
    fn somebodys_word_weighs_more_than_the_class() {
        let whole = read(true, &[("amp", Reading::Detected, false)]);
        for (review, interpretation, low_alcohol, expected) in [
            (None, None, false, vec![E::UnexpectedPositive]),
            (None, None, true, vec![E::LowAlcohol]),
            (Some(ReviewResult::Positive), None, false, vec![E::UnexpectedPositive]),
            (Some(ReviewResult::Negative), None, false, vec![]),
            (None, Some(Interpretation::Expected), false, vec![]),
            (None, Some(Interpretation::Unexpected), false, vec![E::UnexpectedPositive]),
            (None, Some(Interpretation::Inconclusive), false, vec![E::UnexpectedPositive]),
        ] {
            let facts = Facts { review, interpretation, low_alcohol, ..clear(&whole) };
            assert_eq!(events(&facts), expected, "{review:?} {interpretation:?} {low_alcohol}");
        }
    }
}
