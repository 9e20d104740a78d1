//! Going back to a backup: in a new place, or in place of a vault that is there.
//!
//! Either way the backup is checked in full first, and a new chain begins behind the one inside. In place, the new files
//! are made ready in a subfolder and exchanged as one step (see `swap`); the files before are set aside.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use uuid::Uuid;

use super::{Extracted, extract};
use crate::attempts::Attempts;
use crate::copies::Copies;
use crate::epoch::{self, Reason};
use crate::folder::{self, ATTEMPTS, DATABASE, FILES, remove_if_there, replace};
use crate::vault::locked;
use crate::{Clock, Error, Head, Opener, Progress, Vault, anchor, audit, connection, swap};

/// What a restore brought back. Nobody is signed in; the passphrases are those of the backup's time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Restored {
    /// The end of the new chain.
    pub head: Head,
    /// The new installation.
    pub device: Uuid,
    pub backup_at_ms: i64,
    /// Where the files before are, after a restore in place.
    pub set_aside: Option<PathBuf>,
}

/// Restores a backup to a folder that is absent or empty.
///
/// # Errors
/// [`Error::NotEmpty`], and those of [`verify_backup`](super::verify_backup). Then the folder holds no vault.
pub fn restore(
    file: &Path,
    to: &Path,
    opener: Opener<'_>,
    progress: &dyn Progress,
    clock: Arc<dyn Clock>,
) -> Result<Restored, Error> {
    let lock = folder::begin(to)?;
    let begun = Begun { reason: Reason::Restored, detail: String::new(), newest_schema: None };
    let restored = unpack(file, to, opener, progress, &*clock, begun).and_then(|restored| {
        Attempts::create(to)?;
        folder::finish(to)?;
        Ok(restored)
    });
    if restored.is_err() {
        // What was unpacked was never in use; marked as unfinished, it may also stay.
        let _ = FILES.iter().try_for_each(|name| remove_if_there(&to.join(name)));
    }
    drop(lock);
    restored
}

/// Restores a backup in place of an open vault, which is closed. Killed at any moment, the folder holds the old vault or
/// the new one. `opener` is `None` when the vault's own keys open the backup, as they do for every backup it wrote.
///
/// # Errors
/// Those of [`verify_backup`](super::verify_backup), and [`Error::NewerVersion`]. Then the old vault is as it was.
pub fn restore_in_place(
    mut vault: Vault,
    file: &Path,
    opener: Option<Opener<'_>>,
    progress: &dyn Progress,
    clock: Arc<dyn Clock>,
) -> Result<Restored, Error> {
    // A backup of another vault may well be restored in this one's place; what is lost then is everything.
    let lost = vault.compare_backup(file).map_or_else(|_| "all".into(), |loss| loss.entries.to_string());
    let folder = vault.folder.clone();
    let (new, aside) = (format!(".restoring-{}", Uuid::now_v7()), format!(".before-restore-{}", clock.now_ms()));
    let ready = folder.join(&new);
    folder::make(&ready)?;
    let begun = Begun {
        reason: Reason::RestoredInPlace,
        detail: format!("entries lost={lost}"),
        newest_schema: Some(vault.schema.version()),
    };
    let unpacked = unpack(file, &ready, opener.unwrap_or(Opener::Vault(&vault)), progress, &*clock, begun)
        .and_then(|restored| {
            // Failed sign-ins stay counted; a restore is no way to guess on.
            locked(&vault.attempts).save()?;
            let counts = folder::read(&folder.join(ATTEMPTS))?.unwrap_or_default();
            replace(&ready.join(ATTEMPTS), &counts)?;
            Ok(restored)
        })
        .and_then(|restored| vault.shut().map(|()| restored));
    match unpacked {
        Err(error) => {
            // Never in use, and in the way of nothing.
            let _ = std::fs::remove_dir_all(&ready);
            Err(error)
        }
        Ok(restored) => {
            swap::exchange(&folder, &new, &aside)?;
            Ok(Restored { set_aside: Some(folder.join(aside)), ..restored })
        }
    }
}

struct Begun {
    reason: Reason,
    detail: String,
    newest_schema: Option<u32>,
}

/// A complete vault, but for its attempts file, in `to`.
fn unpack(
    file: &Path,
    to: &Path,
    opener: Opener<'_>,
    progress: &dyn Progress,
    clock: &dyn Clock,
    begun: Begun,
) -> Result<Restored, Error> {
    let database = to.join(DATABASE);
    let Extracted { front, checked, keys, actor } = extract(file, &database, opener, progress)?;
    if let Some(known) = begun.newest_schema.filter(|known| checked.schema_version > *known) {
        return Err(Error::NewerVersion { found: checked.schema_version, known });
    }
    let (from, at) = (front.manifest.head(), clock.now_ms());
    let detail = format!("backup of {}; seq={}; {}", front.manifest.made_at_ms, from.seq, begun.detail);
    let sql = connection::maintenance(&database, &keys.database)?;
    let device = epoch::begin(&sql, &keys, epoch::New { reason: begun.reason, actor, detail }, at)?;
    let head = audit::head(&sql, device)?;
    // Closing the last connection writes the log back, so that the database is one file.
    sql.close().map_err(|(_, error)| error)?;
    Copies::load(to).repair(to, &front.header)?;
    anchor::Anchor::create(to, &keys, device, head)?;
    Ok(Restored { head, device, backup_at_ms: front.manifest.made_at_ms, set_aside: None })
}
