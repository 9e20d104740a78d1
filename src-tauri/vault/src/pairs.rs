//! A person's key pairs: Ed25519 to sign, X25519 to receive.
//!
//! The private halves leave this module only wrapped under a key that is the person's own. A holder keeps every earlier
//! receiving half (what was sealed to it stays readable) but exactly one signing half.

use crypto_box::aead::OsRng;
use crypto_box::{PublicKey, SecretKey};
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::fields::{Fields, Parse};
use crate::keys::{Key, MasterKey, derive, random};
use crate::{Error, HolderId, RecoveryKey};

/// The public half of a signing pair; it names the key.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct KeyId(pub [u8; 32]);

/// An Ed25519 signature and the key that made it.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Signature {
    pub key: KeyId,
    pub bytes: [u8; 64],
}

impl Signature {
    /// True when this key signed exactly these bytes through [`Vault::sign`](crate::Vault::sign).
    pub fn holds(&self, bytes: &[u8]) -> bool {
        verifies(self.key, &signed_form(bytes), &self.bytes)
    }
}

/// A public key something can be sealed to; whoever seals needs no secret and cannot open it again.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Hash)]
pub struct SealTo(pub(crate) [u8; 32]);

impl SealTo {
    pub fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        PublicKey::from(self.0).seal(&mut OsRng, bytes).map_err(|_| Error::NoRandomness)
    }
}

/// Both public halves.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Publics {
    pub signing: KeyId,
    pub receiving: SealTo,
}

/// Who a pair belongs to, said by another key (or by itself, for the first).
pub(crate) struct Statement {
    pub vault: Uuid,
    /// `None` for the recovery key.
    pub holder: Option<HolderId>,
    pub publics: Publics,
    pub temporary: bool,
    pub made_at: i64,
}

impl Statement {
    fn bytes(&self) -> Vec<u8> {
        let mut fields = Fields::of("evenkeel holder key/v1");
        fields
            .put(self.vault.as_bytes())
            .maybe(self.holder.as_ref().map(|holder| holder.0.as_bytes().as_slice()))
            .put(&self.publics.signing.0)
            .put(&self.publics.receiving.0)
            .number(u64::from(self.temporary))
            .put(&self.made_at.to_le_bytes());
        fields.into_bytes()
    }

    pub fn certified(&self, by: &Keyring) -> [u8; 64] {
        by.signing.sign(&self.bytes()).to_bytes()
    }

    pub fn holds(&self, by: KeyId, certificate: &[u8; 64]) -> bool {
        verifies(by, &self.bytes(), certificate)
    }
}

/// Both private halves.
#[derive(Clone)]
pub(crate) struct Keyring {
    signing: SigningKey,
    /// The newest first.
    receiving: Vec<SecretKey>,
}

impl Keyring {
    /// As many earlier receiving keys as a holder may carry along; each is a renewal after a reset.
    const KEPT: usize = 32;

    pub fn generate() -> Result<Keyring, Error> {
        let (signing, receiving): (Key, Key) = (Zeroizing::new(random()?), Zeroizing::new(random()?));
        Ok(Keyring { signing: SigningKey::from_bytes(&signing), receiving: vec![SecretKey::from(*receiving)] })
    }

    /// The recovery key is its own wrapping: its pairs follow from it.
    pub fn of_recovery(key: &RecoveryKey, vault: Uuid) -> Result<Keyring, Error> {
        let signing = derive(key.bytes(), "evenkeel recovery signing/v1", vault, b"")?;
        let receiving = derive(key.bytes(), "evenkeel recovery receiving/v1", vault, b"")?;
        Ok(Keyring { signing: SigningKey::from_bytes(&signing), receiving: vec![SecretKey::from(*receiving)] })
    }

    /// New pairs for the same person, who goes on reading what was sealed to the earlier ones.
    pub fn renewed(&self) -> Result<Keyring, Error> {
        let mut new = Keyring::generate()?;
        new.receiving.extend(self.receiving.iter().take(Keyring::KEPT).cloned());
        Ok(new)
    }

    pub fn publics(&self) -> Publics {
        let receiving = self.receiving.first().map_or([0; 32], |key| key.public_key().to_bytes());
        Publics { signing: KeyId(self.signing.verifying_key().to_bytes()), receiving: SealTo(receiving) }
    }

    pub fn sign(&self, bytes: &[u8]) -> Signature {
        Signature { key: self.publics().signing, bytes: self.signing.sign(&signed_form(bytes)).to_bytes() }
    }

    pub fn unseal(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.receiving.iter().find_map(|key| key.unseal(sealed).ok()).map(Zeroizing::new)
    }

    pub fn master(&self, sealed: &[u8]) -> Option<MasterKey> {
        MasterKey::from_bytes(&self.unseal(sealed)?)
    }

    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(32 * (1 + self.receiving.len())));
        bytes.extend_from_slice(&self.signing.to_bytes());
        self.receiving.iter().for_each(|key| bytes.extend_from_slice(&key.to_bytes()));
        bytes
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Keyring> {
        let (keys, []) = bytes.as_chunks::<32>() else { return None };
        let (signing, receiving) = keys.split_first()?;
        let receiving: Vec<SecretKey> = receiving.iter().map(|key| SecretKey::from(*key)).collect();
        (!receiving.is_empty()).then(|| Keyring { signing: SigningKey::from_bytes(signing), receiving })
    }
}

/// Certificates and signatures begin differently, so that nobody can be made to sign the one as the other.
fn signed_form(bytes: &[u8]) -> Vec<u8> {
    let mut fields = Fields::of("evenkeel signed/v1");
    fields.put(bytes);
    fields.into_bytes()
}

fn verifies(key: KeyId, bytes: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(&key.0)
        .is_ok_and(|key| key.verify_strict(bytes, &ed25519_dalek::Signature::from_bytes(signature)).is_ok())
}

/// `None` unless the bytes are whole numbers of what they should be.
pub(crate) fn parse_publics(parse: &mut Parse<'_>) -> Option<Publics> {
    Some(Publics { signing: KeyId(parse.array()?), receiving: SealTo(parse.array()?) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_signature_holds_for_its_bytes_and_key_alone() {
        let (mine, other) = (Keyring::generate().unwrap(), Keyring::generate().unwrap());
        let signature = mine.sign(b"note");
        assert!(signature.holds(b"note"));
        assert!(!signature.holds(b"mote"));
        assert!(!Signature { key: other.publics().signing, ..signature }.holds(b"note"));
    }

    #[test]
    fn a_signature_is_never_a_certificate() {
        let mine = Keyring::generate().unwrap();
        let publics = mine.publics();
        let statement = Statement { vault: Uuid::nil(), holder: None, publics, temporary: false, made_at: 0 };
        assert!(statement.holds(publics.signing, &statement.certified(&mine)));
        assert!(!statement.holds(publics.signing, &mine.sign(&statement.bytes()).bytes));
    }

    #[test]
    fn renewed_pairs_read_what_was_sealed_before() {
        let old = Keyring::generate().unwrap();
        let sealed = old.publics().receiving.seal(b"key of a note").unwrap();
        let new = Keyring::from_bytes(&old.renewed().unwrap().to_bytes()).unwrap();
        assert_ne!(new.publics(), old.publics());
        assert_eq!(new.unseal(&sealed).unwrap().as_slice(), b"key of a note");
        assert!(Keyring::generate().unwrap().unseal(&sealed).is_none());
    }

    #[test]
    fn the_recovery_key_gives_the_same_pairs_every_time() {
        let key = RecoveryKey::generate().unwrap();
        let vault = Uuid::from_u128(1);
        let publics = |vault| Keyring::of_recovery(&key, vault).unwrap().publics();
        assert_eq!(publics(vault), publics(vault));
        assert_ne!(publics(vault), publics(Uuid::from_u128(2)));
    }
}
