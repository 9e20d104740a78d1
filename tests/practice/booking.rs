//! Make-ups: a missed session is booked into another, expected there, recorded with its link, and counted once.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::evening_desk::{Evening, HOUR, add_group, names, row};

/// An evening after Jerome missed tonight's group; a second group meets on Fridays.
struct Missing {
    evening: Evening,
    client: Value,
    attendance: Value,
    skills: Value,
}

impl Missing {
    fn open() -> Self {
        let evening = Evening::open();
        let client = evening.member("Jerome", "Washington");
        let skills = add_group(&evening.clinic, "Skills", &[(5, "12:00", 60)]);
        evening.desk().clock.pass(4 * HOUR);
        evening.clinic.as_person("theodora");
        let tonight = evening.tonight();
        let absent = json!({ "absent": { "excused": true, "reason": "Shift moved" } });
        evening.record(&tonight, json!([{ "client": client, "what": absent }]));
        let sheet = evening.sheet(&tonight);
        let attendance = row(&sheet, &client)["recorded"]["id"].clone();
        Self { evening, client, attendance, skills }
    }

    fn friday(&self) -> Value {
        self.evening.on("2026-11-27")[0].clone()
    }

    fn request(&self, session: &Value) -> Value {
        json!({ "attendance": self.attendance, "session": session["id"] })
    }

    fn book(&self) -> Value {
        self.evening.desk().op("booking.add", self.request(&self.friday()))
    }

    fn missed(&self) -> Value {
        self.evening.desk().query("booking.of_client", json!({ "client": self.client }))["missed"].clone()
    }

    fn planned(&self) -> Value {
        self.evening.desk().query("attendance.hours", json!({ "client": self.client }))["planned"].clone()
    }
}

#[test]
fn a_missed_session_is_booked_into_another_and_expected_there() {
    let missing = Missing::open();
    assert_eq!(missing.planned(), 0);
    let choices = missing.evening.desk().query("booking.choices", json!({ "attendance": missing.attendance }));
    assert_eq!((&choices[0]["title"], &choices[0]["on_date"]), (&json!("Skills"), &json!("2026-11-27")));
    assert_eq!((&choices[0]["alike"], &choices[0]["same_week"]), (&json!(true), &json!(true)));
    // A session at which the client is expected anyway is no choice.
    assert!(choices.as_array().unwrap().iter().all(|choice| choice["title"] == "Skills"));
    missing.book();
    let friday = missing.friday();
    assert_eq!(friday["expected"], 1);
    let sheet = missing.evening.sheet(&friday);
    assert_eq!(names(&sheet), ["Washington, Jerome"]);
    assert_eq!(sheet["rows"][0]["makes_up"]["title"], "Process group");
    assert_eq!(sheet["rows"][0]["makes_up"]["on_date"], "2026-11-24");
    // The forecast of the week has it, on the chart and on the sheet alike.
    assert_eq!(missing.planned(), 60);
    assert_eq!(sheet["rows"][0]["week_planned"], 60);
    assert_eq!(missing.missed()[0]["booking"]["title"], "Skills");
}

#[test]
fn what_is_recorded_there_makes_up_and_counts_once() {
    let missing = Missing::open();
    missing.book();
    missing.evening.desk().clock.pass(72 * HOUR);
    missing.evening.clinic.as_person("theodora");
    let friday = missing.friday();
    missing.evening.record(&friday, json!([]));
    let sheet = missing.evening.sheet(&friday);
    let recorded = &row(&sheet, &missing.client)["recorded"];
    assert_eq!((&recorded["makes_up"], &recorded["expected"]), (&json!(true), &json!(true)));
    let hours = missing.evening.desk().query("attendance.hours", json!({ "client": missing.client }));
    assert_eq!(hours["weeks"][0]["minutes"], 60);
    let missed = missing.missed();
    assert_eq!((&missed[0]["made_up_on"], &missed[0]["booking"]), (&json!("2026-11-27"), &Value::Null));
    let again = missing.evening.desk().refused("booking.add", missing.request(&missing.evening.on("2026-12-04")[0]));
    assert_eq!(again.rule, Some("booking.made_up"));
}

#[test]
fn a_cancelled_booking_expects_nobody_and_frees_what_was_missed() {
    let missing = Missing::open();
    let booking = missing.book();
    let cancel = json!({ "id": booking["id"], "rev": 1, "reason": "Called in" });
    missing.evening.desk().op("booking.cancel", cancel);
    assert_eq!(missing.friday()["expected"], 0);
    assert_eq!(missing.planned(), 0);
    let over = missing.evening.desk().refused("booking.cancel", json!({ "id": booking["id"], "rev": 2 }));
    assert_eq!(over.rule, Some("booking.over"));
    missing.book();
    assert_eq!(missing.friday()["expected"], 1);
}

#[test]
fn a_make_up_that_was_missed_too_may_be_booked_again() {
    let missing = Missing::open();
    missing.book();
    missing.evening.desk().clock.pass(72 * HOUR);
    missing.evening.clinic.as_person("theodora");
    let absent = json!({ "absent": { "excused": false } });
    missing.evening.record(&missing.friday(), json!([{ "client": missing.client, "what": absent }]));
    missing.evening.desk().op("booking.add", missing.request(&missing.evening.on("2026-12-04")[0]));
    assert_eq!(missing.evening.on("2026-12-04")[0]["expected"], 1);
}

#[test]
fn every_refusal_of_a_booking() {
    let missing = Missing::open();
    let desk = missing.evening.desk();
    let refused = |session: &Value| desk.refused("booking.add", missing.request(session)).rule;
    assert_eq!(refused(&missing.evening.tonight()), Some("booking.not_planned"));
    // The client's own group, next week.
    assert_eq!(refused(&missing.evening.on("2026-12-01")[0]), Some("booking.expected"));
    let appointment = desk.op(
        "session.plan",
        json!({ "kind": "individual", "client": missing.client, "on_date": "2026-11-26", "starts": "10:00", "minutes": 50 }),
    );
    assert_eq!(refused(&appointment), Some("booking.not_planned"));
    missing.book();
    assert_eq!(refused(&missing.evening.on("2026-12-04")[0]), Some("booking.booked"));
    let there = missing.evening.member("Ruth Ann", "Stoltzfus");
    desk.clock.pass(72 * HOUR);
    missing.evening.clinic.as_person("theodora");
    desk.op("membership.join", json!({ "group": missing.skills, "client": there, "joined_on": "2026-11-01" }));
    let friday = missing.friday();
    missing.evening.record(&friday, json!([]));
    let sheet = missing.evening.sheet(&friday);
    let present = row(&sheet, &there)["recorded"]["id"].clone();
    let request = json!({ "attendance": present, "session": missing.evening.on("2026-12-04")[0]["id"] });
    assert_eq!(desk.refused("booking.add", request).rule, Some("booking.not_missed"));
}

#[test]
fn who_has_no_relation_neither_sees_nor_books() {
    let missing = Missing::open();
    let friday = missing.friday();
    let ambrose = missing.evening.clinic.as_person("ambrose");
    for (name, request) in [
        ("booking.of_client", json!({ "client": missing.client })),
        ("booking.choices", json!({ "attendance": missing.attendance })),
        ("booking.add", missing.request(&friday)),
    ] {
        assert_eq!(ambrose.refused(name, request).code, Code::NotFound, "{name}");
    }
    let marisol = missing.evening.clinic.as_person("marisol");
    let booking = marisol.op("booking.add", missing.request(&friday));
    let ambrose = missing.evening.clinic.as_person("ambrose");
    let cancel = json!({ "id": booking["id"], "rev": 1 });
    assert_eq!(ambrose.refused("booking.cancel", cancel).code, Code::NotFound);
}

#[test]
fn the_group_that_was_booked_meets_whoever_leads_it() {
    let missing = Missing::open();
    // Ambrose leads a group that Jerome is no member of, and learns nothing before the booking.
    let fields = crate::evening_desk::group_fields("Education", &missing.evening.clinic.ambrose);
    let slots = json!([{ "weekday": 4, "starts": "12:00", "minutes": 60, "from_on": "2026-10-01" }]);
    missing.evening.desk().op("group.add", json!({ "fields": fields, "slots": slots }));
    let thursday = missing.evening.on("2026-11-26")[0].clone();
    missing.evening.desk().op("booking.add", missing.request(&thursday));
    let ambrose = missing.evening.clinic.as_person("ambrose");
    let sheet = ambrose.query("attendance.sheet", json!({ "session": thursday["id"] }));
    assert_eq!(names(&sheet), ["Jerome W."]);
}

/// To record and to write: not before the day, not in any list, and a day later no longer.
#[test]
fn who_leads_a_booked_session_reaches_the_chart_for_that_session_alone() {
    let missing = Missing::open();
    let odile = missing.evening.desk().hire("Odile", "Marchetti", "odile", &["facilitator"])["id"].clone();
    let fields = crate::evening_desk::group_fields("Education", &odile);
    let slots = json!([{ "weekday": 4, "starts": "12:00", "minutes": 60, "from_on": "2026-10-01" }]);
    missing.evening.desk().op("group.add", json!({ "fields": fields, "slots": slots }));
    let thursday = missing.evening.on("2026-11-26")[0].clone();
    missing.evening.desk().op("booking.add", missing.request(&thursday));
    let opens = || missing.evening.desk().call("client.open", json!({ "id": missing.client }));
    let listed = || {
        let all = json!({ "which": "all", "sort": "name", "descending": false, "text": "", "skip": 0, "limit": 50 });
        missing.evening.desk().query("client.list", all)["total"].clone()
    };
    // It is Tuesday 18:00. The session is on Thursday from 12:00 to 13:00.
    for (later, reaches) in [(0, false), (30 * HOUR, true), (14 * HOUR, true), (22 * HOUR, true), (2 * HOUR, false)] {
        missing.evening.desk().clock.pass(later);
        missing.evening.clinic.as_person("odile");
        assert_eq!(opens().is_ok(), reaches, "after {} h more", later / HOUR);
        assert_eq!(listed(), 0, "in no list");
        // The list of the session itself names them at any time.
        let sheet = missing.evening.sheet(&thursday);
        assert_eq!(names(&sheet), ["Jerome W."]);
    }
    assert_eq!(opens().unwrap_err().code, Code::NotFound);
}
