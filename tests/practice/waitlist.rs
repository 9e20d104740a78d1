//! Waitlists: an order with reasons, and the way from it onto the roster.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::evening_desk::{Evening, group_fields};

fn wait(evening: &Evening, given: &str, family: &str) -> (Value, Value) {
    let client = evening.admitted(given, family, &evening.clinic.marisol);
    let request = json!({ "group": evening.group, "client": client, "reason": "Evenings only" });
    (evening.desk().op("waitlist.add", request)["id"].take(), client)
}

fn list(evening: &Evening) -> Value {
    evening.desk().query("waitlist.of_group", json!({ "group": evening.group }))
}

fn order(evening: &Evening) -> Vec<String> {
    let list = list(evening);
    let lines = list["waiting"].as_array().unwrap();
    lines.iter().map(|line| line["name"]["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_waitlist_keeps_an_order_that_somebody_answers_for() {
    let evening = Evening::open();
    let (first, _) = wait(&evening, "Jerome", "Washington");
    let (_, _) = wait(&evening, "Ruth Ann", "Stoltzfus");
    let (third, _) = wait(&evening, "Caroline", "Bishop");
    let move_up =
        |rev: i64| json!({ "id": third, "rev": rev, "to": "up", "because": "Her board asks for proof by Friday" });
    assert_eq!(evening.desk().op("waitlist.move", move_up(1))["rev"], 2);
    assert_eq!(order(&evening), ["Washington, Jerome", "Bishop, Caroline", "Stoltzfus, Ruth Ann"]);
    evening.desk().op("waitlist.move", move_up(2));
    assert_eq!(order(&evening), ["Bishop, Caroline", "Washington, Jerome", "Stoltzfus, Ruth Ann"]);
    let lines = list(&evening)["waiting"].clone();
    assert_eq!(lines[0]["moved_because"], "Her board asks for proof by Friday");
    assert_eq!((&lines[1]["moved_because"], &lines[1]["since_on"]), (&json!(""), &json!("2026-11-24")));
    let edge = evening.desk().refused("waitlist.move", move_up(3));
    assert_eq!(edge.rule, Some("group.wait_edge"));
    let down = json!({ "id": first, "rev": 2, "to": "down", "because": "" });
    assert_eq!(evening.desk().refused("waitlist.move", down).fields[0].field, "because");
}

#[test]
fn an_offered_seat_is_accepted_by_the_rules_of_the_roster() {
    let evening = Evening::open();
    let mut small = group_fields("Process group", &evening.clinic.marisol);
    small["capacity"] = json!(1);
    evening.desk().op("group.change", json!({ "id": evening.group, "rev": 1, "fields": small, "active": true }));
    assert_eq!(list(&evening)["seats"], 1);
    evening.member("Ruth Ann", "Stoltzfus");
    assert_eq!(list(&evening)["seats"], 0);
    let (id, client) = wait(&evening, "Jerome", "Washington");
    let which = |rev: i64| json!({ "id": id, "rev": rev });
    let offer_stands = evening.desk().refused("waitlist.keep_waiting", which(1));
    assert_eq!(offer_stands.rule, Some("group.offer_stands"));
    evening.desk().op("waitlist.offer", which(1));
    assert_eq!(evening.desk().refused("waitlist.offer", which(2)).rule, Some("group.offer_stands"));
    assert_eq!(list(&evening)["waiting"][0]["offered_on"], "2026-11-24");
    evening.desk().op("waitlist.keep_waiting", which(2));
    assert_eq!(list(&evening)["waiting"][0]["offered_on"], Value::Null);
    let mut accept = json!({ "id": id, "rev": 3, "joined_on": "2026-11-24" });
    assert_eq!(evening.desk().refused("waitlist.accept", accept.clone()).rule, Some("group.above_cap"));
    accept["cap_reason"] = json!("A seat frees on Friday");
    let accepted = evening.desk().op("waitlist.accept", accept.clone());
    let group = evening.desk().query("group.get", json!({ "id": evening.group }));
    let stay = group["roster"].as_array().unwrap().iter().find(|member| member["client"] == client).unwrap().clone();
    assert_eq!(
        (&stay["membership"], &stay["cap_reason"]),
        (&accepted["membership"], &json!("A seat frees on Friday"))
    );
    assert_eq!(order(&evening).len(), 0);
    assert_eq!(evening.desk().refused("waitlist.accept", accept).rule, Some("group.wait_over"));
}

#[test]
fn who_is_taken_off_may_wait_again() {
    let evening = Evening::open();
    let (id, client) = wait(&evening, "Jerome", "Washington");
    let again = json!({ "group": evening.group, "client": client, "reason": "Evenings only" });
    assert_eq!(evening.desk().refused("waitlist.add", again.clone()).rule, Some("group.already_waiting"));
    let remove = |reason: &str| json!({ "id": id, "rev": 1, "reason": reason });
    assert_eq!(evening.desk().refused("waitlist.remove", remove(" ")).fields[0].field, "reason");
    evening.desk().op("waitlist.remove", remove("Found another program"));
    evening.desk().op("waitlist.add", again.clone());
    assert_eq!(order(&evening), ["Washington, Jerome"]);
    let member = evening.member("Ruth Ann", "Stoltzfus");
    let there = json!({ "group": evening.group, "client": member, "reason": "" });
    assert_eq!(evening.desk().refused("waitlist.add", there.clone()).fields[0].field, "reason");
    let there = json!({ "group": evening.group, "client": member, "reason": "Wants it twice" });
    assert_eq!(evening.desk().refused("waitlist.add", there).rule, Some("group.already_member"));
    let fields = group_fields("Process group", &evening.clinic.marisol);
    evening.desk().op("group.change", json!({ "id": evening.group, "rev": 1, "fields": fields, "active": false }));
    let other = evening.admitted("Caroline", "Bishop", &evening.clinic.marisol);
    let ended = json!({ "group": evening.group, "client": other, "reason": "Evenings only" });
    assert_eq!(evening.desk().refused("waitlist.add", ended).rule, Some("group.inactive"));
}

#[test]
fn another_counselor_sees_initials_and_changes_nothing() {
    let evening = Evening::open();
    let (id, client) = wait(&evening, "Jerome", "Washington");
    let ambrose = evening.clinic.as_person("ambrose");
    let line = ambrose.query("waitlist.of_group", json!({ "group": evening.group }))["waiting"][0].clone();
    assert_eq!(
        (&line["name"]["text"], &line["reason"], &line["may_change"]),
        (&json!("Jerome W."), &json!(""), &json!(false))
    );
    assert_eq!(ambrose.refused("waitlist.offer", json!({ "id": id, "rev": 1 })).code, Code::NotFound);
    let add = json!({ "group": evening.group, "client": client, "reason": "Mine now" });
    assert_eq!(ambrose.refused("waitlist.add", add).code, Code::NotFound);
}

#[test]
fn the_waitlist_says_which_papers_keep_somebody_from_the_seat_before_anybody_tries() {
    let evening = Evening::open();
    let (id, client) = wait(&evening, "Jerome", "Washington");
    assert_eq!(list(&evening)["waiting"][0]["owes"], json!([]), "nothing is asked for by default");
    let blocks = json!({ "key": "packet_blocks_groups", "value": "yes", "effective_on": "2026-11-24" });
    evening.desk().op("policy.set", blocks);
    let owes = list(&evening)["waiting"][0]["owes"].clone();
    assert!(owes.as_array().unwrap().contains(&json!("Program rules")), "{owes}");
    let accept = |reason: &str| json!({ "id": id, "rev": 1, "joined_on": "2026-11-24", "packet_reason": reason });
    // What is said is what stops; the front desk goes no further with a reason, a director does.
    let desk = evening.clinic.as_person("jolene");
    assert_eq!(list(&evening)["waiting"][0]["owes"], owes);
    assert_eq!(desk.refused("waitlist.accept", accept("Signs tonight")).rule, Some("intake.packet_open"));
    // Whose chart is not theirs to arrange learns nothing of the papers.
    evening.clinic.as_person("ambrose");
    assert_eq!(list(&evening)["waiting"][0]["owes"], json!([]));
    let desk = evening.clinic.as_person("theodora");
    assert_eq!(desk.refused("waitlist.accept", accept("")).rule, Some("intake.packet_open"));
    desk.op("waitlist.accept", accept("Signs tonight"));
    let group = desk.query("group.get", json!({ "id": evening.group }));
    assert_eq!(group["roster"][0]["client"], client);
}
