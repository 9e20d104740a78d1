//! What may be made up, and where. Pure: no SQL, no clock.

use crate::kernel::refusal::Rule;
use crate::session::SessionState;

/// Why a make-up is not booked, or a booking not cancelled.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum BookingRefusal {
    /// The client was there.
    NotMissed,
    /// It was made up already.
    MadeUp,
    /// It is booked already.
    Booked,
    /// The session is no group's session that is planned from now on.
    NotPlanned,
    /// The client is expected there anyway.
    Expected,
    /// The booking is over.
    Over,
}

impl Rule for BookingRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NotMissed => "booking.not_missed",
            Self::MadeUp => "booking.made_up",
            Self::Booked => "booking.booked",
            Self::NotPlanned => "booking.not_planned",
            Self::Expected => "booking.expected",
            Self::Over => "booking.over",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotMissed => "This client was at that session, so there is nothing to make up.",
            Self::MadeUp => "This session was made up already. Choose another one that was missed.",
            Self::Booked => "A make-up for this is booked already. Cancel it first to book another.",
            Self::NotPlanned => "Choose a group's session that is planned and has not begun.",
            Self::Expected => "This client is expected at that session anyway. Choose another.",
            Self::Over => "This booking was cancelled, or its session is recorded. There is nothing to cancel.",
        }
        .into()
    }
}

/// What decides whether a missed session may be booked into another.
#[derive(Copy, Clone, Debug)]
pub(super) struct Facts {
    pub missed: bool,
    pub made_up: bool,
    pub booked: bool,
    pub state: SessionState,
    pub of_group: bool,
    pub begun: bool,
    pub expected: bool,
}

/// Lets a missed session be made up in another.
///
/// # Errors
/// The rule that stops it.
pub(super) fn may_book(facts: Facts) -> Result<(), BookingRefusal> {
    match facts {
        Facts { missed: false, .. } => Err(BookingRefusal::NotMissed),
        Facts { made_up: true, .. } => Err(BookingRefusal::MadeUp),
        Facts { booked: true, .. } => Err(BookingRefusal::Booked),
        Facts { of_group: false, .. } | Facts { begun: true, .. } => Err(BookingRefusal::NotPlanned),
        Facts { state: SessionState::Recorded | SessionState::Cancelled, .. } => Err(BookingRefusal::NotPlanned),
        Facts { expected: true, .. } => Err(BookingRefusal::Expected),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_booked() {
        let fine = Facts {
            missed: true,
            made_up: false,
            booked: false,
            state: SessionState::Planned,
            of_group: true,
            begun: false,
            expected: false,
        };
        for (facts, expected) in [
            (fine, Ok(())),
            (Facts { missed: false, ..fine }, Err(BookingRefusal::NotMissed)),
            (Facts { made_up: true, ..fine }, Err(BookingRefusal::MadeUp)),
            (Facts { booked: true, ..fine }, Err(BookingRefusal::Booked)),
            (Facts { state: SessionState::Recorded, ..fine }, Err(BookingRefusal::NotPlanned)),
            (Facts { state: SessionState::Cancelled, ..fine }, Err(BookingRefusal::NotPlanned)),
            (Facts { of_group: false, ..fine }, Err(BookingRefusal::NotPlanned)),
            (Facts { begun: true, ..fine }, Err(BookingRefusal::NotPlanned)),
            (Facts { expected: true, ..fine }, Err(BookingRefusal::Expected)),
        ] {
            assert_eq!(may_book(facts), expected, "{facts:?}");
        }
    }
}
