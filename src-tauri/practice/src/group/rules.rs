//! What may and may not be done to groups and rosters. Pure: no SQL, no clock.

use chrono::{NaiveDate, NaiveTime};

use super::Group;
use crate::kernel::permission::Permit;
use crate::kernel::refusal::Rule;
use crate::kernel::{Actor, Check, Info, Reach, Refusal, Result, Verb};

/// Why a change of a group or a roster is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum GroupRefusal {
    /// The roster would be above the cap, and no reason was given.
    AboveCap { would_be: i64, cap: i64 },
    /// The client is on the roster already.
    AlreadyMember,
    /// The stay has ended already.
    AlreadyLeft,
    /// The group does not meet any more.
    Inactive,
    /// The slot has ended already.
    SlotEnded,
    /// The group meets then already.
    SlotTaken,
    /// The client waits for this group already.
    AlreadyWaiting,
    /// The place on the waitlist was accepted or taken off.
    WaitOver,
    /// Nobody stands before, or after, this place.
    WaitEdge,
    /// A seat was offered already, or none was.
    OfferStands { offered: bool },
}

impl Rule for GroupRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::AboveCap { .. } => "group.above_cap",
            Self::AlreadyMember => "group.already_member",
            Self::AlreadyLeft => "group.already_left",
            Self::Inactive => "group.inactive",
            Self::SlotEnded => "group.slot_ended",
            Self::SlotTaken => "group.slot_taken",
            Self::AlreadyWaiting => "group.already_waiting",
            Self::WaitOver => "group.wait_over",
            Self::WaitEdge => "group.wait_edge",
            Self::OfferStands { .. } => "group.offer_stands",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::AboveCap { would_be, cap } => {
                return format!(
                    "This makes {would_be} people in a group for {cap}. Type a reason to go on, or choose another group."
                );
            }
            Self::AlreadyMember => "This client is on the roster already.",
            Self::AlreadyLeft => "This stay on the roster has ended. Let the client join again.",
            Self::Inactive => "This group does not meet any more. Make it active first.",
            Self::SlotEnded => "This weekly time has ended already. Add a new one.",
            Self::SlotTaken => "The group meets at this time already. Choose another time.",
            Self::AlreadyWaiting => "This client waits for this group already. Move them up or down in the list.",
            Self::WaitOver => "This place on the waitlist is over. Put the client on the waitlist again.",
            Self::WaitEdge => "Nobody stands on that side of this client in the list.",
            Self::OfferStands { offered: true } => "A seat was offered already. Accept it, or take the offer back.",
            Self::OfferStands { offered: false } => "No seat was offered. Offer one first.",
        }
        .into()
    }
}

/// Whether this person may arrange a group's roster and times: by role for everybody, or because they lead it.
///
/// # Errors
/// `not_permitted`.
pub(crate) fn may_arrange(actor: &Actor, group: &Group) -> Result<Permit> {
    actor
        .permits(Info::Identity, Verb::Write)
        .into_iter()
        .filter(|permit| permit.reach == Reach::Everyone || group.is_led_by(actor.staff))
        .max_by_key(|permit| permit.reach)
        .ok_or_else(Refusal::not_permitted)
}

/// Lets a roster grow to `would_be`, when it stays within both the group's capacity and the cap of its type or a reason
/// was given.
///
/// # Errors
/// [`GroupRefusal::AboveCap`].
pub(super) fn may_grow(would_be: i64, capacity: i64, type_cap: i64, reason: &str) -> Result<(), GroupRefusal> {
    let cap = capacity.min(type_cap);
    if would_be > cap && reason.is_empty() { Err(GroupRefusal::AboveCap { would_be, cap }) } else { Ok(()) }
}

/// Whether two weekly places would overlap on some date: same weekday, dates and times that meet.
pub(super) fn collide(
    (weekday, starts, minutes, from_on, until_on): (u32, NaiveTime, i64, NaiveDate, Option<NaiveDate>),
    other: &super::Slot,
) -> bool {
    let minute = |time: NaiveTime| i64::from(chrono::Timelike::num_seconds_from_midnight(&time)) / 60;
    let (a, b) = (minute(starts), minute(other.starts));
    let days_meet =
        other.until_on.is_none_or(|until| from_on < until) && until_on.is_none_or(|until| other.from_on < until);
    weekday == other.weekday && days_meet && a < b + other.minutes && b < a + minutes
}

/// A wall time "HH:MM"; `None` when it is none.
pub(crate) fn read_wall_time(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()
}

/// What a form says beside a time that cannot be read.
pub(crate) const NO_WALL_TIME: &str = "Type a time as hours and minutes, such as 17:30.";

/// A wall time "HH:MM" of a request; a fault beside its field when it is none.
pub(crate) fn wall_time(check: &mut Check, field: &str, text: &str) -> NaiveTime {
    read_wall_time(text).unwrap_or_else(|| {
        check.fault(field, NO_WALL_TIME);
        NaiveTime::MIN
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::group::{GroupId, Slot, SlotId};
    use uuid::Uuid;

    #[test]
    fn above_the_narrower_cap_a_reason_is_asked() {
        for (would_be, capacity, type_cap, reason, expected) in [
            (12, 12, 12, "", Ok(())),
            (13, 12, 12, "", Err(GroupRefusal::AboveCap { would_be: 13, cap: 12 })),
            (13, 20, 12, "", Err(GroupRefusal::AboveCap { would_be: 13, cap: 12 })),
            (11, 10, 12, "", Err(GroupRefusal::AboveCap { would_be: 11, cap: 10 })),
            (13, 12, 12, "Returns from nights this week", Ok(())),
        ] {
            assert_eq!(may_grow(would_be, capacity, type_cap, reason), expected);
        }
    }

    #[test]
    fn weekly_places_collide_only_when_day_date_and_time_meet() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").unwrap();
        let other = Slot {
            id: SlotId(Uuid::nil()),
            of_group: GroupId(Uuid::nil()),
            weekday: 2,
            starts: time("17:30"),
            minutes: 60,
            from_on: date("2026-11-01"),
            until_on: Some(date("2026-12-01")),
            staff: None,
            room: None,
            rev: 1,
        };
        for (weekday, starts, minutes, from_on, expected) in [
            (2, "17:30", 60, "2026-11-24", true),
            (2, "18:29", 60, "2026-11-24", true),
            (2, "18:30", 60, "2026-11-24", false),
            (2, "16:30", 60, "2026-11-24", false),
            (2, "16:31", 60, "2026-11-24", true),
            (3, "17:30", 60, "2026-11-24", false),
            (2, "17:30", 60, "2026-12-01", false),
        ] {
            assert_eq!(collide((weekday, time(starts), minutes, date(from_on), None), &other), expected, "{starts}");
        }
    }

    #[test]
    fn wall_times_are_hours_and_minutes() {
        for (text, right) in [("17:30", true), (" 07:05 ", true), ("24:00", false), ("5 pm", false), ("", false)] {
            let mut check = Check::new();
            wall_time(&mut check, "starts", text);
            assert_eq!(check.done().is_ok(), right, "{text}");
        }
    }
}
