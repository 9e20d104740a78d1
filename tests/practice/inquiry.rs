//! Inquiries: from the first call to an admission, a waitlist or another program, one legal step after another.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::client_desk::{Clinic, fields};

pub fn call() -> Value {
    json!({ "caller": "", "caller_is": "self", "call_back": "617 555 0134", "message_is_safe": false,
            "urgency": "soon", "coverage": "Bay State Mutual", "about": "Wants to keep her shifts" })
}

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

pub fn asked(clinic: &Clinic, given: &str) -> Value {
    clinic.desk.op("inquiry.add", json!({ "who": { "new": fields(given, "Nakagawa") }, "fields": call() }))
}

fn row(clinic: &Clinic, id: &Value) -> Value {
    for over in [false, true] {
        let list = clinic.desk.query("inquiry.list", json!({ "over": over }));
        if let Some(row) = list["rows"].as_array().unwrap().iter().find(|row| row["id"] == *id) {
            return row.clone();
        }
    }
    panic!("the inquiry is in no list")
}

fn step(clinic: &Clinic, id: &Value, more: Value) -> Result<Value, Refusal> {
    let mut request = more;
    request["id"] = id.clone();
    request["rev"] = row(clinic, id)["rev"].clone();
    clinic.desk.call("inquiry.step", request).map(|answer| answer["answer"].clone())
}

fn refused(clinic: &Clinic, id: &Value, more: Value) -> Refusal {
    step(clinic, id, more).unwrap_err()
}

#[test]
fn a_call_becomes_a_record_and_ends_in_an_admission() {
    let clinic = Clinic::open();
    clinic.as_person("jolene");
    let added = asked(&clinic, "Rosalind");
    let id = &added["id"];
    let first = row(&clinic, id);
    assert_eq!((&first["state"], &first["days"], &first["urgency"]), (&json!("asked"), &json!(0), &json!("soon")));
    let labels: Vec<&str> = first["next"].as_array().unwrap().iter().map(|n| n["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["Screened", "Book an assessment", "Refer out", "Decline"]);

    step(&clinic, id, json!({ "to": "screened" })).unwrap();
    step(&clinic, id, json!({ "to": "assessment_booked", "day": "2026-11-27" })).unwrap();
    assert_eq!(row(&clinic, id)["follow_up_on"], "2026-11-27");
    step(&clinic, id, json!({ "to": "assessed" })).unwrap();
    assert_eq!(row(&clinic, id).get("follow_up_on"), None);
    let admission = json!({ "admitted_on": "2026-11-24", "level": "2.1", "track": "Evening" });
    let done = step(&clinic, id, json!({ "to": "admitted", "admission": admission })).unwrap();
    assert_eq!(done["state"], "admitted");

    clinic.as_person("theodora");
    let chart = clinic.desk.op("client.open", json!({ "id": added["client"] }));
    assert_eq!(chart["episodes"].as_array().unwrap().len(), 1);
    assert_eq!(chart["contacts"][0]["value"], "617 555 0134", "the own number is a way to reach the client");
    assert_eq!(chart["identity"]["fields"]["referral_source"], "self");
    let reached = clinic.desk.query("inquiry.list", json!({ "over": false }))["reached"].clone();
    let count =
        |state: &str| reached.as_array().unwrap().iter().find(|r| r["state"] == state).unwrap()["count"].clone();
    assert_eq!(
        (count("asked"), count("assessed"), count("admitted"), count("declined")),
        (1.into(), 1.into(), 1.into(), 0.into())
    );
    let steps = clinic.desk.query("inquiry.steps", json!({ "id": id }));
    assert_eq!(
        (steps.as_array().unwrap().len(), &steps[0]["label"], &steps[0]["by"]),
        (4, &json!("Admitted"), &json!("Jolene Abernathy"))
    );
}

#[test]
fn a_step_asks_for_what_it_needs_and_follows_only_where_it_may() {
    let clinic = Clinic::open();
    let id = asked(&clinic, "Rosalind")["id"].clone();
    assert_eq!(refused(&clinic, &id, json!({ "to": "admitted" })).rule, Some("inquiry.not_next"));
    assert_eq!(faults(&refused(&clinic, &id, json!({ "to": "declined", "reason": " " }))), ["reason"]);
    assert_eq!(faults(&refused(&clinic, &id, json!({ "to": "assessment_booked" }))), ["day"]);
    assert_eq!(faults(&refused(&clinic, &id, json!({ "to": "assessment_booked", "day": "2026-11-23" }))), ["day"]);
    step(&clinic, &id, json!({ "to": "assessment_booked", "day": "2026-11-24" })).unwrap();
    step(&clinic, &id, json!({ "to": "assessed" })).unwrap();
    assert_eq!(faults(&refused(&clinic, &id, json!({ "to": "admitted" }))), ["admitted_on"]);
    let later = json!({ "admitted_on": "2026-11-25", "level": "2.1", "track": "" });
    assert_eq!(faults(&refused(&clinic, &id, json!({ "to": "admitted", "admission": later }))), ["admitted_on"]);
    assert_eq!(row(&clinic, &id)["state"], "assessed", "a refused admission leaves the inquiry where it was");
    let stale = json!({ "id": id, "rev": 1, "to": "accepted" });
    assert_eq!(clinic.desk.refused("inquiry.step", stale).code, Code::Conflict);
}

#[test]
fn a_step_is_taken_back_and_stays_readable() {
    let clinic = Clinic::open();
    let id = asked(&clinic, "Rosalind")["id"].clone();
    let key = |clinic: &Clinic| json!({ "id": id, "rev": row(clinic, &id)["rev"] });
    assert_eq!(clinic.desk.refused("inquiry.take_back", key(&clinic)).rule, Some("inquiry.no_step"));
    step(&clinic, &id, json!({ "to": "screened" })).unwrap();
    step(&clinic, &id, json!({ "to": "waitlisted", "reason": "Nights until January" })).unwrap();
    assert_eq!(row(&clinic, &id)["reason"], "Nights until January");
    clinic.desk.op("inquiry.take_back", key(&clinic));
    assert_eq!((&row(&clinic, &id)["state"], &row(&clinic, &id)["reason"]), (&json!("screened"), &json!("")));
    let steps = clinic.desk.query("inquiry.steps", json!({ "id": id }));
    assert_eq!((&steps[0]["taken_back"], &steps[1]["taken_back"]), (&json!(true), &json!(false)));

    step(&clinic, &id, json!({ "to": "declined", "reason": "Chose another program" })).unwrap();
    let change = json!({ "id": id, "rev": row(&clinic, &id)["rev"], "fields": call() });
    assert_eq!(clinic.desk.refused("inquiry.change", change).rule, Some("inquiry.over"));
    step(&clinic, &id, json!({ "to": "asked" })).unwrap();
    clinic.desk.op("inquiry.void", key(&clinic));
    assert_eq!(clinic.desk.query("inquiry.list", json!({ "over": false }))["rows"], json!([]));
}

#[test]
fn one_open_inquiry_for_a_client_and_none_for_who_is_in_treatment() {
    let clinic = Clinic::open();
    let added = asked(&clinic, "Rosalind");
    let again = json!({ "who": { "known": added["client"] }, "fields": call() });
    assert_eq!(clinic.desk.refused("inquiry.add", again.clone()).rule, Some("inquiry.open_there"));
    // Admitted past it, the client would be in treatment and still be owed a step.
    let past = json!({ "admitted_on": "2026-11-02", "level": "2.1", "track": "" });
    let past = json!({ "client": added["client"], "admission": past });
    assert_eq!(clinic.desk.refused("episode.admit", past).rule, Some("client.inquiry_open"));
    let id = &added["id"];
    step(&clinic, id, json!({ "to": "declined", "reason": "Later" })).unwrap();
    let second = clinic.desk.op("inquiry.add", again);
    assert_eq!(refused(&clinic, id, json!({ "to": "asked" })).rule, Some("inquiry.open_there"));
    let first = json!({ "id": id, "rev": row(&clinic, id)["rev"] });
    assert_eq!(clinic.desk.refused("inquiry.take_back", first).rule, Some("inquiry.open_there"));

    let treated = clinic.client("Wren", "Abara", &clinic.marisol);
    let admission = json!({ "admitted_on": "2026-11-02", "level": "2.1", "track": "" });
    clinic.desk.op("episode.admit", json!({ "client": treated, "admission": admission }));
    let returns = json!({ "who": { "known": treated }, "fields": call() });
    assert_eq!(clinic.desk.refused("inquiry.add", returns).rule, Some("inquiry.in_treatment"));

    let second = &second["id"];
    for more in [json!({ "to": "assessment_booked", "day": "2026-11-24" }), json!({ "to": "assessed" })] {
        step(&clinic, second, more).unwrap();
    }
    let admission = json!({ "admitted_on": "2026-11-24", "level": "2.1", "track": "" });
    step(&clinic, second, json!({ "to": "admitted", "admission": admission })).unwrap();
    let over = json!({ "id": second, "rev": row(&clinic, second)["rev"] });
    assert_eq!(clinic.desk.refused("inquiry.take_back", over.clone()).rule, Some("inquiry.admitted"));
    assert_eq!(clinic.desk.refused("inquiry.void", over).rule, Some("inquiry.admitted"));
}

#[test]
fn every_fault_of_a_call_stands_beside_its_field() {
    let clinic = Clinic::open();
    let mut wrong = call();
    wrong["about"] = json!("x".repeat(1_001));
    let refusal =
        clinic.desk.refused("inquiry.add", json!({ "who": { "new": fields(" ", "Nakagawa") }, "fields": wrong }));
    assert_eq!(faults(&refusal), ["about", "given_name"]);
}

#[test]
fn whoever_does_not_reach_the_client_sees_no_inquiry() {
    let clinic = Clinic::open();
    let mine = clinic
        .as_person("marisol")
        .op("inquiry.add", json!({ "who": { "new": fields("Wren", "Abara") }, "fields": call() }));
    clinic.as_person("ambrose");
    assert_eq!(clinic.desk.query("inquiry.list", json!({ "over": false }))["rows"], json!([]));
    let key = json!({ "id": mine["id"] });
    assert_eq!(clinic.desk.refused("inquiry.steps", key).code, Code::NotFound);
    let step = json!({ "id": mine["id"], "rev": 1, "to": "screened" });
    assert_eq!(clinic.desk.refused("inquiry.step", step).code, Code::NotFound);
    clinic.as_person("theodora").op(
        "client.restrict",
        json!({ "id": mine["client"], "rev": 1, "restricted": true, "reason": "Sister of a colleague" }),
    );
    assert_eq!(clinic.desk.query("inquiry.list", json!({ "over": false }))["rows"], json!([]));
    clinic.as_person("marisol");
    assert_eq!(clinic.desk.query("inquiry.list", json!({ "over": false }))["rows"].as_array().unwrap().len(), 1);
}
