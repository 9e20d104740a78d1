//! `import FOLDER --vault PATH --as NAME [--preview] [--leave-out-bad-rows]`: the import of the window, in a terminal.
//!
//! It goes the same way: choose, look through, import; all or nothing. The passphrase comes from `EVENKEEL_PASSPHRASE`.
//! Exit status 1 and nothing changed when a line cannot be imported and leaving the listed lines out was not asked for.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use practice::workstation::Workstation;
use serde_json::{Value, json};

use crate::desk::{self, World};

/// How often a running job is looked at.
const LOOK: Duration = Duration::from_millis(10);

/// Imports a folder.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let folder = arguments.first().filter(|word| !word.starts_with("--"));
    let folder = PathBuf::from(folder.ok_or("name the folder: import FOLDER --vault PATH --as NAME")?);
    let world = World::new()?.choosing(&folder);
    let station = desk::signed_in(arguments, Arc::new(world))?;
    let outcome = import(&station, arguments);
    station.lock_hard();
    outcome
}

fn import(station: &Workstation, arguments: &[String]) -> Result<(), String> {
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let chosen = desk::call(station, "import.choose", &json!({}))?;
    for file in chosen["answer"]["ignored"].as_array().into_iter().flatten() {
        eprintln!("not read: {}", file.as_str().unwrap_or_default());
    }
    desk::call(station, "import.preview", &json!({}))?;
    println!("{}", finished(station)?);
    let seen = desk::call(station, "import.state", &json!({}))?;
    show(&seen["preview"], "bad");
    if has("--preview") {
        return Ok(());
    }
    if seen["preview"]["bad_total"] != 0 && !has("--leave-out-bad-rows") {
        return Err("Nothing was changed. Correct these lines, or add --leave-out-bad-rows.".into());
    }
    desk::call(station, "import.run", &json!({ "leave_out_bad_rows": has("--leave-out-bad-rows") }))?;
    println!("{}", finished(station)?);
    show(&desk::call(station, "import.state", &json!({}))?["result"], "left out");
    Ok(())
}

/// Waits for the newest job and answers with its last word.
pub fn finished(station: &Workstation) -> Result<String, String> {
    let mut shown = String::new();
    loop {
        let jobs = desk::call(station, "job.list", &json!({}))?;
        let job = &jobs[0];
        let message = job["message"].as_str().unwrap_or_default().to_owned();
        match job["state"].as_str() {
            Some("running") => {}
            Some("done") => return Ok(message),
            _ => return Err(message),
        }
        let step = job["what"].as_str().unwrap_or_default();
        if step != shown {
            shown = step.to_owned();
            eprintln!("{shown}");
        }
        std::thread::sleep(LOOK);
    }
}

fn show(counts: &Value, bad: &str) {
    println!("{:<16} {:>10} {:>10} {:>10} {:>10} {:>10}", "file", "lines", "new", "changed", "same", bad);
    for file in counts["files"].as_array().into_iter().flatten() {
        let number = |name: &str| file[name].as_i64().unwrap_or_default();
        println!(
            "{:<16} {:>10} {:>10} {:>10} {:>10} {:>10}",
            file["file"].as_str().unwrap_or_default(),
            number("lines"),
            number("new"),
            number("changed"),
            number("same"),
            number("bad")
        );
    }
    for row in counts["bad_rows"].as_array().into_iter().flatten() {
        let text = |name: &str| row[name].as_str().unwrap_or_default();
        println!("{}:{}: {}", text("file"), row["line"], text("reason"));
    }
    let unlisted = counts["bad_total"].as_i64().unwrap_or_default()
        - counts["bad_rows"].as_array().map_or(0, |rows| i64::try_from(rows.len()).unwrap_or_default());
    if unlisted > 0 {
        println!("and {unlisted} more");
    }
}
