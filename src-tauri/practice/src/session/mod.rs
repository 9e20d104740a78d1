//! Sessions: dated meetings, group or individual.
//!
//! What must hold: a session belongs to the local date of its planned start; its instants are derived from date, wall
//! time and zone when it is planned; a wall time in the gap of a daylight-saving change is refused, in the overlap it is
//! the earlier; a recorded session is neither moved nor cancelled; planning ahead twice plans nothing twice, and never on a
//! closed date; two bookings of one person or one room are said before they are saved, and never stop anybody.
//! Deliberately absent: who was there. Expected people are computed from rosters and bookings, never stored.

mod clash;
mod closing;
pub mod ipc;
mod lesson;
mod ops;
mod plan;
mod queries;
mod rules;
mod series;
mod sheet;
mod store;
mod together;

use chrono::{NaiveDate, NaiveTime};

use crate::client::ClientId;
use crate::group::{GroupId, SlotId};
use crate::kernel::Moment;
use crate::kernel::actor::StaffId;

pub use clash::{Booked, BookedTwice, Clash};
pub use lesson::SessionLesson;
pub(crate) use lesson::{lesson, lesson_on};
pub(crate) use plan::kind_of;
pub(crate) use queries::{breaks, expected, headcounts, line, session};
pub use rules::SessionRefusal;
pub(crate) use rules::{dates_of, own, wall_moment};
pub(crate) use sheet::room_names;
pub(crate) use store::{insert_break, set_recorded, set_unrecorded, void_break};
pub(crate) use together::in_room;

crate::ids! {
    /// A session.
    SessionId,
    /// A pause inside a session.
    BreakId
}

crate::words! {
    /// What a session is.
    pub enum Kind {
        Group = "group",
        Individual = "individual",
        Family = "family",
        Assessment = "assessment",
        Education = "education",
        Crisis = "crisis",
        CaseManagement = "case_management",
    }
}

impl Kind {
    /// The kind as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Group => "Group",
            Self::Individual => "Individual session",
            Self::Family => "Family session",
            Self::Assessment => "Assessment",
            Self::Education => "Education",
            Self::Crisis => "Crisis",
            Self::CaseManagement => "Case management",
        }
    }
}

crate::words! {
    /// How far a session is.
    pub enum SessionState {
        Planned = "planned",
        Recorded = "recorded",
        Cancelled = "cancelled",
    }
}

/// A session, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub id: SessionId,
    pub kind: Kind,
    pub of_group: Option<GroupId>,
    pub client: Option<ClientId>,
    pub staff: StaffId,
    pub substitute: Option<StaffId>,
    pub slot: Option<(SlotId, NaiveDate)>,
    pub room: String,
    pub on_date: NaiveDate,
    pub starts: NaiveTime,
    pub minutes: i64,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub began_at: Option<Moment>,
    pub finished_at: Option<Moment>,
    pub topic: String,
    pub state: SessionState,
    pub recorded_at: Option<Moment>,
    pub recorded_by: Option<StaffId>,
    pub rev: i64,
}

/// A pause, as stored.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Break {
    pub id: BreakId,
    pub from: Moment,
    pub until: Moment,
    pub rev: i64,
}
