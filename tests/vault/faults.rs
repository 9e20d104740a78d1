//! the disk fails at every call of a run, once or for ever, on writing and on reading; and really fills up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{Desk, HandClock, Quiet, SCHEMA, add, copy_folder, count, create, parts};
use rusqlite::ffi::{SQLITE_FULL, SQLITE_IOERR_READ, SQLITE_IOERR_WRITE};
use uuid::Uuid;
use vault::vfs::{self, Fault, Lasting, Reads};
use vault::{Error, Opener, Part, Vault, verify};

/// Twenty actions and two checkpoints; what was acknowledged, and whether every error was of a kind a program can act on.
fn workload(vault: &Vault) -> (Vec<Uuid>, Result<(), String>) {
    let (mut acknowledged, mut typed) = (Vec::new(), Ok(()));
    for n in 0..20 {
        match add(vault, &format!("line {n}")) {
            Ok(id) => acknowledged.push(id),
            Err(Error::DiskFull | Error::Io(_) | Error::Damaged(Part::Database) | Error::InUse) => {}
            Err(error) => typed = Err(format!("{error:?}")),
        }
        if n % 8 == 7 {
            let _ = vault.checkpoint();
        }
    }
    (acknowledged, typed)
}

fn fault(at: u64, code: i32, lasting: Lasting, reads: Reads) -> Option<Fault> {
    Some(Fault { at, code, lasting, reads })
}

/// Fails call after call of the same run; the number of points and of faults that hit.
fn sweep(code: i32, lasting: Lasting, reads: Reads) {
    vfs::install();
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let place = desk.home.path().join("place");
    let open = || Vault::recover(&place, &SCHEMA, &desk.recovery, desk.clock.clone());
    copy_folder(&desk.folder(), &place);
    let vault = open().unwrap();
    vfs::fail(fault(u64::MAX, code, lasting, reads));
    workload(&vault).1.unwrap();
    let points = vfs::calls();
    vfs::fail(None);
    drop(vault);
    let mut hit = 0;
    for point in 0..points {
        fs::remove_dir_all(&place).unwrap();
        copy_folder(&desk.folder(), &place);
        let vault = open().unwrap();
        vfs::fail(fault(point, code, lasting, reads));
        let (acknowledged, typed) = workload(&vault);
        hit += u64::from(vfs::failed() > 0);
        // Closed while the disk is still broken, as a user would.
        let _ = vault.close();
        vfs::fail(None);
        assert_eq!(typed, Ok(()), "point {point}");
        let vault = open().unwrap_or_else(|error| panic!("point {point} does not open: {error:?}"));
        for id in &acknowledged {
            assert_eq!(parts(&vault, *id), 3, "point {point}: acknowledged and lost");
        }
        assert_eq!(count(&vault) % 3, 0, "point {point}: half an action");
        if point % 40 == 0 {
            verify(&place, Opener::Vault(&vault), &Quiet).unwrap();
        }
    }
    println!("R-3 {code} {lasting:?} {reads:?}: {hit}/{points}, 0 lost, 0 untyped");
}

#[test]
fn a_write_that_fails_once() {
    sweep(SQLITE_IOERR_WRITE, Lasting::Once, Reads::Work);
}

#[test]
fn a_disk_that_is_full_for_ever() {
    sweep(SQLITE_FULL, Lasting::ForEver, Reads::Work);
}

#[test]
fn a_call_that_fails_once_reads_included() {
    sweep(SQLITE_IOERR_READ, Lasting::Once, Reads::Fail);
}

#[test]
fn opening_fails_at_every_call_and_the_vault_opens_after() {
    vfs::install();
    let (desk, vault) = Desk::new();
    let id = add(&vault, "kept").unwrap();
    vault.close().unwrap();
    vfs::fail(fault(u64::MAX, SQLITE_IOERR_READ, Lasting::Once, Reads::Fail));
    drop(desk.recover().unwrap());
    let points = vfs::calls();
    for lasting in [Lasting::Once, Lasting::ForEver] {
        for point in 0..points {
            vfs::fail(fault(point, SQLITE_IOERR_READ, lasting, Reads::Fail));
            let opened = desk.recover();
            if let Err(error) = &opened {
                let typed = matches!(error, Error::Io(_) | Error::Damaged(Part::Database) | Error::InUse);
                assert!(typed, "point {point} {lasting:?}: {error:?}");
            }
            drop(opened);
            vfs::fail(None);
            let vault = desk.recover().unwrap_or_else(|error| panic!("point {point} {lasting:?}: {error:?}"));
            assert_eq!(parts(&vault, id), 3);
        }
    }
    println!("R-3 opening: {0}/{0}, 0 lost, 0 untyped", points * 2);
}

fn mount(place: &Path, options: &str) -> bool {
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(place).output();
    mounted.is_ok_and(|output| output.status.success())
}

#[test]
fn a_disk_that_really_fills_up() {
    let home = tempfile::tempdir().unwrap();
    if !mount(home.path(), "size=4m") {
        println!("R-3 full disk: skipped, no file system could be mounted");
        return;
    }
    let clock = HandClock::new();
    let (vault, key) = create(&home.path().join("vault"), clock.clone()).unwrap();
    let (mut acknowledged, mut refused) = (Vec::new(), 0);
    while refused < 20 {
        match add(&vault, &"a line of some length ".repeat(400)) {
            Ok(id) => acknowledged.push(id),
            Err(Error::DiskFull) => refused += 1,
            Err(error) => panic!("{error:?}"),
        }
    }
    drop(vault);
    assert!(mount(home.path(), "remount,size=32m"));
    let vault = Vault::recover(&home.path().join("vault"), &SCHEMA, &key, clock).unwrap();
    assert!(acknowledged.iter().all(|id| parts(&vault, *id) == 3));
    verify(vault.folder(), Opener::Vault(&vault), &Quiet).unwrap();
    println!("R-3 full disk: {} acknowledged, {refused} refused, 0 lost", acknowledged.len());
    drop(vault);
    assert!(Command::new("umount").arg(home.path()).status().unwrap().success());
}
