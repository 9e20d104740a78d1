//! A closed vault is not in the memory of the program: what the database freed was wiped.
//!
//! The program that is looked at is this test binary started again (`reader_child`); it is looked at from here, so that
//! looking makes no copies. It knows the sentence only masked, and wipes what it makes of it.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod common;

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use common::{Desk, HandClock, add, create};
use vault::{Error, Vault};
use zeroize::Zeroizing;

const FOLDER: &str = "VAULT_MEMORY_FOLDER";
const SENTENCE: &[u8; 55] = b"Zephyrine Quillfeather-Ondaatje began again on Tuesday.";
const MASK: u8 = 0x80;
const MASKED: [u8; 55] = masked();

const fn masked() -> [u8; 55] {
    let mut masked = *SENTENCE;
    let mut at = 0;
    while at < masked.len() {
        masked[at] ^= MASK;
        at += 1;
    }
    masked
}

/// The sentence so many times, in one piece that is wiped.
fn sentences(times: usize) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(MASKED.len() * times));
    for _ in 0..times {
        text.extend(MASKED.iter().map(|byte| char::from(byte ^ MASK)));
    }
    text
}

/// Reads every row through a sort, and searches; no text is copied out of SQLite.
fn sort_and_search(vault: &Vault) {
    vault
        .read(|sql| {
            let mut sorted = sql.prepare("select text from line order by text || hex(id) desc")?;
            let (mut rows, mut bytes) = (sorted.query([])?, 0);
            while let Some(row) = rows.next()? {
                bytes += row.get_ref(0)?.as_bytes().unwrap().len();
            }
            assert!(bytes > 100 * MASKED.len());
            let found = "select count(*) from line_text where line_text match ?";
            assert!(sql.query_row(found, [r#""quillfeather ondaatje""#], |row| row.get::<_, i64>(0))? > 0);
            let times = "select count(*) from line where text = ?";
            assert!(sql.query_row(times, [sentences(1).as_str()], |row| row.get::<_, i64>(0))? > 0);
            Ok::<_, Error>(())
        })
        .unwrap();
}

/// Tells the parent where it is, and waits to be told to go on.
fn stop_at(place: &str) {
    println!("\nat {place}");
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

/// Not a test: the program that is looked at.
#[test]
fn reader_child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let folder = Path::new(&folder);
    let (vault, _) = create(folder, HandClock::new()).unwrap();
    for _ in 0..40 {
        add(&vault, &sentences(1)).unwrap();
    }
    // Longer than a page, and grown while it is read and indexed.
    add(&vault, &sentences(2_000)).unwrap();
    vault.checkpoint().unwrap();
    sort_and_search(&vault);
    stop_at("open");
    vault.close().unwrap();
    stop_at("closed");
}

/// Not a test: a program that used SQLite before its first vault.
#[test]
fn hasty_child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let memory = rusqlite::Connection::open_in_memory().unwrap();
    memory.execute_batch("select 1").unwrap();
    drop(memory);
    let answers = [0, 1].map(|_| create(Path::new(&folder), HandClock::new()).map(|_| ()));
    println!("\nat {answers:?}");
}

struct Watched {
    child: Child,
    tell: ChildStdin,
    hear: BufReader<ChildStdout>,
}

impl Watched {
    fn start(what: &str, folder: &Path) -> Watched {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", what, "--nocapture"])
            .env(FOLDER, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, hear) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Watched { child, tell, hear: BufReader::new(hear) }
    }

    /// Where the child is now.
    fn place(&mut self) -> String {
        let lines = self.hear.by_ref().lines().map_while(Result::ok);
        lines.filter_map(|line| line.strip_prefix("at ").map(str::to_owned)).next().expect("the child went away")
    }

    fn go_on(&mut self) {
        self.tell.write_all(b"\n").unwrap();
    }

    /// How often the sentence is in memory that the child can write to, and how many bytes were looked at.
    fn copies(&self) -> (usize, usize) {
        let of = |what| format!("/proc/{}/{what}", self.child.id());
        let memory = File::open(of("mem")).unwrap();
        let maps = fs::read_to_string(of("maps")).unwrap();
        let (mut copies, mut looked_at) = (0, 0);
        for region in maps.lines().filter(|line| line.contains(" rw")) {
            let (start, end) = region.split_once(' ').unwrap().0.split_once('-').unwrap();
            let [start, end] = [start, end].map(|address| u64::from_str_radix(address, 16).unwrap());
            let mut bytes = vec![0; usize::try_from(end - start).unwrap()];
            memory.read_exact_at(&mut bytes, start).unwrap_or_else(|error| panic!("{region}: {error}"));
            copies += String::from_utf8_lossy(&bytes).matches(std::str::from_utf8(SENTENCE).unwrap()).count();
            looked_at += bytes.len();
        }
        (copies, looked_at)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_closed_vault_leaves_no_record_in_memory() {
    let home = tempfile::tempdir().unwrap();
    let mut watched = Watched::start("reader_child", &home.path().join("vault"));
    assert_eq!(watched.place(), "open");
    let (open, _) = watched.copies();
    assert!(open > 100, "the look would not see a copy: {open}");
    watched.go_on();
    assert_eq!(watched.place(), "closed");
    let (closed, looked_at) = watched.copies();
    println!("memory: {open} copies while open, {closed} after closing, {looked_at} bytes looked at");
    assert_eq!(closed, 0);
}

#[test]
fn no_vault_opens_where_freed_memory_would_stay() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("vault");
    let mut watched = Watched::start("hasty_child", &folder);
    assert_eq!(watched.place(), "[Err(MemoryNotWiped), Err(MemoryNotWiped)]");
}

#[test]
fn a_test_may_use_sqlite_itself_after_asking() {
    vault::testing::first().unwrap();
    rusqlite::Connection::open_in_memory().unwrap().execute_batch("select 1").unwrap();
    let (_desk, vault) = Desk::new();
    vault.close().unwrap();
}
