//! The schema as a whole: what it is now, that every reference has its index, and that a vault of the first step comes
//! forward to exactly what a new one has, with its rows as they were.

use std::collections::BTreeMap;
use std::path::PathBuf;

use practice::SCHEMA;
use practice::workstation::Workstation;
use rusqlite::Connection;
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

/// The stored dump: a database without rows, and the statements that make the rows.
fn stored() -> (Connection, String) {
    let text = std::fs::read_to_string(fixture("0010.sql")).unwrap();
    let (schema, rows) = text.split_once(ROWS).unwrap();
    vault::testing::first().unwrap();
    let sql = Connection::open_in_memory().unwrap();
    sql.execute_batch(schema).unwrap();
    (sql, rows.to_owned())
}

const ROWS: &str = "-- Rows.\n";

/// Puts rows in, in whatever order they stand.
fn fill(sql: &Connection, rows: &str) {
    sql.execute_batch("pragma foreign_keys = off").unwrap();
    sql.execute_batch(&format!("delete from role; {rows}")).unwrap();
}

#[test]
fn a_step_that_landed_is_still_what_it_was() {
    let (_room, vault) = new_vault(up_to(10));
    assert_eq!(objects(&unfenced(&vault).unwrap()), objects(&stored().0));
}

#[test]
fn a_vault_of_the_first_step_comes_forward_with_its_rows() {
    let (dump, rows) = stored();
    fill(&dump, &rows);
    let director = "select id from staff where login = 'theodora'";
    let director: [u8; 16] = dump.query_row(director, [], |row| row.get(0)).unwrap();
    let (room, vault) = new_vault_of(up_to(10), uuid::Uuid::from_bytes(director));
    let sql = unfenced(&vault).unwrap();
    fill(&sql, &rows);
    let before = contents(&sql);
    assert_eq!(before, contents(&dump));
    drop(sql);
    vault.close().unwrap();

    let folder = room.path().join("vault");
    let desk = Desk::empty();
    let station = Workstation::new(&folder, desk.clock.clone(), desk.world.clone(), Some(KdfCost::for_tests()));
    station.sign_in("theodora", &Passphrase::new(PASSPHRASE.into())).unwrap();
    let staff = station.call("staff.list", "{}", false).unwrap();
    assert!(staff.contains("Marisol Qui\u{f1}ones, LPC"), "{staff}");
    let policies = station.call("policy.list", "{}", false).unwrap();
    assert!(policies.contains("\"effective_on\":\"2026-12-01\""), "{policies}");
    station.lock_hard();
    let kept = std::fs::read_dir(&folder).unwrap().any(|file| {
        file.unwrap()
            .file_name()
            .into_string()
            .unwrap()
            .starts_with(&format!("practice.before-{}-", SCHEMA.version()))
    });
    assert!(kept, "an encrypted copy was taken before");

    let passphrase = Passphrase::new(PASSPHRASE.into());
    let vault = Vault::sign_in(&folder, &SCHEMA, "theodora", &passphrase, desk.clock.clone()).unwrap();
    let sql = unfenced(&vault).unwrap();
    let (_other, new) = new_vault(&SCHEMA);
    let (forward, fresh) = (objects(&sql), objects(&unfenced(&new).unwrap()));
    for (name, text) in &fresh {
        assert_eq!(forward.get(name), Some(text), "{name}");
    }
    assert_eq!(forward.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>());
    let after = contents(&sql);
    for (table, rows) in &before {
        assert_eq!(after.get(table), Some(rows), "{table}");
    }
}

/// The tables of the first step.
const TABLES: [&str; 11] = [
    "practice",
    "policy",
    "staff",
    "role",
    "staff_role",
    "credential",
    "screen",
    "draft",
    "version",
    "exit",
    "backup_setting",
];

fn contents(sql: &Connection) -> BTreeMap<&'static str, Vec<String>> {
    TABLES.into_iter().map(|table| (table, rows_of(sql, table))).collect()
}

#[test]
fn the_stored_dump_has_something_in_every_table() {
    let (sql, rows) = stored();
    fill(&sql, &rows);
    for (table, rows) in contents(&sql) {
        assert!(!rows.is_empty(), "{table}");
    }
}

/// Every row of a table, each as one statement.
fn rows_of(sql: &Connection, table: &str) -> Vec<String> {
    let columns = names(sql, "select name from pragma_table_info(?)", table);
    let quoted = columns.iter().map(|column| format!("quote({column})")).collect::<Vec<_>>().join(" || ', ' || ");
    let mut statement = sql.prepare(&format!("select {quoted} from {table} order by 1")).unwrap();
    let values = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    values
        .map(|values| format!("insert into {table} ({}) values ({});", columns.join(", "), values.unwrap()))
        .collect()
}

/// Writes the dump of a step. Run by hand once, when the step has landed, and never again for it.
#[test]
#[ignore = "writes a fixture: EVENKEEL_DUMP=10 cargo nextest run -p practice --run-ignored only write_the_dump"]
fn write_the_dump_of_a_step() {
    let step: u32 = std::env::var("EVENKEEL_DUMP").unwrap().parse().unwrap();
    let (_room, vault) = new_vault(up_to(step));
    let schema: Vec<String> =
        objects(&unfenced(&vault).unwrap()).into_values().filter(|sql| !sql.is_empty()).collect();
    let (tables, others): (Vec<_>, Vec<_>) =
        schema.into_iter().partition(|sql| sql.to_lowercase().starts_with("create table"));
    let desk = a_little_of_everything();
    desk.station.lock_hard();
    let passphrase = Passphrase::new(PASSPHRASE.into());
    let vault = Vault::sign_in(&desk.folder(), &SCHEMA, "theodora", &passphrase, desk.clock.clone()).unwrap();
    let rows: Vec<String> = TABLES.iter().flat_map(|table| rows_of(&unfenced(&vault).unwrap(), table)).collect();
    let objects = [tables, others].concat().join(";\n\n");
    let head = "-- A vault as it was when this step was the newest. Never edited.\n";
    let text = format!("{head}\n{objects};\n\n{ROWS}{}\n", rows.join("\n"));
    std::fs::write(fixture(&format!("{step:04}.sql")), text).unwrap();
}

/// Something in every table of the first step, and an earlier version of some.
fn a_little_of_everything() -> Desk {
    let stage = crate::stage::Stage::set();
    let desk = stage.desk;
    desk.op("policy.set", json!({ "key": "hours_2_1", "value": "10", "effective_on": "2026-12-01" }));
    desk.op("policy.set", json!({ "key": "hours_2_1", "value": "11", "effective_on": "2026-12-01" }));
    desk.op("screen.set", json!({ "theme": "dark", "contrast": true, "density": "compact", "single_keys": false }));
    desk.op("draft.save", json!({ "form": "staff.add", "body": { "words": "Bram Ok" }, "typed": true, "rev": 0 }));
    desk.op("pin.set", json!({ "passphrase": PASSPHRASE, "pin": "2580" }));
    desk.op("backup.automatic", json!({ "minutes": 60 }));
    desk.world.place_at(Some(desk.room.path().join("key.pdf")));
    desk.op("recovery.print", json!({ "copies": 2 }));
    desk
}
