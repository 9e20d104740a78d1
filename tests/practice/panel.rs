//! Panels: what comes with Evenkeel, versions from a day on, copies for a laboratory, and old results read against their own.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::testing_desk::{Program, collection, log, order, screen};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn of_key(program: &Program, key: &str) -> Value {
    let list = program.clinic.desk.query("panel.list", json!({}));
    list["panels"].as_array().unwrap().iter().find(|panel| panel["key"] == key).unwrap().clone()
}

fn sheet(program: &Program, key: &str) -> Value {
    program.clinic.desk.query("panel.get", json!({ "id": of_key(program, key)["id"] }))
}

fn next(sheet: &Value, effective_on: &str, analytes: Value) -> Value {
    json!({ "id": sheet["id"], "rev": sheet["rev"], "effective_on": effective_on, "because": "New cut-offs",
            "source": "Letter of the laboratory", "note": "", "analytes": analytes })
}

/// The analytes of a sheet with one cut-off of the screen changed.
fn with_cutoff(sheet: &Value, key: &str, initial: &str) -> Value {
    let mut analytes = sheet["analytes"].clone();
    for analyte in analytes.as_array_mut().unwrap() {
        if analyte["key"] == key {
            analyte["initial"] = json!(initial);
        }
    }
    analytes
}

fn line(test: &Value, key: &str) -> Value {
    test["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == key).unwrap().clone()
}

/// The reference file is what the first versions were made of.
#[test]
fn the_first_version_of_each_panel_is_what_the_reference_says() {
    let program = Program::open();
    let file = include_str!("../../assets/reference/drug_panels.json");
    let book: Value = serde_json::from_str(file).unwrap();
    let number = |value: &Value| value.as_f64().map(|value| value.to_string()).unwrap_or_default();
    for entry in book["panels"].as_array().unwrap() {
        let shown = sheet(&program, entry["id"].as_str().unwrap());
        assert_eq!((&shown["name"], &shown["specimen"]), (&entry["name"], &json!("urine")));
        let keys: Vec<&Value> = shown["analytes"].as_array().unwrap().iter().map(|one| &one["key"]).collect();
        assert_eq!(keys, entry["analytes"].as_array().unwrap().iter().collect::<Vec<_>>(), "{}", entry["id"]);
        for analyte in shown["analytes"].as_array().unwrap() {
            let mut known =
                book["analytes"].as_array().unwrap().iter().find(|one| one["id"] == analyte["key"]).unwrap().clone();
            if let Some(own) = entry["overrides"][analyte["key"].as_str().unwrap()].as_object() {
                known.as_object_mut().unwrap().extend(own.clone());
            }
            assert_eq!(analyte["initial"], number(&known["urine_initial"]), "{}", analyte["key"]);
            assert_eq!(analyte["confirm"], number(&known["urine_confirm"]), "{}", analyte["key"]);
            assert_eq!(analyte["detection"], known["urine_window"]);
            assert_eq!((&analyte["name"], &analyte["verified"]), (&known["name"], &known["verified"]));
        }
    }
    let hhs = sheet(&program, "hhs_2025");
    assert_eq!(hhs["versions"][0]["effective_on"], "2025-07-07");
    let has = |sheet: &Value, key: &str| sheet["analytes"].as_array().unwrap().iter().any(|one| one["key"] == key);
    assert!(has(&hhs, "fent") && has(&hhs, "nfent") && !has(&sheet(&program, "dot"), "fent"));
}

#[test]
fn the_federal_panels_differ_in_fentanyl_and_in_the_confirmation_of_morphine() {
    let program = Program::open();
    let (dot, hhs) = (of_key(&program, "dot"), of_key(&program, "hhs_2025"));
    let request = json!({ "before": dot["id"], "before_number": 1, "after": hhs["id"], "after_number": 1 });
    let lines = program.clinic.desk.query("panel.compare", request)["lines"].take();
    let cutoffs: Vec<Value> = lines
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["what"] != "source" && line["what"] != "note")
        .map(|line| json!([line["analyte"], line["change"], line["what"], line["before"], line["after"]]))
        .collect();
    assert_eq!(
        cutoffs,
        [
            json!(["Morphine", "changed", "confirmation cut-off", "2000 ng/mL", "4000 ng/mL"]),
            json!(["Fentanyl", "added", "", "", "screen 1 ng/mL, confirmation 1 ng/mL"]),
            json!(["Norfentanyl", "added", "", "", "screen none, confirmation 1 ng/mL"]),
        ]
    );
}

#[test]
fn an_old_result_is_read_against_the_version_it_was_made_with() {
    let program = Program::open();
    let old = program.screened(&["amp"]);
    assert_eq!((&old["panel_number"], &line(&old, "amp")["cutoff"]), (&json!(1), &json!("500 ng/mL")));
    let desk = program.as_person("theodora");
    let present = sheet(&program, "np10");
    let revised = desk.op("panel.revise", next(&present, "2026-11-24", with_cutoff(&present, "amp", "300")));
    assert_eq!((&revised["number"], &revised["in_force"]), (&json!(2), &json!(2)));
    assert_eq!(revised["versions"][0]["by"], "Theodora Brandvold");
    let again = program.as_person("marisol").query("drug_test.get", json!({ "id": old["id"] }));
    assert_eq!((&again["panel_number"], &line(&again, "amp")["cutoff"]), (&json!(1), &json!("500 ng/mL")));
    // The laboratory's word on the old specimen still goes by the old version.
    let confirmed = program.clinic.desk.op(
        "drug_test.laboratory",
        json!({ "id": old["id"], "rev": old["rev"], "result": "positive",
                "readings": [{ "analyte": "amp", "result": "detected", "quantity_tenths": 4000 }] }),
    );
    assert_eq!(line(&confirmed, "amp")["confirm_cutoff"], "250 ng/mL");
    let new = program.screened(&["amp"]);
    assert_eq!((&new["panel_number"], &line(&new, "amp")["cutoff"]), (&json!(2), &json!("300 ng/mL")));
}

#[test]
fn a_version_of_the_future_holds_from_its_day() {
    let program = Program::open();
    let present = sheet(&program, "np10");
    program.clinic.desk.op("panel.revise", next(&present, "2026-11-26", with_cutoff(&present, "amp", "300")));
    let listed = of_key(&program, "np10");
    assert_eq!((&listed["number"], &listed["coming_on"]), (&json!(1), &json!("2026-11-26")));
    let desk = program.as_person("marisol");
    let mut later = order(&program.client);
    later["on"] = json!("2026-11-26");
    assert_eq!(desk.op("drug_test.order", later)["panel_number"], 2);
    let today = desk.op("drug_test.order", order(&program.client));
    assert_eq!(today["panel_number"], 1);
    // Two days later the specimen is collected and goes by what holds then.
    desk.clock.pass(2 * 24 * 60 * 60_000);
    let desk = program.as_person("marisol");
    let request = json!({ "id": today["id"], "rev": today["rev"], "collection": { "measures": {} } });
    let collected = desk.op("drug_test.collect", request);
    assert_eq!((&collected["panel_number"], &collected["panel_effective_on"]), (&json!(2), &json!("2026-11-26")));
}

#[test]
fn a_laboratory_has_its_own_copy() {
    let program = Program::open();
    let desk = &program.clinic.desk;
    let fields = json!({ "name": "Northgate", "clia": "05D0000000", "phone": "", "account": "77" });
    let laboratory = desk.op("panel.add_laboratory", json!({ "fields": fields }))["id"].take();
    let twice = json!({ "fields": { "name": "northgate", "clia": "", "phone": "", "account": "" } });
    assert_eq!(faults(&desk.refused("panel.add_laboratory", twice)), ["fields.name"]);
    let original = of_key(&program, "hp_core");
    let request =
        json!({ "id": original["id"], "name": "Northgate, health professionals", "laboratory": laboratory });
    let copy = desk.op("panel.copy", request.clone());
    assert_eq!(
        (&copy["key"], &copy["laboratory_name"]),
        (&json!("northgate_health_professionals"), &json!("Northgate"))
    );
    assert_eq!(copy["analytes"], sheet(&program, "hp_core")["analytes"]);
    assert_eq!(faults(&desk.refused("panel.copy", request)), ["name"]);
    // It is there to order, and named in lists.
    let desk = program.as_person("marisol");
    let mut own = order(&program.client);
    own["panel"] = copy["key"].clone();
    let test = desk.op("drug_test.order", own);
    assert_eq!((&test["panel_name"], &test["panel_laboratory"]), (&copy["name"], &json!("Northgate")));
    let row = desk.query("drug_test.chart", json!({ "client": program.client }))["rows"][0].clone();
    assert_eq!(row["panel"], "Northgate, health professionals");
    // While panels in use belong to it, a laboratory stays in use.
    let desk = program.as_person("theodora");
    let away = json!({ "id": laboratory, "rev": 1, "fields": fields, "active": false });
    assert_eq!(desk.refused("panel.change_laboratory", away).rule, Some("panel.laboratory_in_use"));
    let changed = json!({ "id": copy["id"], "rev": copy["rev"], "name": copy["name"], "active": false });
    desk.op("panel.change", changed);
    let panels = program.as_person("marisol").query("drug_test.panels", json!({}));
    assert!(panels.as_array().unwrap().iter().all(|panel| panel["key"] != copy["key"]));
    let again = program.clinic.desk.query("drug_test.get", json!({ "id": test["id"] }));
    assert_eq!(again["panel_name"], copy["name"], "what was ordered stays readable");
}

#[test]
fn every_fault_of_a_version_stands_beside_its_field() {
    let program = Program::open();
    let desk = &program.clinic.desk;
    let present = sheet(&program, "np5");
    let refused = |effective_on: &str, analytes: Value| {
        faults(&desk.refused("panel.revise", next(&present, effective_on, analytes)))
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(refused("2026-12-01", json!([])), ["analytes"]);
    for (text, right) in
        [("0", false), ("-1", false), ("1.2345", false), ("fifty", false), ("0.05", true), ("", true)]
    {
        let analytes = with_cutoff(&present, "thca", text);
        if right {
            continue;
        }
        assert_eq!(refused("2026-12-01", analytes), ["analytes.0.initial"], "{text}");
    }
    let mut twice = present["analytes"].clone();
    let first = twice[0].clone();
    twice.as_array_mut().unwrap().push(first);
    assert_eq!(refused("2026-12-01", twice), ["analytes.5.name"]);
    let mut nameless = present["analytes"].clone();
    (nameless[1]["name"], nameless[1]["unit"]) = (json!(" "), json!(""));
    assert_eq!(refused("2026-12-01", nameless), ["analytes.1.name", "analytes.1.unit"]);
    let hhs = sheet(&program, "hhs_2025");
    let early = next(&hhs, "2025-07-07", hhs["analytes"].clone());
    assert_eq!(faults(&desk.refused("panel.revise", early)), ["effective_on"]);
    let mut silent = next(&present, "2026-12-01", with_cutoff(&present, "thca", "20"));
    silent["because"] = json!("");
    assert_eq!(faults(&desk.refused("panel.revise", silent)), ["because"]);
    let mut same = next(&present, "2026-12-01", present["analytes"].clone());
    (same["source"], same["note"]) = (present["source"].clone(), present["note"].clone());
    assert_eq!(desk.refused("panel.revise", same).rule, Some("panel.unchanged"));
    let stale = json!({ "id": present["id"], "rev": 9, "name": "x", "active": true });
    assert_eq!(desk.refused("panel.change", stale).code, Code::Conflict);
}

#[test]
fn a_panel_that_a_program_orders_stays_in_use() {
    let program = Program::open();
    let desk = &program.clinic.desk;
    let mut fields = crate::draw_desk::testing_fields();
    fields["panel"] = json!("np10");
    desk.op("testing.add_program", json!({ "fields": fields }));
    let panel = of_key(&program, "np10");
    let away = json!({ "id": panel["id"], "rev": panel["rev"], "name": panel["name"], "active": false });
    assert_eq!(desk.refused("panel.change", away).rule, Some("panel.in_use"));
}

#[test]
fn who_orders_reads_panels_and_only_a_director_writes_them() {
    let program = Program::open();
    let panel = of_key(&program, "np5");
    let copy = json!({ "id": panel["id"], "name": "Mine" });
    for (login, reads) in [("marisol", true), ("bram", true), ("jolene", true), ("ines", true)] {
        let desk = program.as_person(login);
        assert_eq!(desk.call("panel.list", json!({})).is_ok(), reads, "{login}");
        assert_eq!(desk.refused("panel.copy", copy.clone()).code, Code::NotPermitted, "{login}");
    }
}

#[test]
fn each_kind_of_specimen_goes_by_panels_of_its_own() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    for (specimen, panel, right) in [
        ("blood_spot", "peth", true),
        ("hair", "hair_5", true),
        ("nail", "nail_5", true),
        // A cut-off of urine says nothing of hair or nail.
        ("hair", "hp_core", false),
        ("nail", "hp_core", false),
        ("nail", "hair_5", false),
        ("urine", "peth", false),
        ("hair", "breath", false),
    ] {
        let request = json!({ "client": program.client, "reason": "baseline", "method": "laboratory",
                              "specimen": specimen, "panel": panel, "collection": {} });
        let answer = desk.call("drug_test.log", request);
        let rule = answer.err().and_then(|refusal| refusal.rule);
        assert_eq!(rule, if right { None } else { Some("drug_test.other_specimen") }, "{specimen} {panel}");
    }
    // Nothing of hair is read on site, whatever its panel says.
    let request = json!({ "client": program.client, "reason": "baseline", "method": "laboratory", "specimen": "hair",
                          "panel": "hair_5", "collection": {}, "readings": [{ "analyte": "hair_coc", "result": "detected" }] });
    assert_eq!(faults(&desk.refused("drug_test.log", request)), ["readings.hair_coc"]);
    let mut plain = log(&program.client, &[]);
    (plain["collection"], plain["readings"]) = (collection(), screen(&[]));
    desk.op("drug_test.log", plain);
}

#[test]
fn no_cutoff_comes_with_the_panel_of_nails_and_every_key_of_a_shipped_panel_is_known() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let nail = sheet(&program, "nail_5");
    for analyte in nail["analytes"].as_array().unwrap() {
        assert_eq!(
            (&analyte["initial"], &analyte["confirm"], &analyte["verified"], &analyte["detection"]),
            (&json!(""), &json!(""), &json!(false), &json!("3-6 months"))
        );
    }
    assert_eq!(nail["verified"], false);
    // What a medication may name is what the reference lists, whether a shipped panel looks for it or not.
    let substances = desk.query("panel.substances", json!({}));
    let keys: Vec<&str> = substances.as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert!(["amp", "naltrex", "nbup", "gaba"].iter().all(|key| keys.contains(key)), "{keys:?}");
    assert!(!keys.contains(&"hair_amp"), "a medication names the substance, not the line of a specimen");
}
