//! Attendance: recorded, never assumed; hours are computed from it (models.md section 1).
//!
//! What must hold: before *Record attendance* nothing counts; recording writes a row for every expected person in one
//! transaction; minutes are computed from arrival, leaving, the real session and its breaks, never typed; a correction
//! keeps the earlier value and its reason; under a signed note only an addendum corrects. A session may be recorded as
//! soon as it has begun, with its planned end: the person who records during the group corrects an end that moved.
//! Deliberately absent: a default reason, and any way to delete a row.

mod counting;
mod entry;
mod hours;
pub mod ipc;
mod late;
mod ledger;
mod minutes;
mod ops;
pub(crate) mod print;
mod queries;
mod record;
mod rules;
mod store;
mod topics;
mod unknown;

use chrono::NaiveDate;

use crate::client::ClientId;
use crate::kernel::Moment;
use crate::session::SessionId;

pub(crate) use counting::{Counting, Toward};
pub use hours::{Week, WeekLine, WeekState, week_of};
pub use ledger::{DayMinutes, day_minutes, week_minutes};
pub(crate) use ledger::{Standing, standings, week_lines};
pub(crate) use ops::{apply, correction};
pub use rules::AttendanceRefusal;
pub(crate) use store::presence;
pub use unknown::UnknownLine;

crate::ids! {
    /// One person's attendance of one session.
    AttendanceId,
    /// Somebody who came without a known name.
    UnknownId
}

crate::words! {
    /// Whether somebody was there.
    pub enum AttendanceState {
        /// The whole session.
        Present = "present",
        /// A part of it.
        Part = "part",
        Absent = "absent",
    }
}

crate::words! {
    /// Where a record comes from.
    pub enum Source {
        Clock = "clock",
        Entered = "entered",
        Imported = "imported",
        Paper = "paper",
    }
}

crate::words! {
    /// How somebody took part.
    pub enum Place {
        InPerson = "in_person",
        Video = "video",
    }
}

/// What is recorded about one person in one session.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Presence {
    pub state: AttendanceState,
    pub stay: Option<(Moment, Moment)>,
    pub minutes: i64,
    pub excused: Option<bool>,
    pub reason: String,
    pub place: Place,
    pub client_location: String,
}

/// A correction of one row, before it is written.
#[derive(Clone, Debug)]
pub(crate) struct Correction {
    pub id: AttendanceId,
    /// The revision it replaces.
    pub rev: i64,
    pub session: SessionId,
    pub client: ClientId,
    pub is_under_signed_note: bool,
    pub before: Presence,
    pub after: Presence,
    pub because: String,
}

/// A row, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Attendance {
    pub id: AttendanceId,
    pub session: SessionId,
    pub client: ClientId,
    pub on_date: NaiveDate,
    pub presence: Presence,
    pub source: Source,
    pub expected: bool,
    pub makes_up: Option<AttendanceId>,
    /// Entered after the session was over for long; the label stays.
    pub late_entry: bool,
    pub corrected_because: String,
    pub rev: i64,
}
