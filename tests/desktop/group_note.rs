//! An evening of one group from the unlocked home to its signed entries: who was there, the shared part, a line of
//! each person's own, one signature. Counted: every key that is not prose.

use serde_json::json;

use crate::records::{OTHERS, Records};
use crate::sign_in::sign_in;
use crate::window::{ALT, CONTROL, DOWN, ENTER, SHIFT, Window};

/// The most that a hand does for a group of twelve with one late and one absent, beside writing: one for the way there, five
/// for the exceptions, one to record, two for the shared part, a digit for each who was there, one to sign.
const MOST_ACTIONS: usize = 21;
const MEMBERS: usize = 12;

#[test]
fn a_group_is_recorded_written_and_signed() {
    let records = Records::set_up();
    let members = records.evening(MEMBERS);
    assert_eq!(members, MEMBERS, "there are names for everybody");
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "marisol", OTHERS);
    window.title("My day");
    window.actions();

    window.command("gt");
    window.title("Tonight");
    window.until(
        "the focus in the list",
        &format!(
            "return document.querySelectorAll('[role=grid] tbody tr').length === {members} &&
             document.activeElement.closest('[role=grid]') !== null"
        ),
    );
    window.command("l");
    window.command("12");
    window.press(&[DOWN]);
    window.command("x");
    window.command("s");
    window.reads("Late 12");
    window.reads("shift moved");
    window.chord(&[CONTROL, SHIFT], ENTER);
    let attendance = window.actions();
    window.title("Process group");
    window.reads("11 present, 1 absent");
    window.examine("an empty group note");
    window.keep("group-note");
    window.actions();

    window.until("the topic", "return document.activeElement.name === 'topic'");
    window.write("Shame, secrecy and the license");
    window.press(&[ENTER]);
    window.until("the words", "return document.activeElement.name === 'words'");
    window.write("Practiced answering a colleague who asks. Two tried it aloud.");
    // The statement for everyone present; from it straight to the first line.
    window.chord(&[ALT], 'r');
    let shared = window.actions();
    for turn in 1..members {
        window.until(
            "the own line of the next person",
            "const field = document.activeElement;
             return field.tagName === 'TEXTAREA' && field.name !== 'words' && field.value === ''",
        );
        if turn == 1 {
            window.reads("Not ready to sign:");
        }
        window.write(&format!("Own line number {turn}, on a call that went well."));
        if turn == 1 {
            window.examine("an open line");
            window.keep("group-note-line");
        }
        // The digit after the line is the whole rest of a row: it is kept, and the next one opens.
        window.chord(&[ALT], '2');
    }
    let lines = window.actions();
    // After the last line of the evening the check comes by itself, and asks who signs.
    window.until("the question who signs", "return document.querySelector('[role=dialog] input') !== null");
    window.examine("the signature of a group");
    window.keep("group-note-sign");
    window.write(OTHERS);
    window.press(&[ENTER]);
    let signing = window.actions();
    window.reads("12 entries signed");
    window.until("the dialog to close", "return document.querySelector('[role=dialog]') === null");
    window.reads("Everything is signed");
    window.examine("a signed group note");
    window.keep("group-note-signed");
    drop(window);

    records.open_again("marisol", OTHERS);
    let day = records.query("session.day", json!({ "on": records.today(), "whose": "mine" }));
    let page = records.query("group_note.get", json!({ "session": day["sessions"][0]["id"] }));
    let entries = page["entries"].as_array().unwrap();
    assert_eq!(entries.len(), members, "{page}");
    // Without a credential of her own, hers wait for the director.
    assert!(entries.iter().all(|entry| entry["state"] == "awaiting_cosign"), "{page}");
    assert_eq!(entries.iter().filter(|entry| entry["absent"] == true).count(), 1, "{page}");
    let mut own: Vec<&str> =
        entries.iter().filter_map(|entry| entry["line"].as_str()).filter(|line| !line.is_empty()).collect();
    own.sort_unstable();
    own.dedup();
    assert_eq!(own.len(), members - 1, "everybody who was there has a line of their own: {page}");

    let all = attendance + shared + lines + signing;
    println!("actions evening group: {all}");
    println!("attendance {attendance}, shared part {shared}, lines {lines}, signature {signing}");
    assert!(all <= MOST_ACTIONS, "{all} actions for a group of {members}, more than {MOST_ACTIONS}");
}
