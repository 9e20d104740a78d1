//! The release desk: what is owed to whom, what covers it, what was told, and that nothing is told without a consent.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::agreement::{agreed, consent};
use crate::desk::Desk;
use crate::testing_desk::{Program, log};

const DAY: i64 = 24 * 60 * 60_000;

fn owed(desk: &Desk) -> Vec<Value> {
    desk.query("disclosure.owed", json!({}))["rows"].as_array().unwrap().clone()
}

fn told(desk: &Desk, client: &Value) -> Vec<Value> {
    desk.query("disclosure.list", json!({ "client": client }))["rows"].as_array().unwrap().clone()
}

fn notice(program: &Program) -> Value {
    let test = program.ordered();
    let request = json!({ "id": test["id"], "rev": test["rev"], "outcome": "missed", "reason": "Did not come" });
    program.clinic.desk.op("drug_test.not_collected", request);
    owed(&program.clinic.desk).into_iter().find(|row| row["follow_up"].is_string()).unwrap()
}

fn of(row: &Value) -> Value {
    let mut of = json!({ "client": row["client"] });
    for key in ["follow_up", "agreement", "report_on"] {
        if row[key].is_string() {
            of[key] = row[key].clone();
        }
    }
    of
}

fn record(row: &Value) -> Value {
    json!({ "of": of(row), "how": "phone", "told": "That the test of the day was not collected" })
}

fn print(row: &Value, parts: Value) -> Value {
    json!({ "of": of(row), "words": "The test of November 24 was not collected.", "parts": parts, "copies": 1 })
}

fn placed(desk: &Desk) {
    desk.world.place_at(Some(desk.room.path().join("release.pdf")));
}

#[test]
fn a_notice_without_a_consent_is_blocked_and_nothing_leaves() {
    let program = Program::open();
    agreed(program.as_person("marisol"), &program.client, json!({ "notice_hours": 24 }));
    let row = notice(&program);
    let desk = &program.clinic.desk;
    assert_eq!(
        (&row["recipient"], &row["lacking"], &row["basis"]),
        (&json!("Harbor Monitoring"), &json!("missing"), &Value::Null)
    );
    placed(desk);
    for (call, request) in [("disclosure.record", record(&row)), ("disclosure.print", print(&row, json!([])))] {
        assert_eq!(desk.refused(call, request).rule, Some("disclosure.not_covered"), "{call}");
    }
    assert!(desk.world.printed.lock().unwrap().is_empty());
    let rows = desk.inspect(|sql| {
        sql.query_row("select count(*) from exit where kind = 'release'", [], |row| row.get::<_, i64>(0)).unwrap()
    });
    assert_eq!(rows, 0);
}

#[test]
fn a_notice_is_made_sent_and_answered_by_its_record() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    agreed(desk, &program.client, json!({ "notice_hours": 24 }));
    let basis = consent(desk, &program.client, "monitoring_program", "Harbor Monitoring");
    let row = notice(&program);
    assert_eq!((&row["basis"]["consent"], &row["basis"]["scope"]), (&basis["id"], &json!("Test results")));
    let mut blank = print(&row, json!([]));
    blank["words"] = json!(" ");
    blank["copies"] = json!(0);
    assert_eq!(desk.refused("disclosure.print", blank).fields.len(), 2);
    placed(desk);
    desk.op("disclosure.print", print(&row, json!(["attendance", "random_tests", "test_results", "level_of_care"])));
    let (template, content) = desk.world.printed.lock().unwrap().last().unwrap().clone();
    assert_eq!(template, "release");
    let text = content.to_string();
    for words in [
        "Harbor Monitoring",
        "not collected",
        "42 CFR 2.64 or 2.65",
        "Further use or disclosure is expressly permitted",
        "Test results",
        "Level 2.1",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    // Made, and not sent: the notice stays open. Made again, the first paper counts no more.
    let made = owed(desk).into_iter().find(|one| one["key"] == row["key"]).unwrap();
    desk.op("disclosure.print", print(&row, json!([])));
    let again = owed(desk).into_iter().find(|one| one["key"] == row["key"]).unwrap();
    assert!(made["made"]["id"].is_string() && made["made"]["id"] != again["made"]["id"]);
    let mut request = record(&row);
    request["how"] = json!("fax");
    let sent = desk.op("disclosure.record", request.clone());
    assert_eq!(sent["id"], again["made"]["id"]);
    assert!(owed(desk).iter().all(|one| one["key"] != row["key"]));
    assert_eq!(desk.refused("disclosure.record", request).rule, Some("disclosure.not_owed"));
    let line = told(desk, &program.client)[0].clone();
    assert_eq!((&line["how_label"], &line["recipient"]), (&json!("by fax"), &json!("Harbor Monitoring")));
    assert_eq!(line["consent"], "Monitoring program: Harbor Monitoring");
    let follow_up = |desk: &Desk| {
        let rows = desk.query("follow_up.list", json!({ "client": program.client }));
        rows.as_array().unwrap().iter().find(|one| one["id"] == row["follow_up"]).unwrap().clone()
    };
    let answered = follow_up(desk);
    assert_eq!((&answered["state"], &answered["answered_by"]), (&json!("done"), &json!("Marisol Quiñones")));
    assert!(answered["answer"].as_str().unwrap().starts_with("Told Harbor Monitoring, by fax: "));
    // Opened again is a notice only by taking its record back.
    let reopen = json!({ "id": answered["id"], "rev": answered["rev"] });
    assert_eq!(desk.refused("follow_up.reopen", reopen).rule, Some("follow_up.at_release_desk"));
    let back = json!({ "id": line["id"], "rev": line["rev"], "reason": "Faxed to another number" });
    desk.op("disclosure.take_back", back.clone());
    assert_eq!(desk.refused("disclosure.take_back", back).rule, Some("disclosure.voided"));
    assert_eq!(follow_up(desk)["state"], "open");
    assert!(told(desk, &program.client).is_empty());
    // Words on the phone leave by the same door.
    desk.op("disclosure.record", record(&row));
    let words = desk.inspect(|sql| {
        sql.query_row(
            "select count(*) from exit join disclosure on disclosure.exit = exit.id
             where exit.kind = 'release' and exit.document = 'words' and disclosure.how = 'phone'",
            [],
            |row| row.get::<_, i64>(0),
        )
        .unwrap()
    });
    assert_eq!(words, 1);
}

#[test]
fn reports_of_an_agreement_are_owed_until_they_are_sent() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    consent(desk, &program.client, "board", "Board of Nursing");
    let agreement = agreed(
        desk,
        &program.client,
        json!({ "kind": "board", "party": "Board of Nursing", "report_months": 1, "report_first_on": "2026-12-01" }),
    );
    let row = owed(desk)[0].clone();
    assert_eq!(
        (&row["agreement"], &row["report_on"], &row["from"], &row["until"]),
        (&agreement["id"], &json!("2026-12-01"), &json!("2026-11-02"), &json!("2026-11-30"))
    );
    let sent = json!({ "of": of(&row), "how": "portal", "told": "The report of November" });
    desk.op("disclosure.record", sent);
    assert!(owed(desk).is_empty());
    // The next one, when it comes near, and this one no more.
    desk.clock.pass(24 * DAY);
    let desk = program.as_person("marisol");
    let next: Vec<Value> = owed(desk).iter().map(|row| row["report_on"].clone()).collect();
    assert_eq!(next, [json!("2027-01-01")]);
    desk.clock.pass(20 * DAY);
    let late = owed(program.as_person("marisol"));
    assert!(late[0]["overdue"] == true, "{late:?}");
    // My day says so: to the counselor what is near, to the director what is overdue.
    for login in ["marisol", "theodora"] {
        let day = program.as_person(login).query("day.mine", json!({}));
        assert_eq!(day["reports"][0]["report_on"], "2027-01-01", "{login}");
    }
    assert!(program.as_person("jolene").query("day.mine", json!({}))["reports"].is_null());
}

#[test]
fn what_nobody_is_owed_is_told_under_a_consent_that_is_named() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let employer = consent(desk, &program.client, "employer", "St. Brigid Hospital");
    let list = desk.query("disclosure.list", json!({ "client": program.client }));
    assert_eq!(list["bases"][0]["consent"], employer["id"]);
    let request = |more: Value| {
        let mut request = json!({ "of": { "client": program.client, "consent": employer["id"] }, "how": "phone",
                                  "told": "That she attends as agreed" });
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        request
    };
    for (more, field) in [
        (json!({ "told": " " }), "told"),
        (json!({ "on": "2026-11-25" }), "on"),
        (json!({ "on": "2026-11-01" }), "on"),
        (json!({ "time": "23:59" }), "time"),
        (json!({ "time": "noon" }), "time"),
    ] {
        let refused = desk.refused("disclosure.record", request(more.clone()));
        assert_eq!(refused.fields.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), [field], "{more}");
    }
    desk.op("disclosure.record", request(json!({ "on": "2026-11-20", "time": "09:10" })));
    assert_eq!(told(desk, &program.client)[0]["purpose"], "Monitoring");
    desk.op("consent.revoke", json!({ "id": employer["id"], "rev": 1, "how": "oral" }));
    assert_eq!(desk.refused("disclosure.record", request(json!({}))).rule, Some("disclosure.not_covered"));
}

#[test]
fn who_does_not_release_sees_no_desk() {
    let program = Program::open();
    agreed(program.as_person("marisol"), &program.client, json!({ "notice_hours": 24 }));
    let row = notice(&program);
    for login in ["jolene", "bram", "ines"] {
        assert_eq!(
            program.as_person(login).refused("disclosure.owed", json!({})).code,
            Code::NotPermitted,
            "{login}"
        );
    }
    // Another counselor's desk is empty, and what is outside the reach is not there.
    let desk = program.as_person("ambrose");
    assert!(owed(desk).is_empty());
    assert_eq!(desk.refused("disclosure.record", record(&row)).code, Code::NotFound);
    let nobody = json!({ "id": "0190ffff-ffff-7fff-8fff-ffffffffffff", "rev": 1, "reason": "x" });
    assert_eq!(desk.refused("disclosure.take_back", nobody).code, Code::NotFound);
    assert_eq!(owed(program.as_person("theodora")).len(), 1);
}

/// What rests on a cup alone is told to nobody, and nothing of it stands on a paper for somebody outside.
#[test]
fn a_presumptive_screen_is_open_on_what_leaves() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    consent(desk, &program.client, "board", "Board of Nursing");
    agreed(
        desk,
        &program.client,
        json!({ "kind": "board", "party": "Board of Nursing", "report_months": 1, "report_first_on": "2026-12-01",
                "notice_hours": 24 }),
    );
    desk.op("drug_test.log", log(&program.client, &["amp"]));
    let rows = owed(desk);
    assert!(rows.iter().all(|row| row["follow_up"].is_null()), "{rows:?}");
    placed(desk);
    desk.op("disclosure.print", print(&rows[0], json!(["test_results"])));
    let content = desk.world.printed.lock().unwrap().last().unwrap().1.to_string();
    assert!(!content.contains("mphetamine") && content.contains("Collected, result open"), "{content}");
}

#[test]
fn the_course_of_tests_is_printed_with_presumptive() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    desk.op("drug_test.log", log(&program.client, &["amp"]));
    placed(desk);
    let copy = json!({ "kind": "internal_copy", "reason": "Team review", "copies": 1 });
    desk.op("drug_test.print_course", json!({ "client": program.client, "copy": copy }));
    let (template, content) = desk.world.printed.lock().unwrap().last().unwrap().clone();
    assert_eq!(template, "test-course");
    for words in ["Presumptive: Amphetamine", "Level 2.1", "Buprenorphine-naloxone 8-2 mg", "There was no pause"] {
        assert!(content.to_string().contains(words), "{words} is missing in {content}");
    }
    let blank = json!({ "client": program.client, "copy": { "kind": "internal_copy", "reason": " ", "copies": 1 } });
    assert_eq!(desk.refused("drug_test.print_course", blank).fields[0].field, "reason");
    let other = json!({ "client": program.client, "copy": copy });
    assert_eq!(program.as_person("ambrose").refused("drug_test.print_course", other).code, Code::NotFound);
}
