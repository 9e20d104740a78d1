//! Tasks, and the one list of everything that waits for a person.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::note_desk::{Chart, dap, plain, proof};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn standing(chart: &Chart) -> Vec<(String, String)> {
    let list = chart.desk().query("task.list", json!({}));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(|row| (text(&row["what"]), text(&row["standing"]))).collect()
}

fn pair(what: &str, standing: &str) -> (String, String) {
    (what.into(), standing.into())
}

fn todos(chart: &Chart) -> Vec<(String, i64, bool)> {
    let list = chart.desk().query("day.todo", json!({}));
    list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let kind = row["kind"].as_str().unwrap().to_owned();
            (kind, row["age_days"].as_i64().unwrap(), row["overdue"].as_bool().unwrap())
        })
        .collect()
}

fn line(kind: &str, age: i64, overdue: bool) -> (String, i64, bool) {
    (kind.into(), age, overdue)
}

#[test]
fn a_task_is_done_and_taken_up_again() {
    let chart = Chart::open();
    let desk = chart.desk();
    assert_eq!(desk.refused("task.add", json!({ "what": " " })).fields[0].field, "what");
    let task =
        desk.op("task.add", json!({ "what": "Fax the letter", "client": chart.caroline, "due_on": "2026-11-23" }));
    let list = desk.query("task.list", json!({}));
    assert_eq!((list[0]["overdue"].as_bool(), list[0]["client"]["number"].as_i64()), (Some(true), Some(1)));
    let step = |call: &str, rev: i64| desk.call(call, json!({ "id": task["id"], "rev": rev }));
    assert_eq!(step("task.reopen", 1).unwrap_err().rule, Some("task.not_done"));
    step("task.finish", 1).unwrap();
    assert_eq!(step("task.finish", 2).unwrap_err().rule, Some("task.done"));
    assert_eq!(standing(&chart), [pair("Fax the letter", "done")]);
    step("task.reopen", 2).unwrap();
    assert_eq!(standing(&chart), [pair("Fax the letter", "open")]);
    desk.op("task.change", json!({ "id": task["id"], "rev": 3, "what": "Fax both letters" }));
    step("task.void", 4).unwrap();
    assert_eq!(step("task.finish", 5).unwrap_err().code, Code::NotFound);
    assert_eq!(standing(&chart), []);
    step("task.restore", 5).unwrap();
    assert_eq!(step("task.restore", 6).unwrap_err().code, Code::NotFound);
    assert_eq!(standing(&chart), [pair("Fax both letters", "open")]);
    step("task.void", 6).unwrap();
    let done = desk.op("task.add", json!({ "what": "Call" }));
    desk.op("task.finish", json!({ "id": done["id"], "rev": 1 }));
    desk.clock.pass(8 * DAY);
    chart.clinic.as_person("marisol");
    assert_eq!(standing(&chart), [], "done a week ago, it is gone");
}

#[test]
fn a_task_may_come_to_be_about_somebody_else_or_nobody() {
    let chart = Chart::open();
    let desk = chart.desk();
    let task = desk.op("task.add", json!({ "what": "Fax the letter", "client": chart.caroline }));
    let about = |chart: &Chart| chart.desk().query("task.list", json!({}))[0]["client"]["id"].clone();
    let change = |rev: i64, client: &Value| json!({ "id": task["id"], "rev": rev, "what": "Fax the letter", "client": client });
    desk.op("task.change", change(1, &chart.mehmet));
    assert_eq!(about(&chart), chart.mehmet);
    desk.op("task.change", change(2, &Value::Null));
    assert_eq!(about(&chart), Value::Null);
    let absent = json!("01890000-0000-7000-8000-000000000000");
    assert_eq!(desk.refused("task.change", change(3, &absent)).code, Code::NotFound);
    // Whoever was asked to take it must reach the client as well.
    desk.op("task.offer", json!({ "id": task["id"], "rev": 3, "to": chart.clinic.ambrose, "words": "" }));
    let refusal = desk.refused("task.change", change(4, &chart.caroline));
    assert_eq!(refusal.rule, Some("task.out_of_reach"));
}

#[test]
fn a_task_is_handed_over_when_the_other_takes_it() {
    let chart = Chart::open();
    let desk = chart.desk();
    let task = desk.op("task.add", json!({ "what": "Print handouts" }));
    let offer = |to: &Value, rev: i64| json!({ "id": task["id"], "rev": rev, "to": to, "words": "You are nearer" });
    assert_eq!(desk.refused("task.offer", offer(&chart.clinic.marisol, 1)).rule, Some("task.yourself"));
    desk.op("task.offer", offer(&chart.clinic.ambrose, 1));
    assert_eq!(desk.refused("task.offer", offer(&chart.clinic.jolene, 2)).rule, Some("task.waiting"));
    assert_eq!(standing(&chart), [pair("Print handouts", "waiting")]);

    chart.clinic.as_person("ambrose");
    assert_eq!(standing(&chart), [pair("Print handouts", "asked")]);
    assert_eq!(todos(&chart), [line("asked", 0, false)]);
    desk.op("task.give_back", json!({ "id": task["id"], "rev": 2, "words": "I am off" }));
    assert_eq!(standing(&chart), []);
    let accept = json!({ "id": task["id"], "rev": 3 });
    assert_eq!(desk.refused("task.accept", accept).code, Code::NotFound, "it is not offered to him any more");

    chart.clinic.as_person("marisol");
    assert_eq!(desk.query("task.list", json!({}))[0]["offer_words"], "I am off");
    assert_eq!(desk.refused("task.accept", json!({ "id": task["id"], "rev": 3 })).rule, Some("task.not_offered"));
    desk.op("task.offer", offer(&chart.clinic.ambrose, 3));
    chart.clinic.as_person("ambrose");
    desk.op("task.accept", json!({ "id": task["id"], "rev": 4 }));
    assert_eq!(standing(&chart), [pair("Print handouts", "open")]);
    chart.clinic.as_person("marisol");
    assert_eq!(standing(&chart), []);
}

#[test]
fn a_task_about_a_client_goes_to_who_works_with_them_only() {
    let chart = Chart::open();
    let desk = chart.desk();
    assert_eq!(
        desk.refused("task.add", json!({ "what": "Call", "client": crate::shape::NOBODY })).code,
        Code::NotFound
    );
    let about = |to: &Value| json!({ "what": "Call her", "client": chart.caroline, "offer_to": to });
    assert_eq!(desk.refused("task.add", about(&chart.clinic.ambrose)).rule, Some("task.out_of_reach"));
    desk.op("task.add", about(&chart.clinic.jolene));
    chart.clinic.as_person("jolene");
    assert_eq!(standing(&chart), [pair("Call her", "asked")]);
    assert_eq!(desk.query("task.list", json!({}))[0]["client"]["name"], "Beaumont-Villanueva, Caroline");
}

#[test]
fn everything_that_waits_stands_in_one_list_and_goes_with_its_cause() {
    let chart = Chart::open();
    let desk = chart.desk();
    chart.clinic.as_person("ambrose");
    let waiting = chart.signed(&chart.tomas);
    chart.clinic.as_person("marisol");
    desk.op("task.add", json!({ "what": "Call the board", "due_on": "2026-11-20" }));
    let session = chart.session(&chart.caroline);
    chart.free(&chart.mehmet);
    let planned = chart.planned(&chart.mehmet);
    let kinds = |chart: &Chart| -> Vec<String> {
        let mut kinds: Vec<String> = todos(chart).into_iter().map(|(kind, ..)| kind).collect();
        kinds.sort();
        kinds
    };
    assert_eq!(kinds(&chart), ["attendance", "cosign", "session_note", "task", "unsigned"]);
    assert_eq!(todos(&chart)[0], line("task", 0, true), "what is overdue stands first");

    let begun = desk.op("note.start", json!({ "session": session }));
    desk.op("note.sign", json!({ "id": begun["id"], "rev": 1, "body": dap(), "proof": proof() }));
    desk.op("attendance.record", json!({ "session": planned["id"], "rev": planned["rev"] }));
    desk.op("note.return", json!({ "id": waiting["id"], "rev": 2, "comment": "Which board?" }));
    assert_eq!(kinds(&chart), ["session_note", "task", "unsigned"]);
    chart.clinic.as_person("ambrose");
    assert_eq!(todos(&chart), [line("returned", 0, true)]);
    let again =
        json!({ "id": waiting["id"], "rev": 3, "body": plain("Called the pharmacy board."), "proof": proof() });
    desk.op("note.sign", again);
    assert_eq!(todos(&chart), []);

    desk.clock.pass(4 * DAY);
    chart.clinic.as_person("marisol");
    let overdue: Vec<(String, i64, bool)> = todos(&chart).into_iter().filter(|(_, _, overdue)| *overdue).collect();
    assert_eq!(overdue, [line("task", 4, true), line("session_note", 4, true), line("unsigned", 4, true)]);
}

#[test]
fn an_instrument_falls_due_by_level_and_a_discharge_owes_its_summary() {
    let evening = crate::evening_desk::Evening::open();
    let desk = evening.desk();
    let client = evening.admitted("Caroline", "Beaumont", &evening.clinic.marisol);
    let set = |level: &str, rev: i64, days: Option<i64>| {
        let mut request = json!({ "code": "phq9", "level": level, "rev": rev });
        if let Some(days) = days {
            request["every_days"] = json!(days);
        }
        request
    };
    assert_eq!(desk.refused("instrument.schedule", set("9.9", 0, Some(14))).fields[0].field, "level");
    assert_eq!(desk.refused("instrument.schedule", set("2.1", 0, Some(0))).fields[0].field, "every_days");
    desk.op("instrument.schedule", set("2.1", 0, Some(14)));
    desk.op("instrument.schedule", set("1.0", 0, Some(30)));
    evening.clinic.as_person("marisol");
    let due = |desk: &crate::desk::Desk, kind: &str| -> Vec<(Value, bool)> {
        let list = desk.query("day.todo", json!({}));
        let rows = list["rows"].as_array().unwrap().iter().filter(|row| row["kind"] == kind);
        rows.map(|row| (row["due_on"].clone(), row["overdue"] == true)).collect()
    };
    assert_eq!(due(desk, "instrument"), [(json!("2026-10-01"), true)], "the first one was due at the admission");
    let answers: Value = (1..=9).map(|n| (format!("q{n}"), json!(0))).collect::<serde_json::Map<_, _>>().into();
    desk.op("instrument.record", json!({ "client": client, "code": "phq9", "answers": answers }));
    assert_eq!(due(desk, "instrument"), []);
    desk.clock.pass(12 * DAY);
    evening.clinic.as_person("marisol");
    assert_eq!(due(desk, "instrument"), [(json!("2026-12-08"), false)], "three days before");
    evening.clinic.as_person("theodora");
    desk.op("instrument.schedule", set("2.1", 1, None));
    evening.clinic.as_person("marisol");
    assert_eq!(due(desk, "instrument"), [], "it is not due there any more");

    // The stay ends; its summary falls due 15 days after.
    let episode = desk.op("client.open", json!({ "id": client }))["episodes"][0].clone();
    let end = json!({ "id": episode["id"], "rev": episode["rev"], "discharged_on": "2026-11-30", "how": "completed", "reason": "Completed" });
    desk.op("episode.discharge", end);
    assert_eq!(due(desk, "discharge"), [(json!("2026-12-15"), false)]);
}
