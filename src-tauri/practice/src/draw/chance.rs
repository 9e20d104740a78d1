//! The arithmetic of a draw. Pure: the same bytes give the same answer anywhere.
//!
//! ```text
//! commitment = SHA-256(r)                         r: 32 fresh random bytes; stands in the audit before the pool is frozen
//! seed       = SHA-256(head || r)                 head: the 32 bytes of the end of the audit chain at the freezing
//! number     = HMAC-SHA256(key: seed, message: "evenkeel draw v1" || token)     ASCII without an end mark, 16 bytes of token
//! selected   = the first 8 bytes of number, read big-endian, times 1,000,000 < chance * 2^64
//! analyzed   = the same with "evenkeel analyze v1" and the share that is analyzed
//! pool       = a line "token chance share\n" for each person, token in lowercase hexadecimal, in the order of the tokens
//! pool digest = SHA-256(pool)
//! ```
//!
//! Each person's number hangs on the seed and the own token alone: who else is in the pool changes nobody's answer.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Digest as _, Sha256};

use crate::kernel::history::hex;

/// A whole: chance and share are counted in millionths.
pub const MILLION: i64 = 1_000_000;

const DRAW: &[u8] = b"evenkeel draw v1";
const ANALYZE: &[u8] = b"evenkeel analyze v1";

/// What is published before the pool is frozen.
pub fn commitment(secret: &[u8; 32]) -> [u8; 32] {
    Sha256::digest(secret).into()
}

/// The seed of a draw.
pub fn seed(head: &[u8; 32], secret: &[u8; 32]) -> [u8; 32] {
    Sha256::new().chain_update(head).chain_update(secret).finalize().into()
}

/// A person of the pool, as far as the draw is concerned.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Person {
    pub token: [u8; 16],
    /// 0 for who is not in the draw.
    pub chance_millionths: i64,
    pub analyzed_millionths: i64,
}

/// What the draw says of a person.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Fate {
    pub number: u64,
    pub selected: bool,
    /// Of somebody selected: whether the specimen is also analyzed.
    pub analyzed: bool,
}

/// What a seed says of a person.
pub fn fate(seed: &[u8; 32], person: &Person) -> Fate {
    let drawn = number(seed, DRAW, &person.token);
    let selected = below(drawn, person.chance_millionths);
    let analyzed = selected && below(number(seed, ANALYZE, &person.token), person.analyzed_millionths);
    Fate { number: drawn, selected, analyzed }
}

fn number(seed: &[u8; 32], label: &[u8], token: &[u8; 16]) -> u64 {
    // A key shorter than the block of SHA-256 is padded with zeros, by definition of HMAC.
    let mut block = [0; 64];
    block[..32].copy_from_slice(seed);
    let mut mac = Hmac::<Sha256>::new((&block).into());
    mac.update(label);
    mac.update(token);
    let bytes: [u8; 32] = mac.finalize().into_bytes().into();
    bytes.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

fn below(number: u64, millionths: i64) -> bool {
    let threshold = u128::from(millionths.clamp(0, MILLION).cast_unsigned()) << 64;
    u128::from(number) * 1_000_000 < threshold
}

/// The frozen pool as the text that is digested, whatever order it comes in.
pub fn pool_text(pool: &[Person]) -> String {
    let mut lines: Vec<String> = pool
        .iter()
        .map(|person| format!("{} {} {}\n", hex(&person.token), person.chance_millionths, person.analyzed_millionths))
        .collect();
    lines.sort();
    lines.concat()
}

/// The digest of the frozen pool.
pub fn pool_digest(pool: &[Person]) -> [u8; 32] {
    Sha256::digest(pool_text(pool).as_bytes()).into()
}

/// Bytes of lowercase or uppercase hexadecimal.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let text = text.trim();
    if text.len() != N * 2 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; N];
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(index * 2..index * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn person(token: u128, chance_millionths: i64) -> Person {
        Person { token: token.to_be_bytes(), chance_millionths, analyzed_millionths: 500_000 }
    }

    /// Worked out with another program: Python's hashlib and hmac.
    #[test]
    fn the_numbers_are_those_of_another_program() {
        let (head, secret) = ([0x11; 32], [0x22; 32]);
        assert_eq!(hex(&commitment(&secret)), "9f72ea0cf49536e3c66c787f705186df9a4378083753ae9536d65b3ad7fcddc4");
        assert_eq!(hex(&seed(&head, &secret)), "5189c77d29fe5d546a045ec46986852785fea5c13ac7da9c115ff5fb6edf817c");
        assert_eq!(fate(&seed(&head, &secret), &person(1, 0)).number, 13_838_260_776_117_783_336);
    }

    #[test]
    fn a_chance_is_held_at_its_edges() {
        for (number, millionths, expected) in [
            (0, 0, false),
            (0, 1, true),
            (u64::MAX, MILLION, true),
            (u64::MAX, MILLION - 1, false),
            ((1 << 63) - 1, 500_000, true),
            (1 << 63, 500_000, false),
            // Floor of 2^64 / 1,000,000, and the next.
            (18_446_744_073_709, 1, true),
            (18_446_744_073_710, 1, false),
            (5, -3, false),
        ] {
            assert_eq!(below(number, millionths), expected, "{number} {millionths}");
        }
    }

    #[test]
    fn the_pool_is_one_text_in_any_order() {
        let (a, b) = (person(2, 10), person(1, 20));
        assert_eq!(pool_text(&[a, b]), pool_text(&[b, a]));
        assert_eq!(
            pool_text(&[a, b]),
            "00000000000000000000000000000001 20 500000\n00000000000000000000000000000002 10 500000\n"
        );
    }

    #[test]
    fn hexadecimal_is_read_whole_or_not_at_all() {
        for (text, expected) in [
            ("00ff", Some([0, 255])),
            (" 00FF ", Some([0, 255])),
            ("00f", None),
            ("00fg", None),
            ("0é", None),
            ("", None),
        ] {
            assert_eq!(unhex::<2>(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn who_else_is_in_the_pool_changes_nobodys_answer(
            seed in any::<[u8; 32]>(), tokens in proptest::collection::vec(any::<u128>(), 1..30), gone in any::<usize>(),
        ) {
            let pool: Vec<Person> = tokens.iter().map(|token| person(*token, 140_000)).collect();
            let before: Vec<Fate> = pool.iter().map(|person| fate(&seed, person)).collect();
            let mut fewer = pool.clone();
            fewer.remove(gone % pool.len());
            for one in &fewer {
                let place = pool.iter().position(|other| other.token == one.token).unwrap();
                prop_assert_eq!(fate(&seed, one), before[place]);
            }
        }

        #[test]
        fn a_greater_chance_never_takes_a_selection_away(seed in any::<[u8; 32]>(), token in any::<u128>(), a in 0..=MILLION, b in 0..=MILLION) {
            let (less, more) = (a.min(b), a.max(b));
            prop_assert!(!fate(&seed, &person(token, less)).selected || fate(&seed, &person(token, more)).selected);
        }

        #[test]
        fn only_the_selected_are_analyzed(seed in any::<[u8; 32]>(), token in any::<u128>()) {
            let found = fate(&seed, &person(token, 300_000));
            prop_assert!(found.selected || !found.analyzed);
        }
    }

    /// The seed of one simulated day: all that differs between two days of a real practice.
    fn day_seed(day: u32) -> [u8; 32] {
        Sha256::digest(day.to_be_bytes()).into()
    }

    const DAYS: u32 = 10_000 * 30;

    /// 10,000 months of 30 days at each of five chances: how often, how far apart, and the day after.
    #[test]
    fn frequencies_and_gaps_hold_over_ten_thousand_months() {
        // Chance moves the threshold, never the number: the days are worked out once.
        let token = person(1, 0).token;
        let numbers: Vec<u64> = (0..DAYS).map(|day| number(&day_seed(day), DRAW, &token)).collect();
        for chance in [142_466, 98_630, 65_753, 49_315, 32_877] {
            let drawn: Vec<bool> = numbers.iter().map(|number| below(*number, chance)).collect();
            let p = chance as f64 / 1e6;
            let n = f64::from(DAYS);
            let hits = drawn.iter().filter(|hit| **hit).count() as f64;
            // One degree of freedom; 10.83 is passed by chance once in a thousand times.
            let chi = (hits - n * p).powi(2) / (n * p) + (hits - n * p).powi(2) / (n * (1.0 - p));
            assert!(chi < 10.83, "{chance}: {chi}");
            assert!(gap_chi(&drawn, p) < 45.31, "{chance}: gaps {}", gap_chi(&drawn, p));
            // The day after a test is a day like any other.
            let after = drawn.windows(2).filter(|pair| pair[0] && pair[1]).count() as f64;
            let chi_after = (after - hits * p).powi(2) / (hits * p * (1.0 - p));
            assert!(after > 0.0 && chi_after < 10.83, "{chance}: {chi_after}");
        }
    }

    /// How far apart selections lie, in 20 cells of a geometric law; 45.31 is the 0.999 point for 20 degrees of freedom.
    fn gap_chi(drawn: &[bool], p: f64) -> f64 {
        const CELLS: usize = 20;
        let mut counts = [0_u32; CELLS + 1];
        let mut gap = 0;
        for hit in drawn {
            if *hit {
                counts[gap.min(CELLS)] += 1;
                gap = 0;
            } else {
                gap += 1;
            }
        }
        let total = f64::from(counts.iter().sum::<u32>());
        let cells = counts.iter().enumerate().map(|(cell, count)| {
            let share = if cell == CELLS { (1.0 - p).powi(CELLS as i32) } else { p * (1.0 - p).powi(cell as i32) };
            (f64::from(*count) - total * share).powi(2) / (total * share)
        });
        cells.sum()
    }

    /// Two people of one draw know nothing of each other, and neither does whether a specimen is analyzed.
    #[test]
    fn people_are_independent_of_each_other_over_ten_thousand_months() {
        let (one, other) = (person(101, 142_466), person(102, 142_466));
        let mut cells = [[0_u32; 2]; 2];
        let (mut selected, mut analyzed) = (0_u32, 0_u32);
        for day in 0..DAYS {
            let seed = day_seed(day);
            let (a, b) = (fate(&seed, &one), fate(&seed, &other));
            cells[usize::from(a.selected)][usize::from(b.selected)] += 1;
            selected += u32::from(a.selected);
            analyzed += u32::from(a.analyzed);
        }
        let total = f64::from(DAYS);
        let sum = |cells: &[u32]| f64::from(cells.iter().sum::<u32>());
        let mut chi = 0.0;
        for (row, line) in cells.iter().enumerate() {
            for (column, count) in line.iter().enumerate() {
                let expected = sum(line) * sum(&[cells[0][column], cells[1][column]]) / total;
                chi += (f64::from(*count) - expected).powi(2) / expected;
                assert!(expected > 0.0, "{row}");
            }
        }
        assert!(chi < 10.83, "{chi}");
        let half = f64::from(selected) / 2.0;
        assert!((f64::from(analyzed) - half).powi(2) / half * 2.0 < 10.83);
    }
}
