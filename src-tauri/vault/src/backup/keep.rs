//! Which backups stay: a pure decision.
//!
//! Of the last half hours 12, of the last days 14, of the last weeks 8, of the last months 24; the newest of each. The
//! newest of all stays whatever its date says.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::BackupMark;

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// Length of a period in milliseconds, and of how many periods the newest backup stays.
const KEPT: [(i64, usize); 4] = [(30 * MINUTE, 12), (DAY, 14), (7 * DAY, 8), (30 * DAY, 24)];

/// The backups that may go. Only verified ones are to be given: a mark is made after verification.
pub fn keep(marks: &[BackupMark], now_ms: i64) -> Vec<PathBuf> {
    let mut newest_first: Vec<&BackupMark> = marks.iter().collect();
    newest_first.sort_by(|one, other| (other.at_ms, &other.file).cmp(&(one.at_ms, &one.file)));
    let mut stay: BTreeSet<&PathBuf> = newest_first.first().map(|mark| &mark.file).into_iter().collect();
    for (length, count) in KEPT {
        let mut periods = BTreeSet::new();
        for mark in &newest_first {
            let period = mark.at_ms.div_euclid(length);
            if periods.len() < count && periods.insert(period) {
                stay.insert(&mark.file);
            }
        }
    }
    // A date in the future is a clock that was set wrong; such a backup is not judged by it.
    let judged = |mark: &&&BackupMark| mark.at_ms <= now_ms;
    newest_first.iter().filter(judged).map(|mark| &mark.file).filter(|file| !stay.contains(file)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Head;
    use proptest::prelude::*;

    fn mark(at_ms: i64) -> BackupMark {
        BackupMark { file: format!("{at_ms}").into(), at_ms, head: Head::default(), bytes: 0, schema_version: 0 }
    }

    /// A backup every half hour for so many days.
    fn every_half_hour(days: i64) -> Vec<BackupMark> {
        (0..days * 48).map(|n| mark(1_000 * DAY + n * 30 * MINUTE)).collect()
    }

    #[test]
    fn two_years_of_half_hours_become_a_few_dozen() {
        let marks = every_half_hour(730);
        let now = 1_730 * DAY;
        let kept = marks.len() - keep(&marks, now).len();
        assert!((12 + 14..=12 + 14 + 8 + 24).contains(&kept), "{kept}");
    }

    #[test]
    fn a_few_backups_all_stay() {
        assert_eq!(keep(&every_half_hour(1)[..12], 1_002 * DAY), Vec::<PathBuf>::new());
        assert_eq!(keep(&[], 0), Vec::<PathBuf>::new());
    }

    proptest! {
        #[test]
        fn the_newest_stays_and_keeping_twice_changes_nothing(
            times in proptest::collection::btree_set(0_i64..1_000 * DAY, 1..200),
            now in 0_i64..1_200 * DAY,
        ) {
            let marks: Vec<BackupMark> = times.iter().map(|at| mark(*at)).collect();
            let gone = keep(&marks, now);
            let newest = marks.iter().max_by_key(|mark| mark.at_ms).map(|mark| mark.file.clone());
            prop_assert!(newest.is_some_and(|newest| !gone.contains(&newest)));
            let left: Vec<BackupMark> = marks.into_iter().filter(|mark| !gone.contains(&mark.file)).collect();
            prop_assert_eq!(keep(&left, now), Vec::<PathBuf>::new());
        }
    }
}
