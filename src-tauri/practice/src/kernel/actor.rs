//! Who is acting: always taken from the unlocked workstation, never from a payload.

use super::id::RowId;
use super::permission::{Info, Permit, Role, Verb, permit, permits};
use super::refusal::{Refusal, Result};

crate::ids! {
    /// A person on the staff.
    StaffId
}

/// The signed-in person with the roles they hold now.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The person.
    pub staff: StaffId,
    /// The roles, read afresh for each call so that a change holds at once.
    pub roles: Vec<Role>,
}

impl Actor {
    /// The widest permit that the person's roles give.
    ///
    /// # Errors
    /// `not_permitted` when no role has the cell.
    pub fn permit(&self, info: Info, verb: Verb) -> Result<Permit> {
        permit(&self.roles, info, verb).ok_or_else(Refusal::not_permitted)
    }

    /// Every permit that the person's roles give: a counselor who also facilitates reaches both kinds of clients.
    pub fn permits(&self, info: Info, verb: Verb) -> Vec<Permit> {
        permits(&self.roles, info, verb).collect()
    }

    /// Whether any role has the cell.
    pub fn may(&self, info: Info, verb: Verb) -> bool {
        permit(&self.roles, info, verb).is_some()
    }

    /// The key holder behind this person.
    pub fn holder(&self) -> vault::HolderId {
        vault::HolderId(self.staff.uuid())
    }
}
