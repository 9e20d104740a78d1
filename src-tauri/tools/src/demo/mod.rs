//! `demo --vault FOLDER`: "Harbor Street IOP", a practice of invented people lived through up to yesterday, with a fixed
//! seed. Made once and then kept; prints who may sign in.
//!
//! Everything goes through the command door, as the people who would do it, on a clock that walks through the weeks. It is
//! built beside its place and moved there whole, so a stopped build leaves nothing that looks like a demo.

mod clinic;
mod clock;
mod days;
mod dice;
mod people;
mod stage;
mod words;

use std::path::{Path, PathBuf};

use people::{DIRECTOR, STAFF};
use stage::Stage;

use crate::desk;

/// Builds the demo, unless it is there.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let folder = desk::folder(arguments)?;
    if vault_is_there(&folder) {
        println!("The demo is there already: {}", folder.display());
    } else {
        println!("Living through the weeks before today at Harbor Street IOP. This takes a minute or two.");
        build(&folder)?;
    }
    println!("\n{:<12} {:<34} {:<30} who", "sign in as", "with the passphrase", "roles");
    for person in std::iter::once(&DIRECTOR).chain(STAFF) {
        let name = format!("{} {}", person.given, person.family);
        println!("{:<12} {:<34} {:<30} {name}", person.login, person.passphrase, person.roles.join(", "));
    }
    Ok(())
}

fn vault_is_there(folder: &Path) -> bool {
    folder.join("practice.db").is_file()
}

fn build(folder: &Path) -> Result<(), String> {
    let making = beside(folder, ".making");
    for left in [&making, &beside(&making, "-backups")] {
        // What an earlier build left when it was stopped; its name is ours alone.
        if left.is_dir() {
            std::fs::remove_dir_all(left).map_err(|error| error.to_string())?;
        }
    }
    let mut stage = Stage::set(&making)?;
    clinic::found(&mut stage)?;
    clinic::hire(&mut stage)?;
    clinic::open_groups(&mut stage)?;
    clinic::take_in(&mut stage)?;
    days::live(&mut stage)?;
    days::this_morning(&mut stage)?;
    stage.leave();
    for (from, to) in [(&making, folder), (&beside(&making, "-backups"), &beside(folder, "-backups"))] {
        if !to.exists() {
            std::fs::rename(from, to).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

/// A folder of the same name with an ending.
fn beside(folder: &Path, ending: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    folder.with_file_name(name)
}
