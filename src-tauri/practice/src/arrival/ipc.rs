//! Calls of the front-desk board.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArrivalId, Mark, board, ops};
use crate::client::{ClientId, ShownName};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::session::{SessionId, SessionState};

/// The request of `arrival.board`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichBoard {
    /// Today when left out.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

crate::words! {
    /// How somebody stands.
    pub enum BoardState {
        Expected = "expected",
        Late = "late",
        NotComing = "not_coming",
        Here = "here",
        Gone = "gone",
    }
}

/// Where somebody is expected on a day.
#[derive(Debug, Serialize, TS)]
pub struct BoardSession {
    pub session: SessionId,
    /// The group, or that it is an appointment.
    pub title: String,
    /// Who leads it, or stands in.
    pub led_by: String,
    pub room: String,
    /// "HH:MM".
    pub starts: String,
    pub minutes: i64,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub state: SessionState,
}

/// Somebody on the board.
#[derive(Debug, Serialize, TS)]
pub struct BoardLine {
    pub client: ClientId,
    pub name: ShownName,
    /// In order of time.
    pub sessions: Vec<BoardSession>,
    pub state: BoardState,
    /// "Here since 5:24 PM", "Called: will be 20 min late".
    pub words: String,
    pub reason: String,
    /// The mark that holds: what would be taken back.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<ArrivalId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark_rev: Option<i64>,
    /// The person may mark this client.
    pub may_mark: bool,
}

/// Everybody expected on a day.
#[derive(Debug, Serialize, TS)]
pub struct Board {
    pub on: NaiveDate,
    pub lines: Vec<BoardLine>,
}

/// The request of `arrival.mark`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MarkArrival {
    pub client: ClientId,
    pub mark: Mark,
    /// The session that a call concerns; the rest of the day when left out. A late call needs one.
    #[serde(default)]
    #[ts(optional)]
    pub session: Option<SessionId>,
    /// How late, for a late call.
    #[serde(default)]
    #[ts(optional)]
    pub minutes: Option<i64>,
    /// Why, for a call.
    #[serde(default)]
    pub reason: String,
}

/// The request of `arrival.take_back`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeMarkBack {
    pub id: ArrivalId,
    pub rev: i64,
}

/// A mark after it was made or taken back.
#[derive(Debug, Serialize, TS)]
pub struct SavedArrival {
    pub id: ArrivalId,
    pub rev: i64,
}

/// What the front desk knows of somebody, beside a sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeskWord {
    pub state: BoardState,
    pub words: String,
    /// Offered to who records: nothing counts before it is recorded.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_minutes: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub early_minutes: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absent: Option<DeskAbsence>,
}

/// Somebody who called about a session and did not come since.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeskCall {
    pub client: ClientId,
    pub name: ShownName,
    /// "late 20 min", "not coming".
    pub words: String,
}

/// Somebody who is not there.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DeskAbsence {
    pub excused: bool,
    pub reason: String,
}

pub(crate) fn calls() -> Vec<Call> {
    let look = Need::Cell(Info::Attendance, Verb::Read);
    let mark = Need::Cell(Info::Attendance, Verb::CheckIn);
    vec![
        query(
            "arrival.board",
            look,
            &[Tag::Arrival, Tag::Session, Tag::Group, Tag::Attendance, Tag::Client],
            board::board,
        ),
        op("arrival.mark", mark, ops::mark),
        op("arrival.take_back", mark, ops::take_back),
    ]
}
