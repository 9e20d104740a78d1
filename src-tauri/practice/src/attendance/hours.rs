//! Program weeks: what was attended by day, against what the level of care asks for. Pure.
//!
//! Stated rules, shown with the numbers: the level that holds on the last date of the week (or of the stay) decides; a
//! week in which the stay begins or ends is partial and never short; the running week is not short yet, it lacks.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use crate::kernel::time;

/// One stay, with its levels in the order of their first dates.
#[derive(Clone, Debug)]
pub(super) struct Stay {
    pub admitted_on: NaiveDate,
    pub discharged_on: Option<NaiveDate>,
    pub levels: Vec<(NaiveDate, String)>,
}

/// A program week: seven dates from the day the practice's week starts on.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Week {
    pub start: NaiveDate,
    /// The first date after it.
    pub until: NaiveDate,
}

/// The program week that holds a date.
pub fn week_of(date: NaiveDate, starts_on: chrono::Weekday) -> Week {
    let start = time::week_start(date, starts_on);
    Week { start, until: start.checked_add_days(Days::new(7)).unwrap_or(start) }
}

impl Week {
    /// The week before this one.
    pub(super) fn before(self) -> Self {
        Self { start: self.start.checked_sub_days(Days::new(7)).unwrap_or(self.start), until: self.start }
    }

    /// Its last date.
    pub fn last(self) -> NaiveDate {
        self.until.checked_sub_days(Days::new(1)).unwrap_or(self.start)
    }

    /// Its seven dates.
    pub(super) fn dates(self) -> impl Iterator<Item = NaiveDate> {
        self.start.iter_days().take(7)
    }
}

crate::words! {
    /// How a week stands.
    pub enum WeekState {
        /// The hours are reached.
        Reached = "reached",
        /// The week is over and the hours were not reached.
        Short = "short",
        /// The week is running.
        Running = "running",
        /// The stay begins or ends in it: no hours are owed.
        Partial = "partial",
        /// No stay, or a level without hours a week.
        NotOwed = "not_owed",
    }
}

/// One date of a week.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct DayLine {
    pub on: NaiveDate,
    pub minutes: i64,
    /// The day is over, something was attended, but less than a billable day.
    pub short_day: bool,
}

/// A week of one client.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct WeekLine {
    pub start: NaiveDate,
    pub last: NaiveDate,
    pub days: Vec<DayLine>,
    pub minutes: i64,
    /// What the level of care asks for, in minutes.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    pub state: WeekState,
    /// Minutes that lack; 0 when nothing is owed or it is reached.
    pub lacks: i64,
}

/// The level of care on a date, or on the last date of the stay before it within the week.
pub(super) fn level_in(stays: &[Stay], week: Week) -> Option<(&Stay, &str)> {
    let stay = stays
        .iter()
        .filter(|stay| stay.admitted_on < week.until && stay.discharged_on.is_none_or(|last| last >= week.start))
        .max_by_key(|stay| stay.admitted_on)?;
    let on = stay.discharged_on.map_or(week.last(), |last| last.min(week.last()));
    let (_, level) = stay.levels.iter().rfind(|(from, _)| *from <= on)?;
    Some((stay, level))
}

/// Builds the line of a week.
pub(super) fn line(
    week: Week,
    minutes: &BTreeMap<NaiveDate, i64>,
    (owed, minimum): (Option<(&Stay, &str)>, Option<i64>),
    billable_day: i64,
    today: NaiveDate,
) -> WeekLine {
    let days: Vec<DayLine> = week
        .dates()
        .map(|on| {
            let minutes = minutes.get(&on).copied().unwrap_or_default();
            DayLine { on, minutes, short_day: minutes > 0 && minutes < billable_day && on < today }
        })
        .collect();
    let sum: i64 = days.iter().map(|day| day.minutes).sum();
    let partial = owed.is_some_and(|(stay, _)| {
        stay.admitted_on > week.start || stay.discharged_on.is_some_and(|last| last < week.last())
    });
    let state = match minimum {
        None => WeekState::NotOwed,
        Some(minimum) if sum >= minimum => WeekState::Reached,
        Some(_) if partial => WeekState::Partial,
        Some(_) if today < week.until => WeekState::Running,
        Some(_) => WeekState::Short,
    };
    let lacks = match state {
        WeekState::Short | WeekState::Running => minimum.map_or(0, |minimum| (minimum - sum).max(0)),
        _ => 0,
    };
    let level = owed.map(|(_, level)| level.to_owned());
    WeekLine { start: week.start, last: week.last(), days, minutes: sum, minimum, level, state, lacks }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use chrono::Weekday;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn stay(admitted_on: &str, discharged_on: Option<&str>, levels: &[(&str, &str)]) -> Stay {
        Stay {
            admitted_on: date(admitted_on),
            discharged_on: discharged_on.map(date),
            levels: levels.iter().map(|(from, level)| (date(from), (*level).to_owned())).collect(),
        }
    }

    #[test]
    fn the_level_at_the_end_of_the_week_decides() {
        let week = week_of(date("2026-11-18"), Weekday::Sun);
        assert_eq!((week.start, week.last()), (date("2026-11-15"), date("2026-11-21")));
        let moved = [stay("2026-10-01", None, &[("2026-10-01", "2.5"), ("2026-11-19", "2.1")])];
        assert_eq!(level_in(&moved, week).unwrap().1, "2.1");
        let left = [stay("2026-10-01", Some("2026-11-18"), &[("2026-10-01", "2.5"), ("2026-11-19", "2.1")])];
        assert_eq!(level_in(&left, week).unwrap().1, "2.5");
        let returned = [
            stay("2026-09-01", Some("2026-11-16"), &[("2026-09-01", "2.1")]),
            stay("2026-11-17", None, &[("2026-11-17", "1.0")]),
        ];
        assert_eq!(level_in(&returned, week).unwrap().1, "1.0");
        assert!(level_in(&[stay("2026-11-22", None, &[("2026-11-22", "2.1")])], week).is_none());
    }

    #[test]
    fn how_a_week_stands() {
        use WeekState::{NotOwed, Partial, Reached, Running, Short};
        let week = week_of(date("2026-11-18"), Weekday::Sun);
        let whole = stay("2026-10-01", None, &[("2026-10-01", "2.1")]);
        let begun = stay("2026-11-17", None, &[("2026-11-17", "2.1")]);
        for (stay, attended, minimum, today, state, lacks) in [
            (&whole, 540, Some(540), "2026-11-24", Reached, 0),
            (&whole, 539, Some(540), "2026-11-24", Short, 1),
            (&whole, 360, Some(540), "2026-11-21", Running, 180),
            (&begun, 360, Some(540), "2026-11-24", Partial, 0),
            (&begun, 540, Some(540), "2026-11-24", Reached, 0),
            (&whole, 0, None, "2026-11-24", NotOwed, 0),
        ] {
            let minutes = BTreeMap::from([(date("2026-11-18"), attended)]);
            let line = line(week, &minutes, (Some((stay, "2.1")), minimum), 180, date(today));
            assert_eq!((line.minutes, line.state, line.lacks), (attended, state, lacks), "{attended} {today}");
        }
    }

    #[test]
    fn a_day_below_the_billable_hours_is_short() {
        let week = week_of(date("2026-11-18"), Weekday::Sun);
        let minutes = BTreeMap::from([(date("2026-11-16"), 180), (date("2026-11-18"), 168)]);
        let line = line(week, &minutes, (None, None), 180, date("2026-11-24"));
        let short: Vec<bool> = line.days.iter().map(|day| day.short_day).collect();
        assert_eq!(short, [false, false, false, true, false, false, false]);
    }
}
