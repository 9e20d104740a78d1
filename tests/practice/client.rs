//! Clients: adding, changing, care team, episodes, and who reaches whom.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::client_desk::{Clinic, fields};
use crate::client_find::found;

pub fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

pub fn admission(on: &str) -> Value {
    json!({ "admitted_on": on, "level": "2.1", "track": "Evening" })
}

#[test]
fn a_client_is_added_with_everything_that_is_known() {
    let clinic = Clinic::open();
    let added = clinic.as_person("jolene").op(
        "client.add",
        json!({
            "fields": fields("Caroline", "Beaumont-Featherstonehaugh"),
            "contacts": [{ "kind": "cell", "value": "(617) 555-0134", "call_is_safe": true, "message_is_safe": false,
                           "preferred": true }],
            "insurance": { "position": 1, "payer": "Bay State Mutual", "member_number": "X1", "group_number": "",
                           "subscriber": "", "paid_in_full": false },
            "primary": clinic.marisol,
            "admission": admission("2026-11-24"),
        }),
    );
    assert_eq!(added["number"], 1);
    assert_eq!(added["opens"], true);
    let next = clinic.desk.op("client.add", json!({ "fields": fields("Ka\u{2bb}iulani", "Kealoha") }));
    assert_eq!(next["number"], 2);
}

#[test]
fn a_counselor_who_adds_a_client_is_the_primary_counselor_unless_another_is_chosen() {
    let clinic = Clinic::open();
    let desk = clinic.as_person("marisol");
    assert_eq!(desk.op("client.add", json!({ "fields": fields("Silas", "Abara") }))["opens"], true);
    let for_another = json!({ "fields": fields("Wren", "Abara"), "primary": clinic.ambrose });
    assert_eq!(desk.op("client.add", for_another)["opens"], false);
}

#[test]
fn every_fault_of_a_new_client_stands_beside_its_field() {
    let clinic = Clinic::open();
    let mut wrong = fields(" ", "");
    wrong["born_on"] = json!("2027-01-01");
    wrong["zip"] = json!("02139-4307-9");
    let refusal = clinic.desk.refused(
        "client.add",
        json!({
            "fields": wrong,
            "contacts": [
                { "kind": "cell", "value": "555", "call_is_safe": true, "message_is_safe": true, "preferred": true },
                { "kind": "email", "value": "nobody", "call_is_safe": true, "message_is_safe": true, "preferred": false },
            ],
            "insurance": { "position": 9, "payer": "", "member_number": "", "group_number": "", "subscriber": "",
                           "starts_on": "2026-02-01", "ends_on": "2026-01-01", "paid_in_full": false },
            "admission": admission("2026-11-25"),
        }),
    );
    assert_eq!(
        faults(&refusal),
        [
            "born_on",
            "family_name",
            "given_name",
            "zip",
            "contacts.0.value",
            "contacts.1.value",
            "insurance.position",
            "insurance.ends_on",
            "insurance.payer",
            "admission.admitted_on"
        ]
    );
}

#[test]
fn the_care_team_decides_who_reaches_the_chart() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let new_contact = json!({ "client": client, "fields": { "kind": "cell", "value": "617 555 0134",
                              "call_is_safe": true, "message_is_safe": true, "preferred": true } });

    assert_eq!(clinic.as_person("ambrose").refused("contact.add", new_contact.clone()).code, Code::NotFound);
    assert_eq!(clinic.as_person("marisol").op("contact.add", new_contact)["rev"], 1);

    let desk = clinic.as_person("theodora");
    let covers = |until: Option<&str>| json!({ "client": client, "staff": clinic.ambrose, "part": "covers", "ends_on": until });
    assert_eq!(faults(&desk.refused("care_team.add", covers(None))), ["ends_on"]);
    let place = desk.op("care_team.add", covers(Some("2026-11-30")));
    let another = json!({ "client": client, "fields": { "kind": "email", "value": "rosalind@example.org",
                          "call_is_safe": false, "message_is_safe": true, "preferred": false } });
    clinic.as_person("ambrose").op("contact.add", another.clone());

    let desk = clinic.as_person("theodora");
    assert_eq!(desk.op("care_team.end", json!({ "id": place["id"], "rev": 1, "ends_on": "2026-11-24" }))["rev"], 2);
    desk.clock.pass(24 * 60 * 60_000);
    assert_eq!(clinic.as_person("ambrose").refused("contact.add", another).code, Code::NotFound);
    let again = json!({ "id": place["id"], "rev": 2 });
    assert_eq!(clinic.as_person("theodora").refused("care_team.end", again).rule, Some("client.off_team_already"));
}

#[test]
fn who_may_be_put_on_a_care_team() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let add = |staff: &Value| json!({ "client": client, "staff": staff, "part": "member" });
    let rule = |login: &str, staff: &Value| clinic.as_person(login).refused("care_team.add", add(staff)).rule;
    assert_eq!(rule("theodora", &clinic.jolene), Some("client.not_clinical"));
    clinic.as_person("theodora").hire("Imre", "Halász", "imre", &["front_desk", "counselor"]);
    let imre = clinic.desk.query("staff.names", json!({}));
    let imre = imre.as_array().unwrap().iter().find(|row| row["name"] == "Imre Halász").unwrap()["id"].clone();
    assert_eq!(rule("imre", &imre), Some("client.yourself"));
    clinic.as_person("theodora").op("care_team.add", add(&imre));
    assert_eq!(rule("theodora", &imre), Some("client.on_team_already"));
}

#[test]
fn a_new_primary_counselor_ends_the_place_of_the_one_before() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    clinic.desk.op("care_team.add", json!({ "client": client, "staff": clinic.ambrose, "part": "primary" }));
    let change = json!({ "id": client, "rev": 1, "fields": fields("Rosalind", "Nakagawa-Whitfield") });
    clinic.as_person("ambrose").op("client.change", change);
    // Marisol hands over until midnight.
    let change = json!({ "id": client, "rev": 2, "fields": fields("Rosalind", "Nakagawa") });
    clinic.as_person("marisol").op("client.change", change.clone());
    clinic.desk.clock.pass(24 * 60 * 60_000);
    assert_eq!(clinic.as_person("marisol").refused("client.change", change).code, Code::NotFound);
}

#[test]
fn a_change_of_an_older_version_is_a_conflict() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let change = json!({ "id": client, "rev": 1, "fields": fields("Rosalind", "Nakagawa-Whitfield") });
    clinic.desk.op("client.change", change.clone());
    assert_eq!(clinic.desk.refused("client.change", change).code, Code::Conflict);
}

#[test]
fn a_stay_is_opened_moved_between_levels_ended_and_begun_anew() {
    let clinic = Clinic::open();
    let desk = &clinic.desk;
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let admit = |on: &str| json!({ "client": client, "admission": admission(on) });
    let rule = |name: &str, with: Value| desk.refused(name, with).rule.unwrap();

    let stay = desk.op("episode.admit", admit("2026-08-24"))["id"].clone();
    assert_eq!(rule("episode.admit", admit("2026-11-01")), "client.still_admitted");
    let level =
        |rev: i64, level: &str, on: &str| json!({ "episode": stay, "rev": rev, "level": level, "from_on": on });
    assert_eq!(faults(&desk.refused("episode.level", level(1, "1.0", "2026-08-23"))), ["from_on"]);
    assert_eq!(rule("episode.level", level(1, "2.1", "2026-11-24")), "client.same_level");
    desk.op("episode.level", level(1, "1.0", "2026-11-20"));
    desk.op("episode.level", level(2, "1.5", "2026-11-20"));
    assert_eq!(desk.refused("episode.level", level(2, "2.5", "2026-11-24")).code, Code::Conflict);

    let change = |rev: i64, on: &str| json!({ "id": stay, "rev": rev, "admitted_on": on, "track": "Day" });
    assert_eq!(faults(&desk.refused("episode.change", change(3, "2026-11-20"))), ["admitted_on"]);
    desk.op("episode.change", change(3, "2026-08-25"));

    let end = |rev: i64, on: &str| json!({ "id": stay, "rev": rev, "how": "completed", "discharged_on": on, "reason": "Completed" });
    assert_eq!(faults(&desk.refused("episode.discharge", end(4, "2026-11-25"))), ["discharged_on"]);
    assert_eq!(rule("episode.reopen", json!({ "id": stay, "rev": 4 })), "client.episode_open");
    desk.op("episode.discharge", end(4, "2026-11-20"));
    assert_eq!(rule("episode.discharge", end(5, "2026-11-20")), "client.episode_ended");
    assert_eq!(rule("episode.level", level(5, "2.5", "2026-11-24")), "client.episode_ended");
    desk.op("episode.reopen", json!({ "id": stay, "rev": 5 }));
    desk.op("episode.discharge", end(6, "2026-11-20"));

    assert_eq!(rule("episode.admit", admit("2026-11-19")), "client.inside_earlier");
    let second = desk.op("episode.admit", admit("2026-11-24"))["id"].clone();
    assert_eq!(rule("episode.reopen", json!({ "id": stay, "rev": 7 })), "client.still_admitted");
    desk.op("episode.void", json!({ "id": second, "rev": 1 }));
    desk.op("episode.reopen", json!({ "id": stay, "rev": 7 }));
}

pub fn open(clinic: &Clinic, client: &Value) -> Value {
    clinic.desk.op("client.open", json!({ "id": client }))
}

pub fn entries(clinic: &Clinic, action: &str) -> usize {
    clinic.as_person("theodora");
    let page = clinic.desk.query("audit.list", json!({ "limit": 200 }));
    page["rows"].as_array().unwrap().iter().filter(|row| row["action"] == action).count()
}

#[test]
fn an_opened_chart_is_one_entry_per_person_client_and_half_hour() {
    let clinic = Clinic::open();
    let (one, other) =
        (clinic.client("Wren", "Abara", &clinic.marisol), clinic.client("Silas", "Abara", &clinic.marisol));
    open(&clinic, &one);
    open(&clinic, &one);
    open(&clinic, &other);
    assert_eq!(entries(&clinic, "client.open"), 2);
    clinic.as_person("marisol");
    open(&clinic, &one);
    assert_eq!(entries(&clinic, "client.open"), 3);
    clinic.desk.clock.pass(30 * 60_000);
    clinic.as_person("theodora");
    open(&clinic, &one);
    assert_eq!(entries(&clinic, "client.open"), 4);
}

/// A client with every part of a chart.
fn full_chart(clinic: &Clinic) -> Value {
    let desk = clinic.as_person("marisol");
    let mut all = fields("Caroline", "Beaumont");
    all["preferred_name"] = json!("Cari");
    all["born_on"] = json!("1984-03-03");
    all["allergies"] = json!("Latex");
    let client = desk.op("client.add", json!({ "fields": all, "admission": admission("2026-08-24") }))["id"].take();
    let add = |call: &str, fields: Value| desk.op(call, json!({ "client": client, "fields": fields }));
    add(
        "emergency_contact.add",
        json!({ "name": "Noor Beaumont", "relationship": "Sister", "phone": "617 555 0199",
        "knows_of_treatment": true }),
    );
    add(
        "license.add",
        json!({ "label": "CRNA", "state": "MA", "number": "RN 00", "status": "conditions",
        "board": "", "monitoring_program": "" }),
    );
    add(
        "work.add",
        json!({ "employer": "Old Harbor Hospital", "unit": "OR 4", "position": "CRNA", "pattern": "rotating",
        "pattern_words": "three on, four off" }),
    );
    add(
        "medication.add",
        json!({ "name": "Sertraline", "dose": "100 mg", "frequency": "daily", "prescriber": "",
        "shows_as": "" }),
    );
    add("diagnosis.add", json!({ "code": "f11.21", "words": "Opioid dependence, in remission", "position": 1 }));
    let insurance = json!({ "position": 1, "payer": "Bay State Mutual", "member_number": "X1", "group_number": "",
        "subscriber": "", "paid_in_full": false });
    clinic.as_person("jolene").op("insurance.add", json!({ "client": client, "fields": insurance }));
    client
}

#[test]
fn what_a_role_may_not_see_is_absent_and_not_empty() {
    let clinic = Clinic::open();
    let client = full_chart(&clinic);
    clinic.as_person("theodora");
    for (login, role) in [("petra", "medical_reviewer"), ("opal", "privacy_officer"), ("cleo", "collector")] {
        clinic.desk.hire("Somebody", role, login, &[role]);
    }
    let parts = [
        "identity",
        "alerts",
        "contacts",
        "emergency_contacts",
        "work",
        "care_team",
        "episodes",
        "insurance",
        "licenses",
        "medications",
        "diagnoses",
    ];
    let shown = |login: &str| {
        clinic.as_person(login);
        let chart = open(&clinic, &client);
        parts.into_iter().filter(|part| chart.get(part).is_some()).collect::<Vec<_>>()
    };
    assert_eq!(shown("marisol"), parts);
    assert_eq!(shown("theodora"), parts);
    assert_eq!(shown("opal"), parts);
    assert_eq!(shown("jolene"), &parts[..9]);
    assert_eq!(shown("petra"), [&parts[..7], &["medications"]].concat());
    for login in ["ambrose", "cleo"] {
        assert_eq!(clinic.as_person(login).refused("client.open", json!({ "id": client })).code, Code::NotFound);
    }
    clinic.as_person("marisol");
    let chart = open(&clinic, &client);
    assert_eq!(
        (&chart["name"], &chart["number"], &chart["week"]),
        (&json!("Beaumont, Caroline"), &json!("C-0001"), &json!(14))
    );
    assert_eq!((&chart["identity"]["age"], &chart["state"]), (&json!(42), &json!("active")));
    assert_eq!(chart["diagnoses"][0]["code"], "F11.21");
    assert_eq!(chart["may"]["change_insurance"], false);
}

#[test]
fn a_medication_shows_as_what_a_test_looks_for_and_a_code_is_written_as_a_code() {
    let clinic = Clinic::open();
    let client = full_chart(&clinic);
    let desk = clinic.as_person("marisol");
    let medication = |shows: &str| {
        json!({ "client": client, "fields": { "name": "Gabapentin", "dose": "", "frequency": "", "prescriber": "",
            "shows_as": shows } })
    };
    let known = desk.query("panel.substances", json!({}));
    assert!(known.as_array().unwrap().iter().any(|one| one["key"] == "gaba" && one["name"] == "Gabapentin"));
    for wrong in ["gabapentin", "gaba,whatever", "GABA"] {
        assert_eq!(faults(&desk.refused("medication.add", medication(wrong))), ["shows_as"], "{wrong}");
    }
    let added = desk.op("medication.add", medication(" gaba , pregab,"));
    let rows = open(&clinic, &client)["medications"].take();
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == added["id"]).unwrap();
    assert_eq!(row["shows_as"], "gaba,pregab");
    let mut wrong = medication("opium")["fields"].take();
    wrong["stopped_on"] = json!("2026-11-24");
    let change = json!({ "id": added["id"], "rev": 1, "fields": wrong });
    assert_eq!(faults(&desk.refused("medication.change", change)), ["shows_as"]);
    let diagnosis = json!({ "client": client, "fields": { "code": "opioids", "words": "Opioids", "position": 2 } });
    assert_eq!(faults(&desk.refused("diagnosis.add", diagnosis)), ["code"]);
}

#[test]
fn parts_are_changed_taken_back_and_put_back() {
    let clinic = Clinic::open();
    let client = full_chart(&clinic);
    let desk = clinic.as_person("marisol");
    let row = open(&clinic, &client)["medications"][0].clone();
    let fields =
        |name: &str| json!({ "name": name, "dose": "50 mg", "frequency": "", "prescriber": "", "shows_as": "" });
    let change = |rev: i64, name: &str| json!({ "id": row["id"], "rev": rev, "fields": fields(name) });
    assert_eq!(desk.op("medication.change", change(1, "Naltrexone"))["rev"], 2);
    assert_eq!(desk.refused("medication.change", change(1, "Naltrexone")).code, Code::Conflict);
    assert_eq!(faults(&desk.refused("medication.change", change(2, ""))), ["name"]);
    let key = |rev: i64| json!({ "id": row["id"], "rev": rev });
    assert_eq!(desk.refused("medication.restore", key(2)).rule, Some("client.stands"));
    desk.op("medication.void", key(2));
    assert_eq!(open(&clinic, &client)["medications"], json!([]));
    assert_eq!(desk.refused("medication.change", change(3, "Naltrexone")).rule, Some("client.taken_back"));
    desk.op("medication.restore", key(3));
    assert_eq!(open(&clinic, &client)["medications"][0]["name"], "Naltrexone");
    assert_eq!(clinic.as_person("ambrose").refused("medication.void", key(4)).code, Code::NotFound);
    assert_eq!(clinic.as_person("jolene").refused("medication.void", key(4)).code, Code::NotPermitted);
    let insurance = json!({ "id": row["id"], "rev": 4 });
    assert_eq!(clinic.as_person("marisol").refused("insurance.void", insurance).code, Code::NotPermitted);
}

#[test]
fn a_client_entered_in_error_is_taken_back_while_nothing_points_at_it() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let void = |reason: &str| json!({ "id": client, "rev": 1, "reason": reason });
    assert_eq!(clinic.as_person("marisol").refused("client.void", void("Twice")).code, Code::NotPermitted);
    assert_eq!(faults(&clinic.as_person("theodora").refused("client.void", void(""))), ["reason"]);
    clinic.desk.op("client.void", void("Entered twice"));
    assert_eq!(clinic.desk.refused("client.open", json!({ "id": client })).code, Code::NotFound);
    assert!(found(&clinic, "theodora", "naka").is_empty());
}

#[test]
fn choices_come_from_the_reference_data() {
    let clinic = Clinic::open();
    let choices = clinic.desk.query("diagnosis.choices", json!({ "text": "F10.20" }));
    assert_eq!(choices[0]["code"], "F10.20");
    let professions = clinic.desk.query("client.professions", json!({}));
    assert!(professions.as_array().unwrap().iter().any(|row| row["short"] == "CRNA"));
}
