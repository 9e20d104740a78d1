//! An open vault: reading, writing, checkpoint, closing.
//!
//! One connection writes, a few read; each read sees one snapshot and never waits for a write. A write is one
//! transaction with at least one audit entry and costs exactly one fsync, of the write-ahead log. What costs more (the
//! checkpoint, the anchor) has methods of its own for idle moments; only a log grown over 64 MiB is written back within
//! an action.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::anchor::Anchor;
use crate::attempts::Attempts;
use crate::audit::{Chain, Entry, Head};
use crate::connection::{self, Fence};
use crate::copies::{self, Remembered};
use crate::folder::{DATABASE, FolderLock, HEADERS, beside, replace};
use crate::header::Stored;
use crate::keys::Keys;
use crate::unlock::Session;
use crate::write::{Change, Write};
use crate::{Clock, Error, HolderId, Passphrase, Schema, Signature};

const LONGEST_LOG: u64 = 64 * 1024 * 1024;
const READERS_KEPT: usize = 4;
/// A checkpoint in an idle moment does not wait for long readings; the next one will do.
const IDLE_WAIT: Duration = Duration::from_millis(100);
const FULL_WAIT: Duration = Duration::from_secs(5);

/// Something that was made good when the vault was opened.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Repair {
    /// A copy of the header was damaged, missing, or of a change that was not completed.
    HeaderCopy,
    /// A copy of the anchor was damaged or missing.
    AnchorCopy,
    /// Both were: whether saved events are missing could not be told this time.
    AnchorMissing,
    /// The counts of failed sign-ins were missing or damaged, and began anew.
    AttemptsMissing,
}

/// An open vault. Dropping it closes it as well as can be; [`Vault::close`] also says how that went.
pub struct Vault {
    pub(crate) folder: PathBuf,
    pub(crate) schema: &'static Schema,
    pub(crate) keys: Keys,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) session: Mutex<Session>,
    pub(crate) header: Mutex<Stored>,
    pub(crate) attempts: Mutex<Attempts>,
    pub(crate) writer: Mutex<Option<Writer>>,
    pub(crate) readers: Mutex<Vec<Connection>>,
    pub(crate) repairs: Vec<Repair>,
    pub(crate) device: Uuid,
    /// Let go of last.
    pub(crate) lock: Option<FolderLock>,
}

/// The writing connection and the end of the chain it appends to.
pub(crate) struct Writer {
    pub sql: Connection,
    pub fence: Fence,
    pub chain: Chain,
    pub head: Head,
    pub anchor: Anchor,
    /// The log holds more than the row that keeps it begun.
    pub behind: bool,
}

/// A thread that panicked holding a lock left nothing half done: SQLite rolled its transaction back.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Vault {
    /// Who is signed in; nobody after [`Vault::recover`].
    pub fn holder(&self) -> Option<HolderId> {
        locked(&self.session).holder
    }

    /// Signed in with a passphrase that somebody else set: the only thing to do is to make one's own.
    pub fn must_renew(&self) -> bool {
        locked(&self.session).must_renew
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// This installation, as it is named in `device` columns.
    pub fn device(&self) -> Uuid {
        self.device
    }

    /// What was made good when the vault was opened.
    pub fn repairs(&self) -> &[Repair] {
        &self.repairs
    }

    /// The end of the audit chain.
    pub fn head(&self) -> Result<Head, Error> {
        Ok(self.writer()?.get()?.head)
    }

    /// Reads within one snapshot. Readings may be nested and may run beside each other and beside a write.
    ///
    /// # Errors
    /// Those of `f`, and those of opening a connection.
    pub fn read<T, E: From<Error>>(&self, f: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E> {
        let kept = locked(&self.readers).pop();
        let mut sql = match kept {
            Some(sql) => sql,
            None => connection::reading(&self.database(), &self.keys.database)?,
        };
        let result = f(&*sql.transaction().map_err(Error::from)?);
        // A refusal is no fault of the connection; one that did not let go of its snapshot is closed.
        let mut readers = locked(&self.readers);
        if sql.is_autocommit() && readers.len() < READERS_KEPT {
            readers.push(sql);
        }
        result
    }

    /// One action: everything `f` did is there afterwards, or nothing. Not to be nested.
    ///
    /// # Errors
    /// Those of `f`, [`Error::Unrecorded`] when it recorded nothing, and those of the commit; all leave no trace.
    pub fn write<T, E: From<Error>>(&self, f: impl FnOnce(&mut Write<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut guard = self.writer()?;
        let writer = guard.get()?;
        let Writer { sql, fence, chain, head, .. } = &mut *writer;
        let at_ms = self.clock.now_ms();
        let tx = sql.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let mut write = Write::new(&tx, fence, at_ms);
        let result = f(&mut write)?;
        let (entries, change, quiet) = write.finish();
        let head =
            if entries.is_empty() && quiet { *head } else { append(&tx, fence, chain, *head, at_ms, &entries)? };
        self.commit(tx, fence, change)?;
        self.committed(writer, head);
        Ok(result)
    }

    /// Runs an action and undoes it: what would come of it, without anything having happened.
    ///
    /// # Errors
    /// Those of `f`.
    pub fn rehearse<T, E: From<Error>>(&self, f: impl FnOnce(&mut Write<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut guard = self.writer()?;
        let Writer { sql, fence, .. } = guard.get()?;
        let tx = sql.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let result = f(&mut Write::new(&tx, fence, self.clock.now_ms()));
        tx.rollback().map_err(Error::from)?;
        result
    }

    /// Asks again whether it is the same person. A failure counts as a failed sign-in, with the same delays.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Wait`], [`Error::TooManyAttempts`]; [`Error::NoHolder`] after recovery.
    pub fn proves(&self, passphrase: &Passphrase) -> Result<(), Error> {
        self.attempt(passphrase).map(|_| ())
    }

    /// Signs with the holder's own key, which nobody else has, a director included.
    ///
    /// # Errors
    /// [`Error::NoHolder`] after recovery; [`Error::MustRenew`] while whoever set the passphrase could sign as well.
    pub fn sign(&self, bytes: &[u8]) -> Result<Signature, Error> {
        let session = locked(&self.session);
        match session.holder {
            None => Err(Error::NoHolder),
            Some(_) if session.must_renew => Err(Error::MustRenew),
            Some(_) => Ok(session.keyring.sign(bytes)),
        }
    }

    /// Opens what was sealed to whoever is signed in (or to the recovery key).
    ///
    /// # Errors
    /// [`Error::NotSealedToYou`].
    pub fn unseal(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        locked(&self.session).keyring.unseal(sealed).ok_or(Error::NotSealedToYou)
    }

    /// Writes the log back into the database and empties it: for idle moments, and after signing or redacting. Does
    /// little while somebody is reading; the next one does the rest.
    pub fn checkpoint(&self) -> Result<(), Error> {
        let mut guard = self.writer()?;
        let writer = guard.get()?;
        if writer.behind { self.checkpoint_of(writer, IDLE_WAIT) } else { Ok(()) }
    }

    /// Makes the anchor last: at signing, at locking, when idle, and every 30 seconds.
    pub fn settle_anchor(&self) -> Result<(), Error> {
        self.writer()?.get()?.anchor.settle()
    }

    /// Writes everything back, wipes the keys, lets go of the folder.
    pub fn close(mut self) -> Result<(), Error> {
        self.shut()
    }

    /// Closes the database and keeps the folder.
    pub(crate) fn shut(&mut self) -> Result<(), Error> {
        locked(&self.readers).clear();
        let Some(mut writer) = locked(&self.writer).take() else { return Ok(()) };
        let optimized = writer.fence.lifted(|| writer.sql.execute_batch("pragma optimize"));
        let checkpointed = truncate(&writer, FULL_WAIT);
        let settled = writer.anchor.settle();
        optimized?;
        checkpointed?;
        settled
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    pub(crate) fn writer(&self) -> Result<Guard<'_>, Error> {
        Ok(Guard(locked(&self.writer)))
    }

    /// The commit, and with it a change of who may open the vault (see `copies`).
    fn commit(&self, tx: Transaction<'_>, fence: &Fence, change: Change) -> Result<(), Error> {
        let Some(mut next) = change.header else { return Ok(tx.commit()?) };
        let mut current = locked(&self.header);
        next.counter = current.header.counter + 1;
        let next = next.store(&self.keys.anchor);
        fence.lifted(|| remember(&tx, Remembered::of(&next)))?;
        copies::stage(&self.folder, &next)?;
        if let Err(error) = tx.commit() {
            // The first failure is the one to tell; whatever this leaves is repaired at the next opening.
            let _ = replace(&self.folder.join(HEADERS[0]), &current.bytes);
            return Err(error.into());
        }
        // Committed: from here on nothing may fail. A second copy that cannot be written is repaired at the next opening.
        let _ = copies::complete(&self.folder, &next);
        *current = next;
        if let Some(session) = change.session {
            *locked(&self.session) = session;
        }
        let mut attempts = locked(&self.attempts);
        change.reopened.iter().for_each(|lookup| {
            let _ = attempts.reopen(lookup);
        });
        Ok(())
    }

    /// What follows a commit. None of it can undo the commit, so none of it is an error of the action.
    pub(crate) fn committed(&self, writer: &mut Writer, head: Head) {
        writer.head = head;
        writer.behind = true;
        let _ = writer.anchor.write(writer.chain.device, head);
        let log = std::fs::metadata(beside(&self.database(), "-wal")).map_or(0, |log| log.len());
        if log > LONGEST_LOG {
            let _ = self.checkpoint_of(writer, IDLE_WAIT);
        }
    }

    pub(crate) fn checkpoint_of(&self, writer: &mut Writer, wait: Duration) -> Result<(), Error> {
        truncate(writer, wait)?;
        prime(writer)?;
        writer.behind = false;
        Ok(())
    }
}

impl Drop for Vault {
    fn drop(&mut self) {
        // Nobody is left to tell; what was committed is safe without it.
        let _ = self.shut();
        self.lock.take();
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(..)")
    }
}

/// The writer, for as long as one action takes.
pub(crate) struct Guard<'a>(MutexGuard<'a, Option<Writer>>);

impl Guard<'_> {
    pub fn get(&mut self) -> Result<&mut Writer, Error> {
        self.0.as_mut().ok_or(Error::Absent)
    }
}

/// Appends the entries of one action, at least one.
pub(crate) fn append(
    sql: &Connection,
    fence: &Fence,
    chain: &Chain,
    mut head: Head,
    at_ms: i64,
    entries: &[Entry],
) -> Result<Head, Error> {
    if entries.is_empty() {
        return Err(Error::Unrecorded);
    }
    fence.lifted(|| {
        for entry in entries {
            head = chain.append(sql, head, at_ms, entry)?;
        }
        Ok(head)
    })
}

pub(crate) fn remember(sql: &Connection, header: Remembered) -> Result<(), Error> {
    sql.prepare_cached("update vault_meta set header_counter = :counter, header_digest = :digest where one = 1")?
        .execute(named_params! { ":counter": header.counter.cast_signed(), ":digest": header.digest })?;
    Ok(())
}

/// Writes the log back and empties it; if somebody is reading, as far as that goes.
fn truncate(writer: &Writer, wait: Duration) -> Result<(), Error> {
    writer.sql.busy_timeout(wait)?;
    let result = writer.fence.lifted(|| writer.sql.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(())));
    writer.sql.busy_timeout(FULL_WAIT)?;
    Ok(result?)
}

/// Begins the log anew with one small row: the first commit of a log syncs its beginning as well, and that second fsync
/// belongs to the idle moment, not to the next action. The row must differ from what was there, or SQLite would write
/// nothing. Bookkeeping, not an action: no audit entry.
pub(crate) fn prime(writer: &Writer) -> Result<(), Error> {
    let next = "update vault_meta set primed = primed + 1 where one = 1";
    writer.fence.lifted(|| writer.sql.prepare_cached(next)?.execute([]))?;
    Ok(())
}
