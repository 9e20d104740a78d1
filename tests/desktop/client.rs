//! A client: added, warned of somebody alike, found again by a part of the name, read tab by tab.

use serde_json::json;

use crate::records::{PASSPHRASE, Records, client_fields};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, Window};

#[test]
fn a_client_is_added_and_found_again_by_keyboard_alone() {
    let records = Records::set_up();
    let admission = json!({ "admitted_on": records.today(), "level": "2.1", "track": "Evening" });
    records.op("client.add", json!({ "fields": client_fields("Rosalind", "Nakagawa"), "admission": admission }));
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.write("gk");
    window.title("Clients");
    window.reads("Rosalind");
    window.examine("the list of clients");
    window.keep("clients");
    window.write("n");
    window.title("Add a client");
    window.fill("Given name", "Rosalind");
    window.fill("Family name", "Nakagawa");
    window.reads("Somebody like this is here");
    window.examine("the form of a new client");
    window.keep("client-new");
    window.tab_to("Family name");
    window.write("-Ó Súilleabháin");
    window.fill("Preferred name", "Roz");
    window.chord(&[CONTROL], ENTER);
    window.title("Nakagawa-Ó Súilleabháin");
    window.examine("a chart");
    window.keep("chart");
    for (key, tab) in
        [("2", "assessment"), ("3", "plan"), ("4", "notes"), ("5", "hours"), ("6", "tests"), ("1", "overview")]
    {
        window.write(key);
        window.until(
            &format!("the tab {tab}"),
            &format!("return document.querySelector('nav[aria-label=Chart] [aria-current=page]')?.getAttribute('href').endsWith('/{tab}')"),
        );
        window.until("what the tab asks for", "return document.querySelector('[aria-busy=true]') === null");
        window.examine(&format!("the tab {tab}"));
    }
    window.chord(&[CONTROL], 'o');
    window.until("the finder", "return document.querySelector('[role=dialog]') !== null");
    window.write("roz");
    window.until("the found client", "return document.querySelectorAll('[role=dialog] [role=option]').length === 1");
    window.examine("the finder");
    window.press(&[ENTER]);
    window.title("Nakagawa-Ó Súilleabháin");
}
