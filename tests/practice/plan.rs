//! Plans: a draft, its signature, the version it supersedes, and who sees which of it.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::client_desk::Clinic;
use crate::desk::Desk;
use crate::note_desk::{by_director, proof, signing};
use crate::testing_desk::Program;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

/// Two goals with two and one objectives.
fn problems() -> Value {
    json!([
        { "words": "Fentanyl use on night shifts", "goals": [
            { "words": "I want to keep my license", "objectives": [
                { "words": "Name three cues before a shift", "target_on": "2026-12-15" },
                { "words": "Call the sponsor before every shift" }] },
            { "words": "I want to sleep", "objectives": [{ "words": "Keep a sleep diary for two weeks" }] }] }
    ])
}

fn this(plan: &Value) -> Value {
    json!({ "id": plan["id"], "rev": plan["rev"] })
}

fn saved(desk: &Desk, client: &Value) -> Value {
    let draft = desk.op("plan.start", json!({ "client": client }));
    desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems() }))
}

fn signed(desk: &Desk, client: &Value) -> Value {
    desk.op("plan.sign", signing(&saved(desk, client)))
}

fn labels(plan: &Value) -> Vec<String> {
    let of = |value: &Value, key: &str| value[key].as_array().unwrap().clone();
    let goals = of(plan, "problems").into_iter().flat_map(|problem| of(&problem, "goals"));
    let objectives = goals.flat_map(|goal| of(&goal, "objectives"));
    objectives.map(|one| format!("{} {}", one["label"].as_str().unwrap(), one["words"].as_str().unwrap())).collect()
}

#[test]
fn a_plan_is_drafted_signed_and_due_for_review_when_the_policy_says() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let draft = saved(desk, &program.client);
    assert_eq!((&draft["state"], &draft["version"]), (&json!("draft"), &json!(1)));
    let plan = desk.op("plan.sign", signing(&draft));
    assert_eq!(
        labels(&plan),
        [
            "1.1 Name three cues before a shift",
            "1.2 Call the sponsor before every shift",
            "2.1 Keep a sleep diary for two weeks"
        ]
    );
    assert_eq!((&plan["state"], &plan["author"]), (&json!("active"), &json!("Marisol Quiñones")));
    assert_eq!((&plan["review_due_on"], &plan["days_overdue"]), (&json!("2026-12-24"), &json!(-30)));
    let shown = desk.query("plan.get", json!({ "client": program.client }));
    assert_eq!(shown["active"]["id"], plan["id"]);
    assert_eq!((&shown["draft"], shown["objectives"].as_array().unwrap().len()), (&Value::Null, 3));
}

#[test]
fn a_goal_that_is_reached_is_not_carried_into_the_next_version() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let first = signed(desk, &program.client);
    for objective in first["problems"][0]["goals"][0]["objectives"].as_array().unwrap() {
        let met = json!({ "id": objective["id"], "rev": objective["rev"], "state": "met" });
        desk.op("plan.mark", met);
    }
    let draft = desk.op("plan.start", json!({ "client": program.client }));
    assert_eq!(labels(&draft), ["1.1 Keep a sleep diary for two weeks"]);
    // Nothing with a hole in it was carried: it can be signed as it is.
    desk.op("plan.sign", signing(&draft));
}

#[test]
fn a_new_version_goes_on_with_what_is_open_and_supersedes_the_old_one() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let first = signed(desk, &program.client);
    let met = first["problems"][0]["goals"][0]["objectives"][0].clone();
    let marked = desk.op("plan.mark", json!({ "id": met["id"], "rev": met["rev"], "state": "met" }));
    assert_eq!(marked["problems"][0]["goals"][0]["objectives"][0]["state"], "met");
    let open = desk.query("plan.get", json!({ "client": program.client }))["objectives"].clone();
    assert_eq!(open.as_array().unwrap().len(), 2);

    let draft = desk.op("plan.start", json!({ "client": program.client }));
    assert_eq!(draft["version"], 2);
    assert_eq!(labels(&draft), ["1.1 Call the sponsor before every shift", "2.1 Keep a sleep diary for two weeks"]);
    let again = desk.refused("plan.start", json!({ "client": program.client }));
    assert_eq!(again.rule, Some("plan.draft_there"));
    let second = desk.op(
        "plan.sign",
        json!({ "id": draft["id"], "rev": draft["rev"], "review_due_on": "2026-12-01", "proof": proof() }),
    );
    assert_eq!(second["review_due_on"], "2026-12-01");
    let versions = desk.query("plan.get", json!({ "client": program.client }))["versions"].clone();
    let states: Vec<&str> = versions.as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["active", "superseded"]);
    // The old version is as it was, the met objective included.
    let old = desk.query("plan.version", json!({ "id": first["id"] }));
    assert_eq!(labels(&old).len(), 3);
    assert_eq!(
        desk.refused("plan.mark", json!({ "id": met["id"], "rev": 2, "state": "open" })).rule,
        Some("plan.not_active")
    );
    assert_eq!(
        desk.refused("plan.save", json!({ "id": second["id"], "rev": second["rev"], "problems": [] })).rule,
        Some("plan.not_a_draft")
    );
}

#[test]
fn nothing_is_signed_with_a_hole_in_it() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let draft = desk.op("plan.start", json!({ "client": program.client }));
    assert_eq!(faults(&desk.refused("plan.sign", signing(&draft))), ["problems"]);
    let holes = json!([{ "words": "Sleep", "goals": [{ "words": " ", "objectives": [{ "words": "" }] }] }, { "words": "x", "goals": [] }]);
    let draft = desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": holes }));
    assert_eq!(
        faults(&desk.refused("plan.sign", signing(&draft))),
        ["problems.0.goals.0.words", "problems.0.goals.0.objectives.0.words", "problems.1.goals"]
    );
    let mut dates =
        signing(&desk.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems() })));
    dates["effective_on"] = json!("2026-11-25");
    dates["review_due_on"] = json!("2026-11-25");
    assert_eq!(faults(&desk.refused("plan.sign", dates)), ["effective_on", "review_due_on"]);
    let long = json!([{ "words": "a".repeat(1001), "goals": [] }]);
    let save = json!({ "id": draft["id"], "rev": 3, "problems": long });
    assert_eq!(faults(&desk.refused("plan.save", save)), ["problems.0.words"]);
}

#[test]
fn a_draft_is_discarded_and_leaves_its_number() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let draft = saved(desk, &program.client);
    assert_eq!(desk.refused("plan.discard", json!({ "id": draft["id"], "rev": 1 })).code, Code::Conflict);
    desk.op("plan.discard", this(&draft));
    assert_eq!(
        desk.refused("plan.sign", json!({ "id": draft["id"], "rev": 3, "proof": proof() })).code,
        Code::NotFound
    );
    assert_eq!(desk.op("plan.start", json!({ "client": program.client }))["version"], 1);
    assert_eq!(desk.query("plan.get", json!({ "client": program.client }))["versions"].as_array().unwrap().len(), 1);
}

#[test]
fn somebody_else_approves_the_plan() {
    let program = Program::open();
    let plan = signed(program.as_person("marisol"), &program.client);
    assert_eq!(program.clinic.desk.refused("plan.approve", signing(&plan)).rule, Some("plan.own_plan"));
    assert_eq!(program.as_person("jolene").refused("plan.approve", signing(&plan)).code, Code::NotPermitted);
    let may = |login: &str| {
        program.as_person(login).query("plan.get", json!({ "client": program.client }))["may_approve"].clone()
    };
    assert_eq!((may("marisol"), may("theodora")), (json!(false), json!(true)));
    let approved = program.as_person("theodora").op("plan.approve", by_director(&plan));
    assert_eq!(approved["approved_by"], "Theodora Brandvold");
    let again = program.clinic.desk.refused("plan.approve", by_director(&approved));
    assert_eq!(again.rule, Some("plan.already_approved"));
    assert_eq!(may("theodora"), false);
}

#[test]
fn the_supervisor_of_the_author_approves_and_no_other_colleague() {
    let program = Program::open();
    let director = program.as_person("theodora");
    let ludek = director.hire("Ludek", "Marsh", "ludek", &["counselor"]);
    let staff = director.query("staff.list", json!({}));
    let ambrose = staff.as_array().unwrap().iter().find(|row| row["id"] == program.clinic.ambrose).unwrap().clone();
    let supervised = json!({ "id": ambrose["id"], "rev": ambrose["rev"], "given_name": "Ambrose", "family_name": "Okafor",
        "roles": ["counselor"], "supervisor": program.clinic.marisol });
    director.op("staff.change", supervised);
    let desk = program.as_person("marisol");
    for colleague in [&program.clinic.ambrose, &ludek["id"]] {
        desk.op("care_team.add", json!({ "client": program.client, "staff": colleague, "part": "member" }));
    }
    let plan = signed(program.as_person("ambrose"), &program.client);
    let may = |login: &str| {
        program.as_person(login).query("plan.get", json!({ "client": program.client }))["may_approve"].clone()
    };
    assert_eq!((may("ambrose"), may("marisol"), may("ludek")), (json!(false), json!(true), json!(false)));
    let send_back = json!({ "id": plan["id"], "rev": plan["rev"], "comment": "Say by when" });
    for (call, request) in [("plan.approve", signing(&plan)), ("plan.return", send_back)] {
        let refusal = program.as_person("ludek").refused(call, request);
        assert_eq!(refusal.rule, Some("plan.not_the_approver"), "{call}");
    }
    let approved = program.as_person("marisol").op("plan.approve", signing(&plan));
    assert_eq!(approved["approved_by"], "Marisol Quiñones");
}

#[test]
fn a_director_who_is_also_the_author_does_not_approve() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let staff = desk.query("staff.list", json!({}));
    let me = staff.as_array().unwrap().iter().find(|row| row["self"] == true).unwrap().clone();
    desk.op(
        "staff.change",
        json!({ "id": me["id"], "rev": me["rev"], "given_name": "Theodora", "family_name": "Brandvold",
        "roles": ["director", "counselor"] }),
    );
    desk.op("care_team.add", json!({ "client": program.client, "staff": me["id"], "part": "primary" }));
    let plan = desk.op("plan.sign", by_director(&saved(desk, &program.client)));
    assert_eq!(desk.refused("plan.approve", by_director(&plan)).rule, Some("plan.own_plan"));
}

#[test]
fn a_plan_needs_a_stay() {
    let clinic = Clinic::open();
    let client = clinic.client("Silas", "Abara", &clinic.marisol);
    let refusal = clinic.as_person("marisol").refused("plan.start", json!({ "client": client }));
    assert_eq!(refusal.rule, Some("plan.no_episode"));
}

#[test]
fn a_facilitator_sees_the_open_objectives_only() {
    let program = Program::open();
    let plan = signed(program.as_person("marisol"), &program.client);
    let desk = program.as_person("theodora");
    let odile = desk.hire("Odile", "Tran", "odile", &["facilitator"])["id"].clone();
    let get = json!({ "client": program.client });
    assert_eq!(program.as_person("odile").refused("plan.get", get.clone()).code, Code::NotFound);
    let desk = program.as_person("theodora");
    let group = desk.op(
        "group.add",
        json!({ "fields": { "name": "Process A", "type": "process", "track": "", "room": "2",
        "capacity": 12, "facilitator": odile } }),
    );
    desk.op("membership.join", json!({ "group": group["id"], "client": program.client, "joined_on": "2026-11-02" }));
    let seen = program.as_person("odile").query("plan.get", get.clone());
    assert_eq!(
        (seen["objectives"].as_array().unwrap().len(), &seen["active"], &seen["versions"]),
        (3, &Value::Null, &json!([]))
    );
    assert_eq!(program.clinic.desk.refused("plan.version", json!({ "id": plan["id"] })).code, Code::NotPermitted);
    assert_eq!(
        program.as_person("ambrose").refused("plan.version", json!({ "id": plan["id"] })).code,
        Code::NotFound
    );
    assert_eq!(program.as_person("jolene").refused("plan.get", get).code, Code::NotPermitted);
}
