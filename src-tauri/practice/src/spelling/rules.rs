//! Which pieces of a text are words to look up, and how near two words are. Pure.
//!
//! Left alone: addresses, what is typed for a snippet ("/crave"), whatever has a digit ("20mg", "12-step" but for its
//! step), initials and abbreviations in capitals ("IOP", "DUIs"), letters that are not Latin.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Capitals up to this many letters are an abbreviation.
const ABBREVIATION: usize = 5;

/// A piece of a text that can be looked up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Word<'t> {
    /// The letters, with apostrophes inside.
    pub text: &'t str,
    /// All that hyphens join it to: "follow-up".
    pub joined: &'t str,
    /// Where it begins and ends, in UTF-16 units: what the window counts in.
    pub starts: u32,
    pub ends: u32,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut place = Place { text, byte: 0, unit: 0 };
    for piece in pieces(text, |c| !c.is_whitespace()) {
        if is_address(&text[piece.clone()]) {
            continue;
        }
        for run in pieces(&text[piece.clone()], belongs) {
            let joined = trimmed(text, piece.start + run.start..piece.start + run.end);
            for part in pieces(&text[joined.clone()], |c| c != '-' && c != '\u{2011}') {
                let part = trimmed(text, joined.start + part.start..joined.start + part.end);
                let word = &text[part.clone()];
                if is_looked_up(word) {
                    let (starts, ends) = (place.unit_of(part.start), place.unit_of(part.end));
                    found.push(Word { text: word, joined: &text[joined.clone()], starts, ends });
                }
            }
        }
    }
    found
}

/// Whether a text is nothing but one word that can be looked up: what may be added to the practice's words.
pub(super) fn is_one_word(text: &str) -> bool {
    let found = words(text);
    !found.is_empty() && found.iter().all(|word| word.joined == text)
}

/// A word as it is looked up: with plain apostrophes and hyphens.
pub(super) fn plain(word: &str) -> String {
    word.nfc()
        .map(|c| {
            if is_apostrophe(c) {
                '\''
            } else if c == '\u{2011}' {
                '-'
            } else {
                c
            }
        })
        .collect()
}

/// The word without the ending that says whose something is; itself when it has none.
pub(super) fn owner(plain: &str) -> &str {
    plain
        .strip_suffix("'s")
        .or_else(|| plain.strip_suffix("'S"))
        .or_else(|| plain.strip_suffix('\''))
        .unwrap_or(plain)
}

/// A word without accents, as many keyboards write it.
pub(super) fn unaccented(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// How many letters must be added, left out, changed or swapped to make one word of the other; `None` beyond `most`.
pub(super) fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let (mut before, mut above): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=other.len()).collect());
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1; other.len() + 1];
        for (j, b) in other.iter().enumerate() {
            let mut least = (above[j] + usize::from(a != b)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|distance| *distance <= most)
}

/// Counts UTF-16 units up to places that only move forward.
struct Place<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl Place<'_> {
    fn unit_of(&mut self, byte: usize) -> u32 {
        let passed = self.text[self.byte..byte].chars().map(|c| if c.len_utf16() == 2 { 2 } else { 1 }).sum::<u32>();
        (self.byte, self.unit) = (byte, self.unit + passed);
        self.unit
    }
}

/// The longest runs of characters that belong together.
fn pieces(text: &str, belongs: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut began = None;
    for (at, c) in text.char_indices() {
        match (belongs(c), began) {
            (true, None) => began = Some(at),
            (false, Some(from)) => {
                found.push(from..at);
                began = None;
            }
            _ => {}
        }
    }
    found.extend(began.map(|from| from..text.len()));
    found
}

fn belongs(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_apostrophe(c) || matches!(c, '-' | '\u{2011}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02bb}' | '\u{02bc}')
}

/// The range without the marks at its ends that only quote or join: 'so', well-. An apostrophe after an s may say whose
/// something is, and both ways of reading it are right.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let edge = |c: char| is_apostrophe(c) || matches!(c, '-' | '\u{2011}');
    let word = &text[range.clone()];
    let starts = range.start + (word.len() - word.trim_start_matches(edge).len());
    let ends = range.end - (word.len() - word.trim_end_matches(edge).len());
    starts..ends.max(starts)
}

/// A web or mail address, a path, a name of a file, or what stands for a snippet.
fn is_address(piece: &str) -> bool {
    let inside = |mark: char| {
        piece.match_indices(mark).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            letter(piece[..at].chars().next_back()) && letter(piece[at + mark.len_utf8()..].chars().next())
        })
    };
    piece.contains("://") || piece.contains('\\') || piece.starts_with('/') || ['@', '.', '_'].into_iter().any(inside)
}

fn is_looked_up(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && word.chars().all(|c| !c.is_numeric() && is_latin(c)) && !is_abbreviation(word)
}

/// "IOP", "DUIs", "UA's".
fn is_abbreviation(word: &str) -> bool {
    let short = word.trim_end_matches('s').trim_end_matches(is_apostrophe);
    short.chars().all(char::is_uppercase) && (1..=ABBREVIATION).contains(&short.chars().count())
}

fn is_latin(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{2bb}' | '\u{2bc}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}')
        || is_apostrophe(c)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn looked_up(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_found_and_the_rest_is_left_alone() {
        for (text, expected) in [
            ("", vec![]),
            ("She slept well.", vec!["She", "slept", "well"]),
            ("'so' she said, \"don\u{2019}t\"", vec!["so", "she", "said", "don\u{2019}t"]),
            ("the counselors' room", vec!["the", "counselors", "room"]),
            ("follow-up and well-being- ", vec!["follow", "up", "and", "well", "being"]),
            ("Suboxone 8mg/2mg at 17:30, B12, 12-step, 4th", vec!["Suboxone", "at", "step"]),
            ("In IOP for two DUIs; UA's and EtG", vec!["In", "for", "two", "and", "EtG"]),
            ("SHOUTED", vec!["SHOUTED"]),
            ("see https://example.org/abc, mary@example.org and www.board.gov", vec!["see", "and"]),
            ("notes/old.txt C:\\temp a_b", vec![]),
            ("/crave and/or", vec!["and", "or"]),
            ("i.e. ends.", vec!["ends"]),
            ("Zoë Núñez, Đặng Thị, 李明, Анна", vec!["Zoë", "Núñez", "Đặng", "Thị"]),
            ("a\u{2014}dash\u{2026}more", vec!["dash", "more"]),
        ] {
            assert_eq!(looked_up(text), expected, "{text}");
        }
    }

    #[test]
    fn places_are_counted_as_the_window_counts() {
        let text = "\u{1f642} Zoë said\u{a0}teh follow-up";
        let units: Vec<u16> = text.encode_utf16().collect();
        for word in words(text) {
            let found = String::from_utf16(&units[word.starts as usize..word.ends as usize]).unwrap();
            assert_eq!(found, word.text);
        }
        assert_eq!(words(text).last().map(|word| word.joined), Some("follow-up"));
    }

    #[test]
    fn one_word_is_told_from_more() {
        for (text, is) in [
            ("Methadose", true),
            ("Nar-Anon", true),
            ("O'Brien", true),
            ("two words", false),
            ("ends.", false),
            ("8mg", false),
            ("IOP", false),
            ("-", false),
            ("", false),
        ] {
            assert_eq!(is_one_word(text), is, "{text}");
        }
    }

    #[test]
    fn owners_and_accents() {
        assert_eq!(owner("Caroline's"), "Caroline");
        assert_eq!(owner("James'"), "James");
        assert_eq!(owner("Carolines"), "Carolines");
        assert_eq!(plain("O\u{2019}Brien"), "O'Brien");
        assert_eq!(unaccented("Quiñones"), "Quinones");
    }

    #[test]
    fn nearness_counts_letters() {
        for (one, other, expected) in [
            ("caroline", "caroline", Some(0)),
            ("carolien", "caroline", Some(1)),
            ("carlin", "caroline", Some(2)),
            ("marisl", "marisol", Some(1)),
            ("", "ab", Some(2)),
            ("abc", "xyz", None),
            ("a", "abcd", None),
        ] {
            assert_eq!(distance(one, other, 2), expected, "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_cut_at_its_words(text in ".{0,80}") {
            let units: Vec<u16> = text.encode_utf16().collect();
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(last <= word.starts && word.starts < word.ends);
                last = word.ends;
                let found = String::from_utf16(&units[word.starts as usize..word.ends as usize]).unwrap();
                prop_assert_eq!(&found, word.text);
                prop_assert!(word.joined.contains(word.text));
            }
        }

        #[test]
        fn nearness_is_the_same_both_ways(one in "[a-d]{0,6}", other in "[a-d]{0,6}") {
            prop_assert_eq!(distance(&one, &other, 6), distance(&other, &one, 6));
            prop_assert_eq!(distance(&one, &other, 6) == Some(0), one == other);
        }
    }
}
