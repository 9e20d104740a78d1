//! The start of a day: a new process, nothing of the vault in memory, a passphrase typed, the first list.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::{Value, json};

use super::Driver;
use crate::bench_driver::stage::{self, Place, Stage};
use crate::desk;

/// The option by which the driver starts itself, followed by the login.
pub const OPTION: &str = "--first-list-of";

impl Driver {
    /// Measured from before the process starts until it has the first caseload of the counselor the data name.
    pub(super) fn cold_start(&mut self) -> Result<Value, String> {
        let login = self.stage.login(&super::text(&self.questions["caseload_counselor"]))?;
        self.stage.leave();
        evict(self.stage.kept()).map_err(|error| error.to_string())?;
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let began = Instant::now();
        let mut command = Command::new(program);
        command.args(["bench-driver", OPTION, &login, "--data"]).arg(self.stage.data());
        command.arg("--vault").arg(self.stage.kept()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let mut line = String::new();
        if let Some(out) = child.stdout.take() {
            BufReader::new(out).read_line(&mut line).map_err(|error| error.to_string())?;
        }
        let ms = began.elapsed().as_secs_f64() * 1e3;
        child.wait().map_err(|error| error.to_string())?;
        match line.trim().parse::<usize>() {
            Ok(clients) => Ok(json!({ "ms": ms, "r": clients })),
            Err(_) => Err("the new process had no list".into()),
        }
    }
}

/// What the new process does: signs in, lists, and says how many there are.
pub fn first_list(login: &str, data: &Path, vault: &Path) -> Result<(), String> {
    let station = Stage::shut(data, vault)?.station(Place::Kept, data)?;
    stage::sign_in(&station, login, stage::PASSPHRASE)?;
    let caseload = desk::call(&station, "caseload.list", &json!({}))?;
    println!("{}", super::list(&caseload["rows"]).count());
    station.lock_hard();
    Ok(())
}

/// Takes every file of the folder out of the page cache. What is not on the disk yet stays, so it is written first.
#[cfg(target_os = "linux")]
fn evict(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            evict(&entry.path())?;
            continue;
        }
        let file = std::fs::File::open(entry.path())?;
        file.sync_all()?;
        rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed)?;
    }
    Ok(())
}

/// Elsewhere the cache stays as it is, and the number says less.
#[cfg(not(target_os = "linux"))]
fn evict(_: &Path) -> std::io::Result<()> {
    Ok(())
}
