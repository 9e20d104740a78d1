//! The program is killed at random moments while somebody writes without a pause: at most the last second is lost.
//!
//! The writer is this test binary started again (`writer_child`). It types a letter every ten milliseconds and saves as the
//! window does, within 700 ms of the first unsaved letter. `DRAFT_KILLS` says how often; a few are enough for every day.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use practice::workstation::Workstation;
use serde_json::{Value, json};
use vault::{KdfCost, SystemClock};

use crate::desk::{PASSPHRASE, World, found_request};

const FOLDER: &str = "DRAFT_KILL_FOLDER";
const LETTER: Duration = Duration::from_millis(10);
const SAVE_WITHIN: Duration = Duration::from_millis(700);
/// What somebody types in a second.
const A_SECOND: usize = 100;

fn kills() -> u64 {
    std::env::var("DRAFT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(6)
}

fn station(folder: &Path) -> Arc<Workstation> {
    Workstation::new(folder, Arc::new(SystemClock), Arc::new(World::default()), Some(KdfCost::for_tests()))
}

fn call(station: &Workstation, name: &str, with: &Value) -> Value {
    let answer = station.call(name, &with.to_string(), false).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
    serde_json::from_str(&answer).unwrap()
}

fn sign_in(folder: &Path) -> Arc<Workstation> {
    let station = station(folder);
    call(&station, "workstation.sign_in", &json!({ "login": "theodora", "passphrase": PASSPHRASE }));
    station
}

fn stored(station: &Workstation) -> (usize, i64) {
    let draft = call(station, "draft.get", &json!({ "form": "note", "subject": "killed" }));
    (draft["body"]["words"].as_str().map_or(0, str::len), draft["rev"].as_i64().unwrap_or(0))
}

/// Not a test: what the killed program does, for ever.
#[test]
fn writer_child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let station = sign_in(Path::new(&folder));
    let (letters, mut rev) = stored(&station);
    let mut words = "a".repeat(letters);
    let mut out = std::io::stdout();
    let mut unsaved: Option<Instant> = None;
    writeln!(out, "\nwrites").unwrap();
    loop {
        words.push('a');
        writeln!(out, "typed {}", words.len()).unwrap();
        out.flush().unwrap();
        let since = *unsaved.get_or_insert_with(Instant::now);
        if since.elapsed() >= SAVE_WITHIN {
            let draft = json!({ "form": "note", "subject": "killed", "body": { "words": words }, "typed": true,
                "rev": rev, "label": "A note" });
            rev = call(&station, "draft.save", &draft)["answer"]["rev"].as_i64().unwrap();
            unsaved = None;
        }
        std::thread::sleep(LETTER);
    }
}

/// Starts the writer and kills it after a while; the last letter it typed.
fn kill_one(folder: &Path, after: Duration) -> usize {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "draft_kill::writer_child", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    assert!(lines.any(|line| line == "writes"), "the writer did not get in");
    let reader = std::thread::spawn(move || {
        lines.filter_map(|line| line.strip_prefix("typed ")?.parse().ok()).last().unwrap_or(0)
    });
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

#[test]
fn a_kill_while_writing_loses_at_most_the_last_second() {
    let room = tempfile::tempdir().unwrap();
    let folder = room.path().join("vault");
    let first = station(&folder);
    call(&first, "practice.create", &found_request());
    first.lock_hard();
    let (mut worst, mut typed_in_all) = (0, 0);
    for kill in 0..kills() {
        // Any moment between two saves, and across several of them; an odd step never falls into their rhythm.
        let typed = kill_one(&folder, Duration::from_millis(300 + (kill * 617) % 1_900));
        let station = sign_in(&folder);
        let (kept, _) = stored(&station);
        station.lock_hard();
        let lost = typed.saturating_sub(kept);
        assert!(lost <= A_SECOND, "kill {kill}: {lost} letters lost of {typed}");
        worst = worst.max(lost);
        typed_in_all = typed;
    }
    assert!(typed_in_all > A_SECOND, "something was written");
    println!("R-draft: {} kills, at most {worst} letters lost, a second is {A_SECOND}", kills());
}
