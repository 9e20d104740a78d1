//! The caseload: one line per active client in reach, its flags, its table on the way out, and that every statement of it
//! goes by an index.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::evening_desk::{Evening, HOUR, MINUTE, add_group};
use crate::note_desk::signing;
use crate::testing_desk::{Program, admitted, log};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn rows(desk: &Desk) -> Vec<Value> {
    desk.query("caseload.list", json!({}))["rows"].as_array().unwrap().clone()
}

fn row(desk: &Desk, client: &Value) -> Value {
    rows(desk).into_iter().find(|row| row["client"] == *client).unwrap()
}

fn flags(row: &Value) -> Vec<String> {
    row["flags"].as_array().unwrap().iter().map(|flag| flag["flag"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_line_holds_the_hours_of_the_week_and_what_is_still_planned() {
    let evening = Evening::open();
    let client = evening.member("Rosalind", "Nakagawa");
    let line = row(evening.desk(), &client);
    assert_eq!((&line["minutes"], &line["planned"], &line["minimum"]), (&json!(0), &json!(60), &json!(540)));
    assert_eq!((&line["short"], &line["attendance"]), (&json!(480), &Value::Null));
    assert_eq!(
        (&line["level"], &line["week"], &line["counselor"]["name"]),
        (&json!("2.1"), &json!(8), &json!("Quiñones"))
    );

    evening.desk().clock.pass(4 * HOUR + 40 * MINUTE);
    evening.clinic.as_person("marisol");
    evening.record(&evening.tonight(), json!([]));
    let line = row(evening.clinic.as_person("theodora"), &client);
    assert_eq!((&line["minutes"], &line["planned"], &line["short"]), (&json!(60), &json!(0), &json!(480)));
    assert_eq!((&line["attendance"], &line["attended"], &line["recorded"]), (&json!(100), &json!(1), &json!(1)));
}

#[test]
fn a_shared_minute_counts_once() {
    let evening = Evening::open();
    add_group(&evening.clinic, "Skills", &[(2, "18:00", 60)]);
    let client = evening.member("Rosalind", "Nakagawa");
    let groups = evening.desk().query("group.list", json!({}));
    let skills = groups["groups"].as_array().unwrap_or_else(|| groups.as_array().unwrap());
    let skills = skills.iter().find(|group| group["name"] == "Skills").unwrap()["id"].clone();
    evening.desk().op("membership.join", json!({ "group": skills, "client": client, "joined_on": "2026-10-01" }));
    assert_eq!(row(evening.desk(), &client)["planned"], 90);
    evening.desk().clock.pass(6 * HOUR);
    evening.clinic.as_person("marisol");
    for session in evening.on("2026-11-24") {
        evening.record(&session, json!([]));
    }
    assert_eq!(row(evening.clinic.as_person("theodora"), &client)["minutes"], 90);
}

#[test]
fn flags_follow_the_chart() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    assert_eq!(
        flags(&row(desk, &program.client)),
        ["short_of_hours", "consent_missing", "plan_missing", "test_overdue"]
    );
    let test = desk.op("drug_test.log", log(&program.client, &[]));
    assert!(flags(&row(desk, &program.client)).contains(&"test_waiting".to_owned()));
    desk.op("drug_test.interpret", json!({ "id": test["id"], "rev": 1, "interpretation": "expected" }));
    desk.op(
        "consent.add",
        json!({ "client": program.client, "kind": "tpo", "purpose": "Care", "scope": "All", "signed_on": "2026-11-02" }),
    );
    let draft = desk.op("plan.start", json!({ "client": program.client }));
    let problems = json!([{ "words": "Opioids", "goals": [{ "words": "My license",
        "objectives": [{ "words": "Name three cues" }] }] }]);
    let draft = desk.op("plan.save", json!({ "id": draft["id"], "rev": 1, "problems": problems }));
    desk.op("plan.sign", signing(&draft));
    let line = row(desk, &program.client);
    assert_eq!(flags(&line), ["short_of_hours"]);
    assert_eq!(
        (&line["plan_due"], &line["consent"], &line["last_test"]["class"]),
        (&json!("2026-12-24"), &json!("in_order"), &json!("expected"))
    );
    let note = json!({ "client": program.client, "kind": "case_management",
                       "service": { "on": "2026-11-20", "starts": "10:00", "minutes": 15 } });
    desk.op("note.start", note);
    let line = row(desk, &program.client);
    assert_eq!(
        (&line["unsigned"], flags(&line)),
        (&json!(1), vec!["short_of_hours".to_owned(), "note_overdue".into()])
    );
}

#[test]
fn an_unexpected_test_comes_first_and_a_missed_one_does_not_stop_the_clock() {
    let program = Program::open();
    let quiet = admitted(&program.clinic.desk, "Silas", "Abara", &program.clinic.marisol, "2026-11-23");
    let test = program.confirmed("positive", &["amp"]);
    let words =
        json!({ "id": test["id"], "rev": test["rev"], "interpretation": "unexpected", "words": "No prescription." });
    program.clinic.desk.op("drug_test.interpret", words);
    let list = rows(&program.clinic.desk);
    assert_eq!((&list[0]["client"], flags(&list[0])[0].as_str()), (&program.client, "test_unexpected"));
    assert_eq!(flags(&row(&program.clinic.desk, &quiet)), ["consent_missing", "new"]);

    let ordered = program.ordered();
    let missed = json!({ "id": ordered["id"], "rev": 1, "outcome": "missed", "reason": "Did not come" });
    program.clinic.desk.op("drug_test.not_collected", missed);
    assert_eq!(row(&program.clinic.desk, &program.client)["last_test"]["class"], "not_collected");
    program.clinic.desk.clock.pass(15 * 24 * HOUR);
    let line = row(program.as_person("marisol"), &program.client);
    assert!(flags(&line).contains(&"test_overdue".to_owned()));
}

#[test]
fn a_counselor_sees_the_own_clients_and_a_director_everybody() {
    let program = Program::open();
    admitted(&program.clinic.desk, "Silas", "Abara", &program.clinic.ambrose, "2026-11-20");
    program.clinic.client("Nobody", "Admitted", &program.clinic.marisol);
    assert_eq!(rows(program.as_person("theodora")).len(), 2);
    assert_eq!(rows(program.as_person("marisol")).len(), 1);
    assert_eq!(rows(program.as_person("ambrose"))[0]["family_name"], "Abara");
    for login in ["jolene", "bram", "ines"] {
        assert_eq!(program.as_person(login).refused("caseload.list", json!({})).code, Code::NotPermitted, "{login}");
    }
}

#[test]
fn a_restricted_chart_is_a_number_to_whom_it_does_not_name() {
    let program = Program::open();
    let restrict =
        json!({ "id": program.client, "rev": 1, "restricted": true, "reason": "A colleague of hers works here" });
    program.as_person("theodora").op("client.restrict", restrict);
    let list = program.clinic.desk.query("caseload.list", json!({}));
    assert_eq!((&list["rows"], &list["restricted"]), (&json!([]), &json!(1)));
    let list = program.as_person("marisol").query("caseload.list", json!({}));
    assert_eq!((&list["rows"][0]["restricted"], &list["restricted"]), (&json!(true), &json!(0)));
}

#[test]
fn the_table_leaves_with_a_reason_and_without_formulas() {
    let program = Program::open();
    let other = admitted(&program.clinic.desk, "=cmd|' /C calc'!A0", "Abara", &program.clinic.marisol, "2026-11-20");
    let place = program.clinic.desk.room.path().join("table.csv");
    program.clinic.desk.world.place_at(Some(place.clone()));
    let export = |clients: Value, reason: &str| json!({ "clients": clients, "reason": reason });
    let desk = program.as_person("theodora");
    assert_eq!(faults(&desk.refused("caseload.export", export(json!([]), " "))), ["reason", "clients"]);
    let nobody = json!(["0190ffff-ffff-7fff-8fff-ffffffffffff"]);
    assert_eq!(faults(&desk.refused("caseload.export", export(nobody, "Weekly review"))), ["clients"]);
    let both = json!([other, program.client]);
    assert_eq!(desk.op("caseload.export", export(both, "Weekly review with the board")), json!({ "rows": 2 }));
    let text = std::fs::read_to_string(&place).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("\u{feff}Number,Family name"));
    assert!(lines[1].starts_with("C-0002,Abara,'=cmd|' /C calc'!A0,"), "{}", lines[1]);
    assert!(lines[2].contains("Nakagawa-Whitfield,Rosalind,,Quiñones,2.1,Evening,4,0:00,9:00,"), "{}", lines[2]);
    let kept: (String, String, String) = desk.inspect(|sql| {
        sql.query_row("select kind, document, reason from exit", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap()
    });
    assert_eq!(kept, ("internal_copy".into(), "caseload".into(), "Weekly review with the board".into()));
}

#[test]
fn every_statement_of_the_caseload_goes_by_an_index() {
    let desk = Desk::founded();
    let plans = desk.inspect(|sql| {
        let plan = |text: &str| -> Vec<String> {
            let mut statement = sql.prepare(&format!("explain query plan {text}")).unwrap();
            let mut rows = statement.raw_query();
            let mut details = Vec::new();
            while let Some(row) = rows.next().unwrap() {
                details.push(row.get::<_, String>("detail").unwrap());
            }
            details
        };
        [
            plan(include_str!("../../src-tauri/practice/src/caseload/sql/clients.sql")),
            plan(include_str!("../../src-tauri/practice/src/caseload/sql/sessions_of_all.sql")),
            plan(include_str!("../../src-tauri/practice/src/caseload/sql/sessions_of_some.sql")),
            plan(include_str!("../../src-tauri/practice/src/drug_test/sql/chart.sql")),
            plan(include_str!("../../src-tauri/practice/src/drug_test/sql/lists.sql")),
        ]
    });
    for (index, plan) in plans.iter().enumerate() {
        for step in plan {
            // Open stays and waiting tests are partial indexes, read whole: they hold only what is open. So is what a list
            // has picked by its index.
            let narrow = ["USING INDEX", "VIRTUAL TABLE", "SCAN picked"].iter().any(|way| step.contains(way));
            let whole = step.starts_with("SCAN") && !narrow;
            assert!(!whole, "statement {index}: {step}\n{plan:#?}");
        }
    }
    assert!(plans[0].iter().any(|step| step.contains("INDEX episode_")), "{:#?}", plans[0]);
    assert!(plans[3].iter().all(|step| !step.contains("TEMP B-TREE")), "{:#?}", plans[3]);
    for index in ["drug_test_on ", "drug_test_state ", "drug_test_waiting "] {
        assert!(plans[4].iter().any(|step| step.contains(index)), "{index}: {:#?}", plans[4]);
    }
}

#[test]
fn by_counselor_in_numbers() {
    let evening = Evening::open();
    evening.member("Rosalind", "Nakagawa");
    evening.member("Felix", "Aurelio");
    evening.admitted("Ines", "Okonkwo", &evening.clinic.ambrose);
    let answer = evening.desk().query("caseload.by_counselor", json!({}));
    let lines: Vec<(&str, i64, i64, i64)> = answer["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let number = |key: &str| line[key].as_i64().unwrap();
            assert_eq!((number("notes_overdue"), number("consents_ending")), (0, 0));
            (line["counselor"]["name"].as_str().unwrap(), number("active"), number("short"), number("tests_overdue"))
        })
        .collect();
    assert_eq!(
        lines,
        [("Okafor", 1, 1, 1), ("Quiñones", 2, 2, 2)],
        "nobody came yet, nobody was tested since October"
    );
}

#[test]
fn numbers_of_everybody_are_for_who_reaches_everybody() {
    let evening = Evening::open();
    evening.member("Rosalind", "Nakagawa");
    let refused = evening.clinic.as_person("marisol").refused("caseload.by_counselor", json!({}));
    assert_eq!(refused.code, Code::NotPermitted);
}
