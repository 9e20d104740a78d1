//! backups and restores, of a vault in use, through damage, full disks, cancelling and kills.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::result_large_err)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use common::{Desk, MARA, ODILE, Quiet, SCHEMA, actions, add, count, entry, maras, pass};
use vault::{
    BackupFlaw, Error, Opener, Place, Progress, Repair, Vault, backups_in, restore, restore_in_place, verify,
    verify_backup,
};

/// A vault of a few lines, a folder for backups beside it.
fn desk_with_stick() -> (Desk, Vault, PathBuf) {
    let (desk, vault) = Desk::new();
    add_some(&vault, "line", 5);
    let stick = desk.home.path().join("stick");
    fs::create_dir(&stick).unwrap();
    (desk, vault, stick)
}

fn add_some(vault: &Vault, text: &str, times: usize) {
    (0..times).for_each(|n| {
        add(vault, &format!("{text} {n}")).unwrap();
    });
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Every row of every table that a practice or the vault filled, but for what an opening touches.
fn rows(vault: &Vault) -> Vec<(String, i64)> {
    vault
        .read(|sql| {
            let mut statement = sql.prepare("select hex(id) || text, part from line order by id, part")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok::<_, Error>(rows.collect::<Result<Vec<_>, _>>()?)
        })
        .unwrap()
}

/// Called off after so many steps.
struct Until(AtomicU64);

impl Progress for Until {
    fn step(&self, _done: u64, _total: u64, _what: &'static str) {
        let _ = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
    }

    fn cancelled(&self) -> bool {
        self.0.load(Ordering::SeqCst) == 0
    }
}

#[test]
fn a_backup_under_load_restores_equal_by_every_way_in() {
    let (desk, vault, stick) = desk_with_stick();
    let mark = std::thread::scope(|scope| {
        let writing = scope.spawn(|| add_some(&vault, "meanwhile", 40));
        let mark = vault.backup(&stick, &Quiet).unwrap();
        writing.join().unwrap();
        mark
    });
    assert_eq!(backups_in(&stick).unwrap(), std::slice::from_ref(&mark));
    let report = verify_backup(&mark.file, Opener::Vault(&vault), &Quiet).unwrap();
    assert_eq!(report.mark, mark);
    let lines = report.counts.iter().find(|(table, _)| table == "line").unwrap().1;

    // A quiet one, to compare row by row.
    desk.clock.pass(60_000);
    let mark = vault.backup(&stick, &Quiet).unwrap();
    let before = rows(&vault);
    assert!(before.len() as u64 >= lines);
    vault.close().unwrap();
    let passphrase = maras();
    let openers = [Opener::Recovery(&desk.recovery), Opener::Passphrase { login: "mara", passphrase: &passphrase }];
    for (n, opener) in openers.into_iter().enumerate() {
        let place = desk.home.path().join(format!("restored {n}"));
        let restored = restore(&mark.file, &place, opener, &Quiet, desk.clock.clone()).unwrap();
        assert_eq!(restored.backup_at_ms, mark.at_ms);
        let vault = Vault::sign_in(&place, &SCHEMA, "mara", &passphrase, desk.clock.clone()).unwrap();
        assert_eq!(vault.repairs(), []);
        assert_eq!(vault.device(), restored.device);
        assert_eq!(rows(&vault), before);
        add(&vault, "life goes on").unwrap();
        verify(&place, Opener::Vault(&vault), &Quiet).unwrap();
        // Backups of restored vaults restore as well: chains lie behind one another.
        let again = vault.backup(&stick, &Quiet).unwrap();
        let second = desk.home.path().join(format!("again {n}"));
        restore(&again.file, &second, opener, &Quiet, desk.clock.clone()).unwrap();
        verify(&second, opener, &Quiet).unwrap();
        desk.clock.pass(60_000);
    }
}

#[test]
fn who_may_not_open_a_backup() {
    let (desk, vault, stick) = desk_with_stick();
    let file = vault.backup(&stick, &Quiet).unwrap().file;
    let (other, others) = Desk::new();
    let wrong = pass("not the passphrase at all");
    let open = |opener| verify_backup(&file, opener, &Quiet);
    assert!(matches!(open(Opener::Vault(&others)), Err(Error::BackupNotYours)));
    let passphrase = maras();
    for (login, passphrase) in [("mara", &wrong), ("nobody", &passphrase)] {
        assert!(matches!(open(Opener::Passphrase { login, passphrase }), Err(Error::WrongPassphrase { .. })));
    }
    assert!(matches!(open(Opener::Recovery(&other.recovery)), Err(Error::WrongRecoveryKey)));
    assert!(matches!(others.compare_backup(&file), Err(Error::BackupNotYours)));
    open(Opener::Recovery(&desk.recovery)).unwrap();
}

#[test]
fn every_damage_of_a_backup_is_found_and_nothing_is_restored_from_it() {
    let (desk, vault, stick) = desk_with_stick();
    let file = vault.backup(&stick, &Quiet).unwrap().file;
    let whole = fs::read(&file).unwrap();
    let damaged = desk.home.path().join("damaged.evenkeel-backup");
    let (mut dice, mut done) = (common::Dice(0x5eed), 0);
    let check = |bytes: &[u8], what: &str| {
        fs::write(&damaged, bytes).unwrap();
        let found = verify_backup(&damaged, Opener::Vault(&vault), &Quiet);
        let named = matches!(found, Err(Error::BackupDamaged(_) | Error::BackupNotYours));
        assert!(named, "{what}: {found:?}");
    };
    let front = whole.windows(4).position(|w| w == b"mara").unwrap_or(2_048).min(2_048);
    for at in (0..front).step_by(7).chain((front..whole.len()).step_by(whole.len() / 60)) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << dice.below(8);
        check(&bytes, &format!("bit at {at}"));
        done += 1;
    }
    for _ in 0..40 {
        let cut = usize::try_from(dice.below(whole.len() as u64)).unwrap();
        check(&whole[..cut], &format!("cut at {cut}"));
        done += 1;
    }
    check(&[whole.as_slice(), b"more"].concat(), "longer");
    check(b"", "empty");
    let place = desk.home.path().join("place");
    let refused = restore(&damaged, &place, Opener::Vault(&vault), &Quiet, desk.clock.clone());
    assert!(matches!(refused, Err(Error::BackupDamaged(BackupFlaw::Shape))));
    assert!(matches!(vault::look(&place), vault::Condition::Absent));
    fs::write(&damaged, &whole).unwrap();
    restore(&damaged, &place, Opener::Vault(&vault), &Quiet, desk.clock.clone()).unwrap();
    println!("R-6 damage: {}/{} found, 0 findings", done + 2, done + 2);
}

#[test]
fn a_restore_needs_an_empty_place() {
    let (desk, vault, stick) = desk_with_stick();
    let file = vault.backup(&stick, &Quiet).unwrap().file;
    let place = desk.home.path().join("taken");
    fs::create_dir(&place).unwrap();
    fs::write(place.join("something"), b"of theirs").unwrap();
    let refused = restore(&file, &place, Opener::Vault(&vault), &Quiet, desk.clock.clone());
    assert!(matches!(refused, Err(Error::NotEmpty)));
    assert_eq!(names(&place), ["something"]);
}

#[test]
fn called_off_at_any_step_nothing_is_left_behind() {
    let (desk, vault, stick) = desk_with_stick();
    let kept = vault.backup(&stick, &Quiet).unwrap().file;
    let steps = AtomicU64::new(0);
    struct Count<'a>(&'a AtomicU64);
    impl Progress for Count<'_> {
        fn step(&self, _done: u64, _total: u64, _what: &'static str) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
        fn cancelled(&self) -> bool {
            false
        }
    }
    desk.clock.pass(60_000);
    let second = vault.backup(&stick, &Count(&steps)).unwrap().file;
    fs::remove_file(second).unwrap();
    let (stick_before, folder_before) = (names(&stick), names(&desk.folder()));
    for step in 0..steps.load(Ordering::SeqCst) {
        let off = Until(AtomicU64::new(step));
        let result = vault.backup(&stick, &off);
        assert!(matches!(result, Err(Error::Cancelled)), "step {step}: {result:?}");
        assert_eq!(
            (names(&stick), names(&desk.folder())),
            (stick_before.clone(), folder_before.clone()),
            "step {step}"
        );
        let place = desk.home.path().join("place");
        let restored = restore(&kept, &place, Opener::Vault(&vault), &off, desk.clock.clone());
        if restored.is_err() {
            assert!(matches!(vault::look(&place), vault::Condition::Absent), "step {step}");
        }
        fs::remove_dir_all(&place).unwrap();
    }
    verify_backup(&kept, Opener::Vault(&vault), &Quiet).unwrap();
}

#[test]
fn a_drive_that_is_gone_or_read_only_is_an_error_and_no_more() {
    let (_desk, vault, stick) = desk_with_stick();
    let gone = stick.join("gone");
    assert!(matches!(vault.backup(&gone, &Quiet), Err(Error::Io(std::io::ErrorKind::NotFound))));
    add(&vault, "life goes on").unwrap();
    vault.backup(&stick, &Quiet).unwrap();
}

#[test]
fn what_a_killed_backup_left_is_swept_by_the_next() {
    let (desk, vault, stick) = desk_with_stick();
    fs::write(stick.join(".abc.evenkeel-partial"), b"half").unwrap();
    fs::write(stick.join("holiday.jpg"), b"theirs").unwrap();
    fs::create_dir(desk.folder().join(".backup-abc")).unwrap();
    vault.backup(&stick, &Quiet).unwrap();
    assert!(!stick.join(".abc.evenkeel-partial").exists());
    assert!(stick.join("holiday.jpg").exists());
    assert!(!desk.folder().join(".backup-abc").exists());
}

#[test]
fn going_back_in_place_says_what_is_lost_and_keeps_it_aside() {
    let (desk, vault, stick) = desk_with_stick();
    let mark = vault.backup(&stick, &Quiet).unwrap();
    let at_backup = rows(&vault);
    desk.clock.pass(3_600_000);
    add_some(&vault, "later", 3);
    let loss = vault.compare_backup(&mark.file).unwrap();
    assert_eq!(loss.entries, 3);
    assert_eq!(loss.by_action, [("line.add".to_owned(), 3)]);
    assert_eq!(loss.first_ms, Some(mark.at_ms + 3_600_000));
    assert!(!loss.diverged);

    let restored = restore_in_place(vault, &mark.file, None, &Quiet, desk.clock.clone()).unwrap();
    let vault = desk.mara().unwrap();
    assert_eq!(vault.repairs(), [] as [Repair; 0]);
    assert_eq!(rows(&vault), at_backup);
    assert_eq!(vault.device(), restored.device);
    assert_eq!(actions(&vault).last().unwrap(), "vault.epoch");
    vault.close().unwrap();

    let aside = restored.set_aside.unwrap();
    let earlier = Vault::sign_in(&aside, &SCHEMA, "mara", &maras(), desk.clock.clone()).unwrap();
    assert_eq!(count(&earlier), (5 + 3) * 3);
    let loss = earlier.compare_backup(&mark.file).unwrap();
    assert_eq!(loss.entries, 3);
}

#[test]
fn a_backup_of_a_restored_copy_is_told_apart_from_the_original() {
    let (desk, vault, stick) = desk_with_stick();
    let first = vault.backup(&stick, &Quiet).unwrap();
    let place = desk.home.path().join("copy");
    restore(&first.file, &place, Opener::Vault(&vault), &Quiet, desk.clock.clone()).unwrap();
    let copy = Vault::sign_in(&place, &SCHEMA, "mara", &maras(), desk.clock.clone()).unwrap();
    add(&copy, "only in the copy").unwrap();
    desk.clock.pass(60_000);
    let theirs = copy.backup(&stick, &Quiet).unwrap();
    let loss = vault.compare_backup(&theirs.file).unwrap();
    assert!(loss.diverged);
    assert_eq!(loss.entries, 0);
}

#[test]
fn a_failed_restore_in_place_leaves_the_vault_as_it_was() {
    let (desk, vault, stick) = desk_with_stick();
    let file = vault.backup(&stick, &Quiet).unwrap().file;
    let mut bytes = fs::read(&file).unwrap();
    let last = bytes.len() - 100;
    bytes[last] ^= 1;
    fs::write(&file, bytes).unwrap();
    let before = (rows(&vault), names(&desk.folder()).len());
    let refused = restore_in_place(vault, &file, None, &Quiet, desk.clock.clone());
    assert!(matches!(refused, Err(Error::BackupDamaged(BackupFlaw::Content))));
    let vault = desk.mara().unwrap();
    assert_eq!(rows(&vault), before.0);
    assert!(names(&desk.folder()).iter().all(|name| !name.starts_with(".restoring")));
}

#[test]
fn a_passphrase_change_after_the_backup_does_not_travel_back_unseen() {
    let (desk, vault, stick) = desk_with_stick();
    let file = vault.backup(&stick, &Quiet).unwrap().file;
    let new = pass("a lighthouse keeper's diary");
    vault
        .write(|w| {
            w.record(entry("staff.passphrase"));
            vault.change_passphrase(w, &maras(), &new)
        })
        .unwrap();
    vault.close().unwrap();
    let vault = desk.sign_in("mara", &new).unwrap();
    restore_in_place(vault, &file, None, &Quiet, desk.clock.clone()).unwrap();
    assert!(matches!(desk.sign_in("mara", &new), Err(Error::WrongPassphrase { .. })));
    desk.mara().unwrap();
}

#[test]
fn counts_of_failed_sign_ins_survive_a_restore_in_place() {
    let (desk, vault, stick) = desk_with_stick();
    vault
        .write(|w| {
            w.record(entry("staff.admit"));
            vault.admit(w, ODILE, "odile", &pass("to be told once only"))
        })
        .unwrap();
    let file = vault.backup(&stick, &Quiet).unwrap().file;
    vault.close().unwrap();
    for _ in 0..5 {
        assert!(desk.sign_in("odile", &pass("guess")).is_err());
    }
    let vault = desk.mara().unwrap();
    assert_eq!(vault.holder(), Some(MARA));
    restore_in_place(vault, &file, None, &Quiet, desk.clock.clone()).unwrap();
    assert!(matches!(desk.sign_in("odile", &pass("to be told once only")), Err(Error::Wait { .. })));
}

#[test]
fn verify_names_the_first_broken_place() {
    let (desk, vault, _) = desk_with_stick();
    let report = verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap();
    assert_eq!((report.entries, report.head), (6, Some(vault.head().unwrap())));
    vault.close().unwrap();
    let passphrase = maras();
    let look = || verify(&desk.folder(), Opener::Passphrase { login: "mara", passphrase: &passphrase }, &Quiet);
    assert_eq!(look().unwrap().head, report.head);
    let place = |name: &str, at: usize| {
        let file = desk.folder().join(name);
        let whole = fs::read(&file).unwrap();
        let mut bytes = whole.clone();
        bytes[at] ^= 4;
        fs::write(&file, bytes).unwrap();
        let broken = look().unwrap_err().place;
        fs::write(&file, whole).unwrap();
        broken
    };
    assert!(matches!(place("practice.db", 4096 * 6 + 77), Place::Page(7)));
    assert!(matches!(place("practice.db", 50), Place::Page(1)));
    assert!(matches!(place("header.a", 60), Place::HeaderCopy('a')));
    assert!(matches!(place("header.b", 60), Place::HeaderCopy('b')));
    for name in ["anchor.a", "anchor.b"] {
        fs::write(desk.folder().join(name), b"gone").unwrap();
    }
    assert!(matches!(look().unwrap_err().place, Place::AnchorMissing));
    let vault = desk.mara().unwrap();
    assert_eq!(vault.repairs(), [Repair::AnchorMissing]);
}
