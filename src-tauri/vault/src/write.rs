//! One write transaction, as the practice sees it.
//!
//! It exists only inside [`Vault::write`](crate::Vault::write) and [`Vault::rehearse`](crate::Vault::rehearse). What is
//! recorded here, and what is changed about who may open the vault, takes effect with the commit or not at all.

use rusqlite::Connection;

use crate::audit::{self, Entry, Head};
use crate::connection::Fence;
use crate::header::Header;
use crate::unlock::Session;
use crate::{Error, keys};

/// Access to the database for one action.
pub struct Write<'a> {
    sql: &'a Connection,
    fence: &'a Fence,
    at_ms: i64,
    entries: Vec<Entry>,
    quiet: bool,
    pub(crate) change: Change,
}

/// What an action changes outside the database.
#[derive(Default)]
pub(crate) struct Change {
    /// The next header.
    pub header: Option<Header>,
    /// The session of whoever is signed in, with new keys.
    pub session: Option<Session>,
    /// Logins whose failed attempts are forgotten.
    pub reopened: Vec<[u8; 32]>,
}

impl<'a> Write<'a> {
    pub(crate) fn new(sql: &'a Connection, fence: &'a Fence, at_ms: i64) -> Write<'a> {
        Write { sql, fence, at_ms, entries: Vec::new(), quiet: false, change: Change::default() }
    }

    /// The connection, within the transaction. Schema changes, pragmas and the vault's own tables are fenced off.
    pub fn sql(&self) -> &Connection {
        self.sql
    }

    /// Adds an entry to the audit, written with the commit. An action without one is refused.
    pub fn record(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Lets this action through without an entry: the saves of one draft after the first of an editing period, which the
    /// first already stands for (decision 3). Nothing else may use it.
    pub fn quiet(&mut self) {
        self.quiet = true;
    }

    /// When this action is, the same for every row and entry of it.
    pub fn at_ms(&self) -> i64 {
        self.at_ms
    }

    /// The end of this installation's audit chain as it stands before this action.
    ///
    /// # Errors
    /// Those of reading it.
    pub fn head(&self, device: uuid::Uuid) -> Result<Head, Error> {
        self.inside(|sql| audit::head(sql, device))
    }

    /// Fresh random bytes from the operating system, for what must be unpredictable.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn random(&self) -> Result<[u8; 32], Error> {
        keys::random()
    }

    /// Runs a statement on the vault's own tables.
    pub(crate) fn inside<T>(&self, f: impl FnOnce(&Connection) -> T) -> T {
        self.fence.lifted(|| f(self.sql))
    }

    /// The entries, the change outside, and whether no entry is an answer.
    pub(crate) fn finish(self) -> (Vec<Entry>, Change, bool) {
        (self.entries, self.change, self.quiet)
    }
}
