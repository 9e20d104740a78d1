//! What was signed, of every kind, against somebody with the keys and a tool of their own: each column that stands under
//! a signature is changed past its trigger, and the verifier names what was changed.

use practice::SCHEMA;
use practice::kernel::refusal::Code;
use rusqlite::{Connection, types::Value as Cell};
use serde_json::{Value, json};
use vault::testing::unfenced;
use vault::{Passphrase, Vault};

use crate::assessment::{self, fields, this};
use crate::client_desk::Clinic;
use crate::desk::{Desk, PASSPHRASE};
use crate::discharge;
use crate::draw_desk::Random;
use crate::note_desk::{dap, proof};
use crate::testing_desk::Program;

const HOUR: i64 = 60 * 60_000;

/// What was signed, the table, the column, and what somebody writes there.
type Forgery = (&'static str, &'static str, &'static str, &'static str);

const FORGERIES: &[Forgery] = &[
    ("assessment", "assessment", "version", "7"),
    ("assessment", "assessment", "state", "'draft'"),
    ("assessment", "assessment", "edition", "'3'"),
    ("assessment", "assessment", "assessed_on", "'2026-11-01'"),
    ("assessment", "assessment", "indicated", "'3.7'"),
    ("assessment", "assessment", "given", "'1.5'"),
    ("assessment", "assessment", "difference", "'payer'"),
    ("assessment", "assessment", "difference_words", "'The insurer asked for it'"),
    ("assessment", "assessment", "body", "replace(body, 'What was said', 'What was never said')"),
    ("assessment", "assessment", "author", "(select id from staff where login = 'ambrose')"),
    ("assessment", "assessment", "signed_at", "signed_at - 86400000"),
    ("assessment", "assessment", "episode", "null"),
    ("assessment", "assessment", "client", "randomblob(16)"),
    ("assessment", "assessment", "voided_at", "1"),
    ("assessment", "assessment", "difference", "'elsewhere'"),
    ("assessment", "assessment", "body", "'elsewhere'"),
    ("plan", "plan", "version", "7"),
    ("plan", "plan", "effective_on", "'2026-11-01'"),
    ("plan", "plan", "author", "(select id from staff where login = 'ambrose')"),
    ("plan", "plan", "signed_at", "signed_at - 1"),
    ("plan", "plan", "episode", "randomblob(16)"),
    ("plan", "plan", "voided_at", "1"),
    ("plan", "plan", "state", "'elsewhere'"),
    ("plan", "problem", "words", "'Alcohol'"),
    ("plan", "problem", "voided_at", "1"),
    ("plan", "goal", "words", "'I want what they want'"),
    ("plan", "objective", "words", "'Name four cues'"),
    ("plan", "objective", "label", "'9.9'"),
    ("plan", "objective", "target_on", "'2030-01-01'"),
    ("plan", "intervention", "words", "'Nothing'"),
    ("plan", "intervention", "frequency", "'Never'"),
    ("plan", "intervention", "responsible", "(select id from staff where login = 'ambrose')"),
    ("plan_approval", "plan", "approved_by", "(select id from staff where login = 'ambrose')"),
    ("plan_approval", "plan", "approved_at", "approved_at - 1"),
    ("client_signature", "plan_signature", "how", "'declined'"),
    ("client_signature", "plan_signature", "how", "'elsewhere'"),
    ("client_signature", "plan_signature", "name", "'Somebody Else'"),
    ("client_signature", "plan_signature", "drawn", "'1,1 2,2'"),
    ("client_signature", "plan_signature", "signed_on", "'2026-11-01'"),
    ("client_signature", "plan_signature", "reason", "'Under protest'"),
    ("discharge_summary", "discharge_summary", "body", "replace(body, 'What is said', 'What is not said')"),
    ("discharge_summary", "discharge_summary", "state", "'draft'"),
    ("discharge_summary", "discharge_summary", "state", "'elsewhere'"),
    ("discharge_summary", "discharge_summary", "body", "'elsewhere'"),
    ("discharge_summary", "discharge_summary", "author", "(select id from staff where login = 'ambrose')"),
    ("discharge_summary", "discharge_summary", "signed_at", "signed_at - 1"),
    ("discharge_summary", "discharge_summary", "episode", "randomblob(16)"),
    ("discharge_summary", "discharge_summary", "voided_at", "1"),
    ("note", "note", "sections", "replace(sections, 'Sleeping', 'Not sleeping')"),
    ("note", "note", "kind", "'elsewhere'"),
    ("note", "note", "state", "'elsewhere'"),
    ("note", "note", "minutes", "minutes + 10"),
    ("note", "note", "risk_words", "'Said nothing'"),
    ("note", "signed_note", "bytes", "cast(bytes || x'00' as blob)"),
    ("note", "signed_note", "hash", "randomblob(32)"),
    ("note", "signed_note", "signature", "randomblob(64)"),
    ("note", "signed_note", "signer_key", "randomblob(32)"),
    ("note", "signed_note", "signer", "(select id from staff where login = 'ambrose')"),
    ("note", "signed_note", "credential", "'MD'"),
    ("note", "signed_note", "signed_at", "signed_at - 1"),
    ("note", "signed_note", "prev_hash", "randomblob(32)"),
];

/// The columns of the documents themselves, of every kind.
const OF_DOCUMENTS: &[(&str, &str)] = &[
    ("bytes", "cast(bytes || x'00' as blob)"),
    ("hash", "randomblob(32)"),
    ("signature", "randomblob(64)"),
    ("signer_key", "randomblob(32)"),
    ("signer", "(select id from staff where login = 'ambrose')"),
    ("credential", "'MD'"),
    ("signed_at", "signed_at - 1"),
    ("prev_hash", "randomblob(32)"),
    ("record", "randomblob(16)"),
    ("kind", "iif(kind = 'discharge_summary', 'assessment', 'discharge_summary')"),
    ("kind", "'elsewhere'"),
    ("client", "randomblob(16)"),
    ("episode", "randomblob(16)"),
];

fn verified(desk: &Desk) -> Value {
    desk.query("verification.signatures", json!({}))
}

/// One client with something signed of every kind, and the number of documents. Theodora is signed in.
fn signed_throughout(program: &Program) -> usize {
    let client = &program.client;
    let desk = program.as_person("marisol");
    assessment::signed(desk, client);
    let draft = desk.op("plan.start", json!({ "client": client }));
    let problems = json!([{ "words": "Opioids", "goals": [{ "words": "My license",
        "objectives": [{ "words": "Name three cues", "target_on": "2027-01-10" }],
        "interventions": [{ "words": "Session", "frequency": "Weekly", "responsible": program.clinic.marisol }] }] }]);
    let draft = desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems }));
    let plan = desk.op("plan.sign", this(&draft));
    desk.op("plan_signature.record", json!({ "plan": plan["id"], "how": "paper", "name": "Rosalind Nakagawa" }));
    let objectives = desk.query("plan.get", json!({ "client": client }));
    let objective = &objectives["active"]["problems"][0]["goals"][0]["objectives"][0]["id"];
    let request = json!({ "client": client, "kind": "individual", "format": "dap",
        "service": { "on": "2026-11-24", "starts": "09:00", "minutes": 50 } });
    let note = desk.op("note.start", request);
    let mut body = dap();
    body["objectives"] = json!([{ "objective": objective, "progress": "forward" }]);
    desk.op("note.sign", json!({ "id": note["id"], "rev": note["rev"], "body": body, "proof": proof() }));
    let desk = program.as_person("theodora");
    desk.op("plan.approve", this(&plan));
    program.as_person("marisol");
    discharge::signed(&program.clinic.desk, client);
    program.as_person("theodora");
    6
}

/// A connection past every fence, trigger and check. The station is locked and closed.
fn past_everything(desk: &Desk) -> Connection {
    desk.station.lock_hard();
    let passphrase = Passphrase::new(PASSPHRASE.into());
    let vault = Vault::sign_in(&desk.folder(), &SCHEMA, "theodora", &passphrase, desk.clock.clone()).unwrap();
    let sql = unfenced(&vault).unwrap();
    drop(vault);
    let triggers: Vec<String> = {
        let mut statement = sql.prepare("select name from sqlite_schema where type = 'trigger'").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    triggers.iter().for_each(|name| sql.execute_batch(&format!("drop trigger \"{name}\"")).unwrap());
    sql.execute_batch("pragma foreign_keys = off; pragma ignore_check_constraints = on").unwrap();
    sql
}

/// Writes something else into one column of one row, looks, and puts back what was there.
fn forged(sql: &Connection, desk: &Desk, (table, column, with): (&str, &str, &str), row: &Cell) -> Value {
    let one = |what: &str| -> Cell {
        sql.query_row(&format!("select {what} from {table} where rowid = ?1"), [row], |row| row.get(0)).unwrap()
    };
    let (before, after) = (one(column), one(with));
    assert_ne!(before, after, "{table}.{column} is changed");
    let write = format!("update {table} set {column} = ?2 where rowid = ?1");
    assert_eq!(sql.execute(&write, [row, &after]).unwrap(), 1);
    let found = verified(desk);
    sql.execute(&write, [row, &before]).unwrap();
    found
}

fn names(found: &Value, kind: &str) -> bool {
    found["faults"].as_array().unwrap().iter().any(|fault| fault["kind"] == kind && fault["words"] != "")
}

#[test]
fn what_was_changed_past_its_trigger_is_named() {
    let program = Program::open();
    let documents = signed_throughout(&program);
    let desk = &program.clinic.desk;
    let whole = json!({ "documents": documents, "unproven": 0, "faults": [] });
    assert_eq!(verified(desk), whole);
    let sql = past_everything(desk);
    program.as_person("theodora");
    let row = |query: &str| -> Cell { sql.query_row(query, [], |row| row.get(0)).unwrap() };
    for (kind, table, column, with) in FORGERIES {
        let last = row(&format!("select max(rowid) from {table}"));
        let found = forged(&sql, desk, (table, column, with), &last);
        assert!(names(&found, kind), "{table}.{column}: {found}");
    }
    for kind in ["assessment", "plan", "plan_approval", "client_signature", "discharge_summary"] {
        let document = row(&format!("select rowid from signed_record where kind = '{kind}'"));
        for (column, with) in OF_DOCUMENTS {
            let found = forged(&sql, desk, ("signed_record", column, with), &document);
            assert!(names(&found, kind), "{kind} {column}: {found}");
        }
    }
    assert_eq!(verified(desk), whole);
    // Who takes a document away is named as well.
    sql.execute("delete from signed_record where kind = 'plan_approval'", []).unwrap();
    assert!(verified(desk)["faults"].to_string().contains("missing"));
}

#[test]
fn a_forged_day_is_named() {
    let random = Random::certain();
    let draw = random.noticed();
    random.desk().clock.pass(10 * HOUR);
    random.as_person("jolene").op("check_in.close", json!({ "draw": draw["id"] }));
    let day = |edition: i64| json!({ "on": "2026-11-24", "edition": edition, "proof": { "passphrase": PASSPHRASE } });
    random.as_person("theodora").op("draw.sign_day", day(1));
    let desk = random.desk();
    let test = desk.query("draw.report", json!({ "on": "2026-11-24" }))["people"][0]["test"].take();
    random.as_person("marisol").op(
        "drug_test.not_collected",
        json!({ "id": test, "rev": 1, "outcome": "excused", "reason": "A shift; the letter is in the chart" }),
    );
    random.as_person("theodora").op("draw.sign_day", day(2));
    assert_eq!(verified(desk), json!({ "documents": 2, "unproven": 0, "faults": [] }));
    let sql = past_everything(desk);
    random.as_person("theodora");
    for (column, with) in [
        ("bytes", "cast(bytes || x'00' as blob)"),
        ("hash", "randomblob(32)"),
        ("signature", "randomblob(64)"),
        ("signer_key", "randomblob(32)"),
        ("signer", "(select id from staff where login = 'ambrose')"),
        ("signed_at", "signed_at - 1"),
        ("prev_hash", "randomblob(32)"),
        ("edition", "9"),
        ("on_date", "'2026-11-23'"),
    ] {
        for edition in [1, 2] {
            let found = forged(&sql, desk, ("signed_day", column, with), &Cell::Integer(edition));
            assert!(names(&found, "day"), "{column} of {edition}: {found}");
        }
    }
}

/// What was signed before this program kept documents is not called forged, and not called proven either.
#[test]
fn what_was_signed_before_documents_were_kept_is_counted_apart() {
    let program = Program::open();
    let documents = signed_throughout(&program);
    let desk = &program.clinic.desk;
    let sql = past_everything(desk);
    program.as_person("theodora");
    sql.execute("delete from signed_record where kind = 'discharge_summary'", []).unwrap();
    sql.execute("update applied_migration set at = at + 1000000000000 where name = 'signature'", []).unwrap();
    assert_eq!(verified(desk), json!({ "documents": documents - 1, "unproven": 1, "faults": [] }));
}

#[test]
fn a_license_that_had_ended_stops_every_signature() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let assessment = assessment::saved(desk, &program.client, fields());
    let plan = desk.op("plan.start", json!({ "client": program.client }));
    let problems = json!([{ "words": "Opioids", "goals": [{ "words": "My license",
        "objectives": [{ "words": "Name three cues" }] }] }]);
    let plan = desk.op("plan.save", json!({ "id": plan["id"], "rev": plan["rev"], "problems": problems }));
    licensed_until(&program.clinic, "2026-11-23");
    let desk = program.as_person("marisol");
    for (call, request) in [("assessment.sign", this(&assessment)), ("plan.sign", this(&plan))] {
        assert_eq!(desk.refused(call, request).rule, Some("signature.license_ended"), "{call}");
    }
    // A day on which it held is signed, whatever the date of today.
    let mut earlier = this(&plan);
    earlier["effective_on"] = json!("2026-11-23");
    desk.op("plan.sign", earlier);
    let summary = discharge::saved_whole(desk, &program.client);
    assert_eq!(desk.refused("discharge.sign", this(&summary)).rule, Some("signature.license_ended"));
}

/// Marisol has one license, which ends on a day. She is signed in afterwards.
fn licensed_until(clinic: &Clinic, ends: &str) {
    let fields = json!({ "label": "LPC", "license_state": "MA", "license_number": "12345", "needs_cosign": false,
        "expires_on": ends });
    clinic.as_person("theodora").op("staff.credential_add", json!({ "staff": clinic.marisol, "fields": fields }));
    clinic.as_person("marisol");
}

#[test]
fn a_chart_is_verified_by_who_reads_it_and_everything_by_the_director() {
    let program = Program::open();
    let documents = signed_throughout(&program);
    let of_chart = json!({ "client": program.client });
    let desk = program.as_person("marisol");
    assert_eq!(desk.query("verification.signatures", of_chart.clone())["documents"], documents);
    assert_eq!(desk.refused("verification.signatures", json!({})).code, Code::NotPermitted);
    let desk = program.as_person("ambrose");
    assert_eq!(desk.refused("verification.signatures", of_chart).code, Code::NotFound);
}
