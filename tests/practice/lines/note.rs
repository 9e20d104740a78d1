//! Notes of one chart and of a whole group.

use serde_json::{Value, json};

use super::Cost::{One, Signature};
use super::chart::{client, shared_client};
use super::evening::{all_there, group_session};
use super::{Line, line, treatment};
use crate::desk::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::note_desk::{free_request, plain};
use crate::stage::Stage;

const WORDS: &str = "Called the pharmacist board about the hearing date.";

fn proof() -> Value {
    json!({ "passphrase": PASSPHRASE })
}

/// The director's own draft.
pub fn draft(stage: &Stage) -> Value {
    stage.desk.op("note.start", free_request(&client(stage)))["id"].take()
}

/// The director's own signed note.
pub fn signed(stage: &Stage) -> Value {
    let note = draft(stage);
    stage.desk.op("note.sign", json!({ "id": note, "rev": 1, "body": plain(WORDS), "proof": proof() }));
    note
}

/// The trainee's signed note, which waits for the director.
pub fn waiting(stage: &Stage) -> Value {
    let client = shared_client(stage);
    stage.as_trainee(|desk| {
        let note = desk.op("note.start", free_request(&client))["id"].take();
        let proof = json!({ "passphrase": OTHER_PASSPHRASE });
        desk.op("note.sign", json!({ "id": note, "rev": 1, "body": plain(WORDS), "proof": proof }));
        note
    })
}

/// A return with words at a place of the text.
fn returned_at_a_place(stage: &Stage) -> Value {
    let remark = json!({ "section": "text", "starts": 0, "ends": 6, "words": "Who called?" });
    json!({ "id": waiting(stage), "rev": 2, "comment": "Say who called.", "remarks": [remark] })
}

/// A draft's text, with progress on the one objective of the client's plan.
fn on_an_objective(stage: &Stage) -> Value {
    let client = client(stage);
    let plan = treatment::plan_of(stage, &client);
    let note = stage.desk.op("note.start", free_request(&client));
    let mut body = plain(WORDS);
    body["objectives"] = json!([{ "objective": treatment::objective(&plan)["id"], "progress": "forward" }]);
    json!({ "id": note["id"], "rev": 1, "body": body })
}

fn shared(words: &str, rev: i64) -> Value {
    json!({ "rev": rev, "topic": "Shame, secrecy and the license", "interventions": ["cognitive"], "words": words,
            "risk_statement": true })
}

fn entry(client: &Value, line: &str, rev: i64) -> Value {
    json!({ "client": client, "rev": rev, "participation": 2, "line": line, "objectives": [], "risk_words": "",
            "skipped": false })
}

/// A recorded group session whose note holds something, and its one client.
pub fn written(stage: &Stage) -> (Value, Value) {
    let (session, client) = group_session(stage);
    stage.desk.op("attendance.record", all_there(&session));
    let words = shared("The group practiced answering a colleague who asks.", 0);
    let entries = json!([entry(&client, "Linked the drive home to an urge.", 0)]);
    stage.desk.op("group_note.save", json!({ "session": session, "shared": words, "entries": entries }));
    (session, client)
}

/// The attendance under a signed group note.
fn under_note(stage: &Stage) -> Value {
    let (session, _) = written(stage);
    stage.desk.op("group_note.sign", json!({ "sessions": [session], "proof": proof() }));
    let sheet = stage.desk.query("attendance.sheet", json!({ "session": session }));
    sheet["rows"][0]["recorded"]["id"].clone()
}

fn written_again(stage: &Stage) -> Value {
    let (session, client) = written(stage);
    json!({ "session": session, "shared": shared("The group read two letters.", 1),
            "entries": [entry(&client, "Named two cues.", 1)] })
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("note.start", One, |s| free_request(&client(s))),
        line("note.save", One, on_an_objective),
        line("note.void", One, |s| json!({ "id": draft(s), "rev": 1, "reason": "Wrong chart" })),
        line("note.open", One, |s| json!({ "id": waiting(s) })),
        line("note.sign", Signature, |s| json!({ "id": draft(s), "rev": 1, "body": plain(WORDS), "proof": proof() })),
        line("note.cosign", Signature, |s| json!({ "id": waiting(s), "rev": 2, "comment": "", "proof": proof() })),
        line("note.return", One, returned_at_a_place),
        line("note.addendum", Signature, |s| json!({ "id": signed(s), "words": "The hearing is in May.", "proof": proof() })),
        line("note.correct_attendance", Signature, |s| json!({ "id": under_note(s), "rev": 1, "what": { "late_minutes": 10 },
            "because": "The sheet said so", "words": "", "proof": proof() })),
        line("group_note.save", One, written_again),
        line("group_note.sign", Signature, |s| json!({ "sessions": [written(s).0], "proof": proof() })),
    ]
}
