//! Arrivals: what the front desk knows of a day. Somebody is here, has gone, called to be late, called that they do not come.
//!
//! What must hold: a mark is a row, and taking it back voids that row, so the one before it holds again; marks are instants
//! or calls, never minutes of attendance. Attendance is recorded by who led the session: what is offered to them follows
//! from the marks ([`offer`]), and they may say otherwise. The board holds no clinical word.
//! Deliberately absent: marks for another day than today. What happened is corrected where it was recorded.

mod board;
pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;

use chrono::NaiveDate;

use crate::client::ClientId;
use crate::kernel::Moment;
use crate::session::SessionId;

pub(crate) use queries::{by_client, calls};
pub use rules::{ArrivalRefusal, Offer, Standing, offer, standing};

crate::ids! {
    /// One mark.
    ArrivalId
}

crate::words! {
    /// What the front desk marks.
    pub enum Mark {
        Here = "here",
        Gone = "gone",
        Late = "late",
        NotComing = "not_coming",
    }
}

/// A mark, as stored.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Arrival {
    pub id: ArrivalId,
    pub client: ClientId,
    pub on_date: NaiveDate,
    pub mark: Mark,
    /// The session that a call concerns; none where it holds for the rest of the day.
    pub session: Option<SessionId>,
    pub minutes: Option<i64>,
    pub reason: String,
    pub marked_at: Moment,
    pub rev: i64,
}
