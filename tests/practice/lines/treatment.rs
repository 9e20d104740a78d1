//! Plans, consents, drug tests and the caseload.

use serde_json::{Value, json};

use super::Cost::{One, Signature};
use super::chart::{client, shared_client};
use super::{Line, line};
use crate::desk::Desk;
use crate::note_desk::{by_director, signing};
use crate::stage::Stage;
use crate::testing_desk::{collection, log, order, screen};

fn problems() -> Value {
    json!([{ "words": "Opioids", "goals": [{ "words": "My license", "objectives": [{ "words": "Name three cues" }] }] }])
}

/// The same with something the staff does.
fn with_intervention(stage: &Stage) -> Value {
    let mut problems = problems();
    problems[0]["goals"][0]["interventions"] =
        json!([{ "words": "Session", "frequency": "Weekly", "responsible": stage.me }]);
    problems
}

/// A plan that is being written.
fn draft(stage: &Stage) -> Value {
    written(&stage.desk, &client(stage))
}

fn written(desk: &Desk, client: &Value) -> Value {
    let draft = desk.op("plan.start", json!({ "client": client }));
    desk.op("plan.save", of(&draft, json!({ "problems": problems() })))
}

/// A signed plan.
pub fn plan(stage: &Stage) -> Value {
    plan_of(stage, &client(stage))
}

/// The signed plan of a client.
pub fn plan_of(stage: &Stage, client: &Value) -> Value {
    stage.desk.op("plan.sign", by_director(&written(&stage.desk, client)))
}

/// A signed plan of whoever made their passphrase another one.
pub fn plan_signed_with(stage: &Stage, passphrase: &str) -> Value {
    let draft = written(&stage.desk, &client(stage));
    stage.desk.op("plan.sign", of(&draft, json!({ "proof": { "passphrase": passphrase } })))
}

/// A plan that the trainee signed, for somebody else to approve.
fn plan_of_trainee(stage: &Stage) -> Value {
    let client = shared_client(stage);
    stage.as_trainee(|desk| desk.op("plan.sign", signing(&written(desk, &client))))
}

/// The one objective of a plan.
pub fn objective(plan: &Value) -> &Value {
    &plan["problems"][0]["goals"][0]["objectives"][0]
}

fn on_paper(plan: &Value) -> Value {
    json!({ "plan": plan["id"], "how": "paper", "name": "Rosalind Nakagawa" })
}

/// A client's signature under a plan.
pub fn client_signature(stage: &Stage) -> Value {
    stage.desk.op("plan_signature.record", on_paper(&plan(stage)))["client_signature"].take()
}

fn library_fields() -> Value {
    json!({ "area": "Sleep", "words": "Keep a diary", "intervention": "", "frequency": "", "retired": false })
}

/// An objective of the practice's own.
pub fn library_objective(stage: &Stage) -> Value {
    let all = stage.desk.op("library.add", json!({ "fields": library_fields() }));
    all.as_array().unwrap().last().unwrap().clone()
}

/// Night shifts on Tuesdays and Wednesdays, from a date on.
pub fn nights(from_on: &str) -> Value {
    json!({
        "from_on": from_on, "time_zone": "America/New_York", "cycle": "ONNOOOO", "anchor_on": "2026-11-02",
        "day": { "starts": "07:00", "minutes": 720 }, "night": { "starts": "19:00", "minutes": 720 },
        "call": { "starts": "17:00", "minutes": 900 }, "travel_minutes": 30, "blocked": [],
    })
}

/// A version of a work pattern.
pub fn work_pattern(stage: &Stage) -> Value {
    stage.desk.op("work_pattern.set", json!({ "client": client(stage), "fields": nights("2026-11-02") }))["id"].take()
}

/// A consent in force.
pub fn consent(stage: &Stage) -> Value {
    stage.desk.op("consent.add", consent_request(&client(stage)))
}

fn consent_request(client: &Value) -> Value {
    json!({ "client": client, "kind": "tpo", "purpose": "Care", "scope": "All", "signed_on": "2026-11-02" })
}

fn ordered(stage: &Stage) -> Value {
    stage.desk.op("drug_test.order", order(&client(stage)))
}

pub fn collected(stage: &Stage) -> Value {
    let mut request = log(&client(stage), &[]);
    request["readings"] = json!([]);
    stage.desk.op("drug_test.log", request)
}

/// A test with its screen.
pub fn screened(stage: &Stage) -> Value {
    stage.desk.op("drug_test.log", log(&client(stage), &[]))
}

/// A logged test whose specimen was dilute, and the follow-ups it opened.
pub fn dilute(stage: &Stage) -> (Value, Vec<Value>) {
    let mut request = log(&client(stage), &[]);
    request["collection"]["measures"]["creatinine_tenths"] = json!(120);
    request["collection"]["measures"]["gravity_ten_thousandths"] = json!(10020);
    let test = stage.desk.op("drug_test.log", request);
    let found = stage.desk.query("follow_up.list", json!({ "client": test["client"] }));
    (test, found.as_array().unwrap().clone())
}

/// The follow-up of a dilute specimen that asks for this step.
pub fn follow_up(stage: &Stage, step: &str) -> Value {
    dilute(stage).1.into_iter().find(|one| one["step"] == step).unwrap()
}

/// An answered follow-up.
fn answered(stage: &Stage) -> Value {
    let request =
        of(&follow_up(stage, "add_alcohol"), json!({ "state": "not_needed", "answer": "EtG was in the panel" }));
    stage.desk.op("follow_up.answer", request)
}

/// A rule of the practice for a testing program of its own.
pub fn follow_up_rule(stage: &Stage) -> (Value, Value) {
    let request = rule_request(&super::random::program(stage).0, 0);
    stage.desk.op("follow_up.set_rule", request.clone());
    let rules = stage.desk.query("follow_up.rules", json!({}));
    let of_event = rules["events"].as_array().unwrap().iter().find(|one| one["event"] == "dilute").unwrap();
    let found =
        of_event["rules"].as_array().unwrap().iter().find(|one| one["program"] == request["program"]).unwrap();
    (found.clone(), request)
}

fn rule_request(program: &Value, rev: i64) -> Value {
    json!({ "event": "dilute", "program": program, "rev": rev, "source": "Our own agreement",
            "steps": [{ "step": "recollect_observed", "hours": 12 }] })
}

fn confirmed(stage: &Stage) -> Value {
    stage.desk.op("drug_test.laboratory", of(&screened(stage), json!({ "result": "negative" })))
}

/// A request about this row at the revision it has.
fn of(row: &Value, mut request: Value) -> Value {
    request["id"] = row["id"].clone();
    request["rev"] = row["rev"].clone();
    request
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("plan.start", One, |s| json!({ "client": client(s) })),
        line("plan.save", One, |s| of(&draft(s), json!({ "problems": with_intervention(s) }))),
        line("plan.discard", One, |s| of(&draft(s), json!({}))),
        line("plan.sign", Signature, |s| by_director(&draft(s))),
        line("plan.approve", Signature, |s| by_director(&plan_of_trainee(s))),
        line("plan.return", One, |s| of(&plan_of_trainee(s), json!({ "comment": "Objective 1.1 cannot be checked" }))),
        line("plan.review", Signature, |s| {
            let plan = plan(s);
            let said = json!([{ "objective": objective(&plan)["id"], "progress": "met", "words": "" }]);
            let mut request = by_director(&plan);
            request["fields"] = json!({ "progress": said, "words": "Steady" });
            request
        }),
        line("plan_signature.record", One, |s| on_paper(&plan(s))),
        line("plan_signature.void", One, |s| of(&client_signature(s), json!({}))),
        line("library.add", One, |_| json!({ "fields": library_fields() })),
        line("library.change", One, |s| of(&library_objective(s), json!({ "fields": library_fields() }))),
        line("plan.mark", One, |s| of(objective(&plan(s)), json!({ "state": "met" }))),
        line("follow_up.answer", One, |s| of(&follow_up(s, "add_alcohol"), json!({ "state": "done", "answer": "PEth is ordered" }))),
        line("follow_up.reopen", One, |s| of(&answered(s), json!({}))),
        line("follow_up.set_rule", One, |s| { let (rule, request) = follow_up_rule(s); rule_request(&request["program"], rule["rev"].as_i64().unwrap()) }),
        line("follow_up.drop_rule", One, |s| of(&follow_up_rule(s).0, json!({}))),
        line("drug_test.recollect", One, |s| { let one = follow_up(s, "recollect_observed"); json!({ "follow_up": one["id"], "rev": one["rev"] }) }),
        line("consent.add", One, |s| consent_request(&client(s))),
        line("consent.revoke", One, |s| of(&consent(s), json!({ "how": "oral" }))),
        line("consent.void", One, |s| of(&consent(s), json!({ "reason": "Wrong client" }))),
        line("drug_test.open", One, |s| json!({ "id": ordered(s)["id"] })),
        line("drug_test.order", One, |s| order(&client(s))),
        line("drug_test.collect", One, |s| {
            let mut collection = collection();
            collection["details"] = json!({ "identified_by": "photo_id" });
            of(&ordered(s), json!({ "collection": collection }))
        }),
        line("drug_test.log", One, |s| log(&client(s), &["amp"])),
        line("drug_test.screen", One, |s| of(&collected(s), json!({ "readings": screen(&[]) }))),
        line("drug_test.not_collected", One, |s| of(&ordered(s), json!({ "outcome": "unable", "reason": "Tried for 3 hours" }))),
        line("drug_test.laboratory", One, |s| {
            of(&screened(s), json!({ "result": "positive", "readings": [{ "analyte": "amp", "result": "detected" }] }))
        }),
        line("drug_test.review", One, |s| of(&confirmed(s), json!({ "result": "negative" }))),
        line("drug_test.interpret", One, |s| of(&confirmed(s), json!({ "interpretation": "expected" }))),
        line("drug_test.correct", One, |s| of(&collected(s), json!({ "because": "Misread", "collection": collection() }))),
        line("drug_test.void", One, |s| of(&screened(s), json!({ "reason": "Wrong client" }))),
        line("work_pattern.set", One, |s| json!({ "client": client(s), "fields": nights("2026-11-02") })),
        line("work_pattern.void", One, |s| json!({ "id": work_pattern(s), "rev": 1 })),
        line("fitting.print_calendar", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("calendar.pdf")));
            json!({ "client": client(s) })
        }),
        line("fitting.save_calendar", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("calendar.ics")));
            json!({ "client": client(s) })
        }),
        line("caseload.export", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("table.csv")));
            json!({ "clients": [client(s)], "reason": "Weekly review" })
        }),
    ]
}
