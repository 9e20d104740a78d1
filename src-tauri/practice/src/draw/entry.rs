//! Each person of each drawn day, and how they stood: what every count of random tests is made of.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::ipc::{DrawCounts, PersonStanding};
use crate::client::ClientId;
use crate::drug_test::{DrugTestId, Outcome, TestState, number_words};
use crate::kernel::{Moment, Result};
use crate::testing::TierId;

/// Somebody of a pool on a day whose names are known.
#[derive(Clone, Debug)]
pub(super) struct PersonOfDay {
    pub on: NaiveDate,
    pub program_name: String,
    pub tier: TierId,
    pub tier_name: String,
    pub client: ClientId,
    pub client_number: i64,
    pub name: String,
    pub restricted: bool,
    pub drawn: bool,
    pub analyzed: bool,
    pub told_of_test: bool,
    pub called_at: Option<Moment>,
    pub closes_at: Moment,
    pub deadline_at: Option<Moment>,
    pub test: Option<(DrugTestId, String)>,
    pub state: Option<TestState>,
    pub outcome: Option<Outcome>,
    pub collected_at: Option<Moment>,
}

/// Everybody of the draws from one date to another, by day, program, tier and name.
pub(super) fn people(sql: &Connection, (from, to): (NaiveDate, NaiveDate)) -> Result<Vec<PersonOfDay>> {
    let mut statement = sql.prepare_cached(include_str!("sql/entries.sql"))?;
    let rows = statement.query_map(named_params! { ":from": from, ":to": to }, person_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn person_of(row: &Row<'_>) -> rusqlite::Result<PersonOfDay> {
    let test: Option<DrugTestId> = row.get("test")?;
    let number = match test {
        Some(_) => number_words(row.get("test_number")?, row.get("test_on")?),
        None => String::new(),
    };
    Ok(PersonOfDay {
        on: row.get("on_date")?,
        program_name: row.get("program_name")?,
        tier: row.get("tier")?,
        tier_name: row.get("tier_name")?,
        client: row.get("client")?,
        client_number: row.get("client_number")?,
        name: format!("{}, {}", row.get::<_, String>("family_name")?, row.get::<_, String>("given_name")?),
        restricted: row.get("restricted")?,
        drawn: row.get("drawn")?,
        analyzed: row.get("analyzed")?,
        told_of_test: row.get::<_, Option<String>>("told")?.as_deref() == Some("test"),
        called_at: row.get("called_at")?,
        closes_at: row.get("closes_at")?,
        deadline_at: row.get("deadline_at")?,
        test: test.map(|id| (id, number)),
        state: row.get("state")?,
        outcome: row.get("outcome")?,
        collected_at: row.get("collected_at")?,
    })
}

impl PersonOfDay {
    /// How somebody stands on the day.
    pub fn standing(&self) -> PersonStanding {
        use PersonStanding as P;
        match (self.drawn, self.state, self.outcome) {
            (false, ..) => P::NotDrawn,
            (true, Some(TestState::Ordered) | None, _) => P::Pending,
            (true, Some(TestState::NotCollected), Some(Outcome::Refused)) => P::Refused,
            (true, Some(TestState::NotCollected), Some(Outcome::Unable)) => P::Unable,
            (true, Some(TestState::NotCollected), Some(Outcome::Excused)) => P::Excused,
            (true, Some(TestState::NotCollected), _) => P::Missed,
            (true, Some(_), _) if self.on_time() => P::Collected,
            (true, Some(_), _) => P::CollectedLate,
        }
    }

    fn on_time(&self) -> bool {
        self.collected_at.is_some_and(|at| at <= self.deadline_at.unwrap_or(self.closes_at))
    }

    /// Whether the line closed without a call, or the call came after.
    pub fn missed_check_in(&self, now: Moment) -> bool {
        self.closes_at < now && self.called_at.is_none_or(|at| at > self.closes_at)
    }

    /// The person as numbers.
    pub fn counts(&self, now: Moment) -> DrawCounts {
        use PersonStanding as P;
        let standing = self.standing();
        let is = |wanted: &[PersonStanding]| i64::from(wanted.contains(&standing));
        DrawCounts {
            pool: 1,
            drawn: i64::from(self.drawn),
            analyzed: i64::from(self.analyzed),
            notified: i64::from(self.drawn && self.told_of_test),
            collected: is(&[P::Collected, P::CollectedLate]),
            on_time: is(&[P::Collected]),
            missed: is(&[P::Missed]),
            refused: is(&[P::Refused]),
            unable: is(&[P::Unable]),
            excused: is(&[P::Excused]),
            pending: i64::from(self.state == Some(TestState::Ordered)),
            missed_check_ins: i64::from(self.missed_check_in(now)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::RowId as _;
    use PersonStanding as P;

    fn person() -> PersonOfDay {
        PersonOfDay {
            on: "2026-11-24".parse().unwrap(),
            program_name: String::new(),
            tier: TierId::of(uuid::Uuid::nil()),
            tier_name: String::new(),
            client: ClientId(uuid::Uuid::nil()),
            client_number: 1,
            name: String::new(),
            restricted: false,
            drawn: true,
            analyzed: true,
            told_of_test: true,
            called_at: Some(Moment(50)),
            closes_at: Moment(100),
            deadline_at: None,
            test: None,
            state: None,
            outcome: None,
            collected_at: None,
        }
    }

    #[test]
    fn everybody_drawn_stands_in_one_place_and_is_counted_once() {
        use TestState as S;
        for (state, outcome, collected, deadline, expected) in [
            (S::Ordered, None, None, None, P::Pending),
            (S::Collected, None, Some(100), None, P::Collected),
            (S::Collected, None, Some(101), None, P::CollectedLate),
            (S::Screened, None, Some(200), Some(200), P::Collected),
            (S::Final, None, Some(201), Some(200), P::CollectedLate),
            (S::Confirmed, None, None, None, P::CollectedLate),
            (S::NotCollected, Some(Outcome::Missed), None, None, P::Missed),
            (S::NotCollected, Some(Outcome::Refused), None, None, P::Refused),
            (S::NotCollected, Some(Outcome::Unable), None, None, P::Unable),
            (S::NotCollected, Some(Outcome::Excused), None, None, P::Excused),
        ] {
            let one = PersonOfDay {
                state: Some(state),
                outcome,
                collected_at: collected.map(Moment),
                deadline_at: deadline.map(Moment),
                ..person()
            };
            assert_eq!(one.standing(), expected, "{state:?} {outcome:?} {collected:?}");
            let counts = one.counts(Moment(300));
            let sum =
                counts.collected + counts.missed + counts.refused + counts.unable + counts.excused + counts.pending;
            assert_eq!((sum, counts.drawn, counts.pool), (1, 1, 1), "{state:?}");
        }
        assert_eq!(PersonOfDay { drawn: false, ..person() }.standing(), P::NotDrawn);
    }

    #[test]
    fn a_check_in_is_missed_when_the_line_has_closed() {
        for (called, now, expected) in [
            (None, 100, false),
            (None, 101, true),
            (Some(100), 101, false),
            (Some(101), 102, true),
            (Some(50), 99, false),
        ] {
            let one = PersonOfDay { called_at: called.map(Moment), ..person() };
            assert_eq!(one.missed_check_in(Moment(now)), expected, "{called:?} {now}");
        }
    }
}
