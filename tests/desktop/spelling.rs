//! A word that nobody knows is underlined where it is typed, repaired by keys alone, and in no file of the person, the system or the program.

use std::path::{Path, PathBuf};

use crate::records::{OTHERS, Records};
use crate::sign_in::sign_in;
use crate::window::{CONTROL, ESCAPE, Window};

/// An invented name that no dictionary has.
const NAME: &str = "Quillbrandtsdottir";
/// Goes to the next word that is not known.
const F7: char = '\u{E037}';
/// Where a program and what it is built of keep things of a person: settings, lists of words, caches, what is temporary.
const PLACES: [(&str, &str); 7] = [
    ("HOME", "home"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "runtime"),
    ("TMPDIR", "temporary"),
];

#[test]
fn an_unknown_word_is_underlined_repaired_and_in_no_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let records = Records::set_up();
    records.appointment("Caroline", "Beaumont-Featherstonehaugh");
    let room = tempfile::tempdir().unwrap();
    let places = PLACES.map(|(variable, folder)| (variable, room.path().join(folder)));
    for (_, folder) in &places {
        std::fs::create_dir(folder).unwrap();
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).unwrap();
    }
    let environment: Vec<(&str, &str)> =
        places.iter().map(|(variable, folder)| (*variable, folder.to_str().unwrap())).collect();

    let vault = records.closed();
    let window = Window::open(&vault, &environment);
    sign_in(&window, "marisol", OTHERS);
    window.title("My day");
    window.reads("Caroline");
    window.command("1");
    window.title("Individual session");
    window.fill("Data", &format!("She met {NAME} again and recieved a call."));
    window.fill("Assessment", "Featherstonehaugh plans evenings with naltrexone and IOP.");
    window.fill("Plan", "Call on Monday, with teh sister.");
    window.until("three words to be marked", "return document.querySelectorAll('[data-at]').length === 3");
    window.keep("note-spelling");
    assert!(window.red_within("Data") > 20, "they are underlined");
    assert_eq!(window.red_within("Assessment"), 0, "a client's name and the field's words are not");

    // By keys alone: from the last word to the first, past a name, to a slip; repaired, taken back, repaired.
    window.press(&[F7]);
    at_word(&window, NAME);
    window.examine("a word that is not known");
    window.press(&[ESCAPE]);
    window.press(&[F7]);
    at_word(&window, "recieved");
    window.keep("note-spelling-list");
    window.press(&['1']);
    window.until("the slip to be repaired", &holds("and received a call"));
    window.chord(&[CONTROL], 'z');
    window.until("undo to take it back", &holds("and recieved a call"));
    window.until("it to be marked again", "return document.querySelectorAll('[data-at]').length === 3");
    window.menu_on("Data");
    window.reads("Saved");
    drop(window);

    assert_eq!(holding(room.path(), NAME), [] as [PathBuf; 0], "a folder of the person or the system");
    assert_eq!(holding(vault.parent().unwrap(), NAME), [] as [PathBuf; 0], "a folder of the program");
    // The same look finds what is there, in either way that programs write words.
    let seen = tempfile::tempdir().unwrap();
    std::fs::write(seen.path().join("plain.dic"), format!("a\n{NAME}\n")).unwrap();
    std::fs::write(seen.path().join("wide"), wide(NAME)).unwrap();
    assert_eq!(holding(seen.path(), NAME).len(), 2);
}

/// The list of what a word may mean is open and has the focus.
fn at_word(window: &Window, word: &str) {
    let label = format!("“{word}” is not known");
    window.until(
        "the list at the word",
        &format!("return document.activeElement.closest('[role=menu]')?.getAttribute('aria-label') === {label:?}"),
    );
}

/// Whether a field holds these words.
fn holds(words: &str) -> String {
    format!("return [...document.querySelectorAll('textarea')].some((area) => area.value.includes({words:?}))")
}

fn wide(words: &str) -> Vec<u8> {
    words.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The files under a folder that hold these words.
fn holding(folder: &Path, words: &str) -> Vec<PathBuf> {
    let (narrow, wide) = (words.as_bytes().to_vec(), wide(words));
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                let bytes = std::fs::read(entry.path()).unwrap();
                let has = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
                if has(&narrow) || has(&wide) {
                    found.push(entry.path());
                }
            }
        }
    }
    found
}
