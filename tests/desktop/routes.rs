//! Every place of the built window is opened, has its title in focus, and nothing in it keeps anybody out.

use crate::records::{PASSPHRASE, Records};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, ESCAPE, Window};

/// Every place by the words that the palette finds it by, and its title.
pub const PLACES: &[(&str, &str)] = &[
    ("My day", "My day"),
    ("Caseload", "Caseload"),
    ("To cosign", "To cosign"),
    ("Clients", "Clients"),
    ("Drug tests", "Drug tests"),
    ("Search notes", "Search notes"),
    ("Emergency openings", "Emergency openings"),
    ("Tonight", "Tonight"),
    ("Sessions", "Sessions"),
    ("Groups", "Groups"),
    ("Staff", "Staff"),
    ("Backup", "Backup"),
    ("Log", "Log"),
    ("Settings", "Settings"),
    ("Settings, practice", "Settings"),
    ("Settings, hours and rules", "Settings"),
    ("Settings, lock", "Settings"),
    ("Your account", "Theodora Brandvold"),
];

/// Opens a place through the palette.
pub fn go(window: &Window, words: &str) {
    window.chord(&[CONTROL], 'k');
    window.until("the palette", "return document.querySelector('[role=dialog]') !== null");
    window.write(words);
    window.until(
        "the command",
        &format!(
            "return [...document.querySelectorAll('[role=dialog] [role=option]')].some((option) => option.textContent.includes({}))",
            serde_json::json!(words)
        ),
    );
    window.press(&[ENTER]);
    window.until("the palette to close", "return document.querySelector('[role=dialog]') === null");
}

#[test]
fn every_place_opens_with_the_focus_on_its_title() {
    let records = Records::set_up();
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    for (words, title) in PLACES {
        go(&window, words);
        window.title(title);
        window.until(
            &format!("the focus inside {words}"),
            "return document.querySelector('main').contains(document.activeElement)",
        );
        window.until("what the page asks for", "return document.querySelector('[aria-busy=true]') === null");
        window.examine(words);
    }
}

#[test]
fn the_palette_and_the_sheet_of_keys_give_the_focus_back() {
    let records = Records::set_up();
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.write("gs");
    window.title("Staff");
    window.tab_to("Add a person");
    for open in [(&[CONTROL][..], 'k'), (&[][..], '?')] {
        window.chord(open.0, open.1);
        window.until("a dialog", "return document.querySelector('[role=dialog]') !== null");
        window.examine("a dialog");
        window.press(&[ESCAPE]);
        window.until("its end", "return document.querySelector('[role=dialog]') === null");
        window.until("the focus where it was", "return document.activeElement.textContent.includes('Add a person')");
    }
}

#[test]
fn a_planted_violation_is_found() {
    let records = Records::set_up();
    let window = Window::open(&records.closed(), &[]);
    window.title("Sign in");
    window.examine("the screen as it is");
    window.ask("document.querySelector('main').append(document.createElement('button')); return true");
    let found = window.findings();
    assert!(found.iter().any(|line| line.contains("button-name")), "{found:?}");
}
