//! Templates of notes by edition, text that is carried forward, and snippets.

use practice::SCHEMA;
use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};
use vault::testing::unfenced;
use vault::{Passphrase, Vault};

use crate::desk::OTHER_PASSPHRASE;
use crate::note_desk::{Chart, proof};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn section(key: &str, label: &str, required: bool, carries: bool) -> Value {
    json!({ "key": key, "label": label, "hint": "", "required": required, "carries": carries })
}

/// A free note of a kind, begun by Marisol.
fn begun(chart: &Chart, kind: &str, starts: &str) -> Value {
    let service = json!({ "on": "2026-11-24", "starts": starts, "minutes": 20 });
    chart.desk().op("note.start", json!({ "client": chart.caroline, "kind": kind, "service": service }))
}

fn body(note: &Value, sections: &[(&str, &str)]) -> Value {
    let sections: Vec<Value> = sections.iter().map(|(key, text)| json!({ "key": key, "text": text })).collect();
    json!({ "template": note["template"], "sections": sections, "objectives": [], "risk_words": "",
            "service": { "on": "2026-11-24", "starts": "09:15", "minutes": 20 } })
}

const WITH: &str = "Pharmacist board, by telephone";

fn collateral(note: &Value) -> Value {
    body(note, &[("with", WITH), ("permits", "Consent of Oct 3"), ("text", "Asked for the hearing date.")])
}

#[test]
fn every_kind_of_the_list_can_be_written() {
    let chart = Chart::open();
    let offered = chart.desk().query("note.templates", json!({}));
    for kind in [
        "family",
        "collateral",
        "case_management",
        "crisis",
        "plan_review",
        "utilization_review",
        "medication",
        "discharge",
        "individual",
    ] {
        assert!(offered["kinds"].as_array().unwrap().iter().any(|one| one["word"] == kind), "{kind}");
        let note = chart.note(&begun(&chart, kind, "09:15")["id"]);
        assert_eq!(note["kind"], kind);
        let sections = note["sections"].as_array().unwrap();
        assert!(sections.iter().any(|section| section["required"] == true), "{kind}");
        let ready = chart.desk().query("note.ready", json!({ "id": note["id"] }));
        let required = sections.iter().filter(|section| section["required"] == true).count();
        let missing = ready["missing"].as_array().unwrap();
        let empty = missing.iter().filter(|point| point["field"].as_str().unwrap().starts_with("sections.")).count();
        assert_eq!(empty, required, "{kind}");
    }
}

#[test]
fn a_note_keeps_the_edition_it_was_written_under() {
    let chart = Chart::open();
    let first = begun(&chart, "collateral", "09:15");
    let note = chart.note(&first["id"]);
    assert_eq!(note["template_name"], "Collateral contact");
    let sign = json!({ "id": first["id"], "rev": 1, "body": collateral(&note), "proof": proof() });
    chart.desk().op("note.sign", sign);

    chart.clinic.as_person("theodora");
    let list = chart.desk().query("note_template.list", json!({}));
    let row = list["templates"].as_array().unwrap().iter().find(|row| row["kind"] == "collateral").unwrap().clone();
    assert_eq!((row["shipped"].as_bool(), row["edition"].as_i64()), (Some(true), Some(2)));
    let sections = json!([section("with", "With whom", true, true), section("", "What was agreed", true, false)]);
    let change = json!({ "id": row["id"], "rev": 1, "name": "Call", "first": true, "sections": sections });
    assert_eq!(chart.desk().op("note_template.change", change.clone())["edition"], 3);
    assert_eq!(chart.desk().refused("note_template.change", change).code, Code::Conflict);
    let same = json!({ "id": row["id"], "rev": 2, "name": "Call out", "first": true,
        "sections": [section("with", "With whom", true, true), section("what_was_agreed", "What was agreed", true, false)] });
    assert_eq!(chart.desk().op("note_template.change", same)["edition"], 3, "a new name is no new edition");
    let editions = chart.desk().query("note_template.editions", json!({ "id": row["id"] }));
    assert_eq!((editions[0]["by"].as_str(), editions[1]["by"].as_str()), (Some("Theodora Brandvold"), Some("")));

    chart.clinic.as_person("marisol");
    let labels = |id: &Value| -> Vec<String> {
        let note = chart.note(id);
        note["sections"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(labels(&first["id"])[..3], ["With whom", "What permits it", "What was said"]);
    assert_eq!(labels(&begun(&chart, "collateral", "10:15")["id"]), ["With whom", "What was agreed"]);
    let verified = chart.desk().query("verification.signatures", json!({ "client": chart.caroline }));
    assert_eq!(verified, json!({ "documents": 1, "unproven": 0, "faults": [] }));
}

/// The template of a format, as the list shows it to the director.
fn of_format(chart: &Chart, name: &str) -> Value {
    let list = chart.desk().query("note_template.list", json!({}));
    list["templates"].as_array().unwrap().iter().find(|row| row["name"] == name).unwrap().clone()
}

fn keys(note: &Value) -> Vec<&str> {
    note["sections"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect()
}

#[test]
fn a_format_changes_by_edition_for_every_kind_and_a_begun_note_keeps_its_own() {
    let chart = Chart::open();
    let begun_before = begun(&chart, "individual", "08:15");
    assert_eq!(keys(&chart.note(&begun_before["id"])), ["data", "assessment", "plan"]);

    chart.clinic.as_person("theodora");
    let row = of_format(&chart, "DAP");
    assert_eq!(
        (&row["kind_label"], &row["every_kind"], &row["shipped"]),
        (&json!("Every kind"), &json!(true), &json!(true))
    );
    let sections = json!([section("data", "Data", true, false), section("", "Homework", false, true)]);
    let change = |rev: i64, first: bool, sections: &Value| json!({ "id": row["id"], "rev": rev, "name": "DAP", "first": first, "sections": sections });
    let refused = chart.desk().refused("note_template.change", change(1, true, &sections));
    assert_eq!(refused.rule, Some("note_template.every_kind"));
    let retire = json!({ "id": row["id"], "rev": 1 });
    assert_eq!(chart.desk().refused("note_template.retire", retire).rule, Some("note_template.every_kind"));
    assert_eq!(chart.desk().op("note_template.change", change(1, false, &sections))["edition"], 2);

    chart.clinic.as_person("marisol");
    let offered = chart.desk().query("note.templates", json!({}));
    let words: Vec<&str> =
        offered["formats"].as_array().unwrap().iter().map(|one| one["word"].as_str().unwrap()).collect();
    assert_eq!(words, ["dap", "soap", "birp", "girp", "plain"]);
    assert!(offered["templates"].as_array().unwrap().iter().all(|one| one["name"] != "DAP"));
    for kind in ["individual", "education"] {
        let service = json!({ "on": "2026-11-24", "starts": "09:15", "minutes": 20 });
        let start = json!({ "client": chart.caroline, "kind": kind, "format": "dap", "service": service });
        let note = chart.note(&chart.desk().op("note.start", start)["id"]);
        assert_eq!(keys(&note), ["data", "homework"], "{kind}");
        assert_eq!((&note["format"], &note["template_name"]), (&json!("dap"), &json!("DAP")), "{kind}");
        assert_eq!(note["template"], offered["formats"][0]["template"], "{kind}");
    }
    // The one that was begun before is saved as it was begun, and may be divided anew when its author says so.
    let save = |rev: i64, with: Value| {
        let mut body = body(&begun_before, &[("data", "Slept.")]);
        body.as_object_mut().unwrap().remove("template");
        body.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
        chart.desk().op("note.save", json!({ "id": begun_before["id"], "rev": rev, "body": body }));
        chart.note(&begun_before["id"])
    };
    assert_eq!(keys(&save(1, json!({ "format": "dap" }))), ["data", "assessment", "plan"]);
    assert_eq!(keys(&save(2, json!({}))), ["data", "assessment", "plan"]);
    assert_eq!(keys(&save(3, json!({ "template": offered["formats"][0]["template"] }))), ["data", "homework"]);
    // And a third edition changes neither.
    chart.clinic.as_person("theodora");
    chart.desk().op("note_template.change", change(2, false, &json!([section("data", "Data", true, false)])));
    chart.clinic.as_person("marisol");
    assert_eq!(keys(&save(4, json!({ "format": "dap" }))), ["data", "homework"]);
    assert_eq!(keys(&save(5, json!({ "format": "soap" })))[..2], ["subjective", "objective"]);
    assert_eq!(keys(&save(6, json!({ "format": "dap" }))), ["data"], "chosen again, it is the newest");
}

#[test]
fn the_first_edition_of_a_format_is_what_older_notes_were_begun_with() {
    let chart = Chart::open();
    let offered = chart.desk().query("note.templates", json!({}));
    for format in offered["formats"].as_array().unwrap() {
        assert_eq!(format.get("template"), None);
        let service = json!({ "on": "2026-11-24", "starts": "09:15", "minutes": 20 });
        let start =
            json!({ "client": chart.caroline, "kind": "individual", "format": format["word"], "service": service });
        let note = chart.note(&chart.desk().op("note.start", start)["id"]);
        let bare: Vec<Value> = note["sections"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                json!({ "key": one["key"], "label": one["label"], "hint": one["hint"], "required": one["required"], "carries": one["carries"] })
            })
            .collect();
        assert_eq!(json!(bare), format["sections"], "{}", format["word"]);
    }
}

#[test]
fn what_a_template_must_be() {
    let chart = Chart::open();
    chart.clinic.as_person("theodora");
    let add = |kind: &str, name: &str, first: bool, sections: Value| json!({ "name": name, "kind": kind, "first": first, "sections": sections });
    let one = || json!([section("", "Told", true, false)]);
    let refused = |request: Value| chart.desk().refused("note_template.add", request);
    for (request, expected) in [
        (add("group", "Own", false, one()), vec!["kind"]),
        (add("no_such_kind", "Own", false, one()), vec!["kind"]),
        (add("crisis", " ", false, one()), vec!["name"]),
        (add("crisis", "Own", false, json!([])), vec!["sections"]),
        (add("crisis", "Own", false, json!([section("", "", true, false)])), vec!["sections.0.label"]),
    ] {
        assert_eq!(faults(&refused(request.clone())), expected, "{request}");
    }
    // The one that comes first steps back for another.
    let own = chart.desk().op("note_template.add", add("crisis", "Own", true, one()));
    let list = chart.desk().query("note_template.list", json!({}));
    let first: Vec<&Value> = list["templates"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["kind"] == "crisis" && row["first"] == true)
        .map(|row| &row["id"])
        .collect();
    assert_eq!(first, [&own["id"]]);
    chart.desk().op("note_template.retire", json!({ "id": own["id"], "rev": 1 }));
    let change = json!({ "id": own["id"], "rev": 2, "name": "Own", "first": true, "sections": one() });
    assert_eq!(chart.desk().refused("note_template.change", change).rule, Some("note_template.retired"));
    chart.clinic.as_person("marisol");
    assert_eq!(refused(add("crisis", "Mine", false, one())).code, Code::NotPermitted);
    let note = chart.note(&begun(&chart, "crisis", "09:15")["id"]);
    assert_eq!(note["format"], "dap", "without a template that comes first a kind begins with its format");
}

#[test]
fn a_template_belongs_to_its_kind_of_note() {
    let chart = Chart::open();
    let crisis = chart.note(&begun(&chart, "crisis", "09:15")["id"]);
    let other = begun(&chart, "collateral", "10:15");
    let save = json!({ "id": other["id"], "rev": 1, "body": body(&crisis, &[("data", "Called.")]) });
    assert_eq!(faults(&chart.desk().refused("note.save", save)), ["template"]);
}

#[test]
fn only_named_sections_are_carried_forward_and_visibly_so() {
    let chart = Chart::open();
    let first = begun(&chart, "collateral", "09:15");
    let note = chart.note(&first["id"]);
    chart.desk().op("note.sign", json!({ "id": first["id"], "rev": 1, "body": collateral(&note), "proof": proof() }));

    let next = begun(&chart, "collateral", "10:15");
    let fresh = chart.note(&next["id"]);
    assert!(
        fresh["sections"].as_array().unwrap().iter().all(|one| one["text"] == ""),
        "a new note shows no old text"
    );
    let offers = chart.desk().query("note.carry", json!({ "id": next["id"] }));
    let keys: Vec<&str> = offers.as_array().unwrap().iter().map(|offer| offer["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["with", "permits"], "what was said is never offered");
    assert_eq!(offers[0]["text"], WITH);

    let carrying = |claims: Value| {
        let mut body = collateral(&fresh);
        body["service"]["starts"] = json!("10:15");
        body["carried"] = claims;
        json!({ "id": next["id"], "rev": 1, "body": body })
    };
    let wrong = carrying(json!([{ "key": "text", "from": first["id"] }]));
    assert_eq!(faults(&chart.desk().refused("note.save", wrong)), ["sections.text"]);
    let foreign = chart.signed(&chart.mehmet);
    let wrong = carrying(json!([{ "key": "with", "from": foreign["id"] }]));
    assert_eq!(faults(&chart.desk().refused("note.save", wrong)), ["sections.with"]);
    let mut right = carrying(json!([{ "key": "with", "from": first["id"] }]));
    right["proof"] = proof();
    chart.desk().op("note.sign", right);
    let signed = chart.note(&next["id"]);
    assert_eq!(signed["sections"][0]["carried"]["on"], "2026-11-24");
    assert_eq!(signed["sections"][1].get("carried"), None);
    let verified = chart.desk().query("verification.signatures", json!({ "client": chart.caroline }));
    assert_eq!(verified["faults"], json!([]));
}

#[test]
fn place_and_interpreter_are_signed_with_the_note() {
    let chart = Chart::open();
    let first = begun(&chart, "collateral", "09:15");
    let mut body = collateral(&chart.note(&first["id"]));
    body["place"] = json!("By telephone");
    body["interpreter"] = json!("Vietnamese, by phone, number 4471");
    let request = json!({ "id": first["id"], "rev": 1, "body": body, "proof": proof() });
    chart.desk().op("note.sign", request);
    let note = chart.note(&first["id"]);
    assert_eq!(
        (note["place"].as_str(), note["interpreter"].as_str()),
        (Some("By telephone"), Some("Vietnamese, by phone, number 4471"))
    );
    let verified = |chart: &Chart| {
        chart.desk().query("verification.signatures", json!({ "client": chart.caroline }))["faults"].take()
    };
    assert_eq!(verified(&chart), json!([]));
    // The trigger keeps them; and where somebody gets around it, the verifier names the note.
    chart.desk().station.lock_hard();
    let passphrase = Passphrase::new(OTHER_PASSPHRASE.into());
    let vault =
        Vault::sign_in(&chart.desk().folder(), &SCHEMA, "marisol", &passphrase, chart.desk().clock.clone()).unwrap();
    let sql = unfenced(&vault).unwrap();
    let forge = "update note set place = 'At home' where place = 'By telephone'";
    assert!(sql.execute(forge, []).unwrap_err().to_string().contains("never changed"));
    sql.execute_batch("drop trigger note_more_fixed").unwrap();
    assert_eq!(sql.execute(forge, []).unwrap(), 1);
    drop((sql, vault));
    chart.clinic.as_person("marisol");
    assert_eq!(verified(&chart)[0]["fault"], "row");
}

#[test]
fn snippets_are_ones_own_or_everybodys() {
    let chart = Chart::open();
    let add = |word: &str, words: &str, shared: bool| json!({ "word": word, "words": words, "shared": shared });
    let desk = chart.desk();
    let own = desk.op("snippet.add", add("Sleep", "Slept [hours] hours.", false));
    desk.op("snippet.add", add("sleep", "Sleep as before.", true));
    assert_eq!(desk.refused("snippet.add", add("sleep", "x", false)).rule, Some("snippet.word_taken"));
    assert_eq!(desk.refused("snippet.add", add("sleep", "x", true)).rule, Some("snippet.word_taken"));
    assert_eq!(faults(&desk.refused("snippet.add", add("two words", "", false))), ["word", "words"]);
    let words = |desk: &crate::desk::Desk| -> Vec<String> {
        let list = desk.query("snippet.list", json!({}));
        list.as_array().unwrap().iter().map(|one| one["words"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(words(desk), ["Slept [hours] hours.", "Sleep as before."], "one's own goes first");

    chart.clinic.as_person("ambrose");
    assert_eq!(words(desk), ["Sleep as before."]);
    let shared = desk.query("snippet.list", json!({}))[0].take();
    let void = |row: &Value, rev: i64| json!({ "id": row["id"], "rev": rev });
    assert_eq!(desk.refused("snippet.void", void(&shared, 1)).rule, Some("snippet.not_yours"));
    assert_eq!(desk.refused("snippet.void", void(&own, 1)).code, Code::NotFound);
    assert_eq!(desk.refused("snippet.restore", void(&own, 1)).code, Code::NotFound);
    chart.clinic.as_person("marisol");
    desk.op("snippet.void", void(&own, 1));
    desk.op("snippet.restore", void(&own, 2));
    desk.op(
        "snippet.change",
        json!({ "id": own["id"], "rev": 3, "word": "rest", "words": "Rested.", "shared": false }),
    );
    assert_eq!(words(desk), ["Rested.", "Sleep as before."]);
    chart.clinic.as_person("theodora");
    desk.op("snippet.void", void(&shared, 1));
}
