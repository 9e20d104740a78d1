//! Exit: a departure is recorded before the first byte is on the disk; what did not leave is not said to have left.

use std::path::Path;
use std::sync::Arc;

use practice::kernel::outside::{FileKind, Outside, OutsideFault, Printed, Purpose};
use practice::kernel::refusal::Code;
use practice::workstation::Workstation;
use serde_json::{Value, json};

use crate::desk::{Desk, found_request};

fn departures(desk: &Desk) -> Vec<Value> {
    desk.inspect(|sql| {
        let mut statement = sql
            .prepare("select json_object('kind', kind, 'document', document, 'copies', copies, 'bytes', bytes, 'voided', voided_at is not null, 'rev', rev) from exit order by at, id")
            .unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(|row| serde_json::from_str(&row.unwrap()).unwrap()).collect()
    })
}

#[test]
fn a_print_is_recorded_with_what_left() {
    let desk = Desk::founded();
    let place = desk.room.path().join("key.pdf");
    desk.world.place_at(Some(place.clone()));
    desk.op("recovery.print", json!({ "copies": 2 }));
    let bytes = std::fs::read(&place).unwrap().len();
    let (template, content) = desk.world.printed.lock().unwrap()[0].clone();
    assert_eq!((template.as_str(), content["key"].as_array().unwrap().len()), ("recovery-sheet", 13));
    assert_eq!(
        departures(&desk),
        [
            json!({ "kind": "internal_copy", "document": "recovery-sheet", "copies": 2, "bytes": bytes, "voided": 0, "rev": 1 })
        ]
    );
    let digest =
        desk.inspect(|sql| sql.query_row("select digest from exit", [], |row| row.get::<_, Vec<u8>>(0)).unwrap());
    assert_eq!(digest, sha256(&std::fs::read(&place).unwrap()));
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).to_vec()
}

#[test]
fn a_closed_dialog_leaves_no_row() {
    let desk = Desk::founded();
    assert_eq!(desk.refused("recovery.print", json!({ "copies": 1 })).code, Code::Cancelled);
    assert_eq!(departures(&desk), [] as [Value; 0]);
}

#[test]
fn a_file_that_cannot_be_written_leaves_a_row_that_says_it_did_not_leave() {
    let desk = Desk::founded();
    desk.world.place_at(Some(desk.room.path().join("no such folder").join("key.pdf")));
    assert_eq!(desk.refused("recovery.print", json!({ "copies": 1 })).code, Code::Trouble);
    let rows = departures(&desk);
    assert_eq!((rows.len(), &rows[0]["voided"], &rows[0]["rev"]), (1, &json!(1), &json!(2)));
    assert_eq!(desk.versions("exit")[0]["voided_at"], Value::Null);
    let told: Vec<String> = desk
        .entries()
        .into_iter()
        .filter(|entry| entry.action.starts_with("exit."))
        .map(|entry| entry.action)
        .collect();
    assert_eq!(told, ["exit.leave", "exit.stayed"]);
}

#[test]
fn copies_are_few() {
    let desk = Desk::founded();
    for copies in [0, 5, 99] {
        assert_eq!(desk.refused("recovery.print", json!({ "copies": copies })).fields[0].field, "copies");
    }
    assert!(desk.world.printed.lock().unwrap().is_empty());
}

/// A world that looks, at the moment of writing, whether the row is on the disk already.
struct Witness {
    folder: std::path::PathBuf,
    seen: std::sync::Mutex<Option<u64>>,
}

impl Outside for Witness {
    fn pdf(&self, _: &str, content: &Value, _: &dyn vault::Progress) -> Result<Printed, OutsideFault> {
        Ok(Printed::new(content.to_string().into_bytes()))
    }

    fn place(&self, _: &str, _: FileKind) -> Result<std::path::PathBuf, OutsideFault> {
        Ok(self.folder.with_file_name("key.pdf"))
    }

    fn write(&self, _: &Path, _: &[u8]) -> Result<(), OutsideFault> {
        *self.seen.lock().unwrap() = Some(vault::vfs::fsyncs());
        Ok(())
    }

    fn choose(&self, _: Purpose) -> Result<std::path::PathBuf, OutsideFault> {
        Err(OutsideFault::Cancelled)
    }
}

#[test]
fn the_row_is_on_the_disk_before_the_first_byte_leaves() {
    vault::vfs::install();
    let desk = Desk::empty();
    let folder = desk.folder();
    let world = Arc::new(Witness { folder: folder.clone(), seen: std::sync::Mutex::new(None) });
    let station = Workstation::new(&folder, desk.clock.clone(), world.clone(), Some(vault::KdfCost::for_tests()));
    station.call("practice.create", &found_request().to_string(), false).unwrap();
    let before = vault::vfs::fsyncs();
    station.call("recovery.print", r#"{"copies":1}"#, false).unwrap();
    assert_eq!(*world.seen.lock().unwrap(), Some(before + 1), "one fsync, that of the row, before the write");
    assert_eq!(vault::vfs::fsyncs(), before + 1, "and none after it");
}
