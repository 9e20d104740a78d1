//! What happens to a plan after it is signed: it comes back or is approved, the client signs, it is reviewed, and one
//! version is held beside another.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::assessment;
use crate::desk::{Desk, OTHER_PASSPHRASE};
use crate::note_desk::{by_director, proof, signing};
use crate::testing_desk::{Program, admitted};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn this(row: &Value) -> Value {
    json!({ "id": row["id"], "rev": row["rev"] })
}

/// One goal with two objectives and something the staff does.
fn problems(responsible: &Value) -> Value {
    json!([{ "words": "Fentanyl use on night shifts", "goals": [{ "words": "I want to keep my license",
        "objectives": [{ "words": "Name three cues before a shift", "target_on": "2026-12-15" },
                       { "words": "Call the sponsor before every shift" }],
        "interventions": [{ "words": "Individual session on cues", "frequency": "Once a week, 50 minutes",
                            "responsible": responsible }] }] }])
}

fn signed(program: &Program) -> Value {
    let desk = program.as_person("marisol");
    let draft = desk.op("plan.start", json!({ "client": program.client }));
    let problems = problems(&program.clinic.marisol);
    let draft = desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems }));
    desk.op("plan.sign", signing(&draft))
}

fn plan(desk: &Desk, client: &Value) -> Value {
    desk.query("plan.get", json!({ "client": client }))["active"].take()
}

fn objective(plan: &Value, at: usize) -> Value {
    plan["problems"][0]["goals"][0]["objectives"][at].clone()
}

#[test]
fn an_intervention_says_what_how_often_and_who() {
    let program = Program::open();
    let plan = signed(&program);
    let one = &plan["problems"][0]["goals"][0]["interventions"][0];
    assert_eq!(
        (&one["frequency"], &one["responsible_name"]),
        (&json!("Once a week, 50 minutes"), &json!("Marisol Quiñones"))
    );
    // The next version goes on with it.
    let desk = program.as_person("marisol");
    let draft = desk.op("plan.start", json!({ "client": program.client }));
    assert_eq!(draft["problems"][0]["goals"][0]["interventions"][0]["words"], "Individual session on cues");
    let mut holes = problems(&Value::Null);
    holes[0]["goals"][0]["interventions"] = json!([{ "words": "Session", "frequency": "" }]);
    let save = json!({ "id": draft["id"], "rev": draft["rev"], "problems": holes });
    let draft = desk.op("plan.save", save);
    let at = "problems.0.goals.0.interventions.0";
    assert_eq!(
        faults(&desk.refused("plan.sign", signing(&draft))),
        [format!("{at}.frequency"), format!("{at}.responsible")]
    );
}

#[test]
fn somebody_who_left_answers_for_nothing() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let ludek = desk.hire("Ludek", "Marsh", "ludek", &["counselor"]);
    let draft = program.as_person("marisol").op("plan.start", json!({ "client": program.client }));
    let save = json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems(&ludek["id"]) });
    let draft = program.clinic.desk.op("plan.save", save);
    let desk = program.as_person("theodora");
    let rows = desk.query("staff.list", json!({}));
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == ludek["id"]).unwrap().clone();
    desk.op("staff.deactivate", json!({ "id": row["id"], "rev": row["rev"], "reason": "moved away" }));
    let refusal = program.as_person("marisol").refused("plan.sign", signing(&draft));
    assert_eq!(faults(&refusal), ["problems.0.goals.0.interventions.0.responsible"]);
}

#[test]
fn a_plan_comes_back_with_what_is_asked_and_the_next_version_answers() {
    let program = Program::open();
    let plan = signed(&program);
    let send_back = |comment: &str| json!({ "id": plan["id"], "rev": plan["rev"], "comment": comment });
    assert_eq!(program.clinic.desk.refused("plan.return", send_back("x")).rule, Some("plan.own_plan"));
    let theodora = program.as_person("theodora");
    assert_eq!(faults(&theodora.refused("plan.return", send_back(" "))), ["comment"]);
    let back = theodora.op("plan.return", send_back("Objective 1.2 cannot be checked."));
    assert_eq!(
        (&back["returned"]["by"], &back["returned"]["comment"], &back["state"]),
        (&json!("Theodora Brandvold"), &json!("Objective 1.2 cannot be checked."), &json!("active"))
    );
    let due = program.as_person("marisol").query("plan.due", json!({}));
    assert_eq!(due[0]["needs"], json!(["returned", "client_signature"]));
    // A change of mind approves it after all, and the return is gone from the page.
    let approved = program.as_person("theodora").op("plan.approve", by_director(&back));
    assert_eq!((&approved["returned"], &approved["approved_by"]), (&Value::Null, &json!("Theodora Brandvold")));
    let late = program
        .clinic
        .desk
        .refused("plan.return", json!({ "id": approved["id"], "rev": approved["rev"], "comment": "Too late" }));
    assert_eq!(late.rule, Some("plan.already_approved"));
}

#[test]
fn a_client_signs_on_paper_or_declines() {
    let program = Program::open();
    let plan = signed(&program);
    let desk = program.as_person("marisol");
    let with = |how: &str, name: &str, reason: &str| json!({ "plan": plan["id"], "how": how, "name": name, "reason": reason });
    assert_eq!(faults(&desk.refused("plan_signature.record", with("paper", "", ""))), ["name"]);
    assert_eq!(faults(&desk.refused("plan_signature.record", with("declined", "", ""))), ["reason"]);
    assert_eq!(faults(&desk.refused("plan_signature.record", with("screen", "R. Nakagawa", ""))), ["how"]);
    let mut early = with("paper", "R. Nakagawa", "");
    early["on"] = json!("2026-11-23");
    assert_eq!(faults(&desk.refused("plan_signature.record", early)), ["on"]);
    let after = desk.op("plan_signature.record", with("declined", "", "Wants to read it with her attorney first"));
    let signature = &after["client_signature"];
    assert_eq!((&signature["how"], &signature["by"]), (&json!("declined"), &json!("Marisol Quiñones")));
    let twice = desk.refused("plan_signature.record", with("paper", "R. Nakagawa", ""));
    assert_eq!(twice.rule, Some("plan.client_signed"));
    let gone = desk.op("plan_signature.void", this(signature));
    assert_eq!(gone["client_signature"], Value::Null);
    let again = json!({ "id": signature["id"], "rev": 2 });
    assert_eq!(desk.refused("plan_signature.void", again).rule, Some("plan.signature_gone"));
    let paper = desk.op("plan_signature.record", with("paper", "Rosalind Nakagawa-Whitfield", ""));
    assert_eq!(paper["client_signature"]["on"], "2026-11-24");
    assert_eq!(
        program.as_person("ambrose").refused("plan_signature.void", this(&paper["client_signature"])).code,
        Code::NotFound
    );
}

#[test]
fn in_the_clients_hand_the_screen_shows_this_plan_and_takes_one_signature() {
    let program = Program::open();
    let plan = signed(&program);
    let desk = program.as_person("marisol");
    let hand = json!({ "id": plan["id"] });
    assert_eq!(
        desk.refused("plan_signature.hand_in", json!({ "name": "R", "drawn": "" })).rule,
        Some("plan.not_handed")
    );
    desk.op("plan_signature.hand", hand.clone());
    // Locked: nothing else answers, and nobody is named.
    assert_eq!(desk.refused("client.list", json!({ "which": "mine" })).code, Code::Locked);
    let shown = desk.query("plan_signature.handed", json!({}));
    assert_eq!(shown["sheet"]["problems"][0]["words"], "Fentanyl use on night shifts");
    assert!(!shown.to_string().contains("Nakagawa"));
    let hand_in = |name: &str, drawn: &str| json!({ "name": name, "drawn": drawn });
    assert_eq!(faults(&desk.refused("plan_signature.hand_in", hand_in(" ", "<svg>"))), ["name", "drawn"]);
    desk.op("plan_signature.hand_in", hand_in("Rosalind Nakagawa", "10,20 30,40;50,60 70,80"));
    assert_eq!(desk.query("plan_signature.handed", json!({})), json!({ "sheet": null, "done": true }));
    assert_eq!(desk.refused("plan_signature.hand_in", hand_in("Again", "")).rule, Some("plan.not_handed"));
    desk.op("workstation.unlock", json!({ "passphrase": OTHER_PASSPHRASE }));
    let after = self::plan(desk, &program.client);
    assert_eq!(
        (&after["client_signature"]["how"], &after["client_signature"]["drawn"]),
        (&json!("screen"), &json!("10,20 30,40;50,60 70,80"))
    );
    assert_eq!(desk.refused("plan_signature.hand", hand).rule, Some("plan.client_signed"));
    // After the unlock nothing is in anybody's hand.
    assert_eq!(desk.query("plan_signature.handed", json!({})), json!({ "sheet": null, "done": false }));
}

#[test]
fn a_review_says_how_each_objective_went_and_when_the_next_is_due() {
    let program = Program::open();
    let plan = signed(&program);
    let desk = program.as_person("marisol");
    let said = |at: usize, progress: &str| json!({ "objective": objective(&plan, at)["id"], "progress": progress, "words": "As she says" });
    let with = |progress: Vec<Value>, words: &str| {
        json!({ "id": plan["id"], "rev": plan["rev"], "proof": proof(),
        "fields": { "progress": progress, "words": words } })
    };
    assert_eq!(faults(&desk.refused("plan.review", with(vec![said(0, "forward")], " "))), ["progress.1.2", "words"]);
    let mut wrong = with(vec![said(0, "forward"), said(1, "met")], "Steady");
    wrong["fields"]["reviewed_on"] = json!("2026-11-25");
    wrong["fields"]["next_due_on"] = json!("2026-11-20");
    assert_eq!(faults(&desk.refused("plan.review", wrong)), ["reviewed_on", "next_due_on"]);
    let reviewed = desk.op("plan.review", with(vec![said(0, "forward"), said(1, "met")], "Steady"));
    assert_eq!(reviewed["review_due_on"], "2026-12-24");
    let review = &reviewed["reviews"][0];
    assert_eq!((&review["by"], &review["progress"][1]["progress"]), (&json!("Marisol Quiñones"), &json!("met")));
    assert_eq!(objective(&reviewed, 1)["state"], "met");
    // What was met is not asked again, and asking for it is named.
    let mut again = signing(&reviewed);
    again["fields"] =
        json!({ "progress": [said(0, "same"), said(1, "same")], "words": "Steady", "next_due_on": "2026-12-01" });
    assert_eq!(faults(&desk.refused("plan.review", again)), ["progress"]);
    let mut again = signing(&reviewed);
    again["fields"] = json!({ "progress": [said(0, "same")], "words": "Steady", "next_due_on": "2026-12-01" });
    let twice = desk.op("plan.review", again);
    assert_eq!((twice["reviews"].as_array().unwrap().len(), &twice["review_due_on"]), (2, &json!("2026-12-01")));
}

#[test]
fn one_version_is_held_beside_the_other() {
    let program = Program::open();
    let first = signed(&program);
    let desk = program.as_person("marisol");
    let draft = desk.op("plan.start", json!({ "client": program.client }));
    let mut changed = problems(&program.clinic.marisol);
    changed[0]["goals"][0]["objectives"] = json!([{ "words": "Name five cues before a shift", "target_on": "2026-12-15" },
        { "words": "Keep a sleep diary" }]);
    let draft = desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": changed }));
    let second = desk.op("plan.sign", signing(&draft));
    let both = json!({ "before": first["id"], "after": second["id"] });
    let lines = desk.query("plan.difference", both.clone())["lines"].take();
    let changes: Vec<(&str, &str)> = lines
        .as_array()
        .unwrap()
        .iter()
        .map(|line| (line["kind"].as_str().unwrap(), line["change"].as_str().unwrap()))
        .collect();
    assert_eq!(
        changes,
        [
            ("problem", "same"),
            ("goal", "same"),
            ("objective", "changed"),
            ("objective", "removed"),
            ("objective", "added"),
            ("intervention", "same"),
        ]
    );
    assert_eq!(lines[2]["before"][1], json!({ "words": "three", "change": "removed" }));
    // Another client's plan is no version of this one.
    let other = admitted(program.as_person("theodora"), "Silas", "Abara", &program.clinic.marisol, "2026-11-02");
    let marisol = program.as_person("marisol");
    let foreign = marisol.op("plan.start", json!({ "client": other }));
    let mixed = json!({ "before": first["id"], "after": foreign["id"] });
    assert_eq!(marisol.refused("plan.difference", mixed).code, Code::NotFound);
    assert_eq!(program.as_person("ambrose").refused("plan.difference", both).code, Code::NotFound);
}

#[test]
fn the_list_says_whose_plan_needs_what() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let other = admitted(desk, "Silas", "Abara", &program.clinic.ambrose, "2026-11-20");
    // Rosalind was admitted three weeks ago and has none.
    let due = program.as_person("marisol").query("plan.due", json!({}));
    assert_eq!(
        (due.as_array().unwrap().len(), &due[0]["name"], &due[0]["needs"], &due[0]["days_overdue"]),
        (1, &json!("Nakagawa-Whitfield, Rosalind"), &json!(["overdue", "first_plan"]), &json!(15))
    );
    let all = program.as_person("theodora").query("plan.due", json!({}));
    let names: Vec<&str> = all.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Nakagawa-Whitfield, Rosalind", "Abara, Silas"]);
    assert_eq!((&all[1]["needs"], &all[1]["counselor"]), (&json!(["first_plan"]), &json!("Ambrose Okafor")));
    let rev = program.clinic.desk.op("client.open", json!({ "id": other }))["identity"]["rev"].take();
    let seal = json!({ "id": other, "rev": rev, "restricted": true, "reason": "Kin of staff" });
    program.clinic.desk.op("client.restrict", seal);
    assert_eq!(program.clinic.desk.query("plan.due", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(program.as_person("jolene").refused("plan.due", json!({})).code, Code::NotPermitted);
}

#[test]
fn problems_come_from_the_assessment_and_the_diagnoses() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let diagnosis = |code: &str, words: &str, position: i64, resolved: Option<&str>| {
        let mut fields = json!({ "code": code, "words": words, "position": position });
        if let Some(on) = resolved {
            fields["resolved_on"] = json!(on);
        }
        desk.op("diagnosis.add", json!({ "client": program.client, "fields": fields }));
    };
    diagnosis("F11.20", "Opioid dependence, uncomplicated", 1, None);
    diagnosis("F41.1", "Generalized anxiety disorder", 2, Some("2026-11-20"));
    assessment::signed(desk, &program.client);
    let found = desk.query("plan.sources", json!({ "client": program.client }));
    assert_eq!(
        found,
        json!([{ "words": "Fentanyl use on night shifts", "found_in": "assessment" },
               { "words": "Opioid dependence, uncomplicated (F11.20)", "found_in": "diagnosis" }])
    );
}

#[test]
fn the_library_is_the_programs_until_the_practice_changes_it() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let shipped = desk.query("library.list", json!({}));
    let count = shipped.as_array().unwrap().len();
    assert!(count >= 60 && shipped[0]["id"].is_null() && shipped[0]["target_days"].is_number());
    let fields = json!({ "area": "Use and cravings", "words": "Name two cues", "intervention": "", "frequency": "",
        "retired": false });
    let with = json!({ "code": shipped[0]["code"], "fields": fields });
    let changed = desk.op("library.add", with.clone());
    assert_eq!((changed.as_array().unwrap().len(), &changed[0]["words"]), (count, &json!("Name two cues")));
    assert_eq!(desk.refused("library.add", with).rule, Some("plan.in_library"));
    let mut retired = fields.clone();
    retired["retired"] = json!(true);
    retired["target_days"] = json!(21);
    let change = json!({ "id": changed[0]["id"], "rev": changed[0]["rev"], "fields": retired });
    let changed = desk.op("library.change", change);
    assert_eq!((&changed[0]["retired"], &changed[0]["target_days"]), (&json!(true), &json!(21)));
    let own = desk.op("library.add", json!({ "fields": fields }));
    assert_eq!(own.as_array().unwrap().len(), count + 1);
    let empty = json!({ "code": "no-such", "fields": { "area": "", "words": " ", "intervention": "", "frequency": "",
        "target_days": 366, "retired": false } });
    assert_eq!(
        faults(&desk.refused("library.add", empty)),
        ["fields.target_days", "fields.area", "fields.words", "code"]
    );
    assert_eq!(
        program.as_person("jolene").refused("library.add", json!({ "fields": fields })).code,
        Code::NotPermitted
    );
}

/// A return begins without a plan: what the earlier stay left open is readable and is not this stay's.
#[test]
fn a_return_begins_without_the_plan_of_the_stay_before() {
    let program = Program::open();
    let plan = signed(&program);
    let desk = program.as_person("marisol");
    let first = desk.op("client.open", json!({ "id": program.client }))["episodes"][0].clone();
    let over = json!({ "id": first["id"], "rev": first["rev"], "discharged_on": "2026-11-24", "how": "completed",
        "reason": "Moved on" });
    desk.op("episode.discharge", over);
    let get = || program.clinic.desk.query("plan.get", json!({ "client": program.client }));
    assert_eq!(get()["active"]["id"], plan["id"], "after the discharge it is still the plan of the stay");
    let admission = json!({ "admitted_on": "2026-11-24", "level": "2.1", "track": "" });
    desk.op("episode.admit", json!({ "client": program.client, "admission": admission }));
    let now = get();
    assert_eq!((&now["active"], &now["objectives"]), (&Value::Null, &json!([])));
    assert_eq!((&now["versions"][0]["id"], &now["versions"][0]["stay"]), (&plan["id"], &json!(1)));
    assert_eq!(desk.query("plan.due", json!({}))[0]["needs"], json!(["first_plan"]));
    let waits = desk.query("day.mine", json!({}))["plans"].clone();
    assert_eq!((waits.as_array().unwrap().len(), &waits[0]["need"]), (1, &json!("first_plan")));
    let started = desk.op("plan.start", json!({ "client": program.client }));
    assert_eq!((&started["version"], &started["problems"]), (&json!(2), &json!([])), "empty pages");
    let old = desk.query("plan.version", json!({ "id": plan["id"] }));
    assert_eq!(old["problems"], plan["problems"]);
}
