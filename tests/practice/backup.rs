//! Backups: by hand and by the clock, verified, listed, called off, on a disk that is full.

use std::os::unix::fs::MetadataExt as _;
use std::path::PathBuf;
use std::process::Command;

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::{Desk, PASSPHRASE};

const MINUTE: i64 = 60_000;

/// A desk with a folder chosen for its backups.
fn with_place() -> (Desk, PathBuf) {
    let desk = Desk::founded();
    let stick = desk.room.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    desk.world.choose(Some(stick.clone()));
    desk.op("backup.place", json!({}));
    (desk, stick)
}

fn make(desk: &Desk) -> Value {
    desk.op("backup.make", json!({}));
    desk.last_job()
}

fn rows(desk: &Desk) -> Vec<Value> {
    desk.query("backup.list", json!({}))["rows"].as_array().unwrap().clone()
}

/// A change of no consequence, so that there is something to back up.
fn work(desk: &Desk) {
    desk.op("policy.set", json!({ "key": "hours_2_1", "value": "10", "effective_on": "2026-12-01" }));
}

/// Lets the clock look once whether a backup is due; the last word of the job if one was started.
fn tick(desk: &Desk) -> usize {
    desk.station.tick();
    let _ = desk.query("job.list", json!({})).as_array().unwrap().first().map(|_| desk.last_job());
    rows(desk).len()
}

#[test]
fn a_backup_lies_where_it_was_told_to_and_is_verified() {
    let (desk, stick) = with_place();
    let job = make(&desk);
    assert_eq!((&job["state"], &job["title"]), (&json!("done"), &json!("Making a backup")));
    let list = desk.query("backup.list", json!({}));
    assert_eq!((&list["place"], &list["chosen"]), (&json!("stick"), &json!(true)));
    let row = &list["rows"][0];
    assert_eq!(row["at"], desk.station.now().0);
    let file = stick.join(row["file"].as_str().unwrap());
    assert_eq!(std::fs::metadata(&file).unwrap().len(), row["bytes"].as_u64().unwrap());
    let line = desk.query("workstation.state", json!({}))["backup"].clone();
    assert_eq!((&line["verified"], &line["stale"], &line["place"]), (&json!(true), &json!(false), &json!("stick")));
    desk.clock.pass(24 * 60 * MINUTE + 1);
    assert_eq!(desk.query("workstation.state", json!({}))["backup"]["stale"], true);

    desk.op("backup.verify", json!({ "file": row["file"] }));
    assert_eq!(desk.last_job()["state"], "done");
    // A single flipped bit is found, and said.
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    desk.op("backup.verify", json!({ "file": row["file"] }));
    assert_eq!(desk.last_job()["state"], "failed");
    assert_eq!(desk.refused("backup.verify", json!({ "file": "../vault/practice.db" })).code, Code::NotFound);
}

#[test]
fn the_place_is_never_the_records_own_folder_and_a_closed_dialog_changes_nothing() {
    let desk = Desk::founded();
    desk.world.choose(Some(desk.folder().join("backups")));
    assert_eq!(desk.refused("backup.place", json!({})).code, Code::StoppedByRule);
    desk.world.choose(None);
    assert_eq!(desk.refused("backup.place", json!({})).code, Code::Cancelled);
    let list = desk.query("backup.list", json!({}));
    assert_eq!((&list["place"], &list["chosen"]), (&json!("vault-backups"), &json!(false)));
    assert_eq!(desk.versions("backup_setting"), [] as [Value; 0]);
}

#[test]
fn settings_keep_what_they_were() {
    let (desk, _) = with_place();
    for minutes in [1, 4, 1441, -1] {
        assert_eq!(desk.refused("backup.automatic", json!({ "minutes": minutes })).fields[0].field, "minutes");
    }
    for minutes in [5, 1440, 0] {
        desk.op("backup.automatic", json!({ "minutes": minutes }));
        assert_eq!(desk.query("backup.list", json!({}))["automatic_minutes"], minutes);
    }
    let kept: Vec<Value> = desk.versions("backup_setting").iter().map(|row| row["every_minutes"].clone()).collect();
    assert_eq!(kept, [30, 5, 1440]);
}

#[test]
fn the_clock_makes_one_when_something_changed_and_only_then() {
    let (desk, _) = with_place();
    make(&desk);
    let touch = |minutes: i64| {
        for _ in 0..minutes {
            desk.clock.pass(MINUTE);
            desk.query("workstation.touch", json!({}));
            desk.station.tick();
        }
    };
    touch(40);
    assert_eq!(tick(&desk), 1, "nothing changed");
    work(&desk);
    assert_eq!(tick(&desk), 1, "looked at less than 20 seconds ago");
    touch(1);
    assert_eq!(tick(&desk), 2, "due, since the last one is 40 minutes old");
    work(&desk);
    touch(29);
    assert_eq!(tick(&desk), 2, "changed, and not yet 30 minutes");
    touch(1);
    assert_eq!(tick(&desk), 3);
    desk.op("backup.automatic", json!({ "minutes": 0 }));
    touch(120);
    assert_eq!(tick(&desk), 3, "switched off");
    assert!(desk.query("job.list", json!({}))[0]["title"].as_str().unwrap().contains("automatic"));
}

#[test]
fn a_backup_goes_on_behind_a_soft_lock_and_is_called_off_by_a_hard_one() {
    let (desk, stick) = with_place();
    desk.op("backup.make", json!({}));
    desk.op("workstation.lock", json!({ "depth": "soft" }));
    assert_eq!(desk.last_job()["state"], "done");
    desk.op("workstation.unlock", json!({ "passphrase": PASSPHRASE }));
    let made = desk.op("backup.make", json!({}));
    desk.op("job.cancel", json!({ "id": made["job"] }));
    let job = desk.last_job();
    assert!(job["state"] == "cancelled" || job["state"] == "done", "{job}");
    desk.op("backup.make", json!({}));
    desk.op("workstation.lock", json!({ "depth": "hard" }));
    let left: Vec<String> =
        std::fs::read_dir(&stick).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert!(left.iter().all(|name| name.ends_with(".evenkeel-backup")), "nothing half done keeps a name: {left:?}");
}

#[test]
fn long_work_that_was_called_off_leaves_the_backup_before_as_it_was() {
    let (desk, _) = with_place();
    make(&desk);
    let before = rows(&desk);
    // So much that the copy takes longer than calling it off.
    for n in 0..40 {
        let body = format!("{n} ").repeat(400_000);
        desk.op("draft.save", json!({ "form": format!("form-{n}"), "body": body, "typed": true, "rev": 0 }));
    }
    let made = desk.op("backup.make", json!({}));
    desk.op("job.cancel", json!({ "id": made["job"] }));
    let job = desk.last_job();
    assert_eq!((&job["state"], &job["id"]), (&json!("cancelled"), &made["job"]));
    assert_eq!(rows(&desk), before);
    desk.op("backup.verify", json!({ "file": before[0]["file"] }));
    assert_eq!(desk.last_job()["state"], "done");
    desk.op("job.dismiss", json!({ "id": made["job"] }));
    assert!(desk.query("job.list", json!({})).as_array().unwrap().iter().all(|job| job["id"] != made["job"]));
}

fn mounted(place: &std::path::Path, options: &str) -> bool {
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(place).output();
    mount.is_ok_and(|output| output.status.success())
}

#[test]
fn a_full_disk_leaves_the_backups_that_are_there_and_says_so() {
    let (desk, stick) = with_place();
    // One copy of a new vault has room on it, two have not.
    if !mounted(&stick, "size=3500k") {
        // Without the right to mount there is no disk to fill; the vault's own tests fill theirs by a fault.
        assert_ne!(std::fs::metadata("/proc/self").unwrap().uid(), 0, "root can mount a small disk");
        println!("not run: only root can mount a small disk");
        return;
    }
    let first = make(&desk);
    assert_eq!(first["state"], "done", "{first}");
    let before = rows(&desk);
    let mut last = Value::Null;
    for n in 0..6 {
        desk.clock.pass(MINUTE);
        let body = format!("{n} ").repeat(40_000);
        desk.op("draft.save", json!({ "form": format!("form-{n}"), "body": body, "typed": true, "rev": 0 }));
        last = make(&desk);
        if last["state"] == "failed" {
            break;
        }
    }
    assert_eq!(last["state"], "failed", "{last}");
    assert!(last["message"].as_str().unwrap().contains("disk is full"), "{last}");
    assert!(rows(&desk).contains(&before[0]));
    desk.op("backup.verify", json!({ "file": before[0]["file"] }));
    assert_eq!(desk.last_job()["state"], "done");
    drop(desk.station.call("workstation.lock", r#"{"depth":"hard"}"#, false));
    assert!(Command::new("umount").arg(&stick).status().unwrap().success());
}

#[test]
fn a_drive_that_is_not_there_is_said_and_the_work_goes_on() {
    let (desk, stick) = with_place();
    make(&desk);
    std::fs::rename(&stick, desk.room.path().join("pulled")).unwrap();
    // Something else lies in the place of the drive.
    std::fs::write(&stick, "a file").unwrap();
    assert_eq!(make(&desk)["state"], "failed");
    assert_eq!(rows(&desk).len(), 0);
    work(&desk);
    std::fs::remove_file(&stick).unwrap();
    std::fs::rename(desk.room.path().join("pulled"), &stick).unwrap();
    assert_eq!(rows(&desk).len(), 1);
    assert_eq!(make(&desk)["state"], "done");
}

#[test]
fn the_records_themselves_are_verified_on_request() {
    let desk = Desk::founded();
    desk.op("audit.verify", json!({}));
    let job = desk.last_job();
    assert_eq!(job["state"], "done", "{job}");
    assert!(job["message"].as_str().unwrap().contains("audit entries"));
    assert!(desk.entries().iter().any(|entry| entry.action == "audit.verify" && entry.role == "privacy_officer"));
}
