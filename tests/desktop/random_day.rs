//! A random day, from the draw to the signed report; and a dilute specimen that turns into an observed recollection.

use serde_json::{Value, json};

use crate::records::{OTHERS, PASSPHRASE, Records, client_fields};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, Window};

/// Marisol counsels and collects; Noor Rahmani is in treatment since today.
fn practice() -> (Records, Value) {
    let records = Records::set_up();
    let marisol = records.hire("Marisol", "Quiñones", "marisol", &["counselor", "collector"]);
    let admission = json!({ "admitted_on": records.today(), "level": "2.1", "track": "Evening" });
    let client = records.op(
        "client.add",
        json!({ "fields": client_fields("Noor", "Rahmani"), "primary": marisol, "admission": admission }),
    );
    (records, client["id"].clone())
}

fn collection(creatinine: i64, gravity: i64) -> Value {
    json!({ "seal": "4471", "lot": "A", "measures": { "temperature_tenths_f": 940, "temperature_minutes": 2, "volume_ml": 60,
            "creatinine_tenths": creatinine, "gravity_ten_thousandths": gravity, "ph_tenths": 64 } })
}

/// In the window: the draw is set, the line opened and a call written down. The specimen is taken behind it. In the window
/// again: the line is closed, the day is signed, and its signature holds.
#[test]
fn a_random_day_goes_from_the_draw_to_the_signed_report() {
    let (records, client) = practice();
    // In the afternoon of the window the line's time is over; a floor of one draws everybody.
    let fields = json!({
        "name": "Evening random", "weekdays": "1111111", "closed": [], "notice_time": "00:00", "closes": "00:30",
        "method": "on_site", "specimen": "urine", "panel": "np10", "floor_millionths": 1_000_000, "line_says": "names",
        "active": true, "tiers": [{ "name": "Weekly", "per_year": 52, "analyzed_percent": 100 }],
    });
    let program = records.op("testing.add_program", json!({ "fields": fields }))["id"].take();
    let tier = records.query("testing.programs", json!({}))[0]["tiers"][0]["id"].take();
    records.op("testing.enroll", json!({ "client": client, "program": program, "tier": tier }));
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.command("gr");
    window.title("Draws");
    window.command("n");
    window.reads("Set, names sealed");
    window.examine("draws with one that is set");
    window.command("gh");
    window.title("Check-in");
    window.command("n");
    window.reads("Test today");
    window.tab_into("table[aria-label^='Who checks in'] [role=row], table[aria-label^='Who checks in'] tbody tr");
    window.press(&[ENTER]);
    window.until("the call", "return document.querySelector('[role=dialog]') !== null");
    window.fill("Time of the call", "00:10");
    window.enter("Phone");
    window.until("the call to be kept", "return document.querySelector('[role=dialog]') === null");
    window.reads("Called");
    window.command("e");
    window.reads("Closed at");
    window.examine("a closed line");
    drop(window);

    records.open_again("marisol", OTHERS);
    let due = records.query("drug_test.day", json!({}))["rows"][0].take();
    let taken = json!({ "id": due["id"], "rev": due["rev"], "collection": collection(620, 10_142) });
    records.op("drug_test.collect", taken);

    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.command("gr");
    window.title("Draws");
    window.reads("By person");
    window.reads("Collected late");
    window.command("s");
    window.until("the question who signs", "return document.querySelector('[role=dialog] input') !== null");
    window.examine("the question who signs the day");
    window.fill("Your passphrase", PASSPHRASE);
    window.press(&[ENTER]);
    window.until("the signature", "return document.querySelector('table[aria-label=\"Signed editions\"]') !== null");
    window.reads("holds");
    window.examine("a signed day");
    window.keep("signed-day");
    drop(window);

    records.open_again("theodora", PASSPHRASE);
    let report = records.query("draw.report", json!({}));
    assert_eq!((&report["editions"][0]["holds"], &report["changed"]), (&json!(true), &json!(false)), "{report}");
    assert_eq!((&report["all"]["drawn"], &report["all"]["collected"]), (&json!(1), &json!(1)), "{report}");
}

/// The page of a dilute test says what follows; one button orders the recollection, which is collected as observed.
#[test]
fn a_dilute_specimen_turns_into_an_observed_recollection() {
    let (records, client) = practice();
    records.switch_to("marisol", OTHERS);
    let log = json!({ "client": client, "reason": "scheduled", "method": "on_site", "specimen": "urine", "panel": "np10",
                      "collection": collection(120, 10_020), "readings": [] });
    records.op("drug_test.log", log);
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "marisol", OTHERS);
    window.title("My day");
    window.reads("collect again, observed");
    window.examine("my day with follow-ups");
    window.open_client("rahm", "Rahmani");
    window.command("6");
    window.reads("Follow-ups");
    window.reads("Dilute specimen, S-");
    window.examine("the tests of a chart with follow-ups");
    window.keep("follow-ups");
    window.enter("Order it");
    window.title("Drug test ");
    window.tab_to("Directly observed");
    window.press(&[' ']);
    window.examine("an observed recollection");
    window.fill("Temperature", "94.0");
    window.fill("Read after", "3");
    window.fill("Creatinine", "88");
    window.fill("Specific gravity", "1.0142");
    window.chord(&[CONTROL], ENTER);
    drop(window);

    records.open_again("marisol", OTHERS);
    let rows = records.query("follow_up.list", json!({ "client": client }));
    let recollect = rows.as_array().unwrap().iter().find(|row| row["step"] == "recollect_observed").unwrap();
    assert_eq!(recollect["state"], "done", "{recollect}");
    let test = records.query("drug_test.get", json!({ "id": recollect["answering_test"] }));
    assert_eq!(test["reason"], "follow_up", "{test}");
}
