//! Pairs kept apart: two clients who must not sit in one room, such as a nurse and the supervisor who reported her.
//!
//! What must hold: whatever puts one client into a room asks [`ensure`], whatever gives a session a room or a time asks
//! [`ensure_among`], and both are stopped by an open pair unless a reason is typed; the reason is kept with the pair, the
//! room and who typed it. No refusal names anybody. Who may know whom a pair is about follows from their relation to both
//! ([`Together`]), since each of the two is in treatment; what was typed may tell it too, and is kept back with the name.
//! A room that two sessions share by chance is asked about where one of them is planned, moved or brought back; who joins a
//! group is asked about its roster and its bookings. The warning on the session sees both.
//! Deliberately absent: a search for pairs. One is found from one of its two charts only.

pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;

use chrono::NaiveDate;

use crate::client::ClientId;

pub use ipc::Together;
pub(crate) use ops::{Room, ensure, ensure_among};
pub(crate) use queries::{among, between, met};
pub use rules::ApartRefusal;

crate::ids! {
    /// A pair.
    ApartId,
    /// One time that a pair was let into one room.
    ApartOverrideId
}

crate::words! {
    /// Why two people are kept apart.
    pub enum ApartReason {
        SameUnit = "same_unit",
        Supervisor = "supervisor",
        Treating = "treating",
        FormerPartners = "former_partners",
        Another = "other",
    }
}

impl ApartReason {
    /// The reason as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SameUnit => "work on the same unit",
            Self::Supervisor => "one supervises the other",
            Self::Treating => "one treats the other",
            Self::FormerPartners => "former partners",
            Self::Another => "another reason",
        }
    }
}

/// A pair, as stored: the smaller id first.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub id: ApartId,
    pub one: ClientId,
    pub other: ClientId,
    pub reason: ApartReason,
    pub detail: String,
    pub from_on: NaiveDate,
    pub until_on: Option<NaiveDate>,
    pub rev: i64,
}

impl Pair {
    /// The other of the two.
    pub fn beside(&self, client: ClientId) -> ClientId {
        if self.one == client { self.other } else { self.one }
    }
}
