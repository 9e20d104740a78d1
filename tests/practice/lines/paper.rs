//! What leaves on paper. Each request is for a place that the person chose.

use serde_json::{Value, json};

use super::Cost::{Job, One};
use super::chart::client;
use super::treatment::{collected, consent, plan};
use super::{Line, line, note, record};
use crate::stage::Stage;

/// A copy for the client.
fn own() -> Value {
    json!({ "kind": "own_copy", "copies": 1 })
}

/// A copy for the program, with who and why.
fn internal() -> Value {
    json!({ "kind": "internal_copy", "reason": "Team review on Thursday", "copies": 1 })
}

/// The request, once the person has chosen a place for the file.
fn placed(stage: &Stage, request: Value) -> Value {
    stage.desk.world.place_at(Some(stage.desk.room.path().join("copy.pdf")));
    request
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("note.print", One, |s| placed(s, json!({ "id": note::signed(s), "copy": internal() }))),
        line("plan.print", One, |s| placed(s, json!({ "id": plan(s)["id"], "copy": own() }))),
        line("discharge.print", One, |s| {
            placed(s, json!({ "id": super::admission::summary(s)["id"], "copy": own() }))
        }),
        line("assessment.print", One, |s| {
            placed(s, json!({ "id": super::admission::assessment(s)["id"], "copy": own() }))
        }),
        line("assessment.print_levels", One, |s| placed(s, json!({ "client": client(s), "copy": own() }))),
        line("consent.print", One, |s| placed(s, json!({ "id": consent(s)["id"], "copy": own() }))),
        line("attendance.print", One, |s| placed(s, json!({ "client": client(s), "copy": own() }))),
        line("drug_test.print_course", One, |s| placed(s, json!({ "client": client(s), "copy": own() }))),
        line("drug_test.print_custody", One, |s| {
            placed(s, json!({ "id": collected(s)["id"], "donor": "number", "copies": 1 }))
        }),
        line("caseload.print", One, |s| {
            placed(s, json!({ "clients": [client(s)], "shown": "Mine", "reason": "Weekly review", "copies": 1 }))
        }),
        line("instrument.print_plan", One, |s| placed(s, json!({ "id": record::safety_plan(s)["id"], "copy": own() }))),
        line("chart_copy.print", Job(1), |s| placed(s, json!({ "client": client(s), "copy": internal() }))),
    ]
}
