//! Pairs kept apart: every way into a room stops, a reason lets one through and is kept, and nobody is named to who may not
//! know.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::evening_desk::{Evening, HOUR, add_group};

/// Marisol's client and Ambrose's client, kept apart; Marisol's is in the group.
struct Two {
    evening: Evening,
    hers: Value,
    his: Value,
    pair: Value,
}

impl Two {
    fn open() -> Self {
        let evening = Evening::open();
        let hers = evening.member("Jerome", "Washington");
        let his = evening.admitted("Ruth Ann", "Stoltzfus", &evening.clinic.ambrose);
        let pair = evening.desk().op(
            "apart.add",
            json!({ "client": hers, "other": his, "reason": "supervisor", "detail": "She reported him" }),
        );
        Self { evening, hers, his, pair: pair["id"].clone() }
    }

    fn join(&self) -> Value {
        json!({ "group": self.evening.group, "client": self.his, "joined_on": "2026-11-24" })
    }

    fn together(&self, login: &str) -> Value {
        let request = json!({ "group": self.evening.group, "client": self.his });
        self.evening.clinic.as_person(login).query("group.together", request)
    }

    fn let_in(&self) -> Value {
        let pairs =
            self.evening.clinic.as_person("theodora").query("apart.of_client", json!({ "client": self.hers }));
        pairs["pairs"][0]["let_in"].clone()
    }
}

#[test]
fn a_roster_stops_and_a_typed_reason_lets_through_and_is_kept() {
    let two = Two::open();
    let mut join = two.join();
    let refusal = two.evening.desk().refused("membership.join", join.clone());
    assert_eq!(refusal.rule, Some("apart.together"));
    assert!(!refusal.message.contains("Jerome") && !refusal.message.contains("Washington"));
    join["apart_reason"] = json!("Both agreed; seats at opposite ends");
    two.evening.desk().op("membership.join", join);
    let let_in = two.let_in();
    assert_eq!(
        (&let_in[0]["reason"], &let_in[0]["room_of"]),
        (&json!("Both agreed; seats at opposite ends"), &json!("Process group"))
    );
    assert_eq!(let_in[0]["by"], "Theodora Brandvold");
}

#[test]
fn every_way_into_a_room_stops() {
    let two = Two::open();
    let desk = two.evening.desk();
    // The waitlist.
    let wait = json!({ "group": two.evening.group, "client": two.his, "reason": "Evenings" });
    let place = desk.op("waitlist.add", wait)["id"].take();
    let mut accept = json!({ "id": place, "rev": 1, "joined_on": "2026-11-24" });
    assert_eq!(desk.refused("waitlist.accept", accept.clone()).rule, Some("apart.together"));
    // A make-up.
    let skills = add_group(&two.evening.clinic, "Skills", &[(1, "08:00", 60)]);
    desk.op("membership.join", json!({ "group": skills, "client": two.his, "joined_on": "2026-11-01" }));
    let plan = json!({ "kind": "group", "group": skills, "on_date": "2026-11-24", "starts": "08:00", "minutes": 60 });
    let morning = desk.op("session.plan", plan)["id"].take();
    let absent = json!([{ "client": two.his, "what": { "absent": { "excused": false } } }]);
    desk.op("attendance.record", json!({ "session": morning, "rev": 1, "exceptions": absent }));
    let missed = desk.query("attendance.sheet", json!({ "session": morning }))["rows"][0]["recorded"]["id"].clone();
    let mut book = json!({ "attendance": missed, "session": two.evening.on("2026-12-01")[0]["id"] });
    assert_eq!(desk.refused("booking.add", book.clone()).rule, Some("apart.together"));
    book["apart_reason"] = json!("Only this once");
    desk.op("booking.add", book);
    // A walk-in.
    desk.clock.pass(4 * HOUR);
    two.evening.clinic.as_person("theodora");
    let tonight = two.evening.on("2026-11-24").into_iter().find(|line| line["weekly"] == true).unwrap();
    let walk_in = |reason: &str| {
        json!({ "session": tonight["id"], "rev": 1, "exceptions": [],
                "walk_ins": [{ "client": two.his, "apart_reason": reason }] })
    };
    assert_eq!(desk.refused("attendance.record", walk_in(" ")).rule, Some("apart.together"));
    desk.op("attendance.record", walk_in("Came in a crisis"));
    // An extra session of a group that holds both already.
    accept["apart_reason"] = json!("Both agreed");
    desk.op("waitlist.accept", accept);
    let mut extra = json!({ "kind": "group", "group": two.evening.group, "on_date": "2026-12-03", "starts": "17:30", "minutes": 60 });
    assert_eq!(desk.refused("session.plan", extra.clone()).rule, Some("apart.together"));
    extra["apart_reason"] = json!("Both agreed");
    desk.op("session.plan", extra);
    let kept = two.let_in();
    let reasons: Vec<&str> = kept.as_array().unwrap().iter().map(|line| line["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons.len(), 4);
    assert!(["Both agreed", "Came in a crisis", "Only this once"].iter().all(|reason| reasons.contains(reason)));
}

#[test]
fn whom_a_warning_names_follows_from_the_relation_to_both() {
    let two = Two::open();
    let unnamed = json!("This group holds somebody this client must not share a room with.");
    for (login, named) in [("theodora", true), ("ambrose", false), ("jolene", false)] {
        let told = two.together(login);
        assert_eq!(told[0]["one"].is_null(), !named, "{login}");
        let words = told[0]["words"].as_str().unwrap();
        assert_eq!(words.contains("Washington"), named, "{login}");
        if !named {
            assert_eq!(told[0]["words"], unnamed, "{login}");
        }
    }
    // Ambrose joins Marisol's client's team: now he has a relation to both.
    let desk = two.evening.clinic.as_person("theodora");
    desk.op(
        "care_team.add",
        json!({ "client": two.hers, "staff": two.evening.clinic.ambrose, "part": "member", "starts_on": "2026-11-24" }),
    );
    let told = two.together("ambrose");
    assert!(told[0]["words"].as_str().unwrap().ends_with("must not sit in one room: one supervises the other."));
}

#[test]
fn tonight_says_that_two_must_not_sit_together_under_the_same_rule() {
    let two = Two::open();
    let mut join = two.join();
    join["apart_reason"] = json!("Both agreed");
    two.evening.desk().op("membership.join", join);
    let tonight = two.evening.tonight();
    let ask =
        |login: &str| two.evening.clinic.as_person(login).query("session.together", json!({ "id": tonight["id"] }));
    // The facilitator of both is told who; the front desk only that there is something.
    let told = ask("marisol")[0].clone();
    assert!(told["one"].is_object() && told["other"].is_object());
    assert!(told["words"].as_str().unwrap().contains("Ruth Ann S."));
    let desk = ask("jolene");
    assert_eq!(desk[0]["one"], Value::Null);
    assert_eq!(desk[0]["words"], "Two people expected here must not sit in one room. Ask a director.");
}

#[test]
fn a_chart_shows_its_pairs_and_names_the_other_only_to_who_may_know() {
    let two = Two::open();
    let look = |login: &str, client: &Value| {
        two.evening.clinic.as_person(login).call("apart.of_client", json!({ "client": client }))
    };
    let told = look("theodora", &two.hers).unwrap();
    assert_eq!(
        (&told["pairs"][0]["other"]["text"], &told["may_change"]),
        (&json!("Stoltzfus, Ruth Ann"), &json!(true))
    );
    assert_eq!(
        (&told["pairs"][0]["detail"], &told["pairs"][0]["reason"]),
        (&json!("She reported him"), &json!("supervisor"))
    );
    let told = look("ambrose", &two.his).unwrap();
    assert_eq!((&told["pairs"][0]["other"], &told["pairs"][0]["detail"]), (&Value::Null, &json!("")));
    assert_eq!(told["pairs"][0]["reason"], Value::Null);
    assert_eq!(look("ambrose", &two.hers).unwrap_err().code, Code::NotFound);
    assert_eq!(look("jolene", &two.hers).unwrap_err().code, Code::NotPermitted);
}

#[test]
fn who_decides_and_every_refusal_of_a_pair() {
    let two = Two::open();
    let keep = |one: &Value, other: &Value| json!({ "client": one, "other": other, "reason": "same_unit" });
    let desk = two.evening.desk();
    let twice = desk.refused("apart.add", keep(&two.his, &two.hers));
    assert_eq!(twice.rule, Some("apart.kept_already"));
    assert_eq!(desk.refused("apart.add", keep(&two.hers, &two.hers)).fields[0].field, "other");
    let early = json!({ "id": two.pair, "rev": 1, "until_on": "2026-11-23", "reason": "" });
    let faults: Vec<String> = desk.refused("apart.end", early).fields.into_iter().map(|fault| fault.field).collect();
    assert_eq!(faults, ["reason", "until_on"]);
    // Only a primary counselor or a director; and only about clients within reach.
    let second = two.evening.admitted("Caroline", "Bishop", &two.evening.clinic.marisol);
    let marisol = two.evening.clinic.as_person("marisol");
    assert_eq!(marisol.refused("apart.add", keep(&second, &two.his)).code, Code::NotFound);
    marisol.op("apart.add", keep(&second, &two.hers));
    let ambrose = two.evening.clinic.as_person("ambrose");
    assert_eq!(ambrose.refused("apart.add", keep(&second, &two.hers)).code, Code::NotFound);
    let jolene = two.evening.clinic.as_person("jolene");
    assert_eq!(jolene.refused("apart.add", keep(&second, &two.his)).rule, Some("apart.not_yours"));
    let desk = two.evening.clinic.as_person("theodora");
    let end = |rev: i64| json!({ "id": two.pair, "rev": rev, "until_on": "2026-11-24", "reason": "Moved units" });
    desk.op("apart.end", end(1));
    assert_eq!(desk.refused("apart.end", end(2)).rule, Some("apart.ended"));
    // It does not hold from that date on, and may be kept again.
    desk.op("membership.join", two.join());
    assert_eq!(two.together("theodora"), json!([]));
    two.evening.desk().op("apart.add", keep(&two.hers, &two.his));
}

#[test]
fn naming_an_unknown_walk_in_stops_beside_somebody_to_be_kept_apart_from() {
    let two = Two::open();
    let desk = two.evening.desk();
    desk.clock.pass(4 * HOUR);
    two.evening.clinic.as_person("theodora");
    let tonight = two.evening.on("2026-11-24").into_iter().find(|line| line["weekly"] == true).unwrap();
    let unknown = desk.op("attendance.add_unknown", json!({ "session": tonight["id"], "called": "Ruth" }));
    desk.op("attendance.record", json!({ "session": tonight["id"], "rev": 1, "exceptions": [], "walk_ins": [] }));
    let name = |reason: &str| json!({ "id": unknown["id"], "rev": 1, "came": { "client": two.his, "apart_reason": reason } });
    assert_eq!(desk.refused("attendance.resolve_unknown", name(" ")).rule, Some("apart.together"));
    assert!(two.let_in().as_array().is_none_or(Vec::is_empty));
    desk.op("attendance.resolve_unknown", name("Nobody knew until she was named"));
    assert_eq!(two.let_in()[0]["reason"], "Nobody knew until she was named");
}
