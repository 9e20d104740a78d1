//! First run: a practice, its director, the recovery key, the first backup.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::{Desk, PASSPHRASE, found_request};

fn state(desk: &Desk) -> Value {
    desk.query("workstation.state", json!({}))
}

#[test]
fn a_practice_is_founded_confirmed_and_backed_up() {
    let desk = Desk::empty();
    assert_eq!(state(&desk)["state"], "first_run");
    let shown = desk.op("practice.create", found_request());
    assert_eq!(shown["recovery_groups"].as_array().unwrap().len(), 13);
    let now = state(&desk);
    assert_eq!(now["state"], "open");
    assert_eq!(now["setup"], "recovery_key");
    assert_eq!(now["person"]["name"], "Theodora Brandvold, LCSW");
    assert_eq!(now["practice"]["today"], "2026-11-24");

    let typed: Vec<Value> = shown["ask"]
        .as_array()
        .unwrap()
        .iter()
        .map(|index| json!({ "index": index, "text": shown["recovery_groups"][usize::try_from(index.as_u64().unwrap()).unwrap() - 1] }))
        .collect();
    let mut wrong = typed.clone();
    wrong[1]["text"] = json!("00000");
    assert_eq!(desk.op("recovery.check", json!({ "groups": wrong }))["confirmed"], false);
    assert_eq!(desk.op("recovery.check", json!({ "groups": typed }))["confirmed"], true);
    assert_eq!(state(&desk)["setup"], "first_backup");

    desk.op("backup.make", json!({}));
    let job = desk.last_job();
    assert_eq!(job["state"], "done", "{job}");
    assert_eq!(state(&desk)["setup"], "done");
    assert_eq!(desk.query("backup.list", json!({}))["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn a_stopped_first_run_goes_on_where_it_was() {
    let desk = Desk::founded().restarted();
    assert_eq!(state(&desk)["state"], "closed");
    desk.op("workstation.sign_in", json!({ "login": "theodora", "passphrase": PASSPHRASE }));
    assert_eq!(state(&desk)["setup"], "recovery_key");
    // The first key was never confirmed and is known to nobody now: another takes its place.
    let again = desk.op("recovery.show", json!({}));
    assert_eq!(again["recovery_groups"].as_array().unwrap().len(), 13);
}

#[test]
fn every_fault_stands_beside_its_field() {
    let desk = Desk::empty();
    let refusal = desk.refused(
        "practice.create",
        json!({
            "practice": { "name": " ", "state": "ZZ", "time_zone": "Mars/Olympus", "week_starts_on": "sunday", "solo": false },
            "director": { "given_name": "", "family_name": "", "credential": "", "login": "x", "passphrase": "short" }
        }),
    );
    assert_eq!(refusal.code, Code::Invalid);
    let fields: Vec<&str> = refusal.fields.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "practice.name",
            "practice.state",
            "practice.time_zone",
            "director.given_name",
            "director.family_name",
            "director.login",
            "director.passphrase"
        ]
    );
    assert_eq!(state(&desk)["state"], "first_run");
}

#[test]
fn what_cannot_be_undone_cannot_be_rehearsed() {
    let desk = Desk::empty();
    let refusal = desk.station.call("practice.create", &found_request().to_string(), true).unwrap_err();
    assert_eq!(refusal.code, Code::Malformed);
    assert_eq!(state(&desk)["state"], "first_run");
}
