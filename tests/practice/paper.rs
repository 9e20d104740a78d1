//! What leaves on paper: from the signed bytes, for who may read it, with who and why, and under a neutral file name.

use std::sync::atomic::Ordering;

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::assessment;
use crate::client_desk::Clinic;
use crate::desk::Desk;
use crate::note_desk::{Chart, by_director, dap, proof, signing};
use crate::testing_desk::Program;

fn internal() -> Value {
    json!({ "kind": "internal_copy", "reason": "Team review on Thursday", "copies": 1 })
}

fn own() -> Value {
    json!({ "kind": "own_copy", "copies": 2 })
}

/// Prints and gives back the template with its content.
fn printed(desk: &Desk, call: &str, request: Value) -> (String, Value) {
    desk.world.place_at(Some(desk.room.path().join("copy.pdf")));
    let before = desk.world.printed.lock().unwrap().len();
    desk.op(call, request);
    if call == "chart_copy.print" {
        assert_eq!(desk.last_job()["state"], "done", "{}", desk.last_job());
    }
    let printed = desk.world.printed.lock().unwrap();
    assert_eq!(printed.len(), before + 1);
    printed.last().unwrap().clone()
}

fn exits(desk: &Desk) -> Vec<Value> {
    desk.inspect(|sql| {
        let mut statement = sql
            .prepare("select json_object('kind', kind, 'document', document, 'reason', reason, 'copies', copies, 'about', subject is not null) from exit order by at, id")
            .unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        rows.map(|row| serde_json::from_str(&row.unwrap()).unwrap()).collect()
    })
}

#[track_caller]
fn shows(content: &Value, words: &[&str]) {
    let text = content.to_string();
    for word in words {
        assert!(text.contains(word), "{word} is missing in {text}");
    }
}

#[track_caller]
fn hides(content: &Value, words: &[&str]) {
    let text = content.to_string();
    for word in words {
        assert!(!text.contains(word), "{word} stands in {text}");
    }
}

fn faults(refusal: &practice::kernel::Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

#[test]
fn a_signed_note_is_printed_from_its_signed_bytes() {
    let chart = Chart::open();
    let desk = chart.desk();
    let note = chart.signed(&chart.caroline);
    let request = json!({ "id": note["id"], "copy": internal() });
    let (template, content) = printed(desk, "note.print", request);
    assert_eq!((template.as_str(), &content["watermark"]), ("note", &json!("")));
    let hash = note["hash"].as_str().unwrap();
    shows(&content, &["Beaumont-Villanueva, Caroline", "Called the pharmacist board", "LPC (MA 12345)", &hash[..16]]);
    shows(&content, &["Internal copy. Team review on Thursday", "November 24, 2026", "Case management"]);
    hides(&content, &[hash]);
    assert_eq!(
        exits(desk),
        [
            json!({ "kind": "internal_copy", "document": "note", "reason": "Team review on Thursday", "copies": 1, "about": 1 })
        ]
    );
}

#[test]
fn a_draft_says_that_nobody_signed_it_and_is_its_authors_alone() {
    let chart = Chart::open();
    let note = chart.free(&chart.caroline);
    let request = json!({ "id": note["id"], "copy": own() });
    let (_, content) = printed(chart.desk(), "note.print", request.clone());
    assert_eq!(content["watermark"], "Draft, not signed");
    assert_eq!(content["leaving"], "The client's own copy");
    let other = chart.clinic.as_person("theodora");
    assert_eq!(other.refused("note.print", request).code, Code::NotFound);
}

#[test]
fn a_returned_note_and_its_answer() {
    let chart = Chart::open();
    let desk = chart.clinic.as_person("ambrose");
    let session = chart.session(&chart.tomas);
    let note = desk.op("note.start", json!({ "client": chart.tomas, "session": session, "kind": "individual" }));
    let signed = json!({ "id": note["id"], "rev": note["rev"], "body": dap(), "proof": proof() });
    desk.op("note.sign", signed);
    chart
        .clinic
        .as_person("marisol")
        .op("note.return", json!({ "id": note["id"], "rev": 2, "comment": "Say where." }));
    let (_, content) = printed(chart.desk(), "note.print", json!({ "id": note["id"], "copy": internal() }));
    assert_eq!(content["watermark"], "Returned, not signed");
    shows(&content, &["Ó Súilleabháin", "Returned by Marisol", "Say where.", "None observed"]);
}

#[test]
fn every_copy_says_for_whom_and_how_many() {
    let chart = Chart::open();
    let note = chart.signed(&chart.caroline);
    for (copy, wrong) in [
        (json!({ "kind": "internal_copy", "reason": " ", "copies": 0 }), vec!["copies", "reason"]),
        (json!({ "kind": "internal_copy", "copies": 1 }), vec!["reason"]),
        (json!({ "kind": "own_copy", "copies": 21 }), vec!["copies"]),
    ] {
        let refusal = chart.desk().refused("note.print", json!({ "id": note["id"], "copy": copy }));
        assert_eq!(faults(&refusal), wrong);
    }
    for call in ["attendance.print", "chart_copy.print"] {
        let crossed =
            json!({ "client": chart.caroline, "from": "2026-11-02", "until": "2026-11-01", "copy": internal() });
        assert_eq!(faults(&chart.desk().refused(call, crossed)), ["until"], "{call}");
    }
    assert_eq!(exits(chart.desk()), [] as [Value; 0]);
}

#[test]
fn a_chart_holds_what_was_signed_and_counts_the_rest() {
    let chart = Chart::open();
    let desk = chart.desk();
    chart.signed(&chart.caroline);
    chart.free(&chart.caroline);
    let request = |copy: Value| json!({ "client": chart.caroline, "copy": copy });
    let (template, content) = printed(desk, "chart_copy.print", request(own()));
    assert_eq!(template, "chart");
    let titles: Vec<&str> =
        content["sections"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(
        titles,
        [
            "Identity",
            "Contact",
            "In an emergency",
            "Work",
            "Licenses",
            "Insurance",
            "Care team",
            "Episodes",
            "Diagnoses",
            "Medications",
            "Assessments",
            "Treatment plan",
            "Consents",
            "Agreements",
            "Hours by program week",
            "Attendance",
            "Drug tests",
            "Outcomes",
            "Notes",
            "Discharge summaries"
        ]
    );
    shows(&content, &["Called the pharmacist board", "nobody signed it: 1 unsigned note.", "Counseling notes"]);
    let before = json!({ "client": chart.caroline, "until": "2026-11-23", "copy": own() });
    let (_, content) = printed(desk, "chart_copy.print", before);
    hides(&content, &["Called the pharmacist board"]);
    shows(&content, &["To November 23, 2026.", "No signed note is in this copy."]);
    assert_eq!(exits(desk)[0]["kind"], "own_copy");
}

#[test]
fn a_copy_that_is_stopped_while_its_pages_are_set_leaves_nothing() {
    let program = Program::open();
    let desk = &program.clinic.desk;
    let place = desk.room.path().join("copy.pdf");
    desk.world.place_at(Some(place.clone()));
    desk.world.endless.store(true, Ordering::SeqCst);
    let job = desk.op("chart_copy.print", json!({ "client": program.client, "copy": internal() }));
    let job = job["job"].clone();
    let told = || desk.query("job.list", json!({}))[0].clone();
    while told()["what"] != "Setting the pages" {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!((&told()["done"], &told()["total"]), (&json!(37), &json!(100)));
    let asked = std::time::Instant::now();
    desk.op("job.cancel", json!({ "id": job }));
    let last = desk.last_job();
    assert!(asked.elapsed() < std::time::Duration::from_secs(1));
    assert_eq!(
        (&last["state"], &last["message"]),
        (&json!("cancelled"), &json!("It was stopped. Nothing left the program."))
    );
    assert_eq!(exits(desk), [] as [Value; 0]);
    assert!(!place.exists() && desk.world.suggested.lock().unwrap().is_empty());
    let desk = program.as_person("theodora");
    // Nothing of it stands in the way of the next.
    desk.world.endless.store(false, Ordering::SeqCst);
    printed(desk, "chart_copy.print", json!({ "client": program.client, "copy": internal() }));
    assert_eq!((exits(desk).len(), place.exists()), (1, true));
}

#[test]
fn a_safety_plan_is_the_clients_to_take_home() {
    let chart = Chart::open();
    let desk = chart.clinic.as_person("marisol");
    let answers = json!({ "client": chart.caroline, "code": "phq9", "answers": { "q1": 1, "q9": 1 } });
    let taken = desk.op("instrument.record", answers);
    let request = json!({ "id": taken["id"], "copy": own() });
    assert_eq!(desk.refused("instrument.print_plan", request.clone()).rule, Some("instrument.no_plan"));
    let fields = json!({ "what_was_said": "Asked about intent; none", "warning_signs": "Not sleeping", "coping": "Walks",
        "people": "Her sister", "professionals": "988, on-call", "means": "Pills with her sister" });
    desk.op(
        "instrument.safety",
        json!({ "id": taken["id"], "rev": taken["rev"], "finding": "plan_made", "fields": fields }),
    );
    let (_, content) = printed(desk, "instrument.print_plan", request);
    shows(&content, &["Safety plan", "Not sleeping", "Walks", "Her sister", "988, on-call", "Pills with her sister"]);
    hides(&content, &["Asked about intent"]);
    // A copy of the chart has the whole step.
    let (_, content) = printed(desk, "chart_copy.print", json!({ "client": chart.caroline, "copy": internal() }));
    shows(&content, &["Asked about intent; none", "Pills with her sister"]);
}

#[test]
fn every_part_of_who_the_client_is_stands_in_the_chart() {
    let program = Program::open();
    let (director, counselor) = (|| program.as_person("theodora"), || program.as_person("marisol"));
    for (call, fields) in [
        (
            "contact.add",
            json!({ "kind": "cell", "value": "413 555 0110", "call_is_safe": true, "message_is_safe": false, "preferred": true }),
        ),
        (
            "emergency_contact.add",
            json!({ "name": "Ada Lovell", "relationship": "sister", "phone": "413 555 0188", "knows_of_treatment": false }),
        ),
        (
            "work.add",
            json!({ "employer": "St. Brigid Hospital", "unit": "ICU", "position": "Nurse", "pattern": "nights",
            "pattern_words": "7 PM to 7 AM" }),
        ),
        (
            "license.add",
            json!({ "label": "RN", "state": "MA", "number": "RN 22 114", "status": "conditions",
            "board": "Board of Nursing", "monitoring_program": "" }),
        ),
        (
            "insurance.add",
            json!({ "position": 1, "payer": "Harbor Mutual", "member_number": "HM 4471", "group_number": "",
            "subscriber": "self", "paid_in_full": true }),
        ),
        (
            "diagnosis.add",
            json!({ "code": "F11.20", "words": "Opioid dependence, uncomplicated", "position": 1,
            "diagnosed_on": "2026-03-04", "specifier": "on maintenance therapy", "remission": "early",
            "controlled_environment": true }),
        ),
        (
            "medication.add",
            json!({ "name": "Buprenorphine", "dose": "8 mg", "frequency": "daily", "prescriber": "Dr. Osei",
            "started_on": "2026-03-05", "shows_as": "bup" }),
        ),
    ] {
        let clinical = ["diagnosis.add", "medication.add"].contains(&call);
        let desk = if clinical { counselor() } else { director() };
        desk.op(call, json!({ "client": program.client, "fields": fields }));
    }
    let request = json!({ "client": program.client, "copy": internal() });
    let (_, content) = printed(counselor(), "chart_copy.print", request);
    shows(
        &content,
        &[
            "Cell, preferred",
            "Ada Lovell",
            "St. Brigid Hospital, ICU",
            "nights: 7 PM to 7 AM",
            "RN, MA",
            "conditions",
            "Harbor Mutual, paid in full by the client",
            "Care team",
            "principal; on maintenance therapy; in early remission, in a controlled environment",
            "Buprenorphine, 8 mg",
            "Dr. Osei",
            "Shows in a test as",
        ],
    );
    let titles: Vec<&str> =
        content["sections"].as_array().unwrap().iter().filter_map(|one| one["title"].as_str()).collect();
    let head = [
        "Identity",
        "Contact",
        "In an emergency",
        "Work",
        "Licenses",
        "Insurance",
        "Care team",
        "Episodes",
        "Diagnoses",
        "Medications",
    ];
    assert_eq!(titles[..head.len()], head);
}

#[test]
fn a_chart_out_of_reach_and_none_at_all_answer_alike() {
    let chart = Chart::open();
    let nobody = "00000000-0000-7000-8000-000000000000";
    let note = chart.signed(&chart.caroline);
    let desk = chart.clinic.as_person("ambrose");
    for call in ["chart_copy.print", "attendance.print", "assessment.print_levels"] {
        let far = desk.refused(call, json!({ "client": chart.caroline, "copy": internal() }));
        let none = desk.refused(call, json!({ "client": nobody, "copy": internal() }));
        assert_eq!((far.code, &far.message), (Code::NotFound, &none.message), "{call}");
    }
    for call in
        ["note.print", "plan.print", "consent.print", "assessment.print", "discharge.print", "instrument.print_plan"]
    {
        assert_eq!(desk.refused(call, json!({ "id": nobody, "copy": internal() })).code, Code::NotFound);
    }
    let far = desk.refused("note.print", json!({ "id": note["id"], "copy": internal() }));
    assert_eq!(far.code, Code::NotFound);
}

#[test]
fn what_a_person_does_not_read_is_named_as_left_out() {
    let clinic = Clinic::open();
    let client = clinic.client("Caroline", "Beaumont", &clinic.marisol);
    clinic.desk.hire("Fay", "Lindqvist", "fay", &["front_desk"]);
    let desk = clinic.as_person("fay");
    let (_, content) = printed(desk, "chart_copy.print", json!({ "client": client, "copy": internal() }));
    shows(
        &content,
        &[
            "who printed this does not read it: assessments, the plan, consents, agreements, drug tests, outcomes, notes, discharge summaries.",
        ],
    );
    hides(&content, &["\"Diagnoses\""]);
}

#[test]
fn an_assessment_and_the_levels_that_followed_are_printed_and_recorded() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let mut fields = assessment::fields();
    fields["given"] = json!("2.5");
    fields["difference"] = json!("availability");
    fields["difference_words"] = json!("No evening place before December");
    let draft = assessment::saved(desk, &program.client, fields);
    let (template, content) = printed(desk, "assessment.print", json!({ "id": draft["id"], "copy": internal() }));
    assert_eq!((template.as_str(), &content["watermark"]), ("assessment", &json!("Draft, not signed")));
    let signed = desk.op("assessment.sign", signing(&draft));
    let (_, content) = printed(desk, "assessment.print", json!({ "id": signed["id"], "copy": internal() }));
    assert_eq!(content["watermark"], "");
    shows(&content, &["2.5, high-intensity outpatient", "No evening place before December", "Ed25519, document"]);
    shows(&content, &["Recovery environment", "Stable for now.", "Fentanyl use on night shifts", "Some"]);

    let stay = desk.op("client.open", json!({ "id": program.client }))["episodes"][0].take();
    desk.op(
        "episode.level",
        json!({ "episode": stay["id"], "rev": stay["rev"], "level": "2.5", "from_on": "2026-11-20" }),
    );
    let levels = json!({ "client": program.client, "copy": own() });
    let (template, content) = printed(desk, "assessment.print_levels", levels);
    assert_eq!((template.as_str(), &content["heading"]), ("levels", &json!("Level of care")));
    let rows = &content["sections"][0]["blocks"][0]["rows"];
    assert_eq!((&rows[0][0], &rows[0][3]), (&json!("2.1"), &json!("18")), "November 2 to 19");
    assert_eq!((&rows[1][0], &rows[1][2], &rows[1][3]), (&json!("2.5"), &json!("goes on"), &json!("5")));
    shows(&content, &["No place at that level: No evening place before December"]);
    assert_eq!(exits(desk).len(), 3);
}

#[test]
fn a_plan_is_printed_with_every_signature_under_it() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let draft = desk.op("plan.start", json!({ "client": program.client }));
    let problems = json!([{ "words": "Opioids", "goals": [{ "words": "My license",
        "objectives": [{ "words": "Name three cues" }] }] }]);
    let draft = desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems }));
    let plan = desk.op("plan.sign", signing(&draft));
    let objective = &plan["problems"][0]["goals"][0]["objectives"][0]["id"];
    let said = json!([{ "objective": objective, "progress": "set_back", "words": "Two hard weeks" }]);
    let mut review = signing(&plan);
    review["fields"] = json!({ "progress": said, "words": "She asks for more time" });
    let plan = desk.op("plan.review", review);
    desk.op("plan_signature.record", json!({ "plan": plan["id"], "how": "paper", "name": "Rosalind Nakagawa" }));
    program.as_person("theodora").op("plan.approve", by_director(&plan));
    let desk = program.as_person("marisol");
    let alone = json!({ "id": plan["id"], "copy": internal() });
    let whole = json!({ "client": program.client, "copy": internal() });
    for (call, request) in [("plan.print", alone), ("chart_copy.print", whole)] {
        let (_, content) = printed(desk, call, request);
        shows(&content, &["Marisol Quiñones; Ed25519, document", "Theodora Brandvold, LCSW; Ed25519, document"]);
        shows(&content, &["She asks for more time", "Two hard weeks", "Set back"]);
        assert_eq!(content.to_string().matches("Ed25519, document").count(), 4, "{call}");
    }
}

#[test]
fn a_whole_chart_holds_assessments_measurements_and_discharge_summaries() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    assessment::signed(desk, &program.client);
    let answers: serde_json::Map<String, Value> = (1..=9).map(|item| (format!("q{item}"), json!(1))).collect();
    desk.op("instrument.record", json!({ "client": program.client, "code": "phq9", "answers": answers }));
    crate::discharge::signed(desk, &program.client);
    let request = |more: Value| {
        let mut request = json!({ "client": program.client, "copy": internal() });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request
    };
    let (_, content) = printed(desk, "chart_copy.print", request(json!({})));
    shows(&content, &["assessed on November 24, 2026", "PHQ-9", "9 of 27", "What is said of course."]);
    assert_eq!(content.to_string().matches("Ed25519, document").count(), 2);
    let (_, content) = printed(desk, "chart_copy.print", request(json!({ "until": "2026-11-23" })));
    shows(&content, &["No signed assessment is in this copy.", "No measurement is in this copy."]);
    hides(&content, &["9 of 27", "What is said of course."]);
}

#[test]
fn a_custody_form_names_nobody_unless_somebody_says_why() {
    let program = Program::open();
    let test = program.screened(&["amp"]);
    let request =
        |donor: &str, reason: &str| json!({ "id": test["id"], "donor": donor, "reason": reason, "copies": 1 });
    let desk = program.as_person("marisol");
    let (template, content) = printed(desk, "drug_test.print_custody", request("number", ""));
    assert_eq!((template.as_str(), &content["heading"]), ("custody-form", &json!("Non-federal custody form")));
    shows(&content, &["R. N.", "C-0", "Client's initials", "Seal number", "Marisol Quiñones"]);
    hides(&content, &["Nakagawa", "Rosalind", "resumptive", "detected", "Amphetamine"]);
    let (_, content) = printed(desk, "drug_test.print_custody", request("name", "Court asks for the name"));
    shows(&content, &["Nakagawa-Whitfield, Rosalind"]);
    assert_eq!(faults(&desk.refused("drug_test.print_custody", request("name", ""))), ["reason"]);
    let mut kinds: Vec<String> = exits(desk).iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect();
    kinds.sort();
    assert_eq!(kinds, ["internal_copy", "operational"]);
}

#[test]
fn a_custody_form_shows_the_hands_and_their_gaps_and_still_names_nobody() {
    let program = Program::open();
    let test = program.screened(&[]);
    let desk = &program.clinic.desk;
    let hand = |from: &str, to: &str| json!({ "id": test["id"], "fields": { "purpose": "released", "from": from, "to": to } });
    desk.op("drug_test.hand_off", hand("Rosalind", "Bram Oyelaran"));
    desk.clock.pass(1);
    desk.op("drug_test.hand_off", hand("Courier", "Northgate"));
    let by_number = json!({ "id": test["id"], "donor": "number", "copies": 1 });
    let (_, content) = printed(desk, "drug_test.print_custody", by_number);
    shows(&content, &["The donor", "Bram Oyelaran", "Northgate", "Nothing says how it came there", "version 1"]);
    hides(&content, &["Rosalind", "Nakagawa", "corrected"]);
    // A corrected hand-off says so, and one that was taken back is not on the form.
    let chain = desk.query("drug_test.get", json!({ "id": test["id"] }))["chain"].take();
    let right = json!({ "id": chain[1]["id"], "rev": chain[1]["rev"], "because": "Misread",
                        "fields": { "purpose": "released", "from": "Bram Oyelaran", "to": "Harbor Courier" } });
    desk.op("drug_test.correct_hand_off", right);
    let gone = json!({ "id": chain[0]["id"], "rev": chain[0]["rev"], "reason": "Entered twice" });
    desk.op("drug_test.take_back_hand_off", gone);
    let (_, content) =
        printed(desk, "drug_test.print_custody", json!({ "id": test["id"], "donor": "number", "copies": 1 }));
    shows(&content, &["Released, corrected", "Harbor Courier"]);
    hides(&content, &["The donor", "Nothing says how it came there"]);
}

#[test]
fn a_custody_form_asks_what_its_specimen_has() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let log = |specimen: &str, panel: &str, details: Value| -> Value {
        let request = json!({ "client": program.client, "reason": "baseline", "method": "laboratory", "specimen": specimen,
                              "panel": panel, "collection": { "seal": "4471", "details": details } });
        let test = desk.op("drug_test.log", request);
        let by_number = json!({ "id": test["id"], "donor": "number", "copies": 1 });
        printed(desk, "drug_test.print_custody", by_number).1
    };
    let hair = log("hair", "hair_5", json!({ "taken_from": "crown", "length_mm": 40 }));
    shows(&hair, &["Taken from", "crown", "40 mm", "4471"]);
    hides(&hair, &["Temperature", "Volume", "Lot of the cup"]);
    shows(&log("blood_spot", "peth", json!({ "spots": 3 })), &["Spots on the card"]);
    shows(&log("nail", "nail_5", json!({ "taken_from": "finger" })), &["finger"]);
    let fluid = log("oral_fluid", "oral_fluid", json!({ "mouth_minutes": 12 }));
    shows(&fluid, &["Without food or drink", "12 min", "Lot of the cup"]);
}

#[test]
fn without_a_specimen_there_is_no_custody() {
    let program = Program::open();
    let test = program.ordered();
    let desk = program.as_person("marisol");
    let request = json!({ "id": test["id"], "donor": "number", "copies": 1 });
    printed(desk, "drug_test.print_custody", request.clone());
    let ended = json!({ "id": test["id"], "rev": test["rev"], "outcome": "missed", "reason": "Called in" });
    desk.op("drug_test.not_collected", ended);
    assert_eq!(desk.refused("drug_test.print_custody", request).rule, Some("drug_test.ended"));
    let test = program.screened(&[]);
    desk.op("drug_test.void", json!({ "id": test["id"], "rev": test["rev"], "reason": "Wrong client" }));
    let voided = json!({ "id": test["id"], "donor": "number", "copies": 1 });
    assert_eq!(desk.refused("drug_test.print_custody", voided).rule, Some("drug_test.voided"));
}

#[test]
fn a_screen_on_paper_is_presumptive() {
    let program = Program::open();
    program.screened(&["amp"]);
    let desk = program.as_person("marisol");
    let (_, content) = printed(desk, "chart_copy.print", json!({ "client": program.client, "copy": internal() }));
    shows(&content, &["Presumptive: Amphetamine", "A screen is presumptive"]);
    hides(&content, &["dirty", "clean", "failed"]);
}

#[test]
fn the_caseload_on_paper_is_that_of_the_screen() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let request = |reason: &str, clients: Value| json!({ "clients": clients, "shown": "Mine, level 2.1", "reason": reason, "copies": 1 });
    let (template, content) = printed(desk, "caseload.print", request("Weekly review", json!([program.client])));
    assert_eq!(template, "caseload");
    shows(&content, &["Nakagawa-Whitfield, Rosalind", "Mine, level 2.1", "Internal copy. Weekly review"]);
    assert_eq!(faults(&desk.refused("caseload.print", request("", json!([])))), ["reason", "clients"]);
    let nobody = json!(["00000000-0000-7000-8000-000000000000"]);
    assert_eq!(faults(&desk.refused("caseload.print", request("Weekly review", nobody))), ["clients"]);
}

#[test]
fn no_file_name_names_anybody() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let test = program.screened(&[]);
    let copies = [
        ("attendance.print", json!({ "client": program.client, "copy": own() })),
        ("chart_copy.print", json!({ "client": program.client, "copy": own() })),
        ("drug_test.print_custody", json!({ "id": test["id"], "donor": "number", "copies": 1 })),
        ("caseload.print", json!({ "clients": [program.client], "reason": "Weekly review", "copies": 1 })),
    ];
    for (call, request) in copies {
        printed(desk, call, request);
    }
    let suggested = desk.world.suggested.lock().unwrap();
    assert_eq!(*suggested, ["Attendance.pdf", "Chart copy.pdf", "Custody form.pdf", "Weekly table.pdf"]);
}
