//! Policies and the practice's own facts: bounds, effective dates, history.

use practice::kernel::refusal::Code;
use practice::practice::policy::{DEFINITIONS, HOURS_2_1, PART_2, Shape, value_on, whole_on};
use serde_json::{Value, json};

use crate::desk::Desk;

fn set(key: &str, value: &str, on: &str) -> Value {
    json!({ "key": key, "value": value, "effective_on": on })
}

fn policy(desk: &Desk, key: &str) -> Value {
    let all = desk.query("policy.list", json!({}));
    all.as_array().unwrap().iter().find(|policy| policy["key"] == key).unwrap().clone()
}

#[test]
fn every_default_lies_within_its_own_bounds_and_says_where_it_comes_from() {
    for definition in DEFINITIONS {
        match definition.shape {
            Shape::Whole(least, most) => {
                let value: i64 = definition.default.parse().unwrap();
                assert!((least..=most).contains(&value), "{}", definition.key);
            }
            Shape::YesNo => assert!(matches!(definition.default, "yes" | "no"), "{}", definition.key),
        }
        assert!(!definition.source.is_empty() && !definition.label.is_empty(), "{}", definition.key);
        assert_eq!(DEFINITIONS.iter().filter(|other| other.key == definition.key).count(), 1);
    }
}

#[test]
fn values_out_of_bounds_and_other_shapes_are_refused() {
    let desk = Desk::founded();
    for definition in DEFINITIONS {
        let (wrong, right) = match definition.shape {
            Shape::Whole(least, most) => (
                vec![(least - 1).to_string(), (most + 1).to_string(), "nine".into(), String::new(), "9.5".into()],
                vec![least.to_string(), most.to_string()],
            ),
            Shape::YesNo => (vec!["maybe".into(), "Yes".into(), String::new()], vec!["yes".into(), "no".into()]),
        };
        for value in wrong {
            let refusal = desk.refused("policy.set", set(definition.key, &value, "2026-12-01"));
            assert_eq!((refusal.code, refusal.fields[0].field.as_str()), (Code::Invalid, "value"), "{value}");
        }
        for value in right {
            desk.op("policy.set", set(definition.key, &value, "2026-12-01"));
        }
    }
    assert_eq!(desk.refused("policy.set", set("no_such", "1", "2026-12-01")).code, Code::NotFound);
}

#[test]
fn a_value_holds_from_its_date_and_the_one_before_stays_true_for_its_time() {
    let desk = Desk::founded();
    assert_eq!(policy(&desk, HOURS_2_1)["value"], "9");
    desk.op("policy.set", set(HOURS_2_1, "10", "2026-11-24"));
    desk.op("policy.set", set(HOURS_2_1, "12", "2026-11-25"));
    let today = policy(&desk, HOURS_2_1);
    assert_eq!((&today["value"], &today["default"]), (&json!("10"), &json!("9")));
    assert_eq!(today["effective_on"], "2026-11-24");
    let dates: Vec<&str> =
        today["history"].as_array().unwrap().iter().map(|value| value["effective_on"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2026-11-25", "2026-11-24"]);
    assert_eq!(today["history"][0]["by"], "Theodora Brandvold");
    desk.inspect(|sql| {
        for (on, expected) in [("2026-11-23", 9), ("2026-11-24", 10), ("2026-11-25", 12), ("2031-01-01", 12)] {
            assert_eq!(whole_on(sql, HOURS_2_1, on.parse().unwrap()).unwrap(), expected, "{on}");
        }
        assert_eq!(value_on(sql, PART_2, "2026-11-24".parse().unwrap()).unwrap(), "yes");
    });
}

#[test]
fn a_payer_may_have_its_own_rule_and_falls_back_to_the_general_one() {
    let desk = Desk::founded();
    let of = |payer: &str, value: &str, on: &str| json!({ "key": HOURS_2_1, "value": value, "effective_on": on, "payer": payer });
    desk.op("policy.set", of("Harbor Health", "12", "2026-11-01"));
    desk.op("policy.set", of("harbor  health", "13", "2026-11-01"));
    let now = policy(&desk, HOURS_2_1);
    assert_eq!((&now["value"], &now["by_payer"]), (&json!("9"), &json!(true)));
    assert_eq!((&now["payers"][0]["value"], now["payers"].as_array().unwrap().len()), (&json!("13"), 1), "one payer");
    let refused = |request: Value| desk.refused("policy.set", request).fields[0].field.clone();
    assert_eq!(refused(of("Harbor Health", "99", "2026-11-01")), "value");
    assert_eq!(
        refused(json!({ "key": PART_2, "value": "no", "effective_on": "2026-11-01", "payer": "Harbor Health" })),
        "payer"
    );
    assert_eq!(refused(of("", "", "2026-11-01")), "value", "the general rule always has a value");
    desk.op("policy.set", of("Harbor Health", "", "2026-11-20"));
    assert_eq!(policy(&desk, HOURS_2_1)["payers"], json!([]));
    desk.inspect(|sql| assert_eq!(whole_on(sql, HOURS_2_1, "2026-11-24".parse().unwrap()).unwrap(), 9));
}

#[test]
fn the_day_turns_at_the_practices_own_midnight() {
    let desk = Desk::founded();
    desk.op("policy.set", set(HOURS_2_1, "12", "2026-11-25"));
    // 14:00 in New York; midnight is ten hours away, in UTC it passed five hours before.
    desk.clock.pass(10 * 3_600_000 - 1);
    assert_eq!(policy(&desk, HOURS_2_1)["value"], "9");
    desk.clock.pass(1);
    assert_eq!(policy(&desk, HOURS_2_1)["value"], "12");
}

#[test]
fn a_second_choice_for_the_same_date_replaces_the_first_which_is_kept() {
    let desk = Desk::founded();
    desk.op("policy.set", set(HOURS_2_1, "10", "2026-11-24"));
    desk.op("policy.set", set(HOURS_2_1, "11", "2026-11-24"));
    let now = policy(&desk, HOURS_2_1);
    assert_eq!((&now["value"], now["history"].as_array().unwrap().len()), (&json!("11"), 1));
    let kept = desk.versions("policy");
    assert_eq!((kept.len(), &kept[0]["value"]), (1, &json!("10")));
}

#[test]
fn the_practice_is_changed_with_its_faults_beside_their_fields() {
    let desk = Desk::founded();
    let practice = desk.query("practice.get", json!({}));
    for (field, value) in [
        ("name", json!(" ")),
        ("state", json!("ZZ")),
        ("time_zone", json!("Mars/Olympus")),
        ("idle_minutes", json!(0)),
        ("idle_minutes", json!(16)),
    ] {
        let mut request = practice.clone();
        request[field] = value;
        assert_eq!(desk.refused("practice.change", request).fields[0].field, field);
    }
    let mut request = practice.clone();
    request["time_zone"] = json!("Pacific/Honolulu");
    request["week_starts_on"] = json!("monday");
    let changed = desk.op("practice.change", request);
    assert_eq!((&changed["week_starts_on"], &changed["rev"]), (&json!("monday"), &json!(2)));
    assert_eq!(desk.refused("practice.change", practice).code, Code::Conflict);
    assert_eq!(desk.versions("practice")[0]["time_zone"], "America/New_York");
}

#[test]
fn what_first_run_offers_is_what_it_takes() {
    let desk = Desk::empty();
    let choices = desk.query("practice.choices", json!({}));
    assert_eq!(choices["time_zones"][0], "America/New_York");
    let mut request = crate::desk::found_request();
    request["practice"]["state"] = choices["states"].as_array().unwrap().last().unwrap()["code"].clone();
    request["practice"]["time_zone"] = choices["time_zones"].as_array().unwrap().last().unwrap().clone();
    request["practice"]["week_starts_on"] = choices["week_starts"][2]["code"].clone();
    desk.op("practice.create", request);
}
