//! What the product may ask of the world around it: a printed page, a place chosen by the person, a file written.
//!
//! The window and the tools implement this; `practice` names neither Tauri nor the print crate. Bytes of a printed
//! page can be opened only by the slice `exit`, so nothing leaves the program by another way.

use std::path::PathBuf;

/// A page or a table ready to leave. Only `exit` can look inside.
pub struct Printed(pub(in crate::kernel) Vec<u8>);

impl Printed {
    /// Seals bytes that a press just made.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

/// Opens sealed bytes. For `exit` alone.
pub(crate) fn open_printed(printed: Printed) -> Vec<u8> {
    printed.0
}

/// What could not be done outside.
#[derive(Debug, Clone, Eq, PartialEq, thiserror::Error)]
pub enum OutsideFault {
    /// The person closed the dialog.
    #[error("cancelled")]
    Cancelled,
    /// The page could not be set.
    #[error("print")]
    Print,
    /// Whoever waited for the pages stopped them.
    #[error("stopped")]
    Stopped,
    /// The file could not be written.
    #[error("write: {0:?}")]
    Write(std::io::ErrorKind),
}

/// The kind of file a person is asked a place for.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum FileKind {
    /// A printed page.
    Pdf,
    /// A table of comma-separated values.
    Csv,
    /// A calendar.
    Calendar,
}

/// Why a folder or a file is asked for; becomes the title of the dialog.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Purpose {
    /// Where backups go.
    BackupFolder,
    /// Where a restored vault goes.
    RestoreFolder,
    /// The backup to restore.
    BackupFile,
    /// The folder of CSV files to import.
    ImportFolder,
    /// A file of results from a laboratory.
    ResultFile,
}

/// The world around the product.
pub trait Outside: Send + Sync {
    /// Sets a template with its content as PDF, telling how far it is, until it is called off.
    ///
    /// # Errors
    /// [`OutsideFault::Print`] when the template or its content is not right; [`OutsideFault::Stopped`].
    fn pdf(
        &self,
        template: &str,
        content: &serde_json::Value,
        watch: &dyn vault::Progress,
    ) -> Result<Printed, OutsideFault>;

    /// Asks the person where a file goes.
    ///
    /// # Errors
    /// [`OutsideFault::Cancelled`].
    fn place(&self, suggested: &str, kind: FileKind) -> Result<PathBuf, OutsideFault>;

    /// Writes a file, whole or not at all, readable by this person only.
    ///
    /// # Errors
    /// [`OutsideFault::Write`].
    fn write(&self, place: &std::path::Path, bytes: &[u8]) -> Result<(), OutsideFault>;

    /// Asks the person for a folder or a file.
    ///
    /// # Errors
    /// [`OutsideFault::Cancelled`].
    fn choose(&self, purpose: Purpose) -> Result<PathBuf, OutsideFault>;
}

impl From<OutsideFault> for crate::kernel::Refusal {
    fn from(fault: OutsideFault) -> Self {
        use super::refusal::{Code, Refusal};
        match fault {
            OutsideFault::Cancelled => Refusal::plain(Code::Cancelled, "Nothing was saved; the dialog was closed."),
            OutsideFault::Print => Refusal::internal("print"),
            OutsideFault::Stopped => Refusal::plain(Code::Cancelled, "It was stopped. Nothing left the program."),
            OutsideFault::Write(std::io::ErrorKind::StorageFull) => Refusal::plain(
                Code::Trouble,
                "The disk is full. Free some space or choose another place, then try again.",
            ),
            OutsideFault::Write(_) => Refusal::plain(
                Code::Trouble,
                "The file could not be written there. Check that the place exists and is not write-protected, then try again.",
            ),
        }
    }
}
