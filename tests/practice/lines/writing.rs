//! Templates, snippets, tasks, stand-ins and mended dates: what stands beside the notes.

use serde_json::{Value, json};

use super::Cost::{Guess, One, Signature};
use super::chart::client;
use super::{Line, line, note};
use crate::desk::PASSPHRASE;
use crate::stage::Stage;

fn sections(label: &str) -> Value {
    json!([{ "key": "", "label": label, "hint": "", "required": true, "carries": true }])
}

/// A template of the practice's own.
pub fn template(stage: &Stage) -> Value {
    let name =
        format!("Own {}", stage.desk.query("note_template.list", json!({}))["templates"].as_array().unwrap().len());
    stage.desk.op(
        "note_template.add",
        json!({ "name": name, "kind": "crisis", "first": false, "sections": sections("Told") }),
    )
}

fn retired(stage: &Stage) -> Value {
    let template = template(stage);
    stage.desk.op("note_template.retire", of(&template, json!({})))
}

/// The newest edition of some template.
pub fn edition(stage: &Stage) -> Value {
    let template = template(stage);
    stage.desk.query("note_template.editions", json!({ "id": template["id"] }))[0]["id"].take()
}

/// A snippet of the director's, another one each time.
pub fn snippet(stage: &Stage) -> Value {
    stage.desk.op("snippet.add", words_of(stage))
}

fn words_of(stage: &Stage) -> Value {
    let so_far = stage.desk.query("snippet.list", json!({})).as_array().unwrap().len();
    json!({ "word": format!("word{so_far}"), "words": "Reviewed the plan; [what changed].", "shared": false })
}

fn taken_away(stage: &Stage) -> Value {
    let snippet = snippet(stage);
    stage.desk.op("snippet.void", of(&snippet, json!({})))
}

/// A word that nobody knows, another one each time.
fn new_word(stage: &Stage) -> Value {
    let so_far = stage.desk.query("spelling.words", json!({})).as_array().unwrap().len();
    json!({ "word": format!("Quillb{}t", "r".repeat(so_far + 1)) })
}

/// A word of the practice's own.
pub fn word(stage: &Stage) -> Value {
    stage.desk.op("spelling.add", new_word(stage))
}

fn word_taken_away(stage: &Stage) -> Value {
    let word = word(stage);
    stage.desk.op("spelling.void", of(&word, json!({})))
}

/// A task of the director's.
pub fn task(stage: &Stage) -> Value {
    stage.desk.op("task.add", json!({ "what": "Call the pharmacy board" }))
}

fn finished(stage: &Stage) -> Value {
    let task = task(stage);
    stage.desk.op("task.finish", of(&task, json!({})))
}

/// A task of the trainee's that the director was asked to take.
fn asked(stage: &Stage) -> Value {
    let me = stage.me.clone();
    stage.as_trainee(|desk| desk.op("task.add", json!({ "what": "Print the handout", "offer_to": me })))
}

fn named(stage: &Stage) -> Value {
    stage.trainee();
    json!({ "supervisor": stage.me, "staff": stage.person, "starts_on": "2026-11-24", "ends_on": "2026-11-30", "reason": "Leave" })
}

/// A stand-in for the director.
pub fn stand_in(stage: &Stage) -> Value {
    stage.desk.op("staff.stand_in_name", named(stage));
    stage.desk.query("staff.stand_ins", json!({}))["rows"][0].take()
}

fn mend(stage: &Stage) -> Value {
    let fields = json!({ "label": "CADC", "license_state": "MA", "license_number": "7", "needs_cosign": false });
    let row = stage.desk.op("staff.credential_add", json!({ "staff": stage.me, "fields": fields }));
    let mut rows = row["credentials"].as_array().unwrap().iter();
    let credential = rows.find(|one| one["label"] == "CADC" && one.get("expires_on").is_none()).unwrap();
    of(
        credential,
        json!({ "expires_on": "2031-01-31", "reason": "Typed 2026 for 2031", "proof": { "passphrase": PASSPHRASE } }),
    )
}

/// A date the director mended and nobody looked at yet.
pub fn mended(stage: &Stage) -> Value {
    stage.desk.op("staff.credential_mend", mend(stage));
    stage.desk.query("staff.mends", json!({}))[0].take()
}

fn scheduled(stage: &Stage) -> Value {
    let known = stage.desk.query("instrument.schedules", json!({}));
    if known.as_array().unwrap().is_empty() {
        stage.desk.op("instrument.schedule", json!({ "code": "phq9", "level": "2.1", "rev": 0, "every_days": 30 }));
    }
    let rev = stage.desk.query("instrument.schedules", json!({}))[0]["rev"].take();
    json!({ "code": "phq9", "level": "2.1", "rev": rev, "every_days": 14 })
}

/// The credentials of a person end on a day, or never.
fn licensed_until(stage: &Stage, who: &str, ends: Option<&str>) {
    let staff = stage.desk.query("staff.list", json!({}));
    let row = staff.as_array().unwrap().iter().find(|row| row["id"] == who).unwrap().clone();
    for credential in row["credentials"].as_array().unwrap() {
        let mut fields = json!({ "label": credential["label"], "license_state": "MA", "license_number": "1",
            "needs_cosign": credential["needs_cosign"] });
        if let Some(ends) = ends {
            fields["expires_on"] = json!(ends);
        }
        stage.desk.op("staff.credential_change", of(credential, json!({ "fields": fields })));
    }
}

/// The director's draft, with a license that had ended.
fn stuck(stage: &Stage) -> Value {
    let draft = note::draft(stage);
    let fields = json!({ "label": "LMHC", "license_state": "MA", "license_number": "2", "needs_cosign": false });
    stage.desk.op("staff.credential_add", json!({ "staff": stage.person, "fields": fields }));
    licensed_until(stage, &stage.me, Some("2026-11-01"));
    json!({ "id": draft, "rev": 1, "to": stage.person, "reason": "My renewal is late" })
}

/// A group session of the director's, with a license that had ended.
fn stuck_group(stage: &Stage) -> Value {
    let (session, ..) = note::written(stage);
    let fields = json!({ "label": "LMHC", "license_state": "MA", "license_number": "3", "needs_cosign": false });
    stage.desk.op("staff.credential_add", json!({ "staff": stage.person, "fields": fields }));
    licensed_until(stage, &stage.me, Some("2026-11-01"));
    json!({ "session": session, "to": stage.person, "reason": "My renewal is late" })
}

/// The trainee's draft, handed over to the director.
fn handed_over(stage: &Stage) -> Value {
    licensed_until(stage, &stage.me, None);
    let (client, me) = (super::chart::shared_client(stage), stage.me.clone());
    licensed_until(stage, stage.trainee(), Some("2026-11-01"));
    let note = stage.as_trainee(|desk| {
        let draft = desk.op("note.start", crate::note_desk::free_request(&client));
        desk.op("note.hand_over", of(&draft, json!({ "to": me, "reason": "My renewal is late" })))
    });
    of(&note, json!({ "reason": "You were there" }))
}

/// A request about this row at the revision it has.
fn of(row: &Value, mut request: Value) -> Value {
    request["id"] = row["id"].clone();
    request["rev"] = row["rev"].clone();
    request
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    let all = |s: &Stage| json!({ "notes": [{ "id": note::waiting(s), "rev": 2 }], "proof": { "passphrase": PASSPHRASE } });
    vec![
        line("note.cosign_all", Signature, all),
        line("note_template.add", One, |_| json!({ "name": "Own", "kind": "crisis", "first": false, "sections": sections("Told") })),
        line("note_template.change", One, |s| of(&template(s), json!({ "name": "Own", "first": true, "sections": sections("Said") }))),
        line("note_template.retire", One, |s| of(&template(s), json!({}))),
        line("note_template.bring_back", One, |s| of(&retired(s), json!({}))),
        line("snippet.add", One, words_of),
        line("snippet.change", One, |s| of(&snippet(s), { let mut next = words_of(s); next["word"] = json!("other"); next })),
        line("snippet.void", One, |s| of(&snippet(s), json!({}))),
        line("snippet.restore", One, |s| of(&taken_away(s), json!({}))),
        line("spelling.add", One, new_word),
        line("spelling.void", One, |s| of(&word(s), json!({}))),
        line("spelling.restore", One, |s| of(&word_taken_away(s), json!({}))),
        line("task.add", One, |s| json!({ "what": "Fax the letter", "client": client(s), "due_on": "2026-11-30" })),
        line("task.change", One, |s| of(&task(s), json!({ "what": "Call twice", "client": client(s) }))),
        line("task.finish", One, |s| of(&task(s), json!({}))),
        line("task.reopen", One, |s| of(&finished(s), json!({}))),
        line("task.offer", One, |s| of(&task(s), json!({ "to": s.person, "words": "You know them" }))),
        line("task.accept", One, |s| of(&asked(s), json!({}))),
        line("task.give_back", One, |s| of(&asked(s), json!({ "words": "No time today" }))),
        line("task.void", One, |s| of(&task(s), json!({}))),
        line("task.restore", One, |s| of(&s.desk.op("task.void", of(&task(s), json!({}))), json!({}))),
        line("staff.stand_in_name", One, named),
        line("staff.stand_in_end", One, |s| of(&stand_in(s), json!({}))),
        line("staff.credential_mend", Guess, mend),
        line("staff.mend_seen", One, |s| of(&mended(s), json!({}))),
        line("instrument.schedule", One, scheduled),
    ]
}

/// What leaves a license as it ended.
#[rustfmt::skip]
pub fn of_licenses() -> Vec<Line> {
    vec![
        line("note.hand_over", One, stuck),
        line("group_note.hand_over", One, stuck_group),
        line("note.give_back", One, handed_over),
    ]
}
