//! Agreements: what each asks for, what follows from it, and what a license alone still says.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};
use vault::Clock as _;

use crate::desk::Desk;
use crate::draw_desk::Random;
use crate::testing_desk::Program;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

/// The fields of an agreement, some of them replaced.
pub fn fields(more: Value) -> Value {
    let mut fields = json!({ "kind": "monitoring_program", "party": "Harbor Monitoring", "reference": "", "from": "2026-11-02",
                             "panel": "", "terms": "" });
    for (key, value) in more.as_object().unwrap() {
        fields[key] = value.clone();
    }
    fields
}

pub fn agreed(desk: &Desk, client: &Value, more: Value) -> Value {
    desk.op("agreement.add", json!({ "client": client, "fields": fields(more) }))
}

pub fn consent(desk: &Desk, client: &Value, kind: &str, recipient: &str) -> Value {
    desk.op(
        "consent.add",
        json!({ "client": client, "kind": kind, "recipient": recipient, "purpose": "Monitoring", "scope": "Test results",
                "signed_on": "2026-11-02", "expires_on": "2027-11-02" }),
    )
}

fn list(desk: &Desk, client: &Value) -> Value {
    desk.query("agreement.list", json!({ "client": client }))
}

fn this(row: &Value, more: Value) -> Value {
    let mut request = json!({ "id": row["id"], "rev": row["rev"] });
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    request
}

#[test]
fn an_agreement_says_what_it_asks_for_and_how_it_stands() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let saved = agreed(
        desk,
        &program.client,
        json!({ "tests_per_year": 36, "panel": "np10", "report_months": 3, "report_first_on": "2026-12-01" }),
    );
    let row = list(desk, &program.client)["rows"][0].take();
    assert_eq!((&row["standing"], &row["next_report_on"]), (&json!("in_force"), &json!("2026-12-01")));
    assert_eq!((&row["covered_by"], &row["lacking"]), (&Value::Null, &json!("missing")));
    assert!(row["testing_words"].as_str().unwrap().contains("36 tests a year"), "{row}");

    // A consent of its kind that names the party covers it; one that names somebody else does not.
    consent(desk, &program.client, "monitoring_program", "Lake Monitoring");
    assert_eq!(list(desk, &program.client)["rows"][0]["lacking"], "other_recipient");
    let own = consent(desk, &program.client, "monitoring_program", "Harbor Monitoring");
    assert_eq!(list(desk, &program.client)["rows"][0]["covered_by"], "Harbor Monitoring");
    desk.op("consent.revoke", this(&own, json!({ "how": "written" })));
    assert_eq!(list(desk, &program.client)["rows"][0]["lacking"], "revoked");

    // A last day ends it, and the version before is kept.
    let ended = fields(json!({ "until": "2026-11-23" }));
    desk.op("agreement.change", json!({ "id": saved["id"], "rev": 1, "fields": ended.clone() }));
    assert_eq!(list(desk, &program.client)["rows"][0]["standing"], "ended");
    let stale = json!({ "id": saved["id"], "rev": 1, "fields": ended });
    assert_eq!(desk.refused("agreement.change", stale).code, Code::Conflict);
    let kept = desk.inspect(|sql| {
        sql.query_row("select count(*) from version where of_table = 'agreement'", [], |row| row.get::<_, i64>(0))
            .unwrap()
    });
    assert_eq!(kept, 1);
    let desk = program.as_person("marisol");
    let gone = json!({ "id": saved["id"], "rev": 2, "reason": "Another client's" });
    desk.op("agreement.void", gone.clone());
    assert!(list(desk, &program.client)["rows"].as_array().unwrap().is_empty());
    assert_eq!(desk.refused("agreement.void", gone).rule, Some("agreement.voided"));
}

#[test]
fn every_fault_of_an_agreement_stands_beside_its_field() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let all =
        fields(json!({ "party": " ", "until": "2026-11-01", "tests_per_year": 0, "panel": "none", "notice_hours": 0,
                             "report_months": 5, "report_first_on": "2026-11-01" }));
    let refused = desk.refused("agreement.add", json!({ "client": program.client, "fields": all }));
    assert_eq!(
        faults(&refused),
        ["party", "until", "tests_per_year", "notice_hours", "panel", "report_months", "report_first_on"]
    );
    let half = json!({ "client": program.client, "fields": fields(json!({ "report_months": 3 })) });
    assert_eq!(faults(&desk.refused("agreement.add", half)), ["report_first_on"]);
    let treatment = desk.op(
        "consent.add",
        json!({ "client": program.client, "kind": "treatment", "purpose": "Care", "scope": "All", "signed_on": "2026-11-02" }),
    );
    let other = json!({ "client": program.client, "fields": fields(json!({ "consent": treatment["id"] })) });
    assert_eq!(desk.refused("agreement.add", other).rule, Some("agreement.other_consent"));
}

#[test]
fn who_releases_records_agreements_and_others_do_not_see_them() {
    let program = Program::open();
    let request = json!({ "client": program.client, "fields": fields(json!({})) });
    for (login, expected) in
        [("jolene", Code::NotPermitted), ("bram", Code::NotPermitted), ("ambrose", Code::NotFound)]
    {
        assert_eq!(program.as_person(login).refused("agreement.add", request.clone()).code, expected, "{login}");
    }
    let saved = program.as_person("theodora").op("agreement.add", request);
    let change = json!({ "id": saved["id"], "rev": 1, "fields": fields(json!({})) });
    assert_eq!(program.as_person("ambrose").refused("agreement.change", change).code, Code::NotFound);
    let nobody = json!({ "id": "0190ffff-ffff-7fff-8fff-ffffffffffff", "rev": 1, "reason": "x" });
    assert_eq!(program.as_person("theodora").refused("agreement.void", nobody).code, Code::NotFound);
}

#[test]
fn a_tier_below_what_is_asked_for_is_said_where_tests_are_set() {
    let random = Random::certain();
    let client = random.program.client.clone();
    let people = |random: &Random| random.as_person("marisol").query("testing.people", json!({}))[0].take();
    assert_eq!((&people(&random)["asked_per_year"], &people(&random)["below_asked"]), (&Value::Null, &json!(false)));
    agreed(random.as_person("marisol"), &client, json!({ "tests_per_year": 60, "panel": "np5" }));
    assert_eq!((&people(&random)["asked_per_year"], &people(&random)["below_asked"]), (&json!(60), &json!(true)));
    let words = list(random.desk(), &client)["rows"][0]["testing_words"].as_str().unwrap().to_owned();
    assert!(words.contains("the tier expects 52") && words.contains("the program tests with"), "{words}");
    let row = list(random.desk(), &client)["rows"][0].take();
    let enough = fields(json!({ "tests_per_year": 52, "panel": "np10" }));
    random.desk().op("agreement.change", this(&row, json!({ "fields": enough })));
    assert_eq!(people(&random)["below_asked"], false);
    assert_eq!(list(random.desk(), &client)["rows"][0]["testing_words"], "");
}

#[test]
fn what_follows_on_a_test_follows_the_agreements_in_force() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let license = json!({ "label": "RN", "state": "MA", "number": "RN 1", "status": "active", "board": "Board of Nursing",
                          "monitoring_program": "Harbor Monitoring" });
    desk.op("license.add", json!({ "client": program.client, "fields": license }));
    let hint = list(desk, &program.client)["hints"][0].take();
    assert_eq!((&hint["kind"], &hint["party"]), (&json!("monitoring_program"), &json!("Harbor Monitoring")));
    let missed = || {
        let test = program.ordered();
        let request = this(&test, json!({ "outcome": "missed", "reason": "Did not come" }));
        program.clinic.desk.op("drug_test.not_collected", request);
        let rows =
            program.clinic.desk.query("follow_up.list", json!({ "client": program.client, "test": test["id"] }));
        let rows = rows.as_array().unwrap().clone();
        let notices = rows.into_iter().filter(|row| row["step"] == "notify");
        let mut found: Vec<(String, i64)> = notices
            .map(|row| {
                let whom = row["party"].as_str().or(row["recipient"].as_str()).unwrap().to_owned();
                (whom, (row["due_at"].as_i64().unwrap() - program.clinic.desk.clock.now_ms()) / 3_600_000)
            })
            .collect();
        found.sort();
        found
    };
    let owed = |pairs: &[(&str, i64)]| pairs.iter().map(|(whom, at)| ((*whom).to_owned(), *at)).collect::<Vec<_>>();
    // The license alone: the shipped rule's day, to whoever the kind means.
    assert_eq!(missed(), owed(&[("monitoring_program", 24)]));
    // Recorded, the agreement is told in its own time, and so is the board, which no rule names.
    let harbor = agreed(desk, &program.client, json!({ "notice_hours": 12 }));
    agreed(desk, &program.client, json!({ "kind": "board", "party": "Board of Nursing", "notice_hours": 72 }));
    agreed(desk, &program.client, json!({ "kind": "employer", "party": "St. Brigid Hospital" }));
    assert_eq!(list(desk, &program.client)["hints"], json!([]));
    assert_eq!(missed(), owed(&[("Board of Nursing", 72), ("Harbor Monitoring", 12)]));
    // Ended, nobody is told any more, whatever the license still says.
    let ended = fields(json!({ "until": "2026-11-23", "notice_hours": 12 }));
    desk.op("agreement.change", json!({ "id": harbor["id"], "rev": 1, "fields": ended }));
    assert_eq!(missed(), owed(&[("Board of Nursing", 72)]));
}
