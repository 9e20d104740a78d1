//! Notes: drafts, what is missing, signing, cosigning, returning, adding, verifying.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::desk::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::note_desk::{Chart, dap, free_request, plain, proof};

const HOUR: i64 = 60 * 60 * 1000;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn fields(points: &Value) -> Vec<String> {
    points.as_array().unwrap().iter().map(|point| point["field"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_session_becomes_a_signed_note() {
    let chart = Chart::open();
    let session = chart.session(&chart.caroline);
    let begun = chart.desk().op("note.start", json!({ "session": session }));
    let again = chart.desk().op("note.start", json!({ "session": session }));
    assert_eq!(begun, again, "starting twice goes on with the one begun");

    let note = chart.note(&begun["id"]);
    assert_eq!(note["kind"], "individual");
    assert_eq!(note["format"], "dap");
    assert_eq!(note["minutes"], 50);
    assert_eq!(note["attendance"], "Present");
    assert_eq!(note["client"]["name"], "Beaumont-Villanueva, Caroline");
    assert_eq!(note["may"]["edit"], true);

    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"] }));
    assert_eq!(fields(&ready["missing"]), ["sections.data", "sections.assessment", "sections.plan", "risk"]);
    assert_eq!(ready["needs_cosign"], false);
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": dap() }));
    assert_eq!(ready["missing"], json!([]));

    let signed = chart
        .desk()
        .op("note.sign", json!({ "id": begun["id"], "rev": begun["rev"], "body": dap(), "proof": proof() }));
    assert_eq!(signed["state"], "signed");
    assert_eq!(signed["late_entry"], false);
    let note = chart.note(&begun["id"]);
    assert_eq!(note["state"], "signed");
    assert_eq!(note["signatures"][0]["by"], "Marisol Quiñones");
    assert_eq!(note["signatures"][0]["credential"], "LPC");
    assert_eq!(note["signatures"][0]["hash"], signed["hash"]);
    assert_eq!(note["may"], json!({ "edit": false, "cosign": false, "addend": true }));
    assert_eq!(verified(&chart), json!({ "documents": 1, "unproven": 0, "faults": [] }));
}

fn verified(chart: &Chart) -> Value {
    chart.desk().query("verification.signatures", json!({ "client": chart.caroline }))
}

#[test]
fn a_signed_note_is_fixed() {
    let chart = Chart::open();
    let signed = chart.signed(&chart.caroline);
    let note = chart.note(&signed["id"]);
    let with = |more: Value| {
        let mut request = json!({ "id": note["id"], "rev": note["rev"] });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request
    };
    let rule = |call: &str, more: Value| chart.desk().refused(call, with(more)).rule;
    assert_eq!(rule("note.save", json!({ "body": plain("Something else.") })), Some("note.fixed"));
    assert_eq!(rule("note.sign", json!({ "proof": proof() })), Some("note.fixed"));
    assert_eq!(rule("note.void", json!({ "reason": "Wrong client" })), Some("note.signed"));
    assert_eq!(rule("note.return", json!({ "comment": "Look again" })), Some("note.not_awaiting"));
}

#[test]
fn signing_asks_who_is_there() {
    let chart = Chart::open();
    let begun = chart.free(&chart.caroline);
    let body = plain("Called the board.");
    let sign = |proof: Value| {
        chart
            .desk()
            .refused("note.sign", json!({ "id": begun["id"], "rev": 1, "body": body.clone(), "proof": proof }))
    };
    assert_eq!(faults(&sign(json!({}))), ["proof"]);
    assert_eq!(sign(json!({ "passphrase": "not the right one at all" })).code, Code::WrongPassphrase);
    assert_eq!(chart.note(&begun["id"])["state"], "draft");

    chart.desk().op("pin.set", json!({ "passphrase": OTHER_PASSPHRASE, "pin": "2580" }));
    for _ in 0..5 {
        assert_eq!(sign(json!({ "pin": "2581" })).code, Code::WrongPassphrase);
    }
    assert_eq!(sign(json!({ "pin": "2580" })).code, Code::WrongPassphrase, "after five tries only the passphrase");
    chart.desk().op("note.sign", json!({ "id": begun["id"], "rev": 1, "body": body, "proof": proof() }));
    let next = chart.free(&chart.caroline);
    let with_pin = json!({ "id": next["id"], "rev": 1, "body": plain("Called again."), "proof": { "pin": "2580" } });
    assert_eq!(chart.desk().op("note.sign", with_pin)["state"], "signed");
}

#[test]
fn nothing_incomplete_is_signed() {
    let chart = Chart::open();
    let planned = chart.planned(&chart.caroline);
    let begun = chart.desk().op("note.start", json!({ "session": planned["id"] }));
    let sign = |body: Value| {
        chart
            .desk()
            .refused("note.sign", json!({ "id": begun["id"], "rev": begun["rev"], "body": body, "proof": proof() }))
    };
    assert_eq!(sign(dap()).rule, Some("note.not_ready"));
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": dap() }));
    assert_eq!(fields(&ready["missing"]), ["attendance"]);

    chart.desk().op("attendance.record", json!({ "session": planned["id"], "rev": planned["rev"] }));
    let mut no_risk = dap();
    no_risk["risk"] = Value::Null;
    assert_eq!(sign(no_risk).rule, Some("note.not_ready"));
    let mut changed = dap();
    changed["risk"] = json!("new_or_changed");
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": changed }));
    assert_eq!(fields(&ready["missing"]), ["risk_words"]);
    let mut by_statement = dap();
    by_statement["risk"] = json!("by_session_statement");
    assert_eq!(sign(by_statement).rule, Some("note.not_ready"));
}

/// A free note says its own end, so it is looked at: overnight, and not before it is over.
#[test]
fn a_free_note_is_signed_when_what_it_says_has_ended() {
    let chart = Chart::open();
    let begun = chart.free(&chart.caroline);
    let with = |on: &str, starts: &str, minutes: i64| {
        let mut body = plain("Called the board.");
        body["service"] = json!({ "on": on, "starts": starts, "minutes": minutes });
        chart.desk().query("note.ready", json!({ "id": begun["id"], "body": body }))
    };
    let [now, from] =
        [&with("2026-11-24", "09:15", 20), &with("2026-11-24", "09:15", 0)].map(|ready| ready["ends_at"].as_i64());
    assert_eq!(now.unwrap() - from.unwrap(), 20 * 60_000);
    let night = with("2026-11-23", "23:40", 45);
    assert_eq!(
        (fields(&night["missing"]), night["ends_at"].as_i64().unwrap()),
        (vec![], from.unwrap() - (8 * 60 + 50) * 60_000)
    );
    // The hour that the clocks repeat in the fall is counted once, as it passed.
    let repeated = with("2026-11-01", "00:30", 180);
    let before = with("2026-11-01", "00:30", 0);
    assert_eq!(repeated["ends_at"].as_i64().unwrap() - before["ends_at"].as_i64().unwrap(), 180 * 60_000);

    let late = with("2026-11-24", "09:15", 1440);
    assert_eq!(fields(&late["missing"]), ["minutes"]);
    let mut body = plain("Called the board.");
    body["service"] = json!({ "on": "2026-11-24", "starts": "09:15", "minutes": 1440 });
    let sign = json!({ "id": begun["id"], "rev": begun["rev"], "body": body, "proof": proof() });
    assert_eq!(chart.desk().refused("note.sign", sign).rule, Some("note.not_ready"));
}

/// Somebody who was seen at a plan review or over a medication may have a risk line too.
#[test]
fn a_risk_line_may_stand_in_a_note_that_owes_none() {
    let chart = Chart::open();
    let begun = chart.free(&chart.caroline);
    assert_eq!(chart.note(&begun["id"])["owes_risk"], false);
    let mut body = plain("Looked at the week together.");
    body["risk"] = json!("new_or_changed");
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": body }));
    assert_eq!(fields(&ready["missing"]), ["risk_words"]);
    body["risk_words"] = json!("Sleeps less; called her sister.");
    chart.desk().op("note.sign", json!({ "id": begun["id"], "rev": 1, "body": body, "proof": proof() }));
    assert_eq!(chart.note(&begun["id"])["risk_words"], "Sleeps less; called her sister.");
}

#[test]
fn who_was_absent_gets_an_absence() {
    let chart = Chart::open();
    let planned = chart.planned(&chart.caroline);
    let begun = chart.desk().op("note.start", json!({ "session": planned["id"] }));
    let absent = json!({ "client": chart.caroline, "what": { "absent": { "excused": true, "reason": "shift" } } });
    chart
        .desk()
        .op("attendance.record", json!({ "session": planned["id"], "rev": planned["rev"], "exceptions": [absent] }));
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": dap() }));
    assert_eq!(fields(&ready["missing"]), ["attendance"]);
    chart.desk().op("note.void", json!({ "id": begun["id"], "rev": begun["rev"], "reason": "She did not come" }));
    let absence = chart.desk().op("note.start", json!({ "session": planned["id"] }));
    let note = chart.note(&absence["id"]);
    assert_eq!((note["kind"].as_str(), note["minutes"].as_i64()), (Some("absence"), Some(0)));
    assert_eq!(note["attendance"], "Absence (excused: shift)");
    let signed =
        chart.desk().op("note.sign", json!({ "id": absence["id"], "rev": absence["rev"], "proof": proof() }));
    assert_eq!(signed["state"], "signed");
}

#[test]
fn every_fault_stands_beside_its_field() {
    let chart = Chart::open();
    let start = |kind: &str, on: &str, starts: &str, minutes: i64| {
        let request = json!({ "client": chart.caroline, "kind": kind,
                              "service": { "on": on, "starts": starts, "minutes": minutes } });
        chart.desk().refused("note.start", request)
    };
    assert_eq!(faults(&start("group", "2026-11-24", "09:00", 20)), ["kind"]);
    assert_eq!(faults(&start("other", "2026-11-24", "nine", 1441)), ["service.minutes", "service.starts"]);
    assert_eq!(faults(&start("other", "2026-03-08", "02:30", 20)), ["service.starts"], "the clock jumps over it");
    assert_eq!(faults(&start("other", "2026-11-24", "15:00", 20)), ["service.starts"], "still to come");
    let without = chart.desk().refused("note.start", json!({ "client": chart.caroline, "kind": "other" }));
    assert_eq!(faults(&without), ["service.on"]);
    assert_eq!(faults(&chart.desk().refused("note.start", json!({ "kind": "other" }))), ["client"]);
    let mut format = free_request(&chart.caroline);
    format["format"] = json!("group");
    assert_eq!(faults(&chart.desk().refused("note.start", format)), ["format"]);

    let begun = chart.free(&chart.caroline);
    let body = json!({
        "sections": [{ "key": "No such", "text": "x" }, { "key": "text", "text": "a\u{7}b" }],
        "objectives": [{ "objective": "01940000-0000-7000-8000-000000000000", "progress": "same" }],
        "risk_words": "x".repeat(2001), "format": "absence",
        "service": { "on": "2026-11-24", "starts": "25:00", "minutes": 5 },
    });
    let refusal = chart.desk().refused("note.save", json!({ "id": begun["id"], "rev": 1, "body": body }));
    assert_eq!(
        faults(&refusal),
        ["format", "service.starts", "sections.No such", "sections.text", "risk_words", "objectives"]
    );
    let empty = chart.desk().refused("note.void", json!({ "id": begun["id"], "rev": 1, "reason": " " }));
    assert_eq!(faults(&empty), ["reason"]);
}

#[test]
fn a_session_note_takes_its_time_from_the_attendance() {
    let chart = Chart::open();
    let session = chart.session(&chart.caroline);
    let begun = chart.desk().op("note.start", json!({ "session": session }));
    let mut body = dap();
    body["service"] = json!({ "on": "2026-11-24", "starts": "07:00", "minutes": 90 });
    let refusal = chart.desk().refused("note.save", json!({ "id": begun["id"], "rev": begun["rev"], "body": body }));
    assert_eq!(refusal.rule, Some("note.from_session"));
}

#[test]
fn drafts_are_saved_by_revision_and_seen_by_their_author_alone() {
    let chart = Chart::open();
    let begun = chart.free(&chart.caroline);
    let save = json!({ "id": begun["id"], "rev": 1, "body": plain("Left a message.") });
    assert_eq!(chart.desk().op("note.save", save.clone())["rev"], 2);
    assert_eq!(chart.desk().refused("note.save", save).code, Code::Conflict);
    assert_eq!(chart.note(&begun["id"])["sections"][0]["text"], "Left a message.");
    assert_eq!(chart.desk().query("note.mine", json!({})).as_array().unwrap().len(), 1);

    chart.clinic.as_person("theodora");
    assert_eq!(chart.desk().refused("note.get", json!({ "id": begun["id"] })).code, Code::NotFound);
    let page = chart.desk().query("note.chart", json!({ "client": chart.caroline }));
    assert_eq!(page["rows"], json!([]));
    chart.clinic.as_person("ambrose");
    let save = json!({ "id": begun["id"], "rev": 2, "body": plain("Mine now.") });
    assert_eq!(chart.desk().refused("note.save", save).code, Code::NotFound);
    assert_eq!(chart.desk().refused("note.chart", json!({ "client": chart.caroline })).code, Code::NotFound);
    chart.clinic.as_person("jolene");
    assert_eq!(chart.desk().refused("note.get", json!({ "id": begun["id"] })).code, Code::NotPermitted);
}

#[test]
fn a_saved_note_closes_the_draft_of_its_form() {
    let chart = Chart::open();
    let begun = chart.free(&chart.caroline);
    let key = json!({ "form": "note", "subject": begun["id"] });
    chart.desk().op(
        "draft.save",
        json!({ "form": "note", "subject": begun["id"], "body": { "text": "Left" }, "typed": true, "rev": 0 }),
    );
    assert_ne!(chart.desk().query("draft.get", key.clone()), Value::Null);
    chart.desk().op("note.save", json!({ "id": begun["id"], "rev": 1, "body": plain("Left a message.") }));
    assert_eq!(chart.desk().query("draft.get", key), Value::Null);
}

#[test]
fn objectives_are_ticked_changed_and_taken_away() {
    let chart = Chart::open();
    let objectives = with_plan(&chart);
    let begun = chart.free(&chart.caroline);
    let note = chart.note(&begun["id"]);
    assert_eq!(note["objectives"].as_array().unwrap().len(), 2);
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": plain("Called the board.") }));
    assert_eq!(fields(&ready["warnings"]), ["objectives"]);
    let save = |rev: i64, ticks: Value| {
        let mut body = plain("Called the board.");
        body["objectives"] = ticks;
        chart.desk().op("note.save", json!({ "id": begun["id"], "rev": rev, "body": body }));
        let note = chart.note(&begun["id"]);
        let lines = note["objectives"].as_array().unwrap().clone();
        lines.into_iter().map(|line| line["progress"].clone()).collect::<Vec<_>>()
    };
    let tick = |index: usize, progress: &str| json!({ "objective": objectives[index], "progress": progress });
    assert_eq!(save(1, json!([tick(0, "forward"), tick(1, "same")])), ["forward", "same"]);
    assert_eq!(save(2, json!([tick(0, "met")])), [json!("met"), Value::Null]);
    assert_eq!(save(3, json!([])), [Value::Null, Value::Null]);
    let mut twice = plain("Called.");
    twice["objectives"] = json!([tick(0, "met"), tick(0, "same")]);
    let refusal = chart.desk().refused("note.save", json!({ "id": begun["id"], "rev": 4, "body": twice }));
    assert_eq!(faults(&refusal), ["objectives"]);

    let mut body = plain("Called the board.");
    body["objectives"] = json!([tick(1, "set_back")]);
    chart.desk().op("note.sign", json!({ "id": begun["id"], "rev": 4, "body": body, "proof": proof() }));
    let note = chart.note(&begun["id"]);
    assert_eq!(note["objectives"].as_array().unwrap().len(), 1, "a signed note shows only what was ticked");
    assert_eq!(note["objectives"][0]["progress"], "set_back");
}

/// Gives Caroline an episode and an active plan with two objectives.
pub fn with_plan(chart: &Chart) -> Vec<Value> {
    chart.clinic.as_person("theodora");
    chart.desk().op(
        "episode.admit",
        json!({ "client": chart.caroline, "admission": { "admitted_on": "2026-11-02", "level": "2.1", "track": "Evening" } }),
    );
    chart.clinic.as_person("marisol");
    let started = chart.desk().op("plan.start", json!({ "client": chart.caroline }));
    let objectives =
        json!([{ "words": "Name three cues before a shift" }, { "words": "Tell one trusted colleague" }]);
    let problems = json!([{ "words": "Use after night shifts",
                            "goals": [{ "words": "Sleep without it", "objectives": objectives }] }]);
    let saved =
        chart.desk().op("plan.save", json!({ "id": started["id"], "rev": started["rev"], "problems": problems }));
    chart.desk().op("plan.sign", json!({ "id": started["id"], "rev": saved["rev"], "proof": proof() }));
    let begun = chart.free(&chart.caroline);
    let note = chart.note(&begun["id"]);
    chart.desk().op("note.void", json!({ "id": begun["id"], "rev": begun["rev"], "reason": "Only to look" }));
    note["objectives"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect()
}

#[test]
fn a_late_entry_is_labeled() {
    let chart = Chart::open();
    let begun = chart.free(&chart.caroline);
    chart.desk().clock.pass(25 * HOUR);
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": plain("Called the board.") }));
    assert_eq!(ready["late"], true);
    let request = json!({ "id": begun["id"], "rev": 1, "body": plain("Called the board."), "proof": proof() });
    assert_eq!(chart.desk().op("note.sign", request)["late_entry"], true);
    assert_eq!(chart.note(&begun["id"])["late_entry"], true);
    assert_eq!(verified(&chart)["faults"], json!([]));
}

#[test]
fn a_trainee_waits_for_the_supervisor_and_signs_again_after_a_return() {
    let chart = Chart::open();
    chart.clinic.as_person("ambrose");
    let begun = chart.free(&chart.tomas);
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": plain("Called the board.") }));
    assert_eq!((ready["needs_cosign"].as_bool(), ready["cosigner"].as_str()), (Some(true), Some("Marisol Quiñones")));
    let sign = |rev: i64, text: &str| {
        let request = json!({ "id": begun["id"], "rev": rev, "body": plain(text), "proof": proof() });
        chart.desk().op("note.sign", request)["state"].clone()
    };
    assert_eq!(sign(1, "Called the board."), "awaiting_cosign");
    let own = chart.desk().refused("note.return", json!({ "id": begun["id"], "rev": 2, "comment": "Mine" }));
    assert_eq!(own.rule, Some("note.not_the_cosigner"));
    assert_eq!(chart.desk().query("note.cosign_queue", json!({})), json!([]));

    chart.clinic.as_person("marisol");
    let queue = chart.desk().query("note.cosign_queue", json!({}));
    assert_eq!(queue[0]["id"], begun["id"]);
    assert_eq!(chart.note(&begun["id"])["may"]["cosign"], true);
    let empty = chart.desk().refused("note.return", json!({ "id": begun["id"], "rev": 2, "comment": " " }));
    assert_eq!(faults(&empty), ["comment"]);
    chart.desk().op("note.return", json!({ "id": begun["id"], "rev": 2, "comment": "Which board?" }));

    chart.clinic.as_person("ambrose");
    let mine = chart.desk().query("note.mine", json!({}));
    assert_eq!((mine[0]["state"].as_str(), mine[0]["comment"].as_str()), (Some("returned"), Some("Which board?")));
    let void = chart.desk().refused("note.void", json!({ "id": begun["id"], "rev": 3, "reason": "Gone" }));
    assert_eq!(void.rule, Some("note.signed"));
    assert_eq!(sign(3, "Called the pharmacy board."), "awaiting_cosign");

    chart.clinic.as_person("marisol");
    let answer = json!({ "id": begun["id"], "rev": 4, "comment": "", "proof": proof() });
    chart.desk().op("note.cosign", answer.clone());
    assert_eq!(chart.desk().refused("note.cosign", answer).rule, Some("note.not_awaiting"));
    let note = chart.note(&begun["id"]);
    assert_eq!(note["state"], "cosigned");
    let documents: Vec<&str> =
        note["signatures"].as_array().unwrap().iter().map(|line| line["document"].as_str().unwrap()).collect();
    assert_eq!(documents, ["note", "note", "cosignature"]);
    assert_eq!(note["answers"].as_array().unwrap().len(), 2);
    let verified = chart.clinic.as_person("theodora").query("verification.signatures", json!({}));
    assert_eq!(verified, json!({ "documents": 3, "unproven": 0, "faults": [] }));
}

#[test]
fn only_the_supervisor_or_a_director_answers() {
    let chart = Chart::open();
    chart.clinic.as_person("theodora");
    chart.desk().hire("Bettina", "Kowalczyk", "bettina", &["counselor"]);
    let bettina = chart.desk().query("staff.list", json!({}));
    let bettina = bettina.as_array().unwrap().iter().find(|row| row["login"] == "bettina").unwrap()["id"].clone();
    chart.desk().op("care_team.add", json!({ "client": chart.tomas, "staff": bettina, "part": "member" }));
    chart.clinic.as_person("ambrose");
    let signed = chart.signed(&chart.tomas);
    assert_eq!(signed["state"], "awaiting_cosign");
    chart.clinic.as_person("bettina");
    let request = json!({ "id": signed["id"], "rev": 2, "comment": "", "proof": proof() });
    assert_eq!(chart.desk().refused("note.cosign", request.clone()).rule, Some("note.not_the_cosigner"));
    chart.clinic.as_person("theodora");
    let mut as_director = request;
    as_director["proof"] = json!({ "passphrase": PASSPHRASE });
    chart.desk().op("note.cosign", as_director);
    assert_eq!(chart.note(&signed["id"])["state"], "cosigned");
}

#[test]
fn who_needs_a_cosignature_gives_none() {
    let chart = Chart::open();
    chart.clinic.as_person("theodora");
    let bettina = chart.desk().hire("Bettina", "Kowalczyk", "bettina", &["counselor"]);
    let rows = chart.desk().query("staff.list", json!({}));
    let ambrose = rows.as_array().unwrap().iter().find(|row| row["id"] == chart.clinic.ambrose).unwrap().clone();
    chart.desk().op(
        "staff.change",
        json!({ "id": ambrose["id"], "rev": ambrose["rev"], "given_name": "Ambrose", "family_name": "Okafor",
                "roles": ["counselor"], "supervisor": bettina["id"] }),
    );
    chart.clinic.as_person("ambrose");
    let signed = chart.signed(&chart.tomas);
    chart.clinic.as_person("bettina");
    let request = json!({ "id": signed["id"], "rev": 2, "comment": "", "proof": proof() });
    assert_eq!(chart.desk().refused("note.cosign", request).rule, Some("note.cosigner_needs_cosign"));
}

#[test]
fn an_addendum_is_signed_beside_the_note() {
    let chart = Chart::open();
    let begun = chart.free(&chart.caroline);
    let add = |id: &Value, words: &str| json!({ "id": id, "words": words, "proof": proof() });
    assert_eq!(chart.desk().refused("note.addendum", add(&begun["id"], "Monday.")).rule, Some("note.not_signed"));
    let signed = chart.signed(&chart.caroline);
    assert_eq!(faults(&chart.desk().refused("note.addendum", add(&signed["id"], " "))), ["words"]);
    chart.desk().op("note.addendum", add(&signed["id"], "She said Monday, not Tuesday."));
    let note = chart.note(&signed["id"]);
    assert_eq!(note["state"], "signed");
    assert_eq!(note["addenda"][0]["words"], "She said Monday, not Tuesday.");
    assert_eq!(note["addenda"][0]["by"], "Marisol Quiñones, LPC");
    assert_eq!(verified(&chart), json!({ "documents": 2, "unproven": 0, "faults": [] }));
    chart.clinic.as_person("ambrose");
    assert_eq!(chart.desk().refused("note.addendum", add(&signed["id"], "Mine.")).code, Code::NotFound);
}

#[test]
fn only_the_author_writes() {
    let chart = Chart::open();
    let signed = chart.signed(&chart.caroline);
    chart.clinic.as_person("theodora");
    chart
        .desk()
        .op("care_team.add", json!({ "client": chart.caroline, "staff": chart.clinic.ambrose, "part": "member" }));
    chart.clinic.as_person("ambrose");
    let save = json!({ "id": signed["id"], "rev": 2, "body": plain("Mine.") });
    assert_eq!(chart.desk().refused("note.save", save).rule, Some("note.not_the_author"));
    let void = json!({ "id": signed["id"], "rev": 2, "reason": "Mine" });
    assert_eq!(chart.desk().refused("note.void", void).rule, Some("note.not_the_author"));
    chart.desk().op("note.open", json!({ "id": signed["id"] }));
    let own = chart.desk().query("audit.list", json!({ "limit": 3 }));
    assert_eq!(own["rows"][0]["action"], "note.open");
    // Coming back to it within half an hour is the same opening, later it is another.
    let openings = |chart: &Chart| {
        let own = chart.desk().query("audit.list", json!({ "limit": 20 }));
        own["rows"].as_array().unwrap().iter().filter(|row| row["action"] == "note.open").count()
    };
    chart.desk().op("note.open", json!({ "id": signed["id"] }));
    assert_eq!(openings(&chart), 1);
    chart.desk().clock.pass(31 * 60_000);
    chart.clinic.as_person("ambrose");
    chart.desk().op("note.open", json!({ "id": signed["id"] }));
    assert_eq!(openings(&chart), 2);
}

#[test]
fn the_chain_of_a_chart_goes_on_from_document_to_document() {
    let chart = Chart::open();
    for _ in 0..3 {
        chart.signed(&chart.caroline);
        chart.desk().clock.pass(60_000);
    }
    assert_eq!(verified(&chart), json!({ "documents": 3, "unproven": 0, "faults": [] }));
    let page = chart.desk().query("note.chart", json!({ "client": chart.caroline, "limit": 2 }));
    assert_eq!(page["rows"].as_array().unwrap().len(), 2);
    let rest = chart.desk().query("note.chart", json!({ "client": chart.caroline, "before": page["next"] }));
    assert_eq!(rest["rows"].as_array().unwrap().len(), 1);
    assert_eq!(rest.get("next"), None);
}

#[test]
fn in_a_practice_of_one_nothing_waits() {
    let desk = crate::desk::Desk::empty();
    let mut request = crate::desk::found_request();
    request["practice"]["solo"] = json!(true);
    request["director"]["credential"] = json!("");
    desk.op("practice.create", request);
    let fields = crate::client_desk::fields("Caroline", "Washington");
    let me = desk.query("workstation.state", json!({}))["person"]["id"].take();
    let client = desk.op("client.add", json!({ "fields": fields, "primary": me }))["id"].take();
    let begun = desk.op("note.start", free_request(&client));
    let signed = desk.op(
        "note.sign",
        json!({ "id": begun["id"], "rev": 1, "body": plain("Called the board."), "proof": { "passphrase": PASSPHRASE } }),
    );
    assert_eq!(signed["state"], "signed");
}
