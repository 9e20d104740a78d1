//! Exchanging the files of a vault for others, as one step.
//!
//! The new files lie ready in a folder of their own, checked and lasting. A plan file, put in place by one rename, is the
//! step itself: before it the vault is the old one, after it the new one, because whoever opens the folder first carries
//! the plan out. Every move can be done again. The old files are set aside, never deleted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::Error;
use crate::fields::{Fields, Parse};
use crate::folder::{self, FILES, read, remove_if_there, replace, settle};

const PLAN: &str = "exchange.plan";
const PURPOSE: &str = "evenkeel exchange/v1";

/// True while an exchange was decided and is not finished.
pub(crate) fn is_pending(folder: &Path) -> bool {
    folder.join(PLAN).exists()
}

/// Exchanges the files of `folder` for those in its subfolder `new`; the old ones go to the subfolder `aside`.
pub(crate) fn exchange(folder: &Path, new: &str, aside: &str) -> Result<(), Error> {
    settle(&folder.join(new))?;
    decide(folder, new, aside)?;
    resume(folder)
}

/// The step: from here on the new files are the vault.
pub(crate) fn decide(folder: &Path, new: &str, aside: &str) -> Result<(), Error> {
    let mut plan = Fields::of(PURPOSE);
    plan.put(new.as_bytes()).put(aside.as_bytes());
    let body = plan.into_bytes();
    replace(&folder.join(PLAN), &[body.as_slice(), blake3::hash(&body).as_bytes()].concat())
}

/// Carries out what was decided, from wherever it stopped.
pub(crate) fn resume(folder: &Path) -> Result<(), Error> {
    let Some((new, aside)) = read(&folder.join(PLAN))?.as_deref().and_then(plan) else { return Ok(()) };
    let (new, aside) = (folder.join(new), folder.join(aside));
    folder::make(&aside)?;
    // A journal of the old database must be gone before the new database is there.
    for name in FILES {
        let (ready, here, there) = (new.join(name), folder.join(name), aside.join(name));
        if !there.exists() && (ready.exists() || is_journal(name)) {
            rename_if_there(&here, &there)?;
        }
        rename_if_there(&ready, &here)?;
    }
    settle(folder)?;
    settle(&aside)?;
    remove_if_there(&folder.join(PLAN))?;
    settle(folder)?;
    // Empty but for its lock, and of no further use; if it stays it harms nobody.
    let _ = fs::remove_dir_all(&new);
    Ok(())
}

fn is_journal(name: &str) -> bool {
    name.ends_with("-wal") || name.ends_with("-shm")
}

fn rename_if_there(from: &Path, to: &Path) -> Result<(), Error> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Both names are single: a plan from elsewhere cannot point out of the folder.
fn plan(bytes: &[u8]) -> Option<(PathBuf, PathBuf)> {
    let (body, checksum) = bytes.split_last_chunk::<32>()?;
    if blake3::hash(body).as_bytes() != checksum {
        return None;
    }
    let mut parse = Parse::of(PURPOSE, body)?;
    let mut name = || {
        let name = PathBuf::from(std::str::from_utf8(parse.take()?).ok()?);
        (name.file_name() == Some(name.as_os_str())).then_some(name)
    };
    Some((name()?, name()?))
}
