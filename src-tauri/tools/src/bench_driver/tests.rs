//! The answers of the jobs against what the data say, counted here without the product. Everybody is invented.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::Driver;

/// Clients of the first counselor; one more has left.
const CLIENTS: usize = 14;

/// A practice of one group for three weeks: files as the other system exports them.
fn write(folder: &Path) {
    let file = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    file("meta.json", &json!({ "as_of": "2026-06-30" }).to_string());
    file("queries.json", &questions().to_string());
    file(
        "staff.csv",
        "staff_id,role,first_name,last_name,credentials,active\n1,counselor,Eric,Kingsstein,LMHC,1\n\
         2,director,Ada,Holbrook,PhD,1\n3,tech,Ivo,Ashgrove,,1\n",
    );
    file("clients.csv", &clients(1..=CLIENTS, "2026-05-04"));
    file("import_clients.csv", &clients(900..=912, "2026-06-30"));
    file(
        "groups.csv",
        "group_id,name,track,facilitator_id,weekday,start_time,duration_minutes,capacity\n\
         1,Relapse prevention,1,1,0,09:00,180,14\n",
    );
    let (mut sessions, mut attendance) = (String::new(), String::new());
    for (session, day) in (1..).zip(["06-15", "06-17", "06-22", "06-24", "06-26", "06-29"]) {
        let _ = writeln!(sessions, "{session},1,1,2026-{day}T09:00:00,180,Plans,held");
        for client in 1..CLIENTS {
            let (status, minutes) = status(session, client);
            let _ = writeln!(
                attendance,
                "{},{session},{client},{status},{minutes},2026-{day}T12:05:00",
                session * 100 + client
            );
        }
    }
    file("sessions.csv", &format!("session_id,group_id,facilitator_id,starts_at,minutes,topic,status\n{sessions}"));
    file("attendance.csv", &format!("attendance_id,session_id,client_id,status,minutes,recorded_at\n{attendance}"));
    file("notes.csv", &notes());
    file(
        "drug_tests.csv",
        "test_id,client_id,collected_at,reason,method,result,substances,collector_id\n\
         1,1,2026-06-10T09:30:00,random,urine_cup,negative,,3\n2,1,2026-06-24T09:30:00,random,urine_cup,positive,THC,3\n\
         3,2,2026-06-01T09:30:00,random,urine_cup,negative,,3\n",
    );
    file(
        "consents.csv",
        "consent_id,client_id,kind,recipient,signed_on,expires_on,revoked_on\n\
         1,1,roi_42cfr2,Court,2026-05-04,2026-07-30,\n2,1,treatment,,2026-05-04,2026-07-31,\n\
         3,2,roi_42cfr2,Court,2026-05-04,2026-07-10,2026-06-01\n4,3,roi_42cfr2,Court,2026-05-04,2026-06-30,\n",
    );
}

/// The last of them has left. Odd clients are to be tested every week, the others every second week.
fn clients(which: std::ops::RangeInclusive<usize>, admitted: &str) -> String {
    let mut text = "client_id,mrn,first_name,last_name,preferred_name,dob,sex,phone,email,address,city,state,zip,\
                    admitted_on,discharged_on,counselor_id,program,level_of_care,primary_dx,required_weekly_hours,\
                    drug_test_interval_days\n"
        .to_owned();
    for client in which {
        let left = if client == CLIENTS { "2026-06-12" } else { "" };
        let days = if client % 2 == 1 { 7 } else { 14 };
        let _ = writeln!(
            text,
            "{client},MRN{client:07},Given{client},Family{client},,1980-01-01,F,,,,,WA,98074,{admitted},{left},1,IOP,2.1,\
             F10.20,9,{days}"
        );
    }
    text
}

/// How somebody was there: the third stays away, the fourth comes late, everybody else stays.
fn status(session: usize, client: usize) -> (&'static str, i64) {
    match client {
        3 => ("absent_excused", 0),
        4 if session.is_multiple_of(2) => ("late", 160),
        _ => ("present", 180),
    }
}

/// One note of each client and session; the first client's last two are not signed, one of them overdue.
fn notes() -> String {
    let mut text = "note_id,client_id,author_id,session_id,kind,service_at,created_at,signed_at,text\n".to_owned();
    for (session, day) in (1..).zip(["06-15", "06-17", "06-22", "06-24", "06-26", "06-29"]) {
        for client in 1..CLIENTS {
            let signed = if client == 1 && session > 4 { String::new() } else { format!("2026-{day}T20:00:00") };
            let id = session * 100 + client;
            let _ = writeln!(
                text,
                "{id},{client},1,{session},group,2026-{day}T09:00:00,2026-{day}T12:23:00,{signed},Spoke of sleep and zq{id}."
            );
        }
    }
    text
}

fn questions() -> Value {
    let twelve: Vec<Value> =
        (1..=12).map(|client| json!([client, if client == 2 { "late" } else { "present" }])).collect();
    json!({
        "chart_client_ids": [1, 4, CLIENTS],
        "fragments": ["amily1"],
        "fts": [["sleep", "zq203"]],
        "mark_attendance": [{ "session_id": 50_000_000, "group_id": 1, "facilitator_id": 1,
                              "starts_at": "2026-07-01T09:00:00", "rows": twelve }],
        "new_notes": [{ "note_id": 60_000_000, "client_id": 5, "author_id": 1, "at": "2026-06-30T21:00:00",
                        "text": "Plans the week." }],
        "caseload_counselor": 1,
    })
}

fn opened() -> (tempfile::TempDir, Driver) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let driver = Driver::open(folder.path(), &folder.path().join("vault")).unwrap();
    (folder, driver)
}

fn answer(driver: &mut Driver, job: &str, i: usize) -> Value {
    let answer = driver.answer(job, i).unwrap_or_else(|error| panic!("{job}: {error}"));
    assert!(answer["ms"].as_f64().is_some_and(|ms| ms > 0.0), "{job}: {answer}");
    answer["r"].clone()
}

/// What the data say of a client's chart.
fn chart(client: usize) -> Value {
    let mut counts = serde_json::Map::new();
    let mut minutes = 0;
    for session in 1..=6 {
        let (status, lasted) = status(session, client);
        minutes += lasted;
        let before = counts.get(status).and_then(Value::as_i64).unwrap_or(0);
        counts.insert(status.to_owned(), json!(before + 1));
    }
    let notes: Vec<usize> = (1..=6).rev().map(|session| session * 100 + client).collect();
    let tests = if client == 1 { json!([2, 1]) } else { json!([]) };
    json!({ "name": format!("Family{client}, Given{client}"), "notes": notes, "att": counts, "minutes": minutes,
            "tests": tests, "plan": null })
}

#[test]
fn looking_answers_what_the_data_say() {
    let (_folder, mut driver) = opened();
    assert_eq!(answer(&mut driver, "open_chart", 0), chart(1), "drafts and all, to their own counselor");
    assert_eq!(answer(&mut driver, "open_chart", 1), chart(4));
    let left = answer(&mut driver, "open_chart", 2);
    assert_eq!((&left["name"], &left["notes"]), (&json!("Family14, Given14"), &json!([])));
    let mut found = answer(&mut driver, "typeahead", 0).as_array().unwrap().clone();
    found.sort_by_key(Value::as_i64);
    assert_eq!(json!(found), json!([1, 10, 11, 12, 13, 14]));
    assert_eq!(answer(&mut driver, "fts", 0), json!([203]));
    // Thirteen in treatment. One note of the first is overdue. Absent is the third alone; the others have 9 hours in the
    // week from June 24. Every test is overdue but the first client's: they are untested or last tested on June 1.
    // Two consents end by July 30, the second is a day too late and the third was revoked.
    assert_eq!(answer(&mut driver, "dashboard", 0), json!({ "1": [13, 1, 2, 12, 2] }));
    driver.stage.close();
}

#[test]
fn what_a_job_changes_is_gone_when_the_next_one_looks() {
    let (_folder, mut driver) = opened();
    let before = answer(&mut driver, "open_chart", 0);
    for _ in 0..2 {
        assert_eq!(answer(&mut driver, "mark_attendance", 0), json!(12));
        answer(&mut driver, "note_save", 0);
        assert_eq!(answer(&mut driver, "note_sign", 0).as_str().map(str::len), Some(64));
        assert_eq!(answer(&mut driver, "import_clients", 0), json!(13));
        assert_eq!(answer(&mut driver, "open_chart", 0), before);
    }
    assert!(driver.answer("random_selection", 0).unwrap()["na"].is_string());
    driver.stage.close();
}
