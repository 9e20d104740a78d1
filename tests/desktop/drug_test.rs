//! A drug test: collected, measured and read at the desk with one key a substance; presumptive until somebody says what it means.

use serde_json::json;

use crate::records::{OTHERS, Records, client_fields};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, DOWN, ENTER, Window};

#[test]
fn a_test_is_read_with_one_key_a_substance_and_given_its_meaning() {
    let records = Records::set_up();
    let marisol = records.hire("Marisol", "Quiñones", "marisol", &["counselor", "collector"]);
    let admission = json!({ "admitted_on": records.today(), "level": "2.1", "track": "Evening" });
    let client = records.op(
        "client.add",
        json!({ "fields": client_fields("Noor", "Rahmani"), "primary": marisol, "admission": admission }),
    );
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "marisol", OTHERS);
    window.title("My day");
    window.open_client("rahm", "Rahmani");
    window.command("6");
    window.reads("No test yet");
    window.command("t");
    window.title("Log a drug test");
    window.until("the lines of the panel", "return document.querySelectorAll('td[data-line]').length > 4");
    window.examine("an empty test");
    window.keep("test-log");

    // Another panel: the lines are those of the panel.
    let before = window.texts("table[aria-label='On-site screen'] tbody th");
    window.tab_into("button[aria-haspopup=listbox][id]:not([disabled])");
    while !window.ask("return document.activeElement.parentElement.innerText.startsWith('Panel')").as_bool().unwrap()
    {
        window.press(&[crate::window::TAB]);
    }
    window.press(&[ENTER]);
    window.until("the list of panels", "return document.querySelector('[role=listbox]') !== null");
    window.examine("the list of panels");
    window.press(&[DOWN]);
    window.press(&[ENTER]);
    window.until("the end of the list", "return document.querySelector('[role=listbox]') === null");
    let lines = window.texts("table[aria-label='On-site screen'] tbody th");
    assert_ne!(lines, before, "another panel has other lines");

    window.tab_into("td[data-line]");
    let readable = window.texts("td[data-line]").len();
    // The second is detected, the third cannot be read, the others are clear; one key each.
    let keys: String = (0..readable).map(|at| ['n', 'd', 'i'].get(at).unwrap_or(&'n')).collect();
    window.write(&keys);
    let read = window.texts("td[data-line]");
    assert_eq!(read[..3], ["Not detected", "Detected", "Invalid"], "{read:?}");
    assert!(read[3..].iter().all(|reading| reading == "Not detected"), "{read:?}");
    window.fill("Temperature", "94.0");
    window.fill("Read after", "3");
    window.fill("Creatinine", "62");
    window.fill("Specific gravity", "1.0142");
    window.fill("pH", "6.4");
    window.until(
        "what the measures say",
        "return [...document.querySelectorAll('section')].some((part) => /^Specimen validity\\s+Valid\\b/.test(part.innerText))",
    );
    window.examine("a test that was read");
    window.keep("test-read");
    window.chord(&[CONTROL], ENTER);
    window.title("Drug test ");
    window.reads("A screen needs the laboratory before it means anything.");
    let badge = window.texts("h1 ~ *, header");
    assert!(badge.iter().any(|text| text.contains("Presumptive")), "{badge:?}");
    window.examine("a presumptive test");
    window.keep("test-presumptive");

    window.command("m");
    window.until("the question what it means", "return document.querySelector('[role=dialog]') !== null");
    let choices = window.texts("[role=dialog] [role=radiogroup] label");
    assert!(
        choices.len() == 2 && !choices.iter().any(|choice| choice.starts_with("Unexpected")),
        "a screen alone is never unexpected: {choices:?}"
    );
    window.examine("the question what a test means");
    window.tab_to("Expected");
    window.press(&[DOWN]);
    window.until("the choice", "return document.querySelector('[role=dialog] input[type=radio]:checked') !== null");
    window.fill("What it rests on", "One line could not be read; a second specimen is ordered.");
    window.enter("Make it final");
    window.until("the dialog to close", "return document.querySelector('[role=dialog]') === null");
    window.reads("a second specimen is ordered.");
    window.reads("Inconclusive");
    window.examine("a final test");
    window.keep("test-final");
    drop(window);

    records.open_again("marisol", OTHERS);
    let rows = records.query("drug_test.chart", json!({ "client": client["id"] }))["rows"].take();
    assert_eq!((rows.as_array().unwrap().len(), &rows[0]["class"]), (1, &json!("inconclusive")), "{rows}");
    let test = records.query("drug_test.get", json!({ "id": rows[0]["id"] }));
    assert_eq!(test["measures"]["temperature_tenths_f"], 940, "{test}");
    let screen: Vec<&str> =
        test["lines"].as_array().unwrap().iter().filter_map(|line| line["screen"].as_str()).collect();
    assert_eq!((screen.len(), &screen[..3]), (readable, &["not_detected", "detected", "invalid"][..]));
}
