//! the audit chain against somebody with the database key and a tool of their own. Every kind of tampering is found,
//! with the number of the first entry that does not follow.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod common;

use std::fs;

use common::{Desk, MARA, Quiet, add};
use rusqlite::{Connection, named_params};
use uuid::Uuid;
use vault::{Entry, Error, Opener, Place, Vault, verify};

/// A chain whose entries have every field, beside the first.
fn filled() -> (Desk, Vault) {
    let (desk, vault) = Desk::new();
    for n in 1..30_i64 {
        vault
            .write(|w| {
                w.record(Entry {
                    actor: Some(MARA.0),
                    role: "director",
                    action: "note.sign".into(),
                    object: Some(("note".into(), Uuid::from_u128(7))),
                    subject: Some(Uuid::from_u128(8)),
                    revision: Some(n),
                    digest: Some([9; 32]),
                    detail: format!("entry {n}"),
                });
                Ok::<_, Error>(())
            })
            .unwrap();
    }
    (desk, vault)
}

/// Where verification stops after this was done to the tables behind the vault's back, triggers out of the way.
fn after(tamper: impl FnOnce(&Connection)) -> Place {
    let (desk, vault) = filled();
    let raw = vault::testing::unfenced(&vault).unwrap();
    raw.execute_batch("drop trigger audit_fixed; drop trigger audit_kept; drop trigger restore_epoch_fixed").unwrap();
    raw.execute_batch("pragma foreign_keys = off").unwrap();
    tamper(&raw);
    drop(raw);
    verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap_err().place
}

fn breaks_at(place: &Place, expected: u64) -> bool {
    matches!(place, Place::Chain { seq, .. } if *seq == expected)
}

#[test]
fn an_edit_of_any_field_is_found_at_its_entry() {
    let edits = [
        "at = at + 1",
        "actor = zeroblob(16)",
        "actor = null",
        "role = 'counselor'",
        "action = 'note.read'",
        "object_table = 'plan'",
        "object_id = zeroblob(16)",
        "object_table = null, object_id = null",
        "subject = null",
        "revision = revision + 1",
        "revision = null",
        "digest = zeroblob(32)",
        "digest = null",
        "detail = ''",
        "detail = detail || ' '",
        "prev = zeroblob(32)",
        "mac = zeroblob(32)",
        // The same bytes with the border between two fields moved.
        "role = 'director' || 'note', action = '.sign'",
    ];
    for edit in edits {
        for seq in [2_u64, 17, 30] {
            let place = after(|raw| {
                let edited = raw
                    .execute(&format!("update audit set {edit} where seq = {seq}"), [])
                    .unwrap_or_else(|error| panic!("{edit}: {error}"));
                assert_eq!(edited, 1);
            });
            assert!(breaks_at(&place, seq), "{edit} at {seq}: {place:?}");
        }
    }
    println!("R-7 edits: {0}/{0} found and numbered", edits.len() * 3);
}

#[test]
fn dropping_adding_and_swapping_entries_is_found() {
    let dropped = after(|raw| assert_eq!(raw.execute("delete from audit where seq = 9", []).unwrap(), 1));
    assert!(breaks_at(&dropped, 9), "{dropped:?}");
    let renumbered = after(|raw| {
        raw.execute("delete from audit where seq = 9", []).unwrap();
        raw.execute("update audit set seq = seq - 1 where seq > 9", []).unwrap();
    });
    assert!(breaks_at(&renumbered, 9), "{renumbered:?}");
    let added = after(|raw| {
        let copy = "insert into audit
                    select device, 31, at, actor, role, action, object_table, object_id, subject, revision, digest, detail,
                           key_id, mac, prev
                    from audit where seq = 30";
        raw.execute(copy, []).unwrap();
    });
    assert!(breaks_at(&added, 31), "{added:?}");
    let swapped = after(|raw| {
        raw.execute_batch(
            "update audit set seq = 99 where seq = 5;
             update audit set seq = 5 where seq = 6;
             update audit set seq = 6 where seq = 99;",
        )
        .unwrap();
    });
    assert!(breaks_at(&swapped, 5), "{swapped:?}");
    let first = after(|raw| {
        raw.execute("delete from audit where seq = 1", []).unwrap();
    });
    assert!(breaks_at(&first, 1), "{first:?}");
}

#[test]
fn a_tail_cut_off_is_found_by_the_anchor() {
    for left in [29_i64, 11, 1] {
        let place = after(|raw| {
            raw.execute("delete from audit where seq > :left", named_params! { ":left": left }).unwrap();
        });
        assert!(matches!(place, Place::Anchor { missing } if missing == (30 - left).unsigned_abs()), "{place:?}");
    }
}

#[test]
fn a_key_nobody_vouched_for_is_found() {
    let place = after(|raw| {
        raw.execute_batch("drop trigger holder_key_fixed").unwrap();
        raw.execute("update holder_key set holder = zeroblob(16) where holder is not null", []).unwrap();
    });
    assert!(matches!(place, Place::HolderKey(_)), "{place:?}");
}

#[test]
fn a_reference_to_nothing_is_found() {
    let (desk, vault) = Desk::new();
    let raw = vault::testing::unfenced(&vault).unwrap();
    raw.execute_batch("pragma foreign_keys = off").unwrap();
    raw.execute(
        "insert into restore_epoch select zeroblob(16), 0, 'restored', device, 9, zeroblob(32) from vault_meta",
        [],
    )
    .unwrap();
    drop(raw);
    let place = verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap_err().place;
    assert!(matches!(place, Place::Reference { ref table } if table == "restore_epoch"), "{place:?}");
}

#[test]
fn an_earlier_chain_cut_behind_a_restore_is_found() {
    let (desk, vault) = Desk::new();
    for n in 0..5 {
        add(&vault, &format!("line {n}")).unwrap();
    }
    let stick = desk.home.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let file = vault.backup(&stick, &Quiet).unwrap().file;
    vault::restore_in_place(vault, &file, None, &Quiet, desk.clock.clone()).unwrap();
    let vault = desk.mara().unwrap();
    let raw = vault::testing::unfenced(&vault).unwrap();
    raw.execute_batch("drop trigger audit_kept").unwrap();
    raw.execute("delete from audit where seq = 6 and device <> (select device from vault_meta)", []).unwrap();
    drop(raw);
    let place = verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap_err().place;
    assert!(breaks_at(&place, 6), "{place:?}");
}
