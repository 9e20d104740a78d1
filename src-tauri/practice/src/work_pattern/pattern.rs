//! A pattern over a span of dates: the times that are taken. Pure.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Shift, TakenBy, WorkPattern};
use crate::kernel::{Moment, Zone};

/// A time that is taken.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Busy {
    pub what: TakenBy,
    pub from: Moment,
    pub until: Moment,
    /// Minutes to the program, before and after.
    pub travel: i64,
}

/// What takes the dates from `from` up to but without `until`, in order. A shift that began on an earlier date is there.
/// `versions` in any order; blocked times are wall times of the practice, shifts of the workplace.
pub fn busy(versions: &[WorkPattern], practice: Zone, (from, until): (NaiveDate, NaiveDate)) -> Vec<Busy> {
    let (first, end) = (practice.start_of(from), practice.start_of(until));
    // Two days on both sides: a shift may run over midnight, and the workplace may be a day ahead or behind.
    let (Some(early), Some(late)) = (from.checked_sub_days(Days::new(2)), until.checked_add_days(Days::new(2)))
    else {
        return Vec::new();
    };
    let mut taken: Vec<Busy> = early
        .iter_days()
        .take_while(|on| *on < late)
        .filter_map(|on| Some((on, holding(versions, on)?)))
        .flat_map(|(on, version)| version.shift(on).into_iter().chain(version.blocked_on(on, practice)))
        .filter(|busy| busy.from < end && busy.until > first)
        .collect();
    taken.sort_by_key(|busy| (busy.from, busy.until));
    taken
}

/// The version that holds on a date.
fn holding(versions: &[WorkPattern], on: NaiveDate) -> Option<&WorkPattern> {
    versions.iter().filter(|version| version.from_on <= on).max_by_key(|version| version.from_on)
}

impl WorkPattern {
    /// The shift that begins on a date of the workplace.
    fn shift(&self, on: NaiveDate) -> Option<Busy> {
        let length = i64::try_from(self.cycle.len()).ok().filter(|length| *length > 0)?;
        let place = usize::try_from((on - self.anchor_on).num_days().rem_euclid(length)).ok()?;
        let (what, Shift { starts, minutes }) = match self.cycle.as_bytes().get(place)? {
            b'D' => (TakenBy::Day, self.day),
            b'N' => (TakenBy::Night, self.night),
            b'C' => (TakenBy::Call, self.call),
            _ => return None,
        };
        Some(self.taken(what, self.zone, (on.and_time(starts), minutes)))
    }

    fn blocked_on(&self, on: NaiveDate, practice: Zone) -> impl Iterator<Item = Busy> + '_ {
        let weekday = on.weekday().number_from_monday();
        self.blocked.iter().filter(move |blocked| blocked.weekday == weekday).filter_map(move |blocked| {
            let starts = NaiveTime::parse_from_str(&blocked.starts, "%H:%M").ok()?;
            let taken = self.taken(TakenBy::Blocked, practice, (on.and_time(starts), blocked.minutes));
            Some(Busy { travel: 0, ..taken })
        })
    }

    fn taken(&self, what: TakenBy, zone: Zone, (starts, minutes): (NaiveDateTime, i64)) -> Busy {
        let ends = starts.checked_add_signed(TimeDelta::minutes(minutes)).unwrap_or(starts);
        Busy { what, from: instant(zone, starts), until: instant(zone, ends), travel: self.travel }
    }
}

/// The instant of a wall time; in the gap of a daylight-saving change the first one after it, for nobody works then.
fn instant(zone: Zone, wall: NaiveDateTime) -> Moment {
    let quarters = (0..=8).filter_map(|quarter| wall.checked_add_signed(TimeDelta::minutes(15 * quarter)));
    let first = quarters.map(|at| zone.moment(at.date(), at.time())).find_map(Result::ok);
    first.unwrap_or(Moment(wall.and_utc().timestamp_millis()))
}

impl Busy {
    /// Whether somebody cannot be at a place from an instant up to another, the way there and back included.
    pub fn meets(&self, from: Moment, until: Moment) -> bool {
        self.from.plus_minutes(-self.travel) < until && self.until.plus_minutes(self.travel) > from
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::{Blocked, WorkPatternId};
    use super::*;
    use crate::client::ClientId;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn time(text: &str) -> NaiveTime {
        NaiveTime::parse_from_str(text, "%H:%M").unwrap()
    }

    fn zone(name: &str) -> Zone {
        Zone::named(name).unwrap()
    }

    fn pattern(from_on: &str, place: &str, cycle: &str, anchor: &str) -> WorkPattern {
        WorkPattern {
            id: WorkPatternId(uuid::Uuid::nil()),
            client: ClientId(uuid::Uuid::nil()),
            from_on: date(from_on),
            zone: zone(place),
            cycle: cycle.into(),
            anchor_on: date(anchor),
            day: Shift { starts: time("07:00"), minutes: 720 },
            night: Shift { starts: time("19:00"), minutes: 720 },
            call: Shift { starts: time("17:00"), minutes: 900 },
            travel: 30,
            blocked: Vec::new(),
            rev: 1,
        }
    }

    /// Begins and ends on the practice's wall.
    fn walls(versions: &[WorkPattern], practice: &str, (from, until): (&str, &str)) -> Vec<String> {
        let practice = zone(practice);
        busy(versions, practice, (date(from), date(until)))
            .into_iter()
            .map(|busy| {
                let wall = |at| practice.wall(at).format("%d %H:%M").to_string();
                format!("{} {} to {}", busy.what.word(), wall(busy.from), wall(busy.until))
            })
            .collect()
    }

    const HOME: &str = "America/New_York";

    #[test]
    fn cycles_anchors_zones_and_versions() {
        // Two days, two nights, four off, from Monday the 2nd on.
        let rotation = pattern("2026-11-01", HOME, "DDNNOOOO", "2026-11-02");
        for (versions, span, expected) in [
            (
                vec![rotation.clone()],
                ("2026-11-10", "2026-11-14"),
                vec![
                    "day 10 07:00 to 10 19:00",
                    "day 11 07:00 to 11 19:00",
                    "night 12 19:00 to 13 07:00",
                    "night 13 19:00 to 14 07:00",
                ],
            ),
            // The night that began the evening before is there.
            (vec![rotation.clone()], ("2026-11-14", "2026-11-15"), vec!["night 13 19:00 to 14 07:00"]),
            // Before the anchor the cycle runs backward; before the first version nothing is known.
            (
                vec![pattern("2026-11-01", HOME, "DO", "2026-11-10")],
                ("2026-11-01", "2026-11-03"),
                vec!["day 02 07:00 to 02 19:00"],
            ),
            (vec![rotation.clone()], ("2026-10-20", "2026-10-30"), vec![]),
            // TakenBy in Los Angeles, three hours behind.
            (
                vec![pattern("2026-11-01", "America/Los_Angeles", "DO", "2026-11-10")],
                ("2026-11-10", "2026-11-11"),
                vec!["day 10 10:00 to 10 22:00"],
            ),
            // A later version ends the earlier one; one free day is no work.
            (
                vec![rotation, pattern("2026-11-11", HOME, "O", "2026-11-11")],
                ("2026-11-10", "2026-11-14"),
                vec!["day 10 07:00 to 10 19:00"],
            ),
        ] {
            assert_eq!(walls(&versions, HOME, span), expected, "{span:?}");
        }
    }

    #[test]
    fn a_night_over_a_change_of_the_clock_keeps_its_wall_times() {
        let nights = [pattern("2026-01-01", HOME, "N", "2026-01-01")];
        let hours = |on: &str, until: &str| -> Vec<i64> {
            busy(&nights, zone(HOME), (date(on), date(until)))
                .iter()
                .map(|busy| busy.from.minutes_to(busy.until) / 60)
                .collect()
        };
        // Spring forward on 8 March, fall back on 1 November.
        assert_eq!(hours("2026-03-07", "2026-03-09"), [12, 11, 12]);
        assert_eq!(hours("2026-10-31", "2026-11-02"), [12, 13, 12]);
    }

    #[test]
    fn a_blocked_time_returns_every_week_on_the_practices_wall() {
        let blocked = Blocked { weekday: 3, starts: "15:00".into(), minutes: 60, words: "School".into() };
        let free = pattern("2026-11-01", "America/Los_Angeles", "O", "2026-11-01");
        let version = WorkPattern { blocked: vec![blocked], ..free };
        assert_eq!(
            walls(&[version], HOME, ("2026-11-01", "2026-11-15")),
            ["blocked 04 15:00 to 04 16:00", "blocked 11 15:00 to 11 16:00"]
        );
    }

    #[test]
    fn the_way_belongs_to_a_shift() {
        let day = busy(
            &[pattern("2026-11-01", HOME, "D", "2026-11-01")],
            zone(HOME),
            (date("2026-11-10"), date("2026-11-11")),
        )[0];
        let at = |text: &str| zone(HOME).moment(date("2026-11-10"), time(text)).unwrap();
        for (from, until, meets) in
            [("19:29", "20:00", true), ("19:30", "20:30", false), ("05:30", "06:30", false), ("05:30", "06:31", true)]
        {
            assert_eq!(day.meets(at(from), at(until)), meets, "{from} to {until}");
        }
    }

    proptest! {
        /// Any span is what its single dates are, each shift once.
        #[test]
        fn a_span_is_the_union_of_its_dates(cycle in "[DNCO]{1,14}", start in 0_u64..400, long in 1_u64..20, place in 0_usize..3) {
            let place = ["America/New_York", "America/Los_Angeles", "Pacific/Auckland"][place];
            let versions = [pattern("2025-12-01", place, &cycle, "2026-01-05")];
            let from = date("2026-01-10").checked_add_days(Days::new(start)).unwrap();
            let until = from.checked_add_days(Days::new(long)).unwrap();
            let whole = busy(&versions, zone(HOME), (from, until));
            let mut single: Vec<Busy> = Vec::new();
            for on in from.iter_days().take_while(|on| *on < until) {
                let next = on.checked_add_days(Days::new(1)).unwrap();
                single.extend(busy(&versions, zone(HOME), (on, next)));
            }
            single.sort_by_key(|busy| (busy.from, busy.until));
            single.dedup();
            prop_assert_eq!(whole, single);
        }
    }
}
