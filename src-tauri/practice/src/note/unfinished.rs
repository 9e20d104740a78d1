//! Whether a text has a word that begins as typed, with the folding of the index, for a look at the newest notes.
//!
//! The index answers a beginning by uniting every place of every word that begins so, before it asks whose note it is: for
//! the beginning of a common word that is most of the practice. A common word is met soon among the newest notes, so those
//! are looked at first; a rare one is left to the index, which unites little.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Notes after which a look is judged.
const FIRST_LOOK: usize = 64;
/// One note of this many must hold the word for the look to go on.
const ONE_OF: usize = 8;

/// Whether a look that found this many of the notes looked at is on the way to a full page.
pub(super) const fn goes_on(looked: usize, found: usize) -> bool {
    looked < FIRST_LOOK || found * ONE_OF >= looked
}

/// A word as the index holds it: lower case, without accents.
pub(super) fn folded(word: &str) -> String {
    letters(word).collect()
}

/// Whether some word of the text begins with this folded one.
pub(super) fn has_beginning(text: &str, beginning: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).any(|word| begins(word, beginning))
}

fn begins(word: &str, beginning: &str) -> bool {
    // Nearly every word ends here: its first letter is plain, and another.
    if let (Some(first), Some(wanted)) = (word.as_bytes().first(), beginning.as_bytes().first())
        && first.is_ascii()
        && word.as_bytes().get(1).is_none_or(u8::is_ascii)
        && first.to_ascii_lowercase() != *wanted
    {
        return false;
    }
    let mut letters = letters(word);
    !word.is_empty() && beginning.chars().all(|wanted| letters.next() == Some(wanted))
}

fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_met_as_the_index_meets_it() {
        for (text, typed, expected) in [
            ("Rehearsed the call with her sponsor.", "sponso", true),
            ("Rehearsed the call with her SPONSORS", "sponso", true),
            ("a cosponsor", "sponso", false),
            ("co-sponsor", "sponso", true),
            ("\u{2014}sponsor\u{2019}s", "sponso", true),
            ("Nguy\u{1ec5}n H\u{1ed3}ng", "hon", true),
            ("Ho\u{302}\u{300}ng", "h\u{1ed3}n", true),
            ("e\u{301}lan", "ela", true),
            ("\u{c9}lan", "\u{e9}la", true),
            ("S\u{f8}ren", "sor", false),
            ("S\u{f8}ren", "s\u{f8}r", true),
            ("\u{130}nce", "inc", true),
            ("spo", "spons", false),
            ("", "spo", false),
            ("ten at 10:45", "104", false),
            ("1045 units", "104", true),
        ] {
            assert_eq!(has_beginning(text, &folded(typed)), expected, "{text} {typed}");
        }
    }

    #[test]
    fn a_look_is_given_up_when_the_word_is_rare() {
        for (looked, found, expected) in
            [(1, 0, true), (63, 0, true), (64, 7, false), (64, 8, true), (400, 49, false)]
        {
            assert_eq!(goes_on(looked, found), expected, "{looked} {found}");
        }
    }
}
