//! Work patterns: when a client works, entered once, with versions from a date on.
//!
//! Shifts are wall times of the workplace, so a night shift over a daylight-saving change is an hour shorter or longer;
//! the version that holds on the day a shift begins decides it. Deliberately absent: stored shifts, and names of employers.

pub mod ipc;
mod ops;
mod pattern;
mod queries;
mod store;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::client::ClientId;
use crate::kernel::Zone;

pub use pattern::{Busy, busy};
pub(crate) use queries::{of_client, of_clients};

crate::ids! {
    /// One version of a work pattern.
    WorkPatternId
}

crate::words! {
    /// What takes a time.
    pub enum TakenBy {
        Day = "day",
        Night = "night",
        Call = "call",
        /// A weekly time that is taken otherwise.
        Blocked = "blocked",
    }
}

impl TakenBy {
    /// What takes the time, inside a sentence.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Day => "day shift",
            Self::Night => "night shift",
            Self::Call => "call",
            Self::Blocked => "blocked time",
        }
    }
}

/// A shift on the workplace's wall.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Shift {
    pub starts: NaiveTime,
    pub minutes: i64,
}

/// A weekly time that is taken otherwise, on the practice's wall.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Blocked {
    /// 1 Monday to 7 Sunday.
    pub weekday: u32,
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
    pub words: String,
}

/// A version, as stored.
#[derive(Clone, Debug)]
pub struct WorkPattern {
    pub id: WorkPatternId,
    pub client: ClientId,
    pub from_on: NaiveDate,
    /// Of the workplace.
    pub zone: Zone,
    /// One letter a day: D, N, C or O.
    pub cycle: String,
    /// The date of the first letter, on the workplace's wall.
    pub anchor_on: NaiveDate,
    pub day: Shift,
    pub night: Shift,
    pub call: Shift,
    /// From the workplace to the program, in minutes.
    pub travel: i64,
    pub blocked: Vec<Blocked>,
    pub rev: i64,
}
