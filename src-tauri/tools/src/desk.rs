//! What the tools share: reading their arguments, and the world outside as a terminal offers it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use practice::kernel::outside::{FileKind, Outside, OutsideFault, Printed, Purpose};
use practice::workstation::Workstation;
use print::Press;
use serde_json::Value;
use vault::{KdfCost, Passphrase, Progress, SystemClock};

/// The value that follows an option.
pub fn option<'a>(arguments: &'a [String], name: &str) -> Option<&'a str> {
    let at = arguments.iter().position(|argument| argument == name)?;
    arguments.get(at + 1).map(String::as_str)
}

/// The folder after `--vault`.
pub fn folder(arguments: &[String]) -> Result<PathBuf, String> {
    option(arguments, "--vault")
        .map(PathBuf::from)
        .ok_or_else(|| "name the vault's folder: --vault FOLDER".to_owned())
}

/// The passphrase, from `EVENKEEL_PASSPHRASE`.
pub fn passphrase() -> Result<String, String> {
    std::env::var("EVENKEEL_PASSPHRASE").map_err(|_| "set EVENKEEL_PASSPHRASE to the passphrase".to_owned())
}

/// A low cost of deriving keys for a new vault of invented people, when the environment asks for it.
pub fn test_cost() -> Option<KdfCost> {
    std::env::var_os("EVENKEEL_TEST_COST").map(|_| KdfCost::for_tests())
}

/// A workstation at the vault after `--vault`, with the person after `--as` signed in.
pub fn signed_in(arguments: &[String], world: Arc<World>) -> Result<Arc<Workstation>, String> {
    let login = option(arguments, "--as").ok_or("say who you are: --as NAME")?;
    let station = Workstation::new(&folder(arguments)?, Arc::new(SystemClock), world, test_cost());
    station.sign_in(login, &Passphrase::new(passphrase()?)).map_err(|refusal| refusal.message)?;
    Ok(station)
}

/// Runs a call; a refusal is its sentence.
pub fn call(station: &Workstation, name: &str, with: &Value) -> Result<Value, String> {
    let answer = station.call(name, &with.to_string(), false).map_err(|refusal| refusal.message)?;
    serde_json::from_str(&answer).map_err(|error| error.to_string())
}

/// Dialogs are answered by the environment: `EVENKEEL_PLACE` for a file to write, `EVENKEEL_CHOICE` for a file or folder.
pub struct World {
    press: Press,
    choice: Option<PathBuf>,
}

impl World {
    /// Loads the press.
    pub fn new() -> Result<Self, String> {
        Press::new().map(|press| Self { press, choice: None }).map_err(|error| error.to_string())
    }
}

impl World {
    /// With a dialog that answers with this folder.
    pub fn choosing(self, folder: &Path) -> Self {
        Self { choice: Some(folder.to_owned()), ..self }
    }
}

impl Outside for World {
    fn pdf(&self, template: &str, content: &Value, watch: &dyn Progress) -> Result<Printed, OutsideFault> {
        let told = |step: print::Step| {
            let (done, total) = step.done();
            watch.step(done, total, step.words());
        };
        match self.press.watched(template, content, &(told, || watch.cancelled())) {
            Ok(pdf) => Ok(Printed::new(pdf.bytes)),
            Err(print::PrintError::Stopped) => Err(OutsideFault::Stopped),
            Err(_) => Err(OutsideFault::Print),
        }
    }

    fn place(&self, _: &str, _: FileKind) -> Result<PathBuf, OutsideFault> {
        std::env::var_os("EVENKEEL_PLACE").map(PathBuf::from).ok_or(OutsideFault::Cancelled)
    }

    fn write(&self, place: &Path, bytes: &[u8]) -> Result<(), OutsideFault> {
        let write = || {
            let mut file = std::fs::File::create(place)?;
            file.write_all(bytes)?;
            file.sync_all()
        };
        write().map_err(|error| OutsideFault::Write(error.kind()))
    }

    fn choose(&self, _: Purpose) -> Result<PathBuf, OutsideFault> {
        let told = || std::env::var_os("EVENKEEL_CHOICE").map(PathBuf::from);
        self.choice.clone().or_else(told).ok_or(OutsideFault::Cancelled)
    }
}
