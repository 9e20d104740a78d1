//! Assessments, the intake packet, and discharge summaries.

use serde_json::{Value, json};

use super::Cost::{One, Signature};
use super::chart::{client, ended, shared_client};
use super::{Line, line};
use crate::assessment::fields;
use crate::note_desk::by_director;
use crate::stage::Stage;

/// An assessment that is being written, with everything in it.
pub fn assessment(stage: &Stage) -> Value {
    crate::assessment::saved(&stage.desk, &client(stage), fields())
}

/// An item of the practice's own list.
pub fn item(stage: &Stage) -> Value {
    stage.desk.op("intake.add_item", json!({ "fields": item_fields() })).as_array().unwrap().last().unwrap().clone()
}

fn item_fields() -> Value {
    json!({ "label": "Parking pass", "help": "", "follows": "nothing", "blocks": false, "track": "", "position": 99 })
}

fn marking(stage: &Stage) -> Value {
    let rules = stage.desk.query("intake.items", json!({}))[3]["id"].take();
    json!({ "client": client(stage), "item": rules, "state": "done" })
}

/// A mark of a client's packet, at its first revision.
pub fn mark(stage: &Stage) -> Value {
    let packet = stage.desk.op("intake.mark", marking(stage));
    packet["items"].as_array().unwrap().iter().find(|one| one["mark"].is_string()).unwrap()["mark"].clone()
}

/// A discharge summary that is being written, with everything in it.
pub fn summary(stage: &Stage) -> Value {
    let begun = stage.desk.op("discharge.start", json!({ "episode": ended(stage) }))["stays"][0]["summary"].take();
    let with = of(&begun, json!({ "fields": crate::discharge::fields(&[]) }));
    stage.desk.op("discharge.save", with)["stays"][0]["summary"].take()
}

/// The trainee's draft, in a chart that the director reaches as well.
fn assessment_of_trainee(stage: &Stage) -> Value {
    let client = shared_client(stage);
    stage.as_trainee(|desk| desk.op("assessment.start", json!({ "client": client })))
}

/// The trainee's draft of a summary, in a chart that the director reaches as well.
fn summary_of_trainee(stage: &Stage) -> Value {
    let client = shared_client(stage);
    let stay = stage.desk.op("client.open", json!({ "id": client }))["episodes"][0].take();
    let end = json!({ "how": "completed", "discharged_on": "2026-11-20", "reason": "Completed" });
    stage.desk.op("episode.discharge", of(&stay, end));
    let start = json!({ "episode": stay["id"] });
    stage.as_trainee(|desk| desk.op("discharge.start", start)["stays"][0]["summary"].take())
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
        line("assessment.start", One, |s| json!({ "client": client(s) })),
        line("assessment.save", One, |s| of(&assessment(s), json!({ "fields": fields() }))),
        line("assessment.discard", One, |s| of(&assessment(s), json!({}))),
        line("assessment.sign", Signature, |s| by_director(&assessment(s))),
        line("assessment.take_over", One, |s| of(&assessment_of_trainee(s), json!({}))),
        line("discharge.take_over", One, |s| of(&summary_of_trainee(s), json!({}))),
        line("discharge.start", One, |s| json!({ "episode": ended(s) })),
        line("discharge.save", One, |s| of(&summary(s), json!({ "fields": crate::discharge::fields(&[]) }))),
        line("discharge.discard", One, |s| of(&summary(s), json!({}))),
        line("discharge.sign", Signature, |s| by_director(&summary(s))),
        line("intake.mark", One, marking),
        line("intake.clear", One, |s| json!({ "id": mark(s), "rev": 1 })),
        line("intake.add_item", One, |_| json!({ "fields": item_fields() })),
        line("intake.change_item", One, |s| of(&item(s), json!({ "fields": item_fields() }))),
        line("intake.retire_item", One, |s| of(&item(s), json!({}))),
    ]
}
