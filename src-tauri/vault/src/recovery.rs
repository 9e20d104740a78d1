//! The key on paper: 256 random bits in 13 groups of five characters.
//!
//! Four characters of a group carry the key (Crockford base 32: no I, L, O, U), the fifth checks the group and its
//! place, so that the mistyped group can be named, and two groups that changed places are found. The last four bits of
//! the last group check the whole. Deliberately absent: any stretching, for the key has all its strength already.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Error;
use crate::keys::random;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 13;
const CARRYING: usize = 4;

/// Opens the vault when every passphrase is lost. Shown once, never stored.
pub struct RecoveryKey(Zeroizing<[u8; 32]>);

impl RecoveryKey {
    pub(crate) fn generate() -> Result<RecoveryKey, Error> {
        Ok(RecoveryKey(Zeroizing::new(random()?)))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// The groups to print, five characters each.
    pub fn groups(&self) -> [String; GROUPS] {
        let symbols = self.symbols();
        std::array::from_fn(|group| {
            let carrying = &symbols[group * CARRYING..][..CARRYING];
            carrying
                .iter()
                .chain([&check_symbol(group, carrying)])
                .map(|&symbol| char::from(ALPHABET[usize::from(symbol)]))
                .collect()
        })
    }

    /// Reads what a person typed: any case, any spaces and hyphens, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`Error::RecoveryKeyMistyped`], with the group if one group is to blame.
    pub fn parse(text: &str) -> Result<RecoveryKey, Error> {
        let mut symbols = Zeroizing::new(Vec::with_capacity(GROUPS * (CARRYING + 1)));
        for letter in
            text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '_' | '.'))
        {
            let group = group_number(symbols.len() / (CARRYING + 1));
            symbols.push(symbol_of(letter).ok_or(Error::RecoveryKeyMistyped { group })?);
        }
        if symbols.len() != GROUPS * (CARRYING + 1) {
            return Err(Error::RecoveryKeyMistyped { group: None });
        }
        for (place, group) in symbols.chunks_exact(CARRYING + 1).enumerate() {
            if check_symbol(place, &group[..CARRYING]) != group[CARRYING] {
                return Err(Error::RecoveryKeyMistyped { group: group_number(place) });
            }
        }
        RecoveryKey::from_symbols(&symbols)
    }

    fn from_symbols(symbols: &[u8]) -> Result<RecoveryKey, Error> {
        let mut bytes = Zeroizing::new([0; 32]);
        let carrying = symbols.chunks_exact(CARRYING + 1).flat_map(|group| &group[..CARRYING]);
        for (place, &symbol) in carrying.enumerate() {
            for bit in (0..5).filter(|bit| symbol & (16 >> bit) != 0) {
                if let Some(byte) = bytes.get_mut((place * 5 + bit) / 8) {
                    *byte |= 128 >> ((place * 5 + bit) % 8);
                }
            }
        }
        let key = RecoveryKey(bytes);
        // The four bits behind the 256: if they differ the groups are each well-formed but not of one key.
        let last = symbols.len().checked_sub(2).and_then(|place| symbols.get(place)).copied().unwrap_or_default();
        (last & 15 == key.whole_check()).then_some(key).ok_or(Error::RecoveryKeyMistyped { group: None })
    }

    /// 52 symbols of five bits: the key and four bits that check it.
    fn symbols(&self) -> Zeroizing<Vec<u8>> {
        let bit = |place: usize| match self.0.get(place / 8) {
            Some(byte) => byte >> (7 - place % 8) & 1,
            None => self.whole_check() >> (259 - place) & 1,
        };
        let symbol = |place: usize| (0..5).fold(0, |symbol, nth| symbol << 1 | bit(place * 5 + nth));
        Zeroizing::new((0..GROUPS * CARRYING).map(symbol).collect())
    }

    fn whole_check(&self) -> u8 {
        Sha256::digest(self.bytes())[0] & 15
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(..)")
    }
}

fn group_number(place: usize) -> Option<u8> {
    u8::try_from(place + 1).ok().filter(|group| usize::from(*group) <= GROUPS)
}

fn symbol_of(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    ALPHABET.iter().position(|&known| char::from(known) == letter).and_then(|place| u8::try_from(place).ok())
}

/// A weighted sum over the field of 32 elements: every wrong character and every exchange of two is found for certain.
fn check_symbol(group: usize, carrying: &[u8]) -> u8 {
    let place = u8::try_from(group).unwrap_or_default();
    carrying.iter().chain([&place]).fold(0, |sum, &symbol| times_two(sum ^ symbol))
}

/// Multiplication by x in GF(32) = GF(2)[x] / (x^5 + x^2 + 1).
fn times_two(symbol: u8) -> u8 {
    let doubled = symbol << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(bytes: [u8; 32]) {
            let key = RecoveryKey(Zeroizing::new(bytes));
            let printed = key.groups().join(" ");
            let read = |text: &str| RecoveryKey::parse(text).map(|key| key.bytes().to_vec()).unwrap();
            prop_assert_eq!(read(&printed), bytes);
            let sloppy = printed.to_lowercase().replace('0', "o").replace('1', "l").replace(' ', " - ");
            prop_assert_eq!(read(&sloppy), bytes);
        }

        #[test]
        fn one_wrong_character_names_its_group(bytes: [u8; 32], place in 0_usize..65, to in 0_usize..32) {
            let mut typed: Vec<u8> = RecoveryKey(Zeroizing::new(bytes)).groups().concat().into_bytes();
            prop_assume!(typed[place] != ALPHABET[to]);
            typed[place] = ALPHABET[to];
            let refused = RecoveryKey::parse(&String::from_utf8(typed).unwrap());
            let named = matches!(refused, Err(Error::RecoveryKeyMistyped { group }) if group == group_number(place / 5));
            prop_assert!(named);
        }

        #[test]
        fn groups_that_changed_places_are_found(bytes: [u8; 32], one in 0_usize..13, other in 0_usize..13) {
            let mut groups = RecoveryKey(Zeroizing::new(bytes)).groups();
            prop_assume!(groups[one] != groups[other]);
            groups.swap(one, other);
            prop_assert!(RecoveryKey::parse(&groups.join("-")).is_err());
        }

        #[test]
        fn any_text_is_answered(text in ".{0,120}") {
            let _ = RecoveryKey::parse(&text);
        }
    }
}
