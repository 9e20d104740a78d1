//! First run, from an empty folder to the first page, with nothing but the keyboard.

use serde_json::Value;

use crate::records::PASSPHRASE;
use crate::window::{ENTER, SPACE, TAB, Window};

#[test]
fn a_practice_is_founded_by_keyboard_alone() {
    let room = tempfile::tempdir().unwrap();
    let (sheet, stick) = (room.path().join("key.pdf"), room.path().join("stick"));
    std::fs::create_dir(&stick).unwrap();
    let dialogs = [("EVENKEEL_PLACE", sheet.to_str().unwrap()), ("EVENKEEL_CHOICE", stick.to_str().unwrap())];
    let window = Window::open(&room.path().join("vault"), &dialogs);

    window.title("Your practice");
    window.examine("the practice step");
    window.fill("Name of the practice", "Harbor Street IOP");
    window.fill("State", "Massachusetts");
    window.fill("Time zone", "America/New York");
    window.press(&[TAB]);
    window.keep("first-run-practice");
    window.enter("Continue");

    window.title("Your account");
    window.fill("Given name", "Theodora");
    window.fill("Family name", "Brandvold");
    window.fill("Credential", "LCSW");
    window.fill("Passphrase", PASSPHRASE);
    window.fill("The same again", PASSPHRASE);
    window.reads("trong, ");
    window.examine("the account step");
    window.keep("first-run-account");
    window.enter("Create the records");

    window.title("Print the recovery key");
    window
        .until("the key", "return document.querySelectorAll('ol[aria-label^=\"Recovery key\"] code').length === 13");
    window.examine("the recovery key");
    window.keep("first-run-key");
    window.enter("Print two copies");
    window.reads("Saved for printing");
    let pdf = std::fs::read(&sheet).unwrap();
    assert!(pdf.starts_with(b"%PDF-"), "the sheet is a printed page");
    type_the_key_back(&window);
    window.tab_to("One copy goes into the safe");
    window.press(&[SPACE]);
    window.enter("Continue");

    window.title("Hours and week");
    window.examine("the hours step");
    window.enter("Keep these and continue");

    window.title("First backup");
    window.enter("Choose a place");
    window.reads("stick");
    window.examine("the backup step");
    window.enter("Make the first backup");
    window.reads("Continue");
    window.keep("first-run-backup");
    window.enter("Continue");
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 1, "the first backup lies where it was told to");

    window.title("Staff");
    window.examine("the staff step");
    window.enter("Finish and begin");
    window.title("My day");
    window.examine("the first page");
    window.keep("first-run-done");
}

/// Reads three groups off the sheet, one of them wrong at first, and types them back.
fn type_the_key_back(window: &Window) {
    let groups: Vec<String> = texts(&window.ask("return [...document.querySelectorAll('ol[aria-label^=\"Recovery key\"] code')].map((code) => code.textContent)"));
    let asked: Vec<String> = texts(&window.ask(
        "return [...document.querySelectorAll('section[aria-labelledby=proof] label')].map((label) => label.textContent).filter((text) => text.startsWith('Group'))",
    ));
    assert_eq!((groups.len(), asked.len()), (13, 3));
    for (turn, label) in asked.iter().enumerate() {
        let at: usize = label.trim_start_matches("Group ").parse().unwrap();
        if turn == 0 {
            window.fill(label, "00000");
            window.reads("Not the same");
            for _ in 0..5 {
                window.press(&['\u{E003}']);
            }
        }
        window.fill(label, &groups[at - 1]);
    }
    window.until(
        "three groups that match",
        "return (document.querySelector('section[aria-labelledby=proof]').innerText.match(/Right/g) ?? []).length === 3",
    );
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().trim().to_owned()).collect()
}

#[test]
fn a_wizard_that_misses_something_says_what() {
    let room = tempfile::tempdir().unwrap();
    let window = Window::open(&room.path().join("vault"), &[]);
    window.title("Your practice");
    window.reads("Name the practice first.");
    window.tab_to("Continue");
    window.press(&[ENTER]);
    window.title("Your practice");
    assert!(!room.path().join("vault").exists(), "nothing is on the disk before the account is made");
}
