//! Coming and going: sign in, be wrong, lock, come back with the PIN, hand the place to somebody else.

use serde_json::json;

use crate::records::{OTHERS, PASSPHRASE, Records};
use crate::window::{CONTROL, ENTER, SHIFT, Window};

/// Signs somebody in from the closed screen.
pub fn sign_in(window: &Window, login: &str, passphrase: &str) {
    window.fill("Your name", login);
    window.fill("Passphrase", passphrase);
    window.press(&[ENTER]);
}

#[test]
fn a_wrong_passphrase_is_told_and_the_right_one_opens() {
    let records = Records::set_up();
    let window = Window::open(&records.closed(), &[]);
    window.title("Sign in");
    window.examine("the sign-in screen");
    window.keep("sign-in");
    sign_in(&window, "theodora", "not the one she has");
    window.reads("That is not right");
    assert!(window.focus().starts_with("Passphrase"), "the focus is where to type again: {}", window.focus());
    window.examine("a wrong passphrase");
    window.write(PASSPHRASE);
    window.press(&[ENTER]);
    window.title("My day");
    assert!(window.focus().starts_with("My day"), "{}", window.focus());
}

#[test]
fn lock_and_come_back_with_the_pin_or_let_somebody_else_sit_down() {
    let records = Records::set_up();
    records.op("pin.set", json!({ "passphrase": PASSPHRASE, "pin": "2580" }));
    records.hire("Marisol", "Quiñones", "marisol", &["counselor"]);
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");

    window.chord(&[CONTROL], 'l');
    window.title("Locked at");
    assert!(!window.text().contains("My day"), "nothing of the page is left");
    window.examine("the soft lock");
    window.keep("locked");
    window.fill("PIN", "1357");
    window.press(&[ENTER]);
    window.reads("4 tries");
    window.write("2580");
    window.press(&[ENTER]);
    window.title("My day");

    window.chord(&[CONTROL, SHIFT], 'l');
    window.title("Locked at");
    window.reads("Your name");
    sign_in(&window, "marisol", OTHERS);
    window.title("My day");
    window.until("the other person", "return document.body.innerText.includes('Marisol')");
}

#[test]
fn a_person_with_a_temporary_passphrase_makes_their_own_before_anything_opens() {
    let records = Records::set_up();
    records.op(
        "staff.add",
        json!({ "given_name": "Bram", "family_name": "Okafor", "login": "bram", "roles": ["counselor"],
                "temporary_passphrase": "cobalt meadow trumpet ninety" }),
    );
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "bram", "cobalt meadow trumpet ninety");
    window.title("Make a passphrase of your own");
    window.examine("the own passphrase");
    window.fill("The passphrase you were given", "cobalt meadow trumpet ninety");
    window.fill("Your own passphrase", OTHERS);
    window.fill("The same again", OTHERS);
    window.reads("trong, ");
    window.enter("Use this passphrase");
    window.title("My day");
}
