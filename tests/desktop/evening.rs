//! An evening: attendance from the keyboard, one late and one absent, recorded in one step.

use crate::records::{OTHERS, Records};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, DOWN, ENTER, Window};

#[test]
fn one_is_late_one_is_absent_and_the_rest_are_there() {
    let records = Records::set_up();
    let members = records.evening(12);
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "marisol", OTHERS);
    window.title("My day");
    window.examine("a counselor's day");
    window.keep("day-counselor");
    window.write("gt");
    window.title("Tonight");
    window.until(
        "the roster",
        &format!("return document.querySelectorAll('[role=grid] tbody tr').length === {members}"),
    );
    window.examine("tonight");
    // The grid is one stop; the ring goes by arrows.
    while !window.ask("return document.activeElement.closest('[role=grid]') !== null").as_bool().unwrap() {
        window.press(&[crate::window::TAB]);
    }
    window.write("l12");
    window.press(&[DOWN]);
    window.write("xs");
    window.press(&[DOWN]);
    window.reads("Late 12");
    window.reads("shift moved");
    window.examine("tonight, marked");
    window.keep("tonight-marked");
    window.chord(&[CONTROL], ENTER);
    window.reads("Recorded");
    window.until("the record", "return document.body.innerText.includes('Take back')");
    window.examine("tonight, recorded");
    window.keep("tonight-recorded");
    drop(window);
    records.open_again("marisol", OTHERS);
    let marked = records.query("session.day", serde_json::json!({ "on": records.today(), "whose": "mine" }));
    assert_eq!(marked["sessions"][0]["state"], "recorded", "{marked}");
}
