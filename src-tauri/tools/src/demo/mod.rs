//! `demo --vault FOLDER [--today DATE] [--weeks N] [--clients N] [--seed N] [--keep]`: Harbor Street IOP, an invented practice.
//!
//! Everything goes through the command door, by the person who would do it and at an hour when they would: a clock of its
//! own walks through the weeks before today. The same seed and day give the same people, groups and words. All people are
//! invented. Deliberately absent: rows written past the door.

mod admit;
mod assess;
mod calendar;
mod cast;
mod counsel;
mod dice;
mod discharge;
mod door;
mod found;
mod glass;
mod groups;
mod hunches;
mod inquiries;
mod keep;
mod lead;
mod measure;
mod outside;
mod packets;
mod papers;
mod patterns;
mod random;
mod record;
mod specimens;
mod stage;
mod walk;
mod words;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::time::Instant;

use chrono::{NaiveDate, NaiveTime, Timelike, Weekday};
use practice::kernel::time::{Moment, Zone, week_start};

use crate::desk;
use cast::{Cast, Worker};
use dice::Dice;
use door::Door;
use specimens::Fates;
use stage::{Stage, plus};
use words::Library;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// The last day; today when absent.
    pub today: Option<NaiveDate>,
    /// The last minute of the last day; the time of day now when absent.
    pub minutes: Option<u32>,
    pub weeks: u32,
    pub clients: usize,
    pub seed: u64,
}

impl Default for Wish {
    fn default() -> Self {
        Self { today: None, minutes: None, weeks: 8, clients: usize::MAX, seed: 20_417 }
    }
}

impl Wish {
    fn from_arguments(arguments: &[String]) -> Result<Self, String> {
        let number = |name: &str| -> Result<Option<u64>, String> {
            let text = desk::option(arguments, name);
            text.map(|text| text.parse().map_err(|_| format!("{name} needs a number"))).transpose()
        };
        let today = desk::option(arguments, "--today")
            .map(|text| text.parse().map_err(|_| "--today needs a date such as 2026-11-24".to_owned()))
            .transpose()?;
        let base = Self::default();
        let weeks = number("--weeks")?.map_or(base.weeks, |weeks| u32::try_from(weeks.clamp(1, 52)).unwrap_or(8));
        let clients = number("--clients")?.and_then(|count| usize::try_from(count).ok()).unwrap_or(base.clients);
        Ok(Self { today, weeks, clients, seed: number("--seed")?.unwrap_or(base.seed), ..base })
    }
}

/// Builds the practice and says who may sign in. With `--keep`, one that stands and was built from the same is left as it is.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let folder = desk::folder(arguments)?;
    let wish = Wish::from_arguments(arguments)?;
    let day = wish.today.map_or_else(|| zone().map(|zone| zone.date(real_now())), Ok)?.to_string();
    let stamp = keep::stamp(&wish, &day);
    let began = Instant::now();
    if arguments.iter().any(|argument| argument == "--keep") && keep::stands(&folder, &stamp) {
        println!("Harbor Street IOP stands as it was left today.");
    } else {
        println!(
            "Building Harbor Street IOP: {} weeks of an invented practice. This takes a minute or two.",
            wish.weeks
        );
        let calls = keep::make(&folder, &wish, &stamp)?;
        println!("Harbor Street IOP is ready: {calls} calls in {:.0} s.", began.elapsed().as_secs_f64());
    }
    println!("{}", sign_ins(&Cast::load()?.staff.people));
    Ok(())
}

fn zone() -> Result<Zone, String> {
    Zone::named(stage::ZONE).ok_or_else(|| "the time zone is unknown".into())
}

fn real_now() -> Moment {
    Moment(vault::Clock::now_ms(&vault::SystemClock))
}

/// Who may sign in, with which passphrase.
fn sign_ins(people: &[Worker]) -> String {
    let lines = people.iter().map(|person| {
        let roles = person.roles.join(", ").replace('_', " ");
        format!("  {:<10} {:<38} {:<6} {}", person.login, person.passphrase, person.pin, roles)
    });
    format!(
        "Sign in as (name, passphrase, PIN, roles; all people are invented):\n{}",
        lines.collect::<Vec<_>>().join("\n")
    )
}

/// Builds the practice and answers how many calls it took.
pub fn build(folder: &Path, wish: &Wish) -> Result<usize, String> {
    let mut stage = stage(folder, wish)?;
    let clients = stage.cast.some_clients(wish.clients);
    stage.charts = admit::arrivals(&stage, clients);
    found::found(&mut stage)?;
    groups::open(&mut stage)?;
    walk::walk(&mut stage)?;
    glass::finish(&mut stage)?;
    calendar::finish(&mut stage)?;
    stage.door.rise();
    Ok(stage.door.calls())
}

fn stage(folder: &Path, wish: &Wish) -> Result<Stage, String> {
    let (zone, real) = (zone()?, real_now());
    let today = wish.today.unwrap_or_else(|| zone.date(real));
    let wall = zone.wall(real).time();
    let minutes = wish.minutes.unwrap_or(wall.hour() * 60 + wall.minute());
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap_or_default();
    let now = zone.moment(today, time).map_or_else(|_| zone.start_of(today).0, |moment| moment.0);
    let start = plus(week_start(today, Weekday::Sun), -7 * i64::from(wish.weeks));
    let begins = zone.start_of(plus(start, -6)).0 + 9 * 3_600_000;
    Ok(Stage {
        door: Door::new(folder, begins, now),
        cast: Cast::load()?,
        library: Library::load()?,
        seed: wish.seed,
        dice: Dice::new(wish.seed, "stage"),
        zone,
        today,
        now,
        start,
        staff: BTreeMap::new(),
        charts: Vec::new(),
        groups: Vec::new(),
        appointments: VecDeque::new(),
        unapproved: Vec::new(),
        uncosigned: Vec::new(),
        put_off: Vec::new(),
        fates: Fates::new(),
        random: random::Random::default(),
        inquiries: BTreeMap::new(),
        unsigned_left: BTreeMap::new(),
        returned: 0,
        addenda: 0,
        hunches: 0,
        walked_in: false,
        led: BTreeMap::new(),
    })
}
