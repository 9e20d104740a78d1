//! Who is kept apart, and who may say so. Pure: no SQL, no clock.

use crate::kernel::refusal::Rule;
use crate::kernel::{Actor, Role};

/// Why a pair, or somebody's place in a room, is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum ApartRefusal {
    /// Two people would share a room who must not. Names nobody.
    Together,
    /// The pair is kept apart already.
    KeptAlready,
    /// It has ended already.
    Ended,
    /// Only the primary counselor or a director.
    NotYours,
}

impl Rule for ApartRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Together => "apart.together",
            Self::KeptAlready => "apart.kept_already",
            Self::Ended => "apart.ended",
            Self::NotYours => "apart.not_yours",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Together => {
                "Two people would sit in one room who must not share it. Choose another group, time or room, or type why \
                 it is right this time."
            }
            Self::KeptAlready => "These two are kept apart already. End that first if something changed.",
            Self::Ended => "This pair has ended already. Add it again if it holds again.",
            Self::NotYours => {
                "The primary counselor of one of the two, or a director, decides who is kept apart. Ask one of them."
            }
        }
        .into()
    }
}

/// Lets the primary counselor of one of the two, or a director, decide about a pair.
///
/// # Errors
/// [`ApartRefusal::NotYours`].
pub(super) fn may_decide(actor: &Actor, is_primary: bool) -> Result<Role, ApartRefusal> {
    match (actor.roles.contains(&Role::Director), is_primary && actor.roles.contains(&Role::Counselor)) {
        (true, _) => Ok(Role::Director),
        (false, true) => Ok(Role::Counselor),
        (false, false) => Err(ApartRefusal::NotYours),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::actor::StaffId;

    #[test]
    fn who_decides_about_a_pair() {
        for (roles, is_primary, expected) in [
            (&[Role::Director][..], false, Ok(Role::Director)),
            (&[Role::Counselor], true, Ok(Role::Counselor)),
            (&[Role::Counselor], false, Err(ApartRefusal::NotYours)),
            (&[Role::Facilitator], true, Err(ApartRefusal::NotYours)),
            (&[Role::FrontDesk, Role::PrivacyOfficer], false, Err(ApartRefusal::NotYours)),
        ] {
            let actor = Actor { staff: StaffId(uuid::Uuid::nil()), roles: roles.to_vec() };
            assert_eq!(may_decide(&actor, is_primary), expected, "{roles:?}");
        }
    }
}
