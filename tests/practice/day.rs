//! My day: each role sees its own part, and a line goes when the thing is done.

use serde_json::{Value, json};

use crate::draw_desk::Random;
use crate::note_desk::{Chart, dap, plain, proof, signing};

fn day(chart: &Chart) -> Value {
    chart.desk().query("day.mine", json!({}))
}

fn count(day: &Value, part: &str) -> Option<usize> {
    day.get(part).map(|lines| lines.as_array().unwrap().len())
}

#[test]
fn a_counselors_session_goes_from_record_to_note_to_signed() {
    let chart = Chart::open();
    let planned = chart.planned(&chart.caroline);
    let today = day(&chart);
    assert_eq!(count(&today, "sessions"), Some(1));
    assert_eq!(today["sessions"][0]["client"]["name"], "Beaumont-Villanueva, Caroline");
    assert_eq!((count(&today, "to_record"), count(&today, "to_note")), (Some(1), Some(0)));

    chart.desk().op("attendance.record", json!({ "session": planned["id"], "rev": planned["rev"] }));
    let today = day(&chart);
    assert_eq!((count(&today, "to_record"), count(&today, "to_note")), (Some(0), Some(1)));

    let begun = chart.desk().op("note.start", json!({ "session": planned["id"] }));
    let today = day(&chart);
    assert_eq!((count(&today, "to_note"), count(&today, "notes")), (Some(0), Some(1)));
    assert_eq!(today["sessions"][0]["note"], begun["id"]);
    assert_eq!(today["notes"][0]["overdue"], false);

    chart.desk().op("note.sign", json!({ "id": begun["id"], "rev": 1, "body": dap(), "proof": proof() }));
    let today = day(&chart);
    assert_eq!(count(&today, "notes"), Some(0));
    assert_eq!(today["sessions"][0]["signed"], 1);
}

#[test]
fn attendance_to_record_says_whose_session_it_was() {
    let chart = Chart::open();
    chart.planned(&chart.caroline);
    let name = "Beaumont-Villanueva, Caroline";
    assert_eq!(day(&chart)["to_record"][0]["client"]["name"], name);
    let row = chart.desk().query("day.todo", json!({}))["rows"][0].clone();
    assert_eq!(
        (&row["kind"], &row["client"]["name"], &row["on"]),
        (&json!("attendance"), &json!(name), &json!("2026-11-24"))
    );
    chart.clinic.as_person("jolene");
    assert_eq!(day(&chart)["to_record"][0]["client"]["name"], name, "the front desk reminds who leads it");
}

/// Plans wait for who must do something: the first one, a signature of the client and a review for the primary counselor, an
/// answer for who wrote it, an approval for who may give it.
#[test]
fn a_plan_waits_for_whoever_must_do_something() {
    let program = crate::testing_desk::Program::open();
    let waits = |login: &str| -> Vec<(String, bool)> {
        let today = program.as_person(login).query("day.mine", json!({}));
        let of = |plan: &Value| (plan["need"].as_str().unwrap().to_owned(), plan["overdue"].as_bool().unwrap());
        today["plans"].as_array().unwrap().iter().map(of).collect()
    };
    let kinds = |login: &str| -> Vec<String> {
        let list = program.as_person(login).query("day.todo", json!({}));
        let rows = list["rows"].as_array().unwrap();
        let plans = rows.iter().filter(|row| row["kind"].as_str().unwrap().contains("plan"));
        plans.map(|row| row["kind"].as_str().unwrap().to_owned()).collect()
    };
    let pair = |need: &str, overdue: bool| (need.to_owned(), overdue);
    // Admitted on November 2: the days of the policy are over.
    assert_eq!((waits("marisol"), waits("theodora")), (vec![pair("first_plan", true)], vec![]));
    assert_eq!(kinds("marisol"), ["first_plan"]);

    let desk = program.as_person("marisol");
    let draft = desk.op("plan.start", json!({ "client": program.client }));
    let problems = json!([{ "words": "Use on nights", "goals": [
        { "words": "I want to work", "objectives": [{ "words": "Name three cues" }] }] }]);
    let draft = desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems }));
    let plan = desk.op("plan.sign", signing(&draft));
    assert_eq!(
        (waits("marisol"), waits("theodora")),
        (vec![pair("client_signature", false)], vec![pair("approval", false)])
    );
    assert_eq!(kinds("theodora"), ["plan_approval"]);
    let send_back = json!({ "id": plan["id"], "rev": plan["rev"], "comment": "By when?" });
    program.as_person("theodora").op("plan.return", send_back);
    assert_eq!(kinds("marisol"), ["plan_returned", "plan_signature"], "what came back is past its time");
    let returned = program.as_person("marisol").query("day.mine", json!({}))["plans"].clone();
    let words: Vec<&str> = returned.as_array().unwrap().iter().map(|plan| plan["words"].as_str().unwrap()).collect();
    assert!(words.contains(&"By when?"));
    assert!(waits("theodora").is_empty());
    program.clinic.desk.clock.pass(40 * 24 * 60 * 60_000);
    assert_eq!(
        kinds("marisol"),
        ["plan_returned", "plan_review", "plan_signature"],
        "the longest past its time first"
    );

    crate::testing_desk::admitted(
        program.as_person("theodora"),
        "Aoife",
        "Brennan",
        &program.clinic.marisol,
        "2027-01-02",
    );
    assert!(waits("marisol").contains(&pair("first_plan", false)), "who has just come in has some days");
}

#[test]
fn a_note_past_its_time_says_so() {
    let chart = Chart::open();
    chart.free(&chart.caroline);
    chart.desk().clock.pass(73 * 60 * 60 * 1000);
    chart.clinic.as_person("marisol");
    assert_eq!(day(&chart)["notes"][0]["overdue"], true);
}

#[test]
fn a_supervisor_sees_what_waits_and_the_author_what_came_back() {
    let chart = Chart::open();
    chart.clinic.as_person("ambrose");
    let signed = chart.signed(&chart.tomas);
    chart.clinic.as_person("marisol");
    assert_eq!(day(&chart)["cosign"][0]["id"], signed["id"]);
    chart.desk().op("note.return", json!({ "id": signed["id"], "rev": 2, "comment": "Which board?" }));
    assert_eq!(count(&day(&chart), "cosign"), Some(0));
    chart.clinic.as_person("ambrose");
    assert_eq!(day(&chart)["notes"][0]["comment"], "Which board?");
    let again =
        json!({ "id": signed["id"], "rev": 3, "body": plain("Called the pharmacy board."), "proof": proof() });
    chart.desk().op("note.sign", again);
    assert_eq!(count(&day(&chart), "notes"), Some(0));
}

#[test]
fn every_role_has_its_own_part() {
    let chart = Chart::open();
    chart.planned(&chart.caroline);
    let parts = [
        "sessions",
        "to_record",
        "to_note",
        "notes",
        "cosign",
        "plans",
        "consents",
        "inquiries",
        "licenses",
        "glass",
    ];
    let seen = |login: &str| -> Vec<&str> {
        chart.clinic.as_person(login);
        let today = day(&chart);
        parts.into_iter().filter(|part| today.get(*part).is_some()).collect()
    };
    assert_eq!(
        seen("ambrose"),
        ["sessions", "to_record", "to_note", "notes", "cosign", "plans", "consents", "inquiries"]
    );
    assert_eq!(
        seen("theodora"),
        ["sessions", "to_record", "cosign", "plans", "consents", "inquiries", "licenses", "glass"]
    );
    assert_eq!(seen("jolene"), ["sessions", "to_record", "inquiries"]);
    assert_eq!(count(&day(&chart), "sessions"), Some(1), "the front desk sees everybody's sessions");
}

#[test]
fn a_director_sees_licenses_that_end() {
    let chart = Chart::open();
    chart.clinic.as_person("theodora");
    let fields = json!({ "label": "RN", "license_state": "MA", "license_number": "7", "expires_on": "2026-12-20",
                         "needs_cosign": false });
    chart.desk().op("staff.credential_add", json!({ "staff": chart.clinic.marisol, "fields": fields }));
    let today = day(&chart);
    assert_eq!(
        (today["licenses"][0]["label"].as_str(), today["licenses"][0]["expired"].as_bool()),
        (Some("RN"), Some(false))
    );
}

#[test]
fn an_inquiry_nobody_answered_is_on_the_page_the_next_day_and_a_call_on_its_day() {
    let chart = Chart::open();
    let clinic = &chart.clinic;
    let inquiries = || {
        clinic.as_person("jolene");
        day(&chart)["inquiries"].as_array().unwrap().len()
    };
    let call = crate::inquiry::call();
    clinic.as_person("jolene");
    let asked = json!({ "who": { "new": crate::client_desk::fields("Aoife", "Brennan") }, "fields": call });
    let inquiry = clinic.desk.op("inquiry.add", asked);
    assert_eq!(inquiries(), 0);
    clinic.desk.clock.pass(24 * 60 * 60_000);
    assert_eq!(inquiries(), 1);
    let step = json!({ "id": inquiry["id"], "rev": 1, "to": "assessment_booked", "day": "2026-11-26" });
    clinic.desk.op("inquiry.step", step);
    assert_eq!(inquiries(), 0);
    clinic.desk.clock.pass(24 * 60 * 60_000);
    assert_eq!(inquiries(), 1);
}

/// "Due for a test" is for who collects, and only once the line has said it; whose consent is missing is for who leads.
#[test]
fn an_evening_says_who_is_due_after_the_notice_and_whose_consent_is_missing() {
    let random = Random::certain();
    let client = random.program.client.clone();
    let planned = random.as_person("marisol").op(
        "session.plan",
        json!({ "kind": "individual", "client": client, "on_date": "2026-11-24", "starts": "17:30", "minutes": 50 }),
    );
    let room = |login: &str| random.as_person(login).query("day.room", json!({ "session": planned["id"] }));
    let before = room("marisol");
    assert_eq!(before["consents"], json!([{ "client": client, "consent": "missing" }]));
    assert_eq!(before["due"], json!([]), "she collects, and nothing is drawn");
    random.as_person("theodora");
    random.frozen("2026-11-24");
    assert_eq!(room("marisol")["due"], json!([]), "drawn, and the notice time has not come");
    random.as_person("theodora");
    let draws = random.desk().query("check_in.day", json!({ "on": "2026-11-24" }));
    random.desk().op("draw.notice", json!({ "id": draws["lines"][0]["draw"] }));
    assert_eq!(room("marisol")["due"], json!([client]));
    assert_eq!(room("theodora").get("due"), None, "a director does not collect");
}

/// Whoever was absent is a line of their counselor once the absence is signed, and until somebody has looked after it.
#[test]
fn an_absence_is_a_line_of_the_counselor_until_a_make_up_is_booked_or_something_is_written() {
    let chart = Chart::open();
    let desk = chart.desk();
    chart.clinic.as_person("theodora");
    let groups = ["Process group", "Skills"].map(|name| {
        let fields = json!({ "name": name, "type": "process", "capacity": 12, "facilitator": chart.clinic.marisol });
        let group = desk.op("group.add", json!({ "fields": fields, "slots": [] }))["id"].take();
        for client in [&chart.caroline, &chart.mehmet] {
            desk.op("membership.join", json!({ "group": group, "client": client, "joined_on": "2026-11-02" }));
        }
        group
    });
    let plan = |group: &Value, on: &str, starts: &str| {
        desk.op(
            "session.plan",
            json!({ "kind": "group", "group": group, "on_date": on, "starts": starts, "minutes": 30 }),
        )
    };
    let planned = [plan(&groups[0], "2026-11-24", "08:00"), plan(&groups[1], "2026-11-24", "08:40")];
    let fields =
        json!({ "name": "Education", "type": "process", "capacity": 12, "facilitator": chart.clinic.marisol });
    let other = desk.op("group.add", json!({ "fields": fields, "slots": [] }))["id"].take();
    let later = plan(&other, "2026-11-27", "10:00");
    chart.clinic.as_person("marisol");
    let shift = json!({ "absent": { "excused": true, "reason": "Shift moved" } });
    for session in &planned {
        let absent = json!([{ "client": chart.caroline, "what": shift }, { "client": chart.mehmet, "what": shift }]);
        desk.op(
            "attendance.record",
            json!({ "session": session["id"], "rev": session["rev"], "exceptions": absent }),
        );
    }
    let absences = || day(&chart)["absences"].clone();
    assert_eq!(absences(), json!([]), "nothing before it is signed");
    for session in &planned {
        let shared = json!({ "rev": 0, "topic": "Nobody came", "interventions": [], "words": "Nobody came.", "risk_statement": false });
        desk.op("group_note.save", json!({ "session": session["id"], "shared": shared, "entries": [] }));
    }
    let all: Vec<&Value> = planned.iter().map(|session| &session["id"]).collect();
    desk.op("group_note.sign", json!({ "sessions": all, "proof": proof() }));
    let found = absences();
    let of = |client: &Value| {
        let line = found.as_array().unwrap().iter().find(|line| line["client"]["id"] == *client).unwrap();
        (line["missed"].clone(), line["excused"].clone(), line["reason"].clone())
    };
    assert_eq!(of(&chart.caroline), (json!(["Process group", "Skills"]), json!(true), json!("Shift moved")));
    let todo = desk.query("day.todo", json!({}));
    let line = todo["rows"].as_array().unwrap().iter().find(|line| line["kind"] == "absence").unwrap();
    assert_eq!(
        (&line["what"], &line["words"]),
        (&json!("absent from Process group, Skills"), &json!("Excused: Shift moved"))
    );

    // A make-up that is booked takes its session off; a note of the counselor's own takes the client off.
    let missed = desk.query("booking.of_client", json!({ "client": chart.caroline }))["missed"].clone();
    let process = missed.as_array().unwrap().iter().find(|line| line["title"] == "Process group").unwrap();
    desk.op("booking.add", json!({ "attendance": process["attendance"], "session": later["id"] }));
    let found = absences();
    let line = found.as_array().unwrap().iter().find(|line| line["client"]["id"] == chart.caroline).unwrap();
    assert_eq!(line["missed"], json!(["Skills"]));
    chart.free(&chart.caroline);
    let left: Vec<Value> = absences().as_array().unwrap().iter().map(|line| line["client"]["id"].clone()).collect();
    assert_eq!(left, std::slice::from_ref(&chart.mehmet));
    // It is the counselor's, not the director's; and it ends by itself.
    chart.clinic.as_person("theodora");
    assert_eq!(absences(), json!([]));
    desk.clock.pass(15 * 24 * 60 * 60 * 1000);
    chart.clinic.as_person("marisol");
    assert_eq!(absences(), json!([]));
}
