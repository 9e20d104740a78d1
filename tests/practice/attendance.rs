//! Attendance: recorded for a whole session at once, corrected with a reason, taken back for a while; and the hours.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::evening_desk::{self, Evening, HOUR, MINUTE, add_group, names, row};

pub fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

/// Three members, and the group is over.
pub fn after_group() -> (Evening, [Value; 3]) {
    let evening = Evening::open();
    let clients = [("Jerome", "Washington"), ("Ruth Ann", "Stoltzfus"), ("Gabriel", "Przybyszewski")]
        .map(|(given, family)| evening.member(given, family));
    evening.desk().clock.pass(5 * HOUR);
    evening.clinic.as_person("marisol");
    (evening, clients)
}

fn mark(client: &Value, what: Value) -> Value {
    json!({ "client": client, "what": what })
}

#[test]
fn before_recording_nothing_counts_and_afterwards_everybody_was_there() {
    let (evening, [jerome, ..]) = after_group();
    let tonight = evening.tonight();
    let sheet = evening.sheet(&tonight);
    assert_eq!(names(&sheet), ["Przybyszewski, Gabriel", "Stoltzfus, Ruth Ann", "Washington, Jerome"]);
    assert_eq!(row(&sheet, &jerome)["recorded"], Value::Null);
    assert_eq!((&row(&sheet, &jerome)["week_done"], &row(&sheet, &jerome)["week_planned"]), (&json!(0), &json!(60)));
    assert_eq!(row(&sheet, &jerome)["week_minimum"], 540);
    assert_eq!(evening.record(&tonight, json!([]))["recorded"], 3);
    let sheet = evening.sheet(&tonight);
    assert_eq!(row(&sheet, &jerome)["recorded"]["state"], "present");
    assert_eq!((&row(&sheet, &jerome)["week_done"], &row(&sheet, &jerome)["week_planned"]), (&json!(60), &json!(0)));
    assert_eq!((&sheet["session"]["here"], &sheet["session"]["absent"]), (&json!(3), &json!(0)));
}

#[test]
fn exceptions_become_minutes_and_reasons() {
    let (evening, [jerome, ruth, gabriel]) = after_group();
    let tonight = evening.tonight();
    evening.record(
        &tonight,
        json!([
            mark(&jerome, json!({ "late_minutes": 12 })),
            mark(&ruth, json!({ "left": "18:15", "video": { "location": "Worcester, at home" } })),
            mark(&gabriel, json!({ "absent": { "excused": true, "reason": "Shift moved" } })),
        ]),
    );
    let sheet = evening.sheet(&tonight);
    let of = |client: &Value| row(&sheet, client)["recorded"].clone();
    assert_eq!(
        (&of(&jerome)["state"], &of(&jerome)["minutes"], &of(&jerome)["arrived"]),
        (&json!("part"), &json!(48), &json!("17:42"))
    );
    assert_eq!((&of(&ruth)["minutes"], &of(&ruth)["place"]), (&json!(45), &json!("video")));
    assert_eq!((&of(&gabriel)["excused"], &of(&gabriel)["reason"]), (&json!(true), &json!("Shift moved")));
    assert_eq!(of(&gabriel)["minutes"], 0);
}

#[test]
fn the_real_times_and_the_breaks_decide_the_minutes() {
    let (evening, [jerome, ruth, _]) = after_group();
    let tonight = evening.tonight();
    evening.desk().op(
        "attendance.record",
        json!({ "session": tonight["id"], "rev": tonight["rev"], "began": "17:35", "finished": "18:40",
                "breaks": [{ "from": "18:00", "until": "18:10" }], "topic": "Urge surfing",
                "exceptions": [mark(&ruth, json!({ "arrived": "18:05", "early_minutes": 5 }))] }),
    );
    let sheet = evening.sheet(&tonight);
    assert_eq!(row(&sheet, &jerome)["recorded"]["minutes"], 55);
    assert_eq!(row(&sheet, &ruth)["recorded"]["minutes"], 25);
    assert_eq!(sheet["session"]["topic"], "Urge surfing");
    assert_eq!(sheet["breaks"].as_array().unwrap().len(), 1);
}

#[test]
fn every_fault_of_a_record_stands_beside_its_field() {
    let (evening, [jerome, ruth, gabriel]) = after_group();
    let stranger = {
        evening.clinic.as_person("theodora");
        evening.desk().op("client.add", json!({ "fields": crate::client_desk::fields("Inquiry", "Only") }))["id"]
            .clone()
    };
    evening.clinic.as_person("marisol");
    let tonight = evening.tonight();
    let refused = |with: Value| {
        let mut request = json!({ "session": tonight["id"], "rev": tonight["rev"] });
        request.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
        faults(&evening.desk().refused("attendance.record", request)).join(" ")
    };
    let excused = json!({ "absent": { "excused": true, "reason": "" } });
    for (what, field) in [
        (json!({ "late_minutes": 0 }), "late_minutes"),
        (json!({ "late_minutes": 60 }), "late_minutes"),
        (json!({ "late_minutes": 5, "arrived": "17:40" }), "late_minutes"),
        (json!({ "early_minutes": 5, "left": "18:00" }), "early_minutes"),
        (json!({ "early_minutes": 601 }), "early_minutes"),
        (json!({ "arrived": "noon" }), "arrived"),
        (json!({ "arrived": "18:30" }), "arrived"),
        (json!({ "left": "17:30" }), "left"),
        (json!({ "left": "late" }), "left"),
        (json!({ "absent": { "excused": false }, "late_minutes": 5 }), "absent"),
        (excused, "absent.reason"),
        (json!({ "video": { "location": " " } }), "video.location"),
    ] {
        assert_eq!(
            refused(json!({ "exceptions": [mark(&jerome, what.clone())] })),
            format!("exceptions.0.what.{field}"),
            "{what}"
        );
    }
    assert_eq!(refused(json!({ "began": "18:00", "finished": "17:30" })), "finished");
    assert_eq!(refused(json!({ "began": "06:00" })), "finished");
    assert_eq!(refused(json!({ "breaks": [{ "from": "18:10", "until": "18:00" }] })), "breaks.0.until");
    assert_eq!(refused(json!({ "breaks": [{ "from": "17:00", "until": "17:40" }] })), "breaks.0.from");
    assert_eq!(refused(json!({ "exceptions": [mark(&stranger, json!({}))] })), "exceptions.0.client");
    let twice = json!([mark(&ruth, json!({})), mark(&ruth, json!({}))]);
    assert_eq!(refused(json!({ "exceptions": twice })), "exceptions.1.client");
    assert_eq!(refused(json!({ "walk_ins": [{ "client": stranger }] })), "walk_ins.0.client");
    assert_eq!(refused(json!({ "walk_ins": [{ "client": gabriel }] })), "walk_ins.0.client");
    assert_eq!(refused(json!({ "source": "imported" })), "source");
}

#[test]
fn a_session_is_recorded_once_after_it_began_and_by_who_leads_it() {
    let evening = Evening::open();
    let tonight = evening.tonight();
    let request = json!({ "session": tonight["id"], "rev": tonight["rev"] });
    evening.clinic.as_person("marisol");
    assert_eq!(evening.desk().refused("attendance.record", request.clone()).rule, Some("attendance.not_begun"));
    evening.desk().clock.pass(4 * HOUR);
    evening.clinic.as_person("marisol");
    assert_eq!(evening.desk().refused("attendance.record", request.clone()).rule, Some("attendance.nobody_expected"));
    evening.member("Jerome", "Washington");
    for login in ["ambrose", "jolene"] {
        let refusal = evening.clinic.as_person(login).refused("attendance.record", request.clone());
        assert_eq!(refusal.code, Code::NotPermitted, "{login}");
    }
    evening.clinic.as_person("marisol");
    evening.record(&tonight, json!([]));
    assert_eq!(evening.desk().refused("attendance.record", request).rule, Some("attendance.already_recorded"));
    let next = evening.on("2026-12-01")[0].clone();
    evening.desk().op("session.cancel", json!({ "id": next["id"], "rev": 1, "reason": "Snow" }));
    let cancelled = json!({ "session": next["id"], "rev": 2 });
    assert_eq!(evening.desk().refused("attendance.record", cancelled).rule, Some("attendance.cancelled_session"));
}

#[test]
fn an_older_view_of_the_session_conflicts() {
    let (evening, _) = after_group();
    let tonight = evening.tonight();
    let stale = json!({ "session": tonight["id"], "rev": 7 });
    assert_eq!(evening.desk().refused("attendance.record", stale).code, Code::Conflict);
    assert_eq!(evening.tonight()["state"], "planned");
}

#[test]
fn a_walk_in_has_a_row_like_everybody_and_may_make_up_for_a_missed_session() {
    let (evening, [jerome, ..]) = after_group();
    evening.record(
        &evening.tonight(),
        json!([mark(&jerome, json!({ "absent": { "excused": true, "reason": "Call" } }))]),
    );
    evening.clinic.as_person("theodora");
    let other = add_group(&evening.clinic, "Skills: coping", &[(3, "17:30", 60)]);
    evening.desk().clock.pass(24 * HOUR);
    evening.clinic.as_person("marisol");
    let wednesday = evening.on("2026-11-25")[0].clone();
    assert_eq!(wednesday["group"], other);
    let find = |words: &str| {
        evening.desk().query("attendance.walk_in_choices", json!({ "session": wednesday["id"], "words": words }))
    };
    assert_eq!(find("j"), json!([]));
    let found = find("jer");
    assert_eq!(found[0]["name"]["text"], "Washington, Jerome");
    let missed = found[0]["missed"][0]["attendance"].clone();
    let wrong = json!({ "session": wednesday["id"], "rev": 1,
                        "walk_ins": [{ "client": evening.admitted("Ana", "Silva", &evening.clinic.marisol), "makes_up": missed }] });
    assert_eq!(faults(&evening.desk().refused("attendance.record", wrong)), ["walk_ins.0.makes_up"]);
    let right = json!({ "session": wednesday["id"], "rev": 1, "walk_ins": [{ "client": jerome, "makes_up": missed }],
                        "exceptions": [mark(&jerome, json!({ "late_minutes": 10 }))] });
    assert_eq!(evening.desk().op("attendance.record", right)["recorded"], 1);
    let sheet = evening.sheet(&wednesday);
    let recorded = &row(&sheet, &jerome)["recorded"];
    assert_eq!(
        (&recorded["expected"], &recorded["makes_up"], &recorded["minutes"]),
        (&json!(false), &json!(true), &json!(50))
    );
    assert_eq!(find("jer")[0]["missed"], json!([]));
}

#[test]
fn a_facilitator_finds_a_walk_in_only_by_what_is_shown_of_the_name() {
    let evening = Evening::open();
    let jerome = evening.admitted("Jerome", "Washington", &evening.clinic.ambrose);
    let fergus = evening.desk().hire("Fergus", "Dunlavey", "fergus", &["facilitator"])["id"].clone();
    let tonight = evening.tonight();
    evening.desk().op("session.substitute", json!({ "id": tonight["id"], "rev": 1, "substitute": fergus }));
    evening.desk().clock.pass(5 * HOUR);
    let desk = evening.clinic.as_person("fergus");
    let find =
        |words: &str| desk.query("attendance.walk_in_choices", json!({ "session": tonight["id"], "words": words }));
    assert_eq!(find("jero")[0]["name"]["text"], "Jerome W.");
    assert_eq!(find("washing"), json!([]));
    let restrict = json!({ "id": jerome, "rev": 1, "restricted": true, "reason": "Works beside a colleague" });
    evening.clinic.as_person("theodora").op("client.restrict", restrict);
    evening.clinic.as_person("fergus");
    assert_eq!(find("jero"), json!([]));
    let walk_in = json!({ "session": tonight["id"], "rev": 2, "walk_ins": [{ "client": jerome }] });
    assert_eq!(faults(&evening.desk().refused("attendance.record", walk_in)), ["walk_ins.0.client"]);
    let ambrose = evening.clinic.as_person("ambrose");
    let refusal = ambrose.refused("attendance.walk_in_choices", json!({ "session": tonight["id"], "words": "jero" }));
    assert_eq!(refusal.code, Code::NotPermitted);
}

#[test]
fn a_correction_keeps_the_earlier_value_and_asks_why() {
    let (evening, [jerome, ..]) = after_group();
    let tonight = evening.tonight();
    evening.record(&tonight, json!([]));
    let id = row(&evening.sheet(&tonight), &jerome)["recorded"]["id"].clone();
    let correct =
        |rev: i64, because: &str, what: Value| json!({ "id": id, "rev": rev, "because": because, "what": what });
    let refusal = evening.desk().refused("attendance.correct", correct(1, "", json!({ "late_minutes": 5 })));
    assert_eq!(faults(&refusal), ["because"]);
    let corrected =
        evening.desk().op("attendance.correct", correct(1, "Sheet said 5:40", json!({ "arrived": "17:40" })));
    assert_eq!(
        (&corrected["minutes"], &corrected["state"], &corrected["rev"]),
        (&json!(50), &json!("part"), &json!(2))
    );
    let stale = correct(1, "Again", json!({}));
    assert_eq!(evening.desk().refused("attendance.correct", stale).code, Code::Conflict);
    let history = evening.desk().query("attendance.history", json!({ "client": jerome }));
    assert_eq!(history["lines"][0]["attendance"]["corrected_because"], "Sheet said 5:40");
    assert_eq!(history["may_correct"], true);
    // Facilitators record, they do not correct; another counselor does not reach the client.
    let other = evening.clinic.as_person("ambrose").refused("attendance.correct", correct(2, "Mine", json!({})));
    assert_eq!(other.code, Code::NotFound);
    assert_eq!(
        evening.clinic.as_person("jolene").refused("attendance.correct", correct(2, "x", json!({}))).code,
        Code::NotPermitted
    );
}

#[test]
fn a_record_is_taken_back_for_a_while_by_who_made_it() {
    let (evening, [jerome, ..]) = after_group();
    let tonight = evening.tonight();
    let back = |rev: i64| json!({ "session": tonight["id"], "rev": rev });
    assert_eq!(evening.desk().refused("attendance.take_back", back(1)).rule, Some("attendance.not_recorded"));
    evening.record(&tonight, json!([mark(&jerome, json!({ "late_minutes": 12 }))]));
    assert_eq!(evening.sheet(&tonight)["may_take_back"], true);
    let director = evening.clinic.as_person("theodora").refused("attendance.take_back", back(2));
    assert_eq!(director.rule, Some("attendance.not_recorder"));
    evening.clinic.as_person("marisol");
    evening.desk().op("attendance.take_back", back(2));
    assert_eq!((&evening.tonight()["state"], &evening.tonight()["expected"]), (&json!("planned"), &json!(3)));
    evening.record(&evening.tonight(), json!([]));
    assert_eq!(row(&evening.sheet(&tonight), &jerome)["recorded"]["minutes"], 60);
    evening.desk().clock.pass(31 * MINUTE);
    evening.clinic.as_person("marisol");
    assert_eq!(evening.desk().refused("attendance.take_back", back(4)).rule, Some("attendance.take_back_over"));
}

#[test]
fn an_entry_after_a_day_is_labeled_late() {
    let (evening, _) = after_group();
    let tonight = evening.tonight();
    evening.desk().clock.pass(24 * HOUR);
    evening.clinic.as_person("marisol");
    evening.record(&tonight, json!([]));
    assert_eq!(evening.on("2026-11-24")[0]["late_entry"], true);
}

#[test]
fn the_hours_of_a_week_count_overlaps_once_and_say_what_lacks() {
    let evening = Evening::open();
    let client = evening.member("Jerome", "Washington");
    let individual = json!({ "kind": "individual", "client": client, "staff": evening.clinic.marisol,
                             "on_date": "2026-11-24", "starts": "18:15", "minutes": 60 });
    evening.desk().op("session.plan", individual);
    let calls = json!({ "kind": "case_management", "client": client, "staff": evening.clinic.marisol,
                        "on_date": "2026-11-24", "starts": "12:00", "minutes": 30 });
    evening.desk().op("session.plan", calls);
    let hours = |weeks: u8| evening.desk().query("attendance.hours", json!({ "client": client, "weeks": weeks }));
    assert_eq!((&hours(1)["weeks"][0]["minutes"], &hours(1)["planned"]), (&json!(0), &json!(105)));
    evening.desk().clock.pass(6 * HOUR);
    evening.clinic.as_person("marisol");
    for session in evening.on("2026-11-24") {
        evening.record(&session, json!([]));
    }
    let hours = hours(3);
    let week = &hours["weeks"][0];
    assert_eq!((&week["start"], &week["last"]), (&json!("2026-11-22"), &json!("2026-11-28")));
    assert_eq!((&week["minutes"], &week["minimum"], &week["lacks"]), (&json!(105), &json!(540), &json!(435)));
    assert_eq!((&week["state"], &week["level"]), (&json!("running"), &json!("2.1")));
    assert_eq!((&week["days"][2]["minutes"], &week["days"][2]["short_day"]), (&json!(105), &json!(false)));
    evening.desk().clock.pass(12 * HOUR);
    evening.clinic.as_person("marisol");
    let next_day = evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 1 }));
    assert_eq!(next_day["weeks"][0]["days"][2]["short_day"], true);
    assert_eq!((&hours["weeks"][1]["state"], &hours["weeks"][1]["lacks"]), (&json!("short"), &json!(540)));
    assert_eq!((&hours["planned"], &hours["billable_day"]), (&json!(0), &json!(180)));
    let back = evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 53 }));
    let oldest = back["weeks"].as_array().unwrap().last().unwrap();
    assert_eq!(oldest["level"], "2.1", "no week before the first stay");
    let other = evening.clinic.as_person("ambrose");
    assert_eq!(other.refused("attendance.hours", json!({ "client": client })).code, Code::NotFound);
    assert_eq!(other.refused("attendance.history", json!({ "client": client })).code, Code::NotFound);
    evening.clinic.as_person("marisol");
    assert_eq!(
        faults(&evening.desk().refused("attendance.hours", json!({ "client": client, "weeks": 54 }))),
        ["weeks"]
    );
}

#[test]
fn somebody_discharged_is_not_expected_until_they_return() {
    let evening = Evening::open();
    let desk = evening.desk();
    let client = evening.clinic.client("Jerome", "Washington", &evening.clinic.marisol);
    let admit = |on: &str| {
        let admission = json!({ "admitted_on": on, "level": "2.1", "track": "Evening" });
        desk.op("episode.admit", json!({ "client": client, "admission": admission }))["id"].clone()
    };
    let stay = admit("2026-10-01");
    evening.join(&client);
    assert_eq!(evening.tonight()["expected"], 1);
    desk.op(
        "episode.discharge",
        json!({ "id": stay, "rev": 1, "how": "completed", "discharged_on": "2026-11-20", "reason": "Program completed" }),
    );
    assert_eq!(evening.tonight()["expected"], 0);
    assert_eq!(evening.sheet(&evening.tonight())["rows"], json!([]));
    admit("2026-11-23");
    assert_eq!(evening.tonight()["expected"], 1);
}

#[test]
fn an_absence_carries_over_to_the_next_group_of_the_evening() {
    let evening = Evening::open();
    let (caroline, wren) = (evening.member("Caroline", "Beaumont"), evening.member("Wren", "Abara"));
    let second = evening_desk::add_group(&evening.clinic, "Skills", &[(2, "18:40", 50)]);
    for client in [&caroline, &wren] {
        evening.desk().op("membership.join", json!({ "group": second, "client": client, "joined_on": "2026-10-01" }));
    }
    evening.desk().clock.pass(6 * HOUR);
    evening.clinic.as_person("marisol");
    let [first, next] = [0, 1].map(|at| evening.on("2026-11-24")[at].clone());
    let carried = |session: &Value, client: &Value| {
        let sheet = evening.desk().query("attendance.sheet", json!({ "session": session["id"] }));
        sheet["rows"].as_array().unwrap().iter().find(|row| row["client"] == *client).unwrap()["carried"].clone()
    };
    assert_eq!(carried(&next, &caroline), Value::Null, "nothing is recorded before it");
    let what = json!({ "absent": { "excused": true, "reason": "Shift moved" } });
    evening.desk().op(
        "attendance.record",
        json!({ "session": first["id"], "rev": first["rev"], "exceptions": [
            { "client": caroline, "what": what }, { "client": wren, "what": { "late_minutes": 12 } } ] }),
    );
    assert_eq!(carried(&next, &caroline), json!({ "excused": true, "reason": "Shift moved" }));
    assert_eq!(carried(&next, &wren), Value::Null);
    let counted = evening.desk().op("attendance.record", json!({ "session": next["id"], "rev": next["rev"] }));
    assert_eq!(counted["recorded"], 2, "a mark on the screen counts only when it is sent");
}

#[test]
fn a_late_entry_shows_both_times() {
    let (evening, [jerome, ..]) = after_group();
    let tonight = evening.tonight();
    evening.desk().clock.pass(25 * HOUR);
    evening.clinic.as_person("marisol");
    let paper = json!({ "session": tonight["id"], "rev": tonight["rev"], "source": "paper" });
    evening.desk().op("attendance.record", paper);
    let history = evening.desk().query("attendance.history", json!({ "client": jerome }));
    let line = &history["lines"][0];
    assert_eq!((&line["late_entry"], &line["attendance"]["source"]), (&json!(true), &json!("paper")));
    assert_eq!((line["on_date"].as_str(), line["starts"].as_str()), (Some("2026-11-24"), Some("17:30")));
    assert!(line["entered_at"].as_i64().unwrap() > evening.tonight()["ends_at"].as_i64().unwrap() + 24 * HOUR);
}

/// The hours of a client follow the rules of who pays, while that insurance holds; a client who pays in full has none.
#[test]
fn a_payers_rules_hold_for_its_clients_on_their_dates() {
    let (evening, [jerome, ruth, gabriel]) = after_group();
    evening.record(&evening.tonight(), json!([]));
    evening.desk().switch_to("theodora", crate::desk::PASSPHRASE);
    let insure = |client: &Value, payer: &str, ends_on: Value, paid_in_full: bool| {
        let fields = json!({ "position": 1, "payer": payer, "member_number": "1", "group_number": "", "subscriber": "",
                             "starts_on": "2026-10-01", "ends_on": ends_on, "paid_in_full": paid_in_full });
        evening.desk().op("insurance.add", json!({ "client": client, "fields": fields }));
    };
    insure(&jerome, "Harbor Health", Value::Null, false);
    insure(&ruth, "Harbor Health", json!("2026-11-20"), false);
    insure(&gabriel, "Harbor Health", Value::Null, true);
    let set = |key: &str, value: &str| {
        let request = json!({ "key": key, "value": value, "effective_on": "2026-11-01", "payer": "harbor health" });
        evening.desk().op("policy.set", request);
    };
    set("hours_2_1", "12");
    set("billable_day_hours", "1");
    let hours = |client: &Value| evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 2 }));
    let of = |client: &Value| {
        let found = hours(client);
        (found["weeks"][0]["minimum"].clone(), found["billable_day"].clone(), found["weeks"][0]["rules"].clone())
    };
    assert_eq!(of(&jerome), (json!(720), json!(60), json!(["payer_hours"])));
    assert_eq!(of(&ruth), (json!(540), json!(180), json!([])), "the insurance ended");
    assert_eq!(hours(&ruth)["weeks"][1]["minimum"], 540, "it ended before the last date of that week");
    assert_eq!(of(&gabriel), (json!(540), json!(180), json!([])), "paid in full: nothing of the payer's");
    let caseload = evening.desk().query("caseload.list", json!({}));
    let rows = caseload["rows"].as_array().unwrap();
    let minimum = |client: &Value| rows.iter().find(|row| row["client"] == *client).unwrap()["minimum"].clone();
    assert_eq!((minimum(&jerome), minimum(&gabriel)), (json!(720), json!(540)));
    set("counts_group", "no");
    assert_eq!(hours(&jerome)["weeks"][0]["minutes"], 0);
    assert_eq!(hours(&gabriel)["weeks"][0]["minutes"], 60);
}

/// Sheet, chart, forecast and caseload say the same of the same week: the ledger says it once.
#[test]
fn every_screen_says_the_same_shortfall() {
    let evening = Evening::open();
    let jerome = evening.member("Jerome", "Washington");
    let begun = json!({ "fields": crate::client_desk::fields("Ruth", "Stoltzfus"), "primary": evening.clinic.marisol,
                        "admission": { "admitted_on": "2026-11-23", "level": "2.1", "track": "Evening" } });
    let ruth = evening.desk().op("client.add", begun)["id"].take();
    evening.join(&ruth);
    let said = |client: &Value| {
        let sheet = evening.sheet(&evening.tonight());
        let line = row(&sheet, client);
        let hours = evening.desk().query("attendance.hours", json!({ "client": client, "weeks": 1 }));
        let forecast = evening.desk().query("fitting.forecast", json!({ "client": client }));
        let caseload = evening.desk().query("caseload.list", json!({}));
        let on_caseload =
            caseload["rows"].as_array().unwrap().iter().find(|row| row["client"] == *client).unwrap().clone();
        [
            [&line["week_short"], &line["week_planned"]],
            [&hours["short"], &hours["planned"]],
            [&forecast["short"], &forecast["planned"]],
            [&on_caseload["short"], &on_caseload["planned"]],
        ]
        .map(|pair| pair.map(|value| value.as_i64().unwrap()))
    };
    assert_eq!(said(&jerome), [[480, 60]; 4], "9 hours less the hour of tonight");
    assert_eq!(said(&ruth), [[0, 60]; 4], "her stay begins in this week, which owes nothing");
    let set = json!({ "key": "partial_week_share", "value": "yes", "effective_on": "2026-11-01" });
    evening.desk().op("policy.set", set);
    // Six of seven days: 463 minutes.
    assert_eq!(said(&ruth), [[403, 60]; 4], "now it owes its share");
    let nights = json!({ "client": jerome, "fields": {
        "from_on": "2026-11-01", "time_zone": "America/New_York", "cycle": "N", "anchor_on": "2026-11-01",
        "day": { "starts": "07:00", "minutes": 720 }, "night": { "starts": "17:00", "minutes": 720 },
        "call": { "starts": "07:00", "minutes": 720 }, "travel_minutes": 20, "blocked": [] } });
    evening.desk().op("work_pattern.set", nights);
    assert_eq!(said(&jerome), [[540, 0]; 4], "what meets a shift is not counted on");
}
