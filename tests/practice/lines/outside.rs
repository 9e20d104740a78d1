//! What is owed to somebody outside: agreements and what was told.

use serde_json::{Value, json};

use super::Cost::One;
use super::chart::client;
use super::record::counseling_note;
use super::{Line, line};
use crate::stage::Stage;

fn consent(stage: &Stage, client: &Value) -> Value {
    stage.desk.op(
        "consent.add",
        json!({ "client": client, "kind": "monitoring_program", "recipient": "Harbor Monitoring", "purpose": "Monitoring",
                "scope": "Test results and attendance", "signed_on": "2026-11-02", "expires_event": "The agreement ends" }),
    )["id"]
        .take()
}

fn fields(consent: &Value) -> Value {
    json!({ "kind": "monitoring_program", "party": "Harbor Monitoring", "reference": "HM 204", "from": "2026-11-02",
            "tests_per_year": 36, "panel": "np10", "terms": "One pharmacy", "notice_hours": 24, "report_months": 3,
            "report_first_on": "2026-12-01", "consent": consent })
}

/// An agreement with its client: the row's id, the client, the consent that covers it.
pub fn agreement(stage: &Stage) -> (Value, Value, Value) {
    let client = client(stage);
    let consent = consent(stage, &client);
    let id = stage.desk.op("agreement.add", json!({ "client": client, "fields": fields(&consent) }))["id"].take();
    (id, client, consent)
}

fn release(stage: &Stage) -> Value {
    let (agreement, client, _) = agreement(stage);
    json!({ "client": client, "agreement": agreement, "report_on": "2026-12-01" })
}

fn record(stage: &Stage) -> Value {
    json!({ "of": release(stage), "how": "portal", "told": "The report of the quarter" })
}

/// Something that was told.
pub fn told(stage: &Stage) -> Value {
    stage.desk.op("disclosure.record", record(stage))
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("agreement.add", One, |s| {
            let client = client(s);
            json!({ "client": client, "fields": fields(&consent(s, &client)) })
        }),
        line("agreement.change", One, |s| { let (id, _, consent) = agreement(s); json!({ "id": id, "rev": 1, "fields": fields(&consent) }) }),
        line("agreement.void", One, |s| json!({ "id": agreement(s).0, "rev": 1, "reason": "Another client's" })),
        line("disclosure.record", One, record),
        line("disclosure.take_back", One, |s| json!({ "id": told(s)["id"], "rev": 1, "reason": "Recorded twice" })),
        line("disclosure.print", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("release.pdf")));
            json!({ "of": release(s), "words": "The quarter went as agreed.", "parts": ["attendance", "test_results"], "copies": 1 })
        }),
        line("disclosure.print_counseling", One, |s| {
            s.desk.world.place_at(Some(s.desk.room.path().join("notes.pdf")));
            let note = counseling_note(s);
            s.desk.op("counseling_note.close", json!({ "id": note["id"], "rev": note["rev"] }));
            let consent = s.desk.op("consent.add", json!({ "client": note["client"], "kind": "counseling_notes",
                "recipient": "Dr. Lund", "purpose": "Handing over", "scope": "Counseling notes", "signed_on": "2026-11-02",
                "expires_on": "2027-11-02" }));
            json!({ "client": note["client"], "notes": [note["id"]], "consent": consent["id"], "how": "mail", "copies": 1 })
        }),
    ]
}
