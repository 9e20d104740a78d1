//! What a person types to open the vault, and what that costs.
//!
//! Whether a passphrase is good enough is the practice's rule; here it only becomes a key.

use std::fmt;
use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

use crate::Error;
use crate::keys::{Key, derive};

/// A passphrase in one spelling (NFKC), wiped when dropped, never printed.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    pub fn new(mut text: String) -> Passphrase {
        // Room for the longest expansion beforehand, so that no half-written copy is left behind by growth.
        let mut normal = Zeroizing::new(String::with_capacity(text.len().saturating_mul(4)));
        normal.extend(text.nfkc());
        text.zeroize();
        Passphrase(normal)
    }

    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// A login in the spelling it is looked up by.
pub(crate) fn login_spelling(login: &str) -> Zeroizing<String> {
    Zeroizing::new(login.trim().nfkc().flat_map(char::to_lowercase).collect())
}

/// What one guess costs (Argon2id, version 1.3).
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct KdfCost {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Default for KdfCost {
    /// The least a vault in use is made with (RFC 9106's second choice, with one lane: more gain nothing here).
    fn default() -> KdfCost {
        KdfCost { memory_kib: 64 * 1024, passes: 3, lanes: 1 }
    }
}

impl KdfCost {
    const FLOOR: KdfCost = KdfCost { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    const CEILING: KdfCost = KdfCost { memory_kib: 1024 * 1024, passes: 10, lanes: 4 };

    /// More passes until one guess takes about `target` here, never less than the default.
    pub fn calibrated(target: Duration) -> KdfCost {
        let start = KdfCost::default();
        let began = Instant::now();
        if stretch(start, b"calibration", &[0; 16]).is_err() {
            return start;
        }
        let per_pass = (began.elapsed() / start.passes).max(Duration::from_millis(1));
        let passes = u32::try_from(target.as_millis() / per_pass.as_millis().max(1)).unwrap_or(u32::MAX);
        KdfCost { passes: passes.clamp(start.passes, KdfCost::CEILING.passes), ..start }
    }

    /// The floor: quick, for tests.
    pub fn for_tests() -> KdfCost {
        KdfCost::FLOOR
    }

    /// A header from elsewhere must neither be weak nor hang us.
    pub(crate) fn check(self) -> Result<KdfCost, Error> {
        let within = |value: u32, floor: u32, ceiling: u32| (floor..=ceiling).contains(&value);
        let good = within(self.memory_kib, KdfCost::FLOOR.memory_kib, KdfCost::CEILING.memory_kib)
            && within(self.passes, KdfCost::FLOOR.passes, KdfCost::CEILING.passes)
            && within(self.lanes, KdfCost::FLOOR.lanes, KdfCost::CEILING.lanes);
        good.then_some(self).ok_or(Error::CostOutOfRange)
    }
}

/// The key that wraps one person's pairs.
pub(crate) fn own_key(
    passphrase: &Passphrase,
    cost: KdfCost,
    salt: &[u8; 16],
    vault: Uuid,
    slot: &[u8; 16],
) -> Result<Key, Error> {
    let stretched = stretch(cost.check()?, passphrase.text().as_bytes(), salt)?;
    derive(stretched.as_slice(), "evenkeel own key/v1", vault, slot)
}

fn stretch(cost: KdfCost, text: &[u8], salt: &[u8; 16]) -> Result<Key, Error> {
    let params =
        Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| Error::CostOutOfRange)?;
    let mut out = Key::default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(text, salt, out.as_mut_slice())
        .map_err(|_| Error::Io(std::io::ErrorKind::OutOfMemory))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_passphrase_are_one() {
        // Composed and decomposed accent, full-width letters, the ligature fi.
        for (one, other) in [("caf\u{e9}", "cafe\u{301}"), ("\u{ff41}bc", "abc"), ("\u{fb01}n", "fin")] {
            assert_eq!(Passphrase::new(one.into()).text(), Passphrase::new(other.into()).text());
        }
        assert_eq!(Passphrase::new(" two  spaces ".into()).text(), " two  spaces ");
        assert_eq!(*login_spelling(" Mara.Lindqvist "), *login_spelling("mara.lindqvist"));
    }

    #[test]
    fn nothing_prints_a_passphrase() {
        assert!(!format!("{:?}", Passphrase::new("harbor seven lanterns".into())).contains("harbor"));
    }

    #[test]
    fn cost_outside_floor_and_ceiling_is_refused() {
        let floor = KdfCost::for_tests();
        assert!(floor.check().is_ok());
        assert!(KdfCost::default().check().is_ok());
        for bad in [
            KdfCost { memory_kib: floor.memory_kib - 1, ..floor },
            KdfCost { memory_kib: 1024 * 1024 + 1, ..floor },
            KdfCost { passes: 1, ..floor },
            KdfCost { passes: 11, ..floor },
            KdfCost { lanes: 0, ..floor },
            KdfCost { lanes: 5, ..floor },
        ] {
            assert!(matches!(bad.check(), Err(Error::CostOutOfRange)), "{bad:?}");
        }
    }
}
