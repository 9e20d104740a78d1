//! The one error of the vault.
//!
//! Every variant is something a program decides on; the words are for a developer, the practice has its own for
//! clinicians. No variant carries personal data, a path, SQL text with values, or a key.

use std::io;

use rusqlite::ErrorCode;

/// Which part of the vault is not what was written.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Part {
    /// Neither copy of the header can be used.
    Header,
    /// The header is whole but older than the database: somebody put an earlier one back.
    HeaderRolledBack,
    /// The key is right, and still the file does not read as a database.
    Database,
    /// The header is there, the database is not.
    DatabaseMissing,
    /// A migration that was applied is not the one this program carries.
    Migration,
    /// A record of the audit chain does not follow from the one before.
    Chain,
}

/// Why a backup cannot be trusted.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum BackupFlaw {
    /// Not a backup of ours, or cut off within its first part.
    Shape,
    /// The manifest or the header was changed.
    Manifest,
    /// The database part is shorter, longer or other than the manifest says.
    Content,
    /// The database part reads as written but fails its own checks.
    Integrity,
    /// The audit chain inside does not hold.
    Chain,
    /// A table has more or fewer rows than the manifest says.
    Counts,
}

/// Everything that can go wrong with a vault.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An unknown login and a wrong passphrase give the same answer.
    #[error("the login or the passphrase is not right")]
    WrongPassphrase {
        /// How many more failures pass without a delay.
        tries_left_before_delay: u32,
        /// How long the next attempt must wait, in milliseconds.
        wait_ms: u64,
    },
    /// The recovery key does not open this vault.
    #[error("the recovery key does not open this vault")]
    WrongRecoveryKey,
    /// The text is not a recovery key; the group (1 to 13) holds the first mistake, when one group can be named.
    #[error("the recovery key is not written as one")]
    RecoveryKeyMistyped { group: Option<u8> },
    /// After 100 failures only the recovery key or another holder opens the way.
    #[error("this login is closed after too many attempts")]
    TooManyAttempts,
    /// Too early for another attempt.
    #[error("another attempt is possible in {ms} ms")]
    Wait { ms: u64 },
    /// No vault in this folder.
    #[error("there is no vault here")]
    Absent,
    /// The folder for a new vault, or for a restored one, is not empty.
    #[error("the folder is not empty")]
    NotEmpty,
    #[error("damaged: {0:?}")]
    Damaged(Part),
    /// Written by a newer program.
    #[error("the vault is of version {found}, this program knows {known}")]
    NewerVersion { found: u32, known: u32 },
    /// Another program, or another window, has the vault open.
    #[error("the vault is open elsewhere")]
    InUse,
    /// A network file system cannot keep what the vault promises.
    #[error("the folder is on a network drive")]
    NetworkDrive,
    /// A file of somebody else's, or a database without encryption, lies in our place.
    #[error("the database in this folder is not a vault")]
    NotOurs,
    /// Built without SQLCipher: it would silently write plain text.
    #[error("this program was built without encryption")]
    PlainSqliteBuild,
    /// The SQLite inside is older than the fix of the WAL-reset bug, or may write temporary files.
    #[error("the database engine is not fit for use")]
    OldSqlite,
    /// SQLite was used in this process before the vault could see to it that freed memory is wiped.
    #[error("the database engine would leave records in memory")]
    MemoryNotWiped,
    #[error("the disk is full")]
    DiskFull,
    #[error("the disk reported a fault: {0:?}")]
    Io(io::ErrorKind),
    /// The anchor says that saved events are missing from the database.
    #[error("{missing} events that were saved are missing")]
    Behind { missing: u64 },
    /// Nothing is written without an audit entry.
    #[error("a write without an audit entry")]
    Unrecorded,
    #[error("cancelled")]
    Cancelled,
    #[error("the backup is damaged: {0:?}")]
    BackupDamaged(BackupFlaw),
    /// A backup of another vault, or these keys do not open it.
    #[error("the backup belongs to another vault")]
    BackupNotYours,
    /// Only a signed-in holder can do this; a recovery session has none.
    #[error("nobody is signed in")]
    NoHolder,
    /// The passphrase was set by somebody else: make your own first.
    #[error("the passphrase must be renewed first")]
    MustRenew,
    #[error("this login is taken")]
    LoginTaken,
    #[error("this holder already has a slot")]
    AlreadyAdmitted,
    #[error("this holder has no slot")]
    UnknownHolder,
    /// A vault without a holder would open by the recovery key alone.
    #[error("the last holder cannot be removed")]
    LastHolder,
    /// The header has room for 250 holders.
    #[error("the header is full")]
    HeaderFull,
    /// The cost of the key derivation is outside the floor and the ceiling.
    #[error("the cost of key derivation is out of range")]
    CostOutOfRange,
    /// A sealed value that this holder's keys do not open.
    #[error("not sealed to this holder")]
    NotSealedToYou,
    /// The operating system gave no random bytes.
    #[error("no random bytes")]
    NoRandomness,
    #[error("the database refused a statement")]
    Sql(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Error::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Error::Damaged(Part::Database),
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Error::Io(io::ErrorKind::Other),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::InUse,
            Some(ErrorCode::ReadOnly) => Error::Io(io::ErrorKind::ReadOnlyFilesystem),
            Some(ErrorCode::OperationInterrupted) => Error::Cancelled,
            _ => Error::Sql(error),
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::DiskFull,
            kind => Error::Io(kind),
        }
    }
}
