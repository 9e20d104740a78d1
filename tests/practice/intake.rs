//! The intake packet: what records tick, what people mark, and what keeps a client out of a group.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::assessment;
use crate::client_desk::fields;
use crate::desk::Desk;
use crate::testing_desk::Program;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn packet(desk: &Desk, client: &Value) -> Value {
    desk.query("intake.packet", json!({ "client": client }))
}

fn item(packet: &Value, label: &str) -> Value {
    packet["items"].as_array().unwrap().iter().find(|one| one["label"] == label).unwrap().clone()
}

fn mark(desk: &Desk, client: &Value, label: &str, state: &str, reason: &str) -> Value {
    let id = item(&packet(desk, client), label)["item"].take();
    desk.op("intake.mark", json!({ "client": client, "item": id, "state": state, "reason": reason }))
}

fn consent(desk: &Desk, client: &Value, kind: &str) {
    desk.op(
        "consent.add",
        json!({ "client": client, "kind": kind, "purpose": "Care", "scope": "All", "signed_on": "2026-11-24",
                "expires_on": "2027-11-24" }),
    );
}

#[test]
fn records_tick_what_follows_from_them_and_people_the_rest() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let before = packet(desk, &program.client);
    assert_eq!((&before["missing"], before["items"].as_array().unwrap().len()), (&json!(9), 9));
    consent(desk, &program.client, "treatment");
    consent(desk, &program.client, "tpo");
    assessment::signed(desk, &program.client);
    desk.op(
        "emergency_contact.add",
        json!({ "client": program.client, "fields": { "name": "Her sister", "relationship": "sister",
                "phone": "555 0134 201", "knows_of_treatment": false } }),
    );
    let after = packet(desk, &program.client);
    for label in ["Consent to treatment", "Assessment signed", "Emergency contact"] {
        let one = item(&after, label);
        assert_eq!((&one["standing"], &one["by"]), (&json!("done"), &json!("")), "{label}");
    }
    let marked = mark(program.as_person("jolene"), &program.client, "Program rules", "done", "");
    let rules = item(&marked, "Program rules");
    assert_eq!(
        (&rules["standing"], &rules["by"], &rules["on"]),
        (&json!("done"), &json!("Jolene Abernathy"), &json!("2026-11-24"))
    );
    assert_eq!(marked["missing"], 4);
    // Taken back, it is red again; a second time there is nothing to take back.
    let clear = json!({ "id": rules["mark"], "rev": rules["mark_rev"] });
    let cleared = program.clinic.desk.op("intake.clear", clear);
    assert_eq!((&item(&cleared, "Program rules")["standing"], &cleared["missing"]), (&json!("missing"), &json!(5)));
    let again = json!({ "id": rules["mark"], "rev": 2 });
    assert_eq!(program.clinic.desk.refused("intake.clear", again).rule, Some("intake.already_cleared"));
}

#[test]
fn a_record_is_not_replaced_by_a_tick_and_not_applicable_says_why() {
    let program = Program::open();
    let desk = program.as_person("jolene");
    let tpo = item(&packet(desk, &program.client), "Consent for treatment, payment and operations");
    let mut with = json!({ "client": program.client, "item": tpo["item"], "state": "done" });
    assert_eq!(desk.refused("intake.mark", with.clone()).rule, Some("intake.follows_record"));
    with["state"] = json!("not_applicable");
    assert_eq!(faults(&desk.refused("intake.mark", with.clone())), ["reason"]);
    with["reason"] = json!("Pays in full and lets nobody be told");
    with["on"] = json!("2026-11-25");
    assert_eq!(faults(&desk.refused("intake.mark", with.clone())), ["on"]);
    with["on"] = json!("2026-11-23");
    let marked = desk.op("intake.mark", with);
    let tpo = item(&marked, "Consent for treatment, payment and operations");
    assert_eq!(
        (&tpo["standing"], &tpo["reason"]),
        (&json!("not_applicable"), &json!("Pays in full and lets nobody be told"))
    );
}

#[test]
fn a_return_begins_with_a_packet_of_its_own() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    consent(desk, &program.client, "treatment");
    mark(desk, &program.client, "Program rules", "done", "");
    assessment::signed(desk, &program.client);
    assert_eq!(packet(desk, &program.client)["missing"], 6);
    let stay = desk.op("client.open", json!({ "id": program.client }))["episodes"][0].take();
    desk.op(
        "episode.discharge",
        json!({ "id": stay["id"], "rev": stay["rev"], "how": "completed", "discharged_on": "2026-11-24", "reason": "Completed" }),
    );
    // The consent still holds; the marks and the assessment were those of the stay that ended.
    let again = packet(desk, &program.client);
    assert_eq!(again["missing"], 8);
    assert_eq!(item(&again, "Consent to treatment")["standing"], "done");
}

#[test]
fn what_blocks_keeps_a_client_out_of_a_group_where_the_setting_says_so() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let group = desk.op(
        "group.add",
        json!({ "fields": { "name": "Process A", "type": "process", "track": "", "room": "2", "capacity": 12,
                "facilitator": program.clinic.marisol } }),
    );
    let join = json!({ "group": group["id"], "client": program.client, "joined_on": "2026-11-24" });
    let with = |reason: &str| {
        let mut with = join.clone();
        with["packet_reason"] = json!(reason);
        with
    };
    desk.op("policy.set", json!({ "key": "packet_blocks_groups", "value": "yes", "effective_on": "2026-11-24" }));
    assert_eq!(packet(desk, &program.client)["blocks_groups"], true);
    assert_eq!(desk.refused("membership.join", join.clone()).rule, Some("intake.packet_open"));
    // A counselor's reason is not enough.
    let marisol = program.as_person("marisol");
    assert_eq!(marisol.refused("membership.join", with("Signs tonight")).rule, Some("intake.packet_open"));
    consent(marisol, &program.client, "treatment");
    assessment::signed(marisol, &program.client);
    mark(marisol, &program.client, "Notice of confidentiality", "done", "");
    let refusal = marisol.refused("membership.join", join.clone());
    assert!(refusal.message.contains("Program rules") && !refusal.message.contains("Fee agreement"));
    program.as_person("theodora").op("membership.join", with("Signs tonight"));
}

#[test]
fn a_whole_packet_lets_everybody_join() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    desk.op("policy.set", json!({ "key": "packet_blocks_groups", "value": "yes", "effective_on": "2026-11-24" }));
    let group = desk.op(
        "group.add",
        json!({ "fields": { "name": "Process A", "type": "process", "track": "", "room": "2", "capacity": 12,
                "facilitator": program.clinic.marisol } }),
    );
    let marisol = program.as_person("marisol");
    consent(marisol, &program.client, "treatment");
    assessment::signed(marisol, &program.client);
    mark(marisol, &program.client, "Notice of confidentiality", "done", "");
    mark(marisol, &program.client, "Program rules", "not_applicable", "Signed at the sister program");
    marisol
        .op("membership.join", json!({ "group": group["id"], "client": program.client, "joined_on": "2026-11-24" }));
}

#[test]
fn the_list_is_the_practices_own() {
    let program = Program::open();
    let desk = program.as_person("theodora");
    let own = json!({ "label": "Parking pass", "help": "", "follows": "nothing", "blocks": false, "track": "Day",
        "position": 10 });
    let items = desk.op("intake.add_item", json!({ "fields": own }));
    assert_eq!(items.as_array().unwrap().len(), 10);
    // Rosalind is in the evening track: it is not asked of her.
    assert_eq!(packet(desk, &program.client)["missing"], 9);
    let added = items[9].clone();
    let everybody = json!({ "label": "Parking pass", "help": "Two cars at most.", "follows": "nothing", "blocks": false,
        "track": "", "position": 1 });
    let change = json!({ "id": added["id"], "rev": added["rev"], "fields": everybody });
    desk.op("intake.change_item", change);
    assert_eq!(packet(desk, &program.client)["missing"], 10);
    desk.op("intake.retire_item", json!({ "id": added["id"], "rev": 2 }));
    assert_eq!(packet(desk, &program.client)["missing"], 9);
    let gone = desk.refused("intake.retire_item", json!({ "id": added["id"], "rev": 3 }));
    assert_eq!(gone.code, Code::NotFound);
    let wrong =
        json!({ "label": " ", "help": "", "follows": "nothing", "blocks": false, "track": "", "position": 0 });
    assert_eq!(
        faults(&desk.refused("intake.add_item", json!({ "fields": wrong }))),
        ["fields.position", "fields.label"]
    );
    assert_eq!(
        program.as_person("marisol").refused("intake.add_item", json!({ "fields": own })).code,
        Code::NotPermitted
    );
}

#[test]
fn the_desk_sees_whose_packet_is_red() {
    let program = Program::open();
    let desk = program.as_person("jolene");
    let call = crate::inquiry::call();
    let added = desk.op("inquiry.add", json!({ "who": { "new": fields("Silas", "Abara") }, "fields": call }));
    let step = json!({ "id": added["id"], "rev": 1, "to": "assessment_booked", "day": "2026-11-25" });
    desk.op("inquiry.step", step);
    let red = desk.query("day.mine", json!({}))["packets"].take();
    let names: Vec<&str> = red.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Abara, Silas", "Nakagawa-Whitfield, Rosalind"]);
    assert_eq!((&red[0]["admitted_on"], &red[1]["admitted_on"]), (&Value::Null, &json!("2026-11-02")));
    // A restricted chart stands on nobody's page but the care team's.
    let theodora = program.as_person("theodora");
    let rev = theodora.op("client.open", json!({ "id": program.client }))["identity"]["rev"].take();
    theodora.op(
        "client.restrict",
        json!({ "id": program.client, "rev": rev, "restricted": true, "reason": "Kin of staff" }),
    );
    assert_eq!(program.as_person("jolene").query("day.mine", json!({}))["packets"].as_array().unwrap().len(), 1);
    assert_eq!(
        program.clinic.desk.refused("intake.packet", json!({ "client": program.client })).code,
        Code::NotFound
    );
    assert_eq!(program.as_person("marisol").query("day.mine", json!({}))["packets"].as_array().unwrap().len(), 1);
}
