//! Draws: from commitment to names, who may read what before and after, and the same names from the printed page.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::draw_desk::{Random, testing_fields};
use crate::testing_desk::collection;

const DAY: i64 = 24 * 60 * 60_000;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn this(row: &Value) -> Value {
    json!({ "id": row["id"], "rev": row["rev"] })
}

/// The details of the entries about a draw, in their order. Theodora is signed in afterwards.
fn details(random: &Random, action: &str) -> Vec<String> {
    let entries = random.desk().entries();
    random.as_person("theodora");
    let of = entries.iter().filter(|entry| entry.action == action && !entry.detail.is_empty());
    of.map(|entry| entry.detail.clone()).collect()
}

/// Works the page of a draw out again from what is printed.
fn rerun(desk: &Desk, page: &Value) -> Value {
    let proof = &page["proof"];
    let line = |one: &Value| {
        format!("{} {} {}", one["token"].as_str().unwrap(), one["chance_millionths"], one["analyzed_millionths"])
    };
    let pool: Vec<String> = proof["people"].as_array().unwrap().iter().map(line).collect();
    desk.query("draw.rerun", json!({ "head": proof["head"], "secret": proof["secret"], "pool": pool.join("\n") }))
}

#[test]
fn a_draw_goes_from_commitment_to_ordered_tests() {
    let random = Random::certain();
    let desk = random.desk();
    let draw = random.committed("2026-11-24");
    let page = random.page(&draw);
    assert_eq!(details(&random, "draw.commit"), [format!("commitment {}", page["commitment"].as_str().unwrap())]);
    assert_eq!((&page["draw"]["state"], &page["may_run"]), (&json!("committed"), &json!(true)));

    let draw = desk.op("draw.run", this(&draw));
    assert_eq!(random.page(&draw)["proof"], Value::Null);
    assert_eq!(desk.query("drug_test.day", json!({}))["rows"], json!([]));

    desk.op("draw.notice", json!({ "id": draw["id"] }));
    let page = random.page(&draw);
    let proof = &page["proof"];
    assert_eq!(details(&random, "draw.notice"), [format!("revealed {}", proof["secret"].as_str().unwrap())]);
    assert_eq!(details(&random, "draw.run"), [format!("pool {}", proof["pool_digest"].as_str().unwrap())]);
    assert_eq!(proof["people"][0]["client_name"], "Nakagawa-Whitfield, Rosalind");
    let tests = desk.query("drug_test.day", json!({}))["rows"].take();
    assert_eq!((&tests[0]["class"], &tests[0]["reason"]), (&json!("ordered"), &json!("random")));
    assert_eq!(tests[0]["id"], proof["people"][0]["test"]);

    // Asked again, it orders nothing more.
    desk.op("draw.notice", json!({ "id": draw["id"] }));
    assert_eq!(desk.query("drug_test.day", json!({}))["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn the_commitment_stands_before_the_pool_and_the_seed_hangs_on_the_chain() {
    let random = Random::certain();
    let draw = random.noticed();
    let page = random.page(&draw);
    let entries = random.desk().entries();
    let place = |action: &str| entries.iter().position(|entry| entry.action == action).unwrap();
    assert!(place("draw.commit") < place("draw.run") && place("draw.run") < place("draw.notice"));
    // The head is the last entry before the freezing.
    assert_eq!(page["proof"]["head_seq"], json!(place("draw.run")));
}

#[test]
fn an_order_that_waits_for_the_day_is_used() {
    let random = Random::certain();
    let ordered = random.program.ordered();
    random.as_person("theodora");
    let draw = random.noticed();
    assert_eq!(random.page(&draw)["proof"]["people"][0]["test"], ordered["id"]);
}

#[test]
fn the_printed_page_gives_the_same_names_elsewhere_and_later() {
    let random = Random::with(json!({ "floor_millionths": 400_000 }));
    for name in ["Ana", "Bo", "Cleo", "Dov", "Edda", "Finn", "Gus", "Hana", "Ivo"] {
        random.person(name, "Sousa");
    }
    let draw = random.noticed();
    let before = random.page(&draw);

    // Somebody leaves the program, and somebody is discharged.
    let people = random.desk().query("testing.people", json!({}));
    random
        .desk()
        .op("testing.end", json!({ "id": people[0]["id"], "rev": people[0]["rev"], "because": "Moved away" }));
    random.desk().clock.pass(DAY);
    random.as_person("theodora");
    let page = random.page(&draw);
    assert_eq!(page["proof"], before["proof"]);

    // Another practice, with none of these records.
    let elsewhere = Random::certain();
    let again = rerun(elsewhere.desk(), &page);
    assert_eq!(again["commitment"], page["commitment"]);
    assert_eq!((&again["seed"], &again["pool_digest"]), (&page["proof"]["seed"], &page["proof"]["pool_digest"]));
    for (one, other) in again["people"].as_array().unwrap().iter().zip(page["proof"]["people"].as_array().unwrap()) {
        for field in ["token", "number", "selected", "analyzed"] {
            assert_eq!(one[field], other[field], "{field}");
        }
    }
}

#[test]
fn nobody_reads_a_name_before_the_notice_time() {
    let random = Random::certain();
    let draw = random.frozen("2026-11-25");
    let day = json!({ "on": "2026-11-25" });
    for login in ["theodora", "marisol", "ambrose", "jolene", "bram", "ines", "odalys"] {
        let desk = random.as_person(login);
        let rows = desk.query("drug_test.day", day.clone());
        assert_eq!(rows["rows"], json!([]), "{login}");
        let line = desk.query("check_in.day", day.clone());
        assert_eq!((&line["lines"][0]["people"], &line["lines"][0]["open"]), (&json!([]), &json!(false)), "{login}");
        assert!(!line.to_string().contains("Rosalind"), "{login}");
        assert_eq!(desk.refused("draw.notice", json!({ "id": draw["id"] })).rule, Some("draw.too_early"), "{login}");
        if let Ok(page) = desk.call("draw.page", json!({ "id": draw["id"] })) {
            assert_eq!((&page["proof"], &page["draw"]["selected"]), (&Value::Null, &Value::Null), "{login}");
            assert_eq!(
                desk.refused("draw.print", json!({ "id": draw["id"], "copies": 1 })).rule,
                Some("draw.not_told"),
                "{login}"
            );
        }
    }
    // At the notice time whoever opens the line opens the names.
    random.desk().clock.pass(DAY);
    let desk = random.as_person("jolene");
    assert_eq!(desk.query("check_in.day", json!({}))["lines"][0]["notice_due"], true);
    desk.op("draw.notice", json!({ "id": draw["id"] }));
    let line = desk.query("check_in.day", json!({}))["lines"][0].take();
    assert_eq!(
        (&line["people"][0]["name"], &line["people"][0]["told"]),
        (&json!("Nakagawa-Whitfield, Rosalind"), &json!("test"))
    );
}

/// Every cell of the row "draws not yet noticed", before and after the notice.
#[test]
fn who_may_look_at_draws() {
    let random = Random::certain();
    let draw = random.noticed();
    let one = json!({ "id": draw["id"] });
    for (login, sees) in [
        ("theodora", true),
        ("odalys", true),
        ("marisol", false),
        ("ambrose", false),
        ("jolene", false),
        ("bram", false),
        ("ines", false),
    ] {
        let desk = random.as_person(login);
        for (call, request) in [("draw.list", json!({})), ("draw.page", one.clone()), ("draw.report", json!({}))] {
            let code = desk.call(call, request).err().map(|refusal| refusal.code);
            assert_eq!(code, if sees { None } else { Some(Code::NotPermitted) }, "{login} {call}");
        }
        if login != "theodora" {
            for (call, request) in [
                ("draw.commit", json!({ "program": random.testing, "on": "2026-11-26" })),
                ("draw.run", json!({ "id": draw["id"], "rev": 3 })),
                ("draw.discard", json!({ "id": draw["id"], "rev": 3, "reason": "x" })),
            ] {
                assert_eq!(desk.refused(call, request).code, Code::NotPermitted, "{login} {call}");
            }
        }
    }
    // The auditor reads tokens of everybody and names of named charts only.
    let desk = random.as_person("odalys");
    let page = desk.query("draw.page", one.clone());
    assert_eq!(
        (&page["proof"]["people"][0]["client_name"], &page["proof"]["people"][0]["selected"]),
        (&Value::Null, &json!(true))
    );
    assert_eq!(rerun(desk, &page)["people"][0]["selected"], true);
}

#[test]
fn a_restricted_chart_is_a_number_to_the_line_and_no_name_on_the_page() {
    let random = Random::certain();
    let client = &random.program.client;
    let restrict = json!({ "id": client, "rev": 1, "restricted": true, "reason": "A colleague works here" });
    random.as_person("theodora").op("client.restrict", restrict);
    let draw = random.noticed();
    assert_eq!(random.page(&draw)["proof"]["people"][0]["client_name"], Value::Null);
    let line = random.as_person("jolene").query("check_in.day", json!({}))["lines"][0].take();
    assert!(line["people"][0]["name"].as_str().unwrap().starts_with("Client "));
    assert_eq!(line["people"][0]["test"], Value::Null);
}

#[test]
fn a_discarded_draw_stays_with_its_reason_and_what_it_would_have_said() {
    let random = Random::certain();
    let desk = random.desk();
    let draw = random.frozen("2026-11-24");
    assert_eq!(
        faults(&desk.refused("draw.discard", json!({ "id": draw["id"], "rev": draw["rev"], "reason": " " }))),
        ["reason"]
    );
    desk.op("draw.discard", json!({ "id": draw["id"], "rev": draw["rev"], "reason": "The pool was not up to date" }));
    let page = random.page(&draw);
    assert_eq!(details(&random, "draw.discard"), [format!("revealed {}", page["proof"]["secret"].as_str().unwrap())]);
    // It would have selected Rosalind, and ordered nothing.
    assert_eq!(page["proof"]["people"][0]["selected"], true);
    assert_eq!(desk.query("drug_test.day", json!({}))["rows"], json!([]));

    let again = random.noticed();
    let report = desk.query("draw.report", json!({}));
    let draws: Vec<_> =
        report["draws"].as_array().unwrap().iter().map(|one| (&one["attempt"], &one["state"])).collect();
    assert_eq!(draws, [(&json!(2), &json!("noticed")), (&json!(1), &json!("discarded"))]);
    assert_eq!(report["draws"][1]["discard_reason"], "The pool was not up to date");
    assert_ne!(random.page(&again)["commitment"], page["commitment"]);
}

#[test]
fn every_rule_of_a_draw_says_no() {
    let random = Random::certain();
    let desk = random.desk();
    let commit = |on: &str| json!({ "program": random.testing, "on": on });
    for (on, rule) in [("2026-11-23", "draw.out_of_time"), ("2026-12-09", "draw.out_of_time")] {
        assert_eq!(desk.refused("draw.commit", commit(on)).rule, Some(rule), "{on}");
    }
    let draw = random.committed("2026-11-24");
    let rule = |call: &str, request: Value| desk.refused(call, request).rule;
    let discard = |row: &Value| json!({ "id": row["id"], "rev": row["rev"], "reason": "Set by mistake" });
    assert_eq!(rule("draw.commit", commit("2026-11-24")), Some("draw.standing"));
    assert_eq!(rule("draw.notice", json!({ "id": draw["id"] })), Some("draw.not_frozen"));
    let frozen = desk.op("draw.run", this(&draw));
    assert_eq!(rule("draw.run", this(&frozen)), Some("draw.frozen"));
    let noticed = desk.op("draw.notice", json!({ "id": draw["id"] }));
    assert_eq!(rule("draw.discard", discard(&noticed)), Some("draw.noticed"));

    let other = random.committed("2026-11-25");
    let gone = desk.op("draw.discard", discard(&other));
    assert_eq!(rule("draw.run", this(&gone)), Some("draw.discarded"));
    assert_eq!(rule("draw.notice", json!({ "id": other["id"] })), Some("draw.discarded"));
    assert_eq!(rule("draw.print", json!({ "id": other["id"], "copies": 1 })), Some("draw.not_told"));

    let mut fields = testing_fields();
    let tiers = desk.query("testing.programs", json!({}))[0]["tiers"].take();
    for place in [0, 1] {
        fields["tiers"][place]["id"] = tiers[place]["id"].clone();
    }
    fields["weekdays"] = json!("1110111");
    let saved = desk.op("testing.change_program", json!({ "id": random.testing, "rev": 1, "fields": fields }));
    assert_eq!(rule("draw.commit", commit("2026-11-26")), Some("draw.closed_day"));
    fields["active"] = json!(false);
    desk.op("testing.change_program", json!({ "id": random.testing, "rev": saved["rev"], "fields": fields }));
    assert_eq!(rule("draw.commit", commit("2026-11-27")), Some("draw.inactive"));
}

#[test]
fn the_day_report_counts_what_happened() {
    let random = Random::certain();
    let names = ["Ana", "Bo", "Cleo", "Dov", "Edda"];
    let clients: Vec<Value> = names.iter().map(|name| random.person(name, "Sousa")).collect();
    random.noticed();
    let tests = random.desk().query("drug_test.day", json!({}))["rows"].take();
    let test_of = |client: &Value| {
        let row = tests.as_array().unwrap().iter().find(|row| row["client"] == *client).unwrap();
        json!({ "id": row["id"], "rev": row["rev"] })
    };
    let desk = random.as_person("marisol");
    let mut collect = test_of(&random.program.client);
    collect["collection"] = collection();
    collect["collection"]["time"] = json!("07:10");
    desk.op("drug_test.collect", collect);
    for (client, outcome) in clients.iter().zip(["missed", "refused", "unable", "excused"]) {
        let mut end = test_of(client);
        (end["outcome"], end["reason"]) = (json!(outcome), json!("As said"));
        desk.op("drug_test.not_collected", end);
    }
    random.as_person("theodora");
    let report = random.desk().query("draw.report", json!({}));
    let all = &report["all"];
    for (count, expected) in [
        ("pool", 6),
        ("drawn", 6),
        ("collected", 1),
        ("on_time", 1),
        ("missed", 1),
        ("refused", 1),
        ("unable", 1),
        ("excused", 1),
        ("pending", 1),
        ("notified", 0),
        ("missed_check_ins", 0),
    ] {
        assert_eq!(all[count], expected, "{count}");
    }
    assert_eq!(report["compliance_thousandths"], 200);
    assert_eq!(report["tiers"][0]["tier_name"], "Weekly");
    // Ten hours later the line has closed, and nobody had called.
    random.desk().clock.pass(10 * 60 * 60_000);
    random.as_person("theodora");
    assert_eq!(random.desk().query("draw.report", json!({ "on": "2026-11-24" }))["all"]["missed_check_ins"], 6);
}

#[test]
fn the_page_and_the_day_are_printed() {
    let random = Random::certain();
    let draw = random.noticed();
    random.desk().world.place_at(Some(random.desk().room.path().join("draw.pdf")));
    let desk = random.as_person("odalys");
    desk.op("draw.print", json!({ "id": draw["id"], "copies": 1 }));
    let (template, content) = desk.world.printed.lock().unwrap().pop().unwrap();
    assert_eq!(template, "draw-page");
    assert!(!content.to_string().contains("Rosalind"));
    assert_eq!(content["people"].as_array().unwrap().len(), 1);
    desk.op("draw.print_day", json!({ "on": "2026-11-24", "copies": 1 }));
    let (template, content) = desk.world.printed.lock().unwrap().pop().unwrap();
    assert_eq!((template.as_str(), &content["rows"][1]["name"]), ("draw-day", &json!("All")));
}

/// Over 30 days of a tier of 52 a year, with real draws: about as many as expected, and none of it planned.
#[test]
fn a_year_of_draws_keeps_to_its_chance() {
    let random = Random::with(json!({}));
    let mut selected = 0;
    for day in 0..30 {
        let on = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() + chrono::Days::new(day);
        if on.to_string() == "2026-12-25" {
            continue;
        }
        random.as_person("theodora");
        let draw = random.frozen(&on.to_string());
        random.desk().op("draw.notice", json!({ "id": draw["id"] }));
        let page = random.page(&draw);
        assert_eq!(page["proof"]["people"][0]["chance_millionths"], 142_857);
        selected += i32::from(page["proof"]["people"][0]["selected"] == json!(true));
        random.desk().clock.pass(DAY);
    }
    assert!(selected < 20, "{selected}");
}
