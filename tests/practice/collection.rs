//! A collection as a whole: identity, observer, cup, each kind of specimen, hand-offs and their gaps, and the wait of
//! somebody who cannot give a specimen yet.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::testing_desk::{Program, log, order};

const HOUR: i64 = 60 * 60_000;

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn details(more: Value) -> Value {
    let mut details = json!({
        "identified_by": "photo_id", "identified_words": "", "container": "C-1", "split_container": "",
        "donor_initials": "RN", "expired_because": "", "observer_wish": "", "observer_because": "", "taken_from": "",
        "breath_device": ""
    });
    for (key, value) in more.as_object().unwrap() {
        details[key] = value.clone();
    }
    details
}

fn request(program: &Program, specimen: &str, panel: &str, collection: Value) -> Value {
    json!({ "client": program.client, "reason": "scheduled", "method": "laboratory", "specimen": specimen, "panel": panel,
            "collection": collection })
}

fn urine(program: &Program, more: Value) -> Value {
    request(program, "urine", "np10", json!({ "details": details(more) }))
}

#[test]
fn a_collection_keeps_who_how_and_in_what() {
    let program = Program::open();
    let more = json!({ "medications_read": true, "reader": program.bram, "split": true, "split_container": "C-2",
                       "cup_expires_on": "2027-01-31" });
    let test = program.as_person("marisol").op("drug_test.log", urine(&program, more));
    let kept = &test["details"];
    assert_eq!((&kept["identified_by"], &kept["split_container"]), (&json!("photo_id"), &json!("C-2")));
    assert_eq!((&test["reader"], &test["collection_findings"]), (&json!("Bram Oyelaran"), &json!([])));
    // A correction without it keeps what was recorded; with it, it is the next revision.
    let because = |collection: Value, rev: &Value| json!({ "id": test["id"], "rev": rev, "because": "Misread", "collection": collection });
    let desk = &program.clinic.desk;
    let kept = desk.op("drug_test.correct", because(json!({ "time": "13:00" }), &test["rev"]));
    assert_eq!(kept["details"]["container"], "C-1");
    let changed =
        because(json!({ "time": "13:00", "details": details(json!({ "container": "C-9" })) }), &kept["rev"]);
    assert_eq!(desk.op("drug_test.correct", changed)["details"]["container"], "C-9");
    // Without a word of it, nothing is said of it.
    let plain = desk.op("drug_test.log", log(&program.client, &[]));
    assert_eq!(plain["collection_findings"], json!([]));
}

#[test]
fn an_expired_cup_and_another_observer_need_a_reason() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let refused = |request: Value| -> Vec<String> {
        faults(&desk.refused("drug_test.log", request)).into_iter().map(str::to_owned).collect()
    };
    assert_eq!(
        refused(urine(&program, json!({ "cup_expires_on": "2026-11-23" }))),
        ["collection.details.expired_because"]
    );
    let expired = json!({ "cup_expires_on": "2026-11-23", "expired_because": "The last cup of the evening" });
    let test = desk.op("drug_test.log", urine(&program, expired));
    assert_eq!(
        test["collection_findings"],
        json!(["The cup had expired on Nov\u{a0}23,\u{a0}2026: The last cup of the evening"])
    );
    let observed = |more: Value| {
        let mut request = urine(&program, more);
        (request["collection"]["observed"], request["collection"]["observer"]) = (json!(true), program.bram.clone());
        request
    };
    let asked = desk.op("drug_test.log", observed(json!({})));
    assert_eq!(asked["collection_findings"], json!(["Whom the client would rather have observe was not recorded."]));
    assert_eq!(refused(observed(json!({ "observer_wish": "a woman" }))), ["collection.details.observer_as_wished"]);
    assert_eq!(
        refused(observed(json!({ "observer_wish": "a woman", "observer_as_wished": false }))),
        ["collection.details.observer_because"]
    );
    assert_eq!(refused(urine(&program, json!({ "observer_wish": "a woman" }))), ["collection.details.observer_wish"]);
    let other =
        json!({ "observer_wish": "a woman", "observer_as_wished": false, "observer_because": "Nobody else on duty" });
    let test = desk.op("drug_test.log", observed(other));
    assert_eq!(
        test["collection_findings"],
        json!(["The observer was another than the client asked for: Nobody else on duty"])
    );
    // The rule is the practice's own.
    let off = json!({ "key": "observer_wish", "value": "no", "effective_on": "2026-11-01" });
    program.as_person("theodora").op("policy.set", off);
    let test = program.as_person("marisol").op("drug_test.log", observed(json!({})));
    assert_eq!(test["collection_findings"], json!([]));
}

#[test]
fn each_specimen_asks_only_what_fits_it() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let panels = [
        ("urine", "np10"),
        ("oral_fluid", "oral_fluid"),
        ("hair", "hair_5"),
        ("nail", "nail_5"),
        ("blood_spot", "peth"),
        ("breath", "breath"),
    ];
    for (field, more, fits) in [
        ("mouth_checked", json!({ "mouth_checked": true }), &["oral_fluid"][..]),
        ("mouth_minutes", json!({ "mouth_minutes": 12 }), &["oral_fluid"]),
        ("taken_from", json!({ "taken_from": "crown" }), &["hair", "nail"]),
        ("length_mm", json!({ "length_mm": 40 }), &["hair"]),
        ("spots", json!({ "spots": 3 }), &["blood_spot"]),
        ("breath_first", json!({ "breath_first": 0 }), &["breath"]),
    ] {
        for (specimen, panel) in panels {
            let request = request(&program, specimen, panel, json!({ "details": details(more.clone()) }));
            let answer = desk.call("drug_test.log", request);
            let expected: Vec<String> =
                if fits.contains(&specimen) { vec![] } else { vec![format!("collection.details.{field}")] };
            let found: Vec<String> = answer
                .err()
                .map(|refusal| refusal.fields.into_iter().map(|fault| fault.field).collect())
                .unwrap_or_default();
            assert_eq!(found, expected, "{field} of {specimen}");
        }
    }
    let breath = |more: Value| request(&program, "breath", "breath", json!({ "details": details(more) }));
    let early =
        desk.op("drug_test.log", breath(json!({ "breath_first": 31, "breath_second": 28, "breath_minutes": 9 })));
    assert_eq!(early["collection_findings"], json!(["The second reading came after 9 minutes; 15 are asked."]));
    for (more, field) in [
        (json!({ "breath_second": 20, "breath_minutes": 15 }), "breath_first"),
        (json!({ "breath_first": 20, "breath_second": 20 }), "breath_minutes"),
        (json!({ "breath_first": 601 }), "breath_first"),
    ] {
        let refusal = desk.refused("drug_test.log", breath(more));
        assert_eq!(faults(&refusal), [format!("collection.details.{field}")]);
    }
    for (more, field) in [
        (json!({ "identified_by": "other" }), "identified_words"),
        (json!({ "split_container": "C-2" }), "split_container"),
        (json!({ "reader": "0190ffff-ffff-7fff-8fff-ffffffffffff" }), "reader"),
    ] {
        let refusal = desk.refused("drug_test.log", urine(&program, more));
        assert_eq!(faults(&refusal), [format!("collection.details.{field}")]);
    }
}

#[test]
fn a_specimen_passes_from_hand_to_hand_and_a_gap_is_shown() {
    let program = Program::open();
    let ordered = program.ordered();
    let early = json!({ "id": ordered["id"], "fields": { "purpose": "released", "from": "A", "to": "B" } });
    assert_eq!(program.clinic.desk.refused("drug_test.hand_off", early).rule, Some("drug_test.nothing_collected"));
    let test = program
        .as_person("bram")
        .op("drug_test.collect", json!({ "id": ordered["id"], "rev": ordered["rev"], "collection": {} }));
    let hand = |purpose: &str, from: &str, to: &str| json!({ "id": test["id"], "fields": { "purpose": purpose, "from": from, "to": to } });
    let desk = &program.clinic.desk;
    desk.op("drug_test.hand_off", hand("sealed", "Rosalind N.", "Bram Oyelaran"));
    desk.clock.pass(HOUR);
    let desk = program.as_person("bram");
    let after = desk.op("drug_test.hand_off", hand("released", "bram oyelaran", "Courier"));
    assert_eq!((after["chain"].as_array().unwrap().len(), &after["chain_gaps"]), (2, &json!([])));
    desk.clock.pass(50 * HOUR);
    let desk = program.as_person("marisol");
    let mut last = hand("laboratory_received", "Front desk", "Northgate");
    last["fields"]["seal_whole"] = json!(false);
    let after = desk.op("drug_test.hand_off", last);
    assert_eq!(
        after["chain_gaps"],
        json!([
            "Courier had the specimen, and Front desk handed it on. Nothing says how it came there.",
            "50 hours lie between Courier and Northgate.",
            "The seal was not whole when Northgate took the specimen.",
        ])
    );
    let line = &after["chain"][2];
    let silent = json!({ "id": line["id"], "rev": line["rev"], "reason": "" });
    assert_eq!(faults(&desk.refused("drug_test.take_back_hand_off", silent)), ["reason"]);
    let back = desk
        .op("drug_test.take_back_hand_off", json!({ "id": line["id"], "rev": line["rev"], "reason": "Wrong test" }));
    assert_eq!((back["chain"].as_array().unwrap().len(), &back["chain_gaps"]), (2, &json!([])));
    let again = json!({ "id": line["id"], "rev": 2, "reason": "Again" });
    assert_eq!(desk.refused("drug_test.take_back_hand_off", again).code, Code::NotFound);
    let mut before = hand("released", "A", "B");
    (before["fields"]["on"], before["fields"]["time"]) = (json!("2026-11-24"), json!("08:00"));
    assert_eq!(faults(&desk.refused("drug_test.hand_off", before)), ["time"]);
    assert_eq!(faults(&desk.refused("drug_test.hand_off", hand("sent", " ", ""))), ["from", "to"]);
    assert_eq!(
        program.as_person("jolene").refused("drug_test.hand_off", hand("sent", "A", "B")).code,
        Code::NotPermitted
    );
}

#[test]
fn a_mistaken_hand_off_is_corrected_and_what_stood_there_stays() {
    let program = Program::open();
    let ordered = program.ordered();
    let collect = json!({ "id": ordered["id"], "rev": ordered["rev"], "collection": {} });
    let test = program.as_person("bram").op("drug_test.collect", collect);
    let desk = &program.clinic.desk;
    desk.clock.pass(3 * HOUR);
    let desk = program.as_person("marisol");
    let first = json!({ "id": test["id"], "fields": { "purpose": "released", "from": "Marisol Quiñones", "to": "Harbour courier",
                        "on": "2026-11-24", "time": "15:00", "seal_whole": true } });
    let line = desk.op("drug_test.hand_off", first)["chain"][0].take();
    assert_eq!((&line["because"], &line["earlier"]), (&json!(""), &json!([])));
    let right = |rev: &Value, because: &str, to: &str, time: &str| {
        json!({ "id": line["id"], "rev": rev, "because": because,
                "fields": { "purpose": "sent", "from": "Marisol Quiñones", "to": to, "on": "2026-11-24", "time": time,
                            "seal_whole": true, "noted": "By car" } })
    };
    let call = "drug_test.correct_hand_off";
    assert_eq!(faults(&desk.refused(call, right(&line["rev"], "", "", "12:00"))), ["because", "to", "time"]);
    desk.clock.pass(HOUR);
    let desk = program.as_person("bram");
    assert_eq!(
        desk.refused(call, right(&json!(7), "Read the slip again", "Northgate", "15:20")).code,
        Code::Conflict
    );
    let after = desk.op(call, right(&line["rev"], "Read the slip again", "Northgate", "15:20"));
    let kept = &after["chain"][0];
    assert_eq!(
        (&kept["to"], &kept["because"], &kept["by"], &kept["rev"]),
        (&json!("Northgate"), &json!("Read the slip again"), &json!("Bram Oyelaran"), &json!(2))
    );
    let before = &kept["earlier"][0];
    assert_eq!(kept["earlier"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&before["to"], &before["purpose"], &before["by"], &before["noted"]),
        (&json!("Harbour courier"), &json!("released"), &json!("Marisol Quiñones"), &json!(""))
    );
    assert_eq!(before["at"].as_i64().unwrap() + 20 * 60_000, kept["at"].as_i64().unwrap());
    // Taken back, it stays to be read, with the reason and with what it said before.
    let back = json!({ "id": kept["id"], "rev": kept["rev"], "reason": "Never left the house" });
    let after = desk.op("drug_test.take_back_hand_off", back);
    assert_eq!((&after["chain"], &after["chain_gaps"]), (&json!([]), &json!([])));
    let gone = &after["chain_taken_back"][0];
    assert_eq!((&gone["to"], &gone["void_reason"]), (&json!("Northgate"), &json!("Never left the house")));
    assert_eq!(gone["earlier"].as_array().unwrap().len(), 1);
    assert_eq!(desk.refused(call, right(&json!(3), "Again", "Northgate", "15:20")).code, Code::NotFound);
    // Of a test that was taken back, nothing moves any more.
    let desk = program.as_person("marisol");
    let again = json!({ "id": test["id"], "fields": { "purpose": "sent", "from": "A", "to": "B" } });
    let line = desk.op("drug_test.hand_off", again)["chain"][0].take();
    let rev = desk.query("drug_test.get", json!({ "id": test["id"] }))["rev"].take();
    desk.op("drug_test.void", json!({ "id": test["id"], "rev": rev, "reason": "Wrong client" }));
    let late = json!({ "id": line["id"], "rev": line["rev"], "because": "Late", "fields": { "purpose": "sent", "from": "A", "to": "C" } });
    assert_eq!(desk.refused(call, late).rule, Some("drug_test.voided"));
    let desk = program.as_person("jolene");
    let by_the_desk = json!({ "id": line["id"], "rev": line["rev"], "because": "No", "fields": { "purpose": "sent", "from": "A", "to": "C" } });
    assert_eq!(desk.refused(call, by_the_desk).code, Code::NotPermitted);
}

#[test]
fn a_correction_says_what_stood_there_before() {
    let program = Program::open();
    let test = program.as_person("marisol").op("drug_test.log", log(&program.client, &["amp"]));
    let desk = &program.clinic.desk;
    let of = |desk: &crate::desk::Desk| desk.query("drug_test.corrections", json!({ "id": test["id"] }));
    assert_eq!(of(desk), json!([]), "what is written the first time corrects nothing");
    let medication = json!({ "client": program.client, "fields": { "name": "Amphetamine salts", "dose": "10 mg",
        "frequency": "daily", "prescriber": "", "started_on": "2026-11-02", "shows_as": "amp" } });
    desk.op("medication.add", medication);
    desk.clock.pass(HOUR);
    let desk = program.as_person("marisol");
    let mut collection = crate::testing_desk::collection();
    (collection["seal"], collection["time"]) = (json!("0093 4418"), json!("13:45"));
    collection["measures"]["gravity_ten_thousandths"] = json!(10030);
    (collection["observed"], collection["observer"]) = (json!(true), program.bram.clone());
    collection["details"] = details(json!({ "reader": program.bram }));
    let correct = |test: &Value, because: &str, collection: &Value, detected: &[&str]| {
        json!({ "id": test["id"], "rev": test["rev"], "because": because, "collection": collection,
                "readings": crate::testing_desk::screen(detected) })
    };
    let first = desk.op("drug_test.correct", correct(&test, "Read the slip again", &collection, &[]));
    assert_eq!(first["medications"], test["medications"], "on the same day the medications stay as they were read");
    desk.clock.pass(HOUR);
    let desk = program.as_person("marisol");
    collection["details"] = details(json!({ "container": "C-9", "reader": program.bram }));
    desk.op("drug_test.correct", correct(&first, "The container was C-9", &collection, &[]));
    let said = of(desk);
    let change = |what: &str, before: &str, after: &str| json!({ "what": what, "before": before, "after": after });
    assert_eq!((&said[0]["because"], &said[0]["by"]), (&json!("The container was C-9"), &json!("Marisol Quiñones")));
    assert_eq!(said[0]["changes"], json!([change("Container number", "C-1", "C-9")]));
    assert_eq!(said[1]["because"], "Read the slip again");
    assert_eq!(
        said[1]["changes"],
        json!([
            change("Collected", "November 24, 2026, 1:40 PM", "November 24, 2026, 1:45 PM"),
            change("Directly observed", "no", "yes"),
            change("Observed by", "", "Bram Oyelaran"),
            change("Seal", "0093 4417", "0093 4418"),
            change("Specific gravity", "1.0142", "1.0030"),
            change("Identified by", "", "Photo identification"),
            change("Cup read by", "", "Bram Oyelaran"),
            change("Container number", "", "C-1"),
            change("Client's initials", "", "RN"),
            change("Amphetamine, screen (presumptive)", "Detected", "Not detected"),
        ])
    );
    // Another outcome is a correction as well; who only collects does not see what was corrected.
    let ordered = program.ordered();
    let missed = json!({ "id": ordered["id"], "rev": ordered["rev"], "outcome": "missed", "reason": "Did not come" });
    let missed = program.as_person("marisol").op("drug_test.not_collected", missed);
    let desk = &program.clinic.desk;
    desk.clock.pass(HOUR);
    let desk = program.as_person("marisol");
    let excuse =
        json!({ "id": missed["id"], "rev": missed["rev"], "because": "Was in surgery", "outcome": "excused" });
    desk.op("drug_test.correct", excuse);
    let said = desk.query("drug_test.corrections", json!({ "id": missed["id"] }));
    assert_eq!(said[0]["changes"], json!([change("What happened", "Missed", "Excused")]));
    let hidden = program.as_person("bram").refused("drug_test.corrections", json!({ "id": test["id"] }));
    assert!(matches!(hidden.code, Code::NotFound | Code::NotPermitted), "{hidden:?}");
}

#[test]
fn a_laboratorys_report_keeps_its_measures_its_hour_and_its_own_cutoffs() {
    let program = Program::open();
    let fields = json!({ "name": "Northgate", "clia": "", "phone": "", "account": "" });
    let laboratory = program.clinic.desk.op("panel.add_laboratory", json!({ "fields": fields }))["id"].take();
    let test = program.screened(&["amp"]);
    program.clinic.desk.clock.pass(3 * HOUR);
    let desk = program.as_person("marisol");
    let enter = |test: &Value, more: Value| {
        let mut request = json!({ "id": test["id"], "rev": test["rev"], "result": "positive",
            "readings": [{ "analyte": "amp", "result": "detected", "quantity_tenths": 8125, "reported": "812.54",
                           "cutoff": "100 ng/mL" }] });
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        request
    };
    let dilute = json!({ "creatinine_tenths": 152, "gravity_ten_thousandths": 10024, "ph_tenths": 68, "nitrite": 0, "oxidant": false });
    let whole = json!({ "laboratory": laboratory, "reported_on": "2026-11-24", "reported_time": "14:30", "measures": dilute,
        "screens": [{ "analyte": "amp", "result": "detected" }, { "analyte": "bze", "result": "not_detected" }] });
    let first = desk.op("drug_test.laboratory", enter(&test, whole));
    let report = &first["reports"][0];
    assert_eq!((&report["measures"], &report["validity"]), (&dilute, &json!("dilute")));
    assert_eq!((&report["laboratory"], &report["laboratory_name"]), (&laboratory, &json!("Northgate")));
    assert_eq!(report["reported_at"].as_i64().unwrap() - first["collected_at"].as_i64().unwrap(), 50 * 60_000);
    assert_eq!(
        report["disagrees"],
        "The laboratory says positive, and by its measures the specimen is dilute. Its word stands; ask the laboratory."
    );
    let line = |test: &Value| {
        test["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == "amp").unwrap().clone()
    };
    assert_eq!((&line(&first)["confirm_cutoff"], &line(&first)["reported"]), (&json!("100 ng/mL"), &json!("812.54")));
    let lines = report["lines"].as_array().unwrap();
    let cutoffs: Vec<Value> = lines
        .iter()
        .map(|line| json!([line["analyte"], line["phase"], line["cutoff"], line["panel_cutoff"]]))
        .collect();
    assert_eq!(
        cutoffs,
        [
            json!(["amp", "screen", "500 ng/mL", ""]),
            json!(["bze", "screen", "150 ng/mL", ""]),
            json!(["amp", "confirmation", "100 ng/mL", "250 ng/mL"]),
        ]
    );
    // The amended report says another amount and the dilute word; the first stays as it was.
    let amended = json!({ "result": "positive_dilute", "because": "The word was wrong", "measures": dilute });
    let second = desk.op("drug_test.laboratory", enter(&first, amended));
    assert_eq!((&second["reports"][0], &second["reports"][1]["disagrees"]), (report, &json!("")));
    let refused = |more: Value| -> Vec<String> {
        let mut more = more;
        more["because"] = json!("Again");
        let refusal = desk.refused("drug_test.laboratory", enter(&second, more));
        refusal.fields.into_iter().map(|fault| fault.field).collect()
    };
    for (more, field) in [
        (json!({ "measures": { "creatinine_tenths": 10_001 } }), "measures.creatinine_tenths"),
        (json!({ "measures": { "gravity_ten_thousandths": 9_999 } }), "measures.gravity_ten_thousandths"),
        (json!({ "measures": { "ph_tenths": 141 } }), "measures.ph_tenths"),
        (json!({ "measures": { "nitrite": -1 } }), "measures.nitrite"),
        (json!({ "measures": { "volume_ml": 45 } }), "measures"),
        (json!({ "reported_time": "14:30" }), "reported_on"),
        (json!({ "reported_on": "2026-11-24", "reported_time": "half" }), "reported_time"),
        (json!({ "reported_on": "2026-11-24", "reported_time": "13:39" }), "reported_time"),
        (json!({ "reported_on": "2026-11-24", "reported_time": "23:59" }), "reported_time"),
        (
            json!({ "readings": [{ "analyte": "amp", "result": "detected", "cutoff": "x".repeat(41) }] }),
            "readings.amp",
        ),
    ] {
        assert_eq!(refused(more.clone()), [field], "{more}");
    }
    let nowhere = json!({ "laboratory": "0190ffff-ffff-7fff-8fff-ffffffffffff", "because": "Again" });
    assert_eq!(desk.refused("drug_test.laboratory", enter(&second, nowhere)).code, Code::NotFound);
    // Hair has no creatinine.
    let hair = desk.op("drug_test.log", request(&program, "hair", "hair_5", json!({})));
    let measured = json!({ "id": hair["id"], "rev": hair["rev"], "result": "negative", "measures": dilute });
    assert_eq!(faults(&desk.refused("drug_test.laboratory", measured)), ["measures"]);
}

#[test]
fn a_wait_runs_on_after_a_restart_and_ends_with_what_became_of_it() {
    let program = Program::open();
    let ordered = program.ordered();
    let id = json!({ "id": ordered["id"] });
    let desk = program.as_person("bram");
    let fluid = |ounces: i64| json!({ "id": ordered["id"], "ounces": ounces });
    assert_eq!(desk.refused("drug_test.give_fluid", fluid(8)).rule, Some("drug_test.not_waiting"));
    let began = desk.op("drug_test.begin_wait", id.clone())["wait"].take();
    assert_eq!(began["until"].as_i64().unwrap() - began["began_at"].as_i64().unwrap(), 3 * HOUR);
    assert_eq!(desk.refused("drug_test.begin_wait", id.clone()).rule, Some("drug_test.already_waiting"));
    assert_eq!(faults(&desk.refused("drug_test.give_fluid", fluid(41))), ["ounces"]);
    desk.clock.pass(HOUR);
    let desk = program.as_person("bram");
    desk.op("drug_test.give_fluid", fluid(8));
    let wait = desk.op("drug_test.give_fluid", fluid(12))["wait"].take();
    assert_eq!(
        (&wait["ounces"], &wait["most_ounces"], &wait["began_at"]),
        (&json!(20), &json!(40), &began["began_at"])
    );
    let unable = json!({ "id": ordered["id"], "rev": ordered["rev"], "outcome": "unable", "reason": "Tried twice",
                         "next_step": "Oral fluid tomorrow morning" });
    let ended = desk.op("drug_test.not_collected", unable);
    assert_eq!((&ended["class"], &ended["next_step"]), (&json!("unable"), &json!("Oral fluid tomorrow morning")));
    assert!(ended["wait"]["ended_at"].is_i64());
    assert_eq!(desk.refused("drug_test.begin_wait", id).rule, Some("drug_test.ended"));
    // A specimen ends a wait as well.
    let second = program.as_person("marisol").op("drug_test.order", order(&program.client));
    let desk = program.as_person("bram");
    desk.op("drug_test.begin_wait", json!({ "id": second["id"] }));
    let taken = desk.op("drug_test.collect", json!({ "id": second["id"], "rev": second["rev"], "collection": {} }));
    assert!(taken["wait"]["ended_at"].is_i64());
}

#[test]
fn a_refusal_names_its_definition_from_the_list() {
    let program = Program::open();
    let grounds = program.as_person("bram").query("drug_test.grounds", json!({}));
    assert_eq!(grounds["items"].as_array().unwrap().len(), 12);
    let ground = &grounds["items"][1];
    let end = |outcome: &str, key: &Value| {
        let ordered = program.ordered();
        json!({ "id": ordered["id"], "rev": ordered["rev"], "outcome": outcome, "reason": "She left at 7 PM", "ground": key })
    };
    let request = end("refused", &ground["key"]);
    let test = program.as_person("bram").op("drug_test.not_collected", request);
    assert_eq!((&test["class"], &test["ground"]), (&json!("refused"), &ground["words"]));
    for request in [end("refused", &json!("because")), end("missed", &ground["key"])] {
        assert_eq!(faults(&program.as_person("bram").refused("drug_test.not_collected", request)), ["ground"]);
    }
}

#[test]
fn every_report_of_the_laboratory_is_kept_and_the_last_one_holds() {
    let program = Program::open();
    let test = program.screened(&["amp"]);
    let desk = &program.clinic.desk;
    let enter = |test: &Value, more: Value| {
        let mut request = json!({ "id": test["id"], "rev": test["rev"] });
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        request
    };
    let first = desk.op(
        "drug_test.laboratory",
        enter(
            &test,
            json!({ "result": "positive", "words": "Report 88-1", "reported_on": "2026-11-24",
            "screens": [{ "analyte": "amp", "result": "detected" }],
            "readings": [{ "analyte": "amp", "result": "detected", "quantity_tenths": 8125 }] }),
        ),
    );
    assert_eq!(first["reports"].as_array().unwrap().len(), 1);
    let line = first["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == "amp").unwrap().clone();
    assert_eq!((&line["laboratory_screen"], &line["reported"]), (&json!("detected"), &json!("812.5")));
    let late = enter(&first, json!({ "result": "negative", "because": "Amended", "reported_on": "2026-11-25" }));
    assert_eq!(faults(&desk.refused("drug_test.laboratory", late)), ["reported_on"]);
    let amended = desk.op(
        "drug_test.laboratory",
        enter(&first, json!({ "result": "negative", "words": "Report 88-2", "because": "Samples were swapped" })),
    );
    let reports = amended["reports"].as_array().unwrap();
    let said: Vec<Value> = reports
        .iter()
        .map(|one| json!([one["number"], one["result"], one["words"], one["because"], one["by"]]))
        .collect();
    assert_eq!(
        said,
        [
            json!([1, "positive", "Report 88-1", "", "Marisol Quiñones"]),
            json!([2, "negative", "Report 88-2", "Samples were swapped", "Marisol Quiñones"]),
        ]
    );
    assert_eq!(reports[0]["lines"][1]["cutoff"], "250 ng/mL");
    assert_eq!(amended["laboratory"]["result"], "negative");
    // Who only collects sees no report.
    program
        .as_person("theodora")
        .op("policy.set", json!({ "key": "unable_minutes", "value": "120", "effective_on": "2026-11-01" }));
    assert_eq!(
        program.as_person("ines").query("drug_test.get", json!({ "id": test["id"] }))["reports"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}
