//! Testing programs: tiers as chances, who is enrolled, pauses that keep history, a step down that a person confirms.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::draw_desk::{Random, testing_fields};
use crate::testing_desk::admitted;

const DAY: i64 = 24 * 60 * 60_000;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn standing(random: &Random, on: &str) -> Vec<(String, i64)> {
    let draw = random.frozen(on);
    let days =
        chrono::NaiveDate::signed_duration_since(on.parse().unwrap(), "2026-11-24".parse().unwrap()).num_days();
    random.desk().clock.pass(days * DAY);
    random.as_person("theodora").op("draw.notice", json!({ "id": draw["id"] }));
    let people = random.page(&draw)["proof"]["people"].take();
    people
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["standing"].as_str().unwrap().to_owned(), one["chance_millionths"].as_i64().unwrap()))
        .collect()
}

#[test]
fn a_program_shows_chances_and_ranges() {
    let random = Random::with(json!({}));
    let program = random.desk().query("testing.programs", json!({}))[0].take();
    assert_eq!(program["days_a_year"], 364);
    let weekly = &program["tiers"][0];
    assert_eq!(
        (&weekly["chance_millionths"], &weekly["least"], &weekly["most"]),
        (&json!(142_857), &json!(38), &json!(64))
    );
    assert_eq!((&weekly["people"], &weekly["step_to"]), (&json!(1), &program["tiers"][1]["id"]));
}

#[test]
fn every_fault_of_a_program_stands_beside_its_field() {
    let random = Random::certain();
    let mut fields = testing_fields();
    for (key, value) in [
        ("name", json!("")),
        ("weekdays", json!("0000000")),
        ("notice_time", json!("noon")),
        ("closes", json!("25:00")),
        ("floor_millionths", json!(0)),
        ("panel", json!("nothing")),
    ] {
        fields[key] = value;
    }
    fields["tiers"] = json!([{ "name": "", "per_year": 0, "analyzed_percent": 101, "step_after_days": 0, "step_to": 0 },
        { "name": "Other", "per_year": 5, "analyzed_percent": 50, "step_after_days": 5 }]);
    let refusal = random.desk().refused("testing.add_program", json!({ "fields": fields }));
    assert_eq!(
        faults(&refusal),
        [
            "name",
            "weekdays",
            "notice_time",
            "closes",
            "closes",
            "floor_millionths",
            "panel",
            "tiers.0.name",
            "tiers.0.per_year",
            "tiers.0.analyzed_percent",
            "tiers.0.step_to",
            "tiers.0.step_after_days",
            "tiers.1.step_after_days",
        ]
    );
}

#[test]
fn every_rule_of_testing_says_no() {
    let random = Random::certain();
    let desk = random.desk();
    let rule = |call: &str, request: Value| desk.refused(call, request).rule;
    let enroll = |client: &Value, tier: &Value| json!({ "client": client, "program": random.testing, "tier": tier });
    assert_eq!(rule("testing.enroll", enroll(&random.program.client, &random.upper)), Some("testing.enrolled"));
    let ana = random.program.clinic.client("Ana", "Sousa", &random.program.clinic.marisol);
    assert_eq!(rule("testing.enroll", enroll(&ana, &random.upper)), Some("testing.not_admitted"));
    assert_eq!(
        rule("testing.enroll", enroll(&ana, &json!("0190ffff-ffff-7fff-8fff-ffffffffffff"))),
        Some("testing.other_tier")
    );
    let mine = desk.query("testing.people", json!({}))[0].take();
    let moved = |tier: &Value| json!({ "id": mine["id"], "rev": 1, "tier": tier, "because": "As agreed" });
    assert_eq!(rule("testing.move", moved(&random.upper)), Some("testing.other_tier"));
    let pause = json!({ "client": random.program.client, "program": random.testing, "kind": "hospital",
        "from": "2026-11-26", "because": "Surgery" });
    desk.op("testing.pause", pause.clone());
    assert_eq!(rule("testing.pause", pause), Some("testing.paused"));
    desk.op("testing.end", json!({ "id": mine["id"], "rev": 1, "because": "Finished" }));
    assert_eq!(rule("testing.move", moved(&random.lower)), Some("testing.ended"));
    let mut fields = testing_fields();
    assert_eq!(
        rule("testing.change_program", json!({ "id": random.testing, "rev": 1, "fields": fields })),
        Some("testing.tier_stays")
    );
    fields["active"] = json!(false);
    let other = desk.op("testing.add_program", json!({ "fields": fields }))["id"].take();
    let bo = admitted(desk, "Bo", "Sousa", &random.program.clinic.marisol, "2026-11-02");
    assert_eq!(
        rule("testing.enroll", json!({ "client": bo, "program": other, "tier": random.upper })),
        Some("testing.inactive")
    );
}

#[test]
fn a_pause_takes_somebody_out_and_a_place_that_collects_keeps_them_in() {
    for (kind, site, expected) in [
        ("vacation", "", ("away", 0)),
        ("vacation", "Bar Harbor clinic", ("covered", 1_000_000)),
        ("hospital", "", ("hospital", 0)),
        ("other", "", ("paused", 0)),
    ] {
        let random = Random::certain();
        random.desk().op(
            "testing.pause",
            json!({ "client": random.program.client, "program": random.testing, "kind": kind, "site": site,
                    "from": "2026-11-25", "until": "2026-11-26", "because": "As told" }),
        );
        assert_eq!(standing(&random, "2026-11-26"), [(expected.0.to_owned(), expected.1)], "{kind} {site}");
    }
}

#[test]
fn a_pause_ends_and_its_days_stay() {
    let random = Random::certain();
    let desk = random.desk();
    let pause = desk.op(
        "testing.pause",
        json!({ "client": random.program.client, "program": random.testing, "kind": "other", "from": "2026-11-24",
                "because": "Funeral" }),
    );
    desk.clock.pass(2 * DAY);
    random.as_person("marisol").op("testing.resume", json!({ "id": pause["id"], "rev": 1 }));
    let mine = desk.query("testing.people", json!({ "client": random.program.client }))[0].take();
    assert_eq!((&mine["standing"], &mine["pauses"]), (&json!("enrolled"), &json!([])));
    assert_eq!(desk.refused("testing.resume", json!({ "id": pause["id"], "rev": 2 })).rule, Some("testing.ended"));
    let past = json!({ "client": random.program.client, "program": random.testing, "kind": "other", "from": "2026-11-20",
        "until": "2026-11-19", "because": "" });
    assert_eq!(faults(&desk.refused("testing.pause", past)), ["because", "from", "until"]);
}

#[test]
fn somebody_discharged_is_in_the_pool_with_the_reason() {
    let random = Random::certain();
    let ana = random.program.clinic.client("Ana", "Sousa", &random.program.clinic.marisol);
    let admission = json!({ "admitted_on": "2026-11-02", "level": "2.1", "track": "Evening" });
    let stay = random.desk().op("episode.admit", json!({ "client": ana, "admission": admission }));
    random.enroll(&ana);
    random.desk().op(
        "episode.discharge",
        json!({ "id": stay["id"], "rev": 1, "how": "completed", "discharged_on": "2026-11-20", "reason": "Completed" }),
    );
    let mut found = standing(&random, "2026-11-24");
    found.sort();
    assert_eq!(found, [("discharged".to_owned(), 0), ("enrolled".to_owned(), 1_000_000)]);
}

#[test]
fn a_step_down_is_proposed_and_a_person_confirms() {
    let random = Random::with(json!({}));
    let desk = random.desk();
    let mine = || desk.query("testing.people", json!({}))[0].take();
    assert_eq!(mine()["step_to"], Value::Null);
    desk.clock.pass(91 * DAY);
    random.as_person("marisol");
    let proposed = mine();
    assert_eq!((&proposed["step_to"], &proposed["step_to_name"]), (&random.lower, &json!("Twice a month")));
    desk.op(
        "testing.move",
        json!({ "id": proposed["id"], "rev": proposed["rev"], "tier": random.lower, "because": "90 quiet days" }),
    );
    let stays = desk.query("testing.people", json!({ "client": random.program.client }));
    let tiers: Vec<_> = stays.as_array().unwrap().iter().map(|stay| (&stay["tier_name"], &stay["until"])).collect();
    assert_eq!(tiers, [(&json!("Twice a month"), &Value::Null), (&json!("Weekly"), &json!("2027-02-22"))]);
    assert_eq!(stays[0]["line_code"], stays[1]["line_code"]);
}

#[test]
fn a_missed_test_takes_the_proposal_away() {
    let random = Random::with(json!({}));
    let ordered = random.program.ordered();
    let desk = random.as_person("marisol");
    desk.op(
        "drug_test.not_collected",
        json!({ "id": ordered["id"], "rev": 1, "outcome": "missed", "reason": "Did not come" }),
    );
    desk.clock.pass(91 * DAY);
    let desk = random.as_person("marisol");
    assert_eq!(desk.query("testing.people", json!({}))[0]["step_to"], Value::Null);
}

#[test]
fn who_may_change_programs_and_places() {
    let random = Random::certain();
    let mine = random.desk().query("testing.people", json!({}))[0].take();
    let ends = json!({ "id": mine["id"], "rev": 1, "because": "x" });
    for (login, program, place) in [
        ("marisol", Code::NotPermitted, None),
        ("ambrose", Code::NotPermitted, Some(Code::NotFound)),
        ("jolene", Code::NotPermitted, Some(Code::NotPermitted)),
        ("bram", Code::NotPermitted, Some(Code::NotPermitted)),
        ("ines", Code::NotPermitted, Some(Code::NotPermitted)),
        ("odalys", Code::NotPermitted, Some(Code::NotPermitted)),
    ] {
        let desk = random.as_person(login);
        let add = json!({ "fields": testing_fields() });
        assert_eq!(desk.refused("testing.add_program", add).code, program, "{login}");
        let stale = json!({ "id": mine["id"], "rev": 9, "because": "x" });
        let code = desk.refused("testing.end", stale).code;
        assert_eq!(code, place.unwrap_or(Code::Conflict), "{login}");
    }
    // A colleague's list does not hold the client, and a place that is not there gives the same answer.
    let desk = random.as_person("ambrose");
    assert_eq!(desk.query("testing.people", json!({})), json!([]));
    let nobody = json!({ "id": "0190ffff-ffff-7fff-8fff-ffffffffffff", "rev": 1, "because": "x" });
    assert_eq!(desk.refused("testing.end", nobody), desk.refused("testing.end", ends));
}
