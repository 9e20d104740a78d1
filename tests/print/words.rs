//! What stands on the page is what was in the content: never markup, never cut, in every name's own letters.

use serde_json::json;

use crate::{PRESS, draw_page, recovery, sign_in, with, without, words_on};

/// Everything Typst gives a meaning to, and what other systems do.
const HOSTILE: &[&str] = &[
    "#pagebreak()",
    "#strong[x] #panic()",
    "#import \"sheet.typ\": *",
    "#read(\"/etc/passwd\")",
    "*bold* _slanted_",
    "$x^2 / y$",
    "\\ \\u{41} \\#",
    "@reference <label>",
    "\"double\" 'single' `raw`",
    "-- --- ... ~ -?",
    "= Heading",
    "- list + list / term: x",
    "// comment /* and */ more",
    "https://example.org/a?b=c",
    "[content] {code} (array,)",
    "<script>alert(1)</script>",
    "&lt;b&gt; &#35; %23",
    "{{template}} ${value} %s",
    "'; drop table client; --",
    "\u{202e}reversed\u{202c} name",
    "zero\u{0}byte\u{7}bell\u{1b}[31m",
];

const NAMES: &[&str] = &[
    "Nguyễn Thị Hồng Đặng",
    "Řehoř Šťastný Vodička ů",
    "Ọláṣùbọ̀mí Ẹniọlá",
    "Łucja Żółkiewska-Ćwikła",
    "Şeyma Öğüt İnanç ı",
    "Kaʻiulani ʻŌpūnui",
    "Zoë Núñez Çelik Ångström",
    "Đorđe Жанна Ελένη",
    "O’Brien – “Bo” ½ № €",
];

/// Without what only arranges: spaces, zero widths, direction marks.
fn letters(text: &str) -> String {
    let arranges = |c: &char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
    };
    text.chars().filter(|c| !arranges(c)).collect()
}

#[track_caller]
fn check(template: &str, content: &serde_json::Value, expected: &[&str]) {
    let pdf = PRESS.pdf(template, content).unwrap();
    let Some(words) = words_on(&pdf) else { return };
    let words = letters(&words);
    for line in expected {
        assert!(words.contains(&letters(line)), "not on the page: {line}");
    }
}

#[test]
fn names_are_never_markup() {
    check("sign-in-sheet", &sign_in(HOSTILE), HOSTILE);
    check("draw-page", &draw_page(HOSTILE), HOSTILE);
}

#[test]
fn no_other_value_is_markup() {
    for text in HOSTILE {
        let mut content = sign_in(&["Maria G."]);
        for pointer in ["/group", "/time", "/room", "/facilitator", "/sheet/statement", "/sheet/practice/name"] {
            content = with(content, pointer, json!(text));
        }
        content = with(content, "/sheet/printed/by", json!(text));
        content = with(content, "/sheet/practice/lines", json!([text]));
        let pdf = PRESS.pdf("sign-in-sheet", &content).unwrap();
        assert_eq!(pdf.pages, 1, "{text}");
        let Some(words) = words_on(&pdf) else { return };
        assert_eq!(letters(&words).matches(&letters(text)).count(), 8, "{text}");
    }
}

#[test]
fn every_name_in_its_own_letters() {
    check("sign-in-sheet", &sign_in(NAMES), NAMES);
    assert_eq!(PRESS.pdf("sign-in-sheet", &sign_in(NAMES)).unwrap().undrawn, 0);
}

#[test]
fn what_no_font_draws_is_counted() {
    for (name, undrawn) in
        [("Maria G.", 0), ("Bo 😀", 1), ("李 W.", 1), ("שלום", 4), ("line\nbreak", 0), ("\u{0}\u{202e}", 0)]
    {
        assert_eq!(PRESS.pdf("sign-in-sheet", &sign_in(&[name])).unwrap().undrawn, undrawn, "{name}");
    }
}

#[test]
fn a_long_name_is_broken_and_not_cut() {
    let name = "abcdefghij".repeat(12);
    check("sign-in-sheet", &sign_in(&[&name]), &[&name]);
}

#[test]
fn the_recovery_key_stands_on_both_copies() {
    let content = recovery();
    let groups: Vec<&str> = content["key"].as_array().unwrap().iter().filter_map(|group| group.as_str()).collect();
    let pdf = PRESS.pdf("recovery-sheet", &content).unwrap();
    let Some(words) = words_on(&pdf) else { return };
    for (place, group) in groups.iter().enumerate() {
        let numbered = format!("{}{group}", place + 1);
        assert_eq!(letters(&words).matches(&numbered).count(), 2, "{numbered}");
    }
    for line in ["copy 1 of 2", "copy 2 of 2", "Page 1 of 2", "Page 2 of 2"] {
        assert_eq!(words.matches(line).count(), 1, "{line}");
    }
    for line in ["Harbor Light Recovery", "March 4, 2026, 5:20 PM by R. Okafor", "42 CFR part 2"] {
        assert!(words.matches(line).count() >= 2, "{line}");
    }
}

#[test]
fn the_table_head_is_on_every_page() {
    let names: Vec<String> = (1..=40).map(|place| format!("Person {place}.")).collect();
    let pdf = PRESS.pdf("sign-in-sheet", &sign_in(&names)).unwrap();
    let Some(words) = words_on(&pdf) else { return };
    assert_eq!(words.matches("Signature").count(), 2);
    assert!(words.contains("Wednesday, March 4, 2026"));
}

#[test]
fn what_is_missing_is_said() {
    let mut content = sign_in(&["Maria G."]);
    for key in ["/time", "/room", "/facilitator"] {
        content = without(content, key);
    }
    let pdf = PRESS.pdf("sign-in-sheet", &content).unwrap();
    let Some(words) = words_on(&pdf) else { return };
    assert_eq!(words.matches("not recorded").count(), 3);
    check("sign-in-sheet", &sign_in(&[] as &[&str]), &["Nobody is expected at this session."]);
}
