//! What follows from the marks of a day: how somebody stands now, and what is offered to who records a session. Pure.

use super::{Arrival, Mark};
use crate::kernel::Moment;
use crate::kernel::refusal::Rule;
use crate::session::SessionId;

/// Why a mark is not made.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum ArrivalRefusal {
    /// The client is expected nowhere today.
    NotExpected,
    /// The same mark stands.
    MarkedAlready,
    /// Somebody who is not here cannot go.
    NotHere,
    /// The session is recorded, and what is recorded is corrected there.
    Recorded,
    /// A later mark stands over it.
    NotLatest,
}

impl Rule for ArrivalRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NotExpected => "arrival.not_expected",
            Self::MarkedAlready => "arrival.marked_already",
            Self::NotHere => "arrival.not_here",
            Self::Recorded => "arrival.recorded",
            Self::NotLatest => "arrival.not_latest",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotExpected => "This client is expected nowhere today. The facilitator adds somebody who walks in.",
            Self::MarkedAlready => "This is marked already. Take it back if it was wrong.",
            Self::NotHere => "This client is not marked as here. Mark that first.",
            Self::Recorded => "This session is recorded. The facilitator corrects it there.",
            Self::NotLatest => "Something was marked after this. Take that back first.",
        }
        .into()
    }
}

/// How somebody stands on the board.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Standing {
    Expected,
    Late { minutes: i64 },
    NotComing,
    Here { since: Moment },
    Gone { at: Moment },
}

/// How somebody stands after the marks of a day, in the order in which they were made.
pub fn standing(marks: &[Arrival]) -> Standing {
    match marks.last() {
        None => Standing::Expected,
        Some(mark) => match mark.mark {
            Mark::Late => Standing::Late { minutes: mark.minutes.unwrap_or_default() },
            Mark::NotComing => Standing::NotComing,
            Mark::Here => Standing::Here { since: mark.marked_at },
            Mark::Gone => Standing::Gone { at: mark.marked_at },
        },
    }
}

/// Lets a mark follow those that stand.
///
/// # Errors
/// The rule that stops it.
pub(super) fn may_mark(marks: &[Arrival], mark: Mark) -> Result<(), ArrivalRefusal> {
    match (mark, standing(marks)) {
        (Mark::Here, Standing::Here { .. }) | (Mark::Gone, Standing::Gone { .. }) => {
            Err(ArrivalRefusal::MarkedAlready)
        }
        (Mark::Gone, Standing::Expected | Standing::Late { .. } | Standing::NotComing) => {
            Err(ArrivalRefusal::NotHere)
        }
        (Mark::Late | Mark::NotComing, Standing::Here { .. }) => Err(ArrivalRefusal::MarkedAlready),
        _ => Ok(()),
    }
}

/// What is offered for one session: nothing, a part of it, or an absence.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Offer {
    /// Came so many minutes after the start, or called to.
    pub late_minutes: Option<i64>,
    /// Left so many minutes before the end.
    pub early_minutes: Option<i64>,
    /// Was not there: with the reason of a call, if there was one.
    pub absent: Option<String>,
}

impl Offer {
    /// Whether anything differs from being there all the time.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What the marks of a day say about one session. Instants decide before calls: who called to be late and came on time
/// was on time.
pub fn offer(marks: &[Arrival], session: SessionId, (starts, ends): (Moment, Moment)) -> Offer {
    let mut offer = Offer::default();
    let Some(first) = marks.iter().find(|mark| mark.mark == Mark::Here) else { return called(marks, session) };
    // Somebody who stepped out and came back was there from the first to the last: the facilitator knows the room.
    let seen = marks.iter().rposition(|mark| matches!(mark.mark, Mark::Here | Mark::Gone));
    let left = seen.and_then(|at| marks.get(at)).filter(|mark| mark.mark == Mark::Gone).map(|mark| mark.marked_at);
    if first.marked_at >= ends {
        offer.absent = Some("Came after it ended".into());
        return offer;
    }
    if left.is_some_and(|left| left <= starts) {
        // Gone from an earlier session: what was called since says how it goes on.
        let since = called(marks.get(seen.unwrap_or_default()..).unwrap_or_default(), session);
        if !since.is_empty() {
            return since;
        }
        offer.absent = Some("Left before it began".into());
        return offer;
    }
    offer.late_minutes = Some(starts.minutes_to(first.marked_at)).filter(|late| *late > 0);
    offer.early_minutes = left.map(|left| left.minutes_to(ends)).filter(|early| *early > 0);
    offer
}

/// What calls say while nobody came: the latest call about this session, or about the day.
fn called(marks: &[Arrival], session: SessionId) -> Offer {
    let about = |mark: &&Arrival| mark.session.is_none_or(|of| of == session);
    match marks.iter().rev().find(about) {
        Some(Arrival { mark: Mark::Late, minutes, .. }) => Offer { late_minutes: *minutes, ..Offer::default() },
        Some(Arrival { mark: Mark::NotComing, reason, .. }) => {
            Offer { absent: Some(reason.clone()), ..Offer::default() }
        }
        _ => Offer::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arrival::ArrivalId;
    use crate::client::ClientId;
    use uuid::Uuid;

    const SESSION: SessionId = SessionId(Uuid::from_u128(1));
    const MINUTE: i64 = 60_000;

    /// A mark at so many minutes after the start; a call of 20 minutes, about the session.
    fn mark(word: &str, at: i64) -> Arrival {
        let mark = Mark::ALL.iter().copied().find(|mark| mark.word() == word).unwrap_or(Mark::Here);
        Arrival {
            id: ArrivalId(Uuid::nil()),
            client: ClientId(Uuid::nil()),
            on_date: chrono::NaiveDate::default(),
            mark,
            session: (mark == Mark::Late).then_some(SESSION),
            minutes: (mark == Mark::Late).then_some(20),
            reason: if mark == Mark::NotComing { "shift moved".into() } else { String::new() },
            marked_at: Moment(at * MINUTE),
            rev: 1,
        }
    }

    #[test]
    fn what_the_marks_of_a_day_offer_for_a_session_of_an_hour() {
        let none = || Offer::default();
        let late = |minutes| Offer { late_minutes: Some(minutes), ..none() };
        let absent = |reason: &str| Offer { absent: Some(reason.into()), ..none() };
        for (marks, expected) in [
            (vec![], none()),
            (vec![("here", -5)], none()),
            (vec![("here", 0)], none()),
            (vec![("here", 12)], late(12)),
            (vec![("late", -30)], late(20)),
            // Instants decide before calls.
            (vec![("late", -30), ("here", -1)], none()),
            (vec![("late", -30), ("here", 35)], late(35)),
            (vec![("not_coming", -30)], absent("shift moved")),
            (vec![("not_coming", -30), ("here", 3)], late(3)),
            (vec![("late", -30), ("not_coming", -10)], absent("shift moved")),
            (vec![("here", -5), ("gone", 50)], Offer { early_minutes: Some(10), ..none() }),
            (vec![("here", -5), ("gone", 60)], none()),
            (vec![("here", 5), ("gone", 45)], Offer { late_minutes: Some(5), early_minutes: Some(15), absent: None }),
            (vec![("here", -5), ("gone", 20), ("here", 30)], none()),
            (vec![("here", -90), ("gone", -10)], absent("Left before it began")),
            (vec![("here", -90), ("gone", -30), ("not_coming", -10)], absent("shift moved")),
            (vec![("here", -90), ("gone", -30), ("late", -10)], late(20)),
            (vec![("here", -5), ("gone", 20), ("not_coming", 25)], Offer { early_minutes: Some(40), ..none() }),
            (vec![("here", 70)], absent("Came after it ended")),
        ] {
            let marks: Vec<Arrival> = marks.iter().map(|(word, at)| mark(word, *at)).collect();
            assert_eq!(offer(&marks, SESSION, (Moment(0), Moment(60 * MINUTE))), expected, "{marks:?}");
        }
    }

    #[test]
    fn a_call_about_one_session_says_nothing_of_another() {
        let other = SessionId(Uuid::from_u128(2));
        let marks = [mark("late", -30)];
        assert!(offer(&marks, other, (Moment(0), Moment(60 * MINUTE))).is_empty());
    }

    #[test]
    fn which_mark_may_follow_which() {
        use ArrivalRefusal::{MarkedAlready, NotHere};
        for (before, next, expected) in [
            ("", "here", Ok(())),
            ("", "gone", Err(NotHere)),
            ("", "late", Ok(())),
            ("", "not_coming", Ok(())),
            ("here", "here", Err(MarkedAlready)),
            ("here", "gone", Ok(())),
            ("here", "late", Err(MarkedAlready)),
            ("here", "not_coming", Err(MarkedAlready)),
            ("gone", "here", Ok(())),
            ("gone", "gone", Err(MarkedAlready)),
            ("gone", "not_coming", Ok(())),
            ("late", "late", Ok(())),
            ("late", "here", Ok(())),
            ("late", "gone", Err(NotHere)),
            ("not_coming", "here", Ok(())),
            ("not_coming", "gone", Err(NotHere)),
        ] {
            let marks: Vec<Arrival> =
                [before].into_iter().filter(|word| !word.is_empty()).map(|word| mark(word, 0)).collect();
            assert_eq!(may_mark(&marks, mark(next, 1).mark), expected, "{before} then {next}");
        }
    }
}
