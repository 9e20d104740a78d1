//! The papers that show a record: their blocks, their marks, and that each says for whom it is.

use print::PrintError;
use serde_json::{Value, json};

use crate::{PRESS, sheet, with, without, words_on};

/// The templates that show a record, with the kind of paper in the metadata.
const RECORDS: &[(&str, &str)] = &[
    ("assessment", "Assessment"),
    ("attendance", "Attendance"),
    ("caseload", "Caseload"),
    ("chart", "Chart copy"),
    ("consent", "Consent"),
    ("counseling-notes", "Counseling notes"),
    ("custody-form", "Non-federal custody form"),
    ("discharge", "Discharge summary"),
    ("levels", "Level of care"),
    ("note", "Note"),
    ("plan", "Treatment plan"),
    ("release", "Release of information"),
    ("safety-plan", "Safety plan"),
    ("signed-day", "Signed day of random tests"),
    ("test-course", "Course of tests"),
    ("testing-numbers", "Random tests in numbers"),
];

fn record(blocks: Value) -> Value {
    json!({
        "sheet": sheet(),
        "leaving": "Internal copy. Team review on Thursday",
        "heading": "Individual session note",
        "watermark": "",
        "facts": [["Client", "Ó Súilleabháin, Tomás"], ["Number", "C-0412"], ["Date of birth", ""]],
        "asides": ["Signed."],
        "sections": [{ "title": "Notes", "blocks": blocks }],
    })
}

fn table(rows: usize) -> Value {
    let row = |place: usize| json!([format!("Session {place}"), place.to_string(), ""]);
    json!({
        "is": "table", "empty": "Nothing is recorded.",
        "columns": [
            { "head": "Session", "share": 4, "figures": false }, { "head": "Minutes", "share": 1, "figures": true },
            { "head": "Reason", "share": 2, "figures": false },
        ],
        "rows": (1..=rows).map(row).collect::<Vec<_>>(),
    })
}

fn every_block() -> Value {
    json!([
        { "is": "facts", "rows": [["Service", "Individual session"], ["Minutes", "50"]] },
        { "is": "head", "title": "Group", "beside": "March 4, 2026" },
        { "is": "words", "label": "Data", "text": "First line.\n\nSecond *line* #panic()." },
        { "is": "words", "label": "Plan", "text": "" },
        { "is": "aside", "text": "A screen is presumptive." },
        table(2),
        table(0),
        { "is": "blank", "columns": [{ "head": "Received by", "share": 1, "figures": false }], "rows": 4 },
        { "is": "choices", "label": "Observed collection", "options": ["yes", "no"], "marked": 0 },
        { "is": "choices", "label": "Split specimen", "options": ["yes", "no"], "marked": null },
        { "is": "lines", "labels": ["Client's initials", "Date and time"] },
    ])
}

#[test]
fn every_record_says_for_whom_it_is_and_names_nobody_where_nobody_looks() {
    let known: Vec<&str> = RECORDS.iter().map(|(name, _)| *name).collect();
    let others = ["draw-day", "draw-page", "handout", "own-calendar", "recovery-sheet", "sign-in-sheet"];
    assert!(
        PRESS.templates().all(|name| known.contains(&name) != others.contains(&name)),
        "a template without a kind"
    );
    for (template, title) in RECORDS {
        let pdf = PRESS.pdf(template, &record(every_block())).unwrap();
        let file = String::from_utf8_lossy(&pdf.bytes).into_owned();
        assert!(file.contains(&format!("({title})")), "{template}");
        assert!(!file.contains("lleabh") && !file.contains("/Author") && !file.contains("/Keywords"), "{template}");
        assert_eq!(pdf.undrawn, 0, "{template}");
        if let Some(words) = words_on(&pdf) {
            for word in
                ["Internal copy. Team review on Thursday", "Ó Súilleabháin, Tomás", "not recorded", "Harbor Light"]
            {
                assert!(words.contains(word), "{template} does not say {word}: {words}");
            }
        }
    }
}

#[test]
fn every_block_is_text_and_what_is_missing_says_so() {
    let pdf = PRESS.pdf("note", &record(every_block())).unwrap();
    let Some(words) = words_on(&pdf) else { return };
    for word in [
        "Second *line* #panic().",
        "Nothing is recorded.",
        "Received by",
        "Observed collection",
        "Client's initials",
        "Page 1 of",
        "March 4, 2026",
    ] {
        assert!(words.contains(word), "{word}: {words}");
    }
    assert!(words.matches("not recorded").count() >= 4, "{words}");
}

#[test]
fn names_in_their_own_letters() {
    for name in ["Đặng, Thị Hồng", "Ó Súilleabháin, Tomás", "Adeyẹmi, Ọláṣùbọ̀mí", "Çağlayan, Mehmet"]
    {
        let pdf = PRESS.pdf("note", &with(record(json!([])), "/facts/0/1", json!(name))).unwrap();
        assert_eq!(pdf.undrawn, 0, "{name}");
    }
}

#[test]
fn a_draft_says_so_across_every_page() {
    let content = with(record(json!([table(120)])), "/watermark", json!("Draft, not signed"));
    let pdf = PRESS.pdf("note", &content).unwrap();
    assert!(pdf.pages > 1);
    if let Some(words) = words_on(&pdf) {
        assert_eq!(words.matches("Draft, not signed").count(), pdf.pages, "{words}");
    }
}

#[test]
fn a_long_table_repeats_its_head() {
    let pdf = PRESS.pdf("attendance", &record(json!([table(150)]))).unwrap();
    if let Some(words) = words_on(&pdf) {
        assert_eq!(words.matches("Minutes").count(), pdf.pages, "{words}");
        assert!(words.contains(&format!("Page {0} of {0}", pdf.pages)));
    }
}

#[test]
fn a_chart_lists_its_parts_with_their_pages() {
    let mut content = record(json!([table(100)]));
    let more = json!([{ "title": "Identity", "blocks": [] }, { "title": "Notes", "blocks": [table(100)] },
                      { "title": "Drug tests", "blocks": [{ "is": "aside", "text": "None." }] }]);
    content["sections"] = more;
    let pdf = PRESS.pdf("chart", &content).unwrap();
    assert!(pdf.pages > 3);
    let Some(words) = words_on(&pdf) else { return };
    let contents = words.split("Page 1 of").next().unwrap();
    for line in ["Identity 2", "Notes 2", &format!("Drug tests {}", pdf.pages)] {
        assert!(contents.contains(line), "{line}: {contents}");
    }
}

#[test]
fn content_that_does_not_fit_is_refused_and_not_quoted() {
    let content = record(every_block());
    for wrong in [
        without(content.clone(), "/facts"),
        without(content.clone(), "/leaving"),
        with(content.clone(), "/sections/0/blocks/0/is", json!("SECRET")),
        with(content.clone(), "/sections/0/blocks/5/rows", json!("SECRET")),
        with(content, "/sections", json!(7)),
    ] {
        for (template, _) in RECORDS {
            let refused = PRESS.pdf(template, &wrong).unwrap_err();
            assert!(matches!(&refused, PrintError::Unfit { .. }), "{template} {refused:?}");
            assert!(!format!("{refused} {refused:?}").contains("SECRET"), "{template}");
        }
    }
}
