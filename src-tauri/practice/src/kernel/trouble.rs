//! What can be wrong with the vault or the disk, in plain words: one place for every sentence.
//!
//! A trouble never says a path or a name, and its advice never asks anybody to delete something.

use serde::Serialize;
use ts_rs::TS;
use vault::{Error, Part};

use super::refusal::{Code, Refusal};

crate::words! {
    /// Why the vault cannot be opened, or cannot go on.
    pub enum TroubleCode {
        Missing = "missing",
        Damaged = "damaged",
        HeaderDamaged = "header_damaged",
        Newer = "newer",
        InUse = "in_use",
        NetworkDrive = "network_drive",
        NotOurs = "not_ours",
        DiskFull = "disk_full",
        Behind = "behind",
        CannotRead = "cannot_read",
    }
}

/// A trouble as the window shows it: what is, and what to do.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct Trouble {
    /// Which one; the window chooses the way out by it.
    pub code: TroubleCode,
    /// What is.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// The trouble behind an error of the vault; `None` when the error is about a passphrase or a request.
pub fn trouble(error: &Error) -> Option<Trouble> {
    use TroubleCode as T;
    let (code, message, advice): (T, String, &str) = match error {
        Error::Absent => (
            T::Missing,
            "The records are not where they were.".into(),
            "Check that the drive with the records is plugged in, then try again. Or restore a backup.",
        ),
        Error::Damaged(Part::Header | Part::HeaderRolledBack) => (
            T::HeaderDamaged,
            "Neither copy of the key file can be used.".into(),
            "Nothing was changed. Restore a backup: it carries its own copy of the key file.",
        ),
        Error::Damaged(_) => (
            T::Damaged,
            "Part of the records file cannot be read.".into(),
            "Nothing was changed. Copy the whole records folder to a safe place, then restore the newest verified backup.",
        ),
        Error::NewerVersion { .. } => (
            T::Newer,
            "These records were saved by a newer Evenkeel.".into(),
            "Nothing was changed. Install the newer version on this workstation, then open them again.",
        ),
        Error::InUse => (
            T::InUse,
            "The records are open in another window or by another program.".into(),
            "Close the other window, or lock Evenkeel there, then try again.",
        ),
        Error::NetworkDrive => (
            T::NetworkDrive,
            "The records are on a network drive.".into(),
            "Only one workstation can keep them safely. Move the records folder to a disk of this computer.",
        ),
        Error::NotOurs => (
            T::NotOurs,
            "The file in this place was not made by Evenkeel.".into(),
            "Nothing was changed. Choose another folder, or move that file elsewhere.",
        ),
        Error::DiskFull => (
            T::DiskFull,
            "The disk is full. What you typed is kept in memory.".into(),
            "Free some space, then try again. Do not close the window.",
        ),
        Error::Behind { missing } => (
            T::Behind,
            format!("{missing} saved entries are missing from the records file."),
            "Nothing was changed. Copy the whole records folder to a safe place, then restore the newest verified backup.",
        ),
        Error::OldSqlite | Error::PlainSqliteBuild | Error::MemoryNotWiped => (
            T::CannotRead,
            "This build of Evenkeel cannot keep records safely.".into(),
            "Install Evenkeel again from its package.",
        ),
        Error::Io(_) => (
            T::CannotRead,
            "The disk did not answer.".into(),
            "Nothing was changed. Check the drive and its cable, then try again.",
        ),
        _ => return None,
    };
    Some(Trouble { code, message, advice: advice.into() })
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        if let Some(trouble) = trouble(&error) {
            return Self::plain(Code::Trouble, format!("{} {}", trouble.message, trouble.advice));
        }
        match error {
            Error::WrongPassphrase { wait_ms, .. } => Self {
                wait_ms: (wait_ms > 0).then_some(wait_ms),
                ..Self::plain(
                    Code::WrongPassphrase,
                    "That is not right. Check the name and the passphrase, and Caps Lock.",
                )
            },
            Error::Wait { ms } => Self {
                wait_ms: Some(ms),
                ..Self::plain(Code::Wait, "Too many attempts. Wait until the time is up, then try once more.")
            },
            Error::TooManyAttempts => Self::plain(
                Code::NotPermitted,
                "This sign-in is closed after 100 attempts. A director can open it again, or use the recovery key.",
            ),
            Error::WrongRecoveryKey => Self::plain(
                Code::WrongPassphrase,
                "This recovery key does not open these records. Check that it is the newest printed one.",
            ),
            Error::RecoveryKeyMistyped { group: Some(group) } => Self::field(
                "groups",
                format!(
                    "Group {group} is not as printed. Look at it once more; letters I, L, O and U are never used."
                ),
            ),
            Error::RecoveryKeyMistyped { group: None } => {
                Self::field("groups", "Type all 13 groups from the printed sheet.")
            }
            Error::LoginTaken => Self::field("login", "Somebody already signs in with this name. Choose another."),
            Error::NotEmpty => Self::plain(Code::Trouble, "That folder is not empty. Choose an empty folder."),
            Error::LastHolder => Self::plain(
                Code::StoppedByRule,
                "This is the last person who can open the records. Add another person first.",
            ),
            Error::HeaderFull => {
                Self::plain(Code::StoppedByRule, "No more than 250 people can sign in to one practice.")
            }
            Error::MustRenew => Self::plain(
                Code::MustRenew,
                "Your passphrase was set by a director. Make your own first; nobody else will know it.",
            ),
            Error::Cancelled => Self::plain(Code::Cancelled, "Cancelled. Everything is as it was before."),
            Error::BackupDamaged(_) => Self::plain(
                Code::Trouble,
                "This backup is damaged and was not used. Nothing was changed. Choose another backup.",
            ),
            Error::BackupNotYours => Self::plain(
                Code::WrongPassphrase,
                "This backup does not open with that. Use a passphrase that was valid when it was made, or the recovery key.",
            ),
            _ => Self::internal("vault"),
        }
    }
}
