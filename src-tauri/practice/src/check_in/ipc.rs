//! Calls of the check-in line.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CheckInId, CheckInState, Means, Told, ops, queries};
use crate::client::ClientId;
use crate::draw::DrawId;
use crate::drug_test::DrugTestId;
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::testing::LineSays;

/// The request of `check_in.day`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckInDay {
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// The line of a draw.
#[derive(Debug, Serialize, TS)]
pub struct CheckInLine {
    pub draw: DrawId,
    pub program_name: String,
    pub notice_at: Moment,
    pub closes_at: Moment,
    /// Names are known.
    pub open: bool,
    /// The notice time has come and nobody has opened the names yet (`draw.notice`).
    pub notice_due: bool,
    pub says: LineSays,
    /// What a recorded line says today, to be read out: codes or colors of the selected, never a name. Absent where the line says
    /// names, before it is open, and for who does not keep it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    pub people: Vec<CheckInPerson>,
    /// When somebody closed the line, and who.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_by: Option<String>,
    /// Its time is over and nobody closed it yet (`check_in.close`).
    pub close_due: bool,
}

/// Somebody who has to check in.
#[derive(Debug, Serialize, TS)]
pub struct CheckInPerson {
    pub client: ClientId,
    /// A number where the chart is restricted.
    pub name: String,
    /// The code or color of the person in this draw.
    pub line_code: String,
    pub told: Told,
    /// Where the specimen is given, when it is not here.
    pub site: String,
    pub state: CheckInState,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_in: Option<CheckInId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rev: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub means: Option<Means>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    pub noted: String,
    /// Missed check-ins of the last 90 days, before this day.
    pub missed_before: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<DrugTestId>,
}

/// The lines of a day.
#[derive(Debug, Serialize, TS)]
pub struct CheckInDayAnswer {
    pub on: NaiveDate,
    pub lines: Vec<CheckInLine>,
    pub may_record: bool,
}

/// The request of `check_in.record`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordCheckIn {
    pub draw: DrawId,
    pub client: ClientId,
    pub means: Means,
    /// "HH:MM" of the call on that day; now when absent.
    #[serde(default)]
    #[ts(optional)]
    pub time: Option<String>,
    /// "HH:MM" of the end of the shift: how long after it the client may come is a setting. When absent, the work pattern
    /// says whether somebody works.
    #[serde(default)]
    #[ts(optional)]
    pub shift_ends: Option<String>,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub noted: String,
}

/// What was recorded, and what the client is told.
#[derive(Debug, Serialize, TS)]
pub struct RecordedCheckIn {
    pub id: CheckInId,
    pub rev: i64,
    pub told: Told,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline_at: Option<Moment>,
    /// The deadline follows from a shift of the work pattern.
    pub by_pattern: bool,
}

/// The request of `check_in.close`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CloseLine {
    pub draw: DrawId,
}

/// A line that was closed.
#[derive(Debug, Serialize, TS)]
pub struct ClosedLine {
    /// How many missed their check-in.
    pub missed: i64,
}

/// The request of `check_in.take_back`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeBackCheckIn {
    pub id: CheckInId,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    let shown: &[Tag] = &[Tag::CheckIn, Tag::Draw, Tag::DrugTest, Tag::Client];
    // Who keeps the line keeps the arrivals of the day.
    let keeps = Need::AnyCell(queries::KEEPS);
    vec![
        query("check_in.day", Need::Cell(Info::DrugTests, Verb::Glimpse), shown, queries::day),
        op("check_in.record", keeps, ops::record),
        op("check_in.take_back", keeps, ops::take_back),
        op("check_in.close", keeps, ops::close),
    ]
}
