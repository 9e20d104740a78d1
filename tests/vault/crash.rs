//! the writing program is killed at random moments; nothing acknowledged is lost, nothing is half there.
//!
//! The writer is this test binary started again (`writer_child`). It acknowledges each action on its standard output
//! after the vault said it was committed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use common::{Desk, Dice, ODILE, Quiet, SCHEMA, add, count, entry, maras, parts, pass};
use uuid::Uuid;
use vault::{Opener, SystemClock, Vault, verify};

const FOLDER: &str = "VAULT_TORTURE_FOLDER";

fn kills() -> u64 {
    std::env::var("VAULT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(200)
}

/// Not a test: what the killed program does, for ever.
#[test]
fn writer_child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let vault = Vault::sign_in(Path::new(&folder), &SCHEMA, "mara", &maras(), Arc::new(SystemClock)).unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "\nsigned in").unwrap();
    for n in 0_u64.. {
        let id = add(&vault, &format!("line {n}")).unwrap();
        writeln!(out, "\nack {id}").unwrap();
        out.flush().unwrap();
        match n % 23 {
            7 => vault.checkpoint().unwrap(),
            13 => vault.settle_anchor().unwrap(),
            19 => let_in_and_out(&vault),
            _ => {}
        }
    }
}

/// Rewrites the header twice.
fn let_in_and_out(vault: &Vault) {
    let there = vault.write(|w| {
        w.record(entry("staff.admit"));
        vault.admit(w, ODILE, "odile", &pass("to be told once only"))
    });
    let _ = there;
    vault
        .write(|w| {
            w.record(entry("staff.remove"));
            vault.remove(w, ODILE)
        })
        .unwrap();
}

/// From when on the time until the kill is counted.
#[derive(Copy, Clone, PartialEq)]
enum Since {
    Started,
    SignedIn,
}

/// Starts the writer, kills it after a while; what it acknowledged.
fn kill_one(folder: &Path, since: Since, after: Duration) -> Vec<Uuid> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer_child", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    if since == Since::SignedIn {
        let mut lines = out.by_ref().lines().map_while(Result::ok);
        assert!(lines.any(|line| line == "signed in"), "the writer did not get in");
    }
    let reader = std::thread::spawn(move || {
        let lines = out.lines().map_while(Result::ok);
        lines.filter_map(|line| line.strip_prefix("ack ").and_then(|id| id.parse().ok())).collect::<Vec<Uuid>>()
    });
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

#[test]
fn nothing_acknowledged_is_lost_to_a_kill() {
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let (mut dice, mut acknowledged, mut repaired) = (Dice(0x1234_5678_9abc), 0, 0);
    for kill in 0..kills() {
        // Every fourth kill may come while the writer is still signing in; the others find it writing.
        let since = if kill % 4 == 3 { Since::Started } else { Since::SignedIn };
        let acks = kill_one(&desk.folder(), since, Duration::from_millis(20 + dice.below(180)));
        if kill % 10 == 9 {
            repaired += desk.recover().unwrap_or_else(|error| panic!("kill {kill}: {error:?}")).repairs().len();
        }
        // Then Mara's own way in: a kill during her sign-in leaves an attempt that was counted and not taken back, and this
        // success ends the row. By the recovery key the row would grow until neither she nor the writer may try.
        let vault = desk.mara().unwrap_or_else(|error| panic!("kill {kill}: {error:?}"));
        repaired += vault.repairs().len();
        for id in &acks {
            assert_eq!(parts(&vault, *id), 3, "kill {kill}, acknowledged {id}");
        }
        assert_eq!(count(&vault) % 3, 0, "kill {kill}: half an action");
        acknowledged += acks.len();
        if kill % 20 == 0 {
            verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap();
        }
    }
    let vault = desk.mara().unwrap();
    let report = verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap();
    assert!(acknowledged > 0 && report.entries > acknowledged as u64);
    println!("R-1: {0}/{0}, {acknowledged} acknowledged, {repaired} header copies repaired, 0 lost", kills());
}
