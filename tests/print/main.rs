//! The printed page, through the one door a caller has: content in, PDF out.
//!
//! What stands on a page is read back with `pdftotext` (poppler-utils, which `cargo xtask test` installs). Where it
//! is missing, those checks say so and pass; everything else needs nothing but the crate.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stderr)]

mod bytes;
mod pages;
mod records;
mod refusals;
mod watched;
mod words;

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::thread;

use print::{Pdf, Press};
use serde_json::{Value, json};

static PRESS: LazyLock<Press> = LazyLock::new(|| Press::new().unwrap());

fn sheet() -> Value {
    json!({
        "practice": { "name": "Harbor Light Recovery", "lines": ["214 Pier Street, Duluth, MN", "(218) 555-0142"] },
        "printed": { "at": "2026-03-04T17:20:00", "by": "R. Okafor" },
        "statement": "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    })
}

fn recovery() -> Value {
    json!({
        "sheet": sheet(),
        "key": [
            "K7QM3", "2XVR0", "9HTDS", "W3CNA", "P8FJ5", "4YZAB", "6BGEH", "M5RK1", "T2WQV", "XD7H9", "8NVCE", "3JPF7",
            "Z9A4M",
        ],
        "vault": { "created": "2026-03-04" },
    })
}

fn draw_page(names: &[&str]) -> Value {
    let person = |name: &&str| {
        json!({ "token": "00112233445566778899aabbccddeeff", "name": name, "tier": "Weekly", "standing": "enrolled",
                "chance": "142466", "share": "1000000", "selected": "selected, collected only" })
    };
    json!({
        "sheet": sheet(),
        "program": "Evening random",
        "date": "2026-03-04",
        "attempt": 2,
        "state": "noticed",
        "discarded": "",
        "committed": "2026-03-03 4:00 PM by R. Okafor",
        "frozen": "2026-03-03 4:01 PM",
        "noticed": "2026-03-04 6:00 AM",
        "commitment": "ab".repeat(32),
        "head": "cd".repeat(32),
        "head_number": "4711",
        "secret": "ef".repeat(32),
        "seed": "01".repeat(32),
        "pool": "23".repeat(32),
        "people": names.iter().map(person).collect::<Vec<_>>(),
        "proves": ["The bytes were chosen first."],
        "not_proves": ["That the pool was the right one."],
    })
}

fn draw_day() -> Value {
    json!({
        "sheet": sheet(),
        "date": "2026-03-04",
        "draws": [{ "program": "Evening random", "attempt": "1", "state": "discarded", "pool": "12", "selected": "", "reason": "Set twice" }],
        "rows": [{ "name": "Evening random, Weekly", "numbers": ["12", "3", "3", "2", "1", "0", "0", "0", "0", "1"] },
                 { "name": "All", "numbers": ["12", "3", "3", "2", "1", "0", "0", "0", "0", "1"] }],
        "compliance": "66.6 %",
        "rule": "Collected by the deadline, of those drawn and not excused.",
    })
}

fn sign_in(names: &[impl AsRef<str>]) -> Value {
    json!({
        "sheet": sheet(),
        "group": "Evening group",
        "date": "2026-03-04",
        "time": "6:00 PM to 9:00 PM",
        "room": "Room 2",
        "facilitator": "D. Brandt, LPCC",
        "names": names.iter().map(AsRef::as_ref).collect::<Vec<_>>(),
    })
}

/// `content` with the value at a JSON pointer replaced.
fn with(mut content: Value, pointer: &str, value: Value) -> Value {
    *content.pointer_mut(pointer).unwrap() = value;
    content
}

/// `content` with the value at a JSON pointer taken out.
fn without(mut content: Value, pointer: &str) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    content.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    content
}

/// The words in the order they were set (`-raw`), or nothing where `pdftotext` is not installed. No file is written.
fn words_on(pdf: &Pdf) -> Option<String> {
    let started = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut reader) = started else {
        eprintln!("pdftotext is not installed (poppler-utils): the words on the page were not read");
        return None;
    };
    let mut input = reader.stdin.take().unwrap();
    let bytes = pdf.bytes.clone();
    let feeding = thread::spawn(move || input.write_all(&bytes));
    let output = reader.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    assert!(output.status.success(), "pdftotext refuses the document");
    Some(String::from_utf8(output.stdout).unwrap())
}
