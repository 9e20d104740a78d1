//! Drafts: kept through a kill, each person's own, never shown in another form, gone only when finished or never typed in.

use practice::kernel::refusal::Code;
use serde_json::{Value, json};

use crate::desk::{Desk, OTHER_PASSPHRASE, PASSPHRASE};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn save(desk: &Desk, form: &str, subject: Option<&str>, words: &str, typed: bool, rev: i64) -> Value {
    let mut request = json!({ "form": form, "body": { "words": words }, "typed": typed, "rev": rev, "label": form });
    if let Some(subject) = subject {
        request["subject"] = json!(subject);
    }
    desk.op("draft.save", request)
}

fn words(desk: &Desk, form: &str, subject: Option<&str>) -> Option<String> {
    let mut key = json!({ "form": form });
    if let Some(subject) = subject {
        key["subject"] = json!(subject);
    }
    desk.query("draft.get", key)["body"]["words"].as_str().map(str::to_owned)
}

fn forms(desk: &Desk) -> Vec<String> {
    let list = desk.query("draft.list", json!({}));
    list.as_array().unwrap().iter().map(|line| line["form"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_was_typed_is_there_after_the_program_died() {
    let desk = Desk::founded();
    assert_eq!(save(&desk, "note", None, "She slept", true, 0)["rev"], 1);
    desk.clock.pass(1_000);
    assert_eq!(save(&desk, "note", None, "She slept well", true, 1)["rev"], 2);
    // Nobody says goodbye: the folder as it lies there is what a kill leaves.
    let copy = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(desk.folder()).unwrap().map(Result::unwrap).filter(|file| file.path().is_file()) {
        std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    let found = Desk::over(copy.path(), &desk);
    found.theodora();
    assert_eq!(words(&found, "note", None).as_deref(), Some("She slept well"));
}

#[test]
fn each_form_and_each_subject_has_its_own() {
    let desk = Desk::founded();
    save(&desk, "note", Some("client-1"), "one", true, 0);
    save(&desk, "note", Some("client-2"), "two", true, 0);
    save(&desk, "plan", Some("client-1"), "three", true, 0);
    assert_eq!(words(&desk, "note", Some("client-1")).as_deref(), Some("one"));
    assert_eq!(words(&desk, "note", Some("client-2")).as_deref(), Some("two"));
    assert_eq!(words(&desk, "plan", Some("client-1")).as_deref(), Some("three"));
    for (form, subject) in [("note", None), ("plan", Some("client-2")), ("plan", None), ("test", Some("client-1"))] {
        assert_eq!(words(&desk, form, subject), None, "{form} {subject:?}");
    }
}

#[test]
fn nobody_sees_another_persons_draft() {
    let desk = Desk::founded();
    save(&desk, "note", None, "only mine", true, 0);
    desk.hire("Marisol", "Quiñones", "marisol", &["director"]);
    desk.switch_to("marisol", OTHER_PASSPHRASE);
    assert_eq!(words(&desk, "note", None), None);
    assert_eq!(forms(&desk), [] as [String; 0]);
    save(&desk, "note", None, "hers", true, 0);
    desk.op("draft.discard", json!({ "form": "note" }));
    desk.switch_to("theodora", PASSPHRASE);
    assert_eq!(words(&desk, "note", None).as_deref(), Some("only mine"));
}

#[test]
fn two_windows_do_not_overwrite_each_other() {
    let desk = Desk::founded();
    save(&desk, "note", None, "first", true, 0);
    let stale = json!({ "form": "note", "body": {}, "typed": true, "rev": 0 });
    assert_eq!(desk.refused("draft.save", stale).code, Code::Conflict);
    save(&desk, "note", None, "second", true, 1);
    let stale = json!({ "form": "note", "body": {}, "typed": true, "rev": 1 });
    assert_eq!(desk.refused("draft.save", stale).code, Code::Conflict);
    let ghost = json!({ "form": "plan", "body": {}, "typed": true, "rev": 3 });
    assert_eq!(desk.refused("draft.save", ghost).code, Code::Conflict);
    assert_eq!(words(&desk, "note", None).as_deref(), Some("second"));
}

#[test]
fn a_discarded_draft_is_out_of_sight_and_discarding_nothing_is_no_fault() {
    let desk = Desk::founded();
    save(&desk, "note", None, "never mind", true, 0);
    desk.op("draft.discard", json!({ "form": "note" }));
    desk.op("draft.discard", json!({ "form": "note" }));
    assert_eq!(words(&desk, "note", None), None);
    assert_eq!(forms(&desk), [] as [String; 0]);
    assert_eq!(save(&desk, "note", None, "again", true, 0)["rev"], 1);
    let kept =
        desk.inspect(|sql| sql.query_row("select count(*) from draft", [], |row| row.get::<_, i64>(0)).unwrap());
    assert_eq!(kept, 2, "nothing is deleted");
}

#[test]
fn only_a_draft_without_a_keystroke_expires_and_only_after_seven_days() {
    let desk = Desk::founded();
    save(&desk, "untouched", None, "a template", false, 0);
    save(&desk, "typed", None, "my words", true, 0);
    save(&desk, "once", None, "my words", true, 0);
    save(&desk, "once", None, "my words", false, 1);
    assert_eq!(forms(&desk).len(), 2, "one nobody typed into is not worth a line");
    desk.clock.pass(7 * DAY);
    assert!(words(&desk, "untouched", None).is_some());
    desk.clock.pass(1);
    assert_eq!(words(&desk, "untouched", None), None);
    desk.clock.pass(3 * 365 * DAY);
    assert!(words(&desk, "typed", None).is_some());
    assert!(words(&desk, "once", None).is_some(), "a keystroke is not forgotten by a later save without one");
    assert_eq!(save(&desk, "untouched", None, "new", true, 0)["rev"], 1, "the expired one makes room");
}

#[test]
fn the_audit_has_one_entry_for_each_ten_minutes_of_writing() {
    let desk = Desk::founded();
    let mut rev = 0;
    // 25 minutes of writing, a save every 30 seconds.
    for _ in 0..50 {
        rev = save(&desk, "note", None, "more", true, rev)["rev"].as_i64().unwrap();
        desk.clock.pass(30_000);
    }
    let entries = desk.entries().into_iter().filter(|entry| entry.action == "draft.save").count();
    assert_eq!(entries, 3);
}

#[test]
fn a_draft_needs_its_form_and_has_an_end() {
    let desk = Desk::founded();
    let fault = |with: Value| desk.refused("draft.save", with).fields[0].field.clone();
    assert_eq!(fault(json!({ "form": " ", "body": 1, "typed": true, "rev": 0 })), "form");
    let long = "a".repeat(2 * 1024 * 1024);
    assert_eq!(fault(json!({ "form": "note", "body": long, "typed": true, "rev": 0 })), "body");
    let odd = json!({ "form": "note", "body": { "ñ": ["\u{1F6A3}", null, 1.5] }, "typed": true, "rev": 0 });
    desk.op("draft.save", odd.clone());
    assert_eq!(desk.query("draft.get", json!({ "form": "note" }))["body"], odd["body"]);
}
