//! Attendance under a signed note: it changes only by an addendum that says what it corrects.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::attendance::{after_group, faults};
use crate::evening_desk::{Evening, HOUR, row};

/// What Marisol writes of a session of hers, one line for one client.
fn write_note(evening: &Evening, session: &Value, client: &Value) {
    let page = evening.desk().query("group_note.get", json!({ "session": session["id"] }));
    let entry =
        page["entries"].as_array().unwrap().iter().find(|entry| entry["client"]["id"] == *client).unwrap().clone();
    let shared = json!({ "topic": "Urges", "interventions": ["cognitive"], "words": "The group practiced.",
                         "risk_statement": true, "rev": page["shared"]["rev"] });
    let line = json!({ "client": client, "rev": entry["rev"], "participation": 2, "line": "Named an urge early.",
                       "objectives": [], "risk_words": "", "skipped": false });
    evening.desk().op("group_note.save", json!({ "session": session["id"], "shared": shared, "entries": [line] }));
}

#[test]
fn under_a_signed_note_only_an_addendum_corrects() {
    let (evening, [jerome, ruth, gabriel]) = after_group();
    let tonight = evening.tonight();
    evening.record(&tonight, json!([]));
    let sheet = evening.sheet(&tonight);
    let correct = |client: &Value| {
        let id = row(&sheet, client)["recorded"]["id"].clone();
        json!({ "id": id, "rev": 1, "because": "Sheet said 5:40", "what": { "late_minutes": 10 } })
    };
    write_note(&evening, &tonight, &jerome);
    let back = json!({ "session": tonight["id"], "rev": 2 });
    assert_eq!(evening.desk().refused("attendance.take_back", back).rule, Some("attendance.has_notes"));
    assert_eq!(evening.sheet(&tonight)["may_take_back"], false);
    for client in [&ruth, &gabriel] {
        write_note(&evening, &tonight, client);
    }
    let signed = evening
        .desk()
        .call("group_note.sign", json!({ "sessions": [tonight["id"]], "proof": crate::note_desk::proof() }));
    assert_eq!(signed.unwrap()["answer"][0]["signed"], 3);
    assert_eq!(
        evening.desk().refused("attendance.correct", correct(&jerome)).rule,
        Some("attendance.under_signed_note")
    );
    assert_eq!(row(&evening.sheet(&tonight), &jerome)["recorded"]["under_signed_note"], true);
    assert_eq!(evening.tonight()["signed"], 3);
}

/// Absent from one group, absent from the next until somebody says otherwise; late, and there again.
/// Three people, a signed group note, and the request that corrects the first.
fn signed_group() -> (Evening, [Value; 3], Value) {
    let (evening, people) = after_group();
    let tonight = evening.tonight();
    evening.record(&tonight, json!([]));
    for client in &people {
        write_note(&evening, &tonight, client);
    }
    let sign = json!({ "sessions": [tonight["id"]], "proof": crate::note_desk::proof() });
    evening.desk().op("group_note.sign", sign);
    let id = row(&evening.sheet(&tonight), &people[0])["recorded"]["id"].clone();
    let request = json!({ "id": id, "rev": 1, "what": { "late_minutes": 12 }, "because": "The sheet said 5:42",
                          "words": "She told the desk.", "proof": crate::note_desk::proof() });
    (evening, people, request)
}

#[test]
fn an_addendum_corrects_attendance_and_the_hours_follow() {
    let (evening, [jerome, ruth, _], request) = signed_group();
    let tonight = evening.tonight();
    let week = |client: &Value| {
        let hours = evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 1 }));
        hours["weeks"][0]["minutes"].clone()
    };
    assert_eq!(week(&jerome), 60);
    let corrected = evening.desk().op("note.correct_attendance", request.clone());
    assert_eq!((&corrected["state"], &corrected["minutes"]), (&json!("part"), &json!(48)));
    assert_eq!((week(&jerome), week(&ruth)), (json!(48), json!(60)));
    let sheet = evening.sheet(&tonight);
    let line = &row(&sheet, &jerome)["recorded"];
    assert_eq!(
        (&line["corrected_because"], &line["under_signed_note"]),
        (&json!("The sheet said 5:42"), &json!(true))
    );
    let note = evening.desk().query("note.get", json!({ "id": corrected["note"] }));
    let words = note["addenda"][0]["words"].as_str().unwrap();
    assert_eq!(
        words,
        "Attendance corrected. Before: present, 5:30 PM to 6:30 PM, 60 minutes. Now: present for part, 5:42 PM to 6:30 PM, \
         48 minutes. Why: The sheet said 5:42\nShe told the desk."
    );
    assert_eq!(note["minutes"], 60, "what was signed stays as it was");
    let verified = evening.desk().query("verification.signatures", json!({ "client": jerome }));
    assert_eq!(verified, json!({ "documents": 2, "unproven": 0, "faults": [] }));

    // A second correction goes on from the first, and the last one stands.
    let mut again = request;
    (again["rev"], again["what"]) = (json!(2), json!({ "absent": { "excused": true, "reason": "Shift moved" } }));
    assert_eq!(evening.desk().op("note.correct_attendance", again)["minutes"], 0);
    assert_eq!(week(&jerome), 0);
    let verified = evening.desk().query("verification.signatures", json!({ "client": jerome }));
    assert_eq!(verified, json!({ "documents": 3, "unproven": 0, "faults": [] }));
}

#[test]
fn a_correction_under_a_note_is_refused_with_the_reason() {
    let (evening, [jerome, ..], request) = signed_group();
    let with = |field: &str, value: Value| {
        let mut changed = request.clone();
        changed[field] = value;
        evening.desk().refused("note.correct_attendance", changed)
    };
    assert_eq!(faults(&with("because", json!(" "))), ["because"]);
    assert_eq!(faults(&with("what", json!({ "late_minutes": 0 }))), ["what.late_minutes"]);
    assert_eq!(with("what", json!({})).rule, Some("note.nothing_to_correct"));
    assert_eq!(with("rev", json!(9)).code, Code::Conflict);
    assert_eq!(with("proof", json!({ "passphrase": "not the right one at all" })).code, Code::WrongPassphrase);
    let verified = evening.desk().query("verification.signatures", json!({ "client": jerome }));
    assert_eq!(verified["documents"], 1, "nothing was signed on the way");

    let second = evening.desk().op(
        "session.plan",
        json!({ "kind": "individual", "client": jerome, "staff": evening.clinic.marisol, "on_date": "2026-11-24",
                "starts": "19:00", "minutes": 50 }),
    );
    evening.desk().clock.pass(HOUR);
    evening.clinic.as_person("marisol");
    evening.desk().op("attendance.record", json!({ "session": second["id"], "rev": 1 }));
    let sheet = evening.sheet(&second);
    assert_eq!(
        with("id", row(&sheet, &jerome)["recorded"]["id"].clone()).rule,
        Some("note.no_signed_note"),
        "nothing rests on it"
    );
}

/// What an addendum signed must be what stands there.
#[test]
fn verifying_finds_attendance_that_left_its_correction() {
    let (evening, [jerome, ..], request) = signed_group();
    evening.desk().op("note.correct_attendance", request);
    evening.desk().past_the_doors("drop trigger attendance_under_signature").unwrap();
    let changed = evening.desk().past_the_doors("update attendance set minutes = 60 where minutes = 48").unwrap();
    assert_eq!(changed, 1);
    evening.clinic.as_person("marisol");
    let verified = evening.desk().query("verification.signatures", json!({ "client": jerome }));
    assert_eq!(verified["faults"][0]["fault"], "row");
}

/// Whatever writes to the store: under a signature a row changes only beside its correction, and a label of a late entry
/// is never taken away.
#[test]
fn the_store_itself_keeps_attendance_under_a_signature_and_the_late_label() {
    let (evening, ..) = signed_group();
    let sneak = evening.desk().past_the_doors("update attendance set minutes = 10, rev = rev + 1");
    assert!(sneak.unwrap_err().contains("only by an addendum"));
    let (late, _) = after_group();
    let tonight = late.tonight();
    late.desk().clock.pass(24 * HOUR);
    late.clinic.as_person("marisol");
    late.record(&tonight, json!([]));
    for table in ["attendance", "session"] {
        let strip = format!("update {table} set late_entry = 0, rev = rev + 1 where late_entry = 1");
        assert!(late.desk().past_the_doors(&strip).unwrap_err().contains("never taken away"), "{table}");
    }
}
