//! How an agreement stands on a day, when its reports are due, and what its tests come to. Pure: no SQL, no clock.

use chrono::{Days, Months, NaiveDate};

use super::AgreementKind;
use crate::kernel::refusal::Rule;
use crate::kernel::time::date_words;

/// Why a change of an agreement is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum AgreementRefusal {
    /// It was taken back as entered by mistake.
    Voided,
    /// The consent is another client's, names nobody, or was taken back.
    OtherConsent,
}

impl Rule for AgreementRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Voided => "agreement.voided",
            Self::OtherConsent => "agreement.other_consent",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Voided => "This agreement was taken back. Add it again if it is right.",
            Self::OtherConsent => {
                "This consent cannot cover telling them. Choose one of this client's that names a recipient."
            }
        }
        .into()
    }
}

crate::words! {
    /// How an agreement stands.
    pub enum AgreementStanding {
        /// It begins later.
        Coming = "coming",
        InForce = "in_force",
        Ended = "ended",
    }
}

/// How an agreement stands on a day: in force from its first day through its last.
pub(super) fn standing(from: NaiveDate, until: Option<NaiveDate>, today: NaiveDate) -> AgreementStanding {
    match until {
        Some(end) if end < today => AgreementStanding::Ended,
        _ if from > today => AgreementStanding::Coming,
        _ => AgreementStanding::InForce,
    }
}

/// The kinds a client stands under: of the agreements in force, and where none of the kind was ever recorded, what a license
/// says.
pub(super) fn kinds(
    recorded: &[(AgreementKind, AgreementStanding)],
    licensed: &[AgreementKind],
) -> Vec<AgreementKind> {
    let known = |kind: &AgreementKind| recorded.iter().any(|(own, _)| own == kind);
    let holds = |kind: &AgreementKind| recorded.contains(&(*kind, AgreementStanding::InForce));
    let under = |kind: &&AgreementKind| holds(kind) || (licensed.contains(kind) && !known(kind));
    AgreementKind::ALL.iter().filter(under).copied().collect()
}

/// What a license says and nobody recorded as an agreement.
pub(super) fn unrecorded(
    recorded: &[(AgreementKind, AgreementStanding)],
    licensed: &[AgreementKind],
) -> Vec<AgreementKind> {
    let known = |kind: &AgreementKind| recorded.iter().any(|(own, _)| own == kind);
    licensed.iter().filter(|kind| !known(kind)).copied().collect()
}

/// The days on which reports of an agreement are due: from its first one, every so many months, through the last day of the
/// agreement and not after `to`. Day 31 is the last day of a shorter month, and 31 again in a longer one.
pub(crate) fn due_days(
    (first, months): (NaiveDate, u32),
    until: Option<NaiveDate>,
    (from, to): (NaiveDate, NaiveDate),
) -> Vec<NaiveDate> {
    let last = until.map_or(to, |until| until.min(to));
    (0_u32..1_200)
        .map_while(|time| first.checked_add_months(Months::new(time * months.max(1))))
        .take_while(|due| *due <= last)
        .filter(|due| *due >= from)
        .collect()
}

/// The span that a report speaks of: from the day of the one before, or so many months back, to the day before it is due.
pub(crate) fn period(due: NaiveDate, months: u32, from: NaiveDate) -> (NaiveDate, NaiveDate) {
    let begins = due.checked_sub_months(Months::new(months)).unwrap_or(from).max(from);
    let ends = due.checked_sub_days(Days::new(1)).unwrap_or(due);
    (begins.min(ends), ends)
}

/// "until Aug 3, 2029", or "until it is completed".
pub(crate) fn until_words(until: Option<NaiveDate>) -> String {
    until.map_or_else(|| "until it is completed".into(), |until| format!("until {}", date_words(until)))
}

/// What is said where the tests of a client are fewer than an agreement asks for; empty where they are enough.
pub(super) fn too_few(asked: Option<i64>, expected: Option<i64>) -> String {
    match (asked, expected) {
        (Some(asked), None) => format!("It asks for {asked} tests a year; the client is in no testing program."),
        (Some(asked), Some(expected)) if expected < asked => {
            format!("It asks for {asked} tests a year; the tier expects {expected}.")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use AgreementKind as K;
    use AgreementStanding as S;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_agreement_holds_from_its_first_day_through_its_last() {
        for (from, until, expected) in [
            ("2026-11-25", None, S::Coming),
            ("2026-11-24", None, S::InForce),
            ("2020-01-01", Some("2026-11-24"), S::InForce),
            ("2020-01-01", Some("2026-11-23"), S::Ended),
            ("2026-11-24", Some("2026-11-24"), S::InForce),
        ] {
            assert_eq!(standing(day(from), until.map(day), day("2026-11-24")), expected, "{from} {until:?}");
        }
    }

    #[test]
    fn a_license_speaks_only_where_no_agreement_of_its_kind_was_recorded() {
        for (recorded, licensed, under, missing) in [
            (vec![], vec![K::Board], vec![K::Board], vec![K::Board]),
            (vec![(K::Board, S::Ended)], vec![K::Board], vec![], vec![]),
            (vec![(K::Board, S::Coming)], vec![K::Board], vec![], vec![]),
            (
                vec![(K::Employer, S::InForce)],
                vec![K::MonitoringProgram],
                vec![K::MonitoringProgram, K::Employer],
                vec![K::MonitoringProgram],
            ),
            (vec![(K::Board, S::Ended), (K::Board, S::InForce)], vec![], vec![K::Board], vec![]),
        ] {
            assert_eq!(kinds(&recorded, &licensed), under, "{recorded:?} {licensed:?}");
            assert_eq!(unrecorded(&recorded, &licensed), missing, "{recorded:?} {licensed:?}");
        }
    }

    #[test]
    fn reports_are_due_from_the_first_one_on() {
        for (first, months, until, from, to, expected) in [
            ("2026-08-31", 3, None, "2026-01-01", "2027-03-01", vec!["2026-08-31", "2026-11-30", "2027-02-28"]),
            ("2026-08-31", 1, None, "2026-11-01", "2026-12-31", vec!["2026-11-30", "2026-12-31"]),
            ("2026-08-31", 3, Some("2026-11-29"), "2026-01-01", "2027-03-01", vec!["2026-08-31"]),
            ("2027-01-15", 12, None, "2026-01-01", "2026-12-31", vec![]),
        ] {
            let found = due_days((day(first), months), until.map(day), (day(from), day(to)));
            assert_eq!(found, expected.into_iter().map(day).collect::<Vec<_>>(), "{first} {months}");
        }
    }

    #[test]
    fn a_report_speaks_of_the_time_since_the_one_before() {
        for (due, months, from, expected) in [
            ("2026-12-01", 3, "2025-01-01", ("2026-09-01", "2026-11-30")),
            ("2026-12-01", 3, "2026-10-15", ("2026-10-15", "2026-11-30")),
            ("2026-12-01", 1, "2026-12-01", ("2026-11-30", "2026-11-30")),
        ] {
            assert_eq!(period(day(due), months, day(from)), (day(expected.0), day(expected.1)), "{due} {months}");
        }
    }

    #[test]
    fn fewer_tests_than_asked_for_are_said() {
        for (asked, expected, said) in [
            (None, None, false),
            (None, Some(12), false),
            (Some(36), None, true),
            (Some(36), Some(24), true),
            (Some(36), Some(36), false),
            (Some(36), Some(52), false),
        ] {
            assert_eq!(!too_few(asked, expected).is_empty(), said, "{asked:?} {expected:?}");
        }
    }

    proptest! {
        #[test]
        fn every_due_day_lies_in_the_span_and_in_order(first in 0_u64..2_000, months in 1_u32..=12, from in 0_u64..2_000, span in 0_u64..800) {
            let start = day("2024-01-31");
            let (from, to) = (start + Days::new(from), start + Days::new(from + span));
            let found = due_days((start + Days::new(first), months), None, (from, to));
            prop_assert!(found.iter().all(|due| (from..=to).contains(due)));
            prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
