//! A vault's ordinary life: made, opened, written, read, closed; and everything it refuses.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::fs;
use std::os::unix::fs::PermissionsExt;

use common::{Desk, HandClock, MARA, ODILE, SCHEMA, actions, add, count, create, entry, maras, pass};
use rusqlite::ErrorCode;
use vault::{Condition, Error, KdfCost, NewVault, Part, Repair, Vault, look};

/// What a closure that must not run would give.
fn nothing(_: &mut vault::Write<'_>) -> Result<(), Error> {
    Ok(())
}

#[test]
fn what_is_written_is_there_after_closing() {
    let (desk, vault) = Desk::new();
    add(&vault, "first").unwrap();
    let head = vault.head().unwrap();
    vault.close().unwrap();
    assert!(matches!(look(&desk.folder()), Condition::Ready));
    let again = desk.mara().unwrap();
    assert_eq!(count(&again), 3);
    assert_eq!(again.head().unwrap(), head);
    assert_eq!(again.repairs(), []);
    assert_eq!(again.holder(), Some(MARA));
    assert_eq!(actions(&again), ["vault.create", "line.add"]);
}

#[test]
fn look_tells_folders_apart() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("vault");
    assert!(matches!(look(&folder), Condition::Absent));
    fs::create_dir(&folder).unwrap();
    assert!(matches!(look(&folder), Condition::Absent));
    let (vault, _) = create(&folder, HandClock::new()).unwrap();
    vault.close().unwrap();
    assert!(matches!(look(&folder), Condition::Ready));

    let away = home.path().join("away.db");
    fs::rename(folder.join("practice.db"), &away).unwrap();
    assert!(matches!(look(&folder), Condition::Trouble(Error::Damaged(Part::DatabaseMissing))));
    rusqlite::Connection::open(folder.join("practice.db")).unwrap().execute_batch("create table t (a)").unwrap();
    assert!(matches!(look(&folder), Condition::Trouble(Error::NotOurs)));
    fs::rename(&away, folder.join("practice.db")).unwrap();
    for name in ["header.a", "header.b"] {
        fs::write(folder.join(name), b"no header").unwrap();
    }
    assert!(matches!(look(&folder), Condition::Trouble(Error::Damaged(Part::Header))));
}

#[test]
fn files_are_the_owners_alone() {
    let (desk, vault) = Desk::new();
    add(&vault, "a line").unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&desk.folder()), 0o700);
    for file in fs::read_dir(desk.folder()).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{path:?}");
    }
}

#[test]
fn an_unfinished_vault_is_begun_again() {
    let home = tempfile::tempdir().unwrap();
    for name in ["unfinished", "practice.db", "header.a"] {
        fs::write(home.path().join(name), b"half").unwrap();
    }
    assert!(matches!(look(home.path()), Condition::Absent));
    let (vault, _) = create(home.path(), HandClock::new()).unwrap();
    add(&vault, "line").unwrap();
    assert!(matches!(create(home.path(), HandClock::new()), Err(Error::NotEmpty)));
}

#[test]
fn cost_below_the_floor_makes_no_vault() {
    let home = tempfile::tempdir().unwrap();
    let cost = KdfCost { passes: 1, ..KdfCost::for_tests() };
    let passphrase = maras();
    let new =
        NewVault { folder: home.path(), schema: &SCHEMA, holder: MARA, login: "mara", passphrase: &passphrase, cost };
    assert!(matches!(Vault::create(new, HandClock::new()), Err(Error::CostOutOfRange)));
    assert!(matches!(look(home.path()), Condition::Absent));
}

#[test]
fn a_second_opening_is_refused_while_the_first_lasts() {
    let (desk, vault) = Desk::new();
    assert!(matches!(desk.mara(), Err(Error::InUse)));
    drop(vault);
    desk.mara().unwrap();
}

#[test]
fn nothing_is_written_without_an_entry() {
    let (_desk, vault) = Desk::new();
    let unrecorded = vault.write(|w| {
        w.sql().execute("insert into line (id, text, part) values (x'01', 'x', 0)", [])?;
        Ok::<_, Error>(())
    });
    assert!(matches!(unrecorded, Err(Error::Unrecorded)));
    assert_eq!(count(&vault), 0);
    assert!(matches!(vault.write(nothing), Err(Error::Unrecorded)));
}

#[test]
fn an_error_and_a_rehearsal_leave_no_trace() {
    let (_desk, vault) = Desk::new();
    let head = vault.head().unwrap();
    let insert = |w: &mut vault::Write<'_>| {
        w.sql().execute("insert into line (id, text, part) values (x'01', 'x', 0)", [])?;
        w.record(entry("line.add"));
        Ok::<_, Error>(w.sql().query_row("select count(*) from line", [], |row| row.get::<_, i64>(0))?)
    };
    assert_eq!(vault.rehearse(insert).unwrap(), 1);
    let failed = vault.write(|w| insert(w).and_then(|_| Err::<(), _>(Error::Cancelled)));
    assert!(matches!(failed, Err(Error::Cancelled)));
    assert_eq!((count(&vault), vault.head().unwrap()), (0, head));
}

#[test]
fn a_panic_in_an_action_rolls_it_back_and_the_vault_goes_on() {
    let (_desk, vault) = Desk::new();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        vault.write(|w| -> Result<(), Error> {
            w.sql().execute("insert into line (id, text, part) values (x'01', 'x', 0)", [])?;
            panic!("planned");
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(count(&vault), 0);
    add(&vault, "after").unwrap();
    assert_eq!(count(&vault), 3);
}

#[test]
fn a_reading_sees_one_snapshot_and_never_waits() {
    let (_desk, vault) = Desk::new();
    vault
        .read(|sql| {
            let lines = || sql.query_row("select count(*) from line", [], |row| row.get::<_, i64>(0));
            assert_eq!(lines()?, 0);
            add(&vault, "meanwhile")?;
            assert_eq!(lines()?, 0);
            assert_eq!(count(&vault), 3);
            Ok::<_, Error>(())
        })
        .unwrap();
}

#[test]
fn fences_stop_what_an_action_may_not_do() {
    let (_desk, vault) = Desk::new();
    let refused = [
        "attach database ':memory:' as other",
        "pragma synchronous = off",
        "pragma user_version = 7",
        "create table other (a)",
        "create temp table other (a)",
        "drop table line",
        "alter table line add column more",
        "create trigger t after insert on line begin select 1; end",
        "vacuum",
        "delete from audit",
        "update audit set detail = 'x'",
        "insert into device (id, made_at) values (zeroblob(16), 0)",
        "update vault_meta set header_counter = 0",
        "delete from holder_key",
        "insert into restore_epoch select device, 0, 'restored', device, 0, zeroblob(32) from vault_meta",
    ];
    for sql in refused {
        let result = vault.write(|w| {
            w.record(entry("test.fence"));
            w.sql().execute_batch(sql).map_err(Error::from)
        });
        assert!(matches!(result, Err(Error::Sql(_))), "{sql}: {result:?}");
        let result = vault.read(|connection| connection.execute_batch(sql).map_err(Error::from));
        assert!(result.is_err(), "{sql} while reading");
    }
    let written = vault.read(|sql| sql.execute("insert into line values (x'01', 'x', 0)", []).map_err(Error::from));
    assert!(matches!(written, Err(Error::Io(_))), "{written:?}");
    assert_eq!(actions(&vault), ["vault.create"]);
}

#[test]
fn the_triggers_hold_without_the_fence() {
    let (desk, vault) = Desk::new();
    let raw = vault::testing::unfenced(&vault).unwrap();
    for sql in [
        "update audit set detail = 'x'",
        "delete from audit",
        "delete from holder_key",
        "update holder_key set made_at = 0",
        "update holder_key set retired_at = 1, temporary = 1",
    ] {
        let refused = raw.execute_batch(sql).unwrap_err();
        assert_eq!(refused.sqlite_error_code(), Some(ErrorCode::ConstraintViolation), "{sql}");
    }
    drop((desk, vault));
}

#[test]
fn full_text_search_works_behind_the_fence() {
    let (_desk, vault) = Desk::new();
    add(&vault, "lantern over the quay").unwrap();
    let found = || {
        vault.read(|sql| {
            let query = "select count(*) from line_text where line_text match 'lantern'";
            Ok::<_, Error>(sql.query_row(query, [], |row| row.get::<_, i64>(0))?)
        })
    };
    assert_eq!(found().unwrap(), 1);
    add(&vault, "another lantern").unwrap();
    assert_eq!(found().unwrap(), 2);
}

#[test]
fn a_damaged_or_missing_copy_is_replaced_by_the_other() {
    for name in ["header.a", "header.b"] {
        let (desk, vault) = Desk::new();
        vault.close().unwrap();
        let file = desk.folder().join(name);
        let whole = fs::read(&file).unwrap();
        let mut bytes = whole.clone();
        bytes[40] ^= 1;
        for damaged in [Some(bytes), None] {
            match damaged {
                Some(bytes) => fs::write(&file, bytes).unwrap(),
                None => fs::remove_file(&file).unwrap(),
            }
            let vault = desk.mara().unwrap();
            assert_eq!(vault.repairs(), [Repair::HeaderCopy]);
            assert!(actions(&vault).contains(&"vault.repair".into()));
            vault.close().unwrap();
            assert_eq!(fs::read(&file).unwrap(), whole);
        }
    }
}

#[test]
fn anchors_and_attempts_that_are_gone_are_said_and_made_anew() {
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let cases: [(&[&str], Repair); 3] = [
        (&["anchor.a"], Repair::AnchorCopy),
        (&["anchor.a", "anchor.b"], Repair::AnchorMissing),
        (&["attempts"], Repair::AttemptsMissing),
    ];
    for (names, repair) in cases {
        names.iter().for_each(|name| fs::remove_file(desk.folder().join(name)).unwrap());
        let vault = desk.mara().unwrap();
        assert_eq!(vault.repairs(), [repair]);
        vault.close().unwrap();
        assert_eq!(desk.mara().unwrap().repairs(), []);
    }
}

#[test]
fn a_database_behind_its_anchor_is_refused_until_the_loss_is_accepted() {
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let early = fs::read(desk.folder().join("practice.db")).unwrap();
    let vault = desk.mara().unwrap();
    let first_device = vault.device();
    (0..7).for_each(|n| {
        add(&vault, &format!("line {n}")).unwrap();
    });
    vault.close().unwrap();
    fs::write(desk.folder().join("practice.db"), early).unwrap();
    assert!(matches!(desk.mara(), Err(Error::Behind { missing: 7 })));
    let clock = desk.clock.clone();
    let vault = Vault::sign_in_after_loss(&desk.folder(), &SCHEMA, "mara", &maras(), clock).unwrap();
    assert_ne!(vault.device(), first_device);
    assert_eq!(actions(&vault), ["vault.create", "vault.epoch"]);
    vault.close().unwrap();
    desk.mara().unwrap();
}

#[test]
fn a_database_of_rubbish_under_a_good_header_is_damage_and_stays() {
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let rubbish = vec![7; 8192];
    fs::write(desk.folder().join("practice.db"), &rubbish).unwrap();
    assert!(matches!(desk.mara(), Err(Error::Damaged(Part::Database))));
    assert_eq!(fs::read(desk.folder().join("practice.db")).unwrap(), rubbish);
}

#[test]
fn newer_and_edited_schemas_are_refused_and_older_ones_upgraded() {
    static NEWER: vault::Schema = vault::Schema {
        application_id: SCHEMA.application_id,
        migrations: &[
            SCHEMA.migrations[0],
            SCHEMA.migrations[1],
            vault::Migration { number: 30, name: "more", sql: "create table more (id blob primary key) strict;" },
        ],
    };
    static EDITED: vault::Schema = vault::Schema {
        application_id: SCHEMA.application_id,
        migrations: &[
            vault::Migration { number: 10, name: "line", sql: "create table line (id blob primary key) strict;" },
            SCHEMA.migrations[1],
        ],
    };
    static OTHER: vault::Schema = vault::Schema { application_id: 7, migrations: SCHEMA.migrations };
    let (desk, vault) = Desk::new();
    add(&vault, "kept").unwrap();
    vault.close().unwrap();
    let open = |schema| Vault::sign_in(&desk.folder(), schema, "mara", &maras(), desk.clock.clone());
    assert!(matches!(open(&EDITED), Err(Error::Damaged(Part::Migration))));
    assert!(matches!(open(&OTHER), Err(Error::NotOurs)));
    let vault = open(&NEWER).unwrap();
    assert_eq!(count(&vault), 3);
    vault.close().unwrap();
    assert!(matches!(open(&SCHEMA), Err(Error::NewerVersion { found: 30, known: 20 })));
    let copies = fs::read_dir(desk.folder())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_str().unwrap().starts_with("practice.before-30-"));
    assert_eq!(copies.count(), 1);
}

#[test]
fn a_migration_that_breaks_references_or_fails_leaves_the_version_before() {
    static FAILING: vault::Schema = vault::Schema {
        application_id: SCHEMA.application_id,
        migrations: &[
            SCHEMA.migrations[0],
            SCHEMA.migrations[1],
            vault::Migration {
                number: 30,
                name: "fails",
                sql: "create table more (a); insert into none values (1);",
            },
        ],
    };
    static BREAKING: vault::Schema = vault::Schema {
        application_id: SCHEMA.application_id,
        migrations: &[
            SCHEMA.migrations[0],
            SCHEMA.migrations[1],
            vault::Migration {
                number: 30,
                name: "breaks",
                sql: "create table more (a blob references line (id)); insert into more values (x'99');",
            },
        ],
    };
    let (desk, vault) = Desk::new();
    vault.close().unwrap();
    let open = |schema| Vault::sign_in(&desk.folder(), schema, "mara", &maras(), desk.clock.clone());
    assert!(matches!(open(&FAILING), Err(Error::Sql(_))));
    desk.clock.pass(1);
    assert!(matches!(open(&BREAKING), Err(Error::Damaged(Part::Migration))));
    open(&SCHEMA).unwrap();
}

#[test]
fn eight_words_follow_the_head() {
    let (_desk, vault) = Desk::new();
    let before = vault.head().unwrap().eight_words();
    add(&vault, "line").unwrap();
    let after = vault.head().unwrap().eight_words();
    assert_eq!(after.split(' ').count(), 8);
    assert_ne!(before, after);
}

#[test]
fn what_is_sealed_to_a_holder_opens_for_them_and_for_no_other() {
    let (desk, vault) = Desk::new();
    vault
        .write(|w| {
            vault.admit(w, ODILE, "odile", &pass("to be told once only"))?;
            w.record(entry("staff.admit"));
            Ok::<_, Error>(())
        })
        .unwrap();
    let seal = |holder| vault.read(|sql| vault.seal_to(sql, holder)).unwrap().seal(b"key of a note").unwrap();
    let (to_mara, to_odile, to_recovery) = (seal(Some(MARA)), seal(Some(ODILE)), seal(None));
    assert_eq!(vault.unseal(&to_mara).unwrap().as_slice(), b"key of a note");
    assert!(matches!(vault.unseal(&to_odile), Err(Error::NotSealedToYou)));
    vault.close().unwrap();
    assert_eq!(desk.recover().unwrap().unseal(&to_recovery).unwrap().as_slice(), b"key of a note");
    let odile = desk.sign_in("odile", &pass("to be told once only")).unwrap();
    assert!(odile.must_renew());
    assert!(odile.unseal(&to_odile).is_ok());
    assert!(matches!(odile.unseal(&to_mara), Err(Error::NotSealedToYou)));
}
