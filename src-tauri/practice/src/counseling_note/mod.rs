//! Counseling notes in the sense of 42 CFR 2.11: a counselor's own, kept apart from the record.
//!
//! What must hold: title and text exist only sealed, under a random key of each note, and that key only sealed to the
//! author, to those the author named, and to the recovery key; never to a role. For anybody else a note is not there.
//! While it is open the stored note is its own draft, since the table of drafts can be read with the key of the vault.
//! A passphrase that somebody else resets opens nothing: the new keys are other keys. What an author's lost keys left
//! closed is opened again by two people and the recovery key, to a reader they name (`recovery`). After a renewal of that
//! key the notes of an author are sealed to the new one the next time the author signs in, unlocks, begins or opens any. A key that was taken
//! away is wiped where it stood, and no earlier version keeps it. A copy leaves in one way: its author chooses closed notes, and
//! a consent of their own covers the recipient (`leaving`, and the release desk). Deliberately absent: search, any other print
//! or export, copying into the chart, import, attachments, cosignature, and every field a counseling note must not hold.

pub mod ipc;
mod leaving;
mod ops;
mod queries;
mod recovery;
mod rules;
mod seal;
mod store;

pub(crate) use leaving::{LeavingNote, chosen};
pub(crate) use recovery::seal_anew;
pub use rules::CounselingNoteRefusal;

crate::ids! {
    /// A counseling note.
    CounselingNoteId,
    /// Its key, sealed to somebody.
    CounselingNoteKeyId,
    /// Two people opening an author's notes with the recovery key.
    CounselingRecoveryId
}

crate::words! {
    /// How far a counseling note is.
    pub enum CounselingNoteState {
        Open = "open",
        Closed = "closed",
    }
}

crate::words! {
    /// How a recovery of an author's notes stands.
    pub enum CounselingRecoveryState {
        Waiting = "waiting",
        Opened = "opened",
        /// Nobody opened it in time.
        Lapsed = "lapsed",
    }
}

/// An editing period: within it, saves after the first keep no version and write no audit entry, as those of drafts.
const EDITING_PERIOD_MS: i64 = 10 * 60 * 1000;
