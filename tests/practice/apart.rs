//! Pairs kept apart: every way into a room stops, a reason lets one through and is kept, and nobody is named to who may not
//! know.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::Desk;
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

/// One way in which a client gets into a room with others: the call, its request without a reason, and where in it a
/// reason is typed. What must be so before is arranged with the pair in force, or without it.
struct Way {
    name: &'static str,
    call: &'static str,
    request: fn(&Two) -> Value,
    reason_at: &'static str,
}

const fn way(name: &'static str, call: &'static str, request: fn(&Two) -> Value) -> Way {
    Way { name, call, request, reason_at: "apart_reason" }
}

const WAYS: &[Way] = &[
    way("the roster", "membership.join", Two::join),
    way("a roster that the other joins later", "membership.join", |two| {
        let later = two.skills();
        two.joins(&later, &two.hers, "2026-12-15");
        json!({ "group": later, "client": two.his, "joined_on": "2026-11-24" })
    }),
    way("a roster beside somebody booked", "membership.join", |two| {
        let skills = two.skills();
        let booking = json!({ "attendance": two.missed(&two.hers), "session": two.extra(&skills, "group") });
        two.desk().op("booking.add", booking);
        json!({ "group": skills, "client": two.his, "joined_on": "2026-11-24" })
    }),
    way("the waitlist", "waitlist.accept", |two| {
        let wait = json!({ "group": two.evening.group, "client": two.his, "reason": "Evenings" });
        let place = two.desk().op("waitlist.add", wait)["id"].take();
        json!({ "id": place, "rev": 1, "joined_on": "2026-11-24" })
    }),
    way(
        "a make-up",
        "booking.add",
        |two| json!({ "attendance": two.missed(&two.his), "session": two.evening.on("2026-12-01")[0]["id"] }),
    ),
    way("a make-up beside another make-up", "booking.add", |two| {
        let session = two.extra(&two.skills(), "group");
        two.desk().op("booking.add", json!({ "attendance": two.missed(&two.hers), "session": session }));
        json!({ "attendance": two.missed(&two.his), "session": session })
    }),
    Way {
        name: "a walk-in",
        call: "attendance.record",
        request: |two| {
            let tonight = two.evening.tonight();
            two.tonight();
            json!({ "session": tonight["id"], "rev": 1, "exceptions": [], "walk_ins": [{ "client": two.his }] })
        },
        reason_at: "walk_ins.0.apart_reason",
    },
    Way {
        name: "two walk-ins at once",
        call: "attendance.record",
        request: |two| {
            let session = two.planned("group", json!({ "group": two.skills() }), "2026-11-24", "14:30", "Birch");
            two.tonight();
            json!({ "session": session, "rev": 1, "exceptions": [],
                    "walk_ins": [{ "client": two.hers }, { "client": two.his }] })
        },
        reason_at: "walk_ins.1.apart_reason",
    },
    Way {
        name: "coming along to a family session",
        call: "attendance.record",
        request: |two| {
            let session = two.planned("family", json!({ "client": two.hers }), "2026-11-24", "14:30", "");
            two.tonight();
            json!({ "session": session, "rev": 1, "exceptions": [], "walk_ins": [{ "client": two.his }] })
        },
        reason_at: "walk_ins.0.apart_reason",
    },
    Way {
        name: "a name learned later",
        call: "attendance.resolve_unknown",
        request: |two| {
            let tonight = two.evening.tonight();
            two.tonight();
            let name = json!({ "session": tonight["id"], "called": "Ruth" });
            let unknown = two.desk().op("attendance.add_unknown", name);
            two.evening.record(&tonight, json!([]));
            json!({ "id": unknown["id"], "rev": 1, "came": { "client": two.his } })
        },
        reason_at: "came.apart_reason",
    },
    Way {
        name: "somebody added to what was recorded",
        call: "attendance.add_walk_in",
        request: |two| {
            let tonight = two.evening.tonight();
            two.tonight();
            two.evening.record(&tonight, json!([]));
            json!({ "session": tonight["id"], "came": { "client": two.his } })
        },
        reason_at: "came.apart_reason",
    },
    way("an extra session", "session.plan", |two| two.of_both("group")),
    way("a family session of a group", "session.plan", |two| two.of_both("family")),
    way("education for a group", "session.plan", |two| two.of_both("education")),
    way("case management of a group", "session.plan", |two| two.of_both("case_management")),
    way("an appointment in the room of a group", "session.plan", |two| {
        plan("individual", json!({ "client": two.his }), "2026-11-24", "17:45", " cedar")
    }),
    way("a family session in the room of another", "session.plan", |two| {
        two.planned("family", json!({ "client": two.hers }), "2026-11-30", "10:00", "Birch");
        plan("family", json!({ "client": two.his }), "2026-11-30", "10:30", "Birch")
    }),
    way("an appointment that moves into a room", "session.change", |two| {
        let id = two.planned("individual", json!({ "client": two.his }), "2026-11-24", "16:00", "Cedar");
        two.moved(id, "2026-11-24", "18:00", "Cedar")
    }),
    way("a session that moves to a day of both", "session.change", |two| {
        let skills = two.skills();
        two.joins(&skills, &two.hers, "2026-12-15");
        two.joins(&skills, &two.his, "2026-11-24");
        let id = two.planned("group", json!({ "group": skills }), "2026-12-10", "08:00", "Birch");
        two.moved(id, "2026-12-16", "08:00", "Birch")
    }),
    way("a weekly time that moves into a room", "series.move", |two| {
        two.planned("individual", json!({ "client": two.his }), "2026-12-09", "10:30", "Birch");
        let weekly = &two.evening.on("2026-12-01")[0];
        json!({ "id": weekly["id"], "rev": 1, "on_date": "2026-12-02", "starts": "10:00", "minutes": 60,
                "staff": two.evening.clinic.marisol, "room": "Birch" })
    }),
    way("a session planned again in a room taken since", "session.plan_again", |two| {
        let id = two.planned("individual", json!({ "client": two.his }), "2026-12-03", "10:00", "Birch");
        two.desk().op("session.cancel", json!({ "id": id, "rev": 1, "reason": "Snow" }));
        two.planned("individual", json!({ "client": two.hers }), "2026-12-03", "10:00", "Birch");
        json!({ "id": id, "rev": 2 })
    }),
];

fn plan(kind: &str, whose: Value, on: &str, starts: &str, room: &str) -> Value {
    let mut request = json!({ "kind": kind, "on_date": on, "starts": starts, "minutes": 60, "room": room });
    request.as_object_mut().unwrap().extend(whose.as_object().unwrap().clone());
    request
}

/// What the ways arrange. Whatever is arranged beside the pair is let through with a reason of its own.
impl Two {
    /// Theodora's: nobody else sits down on the way.
    fn desk(&self) -> &Desk {
        self.evening.desk()
    }

    fn skills(&self) -> Value {
        add_group(&self.evening.clinic, "Skills", &[])
    }

    fn joins(&self, group: &Value, client: &Value, on: &str) {
        let join = json!({ "group": group, "client": client, "joined_on": on, "apart_reason": "Arranged" });
        self.desk().op("membership.join", join);
    }

    fn planned(&self, kind: &str, whose: Value, on: &str, starts: &str, room: &str) -> Value {
        self.desk().op("session.plan", plan(kind, whose, on, starts, room))["id"].take()
    }

    fn extra(&self, group: &Value, kind: &str) -> Value {
        self.planned(kind, json!({ "group": group }), "2026-12-04", "08:00", "Birch")
    }

    /// A session of a kind for the group that holds both.
    fn of_both(&self, kind: &str) -> Value {
        self.joins(&self.evening.group, &self.his, "2026-11-24");
        plan(kind, json!({ "group": self.evening.group }), "2026-12-03", "17:30", "Birch")
    }

    fn moved(&self, id: Value, on: &str, starts: &str, room: &str) -> Value {
        json!({ "id": id, "rev": 1, "staff": self.evening.clinic.marisol, "room": room, "on_date": on,
                "starts": starts, "minutes": 60, "topic": "" })
    }

    /// An absence of this morning, in a group of nobody else.
    fn missed(&self, client: &Value) -> Value {
        let group = add_group(&self.evening.clinic, &format!("Morning of {client}"), &[]);
        self.joins(&group, client, "2026-11-01");
        let session = self.planned("group", json!({ "group": group }), "2026-11-24", "08:00", "");
        let absent = json!([{ "client": client, "what": { "absent": { "excused": false } } }]);
        let desk = self.desk();
        desk.op("attendance.record", json!({ "session": session, "rev": 1, "exceptions": absent }));
        desk.query("attendance.sheet", json!({ "session": session }))["rows"][0]["recorded"]["id"].clone()
    }

    /// It is 18:00.
    fn tonight(&self) {
        self.evening.desk().clock.pass(4 * HOUR);
    }

    fn reasons(&self) -> Vec<String> {
        let kept = self.let_in();
        kept.as_array().unwrap().iter().map(|line| line["reason"].as_str().unwrap().to_owned()).collect()
    }
}

/// Writes into a request where a path such as "walk_ins.0.apart_reason" leads.
fn write(request: &mut Value, path: &str, text: &str) {
    let (parents, last) = path.rsplit_once('.').unwrap_or(("", path));
    let at =
        parents.split('.').filter(|step| !step.is_empty()).fold(request, |at, step| match step.parse::<usize>() {
            Ok(index) => &mut at[index],
            Err(_) => &mut at[step],
        });
    at[last] = json!(text);
}

#[test]
fn every_way_into_a_room_stops_and_a_typed_reason_lets_through_and_is_kept() {
    for Way { name, call, request, reason_at } in WAYS {
        let two = Two::open();
        let mut request = request(&two);
        let before = two.reasons();
        let desk = two.desk();
        for blank in ["", " "] {
            write(&mut request, reason_at, blank);
            let refusal = desk.refused(call, request.clone());
            assert_eq!(refusal.rule, Some("apart.together"), "{name}: {}", refusal.message);
            assert!(!["Jerome", "Ruth"].iter().any(|named| refusal.message.contains(named)), "{name}");
        }
        write(&mut request, reason_at, "Both agreed to this");
        desk.op(call, request);
        let after = two.reasons();
        assert_eq!(after.len(), before.len() + 1, "{name}");
        assert!(after.contains(&"Both agreed to this".into()), "{name}");
    }
}

#[test]
fn no_way_into_a_room_stops_once_a_pair_has_ended() {
    for Way { name, call, request, .. } in WAYS {
        let two = Two::open();
        let request = request(&two);
        let before = two.reasons();
        let end = json!({ "id": two.pair, "rev": 1, "until_on": "2026-11-24", "reason": "Moved units" });
        two.desk().op("apart.end", end);
        if let Err(refusal) = two.desk().call(call, request) {
            panic!("{name}: {}", refusal.message);
        }
        assert_eq!(two.reasons(), before, "{name}");
    }
}

#[test]
fn a_session_that_holds_both_already_moves_without_being_asked_again() {
    let two = Two::open();
    two.joins(&two.evening.group, &two.his, "2026-11-24");
    let next = two.evening.on("2026-12-01")[0]["id"].clone();
    two.desk().op("session.change", two.moved(next, "2026-12-02", "17:30", "Cedar"));
    let cancelled = two.evening.tonight()["id"].clone();
    two.desk().op("session.cancel", json!({ "id": cancelled, "rev": 1, "reason": "Snow" }));
    two.desk().op("session.plan_again", json!({ "id": cancelled, "rev": 2 }));
    assert_eq!(two.reasons(), ["Arranged"]);
}

#[test]
fn what_was_typed_to_let_a_pair_in_is_read_on_the_chart_by_who_may_know_both() {
    let two = Two::open();
    let clinic = &two.evening.clinic;
    two.joins(&two.evening.group, &two.his, "2026-11-24");
    let look = |login: &str, client: &Value| {
        clinic.as_person(login).query("apart.of_client", json!({ "client": client }))["pairs"][0].clone()
    };
    let told = look("theodora", &two.hers);
    let time = &told["let_in"][0];
    assert_eq!((&time["reason"], &time["room_of"]), (&json!("Arranged"), &json!("Process group")));
    assert_eq!((&time["by"], &time["on_date"]), (&json!("Theodora Brandvold"), &Value::Null));
    assert_eq!(told["both_in"], json!(["Process group"]));
    // Ambrose has a relation to one of them: when, where and by whom, but not the words and not what they share.
    let told = look("ambrose", &two.his);
    let time = &told["let_in"][0];
    assert_eq!((&time["reason"], &time["room_of"]), (&Value::Null, &json!("Process group")));
    assert!(time["at"].is_number());
    assert_eq!(told["both_in"], json!([]));
    // A session is said with its date.
    let mut extra = plan("group", json!({ "group": two.evening.group }), "2026-12-03", "17:30", "Birch");
    write(&mut extra, "apart_reason", "One more time");
    clinic.as_person("theodora").op("session.plan", extra);
    let times = look("theodora", &two.his)["let_in"].clone();
    let dates: Vec<&Value> = times.as_array().unwrap().iter().map(|time| &time["on_date"]).collect();
    assert!(dates.contains(&&json!("2026-12-03")) && dates.contains(&&Value::Null), "{dates:?}");
}

#[test]
fn a_warning_on_a_session_sees_who_is_in_its_room_for_another() {
    let two = Two::open();
    let mut request = plan("individual", json!({ "client": two.his }), "2026-11-24", "17:45", "Cedar");
    write(&mut request, "apart_reason", "Behind a screen");
    two.desk().op("session.plan", request);
    let tonight = two.evening.on("2026-11-24").into_iter().find(|line| line["weekly"] == true).unwrap();
    let told = two.desk().query("session.together", json!({ "id": tonight["id"] }));
    assert!(told[0]["words"].as_str().unwrap().contains("must not sit in one room"));
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
