//! The encrypted store of Evenkeel: keys, opening, migration, transactions, audit chain, backup.
mod anchor;
mod attempts;
mod audit;
mod backup;
mod check;
mod cipher;
mod clock;
mod connection;
mod content;
mod copies;
mod epoch;
mod error;
mod fields;
mod folder;
mod header;
mod holders;
mod keys;
mod memory;
mod migrate;
mod open;
mod pairs;
mod passphrase;
mod progress;
mod recovery;
mod schema;
mod swap;
#[cfg(feature = "test-vfs")]
pub mod testing;
mod unlock;
mod vault;
mod verify;
#[cfg(feature = "test-vfs")]
pub mod vfs;
mod words;
mod write;

pub use audit::{Entry, Head};
pub use backup::{
    BackupMark, BackupReport, EXTENSION, Loss, Restored, backups_in, keep, restore, restore_in_place, verify_backup,
};
pub use check::Place;
pub use clock::{Clock, SystemClock};
pub use content::ContentKey;
pub use error::{BackupFlaw, Error, Part};
pub use holders::HolderId;
pub use open::{Condition, NewVault, look};
pub use pairs::{KeyId, SealTo, Signature};
pub use passphrase::{KdfCost, Passphrase};
pub use progress::Progress;
pub use recovery::RecoveryKey;
pub use schema::{Migration, Schema};
pub use vault::{Repair, Vault};
pub use verify::{Broken, Opener, Report, verify};
pub use write::Write;
