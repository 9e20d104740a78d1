//! Program weeks: what was attended by day, against what the level of care asks for. Pure.
//!
//! Stated rules, shown with the numbers and changed in the settings: the level that holds on the last date of the week (or
//! of the stay) decides, or each level owes its days; a week in which the stay begins or ends is partial and owes nothing,
//! or its share. The stay's own hours go before those of its level. The running week is not short yet, it lacks.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::counting::Rules;
use crate::kernel::time;

/// One stay, with its levels in the order of their first dates.
#[derive(Clone, Debug)]
pub(super) struct Stay {
    pub admitted_on: NaiveDate,
    pub discharged_on: Option<NaiveDate>,
    /// Hours a week of this stay alone; 0 owes none.
    pub weekly_hours: Option<i64>,
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

    /// The week after this one.
    pub(crate) fn after(self) -> Self {
        Self { start: self.until, until: self.until.checked_add_days(Days::new(7)).unwrap_or(self.until) }
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

crate::words! {
    /// What was applied to a week beside the plain rule.
    pub enum WeekRule {
        /// The hours are the stay's own, not those of its level.
        OwnHours = "own_hours",
        /// The hours are those of who pays, not the general ones.
        PayerHours = "payer_hours",
        /// The stay begins or ends in it, and it owes the share of its days.
        PartialShare = "partial_share",
        /// The level changed in it: each owes its days.
        LevelShare = "level_share",
        /// The level changed in it: the last one decides.
        LevelLast = "level_last",
    }
}

/// Attended minutes of a client by date: for the week, and for a billable day.
#[derive(Debug, Default)]
pub(super) struct Attended {
    pub week: BTreeMap<NaiveDate, i64>,
    pub billable: BTreeMap<NaiveDate, i64>,
}

/// One date of a week.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct DayLine {
    pub on: NaiveDate,
    pub minutes: i64,
    /// Minutes that count toward a billable day.
    pub billable: i64,
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
    /// What was applied beside the plain rule; empty in a plain week.
    pub rules: Vec<WeekRule>,
    /// Minutes that lack; 0 when nothing is owed or it is reached.
    pub lacks: i64,
}

impl WeekLine {
    /// No stay touches it and nothing was attended: it says nothing about anybody.
    pub(super) const fn before_any_stay(&self) -> bool {
        self.level.is_none() && self.minutes == 0
    }
}

/// The stay that a week belongs to: the latest that touches it.
pub(super) fn stay_in(stays: &[Stay], week: Week) -> Option<&Stay> {
    stays.iter().filter(|stay| stay.touches(week)).max_by_key(|stay| stay.admitted_on)
}

impl Stay {
    fn touches(&self, week: Week) -> bool {
        self.admitted_on < week.until && self.discharged_on.is_none_or(|last| last >= week.start)
    }

    fn holds(&self, on: NaiveDate) -> bool {
        self.admitted_on <= on && self.discharged_on.is_none_or(|last| last >= on)
    }

    /// The level on a date; before the admission the first, after the discharge the last.
    fn level(&self, on: NaiveDate) -> Option<&str> {
        let on = self.discharged_on.map_or(on, |last| last.min(on));
        let held = self.levels.iter().rfind(|(from, _)| *from <= on).or(self.levels.first());
        held.map(|(_, level)| level.as_str())
    }
}

/// What a week owes.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Owed {
    pub level: Option<String>,
    pub minimum: Option<i64>,
    pub partial: bool,
    pub rules: Vec<WeekRule>,
}

/// What a week owes, by the rules that hold on its last date.
pub(super) fn owed(stays: &[Stay], week: Week, rules_of: Rules<'_>) -> Owed {
    let Some(stay) = stay_in(stays, week) else { return Owed::default() };
    let last = week.last();
    let days: Vec<NaiveDate> = week.dates().filter(|on| stay.holds(*on)).collect();
    let partial = days.len() < 7;
    let changes = days.windows(2).any(|pair| stay.level(pair[0]) != stay.level(pair[1]));
    let mut rules = Vec::new();
    let of_level = |level: Option<&str>| level.and_then(|level| rules_of.minimum(level, last)).unwrap_or_default();
    let level = stay.level(last);
    // Sevenths of a week, so that a share is rounded once.
    let mut sevenths = 7 * of_level(level);
    if let Some(own) = stay.weekly_hours {
        rules.push(WeekRule::OwnHours);
        sevenths = 7 * own * 60;
    } else if changes && rules_of.shares_levels(last) {
        rules.push(WeekRule::LevelShare);
        sevenths = week.dates().map(|on| of_level(stay.level(on.max(stay.admitted_on)))).sum();
    } else if changes {
        rules.push(WeekRule::LevelLast);
    }
    if stay.weekly_hours.is_none() && level.is_some_and(|level| rules_of.is_payers(level, last)) {
        rules.push(WeekRule::PayerHours);
    }
    let shares = partial && rules_of.shares_partial(last);
    if shares {
        rules.push(WeekRule::PartialShare);
        sevenths = match stay.weekly_hours {
            None if rules.contains(&WeekRule::LevelShare) => days.iter().map(|on| of_level(stay.level(*on))).sum(),
            _ => sevenths / 7 * i64::try_from(days.len()).unwrap_or(7),
        };
    }
    let minimum = Some((sevenths + 3) / 7).filter(|minutes| *minutes > 0);
    Owed { level: level.map(str::to_owned), minimum, partial: partial && !shares, rules }
}

/// Builds the line of a week.
pub(super) fn line(
    week: Week,
    attended: &Attended,
    stays: &[Stay],
    rules_of: Rules<'_>,
    today: NaiveDate,
) -> WeekLine {
    let days: Vec<DayLine> = week
        .dates()
        .map(|on| {
            let of = |minutes: &BTreeMap<NaiveDate, i64>| minutes.get(&on).copied().unwrap_or_default();
            let (minutes, billable) = (of(&attended.week), of(&attended.billable));
            let short_day = minutes > 0 && billable < rules_of.billable_day(on) && on < today;
            DayLine { on, minutes, billable, short_day }
        })
        .collect();
    let minutes: i64 = days.iter().map(|day| day.minutes).sum();
    let Owed { level, minimum, partial, rules } = owed(stays, week, rules_of);
    let state = match minimum {
        None => WeekState::NotOwed,
        Some(minimum) if minutes >= minimum => WeekState::Reached,
        Some(_) if partial => WeekState::Partial,
        Some(_) if today < week.until => WeekState::Running,
        Some(_) => WeekState::Short,
    };
    let lacks = match state {
        WeekState::Short | WeekState::Running => minimum.map_or(0, |minimum| (minimum - minutes).max(0)),
        _ => 0,
    };
    WeekLine { start: week.start, last: week.last(), days, minutes, minimum, level, state, rules, lacks }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::counting::Counting;
    use super::*;
    use crate::client::ClientId;
    use chrono::Weekday;

    fn nobody() -> ClientId {
        ClientId(uuid::Uuid::nil())
    }

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn stay(admitted_on: &str, discharged_on: Option<&str>, levels: &[(&str, &str)]) -> Stay {
        Stay {
            admitted_on: date(admitted_on),
            discharged_on: discharged_on.map(date),
            weekly_hours: None,
            levels: levels.iter().map(|(from, level)| (date(from), (*level).to_owned())).collect(),
        }
    }

    #[test]
    fn the_level_at_the_end_of_the_week_decides() {
        let week = week_of(date("2026-11-18"), Weekday::Sun);
        assert_eq!((week.start, week.last()), (date("2026-11-15"), date("2026-11-21")));
        let moved = [stay("2026-10-01", None, &[("2026-10-01", "2.5"), ("2026-11-19", "2.1")])];
        assert_eq!(stay_in(&moved, week).unwrap().level(week.last()).unwrap(), "2.1");
        let left = [stay("2026-10-01", Some("2026-11-18"), &[("2026-10-01", "2.5"), ("2026-11-19", "2.1")])];
        assert_eq!(stay_in(&left, week).unwrap().level(week.last()).unwrap(), "2.5");
        let returned = [
            stay("2026-09-01", Some("2026-11-16"), &[("2026-09-01", "2.1")]),
            stay("2026-11-17", None, &[("2026-11-17", "1.0")]),
        ];
        assert_eq!(stay_in(&returned, week).unwrap().level(week.last()).unwrap(), "1.0");
        assert!(stay_in(&[stay("2026-11-22", None, &[("2026-11-22", "2.1")])], week).is_none());
    }

    fn attended(list: &[(&str, i64)]) -> Attended {
        let week: BTreeMap<NaiveDate, i64> = list.iter().map(|(on, minutes)| (date(on), *minutes)).collect();
        Attended { billable: week.clone(), week }
    }

    #[test]
    fn how_a_week_stands() {
        use WeekState::{NotOwed, Partial, Reached, Running, Short};
        let week = week_of(date("2026-11-18"), Weekday::Sun);
        let whole = stay("2026-10-01", None, &[("2026-10-01", "2.1")]);
        let begun = stay("2026-11-17", None, &[("2026-11-17", "2.1")]);
        let free = stay("2026-10-01", None, &[("2026-10-01", "3.1")]);
        let counting = Counting::chosen(&[]);
        for (stay, minutes, today, state, lacks) in [
            (&whole, 540, "2026-11-24", Reached, 0),
            (&whole, 539, "2026-11-24", Short, 1),
            (&whole, 360, "2026-11-21", Running, 180),
            (&begun, 360, "2026-11-24", Partial, 0),
            (&begun, 540, "2026-11-24", Reached, 0),
            (&free, 0, "2026-11-24", NotOwed, 0),
        ] {
            let attended = attended(&[("2026-11-18", minutes)]);
            let line = line(week, &attended, std::slice::from_ref(stay), counting.rules(nobody()), date(today));
            assert_eq!((line.minutes, line.state, line.lacks), (minutes, state, lacks), "{minutes} {today}");
        }
    }

    #[test]
    fn what_a_week_owes_follows_the_rules_of_its_date() {
        use WeekRule::{LevelLast, LevelShare, OwnHours, PartialShare};
        let week = week_of(date("2026-11-18"), Weekday::Sun);
        let shares: &[(&str, &str, &str)] =
            &[("partial_week_share", "2026-11-01", "yes"), ("level_change_share", "2026-11-01", "yes")];
        let later: &[(&str, &str, &str)] =
            &[("partial_week_share", "2026-11-22", "yes"), ("hours_2_1", "2026-11-22", "12")];
        // Three days at 2.5 (20 hours), four at 2.1 (9 hours).
        let moved = stay("2026-10-01", None, &[("2026-10-01", "2.5"), ("2026-11-18", "2.1")]);
        let begun = stay("2026-11-17", None, &[("2026-11-17", "2.1")]);
        let ended = stay("2026-10-01", Some("2026-11-18"), &[("2026-10-01", "2.5"), ("2026-11-17", "2.1")]);
        let own = Stay { weekly_hours: Some(6), ..moved.clone() };
        let none = Stay { weekly_hours: Some(0), ..moved.clone() };
        for (stay, chosen, minimum, partial, rules) in [
            (&moved, &[][..], Some(540), false, vec![LevelLast]),
            (&moved, shares, Some((3 * 1200 + 4 * 540 + 3) / 7), false, vec![LevelShare]),
            (&begun, &[], Some(540), true, vec![]),
            (&begun, later, Some(540), true, vec![]),
            (&begun, shares, Some((5 * 540 + 3) / 7), false, vec![PartialShare]),
            (&ended, shares, Some((2 * 1200 + 2 * 540 + 3) / 7), false, vec![LevelShare, PartialShare]),
            (&own, shares, Some(360), false, vec![OwnHours]),
            (&none, &[], None, false, vec![OwnHours]),
        ] {
            let counting = Counting::chosen(chosen);
            let found = owed(std::slice::from_ref(stay), week, counting.rules(nobody()));
            assert_eq!((found.minimum, found.partial, found.rules), (minimum, partial, rules), "{stay:?} {chosen:?}");
        }
    }

    #[test]
    fn a_day_below_the_billable_hours_is_short() {
        let week = week_of(date("2026-11-18"), Weekday::Sun);
        let mut attended = attended(&[("2026-11-16", 180), ("2026-11-18", 168), ("2026-11-19", 180)]);
        attended.billable.insert(date("2026-11-19"), 90);
        let counting = Counting::chosen(&[]);
        let line = line(week, &attended, &[], counting.rules(nobody()), date("2026-11-24"));
        let short: Vec<bool> = line.days.iter().map(|day| day.short_day).collect();
        assert_eq!(short, [false, false, false, true, true, false, false]);
    }
}
