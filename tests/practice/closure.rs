//! Closures: holidays as proposals, planning around a closed date, closing a date with sessions on it, opening it again.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::evening_desk::Evening;

fn close(days: Value, cancel: bool) -> Value {
    json!({ "days": days, "cancel_planned": cancel })
}

fn one(on: &str) -> Value {
    json!([{ "on_date": on, "name": "Staff retreat" }])
}

fn list(evening: &Evening) -> Value {
    evening.desk().query("closure.list", json!({ "year": 2026 }))
}

#[test]
fn the_holidays_of_a_year_are_proposals_with_their_source() {
    let evening = Evening::open();
    let proposals = evening.desk().query("closure.holidays", json!({ "year": 2026 }));
    let proposals = proposals.as_array().unwrap();
    assert_eq!(proposals.len(), 11);
    let july = proposals.iter().find(|line| line["name"] == "Independence Day").unwrap();
    assert_eq!((&july["falls_on"], &july["observed_on"]), (&json!("2026-07-04"), &json!("2026-07-03")));
    assert!(
        proposals.iter().all(|line| line["closed"] == false && line["source"].as_str().unwrap().contains("6103"))
    );
    // A proposal closes nothing.
    assert_eq!(list(&evening)["closures"], json!([]));
    let day = json!([{ "on_date": "2026-07-03", "name": "Independence Day", "source": july["source"] }]);
    evening.desk().op("closure.add", close(day, true));
    let again = evening.desk().query("closure.holidays", json!({ "year": 2026 }));
    assert!(
        again.as_array().unwrap().iter().any(|line| line["name"] == "Independence Day" && line["closed"] == true)
    );
    assert_eq!(list(&evening)["closures"][0]["source"], july["source"]);
}

#[test]
fn planning_ahead_leaves_a_closed_date_out_and_says_why() {
    let evening = Evening::open();
    evening.desk().op("closure.add", close(one("2026-12-22"), true));
    evening.desk().clock.pass(7 * 24 * 60 * 60_000);
    evening.clinic.as_person("theodora");
    let planned = evening.desk().op("session.plan_ahead", json!({}));
    assert_eq!(planned["planned"], 0);
    assert_eq!(
        planned["skipped"],
        json!([{ "group": evening.group, "on_date": "2026-12-22", "starts": "17:30", "because": "Closed: Staff retreat" }])
    );
    assert_eq!(evening.on("2026-12-22").len(), 0);
    let day = evening.desk().query("session.day", json!({ "on": "2026-12-22", "whose": "everybody" }));
    assert_eq!(
        day["closed"],
        json!([{ "on_date": "2026-12-22", "name": "Staff retreat", "left_out": 1, "cancelled": 0, "planned": 0 }])
    );
    // Also for somebody who leads none of them, and for a week that is further away than planning goes.
    let desk = evening.clinic.as_person("ambrose");
    let mine = desk.query("session.day", json!({ "on": "2026-12-20", "days": 7, "whose": "mine" }));
    assert_eq!(mine["closed"][0]["left_out"], 1);
    let desk = evening.clinic.as_person("theodora");
    desk.op("closure.add", close(one("2027-03-02"), true));
    let far = desk.query("session.day", json!({ "on": "2027-03-02", "whose": "mine" }));
    assert_eq!(far["closed"][0]["left_out"], 1);
    assert_eq!(day["plan_ahead_due"], false);
}

#[test]
fn closing_a_date_shows_its_sessions_before_it_cancels_them_and_opening_it_brings_them_back() {
    let evening = Evening::open();
    let client = evening.member("Jerome", "Washington");
    let appointment =
        json!({ "kind": "individual", "client": client, "on_date": "2026-12-01", "starts": "10:00", "minutes": 50 });
    evening.desk().op("session.plan", appointment);
    let rehearsed = evening.desk().rehearse("closure.add", close(one("2026-12-01"), true));
    assert_eq!(rehearsed["sessions"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&rehearsed["sessions"][1]["title"], &rehearsed["sessions"][1]["expected"]),
        (&json!("Process group"), &json!(1))
    );
    assert_eq!(evening.on("2026-12-01")[1]["state"], "planned");
    evening.desk().op("closure.add", close(one("2026-12-01"), true));
    let closed = evening.on("2026-12-01");
    assert!(closed.iter().all(|session| session["state"] == "cancelled"));
    assert_eq!(closed[1]["cancel_reason"], "Closed: Staff retreat");
    assert_eq!(list(&evening)["closures"][0]["cancelled"], 2);
    let day = evening.desk().query("session.day", json!({ "on": "2026-12-01", "whose": "everybody" }));
    let said = &day["closed"][0];
    assert_eq!((&said["left_out"], &said["cancelled"], &said["planned"]), (&json!(0), &json!(2), &json!(0)));
    assert_eq!(evening.desk().op("session.plan_ahead", json!({}))["planned"], 0);
    let id = list(&evening)["closures"][0]["id"].clone();
    let opened = evening.desk().op("closure.remove", json!({ "id": id, "rev": 1, "plan_again": true }));
    assert_eq!((&opened["planned"], &opened["left"]), (&json!(2), &json!(0)));
    assert!(evening.on("2026-12-01").iter().all(|session| session["state"] == "planned"));
    assert_eq!(evening.on("2026-12-01")[1]["cancel_reason"], "");
    assert_eq!(list(&evening)["closures"], json!([]));
}

#[test]
fn sessions_stay_planned_when_nobody_asks_and_stay_cancelled_when_nobody_wants_them_back() {
    let evening = Evening::open();
    let stands = evening.desk().op("closure.add", close(one("2026-12-01"), false));
    assert_eq!((&stands["cancelled"], stands["sessions"].as_array().unwrap().len()), (&json!(false), 1));
    assert_eq!(evening.on("2026-12-01")[0]["state"], "planned");
    assert_eq!(list(&evening)["closures"][0]["planned"], 1);
    evening.desk().op("closure.add", close(one("2026-12-08"), true));
    let id = list(&evening)["closures"][1]["id"].clone();
    let opened = evening.desk().op("closure.remove", json!({ "id": id, "rev": 1 }));
    assert_eq!((&opened["planned"], &opened["left"]), (&json!(0), &json!(1)));
    assert_eq!(evening.on("2026-12-08")[0]["state"], "cancelled");
}

#[test]
fn what_took_a_time_meanwhile_keeps_it() {
    let evening = Evening::open();
    evening.desk().op("closure.add", close(one("2026-12-01"), true));
    let instead =
        json!({ "kind": "group", "group": evening.group, "on_date": "2026-12-01", "starts": "17:30", "minutes": 60 });
    evening.desk().op("session.plan", instead);
    let id = list(&evening)["closures"][0]["id"].clone();
    let opened = evening.desk().op("closure.remove", json!({ "id": id, "rev": 1, "plan_again": true }));
    assert_eq!((&opened["planned"], &opened["left"]), (&json!(0), &json!(1)));
}

#[test]
fn a_closed_date_cancels_nothing_that_was_recorded() {
    let evening = Evening::open();
    evening.member("Jerome", "Washington");
    evening.desk().clock.pass(4 * 60 * 60_000);
    evening.clinic.as_person("theodora");
    evening.record(&evening.tonight(), json!([]));
    let added = evening.desk().op("closure.add", close(one("2026-11-24"), true));
    assert_eq!(added["sessions"], json!([]));
    assert_eq!(evening.tonight()["state"], "recorded");
}

#[test]
fn every_fault_and_refusal_of_a_closure() {
    let evening = Evening::open();
    let twice =
        json!([{ "on_date": "2026-12-25", "name": "Christmas Day" }, { "on_date": "2026-12-25", "name": " " }]);
    let refusal = evening.desk().refused("closure.add", close(twice, true));
    let faults: Vec<&str> = refusal.fields.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(faults, ["days.1.on_date", "days.1.name"]);
    assert_eq!(evening.desk().refused("closure.add", close(json!([]), true)).code, Code::Invalid);
    evening.desk().op("closure.add", close(one("2026-12-25"), true));
    let again = evening.desk().refused("closure.add", close(one("2026-12-25"), true));
    assert_eq!(again.rule, Some("closure.closed_already"));
    assert_eq!(evening.desk().refused("closure.list", json!({ "year": 1900 })).code, Code::Invalid);
    // Only who changes the settings closes a date; whoever sees the schedule sees it.
    let counselor = evening.clinic.as_person("marisol");
    assert_eq!(counselor.refused("closure.add", close(one("2026-12-26"), true)).code, Code::NotPermitted);
    let seen = counselor.query("closure.list", json!({ "year": 2026 }));
    assert_eq!((&seen["may_change"], &seen["closures"][0]["name"]), (&json!(false), &json!("Staff retreat")));
}
