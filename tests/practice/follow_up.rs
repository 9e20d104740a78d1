//! What a test means and what follows on it: classes on the page of a test, follow-ups by rule, notices and consents.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::draw_desk::Random;
use crate::testing_desk::{Program, collection, log, order, screen};

const HOUR: i64 = 60 * 60_000;

fn follow_ups(desk: &Desk, client: &Value) -> Vec<Value> {
    desk.query("follow_up.list", json!({ "client": client })).as_array().unwrap().clone()
}

/// Event and step of what is open.
fn open(desk: &Desk, client: &Value) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let mut found: Vec<(String, String)> = follow_ups(desk, client)
        .iter()
        .filter(|one| one["state"] == "open")
        .map(|one| (word(&one["event"]), word(&one["step"])))
        .collect();
    found.sort();
    found
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(event, step)| ((*event).to_owned(), (*step).to_owned())).collect()
}

fn this(row: &Value, more: Value) -> Value {
    let mut request = json!({ "id": row["id"], "rev": row["rev"] });
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    request
}

fn dilute(client: &Value) -> Value {
    let mut request = log(client, &[]);
    request["collection"]["measures"]["creatinine_tenths"] = json!(120);
    request["collection"]["measures"]["gravity_ten_thousandths"] = json!(10020);
    request
}

fn find(rows: &[Value], step: &str) -> Value {
    rows.iter().find(|one| one["step"] == step).unwrap().clone()
}

/// A license that stands under a monitoring program.
fn monitored(program: &Program) {
    program.as_person("marisol").op(
        "license.add",
        json!({ "client": program.client, "fields": { "label": "RN", "state": "MA", "number": "RN 1", "status": "active",
                "board": "Board of Nursing", "monitoring_program": "Harbor Monitoring" } }),
    );
}

fn consent(program: &Program, kind: &str) -> Value {
    program.as_person("marisol").op(
        "consent.add",
        json!({ "client": program.client, "kind": kind, "recipient": "Harbor Monitoring", "purpose": "Monitoring",
                "scope": "Test results", "signed_on": "2026-11-02", "expires_on": "2027-11-02" }),
    )
}

#[test]
fn a_test_says_its_class_and_calls_a_screen_presumptive() {
    let program = Program::open();
    let test = program.screened(&["amp"]);
    let desk = &program.clinic.desk;
    let meaning = desk.query("drug_test.meaning", json!({ "id": test["id"] }));
    assert_eq!(
        (&meaning["class"], &meaning["presumptive"], &meaning["critical"]),
        (&json!("unexpected_positive"), &json!(true), &json!(false))
    );
    assert!(meaning["words"].as_str().unwrap().starts_with("Presumptive: "));
    // Buprenorphine is not on this panel: that it does not show says nothing.
    assert!(meaning["remarks"].to_string().contains("Buprenorphine-naloxone"));

    let confirmed = desk.op(
        "drug_test.laboratory",
        this(&test, json!({ "result": "positive", "readings": [{ "analyte": "amp", "result": "detected" }] })),
    );
    let meaning = desk.query("drug_test.meaning", json!({ "id": confirmed["id"] }));
    assert_eq!(meaning["presumptive"], false);
    assert!(!meaning["words"].as_str().unwrap().contains("resumptive"));
}

#[test]
fn a_medication_that_must_show_and_does_not_is_critical() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let panel = desk.query("drug_test.panels", json!({}));
    let np12 = panel.as_array().unwrap().iter().find(|one| one["key"] == "np12").unwrap();
    let readings: Vec<Value> = np12["analytes"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| !one["cutoff"].is_null())
        .map(|one| json!({ "analyte": one["key"], "result": "not_detected" }))
        .collect();
    let test = desk.op(
        "drug_test.log",
        json!({ "client": program.client, "reason": "scheduled", "method": "on_site", "specimen": "urine", "panel": "np12",
                "collection": collection(), "readings": readings }),
    );
    let meaning = desk.query("drug_test.meaning", json!({ "id": test["id"] }));
    assert_eq!((&meaning["class"], &meaning["critical"]), (&json!("unexpected_negative"), &json!(true)));
    assert_eq!(
        open(desk, &program.client),
        pairs(&[("unexpected_negative", "confirm"), ("unexpected_negative", "contact")])
    );
}

#[test]
fn amounts_are_compared_by_creatinine_and_dilute_specimens_are_counted() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    for (quantity, creatinine) in [(5_000, 1_000), (4_000, 500)] {
        let mut request = log(&program.client, &["thca"]);
        request["collection"]["measures"]["creatinine_tenths"] = json!(creatinine);
        let test = desk.op("drug_test.log", request);
        desk.op(
            "drug_test.laboratory",
            this(
                &test,
                json!({ "result": "positive",
                        "readings": [{ "analyte": "thca", "result": "detected", "quantity_tenths": quantity }] }),
            ),
        );
    }
    let trends = desk.query("drug_test.trends", json!({ "client": program.client }));
    let points = &trends["trends"][0]["points"];
    assert_eq!((&points[0]["per_mg_tenths"], &points[1]["per_mg_tenths"]), (&json!(5_000), &json!(8_000)));
    // Less in the cup, more in the body: the division turns it around.
    assert_eq!(points[1]["ratio_percent"], 160);
    assert!(trends["trends"][0]["words"].as_str().unwrap().contains("fits with new intake"));
    assert_eq!(trends["dilute_streak"], 0);
    desk.op("drug_test.log", dilute(&program.client));
    let last = desk.op("drug_test.log", dilute(&program.client));
    assert_eq!(desk.query("drug_test.trends", json!({ "client": program.client }))["dilute_streak"], 2);
    let meaning = desk.query("drug_test.meaning", json!({ "id": last["id"] }));
    assert!(meaning["remarks"].as_array().unwrap().iter().any(|one| one["kind"] == "dilution"));
}

#[test]
fn every_event_of_a_test_opens_what_its_rule_says_in_the_same_action() {
    for (outcome, expected) in [
        ("missed", &[("missed", "contact"), ("missed", "evaluate")][..]),
        ("refused", &[("refused", "contact"), ("refused", "evaluate")]),
        ("unable", &[("unable", "contact"), ("unable", "recollect_observed")]),
        ("excused", &[]),
    ] {
        let program = Program::open();
        let test = program.ordered();
        let desk = &program.clinic.desk;
        desk.op("drug_test.not_collected", this(&test, json!({ "outcome": outcome, "reason": "As told" })));
        assert_eq!(open(desk, &program.client), pairs(expected), "{outcome}");
    }
    let program = Program::open();
    let desk = program.as_person("marisol");
    let test = desk.op("drug_test.log", dilute(&program.client));
    assert_eq!(open(desk, &program.client), pairs(&[("dilute", "add_alcohol"), ("dilute", "recollect_observed")]));
    let rows = follow_ups(desk, &program.client);
    let recollect = find(&rows, "recollect_observed");
    assert_eq!(recollect["of"], test["number"]);
    let now = desk.query("day.mine", json!({}));
    assert!(now["follow_ups"].as_array().unwrap().iter().any(|one| one["id"] == recollect["id"]));
}

#[test]
fn what_a_test_no_longer_asks_for_closes_with_its_reason() {
    let program = Program::open();
    let test = program.screened(&["amp"]);
    let desk = &program.clinic.desk;
    assert_eq!(open(desk, &program.client), pairs(&[("presumptive", "confirm")]));
    let answered = desk.op(
        "drug_test.laboratory",
        this(
            &test,
            json!({ "result": "negative", "readings": [
        { "analyte": "amp", "result": "not_detected" }] }),
        ),
    );
    assert_eq!(open(desk, &program.client), pairs(&[]));
    let closed = follow_ups(desk, &program.client);
    assert_eq!(
        (&closed[0]["state"], &closed[0]["answer"]),
        (&json!("not_needed"), &json!("The test no longer asks for it"))
    );
    // Taken back, a test asks for nothing.
    let dilute = desk.op("drug_test.log", dilute(&program.client));
    assert_eq!(open(desk, &program.client).len(), 2);
    desk.op("drug_test.void", this(&dilute, json!({ "reason": "Wrong chart" })));
    assert_eq!(open(desk, &program.client), pairs(&[]));
    let _ = answered;
}

#[test]
fn a_dilute_specimen_turns_into_an_observed_recollection_in_one_action() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let before = desk.op("drug_test.log", dilute(&program.client));
    let rows = follow_ups(desk, &program.client);
    let (recollect, other) = (find(&rows, "recollect_observed"), find(&rows, "add_alcohol"));
    assert_eq!(
        desk.refused("drug_test.recollect", json!({ "follow_up": other["id"], "rev": other["rev"] })).rule,
        Some("follow_up.no_recollection")
    );
    let request = json!({ "follow_up": recollect["id"], "rev": recollect["rev"] });
    let ordered = desk.op("drug_test.recollect", request.clone());
    assert_ne!(ordered["number"], before["number"]);
    let rows = follow_ups(desk, &program.client);
    let done = find(&rows, "recollect_observed");
    assert_eq!((&done["state"], &done["answering_test"]), (&json!("done"), &ordered["id"]));
    assert_eq!(desk.refused("drug_test.recollect", request).rule, Some("follow_up.answered"));
    let mut observed = collection();
    observed["observed"] = json!(true);
    observed["observer"] = program.bram.clone();
    let test = desk.op("drug_test.collect", json!({ "id": ordered["id"], "rev": 1, "collection": observed }));
    assert_eq!((&test["observed"], &test["reason"]), (&json!(true), &json!("follow_up")));
    desk.op("drug_test.screen", this(&test, json!({ "readings": screen(&[]) })));
    assert_eq!(open(desk, &program.client), pairs(&[("dilute", "add_alcohol")]));
}

#[test]
fn a_follow_up_is_answered_once_and_can_be_opened_again() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    desk.op("drug_test.log", dilute(&program.client));
    let one = find(&follow_ups(desk, &program.client), "add_alcohol");
    let nothing = desk.refused("follow_up.answer", this(&one, json!({ "state": "open", "answer": " " })));
    let fields: Vec<&str> = nothing.fields.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["answer", "state"]);
    assert_eq!(desk.refused("follow_up.reopen", this(&one, json!({}))).rule, Some("follow_up.open"));
    let done = desk.op("follow_up.answer", this(&one, json!({ "state": "done", "answer": "PEth is ordered" })));
    let again = json!({ "id": one["id"], "rev": done["rev"], "state": "done", "answer": "Again" });
    assert_eq!(desk.refused("follow_up.answer", again).rule, Some("follow_up.answered"));
    let answered = find(&follow_ups(desk, &program.client), "add_alcohol");
    assert_eq!(
        (&answered["answer"], &answered["answered_by"]),
        (&json!("PEth is ordered"), &json!("Marisol Quiñones"))
    );
    desk.op("follow_up.reopen", this(&answered, json!({})));
    assert_eq!(find(&follow_ups(desk, &program.client), "add_alcohol")["state"], "open");
}

#[test]
fn a_notice_is_shown_as_blocked_until_a_consent_covers_it() {
    let program = Program::open();
    monitored(&program);
    let test = program.ordered();
    let desk = &program.clinic.desk;
    desk.op("drug_test.not_collected", this(&test, json!({ "outcome": "missed", "reason": "Did not come" })));
    let notice = find(&follow_ups(desk, &program.client), "notify");
    assert_eq!((&notice["blocked"], &notice["covered_by"]), (&json!(true), &Value::Null));
    assert_eq!(notice["lacking"], "missing");
    // Covered or not, a notice is done by the record of what was told, and by nothing else.
    let done = this(&notice, json!({ "state": "done", "answer": "Called the program" }));
    assert_eq!(desk.refused("follow_up.answer", done.clone()).rule, Some("follow_up.at_release_desk"));
    let given = consent(&program, "monitoring_program");
    let notice = find(&follow_ups(desk, &program.client), "notify");
    assert_eq!((&notice["blocked"], &notice["covered_by"]), (&json!(false), &json!("Harbor Monitoring")));
    // Revoked, it covers nothing.
    desk.op("consent.revoke", this(&given, json!({ "how": "oral" })));
    assert_eq!(find(&follow_ups(desk, &program.client), "notify")["blocked"], true);
    assert_eq!(find(&follow_ups(desk, &program.client), "notify")["lacking"], "revoked");
    consent(&program, "monitoring_program");
    assert_eq!(desk.refused("follow_up.answer", done).rule, Some("follow_up.at_release_desk"));
    desk.op("follow_up.answer", this(&notice, json!({ "state": "not_needed", "answer": "They were in the room" })));
}

#[test]
fn the_most_particular_rule_opens_its_steps_and_shipped_rules_come_back() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let rules = desk.query("follow_up.rules", json!({}));
    let shipped = &rules["events"][4]["rules"][0];
    assert_eq!((&rules["events"][4]["event"], &shipped["id"]), (&json!("dilute"), &Value::Null));
    assert!(shipped["source"].as_str().unwrap().contains("editable default"));
    for (steps, field) in [
        (json!([{ "step": "contact", "hours": 0 }]), "steps.0.hours"),
        (json!([{ "step": "notify", "hours": 4 }]), "steps.0.recipient"),
        (json!([{ "step": "notify", "hours": 4, "recipient": "tpo" }]), "steps.0.recipient"),
        (json!([{ "step": "contact", "hours": 4, "recipient": "board" }]), "steps.0.recipient"),
        (json!([{ "step": "contact", "hours": 4 }, { "step": "contact", "hours": 9 }]), "steps.1.step"),
    ] {
        let refused = desk.refused("follow_up.set_rule", json!({ "event": "dilute", "steps": steps, "rev": 0 }));
        assert_eq!(refused.fields[0].field, field);
    }
    let general = json!({ "event": "dilute", "steps": [{ "step": "contact", "hours": 2 }], "rev": 0 });
    desk.op("follow_up.set_rule", general.clone());
    let agreed = json!({ "event": "dilute", "agreement": "monitoring_program", "rev": 0,
                         "steps": [{ "step": "add_hair", "hours": 48, "words": " Within two days " }] });
    desk.op("follow_up.set_rule", agreed);
    assert_eq!(desk.refused("follow_up.set_rule", general).code, Code::Conflict);

    let desk = program.as_person("marisol");
    desk.op("drug_test.log", dilute(&program.client));
    assert_eq!(open(desk, &program.client), pairs(&[("dilute", "contact")]));
    let due = find(&follow_ups(desk, &program.client), "contact");
    let opened = desk.query("day.mine", json!({}))["follow_ups"].to_string();
    assert!(opened.contains(due["id"].as_str().unwrap()));
    monitored(&program);
    desk.op("drug_test.log", dilute(&program.client));
    assert_eq!(open(desk, &program.client), pairs(&[("dilute", "add_hair"), ("dilute", "contact")]));
    assert_eq!(find(&follow_ups(desk, &program.client), "add_hair")["words"], "Within two days");

    // The practice's own rules taken back, the shipped one holds again.
    let desk = program.as_person("theodora");
    let rules = desk.query("follow_up.rules", json!({}))["events"][4]["rules"].take();
    for rule in rules.as_array().unwrap() {
        desk.op("follow_up.drop_rule", this(rule, json!({})));
    }
    assert_eq!(desk.query("follow_up.rules", json!({}))["events"][4]["rules"][0]["id"], Value::Null);
}

#[test]
fn a_collector_opens_follow_ups_and_reads_none() {
    let program = Program::open();
    program.ordered();
    let desk = program.as_person("bram");
    let mut request = dilute(&program.client);
    request["reason"] = json!("random");
    let test = desk.op("drug_test.log", request);
    assert_eq!(desk.refused("follow_up.list", json!({ "client": program.client })).code, Code::NotPermitted);
    assert_eq!(desk.refused("drug_test.meaning", json!({ "id": test["id"] })).code, Code::NotPermitted);
    assert!(desk.query("day.mine", json!({}))["follow_ups"].is_null());
    let desk = program.as_person("marisol");
    assert_eq!(open(desk, &program.client).len(), 2);
    // Outside the reach and not there give the same answer.
    let nobody = json!({ "id": "0190ffff-ffff-7fff-8fff-ffffffffffff", "rev": 1, "state": "done", "answer": "x" });
    assert_eq!(desk.refused("follow_up.answer", nobody).code, Code::NotFound);
    let _ = order(&program.client);
}

#[test]
fn a_closed_line_opens_what_a_missed_check_in_asks_for() {
    let random = Random::certain();
    let draw = random.noticed();
    let close = json!({ "draw": draw["id"] });
    let desk = random.as_person("jolene");
    assert_eq!(desk.refused("check_in.close", close.clone()).rule, Some("check_in.still_open"));
    desk.clock.pass(10 * HOUR);
    let desk = random.as_person("jolene");
    assert_eq!(desk.query("check_in.day", json!({ "on": "2026-11-24" }))["lines"][0]["close_due"], true);
    assert_eq!(desk.op("check_in.close", close.clone())["missed"], 1);
    // Asked again, nothing more opens.
    assert_eq!(desk.op("check_in.close", close)["missed"], 1);
    let line = desk.query("check_in.day", json!({ "on": "2026-11-24" }))["lines"][0].take();
    assert_eq!((&line["close_due"], &line["closed_by"]), (&json!(false), &json!("Jolene Abernathy")));
    let client = &random.program.client;
    let desk = random.as_person("marisol");
    assert_eq!(open(desk, client), pairs(&[("missed_check_in", "contact")]));
    let timeline = desk.query("drug_test.timeline", json!({ "client": client }));
    assert_eq!(timeline["missed"][0], json!({ "on": "2026-11-24", "program_name": "Evening random", "late": false }));
    assert_eq!(timeline["medications"][0]["words"], "Buprenorphine-naloxone 8-2 mg");
    assert_eq!(timeline["levels"][0], json!({ "words": "Level 2.1", "from": "2026-11-02" }));

    // The front desk finds the slip of paper: the call was in time.
    let desk = random.as_person("jolene");
    desk.op("check_in.record", json!({ "draw": draw["id"], "client": client, "means": "phone", "time": "06:20" }));
    assert_eq!(open(random.as_person("marisol"), client), pairs(&[]));
}

#[test]
fn the_work_pattern_says_until_when_somebody_comes() {
    let random = Random::certain();
    let client = &random.program.client;
    // Day shifts from 7 AM to 7 PM on every day.
    random.as_person("marisol").op(
        "work_pattern.set",
        json!({ "client": client, "fields": {
            "from_on": "2026-11-02", "time_zone": "America/New_York", "cycle": "D", "anchor_on": "2026-11-02",
            "day": { "starts": "07:00", "minutes": 720 }, "night": { "starts": "19:00", "minutes": 720 },
            "call": { "starts": "17:00", "minutes": 900 }, "travel_minutes": 30, "blocked": [] } }),
    );
    random.as_person("theodora");
    let draw = random.noticed();
    let desk = random.as_person("jolene");
    let request = json!({ "draw": draw["id"], "client": client, "means": "phone", "time": "06:20" });
    let told = desk.op("check_in.record", request);
    let called = desk.query("check_in.day", json!({ "on": "2026-11-24" }))["lines"][0]["people"][0]["called_at"]
        .as_i64()
        .unwrap();
    assert_eq!(told["by_pattern"], true);
    // 9 PM: two hours after the shift.
    assert_eq!(told["deadline_at"].as_i64().unwrap() - called, 14 * HOUR + 40 * 60_000);
}
