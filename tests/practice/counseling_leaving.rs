//! Counseling notes on their way out: chosen by their author, by a consent of their own, and by no other way at all.

use practice::kernel::Tag;
use practice::kernel::refusal::Code;
use practice::kernel::router::Kind;
use serde_json::{Value, json};

use crate::counseling_note::{Room, holds, rule, written};
use crate::desk::Desk;
use crate::router::requests;
use crate::stage::Stage;

const CALL: &str = "disclosure.print_counseling";

fn consent(desk: &Desk, client: &Value, more: Value) -> Value {
    let mut request = json!({ "client": client, "kind": "counseling_notes", "recipient": "Dr. Ingeborg Lund",
        "purpose": "Handing the therapy over", "scope": "Counseling notes of November 2026", "signed_on": "2026-11-02",
        "expires_on": "2026-12-24" });
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    desk.op("consent.add", request)
}

/// Marisol's note is closed, and a consent lets it leave.
fn ready() -> (Room, Value) {
    let room = Room::open();
    let desk = room.marisol();
    desk.op("counseling_note.close", room.this());
    let consent = consent(desk, &room.client, json!({}));
    desk.world.place_at(Some(desk.room.path().join("notes.pdf")));
    (room, consent)
}

fn leaving(room: &Room, consent: &Value) -> Value {
    json!({ "client": room.client, "notes": [room.note["id"]], "consent": consent["id"], "how": "mail", "copies": 1 })
}

fn with(mut request: Value, key: &str, value: Value) -> Value {
    request[key] = value;
    request
}

fn left(desk: &Desk) -> i64 {
    desk.inspect(|sql| sql.query_row("select count(*) from exit", [], |row| row.get(0)).unwrap())
}

#[test]
fn chosen_notes_leave_by_their_own_consent_and_are_accounted_for() {
    let (room, consent) = ready();
    let desk = room.marisol();
    let second = written(desk, &room.client);
    desk.op("counseling_note.close", json!({ "id": second["id"], "rev": second["rev"] }));
    let can = desk.query("disclosure.counseling_bases", json!({ "client": room.client }));
    assert_eq!((&can["bases"][0]["consent"], &can["lacking_words"]), (&consent["id"], &json!("")));
    let notes = json!([second["id"], room.note["id"], second["id"]]);
    let saved = desk.op(CALL, with(leaving(&room, &consent), "notes", notes));

    let (template, content) = desk.world.printed.lock().unwrap().last().unwrap().clone();
    assert_eq!(template, "counseling-notes");
    let page = content.to_string();
    assert_eq!(page.matches("the halyard knot").count(), 2, "{page}");
    for words in
        ["Dr. Ingeborg Lund", "Handing the therapy over", "Notice under 42 CFR 2.32", "Counseling notes of November"]
    {
        assert!(page.contains(words), "{words} is missing in {page}");
    }
    assert!(desk.room.path().join("notes.pdf").exists());
    assert_eq!(desk.world.suggested.lock().unwrap().last().map(String::as_str), Some("Release.pdf"));

    let told = desk.query("disclosure.list", json!({ "client": room.client }));
    let line = &told["rows"][0];
    assert_eq!(
        (&line["id"], &line["recipient"], &line["told"], &line["how_label"], &line["consent"]),
        (
            &saved["id"],
            &json!("Dr. Ingeborg Lund"),
            &json!("2 counseling notes"),
            &json!("by mail"),
            &json!("Counseling notes: Dr. Ingeborg Lund")
        )
    );
    let exit = desk.inspect(|sql| {
        let columns = "select kind || ', ' || document || ', ' || reason from exit where subject is not null";
        sql.query_row(columns, [], |row| row.get::<_, String>(0)).unwrap()
    });
    assert_eq!(exit, "release, counseling-notes, Counseling notes, released to Dr. Ingeborg Lund");
    let named = desk
        .entries()
        .into_iter()
        .filter(|entry| entry.action == "exit.leave" && entry.detail == "left by a consent");
    assert_eq!(named.count(), 2);
    let desk = room.marisol();
    // Handed over by mistake, or not at all: the record is taken back like any other.
    desk.op("disclosure.take_back", json!({ "id": saved["id"], "rev": saved["rev"], "reason": "Never sent" }));
    assert_eq!(desk.query("disclosure.list", json!({ "client": room.client }))["rows"], json!([]));
}

#[test]
fn without_a_consent_of_their_own_none_leaves() {
    let (room, consent_of_own) = ready();
    let desk = room.marisol();
    let of = |more| consent(desk, &room.client, more)["id"].clone();
    let revoked = consent(desk, &room.client, json!({ "recipient": "Her brother", "signed_on": "2026-11-01" }));
    desk.op("consent.revoke", json!({ "id": revoked["id"], "rev": revoked["rev"], "how": "oral" }));
    let other = room.clinic.client("Tamsin", "Quillfeather", &room.clinic.marisol);
    let desk = room.marisol();
    for (id, why) in [
        (json!("01890000-0000-7000-8000-000000000000"), "No consent"),
        (of(json!({ "kind": "recipient" })), "a consent of their own"),
        (of(json!({ "kind": "treatment", "recipient": "" })), "a consent of their own"),
        (of(json!({ "expires_on": "2026-11-23" })), "has ended"),
        (revoked["id"].clone(), "was revoked"),
        (consent(desk, &other, json!({}))["id"].clone(), "No consent"),
    ] {
        let refused = desk.refused(CALL, with(leaving(&room, &consent_of_own), "consent", id));
        assert_eq!(refused.rule, Some("disclosure.not_covered"), "{why}");
        assert!(refused.message.contains(why), "{why}: {}", refused.message);
    }
    assert_eq!((left(desk), desk.world.printed.lock().unwrap().len()), (0, 0));
    let desk = room.marisol();
    // One that holds today does not hold when it has ended.
    desk.clock.pass(40 * 24 * 60 * 60_000);
    let desk = room.marisol();
    assert_eq!(rule(desk, CALL, leaving(&room, &consent_of_own)), "disclosure.not_covered");
    let can = desk.query("disclosure.counseling_bases", json!({ "client": room.client }));
    assert_eq!((&can["bases"], &can["lacking_words"]), (&json!([]), &json!("The consent has ended.")));
}

#[test]
fn a_consent_that_combines_them_with_anything_else_is_not_entered() {
    let room = Room::open();
    let desk = room.marisol();
    let request = |scope: &str| {
        json!({ "client": room.client, "kind": "counseling_notes", "recipient": "Dr. Lund", "purpose": "Therapy",
                "scope": scope, "signed_on": "2026-11-02", "expires_on": "2026-12-24" })
    };
    for scope in ["Counseling notes and test results", "Attendance", "The whole chart; counseling notes"] {
        assert_eq!(desk.refused("consent.add", request(scope)).fields[0].field, "scope", "{scope}");
    }
    desk.op("consent.add", request("Counseling notes of November"));
}

#[test]
fn a_consent_for_counseling_notes_lets_nothing_else_leave() {
    let (room, consent) = ready();
    let desk = room.marisol();
    assert_eq!(desk.query("disclosure.list", json!({ "client": room.client }))["bases"], json!([]));
    let of = json!({ "client": room.client, "consent": consent["id"] });
    for (call, request) in [
        ("disclosure.record", json!({ "of": of, "how": "phone", "told": "That he came on time" })),
        ("disclosure.print", json!({ "of": of, "words": "He came on time.", "parts": ["attendance"], "copies": 1 })),
    ] {
        let refused = desk.refused(call, request);
        assert_eq!(refused.rule, Some("disclosure.not_covered"), "{call}");
        assert!(refused.message.contains("counseling notes alone"), "{}", refused.message);
    }
    assert_eq!(left(desk), 0);
}

#[test]
fn only_their_author_lets_closed_ones_leave() {
    let (room, consent) = ready();
    let desk = room.marisol();
    desk.op("counseling_note.name", {
        let open = desk.op("counseling_note.open", json!({ "id": room.note["id"] }));
        json!({ "id": open["id"], "rev": open["rev"], "staff": room.clinic.ambrose })
    });
    let still_open = written(desk, &room.client);
    let request = with(leaving(&room, &consent), "notes", json!([room.note["id"], still_open["id"]]));
    assert_eq!(rule(desk, CALL, request), "counseling_note.still_open");
    for (key, value, field) in [
        ("notes", json!([]), "notes"),
        ("notes", json!((0..51).map(|n| format!("01890000-0000-7000-8000-{n:012}")).collect::<Vec<_>>()), "notes"),
        ("copies", json!(0), "copies"),
        ("copies", json!(21), "copies"),
    ] {
        assert_eq!(desk.refused(CALL, with(leaving(&room, &consent), key, value)).fields[0].field, field);
    }
    // Another client's note, and one that is not there, answer alike.
    let other = room.clinic.client("Tamsin", "Quillfeather", &room.clinic.marisol);
    let desk = room.marisol();
    let of_other = written(desk, &other);
    desk.op("counseling_note.close", json!({ "id": of_other["id"], "rev": of_other["rev"] }));
    let chosen = |id: Value| with(leaving(&room, &consent), "notes", json!([id]));
    let absent = desk.refused(CALL, chosen(json!("01890000-0000-7000-8000-000000000000")));
    assert_eq!((absent.code, desk.refused(CALL, chosen(of_other["id"].clone()))), (Code::NotFound, absent.clone()));
    // A reader reads only, and who holds no counselor's role is not asked at all.
    assert_eq!(rule(room.ambrose(), CALL, leaving(&room, &consent)), "counseling_note.not_the_author");
    for login in ["theodora", "odile", "pia", "jolene"] {
        let desk = room.clinic.as_person(login);
        assert_eq!(desk.refused(CALL, leaving(&room, &consent)).code, Code::NotPermitted, "{login}");
    }
    assert_eq!(left(room.marisol()), 0);
}

#[test]
fn a_closed_dialog_leaves_no_trace() {
    let (room, consent) = ready();
    let desk = room.marisol();
    desk.world.place_at(None);
    assert_eq!(desk.refused(CALL, leaving(&room, &consent)).code, Code::Cancelled);
    assert_eq!(desk.query("disclosure.list", json!({ "client": room.client }))["rows"], json!([]));
    assert_eq!(left(desk), 0);
}

/// A word that stands nowhere else.
const SECRET: &str = "zugunruhe";

/// Asked by its own author, who may read everything else of the practice: no query, no paper, no table and no file holds it.
#[test]
fn no_query_and_no_exit_holds_a_word_of_it() {
    let stage = Stage::set();
    let desk = &stage.desk;
    desk.world.place_at(Some(desk.room.path().join("paper")));
    let client = stage.sample("ClientId");
    let note = desk.op("counseling_note.start", json!({ "client": client }));
    let words =
        json!({ "id": note["id"], "rev": note["rev"], "title": SECRET, "body": format!("Spoke of {SECRET}.") });
    desk.op("counseling_note.save", words);
    let mut asked = 0;
    for (call, mut request) in requests(&stage) {
        // Searches look for it; everything else is asked as it is.
        for key in ["text", "query", "words", "like"] {
            if call.kind == Kind::Query && request[key].is_string() {
                request[key] = json!(SECRET);
            }
        }
        let leaves = call.kind == Kind::Op && call.tags.contains(&Tag::Exit);
        if call.kind == Kind::Query || leaves {
            let answer = desk.station.call(call.name, &request.to_string(), false);
            let told = answer.unwrap_or_else(|refusal| format!("{} {:?}", refusal.message, refusal.fields));
            assert!(call.name == "counseling_note.list" || !told.contains(SECRET), "{} holds it: {told}", call.name);
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
    assert_eq!(desk.last_job()["state"], "done", "the copy of the chart");
    let printed = desk.world.printed.lock().unwrap();
    assert!(printed.iter().any(|(template, _)| template == "chart") && printed.len() > 5, "{}", printed.len());
    assert!(printed.iter().all(|(_, content)| !content.to_string().contains(SECRET)));
    drop(printed);
    // What a backup copies, and every file beside it.
    desk.inspect(|sql| assert_eq!(holds(sql, SECRET), [] as [String; 0]));
    for file in std::fs::read_dir(desk.room.path()).unwrap().map(Result::unwrap) {
        if file.path().is_file() {
            let bytes = std::fs::read(file.path()).unwrap();
            assert!(!bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes()), "{:?}", file.file_name());
        }
    }
}
