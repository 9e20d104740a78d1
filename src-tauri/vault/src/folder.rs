//! The folder of a vault: names, permissions, whole-file replacement, the lock.
//!
//! | file | what |
//! |---|---|
//! | `practice.db`, `-wal`, `-shm` | the encrypted database |
//! | `header.a`, `header.b` | who may open it (two copies) |
//! | `anchor.a`, `anchor.b` | the last audit number, outside the database |
//! | `attempts` | failed sign-ins, while there is no key |
//! | `lock` | held for as long as the vault is open |
//! | `unfinished` | there while a vault is being made; whatever lies beside it has never been used |
//!
//! Nothing in use is ever deleted here.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::Error;

pub(crate) const DATABASE: &str = "practice.db";
pub(crate) const HEADERS: [&str; 2] = ["header.a", "header.b"];
pub(crate) const ANCHORS: [&str; 2] = ["anchor.a", "anchor.b"];
pub(crate) const ATTEMPTS: &str = "attempts";
pub(crate) const LOCK: &str = "lock";
pub(crate) const UNFINISHED: &str = "unfinished";

/// Every file that makes up a vault, in the order in which one is set aside.
pub(crate) const FILES: [&str; 8] =
    ["practice.db-wal", "practice.db-shm", DATABASE, HEADERS[0], HEADERS[1], ANCHORS[0], ANCHORS[1], ATTEMPTS];

/// Held by the one program that has the vault open; the operating system lets go of it with the process.
#[derive(Debug)]
pub(crate) struct FolderLock(#[allow(dead_code, reason = "the lock lives as long as the file is open")] File);

impl FolderLock {
    pub fn take(folder: &Path) -> Result<FolderLock, Error> {
        let file = private().read(true).write(true).create(true).truncate(false).open(folder.join(LOCK))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock(file)),
            Err(fs::TryLockError::WouldBlock) => Err(Error::InUse),
            Err(fs::TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

/// Makes the folder, readable by its owner alone.
pub(crate) fn make(folder: &Path) -> Result<(), Error> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

/// A new empty file for SQLite, which gives its journal the same permissions.
pub(crate) fn make_file(path: &Path) -> Result<(), Error> {
    private().write(true).create_new(true).open(path)?;
    Ok(())
}

/// Options that make files readable by their owner alone.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Replaces a file as a whole: whoever reads it, at whatever moment the power fails, finds the old or the new bytes.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().ok_or(Error::Absent)?;
    let mut new = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
    new.write_all(bytes)?;
    sync(new.as_file())?;
    new.persist(path).map_err(|failed| failed.error)?;
    settle(folder)
}

/// The one place where a file of our own is made to last.
pub(crate) fn sync(file: &File) -> Result<(), Error> {
    #[cfg(feature = "test-vfs")]
    crate::vfs::synced_elsewhere();
    Ok(file.sync_all()?)
}

/// Makes renames in a folder last.
pub(crate) fn settle(folder: &Path) -> Result<(), Error> {
    #[cfg(unix)]
    sync(&File::open(folder)?)?;
    Ok(())
}

/// `None` when there is no such file.
pub(crate) fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn remove_if_there(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// True when the folder holds nothing of a vault that was ever in use, and nothing else either.
pub(crate) fn is_free(folder: &Path) -> Result<bool, Error> {
    if folder.join(UNFINISHED).exists() {
        return Ok(true);
    }
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == LOCK))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error.into()),
    }
}

/// Prepares a free folder for a new vault: marked as unfinished, and cleared of an earlier unfinished one.
pub(crate) fn begin(folder: &Path) -> Result<FolderLock, Error> {
    if !is_free(folder)? {
        return Err(Error::NotEmpty);
    }
    make(folder)?;
    refuse_network(folder)?;
    let lock = FolderLock::take(folder)?;
    replace(&folder.join(UNFINISHED), b"")?;
    FILES.iter().try_for_each(|name| remove_if_there(&folder.join(name)))?;
    Ok(lock)
}

/// From here on the folder is a vault.
pub(crate) fn finish(folder: &Path) -> Result<(), Error> {
    settle(folder)?;
    remove_if_there(&folder.join(UNFINISHED))?;
    settle(folder)
}

/// SQLite's journal needs memory shared on one computer, and locks that hold.
pub(crate) fn refuse_network(folder: &Path) -> Result<(), Error> {
    #[cfg(target_os = "linux")]
    {
        let kind = rustix::fs::statfs(folder).map_err(io::Error::from)?.f_type;
        if u64::try_from(kind).is_ok_and(|kind| NETWORK_KINDS.contains(&kind)) {
            return Err(Error::NetworkDrive);
        }
    }
    Ok(())
}

/// File systems that live on another computer, by their magic number (linux/magic.h and the file systems themselves).
/// FUSE is refused as a whole: what stands behind it cannot be told apart, and sshfs is the common case.
#[cfg(target_os = "linux")]
const NETWORK_KINDS: [u64; 11] = [
    0x6969,      // nfs
    0xff53_4d42, // cifs
    0xfe53_4d42, // smb2
    0x517b,      // smb
    0x0102_1997, // 9p
    0x5346_414f, // afs
    0x6b41_4653, // afs in the kernel
    0x7375_7245, // coda
    0x00c3_6400, // ceph
    0x564c,      // ncp
    0x6573_5546, // fuse
];

/// A path beside another: the same name with something behind it.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
