//! The window's own toolchain: install when the lock file changed, then check or bundle.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::count::Count;
use crate::packages;
use crate::place::Place;
use crate::process::{Stop, run, run_watched};

/// A copy of the lock file the folder was installed from: equal means there is nothing to install.
const INSTALLED: &str = "node_modules/.installed-lock.json";

/// Packages run no scripts of their own while they are installed.
pub fn install(place: &Place) -> Result<(), Stop> {
    packages::node()?;
    let (lock, stamp) = (place.ui().join("package-lock.json"), place.ui().join(INSTALLED));
    if read(&lock).is_some() && read(&lock) == read(&stamp) {
        return Ok(());
    }
    run(npm(place).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::copy(&lock, &stamp).map_err(|_| Stop::Missing(format!("ui/{INSTALLED} cannot be written")))?;
    Ok(())
}

/// Writes `ui/dist`, which the program is compiled with.
pub fn bundle(place: &Place) -> Result<(), Stop> {
    install(place)?;
    run(npm(place).args(["run", "build"]))
}

/// Types, lint, bans, component tests.
pub fn check(place: &Place, count: &mut Count) -> Result<(), Stop> {
    install(place)?;
    run_watched(npm(place).args(["run", "check"]), &mut |line| count.see(line))
}

fn npm(place: &Place) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(place.ui());
    command
}

fn read(path: &Path) -> Option<Vec<u8>> {
    fs::read(path).ok()
}
