//! `console --vault FOLDER --as NAME`: the command door as JSON lines, the same that the window drives.
//!
//! One `{"call": "noun.verb", "with": {...}}` a line in, one JSON answer a line out: `{"answer": ...}` or
//! `{"refusal": ...}`. With `"dry": true` an operation is rehearsed. The passphrase comes from the environment variable
//! `EVENKEEL_PASSPHRASE`, never from the command line, which others can read. Without `--as` nobody is signed in.

use std::io::{BufRead as _, Write as _};
use std::sync::Arc;

use practice::workstation::Workstation;
use serde::Deserialize;
use serde_json::{Value, json};
use vault::{Passphrase, SystemClock};

use crate::desk::{self, World};

/// One line that comes in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    call: String,
    #[serde(default)]
    with: Option<Value>,
    #[serde(default)]
    dry: bool,
}

/// Answers line by line until the input ends.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let folder = desk::folder(arguments)?;
    let station = Workstation::new(&folder, Arc::new(SystemClock), Arc::new(World::new()?), desk::test_cost());
    if let Some(login) = desk::option(arguments, "--as") {
        let passphrase = Passphrase::new(desk::passphrase()?);
        station.sign_in(login, &passphrase).map_err(|refusal| refusal.message)?;
    }
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| error.to_string())?;
        if line.trim().is_empty() {
            continue;
        }
        let answer = answer(&station, &line);
        writeln!(out, "{answer}").and_then(|()| out.flush()).map_err(|error| error.to_string())?;
    }
    station.lock_hard();
    Ok(())
}

fn answer(station: &Workstation, line: &str) -> String {
    let Ok(Line { call, with, dry }) = serde_json::from_str(line) else {
        return json!({ "refusal": { "code": "malformed", "message": "One JSON object a line: {\"call\", \"with\"}." } })
            .to_string();
    };
    let payload = with.unwrap_or_else(|| json!({})).to_string();
    match station.call(&call, &payload, dry) {
        Ok(answer) => format!("{{\"answer\":{answer}}}"),
        Err(refusal) => json!({ "refusal": refusal }).to_string(),
    }
}
