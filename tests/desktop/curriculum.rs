//! A curriculum from the shelf to a group: read, taken over, a session rewritten, and the group follows it.

use serde_json::json;

use crate::records::{OTHERS, PASSPHRASE, Records};
use crate::routes::go;
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, Window};

#[test]
fn a_curriculum_is_read_taken_over_rewritten_and_followed() {
    let records = Records::set_up();
    records.evening(3);
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    go(&window, "Curricula");
    window.title("Curricula");
    window.reads("None yet");
    window.examine("the curricula");
    window.keep("curricula");
    window.enter("Refusal training");
    window.title("Refusal training");
    window.reads("comes with Evenkeel");
    window.command("j");
    window.reads("The colleague who asks");
    window.examine("a shipped curriculum");
    window.keep("curriculum-shipped");
    window.command("n");
    window.reads("is yours now");
    window.until("the copy", "return document.body.innerText.includes('Add a session')");
    window.command("e");
    window.until("the form", "return document.querySelector('[role=dialog] textarea') !== null");
    window.examine("rewriting a session");
    window.keep("curriculum-rewrite");
    window.tab_to("Topic");
    window.chord(&[CONTROL], 'a');
    window.write("Saying no at Harbor Street");
    window.chord(&[CONTROL], ENTER);
    window.reads("Rewrote the session");
    window.reads("Saying no at Harbor Street");
    go(&window, "Groups");
    window.title("Groups");
    window.tab_into("[role=grid]");
    window.press(&[ENTER]);
    window.title("Process group");
    window.tab_to("Topics of its own");
    window.press(&[ENTER]);
    window.write("Refusal");
    window.press(&[ENTER]);
    window.reads("The next session takes the next topic");
    window.examine("a group with a curriculum");
    window.keep("group-curriculum");
    drop(window);

    records.open_again("theodora", PASSPHRASE);
    records.switch_to("marisol", OTHERS);
    let day = records.query("session.day", json!({ "on": records.today(), "whose": "mine" }));
    assert_eq!(day["sessions"][0]["lesson"]["topic"], "Saying no at Harbor Street", "{day}");
}
