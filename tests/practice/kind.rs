//! Kind and exact words: no word of a screen, a paper or a refusal calls a person or a specimen by an unkind name, and what
//! rests on a screen is told nowhere without "presumptive".

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::testing_desk::Program;

/// Words that stand nowhere.
const NEVER: &[&str] = &[
    "dirty",
    "abuser",
    "abusers",
    "addict",
    "addicts",
    "junkie",
    "drunk",
    "relapser",
    "offender",
    "noncompliant",
    "non-compliant",
    "cheat",
    "cheating",
    "suspicious",
    "druggie",
    "user of drugs",
];

/// Words that a test, a specimen or a person is never called by, where random and drug tests are spoken of.
const NEVER_OF_TESTS: &[&str] = &[
    "clean",
    "failed",
    "failing",
    "passed the test",
    "guilty",
    "violation",
    "violator",
    "confess",
    "confessed",
    "caught",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file under a folder with one of these endings.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            found.push(path);
        }
    }
    found
}

/// What a source says to people: its text without comments, and for Rust without its own tests.
fn said(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let comment = |line: &&str| {
        let line = line.trim_start();
        !line.starts_with("//") && !line.starts_with("*") && !line.starts_with("/*")
    };
    text.lines().filter(comment).collect::<Vec<_>>().join("\n").to_lowercase()
}

/// Whether a word stands in a text, not as a part of another.
fn stands(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let inside = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
        !inside(text[..at].chars().next_back()) && !inside(text[at + word.len()..].chars().next())
    })
}

fn unkind(path: &Path, words: &[&str]) -> Vec<String> {
    let text = said(path);
    let found = words.iter().filter(|word| stands(&text, word));
    found.map(|word| format!("{}: {word}", path.display())).collect()
}

#[test]
fn a_word_is_found_whole_and_not_within_another() {
    for (text, word, expected) in [
        ("a dirty cup", "dirty", true),
        ("dirty", "dirty", true),
        ("cleanup", "clean", false),
        ("un_clean", "clean", false),
        ("clean.", "clean", true),
        ("addicted", "addict", false),
    ] {
        assert_eq!(stands(text, word), expected, "{text}");
    }
}

#[test]
fn nothing_that_is_shown_or_printed_is_unkind() {
    let root = root();
    let mut all = files(&root.join("src-tauri/practice/src"), &[".rs"]);
    all.extend(files(&root.join("assets/print"), &[".typ"]));
    all.extend(
        files(&root.join("ui/src"), &[".tsx", ".ts"])
            .into_iter()
            .filter(|path| !path.to_string_lossy().ends_with(".test.ts")),
    );
    // `note/wording.rs` holds the words themselves, to find them in what is written and offer others.
    let here = |path: &&PathBuf| !path.ends_with("note/wording.rs");
    assert!(all.len() > 300, "{}", all.len());
    let found: Vec<String> = all.iter().filter(here).flat_map(|path| unkind(path, NEVER)).collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_test_is_called_what_people_should_not_be() {
    let root = root();
    let mut all = Vec::new();
    for slice in ["drug_test", "testing", "draw", "check_in", "follow_up", "agreement", "disclosure", "chart_copy"] {
        all.extend(files(&root.join("src-tauri/practice/src").join(slice), &[".rs"]));
    }
    for feature in ["drug_test", "testing", "draw", "check_in", "follow_up", "agreement", "disclosure"] {
        let shown = files(&root.join("ui/src/features").join(feature), &[".tsx", ".ts"]);
        all.extend(shown.into_iter().filter(|path| !path.to_string_lossy().ends_with(".test.ts")));
    }
    all.extend(files(&root.join("assets/print"), &[".typ"]));
    let found: Vec<String> = all.iter().flat_map(|path| unkind(path, NEVER_OF_TESTS)).collect();
    assert_eq!(found, Vec::<String>::new());
}

/// Every text of a printed page that names the substance.
fn lines_with(content: &Value, word: &str) -> Vec<String> {
    match content {
        Value::String(text) if text.contains(word) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(|item| lines_with(item, word)).collect(),
        Value::Object(fields) => fields.values().flat_map(|item| lines_with(item, word)).collect(),
        _ => Vec::new(),
    }
}

/// Whatever prints a test: what a cup showed stands there as presumptive, in the same line.
#[test]
fn no_screen_is_printed_without_the_word() {
    let program = Program::open();
    let test = program.screened(&["amp"]);
    let desk = &program.clinic.desk;
    desk.world.place_at(Some(desk.room.path().join("chart.pdf")));
    let copy = json!({ "kind": "internal_copy", "reason": "Team review", "copies": 1 });
    desk.op("chart_copy.print", json!({ "client": program.client, "copy": copy.clone() }));
    desk.last_job();
    desk.op("drug_test.print_custody", json!({ "id": test["id"], "donor": "number", "copies": 1 }));
    desk.op("drug_test.print_course", json!({ "client": program.client, "copy": copy }));
    let printed = desk.world.printed.lock().unwrap();
    assert!(printed.len() >= 3, "{}", printed.len());
    let named: Vec<String> = printed.iter().flat_map(|(_, content)| lines_with(content, "Amphetamine")).collect();
    assert!(!named.is_empty());
    for line in named {
        assert!(line.to_lowercase().contains("presumptive"), "{line}");
    }
}
