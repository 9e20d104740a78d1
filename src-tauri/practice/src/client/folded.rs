//! Folding: a name as it is typed in a hurry. Lower case, no accents, no apostrophes, one blank before every word.
//!
//! The same folding is applied to what is stored and to what is typed, so the two meet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Every name and the number of a client, folded; the family name comes first, so lists sort by it.
pub fn folded(family: &str, given: &str, preferred: &str, other: &str, number: i64) -> String {
    let mut out = String::new();
    for name in [family, given, preferred, other] {
        fold_onto(&mut out, name);
    }
    out.push_str(&format!(" {number:04}"));
    out
}

/// The words of what was typed; at most four, each at least one character.
pub(super) fn words(typed: &str) -> Vec<String> {
    let mut out = String::new();
    fold_onto(&mut out, typed);
    let mut words: Vec<String> = out.split_whitespace().map(str::to_owned).collect();
    // "C-0412" and "c 0412" mean the number; the letter alone would stand for everybody with a C.
    if words.len() == 2 && words[0] == "c" && words[1].bytes().all(|byte| byte.is_ascii_digit()) {
        words.remove(0);
    }
    if let [word] = words.as_mut_slice()
        && let Some(digits) = word.strip_prefix('c').filter(|rest| !rest.is_empty())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        *word = digits.to_owned();
    }
    words.truncate(4);
    words
}

/// A name folded alone, for comparing two names.
pub(crate) fn folded_name(name: &str) -> String {
    let mut out = String::new();
    fold_onto(&mut out, name);
    out
}

fn fold_onto(out: &mut String, text: &str) {
    let mut in_word = false;
    for c in
        text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).filter(|c| !is_apostrophe(*c))
    {
        if !c.is_alphanumeric() {
            in_word = false;
            continue;
        }
        if !in_word {
            out.push(' ');
            in_word = true;
        }
        match plain(c) {
            Some(letters) => out.push_str(letters),
            None => out.push(c),
        }
    }
}

/// Apostrophes, the okina and their lookalikes stand inside a name and are left out when it is typed.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02bb}' | '\u{02bc}' | '`' | '\u{00b4}' | '\u{0301}')
}

/// Letters that are no letter with a mark, so decomposing them does nothing.
const fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded_as_they_are_typed() {
        for (family, given, preferred, other, expected) in [
            ("Quiñones", "Marisol", "", "", " quinones marisol 0412"),
            ("Beaumont-Featherstonehaugh", "Caroline", "Cari", "", " beaumont featherstonehaugh caroline cari 0412"),
            ("O\u{2019}Shaughnessy", "Síle", "", "Smith, Jones", " oshaughnessy sile smith jones 0412"),
            ("Kealoha", "Ka\u{02bb}iulani", "", "", " kealoha kaiulani 0412"),
            ("Łukasiewicz", "Søren", "", "", " lukasiewicz soren 0412"),
            ("Nguyễn", "Đặng Thị", "", "", " nguyen dang thi 0412"),
            ("İnce", "Ayşe", "", "", " ince ayse 0412"),
            ("李", "明", "", "", " 李 明 0412"),
        ] {
            assert_eq!(folded(family, given, preferred, other, 412), expected);
        }
    }

    #[test]
    fn what_is_typed_becomes_words() {
        for (typed, expected) in [
            ("", vec![]),
            ("  ", vec![]),
            ("QUIÑ", vec!["quin"]),
            ("C-0412", vec!["0412"]),
            ("c0412", vec!["0412"]),
            ("c 412", vec!["412"]),
            ("c", vec!["c"]),
            ("caro beau", vec!["caro", "beau"]),
            ("a b c d e f", vec!["a", "b", "c", "d"]),
            ("o'sh", vec!["osh"]),
        ] {
            assert_eq!(words(typed), expected, "{typed}");
        }
    }
}
