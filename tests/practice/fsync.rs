//! One action costs exactly one fsync, operation by operation, counted by a file system layer under the real store.
//!
//! What costs more says why: a change of who may open the vault replaces the header's copies, and a guess at a passphrase
//! is counted on the disk before it is tried. Besides this table, every operation of every other test in this folder is
//! counted as it runs (see `Desk::call`).

use practice::kernel::refusal::Code;
use practice::kernel::router::Kind;
use serde_json::{Value, json};
use vault::vfs;

use crate::desk::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::router::requests;
use crate::stage::Stage;

/// What an operation may cost, and why.
#[derive(Copy, Clone, Debug, PartialEq)]
enum Cost {
    /// One: the log, at the commit.
    One,
    /// None: nothing is changed in the store.
    Free,
    /// The passphrase is asked again: the attempt is put on the disk before it is tried and taken back after, a file
    /// and its folder each time.
    Guess,
    /// Who may open the vault changes: both copies of the header are replaced, each with its folder.
    Keys,
    /// Both.
    GuessAndKeys,
    /// It opens, closes, copies or replaces the vault itself.
    Vault,
}

type Request = fn(&Stage) -> Value;

const TEMPORARY: &str = "cobalt meadow trumpet ninety";

fn row(stage: &Stage, id: &str) -> Value {
    let staff = stage.desk.query("staff.list", json!({}));
    staff.as_array().unwrap().iter().find(|row| row["id"] == id).unwrap().clone()
}

fn practice(stage: &Stage) -> Value {
    stage.desk.query("practice.get", json!({}))
}

/// Every operation, in an order in which each succeeds.
#[rustfmt::skip]
fn lines() -> Vec<(&'static str, Cost, Request)> {
    use Cost::{Free, Guess, GuessAndKeys, Keys, One, Vault};
    vec![
        ("practice.change", One, |s| { let mut row = practice(s); row["name"] = json!("Harbor Street"); row }),
        ("policy.set", One, |_| json!({ "key": "hours_2_1", "value": "10", "effective_on": "2026-12-01" })),
        ("staff.change", One, |s| { let row = row(s, &s.person); json!({ "id": row["id"], "rev": row["rev"],
            "given_name": "Marisol", "family_name": "Vega", "roles": ["counselor", "facilitator"] }) }),
        ("staff.credential_add", One, |s| json!({ "staff": s.person, "fields": { "label": "RN", "license_state": "MA",
            "license_number": "1", "needs_cosign": false } })),
        ("staff.credential_change", One, |s| json!({ "id": s.credential, "rev": 1, "fields": { "label": "LPC",
            "license_state": "NH", "license_number": "1", "needs_cosign": false } })),
        ("staff.credential_void", One, |s| json!({ "id": s.credential, "rev": 2, "reason": "typed twice" })),
        ("screen.set", One, |_| json!({ "theme": "dark", "contrast": false, "density": "compact", "single_keys": true })),
        ("draft.save", One, |_| json!({ "form": "policy", "body": {}, "typed": true, "rev": 0 })),
        ("draft.discard", One, |_| json!({ "form": "policy" })),
        ("backup.automatic", One, |_| json!({ "minutes": 60 })),
        ("backup.place", One, |s| { s.desk.world.choose(Some(s.desk.room.path().join("stick"))); json!({}) }),
        ("recovery.print", One, |s| { s.desk.world.place_at(Some(s.desk.room.path().join("key.pdf"))); json!({ "copies": 1 }) }),
        ("pin.set", Guess, |_| json!({ "passphrase": PASSPHRASE, "pin": "2580" })),
        ("pin.clear", One, |_| json!({})),
        ("recovery.check", Free, |_| json!({ "groups": [{ "index": 1, "text": "00000" }] })),
        ("recovery.renew", GuessAndKeys, |_| json!({ "passphrase": PASSPHRASE })),
        ("recovery.show", Free, |_| json!({})),
        ("staff.add", Keys, |_| json!({ "given_name": "Bram", "family_name": "Okafor", "login": "bram",
            "roles": ["counselor"], "temporary_passphrase": TEMPORARY })),
        ("staff.reset_passphrase", Keys, |s| json!({ "id": s.person, "temporary_passphrase": TEMPORARY })),
        ("staff.deactivate", Keys, |s| { let row = row(s, &s.person); json!({ "id": row["id"], "rev": row["rev"], "reason": "moved" }) }),
        ("staff.reactivate", Keys, |s| { let row = row(s, &s.former); json!({ "id": row["id"], "rev": row["rev"],
            "temporary_passphrase": TEMPORARY }) }),
        ("passphrase.change", GuessAndKeys, |_| json!({ "current": PASSPHRASE, "new": OTHER_PASSPHRASE })),
        ("job.cancel", Free, |_| json!({ "id": "job-0" })),
        ("job.dismiss", Free, |_| json!({ "id": "job-0" })),
        ("backup.make", Vault, |_| json!({})),
        ("backup.verify", Vault, |s| json!({ "file": s.desk.query("backup.list", json!({}))["rows"][0]["file"] })),
        ("audit.verify", Vault, |_| json!({})),
        ("workstation.lock", Vault, |_| json!({ "depth": "soft" })),
        ("workstation.unlock", Guess, |_| json!({ "passphrase": OTHER_PASSPHRASE })),
    ]
}

/// They open, replace or found a vault: what they cost is the vault's own matter (`tests/vault`). An import works on a
/// thread of its own.
const NOT_ONE_ACTION: [&str; 9] = [
    "workstation.sign_in",
    "workstation.recover",
    "practice.create",
    "backup.restore",
    "backup.restore_elsewhere",
    "backup.restore_first",
    "import.choose",
    "import.preview",
    "import.run",
];

#[test]
fn every_operation_costs_what_it_says() {
    let stage = Stage::set();
    let mut told = Vec::new();
    for (name, cost, request) in lines() {
        let request = request(&stage);
        let (syncs, _) = vfs::fsyncs_of(|| stage.desk.op(name, request));
        told.push(format!("R-fsync {name} {syncs}"));
        match cost {
            Cost::One => assert_eq!(syncs, 1, "{name}"),
            Cost::Free => assert_eq!(syncs, 0, "{name}"),
            Cost::Guess | Cost::Keys => assert_eq!(syncs, 2 * 2 + 1, "{name}"),
            Cost::GuessAndKeys => assert_eq!(syncs, 2 * (2 * 2) + 1, "{name}"),
            Cost::Vault => stage.desk.settle(),
        }
    }
    println!("{}", told.join("\n"));
}

/// The request with every revision set to one that may be present.
fn with_rev(value: &Value, rev: i64) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), if name == "rev" { json!(rev) } else { with_rev(value, rev) }))
            .collect(),
        Value::Array(items) => items.iter().map(|item| with_rev(item, rev)).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_operation_of_the_slices_costs_exactly_one() {
    let stage = Stage::set();
    let (mut told, mut counted) = (Vec::new(), 0);
    let mut asked = requests(&stage);
    // What ends a thing comes after what needs it, and the client last of all.
    asked.sort_by_key(|(call, _)| match call.name {
        "client.void" => 3,
        name if name.ends_with(".void") => 2,
        name if name.ends_with(".end") || name.ends_with(".discharge") => 1,
        _ => 0,
    });
    for (call, request) in asked.into_iter().filter(|(call, _)| call.kind == Kind::Op) {
        if lines().iter().any(|(name, ..)| *name == call.name) || NOT_ONE_ACTION.contains(&call.name) {
            continue;
        }
        let (mut syncs, mut answer) = (0, Err(Code::Conflict));
        for rev in 1..=6 {
            if answer == Err(Code::Conflict) {
                let request = with_rev(&request, rev);
                (syncs, answer) = vfs::fsyncs_of(|| match stage.desk.call(call.name, request) {
                    Ok(answer) => Ok(answer["changed"] != json!([])),
                    Err(refusal) => Err(refusal.code),
                });
            }
        }
        // What cannot succeed as the stage stands is counted wherever a test of its slice makes it succeed.
        if let Ok(changed) = answer {
            // What had nothing to do may cost nothing.
            assert!(syncs == 1 || (syncs == 0 && !changed), "{} cost {syncs}", call.name);
            told.push(format!("R-fsync {} {syncs}", call.name));
            counted += 1;
        }
    }
    println!("{}", told.join("\n"));
    assert!(counted > 30, "the operations of the slices are reached");
}

#[test]
fn looking_rehearsing_and_being_refused_beside_a_field_cost_nothing() {
    let stage = Stage::set();
    let desk = &stage.desk;
    let queries: Vec<_> = requests(&stage).into_iter().filter(|(call, _)| call.kind == Kind::Query).collect();
    let (syncs, ()) = vfs::fsyncs_of(|| {
        for (call, request) in queries {
            desk.station.call(call.name, &request.to_string(), false).unwrap_or_else(|refusal| {
                assert_eq!(refusal.code, Code::NotFound, "{}", call.name);
                String::new()
            });
        }
        let change = json!({ "key": "hours_2_1", "value": "10", "effective_on": "2026-12-01" });
        desk.station.call("policy.set", &change.to_string(), true).unwrap();
        desk.refused("policy.set", json!({ "key": "hours_2_1", "value": "x", "effective_on": "2026-12-01" }));
    });
    assert_eq!(syncs, 0);
}
