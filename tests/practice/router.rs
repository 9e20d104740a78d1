//! Every call through the command door, told wrong in every way the door itself answers.
//!
//! Every call is asked with a well-shaped request: one made from its types (`shape.rs`), or one of [`lines`] where a
//! particular row or word is needed. Every revision in them is stale.

use practice::kernel::Role;
use practice::kernel::permission::permit;
use practice::kernel::refusal::{Code, Refusal};
use practice::kernel::router::{Call, Kind, Need};
use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE, found_request};
use crate::lines::{has_rev, of_slices, with_rev};
use crate::look::state;
use crate::shape::STALE;
use crate::stage::Stage;

type Request = fn(&Stage) -> Value;

const TEMPORARY: &str = "cobalt meadow trumpet ninety";

#[rustfmt::skip]
fn lines() -> Vec<(&'static str, Request)> {
    vec![
        ("workstation.sign_in", |_| json!({ "login": "nobody", "passphrase": "nothing at all here" })),
        ("workstation.lock", |_| json!({ "depth": "soft" })),
        ("workstation.unlock", |_| json!({ "pin": "2580" })),
        ("workstation.recover", |_| json!({ "groups": ["00000"], "login": "theodora", "passphrase": OTHER_PASSPHRASE })),
        ("practice.create", |_| found_request()),
        ("practice.change", |_| json!({ "name": "Harbor Street", "state": "MA", "time_zone": "America/New_York",
            "week_starts_on": "monday", "solo": false, "idle_minutes": 5, "rev": STALE })),
        ("policy.set", |_| json!({ "key": "hours_2_1", "value": "10", "effective_on": "2026-12-01" })),
        ("recovery.show", |_| json!({})),
        ("recovery.check", |_| json!({ "groups": [{ "index": 1, "text": "00000" }] })),
        ("recovery.print", |_| json!({ "copies": 1 })),
        ("recovery.renew", |_| json!({ "passphrase": "not the one of theodora" })),
        ("staff.add", |_| json!({ "given_name": "Bram", "family_name": "Okafor", "login": "bram", "roles": ["counselor"],
            "temporary_passphrase": TEMPORARY })),
        ("staff.change", |s| json!({ "id": s.person, "rev": STALE, "given_name": "Marisol", "family_name": "Quiñones",
            "roles": ["counselor"] })),
        ("staff.deactivate", |s| json!({ "id": s.person, "rev": STALE, "reason": "moved away" })),
        ("staff.reactivate", |s| json!({ "id": s.former, "rev": STALE, "temporary_passphrase": TEMPORARY })),
        ("staff.reset_passphrase", |s| json!({ "id": s.person, "temporary_passphrase": TEMPORARY })),
        ("staff.credential_add", |s| json!({ "staff": s.person, "fields": { "label": "RN", "license_state": "MA",
            "license_number": "1", "needs_cosign": false } })),
        ("staff.credential_change", |s| json!({ "id": s.credential, "rev": STALE, "fields": { "label": "RN",
            "license_state": "MA", "license_number": "1", "needs_cosign": false } })),
        ("staff.credential_void", |s| json!({ "id": s.credential, "rev": STALE, "reason": "typed twice" })),
        ("passphrase.change", |_| json!({ "current": "not the one of theodora", "new": OTHER_PASSPHRASE })),
        ("pin.set", |_| json!({ "passphrase": PASSPHRASE, "pin": "2580" })),
        ("instrument.get", |_| json!({ "code": "phq9" })),
        ("instrument.hand", |s| json!({ "client": s.sample("ClientId"), "code": "phq9" })),
        ("instrument.keep", |_| json!({ "answers": { "q1": 1 } })),
        ("instrument.hand_in", |_| json!({ "answers": { "q1": 1 } })),
        ("plan_signature.hand_in", |_| json!({ "name": "Rosalind", "drawn": "" })),
        ("library.add", |_| json!({ "fields": { "area": "Sleep", "words": "Keep a diary", "intervention": "",
            "frequency": "", "retired": false } })),
        ("draft.save", |_| json!({ "form": "policy", "body": {}, "typed": true, "rev": STALE })),
        ("import.names", |_| json!({ "kind": "client" })),
        ("curriculum.get", |_| json!({ "shipped": "coping-skills" })),
        ("backup.automatic", |_| json!({ "minutes": 60 })),
        ("import.names", |_| json!({ "kind": "client" })),
    ]
}

/// Every call with its request on this stage.
pub fn requests(stage: &Stage) -> Vec<(Call, Value)> {
    let lines = lines();
    practice::calls()
        .into_iter()
        .map(|call| {
            let line = lines.iter().find(|(name, _)| *name == call.name);
            let request = line.map_or_else(|| stage.request(call.name), |(_, request)| request(stage));
            (call, request)
        })
        .collect()
}

/// Tells a call; operations are rehearsed where they can be, so that one line does not disturb the next.
fn told(stage: &Stage, call: &Call, request: &Value) -> Result<String, Refusal> {
    let tell = |dry_run| stage.desk.station.call(call.name, &request.to_string(), dry_run);
    let mut told = tell(call.kind == Kind::Op);
    // What acts on the workstation itself cannot be rehearsed, and is told in earnest.
    if call.kind == Kind::Op && told.as_ref().is_err_and(|refusal| refusal.code == Code::Malformed) {
        told = tell(false);
    }
    // What locks, locks; the next line finds the director at work again.
    if state(&stage.desk) != "open" {
        stage.desk.switch_to("theodora", PASSPHRASE);
    }
    told
}

#[test]
fn no_call_stands_twice_and_no_line_is_left_over() {
    let calls = practice::calls();
    for call in &calls {
        assert_eq!(calls.iter().filter(|other| other.name == call.name).count(), 1, "{} stands twice", call.name);
    }
    for (name, _) in lines() {
        assert!(calls.iter().any(|call| call.name == name), "{name} is no call");
    }
}

#[test]
fn every_well_shaped_request_is_understood() {
    let stage = Stage::set();
    for (call, request) in requests(&stage) {
        let answer = told(&stage, &call, &request);
        let code = answer.as_ref().err().map(|refusal| refusal.code);
        let ours = matches!(code, Some(Code::Malformed | Code::Internal | Code::UnknownCall | Code::NotPermitted));
        assert!(!ours, "{}: {answer:?}", call.name);
    }
}

/// A request that succeeds as it stands (`fsync.rs`) is a conflict when it saw another revision, so nothing else of it
/// was wrong.
#[test]
fn every_stale_request_is_a_conflict() {
    let stage = Stage::set();
    let mut proved = Vec::new();
    for line in of_slices().into_iter().filter(|line| has_rev(&stage.request(&line.name))) {
        let stale = with_rev(&(line.request)(&stage), STALE);
        assert_eq!(stage.desk.refused(&line.name, stale).code, Code::Conflict, "{}", line.name);
        proved.push(line.name);
    }
    // What acts on the practice itself has its rows on the stage.
    for (call, stale) in requests(&stage).into_iter().filter(|(call, stale)| call.kind == Kind::Op && has_rev(stale))
    {
        if !proved.iter().any(|name| name == call.name) {
            assert_eq!(stage.desk.refused(call.name, stale).code, Code::Conflict, "{}", call.name);
        }
    }
}

#[test]
fn no_line_leaves_out_a_revision() {
    let stage = Stage::set();
    for (call, request) in requests(&stage) {
        assert_eq!(has_rev(&stage.request(call.name)), has_rev(&request), "{}", call.name);
    }
}

#[test]
fn unknown_fields_and_other_shapes_are_malformed() {
    let stage = Stage::set();
    for (call, mut request) in requests(&stage) {
        request["no_such_field"] = json!(1);
        for wrong in [request.clone(), json!(42), json!("text"), Value::Null] {
            let code = told(&stage, &call, &wrong).err().map(|refusal| refusal.code);
            assert_eq!(code, Some(Code::Malformed), "{} {wrong}", call.name);
        }
        let broken = stage.desk.station.call(call.name, "{", false).unwrap_err();
        assert_eq!(broken.code, Code::Malformed, "{}", call.name);
    }
}

#[test]
fn a_request_too_long_and_a_name_nobody_knows() {
    let desk = Desk::empty();
    let long = format!("{{\"x\":\"{}\"}}", "a".repeat(8 * 1024 * 1024));
    assert_eq!(desk.station.call("workstation.state", &long, false).unwrap_err().code, Code::Malformed);
    assert_eq!(desk.station.call("client.of_nobody", "{}", false).unwrap_err().code, Code::UnknownCall);
}

#[test]
fn a_locked_screen_answers_nothing() {
    let stage = Stage::set();
    let all = requests(&stage);
    let no_vault = Desk::empty();
    for depth in ["soft", "hard"] {
        stage.desk.op("workstation.lock", json!({ "depth": depth }));
        for (call, request) in all.iter().filter(|(call, _)| call.need != Need::Nothing) {
            assert_eq!(stage.desk.refused(call.name, request.clone()).code, Code::Locked, "{} {depth}", call.name);
            assert_eq!(
                no_vault.refused(call.name, request.clone()).code,
                Code::Locked,
                "{} before first run",
                call.name
            );
        }
    }
}

/// What may be asked without a key: it shows nothing of anybody.
#[test]
fn few_calls_need_nothing() {
    let mut open: Vec<&str> =
        practice::calls().iter().filter(|call| call.need == Need::Nothing).map(|call| call.name).collect();
    open.sort_unstable();
    assert_eq!(
        open,
        [
            "backup.restore_first",
            "instrument.hand_in",
            "instrument.handed",
            "instrument.keep",
            "job.list",
            "passphrase.strength",
            "plan_signature.hand_in",
            "plan_signature.handed",
            "practice.choices",
            "practice.create",
            "workstation.lock",
            "workstation.recover",
            "workstation.sign_in",
            "workstation.state",
            "workstation.touch",
            "workstation.unlock",
        ]
    );
}

#[test]
fn before_the_own_passphrase_only_making_it_is_possible() {
    let stage = Stage::set();
    let all = requests(&stage);
    stage.desk.op(
        "staff.add",
        json!({ "given_name": "Bram", "family_name": "Okafor", "login": "bram", "roles": Role::ALL,
                "temporary_passphrase": TEMPORARY }),
    );
    stage.desk.switch_to("bram", TEMPORARY);
    let mut lets = Vec::new();
    for (call, request) in all.iter().filter(|(call, _)| call.need != Need::Nothing) {
        let code = stage.desk.call(call.name, request.clone()).err().map(|refusal| refusal.code);
        if code != Some(Code::MustRenew) {
            lets.push(call.name);
        }
    }
    assert_eq!(lets, ["passphrase.change"]);
}

#[test]
fn a_role_without_the_cell_is_refused_and_the_audit_holds_it() {
    let stage = Stage::set();
    let all = requests(&stage);
    let mut expected = Vec::new();
    let login = |role: &Role| format!("only-{}", role.word());
    for role in Role::ALL {
        stage.desk.op(
            "staff.add",
            json!({ "given_name": "Solo", "family_name": role.label(), "login": login(role), "roles": [role.word()],
                    "temporary_passphrase": TEMPORARY }),
        );
    }
    for role in Role::ALL {
        stage.desk.switch_to(&login(role), TEMPORARY);
        stage.desk.op("passphrase.change", json!({ "current": TEMPORARY, "new": OTHER_PASSPHRASE }));
        for (call, request) in &all {
            let cells = match call.need {
                Need::Nothing | Need::SignedIn => continue,
                Need::Cell(info, verb) => &[(info, verb)][..],
                Need::AnyCell(cells) => cells,
            };
            if cells.iter().any(|(info, verb)| permit(&[*role], *info, *verb).is_some()) {
                continue;
            }
            let refusal = stage.desk.refused(call.name, request.clone());
            assert_eq!(refusal.code, Code::NotPermitted, "{role:?} {}", call.name);
            expected.push(call.name);
        }
    }
    stage.desk.switch_to("theodora", PASSPHRASE);
    let denied: Vec<String> = stage
        .desk
        .entries()
        .into_iter()
        .filter(|entry| entry.action == "denied")
        .inspect(|entry| assert_eq!(entry.role, ""))
        .map(|entry| entry.detail)
        .collect();
    assert_eq!(denied, expected);
    assert!(expected.len() > 50, "the roles differ");
}
