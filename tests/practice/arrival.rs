//! The front-desk board: who is expected, here, late, gone; what is offered to who records; and what the desk never sees.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::evening_desk::{Evening, HOUR, MINUTE, add_group, row};

/// The line of a client on the board.
fn line(evening: &Evening, client: &Value) -> Value {
    let board = evening.desk().query("arrival.board", json!({}));
    board["lines"].as_array().unwrap().iter().find(|line| line["client"] == *client).unwrap().clone()
}

fn mark(client: &Value, mark: &str) -> Value {
    json!({ "client": client, "mark": mark })
}

/// 17:20 on an evening with one member, at the front desk.
fn at_the_desk() -> (Evening, Value) {
    let evening = Evening::open();
    let client = evening.member("Jerome", "Washington");
    evening.desk().clock.pass(3 * HOUR + 20 * MINUTE);
    evening.clinic.as_person("jolene");
    (evening, client)
}

#[test]
fn one_key_marks_an_arrival_and_a_leaving_and_each_is_taken_back() {
    let (evening, client) = at_the_desk();
    let desk = evening.desk();
    assert_eq!(line(&evening, &client)["state"], "expected");
    let here = desk.op("arrival.mark", mark(&client, "here"));
    assert_eq!(line(&evening, &client)["words"], "Here since 5:20 PM");
    assert_eq!(desk.refused("arrival.mark", mark(&client, "here")).rule, Some("arrival.marked_already"));
    desk.clock.pass(40 * MINUTE);
    evening.clinic.as_person("jolene");
    let gone = desk.op("arrival.mark", mark(&client, "gone"));
    assert_eq!(line(&evening, &client)["words"], "Gone at 6:00 PM");
    let first = desk.refused("arrival.take_back", json!({ "id": here["id"], "rev": 1 }));
    assert_eq!(first.rule, Some("arrival.not_latest"));
    desk.op("arrival.take_back", json!({ "id": gone["id"], "rev": 1 }));
    assert_eq!(line(&evening, &client)["state"], "here");
    desk.op("arrival.take_back", json!({ "id": here["id"], "rev": 1 }));
    assert_eq!(line(&evening, &client)["state"], "expected");
    assert_eq!(desk.refused("arrival.mark", mark(&client, "gone")).rule, Some("arrival.not_here"));
}

#[test]
fn a_call_stands_on_tonight_and_is_offered_to_who_records() {
    let (evening, client) = at_the_desk();
    let tonight = evening.tonight();
    let call = json!({ "client": client, "mark": "late", "session": tonight["id"], "minutes": 20, "reason": "Bus" });
    evening.desk().op("arrival.mark", call);
    let marisol = evening.clinic.as_person("marisol");
    let sheet = marisol.query("attendance.sheet", json!({ "session": tonight["id"] }));
    let told = &row(&sheet, &client)["desk"];
    assert_eq!((&told["words"], &told["late_minutes"]), (&json!("Called: late 20 min"), &json!(20)));
    assert_eq!(sheet["session"]["called"], 1);
    let called = marisol.query("day.mine", json!({}))["sessions"][0]["called"].clone();
    assert_eq!(
        (&called[0]["name"]["text"], &called[0]["words"]),
        (&json!("Washington, Jerome"), &json!("late 20 min"))
    );
    // Nothing is recorded by that: present by default until somebody says so.
    assert_eq!(row(&sheet, &client)["recorded"], Value::Null);
    evening.desk().clock.pass(25 * MINUTE);
    let jolene = evening.clinic.as_person("jolene");
    jolene.op("arrival.mark", mark(&client, "here"));
    let marisol = evening.clinic.as_person("marisol");
    let sheet = marisol.query("attendance.sheet", json!({ "session": tonight["id"] }));
    let told = &row(&sheet, &client)["desk"];
    assert_eq!((&told["words"], &told["late_minutes"]), (&json!("Here since 5:45 PM"), &json!(15)));
    assert_eq!(sheet["session"]["called"], 0);
    assert_eq!(marisol.query("day.mine", json!({}))["sessions"][0]["called"], json!([]));
}

/// A call about one group says nothing of the next; a later call about that one leaves the first as it was.
#[test]
fn a_call_about_one_session_stands_on_that_session_alone() {
    let (evening, client) = at_the_desk();
    evening.clinic.as_person("theodora");
    let late = add_group(&evening.clinic, "Skills", &[(2, "18:45", 60)]);
    evening.desk().op("membership.join", json!({ "group": late, "client": client, "joined_on": "2026-10-01" }));
    let sessions = evening.on("2026-11-24");
    let said = |evening: &Evening| -> Vec<(Value, Value)> {
        evening.clinic.as_person("theodora");
        let told = evening.on("2026-11-24").into_iter().map(|session| {
            (session["called"].clone(), row(&evening.sheet(&session), &client)["desk"]["words"].clone())
        });
        told.collect()
    };
    let call = |session: &Value, mut request: Value| {
        request["client"] = client.clone();
        request["session"] = session["id"].clone();
        evening.clinic.as_person("jolene").op("arrival.mark", request);
    };
    call(&sessions[0], json!({ "mark": "late", "minutes": 20 }));
    assert_eq!(said(&evening), [(json!(1), json!("Called: late 20 min")), (json!(0), Value::Null)]);
    evening.desk().clock.pass(MINUTE);
    call(&sessions[1], json!({ "mark": "not_coming", "reason": "Called in to work" }));
    assert_eq!(said(&evening), [(json!(1), json!("Called: late 20 min")), (json!(1), json!("Called: not coming"))]);
}

#[test]
fn a_call_for_the_day_is_an_excused_absence_in_every_session_of_it() {
    let (evening, client) = at_the_desk();
    evening.clinic.as_person("theodora");
    let late = add_group(&evening.clinic, "Skills", &[(2, "18:45", 60)]);
    evening.desk().op("membership.join", json!({ "group": late, "client": client, "joined_on": "2026-10-01" }));
    evening.clinic.as_person("jolene");
    let call = json!({ "client": client, "mark": "not_coming", "reason": "Shift moved" });
    evening.desk().op("arrival.mark", call);
    assert_eq!(line(&evening, &client)["sessions"].as_array().unwrap().len(), 2);
    evening.clinic.as_person("theodora");
    for session in evening.on("2026-11-24") {
        let sheet = evening.sheet(&session);
        assert_eq!(row(&sheet, &client)["desk"]["absent"], json!({ "excused": true, "reason": "Shift moved" }));
        assert_eq!(sheet["session"]["called"], 1);
    }
}

#[test]
fn every_fault_and_refusal_of_a_mark() {
    let (evening, client) = at_the_desk();
    let desk = evening.desk();
    let faults = |request: Value| -> Vec<String> {
        desk.refused("arrival.mark", request).fields.into_iter().map(|fault| fault.field).collect()
    };
    assert_eq!(faults(mark(&client, "late")), ["minutes", "session"]);
    assert_eq!(faults(mark(&client, "not_coming")), ["reason"]);
    let other = evening
        .clinic
        .as_person("theodora")
        .query("session.day", json!({ "on": "2026-12-01", "whose": "everybody" }))["sessions"][0]["id"]
        .clone();
    let nowhere = evening.admitted("Ruth Ann", "Stoltzfus", &evening.clinic.marisol);
    let jolene = evening.clinic.as_person("jolene");
    let next_week = json!({ "client": client, "mark": "late", "session": other, "minutes": 5 });
    assert_eq!(jolene.refused("arrival.mark", next_week).rule, Some("arrival.not_expected"));
    assert_eq!(jolene.refused("arrival.mark", mark(&nowhere, "here")).rule, Some("arrival.not_expected"));
    // What was recorded is corrected there.
    jolene.clock.pass(HOUR);
    evening.clinic.as_person("theodora");
    let tonight = evening.tonight();
    evening.record(&tonight, json!([]));
    let jolene = evening.clinic.as_person("jolene");
    let late = json!({ "client": client, "mark": "late", "session": tonight["id"], "minutes": 5 });
    assert_eq!(jolene.refused("arrival.mark", late).rule, Some("arrival.recorded"));
}

#[test]
fn the_front_desk_marks_and_sees_no_clinical_word() {
    let (evening, client) = at_the_desk();
    evening.clinic.as_person("theodora");
    let tonight = evening.tonight();
    let other = evening.admitted("Ruth Ann", "Stoltzfus", &evening.clinic.ambrose);
    for (kind, starts) in [("crisis", "18:30"), ("assessment", "19:30")] {
        let request = json!({ "kind": kind, "client": other, "on_date": "2026-11-24", "starts": starts, "minutes": 50,
                              "topic": "Cravings" });
        evening.desk().op("session.plan", request);
    }
    evening.desk().op(
        "session.change",
        json!({ "id": tonight["id"], "rev": 1, "staff": tonight["staff"], "room": "Cedar",
        "on_date": "2026-11-24", "starts": "17:30", "minutes": 60, "topic": "Cravings after a relapse" }),
    );
    let jolene = evening.clinic.as_person("jolene");
    let board = jolene.query("arrival.board", json!({}));
    assert!(!board.to_string().contains("Cravings"));
    // Names, rooms and times: whatever else is added to the board has to be looked at here first.
    let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(keys(&board["lines"][0]), ["client", "may_mark", "name", "reason", "sessions", "state", "words"]);
    let session = &board["lines"][0]["sessions"][0];
    assert_eq!(
        keys(session),
        ["ends_at", "led_by", "minutes", "room", "session", "starts", "starts_at", "state", "title"]
    );
    assert_eq!((&session["title"], &session["led_by"]), (&json!("Process group"), &json!("Marisol Quiñones")));
    let titles: Vec<&Value> =
        board["lines"][1]["sessions"].as_array().unwrap().iter().map(|one| &one["title"]).collect();
    assert_eq!(titles, ["Appointment", "Appointment"], "a crisis and an assessment are appointments at the desk");
    assert_eq!(board["lines"][0]["name"]["text"], "Washington, Jerome");
    assert_eq!(board["lines"][0]["may_mark"], true);
    // Other dates are looked at, not marked.
    assert_eq!(jolene.query("arrival.board", json!({ "on": "2026-12-01" }))["lines"][0]["may_mark"], false);
    // Only the front desk marks; a facilitator sees their own sessions, a counselor their own clients.
    for (login, lines) in [("theodora", 2), ("marisol", 1), ("ambrose", 1)] {
        let desk = evening.clinic.as_person(login);
        assert_eq!(desk.query("arrival.board", json!({}))["lines"].as_array().unwrap().len(), lines, "{login}");
        assert_eq!(desk.refused("arrival.mark", mark(&client, "here")).code, Code::NotPermitted, "{login}");
    }
}

#[test]
fn a_restricted_chart_is_a_number_on_the_board_and_is_not_marked() {
    let (evening, client) = at_the_desk();
    evening.clinic.as_person("theodora");
    evening
        .desk()
        .op("client.restrict", json!({ "id": client, "rev": 1, "restricted": true, "reason": "A colleague" }));
    let jolene = evening.clinic.as_person("jolene");
    let board = jolene.query("arrival.board", json!({}));
    assert_eq!(
        (&board["lines"][0]["name"]["how"], &board["lines"][0]["may_mark"]),
        (&json!("number"), &json!(false))
    );
    assert_eq!(jolene.refused("arrival.mark", mark(&client, "here")).code, Code::NotFound);
}
