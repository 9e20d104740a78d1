//! The caseload of a director: sorted, filtered, saved as a table, and left for a chart.

use serde_json::json;

use crate::records::{PASSPHRASE, Records, client_fields};
use crate::sign_in::sign_in;
use crate::window::{DOWN, ENTER, SHIFT, TAB, Window};

const ROWS: &str = "table[aria-label=Caseload] tbody tr th";

/// As a person looks for a name: the letter with a stroke stands among the plain ones.
const BY_NAME: [&str; 6] =
    ["Abara", "Adeyẹmi", "Beaumont-Featherstonehaugh", "Đặng", "Underhill , =1+1", "Underhill , Zora"];

#[test]
fn a_caseload_is_sorted_filtered_saved_and_opened() {
    let records = Records::set_up();
    records.evening(4);
    // What a spreadsheet would take for a formula leaves as text.
    let admission = json!({ "admitted_on": records.today(), "level": "1.5", "track": "Evening" });
    for given in ["=1+1", "Zora"] {
        let fields = client_fields(given, "Underhill");
        records.op("client.add", json!({ "fields": fields, "admission": admission }));
    }
    let table = records.room.path().join("caseload.csv");
    let window = Window::open(&records.closed(), &[("EVENKEEL_PLACE", table.to_str().unwrap())]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.command("gc");
    window.title("Caseload");
    window.reads("6 clients");
    window.examine("the caseload");
    window.keep("caseload");

    window.enter("Client");
    window.until(
        "the order by name",
        "return document.querySelector('th[aria-sort=ascending]')?.innerText.trim() === 'Client'",
    );
    let up = window.texts(ROWS);
    assert!(up.len() == 6 && up.iter().zip(BY_NAME).all(|(shown, name)| shown.starts_with(name)), "{up:?}");
    window.press(&[ENTER]);
    window.until("the other order", "return document.querySelector('th[aria-sort=descending]') !== null");
    let down = window.texts(ROWS);
    assert!(down.iter().rev().eq(up.iter()), "{down:?} is not {up:?} turned around");
    window.press(&[ENTER]);
    window.until("the first order", "return document.querySelector('th[aria-sort=ascending]') !== null");

    window.command("f");
    assert!(window.focus().starts_with("Filter by name or number"), "{}", window.focus());
    window.write("UNDERH");
    window
        .until("two clients", "return document.querySelectorAll('table[aria-label=Caseload] tbody tr').length === 2");
    window.examine("a filtered caseload");
    window.chord(&[SHIFT], TAB);
    window.command("x");
    window.until("the question why", "return document.querySelector('[role=dialog]') !== null");
    window.examine("the question why a table leaves");
    window.keep("caseload-export");
    // Nothing leaves without a reason.
    window.press(&[ENTER]);
    window.until("the dialog to stay", "return document.querySelector('[role=dialog]') !== null");
    assert!(!table.exists(), "a table left without a reason");
    window.fill("Who it is for, and why", "Weekly review with the medical director");
    window.press(&[ENTER]);
    window.reads("2 lines saved and recorded");
    let text = std::fs::read_to_string(&table).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("Number,Family name,Given name,Profession,Counselor,"), "{}", lines[0]);
    assert!(lines[1].contains("Underhill,'=1+1,"), "a cell that begins with = is guarded: {}", lines[1]);
    assert!(lines[2].contains("Underhill,Zora,"), "{}", lines[2]);

    window.tab_into("tr[data-line]");
    window.press(&[DOWN]);
    window.until("the focus on the next line", "return document.activeElement.innerText.includes('Zora')");
    window.press(&[ENTER]);
    window.title("Underhill, Zora");
    window.examine("a chart from the caseload");
}
