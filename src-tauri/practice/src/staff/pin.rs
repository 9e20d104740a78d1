//! The PIN for coming back from a soft lock and for signing.
//!
//! A control of our code, not a cryptographic one: it guards a screen while the vault is open, with five tries. Its digest
//! lies inside the encrypted file, so nobody without the key can try it.

use sha2::{Digest, Sha256};

use crate::kernel::Check;

/// A salted digest of a PIN.
#[derive(Clone, Eq, PartialEq)]
pub struct PinDigest {
    pub(super) salt: [u8; 16],
    pub(super) digest: [u8; 32],
}

impl PinDigest {
    /// The digest of a PIN under a fresh salt.
    pub(super) fn of(pin: &str, salt: [u8; 16]) -> Self {
        let mut hash = Sha256::new();
        hash.update(salt);
        hash.update(pin.as_bytes());
        Self { salt, digest: hash.finalize().into() }
    }

    /// Whether this is the PIN. Compares every byte, whatever the first difference.
    pub fn matches(&self, pin: &str) -> bool {
        let other = Self::of(pin, self.salt);
        self.digest.iter().zip(other.digest).fold(0, |different, (a, b)| different | (a ^ b)) == 0
    }
}

/// Four to eight digits, not all the same and not in a row.
pub(super) fn check(check: &mut Check, pin: &str) {
    let digits: Vec<u8> = pin.bytes().filter(u8::is_ascii_digit).collect();
    let only_digits = digits.len() == pin.len() && (4..=8).contains(&digits.len());
    check.ensure(only_digits, "pin", "Use 4 to 8 digits.");
    let steps: Vec<i16> = digits.windows(2).map(|pair| i16::from(pair[1]) - i16::from(pair[0])).collect();
    let in_a_row = only_digits
        && (steps.iter().all(|step| *step == 0) || steps.iter().all(|step| step.abs() == 1 && *step == steps[0]));
    check.ensure(!in_a_row, "pin", "Digits that repeat or count up are tried first. Mix them.");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_that_are_tried_first_are_refused() {
        for (pin, right) in [
            ("2580", true),
            ("19472", true),
            ("1234", false),
            ("8765", false),
            ("0000", false),
            ("123", false),
            ("123456789", false),
            ("12a4", false),
            ("", false),
        ] {
            let mut faults = Check::new();
            check(&mut faults, pin);
            assert_eq!(faults.done().is_ok(), right, "{pin}");
        }
    }

    #[test]
    fn only_the_same_pin_matches() {
        let digest = PinDigest::of("2580", [7; 16]);
        assert!(digest.matches("2580"));
        assert!(!digest.matches("2581"));
        assert!(!digest.matches(""));
    }
}
