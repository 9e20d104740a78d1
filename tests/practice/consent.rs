//! Consents: obtaining, revoking, how each stands today, and who sees which of it.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::testing_desk::Program;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn employer(client: &Value, expires_on: Option<&str>) -> Value {
    json!({ "client": client, "kind": "employer", "recipient": "St. Brigid Hospital, employee health",
            "purpose": "Return to work", "scope": "Attendance and fitness for duty", "signed_on": "2026-11-03",
            "expires_on": expires_on })
}

fn summary(program: &Program, login: &str) -> Value {
    program.as_person(login).query("consent.list", json!({ "client": program.client }))["summary"].clone()
}

#[test]
fn a_consent_holds_until_its_end_and_the_list_says_how_it_stands() {
    let program = Program::open();
    assert_eq!(summary(&program, "marisol"), "missing");
    let consent = program.as_person("marisol").op("consent.add", employer(&program.client, Some("2027-06-01")));
    assert_eq!((&consent["state"], &consent["kind_words"]), (&json!("in_order"), &json!("Employer")));
    assert_eq!(summary(&program, "marisol"), "in_order");
    let soon = json!({ "client": program.client, "kind": "family", "recipient": "Her sister Ana", "purpose": "Support",
                       "scope": "Presence in treatment", "signed_on": "2026-11-03", "expires_on": "2026-12-24" });
    // Later the same day: the newer of one day stands first.
    program.clinic.desk.clock.pass(1);
    program.clinic.desk.op("consent.add", soon);
    assert_eq!(summary(&program, "marisol"), "expiring");
    // The policy says how soon is soon.
    program
        .as_person("theodora")
        .op("policy.set", json!({ "key": "consent_warn_days", "value": "7", "effective_on": "2026-11-01" }));
    assert_eq!(summary(&program, "theodora"), "in_order");
    program.clinic.desk.clock.pass(31 * 24 * 60 * 60_000);
    assert_eq!(summary(&program, "theodora"), "expired");
    assert_eq!(
        program.clinic.desk.query("consent.list", json!({ "client": program.client }))["rows"][0]["kind"],
        "family"
    );
}

#[test]
fn every_fault_of_a_consent_stands_beside_its_field() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let blank = json!({ "client": program.client, "kind": "board", "recipient": " ", "purpose": "", "scope": "",
                        "signed_on": "2026-11-25" });
    assert_eq!(
        faults(&desk.refused("consent.add", blank)),
        ["recipient", "purpose", "scope", "expires_on", "signed_on"]
    );
    let backward = employer(&program.client, Some("2026-11-02"));
    assert_eq!(faults(&desk.refused("consent.add", backward)), ["expires_on"]);
    // Treatment, payment, operations may stand without an end, and an event is an end too.
    let tpo = json!({ "client": program.client, "kind": "tpo", "purpose": "Treatment, payment, operations",
                      "scope": "The whole record", "signed_on": "2026-11-02" });
    assert_eq!(desk.op("consent.add", tpo)["state"], "in_order");
    let mut event = employer(&program.client, None);
    event["expires_event"] = json!("When she is back at work");
    assert_eq!(desk.op("consent.add", event)["state"], "in_order");
}

#[test]
fn a_revocation_holds_at_once_and_a_consent_is_never_changed() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let consent = desk.op("consent.add", employer(&program.client, Some("2027-06-01")));
    let revoke = |more: Value| {
        let mut request = json!({ "id": consent["id"], "rev": consent["rev"], "how": "oral" });
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        request
    };
    assert_eq!(faults(&desk.refused("consent.revoke", revoke(json!({ "on": "2026-11-25" })))), ["on"]);
    assert_eq!(faults(&desk.refused("consent.revoke", revoke(json!({ "on": "2026-11-02" })))), ["on"]);
    assert_eq!(desk.refused("consent.revoke", revoke(json!({ "rev": 7 }))).code, Code::Conflict);
    let revoked = desk.op("consent.revoke", revoke(json!({})));
    assert_eq!((&revoked["state"], &revoked["revoked_on"]), (&json!("revoked"), &json!("2026-11-24")));
    assert_eq!(desk.refused("consent.revoke", revoke(json!({ "rev": 2 }))).rule, Some("consent.already_revoked"));
    assert_eq!(summary(&program, "marisol"), "missing");
}

#[test]
fn a_consent_entered_by_mistake_is_taken_back() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let consent = desk.op("consent.add", employer(&program.client, Some("2027-06-01")));
    let void = |rev: i64, reason: &str| json!({ "id": consent["id"], "rev": rev, "reason": reason });
    assert_eq!(faults(&desk.refused("consent.void", void(1, " "))), ["reason"]);
    assert_eq!(desk.op("consent.void", void(1, "The wrong client's paper"))["rev"], 2);
    assert_eq!(desk.refused("consent.void", void(2, "Again")).rule, Some("consent.voided"));
    assert_eq!(desk.query("consent.list", json!({ "client": program.client }))["rows"], json!([]));
}

#[test]
fn a_facilitator_sees_in_order_or_missing_and_no_row() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let odile = desk.hire("Odile", "Tran", "odile", &["facilitator"])["id"].clone();
    let group = desk.op(
        "group.add",
        json!({ "fields": { "name": "Process A", "type": "process", "track": "", "room": "2",
        "capacity": 12, "facilitator": odile } }),
    );
    desk.op("membership.join", json!({ "group": group["id"], "client": program.client, "joined_on": "2026-11-02" }));
    desk.op("consent.add", employer(&program.client, Some("2026-12-01")));
    let seen = |login: &str| program.as_person(login).query("consent.list", json!({ "client": program.client }));
    assert_eq!(seen("odile"), json!({ "summary": "in_order", "rows": [], "may_obtain": false }));
    program.clinic.desk.clock.pass(30 * 24 * 60 * 60_000);
    assert_eq!(seen("odile")["summary"], "missing");
    assert_eq!(seen("theodora")["summary"], "expired");
    assert_eq!(seen("theodora")["may_obtain"], true);
}

#[test]
fn who_obtains_and_who_reads() {
    let program = Program::open();
    // The front desk obtains signatures and reads no consents; a counselor of others finds nobody.
    let consent = program.as_person("jolene").op("consent.add", employer(&program.client, Some("2027-06-01")));
    let list = json!({ "client": program.client });
    assert_eq!(program.clinic.desk.refused("consent.list", list.clone()).code, Code::NotPermitted);
    assert_eq!(program.as_person("ambrose").refused("consent.list", list).code, Code::NotFound);
    let revoke = json!({ "id": consent["id"], "rev": 1, "how": "written" });
    assert_eq!(program.clinic.desk.refused("consent.revoke", revoke).code, Code::NotFound);
    assert_eq!(program.as_person("bram").refused("consent.kinds", json!({})).code, Code::NotPermitted);
    assert_eq!(program.as_person("marisol").query("consent.kinds", json!({}))[1]["needs_end"], false);
}
