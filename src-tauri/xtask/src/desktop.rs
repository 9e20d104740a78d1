//! The real window, driven through WebKitWebDriver on a display nobody sees.

use std::path::Path;
use std::process::Command;

use crate::count::Count;
use crate::place::Place;
use crate::process::{Stop, cargo, run, run_watched};

/// The program as the journeys need it: its window inside, and open to a driver. Every step of `cargo xtask test`
/// compiles the workspace with these, so that nothing is compiled twice.
pub const FEATURES: &[&str] = &["--workspace", "--features", "evenkeel/automation,evenkeel/custom-protocol"];

pub fn build(place: &Place) -> Result<(), Stop> {
    run(cargo().args(["build", "--all-targets"]).args(FEATURES).current_dir(&place.root))
}

/// Every journey but the walk, one window at a time.
pub fn journeys(place: &Place, count: &mut Count) -> Result<(), Stop> {
    run_watched(&mut driven(place, "not test(/^walk/)"), &mut |line| count.see(line))
}

/// The walk is a test of the target `desktop` of the crate `tools`: the main screens one after another, with a picture of
/// each, in the vault given or in one of its own.
pub fn walk(place: &Place, vault: Option<&Path>, count: &mut Count) -> Result<(), Stop> {
    let mut command = driven(place, "test(/^walk/)");
    command.env("EVENKEEL_SCREENS", place.screens());
    if let Some(folder) = vault {
        command.env("EVENKEEL_VAULT", folder);
    }
    run_watched(&mut command, &mut |line| count.see(line))
}

/// Tests of the target `desktop` under a display and a bus of their own.
fn driven(place: &Place, which: &str) -> Command {
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1000x24"]);
    command.arg(cargo().get_program()).args(["nextest", "run"]).args(FEATURES);
    command.args(["--test", "desktop", "--test-threads", "1", "--no-fail-fast", "-E", which]);
    command.envs([("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true")]);
    command.env("EVENKEEL_PROGRAM", place.built("evenkeel")).current_dir(&place.root);
    command
}
