//! The file itself: equal for equal content, and silent about people where nobody looks.

use std::thread;

use print::Press;

use crate::{PRESS, recovery, sign_in};

#[test]
fn equal_content_gives_equal_bytes() {
    let names = ["Maria G.", "Nguyễn T.", "Bo 😀"];
    let first = PRESS.pdf("sign-in-sheet", &sign_in(&names)).unwrap();
    assert_eq!(PRESS.pdf("sign-in-sheet", &sign_in(&names)).unwrap(), first);
    assert_eq!(Press::new().unwrap().pdf("sign-in-sheet", &sign_in(&names)).unwrap(), first);
    assert_ne!(PRESS.pdf("sign-in-sheet", &sign_in(&names[1..])).unwrap(), first);
}

#[test]
fn documents_made_at_once_do_not_mix() {
    let alone: Vec<_> = ["A.", "B."].map(|name| PRESS.pdf("sign-in-sheet", &sign_in(&[name])).unwrap()).into();
    thread::scope(|scope| {
        for (name, expected) in ["A.", "B."].into_iter().zip(&alone) {
            scope.spawn(move || {
                for _ in 0..4 {
                    assert_eq!(PRESS.pdf("sign-in-sheet", &sign_in(&[name])).unwrap(), *expected);
                }
            });
        }
    });
}

/// Pages are compressed and the rest of the file is not, so a name found in it would stand outside the pages. (The
/// title of a page is there once more for screen readers, in the structure tree: a group's name at most.)
#[test]
fn metadata_names_the_kind_of_paper_and_nobody() {
    for (template, content, title) in [
        ("recovery-sheet", recovery(), "(Recovery key)"),
        ("sign-in-sheet", sign_in(&["Maria G."]), "(Sign-in sheet)"),
    ] {
        let file = String::from_utf8_lossy(&PRESS.pdf(template, &content).unwrap().bytes).into_owned();
        assert!(
            file.contains(title) && file.contains("(Evenkeel)") && file.contains("(D:20260304172000"),
            "{template}"
        );
        for silent in ["/Author", "/Keywords", "/Subject", "Okafor", "Maria", "Harbor", "K7QM"] {
            assert!(!file.contains(silent), "{template} says {silent}");
        }
    }
}

#[test]
fn a_document_shows_nothing_in_a_log() {
    let pdf = PRESS.pdf("recovery-sheet", &recovery()).unwrap();
    assert_eq!(format!("{pdf:?}"), "Pdf { pages: 2, undrawn: 0, .. }");
}
