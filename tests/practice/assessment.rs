//! Assessments: a draft, its signature, what is missing, the versions before, and who sees them.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};
use vault::testing::unfenced;
use vault::{Passphrase, Vault};

use crate::client_desk::Clinic;
use crate::desk::{Desk, PASSPHRASE};
use crate::note_desk::signing;
use crate::testing_desk::Program;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

const SECTIONS: [&str; 10] =
    ["reason", "use", "treatment", "health", "mental_health", "risk", "work", "family", "strengths", "summary"];

/// A whole assessment by the fourth edition, at level 2.1.
pub fn fields() -> Value {
    let sections: Vec<Value> =
        SECTIONS.iter().map(|key| json!({ "key": key, "text": format!("What was said about {key}.") })).collect();
    let ratings: Vec<Value> = (1..=6)
        .map(|number| {
            let mut rating = json!({ "number": number, "words": "Stable for now." });
            if number < 6 {
                rating["risk"] = json!(1);
            }
            rating
        })
        .collect();
    json!({ "edition": "4", "assessed_on": "2026-11-24", "sections": sections, "ratings": ratings, "indicated": "2.1",
        "given": "2.1", "difference": "", "difference_words": "", "problems": ["Fentanyl use on night shifts", " "] })
}

pub fn this(row: &Value) -> Value {
    json!({ "id": row["id"], "rev": row["rev"] })
}

pub fn saved(desk: &Desk, client: &Value, fields: Value) -> Value {
    let draft = desk.op("assessment.start", json!({ "client": client }));
    desk.op("assessment.save", json!({ "id": draft["id"], "rev": draft["rev"], "fields": fields }))
}

pub fn signed(desk: &Desk, client: &Value) -> Value {
    desk.op("assessment.sign", signing(&saved(desk, client, fields())))
}

#[test]
fn an_assessment_is_written_signed_and_read_in_every_version() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let first = signed(desk, &program.client);
    assert_eq!((&first["state"], &first["author"]), (&json!("signed"), &json!("Marisol Quiñones")));
    assert_eq!(first["fields"]["problems"], json!(["Fentanyl use on night shifts"]));

    // Within the stay the next version goes on from the last, and the last stays as it is.
    let draft = desk.op("assessment.start", json!({ "client": program.client }));
    assert_eq!((&draft["version"], &draft["fields"]["sections"]), (&json!(2), &first["fields"]["sections"]));
    let mut changed = fields();
    changed["sections"][0]["text"] = json!("The board wrote again.");
    let draft = desk.op("assessment.save", json!({ "id": draft["id"], "rev": draft["rev"], "fields": changed }));
    let second = desk.op("assessment.sign", signing(&draft));
    let shown = desk.query("assessment.get", json!({ "client": program.client }));
    assert_eq!((&shown["signed"]["id"], &shown["draft"]), (&second["id"], &Value::Null));
    let versions: Vec<i64> =
        shown["versions"].as_array().unwrap().iter().map(|one| one["version"].as_i64().unwrap()).collect();
    assert_eq!(versions, [2, 1]);
    let before = desk.query("assessment.version", json!({ "id": first["id"] }));
    assert_eq!(before["fields"]["sections"][0]["text"], "What was said about reason.");
}

#[test]
fn a_level_given_that_the_stay_does_not_have_is_offered_and_never_changed_by_itself() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let get = || desk.query("assessment.get", json!({ "client": program.client }));
    signed(desk, &program.client);
    assert_eq!(get()["level"], Value::Null, "the stay has it");
    let mut higher = fields();
    higher["indicated"] = json!("2.5");
    higher["given"] = json!("2.5");
    let draft = saved(desk, &program.client, higher);
    assert_eq!(get()["level"], Value::Null, "nobody signed it");
    desk.op("assessment.sign", signing(&draft));
    let offer = get()["level"].take();
    assert_eq!((&offer["level"], &offer["now"]), (&json!("2.5"), &json!("2.1")));
    let stay = desk.op("client.open", json!({ "id": program.client }))["episodes"][0].take();
    assert_eq!(stay["levels"].as_array().unwrap().len(), 1);
    desk.op(
        "episode.level",
        json!({ "episode": offer["episode"], "rev": offer["rev"], "level": offer["level"], "from_on": "2026-11-24" }),
    );
    assert_eq!(get()["level"], Value::Null);
}

#[test]
fn what_is_signed_is_never_written_again() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let done = signed(desk, &program.client);
    let save = json!({ "id": done["id"], "rev": done["rev"], "fields": fields() });
    assert_eq!(desk.refused("assessment.save", save).rule, Some("assessment.not_a_draft"));
    for (step, request) in [("assessment.sign", signing(&done)), ("assessment.discard", this(&done))] {
        assert_eq!(desk.refused(step, request).rule, Some("assessment.not_a_draft"), "{step}");
    }
    let ready = desk.query("assessment.ready", json!({ "id": done["id"] }));
    assert_eq!(ready["missing"][0]["field"], "state");
    // Also not past the door.
    desk.station.lock_hard();
    let passphrase = Passphrase::new(PASSPHRASE.into());
    let vault =
        Vault::sign_in(&desk.folder(), &practice::SCHEMA, "theodora", &passphrase, desk.clock.clone()).unwrap();
    let written = unfenced(&vault).unwrap().execute("update assessment set indicated = '1.5'", []);
    assert!(written.unwrap_err().to_string().contains("stays as it is"));
}

#[test]
fn nothing_is_signed_with_a_hole_in_it() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let mut holes = fields();
    holes["sections"] = json!(SECTIONS[1..].iter().map(|key| json!({ "key": key, "text": "x" })).collect::<Vec<_>>());
    holes["ratings"][1] = json!({ "number": 2, "words": "" });
    holes["given"] = json!("1.5");
    let draft = saved(desk, &program.client, holes);
    assert_eq!(
        faults(&desk.refused("assessment.sign", signing(&draft))),
        ["sections.reason", "ratings.2.risk", "ratings.2.words", "difference", "difference_words"]
    );
    let mut wrong = fields();
    wrong["assessed_on"] = json!("2026-11-25");
    wrong["indicated"] = json!("0.5");
    wrong["sections"][0]["key"] = json!("horoscope");
    wrong["ratings"][5]["risk"] = json!(1);
    let refusal = desk.refused("assessment.save", json!({ "id": draft["id"], "rev": draft["rev"], "fields": wrong }));
    assert_eq!(faults(&refusal), ["sections.0.key", "ratings.6.risk", "indicated", "assessed_on"]);
}

#[test]
fn a_draft_belongs_to_its_author_and_there_is_one() {
    let program = Program::open();
    program
        .as_person("theodora")
        .op("care_team.add", json!({ "client": program.client, "staff": program.clinic.ambrose, "part": "member" }));
    let draft = saved(program.as_person("marisol"), &program.client, fields());
    let again = program.clinic.desk.refused("assessment.start", json!({ "client": program.client }));
    assert_eq!(again.rule, Some("assessment.draft_there"));
    let ambrose = program.as_person("ambrose");
    assert_eq!(ambrose.refused("assessment.sign", signing(&draft)).rule, Some("assessment.not_author"));
    // Who may sign takes it over with what was written, and signs it as their own; nobody takes over their own.
    let taken = ambrose.op("assessment.take_over", this(&draft));
    assert_eq!((&taken["author"], &taken["fields"]), (&json!("Ambrose Okafor"), &draft["fields"]));
    assert_eq!(ambrose.refused("assessment.take_over", this(&taken)).rule, Some("assessment.own_draft"));
    ambrose.op("assessment.discard", this(&taken));
    let mine = ambrose.op("assessment.start", json!({ "client": program.client }));
    assert_eq!((&mine["version"], &mine["fields"]["sections"]), (&json!(1), &json!([])));
}

#[test]
fn a_new_stay_begins_with_empty_pages_in_the_edition_of_before() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let mut third = fields();
    third["edition"] = json!("3");
    third["ratings"][5]["risk"] = json!(2);
    desk.op("assessment.sign", signing(&saved(desk, &program.client, third)));
    let chart = desk.op("client.open", json!({ "id": program.client }));
    let stay = &chart["episodes"][0];
    desk.op(
        "episode.discharge",
        json!({ "id": stay["id"], "rev": stay["rev"], "how": "completed", "discharged_on": "2026-11-24", "reason": "Completed" }),
    );
    let draft = desk.op("assessment.start", json!({ "client": program.client }));
    assert_eq!(
        (&draft["version"], &draft["fields"]["edition"], &draft["fields"]["sections"]),
        (&json!(2), &json!("3"), &json!([]))
    );
    let signed = || desk.query("assessment.get", json!({ "client": program.client }))["signed"].clone();
    assert!(signed().get("earlier_stay").is_none(), "after the discharge it is still the assessment of the stay");
    let admission = json!({ "admitted_on": "2026-11-24", "level": "2.1", "track": "" });
    desk.op("episode.admit", json!({ "client": program.client, "admission": admission }));
    assert_eq!(signed()["earlier_stay"], 1);
    let sources = desk.query("plan.sources", json!({ "client": program.client }));
    let found = sources.as_array().unwrap().iter().filter(|one| one["found_in"] == "assessment").count();
    assert_eq!(found, 0, "what the stay before found is not found anew");
}

#[test]
fn who_does_not_read_the_plan_does_not_read_the_assessment() {
    let program = Program::open();
    let done = signed(program.as_person("marisol"), &program.client);
    let get = json!({ "client": program.client });
    assert_eq!(program.as_person("theodora").query("assessment.get", get.clone())["may_write"], false);
    for (login, code) in [("ambrose", Code::NotFound), ("jolene", Code::NotPermitted), ("bram", Code::NotPermitted)] {
        let desk = program.as_person(login);
        assert_eq!(desk.refused("assessment.get", get.clone()).code, code, "{login}");
        assert_eq!(desk.refused("assessment.version", json!({ "id": done["id"] })).code, code, "{login}");
    }
}

#[test]
fn the_template_says_what_each_edition_asks() {
    let clinic = Clinic::open();
    let template = clinic.desk.query("assessment.template", json!({}));
    let setting = |at: usize| {
        let dimensions = template["editions"][at]["dimensions"].as_array().unwrap();
        dimensions.iter().filter(|one| one["sets_level"] == true).count()
    };
    assert_eq!((&template["editions"][0]["edition"], setting(0), setting(1)), (&json!("4"), 5, 6));
    let required = template["sections"].as_array().unwrap().iter().filter(|one| one["required"] == true).count();
    assert_eq!(required, SECTIONS.len());
}
