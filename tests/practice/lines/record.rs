//! Counseling notes and outcome instruments.

use serde_json::{Value, json};

use super::Cost::{Guess, One};
use super::chart::{client, shared_client};
use super::{Line, line};
use crate::desk::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::stage::Stage;

/// A counseling note with a text.
pub fn counseling_note(stage: &Stage) -> Value {
    let client = client(stage);
    let note = stage.desk.op("counseling_note.start", json!({ "client": client }));
    stage.desk.op("counseling_note.save", of(&note, json!({ "title": "", "body": "Words" })));
    stage.desk.op("counseling_note.open", json!({ "id": note["id"] }))
}

/// The same with the trainee as its reader.
fn with_reader(stage: &Stage) -> Value {
    let note = counseling_note(stage);
    stage.desk.op("counseling_note.name", of(&note, json!({ "staff": stage.trainee() })))
}

/// A recovery that the director is the second of: asked for by another director, for a note of the trainee's, to be read by
/// the counselor who was asked last. With the groups of the recovery key.
pub fn recovery(stage: &Stage) -> (Value, String) {
    let shown = stage.desk.op("recovery.renew", json!({ "passphrase": PASSPHRASE }));
    let groups: Vec<&str> = shown["recovery_groups"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let key = groups.join(" ");
    counseling_note(stage);
    let so_far = stage.desk.query("counseling_note.recoveries", json!({}))["rows"].as_array().unwrap().len();
    let login = format!("second{so_far}");
    let reader = stage.desk.hire("Wilhelmina", "Achterberg", &login, &["director", "counselor"]);
    stage.desk.switch_to(&login, OTHER_PASSPHRASE);
    let ask =
        json!({ "author": stage.me, "reader": reader["id"], "reason": "Keys lost", "passphrase": OTHER_PASSPHRASE });
    let asked = stage.desk.op("counseling_note.ask_recovery", ask);
    stage.desk.switch_to("theodora", PASSPHRASE);
    (asked, key)
}

fn recovery_to_ask(stage: &Stage) -> Value {
    json!({ "author": stage.me, "reader": stage.trainee(), "reason": "Keys lost", "passphrase": PASSPHRASE })
}

/// An instrument whose alert was answered with a safety plan.
pub fn safety_plan(stage: &Stage) -> Value {
    let fields = json!({ "what_was_said": "Asked", "warning_signs": "Not sleeping", "coping": "Walks",
        "people": "Her sister", "professionals": "988", "means": "Pills with her sister" });
    let answered = of(&measurement(stage), json!({ "finding": "plan_made", "fields": fields }));
    stage.desk.op("instrument.safety", answered)
}

/// An instrument with an alert.
pub fn measurement(stage: &Stage) -> Value {
    stage.desk.op("instrument.record", answered(&client(stage)))
}

/// An instrument whose answers ask for no safety step.
fn quiet(stage: &Stage) -> Value {
    let mut request = answered(&client(stage));
    request["answers"]["q9"] = json!(0);
    stage.desk.op("instrument.record", request)
}

fn answered(client: &Value) -> Value {
    json!({ "client": client, "code": "phq9", "answers": { "q1": 1, "q9": 1 } })
}

/// An instrument that the practice added, another one each time.
pub fn added(stage: &Stage) -> Value {
    let list = stage.desk.op("instrument.add", definition(stage));
    list.as_array().unwrap().last().unwrap().clone()
}

fn definition(stage: &Stage) -> Value {
    let so_far = stage.desk.query("instrument.list", json!({})).as_array().unwrap().len();
    let definition = json!({ "id": format!("own_{so_far}"), "name": "Own", "abbrev": format!("OWN {so_far}"),
        "items": [{ "id": "a", "text": "Tired", "options": [{ "label": "No", "value": 0 }] }],
        "scoring": { "method": "sum", "items": ["a"] }, "citation": "Own", "license": "Own" });
    json!({ "definition": definition.to_string() })
}

/// A request about this row at the revision it has.
fn of(row: &Value, mut request: Value) -> Value {
    request["id"] = row["id"].clone();
    request["rev"] = row["rev"].clone();
    request
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("counseling_note.open", One, |s| json!({ "id": counseling_note(s)["id"] })),
        line("counseling_note.look_back", One, |s| json!({ "id": counseling_note(s)["id"] })),
        line("counseling_note.start", One, |s| json!({ "client": shared_client(s) })),
        line("counseling_note.save", One, |s| of(&counseling_note(s), json!({ "title": "T", "body": "More" }))),
        line("counseling_note.close", One, |s| of(&counseling_note(s), json!({}))),
        line("counseling_note.void", One, |s| of(&counseling_note(s), json!({}))),
        line("counseling_note.name", One, |s| of(&counseling_note(s), json!({ "staff": s.trainee() }))),
        line("counseling_note.take_away", One, |s| of(&with_reader(s), json!({ "staff": s.trainee() }))),
        line("counseling_note.ask_recovery", Guess, recovery_to_ask),
        line("counseling_note.open_recovery", Guess, |s| {
            let (asked, key) = recovery(s);
            of(&asked, json!({ "passphrase": PASSPHRASE, "groups": key }))
        }),
        line("counseling_note.drop_recovery", One, |s| of(&recovery(s).0, json!({}))),
        line("instrument.record", One, |s| answered(&client(s))),
        line("instrument.void", One, |s| of(&quiet(s), json!({ "reason": "Wrong client" }))),
        line("instrument.safety", One, |s| {
            of(&measurement(s), json!({ "finding": "no_present_risk", "fields": { "what_was_said": "Asked" } }))
        }),
        line("instrument.add", One, definition),
        line("instrument.retire", One, |s| of(&added(s), json!({}))),
    ]
}
