//! What may be recorded, corrected and taken back. Pure: no SQL, no clock.

use crate::kernel::permission::Permit;
use crate::kernel::refusal::Rule;
use crate::kernel::{Actor, Info, Moment, Reach, Refusal, Result, Verb};
use crate::session::SessionState;

/// Within this long after recording, whoever recorded may take it back.
pub(super) const TAKE_BACK_MINUTES: i64 = 30;

/// Why attendance is not recorded, corrected or taken back.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum AttendanceRefusal {
    /// It is recorded already.
    AlreadyRecorded,
    /// The session was cancelled.
    CancelledSession,
    /// The session has not begun.
    NotBegun,
    /// Nobody is expected and nobody walked in.
    NobodyExpected,
    /// A signed note rests on it.
    UnderSignedNote,
    /// Nothing is recorded.
    NotRecorded,
    /// Somebody else recorded it.
    NotRecorder,
    /// Too long ago.
    TakeBackOver,
    /// Notes were begun on it.
    HasNotes,
    /// Somebody said already who it was, or that it was nobody's attendance.
    UnknownSettled,
}

impl Rule for AttendanceRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::AlreadyRecorded => "attendance.already_recorded",
            Self::CancelledSession => "attendance.cancelled_session",
            Self::NotBegun => "attendance.not_begun",
            Self::NobodyExpected => "attendance.nobody_expected",
            Self::UnderSignedNote => "attendance.under_signed_note",
            Self::NotRecorded => "attendance.not_recorded",
            Self::NotRecorder => "attendance.not_recorder",
            Self::TakeBackOver => "attendance.take_back_over",
            Self::HasNotes => "attendance.has_notes",
            Self::UnknownSettled => "attendance.unknown_settled",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::AlreadyRecorded => "Attendance of this session is recorded already. Correct single people instead.",
            Self::CancelledSession => {
                "This session was cancelled, so there is nothing to record. Plan it again if it took place."
            }
            Self::NotBegun => "This session has not begun. Record attendance once it has, or change when it began.",
            Self::NobodyExpected => {
                "Nobody is expected at this session. Add who came as a walk-in, or cancel the session."
            }
            Self::UnderSignedNote => {
                "A signed note rests on this attendance. Correct it by an addendum to that note, which keeps both."
            }
            Self::NotRecorded => "Attendance of this session is not recorded. Record it first.",
            Self::NotRecorder => "Somebody else recorded this session. Correct single people instead.",
            Self::TakeBackOver => {
                return format!(
                    "Attendance can be taken back for {TAKE_BACK_MINUTES} minutes. Correct single people instead."
                );
            }
            Self::HasNotes => "Notes of this session were begun. Correct single people instead.",
            Self::UnknownSettled => "Somebody settled this name already. Open the session again.",
        }
        .into()
    }
}

/// The permit by which somebody records a session: it is their own, or they correct everybody's.
///
/// # Errors
/// `not_permitted`.
pub(super) fn may_record(actor: &Actor, is_own: bool) -> Result<Permit> {
    [Verb::Record, Verb::Correct]
        .into_iter()
        .flat_map(|verb| actor.permits(Info::Attendance, verb))
        .filter(|permit| is_own || permit.reach == Reach::Everyone)
        .max_by_key(|permit| permit.reach)
        .ok_or_else(Refusal::not_permitted)
}

/// Lets a session be recorded once, after it began.
///
/// # Errors
/// The rule that stops it.
pub(super) fn may_begin(state: SessionState, began: Moment, now: Moment) -> Result<(), AttendanceRefusal> {
    match state {
        SessionState::Recorded => Err(AttendanceRefusal::AlreadyRecorded),
        SessionState::Cancelled => Err(AttendanceRefusal::CancelledSession),
        SessionState::Planned if began > now => Err(AttendanceRefusal::NotBegun),
        SessionState::Planned => Ok(()),
    }
}

/// What decides whether a record may be taken back.
#[derive(Copy, Clone, Debug)]
pub(super) struct TakeBack {
    pub recorded: bool,
    pub by_me: bool,
    pub minutes_ago: i64,
    pub has_notes: bool,
}

/// Lets whoever recorded a session take it back, for a while and before notes were begun.
///
/// # Errors
/// The rule that stops it.
pub(super) fn may_take_back(facts: TakeBack) -> Result<(), AttendanceRefusal> {
    match facts {
        TakeBack { recorded: false, .. } => Err(AttendanceRefusal::NotRecorded),
        TakeBack { by_me: false, .. } => Err(AttendanceRefusal::NotRecorder),
        TakeBack { has_notes: true, .. } => Err(AttendanceRefusal::HasNotes),
        TakeBack { minutes_ago, .. } if minutes_ago > TAKE_BACK_MINUTES => Err(AttendanceRefusal::TakeBackOver),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Role;
    use crate::kernel::actor::StaffId;

    #[test]
    fn who_records() {
        for (roles, is_own, expected) in [
            (&[Role::Facilitator][..], true, Some(Role::Facilitator)),
            (&[Role::Facilitator], false, None),
            (&[Role::Counselor], true, Some(Role::Counselor)),
            (&[Role::Counselor], false, None),
            (&[Role::Director], false, Some(Role::Director)),
            (&[Role::FrontDesk], true, None),
            (&[Role::Auditor], true, None),
            (&[Role::PrivacyOfficer], true, None),
            (&[Role::Collector, Role::MedicalReviewer], true, None),
        ] {
            let actor = Actor { staff: StaffId(uuid::Uuid::nil()), roles: roles.to_vec() };
            assert_eq!(may_record(&actor, is_own).ok().map(|permit| permit.role), expected, "{roles:?}");
        }
    }

    #[test]
    fn a_session_is_recorded_once_and_after_it_began() {
        for (state, began, expected) in [
            (SessionState::Planned, 100, Ok(())),
            (SessionState::Planned, 101, Err(AttendanceRefusal::NotBegun)),
            (SessionState::Recorded, 0, Err(AttendanceRefusal::AlreadyRecorded)),
            (SessionState::Cancelled, 0, Err(AttendanceRefusal::CancelledSession)),
        ] {
            assert_eq!(may_begin(state, Moment(began), Moment(100)), expected);
        }
    }

    #[test]
    fn who_takes_back_and_how_long() {
        use AttendanceRefusal::{HasNotes, NotRecorded, NotRecorder, TakeBackOver};
        for (recorded, by_me, minutes_ago, has_notes, expected) in [
            (true, true, 30, false, Ok(())),
            (true, true, 31, false, Err(TakeBackOver)),
            (true, true, 1, true, Err(HasNotes)),
            (true, false, 1, false, Err(NotRecorder)),
            (false, true, 1, false, Err(NotRecorded)),
        ] {
            assert_eq!(may_take_back(TakeBack { recorded, by_me, minutes_ago, has_notes }), expected);
        }
    }
}
