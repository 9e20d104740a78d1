//! Outcome instruments: recorded once, alerted at once, handed to the client behind a locked screen, added by a director.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE};
use crate::testing_desk::Program;

/// Every answer of the PHQ-9 with one value, but the ninth.
fn phq9(value: i64, ninth: i64) -> Value {
    let mut answers: Value =
        (1..=8).map(|item| (format!("q{item}"), json!(value))).collect::<serde_json::Map<_, _>>().into();
    answers["q9"] = json!(ninth);
    answers
}

fn record(client: &Value, answers: Value) -> Value {
    json!({ "client": client, "code": "phq9", "answers": answers })
}

fn rule(desk: &Desk, call: &str, with: Value) -> String {
    desk.refused(call, with).rule.unwrap_or_default().to_owned()
}

fn step(measurement: &Value, finding: &str, fields: Value) -> Value {
    json!({ "id": measurement["id"], "rev": measurement["rev"], "finding": finding, "fields": fields })
}

fn alerts(desk: &Desk) -> Vec<Value> {
    desk.query("instrument.alerts", json!({})).as_array().unwrap().clone()
}

/// A definition of ours with an item that counts from the other end, and prorating.
fn definition() -> Value {
    let options =
        json!([{ "label": "No", "value": 0 }, { "label": "Some", "value": 1 }, { "label": "Much", "value": 4 }]);
    let item = |id: &str, text: &str| json!({ "id": id, "text": text, "options": options });
    json!({ "id": "shift_load", "name": "Load of the last shift", "abbrev": "SHIFT", "instruction": "Of your last shift:",
        "items": [item("a", "I was tired"), item("b", "I had help"), item("c", "I was alone with it")],
        "scoring": { "method": "sum", "items": ["a", "b", "c"], "reversed": ["b"], "prorate": { "at_most_missing": 1 } },
        "bands": [{ "min": 0, "max": 5, "label": "Light" }, { "min": 6, "max": 12, "label": "Heavy" }],
        "citation": "Harbor Street IOP, 2026", "license": "Own" })
}

fn add(desk: &Desk, definition: &Value) -> Value {
    desk.op("instrument.add", json!({ "definition": definition.to_string() }))
}

#[test]
fn a_measurement_keeps_answers_score_and_scorer() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let taken = desk.op("instrument.record", record(&program.client, phq9(1, 0)));
    assert_eq!((&taken["score"]["total"], &taken["score"]["band"]), (&json!(8), &json!("Mild")));
    assert_eq!(
        (&taken["alert"], &taken["scorer"], &taken["mode"]),
        (&json!(false), &json!("evenkeel/1"), &json!("staff"))
    );
    desk.clock.pass(60_000);
    desk.op("instrument.record", record(&program.client, phq9(2, 0)));
    let outcomes = desk.query("instrument.outcomes", json!({ "client": program.client }));
    let totals: Vec<&Value> =
        outcomes["series"][0]["measurements"].as_array().unwrap().iter().map(|one| &one["score"]["total"]).collect();
    assert_eq!(totals, [&json!(8), &json!(16)]);
    assert_eq!(outcomes["levels"], json!([{ "level": "2.1", "on": "2026-11-02" }]));
    let wrong = desk.refused("instrument.record", record(&program.client, json!({ "q1": 4, "q99": 0 })));
    let fields: Vec<&str> = wrong.fields.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["answers.q1", "answers.q99"]);
}

#[test]
fn the_cut_off_of_the_pcl_5_is_the_practices_and_leaves_what_was_scored() {
    let program = Program::open();
    let answers = (1..=20).map(|item| (format!("q{item}"), json!(if item <= 8 { 4 } else { 0 })));
    let answers: Value = answers.collect::<serde_json::Map<_, _>>().into();
    let given = json!({ "client": program.client, "code": "pcl5", "answers": answers });
    let band = || program.as_person("marisol").op("instrument.record", given.clone())["score"]["band"].take();
    // Of 32 points, with the default of 31 and with 33.
    let first = band();
    assert_eq!(first, "At the suggested cut-off or above: probable PTSD, assess further");
    let chosen = |value: &str| json!({ "key": "pcl5_cutoff", "value": value, "effective_on": "2026-11-24" });
    let director = program.as_person("theodora");
    assert_eq!(director.refused("policy.set", chosen("34")).code, Code::Invalid);
    director.op("policy.set", chosen("33"));
    assert_eq!(band(), "Below the suggested cut-off");
    let outcomes = program.as_person("marisol").query("instrument.outcomes", json!({ "client": program.client }));
    let series = &outcomes["series"][0];
    assert_eq!((&series["bands"][0]["max"], &series["bands"][1]["min"]), (&json!(32), &json!(33)));
    let measurements = series["measurements"].as_array().unwrap();
    assert!(measurements.iter().any(|one| one["score"]["band"] == first), "{measurements:?}");
}

#[test]
fn a_missing_answer_leaves_no_total_and_the_alert_stands() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let taken = desk.op("instrument.record", record(&program.client, json!({ "q1": 1, "q9": 2 })));
    assert_eq!((&taken["score"]["total"], &taken["score"]["band"]), (&Value::Null, &Value::Null));
    assert_eq!((taken["score"]["missing"].as_array().unwrap().len(), &taken["alert"]), (7, &json!(true)));
}

#[test]
fn an_alert_waits_until_its_step_is_answered() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let taken = desk.op("instrument.record", record(&program.client, phq9(1, 1)));
    assert_eq!(alerts(desk)[0]["id"], taken["id"]);
    assert_eq!(alerts(program.as_person("theodora")).len(), 1);
    assert_eq!(alerts(program.as_person("ambrose")).len(), 0);

    let desk = program.as_person("marisol");
    let said = json!({ "what_was_said": "" });
    let empty = desk.refused("instrument.safety", step(&taken, "no_present_risk", said.clone()));
    assert_eq!(empty.fields[0].field, "fields.what_was_said");
    let holes = desk.refused("instrument.safety", step(&taken, "plan_made", said));
    assert_eq!(holes.fields.len(), 6);
    let whole = json!({ "what_was_said": "Asked about plan and intent; none", "warning_signs": "Not sleeping",
        "coping": "Walks", "people": "Her sister", "professionals": "988, on-call", "means": "Pills with her sister" });
    let answered = desk.op("instrument.safety", step(&taken, "plan_made", whole.clone()));
    assert_eq!(answered["safety"]["finding"], "plan_made");
    assert_eq!(alerts(desk).len(), 0);
    assert_eq!(rule(desk, "instrument.safety", step(&taken, "plan_made", whole)), "instrument.no_alert");
}

#[test]
fn in_the_clients_hand_the_screen_is_locked_shows_nobody_and_answers_alike() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let hand = json!({ "client": program.client, "code": "phq9" });
    desk.op("instrument.hand", hand.clone());
    assert_eq!(desk.query("workstation.state", json!({}))["state"], "soft_locked");
    assert_eq!(desk.refused("client.open", json!({ "id": program.client })).code, Code::Locked);
    assert!(desk.station.in_hand(), "the window fills the screen");
    let shown = desk.query("instrument.handed", json!({}));
    assert_eq!(shown["form"]["abbrev"], "PHQ-9");
    assert!(!shown.to_string().contains("Nakagawa"));

    let with_alert = desk.op("instrument.hand_in", json!({ "answers": phq9(0, 3) }));
    let after = desk.query("instrument.handed", json!({}));
    assert_eq!((&after["form"], &after["done"]), (&Value::Null, &json!(true)));
    assert_eq!(rule(desk, "instrument.hand_in", json!({ "answers": phq9(0, 0) })), "instrument.not_handed");
    assert!(desk.station.in_hand(), "until the staff has the device again");
    desk.op("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE }));
    assert!(!desk.station.in_hand());
    assert_eq!(alerts(desk).len(), 1);

    desk.op("instrument.hand", hand.clone());
    assert_eq!(desk.op("instrument.hand_in", json!({ "answers": phq9(0, 0) })), with_alert);
    desk.op("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE }));

    // What was not handed in is gone with the lock, also when the screen is locked again.
    desk.op("instrument.hand", hand);
    desk.op("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE }));
    desk.clock.pass(1_000);
    desk.op("workstation.lock", json!({ "depth": "soft" }));
    assert_eq!(desk.query("instrument.handed", json!({})), json!({ "form": null, "answers": {}, "done": false }));
    desk.op("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE }));
    let cows = json!({ "client": program.client, "code": "cows" });
    assert_eq!(rule(desk, "instrument.hand", cows), "instrument.by_clinician");
    let outcomes = desk.query("instrument.outcomes", json!({ "client": program.client }));
    let measurements = outcomes["series"][0]["measurements"].as_array().unwrap();
    assert!(measurements.iter().all(|one| one["mode"] == "client") && measurements.len() == 2);
}

#[test]
fn a_director_adds_an_instrument_that_holds_together() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let list = add(desk, &definition());
    let ours = list.as_array().unwrap().last().unwrap().clone();
    assert_eq!((list.as_array().unwrap().len(), &ours["code"]), (8, &json!("shift_load")));

    let marisol = program.as_person("marisol");
    let given = |answers: Value| {
        let taken = marisol
            .op("instrument.record", json!({ "client": program.client, "code": "shift_load", "answers": answers }));
        (taken["score"]["total"].clone(), taken["score"]["prorated"].clone())
    };
    assert_eq!(given(json!({ "a": 4, "b": 0, "c": 1 })), (json!(9), json!(false)));
    assert_eq!(given(json!({ "a": 1, "b": 4 })), (json!(2), json!(true)));
    assert_eq!(given(json!({ "a": 1 })), (Value::Null, json!(false)));

    let desk = program.as_person("theodora");
    let this = json!({ "id": ours["id"], "rev": ours["rev"] });
    desk.op("instrument.retire", this);
    assert_eq!(desk.query("instrument.list", json!({})).as_array().unwrap().len(), 7);
    // What was measured stays, and the same text can be put in use again.
    let outcomes = desk.query("instrument.outcomes", json!({ "client": program.client }));
    assert_eq!(outcomes["series"][0]["measurements"].as_array().unwrap().len(), 3);
    add(desk, &definition());
}

#[test]
fn a_definition_that_does_not_hold_together_says_where() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let with = |change: fn(&mut Value)| {
        let mut definition = definition();
        change(&mut definition);
        let refusal = desk.refused("instrument.add", json!({ "definition": definition.to_string() }));
        assert_eq!(refusal.fields[0].field, "definition");
        refusal.fields.into_iter().map(|fault| fault.message).collect::<Vec<_>>().join(" ")
    };
    for (said, part) in [
        (with(|one| one["id"] = json!("Shift Load")), "\"id\""),
        (with(|one| one["id"] = json!("phq9")), "in use"),
        (with(|one| one["items"][1]["id"] = json!("a")), "Two items"),
        (with(|one| one["items"][0]["options"][1]["value"] = json!(0)), "one value"),
        (with(|one| one["scoring"]["items"][0] = json!("z")), "\"z\""),
        (with(|one| one["bands"][1]["min"] = json!(5)), "overlap"),
        (with(|one| one["alerts"] = json!([{ "rule": "z >= 1" }])), "z >= 1"),
        (with(|one| one["citation"] = json!(" ")), "\"citation\""),
        (with(|one| one["items"] = Value::Null), "not a definition"),
        (with(|one| one["scoring"]["reverse_items"] = json!(["a"])), "\"reverse_items\" in \"scoring\""),
        (with(|one| one["scoring"]["prorate"]["at_least"] = json!(2)), "\"at_least\" in \"scoring.prorate\""),
        (with(|one| one["bands"][0]["sex"] = json!("male")), "\"sex\" in \"bands\""),
        (
            with(|one| one["flags"] = json!([{ "rule": "a >= 1", "label": "A", "when": "b" }])),
            "\"when\" in \"flags\"",
        ),
        (with(|one| one["items"][0]["reverse"] = json!(true)), "says \"reverse\""),
        (with(|one| one["items"][0]["scored"] = json!(false)), "\"scored\" of the item \"a\""),
        (with(|one| one["items"][0]["options"][2]["value"] = json!(i64::MAX)), "beyond"),
        (with(|one| one["scoring"]["items"] = json!(["a", "b", "a"])), "twice"),
        (with(|one| one["scoring"]["max"] = json!(27)), "make 0 to 12"),
        (with(|one| one["scoring"]["prorate"] = json!({ "at_most_missing": 3 })), "at least one answer"),
        (with(|one| one["scoring"]["subscales"] = json!([{ "id": "p", "items": ["a"], "max": 3 }])), "p make 0 to 4"),
        (with(|one| one["skips"] = json!([{ "item": "a", "value": 9 }])), "the value 9"),
        (with(|one| one["criteria"] = json!({ "rated": 1, "at_least": { "q": 1 }, "label": "Q" })), "no subscale"),
    ] {
        assert!(said.contains(part), "{said} has no {part}");
    }
}

/// A lock by the clock, an empty battery, a look at the lock: what the client had answered is there, for the client alone.
#[test]
fn what_a_client_has_not_handed_in_is_gone_on_with_the_same_day() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let hand = json!({ "client": program.client, "code": "phq9" });
    desk.op("instrument.hand", hand.clone());
    desk.op("instrument.keep", json!({ "answers": { "q1": 2 } }));
    desk.op("instrument.keep", json!({ "answers": { "q1": 2, "q9": 1 } }));
    let wrong = desk.refused("instrument.keep", json!({ "answers": { "q1": 7 } }));
    assert_eq!(wrong.fields[0].field, "answers.q1");
    // The staff finds it where it takes an instrument down. What speaks of self-harm waits for them at once, and once.
    desk.op("instrument.keep", json!({ "answers": { "q1": 2, "q9": 1 } }));
    desk.op("workstation.lock", json!({ "depth": "hard" }));
    desk.op("workstation.sign_in", json!({ "login": "marisol", "passphrase": OTHER_PASSPHRASE }));
    assert_eq!(alerts(desk).len(), 1);
    let begun =
        desk.query("instrument.outcomes", json!({ "client": program.client }))["series"][0]["measurements"][0].take();
    assert_eq!((&begun["alert"], &begun["score"]["total"]), (&json!(true), &Value::Null));
    let place = format!("{}/phq9", program.client.as_str().unwrap());
    let left = desk.query("draft.get", json!({ "form": "instrument.record", "subject": place }));
    assert_eq!(left["body"]["answers"], json!({ "q1": 2, "q9": 1 }));

    desk.op("instrument.hand", hand.clone());
    assert_eq!(desk.query("instrument.handed", json!({}))["answers"], json!({ "q1": 2, "q9": 1 }));
    desk.op("instrument.hand_in", json!({ "answers": phq9(1, 1) }));
    assert_eq!(rule(desk, "instrument.keep", json!({ "answers": { "q1": 0 } })), "instrument.not_handed");
    desk.op("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE }));
    assert_eq!(desk.query("draft.get", json!({ "form": "instrument.record", "subject": place })), Value::Null);
    let whole = alerts(desk);
    assert_eq!(whole.len(), 1);
    assert_ne!(whole[0]["id"], begun["id"], "the whole sheet alerts in the place of what was begun");

    // Begun on another day, it begins anew.
    desk.op("instrument.hand", hand.clone());
    desk.op("instrument.keep", json!({ "answers": { "q1": 3 } }));
    desk.op("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE }));
    desk.clock.pass(24 * 60 * 60_000);
    desk.op("instrument.hand", hand);
    assert_eq!(desk.query("instrument.handed", json!({}))["answers"], json!({}));
}

#[test]
fn a_measurement_and_its_safety_plan_can_be_read_again_by_who_reads_the_notes() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let taken = desk.op("instrument.record", record(&program.client, phq9(1, 1)));
    let whole = json!({ "what_was_said": "Asked about plan and intent; none", "warning_signs": "Not sleeping",
        "coping": "Walks", "people": "Her sister", "professionals": "988, on-call", "means": "Pills with her sister" });
    desk.op("instrument.safety", step(&taken, "plan_made", whole.clone()));
    let this = json!({ "id": taken["id"] });
    for login in ["marisol", "theodora"] {
        let sheet = program.as_person(login).query("instrument.measurement", this.clone());
        assert_eq!(sheet["measurement"]["safety"]["fields"], whole, "{login}");
        assert_eq!((&sheet["measurement"]["answers"]["q9"], &sheet["items"][8]["id"]), (&json!(1), &json!("q9")));
    }
    let desk = program.as_person("ambrose");
    let absent = json!({ "id": "01890000-0000-7000-8000-000000000000" });
    let (here, there) =
        (desk.refused("instrument.measurement", this), desk.refused("instrument.measurement", absent));
    assert_eq!((here.code, &here), (Code::NotFound, &there));
}

fn without_alert(desk: &Desk, client: &Value) -> Value {
    desk.op("instrument.record", record(client, phq9(1, 0)))
}

#[test]
fn what_ships_is_not_taken_out_and_a_trial_is_taken_back() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let taken = desk.op("instrument.record", record(&program.client, phq9(1, 1)));
    let this = |reason: &str| json!({ "id": taken["id"], "rev": taken["rev"], "reason": reason });
    assert_eq!(desk.refused("instrument.void", this(" ")).fields[0].field, "reason");
    // An answer that asks for a safety step is not made to disappear.
    assert_eq!(desk.refused("instrument.void", this("Wrong client")).rule, Some("instrument.safety_open"));
    assert_eq!(alerts(desk).len(), 1);
    let quiet = without_alert(desk, &program.client);
    desk.op("instrument.void", json!({ "id": quiet["id"], "rev": quiet["rev"], "reason": "A trial" }));
    let series = desk.query("instrument.outcomes", json!({ "client": program.client }))["series"].clone();
    assert_eq!(series.as_array().unwrap().len(), 1, "the one with the alert stands");

    let theodora = program.as_person("theodora");
    let shipped = theodora.inspect(|sql| {
        sql.query_row("select id from instrument where code = 'phq9'", [], |row| row.get::<_, Vec<u8>>(0)).unwrap()
    });
    theodora.theodora();
    let id = uuid::Uuid::from_slice(&shipped).unwrap().to_string();
    assert_eq!(rule(theodora, "instrument.retire", json!({ "id": id, "rev": 1 })), "instrument.shipped");
}

#[test]
fn outside_the_reach_and_not_there_answer_alike() {
    let program = Program::open();
    let taken = program.as_person("marisol").op("instrument.record", record(&program.client, phq9(1, 1)));
    let desk = program.as_person("ambrose");
    let absent = "01890000-0000-7000-8000-000000000000";
    let here = desk.refused("instrument.safety", step(&taken, "no_present_risk", json!({ "what_was_said": "x" })));
    let nowhere = json!({ "id": absent, "rev": 1 });
    let there = desk.refused("instrument.safety", step(&nowhere, "no_present_risk", json!({ "what_was_said": "x" })));
    assert_eq!(here, there);
    assert_eq!(desk.refused("instrument.record", record(&program.client, phq9(1, 1))).code, Code::NotFound);
    assert_eq!(desk.refused("instrument.outcomes", json!({ "client": program.client })).code, Code::NotFound);
}
