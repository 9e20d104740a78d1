//! What a client's line is flagged for, and how much it needs somebody. Pure: no SQL, no clock.

use chrono::{Days, NaiveDate};

use crate::attendance::Standing;
use crate::consent::ConsentSummary;
use crate::drug_test::TestClass;

crate::words! {
    /// Something about a client that somebody must look at; ordered by how soon.
    pub enum Flag {
        /// The last test is unexpected.
        TestUnexpected = "test_unexpected",
        /// A note came back to its author.
        NoteReturned = "note_returned",
        /// The week cannot reach its hours with what is planned.
        ShortOfHours = "short_of_hours",
        /// No consent holds.
        ConsentMissing = "consent_missing",
        ConsentExpired = "consent_expired",
        PlanOverdue = "plan_overdue",
        /// Admitted longer than a week, and no plan is signed.
        PlanMissing = "plan_missing",
        NoteOverdue = "note_overdue",
        TestOverdue = "test_overdue",
        /// A test waits for the program's word.
        TestWaiting = "test_waiting",
        PlanDue = "plan_due",
        ConsentExpiring = "consent_expiring",
        /// Nobody is primary counselor.
        NoCounselor = "no_counselor",
        /// Admitted within two weeks. Not a fault.
        New = "new",
    }
}

impl Flag {
    /// The flag as a list says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::TestUnexpected => "unexpected test",
            Self::NoteReturned => "note returned",
            Self::ShortOfHours => "short of hours",
            Self::ConsentMissing => "no valid consent",
            Self::ConsentExpired => "consent expired",
            Self::PlanOverdue => "plan overdue",
            Self::PlanMissing => "no plan",
            Self::NoteOverdue => "note overdue",
            Self::TestOverdue => "test overdue",
            Self::TestWaiting => "test to decide",
            Self::PlanDue => "plan due",
            Self::ConsentExpiring => "consent ends soon",
            Self::NoCounselor => "no counselor",
            Self::New => "new",
        }
    }

    /// How much it weighs when the list is sorted by what needs somebody.
    const fn weight(self) -> i64 {
        match self {
            Self::TestUnexpected => 40,
            Self::NoteReturned | Self::ShortOfHours => 30,
            Self::ConsentMissing | Self::ConsentExpired | Self::PlanOverdue | Self::PlanMissing => 20,
            Self::NoteOverdue | Self::TestOverdue | Self::TestWaiting | Self::NoCounselor => 15,
            Self::PlanDue | Self::ConsentExpiring => 5,
            Self::New => 0,
        }
    }
}

/// How many days ahead a plan's review is said to be due.
const PLAN_SOON: Days = Days::new(7);
/// How long a client is new, and how long a plan may take.
const NEW_DAYS: i64 = 14;
const PLAN_DAYS: i64 = 7;

/// The last test that was due, collected or not.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) struct LastTest {
    pub on: NaiveDate,
    pub class: TestClass,
    pub imported: bool,
}

/// Everything that flags follow from.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    pub admitted_on: NaiveDate,
    pub has_counselor: bool,
    /// How this program week stands; the ledger says what it owes.
    pub week: Standing,
    pub notes_overdue: i64,
    pub notes_returned: i64,
    pub last_test: Option<LastTest>,
    pub last_collected_on: Option<NaiveDate>,
    /// The stay's own interval between tests; the practice's when absent.
    pub test_interval_days: Option<i64>,
    pub has_plan: bool,
    pub plan_due: Option<NaiveDate>,
    pub consent: ConsentSummary,
}

/// Dates and thresholds that the flags are held against.
#[derive(Copy, Clone, Debug)]
pub(super) struct Measure {
    pub today: NaiveDate,
    pub test_interval_days: i64,
}

/// The flags of a client, the most pressing first.
pub(super) fn flags(facts: &Facts, measure: Measure) -> Vec<Flag> {
    let days_in = (measure.today - facts.admitted_on).num_days();
    let since_test = facts.last_collected_on.unwrap_or(facts.admitted_on);
    let interval = facts.test_interval_days.unwrap_or(measure.test_interval_days);
    let mut flags: Vec<Flag> = [
        (Flag::ShortOfHours, facts.week.short > 0),
        (Flag::NoteReturned, facts.notes_returned > 0),
        (Flag::NoteOverdue, facts.notes_overdue > 0),
        (Flag::TestOverdue, test_overdue(since_test, measure.today, interval)),
        (Flag::PlanMissing, !facts.has_plan && days_in > PLAN_DAYS),
        (Flag::NoCounselor, !facts.has_counselor),
        (Flag::New, (0..NEW_DAYS).contains(&days_in)),
    ]
    .into_iter()
    .filter_map(|(flag, holds)| holds.then_some(flag))
    .chain(facts.last_test.and_then(of_test))
    .chain(facts.plan_due.and_then(|due| of_plan(due, measure.today)))
    .chain(of_consent(facts.consent))
    .collect();
    flags.sort_unstable();
    flags
}

/// How much a client needs somebody: more and graver flags come first.
pub(super) fn needs(flags: &[Flag]) -> i64 {
    flags.iter().map(|flag| flag.weight()).sum()
}

/// Whether more days than the interval have passed since the last test, or since the admission when there is none.
pub(super) fn test_overdue(since: NaiveDate, today: NaiveDate, interval_days: i64) -> bool {
    (today - since).num_days() > interval_days
}

/// What an imported test meant was said elsewhere.
fn of_test(test: LastTest) -> Option<Flag> {
    match test.class {
        TestClass::Unexpected => Some(Flag::TestUnexpected),
        TestClass::Collected | TestClass::Presumptive | TestClass::Confirmed if !test.imported => {
            Some(Flag::TestWaiting)
        }
        _ => None,
    }
}

fn of_plan(due: NaiveDate, today: NaiveDate) -> Option<Flag> {
    if due < today { Some(Flag::PlanOverdue) } else { (due <= today + PLAN_SOON).then_some(Flag::PlanDue) }
}

fn of_consent(summary: ConsentSummary) -> Option<Flag> {
    match summary {
        ConsentSummary::InOrder => None,
        ConsentSummary::Expiring => Some(Flag::ConsentExpiring),
        ConsentSummary::Expired => Some(Flag::ConsentExpired),
        ConsentSummary::EvidenceOnly | ConsentSummary::Missing => Some(Flag::ConsentMissing),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn measure() -> Measure {
        Measure { today: date("2026-11-24"), test_interval_days: 14 }
    }

    /// A client about whom there is nothing to say.
    fn quiet() -> Facts {
        Facts {
            admitted_on: date("2026-09-01"),
            has_counselor: true,
            week: Standing { done: 180, planned: 360, minimum: Some(540), short: 0 },
            notes_overdue: 0,
            notes_returned: 0,
            last_test: Some(LastTest { on: date("2026-11-20"), class: TestClass::Expected, imported: false }),
            last_collected_on: Some(date("2026-11-20")),
            test_interval_days: None,
            has_plan: true,
            plan_due: Some(date("2026-12-20")),
            consent: ConsentSummary::InOrder,
        }
    }

    fn check(facts: Facts, expected: &[Flag]) {
        assert_eq!(flags(&facts, measure()), expected, "{facts:?}");
    }

    #[test]
    fn a_client_about_whom_there_is_nothing_to_say_has_no_flag() {
        check(quiet(), &[]);
    }

    #[test]
    fn each_fact_has_its_flag() {
        let test = |class, imported| Some(LastTest { on: date("2026-11-20"), class, imported });
        let short = Standing { short: 1, ..quiet().week };
        check(Facts { week: short, ..quiet() }, &[Flag::ShortOfHours]);
        check(Facts { notes_returned: 1, ..quiet() }, &[Flag::NoteReturned]);
        check(Facts { notes_overdue: 2, ..quiet() }, &[Flag::NoteOverdue]);
        check(Facts { has_counselor: false, ..quiet() }, &[Flag::NoCounselor]);
        check(Facts { last_test: test(TestClass::Unexpected, false), ..quiet() }, &[Flag::TestUnexpected]);
        check(Facts { last_test: test(TestClass::Unexpected, true), ..quiet() }, &[Flag::TestUnexpected]);
        check(Facts { last_test: test(TestClass::Presumptive, false), ..quiet() }, &[Flag::TestWaiting]);
        check(Facts { last_test: test(TestClass::Presumptive, true), ..quiet() }, &[]);
        check(Facts { last_test: test(TestClass::Excused, false), ..quiet() }, &[]);
        check(Facts { last_collected_on: Some(date("2026-11-10")), ..quiet() }, &[]);
        check(Facts { last_collected_on: Some(date("2026-11-09")), ..quiet() }, &[Flag::TestOverdue]);
        let weekly = Facts { test_interval_days: Some(7), ..quiet() };
        check(Facts { last_collected_on: Some(date("2026-11-17")), ..weekly.clone() }, &[]);
        check(Facts { last_collected_on: Some(date("2026-11-16")), ..weekly }, &[Flag::TestOverdue]);
        check(Facts { last_collected_on: None, last_test: None, ..quiet() }, &[Flag::TestOverdue]);
        check(Facts { plan_due: Some(date("2026-11-23")), ..quiet() }, &[Flag::PlanOverdue]);
        check(Facts { plan_due: Some(date("2026-11-24")), ..quiet() }, &[Flag::PlanDue]);
        check(Facts { plan_due: Some(date("2026-12-01")), ..quiet() }, &[Flag::PlanDue]);
        check(Facts { plan_due: Some(date("2026-12-02")), ..quiet() }, &[]);
        check(Facts { plan_due: None, has_plan: false, ..quiet() }, &[Flag::PlanMissing]);
        check(Facts { consent: ConsentSummary::Missing, ..quiet() }, &[Flag::ConsentMissing]);
        check(Facts { consent: ConsentSummary::EvidenceOnly, ..quiet() }, &[Flag::ConsentMissing]);
        check(Facts { consent: ConsentSummary::Expired, ..quiet() }, &[Flag::ConsentExpired]);
        check(Facts { consent: ConsentSummary::Expiring, ..quiet() }, &[Flag::ConsentExpiring]);
    }

    #[test]
    fn a_new_client_has_a_week_for_a_plan() {
        let new = |on: &str| Facts {
            admitted_on: date(on),
            has_plan: false,
            plan_due: None,
            last_collected_on: Some(date(on)),
            ..quiet()
        };
        check(new("2026-11-24"), &[Flag::New]);
        check(new("2026-11-17"), &[Flag::New]);
        check(new("2026-11-16"), &[Flag::PlanMissing, Flag::New]);
        check(new("2026-11-10"), &[Flag::PlanMissing]);
    }

    proptest! {
        #[test]
        fn one_more_trouble_never_needs_less(returned in 0..3i64, overdue in 0..3i64, short in 0..600i64, more in 0..600i64) {
            let week = Standing { short, ..quiet().week };
            let facts = Facts { notes_returned: returned, notes_overdue: overdue, week, ..quiet() };
            let better = Facts { week: Standing { short: (short - more).max(0), ..week }, ..facts.clone() };
            let worse = Facts { has_counselor: false, ..facts.clone() };
            let of = |facts: &Facts| needs(&flags(facts, measure()));
            prop_assert!(of(&better) <= of(&facts));
            prop_assert!(of(&worse) > of(&facts));
        }
    }
}
