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
    let codes = words_of(&line);
    assert!(codes.iter().all(|code| code.len() == 4) && codes[0] != codes[1]);
    let script = line["script"].as_str().unwrap();
    for code in &codes {
        let spelled: Vec<String> = code.chars().map(String::from).collect();
        assert!(script.contains(&spelled.join(" ")), "{script}");
    }
    assert!(!script.contains("Sousa") && !script.contains("Rosalind") && !script.contains("Harbor"), "{script}");
}

fn words_of(line: &Value) -> Vec<String> {
    let people = line["people"].as_array().unwrap();
    let mut words: Vec<String> = people.iter().map(|one| one["line_code"].as_str().unwrap().to_owned()).collect();
    words.sort_unstable();
    words
}

#[test]
fn colors_stand_for_names_and_a_frozen_draw_keeps_its_own() {
    let random = Random::with(json!({ "floor_millionths": 1_000_000, "line_says": "colors" }));
    random.person("Ana", "Sousa");
    let draw = random.frozen("2026-11-24");
    // Before the notice nobody reads the text, nor any color of the day.
    for login in ["jolene", "theodora", "marisol", "bram"] {
        let line = random.as_person(login).query("check_in.day", json!({}))["lines"][0].take();
        assert!(line["script"].is_null() && line["people"].as_array().unwrap().is_empty(), "{login}");
    }
    let place = |random: &Random| random.as_person("theodora").query("testing.people", json!({}))[0].take();
    let before = place(&random);
    random.desk().op("testing.renew_code", json!({ "id": before["id"], "rev": before["rev"] }));
    let after = place(&random);
    assert_ne!(before["line_code"], after["line_code"]);
    random.desk().op("draw.notice", json!({ "id": draw["id"] }));
    let line = random.as_person("jolene").query("check_in.day", json!({}))["lines"][0].take();
    let colors = words_of(&line);
    assert!(
        colors.len() == 2 && colors[0] != colors[1] && colors.contains(&before["line_code"].as_str().unwrap().into())
    );
    let script = line["script"].as_str().unwrap();
    assert!(script.contains(&format!("The colors of today are: {}, {}.", colors[0], colors[1])), "{script}");
    // Who collects sees whom to collect from, and not what the line says.
    assert!(random.as_person("bram").query("check_in.day", json!({}))["lines"][0]["script"].is_null());
    // A call is recorded against the color that was called.
    let first = line["people"][0].clone();
    let call = json!({ "draw": draw["id"], "client": first["client"], "means": "phone", "time": "06:20" });
    assert_eq!(random.as_person("jolene").op("check_in.record", call)["told"], "test");
    // A place that ended answers to no new color.
    let ended = random.as_person("theodora");
    ended.op("testing.end", json!({ "id": after["id"], "rev": after["rev"], "because": "Finished" }));
    let again = json!({ "id": after["id"], "rev": after["rev"].as_i64().unwrap() + 1 });
    assert_eq!(ended.refused("testing.renew_code", again).rule, Some("testing.ended"));
}

#[test]
fn a_program_that_begins_to_say_colors_gives_everybody_one() {
    let random = Random::certain();
    random.person("Ana", "Sousa");
    let desk = random.as_person("theodora");
    let found = desk.query("testing.programs", json!({}))[0].take();
    let mut fields = crate::draw_desk::testing_fields();
    fields["line_says"] = json!("colors");
    for place in [0, 1] {
        fields["tiers"][place]["id"] = found["tiers"][place]["id"].clone();
    }
    desk.op("testing.change_program", json!({ "id": random.testing, "rev": found["rev"], "fields": fields }));
    let people = desk.query("testing.people", json!({}));
    let colors: Vec<&str> = people.as_array().unwrap().iter().map(|one| one["line_code"].as_str().unwrap()).collect();
    assert!(
        colors.len() == 2 && colors[0] != colors[1] && colors.iter().all(|color| !color.is_empty()),
        "{colors:?}"
    );
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
