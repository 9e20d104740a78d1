//! marked text is written, searched, sorted, migrated, backed up and restored; it never reaches a disk in the clear.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod common;

use std::fs;
use std::path::Path;

use common::{Desk, Quiet, SCHEMA, add};
use vault::{Error, Opener, Vault, restore, verify, verify_backup, vfs};

const MARK: &str = "Zephyrine Quillfeather-Ondaatje";

/// Files below a folder that hold the mark.
fn scan(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(scan(&path));
        } else if fs::read(&path).unwrap().windows(MARK.len()).any(|part| part == MARK.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    found
}

fn sort_and_search(vault: &Vault) {
    vault
        .read(|sql| {
            // A sort and a hash of more than the cache holds would go to a temporary file, were there one.
            let sorted = "select text from line order by text || hex(id) desc";
            assert!(sql.prepare(sorted)?.query_map([], |row| row.get::<_, String>(0))?.count() > 0);
            let grouped = "select count(distinct text || hex(id)) from line";
            assert!(sql.query_row(grouped, [], |row| row.get::<_, i64>(0))? > 0);
            let found = "select count(*) from line_text where line_text match '\"Quillfeather\"'";
            assert!(sql.query_row(found, [], |row| row.get::<_, i64>(0))? > 0);
            Ok::<_, Error>(())
        })
        .unwrap();
}

#[test]
fn marked_text_never_reaches_a_disk() {
    static LATER: vault::Schema = vault::Schema {
        application_id: SCHEMA.application_id,
        migrations: &[
            SCHEMA.migrations[0],
            SCHEMA.migrations[1],
            vault::Migration {
                number: 30,
                name: "rebuilt",
                sql: "create table rebuilt (text text not null) strict;
                      insert into rebuilt select text from line order by text;
                      create index rebuilt_text on rebuilt (text);",
            },
        ],
    };
    vfs::install();
    vfs::watch(MARK.as_bytes());
    let (desk, vault) = Desk::new();
    for n in 0..300 {
        add(&vault, &format!("{MARK} said on day {n}: {}", "all is well ".repeat(20))).unwrap();
    }
    sort_and_search(&vault);
    vault.checkpoint().unwrap();
    let stick = desk.home.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let file = vault.backup(&stick, &Quiet).unwrap().file;
    verify_backup(&file, Opener::Vault(&vault), &Quiet).unwrap();
    restore(&file, &desk.home.path().join("restored"), Opener::Vault(&vault), &Quiet, desk.clock.clone()).unwrap();
    verify(&desk.folder(), Opener::Vault(&vault), &Quiet).unwrap();
    vault.close().unwrap();
    let vault = Vault::recover(&desk.folder(), &LATER, &desk.recovery, desk.clock.clone()).unwrap();
    sort_and_search(&vault);
    vault.close().unwrap();
    assert_eq!(vfs::seen(), 0);
    assert_eq!(scan(desk.home.path()), [] as [String; 0]);
    println!("R-5: {} writes watched, 0 in the clear", vfs::writes());
}

#[test]
fn the_watch_would_see_it() {
    vfs::install();
    vfs::watch(MARK.as_bytes());
    let home = tempfile::tempdir().unwrap();
    let plain = rusqlite::Connection::open(home.path().join("plain.db")).unwrap();
    plain.execute_batch("create table line (text)").unwrap();
    plain.execute("insert into line values (?)", [MARK]).unwrap();
    assert!(vfs::seen() > 0);
    drop(plain);
    assert_eq!(scan(home.path()).len(), 1);
}
