//! The world around the product, as this desktop offers it: the press, dialogs of the system, files.
//!
//! Dialogs are opened here, in Rust, so the webview never sees a path. In a build for tests, the environment answers in
//! the place of a dialog, since a driver cannot reach one.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use practice::kernel::outside::{FileKind, Outside, OutsideFault, Printed, Purpose};
use print::Press;
use serde_json::Value;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FilePath};
use vault::Progress;

/// This desktop.
pub struct Desktop {
    app: AppHandle,
    press: Press,
}

impl Desktop {
    /// Loads the press.
    ///
    /// # Errors
    /// When the templates that are built in cannot be read, which is a defect of the build.
    pub fn new(app: AppHandle) -> Result<Self, print::PrintError> {
        Ok(Self { app, press: Press::new()? })
    }
}

impl Outside for Desktop {
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

    fn place(&self, suggested: &str, kind: FileKind) -> Result<PathBuf, OutsideFault> {
        if let Some(answer) = answered_by("EVENKEEL_PLACE") {
            return answer;
        }
        let (name, extension) = match kind {
            FileKind::Pdf => ("PDF document", "pdf"),
            FileKind::Csv => ("Table", "csv"),
            FileKind::Calendar => ("Calendar", "ics"),
        };
        let dialog =
            self.app.dialog().file().set_title("Save as").set_file_name(suggested).add_filter(name, &[extension]);
        chosen(dialog.blocking_save_file())
    }

    fn write(&self, place: &Path, bytes: &[u8]) -> Result<(), OutsideFault> {
        write_whole(place, bytes).map_err(|error| OutsideFault::Write(error.kind()))
    }

    fn choose(&self, purpose: Purpose) -> Result<PathBuf, OutsideFault> {
        if let Some(answer) = answered_by("EVENKEEL_CHOICE") {
            return answer;
        }
        let title = match purpose {
            Purpose::BackupFolder => "Choose the folder for backups",
            Purpose::RestoreFolder => "Choose an empty folder for the restored records",
            Purpose::BackupFile => "Choose the backup to restore",
            Purpose::ImportFolder => "Choose the folder to import",
            Purpose::ResultFile => "Choose the file of the laboratory",
        };
        let dialog = self.app.dialog().file().set_title(title);
        match purpose {
            Purpose::BackupFile | Purpose::ResultFile => chosen(dialog.blocking_pick_file()),
            Purpose::BackupFolder | Purpose::RestoreFolder | Purpose::ImportFolder => {
                chosen(dialog.blocking_pick_folder())
            }
        }
    }
}

fn chosen(path: Option<FilePath>) -> Result<PathBuf, OutsideFault> {
    path.and_then(|path| path.into_path().ok()).ok_or(OutsideFault::Cancelled)
}

/// What the environment says in the place of a dialog; nothing in a build that is shipped. Empty means closed.
fn answered_by(name: &str) -> Option<Result<PathBuf, OutsideFault>> {
    if !cfg!(feature = "automation") {
        return None;
    }
    let answer = std::env::var_os(name)?;
    Some(if answer.is_empty() { Err(OutsideFault::Cancelled) } else { Ok(answer.into()) })
}

/// Writes beside the place and moves the file there, so that a file that exists is whole.
fn write_whole(place: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(place).map(|_| ()).map_err(|error| error.error)
}
