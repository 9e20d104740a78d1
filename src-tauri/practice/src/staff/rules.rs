//! What may and may not be done to the staff list. Pure: no SQL, no clock.

use std::collections::HashMap;

use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Rule;

/// Why a change of the staff is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum StaffRefusal {
    /// The last active director would be gone.
    LastDirector,
    /// Nobody deactivates themselves.
    Yourself,
    /// The chain of supervisors would close to a ring.
    SupervisorRing,
    /// The supervisor is not active.
    SupervisorInactive,
    /// The person is already in that state.
    AlreadyInactive,
    /// The person is active.
    StillActive,
    /// A credential that was taken back cannot be changed.
    CredentialVoided,
    /// A person mends the date of their own license only.
    NotYourCredential,
    /// Who stands in signs alone, and is somebody else.
    StandInNotEligible,
    /// Nobody has this person as a supervisor.
    SupervisesNobody,
}

impl Rule for StaffRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::LastDirector => "staff.last_director",
            Self::Yourself => "staff.yourself",
            Self::SupervisorRing => "staff.supervisor_ring",
            Self::SupervisorInactive => "staff.supervisor_inactive",
            Self::AlreadyInactive => "staff.already_inactive",
            Self::StillActive => "staff.still_active",
            Self::CredentialVoided => "staff.credential_voided",
            Self::NotYourCredential => "staff.not_your_credential",
            Self::StandInNotEligible => "staff.stand_in_not_eligible",
            Self::SupervisesNobody => "staff.supervises_nobody",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::LastDirector => "This is the only active director. Make somebody else a director first.",
            Self::Yourself => "You cannot deactivate yourself. Another director can.",
            Self::SupervisorRing => "These two would supervise each other. Choose another supervisor.",
            Self::SupervisorInactive => "That supervisor is not active. Choose somebody who is.",
            Self::AlreadyInactive => "This person is already inactive.",
            Self::StillActive => "This person is active. Reset the passphrase instead.",
            Self::NotYourCredential => {
                "You mend the date of your own license only. A director changes those of others."
            }
            Self::StandInNotEligible => {
                "This person cannot stand in: choose somebody else who is active and signs without a cosignature."
            }
            Self::SupervisesNobody => "Nobody is supervised by this person, so there is no queue to answer.",
            Self::CredentialVoided => "This credential was taken back. Add a new one.",
        }
        .into()
    }
}

/// Whether `supervisor` may supervise `person`, given who supervises whom now.
///
/// # Errors
/// [`StaffRefusal::SupervisorRing`] when the chain would come back to the person.
pub(super) fn may_supervise(
    person: StaffId,
    supervisor: StaffId,
    supervisors: &HashMap<StaffId, StaffId>,
) -> Result<(), StaffRefusal> {
    let mut above = Some(supervisor);
    // The chain cannot be longer than the staff; the bound also ends a ring that is already stored.
    for _ in 0..supervisors.len() + 2 {
        match above {
            Some(id) if id == person => return Err(StaffRefusal::SupervisorRing),
            Some(id) => above = supervisors.get(&id).copied(),
            None => return Ok(()),
        }
    }
    Err(StaffRefusal::SupervisorRing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> StaffId {
        StaffId(uuid::Uuid::from_u128(n))
    }

    #[test]
    fn supervision_never_comes_back_to_the_person() {
        let chain = HashMap::from([(id(1), id(2)), (id(2), id(3))]);
        for (person, supervisor, expected) in [
            (id(1), id(3), Ok(())),
            (id(4), id(1), Ok(())),
            (id(1), id(1), Err(StaffRefusal::SupervisorRing)),
            (id(3), id(1), Err(StaffRefusal::SupervisorRing)),
            (id(2), id(1), Err(StaffRefusal::SupervisorRing)),
        ] {
            assert_eq!(may_supervise(person, supervisor, &chain), expected);
        }
    }

    #[test]
    fn a_stored_ring_ends_the_walk() {
        let ring = HashMap::from([(id(1), id(2)), (id(2), id(1))]);
        assert_eq!(may_supervise(id(9), id(1), &ring), Err(StaffRefusal::SupervisorRing));
    }
}
