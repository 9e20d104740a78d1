//! Stays on a roster. The other system has none, so they follow from attendance: from the first entry of a group to the
//! discharge, or to the day after the last entry when the group went on without the person for four weeks. The day on which
//! somebody left is the first without them.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use crate::client::ClientId;
use crate::group::GroupId;

/// A group that met without somebody for this long no longer expects them.
const GONE_AFTER_DAYS: u64 = 28;

/// First and last entries by group and client, and the last of each group.
#[derive(Default)]
pub(super) struct Stays {
    entries: HashMap<(GroupId, ClientId), (NaiveDate, NaiveDate)>,
    last: HashMap<GroupId, NaiveDate>,
}

/// One stay.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) struct Stay {
    pub joined_on: NaiveDate,
    pub left_on: Option<NaiveDate>,
}

impl Stays {
    /// Adds an entry.
    pub fn see(&mut self, group: GroupId, client: ClientId, on: NaiveDate) {
        let (first, last) = self.entries.entry((group, client)).or_insert((on, on));
        *first = on.min(*first);
        *last = on.max(*last);
        let end = self.last.entry(group).or_insert(on);
        *end = on.max(*end);
    }

    /// Everybody who has a stay, in the order of groups and clients.
    pub fn all(&self) -> Vec<(GroupId, ClientId)> {
        let mut all: Vec<_> = self.entries.keys().copied().collect();
        all.sort_unstable();
        all
    }

    /// The stay of one client in one group.
    pub fn stay(&self, group: GroupId, client: ClientId, discharged_on: Option<NaiveDate>) -> Option<Stay> {
        let (joined_on, last) = *self.entries.get(&(group, client))?;
        let group_last = *self.last.get(&group)?;
        let gone = last.checked_add_days(Days::new(GONE_AFTER_DAYS)).is_some_and(|end| end < group_last);
        let left_on = match discharged_on {
            Some(date) => Some(date.max(joined_on)),
            None => gone.then(|| last.succ_opt()).flatten(),
        };
        Some(Stay { joined_on, left_on })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::RowId as _;

    #[test]
    fn a_stay_ends_with_the_discharge_or_four_weeks_after_the_last_entry() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let group = GroupId::of(uuid::Uuid::from_u128(1));
        let client = |n: u128| ClientId::of(uuid::Uuid::from_u128(n));
        let mut stays = Stays::default();
        stays.see(group, client(1), day("2026-06-29"));
        stays.see(group, client(1), day("2026-01-05"));
        stays.see(group, client(2), day("2026-05-04"));
        stays.see(group, client(3), day("2026-06-01"));
        for (who, discharged, joined, left) in [
            (1, None, "2026-01-05", None),
            (1, Some("2026-06-30"), "2026-01-05", Some("2026-06-30")),
            (2, None, "2026-05-04", Some("2026-05-05")),
            (3, None, "2026-06-01", None),
            (3, Some("2026-05-30"), "2026-06-01", Some("2026-06-01")),
        ] {
            let stay = stays.stay(group, client(who), discharged.map(day)).unwrap();
            assert_eq!(stay, Stay { joined_on: day(joined), left_on: left.map(day) }, "{who}");
        }
    }
}
