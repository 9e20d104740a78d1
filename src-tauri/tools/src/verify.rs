//! `verify PATH --as NAME`: a vault's folder or a backup, looked at from outside, down to the first broken place.
//!
//! A vault: every page, every link, the audit chain against its witness, the header's copies, then every signature. A
//! backup: the same for what it carries. The passphrase comes from `EVENKEEL_PASSPHRASE`. Exit status 1 names the place.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use practice::workstation::Workstation;
use serde_json::json;
use vault::{Opener, Passphrase, Place, Progress, SystemClock};

use crate::desk::{self, World};

/// Says each step on the standard error stream.
struct Told;

impl Progress for Told {
    fn step(&self, done: u64, total: u64, what: &'static str) {
        if done == 0 || done == total {
            eprintln!("{what}");
        }
    }

    fn cancelled(&self) -> bool {
        false
    }
}

/// Verifies a vault or a backup.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let path = arguments.first().filter(|word| !word.starts_with("--"));
    let path = PathBuf::from(path.ok_or("name what to verify: verify PATH --as NAME")?);
    let login = desk::option(arguments, "--as").ok_or("say who you are: --as NAME")?;
    let passphrase = Passphrase::new(desk::passphrase()?);
    let opener = Opener::Passphrase { login, passphrase: &passphrase };
    if path.is_dir() { folder(&path, login, &passphrase, opener) } else { backup(&path, opener) }
}

fn folder(path: &Path, login: &str, passphrase: &Passphrase, opener: Opener<'_>) -> Result<(), String> {
    let report = vault::verify(path, opener, &Told).map_err(|broken| words(&broken.place))?;
    println!("whole: {} pages, {} audit entries, schema {}", report.pages, report.entries, report.schema_version);
    signatures(path, login, passphrase)
}

/// What was signed, document by document, by the product itself: it alone knows what a note is.
fn signatures(path: &Path, login: &str, passphrase: &Passphrase) -> Result<(), String> {
    let station = Workstation::new(path, Arc::new(SystemClock), Arc::new(World::new()?), None);
    station.sign_in(login, passphrase).map_err(|refusal| refusal.message)?;
    let answer = desk::call(&station, "verification.signatures", &json!({}));
    station.lock_hard();
    let answer = answer.map_err(|words| format!("The signatures were not looked at. {words}"))?;
    match answer["faults"].as_array().and_then(|faults| faults.first()) {
        Some(fault) => Err(format!(
            "broken: signed {} {} ({}). {}",
            text(&fault["kind"]).replace('_', " "),
            text(&fault["id"]),
            text(&fault["fault"]),
            text(&fault["words"])
        )),
        None => {
            println!("whole: {} signed documents", answer["documents"]);
            if answer["unproven"] != json!(0) {
                println!("{} were signed before documents were kept: nothing proves them", answer["unproven"]);
            }
            Ok(())
        }
    }
}

fn backup(path: &Path, opener: Opener<'_>) -> Result<(), String> {
    let report = vault::verify_backup(path, opener, &Told).map_err(|error| format!("broken: {error}"))?;
    println!("whole: {} pages, {} audit entries", report.pages, report.entries);
    for (table, rows) in &report.counts {
        println!("{rows:>10} {table}");
    }
    Ok(())
}

fn words(place: &Place) -> String {
    match place {
        Place::Page(number) => format!("broken: page {number} of the database"),
        Place::Structure => "broken: the structure of the database".into(),
        Place::Reference { table } => format!("broken: a row of {table} points at one that is not there"),
        Place::Chain { device, seq } => format!("broken: audit entry {seq} of workstation {device}"),
        Place::HolderKey(_) => "broken: a signing key that nobody vouched for".into(),
        Place::Anchor { missing } => format!("broken: {missing} audit entries are missing at the end"),
        Place::AnchorMissing => "broken: neither copy of the audit's witness file is authentic".into(),
        Place::HeaderCopy(copy) => format!("broken: copy {copy} of the key file"),
        Place::NotSeen(error) => format!("not looked at: {error}"),
    }
}

fn text(value: &serde_json::Value) -> &str {
    value.as_str().unwrap_or_default()
}
