//! A note of an appointment: from the day's list to signed, with the keys that a hand is on anyway.

use crate::records::{OTHERS, Records};
use crate::sign_in::sign_in;
use crate::window::{ALT, CONTROL, ENTER, Window};

/// The most that a hand does from the open day to a signed note, beside writing.
const MOST_ACTIONS: usize = 6;

#[test]
fn an_appointment_becomes_a_signed_note() {
    let records = Records::set_up();
    records.appointment("Caroline", "Beaumont-Featherstonehaugh");
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "marisol", OTHERS);
    window.title("My day");
    window.reads("Caroline");
    window.examine("a day with a note to write");
    window.keep("day-note");
    window.actions();
    window.command("1");
    window.title("Individual session");
    window.examine("an empty note");
    window.fill("Data", "Sleeping about five hours since the weekend.");
    window.fill("Assessment", "Evenings are when she talks herself out of it.");
    window.fill("Plan", "Morning call trial until Monday.");
    let written = window.actions();
    // Signing before the risk is answered leads there; who knows the way answers from the text.
    window.reads("1 left");
    window.chord(&[CONTROL], ENTER);
    window.until(
        "the way to the risk line",
        "return document.activeElement.closest('[data-field=risk]') !== null && document.querySelector('[role=dialog]') === null",
    );
    window.actions();
    window.tab_to("Data");
    window.actions();
    window.chord(&[ALT], '1');
    window.reads("nothing left");
    window.examine("a written note");
    window.keep("note-written");
    window.chord(&[CONTROL], ENTER);
    window.until("the question who signs", "return document.querySelector('[role=dialog]') !== null");
    window.examine("the signature");
    window.keep("note-sign");
    window.write(OTHERS);
    window.press(&[ENTER]);
    let actions = written + window.actions();
    println!("actions individual note: {actions}");
    assert!(actions <= MOST_ACTIONS, "{actions} actions for a note, more than {MOST_ACTIONS}");
    window.reads("Signed");
    window.until("the dialog to close", "return document.querySelector('[role=dialog]') === null");
    window.until("the text to be fixed", "return document.querySelector('textarea') === null");
    window.examine("a signed note");
    window.keep("note-signed");
}
