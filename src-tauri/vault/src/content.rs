//! A key of its own for one thing: whoever holds the master key reads nothing of what is sealed with it.
//!
//! The key is random and is kept only sealed, once to each of those who may read. The vault keeps neither the key nor
//! whom it was sealed to; that is a row of the practice.

use zeroize::Zeroizing;

use crate::keys::{self, Key, random};
use crate::pairs::Keyring;
use crate::{Error, RecoveryKey, SealTo, Vault};

/// 32 random bytes that open one thing. Wiped when dropped, printed by nothing.
pub struct ContentKey(Key);

impl ContentKey {
    /// A new one.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn generate() -> Result<ContentKey, Error> {
        Ok(ContentKey(Zeroizing::new(random()?)))
    }

    fn of_bytes(bytes: &[u8]) -> Result<ContentKey, Error> {
        let key: [u8; 32] = bytes.try_into().map_err(|_| Error::NotSealedToYou)?;
        Ok(ContentKey(Zeroizing::new(key)))
    }

    /// Seals bytes with this key. `bound` says what they belong to: elsewhere they do not open.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn seal(&self, bound: &[u8], plain: &[u8]) -> Result<Vec<u8>, Error> {
        keys::wrap(&self.0, bound, plain)
    }

    /// Opens what [`ContentKey::seal`] made.
    ///
    /// # Errors
    /// [`Error::NotSealedToYou`] when the key, the binding or a single bit is another.
    pub fn open(&self, bound: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        keys::unwrap(&self.0, bound, sealed).ok_or(Error::NotSealedToYou)
    }

    /// The key itself, sealed to somebody.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn sealed_to(&self, reader: &SealTo) -> Result<Vec<u8>, Error> {
        reader.seal(self.0.as_slice())
    }
}

impl Vault {
    /// A content key that was sealed to whoever is signed in (or to the recovery key, after [`Vault::recover`]).
    ///
    /// # Errors
    /// [`Error::NotSealedToYou`].
    pub fn content_key(&self, sealed: &[u8]) -> Result<ContentKey, Error> {
        ContentKey::of_bytes(&self.unseal(sealed)?)
    }

    /// A content key that was sealed to this recovery key: the present one, or one from before a renewal.
    ///
    /// # Errors
    /// [`Error::NotSealedToYou`].
    pub fn content_key_by(&self, recovery: &RecoveryKey, sealed: &[u8]) -> Result<ContentKey, Error> {
        let pairs = Keyring::of_recovery(recovery, self.keys.vault)?;
        ContentKey::of_bytes(&pairs.unseal(sealed).ok_or(Error::NotSealedToYou)?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_and_in_its_place_alone() {
        let (key, other) = (ContentKey::generate().unwrap(), ContentKey::generate().unwrap());
        let sealed = key.seal(b"this note", b"words").unwrap();
        assert_eq!(key.open(b"this note", &sealed).unwrap().as_slice(), b"words");
        assert!(matches!(key.open(b"another note", &sealed), Err(Error::NotSealedToYou)));
        assert!(matches!(other.open(b"this note", &sealed), Err(Error::NotSealedToYou)));
    }
}
