//! Files of laboratory results: a mapping, what would be written and what is refused, taken once, amended, and nothing
//! made of a line that is missing.

use std::path::PathBuf;

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::lines::panel::mapping;
use crate::testing_desk::{Program, admitted, log};

struct Files {
    program: Program,
    laboratory: Value,
}

const KEYS: [&str; 10] = ["thca", "bze", "mor", "pcp", "amp", "mamp", "benzo", "barb", "meth", "propox"];

impl Files {
    /// Northgate with its mapping; Marisol is signed in.
    fn open() -> Self {
        let program = Program::open();
        let desk = &program.clinic.desk;
        let fields = json!({ "name": "Northgate", "clia": "", "phone": "", "account": "" });
        let laboratory = desk.op("panel.add_laboratory", json!({ "fields": fields }))["id"].take();
        desk.op("result_file.save_mapping", json!({ "laboratory": laboratory, "rev": 0, "mapping": mapping() }));
        program.as_person("marisol");
        Self { program, laboratory }
    }

    fn desk(&self) -> &Desk {
        &self.program.clinic.desk
    }

    fn path(&self) -> PathBuf {
        self.desk().room.path().join("northgate.csv")
    }

    /// A specimen that was collected and not read.
    fn collected(&self) -> Value {
        let mut request = log(&self.program.client, &[]);
        (request["readings"], request["method"]) = (json!([]), json!("laboratory"));
        self.desk().op("drug_test.log", request)
    }

    /// Chooses a file with these lines behind the head.
    fn choose(&self, rows: &[String]) -> Value {
        std::fs::write(self.path(), format!("Specimen,Test,Result,Value\n{}\n", rows.join("\n"))).unwrap();
        self.desk().world.choose(Some(self.path()));
        self.desk().op("result_file.choose", json!({ "laboratory": self.laboratory }))["file"].take()
    }

    fn run(&self, file: &Value, leave_out: bool) -> Value {
        self.desk().op("result_file.run", json!({ "digest": file["digest"], "leave_out": leave_out }))
    }

    fn test(&self, test: &Value) -> Value {
        self.desk().query("drug_test.get", json!({ "id": test["id"] }))
    }
}

fn negative(test: &Value, keys: &[&str]) -> Vec<String> {
    let number = test["number"].as_str().unwrap();
    keys.iter().map(|key| format!("{number},{key},NEG,")).collect()
}

fn confirmation(test: &Value, key: &str) -> Value {
    test["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == key).unwrap()["confirmation"].clone()
}

#[test]
fn a_file_is_looked_through_taken_once_and_taken_again_for_nothing() {
    let files = Files::open();
    let test = files.collected();
    let mut rows = negative(&test, &KEYS);
    rows[4] = format!("{},amp,POS,812.55", test["number"].as_str().unwrap());
    let file = files.choose(&rows);
    let preview = &file["preview"];
    assert_eq!((preview["refused"].clone(), preview["lines"].as_array().unwrap().len()), (json!(0), 10));
    assert_eq!(
        preview["tests"][0],
        json!({ "id": test["id"], "number": test["number"], "client_name": "Nakagawa-Whitfield, Rosalind",
                "on": "2026-11-24", "result": "positive", "detected": ["Amphetamine"], "pending": [], "report": 1,
                "same": false })
    );
    assert_eq!(files.test(&test)["laboratory"], Value::Null, "looking writes nothing");
    assert_eq!(files.run(&file, false), json!({ "written": 1, "same": 0, "left_out": 0 }));
    let after = files.test(&test);
    assert_eq!((&after["class"], &after["laboratory"]["by"]), (&json!("confirmed"), &json!("Marisol Quiñones")));
    let line = after["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == "amp").unwrap();
    assert_eq!((&line["reported"], &line["quantity_tenths"]), (&json!("812.55"), &json!(8126)));
    // The same bytes once more: the window says so, and nothing is written.
    let again = files.choose(&rows);
    assert!(again["taken_at"].is_i64());
    assert_eq!(again["preview"]["tests"][0]["same"], true);
    assert_eq!(files.run(&again, false), json!({ "written": 0, "same": 1, "left_out": 0 }));
    let last = files.test(&test);
    assert_eq!((&last["rev"], last["reports"].as_array().unwrap().len()), (&after["rev"], 1));
    assert_eq!(files.desk().query("result_file.files", json!({})).as_array().unwrap().len(), 1);
    // The row of the file, the test, its report with two lines, and two results: all under one action.
    let entries = files.desk().entries();
    let runs: Vec<_> = entries.iter().filter(|entry| entry.action == "result_file.run").collect();
    assert_eq!(runs.iter().filter(|entry| entry.detail == "nothing new").count(), 1);
    assert!(runs.len() > 2);
}

#[test]
fn a_substance_without_a_line_is_pending_and_nothing_is_negative() {
    let files = Files::open();
    let test = files.collected();
    let file = files.choose(&negative(&test, &KEYS[1..]));
    assert_eq!(file["preview"]["tests"][0]["pending"], json!(["Delta-9-THCC (marijuana metabolite)"]));
    assert!(file["preview"]["tests"][0]["result"].is_null());
    files.run(&file, false);
    let after = files.test(&test);
    assert_eq!((&after["class"], &after["laboratory"]), (&json!("collected"), &Value::Null));
    assert_eq!(confirmation(&after, "thca"), "pending");
    assert_eq!(confirmation(&after, "bze"), "not_detected");
    assert!(after["reports"][0]["result"].is_null());
    // The missing line comes a day later, with the others: now it is negative, and both reports are there to read.
    let rest = files.choose(&negative(&test, &KEYS));
    assert_eq!(rest["preview"]["tests"][0]["report"], 2);
    files.run(&rest, false);
    let whole = files.test(&test);
    assert_eq!((&whole["laboratory"]["result"], &whole["class"]), (&json!("negative"), &json!("confirmed")));
    let pending = &whole["reports"][0]["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["analyte"] == "thca")
        .unwrap()["result"];
    assert_eq!((pending, whole["reports"].as_array().unwrap().len()), (&json!("pending"), 2));
    assert_eq!(whole["reports"][1]["because"], "The laboratory reported again, in a file.");
}

#[test]
fn lines_that_cannot_be_taken_stop_the_file_or_their_specimens_are_left_out() {
    let files = Files::open();
    let (good, bad) = (files.collected(), files.collected());
    // Both cups of this desk have the same seal: that number names two tests.
    let mut rows = negative(&good, &KEYS);
    rows.extend(negative(&bad, &KEYS[..9]));
    rows.push(format!("{},propox,unclear,", bad["number"].as_str().unwrap()));
    rows.push("0093 4417,amp,NEG,".into());
    rows.push("S-26-9999,amp,NEG,".into());
    let file = files.choose(&rows);
    let why = |place: usize| file["preview"]["lines"][place]["why"].clone();
    assert_eq!(
        (why(9), why(10), why(19), why(20), why(21)),
        (Value::Null, json!("with_others"), json!("unknown_result"), json!("two_tests"), json!("specimen_not_found"))
    );
    let refused = files.desk().refused("result_file.run", json!({ "digest": file["digest"], "leave_out": false }));
    assert_eq!(refused.rule, Some("result_file.bad_rows"));
    assert!(files.test(&good)["laboratory"].is_null(), "all or nothing");
    assert_eq!(files.run(&file, true), json!({ "written": 1, "same": 0, "left_out": 12 }));
    assert_eq!(files.test(&good)["laboratory"]["result"], "negative");
    assert!(files.test(&bad)["reports"].as_array().unwrap().is_empty());
}

#[test]
fn a_file_with_other_cutoffs_and_an_oxidant_says_so_and_keeps_it() {
    let files = Files::open();
    let mut wider = mapping();
    for (column, head) in [("phase", "Phase"), ("cutoff", "Cutoff"), ("creatinine", "Creat"), ("oxidant", "Oxidants")]
    {
        wider["columns"].as_array_mut().unwrap().push(json!({ "column": column, "head": head }));
    }
    for (kind, word, means) in [
        ("phase", "S", "screen"),
        ("phase", "C", "confirmation"),
        ("oxidant", "Pass", "not_found"),
        ("oxidant", "Fail", "found"),
    ] {
        wider["words"].as_array_mut().unwrap().push(json!({ "kind": kind, "word": word, "means": means }));
    }
    let save = json!({ "laboratory": files.laboratory, "rev": 1, "mapping": wider });
    files.program.as_person("theodora").op("result_file.save_mapping", save);
    files.program.as_person("marisol");
    let test = files.collected();
    let number = test["number"].as_str().unwrap();
    let choose = |oxidant: &str| -> Value {
        let rest = |key: &&str| format!("{number},{key},NEG,,S,,62,{oxidant}");
        let mut rows: Vec<String> = KEYS.iter().filter(|key| **key != "amp").map(rest).collect();
        rows.push(format!("{number},amp,POS,,S,300 ng/mL,62,{oxidant}"));
        rows.push(format!("{number},amp,POS,412.5,C,250,62,{oxidant}"));
        let text = format!("Specimen,Test,Result,Value,Phase,Cutoff,Creat,Oxidants\n{}\n", rows.join("\n"));
        std::fs::write(files.path(), text).unwrap();
        files.desk().world.choose(Some(files.path()));
        files.desk().op("result_file.choose", json!({ "laboratory": files.laboratory }))["file"].take()
    };
    let file = choose("Pass");
    let lines = file["preview"]["lines"].as_array().unwrap();
    assert_eq!(lines[9]["note"], "Cut-off 300 ng/mL; the panel says 500 ng/mL.");
    assert_eq!((&lines[10]["note"], &lines[0]["note"]), (&json!(""), &json!("")), "what agrees is not said");
    files.run(&file, false);
    let report = &files.test(&test)["reports"][0];
    assert_eq!((&report["laboratory"], &report["measures"]["oxidant"]), (&files.laboratory, &json!(false)));
    let screen = report["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == "amp").unwrap();
    assert_eq!((&screen["cutoff"], &screen["panel_cutoff"]), (&json!("300 ng/mL"), &json!("500 ng/mL")));
    assert_eq!(choose("Pass")["preview"]["tests"][0]["same"], true);
    // The same lines with an oxidant: by its measures it is invalid, and the file says no word for the whole.
    let file = choose("Fail");
    assert_eq!(file["preview"]["tests"][0]["validity"], "invalid");
    files.run(&file, false);
    let after = files.test(&test);
    assert_eq!((&after["reports"][1]["validity"], &after["laboratory"]), (&json!("invalid"), &Value::Null));
    assert_eq!(choose("some")["preview"]["lines"][0]["why"], "unknown_oxidant");
}

#[test]
fn a_test_of_somebody_elses_client_is_not_there() {
    let files = Files::open();
    let other =
        admitted(files.program.as_person("theodora"), "Silas", "Abara", &files.program.clinic.ambrose, "2026-11-02");
    let mut order = crate::testing_desk::order(&other);
    order["on"] = json!("2026-11-24");
    let ordered = files.desk().op("drug_test.order", order);
    files.program.as_person("bram").op(
        "drug_test.collect",
        json!({ "id": ordered["id"], "rev": ordered["rev"], "collection": { "measures": {} } }),
    );
    files.program.as_person("marisol");
    let file = files.choose(&[format!("{},amp,NEG,", ordered["number"].as_str().unwrap())]);
    assert_eq!(file["preview"]["lines"][0]["why"], "specimen_not_found");
    // A final test takes no report, and an order without a specimen has none.
    let test = files.program.screened(&[]);
    let words = json!({ "id": test["id"], "rev": test["rev"], "interpretation": "expected" });
    files.desk().op("drug_test.interpret", words);
    let file = files.choose(&negative(&test, &KEYS));
    assert_eq!(file["preview"]["lines"][0]["why"], "not_now");
}

#[test]
fn every_refusal_of_a_file() {
    let files = Files::open();
    let rule = |call: &str, request: Value| files.desk().refused(call, request).rule;
    let run = json!({ "digest": "00", "leave_out": false });
    assert_eq!(rule("result_file.run", run.clone()), Some("result_file.nothing_chosen"));
    let choose = || rule("result_file.choose", json!({ "laboratory": files.laboratory }));
    files.desk().world.choose(Some(files.path()));
    std::fs::write(files.path(), "no table\n").unwrap();
    assert_eq!(choose(), Some("result_file.unreadable"));
    std::fs::write(files.path(), format!("a,b\n{}", "1,2\n".repeat(20_001))).unwrap();
    assert_eq!(choose(), Some("result_file.too_large"));
    let test = files.collected();
    let file = files.choose(&negative(&test, &KEYS));
    assert_eq!(rule("result_file.run", run), Some("result_file.file_changed"));
    std::fs::write(files.path(), "Specimen,Substance,Result,Value\n1,2,3,4\n").unwrap();
    files.desk().world.choose(Some(files.path()));
    let other = files.desk().op("result_file.choose", json!({ "laboratory": files.laboratory }))["file"].take();
    assert!(other["preview"].is_null() && !other["trouble"].as_str().unwrap().is_empty());
    let taken = json!({ "digest": other["digest"], "leave_out": true });
    assert_eq!(rule("result_file.run", taken), Some("result_file.missing_column"));
    assert_ne!(file["digest"], other["digest"]);
    // A laboratory without a mapping.
    let fields = json!({ "name": "Harbor", "clia": "", "phone": "", "account": "" });
    let bare =
        files.program.as_person("theodora").op("panel.add_laboratory", json!({ "fields": fields }))["id"].take();
    let chosen = files.desk().op("result_file.choose", json!({ "laboratory": bare }))["file"].take();
    assert!(chosen["preview"].is_null());
    let taken = json!({ "digest": chosen["digest"], "leave_out": true });
    assert_eq!(rule("result_file.run", taken), Some("result_file.no_mapping"));
    files.desk().world.choose(None);
    assert_eq!(files.desk().refused("result_file.choose", json!({ "laboratory": bare })).code, Code::Cancelled);
}

#[test]
fn a_mapping_says_every_fault_beside_its_line_and_begins_with_what_is_usual() {
    let files = Files::open();
    files.program.as_person("theodora");
    let laboratory = &files.laboratory;
    let refused = |mapping: Value| -> Vec<String> {
        let request = json!({ "laboratory": laboratory, "rev": 1, "mapping": mapping });
        let refusal = files.desk().refused("result_file.save_mapping", request);
        refusal.fields.iter().map(|fault| fault.field.clone()).collect()
    };
    let mut columns = mapping();
    columns["columns"][0]["head"] = json!("");
    columns["columns"][3]["head"] = json!("Result");
    assert_eq!(refused(columns), ["mapping.columns.specimen", "mapping.columns.quantity"]);
    let mut words = mapping();
    words["words"][0]["means"] = json!("fine");
    words["words"][2]["means"] = json!("nobody");
    words["words"].as_array_mut().unwrap().push(json!({ "kind": "result", "word": "pos", "means": "detected" }));
    words["words"].as_array_mut().unwrap().push(json!({ "kind": "phase", "word": " ", "means": "screen" }));
    assert_eq!(refused(words), ["mapping.words.0", "mapping.words.2", "mapping.words.3", "mapping.words.4"]);
    let stale = json!({ "laboratory": laboratory, "rev": 7, "mapping": mapping() });
    assert_eq!(files.desk().refused("result_file.save_mapping", stale).code, Code::Conflict);
    let fields = json!({ "name": "Harbor", "clia": "", "phone": "", "account": "" });
    let bare = files.desk().op("panel.add_laboratory", json!({ "fields": fields }))["id"].take();
    let begun = files
        .desk()
        .query("result_file.mapping", json!({ "laboratory": bare, "heads": ["Specimen ID", "Drug", "Result"] }));
    assert_eq!(begun["rev"], 0);
    assert_eq!(begun["mapping"]["columns"][1], json!({ "column": "analyte", "head": "Drug" }));
    assert_eq!(
        files
            .program
            .as_person("marisol")
            .refused("result_file.save_mapping", json!({ "laboratory": bare, "rev": 0, "mapping": begun["mapping"] }))
            .code,
        Code::NotPermitted
    );
}

#[test]
fn nothing_of_the_file_stays_beside_the_vault() {
    let files = Files::open();
    let test = files.collected();
    let file = files.choose(&[format!("{},amp,POS,77123.4", test["number"].as_str().unwrap())]);
    files.run(&file, false);
    let room = files.desk().room.path().to_owned();
    let mut folders = vec![room];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path != files.path() {
                let bytes = std::fs::read(&path).unwrap();
                assert!(!bytes.windows(7).any(|part| part == b"77123.4"), "{}", path.display());
            }
        }
    }
}
