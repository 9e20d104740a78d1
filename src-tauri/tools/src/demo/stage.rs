//! What the demo knows while it walks: the calendar, who is where, and what is still to be done.

use std::collections::{BTreeMap, VecDeque};

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use practice::kernel::time::Zone;
use serde_json::Value;

use super::cast::{Cast, Client};
use super::dice::Dice;
use super::door::Door;
use super::groups::Group;
use super::random::Random;
use super::specimens::Fates;
use super::words::{Library, Writer};

/// The practice's time zone.
pub const ZONE: &str = "America/New_York";

/// A client with what happened so far.
pub struct Chart {
    pub cast: Client,
    pub id: String,
    pub number: i64,
    /// The day of admission and of the first group.
    pub admitted_on: NaiveDate,
    /// The first day without groups, for a stay that ends.
    pub ends_on: Option<NaiveDate>,
    /// How often of a hundred evenings the client is there.
    pub steadiness: usize,
    pub is_in: bool,
    pub left: bool,
    pub has_plan: bool,
    pub plan_due: Option<NaiveDate>,
    /// The last time the instruments were given, and how often before.
    pub measured_on: Option<NaiveDate>,
    pub times_measured: usize,
    /// The counselor has turned to the summary of the stay.
    pub summed_up: bool,
    /// The objectives of the active plan: id and label.
    pub objectives: Vec<(String, String)>,
    pub memberships: Vec<(String, i64)>,
    pub writer: Writer,
    pub dice: Dice,
    pub next_test: Option<NaiveDate>,
    /// What the medications show as in a test.
    pub shows: Vec<String>,
}

impl Chart {
    /// Whether the client comes to groups on a day.
    pub fn attends(&self, on: NaiveDate) -> bool {
        self.is_in && !self.left && self.admitted_on <= on && self.ends_on.is_none_or(|end| on < end)
    }
}

/// A booked individual session.
#[derive(Clone, Debug)]
pub struct Appointment {
    pub session: String,
    pub rev: i64,
    pub chart: usize,
    pub on: NaiveDate,
    /// "HH:MM".
    pub starts: &'static str,
}

/// A plan that waits for a director.
#[derive(Clone, Debug)]
pub struct Unapproved {
    pub id: String,
    pub rev: i64,
    pub signed_on: NaiveDate,
    pub author: String,
    pub chart: usize,
}

/// A note that waits for its cosignature.
#[derive(Clone, Debug)]
pub struct Uncosigned {
    pub id: String,
    pub signed_on: NaiveDate,
}

/// The walk through the weeks.
pub struct Stage {
    pub door: Door,
    pub cast: Cast,
    pub library: Library,
    pub seed: u64,
    pub dice: Dice,
    pub zone: Zone,
    /// The last day, and the last instant on it.
    pub today: NaiveDate,
    pub now: i64,
    /// The first day of the first program week.
    pub start: NaiveDate,
    pub staff: BTreeMap<String, String>,
    pub charts: Vec<Chart>,
    pub groups: Vec<Group>,
    pub appointments: VecDeque<Appointment>,
    pub unapproved: Vec<Unapproved>,
    pub uncosigned: Vec<Uncosigned>,
    /// Sessions whose note was put off: leader, session, chart of words.
    pub put_off: Vec<(String, String)>,
    pub fates: Fates,
    pub random: Random,
    /// Inquiries that were taken, by their place in the cast: id and revision.
    pub inquiries: BTreeMap<usize, (Value, i64)>,
    pub unsigned_left: BTreeMap<String, usize>,
    pub returned: usize,
    pub addenda: usize,
    /// Counseling notes that were kept.
    pub hunches: usize,
    pub walked_in: bool,
    /// Until when a leader's groups are dealt with.
    pub led: BTreeMap<String, i64>,
}

impl Stage {
    /// The instant of a wall time.
    pub fn moment(&self, on: NaiveDate, minutes: u32) -> i64 {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap_or_default();
        self.zone.moment(on, time).map_or_else(|_| self.zone.start_of(on).0, |moment| moment.0)
    }

    /// The id of a person on the staff.
    pub fn worker(&self, login: &str) -> String {
        self.staff.get(login).cloned().unwrap_or_default()
    }

    /// Days from a date to the last day of the demo.
    pub fn days_ago(&self, on: NaiveDate) -> i64 {
        (self.today - on).num_days()
    }

    /// The chart of a client's id.
    pub fn chart_of(&self, client: &str) -> Option<usize> {
        self.charts.iter().position(|chart| chart.id == client)
    }

    /// The call of somebody who sits down for it.
    pub fn as_op(&mut self, login: &str, call: &str, with: Value) -> Result<Value, String> {
        self.door.sit(login);
        self.door.op(call, with)
    }
}

/// A date some days later, or earlier.
pub fn plus(date: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) };
    moved.unwrap_or(date)
}

/// Monday to Friday.
pub fn is_workday(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The date itself or the next workday.
pub fn workday_from(date: NaiveDate) -> NaiveDate {
    (0..3).map(|days| plus(date, days)).find(|date| is_workday(*date)).unwrap_or(date)
}

/// The date itself or the next on which specimens are collected.
pub fn collection_from(date: NaiveDate) -> NaiveDate {
    let collects = |date: &NaiveDate| is_workday(*date) && date.weekday() != Weekday::Wed;
    (0..4).map(|days| plus(date, days)).find(collects).unwrap_or(date)
}
