//! What may follow on what in a draw. Pure.

use chrono::{Days, NaiveDate};

use super::{Draw, DrawState};
use crate::kernel::Moment;
use crate::kernel::refusal::Rule;

/// A draw is set at most this many days ahead.
const AHEAD: u64 = 14;

/// Why a step of a draw is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum DrawRefusal {
    /// The program does not draw on this date.
    ClosedDay,
    /// The date is gone, or more than 14 days ahead.
    OutOfTime,
    /// A draw stands for the date.
    Standing,
    /// The pool is frozen already.
    Frozen,
    /// The pool is not frozen yet.
    NotFrozen,
    /// The notice time has not come.
    TooEarly,
    /// Names are known; single tests are taken back, not the draw.
    Noticed,
    /// It was discarded.
    Discarded,
    /// Nothing may be read of it yet.
    NotTold,
    /// The program takes nobody any more.
    Inactive,
    /// A line of the day is not closed yet.
    LineOpen,
    /// No draw was set for the day.
    NothingToSign,
    /// The day was signed, and nothing has changed since.
    Unchanged,
}

impl Rule for DrawRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::ClosedDay => "draw.closed_day",
            Self::OutOfTime => "draw.out_of_time",
            Self::Standing => "draw.standing",
            Self::Frozen => "draw.frozen",
            Self::NotFrozen => "draw.not_frozen",
            Self::TooEarly => "draw.too_early",
            Self::Noticed => "draw.noticed",
            Self::Discarded => "draw.discarded",
            Self::NotTold => "draw.not_told",
            Self::Inactive => "draw.inactive",
            Self::LineOpen => "draw.line_open",
            Self::NothingToSign => "draw.nothing_to_sign",
            Self::Unchanged => "draw.unchanged",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::ClosedDay => "The program does not draw on this day. Choose another day, or change the program.",
            Self::OutOfTime => "Choose today or one of the next 14 days.",
            Self::Standing => "A draw is set for this day already. Discard it first, with a reason.",
            Self::Frozen => "The pool of this draw is frozen. It can be discarded, with a reason.",
            Self::NotFrozen => "The pool of this draw is not frozen yet. Run it first.",
            Self::TooEarly => "The notice time has not come. Names are known to nobody before.",
            Self::Noticed => "The names of this draw are known, so it stays. Take a single test back in its chart.",
            Self::Discarded => "This draw was discarded. Set another one.",
            Self::NotTold => "Nothing of this draw may be read before the notice time. Print it after.",
            Self::Inactive => "This program takes nobody any more. Make it active first.",
            Self::LineOpen => {
                "A check-in line of this day is not closed yet. Close it first; then the day can be signed."
            }
            Self::NothingToSign => "No draw was set for this day. There is nothing to sign.",
            Self::Unchanged => "This day is signed, and nothing has changed since.",
        }
        .into()
    }
}

/// Whether a draw may be set for a date.
pub(super) fn may_commit(on: NaiveDate, today: NaiveDate, allowed: bool) -> Result<(), DrawRefusal> {
    if on < today || on > today.checked_add_days(Days::new(AHEAD)).unwrap_or(today) {
        return Err(DrawRefusal::OutOfTime);
    }
    if allowed { Ok(()) } else { Err(DrawRefusal::ClosedDay) }
}

/// Whether the pool may be frozen: on the date at the latest.
pub(super) fn may_run(state: DrawState, on: NaiveDate, today: NaiveDate) -> Result<(), DrawRefusal> {
    match state {
        DrawState::Committed if on < today => Err(DrawRefusal::OutOfTime),
        DrawState::Committed => Ok(()),
        DrawState::Frozen | DrawState::Noticed => Err(DrawRefusal::Frozen),
        DrawState::Discarded => Err(DrawRefusal::Discarded),
    }
}

/// Whether names may be opened now.
pub(super) fn may_notice(draw: &Draw, now: Moment) -> Result<(), DrawRefusal> {
    match draw.state {
        DrawState::Committed => Err(DrawRefusal::NotFrozen),
        DrawState::Frozen if now < draw.notice_at => Err(DrawRefusal::TooEarly),
        DrawState::Frozen | DrawState::Noticed => Ok(()),
        DrawState::Discarded => Err(DrawRefusal::Discarded),
    }
}

/// Whether a draw may still be discarded: only while nobody knows a name.
pub(super) fn may_discard(state: DrawState) -> Result<(), DrawRefusal> {
    match state {
        DrawState::Committed | DrawState::Frozen => Ok(()),
        DrawState::Noticed => Err(DrawRefusal::Noticed),
        DrawState::Discarded => Err(DrawRefusal::Discarded),
    }
}

/// Whether the report of a day may be signed: of `draws` none may be `open`, and it must say something new.
pub(super) fn may_sign(draws: i64, open: i64, news: bool) -> Result<(), DrawRefusal> {
    match (draws, open, news) {
        (0, ..) => Err(DrawRefusal::NothingToSign),
        (_, 1.., _) => Err(DrawRefusal::LineOpen),
        (.., false) => Err(DrawRefusal::Unchanged),
        (.., true) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn when_a_draw_may_be_set() {
        use DrawRefusal as No;
        for (on, allowed, expected) in [
            ("2026-11-24", true, Ok(())),
            ("2026-12-08", true, Ok(())),
            ("2026-12-09", true, Err(No::OutOfTime)),
            ("2026-11-23", true, Err(No::OutOfTime)),
            ("2026-11-25", false, Err(No::ClosedDay)),
        ] {
            assert_eq!(may_commit(date(on), date("2026-11-24"), allowed), expected, "{on}");
        }
    }

    #[test]
    fn what_may_follow_on_each_state() {
        use DrawRefusal as No;
        use DrawState as S;
        let today = date("2026-11-24");
        for (state, run, discard) in [
            (S::Committed, Ok(()), Ok(())),
            (S::Frozen, Err(No::Frozen), Ok(())),
            (S::Noticed, Err(No::Frozen), Err(No::Noticed)),
            (S::Discarded, Err(No::Discarded), Err(No::Discarded)),
        ] {
            assert_eq!(may_run(state, today, today), run, "{state:?}");
            assert_eq!(may_discard(state), discard, "{state:?}");
        }
        assert_eq!(may_run(S::Committed, date("2026-11-23"), today), Err(No::OutOfTime));
    }

    #[test]
    fn a_day_is_signed_when_its_lines_are_closed_and_it_says_something_new() {
        use DrawRefusal as No;
        for (draws, open, news, expected) in [
            (0, 0, true, Err(No::NothingToSign)),
            (2, 1, true, Err(No::LineOpen)),
            (2, 1, false, Err(No::LineOpen)),
            (2, 0, false, Err(No::Unchanged)),
            (2, 0, true, Ok(())),
        ] {
            assert_eq!(may_sign(draws, open, news), expected, "{draws} {open} {news}");
        }
    }
}
