//! A supervisor's queue of thirty notes: read, approved or returned with one key each, and signed together.

use serde_json::json;

use crate::records::{OTHERS, PASSPHRASE, Records, client_fields};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ENTER, Window};

const NOTES: usize = 30;
/// Every fifteenth goes back.
const RETURNED: usize = 2;
/// One key a note, one more for each that goes back, and two to sign what was approved.
const MOST_ACTIONS: usize = NOTES + RETURNED + 2;

impl Records {
    /// Thirty signed notes of a trainee, which wait for the director.
    fn thirty_wait(&self) {
        let ambrose = self.hire("Ambrose", "Okafor", "ambrose", &["counselor"]);
        let fields = json!({ "label": "CADC-T", "license_state": "MA", "license_number": "7", "needs_cosign": true });
        self.op("staff.credential_add", json!({ "staff": ambrose, "fields": fields }));
        let client = self
            .op("client.add", json!({ "fields": client_fields("Tomás", "Ó Súilleabháin"), "primary": ambrose }))["id"]
            .take();
        self.switch_to("ambrose", OTHERS);
        for number in 1..=NOTES {
            let service = json!({ "on": self.today(), "starts": format!("00:{number:02}"), "minutes": 15 });
            let begun =
                self.op("note.start", json!({ "client": client, "kind": "case_management", "service": service }));
            let text =
                format!("Called the pharmacist board about the hearing date. Call number {number} of this week.");
            let body = json!({ "sections": [{ "key": "text", "text": text }], "objectives": [], "risk_words": "" });
            let proof = json!({ "passphrase": OTHERS });
            self.op("note.sign", json!({ "id": begun["id"], "rev": 1, "body": body, "proof": proof }));
        }
    }
}

#[test]
fn thirty_notes_take_about_a_key_each() {
    let records = Records::set_up();
    records.thirty_wait();
    let window = Window::open(&records.closed(), &[]);
    sign_in(&window, "theodora", PASSPHRASE);
    window.title("My day");
    window.command("go");
    window.title("To cosign");
    window.reads("Call number 1 of this week");
    window.examine("a queue of thirty notes");
    window.keep("cosign-queue");
    window.actions();
    let mut left = NOTES;
    let mut approved = 0;
    for number in 1..=NOTES {
        // The next note is on the screen before it is answered.
        window.reads(&format!("Call number {number} of this week"));
        if number % (NOTES / RETURNED) == 0 {
            window.command("r");
            window.until("the form", "return document.querySelector('[role=dialog] textarea') !== null");
            if number == NOTES {
                window.examine("a return");
                window.keep("cosign-return");
            }
            window.write("Which board?");
            window.chord(&[CONTROL], ENTER);
            window.until("the form to close", "return document.querySelector('[role=dialog]') === null");
            left -= 1;
        } else {
            window.command("a");
            approved += 1;
        }
        if approved < left {
            window.reads(&format!("{approved} approved, {} left", left - approved));
        }
    }
    window.reads("Every note is answered");
    window.keep("cosign-approved");
    window.chord(&[CONTROL], ENTER);
    window.until("the question who signs", "return document.querySelector('[role=dialog] input') !== null");
    window.write(PASSPHRASE);
    window.press(&[ENTER]);
    window.reads("Nothing waits for you");
    let actions = window.actions();
    println!("actions thirty notes: {actions}");
    assert!(actions <= MOST_ACTIONS, "{actions} keys for {NOTES} notes, more than {MOST_ACTIONS}");
}
