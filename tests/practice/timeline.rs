//! Earlier versions: what changed when, and that nobody sees more of the past than of the present.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::evening_desk::{Evening, group_fields};
use crate::note_desk::{Chart, plain, proof};

fn timeline(chart: &Chart, of: &str, id: &Value) -> Vec<Value> {
    let versions = chart.desk().query("timeline.get", json!({ "of": of, "id": id }));
    versions.as_array().unwrap().clone()
}

fn changed(version: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let fields = version["fields"].as_array().unwrap().iter().filter(|field| field["changed"] == true);
    fields.map(|field| (text(&field["name"]), text(&field["text"]))).collect()
}

#[test]
fn a_draft_shows_its_own_past_to_its_author_alone() {
    let chart = Chart::open();
    chart.clinic.as_person("ambrose");
    let note = chart.free(&chart.tomas);
    for (rev, text) in [(1, "Called the board."), (2, "Called the pharmacy board.")] {
        chart.desk().op("note.save", json!({ "id": note["id"], "rev": rev, "body": plain(text) }));
    }
    let versions = timeline(&chart, "note", &note["id"]);
    assert_eq!(versions.iter().map(|one| one["rev"].as_i64().unwrap()).collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(changed(&versions[0]), [("Text".into(), "Called the pharmacy board.".into())]);
    assert_eq!(versions[0]["by"], "Ambrose Okafor");
    chart.clinic.as_person("marisol");
    let other = json!({ "of": "note", "id": note["id"] });
    assert_eq!(chart.desk().refused("timeline.get", other).code, Code::NotFound);

    chart.clinic.as_person("ambrose");
    let sign = json!({ "id": note["id"], "rev": 3, "body": plain("Called the pharmacy board."), "proof": proof() });
    chart.desk().op("note.sign", sign);
    chart.clinic.as_person("marisol");
    let versions = timeline(&chart, "note", &note["id"]);
    assert_eq!(versions.len(), 1, "what was typed before stays with its author");
}

#[test]
fn a_client_shows_what_was_to_who_sees_them() {
    let chart = Chart::open();
    let client = chart.desk().op("client.open", json!({ "id": chart.caroline }));
    let mut identity = crate::client_desk::fields("Caroline", "Beaumont");
    identity["preferred_name"] = json!("Cari");
    let change = json!({ "id": chart.caroline, "rev": client["identity"]["rev"], "fields": identity });
    chart.desk().op("client.change", change);
    let versions = timeline(&chart, "client", &chart.caroline);
    let names: Vec<(String, String)> = changed(&versions[0]);
    assert!(names.contains(&("Preferred name".into(), "Cari".into())), "{names:?}");
    assert!(names.contains(&("Family name".into(), "Beaumont".into())), "{names:?}");
    chart.clinic.as_person("ambrose");
    let request = json!({ "of": "client", "id": chart.caroline });
    assert_eq!(chart.desk().refused("timeline.get", request).code, Code::NotFound);
    let nobody = json!({ "of": "client", "id": crate::shape::NOBODY });
    assert_eq!(chart.desk().refused("timeline.get", nobody).code, Code::NotFound);
    let nothing = json!({ "of": "medication", "id": crate::shape::NOBODY });
    assert_eq!(chart.desk().refused("timeline.get", nothing).code, Code::NotFound);
}

#[test]
fn a_task_and_a_snippet_show_their_past_to_whom_they_belong() {
    let chart = Chart::open();
    let desk = chart.desk();
    let task = desk.op("task.add", json!({ "what": "Fax the letter" }));
    desk.op("task.change", json!({ "id": task["id"], "rev": 1, "what": "Fax both letters" }));
    assert_eq!(changed(&timeline(&chart, "task", &task["id"])[0]), [("What".into(), "Fax both letters".into())]);
    let add = |word: &str, shared: bool| json!({ "word": word, "words": "Slept well.", "shared": shared });
    let own = desk.op("snippet.add", add("sleep", false));
    let shared = desk.op("snippet.add", add("rest", true));

    chart.clinic.as_person("ambrose");
    let of = |what: &str, row: &Value| json!({ "of": what, "id": row["id"] });
    for request in [of("task", &task), of("snippet", &own), of("task", &shared)] {
        assert_eq!(desk.refused("timeline.get", request.clone()).code, Code::NotFound, "{request}");
    }
    assert_eq!(timeline(&chart, "snippet", &shared["id"]).len(), 1);
    chart.clinic.as_person("marisol");
    desk.op("task.offer", json!({ "id": task["id"], "rev": 2, "to": chart.clinic.ambrose, "words": "" }));
    chart.clinic.as_person("ambrose");
    assert_eq!(timeline(&chart, "task", &task["id"]).len(), 3);
}

#[test]
fn a_group_shows_its_past_to_who_sees_rosters_and_an_inquiry_to_who_sees_inquiries() {
    let evening = Evening::open();
    let desk = evening.desk();
    let mut fields = group_fields("Skills group", &evening.clinic.marisol);
    fields["capacity"] = json!(9);
    desk.op("group.change", json!({ "id": evening.group, "rev": 1, "active": true, "fields": fields }));
    let of = |what: &str, id: &Value| json!({ "of": what, "id": id });
    let versions = desk.query("timeline.get", of("group", &evening.group));
    let first: Vec<(String, String)> = changed(&versions[0]);
    assert!(first.contains(&("Name".into(), "Skills group".into())), "{first:?}");
    assert!(first.contains(&("Capacity".into(), "9".into())), "{first:?}");
    let nobody = json!(crate::shape::NOBODY);
    assert_eq!(desk.refused("timeline.get", of("group", &nobody)).code, Code::NotFound);

    let inquiry = crate::inquiry::asked(&evening.clinic, "Wren")["id"].take();
    assert_eq!(desk.query("timeline.get", of("inquiry", &inquiry)).as_array().unwrap().len(), 1);
    desk.hire("Bram", "Oyelaran", "bram", &["collector"]);
    let collector = evening.clinic.as_person("bram");
    assert_eq!(collector.refused("timeline.get", of("inquiry", &inquiry)).code, Code::NotPermitted);
    assert_eq!(collector.refused("timeline.get", of("group", &evening.group)).code, Code::NotPermitted);
}
