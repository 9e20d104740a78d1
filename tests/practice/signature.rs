//! What was signed, of every kind, against somebody with the keys and a tool of their own: each column that stands under
//! a signature is changed past its trigger, and the verifier names what was changed.

use practice::SCHEMA;
use practice::kernel::refusal::Code;
use rusqlite::{Connection, types::Value as Cell};
use serde_json::{Value, json};
use vault::testing::unfenced;
use vault::{Passphrase, Vault};

use crate::assessment::{self, fields};
use crate::client_desk::Clinic;
use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};
use crate::discharge;
use crate::draw_desk::Random;
use crate::note_desk::{by_director, dap, proof, signing};
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
    ("plan_review", "plan_review", "plan", "randomblob(16)"),
    ("plan_review", "plan_review", "client", "randomblob(16)"),
    ("plan_review", "plan_review", "reviewed_on", "'2026-11-01'"),
    ("plan_review", "plan_review", "words", "'Worse'"),
    ("plan_review", "plan_review", "next_due_on", "'2030-01-01'"),
    ("plan_review", "plan_review", "reviewed_by", "(select id from staff where login = 'ambrose')"),
    ("plan_review", "plan_review", "at", "at - 1"),
    ("plan_review", "objective_progress", "review", "randomblob(16)"),
    ("plan_review", "objective_progress", "objective", "randomblob(16)"),
    ("plan_review", "objective_progress", "progress", "'met'"),
    ("plan_review", "objective_progress", "progress", "'elsewhere'"),
    ("plan_review", "objective_progress", "words", "'She never said so'"),
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
    let plan = desk.op("plan.sign", signing(&draft));
    desk.op("plan_signature.record", json!({ "plan": plan["id"], "how": "paper", "name": "Rosalind Nakagawa" }));
    let objectives = desk.query("plan.get", json!({ "client": client }));
    let objective = &objectives["active"]["problems"][0]["goals"][0]["objectives"][0]["id"];
    let request = json!({ "client": client, "kind": "individual", "format": "dap",
        "service": { "on": "2026-11-24", "starts": "09:00", "minutes": 50 } });
    let note = desk.op("note.start", request);
    let mut body = dap();
    body["objectives"] = json!([{ "objective": objective, "progress": "forward" }]);
    desk.op("note.sign", json!({ "id": note["id"], "rev": note["rev"], "body": body, "proof": proof() }));
    let mut review = signing(&plan);
    let said = json!([{ "objective": objective, "progress": "forward", "words": "Two of three" }]);
    review["fields"] = json!({ "progress": said, "words": "Steady" });
    let plan = desk.op("plan.review", review);
    let desk = program.as_person("theodora");
    desk.op("plan.approve", by_director(&plan));
    program.as_person("marisol");
    discharge::signed(&program.clinic.desk, client);
    program.as_person("theodora");
    7
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
    for kind in ["assessment", "plan", "plan_approval", "plan_review", "client_signature", "discharge_summary"] {
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

fn has_no_document(found: &Value) -> bool {
    found["faults"].as_array().unwrap().iter().any(|fault| fault["fault"] == "missing")
}

/// What was signed before this program kept documents is not called forged, and not called proven either.
#[test]
fn what_was_signed_before_documents_were_kept_is_counted_apart() {
    let program = Program::open();
    let documents = signed_throughout(&program);
    let desk = &program.clinic.desk;
    let sql = past_everything(desk);
    program.as_person("theodora");
    for (kind, step, unproven) in [("discharge_summary", "signature", 1), ("plan_review", "review_signature", 2)] {
        sql.execute("delete from signed_record where kind = ?1", [kind]).unwrap();
        let later = "update applied_migration set at = at + 1000000000000 where name = ?1";
        assert!(has_no_document(&verified(desk)), "{kind} before {step}");
        sql.execute(later, [step]).unwrap();
        let found = verified(desk);
        assert_eq!(
            (&found["documents"], &found["unproven"]),
            (&json!(documents - unproven), &json!(unproven)),
            "{kind}"
        );
        assert!(!has_no_document(&found), "{kind}: {found}");
    }
}

/// What would change, take away or add to something that is signed, past every operation and against the triggers alone.
const UNDER_A_SIGNATURE: &[&str] = &[
    // A note, what stands under it, and what others said of it.
    "update note set sections = '{}' where state <> 'draft'",
    "update note set risk_words = 'Said nothing' where state <> 'draft'",
    "update note set place = 'At court' where state <> 'draft'",
    "update note set author = (select id from staff where login = 'ambrose') where state <> 'draft'",
    "update note set state = 'draft' where state <> 'draft'",
    "update note set voided_at = 1 where state <> 'draft'",
    "delete from note where state <> 'draft'",
    "update note_objective set progress = 'set_back'",
    "insert into note_objective select randomblob(16), note, randomblob(16), progress, voided_at, rev, at, device, by_staff from note_objective",
    "delete from note_objective",
    "insert into addendum select randomblob(16), note, 'Added by nobody', id, 1, 0, x'', signer from signed_note",
    "insert into addendum select randomblob(16), id, 'Added by nobody', randomblob(16), 1, 0, x'', author from note",
    "insert into cosign select randomblob(16), id, 'cosigned', '', 1, 0, x'', author from note",
    "insert into cosign select randomblob(16), id, 'returned', 'Do it again', 1, 0, x'', author from note",
    "insert into note_remark select randomblob(16), randomblob(16), id, 'data', 0, 4, 'Slee', 'Who?', 1, 0, x'', author from note",
    "insert into note_handover (id, note, from_staff, to_staff, reason, rev, at, device, by_staff)
       select randomblob(16), id, author, author, 'Away', 1, 0, x'', author from note",
    "update signed_note set bytes = x''",
    "delete from signed_note",
    // An assessment and a summary.
    "update assessment set indicated = '3.7'",
    "update assessment set voided_at = 1",
    "delete from assessment",
    "update discharge_summary set body = '{}'",
    "delete from discharge_summary",
    // A plan, what stands under it, its approval, its reviews, and what the client signed.
    "update plan set effective_on = '2026-11-01'",
    "update plan set author = (select id from staff where login = 'ambrose')",
    "update plan set state = 'draft'",
    "update plan set voided_at = 1",
    "update plan set approved_by = (select id from staff where login = 'ambrose')",
    "update plan set approved_at = null",
    "delete from plan",
    "update problem set words = 'Alcohol'",
    "insert into problem select randomblob(16), plan, 9, 'Alcohol', voided_at, rev, at, device, by_staff from problem",
    "delete from problem",
    "update goal set words = 'Another'",
    "delete from goal",
    "update objective set words = 'Another'",
    "update objective set target_on = '2030-01-01'",
    "delete from objective",
    "update intervention set words = 'Nothing'",
    "delete from intervention",
    "update plan_review set words = 'Worse'",
    "delete from plan_review",
    "update objective_progress set progress = 'met'",
    "delete from objective_progress",
    "insert into objective_progress select randomblob(16), review, randomblob(16), progress, words, rev, at, device, by_staff from objective_progress",
    "update plan_signature set name = 'Somebody Else'",
    "delete from plan_signature",
    "update signed_record set bytes = x''",
    "delete from signed_record",
];

#[test]
fn nothing_is_changed_under_a_signature_nor_attached_to_it() {
    let program = Program::open();
    signed_throughout(&program);
    let desk = &program.clinic.desk;
    desk.station.lock_hard();
    let passphrase = Passphrase::new(PASSPHRASE.into());
    let vault = Vault::sign_in(&desk.folder(), &SCHEMA, "theodora", &passphrase, desk.clock.clone()).unwrap();
    let sql = unfenced(&vault).unwrap();
    sql.execute_batch("pragma foreign_keys = off").unwrap();
    for statement in UNDER_A_SIGNATURE {
        let refused = sql.execute(statement, []).map(|rows| format!("changed {rows} rows"));
        let words = refused.map_err(|error| error.to_string());
        assert!(
            words.as_ref().is_err_and(|words| !words.contains("column") && !words.contains("constraint failed")),
            "{statement}: {words:?}"
        );
    }
}

/// Every kind of signature asks who is there, with the same words and the same count of wrong guesses, before it looks at
/// anything.
#[test]
fn every_signature_asks_who_is_there() {
    const SIGNING: &[&str] = &["assessment.sign", "plan.sign", "plan.review", "discharge.sign", "plan.approve"];
    let program = Program::open();
    let desk = program.as_person("marisol");
    desk.op("pin.set", json!({ "passphrase": OTHER_PASSPHRASE, "pin": "2580" }));
    let assessment = assessment::saved(desk, &program.client, fields());
    let nobody = json!({ "id": "01935f1e-0000-7000-8000-000000000000", "rev": 1 });
    let request = |call: &str, proof: Value| {
        let mut request = if call == "assessment.sign" { this(&assessment) } else { nobody.clone() };
        if call == "plan.review" {
            request["fields"] = json!({ "progress": [], "words": "" });
        }
        request["proof"] = proof;
        request
    };
    for call in &SIGNING[..4] {
        let unproven = desk.refused(call, request(call, json!({})));
        assert_eq!((unproven.code, unproven.fields[0].field.as_str()), (Code::Invalid, "proof"), "{call}");
        assert_eq!(desk.refused(call, request(call, json!({ "pin": "1111" }))).code, Code::WrongPassphrase, "{call}");
    }
    desk.refused("assessment.sign", request("assessment.sign", json!({ "pin": "1111" })));
    // Five wrong guesses, at whatever: the right PIN proves nothing any more.
    let spent = desk.refused("assessment.sign", request("assessment.sign", json!({ "pin": "2580" })));
    assert_eq!(spent.code, Code::WrongPassphrase);
    desk.op("assessment.sign", request("assessment.sign", proof()));
    let desk = program.as_person("theodora");
    let wrong =
        desk.refused("plan.approve", request("plan.approve", json!({ "passphrase": "not the one of theodora" })));
    assert_eq!(wrong.code, Code::WrongPassphrase);
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
    let points = |call: &str, request: Value| {
        let found = desk.query(call, request)["missing"].take();
        found.as_array().unwrap().iter().map(|point| point["field"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(points("assessment.ready", json!({ "id": assessment["id"] })), ["license"]);
    assert_eq!(points("plan.ready", json!({ "id": plan["id"] })), ["license"]);
    for (call, request) in [("assessment.sign", signing(&assessment)), ("plan.sign", signing(&plan))] {
        assert_eq!(desk.refused(call, request).rule, Some("signature.license_ended"), "{call}");
    }
    // A day on which it held is signed, whatever the date of today.
    let mut earlier = signing(&plan);
    earlier["effective_on"] = json!("2026-11-23");
    let plan = desk.op("plan.sign", earlier);
    let objective = plan["problems"][0]["goals"][0]["objectives"][0]["id"].clone();
    let fields =
        json!({ "progress": [{ "objective": objective, "progress": "same", "words": "" }], "words": "Steady" });
    let mut review = signing(&plan);
    review["fields"] = fields.clone();
    let stopped = desk.refused("plan.review", review.clone());
    assert_eq!(stopped.rule, Some("signature.license_ended"));
    assert!(stopped.message.starts_with("Your license ended on Nov 23, 2026, before"), "{}", stopped.message);
    assert_eq!(points("plan.review_ready", json!({ "id": plan["id"], "fields": fields })), ["license"]);
    review["fields"]["reviewed_on"] = json!("2026-11-23");
    let plan = desk.op("plan.review", review);
    let summary = discharge::saved_whole(desk, &program.client);
    assert_eq!(points("discharge.ready", json!({ "id": summary["id"] })), ["license"]);
    assert_eq!(desk.refused("discharge.sign", signing(&summary)).rule, Some("signature.license_ended"));
    // A colleague on the team takes over what cannot be signed, and completes it.
    let desk = program.as_person("theodora");
    desk.op("care_team.add", json!({ "client": program.client, "staff": program.clinic.ambrose, "part": "member" }));
    let desk = program.as_person("ambrose");
    for (noun, row) in [("assessment", &assessment), ("discharge", &summary)] {
        let found = desk.query(&format!("{noun}.ready"), json!({ "id": row["id"] }))["missing"].take();
        assert_eq!(found[0]["field"], "author", "{noun}");
        desk.op(&format!("{noun}.take_over"), this(row));
        assert_eq!(desk.query(&format!("{noun}.ready"), json!({ "id": row["id"] })), json!({ "missing": [] }));
        let rev = row["rev"].as_i64().unwrap() + 1;
        desk.op(&format!("{noun}.sign"), json!({ "id": row["id"], "rev": rev, "proof": proof() }));
    }
    // A director whose own license had ended approves nothing.
    let desk = program.as_person("theodora");
    let ended = json!({ "label": "MD", "license_state": "MA", "license_number": "1", "needs_cosign": false,
        "expires_on": "2026-11-23" });
    for own in desk.query("staff.own_credentials", json!({})).as_array().unwrap() {
        desk.op("staff.credential_change", json!({ "id": own["id"], "rev": own["rev"], "fields": ended }));
    }
    assert_eq!(desk.refused("plan.approve", by_director(&plan)).rule, Some("signature.license_ended"));
}

fn this(row: &Value) -> Value {
    json!({ "id": row["id"], "rev": row["rev"] })
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
