//! Groups, rosters, sessions and attendance.

use serde_json::{Value, json};

use super::Cost::One;
use super::chart::client;
use super::{Line, line};
use crate::desk::PASSPHRASE;
use crate::evening_desk::group_fields;
use crate::stage::Stage;

fn fields(stage: &Stage) -> Value {
    group_fields("Process group", &json!(stage.me))
}

/// A group that the director leads, without a weekly time.
pub fn group(stage: &Stage) -> Value {
    stage.desk.op("group.add", json!({ "fields": fields(stage), "slots": [] }))["id"].take()
}

/// A copy of a shipped curriculum, and its first session.
pub fn curriculum(stage: &Stage) -> (Value, Value) {
    let id = stage.desk.op("curriculum.adopt", json!({ "shipped": "coping-skills" }))["id"].take();
    let lesson = stage.desk.query("curriculum.get", json!({ "id": id }))["lessons"][0]["id"].take();
    (id, lesson)
}

fn lesson_fields() -> Value {
    json!({ "topic": "Breath and body", "aim": "", "outline": "Sit\nBreathe", "scenarios": "", "handout": "Out longer than in." })
}

fn weekly() -> Value {
    json!({ "weekday": 2, "starts": "17:30", "minutes": 60, "from_on": "2026-10-01" })
}

/// A weekly time of a group.
pub fn slot(stage: &Stage) -> Value {
    stage.desk.op("slot.add", json!({ "group": group(stage), "fields": weekly() }))["id"].take()
}

fn joining(group: &Value, client: &Value) -> Value {
    json!({ "group": group, "client": client, "joined_on": "2026-11-02" })
}

/// A stay on a roster.
pub fn membership(stage: &Stage) -> Value {
    stage.desk.op("membership.join", joining(&group(stage), &client(stage)))["id"].take()
}

/// An appointment of this morning that nobody recorded.
pub fn appointment(stage: &Stage) -> Value {
    stage.desk.op("session.plan", individual(stage))["id"].take()
}

fn individual(stage: &Stage) -> Value {
    json!({ "kind": "individual", "client": client(stage), "on_date": "2026-11-24", "starts": "08:05", "minutes": 50 })
}

/// This morning's session of a group with one client, who is there.
pub fn group_session(stage: &Stage) -> (Value, Value) {
    let (group, client) = (group(stage), client(stage));
    stage.desk.op("membership.join", joining(&group, &client));
    let plan = json!({ "kind": "group", "group": group, "on_date": "2026-11-24", "starts": "10:00", "minutes": 60 });
    (stage.desk.op("session.plan", plan)["id"].take(), client)
}

/// The request that records a session in which everybody was there.
pub fn all_there(session: &Value) -> Value {
    json!({ "session": session, "rev": 1, "exceptions": [] })
}

/// An appointment that was recorded, and its line of attendance.
pub fn recorded(stage: &Stage) -> (Value, Value) {
    let session = appointment(stage);
    stage.desk.op("attendance.record", all_there(&session));
    let sheet = stage.desk.query("attendance.sheet", json!({ "session": session }));
    let attendance = sheet["rows"][0]["recorded"]["id"].clone();
    (session, attendance)
}

/// Somebody unknown who came to a recorded session.
pub fn unknown(stage: &Stage) -> Value {
    let (session, _) = recorded(stage);
    stage.desk.op("attendance.add_unknown", json!({ "session": session, "called": "Dana" }))["id"].take()
}

/// A planned session of a group that follows a curriculum, and a lesson of it.
fn followed(stage: &Stage) -> (Value, Value) {
    let ((curriculum, lesson), (session, _)) = (curriculum(stage), group_session(stage));
    let group = stage.desk.query("session.get", json!({ "id": session }))["session"]["group"].clone();
    stage.desk.op("group.follow", json!({ "id": group, "rev": 1, "curriculum": curriculum }));
    (session, lesson)
}

fn next_week(stage: &Stage) -> Value {
    stage.desk.op("group.add", json!({ "fields": fields(stage), "slots": [weekly()] }));
    stage.desk.clock.pass(7 * 24 * 60 * 60_000);
    stage.desk.switch_to("theodora", PASSPHRASE);
    json!({})
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("group.add", One, |s| json!({ "fields": fields(s), "slots": [weekly()] })),
        line("group.change", One, |s| json!({ "id": group(s), "rev": 1, "fields": fields(s), "active": false })),
        line("group.follow", One, |s| json!({ "id": group(s), "rev": 1, "curriculum": curriculum(s).0 })),
        line("curriculum.adopt", One, |_| json!({ "shipped": "refusal-training", "name": "Saying no" })),
        line("curriculum.change", One, |s| json!({ "id": curriculum(s).0, "rev": 1, "name": "Coping", "about": "", "active": false })),
        line("curriculum.extend", One, |s| json!({ "curriculum": curriculum(s).0, "fields": lesson_fields() })),
        line("curriculum.lesson", One, |s| json!({ "id": curriculum(s).1, "rev": 1, "fields": lesson_fields() })),
        line("curriculum.handout", One, |s| json!({ "lesson": curriculum(s).1, "copies": 2 })),
        line("slot.add", One, |s| json!({ "group": group(s), "fields": weekly() })),
        line("slot.end", One, |s| json!({ "id": slot(s), "rev": 1, "until_on": "2026-12-01" })),
        line("membership.join", One, |s| joining(&group(s), &client(s))),
        line("membership.leave", One, |s| json!({ "id": membership(s), "rev": 1, "left_on": "2026-11-24", "reason": "Moved" })),
        line("session.plan", One, individual),
        line("session.change", One, |s| json!({ "id": appointment(s), "rev": 1, "staff": s.me, "room": "Cedar",
            "on_date": "2026-11-24", "starts": "08:10", "minutes": 45, "topic": "" })),
        line("session.cancel", One, |s| json!({ "id": appointment(s), "rev": 1, "reason": "Called in" })),
        line("session.substitute", One, |s| json!({ "id": appointment(s), "rev": 1, "substitute": s.person })),
        line("session.sign_in_sheet", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("sheet.pdf")));
            json!({ "id": group_session(s).0, "blank": 2, "copies": 1 })
        }),
        line("attendance.record", One, |s| json!({ "session": appointment(s), "rev": 1, "exceptions": [],
            "breaks": [{ "from": "08:20", "until": "08:25" }] })),
        line("attendance.take_back", One, |s| json!({ "session": recorded(s).0, "rev": 2 })),
        line("attendance.correct", One, |s| json!({ "id": recorded(s).1, "rev": 1, "what": { "late_minutes": 5 }, "because": "Misread" })),
        line("attendance.add_unknown", One, |s| json!({ "session": recorded(s).0, "called": "Dana, blue scrubs" })),
        line("attendance.resolve_unknown", One, |s| json!({ "id": unknown(s), "rev": 1, "came": { "client": client(s), "what": { "late_minutes": 5 } } })),
        line("attendance.add_walk_in", One, |s| json!({ "session": recorded(s).0,
            "came": { "client": client(s), "what": { "arrived": "08:15", "left": "08:30" } } })),
        line("attendance.dismiss_unknown", One, |s| json!({ "id": unknown(s), "rev": 1, "reason": "A visitor" })),
        line("session.swap_lesson", One, |s| {
            let (session, lesson) = followed(s);
            json!({ "id": session, "rev": 1, "lesson": lesson })
        }),
        line("session.plan_ahead", One, next_week),
    ]
}
