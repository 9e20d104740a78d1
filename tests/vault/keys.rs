//! the life of keys. Letting in and out, changing, resetting, recovering; an earlier header put back; a kill at every
//! step of a change. At every moment somebody can open the vault, and nobody who should not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod common;

use std::fs;
use std::path::Path;

use common::{Desk, MARA, ODILE, Quiet, SCHEMA, add, copy_folder, entry, maras, pass};
use uuid::Uuid;
use vault::{Error, HolderId, Opener, Part, RecoveryKey, Repair, Vault, Write, verify};

const TOLD: &str = "to be told once only";
const OWN: &str = "an otter under the north pier";

fn act(vault: &Vault, f: impl FnOnce(&mut Write<'_>) -> Result<(), Error>) -> Result<(), Error> {
    vault.write(|w| {
        w.record(entry("staff.change"));
        f(w)
    })
}

fn admit_odile(vault: &Vault) {
    act(vault, |w| vault.admit(w, ODILE, "odile", &pass(TOLD))).unwrap();
}

/// Odile let in, and with a passphrase of her own.
fn with_odile() -> Desk {
    let (desk, vault) = Desk::new();
    admit_odile(&vault);
    vault.close().unwrap();
    let vault = desk.sign_in("odile", &pass(TOLD)).unwrap();
    act(&vault, |w| vault.change_passphrase(w, &pass(TOLD), &pass(OWN))).unwrap();
    vault.close().unwrap();
    desk
}

#[test]
fn from_letting_in_to_a_passphrase_of_ones_own() {
    let (desk, vault) = Desk::new();
    admit_odile(&vault);
    vault.close().unwrap();

    let vault = desk.sign_in("  ODILE ", &pass(TOLD)).unwrap();
    assert_eq!((vault.holder(), vault.must_renew()), (Some(ODILE), true));
    // Whoever chose the passphrase could do all this too.
    assert!(matches!(vault.sign(b"note"), Err(Error::MustRenew)));
    let third = HolderId(Uuid::from_u128(3));
    assert!(matches!(act(&vault, |w| vault.admit(w, third, "third", &pass(TOLD))), Err(Error::MustRenew)));
    assert!(matches!(act(&vault, |w| vault.reset(w, MARA, "mara", &pass(TOLD))), Err(Error::MustRenew)));
    assert!(matches!(act(&vault, |w| vault.remove(w, MARA)), Err(Error::MustRenew)));
    assert!(matches!(act(&vault, |w| vault.renew_recovery(w).map(drop)), Err(Error::MustRenew)));

    act(&vault, |w| vault.change_passphrase(w, &pass(TOLD), &pass(OWN))).unwrap();
    assert!(!vault.must_renew());
    let signature = vault.sign(b"note").unwrap();
    assert!(signature.holds(b"note"));
    let owner = vault.read(|sql| vault.holder_of(sql, signature.key)).unwrap();
    assert_eq!(owner, Some(ODILE));
    vault.close().unwrap();

    assert!(matches!(desk.sign_in("odile", &pass(TOLD)), Err(Error::WrongPassphrase { .. })));
    let vault = desk.sign_in("odile", &pass(OWN)).unwrap();
    assert_eq!(vault.sign(b"note").unwrap().key, signature.key);
    verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap();
}

#[test]
fn a_change_of_passphrase_keeps_the_keys() {
    let (desk, vault) = Desk::new();
    let before = vault.sign(b"note").unwrap();
    assert!(matches!(
        act(&vault, |w| vault.change_passphrase(w, &pass("wrong"), &pass(OWN))),
        Err(Error::WrongPassphrase { .. })
    ));
    act(&vault, |w| vault.change_passphrase(w, &maras(), &pass(OWN))).unwrap();
    vault.proves(&pass(OWN)).unwrap();
    assert!(vault.proves(&maras()).is_err());
    vault.close().unwrap();
    let vault = desk.sign_in("mara", &pass(OWN)).unwrap();
    assert_eq!(vault.sign(b"note").unwrap(), before);
}

#[test]
fn a_reset_makes_new_keys_and_leaves_old_signatures_holding() {
    let desk = with_odile();
    let odile = desk.sign_in("odile", &pass(OWN)).unwrap();
    let before = odile.sign(b"signed before").unwrap();
    odile.close().unwrap();
    let mara = desk.mara().unwrap();
    act(&mara, |w| mara.reset(w, ODILE, "odile", &pass(TOLD))).unwrap();
    mara.close().unwrap();
    assert!(matches!(desk.sign_in("odile", &pass(OWN)), Err(Error::WrongPassphrase { .. })));
    let odile = desk.sign_in("odile", &pass(TOLD)).unwrap();
    act(&odile, |w| odile.change_passphrase(w, &pass(TOLD), &pass("a third one, her own again"))).unwrap();
    let after = odile.sign(b"signed after").unwrap();
    assert_ne!(after.key, before.key);
    assert!(before.holds(b"signed before"));
    for key in [before.key, after.key] {
        assert_eq!(odile.read(|sql| odile.holder_of(sql, key)).unwrap(), Some(ODILE));
    }
    verify(&desk.folder(), Opener::Vault(&odile), &Quiet).unwrap();
}

#[test]
fn renewal_goes_on_reading_what_was_sealed_to_the_temporary_key() {
    let (desk, vault) = Desk::new();
    admit_odile(&vault);
    let sealed = vault.read(|sql| vault.seal_to(sql, Some(ODILE))).unwrap().seal(b"key").unwrap();
    vault.close().unwrap();
    let odile = desk.sign_in("odile", &pass(TOLD)).unwrap();
    act(&odile, |w| odile.change_passphrase(w, &pass(TOLD), &pass(OWN))).unwrap();
    assert_eq!(odile.unseal(&sealed).unwrap().as_slice(), b"key");
}

#[test]
fn refusals_of_who_is_whom() {
    let (_desk, vault) = Desk::new();
    assert!(matches!(act(&vault, |w| vault.remove(w, MARA)), Err(Error::LastHolder)));
    assert!(matches!(act(&vault, |w| vault.remove(w, ODILE)), Err(Error::UnknownHolder)));
    assert!(matches!(act(&vault, |w| vault.reset(w, ODILE, "odile", &pass(TOLD))), Err(Error::UnknownHolder)));
    assert!(matches!(act(&vault, |w| vault.admit(w, MARA, "second", &pass(TOLD))), Err(Error::AlreadyAdmitted)));
    assert!(matches!(act(&vault, |w| vault.admit(w, ODILE, "Mara", &pass(TOLD))), Err(Error::LoginTaken)));
    admit_odile(&vault);
    assert!(matches!(act(&vault, |w| vault.reset(w, ODILE, "mara", &pass(TOLD))), Err(Error::LoginTaken)));
    let unknown = vault.read(|sql| vault.holder_of(sql, vault::KeyId([7; 32])));
    assert!(matches!(unknown, Err(Error::UnknownHolder)));
    let nobody = vault.read(|sql| vault.seal_to(sql, Some(HolderId(Uuid::from_u128(9)))));
    assert!(matches!(nobody, Err(Error::UnknownHolder)));
}

#[test]
fn an_action_that_fails_or_is_rehearsed_changes_nobody() {
    let (desk, vault) = Desk::new();
    let header = fs::read(desk.folder().join("header.a")).unwrap();
    let failed = vault.write(|w| {
        w.record(entry("staff.admit"));
        vault.admit(w, ODILE, "odile", &pass(TOLD))?;
        Err::<(), _>(Error::Cancelled)
    });
    assert!(matches!(failed, Err(Error::Cancelled)));
    vault.rehearse(|w| vault.admit(w, ODILE, "odile", &pass(TOLD))).unwrap();
    let unrecorded = vault.write(|w| vault.admit(w, ODILE, "odile", &pass(TOLD)));
    assert!(matches!(unrecorded, Err(Error::Unrecorded)));
    assert_eq!(fs::read(desk.folder().join("header.a")).unwrap(), header);
    assert!(matches!(act(&vault, |w| vault.remove(w, ODILE)), Err(Error::UnknownHolder)));
    vault.close().unwrap();
    assert!(matches!(desk.sign_in("odile", &pass(TOLD)), Err(Error::WrongPassphrase { .. })));
}

#[test]
fn the_removed_are_out_and_may_be_let_in_again() {
    let desk = with_odile();
    let mara = desk.mara().unwrap();
    act(&mara, |w| mara.remove(w, ODILE)).unwrap();
    mara.close().unwrap();
    assert!(matches!(desk.sign_in("odile", &pass(OWN)), Err(Error::WrongPassphrase { .. })));
    let mara = desk.mara().unwrap();
    admit_odile(&mara);
    mara.close().unwrap();
    assert!(desk.sign_in("odile", &pass(TOLD)).unwrap().must_renew());
}

#[test]
fn the_key_on_paper_lets_people_in_again_and_can_be_renewed() {
    let (mut desk, vault) = Desk::new();
    vault.close().unwrap();
    let vault = desk.recover().unwrap();
    assert_eq!((vault.holder(), vault.must_renew()), (None, false));
    assert!(matches!(vault.sign(b"note"), Err(Error::NoHolder)));
    assert!(matches!(vault.proves(&maras()), Err(Error::NoHolder)));
    assert!(matches!(act(&vault, |w| vault.change_passphrase(w, &maras(), &pass(OWN))), Err(Error::NoHolder)));
    act(&vault, |w| vault.reset(w, MARA, "mara", &pass(TOLD))).unwrap();
    vault.close().unwrap();
    let vault = desk.sign_in("mara", &pass(TOLD)).unwrap();
    act(&vault, |w| vault.change_passphrase(w, &pass(TOLD), &pass(OWN))).unwrap();
    let renewed = vault
        .write(|w| {
            w.record(entry("recovery.renew"));
            vault.renew_recovery(w)
        })
        .unwrap();
    vault.close().unwrap();
    assert!(matches!(desk.recover(), Err(Error::WrongRecoveryKey)));
    // As typed from paper.
    desk.recovery = RecoveryKey::parse(&renewed.groups().join(" ").to_lowercase()).unwrap();
    let vault = desk.recover().unwrap();
    verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap();
}

#[test]
fn an_earlier_header_is_refused_beside_a_later_database() {
    let desk = with_odile();
    let earlier = ["header.a", "header.b"].map(|name| fs::read(desk.folder().join(name)).unwrap());
    let mara = desk.mara().unwrap();
    act(&mara, |w| mara.remove(w, ODILE)).unwrap();
    mara.close().unwrap();
    let later = fs::read(desk.folder().join("header.a")).unwrap();
    for (name, bytes) in ["header.a", "header.b"].into_iter().zip(&earlier) {
        fs::write(desk.folder().join(name), bytes).unwrap();
    }
    let rolled_back = |opened| matches!(opened, Err(Error::Damaged(Part::HeaderRolledBack)));
    assert!(rolled_back(desk.sign_in("odile", &pass(OWN))));
    assert!(rolled_back(desk.mara()));
    assert!(rolled_back(desk.recover()));
    // One copy put back is no more than a damaged copy: the other counts.
    fs::write(desk.folder().join("header.b"), &later).unwrap();
    assert!(matches!(desk.sign_in("odile", &pass(OWN)), Err(Error::WrongPassphrase { .. })));
    assert_eq!(desk.mara().unwrap().repairs(), [Repair::HeaderCopy]);
}

#[test]
fn a_header_changed_by_hand_is_refused() {
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let file = desk.folder().join("header.a");
    let mut bytes = fs::read(&file).unwrap();
    let length = bytes.len();
    // A counter of somebody's choice, with a checksum to match; the MAC they cannot make.
    let counter = 4 + 18 + 4 + 16 + 4;
    bytes[counter] = 9;
    let checksum = blake3::hash(&bytes[..length - 64]);
    bytes[length - 64..length - 32].copy_from_slice(checksum.as_bytes());
    for name in ["header.a", "header.b"] {
        fs::write(desk.folder().join(name), &bytes).unwrap();
    }
    assert!(matches!(desk.mara(), Err(Error::Damaged(Part::Header))));
    assert!(matches!(desk.recover(), Err(Error::Damaged(Part::Header))));
}

/// What lies on the disk after a kill between the steps of one change, made by hand from before and after.
fn states(before: &Path, after: &Path, home: &Path) -> Vec<(&'static str, std::path::PathBuf, bool)> {
    let make = |name: &'static str, database: &Path, a: &Path, b: &Path, committed| {
        let place = home.join(name);
        copy_folder(database, &place);
        fs::copy(a.join("header.a"), place.join("header.a")).unwrap();
        fs::copy(b.join("header.b"), place.join("header.b")).unwrap();
        (name, place, committed)
    };
    vec![
        make("before the first copy", before, before, before, false),
        make("first copy written", before, after, before, false),
        make("committed", after, after, before, true),
        make("second copy written", after, after, after, true),
    ]
}

#[test]
fn killed_at_every_step_of_a_change_the_database_decides() {
    type Change = fn(&Vault) -> Result<(), Error>;
    let changes: [(&str, Change); 4] = [
        ("admit", |vault| act(vault, |w| vault.admit(w, HolderId(Uuid::from_u128(3)), "third", &pass(TOLD)))),
        ("reset", |vault| act(vault, |w| vault.reset(w, ODILE, "odile", &pass(TOLD)))),
        ("remove", |vault| act(vault, |w| vault.remove(w, ODILE))),
        ("change", |vault| act(vault, |w| vault.change_passphrase(w, &maras(), &pass("mara's next one")))),
    ];
    let mut done = 0;
    for (change, make) in changes {
        let desk = with_odile();
        let (before, after) = (desk.home.path().join("before"), desk.home.path().join("after"));
        copy_folder(&desk.folder(), &before);
        let vault = desk.mara().unwrap();
        make(&vault).unwrap();
        vault.close().unwrap();
        copy_folder(&desk.folder(), &after);
        for (step, place, committed) in states(&before, &after, desk.home.path()) {
            let open = |login: &str, text: &str| {
                let _ = fs::remove_file(place.join("attempts"));
                Vault::sign_in(&place, &SCHEMA, login, &pass(text), desk.clock.clone())
            };
            let what = format!("{change}, {step}");
            let (in_after, out_after): ((&str, &str), Option<(&str, &str)>) = match change {
                "admit" => (("third", TOLD), None),
                "reset" => (("odile", TOLD), Some(("odile", OWN))),
                "remove" => (("mara", maras().text().to_owned().leak()), Some(("odile", OWN))),
                _ => (("mara", "mara's next one"), Some(("mara", maras().text().to_owned().leak()))),
            };
            if let Some((login, text)) = out_after {
                let out = open(login, text);
                assert_eq!(out.is_err(), committed, "{what}: {out:?}");
            }
            let opened = open(in_after.0, in_after.1);
            assert_eq!(opened.is_ok(), committed || change == "remove", "{what}: {opened:?}");
            drop(opened);
            let vault = Vault::recover(&place, &SCHEMA, &desk.recovery, desk.clock.clone()).unwrap();
            add(&vault, "life goes on").unwrap();
            verify(&place, Opener::Vault(&vault), &Quiet).unwrap_or_else(|broken| panic!("{what}: {broken:?}"));
            done += 1;
            drop(vault);
            fs::remove_dir_all(&place).unwrap();
        }
    }
    println!("R-13: {done}/{done} steps, 0 findings");
}

#[test]
fn a_newer_first_copy_opens_when_the_second_is_lost() {
    let desk = with_odile();
    let before = desk.home.path().join("before");
    copy_folder(&desk.folder(), &before);
    let mara = desk.mara().unwrap();
    act(&mara, |w| mara.change_passphrase(w, &maras(), &pass("mara's next one"))).unwrap();
    mara.close().unwrap();
    // Staged, not committed, and the copy the database knows has a bad sector.
    fs::copy(desk.folder().join("header.a"), before.join("header.a")).unwrap();
    fs::write(before.join("header.b"), b"unreadable").unwrap();
    let vault = Vault::sign_in(&before, &SCHEMA, "mara", &pass("mara's next one"), desk.clock.clone()).unwrap();
    vault.close().unwrap();
    let vault = Vault::recover(&before, &SCHEMA, &desk.recovery, desk.clock.clone()).unwrap();
    assert_eq!(vault.repairs(), [] as [Repair; 0]);
}
