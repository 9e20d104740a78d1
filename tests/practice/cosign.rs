//! A supervisor's queue: what is seen beside a note, thirty notes in one go, words at a place of the text, and who answers
//! while the supervisor is away.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::note_desk::{Chart, dap, free_request, plain, proof};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

/// A note of Ambrose's that waits for Marisol, who is signed in.
fn waiting(chart: &Chart, text: &str) -> Value {
    chart.clinic.as_person("ambrose");
    let begun = chart.free(&chart.tomas);
    let request = json!({ "id": begun["id"], "rev": 1, "body": plain(text), "proof": proof() });
    assert_eq!(chart.desk().op("note.sign", request)["state"], "awaiting_cosign");
    chart.clinic.as_person("marisol");
    begun["id"].clone()
}

fn queue(chart: &Chart) -> Vec<Value> {
    chart.desk().query("note.cosign_queue", json!({})).as_array().unwrap().clone()
}

#[test]
fn thirty_notes_are_approved_with_one_proof() {
    let chart = Chart::open();
    chart.clinic.as_person("ambrose");
    for number in 0..30 {
        let begun = chart.free(&chart.tomas);
        let body = plain(&format!("Called the board, number {number}."));
        chart.desk().op("note.sign", json!({ "id": begun["id"], "rev": 1, "body": body, "proof": proof() }));
    }
    chart.clinic.as_person("marisol");
    let read = |rows: &[Value]| -> Vec<Value> {
        rows.iter().map(|row| json!({ "id": row["id"], "rev": row["rev"] })).collect()
    };
    let waits = queue(&chart);
    assert_eq!(waits.len(), 30);
    let mut stale = read(&waits);
    stale[29]["rev"] = json!(7);
    let all = |notes: Vec<Value>, proof: Value| json!({ "notes": notes, "proof": proof });
    assert_eq!(chart.desk().refused("note.cosign_all", all(stale, proof())).code, Code::Conflict);
    assert_eq!(queue(&chart).len(), 30, "all of them or none");
    let wrong = json!({ "passphrase": "not the right one at all" });
    assert_eq!(chart.desk().refused("note.cosign_all", all(read(&waits), wrong)).code, Code::WrongPassphrase);
    assert_eq!(faults(&chart.desk().refused("note.cosign_all", all(vec![], proof()))), ["notes"]);

    assert_eq!(chart.desk().op("note.cosign_all", all(read(&waits), proof()))["notes"], 30);
    assert_eq!(queue(&chart), [] as [Value; 0]);
    let verified = chart.clinic.as_person("theodora").query("verification.signatures", json!({}));
    assert_eq!(verified, json!({ "documents": 60, "unproven": 0, "faults": [] }));
}

#[test]
fn a_remark_stands_at_its_place_until_the_note_is_signed_again() {
    let chart = Chart::open();
    let id = waiting(&chart, "Đặng called. The board asked for the letter.");
    let back = |remarks: Value, comment: &str| json!({ "id": id, "rev": 2, "comment": comment, "remarks": remarks });
    let remark = |section: &str, starts: i64, ends: i64, words: &str| json!({ "section": section, "starts": starts, "ends": ends, "words": words });
    for (wrong, field) in [
        (remark("data", 0, 4, "Which?"), "remarks.0"),
        (remark("text", 4, 4, "Which?"), "remarks.0"),
        (remark("text", -1, 4, "Which?"), "remarks.0"),
        (remark("text", 40, 99, "Which?"), "remarks.0"),
        (remark("text", 0, 4, " "), "remarks.0.words"),
    ] {
        assert_eq!(faults(&chart.desk().refused("note.return", back(json!([wrong]), ""))), [field]);
    }
    assert_eq!(faults(&chart.desk().refused("note.return", back(json!([]), ""))), ["comment"]);
    chart.desk().op("note.return", back(json!([remark("text", 13, 22, "Which board?")]), ""));

    chart.clinic.as_person("ambrose");
    let note = chart.note(&id);
    assert_eq!(note["remarks"][0]["quote"], "The board");
    assert_eq!(note["remarks"][0]["words"], "Which board?");
    assert_eq!(note["remarks"][0]["by"], "Marisol Quiñones");
    let again =
        json!({ "id": id, "rev": 3, "body": plain("Đặng called. The pharmacy board asked."), "proof": proof() });
    chart.desk().op("note.sign", again);
    chart.clinic.as_person("marisol");
    assert_eq!(chart.note(&id)["remarks"][0]["words"], "Which board?", "seen beside the revised text");
}

#[test]
fn a_review_says_what_is_new_and_what_the_rules_say() {
    let chart = Chart::open();
    waiting(&chart, "Slept five hours. Called her sponsor twice.");
    chart.desk().clock.pass(60_000);
    let id = waiting(&chart, "Slept seven hours. Called her sponsor twice. She says the plan and");
    let review = chart.desk().query("note.review", json!({ "id": id }));
    let pieces: Vec<(&str, bool)> = review["sections"][0]["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| (piece["text"].as_str().unwrap(), piece["as_before"].as_bool().unwrap()))
        .collect();
    assert_eq!(
        pieces,
        [("Slept seven hours. ", false), ("Called her sponsor twice. ", true), ("She says the plan and", false)]
    );
    assert_eq!(review["before"]["gone"], json!(["Slept five hours."]));
    let broken: Vec<&str> = review["rules"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|rule| rule["holds"] == false)
        .map(|rule| rule["name"].as_str().unwrap())
        .collect();
    assert_eq!(broken, ["No name of others, no copy of an earlier note"]);

    // A draft is its author's alone; a first note has nothing before it.
    chart.clinic.as_person("ambrose");
    let draft = chart.free(&chart.tomas);
    chart.clinic.as_person("marisol");
    assert_eq!(chart.desk().refused("note.review", json!({ "id": draft["id"] })).code, Code::NotFound);
    let first = chart.signed(&chart.caroline);
    assert_eq!(chart.desk().query("note.review", json!({ "id": first["id"] })).get("before"), None);
}

#[test]
fn a_stand_in_answers_on_the_days_named_and_on_no_other() {
    let chart = Chart::open();
    let id = waiting(&chart, "Called the board.");
    chart.clinic.as_person("theodora");
    let bettina = chart.desk().hire("Bettina", "Kowalczyk", "bettina", &["counselor"])["id"].clone();
    let name = |staff: &Value, from: &str, to: &str, reason: &str| json!({ "supervisor": chart.clinic.marisol, "staff": staff, "starts_on": from, "ends_on": to, "reason": reason });
    let refused = |request: Value| chart.desk().refused("staff.stand_in_name", request);
    assert_eq!(
        refused(name(&bettina, "2026-11-25", "2026-11-30", "Leave")).rule,
        Some("staff.stand_in_not_eligible"),
        "no license yet"
    );
    let fields = json!({ "label": "LPC", "license_state": "MA", "license_number": "9", "needs_cosign": false });
    chart.desk().op("staff.credential_add", json!({ "staff": bettina, "fields": fields }));
    assert_eq!(
        refused(name(&chart.clinic.marisol, "2026-11-25", "2026-11-30", "Leave")).rule,
        Some("staff.stand_in_not_eligible")
    );
    let nobody = json!({ "supervisor": bettina, "staff": chart.clinic.marisol, "starts_on": "2026-11-25",
        "ends_on": "2026-11-30", "reason": "Leave" });
    assert_eq!(refused(nobody).rule, Some("staff.supervises_nobody"));
    for (from, to, reason, field) in [
        ("2026-11-25", "2026-11-24", "Leave", "ends_on"),
        ("2026-11-20", "2026-11-23", "Leave", "ends_on"),
        ("2026-11-25", "2027-03-01", "Leave", "ends_on"),
        ("2026-11-25", "2026-11-30", " ", "reason"),
    ] {
        assert_eq!(faults(&refused(name(&bettina, from, to, reason))), [field], "{from} {to}");
    }
    chart.clinic.as_person("ambrose");
    assert_eq!(refused(name(&bettina, "2026-11-25", "2026-11-30", "Leave")).code, Code::NotPermitted);

    // The supervisor names one herself.
    chart.clinic.as_person("marisol");
    chart.desk().op("staff.stand_in_name", name(&bettina, "2026-11-25", "2026-11-26", "Leave"));
    chart.clinic.as_person("bettina");
    assert_eq!(queue(&chart), [] as [Value; 0], "not before its first day");
    assert_eq!(chart.desk().refused("note.get", json!({ "id": id })).code, Code::NotFound);
    chart.desk().clock.pass(DAY);
    chart.clinic.as_person("bettina");
    assert_eq!(queue(&chart)[0]["id"], id);
    assert_eq!(chart.note(&id)["may"]["cosign"], true);
    chart.desk().op("note.cosign", json!({ "id": id, "rev": 2, "comment": "", "proof": proof() }));
    assert_eq!(chart.note(&id)["signatures"][1]["by"], "Bettina Kowalczyk");

    let second = waiting(&chart, "Called again.");
    chart.clinic.as_person("bettina");
    assert_eq!(queue(&chart).len(), 1);
    chart.desk().clock.pass(2 * DAY);
    chart.clinic.as_person("bettina");
    assert_eq!(queue(&chart), [] as [Value; 0], "not after its last day");
    assert_eq!(chart.desk().refused("note.get", json!({ "id": second })).code, Code::NotFound);
}

#[test]
fn a_stand_in_ends_when_it_is_taken_back() {
    let chart = Chart::open();
    waiting(&chart, "Called the board.");
    chart.clinic.as_person("theodora");
    let bettina = chart.desk().hire("Bettina", "Kowalczyk", "bettina", &["counselor"])["id"].clone();
    let fields = json!({ "label": "LPC", "license_state": "MA", "license_number": "9", "needs_cosign": false });
    chart.desk().op("staff.credential_add", json!({ "staff": bettina, "fields": fields }));
    let named = json!({ "supervisor": chart.clinic.marisol, "staff": bettina, "starts_on": "2026-11-24",
        "ends_on": "2026-11-30", "reason": "Leave" });
    chart.desk().op("staff.stand_in_name", named);
    chart.clinic.as_person("bettina");
    assert_eq!(queue(&chart).len(), 1);
    let list = chart.desk().query("staff.stand_ins", json!({}));
    assert_eq!((list["rows"][0]["now"].as_bool(), list["rows"][0]["may_end"].as_bool()), (Some(true), Some(false)));
    let end = json!({ "id": list["rows"][0]["id"], "rev": 1 });
    assert_eq!(chart.desk().refused("staff.stand_in_end", end.clone()).code, Code::NotPermitted);
    chart.clinic.as_person("theodora");
    chart.desk().op("staff.stand_in_end", end.clone());
    assert_eq!(chart.desk().refused("staff.stand_in_end", end).code, Code::NotFound);
    chart.clinic.as_person("bettina");
    assert_eq!(queue(&chart), [] as [Value; 0]);
}

/// A recorded group session of Marisol's with an entry for Caroline; Marisol is signed in.
fn group_with_an_entry(chart: &Chart) -> Value {
    let desk = chart.clinic.as_person("theodora");
    let fields =
        json!({ "name": "Process group", "type": "process", "capacity": 12, "facilitator": chart.clinic.marisol });
    let group = desk.op("group.add", json!({ "fields": fields, "slots": [] }));
    desk.op("membership.join", json!({ "group": group["id"], "client": chart.caroline, "joined_on": "2026-11-02" }));
    let planned = desk.op(
        "session.plan",
        json!({ "kind": "group", "group": group["id"], "on_date": "2026-11-24", "starts": "10:00", "minutes": 60 }),
    );
    chart.clinic.as_person("marisol");
    desk.op("attendance.record", json!({ "session": planned["id"], "rev": planned["rev"] }));
    let entry = json!({ "client": chart.caroline, "rev": 0, "participation": 2, "line": "Named two cues.",
        "objectives": [], "risk_words": "", "skipped": false });
    let shared = json!({ "rev": 0, "topic": "Cues", "interventions": ["cognitive"], "words": "The group named cues.",
        "risk_statement": true });
    desk.op("group_note.save", json!({ "session": planned["id"], "shared": shared, "entries": [entry] }));
    planned["id"].clone()
}

/// Somebody's license ends on a day, or never.
fn licensed_until(chart: &Chart, who: &Value, ends: Option<&str>) {
    chart.clinic.as_person("theodora");
    let rows = chart.desk().query("staff.list", json!({}));
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == *who).unwrap().clone();
    let credential = &row["credentials"][0];
    let mut fields = json!({ "label": credential["label"], "license_state": "MA", "license_number": "12345",
        "needs_cosign": credential["needs_cosign"] });
    if let Some(ends) = ends {
        fields["expires_on"] = json!(ends);
    }
    chart
        .desk()
        .op("staff.credential_change", json!({ "id": credential["id"], "rev": credential["rev"], "fields": fields }));
}

#[test]
fn a_license_that_had_ended_stops_the_signature_and_its_holder_mends_the_date() {
    let chart = Chart::open();
    licensed_until(&chart, &chart.clinic.marisol, Some("2026-11-23"));
    chart.clinic.as_person("marisol");
    let session = chart.session(&chart.caroline);
    let begun = chart.desk().op("note.start", json!({ "session": session }));
    let sign = json!({ "id": begun["id"], "rev": begun["rev"], "body": dap(), "proof": proof() });
    assert_eq!(chart.desk().refused("note.sign", sign.clone()).rule, Some("note.not_ready"));
    let ready = chart.desk().query("note.ready", json!({ "id": begun["id"], "body": dap() }));
    assert_eq!(ready["missing"][0]["field"], "license");

    let own = chart.desk().query("staff.own_credentials", json!({}));
    let mend = |rev: i64, on: &str, reason: &str| json!({ "id": own[0]["id"], "rev": rev, "expires_on": on, "reason": reason, "proof": proof() });
    let rev = own[0]["rev"].as_i64().unwrap();
    let refused = |request: Value| chart.desk().refused("staff.credential_mend", request);
    assert_eq!(faults(&refused(mend(rev, "2026-11-23", "On the card"))), ["expires_on"]);
    assert_eq!(faults(&refused(mend(rev, "2028-11-23", " "))), ["reason"]);
    let mut wrong = mend(rev, "2028-11-23", "On the card");
    wrong["proof"] = json!({ "passphrase": "not the right one at all" });
    assert_eq!(refused(wrong).code, Code::WrongPassphrase);
    chart.clinic.as_person("ambrose");
    assert_eq!(refused(mend(rev, "2028-11-23", "On the card")).rule, Some("staff.not_your_credential"));

    chart.clinic.as_person("marisol");
    chart.desk().op("staff.credential_mend", mend(rev, "2028-11-23", "The card says 2028"));
    assert_eq!(chart.desk().op("note.sign", sign)["state"], "signed");

    // The director sees it until somebody looked at it.
    let director = chart.clinic.as_person("theodora");
    let mends = director.query("staff.mends", json!({}));
    assert_eq!((mends[0]["was"].as_str(), mends[0]["became"].as_str()), (Some("2026-11-23"), Some("2028-11-23")));
    let kinds = |todos: &Value| -> Vec<String> {
        todos["rows"].as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect()
    };
    assert!(kinds(&director.query("day.todo", json!({}))).contains(&"mended_license".to_owned()));
    let seen = json!({ "id": mends[0]["id"], "rev": 1 });
    director.op("staff.mend_seen", seen.clone());
    assert_eq!(director.query("staff.mends", json!({})), json!([]));
    assert_eq!(director.refused("staff.mend_seen", seen).code, Code::NotFound);
}

#[test]
fn a_group_is_not_signed_with_a_license_that_had_ended() {
    let chart = Chart::open();
    let session = group_with_an_entry(&chart);
    licensed_until(&chart, &chart.clinic.marisol, Some("2026-11-23"));
    chart.clinic.as_person("marisol");
    let sign = json!({ "sessions": [session], "proof": proof() });
    assert_eq!(chart.desk().refused("group_note.sign", sign.clone()).rule, Some("note.license_ended"));
    licensed_until(&chart, &chart.clinic.marisol, Some("2026-11-24"));
    chart.clinic.as_person("marisol");
    assert_eq!(chart.desk().op("group_note.sign", sign)[0]["signed"], 1, "through the day it ends on");
}

#[test]
fn a_colleague_reviews_and_signs_what_was_handed_over() {
    let chart = Chart::open();
    chart.clinic.as_person("theodora");
    let bettina = chart.desk().hire("Bettina", "Kowalczyk", "bettina", &["counselor"])["id"].clone();
    let fields = json!({ "label": "LMHC", "license_state": "MA", "license_number": "9", "needs_cosign": false });
    chart.desk().op("staff.credential_add", json!({ "staff": bettina, "fields": fields }));
    chart.clinic.as_person("marisol");
    let session = chart.session(&chart.caroline);
    let begun = chart.desk().op("note.start", json!({ "session": session }));
    let hand = |to: &Value, rev: i64, reason: &str| json!({ "id": begun["id"], "rev": rev, "to": to, "reason": reason, "body": dap() });
    let refused = |request: Value| chart.desk().refused("note.hand_over", request);
    assert_eq!(refused(hand(&bettina, 1, "Renewal late")).rule, Some("note.license_holds"));
    licensed_until(&chart, &chart.clinic.marisol, Some("2026-11-23"));
    chart.clinic.as_person("marisol");
    let colleagues = chart.desk().query("note.colleagues", json!({ "id": begun["id"] }));
    assert_eq!(colleagues, json!([{ "id": bettina, "name": "Bettina Kowalczyk, LMHC" }]));
    for wrong in [&chart.clinic.ambrose, &chart.clinic.jolene, &chart.clinic.marisol] {
        assert_eq!(refused(hand(wrong, 1, "Renewal late")).rule, Some("note.not_eligible"));
    }
    assert_eq!(faults(&refused(hand(&bettina, 1, " "))), ["reason"]);
    chart.desk().op("note.hand_over", hand(&bettina, 1, "Renewal late"));
    assert_eq!(refused(hand(&bettina, 2, "Again")).code, Code::NotFound, "a draft is its author's alone");

    // Given back once, handed over again, and signed.
    chart.clinic.as_person("bettina");
    let note = chart.note(&begun["id"]);
    assert_eq!(
        (note["written_by"].as_str(), note["handed_over"].as_str()),
        (Some("Marisol Quiñones, LPC"), Some("Renewal late"))
    );
    assert_eq!(note["sections"][0]["text"], "Sleeping about five hours since the weekend.");
    chart.desk().op("note.give_back", json!({ "id": begun["id"], "rev": 2, "reason": "Say who was there" }));
    chart.clinic.as_person("marisol");
    assert_eq!(chart.note(&begun["id"])["written_by"], "");
    let back = json!({ "id": begun["id"], "rev": 3, "reason": "x" });
    assert_eq!(chart.desk().refused("note.give_back", back).rule, Some("note.not_handed_over"));
    chart.desk().op("note.hand_over", hand(&bettina, 3, "Renewal late"));
    chart.clinic.as_person("bettina");
    let signed =
        chart.desk().op("note.sign", json!({ "id": begun["id"], "rev": 4, "body": dap(), "proof": proof() }));
    assert_eq!(signed["state"], "signed");
    assert_eq!(chart.note(&begun["id"])["signatures"][0]["by"], "Bettina Kowalczyk");
    let verified = chart.clinic.as_person("theodora").query("verification.signatures", json!({}));
    assert_eq!(verified, json!({ "documents": 1, "unproven": 0, "faults": [] }));
}

#[test]
fn a_group_session_is_completed_and_signed_by_a_colleague() {
    let chart = Chart::open();
    let session = group_with_an_entry(&chart);
    chart.clinic.as_person("theodora");
    let bettina = chart.desk().hire("Bettina", "Kowalczyk", "bettina", &["counselor"])["id"].clone();
    let fields = json!({ "label": "LICSW", "license_state": "MA", "license_number": "7", "needs_cosign": false });
    chart.desk().op("staff.credential_add", json!({ "staff": bettina, "fields": fields }));
    chart.clinic.as_person("marisol");
    let hand = |to: &Value, reason: &str| json!({ "session": session, "to": to, "reason": reason });
    let refused = |request: Value| chart.desk().refused("group_note.hand_over", request);
    assert_eq!(refused(hand(&bettina, "Late")).rule, Some("note.license_holds"));
    licensed_until(&chart, &chart.clinic.marisol, Some("2026-11-23"));
    chart.clinic.as_person("marisol");
    assert_eq!(faults(&refused(hand(&bettina, " "))), ["reason"]);
    assert_eq!(
        refused(hand(&chart.clinic.ambrose, "Late")).rule,
        Some("note.not_eligible"),
        "who needs a cosignature"
    );
    let colleagues = chart.desk().query("group_note.colleagues", json!({ "session": session }));
    assert_eq!(colleagues, json!([{ "id": bettina, "name": "Bettina Kowalczyk, LICSW" }]));
    chart.clinic.as_person("bettina");
    let sign = json!({ "sessions": [session], "proof": proof() });
    assert_eq!(refused(hand(&bettina, "Mine")).rule, Some("note.not_your_session"));
    assert_eq!(chart.desk().refused("group_note.sign", sign.clone()).rule, Some("note.not_your_session"));

    chart.clinic.as_person("marisol");
    chart.desk().op("group_note.hand_over", hand(&bettina, "My renewal is late"));
    chart.clinic.as_person("bettina");
    let evening = chart.desk().query("group_note.evening", json!({ "on": "2026-11-24" }));
    assert_eq!(evening["ready"], json!([session]));
    assert_eq!(chart.desk().op("group_note.sign", sign)[0]["signed"], 1);
    chart.clinic.as_person("marisol");
    let page = chart.desk().query("group_note.get", json!({ "session": session }));
    let note = chart.note(&page["entries"][0]["note"]);
    assert_eq!(note["signatures"][0]["by"], "Bettina Kowalczyk");
    assert_eq!(note["written_by"], "Marisol Quiñones, LPC");
    let verified = chart.clinic.as_person("theodora").query("verification.signatures", json!({}));
    assert_eq!(verified, json!({ "documents": 1, "unproven": 0, "faults": [] }));
}

#[test]
fn a_group_entry_is_not_handed_over() {
    let chart = Chart::open();
    group_with_an_entry(&chart);
    let mine = chart.desk().query("note.mine", json!({}));
    let hand = json!({ "id": mine[0]["id"], "rev": mine[0]["rev"], "to": chart.clinic.ambrose, "reason": "Late" });
    assert_eq!(chart.desk().refused("note.hand_over", hand).rule, Some("note.is_group"));
}

#[test]
fn the_unsigned_are_listed_by_age_and_a_draft_of_others_without_its_text() {
    let chart = Chart::open();
    chart.clinic.as_person("ambrose");
    let old = chart.free(&chart.tomas);
    chart.desk().op("note.save", json!({ "id": old["id"], "rev": 1, "body": plain("Not yet for anybody.") }));
    chart.desk().clock.pass(4 * DAY);
    chart.clinic.as_person("marisol");
    let mut request = free_request(&chart.caroline);
    request["service"]["on"] = json!("2026-11-28");
    request["service"]["starts"] = json!("09:00");
    let fresh = chart.desk().op("note.start", request);
    let list = chart.desk().query("note.unsigned", json!({}));
    let rows: Vec<(&Value, i64, bool, bool)> = list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let (mine, open) = (row["mine"].as_bool().unwrap(), row["may_open"].as_bool().unwrap());
            (&row["note"]["id"], row["age_days"].as_i64().unwrap(), mine, open)
        })
        .collect();
    assert_eq!(rows, [(&old["id"], 4, false, false), (&fresh["id"], 0, true, true)]);
    assert!(!list.to_string().contains("Not yet for anybody"));
    assert_eq!(list["rows"][0]["note"]["overdue"], true);

    chart.clinic.as_person("ambrose");
    let own = chart.desk().query("note.unsigned", json!({}));
    assert_eq!(own["rows"].as_array().unwrap().len(), 1, "who supervises nobody sees their own");
    let director = chart.clinic.as_person("theodora").query("note.unsigned", json!({}));
    assert_eq!(director["rows"].as_array().unwrap().len(), 2);
    assert_eq!(director["everybody"], true);
}
