//! When a check-in counts, and until when somebody has to come. Pure.

use chrono::{Days, NaiveDate, NaiveTime};

use super::CheckInState;
use crate::kernel::refusal::Rule;
use crate::kernel::{Moment, Zone};
use crate::testing::LineSays;

/// Why a check-in is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum CheckInRefusal {
    /// Names are not known yet.
    NotOpen,
    /// The client checked in already.
    Already,
    /// The line still takes calls.
    StillOpen,
}

impl Rule for CheckInRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NotOpen => "check_in.not_open",
            Self::Already => "check_in.already",
            Self::StillOpen => "check_in.still_open",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotOpen => "The line is not open yet. It opens at the notice time.",
            Self::StillOpen => "The line still takes calls. It can be closed after its time.",
            Self::Already => "This check-in is recorded already. Take it back first if it is not right.",
        }
        .into()
    }
}

/// What is read onto a recorded line. It names no program and nobody (42 CFR 2.13), and says the same to who is selected and
/// who is not. Digits are set apart, so that they are read one by one.
pub(super) fn script(on: NaiveDate, says: LineSays, words: &[String], closes: NaiveTime) -> String {
    let (one, many) = if says == LineSays::Colors { ("color", "colors") } else { ("code", "codes") };
    let spelled = |word: &String| {
        if word.chars().all(|digit| digit.is_ascii_digit()) {
            word.chars().map(String::from).collect::<Vec<_>>().join(" ")
        } else {
            word.clone()
        }
    };
    let day = on.format("%A, %B %-d");
    let named = match words {
        [] => format!("No {one} is called today."),
        [word] => format!("The {one} of today is: {}.", spelled(word)),
        words => format!("The {many} of today are: {}.", words.iter().map(spelled).collect::<Vec<_>>().join(", ")),
    };
    let come = if words.is_empty() {
        "Nothing more is asked of you today.".to_owned()
    } else {
        let by = closes.format("%-I:%M %p");
        format!(
            "If yours was called, come in by {by}, or by the time agreed for your shift. If not, nothing more is asked of you today."
        )
    };
    format!(
        "This is the line for {day}. {named} {come} After the tone, say your own {one}, so that your call is counted."
    )
}

/// How somebody stands now.
pub(super) fn state(called_at: Option<Moment>, closes_at: Moment, now: Moment) -> CheckInState {
    match called_at {
        Some(at) if at <= closes_at => CheckInState::Called,
        Some(_) => CheckInState::Late,
        None if now <= closes_at => CheckInState::Waiting,
        None => CheckInState::Missed,
    }
}

/// Until when somebody comes who works: `minutes` after the first end of the shift that follows on the call. A night shift ends
/// on the next day.
pub(super) fn after_shift(zone: Zone, called_at: Moment, ends: NaiveTime, minutes: i64) -> Moment {
    let wall = zone.wall(called_at);
    let ahead = u64::from(ends <= wall.time());
    let date = wall.date().checked_add_days(Days::new(ahead)).unwrap_or(wall.date());
    zone.moment(date, ends).unwrap_or_else(|_| zone.start_of(date)).plus_minutes(minutes)
}

/// The same by the work pattern: `minutes` after the shift that covers the call or begins before the line closes, and not
/// before the line closes. `shifts` are from and until, in order; the last of them that counts decides.
pub(super) fn by_pattern(
    shifts: &[(Moment, Moment)],
    called_at: Moment,
    closes_at: Moment,
    minutes: i64,
) -> Option<Moment> {
    let within = shifts.iter().filter(|(from, until)| *until > called_at && *from < closes_at);
    let last = within.map(|(_, until)| until.plus_minutes(minutes)).max()?;
    (last > closes_at).then_some(last)
}

/// Whether a line may be closed.
pub(super) fn may_close(open: bool, closes_at: Moment, now: Moment) -> Result<(), CheckInRefusal> {
    match (open, now > closes_at) {
        (false, _) => Err(CheckInRefusal::NotOpen),
        (true, false) => Err(CheckInRefusal::StillOpen),
        (true, true) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_call_counts_until_the_line_closes() {
        use CheckInState as S;
        let at = |ms| Moment(ms);
        for (called, now, expected) in [
            (Some(100), 100, S::Called),
            (Some(101), 101, S::Late),
            (None, 100, S::Waiting),
            (None, 101, S::Missed),
            (Some(50), 500, S::Called),
        ] {
            assert_eq!(state(called.map(at), at(100), at(now)), expected, "{called:?} {now}");
        }
    }

    #[test]
    fn a_shift_gives_two_hours_after_its_end() {
        let zone = Zone::named("America/New_York").unwrap();
        let at = |text: &str| {
            let wall: chrono::NaiveDateTime = text.parse().unwrap();
            zone.moment(wall.date(), wall.time()).unwrap()
        };
        for (called, ends, expected) in [
            ("2026-11-24T06:10:00", "15:00:00", "2026-11-24T17:00:00"),
            ("2026-11-24T06:10:00", "23:30:00", "2026-11-25T01:30:00"),
            ("2026-11-24T18:10:00", "07:00:00", "2026-11-25T09:00:00"),
            ("2026-11-24T06:10:00", "07:00:00", "2026-11-24T09:00:00"),
            // The night the clock falls back: two hours are two hours.
            ("2026-10-31T18:00:00", "00:30:00", "2026-11-01T01:30:00"),
        ] {
            let found = after_shift(zone, at(called), ends.parse().unwrap(), 120);
            if expected == "2026-11-01T01:30:00" {
                assert_eq!(found.0 - at("2026-11-01T00:30:00").0, 120 * 60_000);
            } else {
                assert_eq!(found, at(expected), "{called} {ends}");
            }
        }
    }

    #[test]
    fn a_shift_of_the_work_pattern_moves_the_deadline_only_later() {
        let at = |minutes: i64| Moment(minutes * 60_000);
        let closes = at(600);
        for (shifts, called, expected) in [
            (&[][..], 0, None),
            // A day shift that ends after the line.
            (&[(60, 800)][..], 0, Some(920)),
            // It ends before the line, and two hours later the line is closed: nothing is gained.
            (&[(60, 480)], 0, None),
            (&[(60, 481)], 0, Some(601)),
            // A shift that was over at the call, and one that begins when the line is closed.
            (&[(-300, 0)], 10, None),
            (&[(600, 1_200)], 10, None),
            (&[(599, 1_200)], 10, Some(1_320)),
            // Called from a night shift that goes on.
            (&[(-300, 500), (590, 700)], 10, Some(820)),
        ] {
            let shifts: Vec<(Moment, Moment)> = shifts.iter().map(|(from, until)| (at(*from), at(*until))).collect();
            assert_eq!(by_pattern(&shifts, at(called), closes, 120), expected.map(at), "{shifts:?} {called}");
        }
    }

    #[test]
    fn a_line_is_closed_after_its_time() {
        use CheckInRefusal as No;
        for (open, now, expected) in
            [(false, 200, Err(No::NotOpen)), (true, 100, Err(No::StillOpen)), (true, 101, Ok(()))]
        {
            assert_eq!(may_close(open, Moment(100), Moment(now)), expected, "{open} {now}");
        }
    }
}
