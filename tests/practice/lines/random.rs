//! Random tests: programs, places in them, draws and check-ins.

use serde_json::{Value, json};

use super::Cost::{One, Signature};
use super::chart::client;
use super::{Line, line};
use crate::desk::PASSPHRASE;
use crate::draw_desk::testing_fields;
use crate::stage::Stage;

/// A program in which everybody is drawn every day, with its first tier.
pub fn program(stage: &Stage) -> (Value, Value) {
    let mut fields = testing_fields();
    fields["floor_millionths"] = json!(1_000_000);
    let id = stage.desk.op("testing.add_program", json!({ "fields": fields }))["id"].take();
    let programs = stage.desk.query("testing.programs", json!({}));
    let found = programs.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
    (id, found["tiers"][0]["id"].clone())
}

fn changed(stage: &Stage) -> Value {
    let (id, _) = program(stage);
    let programs = stage.desk.query("testing.programs", json!({}));
    let found = programs.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
    let mut fields = testing_fields();
    for place in [0, 1] {
        fields["tiers"][place]["id"] = found["tiers"][place]["id"].clone();
    }
    json!({ "id": id, "rev": found["rev"], "fields": fields })
}

fn enroll(stage: &Stage) -> Value {
    let (program, tier) = program(stage);
    json!({ "client": client(stage), "program": program, "tier": tier })
}

/// Somebody in a program: the request it took, and the place.
fn enrolled(stage: &Stage) -> (Value, Value) {
    let request = enroll(stage);
    let place = stage.desk.op("testing.enroll", request.clone());
    (request, place)
}

fn moved(stage: &Stage) -> Value {
    let (request, place) = enrolled(stage);
    let programs = stage.desk.query("testing.programs", json!({}));
    let found = programs.as_array().unwrap().iter().find(|one| one["id"] == request["program"]).unwrap();
    json!({ "id": place["id"], "rev": 1, "tier": found["tiers"][1]["id"], "because": "As agreed" })
}

fn pause(stage: &Stage) -> Value {
    let (request, _) = enrolled(stage);
    json!({ "client": request["client"], "program": request["program"], "kind": "vacation", "from": "2026-11-28",
            "because": "Family" })
}

fn committed(stage: &Stage) -> (Value, Value) {
    let (request, _) = enrolled(stage);
    let on = stage.desk.query("drug_test.day", json!({}))["on"].take();
    (stage.desk.op("draw.commit", json!({ "program": request["program"], "on": on })), request["client"].clone())
}

fn frozen(stage: &Stage) -> (Value, Value) {
    let (draw, client) = committed(stage);
    (stage.desk.op("draw.run", json!({ "id": draw["id"], "rev": draw["rev"] })), client)
}

/// A draw with its names open, and who is in it.
pub fn noticed(stage: &Stage) -> (Value, Value) {
    let (draw, client) = frozen(stage);
    (stage.desk.op("draw.notice", json!({ "id": draw["id"] })), client)
}

/// A row of every kind, for requests that only name one.
pub fn rows(stage: &Stage) -> [(&'static str, Value); 6] {
    let (program, tier) = program(stage);
    let request = call(stage);
    let check_in = stage.desk.op("check_in.record", request.clone())["id"].take();
    [
        ("TestingProgramId", program),
        ("TierId", tier),
        ("EnrollmentId", enrolled(stage).1["id"].take()),
        ("PauseId", stage.desk.op("testing.pause", pause(stage))["id"].take()),
        ("DrawId", request["draw"].clone()),
        ("CheckInId", check_in),
    ]
}

fn call(stage: &Stage) -> Value {
    let (draw, client) = noticed(stage);
    json!({ "draw": draw["id"], "client": client, "means": "phone" })
}

/// A draw whose line has had its time.
fn over(stage: &Stage) -> Value {
    let mut fields = testing_fields();
    fields["closes"] = json!("06:30");
    fields["floor_millionths"] = json!(1_000_000);
    let program = stage.desk.op("testing.add_program", json!({ "fields": fields }))["id"].take();
    let programs = stage.desk.query("testing.programs", json!({}));
    let found = programs.as_array().unwrap().iter().find(|one| one["id"] == program).unwrap();
    let request = json!({ "client": client(stage), "program": program, "tier": found["tiers"][0]["id"] });
    stage.desk.op("testing.enroll", request);
    let on = stage.desk.query("drug_test.day", json!({}))["on"].take();
    let draw = stage.desk.op("draw.commit", json!({ "program": program, "on": on }));
    let draw = stage.desk.op("draw.run", json!({ "id": draw["id"], "rev": draw["rev"] }));
    stage.desk.op("draw.notice", json!({ "id": draw["id"] }));
    json!({ "draw": draw["id"] })
}

/// A day with one discarded draw, which is all there is to sign, and which edition comes next.
fn to_sign(stage: &Stage) -> Value {
    let on = "2026-12-02";
    let draw = stage.desk.op("draw.commit", json!({ "program": program(stage).0, "on": on }));
    stage
        .desk
        .op("draw.discard", json!({ "id": draw["id"], "rev": draw["rev"], "reason": "Nobody collects that day" }));
    let report = stage.desk.query("draw.report", json!({ "on": on }));
    let edition = report["editions"].as_array().unwrap().len() + 1;
    json!({ "on": on, "edition": edition, "proof": { "passphrase": PASSPHRASE } })
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("testing.add_program", One, |_| json!({ "fields": testing_fields() })),
        line("testing.change_program", One, changed),
        line("testing.enroll", One, enroll),
        line("testing.move", One, moved),
        line("testing.end", One, |s| json!({ "id": enrolled(s).1["id"], "rev": 1, "because": "Finished" })),
        line("testing.renew_code", One, |s| json!({ "id": enrolled(s).1["id"], "rev": 1 })),
        line("testing.pause", One, pause),
        line("testing.resume", One, |s| json!({ "id": s.desk.op("testing.pause", pause(s))["id"], "rev": 1 })),
        line("draw.commit", One, |s| json!({ "program": program(s).0, "on": s.desk.query("drug_test.day", json!({}))["on"] })),
        line("draw.run", One, |s| { let draw = committed(s).0; json!({ "id": draw["id"], "rev": draw["rev"] }) }),
        line("draw.discard", One, |s| { let draw = frozen(s).0; json!({ "id": draw["id"], "rev": draw["rev"], "reason": "Set twice" }) }),
        line("draw.notice", One, |s| json!({ "id": frozen(s).0["id"] })),
        line("draw.print", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("page.pdf")));
            json!({ "id": noticed(s).0["id"], "copies": 1 })
        }),
        line("draw.print_day", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("day.pdf")));
            json!({ "on": "2026-11-24", "copies": 1 })
        }),
        line("draw.sign_day", Signature, to_sign),
        line("draw.print_signed_day", One, |s| {
            let request = to_sign(s);
            s.desk.op("draw.sign_day", request.clone());
            s.desk.world.place_at(Some(s.desk.room.path().join("signed.pdf")));
            json!({ "on": request["on"], "edition": request["edition"], "copies": 1 })
        }),
        line("draw.print_numbers", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("numbers.pdf")));
            json!({ "from": "2026-11-01", "until": "2026-11-24", "copies": 1 })
        }),
        line("check_in.close", One, over),
        line("check_in.record", One, call),
        line("check_in.take_back", One, |s| json!({ "id": s.desk.op("check_in.record", call(s))["id"], "rev": 1 })),
    ]
}
