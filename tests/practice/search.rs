//! Full-text search: newest first, whole words and the beginning of the last, and only what the person may read.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::note_desk::{Chart, free_request, plain, proof};

fn write(chart: &Chart, client: &Value, starts: &str, text: &str) -> Value {
    let mut request = free_request(client);
    request["service"]["starts"] = json!(starts);
    let begun = chart.desk().op("note.start", request);
    let request = json!({ "id": begun["id"], "rev": 1, "body": plain(text), "proof": proof() });
    chart.desk().op("note.sign", request)["id"].clone()
}

fn found(chart: &Chart, text: &str) -> Vec<Value> {
    let found = chart.desk().query("note.search", json!({ "text": text }));
    found["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect()
}

#[test]
fn words_are_found_in_any_order_and_the_last_by_its_beginning() {
    let chart = Chart::open();
    let first = write(&chart, &chart.caroline, "09:15", "Rehearsed the morning call with her sponsor Hồng.");
    let second = write(&chart, &chart.mehmet, "09:45", "The sponsor did not answer the morning call.");
    assert_eq!(found(&chart, "sponsor morning"), [second.clone(), first.clone()]);
    assert_eq!(
        found(&chart, "morning sponso"),
        [second.clone(), first.clone()],
        "a beginning is enough for the last, while nothing has it whole"
    );
    assert_eq!(found(&chart, "sponso morning"), [] as [Value; 0], "and only for the last");
    assert_eq!(found(&chart, "rehearsed"), std::slice::from_ref(&first));
    assert_eq!(found(&chart, "hong"), std::slice::from_ref(&first), "accents do not matter");
    assert_eq!(found(&chart, "\"who:\" OR* NEAR("), [] as [Value; 0], "operators are words");
    assert_eq!(chart.desk().refused("note.search", json!({ "text": " ! " })).code, Code::Invalid);
    assert_eq!(chart.desk().refused("note.search", json!({ "text": "ab ".repeat(13) })).code, Code::Invalid);
    let one = chart.desk().query("note.search", json!({ "text": "sponsor", "client": chart.caroline }));
    assert_eq!(one["rows"].as_array().unwrap().len(), 1);
    assert_eq!(one["rows"][0]["client_name"], "Beaumont-Villanueva, Caroline");
    assert!(one["rows"][0]["snippet"].as_str().unwrap().contains("sponsor"));
}

#[test]
fn only_what_the_person_may_read_is_found() {
    let chart = Chart::open();
    let hers = write(&chart, &chart.caroline, "09:00", "Rehearsed the morning call.");
    let begun = chart.desk().op("note.start", free_request(&chart.caroline));
    chart.desk().op("note.save", json!({ "id": begun["id"], "rev": 1, "body": plain("Morning again.") }));
    assert_eq!(found(&chart, "morning").len(), 2, "one's own draft is found");
    chart.clinic.as_person("ambrose");
    let his = write(&chart, &chart.tomas, "10:00", "Woke at four in the morning.");
    assert_eq!(found(&chart, "morning"), std::slice::from_ref(&his));
    let refusal = chart.desk().refused("note.search", json!({ "text": "morning", "client": chart.caroline }));
    assert_eq!(refusal.code, Code::NotFound);
    chart.clinic.as_person("theodora");
    assert_eq!(found(&chart, "morning"), [his.clone(), hers], "a director finds every note, and nobody's draft");

    chart.desk().op(
        "client.restrict",
        json!({ "id": chart.caroline, "rev": 1, "restricted": true, "reason": "Sister of a colleague" }),
    );
    assert_eq!(found(&chart, "morning"), [his], "a restricted chart is in no search");
    chart.clinic.as_person("marisol");
    assert_eq!(found(&chart, "morning").len(), 3, "who cares for her still finds it, and the notes of a trainee");
    chart.clinic.as_person("jolene");
    assert_eq!(chart.desk().refused("note.search", json!({ "text": "morning" })).code, Code::NotPermitted);
}

#[test]
fn what_changed_is_found_as_it_stands() {
    let chart = Chart::open();
    let begun = chart.desk().op("note.start", free_request(&chart.caroline));
    let save = |rev: i64, text: &str| {
        chart.desk().op("note.save", json!({ "id": begun["id"], "rev": rev, "body": plain(text) }));
    };
    save(1, "Lantern.");
    save(2, "Harbor.");
    assert_eq!(found(&chart, "lantern"), [] as [Value; 0]);
    assert_eq!(found(&chart, "harbor"), [begun["id"].clone()]);
    chart.desk().op("note.void", json!({ "id": begun["id"], "rev": 3, "reason": "Wrong client" }));
    assert_eq!(found(&chart, "harbor"), [] as [Value; 0]);
}
