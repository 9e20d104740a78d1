//! The real window, driven through WebKitWebDriver on a display nobody sees.

use std::path::Path;
use std::process::Command;

use crate::count::Count;
use crate::place::Place;
use crate::process::{Stop, cargo, run, run_watched};

/// The program as the journeys need it: its window inside, and open to a driver. Every step of `cargo xtask test`
/// compiles the workspace with these, so that nothing is compiled twice.
pub const FEATURES: &[&str] = &["--workspace", "--features", "evenkeel/automation,evenkeel/custom-protocol"];

pub enum Which<'a> {
    All,
    /// The main screens one after another, with a picture of each, in the demo vault or another one.
    Walk {
        vault: Option<&'a Path>,
    },
}

pub fn build(place: &Place) -> Result<(), Stop> {
    run(cargo().args(["build", "--all-targets"]).args(FEATURES).current_dir(&place.root))
}

/// The journeys are the test target `desktop` of the crate `tools`. They find the program beside themselves, and the
/// wishes of a walk in `EVENKEEL_SCREENS` and `EVENKEEL_VAULT`.
pub fn journeys(place: &Place, which: Which<'_>, count: &mut Count) -> Result<(), Stop> {
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1000x24"]);
    command.arg(cargo().get_program()).args(["nextest", "run"]).args(FEATURES);
    // Two windows at once fight for the focus of the one display.
    command.args(["--test", "desktop", "--no-fail-fast", "--test-threads", "1"]);
    command.envs([("TAURI_AUTOMATION", "true"), ("TAURI_WEBVIEW_AUTOMATION", "true")]);
    command.env("EVENKEEL_PROGRAM", place.built("evenkeel")).current_dir(&place.root);
    if let Which::Walk { vault } = which {
        command.args(["-E", "test(/^walk/)"]).env("EVENKEEL_SCREENS", place.screens());
        if let Some(folder) = vault {
            command.env("EVENKEEL_VAULT", folder);
        }
    }
    run_watched(&mut command, &mut |line| count.see(line))
}
