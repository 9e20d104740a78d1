//! How many pages each paper has, with ordinary, empty, long and hostile content.

use serde_json::{Value, json};

use crate::{PRESS, draw_day, draw_page, recovery, sign_in, with, without};

#[track_caller]
fn check(template: &str, content: &Value, pages: usize) {
    assert_eq!(PRESS.pdf(template, content).unwrap().pages, pages);
}

#[test]
fn every_template_has_a_name() {
    let names = [
        "assessment",
        "attendance",
        "caseload",
        "chart",
        "consent",
        "counseling-notes",
        "custody-form",
        "discharge",
        "draw-day",
        "draw-page",
        "handout",
        "levels",
        "note",
        "own-calendar",
        "plan",
        "recovery-sheet",
        "release",
        "safety-plan",
        "sign-in-sheet",
        "signed-day",
        "test-course",
        "testing-numbers",
    ];
    assert_eq!(PRESS.templates().collect::<Vec<_>>(), names);
}

#[test]
fn a_recovery_sheet_is_one_copy_a_page() {
    check("recovery-sheet", &recovery(), 2);
    check("recovery-sheet", &with(recovery(), "/sheet/practice/name", json!("")), 2);
    check("recovery-sheet", &with(recovery(), "/sheet/practice/name", json!("Harbor ".repeat(20))), 2);
    check(
        "recovery-sheet",
        &with(recovery(), "/sheet/statement", json!("A notice of eleven words to be read by everyone. ".repeat(12))),
        2,
    );
    check("recovery-sheet", &without(recovery(), "/sheet/statement"), 2);
}

#[test]
fn as_many_copies_as_asked_for() {
    for copies in 1..=4 {
        let mut content = recovery();
        content["copies"] = json!(copies);
        check("recovery-sheet", &content, copies);
    }
}

#[test]
fn a_draw_and_a_day_have_their_pages() {
    for (count, pages) in [(0, 1), (5, 1), (60, 4)] {
        check("draw-page", &draw_page(&vec!["Sousa, Ana"; count]), pages);
    }
    check("draw-day", &draw_day(), 1);
}

#[test]
fn a_handout_is_a_page_to_take_home() {
    let content = |lines: usize| {
        json!({ "sheet": recovery()["sheet"], "curriculum": "Refusal training", "number": 3, "topic": "A colleague asks",
                "lines": (0..lines).map(|line| format!("- Say no in one sentence, {line}.")).collect::<Vec<_>>() })
    };
    for (lines, pages) in [(0, 1), (12, 1), (60, 2)] {
        check("handout", &content(lines), pages);
    }
}

#[test]
fn an_own_calendar_is_a_page_for_the_kitchen_table() {
    let content = |weeks: u32| {
        let day = |on: &str| json!({ "on": on, "times": ["5:30 PM to 6:30 PM", "6:40 PM to 7:40 PM"] });
        let week = json!({ "from": "2026-11-22", "until": "2026-11-28", "days": [day("2026-11-23"), day("2026-11-24"), day("2026-11-26")] });
        json!({ "printed_on": "2026-11-24", "weeks": vec![week; weeks as usize] })
    };
    for (weeks, pages) in [(0, 1), (1, 1), (8, 2)] {
        check("own-calendar", &content(weeks), pages);
    }
}

#[test]
fn a_sign_in_sheet_grows_with_its_names() {
    let names = |count: usize| (1..=count).map(|place| format!("Person {place}.")).collect::<Vec<_>>();
    for (count, pages) in [(0, 1), (1, 1), (12, 1), (20, 1), (40, 2), (100, 5)] {
        check("sign-in-sheet", &sign_in(&names(count)), pages);
    }
}

#[test]
fn empty_rows_for_those_nobody_expected() {
    let mut content = sign_in(&["Maria G."]);
    for (blank, pages) in [(0, 1), (10, 1), (30, 2)] {
        content["blank"] = json!(blank);
        check("sign-in-sheet", &content, pages);
    }
}

#[test]
fn a_name_without_a_space_stays_on_the_page() {
    check("sign-in-sheet", &sign_in(&["a".repeat(400)]), 1);
    check("sign-in-sheet", &sign_in(&["漢".repeat(200)]), 1);
}

#[test]
fn both_papers_of_the_world() {
    for paper in ["us-letter", "a4"] {
        let mut content = recovery();
        content["sheet"]["paper"] = json!(paper);
        check("recovery-sheet", &content, 2);
    }
}
