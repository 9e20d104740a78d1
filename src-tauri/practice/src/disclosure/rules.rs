//! What may be told, and which reports are still owed. Pure: no SQL, no clock.

use chrono::NaiveDate;

use crate::agreement::due_days;
use crate::consent::Lacking;
use crate::kernel::refusal::Rule;

/// How many days ahead a report stands on the desk.
pub(super) const AHEAD_DAYS: u64 = 14;

/// How many days back a report that was not sent is still asked for.
pub(super) const BACK_DAYS: u64 = 365;

/// Why a disclosure is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum DisclosureRefusal {
    /// No consent covers it.
    NotCovered(Lacking),
    /// It was recorded or closed before.
    NotOwed,
    /// It was taken back before.
    Voided,
}

impl Rule for DisclosureRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NotCovered(_) => "disclosure.not_covered",
            Self::NotOwed => "disclosure.not_owed",
            Self::Voided => "disclosure.voided",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotCovered(lacking) => format!("{} Nothing may be told (42 CFR 2.31).", lacking.words()),
            Self::NotOwed => "This is not owed any more: it was recorded, or closed. Look at the list again.".into(),
            Self::Voided => "This record was taken back before.".into(),
        }
    }
}

/// The reports of an agreement that are owed on a day: due within the next two weeks or the last year, and not sent.
pub(super) fn owed_reports(
    reports: (NaiveDate, u32),
    until: Option<NaiveDate>,
    today: NaiveDate,
    sent: &[NaiveDate],
) -> Vec<NaiveDate> {
    let back = today.checked_sub_days(chrono::Days::new(BACK_DAYS)).unwrap_or(today);
    let ahead = today.checked_add_days(chrono::Days::new(AHEAD_DAYS)).unwrap_or(today);
    let due = due_days(reports, until, (back, ahead));
    due.into_iter().filter(|due| !sent.contains(due)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_report_is_owed_from_two_weeks_before_until_it_is_sent() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (first, until, sent, expected) in [
            ("2026-12-08", None, vec![], vec!["2026-12-08"]),
            ("2026-12-09", None, vec![], vec![]),
            ("2026-08-24", None, vec![], vec!["2026-08-24", "2026-11-24"]),
            ("2026-08-24", None, vec!["2026-08-24"], vec!["2026-11-24"]),
            ("2026-08-24", Some("2026-11-23"), vec!["2026-08-24"], vec![]),
            ("2025-11-24", Some("2026-01-01"), vec![], vec!["2025-11-24"]),
            ("2025-11-23", Some("2026-01-01"), vec![], vec![]),
        ] {
            let sent: Vec<NaiveDate> = sent.into_iter().map(day).collect();
            let found = owed_reports((day(first), 3), until.map(day), day("2026-11-24"), &sent);
            assert_eq!(found, expected.into_iter().map(day).collect::<Vec<_>>(), "{first} {until:?}");
        }
    }
}
