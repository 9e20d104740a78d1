//! Spelling: the language, the field, names in reach, and the practice's own words.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::client_desk::{Clinic, fields};
use crate::desk::Desk;
use crate::evening_desk::{Evening, group_fields};

/// The words of a text that nobody knows.
fn unknown(desk: &Desk, text: &str) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let answer = desk.query("spelling.check", json!({ "texts": [text] }));
    let place = |word: &Value, end: &str| usize::try_from(word[end].as_u64().unwrap()).unwrap();
    let words = answer["unknown"][0].as_array().unwrap().iter();
    words.map(|word| String::from_utf16(&units[place(word, "starts")..place(word, "ends")]).unwrap()).collect()
}

fn meant(desk: &Desk, word: &str) -> Vec<String> {
    let answer = desk.query("spelling.suggest", json!({ "word": word }));
    answer["words"].as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

fn added(desk: &Desk, word: &str) -> Value {
    desk.op("spelling.add", json!({ "word": word }))
}

fn rule(desk: &Desk, call: &str, request: Value) -> Option<&'static str> {
    desk.refused(call, request).rule
}

#[test]
fn slips_are_told_by_their_place_and_the_fields_words_are_none() {
    let clinic = Clinic::open();
    let desk = &clinic.desk;
    for (text, expected) in [
        ("", vec![]),
        ("She slept well and took buprenorphine 8mg; EtG and PEth as expected, PHQ-9 at 4.", vec![]),
        ("\u{1f642} Teh counsleor recieved a call.", vec!["Teh", "counsleor", "recieved"]),
        ("Reports cravigns in IOP, see /crave and https://exmaple.org", vec!["cravigns"]),
    ] {
        assert_eq!(unknown(desk, text), expected, "{text}");
    }
    let several = desk.query("spelling.check", json!({ "texts": ["fine", "teh", ""] }));
    assert_eq!(several["unknown"], json!([[], [{ "starts": 0, "ends": 3 }], []]));
    assert!(meant(desk, "recieved").contains(&"received".to_owned()));
    assert!(meant(desk, "Buprenorfine").contains(&"Buprenorphine".to_owned()));
    assert!(meant(desk, "recieved").len() <= 5);
    assert_eq!(meant(desk, &"x".repeat(200)), [""; 0]);
}

#[test]
fn names_of_the_practice_are_known_to_everybody() {
    let evening = Evening::open();
    let desk = &evening.clinic.desk;
    let mut fields = group_fields("Wrenfield evenings", &evening.clinic.ambrose);
    fields["room"] = json!("Larkspurry");
    desk.op("group.add", json!({ "fields": fields, "slots": [] }));
    for login in ["theodora", "marisol", "jolene"] {
        let desk = evening.clinic.as_person(login);
        assert_eq!(unknown(desk, "Okafor met Quiñones and Quinones of Wrenfield in Larkspurry."), [""; 0], "{login}");
        assert_eq!(unknown(desk, "okafor and OKAFOR"), ["okafor"], "{login}");
    }
}

#[test]
fn a_clients_name_is_known_to_who_reaches_them_and_to_nobody_else() {
    let clinic = Clinic::open();
    let mut caroline = fields("Caroline", "Beaumont-Featherstonehaugh");
    caroline["preferred_name"] = json!("Carinthea");
    let id = clinic.desk.op("client.add", json!({ "fields": caroline, "primary": clinic.marisol }))["id"].take();
    let text = "Featherstonehaugh came; Carinthea's shift ended late.";
    let none: [&str; 0] = [];
    for (login, expected) in [
        ("theodora", none.as_slice()),
        ("marisol", &none),
        ("jolene", &none),
        ("ambrose", &["Featherstonehaugh", "Carinthea's"]),
    ] {
        assert_eq!(unknown(clinic.as_person(login), text), expected, "{login}");
    }
    // Neither what might be meant nor a refusal tells the name to who does not reach the client.
    let slip = "Featherstonhaugh";
    assert_eq!(meant(clinic.as_person("marisol"), slip)[0], "Featherstonehaugh");
    assert!(!meant(clinic.as_person("ambrose"), slip).contains(&"Featherstonehaugh".to_owned()));
    let word = json!({ "word": "Featherstonehaugh" });
    assert_eq!(rule(clinic.as_person("marisol"), "spelling.add", word.clone()), Some("spelling.clients_name"));
    clinic.as_person("ambrose").op("spelling.add", word);

    clinic.as_person("theodora");
    let other = clinic.client("Silas", "Quillbrandt", &clinic.ambrose);
    for restricted in [&id, &other] {
        clinic
            .desk
            .op("client.restrict", json!({ "id": restricted, "rev": 1, "restricted": true, "reason": "Sister" }));
    }
    assert_eq!(unknown(&clinic.desk, "Carinthea and Quillbrandt"), ["Carinthea", "Quillbrandt"], "restricted");
    assert_eq!(unknown(clinic.as_person("marisol"), "Carinthea and Quillbrandt"), ["Quillbrandt"]);
    assert_eq!(unknown(clinic.as_person("ambrose"), "Carinthea and Quillbrandt"), ["Carinthea"]);
}

#[test]
fn who_leads_a_group_knows_the_names_that_are_said_in_the_room() {
    let evening = Evening::open();
    let client = evening.admitted("Ondrielle", "Quillbrandt", &evening.clinic.ambrose);
    let text = "Ondrielle spoke; Quillbrandt was not said.";
    assert_eq!(unknown(evening.clinic.as_person("marisol"), text), ["Ondrielle", "Quillbrandt"]);
    evening.clinic.as_person("theodora");
    evening.join(&client);
    assert_eq!(unknown(evening.clinic.as_person("marisol"), text), ["Quillbrandt"]);
}

#[test]
fn prescribers_and_programs_of_ones_clients_are_known() {
    let clinic = Clinic::open();
    let client = clinic.client("Silas", "Abara", &clinic.marisol);
    let medication = json!({ "name": "Naltrexone", "dose": "50 mg", "frequency": "daily", "prescriber": "Dr. Vankleeck",
        "shows_as": "" });
    clinic.as_person("marisol").op("medication.add", json!({ "client": client, "fields": medication }));
    assert_eq!(unknown(&clinic.desk, "Vankleeck"), [""; 0]);
    assert_eq!(unknown(clinic.as_person("ambrose"), "Vankleeck"), ["Vankleeck"]);
    assert_eq!(unknown(clinic.as_person("jolene"), "Vankleeck"), ["Vankleeck"], "the desk sees no medication");
}

#[test]
fn a_word_is_added_for_everybody_and_taken_away_again() {
    let clinic = Clinic::open();
    let word = added(clinic.as_person("marisol"), "Sundahl\u{2019}s");
    let listed = clinic.desk.query("spelling.words", json!({}));
    assert_eq!((&listed[0]["word"], &listed[0]["by"]), (&json!("Sundahl's"), &json!("Marisol Quiñones")));
    added(&clinic.desk, "methadosing");
    let desk = clinic.as_person("ambrose");
    assert_eq!(unknown(desk, "Methadosing at Sundahl's and sundahl's"), ["sundahl's"]);
    assert_eq!(meant(desk, "methadosin")[0], "methadosing");
    let request = json!({ "id": word["id"], "rev": word["rev"] });
    assert_eq!(rule(desk, "spelling.void", request.clone()), Some("spelling.not_yours"));
    assert_eq!(desk.query("spelling.words", json!({}))[0]["may_take_away"], json!(false));

    // The director may; and undo brings it back.
    let gone = clinic.as_person("theodora").op("spelling.void", request.clone());
    assert_eq!(unknown(&clinic.desk, "Sundahl's"), ["Sundahl's"]);
    assert_eq!(clinic.desk.refused("spelling.void", request).code, Code::NotFound);
    let back = clinic.desk.op("spelling.restore", json!({ "id": gone["id"], "rev": gone["rev"] }));
    assert_eq!(unknown(&clinic.desk, "Sundahl's"), [""; 0]);
    let again = json!({ "id": back["id"], "rev": back["rev"] });
    assert_eq!(clinic.desk.refused("spelling.restore", again).code, Code::NotFound);
    assert_eq!(clinic.desk.versions("spelling_word").len(), 2);
}

#[test]
fn what_is_no_word_or_known_already_is_not_added() {
    let clinic = Clinic::open();
    let desk = &clinic.desk;
    for wrong in ["", "two words", "8mg", "IOP", "x", "ends.", &"a".repeat(61)] {
        let refusal = desk.refused("spelling.add", json!({ "word": wrong }));
        assert_eq!(refusal.fields.first().map(|fault| fault.field.as_str()), Some("word"), "{wrong}");
    }
    added(desk, "methadosing");
    for known in ["slept", "buprenorphine", "Okafor", "methadosing", "Methadosing"] {
        assert_eq!(rule(desk, "spelling.add", json!({ "word": known })), Some("spelling.known_already"), "{known}");
    }
    // Two of one word, one of them taken away: it cannot come back beside the other.
    let word = added(desk, "sundahling");
    let gone = desk.op("spelling.void", json!({ "id": word["id"], "rev": 1 }));
    added(desk, "sundahling");
    let back = json!({ "id": gone["id"], "rev": gone["rev"] });
    assert_eq!(rule(desk, "spelling.restore", back), Some("spelling.known_already"));
}
