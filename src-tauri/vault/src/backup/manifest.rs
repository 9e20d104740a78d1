//! The file of a backup: what it says about itself, the header, the encrypted database.
//!
//! ```text
//! "evenkeel-backup\x01" | length, manifest (JSON) | MAC of manifest and header | length, header | database
//! ```
//!
//! Lengths are four bytes, little-endian. The manifest can be read without a key, to list backups; that it is true takes
//! the keys. It names no person: counts, times, numbers.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::check::Checked;
use crate::fields::Fields;
use crate::header::Stored;
use crate::keys::{self, Key};
use crate::progress::go_on;
use crate::{BackupFlaw, Error, Head, Progress};

const MAGIC: &[u8; 16] = b"evenkeel-backup\x01";
const LONGEST: u32 = 4 * 1024 * 1024;
const BLOCK: usize = 256 * 1024;

/// What a backup says about itself.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub vault: Uuid,
    pub made_at_ms: i64,
    pub program: String,
    pub schema_version: u32,
    pub entries: u64,
    /// The end of every chain inside, that of the installation that made it last.
    pub heads: Vec<ChainHead>,
    pub counts: Vec<(String, u64)>,
    pub database_bytes: u64,
    pub database_blake3: [u8; 32],
}

#[derive(Copy, Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct ChainHead {
    pub device: Uuid,
    pub seq: u64,
    pub mac: [u8; 32],
}

impl Manifest {
    pub fn of(checked: &Checked, vault: Uuid, made_at_ms: i64, (bytes, hash): (u64, [u8; 32])) -> Manifest {
        let head = |(device, head): &(Uuid, Head)| ChainHead { device: *device, seq: head.seq, mac: head.mac };
        Manifest {
            vault,
            made_at_ms,
            program: env!("CARGO_PKG_VERSION").into(),
            schema_version: checked.schema_version,
            entries: checked.entries,
            heads: checked.heads.iter().map(head).collect(),
            counts: checked.counts.clone(),
            database_bytes: bytes,
            database_blake3: hash,
        }
    }

    pub fn head(&self) -> Head {
        self.heads.last().map_or_else(Head::default, |last| Head { seq: last.seq, mac: last.mac })
    }

    /// True when a database that was looked at is the one described.
    pub fn describes(&self, checked: &Checked) -> bool {
        let described =
            Manifest::of(checked, self.vault, self.made_at_ms, (self.database_bytes, self.database_blake3));
        described.counts == self.counts
            && described.heads == self.heads
            && described.entries == self.entries
            && described.schema_version == self.schema_version
    }
}

/// The part of a backup before the database.
pub(super) struct Front {
    pub manifest: Manifest,
    pub header: Stored,
    written: Vec<u8>,
    mac: [u8; 32],
}

impl Front {
    pub fn new(manifest: Manifest, header: Stored, anchor: &Key) -> Result<Front, Error> {
        let written = serde_json::to_vec(&manifest).map_err(|_| Error::Io(io::ErrorKind::InvalidData))?;
        let mac = keys::mac(anchor, &bound(&written, &header.bytes));
        Ok(Front { manifest, header, written, mac })
    }

    pub fn write(&self, to: &mut impl Write) -> Result<(), Error> {
        to.write_all(MAGIC)?;
        put(to, &self.written)?;
        to.write_all(&self.mac)?;
        put(to, &self.header.bytes)
    }

    /// Leaves the file where the database begins.
    pub fn read(from: &mut File) -> Result<Front, Error> {
        let shape = |error: io::Error| match error.kind() {
            io::ErrorKind::UnexpectedEof => Error::BackupDamaged(BackupFlaw::Shape),
            _ => error.into(),
        };
        let mut magic = [0; MAGIC.len()];
        from.read_exact(&mut magic).map_err(shape)?;
        if magic != *MAGIC {
            return Err(Error::BackupDamaged(BackupFlaw::Shape));
        }
        let written = take(from)?;
        let mut mac = [0; 32];
        from.read_exact(&mut mac).map_err(shape)?;
        let header = Stored::parse(&take(from)?).ok_or(Error::BackupDamaged(BackupFlaw::Manifest))?;
        let manifest = serde_json::from_slice(&written).map_err(|_| Error::BackupDamaged(BackupFlaw::Manifest))?;
        Ok(Front { manifest, header, written, mac })
    }

    /// Written by this vault, every byte of it.
    pub fn holds(&self, anchor: &Key) -> Result<(), Error> {
        let expected = keys::mac(anchor, &bound(&self.written, &self.header.bytes));
        let same_vault = self.manifest.vault == self.header.header.vault;
        if keys::same(&expected, &self.mac) && same_vault {
            Ok(())
        } else {
            Err(Error::BackupDamaged(BackupFlaw::Manifest))
        }
    }
}

fn bound(manifest: &[u8], header: &[u8]) -> Vec<u8> {
    let mut fields = Fields::of("evenkeel manifest/v1");
    fields.put(manifest).put(header);
    fields.into_bytes()
}

fn put(to: &mut impl Write, bytes: &[u8]) -> Result<(), Error> {
    let length = u32::try_from(bytes.len()).ok().filter(|length| *length <= LONGEST);
    to.write_all(&length.ok_or(Error::BackupDamaged(BackupFlaw::Shape))?.to_le_bytes())?;
    Ok(to.write_all(bytes)?)
}

fn take(from: &mut File) -> Result<Vec<u8>, Error> {
    let mut length = [0; 4];
    let mut bytes = Vec::new();
    if from.read_exact(&mut length).is_ok() && u32::from_le_bytes(length) <= LONGEST {
        from.take(u32::from_le_bytes(length).into()).read_to_end(&mut bytes)?;
        if bytes.len() == usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX) {
            return Ok(bytes);
        }
    }
    Err(Error::BackupDamaged(BackupFlaw::Shape))
}

/// Copies from where `from` stands to its end, hashing on the way; length and hash of what went through.
pub(super) fn pour(
    from: &mut File,
    to: &mut impl Write,
    total: u64,
    progress: &dyn Progress,
    what: &'static str,
) -> Result<(u64, [u8; 32]), Error> {
    let (mut hash, mut done, mut block) = (blake3::Hasher::new(), 0, vec![0; BLOCK]);
    loop {
        go_on(progress)?;
        progress.step(done, total, what);
        let length = from.read(&mut block)?;
        if length == 0 {
            return Ok((done, hash.finalize().into()));
        }
        hash.update(&block[..length]);
        to.write_all(&block[..length])?;
        done += u64::try_from(length).unwrap_or(u64::MAX);
    }
}

/// Length and hash of a whole file.
pub(super) fn fingerprint(file: &Path, progress: &dyn Progress) -> Result<(u64, [u8; 32]), Error> {
    let mut file = File::open(file)?;
    let total = file.metadata()?.len();
    pour(&mut file, &mut io::sink(), total, progress, "hash")
}

/// Reads a finished backup again, from the medium and not from memory, and compares it with what should be there.
pub(super) fn arrived(file: &mut File, front: &Front, progress: &dyn Progress) -> Result<(), Error> {
    #[cfg(target_os = "linux")]
    rustix::fs::fadvise(&*file, 0, None, rustix::fs::Advice::DontNeed).map_err(io::Error::from)?;
    file.seek(SeekFrom::Start(0))?;
    let read = Front::read(file)?;
    let manifest = &front.manifest;
    let database = pour(file, &mut io::sink(), manifest.database_bytes, progress, "read back")?;
    let same = read.written == front.written && read.mac == front.mac && read.header.bytes == front.header.bytes;
    if same && database == (manifest.database_bytes, manifest.database_blake3) {
        Ok(())
    } else {
        Err(Error::BackupDamaged(BackupFlaw::Content))
    }
}
