//! The check-in line: who called, what they were told, until when they come, and who did not call.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::draw_desk::Random;

const HOUR: i64 = 60 * 60_000;

fn person(random: &Random) -> Value {
    random.desk().query("check_in.day", json!({ "on": "2026-11-24" }))["lines"][0]["people"][0].take()
}

fn call(random: &Random, draw: &Value, more: Value) -> Value {
    let mut request = json!({ "draw": draw["id"], "client": random.program.client, "means": "phone" });
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    request
}

#[test]
fn a_call_is_recorded_with_what_the_draw_says() {
    let random = Random::certain();
    let draw = random.noticed();
    let desk = random.as_person("jolene");
    assert_eq!(person(&random)["state"], "waiting");
    let recorded =
        desk.op("check_in.record", call(&random, &draw, json!({ "time": "06:20", "shift_ends": "15:00" })));
    assert_eq!(recorded["told"], "test");
    let found = person(&random);
    assert_eq!(
        (&found["state"], &found["by"], &found["means"]),
        (&json!("called"), &json!("Jolene Abernathy"), &json!("phone"))
    );
    // Two hours after the shift: 5 PM.
    assert_eq!(
        found["deadline_at"].as_i64().unwrap() - found["called_at"].as_i64().unwrap(),
        10 * HOUR + 40 * 60_000
    );
    assert_eq!(desk.refused("check_in.record", call(&random, &draw, json!({}))).rule, Some("check_in.already"));

    desk.op("check_in.take_back", json!({ "id": found["check_in"], "rev": found["rev"] }));
    assert_eq!(person(&random)["state"], "waiting");
    let report = random.as_person("theodora").query("draw.report", json!({}));
    assert_eq!(report["all"]["notified"], 0);
}

#[test]
fn who_is_not_selected_is_told_so_and_has_no_deadline() {
    // A draw nobody can be selected in does not exist, so the smallest chance is tried until it does not select.
    let random = Random::with(json!({ "floor_millionths": 1, "tiers": [
        { "name": "Rare", "per_year": 1, "analyzed_percent": 0 }, { "name": "Rarer", "per_year": 1, "analyzed_percent": 0 }] }));
    let draw = random.noticed();
    let desk = random.as_person("jolene");
    let told = person(&random)["told"].take();
    let recorded =
        desk.op("check_in.record", call(&random, &draw, json!({ "means": "text", "shift_ends": "15:00" })));
    assert_eq!(recorded["told"], told);
    assert_eq!(recorded["deadline_at"].is_null(), told == json!("no_test"));
}

#[test]
fn a_line_that_closed_counts_missed_and_late_calls() {
    let random = Random::certain();
    let draw = random.noticed();
    random.desk().clock.pass(10 * HOUR);
    let desk = random.as_person("jolene");
    assert_eq!(person(&random)["state"], "missed");
    desk.op("check_in.record", call(&random, &draw, json!({ "noted": "Overslept after a double shift" })));
    assert_eq!(person(&random)["state"], "late");
    let report = random.as_person("theodora").query("draw.report", json!({ "on": "2026-11-24" }));
    assert_eq!(report["all"]["missed_check_ins"], 1);
    // The next day says so.
    random.desk().clock.pass(14 * HOUR);
    random.as_person("theodora");
    let next = random.frozen("2026-11-25");
    random.desk().op("draw.notice", json!({ "id": next["id"] }));
    let line = random.desk().query("check_in.day", json!({ "on": "2026-11-25" }));
    assert_eq!(line["lines"][0]["people"][0]["missed_before"], 1);
}

#[test]
fn codes_stand_for_names_on_the_line() {
    let random = Random::with(json!({ "floor_millionths": 1_000_000, "line_says": "codes" }));
    random.person("Ana", "Sousa");
    random.noticed();
    let line = random.as_person("jolene").query("check_in.day", json!({}))["lines"][0].take();
    let mut codes: Vec<_> =
        line["people"].as_array().unwrap().iter().map(|one| one["line_code"].as_str().unwrap()).collect();
    codes.sort_unstable();
    assert_eq!(line["codes"], json!(codes));
    assert!(codes.iter().all(|code| code.len() == 4) && codes[0] != codes[1]);
}

#[test]
fn every_refusal_of_the_line() {
    let random = Random::certain();
    let draw = random.frozen("2026-11-24");
    let desk = random.as_person("jolene");
    assert_eq!(desk.refused("check_in.record", call(&random, &draw, json!({}))).rule, Some("check_in.not_open"));
    desk.op("draw.notice", json!({ "id": draw["id"] }));
    for (more, field) in [
        (json!({ "time": "23:59" }), "time"),
        (json!({ "time": "05:00" }), "time"),
        (json!({ "time": "noon" }), "time"),
        (json!({ "shift_ends": "late" }), "shift_ends"),
        (json!({ "noted": "x".repeat(301) }), "noted"),
    ] {
        let refusal = desk.refused("check_in.record", call(&random, &draw, more.clone()));
        assert!(refusal.fields.iter().all(|fault| fault.field == field) && !refusal.fields.is_empty(), "{more}");
    }
    for (login, expected) in [
        ("ines", Code::NotPermitted),
        ("bram", Code::NotPermitted),
        ("odalys", Code::NotPermitted),
        ("ambrose", Code::NotFound),
    ] {
        let desk = random.as_person(login);
        assert_eq!(desk.refused("check_in.record", call(&random, &draw, json!({}))).code, expected, "{login}");
    }
}

#[test]
fn each_sees_those_they_reach() {
    let random = Random::certain();
    random.noticed();
    for (login, expected) in
        [("theodora", 1), ("marisol", 1), ("jolene", 1), ("bram", 1), ("ines", 1), ("ambrose", 0), ("odalys", 0)]
    {
        let line = random.as_person(login).query("check_in.day", json!({}));
        assert_eq!(line["lines"][0]["people"].as_array().unwrap().len(), expected, "{login}");
    }
}
