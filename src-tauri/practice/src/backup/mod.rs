//! Backups: made by hand and by the clock, verified after writing, restored to a new place or in place.
//!
//! A backup is one encrypted file with its own copy of the header, so a passphrase that was valid when it was made, or the
//! recovery key, opens it anywhere. What must hold: an earlier backup is never harmed by a later one, and a restore in
//! place leaves the present records set aside, whole.

pub mod ipc;
mod make;
mod restore;
mod store;

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use crate::kernel::{Moment, Result};

pub(crate) use make::{start_if_due, verify_chain};

crate::ids! {
    /// The backup settings of one installation.
    BackupSettingId
}

/// Made every so many minutes when something changed, unless set otherwise (vault.md decision 8).
const EVERY_MINUTES: i64 = 30;
/// Without a backup for this long the window says so.
const STALE_MS: i64 = 24 * 60 * 60 * 1000;

/// What the status line says of backups.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BackupLine {
    /// When the newest one was made and verified.
    pub at: Moment,
    pub verified: bool,
    /// The folder's own name, without the way to it.
    pub place: String,
    /// More than a day old.
    pub stale: bool,
}

/// The status line; `None` before the first backup.
pub fn line(sql: &Connection, device: Uuid, now: Moment) -> Result<Option<BackupLine>> {
    let setting = store::setting(sql, device)?;
    Ok(setting.and_then(|setting| {
        let at = setting.made_at?;
        Some(BackupLine {
            at,
            verified: true,
            place: setting.folder.as_deref().map_or_else(|| "backups".into(), |folder| label(Path::new(folder))),
            stale: now.0 - at.0 > STALE_MS,
        })
    }))
}

/// The folder's own name: a whole path says more than a screen needs.
fn label(folder: &Path) -> String {
    folder.file_name().map_or_else(|| folder.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// The folder that was chosen, or one beside the vault.
fn folder(chosen: Option<&str>, vault_folder: &Path) -> PathBuf {
    chosen.map_or_else(
        || {
            let mut name = vault_folder.file_name().unwrap_or_default().to_owned();
            name.push("-backups");
            vault_folder.with_file_name(name)
        },
        PathBuf::from,
    )
}
