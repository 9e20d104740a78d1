//! What the press refuses, and that a refusal never quotes the content. Two variants no content reaches: `Broken` (a
//! damaged program) and `Export` (the pages are set but cannot be written).

use std::fs;
use std::path::Path;

use print::PrintError;
use serde_json::{Value, json};

use crate::{PRESS, recovery, sign_in, with, without};

#[test]
fn only_templates_that_were_written() {
    for name in
        ["", "sheet", "Recovery-Sheet", "recovery-sheet.typ", "../print/recovery-sheet", "@preview/cetz:0.3.0"]
    {
        let refused = PRESS.pdf(name, &recovery()).unwrap_err();
        assert_eq!(refused, PrintError::UnknownTemplate(name.to_owned()));
    }
}

#[test]
fn no_document_without_end() {
    let content = with(recovery(), "/sheet/statement", json!("a".repeat(9 * 1024 * 1024)));
    let refused = PRESS.pdf("recovery-sheet", &content).unwrap_err();
    assert!(matches!(refused, PrintError::TooLarge { bytes, limit } if bytes > limit));
}

/// The content does not fit, the error leads to a line of ours, and it does not say what the content was.
#[track_caller]
fn unfit(template: &str, content: &Value) {
    let refused = PRESS.pdf(template, content).unwrap_err();
    assert!(matches!(&refused, PrintError::Unfit { template: of, line: Some(_) } if of == template), "{refused:?}");
    assert!(!format!("{refused} {refused:?}").contains("SECRET"));
}

#[test]
fn a_recovery_sheet_with_a_wrong_key() {
    for key in [
        json!([]),
        json!(["SECRE"]),
        json!(vec!["K7QM3"; 12]),
        json!(vec!["K7QM3"; 14]),
        json!(vec!["SECRET"; 13]),
        json!(vec!["k7qm3"; 13]),
        json!(vec!["K7QML"; 13]),
        json!(vec!["K7QM"; 13]),
        json!(vec!["#x()!"; 13]),
        json!(vec![7; 13]),
        json!("SECRET"),
        json!(null),
    ] {
        unfit("recovery-sheet", &with(recovery(), "/key", key));
    }
}

#[test]
fn no_copy_and_no_pile_of_copies() {
    for copies in [json!(0), json!(5), json!(-1), json!(1.5), json!("SECRET"), json!(null)] {
        let mut content = recovery();
        content["copies"] = copies;
        unfit("recovery-sheet", &content);
    }
}

#[test]
fn what_no_paper_can_do_without() {
    for pointer in
        ["/sheet", "/sheet/practice", "/sheet/practice/name", "/sheet/printed", "/sheet/printed/at", "/vault"]
    {
        unfit("recovery-sheet", &without(recovery(), pointer));
    }
    for pointer in ["/names", "/date", "/group", "/sheet/printed/by"] {
        unfit("sign-in-sheet", &without(sign_in(&["SECRET"]), pointer));
    }
}

#[test]
fn values_of_another_kind() {
    let sheet = || sign_in(&["Maria G."]);
    for (pointer, value) in [
        ("/date", json!("SECRET")),
        ("/date", json!("2026-02-30")),
        ("/date", json!("03/04/2026")),
        ("/sheet/printed/at", json!("SECRET")),
        ("/sheet/printed/at", json!("2026-03-04")),
        ("/names", json!("SECRET")),
        ("/names", json!([["SECRET"]])),
        ("/names", json!([{ "SECRET": 1 }])),
        ("/group", json!({ "SECRET": 1 })),
        ("/sheet/practice/lines", json!("SECRET")),
    ] {
        unfit("sign-in-sheet", &with(sheet(), pointer, value));
    }
    for (key, value) in [("blank", json!(-1)), ("blank", json!("SECRET"))] {
        let mut content = sheet();
        content[key] = value;
        unfit("sign-in-sheet", &content);
    }
    for paper in [json!("legal"), json!(7), json!(null)] {
        let mut content = sheet();
        content["sheet"]["paper"] = paper;
        unfit("sign-in-sheet", &content);
    }
}

#[test]
fn content_that_is_no_object() {
    let mut deep = json!("SECRET");
    for _ in 0..300 {
        deep = json!([deep]);
    }
    for content in [json!(null), json!([]), json!("SECRET"), json!(7), deep] {
        assert!(matches!(PRESS.pdf("sign-in-sheet", &content).unwrap_err(), PrintError::Unfit { .. }));
    }
}

/// The promise "content is never markup" rests on this: no template turns text into code or looks around.
#[test]
fn templates_cannot_evaluate_or_look_around() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/print");
    let mut seen = 0;
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|extension| extension == "typ") {
            // The marks of how far a document is are empty, and come from the program.
            let text = fs::read_to_string(entry.path()).unwrap().replace(r#"read("passed-" +"#, "");
            for word in ["eval(", "read(", "plugin(", "include ", "@preview", "datetime.today", "sys."] {
                assert!(!text.contains(word), "{:?} has {word}", entry.file_name());
            }
            seen += 1;
        }
    }
    // The frame and the blocks are imported by others and are no templates.
    assert_eq!(seen, PRESS.templates().count() + 2, "a template that is not compiled in, or the reverse");
}
