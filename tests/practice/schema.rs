//! The schema as a whole: what it is now, that every reference has its index, and that a vault of every step that landed
//! comes forward to exactly what a new one has, with its rows as they were.

use std::collections::BTreeMap;
use std::path::PathBuf;

use practice::SCHEMA;
use practice::workstation::Workstation;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use serde_json::json;
use vault::testing::unfenced;
use vault::{HolderId, KdfCost, NewVault, Passphrase, Schema, Vault};

use crate::desk::{Desk, PASSPHRASE};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/schema").join(name)
}

/// Every object by its kind and name, with its text.
fn objects(sql: &Connection) -> BTreeMap<String, String> {
    let mut statement = sql
        .prepare("select type || ' ' || name, coalesce(sql, '') from sqlite_schema where name not like 'sqlite_%'")
        .unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// A new vault in a folder of its own, at the end of this schema.
fn new_vault(schema: &'static Schema) -> (tempfile::TempDir, Vault) {
    new_vault_of(schema, uuid::Uuid::from_u128(1))
}

fn new_vault_of(schema: &'static Schema, holder: uuid::Uuid) -> (tempfile::TempDir, Vault) {
    let room = tempfile::tempdir().unwrap();
    let new = NewVault {
        folder: &room.path().join("vault"),
        schema,
        holder: HolderId(holder),
        login: "theodora",
        passphrase: &Passphrase::new(PASSPHRASE.into()),
        cost: KdfCost::for_tests(),
    };
    let (vault, _) = Vault::create(new, Desk::empty().clock.clone()).unwrap();
    (room, vault)
}

#[test]
fn the_schema_is_the_one_that_was_agreed() {
    let (_room, vault) = new_vault(&SCHEMA);
    let text = objects(&unfenced(&vault).unwrap())
        .into_iter()
        .map(|(name, sql)| format!("-- {name}\n{sql};\n"))
        .collect::<Vec<_>>()
        .join("\n");
    let file = fixture("current.sql");
    if std::env::var_os("EVENKEEL_UPDATE").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let agreed = std::fs::read_to_string(&file).unwrap_or_default();
    for (line, (now, before)) in text.lines().zip(agreed.lines()).enumerate() {
        assert_eq!(
            now,
            before,
            "line {} of {}; if it is meant, run again with EVENKEEL_UPDATE=1",
            line + 1,
            "current.sql"
        );
    }
    assert_eq!(text.lines().count(), agreed.lines().count(), "if it is meant, run again with EVENKEEL_UPDATE=1");
}

fn names(sql: &Connection, query: &str, of: &str) -> Vec<String> {
    let mut statement = sql.prepare(query).unwrap();
    let rows = statement.query_map([of], |row| row.get(0)).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_reference_has_an_index_that_begins_with_it() {
    let (_room, vault) = new_vault(&SCHEMA);
    let sql = unfenced(&vault).unwrap();
    let tables = names(&sql, "select name from sqlite_schema where type = ? and name not like 'sqlite_%'", "table");
    let (mut references, mut without) = (0, Vec::new());
    // The vault's own tables refer to rows that are never deleted, from tables that are walked by their keys.
    let own = ["vault_meta", "applied_migration", "device", "holder_key", "audit_key", "audit", "restore_epoch"];
    for table in tables.iter().filter(|table| !own.contains(&table.as_str())) {
        let leading: Vec<String> = names(&sql, "select name from pragma_index_list(?)", table)
            .iter()
            .flat_map(|index| names(&sql, "select name from pragma_index_info(?) where seqno = 0", index))
            .chain(names(&sql, "select name from pragma_table_info(?) where pk = 1", table))
            .collect();
        for column in names(&sql, "select \"from\" from pragma_foreign_key_list(?)", table) {
            references += 1;
            if !leading.contains(&column) {
                without.push(format!("{table}.{column}"));
            }
        }
    }
    assert_eq!(without, [] as [String; 0]);
    assert!(references > 30, "the references are seen");
}

#[test]
fn every_table_of_the_practice_is_strict_and_carries_who_when_and_where() {
    let (_room, vault) = new_vault(&SCHEMA);
    let sql = unfenced(&vault).unwrap();
    for table in practice::kernel::history::Table::ALL {
        let columns = names(&sql, "select name from pragma_table_info(?)", table.name());
        for column in ["id", "rev", "at", "device", "by_staff"] {
            assert!(columns.iter().any(|name| name == column), "{}.{column}", table.name());
        }
        let strict: bool = sql
            .query_row("select strict from pragma_table_list where name = ?", [table.name()], |row| row.get(0))
            .unwrap();
        assert!(strict, "{}", table.name());
    }
}

/// The schema as it was when this step was the newest.
fn up_to(step: u32) -> &'static Schema {
    let steps = SCHEMA.migrations.iter().position(|migration| migration.number == step).unwrap() + 1;
    Box::leak(Box::new(Schema { application_id: SCHEMA.application_id, migrations: &SCHEMA.migrations[..steps] }))
}

/// The steps that landed as the newest of their time, each with its dump.
const LANDED: [u32; 4] = [10, 70, 140, 280];

/// A stored dump: a database without rows, and the statements that make the rows.
fn stored(step: u32) -> (Connection, String) {
    let text = std::fs::read_to_string(fixture(&format!("{step:04}.sql"))).unwrap();
    let (schema, rows) = text.split_once(ROWS).unwrap();
    vault::testing::first().unwrap();
    let sql = Connection::open_in_memory().unwrap();
    sql.execute_batch(schema).unwrap();
    (sql, rows.to_owned())
}

const ROWS: &str = "-- Rows.\n";

/// Puts rows in, in whatever order they stand, past references and triggers: they were let in once.
fn fill(sql: &Connection, rows: &str) {
    sql.execute_batch("pragma foreign_keys = off").unwrap();
    sql.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).unwrap();
    for table in tables(sql) {
        sql.execute_batch(&format!("delete from {table}")).unwrap();
    }
    sql.execute_batch(rows).unwrap();
    sql.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true).unwrap();
}

#[test]
fn a_step_that_landed_is_still_what_it_was() {
    for step in LANDED {
        let (_room, vault) = new_vault(up_to(step));
        assert_eq!(objects(&unfenced(&vault).unwrap()), objects(&stored(step).0), "{step}");
    }
}

#[test]
fn a_vault_of_every_landed_step_comes_forward_with_its_rows() {
    for step in LANDED {
        comes_forward(step);
    }
}

fn comes_forward(step: u32) {
    let (dump, rows) = stored(step);
    fill(&dump, &rows);
    let director = "select id from staff where login = 'theodora'";
    let director: [u8; 16] = dump.query_row(director, [], |row| row.get(0)).unwrap();
    let (room, vault) = new_vault_of(up_to(step), uuid::Uuid::from_bytes(director));
    let sql = unfenced(&vault).unwrap();
    fill(&sql, &rows);
    let before = contents(&sql);
    assert_eq!(before, contents(&dump));
    let columns: BTreeMap<String, Vec<String>> =
        tables(&sql).into_iter().map(|table| (table.clone(), columns_of(&sql, &table))).collect();
    drop(sql);
    vault.close().unwrap();

    let folder = room.path().join("vault");
    let desk = Desk::empty();
    let station = Workstation::new(&folder, desk.clock.clone(), desk.world.clone(), Some(KdfCost::for_tests()));
    station.sign_in("theodora", &Passphrase::new(PASSPHRASE.into())).unwrap();
    let staff = station.call("staff.list", "{}", false).unwrap();
    assert!(staff.contains("Marisol Qui\u{f1}ones, LPC"), "{staff}");
    station.lock_hard();
    if step < SCHEMA.version() {
        let name = format!("practice.before-{}-", SCHEMA.version());
        let mut files = std::fs::read_dir(&folder).unwrap();
        let kept = files.any(|file| file.unwrap().file_name().into_string().unwrap().starts_with(&name));
        assert!(kept, "an encrypted copy was taken before");
    }

    let passphrase = Passphrase::new(PASSPHRASE.into());
    let vault = Vault::sign_in(&folder, &SCHEMA, "theodora", &passphrase, desk.clock.clone()).unwrap();
    let sql = unfenced(&vault).unwrap();
    let (_other, new) = new_vault(&SCHEMA);
    let (forward, fresh) = (objects(&sql), objects(&unfenced(&new).unwrap()));
    for (name, text) in &fresh {
        assert_eq!(forward.get(name), Some(text), "{name}");
    }
    assert_eq!(forward.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>());
    for (table, rows) in &before {
        // A later step may add a column to a table or a word to a vocabulary; what was there stays.
        let after = rows_with(&sql, table, &columns[table]);
        assert!(rows.iter().all(|row| after.contains(row)), "{table} of {step}");
    }
}

/// The tables of the practice: the vault has its own, and the index of full text is derived.
fn tables(sql: &Connection) -> Vec<String> {
    let own = ["vault_meta", "applied_migration", "device", "holder_key", "audit_key", "audit", "restore_epoch"];
    let mut statement = sql
        .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' order by name")
        .unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap);
    names.filter(|name| !own.contains(&name.as_str()) && !name.starts_with("sqlite_")).collect()
}

fn contents(sql: &Connection) -> BTreeMap<String, Vec<String>> {
    tables(sql).into_iter().map(|table| (table.clone(), rows_of(sql, &table))).collect()
}

#[test]
fn every_stored_dump_has_something_in_every_table() {
    for step in LANDED {
        let (sql, rows) = stored(step);
        fill(&sql, &rows);
        for (table, rows) in contents(&sql) {
            assert!(!rows.is_empty(), "{table} of {step}");
        }
    }
}

fn columns_of(sql: &Connection, table: &str) -> Vec<String> {
    names(sql, "select name from pragma_table_info(?)", table)
}

/// Every row of a table, each as one statement.
fn rows_of(sql: &Connection, table: &str) -> Vec<String> {
    rows_with(sql, table, &columns_of(sql, table))
}

fn rows_with(sql: &Connection, table: &str, columns: &[String]) -> Vec<String> {
    let quoted = columns.iter().map(|column| format!("quote({column})")).collect::<Vec<_>>().join(" || ', ' || ");
    let mut statement = sql.prepare(&format!("select {quoted} from {table} order by 1")).unwrap();
    let values = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    values
        .map(|values| format!("insert into {table} ({}) values ({});", columns.join(", "), values.unwrap()))
        .collect()
}

/// Writes the dump of the newest step. Run by hand once, when the step has landed, and never again for it.
#[test]
#[ignore = "writes a fixture: EVENKEEL_DUMP=280 cargo nextest run -p practice --run-ignored only write_the_dump"]
fn write_the_dump_of_a_step() {
    let step: u32 = std::env::var("EVENKEEL_DUMP").unwrap().parse().unwrap();
    assert_eq!(step, SCHEMA.version(), "rows are made by the present program, so only the newest step has a dump");
    let desk = a_little_of_everything();
    desk.station.lock_hard();
    let passphrase = Passphrase::new(PASSPHRASE.into());
    let vault = Vault::sign_in(&desk.folder(), &SCHEMA, "theodora", &passphrase, desk.clock.clone()).unwrap();
    let sql = unfenced(&vault).unwrap();
    let derived = names(&sql, "select 'table ' || name from pragma_table_list where type = ?", "shadow");
    let schema = objects(&sql).into_iter().filter(|(name, text)| !text.is_empty() && !derived.contains(name));
    let (creating, others): (Vec<String>, Vec<String>) =
        schema.map(|(_, text)| text).partition(|text| text.to_lowercase().starts_with("create table"));
    let rows: Vec<String> = contents(&sql).into_values().flatten().collect();
    let objects = [creating, others].concat().join(";\n\n");
    let head = "-- A vault as it was when this step was the newest. Never edited.\n";
    let text = format!("{head}\n{objects};\n\n{ROWS}{}\n", rows.join("\n"));
    std::fs::write(fixture(&format!("{step:04}.sql")), text).unwrap();
}

/// Settings, a draft, a departure: what no slice of the clinic holds.
fn of_the_ground(desk: &Desk) {
    desk.op("policy.set", json!({ "key": "hours_2_1", "value": "10", "effective_on": "2026-12-01" }));
    desk.op("policy.set", json!({ "key": "hours_2_1", "value": "11", "effective_on": "2026-12-01" }));
    desk.op(
        "screen.set",
        json!({ "theme": "dark", "contrast": true, "density": "compact", "single_keys": false, "spelling": true }),
    );
    desk.op("draft.save", json!({ "form": "staff.add", "body": { "words": "Bram Ok" }, "typed": true, "rev": 0 }));
    desk.op("pin.set", json!({ "passphrase": PASSPHRASE, "pin": "2580" }));
    desk.op("backup.automatic", json!({ "minutes": 60 }));
    desk.world.place_at(Some(desk.room.path().join("key.pdf")));
    desk.op("recovery.renew", json!({ "passphrase": PASSPHRASE }));
    desk.op("recovery.print", json!({ "copies": 2 }));
}

/// The same, and every operation of the slices once.
fn a_little_of_everything() -> Desk {
    let stage = crate::stage::Stage::set();
    of_the_ground(&stage.desk);
    for line in crate::lines::of_slices().into_iter().chain(crate::lines::writing::of_licenses()) {
        let request = (line.request)(&stage);
        stage.desk.op(&line.name, request);
        if matches!(line.cost, crate::lines::Cost::Job(_)) {
            assert_eq!(stage.desk.last_job()["state"], "done", "{}", line.name);
        }
    }
    stage.desk
}
