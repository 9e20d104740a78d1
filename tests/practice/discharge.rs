//! Discharge: how a stay ended, its summary, its days, and a return that leaves the stay before it whole.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};
use vault::testing::unfenced;
use vault::{Passphrase, Vault};

use crate::assessment;
use crate::desk::{Desk, PASSPHRASE};
use crate::note_desk::signing;
use crate::testing_desk::Program;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

pub fn this(row: &Value) -> Value {
    json!({ "id": row["id"], "rev": row["rev"] })
}

/// A whole summary with these goals.
pub fn fields(goals: &[&str]) -> Value {
    let sections: Vec<Value> = ["course", "condition", "medications", "recommendations"]
        .iter()
        .map(|key| json!({ "key": key, "text": format!("What is said of {key}.") }))
        .collect();
    let goals: Vec<Value> =
        goals.iter().map(|goal| json!({ "goal": goal, "outcome": "partly", "words": "On the way" })).collect();
    json!({ "sections": sections, "goals": goals, "no_care": "",
        "care": [{ "with": "Riverbend Counseling", "what": "Weekly sessions", "on": "2026-12-01", "time": "2:30 PM", "handed_on": true }] })
}

fn plan(desk: &Desk, client: &Value) -> Value {
    let draft = desk.op("plan.start", json!({ "client": client }));
    let problems = json!([{ "words": "Opioids", "goals": [
        { "words": "I want to keep my license", "objectives": [{ "words": "Name three cues" }] },
        { "words": "I want to sleep", "objectives": [{ "words": "Keep a diary" }] }] }]);
    let draft = desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems }));
    desk.op("plan.sign", signing(&draft))
}

fn stay(desk: &Desk, client: &Value) -> Value {
    desk.op("client.open", json!({ "id": client }))["episodes"][0].take()
}

fn discharge(desk: &Desk, client: &Value, on: &str) -> Value {
    let stay = stay(desk, client);
    desk.op(
        "episode.discharge",
        json!({ "id": stay["id"], "rev": stay["rev"], "discharged_on": on, "how": "transferred", "reason": "Near her work" }),
    );
    stay["id"].clone()
}

fn begun(desk: &Desk, episode: &Value) -> Value {
    desk.op("discharge.start", json!({ "episode": episode }))["stays"][0]["summary"].take()
}

fn saved(desk: &Desk, summary: &Value, fields: Value) -> Value {
    let with = json!({ "id": summary["id"], "rev": summary["rev"], "fields": fields });
    desk.op("discharge.save", with)["stays"][0]["summary"].take()
}

/// Ends the stay of a client and writes a whole summary of it, for its author to sign.
pub fn saved_whole(desk: &Desk, client: &Value) -> Value {
    let draft = begun(desk, &discharge(desk, client, "2026-11-24"));
    let goals: Vec<&str> =
        draft["fields"]["goals"].as_array().unwrap().iter().map(|one| one["goal"].as_str().unwrap()).collect();
    saved(desk, &draft, fields(&goals))
}

/// The same, signed.
pub fn signed(desk: &Desk, client: &Value) -> Value {
    desk.op("discharge.sign", signing(&saved_whole(desk, client)))
}

#[test]
fn a_summary_asks_how_far_each_goal_came_and_who_goes_on() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    plan(desk, &program.client);
    let open = stay(desk, &program.client);
    let early = desk.refused("discharge.start", json!({ "episode": open["id"] }));
    assert_eq!(early.rule, Some("discharge.still_admitted"));
    let episode = discharge(desk, &program.client, "2026-11-20");
    let list = desk.query("discharge.list", json!({ "client": program.client }));
    assert_eq!(
        (&list["stays"][0]["how_label"], &list["stays"][0]["due_on"], &list["stays"][0]["overdue"]),
        (&json!("Transferred to another program"), &json!("2026-12-05"), &json!(false))
    );
    let draft = begun(desk, &episode);
    let goals: Vec<&str> =
        draft["fields"]["goals"].as_array().unwrap().iter().map(|one| one["goal"].as_str().unwrap()).collect();
    assert_eq!(goals, ["I want to keep my license", "I want to sleep"]);
    let again = desk.refused("discharge.start", json!({ "episode": episode }));
    assert_eq!(again.rule, Some("discharge.summary_there"));

    let mut holes = fields(&["I want to sleep", "A goal that nobody had"]);
    holes["sections"][1]["text"] = json!(" ");
    holes["care"] = json!([]);
    let draft = saved(desk, &draft, holes);
    assert_eq!(
        faults(&desk.refused("discharge.sign", signing(&draft))),
        ["sections.condition", "goals.0.outcome", "no_care"]
    );
    let mut wrong = fields(&[]);
    wrong["sections"][0]["key"] = json!("horoscope");
    wrong["care"][0]["with"] = json!("a".repeat(201));
    let refusal = desk.refused("discharge.save", json!({ "id": draft["id"], "rev": draft["rev"], "fields": wrong }));
    assert_eq!(faults(&refusal), ["sections", "care.0.with"]);

    let draft = saved(desk, &draft, fields(&["I want to keep my license", "I want to sleep"]));
    let signed = desk.op("discharge.sign", signing(&draft))["stays"][0]["summary"].take();
    assert_eq!((&signed["state"], &signed["author"]), (&json!("signed"), &json!("Marisol Quiñones")));
    for (step, request) in [("discharge.sign", signing(&signed)), ("discharge.discard", this(&signed))] {
        assert_eq!(desk.refused(step, request).rule, Some("discharge.not_a_draft"), "{step}");
    }
    desk.station.lock_hard();
    let passphrase = Passphrase::new(PASSPHRASE.into());
    let vault =
        Vault::sign_in(&desk.folder(), &practice::SCHEMA, "theodora", &passphrase, desk.clock.clone()).unwrap();
    let written = unfenced(&vault).unwrap().execute("update discharge_summary set body = '{}'", []);
    assert!(written.unwrap_err().to_string().contains("stays as it is"));
}

#[test]
fn a_summary_belongs_to_its_author_and_to_who_reads_the_plan() {
    let program = Program::open();
    let theodora = program.as_person("theodora");
    theodora
        .op("care_team.add", json!({ "client": program.client, "staff": program.clinic.ambrose, "part": "member" }));
    let marisol = program.as_person("marisol");
    let episode = discharge(marisol, &program.client, "2026-11-20");
    let draft = saved(marisol, &begun(marisol, &episode), fields(&[]));
    let ambrose = program.as_person("ambrose");
    assert_eq!(ambrose.refused("discharge.sign", signing(&draft)).rule, Some("discharge.not_author"));
    let taken = ambrose.op("discharge.take_over", this(&draft))["stays"][0]["summary"].take();
    assert_eq!(taken["author"], "Ambrose Okafor");
    assert_eq!(ambrose.refused("discharge.take_over", this(&taken)).rule, Some("discharge.own_draft"));
    let draft = taken;
    ambrose.op("discharge.discard", this(&draft));
    begun(ambrose, &episode);
    let list = json!({ "client": program.client });
    assert_eq!(program.as_person("theodora").query("discharge.list", list.clone())["may_write"], false);
    assert_eq!(program.as_person("jolene").refused("discharge.list", list).code, Code::NotPermitted);
}

#[test]
fn the_summary_that_is_owed_stands_on_the_counselors_day() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let episode = discharge(desk, &program.client, "2026-11-05");
    let owed = |desk: &Desk| desk.query("day.mine", json!({}))["summaries"].take();
    assert_eq!(
        (&owed(desk)[0]["due_on"], &owed(desk)[0]["overdue"], &owed(desk)[0]["begun"]),
        (&json!("2026-11-20"), &json!(true), &json!(false))
    );
    let draft = saved(desk, &begun(desk, &episode), fields(&[]));
    assert_eq!(owed(desk)[0]["begun"], true);
    desk.op("discharge.sign", signing(&draft));
    assert_eq!(owed(desk), json!([]));
    assert_eq!(owed(program.as_person("ambrose")), json!([]));
}

#[test]
fn after_a_return_both_stays_are_whole() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let first_plan = plan(desk, &program.client);
    let first_assessment = assessment::signed(desk, &program.client);
    let first = discharge(desk, &program.client, "2026-11-20");
    let draft = saved(desk, &begun(desk, &first), fields(&[]));
    let with: Vec<&str> = vec!["I want to keep my license", "I want to sleep"];
    let draft = saved(desk, &draft, fields(&with));
    desk.op("discharge.sign", signing(&draft));
    let admission = json!({ "admitted_on": "2026-11-23", "level": "2.5", "track": "Day" });
    desk.op("episode.admit", json!({ "client": program.client, "admission": admission }));
    plan(desk, &program.client);
    assessment::signed(desk, &program.client);

    let chart = desk.op("client.open", json!({ "id": program.client }));
    let stays = &chart["episodes"];
    let levels = |at: usize| stays[at]["levels"][0]["level"].clone();
    assert_eq!(
        (&stays[0]["number"], levels(0), &stays[1]["number"], levels(1)),
        (&json!(2), json!("2.5"), &json!(1), json!("2.1"))
    );
    assert_eq!(
        (&stays[1]["discharged_on"], &stays[1]["discharge_how"]),
        (&json!("2026-11-20"), &json!("transferred"))
    );
    assert_eq!(stays[0]["discharge_how"], Value::Null);
    let summary = desk.query("discharge.list", json!({ "client": program.client }))["stays"][0]["summary"].take();
    assert_eq!(summary["fields"]["goals"][1]["goal"], "I want to sleep");
    let before = desk.query("plan.version", json!({ "id": first_plan["id"] }));
    assert_eq!((&before["state"], before["problems"].as_array().unwrap().len()), (&json!("superseded"), 1));
    let before = desk.query("assessment.version", json!({ "id": first_assessment["id"] }));
    assert_eq!(before["fields"]["sections"], first_assessment["fields"]["sections"]);
}

#[test]
fn the_days_of_a_stay_and_its_milestones_follow_from_its_dates() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let days = desk.op("client.open", json!({ "id": program.client }))["stay_days"].take();
    // Admitted on November 2: November 24 is the 23rd day.
    assert_eq!(
        days,
        json!({ "days": 23, "milestones": [
            { "days": 7, "on": "2026-11-08", "reached": true },
            { "days": 30, "on": "2026-12-01", "reached": false },
            { "days": 60, "on": "2026-12-31", "reached": false },
            { "days": 90, "on": "2027-01-30", "reached": false }] })
    );
    discharge(desk, &program.client, "2026-11-10");
    let days = desk.op("client.open", json!({ "id": program.client }))["stay_days"].take();
    assert_eq!(days, json!({ "days": 9, "milestones": [{ "days": 7, "on": "2026-11-08", "reached": true }] }));
}

#[test]
fn a_diagnosis_says_its_specifier_and_its_remission() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let mut fields = json!({ "code": "F11.21", "words": "Opioid dependence, in remission", "position": 1,
        "specifier": "on agonist medication", "remission": "", "controlled_environment": true });
    let add = |fields: &Value| json!({ "client": program.client, "fields": fields });
    assert_eq!(faults(&desk.refused("diagnosis.add", add(&fields))), ["remission"]);
    fields["remission"] = json!("early");
    desk.op("diagnosis.add", add(&fields));
    let shown = desk.op("client.open", json!({ "id": program.client }))["diagnoses"][0].take();
    assert_eq!(
        (&shown["specifier"], &shown["remission"], &shown["controlled_environment"]),
        (&json!("on agonist medication"), &json!("early"), &json!(true))
    );
}
