//! Panels, laboratories, what a collection passes through, and files of results.

use serde_json::{Value, json};

use super::Cost::{Free, One};
use super::treatment::{collected, screened};
use super::{Line, line};
use crate::stage::Stage;

/// The id of a shipped panel.
pub fn shipped(stage: &Stage, key: &str) -> Value {
    let list = stage.desk.query("panel.list", json!({}));
    list["panels"].as_array().unwrap().iter().find(|panel| panel["key"] == key).unwrap()["id"].clone()
}

/// How many panels or laboratories there are, for a name that no other has.
fn count(stage: &Stage, of: &str) -> usize {
    stage.desk.query("panel.list", json!({}))[of].as_array().unwrap().len()
}

/// A laboratory with a name that no other has.
pub fn laboratory(stage: &Stage) -> Value {
    let name = format!("Northgate {}", count(stage, "laboratories"));
    stage.desk.op("panel.add_laboratory", json!({ "fields": fields(&name) }))["id"].take()
}

fn fields(name: &str) -> Value {
    json!({ "name": name, "clia": "05D0000000", "phone": "", "account": "4471" })
}

fn copied(stage: &Stage) -> Value {
    let name = format!("Own {}", count(stage, "panels"));
    stage.desk.op("panel.copy", json!({ "id": shipped(stage, "np10"), "name": name }))
}

/// What a form sends as the next version of a panel.
pub fn next(sheet: &Value) -> Value {
    json!({ "id": sheet["id"], "rev": sheet["rev"], "effective_on": "2026-12-01", "because": "The laboratory changed it",
            "source": "Letter of the laboratory", "note": "", "analytes": sheet["analytes"] })
}

fn change(sheet: &Value, active: bool) -> Value {
    json!({ "id": sheet["id"], "rev": sheet["rev"], "name": sheet["name"], "active": active })
}

fn ordered(stage: &Stage) -> Value {
    let client = super::chart::client(stage);
    stage.desk.op("drug_test.order", crate::testing_desk::order(&client))
}

fn waiting(stage: &Stage) -> Value {
    stage.desk.op("drug_test.begin_wait", json!({ "id": ordered(stage)["id"] }))
}

fn hand_off(stage: &Stage) -> Value {
    json!({ "id": collected(stage)["id"], "fields": { "purpose": "released", "from": "Bram Oyelaran", "to": "Courier" } })
}

/// A hand-off of a specimen.
pub fn handed(stage: &Stage) -> Value {
    stage.desk.op("drug_test.hand_off", hand_off(stage))["chain"][0].take()
}

/// A mapping of a file with four columns.
pub fn mapping() -> Value {
    json!({
        "columns": [
            { "column": "specimen", "head": "Specimen" },
            { "column": "analyte", "head": "Test" },
            { "column": "result", "head": "Result" },
            { "column": "quantity", "head": "Value" },
        ],
        "words": [
            { "kind": "result", "word": "NEG", "means": "not_detected" },
            { "kind": "result", "word": "POS", "means": "detected" },
            { "kind": "analyte", "word": "Marijuana metabolite", "means": "thca" },
        ],
        "dates": "year_first", "phase": "confirmation",
    })
}

fn mapped(stage: &Stage) -> Value {
    let laboratory = laboratory(stage);
    stage.desk.op("result_file.save_mapping", json!({ "laboratory": laboratory, "rev": 0, "mapping": mapping() }))
}

/// Writes a file for a test that was screened and chooses it; gives its digest.
fn chosen(stage: &Stage) -> Value {
    let laboratory = mapped(stage)["laboratory"].take();
    choose(stage, &screened(stage), &laboratory)
}

fn choose(stage: &Stage, test: &Value, laboratory: &Value) -> Value {
    let file = stage.desk.room.path().join("results.csv");
    let number = test["number"].as_str().unwrap();
    std::fs::write(&file, format!("Specimen,Test,Result,Value\n{number},amp,POS,812.5\n")).unwrap();
    stage.desk.world.choose(Some(file));
    stage.desk.op("result_file.choose", json!({ "laboratory": laboratory }))["file"]["digest"].take()
}

#[rustfmt::skip]
pub fn lines() -> Vec<Line> {
    vec![
        line("panel.copy", One, |s| json!({ "id": shipped(s, "np12"), "name": format!("Copy {}", count(s, "panels")) })),
        line("panel.revise", One, |s| next(&copied(s))),
        line("panel.change", One, |s| change(&copied(s), false)),
        line("panel.add_laboratory", One, |s| json!({ "fields": fields(&format!("Harbor {}", count(s, "laboratories"))) })),
        line("panel.change_laboratory", One, |s| {
            json!({ "id": laboratory(s), "rev": 1, "fields": fields(&format!("Renamed {}", count(s, "laboratories"))), "active": true })
        }),
        line("drug_test.begin_wait", One, |s| json!({ "id": ordered(s)["id"] })),
        line("drug_test.give_fluid", One, |s| json!({ "id": waiting(s)["id"], "ounces": 8 })),
        line("drug_test.hand_off", One, hand_off),
        line("drug_test.correct_hand_off", One, |s| {
            let line = handed(s);
            json!({ "id": line["id"], "rev": line["rev"], "because": "Wrong courier",
                    "fields": { "purpose": "released", "from": "Bram Oyelaran", "to": "Harbor Courier" } })
        }),
        line("drug_test.take_back_hand_off", One, |s| {
            let line = handed(s);
            json!({ "id": line["id"], "rev": line["rev"], "reason": "Entered twice" })
        }),
        line("result_file.save_mapping", One, |s| {
            let kept = mapped(s);
            json!({ "laboratory": kept["laboratory"], "rev": kept["rev"], "mapping": mapping() })
        }),
        line("result_file.choose", Free, |s| {
            let laboratory = laboratory(s);
            choose(s, &screened(s), &laboratory);
            json!({ "laboratory": laboratory })
        }),
        line("result_file.run", One, |s| json!({ "digest": chosen(s), "leave_out": false })),
    ]
}
