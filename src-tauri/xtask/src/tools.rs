//! The verbs of the `tools` crate, passed through as they were typed. They run in the current folder, so that a path
//! means what it meant when it was typed.

use std::process::Command;

use crate::packages::{self, Need};
use crate::place::Place;
use crate::process::{Stop, cargo, run};

pub const TOOLS: &[&str] =
    &["console", "import", "demo", "bench", "bench-driver", "schema", "verify", "codegen", "tidy"];

/// Those that measure run as they would be shipped: a development build times the compiler.
const MEASURING: &[&str] = &["bench", "bench-driver"];

/// `arguments` begin with the tool's name.
pub fn tool(arguments: &[String]) -> Result<(), Stop> {
    packages::system(Need::Vault)?;
    let measures = arguments.first().is_some_and(|tool| MEASURING.contains(&tool.as_str()));
    let profile = if measures { "measured" } else { "dev" };
    run(cargo().args(["run", "--quiet", "--profile", profile, "--package", "tools", "--"]).args(arguments))
}

/// A tool of a build that was just made, with the root of the repository as its folder. Not by `cargo run`: for one
/// package alone cargo chooses other features of shared dependencies, and would compile half of them again.
pub fn built(place: &Place, arguments: &[&str]) -> Result<(), Stop> {
    run(Command::new(place.built("tools")).args(arguments).current_dir(&place.root))
}
