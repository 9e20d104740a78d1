//! The signed report of a day of random tests, and a span of dates in numbers.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::PASSPHRASE;
use crate::draw_desk::Random;
use crate::testing_desk::collection;

const HOUR: i64 = 60 * 60_000;

fn report(random: &Random) -> Value {
    random.as_person("theodora").query("draw.report", json!({ "on": "2026-11-24" }))
}

fn sign(edition: i64) -> Value {
    json!({ "on": "2026-11-24", "edition": edition, "proof": { "passphrase": PASSPHRASE } })
}

/// The content that the press was given last.
fn printed(random: &Random) -> String {
    let printed = random.desk().world.printed.lock().unwrap();
    let (template, content) = printed.last().unwrap();
    assert_eq!(template, "signed-day");
    content.to_string()
}

/// A day with one person who was drawn and called; its line is closed.
fn closed() -> (Random, Value) {
    let random = Random::certain();
    let draw = random.noticed();
    let call = json!({ "draw": draw["id"], "client": random.program.client, "means": "phone", "time": "06:20" });
    random.as_person("jolene").op("check_in.record", call);
    random.desk().clock.pass(10 * HOUR);
    random.as_person("jolene").op("check_in.close", json!({ "draw": draw["id"] }));
    (random, draw)
}

#[test]
fn a_day_is_signed_once_its_line_is_closed_and_again_after_a_change() {
    let random = Random::certain();
    assert_eq!(random.desk().refused("draw.sign_day", sign(1)).rule, Some("draw.nothing_to_sign"));
    let draw = random.noticed();
    assert_eq!(random.desk().refused("draw.sign_day", sign(1)).rule, Some("draw.line_open"));
    random.desk().clock.pass(10 * HOUR);
    random.as_person("jolene").op("check_in.close", json!({ "draw": draw["id"] }));
    let before = report(&random);
    assert_eq!(
        (&before["may_sign"], &before["editions"], &before["changed"]),
        (&json!(true), &json!([]), &json!(false))
    );
    assert_eq!(random.desk().refused("draw.sign_day", sign(2)).code, Code::Conflict);
    let wrong = json!({ "on": "2026-11-24", "edition": 1, "proof": { "passphrase": "not this one at all" } });
    assert!(random.desk().call("draw.sign_day", wrong).is_err());
    let first = random.desk().op("draw.sign_day", sign(1));

    let signed = report(&random);
    let edition = &signed["editions"][0];
    assert_eq!((&edition["hash"], &edition["holds"], &edition["edition"]), (&first["hash"], &json!(true), &json!(1)));
    assert_eq!((&signed["changed"], &signed["may_sign"]), (&json!(false), &json!(false)));
    assert_eq!(random.desk().refused("draw.sign_day", sign(2)).rule, Some("draw.unchanged"));

    // The test is excused the day after: the edition stays, and says that it is no longer the whole.
    let test = signed["people"][0]["test"].clone();
    let excused =
        json!({ "id": test, "rev": 1, "outcome": "excused", "reason": "A shift; the letter is in the chart" });
    random.as_person("marisol").op("drug_test.not_collected", excused);
    let changed = report(&random);
    assert_eq!((&changed["changed"], &changed["may_sign"]), (&json!(true), &json!(true)));
    assert_eq!(changed["editions"][0]["hash"], first["hash"]);
    let second = random.desk().op("draw.sign_day", sign(2));
    let twice = report(&random);
    assert_eq!(twice["editions"].as_array().unwrap().len(), 2);
    assert_eq!((&twice["editions"][1]["hash"], &twice["changed"]), (&second["hash"], &json!(false)));
    assert!(twice["editions"].as_array().unwrap().iter().all(|one| one["holds"] == true));
}

#[test]
fn only_the_director_signs_and_an_auditor_reads_numbers_without_names() {
    let (random, _) = closed();
    for login in ["odalys", "marisol", "jolene"] {
        assert_eq!(random.as_person(login).refused("draw.sign_day", sign(1)).code, Code::NotPermitted, "{login}");
    }
    random.as_person("theodora").op("draw.sign_day", sign(1));
    let read = random.as_person("odalys").query("draw.report", json!({ "on": "2026-11-24" }));
    let person = &read["people"][0];
    assert_eq!((&person["name"], &person["test"], &person["client"]), (&Value::Null, &Value::Null, &Value::Null));
    assert!(person["number"].as_str().unwrap().starts_with("C-"));
    assert_eq!((&person["standing"], &read["may_sign"]), (&json!("pending"), &json!(false)));
}

#[test]
fn a_signed_day_prints_from_its_bytes_and_names_nobody() {
    let (random, _) = closed();
    random.as_person("theodora").op("draw.sign_day", sign(1));
    let place = random.desk().room.path().join("signed.pdf");
    random.desk().world.place_at(Some(place));
    random.desk().op("draw.print_signed_day", json!({ "on": "2026-11-24", "edition": 1, "copies": 1 }));
    let words = printed(&random);
    for word in ["C-0001", "Theodora", "Pending", "6:20", "Commitment"] {
        assert!(words.contains(word), "{word}: {words}");
    }
    assert!(!words.contains("Rosalind") && !words.contains("Nakagawa"));
    let other = json!({ "on": "2026-11-24", "edition": 2, "copies": 1 });
    assert_eq!(random.desk().refused("draw.print_signed_day", other).code, Code::NotFound);
}

#[test]
fn a_discarded_draw_stands_on_the_signed_day() {
    let random = Random::certain();
    let draw = random.frozen("2026-11-24");
    random.desk().op("draw.discard", json!({ "id": draw["id"], "rev": draw["rev"], "reason": "Power cut" }));
    random.desk().op("draw.sign_day", sign(1));
    let place = random.desk().room.path().join("signed.pdf");
    random.desk().world.place_at(Some(place));
    random.desk().op("draw.print_signed_day", json!({ "on": "2026-11-24", "edition": 1, "copies": 1 }));
    assert!(printed(&random).contains("Power cut"));
    // Another draw of the day: the edition no longer says everything.
    random.noticed();
    assert_eq!(report(&random)["changed"], true);
}

#[test]
fn a_span_is_counted_by_day_tier_and_person_and_adds_up() {
    let random = Random::certain();
    let other = random.person("Ana", "Sousa");
    random.noticed();
    let desk = random.as_person("marisol");
    let tests = desk.query("drug_test.day", json!({}))["rows"].take();
    let of = |client: &Value| tests.as_array().unwrap().iter().find(|row| row["client"] == *client).unwrap().clone();
    let (mine, others) = (of(&random.program.client), of(&other));
    desk.op("drug_test.collect", json!({ "id": mine["id"], "rev": 1, "collection": collection() }));
    desk.op(
        "drug_test.not_collected",
        json!({ "id": others["id"], "rev": 1, "outcome": "refused", "reason": "Would not stay" }),
    );
    let desk = random.as_person("theodora");
    let numbers = desk.query("draw.numbers", json!({}));
    let all = &numbers["all"];
    assert_eq!(
        (&all["drawn"], &all["collected"], &all["on_time"], &all["refused"]),
        (&json!(2), &json!(1), &json!(1), &json!(1))
    );
    assert_eq!(numbers["compliance_thousandths"], 500);
    for part in ["days", "tiers", "people"] {
        for count in
            ["pool", "drawn", "collected", "missed", "refused", "excused", "pending", "notified", "missed_check_ins"]
        {
            let sum: i64 =
                numbers[part].as_array().unwrap().iter().map(|one| one["counts"][count].as_i64().unwrap()).sum();
            assert_eq!(sum, all[count].as_i64().unwrap(), "{part} {count}");
        }
    }
    let people = numbers["people"].as_array().unwrap();
    assert_eq!(
        people.iter().map(|one| one["name"].as_str().unwrap()).collect::<Vec<_>>(),
        ["Nakagawa-Whitfield, Rosalind", "Sousa, Ana"]
    );
    assert_eq!(
        (&people[0]["compliance_thousandths"], &people[1]["compliance_thousandths"]),
        (&json!(1_000), &json!(0))
    );
    let faults = desk.refused("draw.numbers", json!({ "from": "2026-11-25", "until": "2026-11-24" }));
    assert_eq!(faults.fields[0].field, "until");
    let faults = desk.refused("draw.numbers", json!({ "from": "2024-11-25", "until": "2026-11-24" }));
    assert_eq!(faults.fields[0].field, "from");
}
