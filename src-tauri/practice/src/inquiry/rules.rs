//! What an inquiry allows. Pure: no SQL, no clock.

use chrono::NaiveDate;

use super::InquiryState;
use crate::kernel::refusal::Rule;

/// Why a step of an inquiry is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum InquiryRefusal {
    /// The client has an open inquiry.
    OpenThere,
    /// The client is in treatment.
    InTreatment,
    /// The step does not follow where the inquiry stands.
    NotNext,
    /// Nothing was done yet that could be taken back.
    NoStep,
    /// An admission is taken back on the chart, with its episode.
    Admitted,
    /// The inquiry is over.
    Over,
}

impl Rule for InquiryRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::OpenThere => "inquiry.open_there",
            Self::InTreatment => "inquiry.in_treatment",
            Self::NotNext => "inquiry.not_next",
            Self::NoStep => "inquiry.no_step",
            Self::Admitted => "inquiry.admitted",
            Self::Over => "inquiry.over",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::OpenThere => "An inquiry of this person is open already. Go on with that one.",
            Self::InTreatment => "This person is in treatment here. Write a note, or change the episode instead.",
            Self::NotNext => "This step does not follow where the inquiry stands now. Choose one of its next steps.",
            Self::NoStep => "No step was taken yet. To remove the inquiry, take it back as a whole.",
            Self::Admitted => "This inquiry ended in an admission. Take the episode back on the chart instead.",
            Self::Over => "This inquiry is over. Open it again before you change it.",
        }
        .into()
    }
}

/// Whether somebody here still owes the next step.
pub(super) const fn is_open(state: InquiryState) -> bool {
    !matches!(state, InquiryState::Admitted | InquiryState::ReferredOut | InquiryState::Declined)
}

/// The day to follow up after a step. An appointment is its day; it is over once somebody went on from it, and a call that
/// was promised stays promised until the inquiry ends.
pub(super) fn follow_up_after(
    (from, to): (InquiryState, InquiryState),
    before: Option<NaiveDate>,
    booked: Option<NaiveDate>,
) -> Option<NaiveDate> {
    match (from, to) {
        (_, InquiryState::AssessmentBooked) => booked,
        (InquiryState::AssessmentBooked, _) => None,
        (_, to) if is_open(to) => before,
        _ => None,
    }
}

/// Whether the last step may be taken back.
pub(super) fn may_take_back(state: InquiryState, last: Option<InquiryState>) -> Result<InquiryState, InquiryRefusal> {
    match (state, last) {
        (InquiryState::Admitted, _) => Err(InquiryRefusal::Admitted),
        (_, None) => Err(InquiryRefusal::NoStep),
        (_, Some(from)) => Ok(from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promised_call_stays_until_the_inquiry_ends_and_an_appointment_until_it_was() {
        use InquiryState::{Accepted, Asked, Assessed, AssessmentBooked, Declined, Screened, Waitlisted};
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let (call, visit) = (day("2026-11-30"), day("2026-12-02"));
        for (step, before, booked, expected) in [
            ((Asked, Screened), call, None, call),
            ((Asked, Screened), None, None, None),
            ((Screened, AssessmentBooked), call, visit, visit),
            ((AssessmentBooked, Assessed), visit, None, None),
            ((AssessmentBooked, Screened), visit, None, None),
            ((Waitlisted, Accepted), call, None, call),
            ((Asked, Declined), call, None, None),
            ((Declined, Asked), None, None, None),
        ] {
            assert_eq!(follow_up_after(step, before, booked), expected, "{step:?}");
        }
    }

    #[test]
    fn a_step_is_taken_back_to_where_it_came_from() {
        use InquiryState::{Admitted, Asked, Declined, Screened};
        for (state, last, expected) in [
            (Asked, None, Err(InquiryRefusal::NoStep)),
            (Screened, Some(Asked), Ok(Asked)),
            (Declined, Some(Screened), Ok(Screened)),
            (Admitted, Some(Screened), Err(InquiryRefusal::Admitted)),
        ] {
            assert_eq!(may_take_back(state, last), expected, "{state:?}");
        }
    }
}
