//! Which kinds of session count, and what a week owes: settings that hold from a date on.
//!
//! A minute is judged by the date of its session, so a changed rule leaves earlier weeks as they were.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::kernel::Result;
use crate::practice::policy::{self, Dated};
use crate::session::Kind;

/// What minutes are counted for.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Toward {
    Week,
    BillableDay,
}

/// The rules of the hours, by date.
pub(crate) struct Counting(Dated);

impl Counting {
    pub(crate) fn of(sql: &Connection) -> Result<Self> {
        Ok(Self(Dated::of(sql)?))
    }

    /// The defaults with some values chosen: key, first date, value.
    #[cfg(test)]
    pub(super) fn chosen(values: &[(&str, &str, &str)]) -> Self {
        Self(Dated::chosen(values))
    }

    /// Whether minutes of a kind of session count on its date.
    pub(crate) fn counts(&self, toward: Toward, kind: Kind, on: NaiveDate) -> bool {
        self.0.yes(key(toward, kind), on)
    }

    /// The same, remembered for the few days and kinds of a span: a ledger asks it for each row.
    pub(super) fn asked(&self, toward: Toward) -> impl FnMut(Kind, NaiveDate) -> bool + '_ {
        let mut known = HashMap::new();
        move |kind, on| *known.entry((kind, on)).or_insert_with(|| self.counts(toward, kind, on))
    }

    /// What a level of care asks for a week on a date, in minutes; `None` for a level without hours a week.
    pub(super) fn minimum(&self, level: &str, on: NaiveDate) -> Option<i64> {
        let key = match level {
            "1.0" => policy::HOURS_1,
            "2.1" => policy::HOURS_2_1,
            "2.5" => policy::HOURS_2_5,
            _ => return None,
        };
        Some(self.0.whole(key, on) * 60).filter(|minutes| *minutes > 0)
    }

    /// Whether a week in which the stay begins or ends owes its share.
    pub(super) fn shares_partial(&self, on: NaiveDate) -> bool {
        self.0.yes(policy::PARTIAL_WEEK, on)
    }

    /// Whether a change of level splits its week.
    pub(super) fn shares_levels(&self, on: NaiveDate) -> bool {
        self.0.yes(policy::LEVEL_CHANGE, on)
    }

    /// Attended minutes of a billable day on a date.
    pub(super) fn billable_day(&self, on: NaiveDate) -> i64 {
        self.0.whole(policy::BILLABLE_DAY, on) * 60
    }
}

const fn key(toward: Toward, kind: Kind) -> &'static str {
    match (toward, kind) {
        (Toward::Week, Kind::Group) => policy::WEEK_GROUP,
        (Toward::Week, Kind::Individual) => policy::WEEK_INDIVIDUAL,
        (Toward::Week, Kind::Family) => policy::WEEK_FAMILY,
        (Toward::Week, Kind::Assessment) => policy::WEEK_ASSESSMENT,
        (Toward::Week, Kind::Education) => policy::WEEK_EDUCATION,
        (Toward::Week, Kind::Crisis) => policy::WEEK_CRISIS,
        (Toward::Week, Kind::CaseManagement) => policy::WEEK_CASE_MANAGEMENT,
        (Toward::BillableDay, Kind::Group) => policy::DAY_GROUP,
        (Toward::BillableDay, Kind::Individual) => policy::DAY_INDIVIDUAL,
        (Toward::BillableDay, Kind::Family) => policy::DAY_FAMILY,
        (Toward::BillableDay, Kind::Assessment) => policy::DAY_ASSESSMENT,
        (Toward::BillableDay, Kind::Education) => policy::DAY_EDUCATION,
        (Toward::BillableDay, Kind::Crisis) => policy::DAY_CRISIS,
        (Toward::BillableDay, Kind::CaseManagement) => policy::DAY_CASE_MANAGEMENT,
    }
}
