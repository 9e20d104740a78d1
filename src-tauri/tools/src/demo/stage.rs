//! The workstation of the demo: who sits there, what day it is, and one way to call.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveTime};
use practice::kernel::{Moment, Zone};
use practice::workstation::Workstation;
use serde_json::{Value, json};
use vault::{Clock, KdfCost, SystemClock};

use super::clock::WalkingClock;
use super::dice::Dice;
use super::people::{DIRECTOR, STAFF};
use super::words::Words;
use crate::desk::World;

/// The seed of everything that happens.
const SEED: u64 = 20_261_124;
/// How long ago the practice opened, in days; it begins on the Monday before.
const DAYS: u64 = 21;

/// A client of the demo.
#[derive(Clone)]
pub struct Chart {
    pub id: Value,
    pub place: String,
    pub counselor: &'static str,
    pub admitted_on: Option<NaiveDate>,
    pub episode: Value,
}

/// Everything the story needs to go on.
pub struct Stage {
    station: Arc<Workstation>,
    clock: Arc<WalkingClock>,
    pub zone: Zone,
    pub dice: Dice,
    pub words: Words,
    pub start: NaiveDate,
    pub today: NaiveDate,
    pub staff: HashMap<&'static str, Value>,
    pub charts: Vec<Chart>,
    seated: &'static str,
}

impl Stage {
    /// Before first run, on the first morning.
    pub fn set(folder: &Path) -> Result<Self, String> {
        let zone = Zone::named("America/New_York").ok_or("the time zone is missing")?;
        let today = zone.date(Moment(SystemClock.now_ms()));
        let earlier = today.checked_sub_days(Days::new(DAYS)).ok_or("the calendar ends")?;
        let start = practice::kernel::time::week_start(earlier, chrono::Weekday::Mon);
        let clock = Arc::new(WalkingClock::default());
        let station = Workstation::new(
            folder,
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::new(World::new()?),
            Some(KdfCost::for_tests()),
        );
        let mut stage = Self {
            station,
            clock,
            zone,
            dice: Dice::of(SEED),
            words: Words::load()?,
            start,
            today,
            staff: HashMap::new(),
            charts: Vec::new(),
            seated: DIRECTOR.login,
        };
        stage.walk_to(start, 7, 0)?;
        Ok(stage)
    }

    /// Walks to a wall time; never back, and never past the real now.
    pub fn walk_to(&mut self, date: NaiveDate, hour: u32, minute: u32) -> Result<(), String> {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).ok_or("no such time")?;
        let at = self.zone.moment(date, time).map_err(|_| "the clock skips this time")?;
        self.clock.walk_to(at.0.min(SystemClock.now_ms()));
        Ok(())
    }

    /// Runs a call; what an operation answers is unwrapped.
    pub fn call(&mut self, name: &str, with: &Value) -> Result<Value, String> {
        self.clock.pass(740);
        let answer = self.station.call(name, &with.to_string(), false).map_err(|refusal| {
            let fields: Vec<String> =
                refusal.fields.iter().map(|fault| format!("{}: {}", fault.field, fault.message)).collect();
            format!("{name} as {}: {} {}", self.seated, refusal.message, fields.join(" "))
        })?;
        let mut answer: Value = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
        let changed = answer.get("changed").is_some() && answer.get("answer").is_some();
        Ok(if changed { answer["answer"].take() } else { answer })
    }

    /// Lets somebody else sit down.
    pub fn as_person(&mut self, login: &'static str) -> Result<(), String> {
        if self.seated == login {
            return Ok(());
        }
        self.call("workstation.lock", &json!({ "depth": "hard" }))?;
        self.call("workstation.sign_in", &json!({ "login": login, "passphrase": passphrase(login) }))?;
        self.seated = login;
        Ok(())
    }

    /// Signs in with a temporary passphrase and makes an own one.
    pub fn first_time(&mut self, login: &'static str, temporary: &str) -> Result<(), String> {
        self.call("workstation.lock", &json!({ "depth": "hard" }))?;
        self.call("workstation.sign_in", &json!({ "login": login, "passphrase": temporary }))?;
        self.seated = login;
        self.call("passphrase.change", &json!({ "current": temporary, "new": passphrase(login) }))?;
        Ok(())
    }

    /// What proves that the person at the desk signs.
    pub fn proof(&self) -> Value {
        json!({ "passphrase": passphrase(self.seated) })
    }

    /// Waits for long work to end.
    pub fn settle(&mut self) -> Result<(), String> {
        loop {
            let jobs = self.call("job.list", &json!({}))?;
            match jobs[0]["state"].as_str() {
                Some("running") => std::thread::sleep(std::time::Duration::from_millis(50)),
                Some("failed") => return Err(jobs[0]["message"].as_str().unwrap_or_default().to_owned()),
                _ => return Ok(()),
            }
        }
    }

    /// Closes everything.
    pub fn leave(self) {
        self.station.lock_hard();
    }

    /// A date so many days from today; negative is earlier.
    pub fn from_today(&self, days: i64) -> NaiveDate {
        self.today + chrono::Duration::days(days)
    }
}

fn passphrase(login: &str) -> &'static str {
    std::iter::once(&DIRECTOR)
        .chain(STAFF)
        .find(|person| person.login == login)
        .map_or("", |person| person.passphrase)
}
