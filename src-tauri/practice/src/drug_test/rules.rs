//! What may follow what in a test, and the one word for where it stands. Pure: no SQL, no clock.

use super::meaning::Meaning;
use super::{Interpretation, LaboratoryResult, Outcome, ReviewResult, TestState};
use crate::kernel::refusal::Rule;

/// Why a step of a test is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum DrugTestRefusal {
    /// There is no specimen.
    NothingCollected,
    /// The specimen is already there.
    AlreadyCollected,
    /// The test ended without a specimen.
    Ended,
    /// It was taken back.
    Voided,
    /// Nobody ordered a test of this client for today.
    NotOrdered,
    /// The program has already said what it means.
    AlreadyFinal,
    /// The medical review waits for the laboratory.
    NothingToReview,
    /// A screen alone is presumptive.
    Presumptive,
    /// Nothing was read.
    NothingRead,
    /// The screen was entered before.
    AlreadyScreened,
    /// Some lines of the screen are still empty.
    ScreenIncomplete,
    /// Breath, hair and the like of a panel that does not fit.
    OtherSpecimen,
    /// An imported panel cannot be screened.
    UnknownPanel,
    /// A wait is open already.
    AlreadyWaiting,
    /// No wait is open.
    NotWaiting,
}

impl Rule for DrugTestRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NothingCollected => "drug_test.nothing_collected",
            Self::AlreadyCollected => "drug_test.already_collected",
            Self::Ended => "drug_test.ended",
            Self::Voided => "drug_test.voided",
            Self::NotOrdered => "drug_test.not_ordered",
            Self::AlreadyFinal => "drug_test.already_final",
            Self::NothingToReview => "drug_test.nothing_to_review",
            Self::Presumptive => "drug_test.presumptive",
            Self::NothingRead => "drug_test.nothing_read",
            Self::AlreadyScreened => "drug_test.already_screened",
            Self::ScreenIncomplete => "drug_test.screen_incomplete",
            Self::OtherSpecimen => "drug_test.other_specimen",
            Self::UnknownPanel => "drug_test.unknown_panel",
            Self::AlreadyWaiting => "drug_test.already_waiting",
            Self::NotWaiting => "drug_test.not_waiting",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NothingCollected => "No specimen was collected yet. Enter the collection first.",
            Self::AlreadyCollected => "The specimen of this test was collected. Correct the test if that was wrong.",
            Self::Ended => "This test ended without a specimen. Correct it, or order a new one.",
            Self::Voided => "This test was taken back. Order a new one.",
            Self::NotOrdered => "No test is ordered for this client today. Ask the counselor to order one.",
            Self::AlreadyFinal => "The program has said what this test means. Correct the test to open it again.",
            Self::NothingToReview => "The laboratory has not answered. Enter its result first.",
            Self::Presumptive => {
                "A screen is presumptive. Wait for the laboratory before calling a test unexpected, or say inconclusive."
            }
            Self::NothingRead => "Nothing was read of this test. Enter the screen or the laboratory's result first.",
            Self::AlreadyScreened => "The screen of this test was entered. Correct the test, with a reason, to change it.",
            Self::ScreenIncomplete => "Some substances are not entered. Enter not detected, detected or invalid for each.",
            Self::OtherSpecimen => "This panel is for another kind of specimen. Choose a panel that fits.",
            Self::UnknownPanel => "This test came from another system with its own panel. It can be read, not screened.",
            Self::AlreadyWaiting => "The wait for this specimen has begun. Its clock runs on.",
            Self::NotWaiting => "No wait for this specimen is open. Begin it first.",
        }
        .into()
    }
}

crate::words! {
    /// The one word for where a test stands.
    pub enum TestClass {
        Ordered = "ordered",
        /// Missed. The screen says "not collected".
        NotCollected = "not_collected",
        Refused = "refused",
        Unable = "unable",
        Excused = "excused",
        /// A specimen that nobody has read.
        Collected = "collected",
        Presumptive = "presumptive",
        Confirmed = "confirmed",
        Expected = "expected",
        Unexpected = "unexpected",
        Inconclusive = "inconclusive",
    }
}

/// Where a test stands, in one word.
pub fn class(state: TestState, outcome: Option<Outcome>, interpretation: Option<Interpretation>) -> TestClass {
    match (state, outcome, interpretation) {
        (TestState::NotCollected, Some(Outcome::Refused), _) => TestClass::Refused,
        (TestState::NotCollected, Some(Outcome::Unable), _) => TestClass::Unable,
        (TestState::NotCollected, Some(Outcome::Excused), _) => TestClass::Excused,
        (TestState::NotCollected, _, _) => TestClass::NotCollected,
        (TestState::Final, _, Some(Interpretation::Expected)) => TestClass::Expected,
        (TestState::Final, _, Some(Interpretation::Unexpected)) => TestClass::Unexpected,
        (TestState::Final, _, Some(Interpretation::Inconclusive)) => TestClass::Inconclusive,
        (TestState::Final | TestState::Confirmed, _, _) => TestClass::Confirmed,
        (TestState::Screened, _, _) => TestClass::Presumptive,
        (TestState::Collected, _, _) => TestClass::Collected,
        (TestState::Ordered, _, _) => TestClass::Ordered,
    }
}

/// A step that somebody wants to take.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Step {
    Collect,
    NotCollected,
    Screen,
    Laboratory,
    Review,
    Interpret,
    Correct,
}

/// Whether a step may follow on a state.
pub(super) fn may(
    step: Step,
    state: TestState,
    laboratory: Option<LaboratoryResult>,
    screened: bool,
) -> Result<(), DrugTestRefusal> {
    use DrugTestRefusal as No;
    match (step, state) {
        (Step::Correct, TestState::Ordered) => Err(No::NothingCollected),
        (Step::Correct, _) => Ok(()),
        (_, TestState::NotCollected) => Err(No::Ended),
        (Step::Collect | Step::NotCollected, TestState::Ordered) => Ok(()),
        (Step::Collect | Step::NotCollected, _) => Err(No::AlreadyCollected),
        (_, TestState::Ordered) => Err(No::NothingCollected),
        (_, TestState::Final) => Err(No::AlreadyFinal),
        (Step::Screen, _) if screened => Err(No::AlreadyScreened),
        (Step::Review, _) if laboratory.is_none() => Err(No::NothingToReview),
        (Step::Interpret, TestState::Collected) => Err(No::NothingRead),
        (Step::Screen | Step::Laboratory | Step::Review | Step::Interpret, _) => Ok(()),
    }
}

/// The state after the screen was entered: the laboratory's word stays the later one.
pub(super) fn screened(state: TestState) -> TestState {
    if state == TestState::Confirmed { TestState::Confirmed } else { TestState::Screened }
}

/// Whether a test may be called so.
///
/// # Errors
/// [`DrugTestRefusal::Presumptive`]: without the laboratory nothing is unexpected.
pub(super) fn may_call(
    interpretation: Interpretation,
    laboratory: Option<LaboratoryResult>,
) -> Result<(), DrugTestRefusal> {
    if interpretation == Interpretation::Unexpected && laboratory.is_none() {
        return Err(DrugTestRefusal::Presumptive);
    }
    Ok(())
}

/// Whether a medical review says the same as the laboratory; otherwise it needs words.
pub(super) fn agrees(laboratory: LaboratoryResult, review: ReviewResult) -> bool {
    use LaboratoryResult as L;
    use ReviewResult as R;
    matches!(
        (laboratory, review),
        (L::Negative, R::Negative)
            | (L::NegativeDilute, R::NegativeDilute)
            | (L::Positive, R::Positive)
            | (L::PositiveDilute, R::PositiveDilute)
            | (L::Adulterated, R::RefusalAdulterated)
            | (L::Substituted, R::RefusalSubstituted)
            | (L::Invalid | L::Rejected, R::Cancelled | R::CollectAgain)
    )
}

/// Whether an interpretation needs words: always, unless everything was as expected.
pub(super) fn needs_words(interpretation: Interpretation, meanings: &[Meaning]) -> bool {
    interpretation != Interpretation::Expected || meanings.iter().any(|meaning| *meaning != Meaning::Expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DrugTestRefusal as No;

    #[test]
    fn steps_follow_each_other() {
        use TestState as S;
        let table: &[(Step, [Result<(), No>; 6])] = &[
            // ordered, collected, screened, confirmed, final, not collected
            (
                Step::Collect,
                [
                    Ok(()),
                    Err(No::AlreadyCollected),
                    Err(No::AlreadyCollected),
                    Err(No::AlreadyCollected),
                    Err(No::AlreadyCollected),
                    Err(No::Ended),
                ],
            ),
            (
                Step::NotCollected,
                [
                    Ok(()),
                    Err(No::AlreadyCollected),
                    Err(No::AlreadyCollected),
                    Err(No::AlreadyCollected),
                    Err(No::AlreadyCollected),
                    Err(No::Ended),
                ],
            ),
            (
                Step::Screen,
                [Err(No::NothingCollected), Ok(()), Ok(()), Ok(()), Err(No::AlreadyFinal), Err(No::Ended)],
            ),
            (
                Step::Laboratory,
                [Err(No::NothingCollected), Ok(()), Ok(()), Ok(()), Err(No::AlreadyFinal), Err(No::Ended)],
            ),
            (
                Step::Interpret,
                [
                    Err(No::NothingCollected),
                    Err(No::NothingRead),
                    Ok(()),
                    Ok(()),
                    Err(No::AlreadyFinal),
                    Err(No::Ended),
                ],
            ),
            (Step::Correct, [Err(No::NothingCollected), Ok(()), Ok(()), Ok(()), Ok(()), Ok(())]),
        ];
        for (step, expected) in table {
            let states = [S::Ordered, S::Collected, S::Screened, S::Confirmed, S::Final, S::NotCollected];
            for (state, expected) in states.into_iter().zip(expected) {
                assert_eq!(may(*step, state, None, false), *expected, "{step:?} on {state:?}");
            }
        }
        assert_eq!(may(Step::Review, S::Confirmed, None, false), Err(No::NothingToReview));
        assert_eq!(may(Step::Review, S::Confirmed, Some(LaboratoryResult::Positive), false), Ok(()));
        assert_eq!(may(Step::Screen, S::Screened, None, true), Err(No::AlreadyScreened));
        assert_eq!(may(Step::Laboratory, S::Screened, None, true), Ok(()));
    }

    #[test]
    fn a_screen_alone_is_never_unexpected() {
        for laboratory in [None, Some(LaboratoryResult::Negative), Some(LaboratoryResult::Positive)] {
            for interpretation in Interpretation::ALL {
                let expected = *interpretation != Interpretation::Unexpected || laboratory.is_some();
                assert_eq!(
                    may_call(*interpretation, laboratory).is_ok(),
                    expected,
                    "{interpretation:?} {laboratory:?}"
                );
            }
        }
    }

    #[test]
    fn a_review_agrees_only_with_its_own_result() {
        use LaboratoryResult as L;
        use ReviewResult as R;
        for (laboratory, review, expected) in [
            (L::Positive, R::Positive, true),
            (L::Positive, R::Negative, false),
            (L::Adulterated, R::RefusalAdulterated, true),
            (L::Substituted, R::RefusalAdulterated, false),
            (L::Rejected, R::Cancelled, true),
            (L::Invalid, R::CollectAgain, true),
            (L::Negative, R::SafetyConcern, false),
        ] {
            assert_eq!(agrees(laboratory, review), expected, "{laboratory:?} {review:?}");
        }
    }

    #[test]
    fn every_state_has_one_word() {
        use Interpretation as I;
        use TestState as S;
        for (state, outcome, interpretation, expected) in [
            (S::Ordered, None, None, TestClass::Ordered),
            (S::Collected, None, None, TestClass::Collected),
            (S::Screened, None, None, TestClass::Presumptive),
            (S::Confirmed, None, None, TestClass::Confirmed),
            (S::Final, None, Some(I::Expected), TestClass::Expected),
            (S::Final, None, Some(I::Unexpected), TestClass::Unexpected),
            (S::Final, None, Some(I::Inconclusive), TestClass::Inconclusive),
            (S::NotCollected, Some(Outcome::Missed), None, TestClass::NotCollected),
            (S::NotCollected, Some(Outcome::Refused), None, TestClass::Refused),
            (S::NotCollected, Some(Outcome::Unable), None, TestClass::Unable),
            (S::NotCollected, Some(Outcome::Excused), None, TestClass::Excused),
        ] {
            assert_eq!(class(state, outcome, interpretation), expected);
        }
    }

    #[test]
    fn only_the_plainly_expected_needs_no_words() {
        for (interpretation, meanings, expected) in [
            (Interpretation::Expected, &[Meaning::Expected, Meaning::Expected][..], false),
            (Interpretation::Expected, &[][..], false),
            (Interpretation::Expected, &[Meaning::Expected, Meaning::Unexpected], true),
            (Interpretation::Expected, &[Meaning::NotSeen], true),
            (Interpretation::Unexpected, &[Meaning::Expected], true),
            (Interpretation::Inconclusive, &[], true),
        ] {
            assert_eq!(needs_words(interpretation, meanings), expected, "{interpretation:?} {meanings:?}");
        }
    }
}
