//! Sessions: planned from weekly places, as appointments, moved, cancelled, and printed as a sign-in sheet.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::desk::NOON_ISH;
use crate::evening_desk::{Evening, HOUR, group_fields};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn appointment(client: &Value) -> Value {
    json!({ "kind": "individual", "client": client, "on_date": "2026-11-25", "starts": "10:00", "minutes": 50 })
}

#[test]
fn four_weeks_are_planned_from_the_weekly_places_and_never_twice() {
    let evening = Evening::open();
    for date in ["2026-11-24", "2026-12-01", "2026-12-08", "2026-12-15"] {
        let sessions = evening.on(date);
        assert_eq!(sessions.len(), 1, "{date}");
        assert_eq!((&sessions[0]["starts"], &sessions[0]["room"]), (&json!("17:30"), &json!("Cedar")));
    }
    assert_eq!(evening.on("2026-12-22").len(), 0);
    assert_eq!(evening.desk().op("session.plan_ahead", json!({}))["planned"], 0);
    evening.desk().clock.pass(24 * 7 * HOUR);
    evening.clinic.as_person("theodora");
    let due =
        |desk: &crate::desk::Desk| desk.query("session.day", json!({ "whose": "mine" }))["plan_ahead_due"].clone();
    assert_eq!(due(evening.desk()), true);
    assert_eq!(evening.desk().op("session.plan_ahead", json!({}))["planned"], 1);
    assert_eq!(due(evening.desk()), false);
    assert_eq!(evening.on("2026-12-22").len(), 1);
}

#[test]
fn a_moved_or_cancelled_session_is_not_planned_again() {
    let evening = Evening::open();
    let (moved, cancelled) = (evening.on("2026-12-01")[0].clone(), evening.on("2026-12-08")[0].clone());
    evening.desk().op(
        "session.change",
        json!({ "id": moved["id"], "rev": 1, "staff": moved["staff"], "room": "Maple", "on_date": "2026-12-02",
                "starts": "18:00", "minutes": 60, "topic": "Moved for the holiday" }),
    );
    evening.desk().op("session.cancel", json!({ "id": cancelled["id"], "rev": 1, "reason": "Snow" }));
    assert_eq!(evening.desk().op("session.plan_ahead", json!({}))["planned"], 0);
    assert_eq!(evening.on("2026-12-01").len(), 0);
    assert_eq!(evening.on("2026-12-02")[0]["topic"], "Moved for the holiday");
    assert_eq!(evening.on("2026-12-08")[0]["cancel_reason"], "Snow");
}

#[test]
fn an_appointment_is_a_session_with_one_client() {
    let evening = Evening::open();
    let client = evening.admitted("Jerome", "Washington", &evening.clinic.marisol);
    let desk = evening.clinic.as_person("marisol");
    let saved = desk.op("session.plan", appointment(&client));
    let got = desk.query("session.get", json!({ "id": saved["id"] }));
    let session = &got["session"];
    assert_eq!((&session["title"], &session["expected"]), (&json!("Individual session"), &json!(1)));
    assert_eq!(session["client_name"]["text"], "Washington, Jerome");
    assert_eq!(session["staff_name"], "Marisol Quiñones");
    assert_eq!(session["mine"], true);
    let minutes = session["ends_at"].as_i64().unwrap() - session["starts_at"].as_i64().unwrap();
    assert_eq!(minutes, 50 * 60_000);
    // Another counselor neither sees nor plans it.
    let desk = evening.clinic.as_person("ambrose");
    assert_eq!(desk.refused("session.get", json!({ "id": saved["id"] })).code, Code::NotFound);
    assert_eq!(desk.refused("session.plan", appointment(&client)).code, Code::NotFound);
    assert_eq!(evening.on("2026-11-25").len(), 0);
}

#[test]
fn what_a_session_needs_depends_on_its_kind() {
    let evening = Evening::open();
    let client = evening.admitted("Jerome", "Washington", &evening.clinic.marisol);
    for (kind, group, with, expected) in [
        ("group", false, false, vec!["group"]),
        ("group", true, true, vec!["client"]),
        ("individual", false, false, vec!["client"]),
        ("crisis", true, true, vec!["group"]),
        ("family", false, false, vec!["client"]),
        ("education", true, true, vec!["client"]),
    ] {
        let mut request = json!({ "kind": kind, "on_date": "2026-11-25", "starts": "10:00", "minutes": 50 });
        if group {
            request["group"] = evening.group.clone();
        }
        if with {
            request["client"] = client.clone();
        }
        assert_eq!(faults(&evening.desk().refused("session.plan", request)), expected, "{kind}");
    }
}

#[test]
fn a_time_that_the_clock_jumps_over_is_refused() {
    let evening = Evening::open();
    let client = evening.admitted("Jerome", "Washington", &evening.clinic.marisol);
    let mut request = appointment(&client);
    request["on_date"] = json!("2027-03-14");
    request["starts"] = json!("02:30");
    assert_eq!(faults(&evening.desk().refused("session.plan", request.clone())), ["starts"]);
    request["minutes"] = json!(0);
    request["starts"] = json!("soon");
    assert_eq!(faults(&evening.desk().refused("session.plan", request)), ["starts", "minutes"]);
}

#[test]
fn a_group_meets_once_at_a_time() {
    let evening = Evening::open();
    let mut extra = json!({ "kind": "group", "group": evening.group, "on_date": "2026-11-24", "starts": "17:30",
                            "minutes": 60 });
    assert_eq!(evening.desk().refused("session.plan", extra.clone()).rule, Some("session.taken"));
    extra["starts"] = json!("20:00");
    let saved = evening.desk().op("session.plan", extra.clone());
    let back = json!({ "id": saved["id"], "rev": 1, "staff": evening.clinic.marisol, "room": "", "topic": "",
                       "on_date": "2026-11-24", "starts": "17:30", "minutes": 60 });
    assert_eq!(evening.desk().refused("session.change", back).rule, Some("session.taken"));
    let fields = group_fields("Process group", &evening.clinic.marisol);
    evening.desk().op("group.change", json!({ "id": evening.group, "rev": 1, "fields": fields, "active": false }));
    extra["starts"] = json!("21:30");
    assert_eq!(evening.desk().refused("session.plan", extra).rule, Some("session.group_inactive"));
}

#[test]
fn a_recorded_or_cancelled_session_stays_as_it_is() {
    let evening = Evening::open();
    evening.member("Jerome", "Washington");
    let tonight = evening.tonight();
    evening.desk().clock.pass(5 * HOUR);
    evening.clinic.as_person("marisol");
    evening.record(&tonight, json!([]));
    let cancel = |id: &Value, rev: i64| json!({ "id": id, "rev": rev, "reason": "Snow" });
    assert_eq!(evening.desk().refused("session.cancel", cancel(&tonight["id"], 2)).rule, Some("session.recorded"));
    let next = evening.on("2026-12-01")[0].clone();
    evening.desk().op("session.cancel", cancel(&next["id"], 1));
    assert_eq!(evening.desk().refused("session.cancel", cancel(&next["id"], 2)).rule, Some("session.cancelled"));
    let reason = json!({ "id": evening.on("2026-12-08")[0]["id"], "rev": 1, "reason": " " });
    assert_eq!(faults(&evening.desk().refused("session.cancel", reason)), ["reason"]);
}

#[test]
fn a_substitute_records_in_place_of_the_facilitator() {
    let evening = Evening::open();
    evening.member("Jerome", "Washington");
    let fergus = evening.desk().hire("Fergus", "Dunlavey", "fergus", &["facilitator"])["id"].clone();
    let tonight = evening.tonight();
    let itself = json!({ "id": tonight["id"], "rev": 1, "substitute": evening.clinic.marisol });
    assert_eq!(faults(&evening.desk().refused("session.substitute", itself)), ["substitute"]);
    evening.desk().op("session.substitute", json!({ "id": tonight["id"], "rev": 1, "substitute": fergus }));
    evening.desk().clock.pass(5 * HOUR);
    evening.clinic.as_person("fergus");
    let mine = evening.desk().query("session.day", json!({ "whose": "mine" }));
    assert_eq!(mine["sessions"][0]["substitute_name"], "Fergus Dunlavey");
    assert_eq!(evening.sheet(&tonight)["rows"][0]["name"]["text"], "Jerome W.");
    evening.record(&mine["sessions"][0], json!([]));
}

#[test]
fn planned_sessions_follow_the_new_facilitator_of_a_group() {
    let evening = Evening::open();
    let mut fields = group_fields("Process group", &evening.clinic.ambrose);
    fields["room"] = json!("Maple");
    evening.desk().op("group.change", json!({ "id": evening.group, "rev": 1, "fields": fields, "active": true }));
    let tonight = evening.tonight();
    assert_eq!((&tonight["staff_name"], &tonight["room"]), (&json!("Ambrose Okafor"), &json!("Maple")));
}

#[test]
fn the_list_of_a_week_holds_its_bounds() {
    let evening = Evening::open();
    let list = |days: u8| {
        evening.desk().call("session.day", json!({ "on": "2026-11-23", "days": days, "whose": "everybody" }))
    };
    assert_eq!(list(7).unwrap()["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(list(9).unwrap()["sessions"].as_array().unwrap().len(), 2);
    assert_eq!(faults(&list(32).unwrap_err()), ["days"]);
    assert_eq!(evening.tonight()["starts_at"], NOON_ISH + 7 * HOUR / 2);
}

#[test]
fn the_sign_in_sheet_shows_first_names_and_initials() {
    let evening = Evening::open();
    for (given, family) in [("Ana", "Silva"), ("Ana", "Sousa"), ("Jerome", "Washington")] {
        evening.member(given, family);
    }
    let tonight = evening.tonight();
    *evening.desk().world.place.lock().unwrap() = Some(evening.desk().room.path().join("sheet.pdf"));
    evening.clinic.as_person("marisol");
    let print = |copies: u8, blank: u8| json!({ "id": tonight["id"], "copies": copies, "blank": blank });
    assert_eq!(evening.desk().op("session.sign_in_sheet", print(1, 2))["saved"], true);
    let (template, content) = evening.desk().world.printed.lock().unwrap().pop().unwrap();
    assert_eq!(template, "sign-in-sheet");
    assert_eq!(content["names"], json!(["Ana Si.", "Ana So.", "Jerome W."]));
    assert_eq!(content["time"], "5:30 PM to 6:30 PM");
    assert!(!content.to_string().contains("Washington"));
    assert_eq!(faults(&evening.desk().refused("session.sign_in_sheet", print(0, 0))), ["copies"]);
    assert_eq!(faults(&evening.desk().refused("session.sign_in_sheet", print(1, 21))), ["blank"]);
    assert_eq!(evening.desk().query("session.get", json!({ "id": tonight["id"] }))["session"]["state"], "planned");
}

/// What two appointments on 2026-11-25 at 9:00 and 9:30, an hour each, are booked twice with; `None` is a cancelled second.
fn booked_twice(one: (&str, &str), other: Option<(&str, &str)>, on_date: &str) -> [Value; 2] {
    let evening = Evening::open();
    let staff = |name: &str| if name == "marisol" { &evening.clinic.marisol } else { &evening.clinic.ambrose };
    let clients = ["Jerome", "Wren"].map(|given| evening.admitted(given, "Washington", &evening.clinic.marisol));
    let plan = |client: &Value, starts: &str, on_date: &str, (leader, room): (&str, &str)| {
        let request = json!({ "kind": "individual", "client": client, "staff": staff(leader), "room": room,
                              "on_date": on_date, "starts": starts, "minutes": 60 });
        evening.desk().op("session.plan", request)
    };
    let first = plan(&clients[0], "09:00", "2026-11-25", one);
    let second = plan(&clients[1], "09:30", on_date, other.unwrap_or(one));
    if other.is_none() {
        let cancel = json!({ "id": second["id"], "rev": second["rev"], "reason": "Snow" });
        evening.desk().op("session.cancel", cancel);
    }
    let request = json!({ "on": "2026-11-25", "days": 2, "whose": "everybody" });
    let twice = evening.desk().query("session.day", request)["twice"].clone();
    let of = |id: &Value| {
        twice.as_array().unwrap().iter().find(|found| found["session"] == *id).map(|found| &found["what"])
    };
    [&first, &second].map(|session| of(&session["id"]).cloned().unwrap_or_default())
}

#[test]
fn what_is_booked_twice_is_said_of_both() {
    let on = "2026-11-25";
    for (what, one, other, on_date, expected) in [
        ("another room and leader", ("marisol", "Hall"), Some(("ambrose", "West")), on, Value::Null),
        ("no room at all", ("marisol", ""), Some(("ambrose", "")), on, Value::Null),
        ("the same room", ("marisol", "Hall"), Some(("ambrose", " hall")), on, json!(["room"])),
        ("the same leader", ("marisol", ""), Some(("marisol", "")), on, json!(["staff"])),
        ("both", ("marisol", "Hall"), Some(("marisol", "Hall")), on, json!(["staff", "room"])),
        ("a cancelled one", ("marisol", "Hall"), None, on, Value::Null),
        ("another date", ("marisol", "Hall"), Some(("marisol", "Hall")), "2026-11-26", Value::Null),
    ] {
        assert_eq!(booked_twice(one, other, on_date), [expected.clone(), expected], "{what}");
    }
}

#[test]
fn a_double_booking_counts_for_who_stands_in_and_for_who_sees_one_side_only() {
    let evening = Evening::open();
    let clients = ["Jerome", "Wren"].map(|given| evening.admitted(given, "Washington", &evening.clinic.marisol));
    let plan = |client: &Value, staff: &Value, starts: &str| {
        let request = json!({ "kind": "individual", "client": client, "staff": staff, "on_date": "2026-11-25",
                              "starts": starts, "minutes": 60 });
        evening.desk().op("session.plan", request)
    };
    let hers = plan(&clients[0], &evening.clinic.marisol, "09:00");
    let his = plan(&clients[1], &evening.clinic.ambrose, "09:30");
    let stand_in = json!({ "id": his["id"], "rev": his["rev"], "substitute": evening.clinic.marisol });
    evening.desk().op("session.substitute", stand_in);
    let desk = evening.clinic.as_person("ambrose");
    let mine = desk.query("session.day", json!({ "on": "2026-11-25", "whose": "mine" }));
    let shown: Vec<&Value> = mine["sessions"].as_array().unwrap().iter().map(|line| &line["id"]).collect();
    assert!(!shown.contains(&&hers["id"]), "{mine}");
    assert_eq!(mine["twice"], json!([{ "session": his["id"], "what": ["staff"] }]));
}
