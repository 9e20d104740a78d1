//! What may and may not be done to sessions, and whose they are. Pure: no SQL, no clock.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use super::{Session, SessionState};
use crate::group::{Group, Slot};
use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Rule;
use crate::kernel::{Check, Moment, Zone};

/// Why a change of a session is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum SessionRefusal {
    /// Attendance was recorded.
    Recorded,
    /// It was cancelled.
    Cancelled,
    /// The group has another session at that time.
    Taken,
    /// The group does not meet any more.
    GroupInactive,
    /// It belongs to no weekly time, so nothing follows it.
    NotWeekly,
    /// Its weekly time does not hold any more on its date.
    PlaceEnded,
    /// It lies before today.
    Past,
    /// A later session of the weekly time is recorded.
    RecordedLater,
    /// It stands; there is nothing to plan again.
    Stands,
    /// The group follows no curriculum.
    NoCurriculum,
}

impl Rule for SessionRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Recorded => "session.recorded",
            Self::Cancelled => "session.cancelled",
            Self::Taken => "session.taken",
            Self::GroupInactive => "session.group_inactive",
            Self::NotWeekly => "session.not_weekly",
            Self::PlaceEnded => "session.place_ended",
            Self::Past => "session.past",
            Self::RecordedLater => "session.recorded_later",
            Self::Stands => "session.stands",
            Self::NoCurriculum => "session.no_curriculum",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Recorded => {
                "Attendance of this session is recorded, so it stays as it is. Correct the attendance instead."
            }
            Self::Cancelled => "This session was cancelled. Plan another one.",
            Self::Taken => "The group has a session at this time already. Choose another time.",
            Self::GroupInactive => "This group does not meet any more. Make it active first.",
            Self::NotWeekly => {
                "This session belongs to no weekly time, so no other follows it. Change this one alone."
            }
            Self::PlaceEnded => "The weekly time of this session ended or moved. Plan a single session instead.",
            Self::Past => "This lies before today, and what was is not planned anew. Choose a session from today on.",
            Self::RecordedLater => {
                "A later session of this weekly time is recorded already, and stays. Choose one after it."
            }
            Self::Stands => "This session is not cancelled, so there is nothing to plan again.",
            Self::NoCurriculum => {
                "This session follows no curriculum. Type a topic of its own, or choose a curriculum for the group."
            }
        }
        .into()
    }
}

/// Lets a change through while nothing was recorded.
///
/// # Errors
/// [`SessionRefusal::Recorded`], [`SessionRefusal::Cancelled`].
pub(super) fn may_change(state: SessionState) -> Result<(), SessionRefusal> {
    match state {
        SessionState::Planned => Ok(()),
        SessionState::Recorded => Err(SessionRefusal::Recorded),
        SessionState::Cancelled => Err(SessionRefusal::Cancelled),
    }
}

/// Whether a session is this person's own: as its staff, its substitute, or a leader of its group.
pub(crate) fn own(me: StaffId, session: &Session, group: Option<&Group>) -> bool {
    session.staff == me || session.substitute == Some(me) || group.is_some_and(|group| group.is_led_by(me))
}

/// The instant of a wall time; a fault beside its field in the gap of a daylight-saving change.
pub(crate) fn wall_moment(check: &mut Check, field: &str, zone: Zone, date: NaiveDate, time: NaiveTime) -> Moment {
    zone.moment(date, time).unwrap_or_else(|_| {
        check.fault(field, "The clock jumps over this time on that date (daylight saving). Choose another time.");
        zone.start_of(date)
    })
}

/// The dates on which a weekly place holds, from `from` up to but without `until`.
pub(crate) fn dates_of(slot: &Slot, from: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
    let first = from.max(slot.from_on);
    let end = slot.until_on.map_or(until, |own| own.min(until));
    let ahead = (7 + slot.weekday - first.weekday().number_from_monday()) % 7;
    std::iter::successors(first.checked_add_days(Days::new(u64::from(ahead))), |date| {
        date.checked_add_days(Days::new(7))
    })
    .take_while(|date| *date < end)
    .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::group::{GroupId, SlotId};
    use uuid::Uuid;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_weekly_place_gives_its_dates() {
        for (weekday, from_on, until_on, from, until, expected) in [
            (2, "2026-11-01", None, "2026-11-24", "2026-12-08", vec!["2026-11-24", "2026-12-01"]),
            (1, "2026-11-01", None, "2026-11-24", "2026-12-08", vec!["2026-11-30", "2026-12-07"]),
            (7, "2026-11-01", None, "2026-11-24", "2026-11-30", vec!["2026-11-29"]),
            (2, "2026-11-25", None, "2026-11-24", "2026-12-08", vec!["2026-12-01"]),
            (2, "2026-11-01", Some("2026-12-01"), "2026-11-24", "2026-12-08", vec!["2026-11-24"]),
            (2, "2027-01-01", None, "2026-11-24", "2026-12-08", vec![]),
        ] {
            let slot = Slot {
                id: SlotId(Uuid::nil()),
                of_group: GroupId(Uuid::nil()),
                weekday,
                starts: NaiveTime::MIN,
                minutes: 60,
                from_on: date(from_on),
                until_on: until_on.map(date),
                staff: None,
                room: None,
                rev: 1,
            };
            let dates: Vec<String> =
                dates_of(&slot, date(from), date(until)).iter().map(NaiveDate::to_string).collect();
            assert_eq!(dates, expected, "{weekday} {from_on}");
        }
    }

    #[test]
    fn only_what_is_planned_may_change() {
        for (state, expected) in [
            (SessionState::Planned, Ok(())),
            (SessionState::Recorded, Err(SessionRefusal::Recorded)),
            (SessionState::Cancelled, Err(SessionRefusal::Cancelled)),
        ] {
            assert_eq!(may_change(state), expected);
        }
    }
}
