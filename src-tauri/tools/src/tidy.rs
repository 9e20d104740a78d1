//! `tidy`: the rules of the house that no compiler checks. The same run as a test, so that CI stops on them.
//!
//! - A slice uses another only downward: [`CLINIC`] is the order, and the ground below it may be used by all.
//! - No type is called Manager, Service, Helper, Util or Processor, and no file utils, helpers, models or types.
//! - A file has at most 600 lines and a function at most 80, outside tests.
//! - Source neither unwraps nor prints; SQL is never built with `format!`; `@tauri-apps` stands in one file.

use std::path::{Path, PathBuf};

use crate::codegen::root;

/// The ground: the desk, the people and the practice. They share one workstation and may use each other.
const GROUND: &[&str] =
    &["kernel", "workstation", "practice", "staff", "screen", "recovery", "exit", "backup", "audit", "draft"];

/// The slices of the clinic, from the lowest. Each may use the ground and what stands before it.
const CLINIC: &[&str] = &[
    "panel",
    "client",
    "signature",
    "inquiry",
    "consent",
    "assessment",
    "intake",
    "plan",
    "discharge",
    "curriculum",
    "apart",
    "closure",
    "group",
    "work_pattern",
    "session",
    "arrival",
    "attendance",
    "booking",
    "fitting",
    "note_template",
    "snippet",
    "note",
    "counseling_note",
    "agreement",
    "follow_up",
    "drug_test",
    "result_file",
    "testing",
    "draw",
    "check_in",
    "disclosure",
    "instrument",
    "chart_copy",
    "verification",
    "task",
    "timeline",
    "caseload",
    "day",
    "import",
];

/// What the ground borrows from above, with the reason.
const BORROWED: &[(&str, &str, &str)] = &[
    ("kernel", "client", "the door asks who reaches which client"),
    (
        "workstation",
        "instrument",
        "an instrument that a client answers holds the seat until somebody proves who they are",
    ),
    ("workstation", "plan", "a plan that a client signs holds the seat in the same way"),
    ("workstation", "counseling_note", "what only the keys of whoever signs in can seal anew is sealed as they come"),
    ("workstation", "import", "the folder somebody chose is kept with the seat"),
    ("workstation", "result_file", "where the file lies that somebody chose is kept with the seat"),
];

/// Names that only look like the ones nobody wants, with what they mean.
const SPOKEN: &[(&str, &str)] = &[
    ("Service", "the day and time for which care is charged, the field's own word"),
    ("NoteService", "the same of a note"),
];

/// Places where SQL holds the name of a table that the schema itself gave, with the reason.
const TABLE_NAMES: &[(&str, &str)] =
    &[("src-tauri/vault/src/check.rs", "counts every table of a database it did not make")];

const LONGEST_FILE: usize = 600;
const LONGEST_FUNCTION: usize = 80;

/// Prints what is out of order.
pub fn run(_: &[String]) -> Result<(), String> {
    let found = findings()?;
    for line in &found {
        println!("{line}");
    }
    match found.len() {
        0 => Ok(()),
        count => Err(format!("{count} places are out of order.")),
    }
}

/// A source file with its path from the root.
struct Source {
    name: String,
    text: String,
}

impl Source {
    /// The lines that ship: without the unit tests at the end.
    fn shipped(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.take_while(|(_, line)| line.trim() != "#[cfg(test)]")
    }
}

fn findings() -> Result<Vec<String>, String> {
    let root = root();
    let mut rust = Vec::new();
    for folder in ["src-tauri/src", "src-tauri/practice/src", "src-tauri/vault/src", "src-tauri/print/src"] {
        read(&root, &root.join(folder), ".rs", &mut rust)?;
    }
    let mut window = Vec::new();
    for ending in [".ts", ".tsx"] {
        read(&root, &root.join("ui/src"), ending, &mut window)?;
    }
    let mut found = Vec::new();
    for source in &rust {
        found.extend(order(source));
        found.extend(names(source));
        found.extend(lengths(source));
        found.extend(words(source));
    }
    found.extend(one_door(&window));
    Ok(found)
}

fn read(root: &Path, folder: &Path, ending: &str, into: &mut Vec<Source>) -> Result<(), String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read(root, &path, ending, into)?;
        } else if path.to_string_lossy().ends_with(ending) {
            let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            into.push(Source { name, text });
        }
    }
    Ok(())
}

/// The slice a file of the product belongs to.
fn slice(source: &Source) -> Option<&str> {
    source.name.strip_prefix("src-tauri/practice/src/")?.split_once('/').map(|(slice, _)| slice)
}

fn order(source: &Source) -> Vec<String> {
    let Some(own) = slice(source) else { return Vec::new() };
    let mut found = Vec::new();
    for (number, line) in source.shipped().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        for used in slices_named(line) {
            if used != own && !may_use(own, used) {
                found.push(format!("{}:{number}: {own} uses {used}, which does not stand below it", source.name));
            }
        }
    }
    found
}

/// The slices that a line of code names after `crate::`.
fn slices_named(line: &str) -> Vec<&str> {
    let word =
        |text: &str| text.split(|c: char| !c.is_ascii_lowercase() && c != '_').next().unwrap_or_default().len();
    let known = |name: &&str| GROUND.contains(name) || CLINIC.contains(name);
    let mut named = Vec::new();
    for (at, path) in line.match_indices("crate::") {
        let rest = line.get(at + path.len()..).unwrap_or_default();
        match rest.strip_prefix('{') {
            Some(list) => {
                let heads = list.split([',', '}']).map(str::trim).filter_map(|part| part.get(..word(part)));
                named.extend(heads.filter(known));
            }
            None => named.extend(rest.get(..word(rest)).filter(known)),
        }
    }
    named
}

fn may_use(own: &str, used: &str) -> bool {
    let place = |name: &str| CLINIC.iter().position(|slice| *slice == name);
    match (place(own), place(used)) {
        (_, None) => true,
        (Some(own), Some(used)) => used < own,
        (None, Some(_)) => BORROWED.iter().any(|(by, from, _)| *by == own && *from == used),
    }
}

fn names(source: &Source) -> Vec<String> {
    const TYPES: &[&str] = &["Manager", "Service", "Helper", "Helpers", "Util", "Utils", "Processor"];
    const FILES: &[&str] = &["utils.rs", "util.rs", "helpers.rs", "helper.rs", "models.rs", "types.rs"];
    let mut found = Vec::new();
    let file = source.name.rsplit('/').next().unwrap_or_default();
    if FILES.contains(&file) {
        found.push(format!("{}: a file of this name holds whatever nobody placed", source.name));
    }
    for (number, line) in source.shipped() {
        let mut words = line
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .skip_while(|word| !matches!(*word, "struct" | "enum" | "trait" | "type"));
        if let Some(name) = words.nth(1)
            && TYPES.iter().any(|ending| name.ends_with(ending))
            && !SPOKEN.iter().any(|(spoken, _)| *spoken == name)
        {
            found.push(format!("{}:{number}: {name} says nothing of what it is", source.name));
        }
    }
    found
}

fn lengths(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let lines: Vec<(usize, &str)> = source.shipped().collect();
    if lines.len() > LONGEST_FILE {
        found.push(format!("{}: {} lines; at most {LONGEST_FILE}", source.name, lines.len()));
    }
    for (index, (number, line)) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if !begins_function(line.trim_start()) {
            continue;
        }
        let closing = format!("{}}}", " ".repeat(indent));
        let length = lines.iter().skip(index).position(|(_, line)| *line == closing).map_or(0, |length| length + 1);
        if length > LONGEST_FUNCTION {
            found.push(format!("{}:{number}: a function of {length} lines; at most {LONGEST_FUNCTION}", source.name));
        }
    }
    found
}

fn begins_function(line: &str) -> bool {
    let mut words = line.split_whitespace().skip_while(|word| {
        word.starts_with("pub") || matches!(*word, "const" | "async" | "unsafe" | "super)" | "crate)" | "in")
    });
    words.next() == Some("fn") && !line.ends_with(';')
}

fn words(source: &Source) -> Vec<String> {
    const BANNED: &[&str] = &[".unwrap()", ".expect(", "println!(", "eprintln!(", "print!(", "dbg!(", "todo!("];
    const SQL: &[&str] = &["\"select ", "\"insert ", "\"update ", "\"delete "];
    let mut found = Vec::new();
    for (number, line) in source.shipped().filter(|(_, line)| !line.trim_start().starts_with("//")) {
        if let Some(word) = BANNED.iter().find(|word| line.contains(**word)) {
            found.push(format!("{}:{number}: {word} outside a test", source.name));
        }
        let named = TABLE_NAMES.iter().any(|(file, _)| *file == source.name);
        if !named && line.contains("format!(") && SQL.iter().any(|verb| line.to_lowercase().contains(verb)) {
            found.push(format!("{}:{number}: SQL is never built with format!", source.name));
        }
    }
    found
}

fn one_door(window: &[Source]) -> Vec<String> {
    let touching: Vec<&Source> = window.iter().filter(|source| source.text.contains("@tauri-apps/")).collect();
    let strangers = touching.iter().filter(|source| !source.name.ends_with("ipc/door.ts"));
    strangers.map(|source| format!("{}: only ipc/door.ts talks to @tauri-apps", source.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Source, begins_function, findings, lengths, may_use, names, slices_named, words};

    #[test]
    fn the_house_is_in_order() {
        let found = findings();
        assert!(found.as_ref().is_ok_and(Vec::is_empty), "{found:#?}");
    }

    fn source(name: &str, text: String) -> Source {
        Source { name: name.into(), text }
    }

    #[test]
    fn what_is_out_of_order_is_found() {
        assert!(may_use("note", "client") && may_use("client", "staff") && may_use("kernel", "client"));
        assert!(!may_use("client", "note") && !may_use("staff", "client") && !may_use("plan", "plan"));
        assert_eq!(slices_named("use crate::{practice, staff};"), ["practice", "staff"]);
        assert_eq!(slices_named("let x: crate::note::NoteId = y;"), ["note"]);
        assert!(slices_named("use crate::kernel_of_truth;").is_empty());

        let long = format!("fn f() {{\n{}}}\n", "    work();\n".repeat(90));
        assert_eq!(lengths(&source("a.rs", long)).len(), 1);
        assert_eq!(lengths(&source("a.rs", "x\n".repeat(601))).len(), 1);
        assert_eq!(names(&source("a/utils.rs", "pub struct NoteManager;\n".into())).len(), 2);
        assert_eq!(words(&source("a.rs", "let x = y.unwrap();\nlet s = format!(\"select {x}\");\n".into())).len(), 2);
        assert!(words(&source("a.rs", "#[cfg(test)]\nlet x = y.unwrap();\n".into())).is_empty());
        assert!(begins_function("pub(super) fn f() {") && begins_function("fn f(") && !begins_function("fn f();"));
    }
}
