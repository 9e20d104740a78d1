//! What a text shares with the one before it, sentence by sentence. Pure.

use std::collections::HashMap;

/// A run of text: said before in just these words, or new.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Piece {
    pub text: String,
    pub as_before: bool,
}

/// The text in runs, each as it stood before or new. Put together they are the text again.
pub(super) fn pieces(text: &str, before: &str) -> Vec<Piece> {
    let mut known: HashMap<String, usize> = HashMap::new();
    for sentence in sentences(before) {
        *known.entry(plain(sentence)).or_default() += 1;
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for sentence in sentences(text) {
        let left = known.get_mut(&plain(sentence)).filter(|left| **left > 0);
        let as_before = left.is_some_and(|left| {
            *left -= 1;
            true
        });
        match pieces.last_mut() {
            Some(last) if last.as_before == as_before => last.text.push_str(sentence),
            _ => pieces.push(Piece { text: sentence.to_owned(), as_before }),
        }
    }
    pieces
}

/// Sentences of the text before that do not stand in this one any more, in their order.
pub(super) fn gone(text: &str, before: &str) -> Vec<String> {
    let dropped = pieces(before, text).into_iter().filter(|piece| !piece.as_before);
    dropped.map(|piece| piece.text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// The text cut after each sentence and each line, with its blanks. Nothing is lost.
fn sentences(text: &str) -> Vec<&str> {
    let mut cuts = Vec::new();
    let mut from = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let blank_follows = chars.peek().is_some_and(|(_, next)| next.is_whitespace());
        let ends = c == '\n' || (matches!(c, '.' | '!' | '?' | '”' | '"') && blank_follows);
        if ends {
            let rest = &text[end..];
            let cut = end + rest.len() - rest.trim_start().len();
            while chars.peek().is_some_and(|(next, _)| *next < cut) {
                chars.next();
            }
            cuts.push(&text[from..cut]);
            from = cut;
        }
    }
    if from < text.len() {
        cuts.push(&text[from..]);
    }
    cuts
}

/// A sentence as it is compared: its letters and digits, lowercase.
fn plain(sentence: &str) -> String {
    let words: Vec<String> = sentence
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(text: &str, before: &str) -> String {
        let mark = |piece: Piece| if piece.as_before { format!("[{}]", piece.text) } else { piece.text };
        pieces(text, before).into_iter().map(mark).collect()
    }

    #[test]
    fn what_was_said_before_is_marked() {
        let before = "Slept five hours. Called her sponsor twice. Plan: morning calls.";
        for (text, expected) in [
            (before, "[Slept five hours. Called her sponsor twice. Plan: morning calls.]"),
            ("Slept seven hours. Called her sponsor twice.", "Slept seven hours. [Called her sponsor twice.]"),
            ("SLEPT  five hours! New day.", "[SLEPT  five hours! ]New day."),
            ("Slept five hours. Slept five hours.", "[Slept five hours. ]Slept five hours."),
            ("", ""),
        ] {
            assert_eq!(marked(text, before), expected, "{text}");
        }
        assert_eq!(gone("Slept five hours.", before), ["Called her sponsor twice. Plan: morning calls."]);
        assert_eq!(gone(before, before), [] as [String; 0]);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "[a-zé .!?\n]{0,60}", before in "[a-zé .!?\n]{0,60}") {
            let whole: String = pieces(&text, &before).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text);
        }

        #[test]
        fn a_text_is_all_as_before_beside_itself(text in "[a-zé .!?\n]{1,60}") {
            prop_assert!(pieces(&text, &text).iter().all(|piece| piece.as_before));
        }
    }
}
