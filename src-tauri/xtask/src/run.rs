//! `cargo xtask run`: builds the program with its window inside and opens it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::count::Count;
use crate::desktop;
use crate::packages::{self, Need};
use crate::place::Place;
use crate::process::{Stop, cargo, run as start};
use crate::{tools, ui};

/// What to open.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Wish {
    pub demo: bool,
    pub vault: Option<PathBuf>,
}

impl Wish {
    pub fn from_arguments(arguments: &[String]) -> Result<Wish, Stop> {
        let mut wish = Wish::default();
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--demo" => wish.demo = true,
                "--vault" => wish.vault = Some(words.next().ok_or_else(|| usage("--vault needs a folder"))?.into()),
                other => return Err(usage(&format!("run does not know {other}"))),
            }
        }
        if wish.demo && wish.vault.is_some() {
            return Err(usage("--demo has a vault of its own: leave --vault out"));
        }
        Ok(wish)
    }
}

fn usage(text: &str) -> Stop {
    Stop::Usage(text.to_owned())
}

pub fn run(place: &Place, wish: &Wish) -> Result<(), Stop> {
    let display = env::var_os("DISPLAY").is_some() || env::var_os("WAYLAND_DISPLAY").is_some();
    packages::system(if display { Need::Window } else { Need::Journey })?;
    ui::bundle(place)?;
    if display {
        build(place)?
    } else {
        desktop::build(place)?
    }
    let vault = vault(place, wish)?;
    if display { open(place, vault.as_deref()) } else { walk(place, vault.as_deref()) }
}

/// The program and the tools in one go: apart, cargo would compile what they share twice.
fn build(place: &Place) -> Result<(), Stop> {
    let both = ["--package", "evenkeel", "--package", "tools", "--features", "evenkeel/custom-protocol"];
    start(cargo().arg("build").args(both).current_dir(&place.root))
}

/// The folder to open, or none for the one the program keeps by itself. The demo is made once a day and then kept; the
/// tool says who may sign in, and with which passphrase.
fn vault(place: &Place, wish: &Wish) -> Result<Option<PathBuf>, Stop> {
    if wish.demo {
        let folder = place.demo_vault();
        tools::built(place, &["demo", "--keep", "--vault", &folder.to_string_lossy()])?;
        return Ok(Some(folder));
    }
    let Some(folder) = &wish.vault else { return Ok(None) };
    std::path::absolute(folder).map(Some).map_err(|_| usage("--vault needs a folder"))
}

fn open(place: &Place, vault: Option<&Path>) -> Result<(), Stop> {
    let mut program = Command::new(place.built("evenkeel"));
    if let Some(folder) = vault {
        program.arg("--vault").arg(folder);
    }
    start(&mut program)
}

/// No display to open a window on: the desktop journey "walk" visits the main screens on one that nobody sees.
fn walk(place: &Place, vault: Option<&Path>) -> Result<(), Stop> {
    println!("There is no display: walking through the window on a virtual one.");
    packages::nextest()?;
    desktop::walk(place, vault, &mut Count::default())?;
    println!("Pictures of the screens: {}", place.screens().display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Stop, Wish};

    fn wish(line: &str) -> Result<Wish, Stop> {
        Wish::from_arguments(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn what_can_be_asked_for() {
        for (line, demo, vault) in [
            ("", false, None),
            ("--demo", true, None),
            ("--vault a/b", false, Some("a/b")),
            ("--demo --demo", true, None),
        ] {
            let expected = Wish { demo, vault: vault.map(Into::into) };
            assert!(wish(line).is_ok_and(|wish| wish == expected), "{line}");
        }
        for line in ["--vault", "--release", "demo", "--demo --vault a"] {
            assert!(matches!(wish(line), Err(Stop::Usage(_))), "{line}");
        }
    }
}
