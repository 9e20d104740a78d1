//! The template of group notes: what every chart of a session shares and what is each person's own, by edition.

use practice::kernel::refusal::Refusal;
use serde_json::{Value, json};

use crate::note_desk::{Chart, proof};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn section(key: &str, label: &str, required: bool, shared: bool) -> Value {
    json!({ "key": key, "label": label, "hint": "", "required": required, "carries": false, "shared": shared })
}

/// What the director asks for besides.
fn wider() -> Value {
    json!([
        section("words", "What we did", true, true),
        section("", "Handout", false, true),
        section("line", "Own line", true, false),
        section("", "Took away", true, false)
    ])
}

struct Groups {
    chart: Chart,
    group: Value,
}

impl Groups {
    /// A group of Marisol's with Caroline and Mehmet. Marisol is signed in.
    fn open() -> Self {
        let chart = Chart::open();
        let desk = chart.clinic.as_person("theodora");
        let fields = json!({ "name": "Process group", "type": "process", "capacity": 12, "facilitator": chart.clinic.marisol });
        let group = desk.op("group.add", json!({ "fields": fields, "slots": [] }))["id"].take();
        for client in [&chart.caroline, &chart.mehmet] {
            desk.op("membership.join", json!({ "group": group, "client": client, "joined_on": "2026-11-02" }));
        }
        chart.clinic.as_person("marisol");
        Self { chart, group }
    }

    /// A session with its attendance.
    fn session(&self, starts: &str) -> Value {
        self.chart.clinic.as_person("theodora");
        let fields =
            json!({ "kind": "group", "group": self.group, "on_date": "2026-11-24", "starts": starts, "minutes": 60 });
        let planned = self.chart.desk().op("session.plan", fields);
        let desk = self.chart.clinic.as_person("marisol");
        desk.op("attendance.record", json!({ "session": planned["id"], "rev": planned["rev"], "exceptions": [] }));
        planned["id"].clone()
    }

    fn page(&self, session: &Value) -> Value {
        self.chart.desk().query("group_note.get", json!({ "session": session }))
    }

    fn labels(&self, session: &Value) -> Vec<String> {
        let page = self.page(session);
        let sections = page["sections"].as_array().unwrap();
        sections.iter().map(|one| one["label"].as_str().unwrap().to_owned()).collect()
    }

    /// The director changes what is asked for.
    fn change(&self, sections: Value) -> Result<Value, Refusal> {
        let desk = self.chart.clinic.as_person("theodora");
        let row = template(&self.chart);
        let request =
            json!({ "id": row["id"], "rev": row["rev"], "name": "Group", "first": false, "sections": sections });
        let answer = desk.call("note_template.change", request);
        self.chart.clinic.as_person("marisol");
        answer
    }

    fn entry(&self, session: &Value, client: &Value) -> Value {
        let page = self.page(session);
        page["entries"].as_array().unwrap().iter().find(|entry| entry["client"]["id"] == *client).unwrap().clone()
    }

    /// A save of both people, with further sections of the shared part and of Caroline's own.
    fn saving(&self, session: &Value, (shared, own): (Value, Value)) -> Value {
        let page = self.page(session);
        let entry = |client: &Value, line: &str, more: Value| {
            json!({ "client": client, "rev": self.entry(session, client)["rev"], "participation": 2, "line": line,
                    "more": more, "objectives": [], "risk_words": "", "skipped": false })
        };
        let words = json!({ "rev": page["shared"]["rev"], "topic": "Shame", "interventions": [], "more": shared,
                            "words": "Practiced an answer.", "risk_statement": true });
        json!({ "session": session, "shared": words, "entries": [
            entry(&self.chart.caroline, "Spoke of the drive home.", own),
            entry(&self.chart.mehmet, "Named what it costs.", took("Rang the sponsor.")) ] })
    }

    fn sign(&self, session: &Value) -> Result<Value, Refusal> {
        self.chart.desk().call("group_note.sign", json!({ "sessions": [session], "proof": proof() }))
    }
}

fn took(text: &str) -> Value {
    json!([{ "key": "took_away", "text": text }])
}

fn handout(text: &str) -> Value {
    json!([{ "key": "handout", "text": text }])
}

fn template(chart: &Chart) -> Value {
    let list = chart.desk().query("note_template.list", json!({}));
    list["templates"].as_array().unwrap().iter().find(|row| row["kind"] == "group").unwrap().clone()
}

#[test]
fn a_new_practice_asks_for_one_line_each_and_one_of_the_group() {
    let groups = Groups::open();
    let session = groups.session("10:00");
    let page = groups.page(&session);
    let asked: Vec<_> =
        page["sections"].as_array().unwrap().iter().map(|one| (&one["key"], &one["required"])).collect();
    assert_eq!(asked, [(&json!("words"), &json!(true)), (&json!("line"), &json!(true))]);
    assert_eq!((&page["shared"]["more"], &page["entries"][0]["more"]), (&json!([]), &json!([])));
    let row = template(&groups.chart);
    assert_eq!((&row["shipped"], &row["edition"], &row["first"]), (&json!(true), &json!(1), &json!(true)));
}

#[test]
fn a_session_keeps_the_edition_it_was_begun_with_in_both_parts() {
    let groups = Groups::open();
    let Groups { chart, .. } = &groups;
    let before = groups.session("10:00");
    let mut save = groups.saving(&before, (json!([]), json!([])));
    save["entries"][1]["more"] = json!([]);
    chart.desk().op("group_note.save", save);
    assert_eq!(groups.change(wider()).unwrap()["answer"]["edition"], 2);

    let after = groups.session("12:00");
    assert_eq!(groups.labels(&before), ["What the group did", "Own line"]);
    assert_eq!(groups.labels(&after), ["What we did", "Handout", "Own line", "Took away"]);
    assert_eq!(groups.sign(&before).unwrap()["answer"][0]["signed"], 2);

    // What is required of a person stops the signature until it is there, and an optional section does not.
    chart.desk().op("group_note.save", groups.saving(&after, (handout("Page 3"), took(""))));
    let entry = groups.entry(&after, &chart.caroline);
    let missing: Vec<_> = entry["missing"].as_array().unwrap().iter().map(|point| &point["field"]).collect();
    assert_eq!(missing, ["more.took_away"]);
    assert_eq!(groups.sign(&after).unwrap_err().rule, Some("note.not_ready"));
    chart.desk().op("group_note.save", groups.saving(&after, (handout("Page 3"), took("One plan for Friday."))));
    assert_eq!(groups.sign(&after).unwrap()["answer"][0]["signed"], 2);

    // Both signed notes say what their edition asked, also after another one.
    groups.change(json!([section("words", "Group", true, true), section("line", "Line", true, false)])).unwrap();
    let labels = |session: &Value| -> Vec<String> {
        let note = chart.note(&groups.entry(session, &chart.caroline)["note"]);
        note["sections"].as_array().unwrap().iter().map(|one| one["label"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(labels(&before), ["Own line"]);
    assert_eq!(labels(&after), ["Own line", "Took away"]);
    let note = chart.note(&groups.entry(&after, &chart.caroline)["note"]);
    assert_eq!(note["shared"]["words"], "Practiced an answer.\n\nHandout: Page 3");
    assert_eq!(note["sections"][1]["text"], "One plan for Friday.");
    let verified = chart.desk().query("verification.signatures", json!({ "client": chart.caroline }));
    assert_eq!(verified, json!({ "documents": 2, "unproven": 0, "faults": [] }));
}

#[test]
fn a_further_section_names_nobody_either() {
    let groups = Groups::open();
    let Groups { chart, .. } = &groups;
    groups.change(wider()).unwrap();
    let session = groups.session("10:00");
    let save = groups.saving(&session, (handout("For Mehmet"), took("Rang Mehmet.")));
    chart.desk().op("group_note.save", save);
    let page = groups.page(&session);
    assert_eq!(page["missing"][0]["field"], "more.handout");
    assert_eq!(page["shared"]["named"], "Mehmet");
    let entry = groups.entry(&session, &chart.caroline);
    assert_eq!((&entry["missing"][0]["field"], &entry["named"]), (&json!("more.took_away"), &json!("Mehmet")));
}

#[test]
fn somebody_left_for_later_is_finished_under_the_same_edition() {
    let groups = Groups::open();
    let Groups { chart, .. } = &groups;
    groups.change(wider()).unwrap();
    let session = groups.session("10:00");
    let mut save = groups.saving(&session, (json!([]), took("One plan.")));
    save["entries"][0]["skipped"] = json!(true);
    chart.desk().op("group_note.save", save);
    groups.sign(&session).unwrap();
    groups.change(json!([section("words", "Group", true, true), section("line", "Line", true, false)])).unwrap();
    let note = chart.note(&groups.entry(&session, &chart.caroline)["note"]);
    assert_eq!((&note["state"], &note["template_name"]), (&json!("draft"), &json!("Group")));
    let sections =
        json!([{ "key": "line", "text": "Spoke of the drive home." }, { "key": "took_away", "text": "One plan." }]);
    let body = json!({ "template": note["template"], "sections": sections, "objectives": [], "risk": "none_observed",
                       "risk_words": "" });
    let signed =
        chart.desk().op("note.sign", json!({ "id": note["id"], "rev": note["rev"], "body": body, "proof": proof() }));
    assert_eq!(signed["state"], "signed");
    let note = chart.note(&note["id"]);
    assert_eq!((&note["format"], &note["sections"][1]["label"]), (&json!("group"), &json!("Took away")));
}

#[test]
fn what_the_template_of_groups_must_keep() {
    let groups = Groups::open();
    let Groups { chart, .. } = &groups;
    for sections in [
        json!([section("words", "Words", true, true), section("", "Other", true, false)]),
        json!([section("line", "Line", true, false)]),
        json!([section("words", "Words", false, true), section("line", "Line", true, false)]),
    ] {
        let refusal = groups.change(sections.clone()).unwrap_err();
        assert!(faults(&refusal).contains(&"sections"), "{sections}");
    }
    let desk = chart.clinic.as_person("theodora");
    let row = template(chart);
    let retire = json!({ "id": row["id"], "rev": row["rev"] });
    assert_eq!(desk.refused("note_template.retire", retire).rule, Some("note_template.every_group"));
    let another = json!({ "name": "Second", "kind": "group", "first": false, "sections": wider() });
    assert_eq!(faults(&desk.refused("note_template.add", another)), ["kind"]);
    chart.clinic.as_person("marisol");
    let session = groups.session("10:00");
    let unknown = groups.saving(&session, (handout("Page 3"), json!([])));
    let refusal = chart.desk().refused("group_note.save", unknown);
    assert_eq!(faults(&refusal), ["shared.more.handout", "entries.1.more.took_away"]);
}
