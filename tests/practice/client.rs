//! Clients: adding, changing, care team, episodes, and who reaches whom.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::client_desk::{Clinic, fields};
use crate::desk::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::evening_desk::{Evening, group_fields};

pub fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn admission(on: &str) -> Value {
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

fn entries(clinic: &Clinic, action: &str) -> usize {
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

fn found(clinic: &Clinic, login: &str, text: &str) -> Vec<String> {
    let rows = clinic.as_person(login).query("client.find", json!({ "text": text }));
    rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn clients_are_found_by_any_part_of_any_name_and_by_number() {
    let clinic = Clinic::open();
    let mut caroline = fields("Caroline", "Beaumont-Featherstonehaugh");
    caroline["preferred_name"] = json!("Cari");
    caroline["other_names"] = json!("Oyelaran");
    clinic.desk.op("client.add", json!({ "fields": caroline, "primary": clinic.marisol }));
    clinic.client("Zoë", "Núñez", &clinic.ambrose);
    clinic.client("Ka\u{2bb}iulani", "O\u{2019}Beau", &clinic.ambrose);
    let caroline = "Beaumont-Featherstonehaugh, Caroline (Cari)";
    for (text, expected) in [
        ("beau", vec![caroline, "O\u{2019}Beau, Ka\u{2bb}iulani"]),
        ("stone", vec![caroline]),
        ("car beau", vec![caroline]),
        ("CARI", vec![caroline]),
        ("oye", vec![caroline]),
        ("nunez", vec!["Núñez, Zoë"]),
        ("ZOE", vec!["Núñez, Zoë"]),
        ("obeau kai", vec!["O\u{2019}Beau, Ka\u{2bb}iulani"]),
        ("C-0002", vec!["Núñez, Zoë"]),
        ("3", vec!["O\u{2019}Beau, Ka\u{2bb}iulani"]),
        ("%", vec![]),
        ("nobody", vec![]),
    ] {
        assert_eq!(found(&clinic, "theodora", text), expected, "{text}");
    }
    assert_eq!(found(&clinic, "marisol", "beau"), [caroline]);
    assert_eq!(found(&clinic, "ambrose", "c-0001"), Vec::<String>::new());
}

#[test]
fn with_nothing_typed_the_charts_opened_last_are_found() {
    let clinic = Clinic::open();
    let (one, other) =
        (clinic.client("Wren", "Abara", &clinic.marisol), clinic.client("Silas", "Abara", &clinic.marisol));
    assert!(found(&clinic, "theodora", "").is_empty());
    open(&clinic, &one);
    clinic.desk.clock.pass(1_000);
    open(&clinic, &other);
    assert_eq!(found(&clinic, "theodora", ""), ["Abara, Silas", "Abara, Wren"]);
    let restrict = json!({ "id": other, "rev": 1, "restricted": true, "reason": "Sister of a colleague" });
    clinic.desk.op("client.restrict", restrict);
    assert_eq!(found(&clinic, "theodora", " "), ["Abara, Wren"]);
}

#[test]
fn a_restricted_chart_is_nowhere_for_who_is_not_named() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let restrict =
        |rev: i64, on: bool, reason: &str| json!({ "id": client, "rev": rev, "restricted": on, "reason": reason });
    let alone = clinic.desk.op("client.add", json!({ "fields": fields("Wren", "Abara") }));
    let nobody = json!({ "id": alone["id"], "rev": 1, "restricted": true, "reason": "Sister of a colleague" });
    assert_eq!(clinic.desk.refused("client.restrict", nobody).rule, Some("client.no_team"));
    assert_eq!(faults(&clinic.desk.refused("client.restrict", restrict(1, true, " "))), ["reason"]);
    let refused = clinic.as_person("jolene").refused("client.restrict", restrict(1, true, "Sister of a colleague"));
    assert_eq!(refused.code, Code::NotPermitted);
    clinic.as_person("theodora").op("client.restrict", restrict(1, true, "Sister of a colleague"));

    let same = json!({ "family_name": "Nakagawa", "given_name": "Rosalind", "preferred_name": "", "phones": [] });
    let listed =
        json!({ "which": "all", "sort": "name", "descending": false, "text": "naka", "skip": 0, "limit": 50 });
    for login in ["theodora", "jolene"] {
        let desk = clinic.as_person(login);
        assert_eq!(desk.refused("client.open", json!({ "id": client })).code, Code::NotFound);
        assert_eq!(desk.query("client.list", listed.clone())["total"].as_i64().unwrap_or(0), 0);
        let duplicates = desk.query("client.duplicates", same.clone());
        assert_eq!(duplicates, json!({ "rows": [], "elsewhere": false }));
        assert!(found(&clinic, login, "naka").is_empty());
    }
    assert_eq!(found(&clinic, "marisol", "naka"), ["Nakagawa, Rosalind"]);
    assert_eq!(clinic.desk.query("client.list", listed)["total"], 1);
    let place = open(&clinic, &client)["care_team"][0].clone();
    let end = json!({ "id": place["id"], "rev": 1 });
    assert_eq!(clinic.desk.refused("care_team.end", end).rule, Some("client.last_on_restricted"));
    clinic.desk.op("client.restrict", restrict(2, false, "No longer"));
    assert_eq!(found(&clinic, "theodora", "naka"), ["Nakagawa, Rosalind"]);
}

#[test]
fn the_list_is_filtered_sorted_and_paged() {
    let clinic = Clinic::open();
    let desk = &clinic.desk;
    for (given, family, on) in
        [("Ada", "Zhu", Some("2026-11-02")), ("Bo", "Älund", Some("2026-08-24")), ("Cy", "Mbeki", None)]
    {
        let with = json!({ "fields": fields(given, family), "primary": clinic.marisol,
                           "admission": on.map(admission) });
        desk.op("client.add", with);
    }
    let left = clinic.client("Di", "Moss", &clinic.ambrose);
    let stay =
        desk.op("episode.admit", json!({ "client": left, "admission": admission("2026-01-05") }))["id"].clone();
    desk.op(
        "episode.discharge",
        json!({ "id": stay, "rev": 1, "how": "completed", "discharged_on": "2026-03-01", "reason": "Completed" }),
    );
    let names = |with: Value| -> Vec<String> {
        let page = desk.query("client.list", with);
        page["rows"].as_array().unwrap().iter().map(|row| row["given_name"].as_str().unwrap().to_owned()).collect()
    };
    let list = |which: &str, sort: &str, descending: bool| json!({ "which": which, "sort": sort, "descending": descending, "text": "", "skip": 0, "limit": 50 });
    for (which, sort, descending, expected) in [
        ("active", "name", false, vec!["Bo", "Ada"]),
        ("active", "name", true, vec!["Ada", "Bo"]),
        ("inquiry", "name", false, vec!["Cy"]),
        ("discharged", "name", false, vec!["Di"]),
        ("all", "number", true, vec!["Di", "Cy", "Bo", "Ada"]),
        ("all", "admitted", false, vec!["Di", "Bo", "Ada", "Cy"]),
        ("all", "counselor", false, vec!["Di", "Bo", "Cy", "Ada"]),
        ("all", "level", false, vec!["Bo", "Di", "Ada", "Cy"]),
        ("all", "profession", false, vec!["Bo", "Cy", "Di", "Ada"]),
    ] {
        assert_eq!(names(list(which, sort, descending)), expected, "{which} by {sort}");
    }
    let mut second = list("all", "name", false);
    second["skip"] = json!(2);
    second["limit"] = json!(1);
    assert_eq!(names(second.clone()), ["Di"]);
    assert_eq!(desk.query("client.list", second)["total"], 4);
    clinic.as_person("ambrose");
    assert_eq!(names(list("all", "name", false)), ["Di"]);
}

#[test]
fn possible_duplicates_are_shown_as_far_as_the_role_reaches() {
    let clinic = Clinic::open();
    let mut rosalind = fields("Rosalind", "Nakagawa");
    rosalind["born_on"] = json!("1979-06-02");
    let contacts = json!([{ "kind": "cell", "value": "+1 (617) 555-0134", "call_is_safe": true, "message_is_safe": false,
                            "preferred": true }]);
    clinic.desk.op("client.add", json!({ "fields": rosalind, "contacts": contacts, "primary": clinic.marisol }));
    let typed = |family: &str, given: &str, born: Option<&str>, phone: &str| json!({ "family_name": family, "given_name": given, "preferred_name": "", "born_on": born, "phones": [phone] });
    for (with, alike) in [
        (typed("nakagawa", "rosalind", None, ""), "same_name"),
        (typed("Nakagwa", "Rosalind", Some("1979-06-02"), ""), "similar_name_and_birth"),
        (typed("Nakagawa", "Rosalind", Some("1979-06-02"), ""), "same_name_and_birth"),
        (typed("Abara", "Silas", None, "617.555.0134"), "same_phone"),
        (typed("Nakagawa-Hall", "Rosalind", Some("1990-01-01"), "6175550134"), "similar_name_and_phone"),
    ] {
        let found = clinic.as_person("jolene").query("client.duplicates", with.clone());
        assert_eq!(found["rows"][0]["alike"], alike, "{with}");
        assert_eq!(found["elsewhere"], false);
        // Another counselor learns only that there is somebody to ask a director about.
        let hinted = clinic.as_person("ambrose").query("client.duplicates", with);
        assert_eq!(hinted, json!({ "rows": [], "elsewhere": true }));
    }
    let nothing = clinic.desk.query("client.duplicates", typed("Nakagawa", "", None, "617 555 0134"));
    assert_eq!(nothing, json!({ "rows": [], "elsewhere": false }));
}

#[test]
fn the_glass_is_broken_for_half_an_hour_and_for_reading() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    let ask = |number: i64, reason: &str, passphrase: &str| json!({ "number": number, "reason": reason, "proof": { "passphrase": passphrase } });
    let why = "Called the crisis line, counselor away";
    let desk = clinic.as_person("ambrose");
    assert_eq!(faults(&desk.refused("client.break_glass", ask(7, " ", OTHER_PASSPHRASE))), ["reason", "number"]);
    assert_eq!(faults(&desk.refused("client.break_glass", ask(1, "Because", OTHER_PASSPHRASE))), ["reason"]);
    assert_eq!(desk.refused("client.break_glass", ask(1, why, "not this one at all")).code, Code::WrongPassphrase);
    let unproved = json!({ "number": 1, "reason": why, "proof": {} });
    assert_eq!(faults(&desk.refused("client.break_glass", unproved)), ["proof"]);
    let pinned = json!({ "number": 1, "reason": why, "proof": { "pin": "2580" } });
    assert_eq!(faults(&desk.refused("client.break_glass", pinned.clone())), ["proof"]);
    desk.op("pin.set", json!({ "passphrase": OTHER_PASSPHRASE, "pin": "2580" }));
    let wrong = json!({ "number": 1, "reason": why, "proof": { "pin": "2581" } });
    for _ in 0..5 {
        assert_eq!(desk.refused("client.break_glass", wrong.clone()).code, Code::WrongPassphrase);
    }
    // After five wrong ones the right PIN proves nothing; the passphrase does, and gives the tries back.
    assert_eq!(desk.refused("client.break_glass", pinned.clone()).code, Code::WrongPassphrase);
    let own = json!({ "passphrase": OTHER_PASSPHRASE, "pin": "2580" });
    desk.op("pin.set", own);
    assert_eq!(desk.op("client.break_glass", ask(1, why, OTHER_PASSPHRASE))["client"], client);

    assert_eq!(open(&clinic, &client)["may"]["change"], false);
    let change = json!({ "id": client, "rev": 1, "fields": fields("Rosalind", "Abara") });
    assert_eq!(desk.refused("client.change", change).code, Code::NotFound);
    assert_eq!(desk.query("break_glass.list", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(desk.refused("client.break_glass", ask(1, why, OTHER_PASSPHRASE)).rule, Some("client.within_reach"));
    desk.clock.pass(30 * 60_000);
    clinic.as_person("ambrose");
    assert_eq!(clinic.desk.refused("client.open", json!({ "id": client })).code, Code::NotFound);

    let rule =
        |login: &str| clinic.as_person(login).refused("client.break_glass", ask(1, why, OTHER_PASSPHRASE)).rule;
    assert_eq!(rule("jolene"), Some("client.glass_not_for_role"));
    let row = clinic.as_person("theodora").query("break_glass.list", json!({}))[0].clone();
    assert_eq!(
        (&row["client"], &row["who"], &row["reason"]),
        (&json!("C-0001"), &json!("Ambrose Okafor"), &json!(why))
    );
    let key = json!({ "id": row["id"], "rev": 1 });
    assert_eq!(clinic.as_person("ambrose").refused("break_glass.seen", key.clone()).code, Code::NotPermitted);
    clinic.as_person("theodora").op("break_glass.seen", key);
    assert_eq!(clinic.desk.query("break_glass.list", json!({}))[0]["seen_by"], "Theodora Brandvold");
}

#[test]
fn a_director_breaks_the_glass_of_a_restricted_chart_and_another_looks_at_it() {
    let clinic = Clinic::open();
    let client = clinic.client("Rosalind", "Nakagawa", &clinic.marisol);
    clinic.desk.op(
        "client.restrict",
        json!({ "id": client, "rev": 1, "restricted": true, "reason": "Sister of a colleague" }),
    );
    let ask = json!({ "number": 1, "reason": "Ambulance in the house", "proof": { "passphrase": PASSPHRASE } });
    clinic.desk.op("client.break_glass", ask);
    let chart = open(&clinic, &client);
    assert_eq!((&chart["restricted"], &chart["may"]["change"]), (&json!(true), &json!(false)));
    assert!(chart["glass_until"].is_number());
    let row = clinic.desk.query("break_glass.list", json!({}))[0].clone();
    let own = json!({ "id": row["id"], "rev": 1 });
    assert_eq!(clinic.desk.refused("break_glass.seen", own).rule, Some("client.own_glass"));
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

#[test]
fn a_facilitator_finds_and_sees_the_clients_of_the_group_as_the_room_calls_them() {
    let evening = Evening::open();
    let clinic = &evening.clinic;
    let odile = clinic.desk.hire("Odile", "Marchetti", "odile", &["facilitator"])["id"].clone();
    let mut caroline = fields("Caroline", "Beaumont");
    caroline["preferred_name"] = json!("Cari");
    caroline["allergies"] = json!("Latex");
    let client = clinic.desk.op(
        "client.add",
        json!({ "fields": caroline, "primary": clinic.ambrose, "admission": admission("2026-10-01") }),
    )["id"]
        .take();
    clinic.client("Silas", "Abara", &clinic.ambrose);
    let mut led = group_fields("Skills", &odile);
    led["type"] = json!("skills");
    let group = clinic.desk.op("group.add", json!({ "fields": led }))["id"].take();
    clinic.desk.op("membership.join", json!({ "group": group, "client": client, "joined_on": "2026-10-01" }));

    for (text, expected) in [("cari", vec!["Cari B."]), ("b", vec!["Cari B."]), ("beau", vec![]), ("sil", vec![])] {
        assert_eq!(found(clinic, "odile", text), expected, "{text}");
    }
    let chart = open(clinic, &client);
    assert_eq!((&chart["name"], &chart["seen"]), (&json!("Cari B."), &json!("room")));
    assert_eq!(chart["alerts"], json!({ "allergies": "Latex", "alerts": "" }));
    for part in ["identity", "contacts", "episodes", "care_team", "medications", "diagnoses", "insurance"] {
        assert!(chart.get(part).is_none(), "{part}");
    }
    let listed = json!({ "which": "all", "sort": "name", "descending": false, "text": "", "skip": 0, "limit": 50 });
    let page = clinic.desk.query("client.list", listed);
    assert_eq!((&page["room_names"], &page["total"]), (&json!(true), &json!(1)));
    assert_eq!((&page["rows"][0]["given_name"], &page["rows"][0]["family_name"]), (&json!("Cari B."), &json!("")));
}
