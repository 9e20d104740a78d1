//! A laboratory's file: chosen, looked through, its other cut-off seen, taken; and the report on the page of the test.

use serde_json::{Value, json};

use crate::records::{OTHERS, Records, client_fields};
use crate::routes::go;
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, Window};

const KEYS: [&str; 10] = ["thca", "bze", "mor", "pcp", "amp", "mamp", "benzo", "barb", "meth", "propox"];

/// Northgate and how its files are read; a specimen of Noor Rahmani waits for it.
fn practice() -> (Records, Value) {
    let records = Records::set_up();
    let marisol = records.hire("Marisol", "Quiñones", "marisol", &["counselor", "collector"]);
    let admission = json!({ "admitted_on": records.today(), "level": "2.1", "track": "Evening" });
    let client = records.op(
        "client.add",
        json!({ "fields": client_fields("Noor", "Rahmani"), "primary": marisol, "admission": admission }),
    );
    let fields = json!({ "name": "Northgate", "clia": "", "phone": "", "account": "" });
    let laboratory = records.op("panel.add_laboratory", json!({ "fields": fields }))["id"].take();
    let column = |column: &str, head: &str| json!({ "column": column, "head": head });
    let word = |word: &str, means: &str| json!({ "kind": "result", "word": word, "means": means });
    let mapping = json!({
        "columns": [column("specimen", "Specimen"), column("analyte", "Test"), column("result", "Result"),
                    column("quantity", "Value"), column("cutoff", "Cutoff")],
        "words": [word("NEG", "not_detected"), word("POS", "detected")],
        "dates": "year_first", "phase": "confirmation",
    });
    records.op("result_file.save_mapping", json!({ "laboratory": laboratory, "rev": 0, "mapping": mapping }));
    records.switch_to("marisol", OTHERS);
    let log = json!({ "client": client["id"], "reason": "scheduled", "method": "laboratory", "specimen": "urine",
                      "panel": "np10", "collection": { "seal": "4471" }, "readings": [] });
    let test = records.op("drug_test.log", log);
    (records, test)
}

#[test]
fn a_laboratorys_file_is_looked_through_and_taken_by_keys_alone() {
    let (records, test) = practice();
    let number = test["number"].as_str().unwrap();
    let mut rows: Vec<String> = KEYS.iter().map(|key| format!("{number},{key},NEG,,")).collect();
    rows[4] = format!("{number},amp,POS,412.5,100 ng/mL");
    let file = records.room.path().join("northgate.csv");
    std::fs::write(&file, format!("Specimen,Test,Result,Value,Cutoff\n{}\n", rows.join("\n"))).unwrap();
    let window = Window::open(&records.closed(), &[("EVENKEEL_CHOICE", file.to_str().unwrap())]);
    sign_in(&window, "marisol", OTHERS);
    window.title("My day");
    go(&window, "Laboratory files");
    window.title("Laboratory files");
    window.reads("No file is chosen");
    window.command("b");
    window.reads("What would be written");
    window.reads("Cut-off 100 ng/mL; the panel says 250 ng/mL.");
    window.examine("what a laboratory's file would do");
    window.keep("result-file");
    assert_eq!(window.texts("table[aria-label='Lines of the file'] tbody tr").len(), KEYS.len());
    window.chord(&[CONTROL], ENTER);
    window.reads("1 report written.");
    window.reads("Files that were taken");
    window.examine("a file that was taken");
    window.enter(number);
    window.title(&format!("Drug test {number}"));
    window.reads("Report 1: Positive");
    window.reads("the panel says 250 ng/mL");
    window.examine("a test with the laboratory's report");
    drop(window);

    records.open_again("marisol", OTHERS);
    let after = records.query("drug_test.get", json!({ "id": test["id"] }));
    assert_eq!(
        (&after["class"], &after["laboratory"]["result"]),
        (&json!("confirmed"), &json!("positive")),
        "{after}"
    );
    let files = records.query("result_file.files", json!({}));
    assert_eq!((&files[0]["tests"], &files[0]["left_out"]), (&json!(1), &json!(0)), "{files}");
}
