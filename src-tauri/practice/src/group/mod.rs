//! Groups: type, facilitators, room, weekly slots, and who is on the roster.
//!
//! What must hold: a client has at most one open stay in a group; a stay runs from `joined_on` up to but without
//! `left_on`; above the cap of the type a reason is asked and kept, and so is one beside somebody to be kept apart from;
//! a slot that ended stays, since sessions point at it; from the waitlist one comes onto the roster by the same rules.
//! Deliberately absent: who was there. That is attendance, recorded per session.

pub mod ipc;
mod ops;
mod queries;
mod rules;
mod store;
mod waitlist;
mod waitlist_store;

use chrono::{NaiveDate, NaiveTime};

use crate::kernel::actor::StaffId;

pub(crate) use crate::client::{Looker, shown_in};
pub use crate::client::{Shown, ShownName};

pub(crate) use ops::{add, add_slot, change, close_slot, end_slot, follow_slot, reopen_slot};
pub(crate) use queries::{arranged, far_off, group, in_one_room, roster, slot, slots_between};
pub use rules::GroupRefusal;
pub(crate) use rules::{NO_WALL_TIME, read_wall_time, wall_time};

crate::ids! {
    /// A group.
    GroupId,
    /// A weekly place in the calendar.
    SlotId,
    /// One stay on a roster.
    MembershipId,
    /// A place on a waitlist.
    WaitlistId
}

/// A group, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub id: GroupId,
    pub name: String,
    pub of_type: String,
    pub track: String,
    pub room: String,
    pub capacity: i64,
    pub facilitator: StaffId,
    pub co_facilitator: Option<StaffId>,
    pub active: bool,
    pub rev: i64,
}

impl Group {
    /// Whether this person leads it.
    pub fn is_led_by(&self, staff: StaffId) -> bool {
        self.facilitator == staff || self.co_facilitator == Some(staff)
    }
}

/// A weekly place, as stored. Weekday 1 is Monday.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    pub id: SlotId,
    pub of_group: GroupId,
    pub weekday: u32,
    pub starts: NaiveTime,
    pub minutes: i64,
    pub from_on: NaiveDate,
    pub until_on: Option<NaiveDate>,
    /// Who leads its sessions, when it is not the group's facilitator.
    pub staff: Option<StaffId>,
    /// Where it meets, when it is not the group's room.
    pub room: Option<String>,
    pub rev: i64,
}
