//! Clients: adding, changing, care team, episodes, and who reaches whom.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::client_desk::{Clinic, fields};

fn faults(refusal: &Refusal) -> Vec<&str> {
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

    let end = |rev: i64, on: &str| json!({ "id": stay, "rev": rev, "discharged_on": on, "reason": "Completed" });
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
