//! Drug tests: order, collection, screen, laboratory, review, interpretation, and who may do and see which of them.

use practice::kernel::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::testing_desk::{Program, admitted, collection, log, order, screen};

fn faults(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|fault| fault.field.as_str()).collect()
}

fn this(test: &Value, more: Value) -> Value {
    let mut request = json!({ "id": test["id"], "rev": test["rev"] });
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    request
}

#[test]
fn a_test_goes_from_order_to_interpretation_with_person_and_time_at_each_fact() {
    let program = Program::open();
    let ordered = program.ordered();
    assert_eq!(ordered["number"], "S-26-0001");
    assert_eq!(ordered["class"], "ordered");

    let desk = program.as_person("bram");
    let collected = desk.op("drug_test.collect", this(&ordered, json!({ "collection": collection() })));
    assert_eq!((&collected["class"], &collected["validity"]), (&json!("collected"), &json!("valid")));
    let screened = desk.op("drug_test.screen", this(&collected, json!({ "readings": screen(&["benzo"]) })));
    assert_eq!(screened["class"], "presumptive");
    assert_eq!(screened["screened_by"], "Bram Oyelaran");

    let desk = program.as_person("marisol");
    let confirmed = desk.op(
        "drug_test.laboratory",
        this(
            &screened,
            json!({ "result": "positive", "words": "Report 88-1",
             "readings": [{ "analyte": "benzo", "result": "detected", "quantity_tenths": 2150 }] }),
        ),
    );
    assert_eq!(confirmed["class"], "confirmed");
    let line = confirmed["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == "benzo").unwrap().clone();
    assert_eq!(
        line,
        json!({ "analyte": "benzo", "name": "Benzodiazepines class", "cutoff": "200 ng/mL",
                "confirm_cutoff": "50 ng/mL", "on_site": true, "screen": "detected", "confirmation": "detected",
                "quantity_tenths": 2150, "unit": "ng/mL", "reported": "215", "meaning": "unexpected",
                "presumptive": false })
    );

    desk.clock.pass(60_000);
    let reviewed =
        program.as_person("ines").op("drug_test.review", this(&confirmed, json!({ "result": "positive" })));
    let desk = program.as_person("marisol");
    let last = desk.op(
        "drug_test.interpret",
        this(&reviewed, json!({ "interpretation": "unexpected", "words": "No prescription; she named it herself." })),
    );
    assert_eq!((&last["class"], &last["state"]), (&json!("unexpected"), &json!("final")));
    assert_eq!(last["laboratory"]["by"], "Marisol Quiñones");
    assert_eq!(last["review"]["by"], "Ines Dvořáková");
    assert_eq!(last["interpretation"]["by"], "Marisol Quiñones");
    let at = |fact: &str| last[fact]["at"].as_i64().unwrap();
    assert!(at("laboratory") < at("review"));
    assert_eq!(
        last["may"],
        json!({ "collect": false, "not_collected": false, "excuse": false, "screen": false,
        "laboratory": false, "review": false, "interpret": false, "unexpected": false, "correct": true, "hand_off": true, "void": true })
    );
}

#[test]
fn a_whole_test_is_logged_in_one_action_and_numbers_follow_each_other() {
    let program = Program::open();
    let first = program.screened(&[]);
    let next = program.screened(&[]);
    assert_eq!((&first["number"], &next["number"]), (&json!("S-26-0001"), &json!("S-26-0002")));
    assert_eq!(first["class"], "presumptive");
    assert_eq!(first["lot"], "4471-B");
    assert_eq!(first["medications"][0]["name"], "Buprenorphine-naloxone");
    // One action, one row of the test, one for each of the ten substances.
    let entries = program.clinic.desk.entries();
    let logged = entries.iter().filter(|entry| entry.action == "drug_test.log").count();
    assert_eq!(logged, 2 * (1 + 10));
}

#[test]
fn logging_uses_the_order_that_waits_for_today() {
    let program = Program::open();
    let ordered = program.ordered();
    let logged = program.as_person("bram").op("drug_test.log", log(&program.client, &[]));
    assert_eq!(logged["id"], ordered["id"]);
    assert_eq!((&logged["reason"], &logged["rev"]), (&json!("random"), &json!(2)));
    // The order is used up: a collector cannot log another.
    let again = program.clinic.desk.refused("drug_test.log", log(&program.client, &[]));
    assert_eq!(again.rule, Some("drug_test.not_ordered"));
}

#[test]
fn a_collector_works_from_orders_and_learns_nothing_of_anybody_else() {
    let program = Program::open();
    let desk = program.as_person("bram");
    let nobody = "0190ffff-ffff-7fff-8fff-ffffffffffff";
    for client in [&program.client, &json!(nobody)] {
        assert_eq!(desk.refused("drug_test.log", log(client, &[])).rule, Some("drug_test.not_ordered"));
    }
    assert_eq!(desk.query("drug_test.day", json!({}))["rows"], json!([]));
    assert_eq!(desk.refused("drug_test.chart", json!({ "client": program.client })).code, Code::NotPermitted);
    assert_eq!(desk.refused("drug_test.order", order(&program.client)).code, Code::NotPermitted);

    let ordered = program.ordered();
    let desk = program.as_person("bram");
    assert_eq!(desk.query("drug_test.day", json!({}))["rows"][0]["number"], "S-26-0001");
    let test = desk.op("drug_test.collect", this(&ordered, json!({ "collection": collection() })));
    // The cup is read after it was collected, also past midnight.
    desk.clock.pass(11 * 60 * 60_000);
    let desk = program.as_person("bram");
    let test = desk.op("drug_test.screen", this(&test, json!({ "readings": screen(&["amp"]) })));
    assert_eq!(test["medications"], json!([]));
    assert!(test["lines"].as_array().unwrap().iter().all(|line| line["meaning"].is_null()));
    assert_eq!(
        desk.refused("drug_test.interpret", this(&test, json!({ "interpretation": "expected" }))).code,
        Code::NotPermitted
    );
    // A day later the client is out of reach again.
    desk.clock.pass(25 * 60 * 60_000);
    let desk = program.as_person("bram");
    assert_eq!(desk.refused("drug_test.get", json!({ "id": test["id"] })).code, Code::NotFound);
}

#[test]
fn who_sees_which_part_of_a_test() {
    let program = Program::open();
    let test = program.confirmed("positive", &["amp"]);
    let get = json!({ "id": test["id"] });
    for (login, expected) in [
        ("theodora", None),
        ("marisol", None),
        ("ines", None),
        ("ambrose", Some(Code::NotFound)),
        ("jolene", Some(Code::NotFound)),
    ] {
        let answer = program.as_person(login).call("drug_test.get", get.clone());
        assert_eq!(answer.err().map(|refusal| refusal.code), expected, "{login}");
    }
    // The front desk sees the schedule: that a specimen was collected, and nothing of what it shows.
    let row = program.as_person("jolene").query("drug_test.day", json!({}))["rows"][0].clone();
    assert_eq!((&row["class"], &row["detected"], &row["validity"]), (&json!("collected"), &json!([]), &Value::Null));
    let day = program.as_person("marisol").query("drug_test.day", json!({}));
    assert_eq!(day["rows"][0]["detected"], json!(["Amphetamine"]));
    assert_eq!(day["waiting"][0]["id"], test["id"]);
    assert_eq!(program.as_person("ambrose").query("drug_test.day", json!({}))["rows"], json!([]));
}

#[test]
fn a_restricted_chart_is_in_no_list_of_those_it_does_not_name() {
    let program = Program::open();
    program.screened(&[]);
    let restrict =
        json!({ "id": program.client, "rev": 1, "restricted": true, "reason": "A colleague of hers works here" });
    program.as_person("theodora").op("client.restrict", restrict);
    assert_eq!(program.clinic.desk.query("drug_test.day", json!({}))["rows"], json!([]));
    assert_eq!(program.as_person("jolene").query("drug_test.day", json!({}))["rows"], json!([]));
    assert_eq!(program.as_person("marisol").query("drug_test.day", json!({}))["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn a_screen_alone_is_presumptive_whatever_it_shows() {
    let program = Program::open();
    let test = program.screened(&["benzo"]);
    let call = |words: Value| this(&test, words);
    let desk = &program.clinic.desk;
    let unexpected = call(json!({ "interpretation": "unexpected", "words": "She agrees." }));
    assert_eq!(desk.refused("drug_test.interpret", unexpected).rule, Some("drug_test.presumptive"));
    assert_eq!(test["may"]["unexpected"], false);
    // Expected in spite of a detection, and inconclusive, need words.
    for interpretation in ["expected", "inconclusive"] {
        let refusal = desk.refused("drug_test.interpret", call(json!({ "interpretation": interpretation })));
        assert_eq!(faults(&refusal), ["words"]);
    }
    desk.op(
        "drug_test.interpret",
        call(json!({ "interpretation": "inconclusive", "words": "Sent on; sample too small." })),
    );
    let plain = program.screened(&[]);
    let last = program.clinic.desk.op("drug_test.interpret", this(&plain, json!({ "interpretation": "expected" })));
    assert_eq!(last["class"], "expected");
}

#[test]
fn medications_are_kept_as_they_stood_at_collection() {
    let program = Program::open();
    let mut request = log(&program.client, &[]);
    request["panel"] = json!("np12");
    request["readings"] = json!([]);
    let test = program.as_person("marisol").op("drug_test.log", request);
    let medications = json!({ "client": program.client, "fields": { "name": "Lorazepam", "dose": "1 mg", "frequency": "once",
        "prescriber": "Dr. Abara", "started_on": "2026-11-24", "shows_as": "benzo" } });
    program.clinic.desk.op("medication.add", medications);
    let names: Vec<Value> = test["medications"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    assert_eq!(names, ["Buprenorphine-naloxone"]);
    let again = program.clinic.desk.query("drug_test.get", json!({ "id": test["id"] }));
    assert_eq!(again["medications"], test["medications"]);
    let line = again["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == "bup").unwrap().clone();
    assert_eq!(line["prescribed"], "Buprenorphine-naloxone");
}

#[test]
fn validity_is_computed_when_the_cup_is_logged() {
    let program = Program::open();
    for (measures, expected) in [
        (json!({ "creatinine_tenths": 150, "gravity_ten_thousandths": 10020 }), "dilute"),
        (json!({ "creatinine_tenths": 150 }), "dilution_not_determined"),
        (json!({ "creatinine_tenths": 150, "gravity_ten_thousandths": 10030 }), "valid"),
        (json!({ "creatinine_tenths": 15, "gravity_ten_thousandths": 10005 }), "substituted"),
        (json!({ "ph_tenths": 112 }), "adulterated"),
        (json!({ "creatinine_tenths": 620, "temperature_tenths_f": 860, "temperature_minutes": 2 }), "invalid"),
        (json!({}), "not_determined"),
    ] {
        let mut request = log(&program.client, &[]);
        request["collection"]["measures"] = measures.clone();
        let test = program.as_person("marisol").op("drug_test.log", request);
        assert_eq!(test["validity"], expected, "{measures}");
        let asked = json!({ "specimen": "urine", "measures": measures });
        assert_eq!(program.clinic.desk.query("drug_test.validity", asked)["validity"], expected);
    }
}

#[test]
fn the_minutes_of_the_temperature_are_the_practices_own() {
    let program = Program::open();
    let measures = json!({ "creatinine_tenths": 620, "temperature_tenths_f": 860, "temperature_minutes": 6 });
    let asked = json!({ "specimen": "urine", "measures": measures });
    let validity = || program.clinic.desk.query("drug_test.validity", asked.clone())["validity"].clone();
    assert_eq!(validity(), "valid");
    program
        .clinic
        .desk
        .op("policy.set", json!({ "key": "temperature_minutes", "value": "10", "effective_on": "2026-11-01" }));
    assert_eq!(validity(), "invalid");
}

#[test]
fn every_fault_of_a_collection_stands_beside_its_field() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let check = |collection: Value, expected: &[&str]| {
        let mut request = log(&program.client, &[]);
        request["collection"] = collection;
        assert_eq!(faults(&desk.refused("drug_test.log", request)), expected);
    };
    check(json!({ "on": "2026-11-25" }), &["collection.on"]);
    check(json!({ "time": "14:01" }), &["collection.time"]);
    check(json!({ "time": "quarter past" }), &["collection.time"]);
    check(json!({ "on": "2026-11-23" }), &["collection.time"]);
    check(json!({ "on": "2026-03-08", "time": "02:30" }), &["collection.time"]);
    check(json!({ "observed": true }), &["collection.observer"]);
    check(json!({ "observer": program.bram }), &["collection.observer"]);
    check(json!({ "collector": "0190ffff-ffff-7fff-8fff-ffffffffffff" }), &["collection.collector"]);
    check(
        json!({ "measures": { "temperature_tenths_f": 94, "creatinine_tenths": -1, "gravity_ten_thousandths": 101, "ph_tenths": 141 } }),
        &[
            "collection.measures.temperature_tenths_f",
            "collection.measures.creatinine_tenths",
            "collection.measures.gravity_ten_thousandths",
            "collection.measures.ph_tenths",
        ],
    );
    let hair = json!({ "client": program.client, "reason": "baseline", "method": "laboratory", "specimen": "hair",
        "panel": "hair_5", "collection": { "measures": { "ph_tenths": 64 } } });
    assert_eq!(faults(&desk.refused("drug_test.log", hair)), ["collection.measures"]);
}

#[test]
fn a_late_entry_belongs_to_the_day_of_the_collection() {
    let program = Program::open();
    let mut request = log(&program.client, &[]);
    request["collection"] = json!({ "on": "2026-11-20", "time": "07:40", "observed": true, "observer": program.bram,
                                    "collector": program.bram });
    let test = program.as_person("marisol").op("drug_test.log", request);
    assert_eq!((&test["on"], &test["observer"]["name"]), (&json!("2026-11-20"), &json!("Bram Oyelaran")));
    assert_eq!(test["collected_at"], 1_795_178_400_000_i64);
}

#[test]
fn readings_belong_to_the_panel_and_are_whole() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let refused = |readings: Value| {
        let mut request = log(&program.client, &[]);
        request["readings"] = readings;
        desk.refused("drug_test.log", request)
    };
    assert_eq!(
        refused(json!([{ "analyte": "thca", "result": "detected" }])).rule,
        Some("drug_test.screen_incomplete")
    );
    assert_eq!(faults(&refused(json!([{ "analyte": "fent", "result": "detected" }]))), ["readings.fent"]);
    assert_eq!(faults(&refused(json!([{ "analyte": "a name; of somebody", "result": "detected" }]))), ["readings"]);
    let twice = json!([{ "analyte": "thca", "result": "detected" }, { "analyte": "thca", "result": "invalid" }]);
    assert_eq!(faults(&refused(twice)), ["readings.thca"]);
    assert_eq!(faults(&refused(json!([{ "analyte": "thca", "result": "pending" }]))), ["readings.thca"]);
    let mut other = order(&program.client);
    other["specimen"] = json!("oral_fluid");
    assert_eq!(desk.refused("drug_test.order", other.clone()).rule, Some("drug_test.other_specimen"));
    other["panel"] = json!("of somebody");
    assert_eq!(faults(&desk.refused("drug_test.order", other)), ["panel"]);
}

#[test]
fn a_test_ends_without_a_specimen_and_the_word_says_how() {
    let program = Program::open();
    for (outcome, login, class) in [
        ("missed", "bram", "not_collected"),
        ("refused", "bram", "refused"),
        ("unable", "bram", "unable"),
        ("excused", "marisol", "excused"),
        ("missed", "marisol", "not_collected"),
    ] {
        let ordered = program.ordered();
        let ended =
            this(&ordered, json!({ "outcome": outcome, "reason": "Shift ran long; the charge nurse called" }));
        assert_eq!(program.as_person(login).op("drug_test.not_collected", ended)["class"], class);
        let collect = json!({ "id": ordered["id"], "rev": 2, "collection": collection() });
        let refusal = program.as_person(login).refused("drug_test.collect", collect);
        assert_eq!(refusal.rule, Some("drug_test.ended"));
    }
    let ordered = program.ordered();
    let excused = this(&ordered, json!({ "outcome": "excused", "reason": "A funeral" }));
    assert_eq!(
        program.as_person("bram").refused("drug_test.not_collected", excused.clone()).code,
        Code::NotPermitted
    );
    assert_eq!(program.as_person("jolene").refused("drug_test.not_collected", excused).code, Code::NotPermitted);
    let silent = this(&ordered, json!({ "outcome": "missed", "reason": " " }));
    assert_eq!(faults(&program.as_person("marisol").refused("drug_test.not_collected", silent)), ["reason"]);
}

#[test]
fn an_order_of_yesterday_is_shown_as_overdue() {
    let program = Program::open();
    program.ordered();
    let desk = &program.clinic.desk;
    assert_eq!(desk.query("drug_test.day", json!({}))["overdue"], json!([]));
    desk.clock.pass(24 * 60 * 60_000);
    let day = program.as_person("marisol").query("drug_test.day", json!({}));
    assert_eq!((day["rows"].as_array().unwrap().len(), day["overdue"].as_array().unwrap().len()), (0, 1));
    assert_eq!(
        faults(&program.clinic.desk.refused("drug_test.order", {
            let mut late = order(&program.client);
            late["on"] = json!("2026-11-24");
            late
        })),
        ["on"]
    );
}

#[test]
fn each_step_waits_for_the_one_before() {
    let program = Program::open();
    let desk = program.as_person("marisol");
    let ordered = program.ordered();
    let rule = |call: &str, request: Value| desk.refused(call, request).rule;
    let readings = json!({ "readings": screen(&[]) });
    assert_eq!(rule("drug_test.screen", this(&ordered, readings.clone())), Some("drug_test.nothing_collected"));
    let collected = desk.op("drug_test.collect", this(&ordered, json!({ "collection": collection() })));
    let again = this(&collected, json!({ "collection": collection() }));
    assert_eq!(rule("drug_test.collect", again), Some("drug_test.already_collected"));
    let expected = json!({ "interpretation": "expected" });
    assert_eq!(rule("drug_test.interpret", this(&collected, expected.clone())), Some("drug_test.nothing_read"));
    let review = this(&collected, json!({ "result": "negative" }));
    assert_eq!(
        program.as_person("ines").refused("drug_test.review", review).rule,
        Some("drug_test.nothing_to_review")
    );
    let desk = program.as_person("marisol");
    let screened = desk.op("drug_test.screen", this(&collected, readings.clone()));
    assert_eq!(rule("drug_test.screen", this(&screened, readings.clone())), Some("drug_test.already_screened"));
    let last = desk.op("drug_test.interpret", this(&screened, expected.clone()));
    assert_eq!(rule("drug_test.interpret", this(&last, expected)), Some("drug_test.already_final"));
    let stale = this(&screened, json!({ "interpretation": "expected" }));
    assert_eq!(desk.refused("drug_test.interpret", stale).code, Code::Conflict);
}

#[test]
fn the_laboratorys_word_and_its_lines_do_not_contradict_each_other() {
    let program = Program::open();
    let test = program.screened(&["amp"]);
    let desk = &program.clinic.desk;
    let detected = json!([{ "analyte": "amp", "result": "detected" }]);
    let enter = |more: Value| this(&test, more);
    let negative = enter(json!({ "result": "negative", "readings": detected }));
    assert_eq!(faults(&desk.refused("drug_test.laboratory", negative)), ["result"]);
    assert_eq!(faults(&desk.refused("drug_test.laboratory", enter(json!({ "result": "positive" })))), ["readings"]);
    let unknown = enter(json!({ "result": "invalid", "readings": [{ "analyte": "fent", "result": "invalid" }] }));
    assert_eq!(faults(&desk.refused("drug_test.laboratory", unknown)), ["readings.fent"]);
    let minus = enter(
        json!({ "result": "positive", "readings": [{ "analyte": "amp", "result": "detected", "quantity_tenths": -1 }] }),
    );
    assert_eq!(faults(&desk.refused("drug_test.laboratory", minus)), ["readings.amp"]);
    let first = desk.op("drug_test.laboratory", enter(json!({ "result": "positive", "readings": detected })));
    // A second report replaces the first, with a reason; the review of the first is gone.
    let second = this(&first, json!({ "result": "negative" }));
    assert_eq!(faults(&desk.refused("drug_test.laboratory", second.clone())), ["because"]);
    let reviewed = program.as_person("ines").op("drug_test.review", this(&first, json!({ "result": "positive" })));
    let second = this(&reviewed, json!({ "result": "negative", "because": "Amended report" }));
    let amended = program.as_person("marisol").op("drug_test.laboratory", second);
    assert_eq!((&amended["review"], &amended["corrected_because"]), (&Value::Null, &json!("Amended report")));
    let line = amended["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == "amp").unwrap().clone();
    assert_eq!((&line["confirmation"], &line["screen"]), (&Value::Null, &json!("detected")));
}

#[test]
fn a_review_that_differs_says_why() {
    let program = Program::open();
    let test = program.confirmed("positive", &["amp"]);
    let desk = program.as_person("ines");
    let differs = this(&test, json!({ "result": "negative" }));
    assert_eq!(faults(&desk.refused("drug_test.review", differs)), ["words"]);
    let with_words = this(&test, json!({ "result": "negative", "words": "Valid prescription seen" }));
    let reviewed = desk.op("drug_test.review", with_words);
    assert_eq!(reviewed["review"]["result"], "negative");
    let again = this(&reviewed, json!({ "result": "positive" }));
    assert_eq!(faults(&desk.refused("drug_test.review", again)), ["because"]);
}

#[test]
fn a_correction_keeps_the_earlier_version_and_opens_a_final_test() {
    let program = Program::open();
    let test = program.screened(&["amp"]);
    let desk = &program.clinic.desk;
    let words = json!({ "interpretation": "expected", "words": "Mislabelled cup, seen by two" });
    let last = desk.op("drug_test.interpret", this(&test, words));
    let corrected = json!({ "because": "The line was misread", "collection": collection(), "readings": screen(&[]) });
    let silent = this(&last, json!({ "because": "", "collection": collection(), "readings": screen(&[]) }));
    assert_eq!(faults(&desk.refused("drug_test.correct", silent)), ["because"]);
    let open = desk.op("drug_test.correct", this(&last, corrected));
    assert_eq!((&open["class"], &open["interpretation"]), (&json!("presumptive"), &Value::Null));
    assert_eq!(open["corrected_because"], "The line was misread");
    let line = open["lines"].as_array().unwrap().iter().find(|line| line["analyte"] == "amp").unwrap().clone();
    assert_eq!(line["screen"], "not_detected");
    let partly = this(&open, json!({ "because": "Again", "collection": collection(), "readings": [] }));
    assert_eq!(desk.refused("drug_test.correct", partly).rule, Some("drug_test.screen_incomplete"));
    let bare = this(&open, json!({ "because": "Again", "readings": screen(&[]) }));
    assert_eq!(faults(&desk.refused("drug_test.correct", bare)), ["collection"]);
}

#[test]
fn an_outcome_is_corrected_and_nothing_is_corrected_before_there_is_something() {
    let program = Program::open();
    let ordered = program.ordered();
    let desk = &program.clinic.desk;
    let nothing = this(&ordered, json!({ "because": "Wrong", "outcome": "excused" }));
    assert_eq!(desk.refused("drug_test.correct", nothing).rule, Some("drug_test.nothing_collected"));
    let missed =
        desk.op("drug_test.not_collected", this(&ordered, json!({ "outcome": "missed", "reason": "Did not come" })));
    let silent = this(&missed, json!({ "because": "She had called" }));
    assert_eq!(faults(&desk.refused("drug_test.correct", silent)), ["outcome"]);
    let excused =
        desk.op("drug_test.correct", this(&missed, json!({ "because": "She had called", "outcome": "excused" })));
    assert_eq!(excused["class"], "excused");
    let collected = program.screened(&[]);
    let unread = json!({ "because": "x", "collection": collection(), "readings": screen(&[]) });
    let mut bare = log(&program.client, &[]);
    bare["readings"] = json!([]);
    let unscreened = desk.op("drug_test.log", bare);
    assert_eq!(faults(&desk.refused("drug_test.correct", this(&unscreened, unread))), ["readings"]);
    assert_eq!(collected["rev"], 1);
}

#[test]
fn a_test_is_taken_back_with_a_reason_and_is_in_no_list() {
    let program = Program::open();
    let test = program.screened(&[]);
    let desk = &program.clinic.desk;
    assert_eq!(faults(&desk.refused("drug_test.void", this(&test, json!({ "reason": "" })))), ["reason"]);
    let gone = desk.op("drug_test.void", this(&test, json!({ "reason": "Entered for the wrong client" })));
    assert_eq!((&gone["voided"], &gone["void_reason"]), (&json!(true), &json!("Entered for the wrong client")));
    let again = this(&gone, json!({ "reason": "Again" }));
    assert_eq!(desk.refused("drug_test.void", again).rule, Some("drug_test.voided"));
    let screen_it = this(&gone, json!({ "interpretation": "expected" }));
    assert_eq!(desk.refused("drug_test.interpret", screen_it).rule, Some("drug_test.voided"));
    assert_eq!(desk.query("drug_test.chart", json!({ "client": program.client }))["rows"], json!([]));
    assert_eq!(desk.query("drug_test.day", json!({}))["rows"], json!([]));
}

#[test]
fn the_chart_pages_through_many_tests_the_newest_first() {
    let program = Program::open();
    program.as_person("marisol");
    for _ in 0..53 {
        let mut request = log(&program.client, &[]);
        request["readings"] = json!([]);
        program.clinic.desk.op("drug_test.log", request);
    }
    let desk = &program.clinic.desk;
    let first = desk.query("drug_test.chart", json!({ "client": program.client }));
    let rows = first["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &first["more"], &rows[0]["number"]), (50, &json!(true), &json!("S-26-0053")));
    let rest = desk.query("drug_test.chart", json!({ "client": program.client, "after": rows[49]["id"] }));
    let numbers: Vec<&str> =
        rest["rows"].as_array().unwrap().iter().map(|row| row["number"].as_str().unwrap()).collect();
    assert_eq!((numbers, &rest["more"]), (vec!["S-26-0003", "S-26-0002", "S-26-0001"], &json!(false)));
}

#[test]
fn a_counselor_orders_only_for_the_own_clients() {
    let program = Program::open();
    let other = admitted(&program.clinic.desk, "Silas", "Abara", &program.clinic.ambrose, "2026-11-02");
    let desk = program.as_person("marisol");
    assert_eq!(desk.refused("drug_test.order", order(&other)).code, Code::NotFound);
    assert_eq!(desk.refused("drug_test.log", log(&other, &[])).code, Code::NotFound);
    assert_eq!(desk.refused("drug_test.chart", json!({ "client": other })).code, Code::NotFound);
    // A director orders for everyone, and collects nothing without the role.
    let desk = program.as_person("theodora");
    desk.op("drug_test.order", order(&other));
    assert_eq!(desk.refused("drug_test.log", log(&other, &[])).code, Code::NotPermitted);
}
