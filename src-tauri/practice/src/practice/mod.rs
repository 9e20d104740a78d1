//! The practice: its name, state, time zone, week, and the rules of its program as data.
//!
//! One row, made at first run. A change of the week's start holds from the next week on (models.md 1.1): it is a policy
//! with an effective date as well as a fact of the row.

pub mod ipc;
mod ops;
pub mod policy;
mod queries;
mod store;

use chrono::Weekday;
use serde::Serialize;
use ts_rs::TS;

use crate::kernel::{Moment, Zone};

pub(crate) use ops::set_setup;
pub use queries::{calendar, row};

crate::ids! {
    /// The practice's one row.
    PracticeId,
    /// One value of one policy from a date on.
    PolicyId
}

/// Minutes without a sign of life before the screen locks, unless a director chose others (vault.md decision 7).
pub const IDLE_MINUTES: i64 = 5;

crate::words! {
    /// The day a program week begins.
    pub enum WeekStart {
        Sunday = "sunday",
        Monday = "monday",
        Saturday = "saturday",
    }
}

impl WeekStart {
    /// The day as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Sunday => "Sunday",
            Self::Monday => "Monday",
            Self::Saturday => "Saturday",
        }
    }

    /// The weekday.
    pub const fn weekday(self) -> Weekday {
        match self {
            Self::Sunday => Weekday::Sun,
            Self::Monday => Weekday::Mon,
            Self::Saturday => Weekday::Sat,
        }
    }
}

crate::words! {
    /// What the first run still owes.
    pub enum Setup {
        /// The recovery key was not yet typed back.
        RecoveryKey = "recovery_key",
        /// No verified backup yet.
        FirstBackup = "first_backup",
        /// Nothing.
        Done = "done",
    }
}

/// Zone and week: what a date means here.
#[derive(Copy, Clone, Debug)]
pub struct Calendar {
    pub zone: Zone,
    pub week_start: WeekStart,
}

/// The row.
#[derive(Clone, Debug)]
pub struct Practice {
    pub id: PracticeId,
    pub name: String,
    pub state: String,
    pub time_zone: String,
    pub week_starts_on: WeekStart,
    pub solo: bool,
    pub setup: Setup,
    /// The CLIA number under which cups are read on site; may be empty.
    pub clia: String,
    pub idle_minutes: i64,
    pub rev: i64,
}

/// What the frame shows of the practice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PracticeLine {
    pub name: String,
    pub time_zone: String,
    pub week_starts_on: WeekStart,
    pub solo: bool,
    /// Today on the practice's wall.
    pub today: chrono::NaiveDate,
    pub now: Moment,
}

impl Practice {
    /// The line for the frame.
    pub fn line(&self, zone: Zone, now: Moment) -> PracticeLine {
        PracticeLine {
            name: self.name.clone(),
            time_zone: self.time_zone.clone(),
            week_starts_on: self.week_starts_on,
            solo: self.solo,
            today: zone.date(now),
            now,
        }
    }
}
