//! A whole evening: three groups of twelve, one late, one absent, 36 signed entries, by keys alone. What the hand does
//! beside writing is listed and counted. And the same evening through a dead battery, with nothing written twice.

use std::cell::RefCell;

use serde_json::{Value, json};

use crate::records::{OTHERS, Records};
use crate::sign_in::sign_in;
use crate::window::{ALT, CONTROL, DOWN, ENTER, SHIFT, Window};

/// The most that a hand does for an evening beside writing each person's line: one late and one absent, who carries over.
const MOST_ACTIONS: usize = 51;
/// With an exception in each group.
const MOST_WITH_OTHERS: usize = 59;
const MEMBERS: usize = 12;

const PROCESS: &str = "Process group";
const SKILLS: &str = "Skills: coping";
const REFUSAL: &str = "Refusal role-play";

/// A hand on the keyboard that remembers what it did.
struct Hand {
    window: Window,
    keys: RefCell<Vec<String>>,
}

impl Hand {
    fn at(records: &Records) -> Self {
        let window = Window::open(&records.closed(), &[]);
        let hand = Self { window, keys: RefCell::new(Vec::new()) };
        hand.comes_in();
        hand
    }

    fn comes_in(&self) {
        sign_in(&self.window, "marisol", OTHERS);
        self.window.title("My day");
        self.window.actions();
    }

    fn did(&self, key: &str) {
        self.keys.borrow_mut().push(key.to_owned());
    }

    fn command(&self, keys: &str) {
        self.did(&keys.to_uppercase());
        self.window.command(keys);
    }

    fn enter(&self) {
        self.did("Enter");
        self.window.press(&[ENTER]);
    }

    fn down(&self, rows: usize) {
        for _ in 0..rows {
            self.did("Down");
            self.window.press(&[DOWN]);
        }
    }

    fn chord(&self, name: &str, held: &[char], key: char) {
        self.did(name);
        self.window.chord(held, key);
    }

    /// Tonight, with the next session open and the focus in its list.
    fn goes_to_tonight(&self) {
        self.is_through();
        self.command("gt");
        self.window.title("Tonight");
        self.window.until(
            "the focus in the list of the next session",
            &format!(
                "return document.querySelectorAll('[role=grid] tbody tr').length === {MEMBERS} &&
                 document.activeElement.closest('[role=grid]') !== null"
            ),
        );
    }

    fn records_and_writes(&self, group: &str) {
        self.chord("Ctrl+Shift+Enter", &[CONTROL, SHIFT], ENTER);
        self.window.title(group);
    }

    /// The shared part, the statement, and a line for each of so many people.
    fn writes(&self, group: &str, people: std::ops::Range<usize>) {
        self.window
            .until("a field to write in", "return ['INPUT', 'TEXTAREA'].includes(document.activeElement.tagName)");
        if self.window.focus().starts_with("Topic") {
            self.window.write(&format!("{group}: what we say to a colleague who asks"));
            self.enter();
        }
        self.window.until("the words", "return document.activeElement.name === 'words'");
        self.window.write("Practiced aloud, two at a time, and said what it was like.");
        self.chord("Alt+R", &[ALT], 'r');
        self.lines(group, people);
    }

    fn lines(&self, group: &str, people: std::ops::Range<usize>) {
        for person in people {
            self.window.until(
                "the own line of the next person",
                "const field = document.activeElement; return field.tagName === 'TEXTAREA' && field.name !== 'words' && field.value === ''",
            );
            self.window.write(&line(group, person));
            let digit = if person % 5 == 0 { '3' } else { '2' };
            self.chord(&format!("Alt+{digit}"), &[ALT], digit);
        }
    }

    /// The last row is kept and closed.
    fn is_through(&self) {
        self.window.until("the last row to close", "return document.activeElement.tagName !== 'TEXTAREA'");
    }

    /// The check of the evening stands there by itself; one passphrase signs.
    fn signs(&self, entries: usize) {
        self.window
            .until("the check of the evening", "return document.querySelector('[role=dialog] input') !== null");
        self.window.examine("the check of the evening");
        self.window.keep("evening-check");
        self.window.write(OTHERS);
        self.enter();
        self.window.reads(&format!("{entries} entries signed"));
    }

    /// The keys, and how many they were.
    fn tell(&self, what: &str) -> usize {
        let keys = self.keys.borrow();
        println!("keys of {what}: {}", keys.join(" "));
        println!("actions {what}: {}", keys.len());
        keys.len()
    }
}

/// A line nobody else has: what it is about changes with the person and the group.
fn line(group: &str, person: usize) -> String {
    const ABOUT: &[&str] = &[
        "Named the drive home after a double as the hardest hour",
        "Told how the charge nurse asked, and what came out instead",
        "Listened more than spoke; laughed at the end",
        "Had an answer ready for the wedding in May",
        "Went through the pharmacy keys question twice",
        "Was tired after call and stayed with it",
        "Offered to drive somebody to the meeting on Thursday",
        "Wrote three sentences to the board and read one",
        "Asked what to say to an anesthesia resident",
        "Said no out loud for the first time",
        "Spoke of sleep and of the phone beside the bed",
        "Put the badge back into the drawer this week",
    ];
    let about = ABOUT[person % ABOUT.len()];
    let then = match group {
        PROCESS => "and what the others gave back for it",
        SKILLS => "then breathed through the urge card by card",
        _ => "playing both parts, the second time standing up",
    };
    format!("{about}, {then}.")
}

/// The evening as the core tells it afterwards.
fn told(records: &Records) -> Value {
    records.open_again("marisol", OTHERS);
    records.query("group_note.evening", json!({ "on": records.today() }))
}

/// How many people come to each number of minutes.
fn minutes(evening: &Value) -> Vec<(i64, usize)> {
    let mut by = std::collections::BTreeMap::new();
    for person in evening["people"].as_array().unwrap() {
        *by.entry(person["minutes"].as_i64().unwrap()).or_insert(0) += 1;
    }
    by.into_iter().rev().collect()
}

fn signed(evening: &Value) -> Vec<u64> {
    evening["sessions"].as_array().unwrap().iter().map(|session| session["signed"].as_u64().unwrap()).collect()
}

#[test]
fn three_groups_from_the_home_page_to_thirty_six_signed_entries() {
    let records = Records::set_up();
    assert_eq!(records.evening_of_three(MEMBERS), MEMBERS);
    let hand = Hand::at(&records);

    hand.goes_to_tonight();
    hand.command("l");
    hand.command("12");
    hand.down(1);
    hand.command("x");
    hand.command("s");
    hand.window.reads("Late 12");
    hand.window.reads("shift moved");
    hand.records_and_writes(PROCESS);
    hand.writes(PROCESS, 0..11);

    hand.goes_to_tonight();
    hand.window.reads("as in the group before");
    hand.window.examine("a card with what carries over");
    hand.window.keep("evening-carried");
    hand.records_and_writes(SKILLS);
    hand.writes(SKILLS, 0..11);

    hand.goes_to_tonight();
    hand.records_and_writes(REFUSAL);
    hand.writes(REFUSAL, 0..11);
    hand.signs(36);
    let actions = hand.tell("evening of three groups");
    drop(hand);

    let evening = told(&records);
    assert_eq!(signed(&evening), [12, 12, 12], "{evening}");
    assert_eq!(minutes(&evening), [(150, 10), (138, 1), (0, 1)], "{evening}");
    assert!(actions <= MOST_ACTIONS, "{actions} actions for the evening, more than {MOST_ACTIONS}");
}

#[test]
fn another_evening_somebody_leaves_early_and_somebody_comes_after_all() {
    let records = Records::set_up();
    records.evening_of_three(MEMBERS);
    let hand = Hand::at(&records);

    // One has sent no word; one leaves early.
    hand.goes_to_tonight();
    hand.down(2);
    hand.command("x");
    hand.command("n");
    hand.down(1);
    hand.command("e10");
    hand.down(1);
    hand.window.reads("Left early 10");
    hand.records_and_writes(PROCESS);
    hand.writes(PROCESS, 0..11);

    // Who was absent carries over; another one comes late.
    hand.goes_to_tonight();
    hand.command("l8");
    hand.down(1);
    hand.records_and_writes(SKILLS);
    hand.writes(SKILLS, 0..11);

    // And comes after all for the last group.
    hand.goes_to_tonight();
    hand.down(2);
    hand.command("p");
    hand.records_and_writes(REFUSAL);
    hand.writes(REFUSAL, 0..12);
    hand.signs(36);
    let actions = hand.tell("evening with other exceptions");
    drop(hand);

    let evening = told(&records);
    assert_eq!(signed(&evening), [12, 12, 12], "{evening}");
    assert_eq!(minutes(&evening), [(150, 9), (142, 1), (140, 1), (50, 1)], "{evening}");
    assert!(actions <= MOST_WITH_OTHERS, "{actions} actions for the evening, more than {MOST_WITH_OTHERS}");
}

#[test]
fn the_battery_dies_in_the_middle_of_the_evening_and_nothing_is_written_twice() {
    let records = Records::set_up();
    records.evening_of_three(MEMBERS);
    let vault = records.closed();
    let hand = Hand::at(&records);
    hand.goes_to_tonight();
    hand.command("x");
    hand.command("i");
    hand.records_and_writes(PROCESS);
    hand.writes(PROCESS, 0..11);
    hand.goes_to_tonight();
    hand.records_and_writes(SKILLS);
    hand.writes(SKILLS, 0..5);
    // The sixth line is written and not finished when it happens; a second of typing at most may be lost.
    hand.window.until("the sixth line", "return document.activeElement.value === ''");
    hand.window.write(&line(SKILLS, 5));
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let Hand { window, keys } = hand;
    window.kill();

    let hand = Hand { window: Window::open(&vault, &[]), keys };
    hand.comes_in();
    hand.goes_to_tonight();
    hand.command("2");
    hand.window.reads("Write the group note");
    hand.command("w");
    hand.window.title(SKILLS);
    hand.window.reads(&line(SKILLS, 4));
    let kept = hand.window.ask("return [...document.querySelectorAll('textarea')].map((field) => field.value)");
    assert!(kept[0].as_str().unwrap().starts_with("Practiced aloud"), "the shared part is there: {kept}");
    hand.chord("Ctrl+Down", &[CONTROL], DOWN);
    hand.window.until(
        "the sixth line as it was left",
        &format!("return document.activeElement.value === {}", json!(line(SKILLS, 5))),
    );
    hand.chord("Alt+2", &[ALT], '2');
    hand.lines(SKILLS, 6..11);
    hand.goes_to_tonight();
    hand.records_and_writes(REFUSAL);
    hand.writes(REFUSAL, 0..11);
    hand.signs(36);
    hand.tell("evening through a dead battery");
    drop(hand);
    let evening = told(&records);
    assert_eq!(signed(&evening), [12, 12, 12], "{evening}");
    assert_eq!(minutes(&evening), [(150, 11), (0, 1)], "{evening}");
}
