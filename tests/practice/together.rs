//! Two people on one text, in every form: a save from an old text is a conflict that brings along what stands, each hears
//! of the other, and the words that gave way stay with both.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::client_desk::Clinic;
use crate::desk::Desk;
use crate::note_desk::{Chart, free_request, signing};
use crate::testing_desk::Program;
use crate::{assessment, discharge};

/// A client whom Marisol and Ambrose both care for. Ambrose is signed in.
fn shared_chart() -> Program {
    let program = Program::open();
    let member = json!({ "client": program.client, "staff": program.clinic.ambrose, "part": "member" });
    program.as_person("theodora").op("care_team.add", member);
    program.as_person("ambrose");
    program
}

/// What stands, as the refusal brings it along.
fn stands(refusal: Refusal) -> Value {
    assert_eq!(refusal.code, Code::Conflict);
    *refusal.theirs.expect("a conflict brings along what stands")
}

fn saved_by(at_work: &Value) -> &str {
    at_work["saved"]["name"].as_str().unwrap()
}

fn problem(words: &str) -> Value {
    json!([{ "words": words, "goals": [{ "words": "I want to sleep", "objectives": [{ "words": "Keep a diary" }] }] }])
}

fn write(desk: &Desk, form: &str, subject: &str) {
    let body = json!({ "words": "not saved yet" });
    desk.op("draft.save", json!({ "form": form, "subject": subject, "body": body, "typed": true, "rev": 0 }));
}

fn subject(program: &Program, row: &Value) -> String {
    format!("{}/{}", program.client.as_str().unwrap(), row["id"].as_str().unwrap())
}

#[test]
fn a_plan_saved_from_an_old_text_brings_along_the_newer_one() {
    let program = shared_chart();
    let desk = &program.clinic.desk;
    let draft = program.as_person("marisol").op("plan.start", json!({ "client": program.client }));
    let saving = |words: &str| json!({ "id": draft["id"], "rev": draft["rev"], "problems": problem(words) });
    desk.op("plan.save", saving("Fentanyl use on night shifts"));
    let ambrose = program.as_person("ambrose");
    let theirs = stands(ambrose.refused("plan.save", saving("Sleep")));
    assert_eq!(theirs["problems"][0]["words"], "Fentanyl use on night shifts");
    assert_eq!(saved_by(&theirs["at_work"]), "Marisol Quiñones");
    // Whoever took it in goes on from there.
    ambrose.op("plan.save", json!({ "id": draft["id"], "rev": theirs["rev"], "problems": problem("Sleep") }));
}

#[test]
fn a_review_recorded_meanwhile_comes_along_with_the_plan() {
    let program = shared_chart();
    let marisol = program.as_person("marisol");
    let draft = marisol.op("plan.start", json!({ "client": program.client }));
    let draft = marisol
        .op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problem("Night shifts") }));
    let plan = marisol.op("plan.sign", signing(&draft));
    let objective = &plan["problems"][0]["goals"][0]["objectives"][0]["id"];
    let review = |words: &str| {
        let progress = json!([{ "objective": objective, "progress": "forward", "words": "Two of three." }]);
        let mut request = signing(&plan);
        request["fields"] = json!({ "progress": progress, "words": words });
        request
    };
    marisol.op("plan.review", review("Going well."));
    let theirs = stands(program.as_person("ambrose").refused("plan.review", review("Slow.")));
    assert_eq!(theirs["reviews"][0]["words"], "Going well.");
    assert_eq!(theirs["reviews"][0]["progress"][0]["words"], "Two of three.");
}

#[test]
fn an_assessment_and_a_summary_saved_from_an_old_text_bring_along_the_newer_one() {
    let program = shared_chart();
    let marisol = program.as_person("marisol");
    let draft = marisol.op("assessment.start", json!({ "client": program.client }));
    let saving = json!({ "id": draft["id"], "rev": draft["rev"], "fields": assessment::fields() });
    marisol.op("assessment.save", saving.clone());
    let theirs = stands(program.as_person("ambrose").refused("assessment.save", saving));
    assert_eq!(theirs["fields"]["sections"][0]["text"], "What was said about reason.");
    assert_eq!(saved_by(&theirs["at_work"]), "Marisol Quiñones");

    let marisol = program.as_person("marisol");
    let summary = discharge::saved_whole(marisol, &program.client);
    let stale = json!({ "id": summary["id"], "rev": 1, "fields": discharge::fields(&[]) });
    let theirs = stands(program.as_person("ambrose").refused("discharge.save", stale));
    assert_eq!(theirs["fields"]["sections"][0]["text"], "What is said of course.");
    assert_eq!(saved_by(&theirs["at_work"]), "Marisol Quiñones");
}

#[test]
fn a_note_saved_or_signed_from_an_old_text_brings_along_the_newer_one() {
    let chart = Chart::open();
    let desk = chart.desk();
    let note = desk.op("note.start", free_request(&chart.caroline));
    let body = |text: &str| {
        json!({ "sections": [{ "key": "text", "text": text }], "objectives": [], "risk_words": "", "place": "",
                "interpreter": "", "carried": [] })
    };
    let saving = |text: &str| json!({ "id": note["id"], "rev": note["rev"], "body": body(text) });
    desk.op("note.save", saving("Called the board about the hearing date."));
    let theirs = stands(desk.refused("note.save", saving("Called the board.")));
    assert_eq!(theirs["sections"][0]["text"], "Called the board about the hearing date.");
    let mut signing = saving("Called the board.");
    signing["proof"] = crate::note_desk::proof();
    assert_eq!(stands(desk.refused("note.sign", signing))["rev"], theirs["rev"]);
}

/// A recorded group of Marisol's that Ambrose leads with her, with Caroline in it. Marisol is signed in.
fn evening(chart: &Chart) -> Value {
    let desk = chart.clinic.as_person("theodora");
    let fields = json!({ "name": "Process group", "type": "process", "capacity": 12,
                         "facilitator": chart.clinic.marisol, "co_facilitator": chart.clinic.ambrose });
    let group = desk.op("group.add", json!({ "fields": fields, "slots": [] }));
    desk.op("membership.join", json!({ "group": group["id"], "client": chart.caroline, "joined_on": "2026-11-02" }));
    let planned = desk.op(
        "session.plan",
        json!({ "kind": "group", "group": group["id"], "on_date": "2026-11-24", "starts": "10:00", "minutes": 60 }),
    );
    let desk = chart.clinic.as_person("marisol");
    desk.op("attendance.record", json!({ "session": planned["id"], "rev": planned["rev"], "exceptions": [] }));
    planned["id"].clone()
}

fn page(session: &Value, rev: i64, words: &str, entries: Value) -> Value {
    let shared =
        json!({ "rev": rev, "topic": "Shame", "interventions": [], "words": words, "risk_statement": false });
    json!({ "session": session, "shared": shared, "entries": entries })
}

#[test]
fn two_facilitators_write_one_shared_part_and_neither_loses_a_word() {
    let chart = Chart::open();
    let desk = chart.desk();
    let session = evening(&chart);
    let subject = session.as_str().unwrap();
    // Marisol types and is called away; the draft is hers alone.
    write(desk, "group_note", subject);
    // Ambrose hears that she writes it too, and saves what he wrote.
    chart.clinic.as_person("ambrose");
    let seen = desk.query("group_note.get", json!({ "session": session }));
    assert_eq!(seen["at_work"]["writing"][0]["name"], "Marisol Quiñones");
    assert_eq!(seen["at_work"].get("saved"), None, "nobody saved it yet");
    let line = json!([{ "client": chart.caroline, "rev": 0, "participation": 2, "line": "Spoke of the drive home.",
                        "objectives": [], "risk_words": "", "skipped": false }]);
    desk.op("group_note.save", page(&session, 0, "Practiced an answer.", line));
    // Marisol comes back to her text and hears of his; both parts come with the refusal.
    chart.clinic.as_person("marisol");
    let theirs = stands(desk.refused("group_note.save", page(&session, 0, "Answered a colleague.", json!([]))));
    assert_eq!(theirs["shared"]["words"], "Practiced an answer.");
    assert_eq!(theirs["entries"][0]["line"], "Spoke of the drive home.");
    assert_eq!(saved_by(&theirs["at_work"]), "Ambrose Okafor");
    assert_eq!(theirs["at_work"]["writing"], json!([]), "one's own draft is no news");
    let stale_line = json!([{ "client": chart.caroline, "rev": 0, "participation": 1, "line": "Quiet.",
                              "objectives": [], "risk_words": "", "skipped": false }]);
    let theirs = stands(desk.refused("group_note.save", page(&session, 1, "Practiced an answer.", stale_line)));
    assert_eq!(theirs["entries"][0]["line"], "Spoke of the drive home.");
    // She keeps hers; his words are set aside, and both of them find them, nobody else.
    let aside = json!({ "form": "group_note", "subject": subject, "part": "What the group did",
                        "words": "Practiced an answer.", "writer": chart.clinic.ambrose });
    desk.op("draft.set_aside", aside);
    desk.op("group_note.save", page(&session, 1, "Answered a colleague.", json!([])));
    let key = json!({ "form": "group_note", "subject": subject });
    for (login, many) in [("marisol", 1), ("ambrose", 1), ("theodora", 0)] {
        let rows = chart.clinic.as_person(login).query("draft.aside", key.clone());
        assert_eq!(rows.as_array().unwrap().len(), many, "{login}");
        for row in rows.as_array().unwrap() {
            assert_eq!((&row["words"], &row["writer"]), (&json!("Practiced an answer."), &json!("Ambrose Okafor")));
            assert_eq!(row["by"], "Marisol Quiñones");
        }
    }
}

#[test]
fn a_colleague_who_writes_is_named_in_every_form() {
    let program = shared_chart();
    let marisol = program.as_person("marisol");
    let plan = marisol.op("plan.start", json!({ "client": program.client }));
    let draft = marisol.op("assessment.start", json!({ "client": program.client }));
    write(marisol, "plan.save", &subject(&program, &plan));
    write(marisol, "assessment.save", &subject(&program, &draft));
    let ambrose = program.as_person("ambrose");
    for call in ["plan.get", "assessment.get"] {
        let shown = ambrose.query(call, json!({ "client": program.client }));
        assert_eq!(shown["draft"]["at_work"]["writing"][0]["name"], "Marisol Quiñones", "{call}");
    }
    let marisol = program.as_person("marisol");
    let own = marisol.query("plan.get", json!({ "client": program.client }));
    assert_eq!(own["draft"]["at_work"]["writing"], json!([]));
}

#[test]
fn words_are_set_aside_whole_for_people_who_exist_and_not_for_sealed_forms() {
    let clinic = Clinic::open();
    let aside = |form: &str, part: &str, words: String, writer: &Value| json!({ "form": form, "part": part, "words": words, "writer": writer });
    let field = |request: Value| clinic.desk.refused("draft.set_aside", request).fields[0].field.clone();
    let me = &clinic.marisol;
    assert_eq!(field(aside("counseling_note", "Text", "No.".into(), me)), "form");
    assert_eq!(field(aside("", "Text", "No.".into(), me)), "form");
    assert_eq!(field(aside("note", " ", "No.".into(), me)), "part");
    assert_eq!(field(aside("note", "Text", "x".repeat(40_001), me)), "words");
    let nobody = json!("01900000-0000-7000-8000-000000000000");
    let refusal = clinic.desk.refused("draft.set_aside", aside("note", "Text", "No.".into(), &nobody));
    assert_eq!(refusal.code, Code::NotFound);
}
