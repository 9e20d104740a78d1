//! single bits flipped in every file of a vault; every one is found, or made good from the other copy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod common;

use std::fs;
use std::path::Path;

use common::{Desk, Dice, Quiet, SCHEMA, add, copy_folder};
use vault::{Error, Opener, Place, Repair, Vault, verify};

const PAGE: usize = 4096;
const LOG_HEAD: usize = 32;
const FRAME: usize = 24 + PAGE;

fn filled() -> (Desk, Vault) {
    let (desk, vault) = Desk::new();
    for n in 0..40 {
        add(&vault, &format!("line {n} ").repeat(60)).unwrap();
    }
    (desk, vault)
}

fn flip(file: &Path, whole: &[u8], at: usize, dice: &mut Dice) {
    let mut bytes = whole.to_vec();
    bytes[at] ^= 1 << dice.below(8);
    fs::write(file, bytes).unwrap();
}

#[test]
fn every_page_of_the_database() {
    let (desk, vault) = filled();
    vault.close().unwrap();
    let (file, mut dice, mut done) = (desk.folder().join("practice.db"), Dice(0xd1ce), 0);
    let whole = fs::read(&file).unwrap();
    for page in 0..whole.len() / PAGE {
        for _ in 0..3 {
            let at = page * PAGE + usize::try_from(dice.below(PAGE as u64)).unwrap();
            flip(&file, &whole, at, &mut dice);
            let found = verify(&desk.folder(), Opener::Recovery(&desk.recovery), &Quiet).unwrap_err().place;
            assert!(matches!(found, Place::Page(n) if n as usize == page + 1), "page {}: {found:?}", page + 1);
            done += 1;
        }
    }
    println!("R-4 pages: {done}/{done} found and named");
}

#[test]
fn every_frame_of_the_log_is_seen_by_the_anchor() {
    let (desk, vault) = filled();
    let place = desk.home.path().join("place");
    copy_folder(&desk.folder(), &place);
    drop(vault);
    let (file, mut dice) = (place.join("practice.db-wal"), Dice(0xface));
    let whole = fs::read(&file).unwrap();
    let frames = (whole.len() - LOG_HEAD) / FRAME;
    assert!(frames > 100, "{frames}");
    let original = desk.home.path().join("original");
    copy_folder(&place, &original);
    for frame in 0..frames {
        copy_folder(&original, &place);
        let at = LOG_HEAD + frame * FRAME + usize::try_from(dice.below(FRAME as u64)).unwrap();
        flip(&file, &whole, at, &mut dice);
        let opened = Vault::recover(&place, &SCHEMA, &desk.recovery, desk.clock.clone());
        assert!(matches!(opened, Err(Error::Behind { missing: 1.. })), "frame {frame}: {opened:?}");
        fs::remove_dir_all(&place).unwrap();
    }
    println!("R-4 log: {frames}/{frames} found by the anchor");
}

#[test]
fn every_byte_of_one_copy_of_header_and_anchor() {
    let (desk, vault) = filled();
    vault.close().unwrap();
    let (mut dice, mut done) = (Dice(0xbead), 0);
    for (name, repair) in [
        ("header.a", Repair::HeaderCopy),
        ("header.b", Repair::HeaderCopy),
        ("anchor.a", Repair::AnchorCopy),
        ("anchor.b", Repair::AnchorCopy),
    ] {
        let file = desk.folder().join(name);
        let length = fs::read(&file).unwrap().len();
        for at in (0..length).step_by(9) {
            let whole = fs::read(&file).unwrap();
            flip(&file, &whole, at, &mut dice);
            let vault = desk.recover().unwrap_or_else(|error| panic!("{name} at {at}: {error:?}"));
            assert_eq!(vault.repairs(), [repair], "{name} at {at}");
            vault.close().unwrap();
            done += 1;
        }
    }
    let vault = desk.recover().unwrap();
    assert_eq!(vault.repairs(), []);
    println!("R-4 copies: {done}/{done} found and made good");
}

#[test]
fn an_earlier_page_put_back_is_found() {
    let (desk, vault) = filled();
    vault.checkpoint().unwrap();
    let early = fs::read(desk.folder().join("practice.db")).unwrap();
    for n in 0..40 {
        add(&vault, &format!("later {n} ").repeat(60)).unwrap();
    }
    vault.close().unwrap();
    let file = desk.folder().join("practice.db");
    let late = fs::read(&file).unwrap();
    let (mut done, mut found) = (0, 0);
    for page in 1..early.len() / PAGE {
        let place = page * PAGE..(page + 1) * PAGE;
        if early[place.clone()] == late[place.clone()] {
            continue;
        }
        let mut bytes = late.clone();
        bytes[place.clone()].copy_from_slice(&early[place]);
        fs::write(&file, bytes).unwrap();
        done += 1;
        found += usize::from(verify(&desk.folder(), Opener::Recovery(&desk.recovery), &Quiet).is_err());
    }
    // What an earlier page holds alone (a row as it was, in a table nobody refers to) only the practice's own digests
    // can tell; the vault's own tables and the structure are covered.
    assert!(done > 0 && found * 2 > done, "{found} of {done}");
    println!("R-4 earlier pages: {found}/{done} found by structure and chain");
}
