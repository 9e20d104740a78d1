//! What the machine must have: Debian packages, Node, nextest. Installs what it may, and says in one line what it may
//! not.

use std::process::Command;

use crate::process::{Stop, answer, cargo, run, succeeds};

/// To compile the vault with its encryption.
const VAULT: &[&str] = &["build-essential", "pkg-config", "libssl-dev"];
/// To compile and open the window.
const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev", "libgtk-3-dev", "librsvg2-dev"];
/// To drive the window without a display, and to read printed pages back.
const JOURNEY: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth", "xdotool", "dbus-x11", "poppler-utils"];

/// What is about to happen, which decides what must be installed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Vault,
    Window,
    Journey,
}

/// Other systems than Debian and its kin are taken at their word: the build says what it misses.
pub fn system(need: Need) -> Result<(), Stop> {
    if !succeeds(Command::new("dpkg-query").arg("--version")) {
        return Ok(());
    }
    let groups = [(Need::Vault, VAULT), (Need::Window, WINDOW), (Need::Journey, JOURNEY)];
    let wanted = groups.iter().filter(|(group, _)| *group <= need).flat_map(|(_, packages)| packages.iter().copied());
    let missing: Vec<&str> = wanted.filter(|package| !installed(package)).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

fn installed(package: &str) -> bool {
    answer(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package])).as_deref()
        == Some("installed")
}

fn install(missing: &[&str]) -> Result<(), Stop> {
    let root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !root && !succeeds(Command::new("sudo").args(["-n", "true"])) {
        let line = missing.join(" ");
        return Err(Stop::Missing(format!("install first: sudo apt-get install -y --no-install-recommends {line}")));
    }
    let apt = || {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        if !root {
            command.args(["-n", "env"]);
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(missing))
}

const NODE: u32 = 20;

pub fn node() -> Result<(), Stop> {
    let found = answer(Command::new("node").arg("--version"));
    let major: Option<u32> =
        found.as_deref().and_then(|version| version.trim_start_matches('v').split('.').next()?.parse().ok());
    let npm = answer(Command::new("npm").arg("--version"));
    match (major, npm) {
        (Some(major), Some(_)) if major >= NODE => Ok(()),
        _ => Err(Stop::Missing(format!("install first: Node {NODE} or newer with npm (https://nodejs.org)"))),
    }
}

/// The runner of the Rust tests.
pub fn nextest() -> Result<(), Stop> {
    if succeeds(cargo().args(["nextest", "--version"])) {
        return Ok(());
    }
    run(cargo().args(["install", "cargo-nextest", "--locked"]))
        .map_err(|_| Stop::Missing("install first: cargo install cargo-nextest --locked".to_owned()))
}
