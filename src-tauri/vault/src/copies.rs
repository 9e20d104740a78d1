//! The two copies of the header on the disk.
//!
//! A change of slots belongs to a database transaction, and the commit of that transaction decides: the new header goes
//! into the first copy, the database commits (it keeps the header's counter and digest), the new header goes into the
//! second copy. Killed before the commit, the second copy is the header the database knows; killed after it, the first
//! is. Whichever is not gets repaired at the next opening. Both copies open the vault, so a passphrase works exactly if
//! the database says that its slot is there.
//!
//! Deliberately absent: an intent inside the database. It could only be read with a key from a header that may be stale.

use std::path::Path;

use crate::folder::{HEADERS, read, replace};
use crate::header::Stored;
use crate::keys::Key;
use crate::{Error, Part};

/// The copies that can be read at all.
pub(crate) struct Copies([Option<Stored>; 2]);

impl Copies {
    /// A copy that cannot be read is as good as a damaged one: there is another.
    pub fn load(folder: &Path) -> Copies {
        Copies(HEADERS.map(|name| read(&folder.join(name)).ok().flatten().and_then(|bytes| Stored::parse(&bytes))))
    }

    /// The different headers there are, the newest first; usually one.
    pub fn candidates(&self) -> Vec<Stored> {
        let mut found: Vec<Stored> = self.0.iter().flatten().cloned().collect();
        found.sort_by_key(|stored| std::cmp::Reverse(stored.header.counter));
        found.dedup_by(|one, other| one.bytes == other.bytes);
        found
    }

    /// Brings both copies to these bytes; true if one was not there yet.
    pub fn repair(&self, folder: &Path, right: &Stored) -> Result<bool, Error> {
        let mut repaired = false;
        for (copy, name) in self.0.iter().zip(HEADERS) {
            if copy.as_ref().is_none_or(|copy| copy.bytes != right.bytes) {
                replace(&folder.join(name), &right.bytes)?;
                repaired = true;
            }
        }
        Ok(repaired)
    }
}

/// What the database remembers of its header.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Remembered {
    pub counter: u64,
    pub digest: [u8; 32],
}

impl Remembered {
    pub fn of(stored: &Stored) -> Remembered {
        Remembered { counter: stored.header.counter, digest: stored.digest() }
    }

    /// The header the database was last committed with.
    ///
    /// If that copy was lost while the other had been written already, the newer one is taken: refusing both would lock
    /// everybody out over one bad sector. An older one is never taken.
    pub fn choose(&self, candidates: &[Stored], anchor: &Key) -> Result<Stored, Error> {
        let authentic = || candidates.iter().filter(|stored| stored.holds(anchor));
        authentic()
            .find(|stored| Remembered::of(stored) == *self)
            .or_else(|| authentic().find(|stored| stored.header.counter > self.counter))
            .cloned()
            .ok_or(if authentic().next().is_some() {
                Error::Damaged(Part::HeaderRolledBack)
            } else {
                Error::Damaged(Part::Header)
            })
    }
}

/// Before the commit.
pub(crate) fn stage(folder: &Path, new: &Stored) -> Result<(), Error> {
    replace(&folder.join(HEADERS[0]), &new.bytes)
}

/// After the commit.
pub(crate) fn complete(folder: &Path, new: &Stored) -> Result<(), Error> {
    replace(&folder.join(HEADERS[1]), &new.bytes)
}
