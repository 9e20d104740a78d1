//! Walk-ins after the fact: somebody nobody could name, or who was left out when the session was recorded. Their own times, and
//! a label that stays.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::attendance::{after_group, faults};
use crate::evening_desk::{Evening, HOUR, MINUTE, row};

fn came(client: &Value, what: Value) -> Value {
    json!({ "client": client, "what": what })
}

/// Minutes of the running week.
fn minutes(evening: &Evening, client: &Value) -> Value {
    evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 1 }))["weeks"][0]["minutes"].clone()
}

#[test]
fn an_unknown_walk_in_counts_once_somebody_says_who_it_was() {
    let (evening, [jerome, ..]) = after_group();
    let wren = evening.admitted("Wren", "Abara", &evening.clinic.marisol);
    let tonight = evening.tonight();
    let add = |called: &str| {
        evening.desk().clock.pass(1);
        evening.desk().op("attendance.add_unknown", json!({ "session": tonight["id"], "called": called }))
    };
    let (first, second) = (add("Wren"), add("Somebody in blue scrubs"));
    let resolve =
        |client: &Value| json!({ "id": first["id"], "rev": 1, "came": came(client, json!({ "late_minutes": 20 })) });
    assert_eq!(
        evening.desk().refused("attendance.resolve_unknown", resolve(&wren)).rule,
        Some("attendance.not_recorded")
    );
    evening.record(&tonight, json!([]));
    let called = |of: &Value| of.as_array().unwrap().iter().map(|line| line["called"].clone()).collect::<Vec<_>>();
    assert_eq!(called(&evening.sheet(&tonight)["unknown"]), ["Wren", "Somebody in blue scrubs"]);
    assert_eq!(called(&evening.desk().query("day.mine", json!({}))["unknown"]), ["Wren", "Somebody in blue scrubs"]);
    assert_eq!(faults(&evening.desk().refused("attendance.resolve_unknown", resolve(&jerome))), ["came.client"]);
    let hours = |client: &Value| {
        evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 1 }))["weeks"][0]["minutes"]
            .clone()
    };
    assert_eq!(hours(&wren), 0);

    evening.desk().op("attendance.resolve_unknown", resolve(&wren));
    assert_eq!(hours(&wren), 40);
    let sheet = evening.sheet(&tonight);
    let line = &row(&sheet, &wren)["recorded"];
    assert_eq!((&line["late_entry"], &line["expected"]), (&json!(true), &json!(false)));
    assert_eq!(
        evening.desk().refused("attendance.resolve_unknown", resolve(&wren)).rule,
        Some("attendance.unknown_settled")
    );
    let dismiss = |reason: &str| json!({ "id": second["id"], "rev": 1, "reason": reason });
    assert_eq!(faults(&evening.desk().refused("attendance.dismiss_unknown", dismiss(" "))), ["reason"]);
    evening.desk().op("attendance.dismiss_unknown", dismiss("A visitor who left"));
    assert_eq!(evening.sheet(&tonight)["unknown"], json!([]));
    evening.clinic.as_person("ambrose");
    let stranger = json!({ "session": tonight["id"], "called": "Dana" });
    assert_eq!(evening.desk().refused("attendance.add_unknown", stranger).code, Code::NotPermitted);
}

/// What was kept while the group ran offers its time; what was kept afterwards offers none.
#[test]
fn when_somebody_was_heard_of_is_offered_as_when_they_came() {
    let evening = Evening::open();
    evening.member("Jerome", "Washington");
    let tonight = evening.tonight();
    for (pass, called) in [(3 * HOUR + 48 * MINUTE, "Wren"), (2 * HOUR, "Somebody in blue scrubs")] {
        evening.desk().clock.pass(pass);
        evening.clinic.as_person("marisol");
        evening.desk().op("attendance.add_unknown", json!({ "session": tonight["id"], "called": called }));
    }
    let heard: Vec<Value> =
        evening.sheet(&tonight)["unknown"].as_array().unwrap().iter().map(|line| line["heard"].clone()).collect();
    assert_eq!(heard, [json!("17:48"), Value::Null]);
}

#[test]
fn somebody_left_out_is_added_with_their_own_times_and_a_label_for_good() {
    let (evening, [jerome, ..]) = after_group();
    let wren = evening.admitted("Wren", "Abara", &evening.clinic.marisol);
    let tonight = evening.tonight();
    let add = |came: Value| json!({ "session": tonight["id"], "came": came });
    let refused = |came: Value| evening.desk().refused("attendance.add_walk_in", add(came));
    let there = || came(&wren, json!({ "arrived": "17:46", "left": "18:20" }));
    assert_eq!(refused(there()).rule, Some("attendance.not_recorded"));
    evening.record(&tonight, json!([]));

    assert_eq!(faults(&refused(came(&jerome, json!({})))), ["came.client"], "nobody is on the list twice");
    let absent = json!({ "absent": { "excused": false } });
    assert_eq!(faults(&refused(came(&wren, absent))), ["came.what.absent"]);
    assert_eq!(faults(&refused(came(&wren, json!({ "arrived": "19:10" })))), ["came.what.arrived"]);
    let mut of_another = there();
    of_another["makes_up"] = row(&evening.sheet(&tonight), &jerome)["recorded"]["id"].clone();
    assert_eq!(faults(&refused(of_another)), ["came.makes_up"]);

    let added = evening.desk().op("attendance.add_walk_in", add(there()));
    assert_eq!((&added["state"], &added["minutes"]), (&json!("part"), &json!(34)));
    assert_eq!(minutes(&evening, &wren), 34);
    let line = row(&evening.sheet(&tonight), &wren)["recorded"].clone();
    assert_eq!(
        (&line["arrived"], &line["left"], &line["late_entry"]),
        (&json!("17:46"), &json!("18:20"), &json!(true))
    );
    let correct = json!({ "id": line["id"], "rev": 1, "what": { "late_minutes": 5 }, "because": "Misread" });
    evening.desk().op("attendance.correct", correct);
    assert_eq!(row(&evening.sheet(&tonight), &wren)["recorded"]["late_entry"], true, "a correction leaves the label");

    evening.clinic.as_person("ambrose");
    assert_eq!(refused(there()).code, Code::NotPermitted);
}

/// What a shift takes is said beside the name while it can still be helped, and no longer once the session is over.
#[test]
fn a_shift_that_meets_the_session_stands_on_the_sheet_before_it_happens() {
    let evening = Evening::open();
    let client = evening.member("Jerome", "Washington");
    let fields = json!({
        "from_on": "2026-11-01", "time_zone": "America/New_York", "cycle": "D", "anchor_on": "2026-11-01",
        "day": { "starts": "05:15", "minutes": 720 }, "night": { "starts": "19:00", "minutes": 720 },
        "call": { "starts": "17:00", "minutes": 900 }, "travel_minutes": 25, "blocked": [],
    });
    evening.desk().op("work_pattern.set", json!({ "client": client, "fields": fields }));
    evening.clinic.as_person("marisol");
    let tonight = evening.tonight();
    let starts = tonight["starts_at"].as_i64().unwrap();
    // The shift ends at 17:15; with the way the session of 17:30 is met.
    let clash = row(&evening.sheet(&tonight), &client)["clash"].clone();
    assert_eq!((&clash["meets"], &clash["travel"]), (&json!("day"), &json!(25)));
    assert_eq!(clash["until"], json!(starts - 15 * MINUTE));
    evening.desk().clock.pass(5 * HOUR);
    evening.clinic.as_person("marisol");
    assert_eq!(row(&evening.sheet(&tonight), &client)["clash"], Value::Null, "it is over");
}
