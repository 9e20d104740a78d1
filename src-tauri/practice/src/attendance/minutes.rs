//! Minutes from intervals. Pure.
//!
//! Attended is what arrival to leaving and the real session share, without the breaks. Over several sessions a minute is
//! counted once; one that sessions of two dates share counts on the earlier (models.md 1.3).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::kernel::Moment;

/// From an instant up to but without another. Empty when the two are the wrong way around.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Interval {
    pub from: i64,
    pub until: i64,
}

impl Interval {
    pub(crate) fn new(from: Moment, until: Moment) -> Self {
        Self { from: from.0, until: until.0 }
    }

    fn ms(self) -> i64 {
        (self.until - self.from).max(0)
    }

    fn shared(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), until: self.until.min(other.until) }
    }
}

/// The parts of `whole` that no hole covers, in order.
fn without(whole: Interval, holes: &[Interval]) -> Vec<Interval> {
    let mut holes: Vec<Interval> = holes.iter().copied().filter(|hole| hole.ms() > 0).collect();
    holes.sort_by_key(|hole| hole.from);
    let mut parts = Vec::new();
    let mut from = whole.from;
    for hole in holes {
        if hole.from > from {
            parts.push(Interval { from, until: hole.from.min(whole.until) });
        }
        from = from.max(hole.until);
    }
    parts.push(Interval { from, until: whole.until });
    parts.retain(|part| part.ms() > 0);
    parts
}

/// What somebody attended: the stay within the session, without the breaks.
pub(crate) fn attended(session: Interval, breaks: &[Interval], stay: Interval) -> Vec<Interval> {
    without(session.shared(stay), breaks)
}

/// Whole minutes of parts that do not overlap.
pub(crate) fn whole_minutes(parts: &[Interval]) -> i64 {
    parts.iter().map(|part| part.ms()).sum::<i64>() / 60_000
}

/// Minutes by date; what overlaps is counted once, on the earlier date.
pub(crate) fn by_date(mut attended: Vec<(NaiveDate, Vec<Interval>)>) -> BTreeMap<NaiveDate, i64> {
    attended.sort_by_key(|(date, parts)| (*date, parts.first().map_or(0, |part| part.from)));
    let mut covered: Vec<Interval> = Vec::new();
    let mut ms: BTreeMap<NaiveDate, i64> = BTreeMap::new();
    for (date, parts) in attended {
        for part in parts {
            let fresh = without(part, &covered);
            *ms.entry(date).or_default() += fresh.iter().map(|part| part.ms()).sum::<i64>();
            covered.extend(fresh);
        }
    }
    ms.into_iter().map(|(date, ms)| (date, ms / 60_000)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use chrono::Days;
    use proptest::prelude::*;

    use super::*;

    fn minutes(from: i64, until: i64) -> Interval {
        Interval { from: from * 60_000, until: until * 60_000 }
    }

    #[test]
    fn hand_worked_minutes() {
        for (session, breaks, stay, expected) in [
            ((0, 60), vec![], (0, 60), 60),
            ((0, 60), vec![], (12, 60), 48),
            ((0, 60), vec![], (-5, 70), 60),
            ((0, 180), vec![(50, 60), (110, 120)], (0, 180), 160),
            ((0, 180), vec![(50, 60), (55, 65)], (0, 180), 165),
            ((0, 180), vec![(50, 60)], (55, 180), 120),
            ((0, 60), vec![(-10, 10)], (0, 60), 50),
            ((0, 60), vec![(0, 60)], (0, 60), 0),
            ((0, 60), vec![], (70, 80), 0),
            ((0, 60), vec![(20, 10)], (0, 60), 60),
        ] {
            let breaks: Vec<Interval> = breaks.into_iter().map(|(from, until)| minutes(from, until)).collect();
            let parts = attended(minutes(session.0, session.1), &breaks, minutes(stay.0, stay.1));
            assert_eq!(whole_minutes(&parts), expected, "{session:?} {breaks:?} {stay:?}");
        }
    }

    #[test]
    fn a_shared_minute_counts_once_and_on_the_earlier_date() {
        let monday: NaiveDate = "2026-11-23".parse().unwrap();
        let tuesday = monday.checked_add_days(Days::new(1)).unwrap();
        let by = by_date(vec![
            (tuesday, vec![minutes(1430, 1500)]),
            (monday, vec![minutes(1400, 1450)]),
            (monday, vec![minutes(1380, 1410)]),
        ]);
        assert_eq!(by.into_iter().collect::<Vec<_>>(), [(monday, 70), (tuesday, 50)]);
    }

    proptest! {
        /// The same numbers by counting every minute on its own.
        #[test]
        fn minutes_equal_a_count_of_single_minutes(
            session in (0_i64..120, 0_i64..200),
            breaks in prop::collection::vec((0_i64..320, 0_i64..60), 0..4),
            stay in (0_i64..320, 0_i64..320),
        ) {
            let session = (session.0, session.0 + session.1);
            let breaks: Vec<(i64, i64)> = breaks.into_iter().map(|(from, long)| (from, from + long)).collect();
            let inside = |minute: i64, (from, until): (i64, i64)| (from..until).contains(&minute);
            let counted = (0..700)
                .filter(|m| inside(*m, session) && inside(*m, stay) && !breaks.iter().any(|pause| inside(*m, *pause)))
                .count();
            let pauses: Vec<Interval> = breaks.iter().map(|(from, until)| minutes(*from, *until)).collect();
            let parts = attended(minutes(session.0, session.1), &pauses, minutes(stay.0, stay.1));
            prop_assert_eq!(whole_minutes(&parts), i64::try_from(counted).unwrap());
        }

        /// Each minute belongs to the earliest date that has it, and to no other.
        #[test]
        fn days_equal_a_count_of_single_minutes(
            sessions in prop::collection::vec((0_u64..3, 0_i64..300, 1_i64..90), 0..8),
        ) {
            let first: NaiveDate = "2026-11-22".parse().unwrap();
            let date = |day: u64| first.checked_add_days(Days::new(day)).unwrap();
            let list = sessions.iter().map(|(day, from, long)| (date(*day), vec![minutes(*from, from + long)])).collect();
            let by = by_date(list);
            let mut seen: BTreeSet<i64> = BTreeSet::new();
            for day in 0..3 {
                let own: BTreeSet<i64> = sessions.iter().filter(|s| s.0 == day).flat_map(|s| s.1..s.1 + s.2).collect();
                let fresh = own.difference(&seen).count();
                prop_assert_eq!(by.get(&date(day)).copied().unwrap_or_default(), i64::try_from(fresh).unwrap());
                seen.extend(own);
            }
        }
    }
}
