//! Finding clients: by name and number, the list, possible duplicates, restricted charts, and the broken glass.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::client::{admission, faults, open};
use crate::client_desk::{Clinic, fields};
use crate::desk::{OTHER_PASSPHRASE, PASSPHRASE};
use crate::evening_desk::{Evening, group_fields};

pub fn found(clinic: &Clinic, login: &str, text: &str) -> Vec<String> {
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
