//! Adding a person, from the list to their page, and what a half-written form keeps through a lock.

use crate::records::{OTHERS, PASSPHRASE, Records};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, Window};

#[test]
fn a_person_is_added_by_keyboard_alone() {
    let records = Records::set_up();
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.write("gs");
    window.title("Staff");
    window.examine("the staff list");
    window.enter("Add a person");
    window.title("Add a person");
    window.examine("an empty form");
    window.fill("Given name", "Marisol");
    window.fill("Family name", "Qui\u{f1}ones");
    // Half a form, and the screen is locked: nothing typed is lost.
    window.chord(&[CONTROL], 'l');
    window.title("Locked at");
    window.fill("Passphrase", PASSPHRASE);
    window.press(&[ENTER]);
    window.title("Add a person");
    window.until(
        "what was typed before the lock",
        "return document.querySelector('input[name=family_name]')?.value === 'Qui\\u00f1ones'",
    );
    window.fill("Temporary passphrase", OTHERS);
    window.fill("The same again", OTHERS);
    window.reads("trong, ");
    window.chord(&[CONTROL], ENTER);
    window.title("Marisol Qui\u{f1}ones");
    window.examine("a person");
    window.keep("person");
}
