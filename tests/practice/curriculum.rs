//! Curricula: shipped ones to copy and change, the next session of a group, and what somebody missed.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::evening_desk::{Evening, HOUR};

fn list(desk: &Desk) -> Value {
    desk.query("curriculum.list", json!({}))
}

fn adopt(desk: &Desk, key: &str) -> Value {
    desk.op("curriculum.adopt", json!({ "shipped": key }))["id"].take()
}

fn lessons(desk: &Desk, id: &Value) -> Vec<Value> {
    desk.query("curriculum.get", json!({ "id": id }))["lessons"].as_array().unwrap().clone()
}

fn fields(topic: &str) -> Value {
    json!({ "topic": topic, "aim": "", "outline": " One \n\n Two", "scenarios": "", "handout": "" })
}

/// The evening's group follows a copy of the coping skills.
fn following() -> (Evening, Value) {
    let evening = Evening::open();
    let id = adopt(evening.desk(), "coping-skills");
    let group = evening.desk().query("group.get", json!({ "id": evening.group }))["group"].clone();
    evening.desk().op("group.follow", json!({ "id": evening.group, "rev": group["rev"], "curriculum": id }));
    (evening, id)
}

fn record(evening: &Evening, session: &Value, absent: &[&Value]) {
    let exceptions: Vec<Value> = absent
        .iter()
        .map(|client| json!({ "client": client, "what": { "absent": { "excused": true, "reason": "Shift moved" } } }))
        .collect();
    evening.desk().op(
        "attendance.record",
        json!({ "session": session["id"], "rev": session["rev"], "exceptions": exceptions }),
    );
}

#[test]
fn what_is_shipped_is_read_whole_before_anybody_takes_it_over() {
    let evening = Evening::open();
    let desk = evening.desk();
    let all = list(desk);
    assert_eq!(all["own"], json!([]));
    let keys: Vec<&str> = all["shipped"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert_eq!(
        keys,
        ["relapse-prevention", "refusal-training", "coping-skills", "psychoeducation", "professional-issues"]
    );
    for key in keys {
        let shown = desk.query("curriculum.get", json!({ "shipped": key }));
        assert!(shown["lessons"].as_array().unwrap().len() >= 8, "{key}");
        assert_eq!(shown["may_write"], false, "what is shipped is never changed");
    }
    assert_eq!(desk.refused("curriculum.get", json!({ "shipped": "nothing" })).code, Code::NotFound);
    assert_eq!(desk.refused("curriculum.get", json!({})).code, Code::NotFound);
}

#[test]
fn a_copy_is_changed_and_the_shipped_one_stays() {
    let evening = Evening::open();
    let desk = evening.desk();
    let id = adopt(desk, "refusal-training");
    let first = lessons(desk, &id)[0].clone();
    desk.op("curriculum.lesson", json!({ "id": first["id"], "rev": 1, "fields": fields("Saying no here") }));
    let changed = lessons(desk, &id)[0].clone();
    assert_eq!((&changed["topic"], &changed["outline"]), (&json!("Saying no here"), &json!(["One", "Two"])));
    let shipped = desk.query("curriculum.get", json!({ "shipped": "refusal-training" }));
    assert_eq!(shipped["lessons"][0]["topic"], first["topic"]);
    let copy = desk.op("curriculum.adopt", json!({ "copy_of": id, "name": "Saying no, evenings" }))["id"].take();
    assert_eq!(lessons(desk, &copy)[0]["topic"], "Saying no here");
    desk.op("curriculum.extend", json!({ "curriculum": copy, "fields": fields("One more") }));
    assert_eq!(lessons(desk, &copy).len(), 9);
    assert_eq!(lessons(desk, &id).len(), 8, "the original is not longer");
    let stale = json!({ "id": first["id"], "rev": 1, "fields": fields("Again") });
    assert_eq!(desk.refused("curriculum.lesson", stale).code, Code::Conflict);
}

#[test]
fn faults_stand_beside_their_fields() {
    let evening = Evening::open();
    let desk = evening.desk();
    for (request, field) in [
        (json!({ "name": " " }), "name"),
        (json!({ "shipped": "nothing", "name": "x" }), "shipped"),
        (json!({ "shipped": "coping-skills", "copy_of": evening.group, "name": "x" }), "copy_of"),
    ] {
        assert_eq!(desk.refused("curriculum.adopt", request).fields[0].field, field);
    }
    let id = adopt(desk, "coping-skills");
    let empty = desk.refused("curriculum.extend", json!({ "curriculum": id, "fields": fields(" ") }));
    assert_eq!(empty.fields[0].field, "fields.topic");
    let many = json!({ "lesson": lessons(desk, &id)[0]["id"], "copies": 31 });
    assert_eq!(desk.refused("curriculum.handout", many).fields[0].field, "copies");
    let bare = desk.op("curriculum.extend", json!({ "curriculum": id, "fields": fields("Without a page") }));
    let nothing = desk.refused("curriculum.handout", json!({ "lesson": bare["id"], "copies": 1 }));
    assert_eq!(nothing.fields[0].field, "lesson");
}

#[test]
fn a_curriculum_that_is_followed_is_not_retired_and_a_full_one_not_extended() {
    let (evening, id) = following();
    let desk = evening.desk();
    let retire = json!({ "id": id, "rev": 1, "name": "Coping", "about": "", "active": false });
    assert_eq!(desk.refused("curriculum.change", retire.clone()).rule, Some("curriculum.in_use"));
    let rev = desk.query("group.get", json!({ "id": evening.group }))["group"]["rev"].clone();
    desk.op("group.follow", json!({ "id": evening.group, "rev": rev }));
    desk.op("curriculum.change", retire);
    assert_eq!(list(desk)["own"][0]["active"], false);
    let rev = desk.query("group.get", json!({ "id": evening.group }))["group"]["rev"].clone();
    let retired = desk.refused("group.follow", json!({ "id": evening.group, "rev": rev, "curriculum": id }));
    assert_eq!(retired.fields[0].field, "curriculum");
    for _ in 8..60 {
        desk.op("curriculum.extend", json!({ "curriculum": id, "fields": fields("More") }));
    }
    let full = desk.refused("curriculum.extend", json!({ "curriculum": id, "fields": fields("More") }));
    assert_eq!(full.rule, Some("curriculum.full"));
}

#[test]
fn only_the_director_writes_and_everybody_of_the_schedule_reads() {
    let evening = Evening::open();
    let id = adopt(evening.desk(), "coping-skills");
    evening.clinic.as_person("marisol");
    assert_eq!(lessons(evening.desk(), &id).len(), 8);
    assert_eq!(list(evening.desk())["may_write"], false);
    let refused = evening.desk().refused("curriculum.adopt", json!({ "shipped": "coping-skills" }));
    assert_eq!(refused.code, Code::NotPermitted);
}

#[test]
fn sessions_take_the_next_number_as_they_are_recorded() {
    let (evening, _) = following();
    let client = evening.member("Caroline", "Beaumont");
    let number = |date: &str| evening.on(date)[0]["lesson"]["number"].clone();
    assert_eq!(["2026-11-24", "2026-12-01", "2026-12-08"].map(number), [1, 2, 3]);
    evening.desk().clock.pass(5 * HOUR);
    evening.clinic.as_person("marisol");
    record(&evening, &evening.tonight(), &[]);
    let tonight = evening.tonight();
    assert_eq!((&tonight["topic"], &tonight["lesson"]["number"]), (&json!("Breath and body first"), &json!(1)));
    assert_eq!(number("2026-12-01"), 2);
    let page = evening.desk().query("group_note.get", json!({ "session": tonight["id"] }));
    assert_eq!((&page["shared"]["topic"], &page["lesson"]["many"]), (&tonight["topic"], &json!(8)));
    // Cancelled, it gives its number to the next; taken back, the number is free again.
    evening.clinic.as_person("theodora");
    let next = evening.on("2026-12-01")[0].clone();
    evening.desk().op("session.cancel", json!({ "id": next["id"], "rev": next["rev"], "reason": "Storm" }));
    assert_eq!(number("2026-12-08"), 2);
    let missed = evening.desk().query("attendance.missed_topics", json!({ "client": client }));
    assert_eq!(missed, json!([]));
}

#[test]
fn what_somebody_missed_is_known_until_it_was_heard() {
    let (evening, id) = following();
    let (caroline, wren) = (evening.member("Caroline", "Beaumont"), evening.member("Wren", "Abara"));
    evening.desk().clock.pass(5 * HOUR);
    evening.clinic.as_person("marisol");
    record(&evening, &evening.tonight(), &[&caroline]);
    let topics = |client: &Value| {
        let missed = evening.desk().query("attendance.missed_topics", json!({ "client": client }));
        missed.as_array().unwrap().iter().map(|one| one["number"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!((topics(&caroline), topics(&wren)), (vec![1], vec![]));
    let of_group = evening.desk().query("attendance.group_topics", json!({ "group": evening.group }));
    assert_eq!(of_group.as_array().unwrap().len(), 1);
    assert_eq!((&of_group[0]["client"], &of_group[0]["on_date"]), (&caroline, &json!("2026-11-24")));
    // Seven more weeks bring the first topic around again; this time she hears it.
    evening.clinic.as_person("theodora");
    for week in 1..=8 {
        evening.desk().clock.pass(7 * 24 * HOUR);
        evening.clinic.as_person("theodora");
        evening.desk().op("session.plan_ahead", json!({}));
        let date = chrono_date(week);
        let session = evening.on(&date)[0].clone();
        assert_eq!(session["lesson"]["number"], week % 8 + 1, "{date}");
        record(&evening, &session, &[]);
    }
    assert!(topics(&caroline).is_empty());
    assert_eq!(lessons(evening.desk(), &id).len(), 8);
}

/// The Tuesday so many weeks after November 24.
fn chrono_date(week: i64) -> String {
    ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29", "2027-01-05", "2027-01-12", "2027-01-19"]
        [usize::try_from(week).unwrap() - 1]
        .into()
}

#[test]
fn topics_of_a_client_outside_the_reach_are_not_there() {
    let (evening, _) = following();
    let client = evening.member("Caroline", "Beaumont");
    evening.clinic.as_person("ambrose");
    let outside = evening.desk().refused("attendance.missed_topics", json!({ "client": client }));
    let absent = evening.desk().refused("attendance.missed_topics", json!({ "client": evening.group }));
    assert_eq!((outside.code, outside.rule), (absent.code, absent.rule));
}

/// What each change of a session was, with what stood before; what a copy was made with is no change.
#[test]
fn every_edition_says_what_changed() {
    let evening = Evening::open();
    let desk = evening.desk();
    let id = adopt(desk, "coping-skills");
    let editions = || desk.query("curriculum.editions", json!({ "id": id }));
    assert_eq!(editions(), json!([]));
    let first = lessons(desk, &id)[0].clone();
    desk.clock.pass(HOUR);
    desk.op("curriculum.lesson", json!({ "id": first["id"], "rev": 1, "fields": fields("Breath") }));
    desk.clock.pass(HOUR);
    desk.op("curriculum.extend", json!({ "curriculum": id, "fields": fields("One more") }));
    let editions = editions();
    let line =
        |at: usize| (editions[at]["number"].clone(), editions[at]["topic"].clone(), editions[at]["by"].clone());
    let by = json!("Theodora Brandvold");
    assert_eq!(line(0), (json!(9), json!("One more"), by.clone()));
    assert_eq!(editions[0]["parts"], json!([]), "it was added");
    assert_eq!(line(1), (json!(1), json!("Breath"), by));
    let topic = &editions[1]["parts"][0];
    assert_eq!(
        (&topic["part"], &topic["before"], &topic["after"]),
        (&json!("topic"), &first["topic"], &json!("Breath"))
    );
    let nobody = "00000000-0000-7000-8000-000000000000";
    assert_eq!(desk.refused("curriculum.editions", json!({ "id": nobody })).code, Code::NotFound);
}

/// One session takes another topic; the ones after it go on as if nothing had been swapped, also once it is recorded.
#[test]
fn one_session_swaps_its_topic_and_the_rest_go_on() {
    let (evening, id) = following();
    let client = evening.member("Jerome", "Washington");
    let all = lessons(evening.desk(), &id);
    let number = |date: &str| evening.on(date)[0]["lesson"]["number"].clone();
    let (tonight, later) = ("2026-11-24", "2026-12-01");
    assert_eq!((number(tonight), number(later)), (json!(1), json!(2)));
    let swap = |rev: i64, lesson: &Value| json!({ "id": evening.tonight()["id"], "rev": rev, "lesson": lesson });
    let other = adopt(evening.desk(), "refusal-training");
    let foreign = lessons(evening.desk(), &other)[0]["id"].clone();
    let refused = evening.desk().refused("session.swap_lesson", swap(1, &foreign));
    assert_eq!(refused.fields[0].field, "lesson");

    evening.clinic.as_person("ambrose");
    assert_eq!(evening.desk().refused("session.swap_lesson", swap(1, &all[4]["id"])).code, Code::NotPermitted);
    evening.clinic.as_person("marisol");
    evening.desk().op("session.swap_lesson", swap(1, &all[4]["id"]));
    assert_eq!((number(tonight), number(later)), (json!(5), json!(2)));
    assert_eq!(evening.tonight()["lesson"]["place_number"], 1);
    evening.desk().op("session.swap_lesson", swap(2, &Value::Null));
    assert_eq!(number(tonight), 1);
    evening.desk().op("session.swap_lesson", swap(3, &all[4]["id"]));

    evening.desk().clock.pass(6 * HOUR);
    evening.clinic.as_person("marisol");
    let session = evening.tonight();
    record(&evening, &session, &[&client]);
    assert_eq!((number(tonight), number(later)), (json!(5), json!(2)), "recorded, and the next is still the second");
    let missed = evening.desk().query("attendance.missed_topics", json!({ "client": client }));
    assert_eq!(missed[0]["number"], 5, "what was missed is what was held");
    let fixed = evening.desk().refused("session.swap_lesson", swap(5, &all[3]["id"]));
    assert_eq!(fixed.rule, Some("session.recorded"));
    let alone = json!({ "kind": "individual", "client": client, "on_date": later, "starts": "09:00", "minutes": 50 });
    let alone = evening.desk().op("session.plan", alone);
    let none = evening.desk().refused("session.swap_lesson", json!({ "id": alone["id"], "rev": 1 }));
    assert_eq!(none.rule, Some("session.no_curriculum"));
}
