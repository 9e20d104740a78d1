//! From a passphrase, or from the key on paper, to the master key.
//!
//! Only the header takes part; the database is not touched. A passphrase costs one key derivation, whether it is right,
//! wrong or of nobody (two in the rare moment in which the two copies of the header differ).

use crate::copies::Remembered;
use crate::header::Stored;
use crate::keys::Keys;
use crate::pairs::Keyring;
use crate::{Error, HolderId, Part, Passphrase, RecoveryKey};

/// Who has the vault open, and their keys.
#[derive(Clone)]
pub(crate) struct Session {
    /// `None` for the recovery key.
    pub holder: Option<HolderId>,
    pub keyring: Keyring,
    pub must_renew: bool,
}

/// A vault unlocked, and the header it was unlocked with.
pub(crate) struct Unlocked {
    pub stored: Stored,
    pub keys: Keys,
    pub session: Session,
}

/// What a person brings.
#[derive(Copy, Clone)]
pub(crate) enum Proof<'a> {
    Passphrase { lookup: [u8; 32], passphrase: &'a Passphrase },
    Recovery(&'a RecoveryKey),
}

impl Proof<'_> {
    /// Tries the headers in turn; `None` if none opens.
    pub fn unlock(&self, candidates: &[Stored]) -> Result<Option<Unlocked>, Error> {
        let mut changed = false;
        for stored in candidates {
            match self.unlock_one(stored) {
                Ok(None) => {}
                // Opened, and is not what the vault wrote. The other copy may be.
                Err(Error::Damaged(Part::Header)) => changed = true,
                unlocked => return unlocked,
            }
        }
        if changed { Err(Error::Damaged(Part::Header)) } else { Ok(None) }
    }

    fn unlock_one(&self, stored: &Stored) -> Result<Option<Unlocked>, Error> {
        let header = &stored.header;
        let (session, master) = match self {
            Proof::Passphrase { lookup, passphrase } => {
                let Some((slot, keyring)) = header.open(lookup, passphrase)? else { return Ok(None) };
                let master = slot.master(&keyring);
                (Session { holder: Some(slot.holder), keyring, must_renew: slot.must_renew }, master)
            }
            Proof::Recovery(key) => {
                let keyring = Keyring::of_recovery(key, header.vault)?;
                if keyring.publics() != header.recovery.publics {
                    return Ok(None);
                }
                let master = keyring.master(&header.recovery.sealed_master);
                (Session { holder: None, keyring, must_renew: false }, master)
            }
        };
        // The person's keys opened and the rest does not follow: somebody changed the header.
        let keys = master.ok_or(Error::Damaged(Part::Header))?.keys(header.vault)?;
        if !stored.holds(&keys.anchor) {
            return Err(Error::Damaged(Part::Header));
        }
        Ok(Some(Unlocked { stored: stored.clone(), keys, session }))
    }

    /// Holds the session against the header that counts: a slot that is only in the other copy is no way in.
    pub fn settle(
        &self,
        unlocked: Unlocked,
        remembered: Remembered,
        candidates: &[Stored],
    ) -> Result<Option<Unlocked>, Error> {
        let right = remembered.choose(candidates, &unlocked.keys.anchor)?;
        if right.bytes == unlocked.stored.bytes { Ok(Some(unlocked)) } else { self.unlock_one(&right) }
    }
}
