//! Backups: written whole or not at all, verified before they have a name, never overwritten.
//!
//! A backup is one file with a header of its own, so any passphrase or recovery key of its time opens it on any computer.
//! It is made from one snapshot while work goes on.

mod keep;
mod manifest;
mod restore;

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::check::{self, Checked, Place};
use crate::copies::Remembered;
use crate::folder::{DATABASE, settle, sync};
use crate::header::Stored;
use crate::keys::Keys;
use crate::open::Found;
use crate::progress::{go_on, interruptible};
use crate::vault::locked;
use crate::{BackupFlaw, Error, Head, Opener, Progress, Vault, connection, migrate};

pub use keep::keep;
use manifest::{Front, Manifest, arrived, fingerprint, pour};
pub use restore::{Restored, restore, restore_in_place};

/// What backups are called.
pub const EXTENSION: &str = "evenkeel-backup";
const PARTIAL: &str = ".evenkeel-partial";
const WORKROOM: &str = ".backup-";
/// How often a backup is begun again because somebody's passphrase was changed meanwhile.
const TRIES: usize = 3;

/// A backup that was verified.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BackupMark {
    pub file: PathBuf,
    pub at_ms: i64,
    /// The end of the audit chain inside.
    pub head: Head,
    pub bytes: u64,
    pub schema_version: u32,
}

/// What a verified backup holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BackupReport {
    pub mark: BackupMark,
    pub entries: u64,
    pub pages: u64,
    pub counts: Vec<(String, u64)>,
}

/// What would be lost by going back to a backup.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Loss {
    pub backup_at_ms: i64,
    /// Audit entries that are here and not in the backup.
    pub entries: u64,
    pub first_ms: Option<i64>,
    pub last_ms: Option<i64>,
    pub by_action: Vec<(String, u64)>,
    /// The backup has entries of its own that are not here: it is of another copy of this vault.
    pub diverged: bool,
}

impl Vault {
    /// Writes a verified backup into the folder `to`. Fails, is called off or loses the drive at any moment: the earlier
    /// backups are whole, and nothing half-written keeps a name.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Io`], [`Error::Cancelled`]; [`Error::Damaged`] when the vault itself fails the checks.
    pub fn backup(&self, to: &Path, progress: &dyn Progress) -> Result<BackupMark, Error> {
        sweep(&self.folder, |name| name.starts_with(WORKROOM));
        sweep(to, |name| name.ends_with(PARTIAL));
        let room = tempfile::Builder::new().prefix(WORKROOM).tempdir_in(&self.folder)?;
        let copy = room.path().join(DATABASE);
        let header = self.snapshot(&copy, progress)?;
        let checked = check::database(&copy, &self.keys, progress).map_err(broken_vault)?;
        let at_ms = self.clock.now_ms();
        let manifest = Manifest::of(&checked, self.keys.vault, at_ms, fingerprint(&copy, progress)?);
        let front = Front::new(manifest, header, &self.keys.anchor)?;
        let bytes = front.manifest.database_bytes;
        let mut target = tempfile::Builder::new().prefix(".").suffix(PARTIAL).tempfile_in(to)?;
        front.write(target.as_file_mut())?;
        pour(&mut File::open(&copy)?, target.as_file_mut(), bytes, progress, "copy")?;
        target.as_file_mut().flush()?;
        sync(target.as_file())?;
        arrived(target.as_file_mut(), &front, progress)?;
        go_on(progress)?;
        let file = to.join(name(at_ms, &front.manifest.head()));
        target.persist_noclobber(&file).map_err(|failed| failed.error)?;
        // Not every stick can sync a folder; the file itself is safe.
        let _ = settle(to);
        let length = fs::metadata(&file)?.len();
        Ok(mark(file, length, &front.manifest))
    }

    /// What going back to this backup would lose. The backup's manifest is checked, its database is not.
    ///
    /// # Errors
    /// [`Error::BackupNotYours`], [`Error::BackupDamaged`].
    pub fn compare_backup(&self, file: &Path) -> Result<Loss, Error> {
        let front = Front::read(&mut File::open(file)?)?;
        let (keys, _) = Opener::Vault(self).keys(std::slice::from_ref(&front.header))?;
        front.holds(&keys.anchor)?;
        self.loss(&front.manifest)
    }

    fn loss(&self, manifest: &Manifest) -> Result<Loss, Error> {
        self.read(|sql| {
            let mut loss = Loss { backup_at_ms: manifest.made_at_ms, ..Loss::default() };
            let mut statement = sql.prepare("select id from device order by id")?;
            let devices = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<[u8; 16]>, _>>()?;
            for device in devices.into_iter().map(Uuid::from_bytes) {
                let known = manifest.heads.iter().find(|head| head.device == device);
                let after = check::entries_after(sql, device, known.map_or(0, |head| head.seq))?;
                after.into_iter().for_each(|(action, count, first, last)| loss.add(action, count, first, last));
            }
            for head in manifest.heads.iter().filter(|head| head.seq > 0) {
                loss.diverged |= crate::audit::mac_at(sql, head.device, head.seq)? != Some(head.mac);
            }
            Ok(loss)
        })
    }

    /// One snapshot as a file, and the header that belongs to it.
    fn snapshot(&self, copy: &Path, progress: &dyn Progress) -> Result<Stored, Error> {
        for _ in 0..TRIES {
            progress.step(0, 1, "snapshot");
            let header = locked(&self.header).clone();
            let sql = connection::maintenance(&self.database(), &self.keys.database)?;
            interruptible(&sql, progress, |sql| migrate::copy_beside(sql, copy))?;
            let copied = connection::inspecting(copy, &self.keys.database)?;
            if Found::read(&copied, &self.keys)?.header == Remembered::of(&header) {
                return Ok(header);
            }
            fs::remove_file(copy)?;
        }
        Err(Error::InUse)
    }
}

impl Loss {
    fn add(&mut self, action: String, count: u64, first: i64, last: i64) {
        self.entries += count;
        self.first_ms = Some(self.first_ms.map_or(first, |earlier| earlier.min(first)));
        self.last_ms = Some(self.last_ms.map_or(last, |later| later.max(last)));
        match self.by_action.iter_mut().find(|(known, _)| *known == action) {
            Some((_, counted)) => *counted += count,
            None => self.by_action.push((action, count)),
        }
    }
}

/// Checks a backup in every respect: its own words, its content, the database, the chain, the counts.
///
/// # Errors
/// [`Error::BackupDamaged`], [`Error::BackupNotYours`], [`Error::WrongPassphrase`], [`Error::WrongRecoveryKey`],
/// [`Error::Cancelled`].
pub fn verify_backup(file: &Path, opener: Opener<'_>, progress: &dyn Progress) -> Result<BackupReport, Error> {
    // The extracted copy is as encrypted as the backup; it lies beside the vault if one is open.
    let room = match opener {
        Opener::Vault(vault) => tempfile::Builder::new().prefix(WORKROOM).tempdir_in(&vault.folder)?,
        _ => tempfile::tempdir()?,
    };
    let Extracted { front, checked, .. } = extract(file, &room.path().join(DATABASE), opener, progress)?;
    let length = fs::metadata(file)?.len();
    Ok(BackupReport {
        mark: mark(file.to_path_buf(), length, &front.manifest),
        entries: checked.entries,
        pages: checked.pages,
        counts: checked.counts,
    })
}

/// The backups in a folder by what they say of themselves, the newest first. Needs no key, so nothing of it is proven.
///
/// # Errors
/// [`Error::Io`] when the folder cannot be read; files that are no backups are passed over.
pub fn backups_in(folder: &Path) -> Result<Vec<BackupMark>, Error> {
    let mut marks = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == EXTENSION)
            && let Ok(front) = File::open(&file).map_err(Error::from).and_then(|mut file| Front::read(&mut file))
        {
            let length = fs::metadata(&file)?.len();
            marks.push(mark(file, length, &front.manifest));
        }
    }
    marks.sort_by_key(|mark| std::cmp::Reverse(mark.at_ms));
    Ok(marks)
}

/// A backup taken apart and found whole.
struct Extracted {
    front: Front,
    checked: Checked,
    keys: Keys,
    /// The holder who opened it.
    actor: Option<Uuid>,
}

/// Takes a backup apart: the database goes to `copy` and is checked there.
fn extract(file: &Path, copy: &Path, opener: Opener<'_>, progress: &dyn Progress) -> Result<Extracted, Error> {
    let mut file = File::open(file)?;
    let front = Front::read(&mut file)?;
    let (keys, actor) = opener.keys(std::slice::from_ref(&front.header)).map_err(|error| match error {
        Error::Damaged(_) => Error::BackupDamaged(BackupFlaw::Manifest),
        error => error,
    })?;
    front.holds(&keys.anchor)?;
    let manifest = &front.manifest;
    let begins = file.stream_position()?;
    if file.seek(SeekFrom::End(0))?.saturating_sub(begins) != manifest.database_bytes {
        return Err(Error::BackupDamaged(BackupFlaw::Content));
    }
    file.seek(SeekFrom::Start(begins))?;
    crate::folder::make_file(copy)?;
    let mut target = fs::OpenOptions::new().write(true).open(copy)?;
    let poured = pour(&mut file, &mut target, manifest.database_bytes, progress, "copy")?;
    sync(&target)?;
    if poured != (manifest.database_bytes, manifest.database_blake3) {
        return Err(Error::BackupDamaged(BackupFlaw::Content));
    }
    let checked = check::database(copy, &keys, progress).map_err(broken_backup)?;
    if manifest.describes(&checked) {
        Ok(Extracted { front, checked, keys, actor })
    } else {
        Err(Error::BackupDamaged(BackupFlaw::Counts))
    }
}

fn broken_backup(place: Place) -> Error {
    match place {
        Place::NotSeen(error @ (Error::Cancelled | Error::DiskFull | Error::Io(_))) => error,
        Place::Chain { .. } | Place::HolderKey(_) => Error::BackupDamaged(BackupFlaw::Chain),
        _ => Error::BackupDamaged(BackupFlaw::Integrity),
    }
}

/// The copy was just made: what is broken in it is broken in the vault.
fn broken_vault(place: Place) -> Error {
    match place {
        Place::NotSeen(error) => error,
        Place::Chain { .. } | Place::HolderKey(_) => Error::Damaged(crate::Part::Chain),
        _ => Error::Damaged(crate::Part::Database),
    }
}

fn mark(file: PathBuf, bytes: u64, manifest: &Manifest) -> BackupMark {
    BackupMark {
        file,
        at_ms: manifest.made_at_ms,
        head: manifest.head(),
        bytes,
        schema_version: manifest.schema_version,
    }
}

/// Removes what a killed program left half done. Only names that nothing finished ever has.
fn sweep(folder: &Path, ours: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(&ours) {
            // In the way of nothing; the next sweep tries again.
            let _ = fs::remove_dir_all(entry.path()).or_else(|_| fs::remove_file(entry.path()));
        }
    }
}

/// Date and time (UTC), and a little of the head so that two of one second differ.
fn name(at_ms: i64, head: &Head) -> String {
    let (days, ms) = (at_ms.div_euclid(86_400_000), at_ms.rem_euclid(86_400_000));
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60);
    let tail = blake3::hash(&[head.mac.as_slice(), &at_ms.to_le_bytes()].concat()).to_hex();
    format!("evenkeel-{year:04}-{month:02}-{day:02}-{hour:02}{minute:02}{second:02}-{}.{EXTENSION}", &tail[..6])
}

/// The date of a day counted from 1970-01-01 (Howard Hinnant's algorithm of the proleptic Gregorian calendar).
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn dates_of_days() {
        for (days, date) in [
            (0, (1970, 1, 1)),
            (59, (1970, 3, 1)),
            (11_016, (2000, 2, 29)),
            (11_017, (2000, 3, 1)),
            (20_416, (2025, 11, 24)),
            (-1, (1969, 12, 31)),
        ] {
            assert_eq!(civil(days), date, "{days}");
        }
    }
}
