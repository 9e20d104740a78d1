//! "This and the following": a weekly time is moved or ended from one session on, and double bookings are said.

use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::evening_desk::{Evening, HOUR, add_group};

fn shift(session: &Value, on: &str, starts: &str) -> Value {
    json!({ "id": session["id"], "rev": session["rev"], "on_date": on, "starts": starts, "minutes": 75,
            "staff": session["staff"], "room": "Maple" })
}

fn times(evening: &Evening, from: &str) -> Vec<String> {
    let list = evening.desk().query("session.day", json!({ "on": from, "days": 31, "whose": "everybody" }));
    let sessions = list["sessions"].as_array().unwrap();
    let standing = sessions.iter().filter(|session| session["state"] != "cancelled");
    standing.map(|session| format!("{} {}", session["on_date"], session["starts"]).replace('"', "")).collect()
}

#[test]
fn this_and_the_following_move_and_the_earlier_stay() {
    let evening = Evening::open();
    let next = evening.on("2026-12-01")[0].clone();
    let moved = evening.desk().op("series.move", shift(&next, "2026-12-02", "18:00"));
    assert_eq!((&moved["moved"], &moved["kept"], &moved["closed"]), (&json!(3), &json!(0), &json!(0)));
    assert_eq!(
        times(&evening, "2026-11-24"),
        ["2026-11-24 17:30", "2026-12-02 18:00", "2026-12-09 18:00", "2026-12-16 18:00"]
    );
    let session = evening.on("2026-12-09")[0].clone();
    assert_eq!((&session["room"], &session["minutes"]), (&json!("Maple"), &json!(75)));
    // The weekly time itself followed, so the weeks to come are planned there.
    evening.desk().clock.pass(24 * 7 * HOUR);
    evening.clinic.as_person("theodora");
    assert_eq!(evening.desk().op("session.plan_ahead", json!({}))["planned"], 1);
    assert_eq!(evening.on("2026-12-23")[0]["starts"], "18:00");
    assert_eq!(evening.on("2026-12-22").len(), 0);
}

#[test]
fn moving_it_back_undoes_it() {
    let evening = Evening::open();
    let before = times(&evening, "2026-11-24");
    let next = evening.on("2026-12-01")[0].clone();
    evening.desk().op("series.move", shift(&next, "2026-12-03", "09:00"));
    let there = evening.on("2026-12-03")[0].clone();
    evening.desk().op("series.move", shift(&there, "2026-12-01", "17:30"));
    assert_eq!(times(&evening, "2026-11-24"), before);
    assert_eq!(evening.desk().op("session.plan_ahead", json!({}))["planned"], 0);
}

#[test]
fn what_was_moved_by_hand_keeps_its_time_and_what_was_cancelled_stays_so() {
    let evening = Evening::open();
    let (hand, gone) = (evening.on("2026-12-08")[0].clone(), evening.on("2026-12-15")[0].clone());
    evening.desk().op(
        "session.change",
        json!({ "id": hand["id"], "rev": 1, "staff": hand["staff"], "room": "",
        "on_date": "2026-12-10", "starts": "12:00", "minutes": 60, "topic": "" }),
    );
    evening.desk().op("session.cancel", json!({ "id": gone["id"], "rev": 1, "reason": "Snow" }));
    let moved = evening.desk().op("series.move", shift(&evening.on("2026-12-01")[0], "2026-12-02", "18:00"));
    assert_eq!((&moved["moved"], &moved["kept"]), (&json!(1), &json!(1)));
    assert_eq!(times(&evening, "2026-11-25"), ["2026-12-02 18:00", "2026-12-10 12:00"]);
    assert_eq!(evening.desk().op("session.plan_ahead", json!({}))["planned"], 0);
}

#[test]
fn a_series_moves_around_closures() {
    let evening = Evening::open();
    // The day of a session is closed; then the day the series moves to.
    for on in ["2026-12-08", "2026-12-16"] {
        evening
            .desk()
            .op("closure.add", json!({ "days": [{ "on_date": on, "name": "Closed" }], "cancel_planned": true }));
    }
    let moved = evening.desk().op("series.move", shift(&evening.on("2026-12-01")[0], "2026-12-02", "18:00"));
    assert_eq!((&moved["moved"], &moved["closed"]), (&json!(1), &json!(1)));
    assert_eq!(times(&evening, "2026-11-25"), ["2026-12-02 18:00", "2026-12-09 18:00"]);
    // Opened again, only the place that still holds comes back.
    let closures = evening.desk().query("closure.list", json!({ "year": 2026 }))["closures"].clone();
    for (closure, planned) in closures.as_array().unwrap().iter().zip([0, 1]) {
        let opened =
            evening.desk().op("closure.remove", json!({ "id": closure["id"], "rev": 1, "plan_again": true }));
        assert_eq!(opened["planned"], planned);
    }
    assert_eq!(times(&evening, "2026-11-25"), ["2026-12-02 18:00", "2026-12-09 18:00", "2026-12-16 18:00"]);
}

#[test]
fn a_weekly_time_ends_with_its_later_sessions_and_comes_back() {
    let evening = Evening::open();
    let next = evening.on("2026-12-01")[0].clone();
    let snow = evening.on("2026-12-08")[0].clone();
    evening.desk().op("session.cancel", json!({ "id": snow["id"], "rev": 1, "reason": "Snow" }));
    let cancel = json!({ "id": next["id"], "rev": 1, "reason": "The facilitator is on leave" });
    let ended = evening.desk().op("series.cancel", cancel);
    assert_eq!(ended["cancelled"], 2);
    assert_eq!(times(&evening, "2026-11-24"), ["2026-11-24 17:30"]);
    assert_eq!(evening.on("2026-12-15")[0]["cancel_reason"], "The facilitator is on leave");
    let back = evening.desk().op("series.resume", json!({ "slot": ended["slot"], "rev": ended["rev"] }));
    // The one that snow cancelled stays cancelled.
    assert_eq!(back["cancelled"], 2);
    assert_eq!(times(&evening, "2026-11-24"), ["2026-11-24 17:30", "2026-12-01 17:30", "2026-12-15 17:30"]);
}

#[test]
fn every_refusal_of_a_series() {
    let evening = Evening::open();
    let client = evening.member("Jerome", "Washington");
    let desk = evening.desk();
    let refused =
        |session: &Value, on: &str, starts: &str| desk.refused("series.move", shift(session, on, starts)).rule;
    let single = desk.op(
        "session.plan",
        json!({ "kind": "individual", "client": client, "on_date": "2026-12-01", "starts": "10:00", "minutes": 50 }),
    );
    let single = desk.query("session.get", json!({ "id": single["id"] }))["session"].clone();
    assert_eq!(refused(&single, "2026-12-02", "10:00"), Some("session.not_weekly"));
    // The group meets elsewhere in the week at that time already.
    desk.op("slot.add", json!({ "group": evening.group, "fields": { "weekday": 4, "starts": "18:00", "minutes": 60, "from_on": "2026-11-01" } }));
    let next = evening.on("2026-12-01").into_iter().find(|line| line["weekly"] == true).unwrap();
    assert_eq!(refused(&next, "2026-12-03", "17:30"), Some("group.slot_taken"));
    desk.op(
        "session.plan",
        json!({ "kind": "group", "group": evening.group, "on_date": "2026-12-09", "starts": "18:00", "minutes": 60 }),
    );
    assert_eq!(refused(&next, "2026-12-02", "18:00"), Some("session.taken"));
    let far = desk.refused("series.move", shift(&next, "2026-12-08", "18:00"));
    assert_eq!(far.fields[0].field, "on_date");
    let past = desk.refused("series.move", shift(&evening.tonight(), "2026-11-23", "18:00"));
    assert_eq!(past.fields[0].field, "on_date");
    // A later one that was brought forward and recorded stays; so does everything before it.
    let brought = evening.on("2026-12-08")[0].clone();
    desk.op(
        "session.change",
        json!({ "id": brought["id"], "rev": 1, "staff": brought["staff"], "room": "",
        "on_date": "2026-11-24", "starts": "09:00", "minutes": 60, "topic": "" }),
    );
    let early = evening.on("2026-11-24").into_iter().find(|line| line["id"] == brought["id"]).unwrap();
    evening.record(&early, json!([]));
    assert_eq!(refused(&next, "2026-12-02", "19:00"), Some("session.recorded_later"));
    assert_eq!(refused(&early, "2026-11-25", "19:00"), Some("session.recorded"));
    // A place that ended has nothing following; what is past is not planned anew.
    let stands = desk.refused("session.plan_again", json!({ "id": next["id"], "rev": 1 }));
    assert_eq!(stands.rule, Some("session.stands"));
    let slot = desk.query("group.get", json!({ "id": evening.group }))["group"]["slots"][0].clone();
    assert_eq!(desk.refused("series.resume", json!({ "slot": slot["id"], "rev": 1 })).rule, Some("session.stands"));
    desk.op("slot.end", json!({ "id": slot["id"], "rev": 1, "until_on": "2026-12-01" }));
    let ended = desk.refused("session.plan_again", json!({ "id": next["id"], "rev": 2 }));
    assert_eq!(ended.rule, Some("session.place_ended"));
    desk.clock.pass(24 * HOUR);
    evening.clinic.as_person("theodora");
    let yesterday = evening.on("2026-11-24").into_iter().find(|line| line["state"] == "planned").unwrap();
    assert_eq!(refused(&yesterday, "2026-11-26", "19:00"), Some("session.past"));
}

#[test]
fn a_cancelled_session_is_planned_again_while_its_time_is_free() {
    let evening = Evening::open();
    let next = evening.on("2026-12-01")[0].clone();
    evening.desk().op("session.cancel", json!({ "id": next["id"], "rev": 1, "reason": "Snow" }));
    let again = evening.desk().op("session.plan_again", json!({ "id": next["id"], "rev": 2 }));
    assert_eq!(again["rev"], 3);
    assert_eq!(evening.on("2026-12-01")[0]["state"], "planned");
    evening.desk().op("session.cancel", json!({ "id": next["id"], "rev": 3, "reason": "Snow" }));
    evening.desk().op(
        "session.plan",
        json!({ "kind": "group", "group": evening.group, "on_date": "2026-12-01", "starts": "17:30", "minutes": 60 }),
    );
    let taken = evening.desk().refused("session.plan_again", json!({ "id": next["id"], "rev": 4 }));
    assert_eq!(taken.rule, Some("session.taken"));
}

#[test]
fn two_bookings_of_a_person_or_a_room_are_said_and_stop_nobody() {
    let evening = Evening::open();
    let member = evening.member("Jerome", "Washington");
    let other = evening.admitted("Ruth Ann", "Stoltzfus", &evening.clinic.marisol);
    let desk = evening.desk();
    let plan = |client: &Value, starts: &str, room: &str, staff: &Value| {
        json!({ "kind": "individual", "client": client, "staff": staff, "room": room, "on_date": "2026-12-01",
                "starts": starts, "minutes": 60 })
    };
    let (marisol, ambrose) = (&evening.clinic.marisol, &evening.clinic.ambrose);
    for (client, starts, room, staff, expected) in [
        (&other, "16:30", "Cedar", marisol, vec![]),
        (&other, "18:30", "Cedar", marisol, vec![]),
        (&other, "18:29", "Maple", marisol, vec!["staff"]),
        (&other, "17:00", " cedar ", ambrose, vec!["room"]),
        (&member, "17:00", "", ambrose, vec!["client"]),
        (&member, "17:00", "Cedar", marisol, vec!["staff", "room", "client"]),
    ] {
        let rehearsed = desk.rehearse("session.plan", plan(client, starts, room, staff));
        let found: Vec<&str> =
            rehearsed["clashes"].as_array().unwrap().iter().map(|clash| clash["what"].as_str().unwrap()).collect();
        assert_eq!(found, expected, "{starts} {room}");
    }
    // Saved all the same; and a group meets the appointment of its member, who is counted and not named.
    desk.op("session.plan", plan(&member, "17:00", "", ambrose));
    let group = evening.on("2026-12-01").into_iter().find(|line| line["weekly"] == true).unwrap();
    let change = json!({ "id": group["id"], "rev": 1, "staff": group["staff"], "room": "Cedar", "on_date": "2026-12-01",
        "starts": "17:15", "minutes": 60, "topic": "" });
    let words = desk.rehearse("session.change", change)["clashes"][0]["words"].clone();
    assert_eq!(words, "1 person of this group is expected in Individual session, 5:00 PM to 6:00 PM.");
    let second = add_group(&evening.clinic, "Skills", &[]);
    let extra = json!({ "kind": "group", "group": second, "on_date": "2026-12-08", "starts": "18:00", "minutes": 60, "room": "Oak" });
    assert_eq!(
        desk.op("session.plan", extra)["clashes"][0]["words"],
        "Marisol Quiñones is in Process group, 5:30 PM to 6:30 PM."
    );
}

/// What a run does to a weekly time.
#[derive(Clone, Debug)]
enum Step {
    /// Moves the session of a week and the following ones to another weekday of its week.
    Shift(usize, i64, u32),
    /// Cancels one.
    Cancel(usize),
    /// Ends the weekly time there, and takes that back.
    EndAndResume(usize),
    /// Records what has begun, and lets a day pass.
    Record,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0..4_usize, 1..6_i64, 8..20_u32).prop_map(|(week, day, hour)| Step::Shift(week, day, hour)),
        1 => (0..4_usize).prop_map(Step::Cancel),
        1 => (0..4_usize).prop_map(Step::EndAndResume),
        2 => Just(Step::Record),
    ];
    prop::collection::vec(step, 1..7)
}

/// Every session of the four weeks, by its week: Monday first.
fn by_week(evening: &Evening) -> HashMap<String, Vec<Value>> {
    let list = evening.desk().query("session.day", json!({ "on": "2026-11-23", "days": 28, "whose": "everybody" }));
    let mut weeks: HashMap<String, Vec<Value>> = HashMap::new();
    for session in list["sessions"].as_array().unwrap() {
        let on: chrono::NaiveDate = session["on_date"].as_str().unwrap().parse().unwrap();
        weeks.entry(on.format("%G-%V").to_string()).or_default().push(session.clone());
    }
    weeks
}

fn recorded(evening: &Evening) -> Vec<Value> {
    let mut found: Vec<Value> =
        by_week(evening).into_values().flatten().filter(|line| line["state"] == "recorded").collect();
    found.sort_by_key(|line| line["id"].to_string());
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done to a weekly time: what was recorded stays as it was, and no week has two sessions of it.
    #[test]
    fn no_week_is_planned_twice_and_nothing_recorded_is_touched(steps in steps()) {
        let evening = Evening::open();
        evening.member("Jerome", "Washington");
        for step in steps {
            let before = recorded(&evening);
            let desk = evening.desk();
            let mut weeks: Vec<(String, Vec<Value>)> = by_week(&evening).into_iter().collect();
            weeks.sort_by(|a, b| a.0.cmp(&b.0));
            let of = |week: usize| weeks.get(week).and_then(|(_, of)| of.iter().find(|line| line["state"] == "planned"));
            match step {
                Step::Shift(week, day, hour) => if let Some(session) = of(week) {
                    let monday: chrono::NaiveDate = "2026-11-23".parse().unwrap();
                    let on = monday + chrono::TimeDelta::days(7 * i64::try_from(week).unwrap() + day);
                    let _ = desk.call("series.move", shift(session, &on.to_string(), &format!("{hour:02}:00")));
                },
                Step::Cancel(week) => if let Some(session) = of(week) {
                    desk.op("session.cancel", json!({ "id": session["id"], "rev": session["rev"], "reason": "Snow" }));
                },
                Step::EndAndResume(week) => if let Some(session) = of(week) {
                    let request = json!({ "id": session["id"], "rev": session["rev"], "reason": "Leave" });
                    if let Ok(ended) = desk.call("series.cancel", request) {
                        let slot = &ended["answer"];
                        desk.op("series.resume", json!({ "slot": slot["slot"], "rev": slot["rev"] }));
                    }
                },
                Step::Record => {
                    desk.clock.pass(24 * HOUR);
                    evening.clinic.as_person("theodora");
                    for session in weeks.iter().flat_map(|(_, of)| of).filter(|line| line["state"] == "planned") {
                        let _ = desk.call("attendance.record", json!({ "session": session["id"], "rev": session["rev"], "exceptions": [] }));
                    }
                }
            }
            let after = recorded(&evening);
            prop_assert!(before.iter().all(|line| after.contains(line)), "a recorded session changed");
            desk.op("session.plan_ahead", json!({}));
            for (week, of) in by_week(&evening) {
                let standing = of.iter().filter(|line| line["state"] != "cancelled").count();
                prop_assert!(standing <= 1, "{week} has {standing} sessions");
            }
        }
    }
}
