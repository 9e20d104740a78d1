//! Keys and what is done with them: derive, wrap, authenticate.
//!
//! ```text
//! passphrase -NFKC-> Argon2id -HKDF-> a person's own key  -XChaCha20-Poly1305-> wraps that person's key pairs
//! recovery key (256 bits) ------HKDF-> the recovery pairs
//! master key (random, sealed to every person's receiving key and to the recovery pair)
//!     -HKDF-> database key | anchor key (MAC of header, anchor, manifest) | key that wraps the audit key
//! ```
//!
//! Every key is 32 bytes, wiped when dropped, and printed by nothing.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::Error;
use crate::fields::Fields;

/// 32 secret bytes.
pub(crate) type Key = Zeroizing<[u8; 32]>;

const NONCE: usize = 24;

/// Fresh random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::NoRandomness)?;
    Ok(bytes)
}

/// A key for one purpose out of another key.
pub(crate) fn derive(from: &[u8], purpose: &str, vault: Uuid, part: &[u8]) -> Result<Key, Error> {
    let mut context = Fields::of(purpose);
    context.put(vault.as_bytes()).put(part);
    let mut key = Key::default();
    Hkdf::<Sha256>::new(None, from)
        .expand(context.bytes(), key.as_mut_slice())
        .map_err(|_| Error::Io(std::io::ErrorKind::InvalidInput))?;
    Ok(key)
}

/// Encrypts under a random nonce, which goes in front. `bound` is authenticated along with it.
pub(crate) fn wrap(key: &Key, bound: &[u8], plain: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce: [u8; NONCE] = random()?;
    let sealed = XChaCha20Poly1305::new((&**key).into())
        .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: bound })
        .map_err(|_| Error::NoRandomness)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// The opposite of [`wrap`]; `None` when the key, the binding or a single bit is another.
pub(crate) fn unwrap(key: &Key, bound: &[u8], wrapped: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = wrapped.split_first_chunk::<NONCE>()?;
    XChaCha20Poly1305::new((&**key).into())
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: bound })
        .ok()
        .map(Zeroizing::new)
}

/// HMAC-SHA256.
pub(crate) fn mac(key: &Key, bytes: &[u8]) -> [u8; 32] {
    // A key shorter than the block of SHA-256 is padded with zeros, by definition of HMAC.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key.as_slice());
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

/// The key everything else hangs on. Random, never derived from anything, never on a disk in the clear.
#[derive(Clone)]
pub(crate) struct MasterKey(Key);

impl MasterKey {
    pub fn generate() -> Result<MasterKey, Error> {
        Ok(MasterKey(Zeroizing::new(random()?)))
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<MasterKey> {
        bytes.try_into().ok().map(|bytes| MasterKey(Zeroizing::new(bytes)))
    }

    pub fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The keys that are in use while the vault is open.
    pub fn keys(&self, vault: Uuid) -> Result<Keys, Error> {
        let key = |purpose| derive(self.bytes(), purpose, vault, b"");
        Ok(Keys {
            vault,
            master: self.clone(),
            database: key("evenkeel database/v1")?,
            anchor: key("evenkeel anchor/v1")?,
            audit_wrap: key("evenkeel audit wrap/v1")?,
        })
    }
}

/// What is derived from the master key.
#[derive(Clone)]
pub(crate) struct Keys {
    pub vault: Uuid,
    pub master: MasterKey,
    /// Opens SQLCipher, as a raw key.
    pub database: Key,
    /// Authenticates header, anchor and backup manifest.
    pub anchor: Key,
    /// Wraps the random key of the audit chain.
    pub audit_wrap: Key,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn mac_is_hmac_sha256_of_a_32_byte_key() {
        let key = Key::new([7; 32]);
        let mut reference = <Hmac<Sha256> as KeyInit>::new_from_slice(&[7; 32]).unwrap();
        reference.update(b"bytes");
        assert_eq!(mac(&key, b"bytes"), <[u8; 32]>::from(reference.finalize().into_bytes()));
    }

    #[test]
    fn unwrap_needs_key_binding_and_every_bit() {
        let key = Key::new([1; 32]);
        let wrapped = wrap(&key, b"slot", b"secret").unwrap();
        assert_eq!(unwrap(&key, b"slot", &wrapped).unwrap().as_slice(), b"secret");
        assert!(unwrap(&key, b"other", &wrapped).is_none());
        assert!(unwrap(&Key::new([2; 32]), b"slot", &wrapped).is_none());
        for bit in 0..wrapped.len() * 8 {
            let mut flipped = wrapped.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(unwrap(&key, b"slot", &flipped).is_none());
        }
    }
}
