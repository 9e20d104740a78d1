//! What makes a passphrase enough: at least 15 characters, any Unicode, and not easy to guess (NIST SP 800-63B: length,
//! no composition rules, no expiry; a score as help).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;
use vault::Passphrase;

use crate::kernel::Check;

/// The fewest characters of a passphrase that stands alone.
pub const LEAST: usize = 15;
/// The most characters.
pub const MOST: usize = 128;
/// The least zxcvbn score, 0 to 4.
const LEAST_SCORE: u8 = 3;

/// The request of `passphrase.strength`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StrengthRequest {
    pub passphrase: String,
    /// Names and other words that must not carry it.
    pub words: Vec<String>,
}

/// How strong a passphrase is, with advice.
#[derive(Debug, Serialize, TS)]
pub struct Strength {
    /// Characters after normalization.
    pub length: usize,
    /// 0 (at once) to 4 (beyond reach).
    pub score: u8,
    pub enough: bool,
    /// One sentence; empty when it is enough.
    pub advice: String,
}

/// Measures a passphrase. `words` are names that somebody who knows the person would try.
pub fn strength(passphrase: &str, words: &[&str]) -> Strength {
    let normal: String = passphrase.nfkc().collect();
    let length = normal.chars().count();
    // Names give nothing to somebody who knows the person, so what counts is the rest.
    let without_names = words
        .iter()
        .flat_map(|word| word.split_whitespace())
        .filter(|word| word.chars().count() > 2)
        .fold(normal.to_lowercase(), |rest, word| rest.replace(&word.to_lowercase(), " "));
    let score = u8::from(zxcvbn::zxcvbn(&without_names, &["evenkeel"]).score());
    let advice = match () {
        () if length < LEAST => {
            format!("Use at least {LEAST} characters; four or five unrelated words are easy to keep.")
        }
        () if length > MOST => format!("Use at most {MOST} characters."),
        () if score < LEAST_SCORE => {
            "This is easy to guess. Add a word or two that have nothing to do with it.".into()
        }
        () => String::new(),
    };
    Strength { length, score, enough: advice.is_empty(), advice }
}

/// Adds a fault when the passphrase is not enough.
pub(crate) fn ensure_enough(check: &mut Check, field: &str, passphrase: &Passphrase, words: &[&str]) {
    let strength = strength(passphrase.text(), words);
    check.ensure(strength.enough, field, strength.advice);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_guessing_decide_nothing_else() {
        for (passphrase, enough) in [
            ("", false),
            ("short but odd", false),
            ("aaaaaaaaaaaaaaaaaaaa", false),
            ("password password password", false),
            ("quiet lantern borrowed seven oars", true),
            ("тихий фонарь семь вёсел взаймы", true),
            ("   leading spaces are kept, lantern", true),
        ] {
            assert_eq!(strength(passphrase, &[]).enough, enough, "{passphrase:?}");
        }
        assert!(!strength(&"lantern oars ".repeat(20), &[]).enough, "longer than the most");
    }

    #[test]
    fn the_persons_own_names_do_not_count() {
        let own = strength("Theodora Brandvold", &["Theodora Brandvold"]);
        assert!(!own.enough);
    }
}
