//! Calls of the make-ups.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BookingId, ops, queries};
use crate::attendance::AttendanceId;
use crate::client::ClientId;
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Tag, Verb};
use crate::session::{Clash, SessionId};

/// The request of `booking.of_client`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhoseMissed {
    pub client: ClientId,
}

/// The booking of a make-up.
#[derive(Debug, Serialize, TS)]
pub struct BookedLine {
    pub id: BookingId,
    pub session: SessionId,
    pub title: String,
    pub on_date: NaiveDate,
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
    pub rev: i64,
}

/// A session that was missed, and what stands for it.
#[derive(Debug, Serialize, TS)]
pub struct MissedLine {
    pub attendance: AttendanceId,
    pub session: SessionId,
    pub title: String,
    pub on_date: NaiveDate,
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
    pub excused: bool,
    pub reason: String,
    /// Made up on this date.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_up_on: Option<NaiveDate>,
    /// Booked, and not yet recorded.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booking: Option<BookedLine>,
}

/// What a client missed lately, the latest first.
#[derive(Debug, Serialize, TS)]
pub struct Missed {
    pub missed: Vec<MissedLine>,
    /// From this date on.
    pub since: NaiveDate,
    /// The person may book and cancel.
    pub may_book: bool,
}

/// The request of `booking.choices`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichMissed {
    pub attendance: AttendanceId,
}

/// A session in which it can be made up.
#[derive(Debug, Serialize, TS)]
pub struct BookingChoice {
    pub session: SessionId,
    pub title: String,
    pub type_label: String,
    pub on_date: NaiveDate,
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
    pub room: String,
    pub expected: i64,
    pub capacity: i64,
    /// The group is of the same type as the one that was missed.
    pub alike: bool,
    /// It lies in the program week of what was missed.
    pub same_week: bool,
    /// Where else the client is expected at that time.
    pub clashes: Vec<String>,
}

/// The request of `booking.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddBooking {
    pub attendance: AttendanceId,
    pub session: SessionId,
    /// Asked for beside somebody to be kept apart from.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
}

/// The request of `booking.cancel`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelBooking {
    pub id: BookingId,
    pub rev: i64,
    #[serde(default)]
    pub reason: String,
}

/// A booking after it was made or cancelled.
#[derive(Debug, Serialize, TS)]
pub struct SavedBooking {
    pub id: BookingId,
    pub rev: i64,
    /// Where else the client is expected then.
    pub clashes: Vec<Clash>,
}

pub(crate) fn calls() -> Vec<Call> {
    let look = Need::Cell(Info::Attendance, Verb::Read);
    let arrange = Need::Cell(Info::Identity, Verb::Write);
    let shown = &[Tag::Attendance, Tag::Session, Tag::Group, Tag::Client];
    vec![
        query("booking.of_client", look, shown, queries::of_client),
        query("booking.choices", look, shown, queries::choices),
        op("booking.add", arrange, ops::add),
        op("booking.cancel", arrange, ops::cancel),
    ]
}
