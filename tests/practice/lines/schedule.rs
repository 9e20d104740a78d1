//! The schedule around the sessions: closures, weekly times, make-ups, waitlists, pairs kept apart, the front desk.

use serde_json::{Value, json};

use super::Cost::One;
use super::chart::client;
use super::evening::{appointment, group, group_session};
use super::{Line, line};
use crate::evening_desk::group_fields;
use crate::stage::Stage;

/// A date of 2027 that is not closed yet.
fn open_date(stage: &Stage) -> String {
    let closed = stage.desk.query("closure.list", json!({ "year": 2027 }))["closures"].as_array().unwrap().len();
    format!("2027-{:02}-{:02}", closed / 28 + 1, closed % 28 + 1)
}

fn closing(on: &str) -> Value {
    json!({ "days": [{ "on_date": on, "name": "Retreat" }], "cancel_planned": true })
}

/// A closed date.
pub fn closure(stage: &Stage) -> Value {
    let on = open_date(stage);
    stage.desk.op("closure.add", closing(&on));
    let list = stage.desk.query("closure.list", json!({ "year": 2027 }));
    list["closures"].as_array().unwrap().iter().find(|line| line["on_date"] == json!(on)).unwrap()["id"].clone()
}

/// A pair kept apart, and the two.
pub fn pair(stage: &Stage) -> (Value, Value, Value) {
    let (one, other) = (client(stage), client(stage));
    let saved = stage.desk.op("apart.add", apart(&one, &other));
    (saved["id"].clone(), one, other)
}

fn apart(one: &Value, other: &Value) -> Value {
    json!({ "client": one, "other": other, "reason": "same_unit", "detail": "4 West" })
}

fn waits(group: &Value, client: &Value) -> Value {
    json!({ "group": group, "client": client, "reason": "Evenings only" })
}

/// Somebody who waits for a group.
pub fn waiting(stage: &Stage) -> Value {
    stage.desk.op("waitlist.add", waits(&group(stage), &client(stage)))["id"].take()
}

fn second(stage: &Stage) -> Value {
    let group = group(stage);
    stage.desk.op("waitlist.add", waits(&group, &client(stage)));
    stage.desk.op("waitlist.add", waits(&group, &client(stage)))["id"].take()
}

/// Somebody who waits for a group that holds whom they are kept apart from.
fn beside(stage: &Stage) -> Value {
    let ((_, one, other), group) = (pair(stage), group(stage));
    let joining = json!({ "group": group, "client": one, "joined_on": "2026-11-02" });
    stage.desk.op("membership.join", joining);
    stage.desk.op("waitlist.add", waits(&group, &other))["id"].take()
}

/// What somebody missed this morning.
fn missed(stage: &Stage) -> Value {
    let (session, client) = group_session(stage);
    let absent = json!([{ "client": client, "what": { "absent": { "excused": true, "reason": "Shift moved" } } }]);
    stage.desk.op("attendance.record", json!({ "session": session, "rev": 1, "exceptions": absent }));
    stage.desk.query("attendance.sheet", json!({ "session": session }))["rows"][0]["recorded"]["id"].clone()
}

/// A session of another group on Friday.
fn friday(stage: &Stage) -> Value {
    let plan =
        json!({ "kind": "group", "group": group(stage), "on_date": "2026-11-27", "starts": "10:00", "minutes": 60 });
    stage.desk.op("session.plan", plan)["id"].take()
}

fn book(stage: &Stage) -> Value {
    json!({ "attendance": missed(stage), "session": friday(stage) })
}

/// A make-up.
pub fn booking(stage: &Stage) -> Value {
    stage.desk.op("booking.add", book(stage))["id"].take()
}

fn here(stage: &Stage) -> Value {
    json!({ "client": group_session(stage).1, "mark": "here" })
}

/// Somebody who came.
pub fn arrival(stage: &Stage) -> Value {
    stage.desk.op("arrival.mark", here(stage))["id"].take()
}

/// Next week's session of a group that meets on Tuesdays.
fn weekly(stage: &Stage) -> Value {
    let slots = json!([{ "weekday": 2, "starts": "17:30", "minutes": 60, "from_on": "2026-10-01" }]);
    let fields = group_fields("Weekly", &json!(stage.me));
    let group = stage.desk.op("group.add", json!({ "fields": fields, "slots": slots }))["id"].take();
    let day = stage.desk.query("session.day", json!({ "on": "2026-12-01", "whose": "everybody" }));
    day["sessions"].as_array().unwrap().iter().find(|session| session["group"] == group).unwrap()["id"].clone()
}

fn ended(stage: &Stage) -> Value {
    stage.desk.op("series.cancel", json!({ "id": weekly(stage), "rev": 1, "reason": "Leave" }))["slot"].take()
}

fn cancelled(stage: &Stage) -> Value {
    let id = appointment(stage);
    stage.desk.op("session.cancel", json!({ "id": id, "rev": 1, "reason": "Snow" }));
    id
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("closure.add", One, |s| closing(&open_date(s))),
        line("closure.remove", One, |s| json!({ "id": closure(s), "rev": 1, "plan_again": true })),
        line("apart.add", One, |s| apart(&client(s), &client(s))),
        line("apart.end", One, |s| json!({ "id": pair(s).0, "rev": 1, "until_on": "2026-12-01", "reason": "Moved units" })),
        line("waitlist.add", One, |s| waits(&group(s), &client(s))),
        line("waitlist.move", One, |s| json!({ "id": second(s), "rev": 1, "to": "up", "because": "Board date" })),
        line("waitlist.offer", One, |s| json!({ "id": waiting(s), "rev": 1 })),
        line("waitlist.keep_waiting", One, |s| {
            let id = waiting(s);
            s.desk.op("waitlist.offer", json!({ "id": id, "rev": 1 }));
            json!({ "id": id, "rev": 2 })
        }),
        line("waitlist.accept", One, |s| json!({ "id": beside(s), "rev": 1, "joined_on": "2026-11-24",
            "apart_reason": "Both agreed, and said so to their counselors" })),
        line("waitlist.remove", One, |s| json!({ "id": waiting(s), "rev": 1, "reason": "Found another program" })),
        line("booking.add", One, book),
        line("booking.cancel", One, |s| json!({ "id": booking(s), "rev": 1, "reason": "Called in" })),
        line("arrival.mark", One, here),
        line("arrival.take_back", One, |s| json!({ "id": arrival(s), "rev": 1 })),
        line("series.move", One, |s| json!({ "id": weekly(s), "rev": 1, "on_date": "2026-12-02", "starts": "18:00",
            "minutes": 60, "staff": s.person, "room": "Maple" })),
        line("series.cancel", One, |s| json!({ "id": weekly(s), "rev": 1, "reason": "The facilitator leaves" })),
        line("series.resume", One, |s| json!({ "slot": ended(s), "rev": 2 })),
        line("session.plan_again", One, |s| json!({ "id": cancelled(s), "rev": 2 })),
    ]
}
