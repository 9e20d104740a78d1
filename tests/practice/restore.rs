//! Restores: to another folder, in place with what would be lost spelled out, and as the first thing on a new workstation.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};
use crate::look::state;

fn backed_up() -> (Desk, Value) {
    let desk = Desk::founded();
    desk.op("backup.make", json!({}));
    assert_eq!(desk.last_job()["state"], "done");
    let file = desk.query("backup.list", json!({}))["rows"][0]["file"].clone();
    desk.clock.pass(60_000);
    (desk, file)
}

fn name(desk: &Desk) -> Value {
    desk.query("practice.get", json!({}))["name"].clone()
}

fn rename(desk: &Desk, name: &str) {
    let mut practice = desk.query("practice.get", json!({}));
    practice["name"] = json!(name);
    desk.op("practice.change", practice);
}

#[test]
fn in_place_says_first_what_would_be_lost_and_sets_it_aside_whole() {
    let (desk, file) = backed_up();
    rename(&desk, "Harbor Street and Quay");
    desk.hire("Marisol", "Quiñones", "marisol", &["counselor"]);
    let loss = desk.query("backup.loss", json!({ "file": file }));
    let lost: Vec<(String, i64)> = loss["by_action"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["label"].as_str().unwrap().to_owned(), line["count"].as_i64().unwrap()))
        .collect();
    assert!(lost.contains(&("Changed the practice".into(), 1)), "{lost:?}");
    assert!(lost.iter().any(|(label, _)| label == "Added a person"), "{lost:?}");
    assert_eq!(loss["entries_lost"], lost.iter().map(|(_, count)| count).sum::<i64>());
    assert_eq!(loss["last_lost"], desk.station.now().0);

    let wrong = desk.refused("backup.restore", json!({ "file": file, "passphrase": OTHER_PASSPHRASE }));
    assert_eq!((wrong.code, wrong.fields[0].field.as_str()), (Code::WrongPassphrase, "passphrase"));
    desk.op("backup.restore", json!({ "file": file, "passphrase": PASSPHRASE }));
    assert_eq!(desk.last_job()["state"], "done");
    assert_eq!(state(&desk), "closed");
    desk.theodora();
    assert_eq!(name(&desk), "Harbor Street IOP");
    assert_eq!(desk.query("staff.names", json!({})).as_array().unwrap().len(), 1);
    let aside = std::fs::read_dir(desk.folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_str().unwrap().starts_with(".before-restore"))
        .unwrap();
    assert!(aside.join("practice.db").exists());
    let restored = desk.entries().into_iter().find(|entry| entry.action == "vault.epoch").unwrap();
    assert!(restored.detail.contains(&format!("entries lost={}", loss["entries_lost"])), "{restored:?}");
}

#[test]
fn a_damaged_backup_is_refused_and_the_records_stay_as_they_were() {
    let (desk, file) = backed_up();
    rename(&desk, "Harbor Street and Quay");
    let path = desk.room.path().join("vault-backups").join(file.as_str().unwrap());
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x40;
    std::fs::write(&path, bytes).unwrap();
    desk.op("backup.restore", json!({ "file": file, "passphrase": PASSPHRASE }));
    assert_eq!(desk.last_job()["state"], "failed");
    desk.theodora();
    assert_eq!(name(&desk), "Harbor Street and Quay");
}

#[test]
fn to_another_folder_the_present_records_stay_open() {
    let (desk, file) = backed_up();
    rename(&desk, "Harbor Street and Quay");
    let request = json!({ "file": file, "passphrase": PASSPHRASE });
    assert_eq!(desk.refused("backup.restore_elsewhere", request.clone()).code, Code::Cancelled);
    let to = desk.room.path().join("drill");
    desk.world.choose(Some(to.clone()));
    desk.op("backup.restore_elsewhere", request.clone());
    assert_eq!(desk.last_job()["state"], "done");
    assert_eq!(name(&desk), "Harbor Street and Quay");
    desk.op("backup.restore_elsewhere", request);
    assert_eq!(desk.last_job()["state"], "failed", "the folder is not empty any more");

    let other = Desk::over(&to, &desk);
    other.theodora();
    assert_eq!(name(&other), "Harbor Street IOP");
    let entries = desk.entries();
    let told = entries.iter().find(|entry| entry.action == "backup.restore_elsewhere").unwrap();
    assert_eq!(told.role, "director");
}

#[test]
fn a_new_workstation_begins_with_a_backup_by_passphrase_or_by_the_recovery_key() {
    let old = Desk::empty();
    let shown = old.op("practice.create", crate::desk::found_request());
    let groups: Vec<&str> =
        shown["recovery_groups"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    old.op("backup.make", json!({}));
    old.last_job();
    let file = old.query("backup.list", json!({}))["rows"][0]["file"].as_str().unwrap().to_owned();
    let path = old.room.path().join("vault-backups").join(file);
    for (with, works) in [
        (json!({ "login": "theodora", "passphrase": PASSPHRASE }), true),
        (json!({ "recovery": groups.join("-") }), true),
        (json!({ "login": "theodora", "passphrase": OTHER_PASSPHRASE }), false),
        (json!({}), false),
    ] {
        let desk = Desk::empty();
        assert_eq!(desk.refused("backup.restore_first", with.clone()).code, Code::Cancelled);
        desk.world.choose(Some(path.clone()));
        desk.op("backup.restore_first", with.clone());
        assert_eq!(desk.last_job()["state"], if works { "done" } else { "failed" }, "{with}");
        assert_eq!(state(&desk), if works { "closed" } else { "first_run" });
        if works {
            desk.theodora();
            assert_eq!(name(&desk), "Harbor Street IOP");
        }
    }
    let mistyped = json!({ "recovery": "00000 not a key" });
    assert_eq!(Desk::empty().refused("backup.restore_first", mistyped).code, Code::Invalid);
}

#[test]
fn records_that_open_are_not_replaced_from_outside() {
    let (desk, _) = backed_up();
    desk.op("workstation.lock", json!({ "depth": "hard" }));
    let refusal = desk.refused("backup.restore_first", json!({ "login": "theodora", "passphrase": PASSPHRASE }));
    assert_eq!(refusal.code, Code::StoppedByRule);
}

#[test]
fn damaged_records_are_told_and_replaced_by_a_backup_with_the_old_ones_set_aside() {
    let (desk, file) = backed_up();
    let path = desk.room.path().join("vault-backups").join(file.as_str().unwrap());
    desk.op("workstation.lock", json!({ "depth": "hard" }));
    for copy in ["header.a", "header.b"] {
        std::fs::write(desk.folder().join(copy), "not a header").unwrap();
    }
    let shown = desk.query("workstation.state", json!({}));
    assert_eq!((&shown["state"], &shown["trouble"]["code"]), (&json!("trouble"), &json!("header_damaged")));
    desk.world.choose(Some(path));
    desk.op("backup.restore_first", json!({ "login": "theodora", "passphrase": PASSPHRASE }));
    assert_eq!(desk.last_job()["state"], "done");
    desk.theodora();
    let aside: Vec<_> = std::fs::read_dir(desk.room.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("vault.before-restore"))
        .collect();
    assert_eq!(std::fs::read(aside[0].join("header.a")).unwrap(), b"not a header");
}

#[test]
fn one_restore_at_a_time() {
    let (desk, file) = backed_up();
    let path = desk.room.path().join("vault-backups").join(file.as_str().unwrap());
    let fresh = Desk::empty();
    fresh.world.choose(Some(path));
    let request = json!({ "login": "theodora", "passphrase": PASSPHRASE });
    let first = fresh.call("backup.restore_first", request.clone());
    let second = fresh.call("backup.restore_first", request);
    assert!(first.is_ok());
    assert_eq!(second.unwrap_err().code, Code::StoppedByRule);
    assert_eq!(fresh.last_job()["state"], "done");
}
