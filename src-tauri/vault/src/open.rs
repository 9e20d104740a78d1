//! The ways in: a new vault, a passphrase, the key on paper.
//!
//! Opening checks, in this order: the folder, the lock, the header, the attempt, the key, the database, that the header is
//! the one the database knows, the version, the anchor. Nothing is ever deleted or made anew because it does not open.

use std::path::Path;
use std::sync::{Arc, Mutex};

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use crate::attempts::Attempts;
use crate::audit::{self, Chain, Entry, Head};
use crate::connection;
use crate::copies::{Copies, Remembered};
use crate::folder::{self, DATABASE, FolderLock, HEADERS};
use crate::header::{Header, NewSlot, RecoverySlot, Stored};
use crate::holders::keep_key;
use crate::keys::{self, Key, Keys, MasterKey};
use crate::pairs::Keyring;
use crate::unlock::{Proof, Session, Unlocked};
use crate::vault::{Repair, Writer, append, prime, remember};
use crate::{
    Clock, Error, HolderId, KdfCost, Part, Passphrase, RecoveryKey, Schema, Vault, anchor, epoch, migrate, swap,
};

/// What a folder looks like without any key.
#[derive(Debug)]
pub enum Condition {
    /// No vault; one can be made here if the folder is empty.
    Absent,
    /// A vault that waits for its key.
    Ready,
    /// Something that must be looked at first.
    Trouble(Error),
}

/// Looks at a folder, needing no key and changing nothing.
pub fn look(folder: &Path) -> Condition {
    match ready(folder) {
        Ok(()) => Condition::Ready,
        Err(Error::Absent) => Condition::Absent,
        Err(error) => Condition::Trouble(error),
    }
}

fn ready(folder: &Path) -> Result<(), Error> {
    if !folder.exists() || folder::is_free(folder)? {
        return Err(Error::Absent);
    }
    folder::refuse_network(folder)?;
    if swap::is_pending(folder) {
        return Ok(());
    }
    let database = folder.join(DATABASE);
    let has_header = HEADERS.iter().any(|name| folder.join(name).exists());
    match (database.exists(), has_header) {
        (false, false) => return Err(Error::Absent),
        (false, true) => return Err(Error::Damaged(Part::DatabaseMissing)),
        (true, _) if is_plain(&database)? => return Err(Error::NotOurs),
        (true, _) => {}
    }
    if Copies::load(folder).candidates().is_empty() { Err(Error::Damaged(Part::Header)) } else { Ok(()) }
}

fn is_plain(database: &Path) -> Result<bool, Error> {
    use std::io::Read;
    let mut beginning = [0; 16];
    let read = std::fs::File::open(database)?.read(&mut beginning)?;
    Ok(beginning[..read] == *b"SQLite format 3\0")
}

/// What a new vault is made of.
pub struct NewVault<'a> {
    pub folder: &'a Path,
    pub schema: &'static Schema,
    pub holder: HolderId,
    pub login: &'a str,
    pub passphrase: &'a Passphrase,
    pub cost: KdfCost,
}

/// Who asks to come in, and how far the vault's doubts are to be overruled.
struct Door<'a> {
    folder: &'a Path,
    schema: &'static Schema,
    key: DoorKey<'a>,
    loss: Loss,
}

enum DoorKey<'a> {
    Passphrase { login: &'a str, passphrase: &'a Passphrase },
    Recovery(&'a RecoveryKey),
}

/// Whether a vault behind its anchor opens.
#[derive(Copy, Clone, Eq, PartialEq)]
enum Loss {
    Refused,
    Accepted,
}

impl Vault {
    /// A new vault with its first holder, who is signed in, and the recovery key, which is shown now and never again.
    ///
    /// # Errors
    /// [`Error::NotEmpty`], [`Error::NetworkDrive`], [`Error::CostOutOfRange`], disk faults. What was begun then is no
    /// vault and may be begun again.
    pub fn create(new: NewVault<'_>, clock: Arc<dyn Clock>) -> Result<(Vault, RecoveryKey), Error> {
        let lock = folder::begin(new.folder)?;
        let (recovery, at) = (RecoveryKey::generate()?, clock.now_ms());
        let keys = MasterKey::generate()?.keys(Uuid::now_v7())?;
        let recovery_pairs = Keyring::of_recovery(&recovery, keys.vault)?;
        let session = Session { holder: Some(new.holder), keyring: Keyring::generate()?, must_renew: false };
        let stored = first_header(&new, &keys, &session.keyring, &recovery_pairs)?;
        let device = Uuid::now_v7();
        migrate::create(new.folder, &keys, new.schema, device, Remembered::of(&stored), at)?;
        Copies::load(new.folder).repair(new.folder, &stored)?;
        let attempts = Attempts::create(new.folder)?;
        let (sql, fence) = connection::writing(&new.folder.join(DATABASE), &keys.database)?;
        let tx = sql.unchecked_transaction()?;
        let (chain, head) = fence.lifted(|| {
            keep_key(&tx, &keys, session.holder, &session.keyring, &session.keyring, false, at)?;
            keep_key(&tx, &keys, None, &recovery_pairs, &recovery_pairs, false, at)?;
            Ok::<_, Error>((Chain::with_new_key(&tx, &keys, device, at)?, Head::default()))
        })?;
        let actor = Some(new.holder.0);
        let entry = Entry { actor, role: "vault", action: "vault.create".into(), ..Entry::default() };
        let head = append(&tx, &fence, &chain, head, at, &[entry])?;
        tx.commit()?;
        let anchor = anchor::Anchor::create(new.folder, &keys, device, head)?;
        let writer = Writer { sql, fence, chain, head, anchor, behind: true };
        folder::finish(new.folder)?;
        let unlocked = Unlocked { stored, keys, session };
        Ok((assemble(new.folder, new.schema, clock, lock, unlocked, attempts, writer, Vec::new()), recovery))
    }

    /// Opens the vault for a holder.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] alike for an unknown login and a wrong passphrase; [`Error::Wait`],
    /// [`Error::TooManyAttempts`]; [`Error::Behind`], [`Error::Damaged`] and the others for what the folder holds.
    pub fn sign_in(
        folder: &Path,
        schema: &'static Schema,
        login: &str,
        passphrase: &Passphrase,
        clock: Arc<dyn Clock>,
    ) -> Result<Vault, Error> {
        let key = DoorKey::Passphrase { login, passphrase };
        enter(&Door { folder, schema, key, loss: Loss::Refused }, clock)
    }

    /// Opens a vault that answered [`Error::Behind`], as it is: the loss becomes a part of the audit, and a new chain
    /// begins. For when no backup is newer.
    pub fn sign_in_after_loss(
        folder: &Path,
        schema: &'static Schema,
        login: &str,
        passphrase: &Passphrase,
        clock: Arc<dyn Clock>,
    ) -> Result<Vault, Error> {
        let key = DoorKey::Passphrase { login, passphrase };
        enter(&Door { folder, schema, key, loss: Loss::Accepted }, clock)
    }

    /// Opens the vault with the key on paper, to let holders in again. Nobody is signed in.
    ///
    /// # Errors
    /// [`Error::WrongRecoveryKey`], and those of [`Vault::sign_in`] that are not about a passphrase.
    pub fn recover(
        folder: &Path,
        schema: &'static Schema,
        key: &RecoveryKey,
        clock: Arc<dyn Clock>,
    ) -> Result<Vault, Error> {
        enter(&Door { folder, schema, key: DoorKey::Recovery(key), loss: Loss::Refused }, clock)
    }
}

fn first_header(new: &NewVault<'_>, keys: &Keys, own: &Keyring, recovery: &Keyring) -> Result<Stored, Error> {
    let publics = recovery.publics();
    let sealed_master = publics.receiving.seal(keys.master.bytes())?;
    let mut header = Header {
        vault: keys.vault,
        counter: 1,
        login_salt: Key::new(keys::random()?),
        cost: new.cost.check()?,
        slots: Vec::new(),
        recovery: RecoverySlot { publics, sealed_master },
    };
    let lookup = header.lookup(new.login);
    let slot = NewSlot { holder: new.holder, lookup, passphrase: new.passphrase, keyring: own, must_renew: false };
    header.put(header.make_slot(slot, &keys.master)?)?;
    Ok(header.store(&keys.anchor))
}

fn enter(door: &Door<'_>, clock: Arc<dyn Clock>) -> Result<Vault, Error> {
    let folder = door.folder;
    ready(folder)?;
    let lock = FolderLock::take(folder)?;
    swap::resume(folder)?;
    let copies = Copies::load(folder);
    let candidates = copies.candidates();
    let newest = candidates.first().ok_or(Error::Damaged(Part::Header))?;
    let (mut attempts, counted) = Attempts::load(folder)?;
    let proof = match &door.key {
        DoorKey::Recovery(key) => Proof::Recovery(key),
        DoorKey::Passphrase { login, passphrase } => {
            let lookup = newest.header.lookup(login);
            attempts.begin(&lookup, &*clock)?;
            Proof::Passphrase { lookup, passphrase }
        }
    };
    let refused = |attempts: &Attempts| match &proof {
        Proof::Passphrase { lookup, .. } => attempts.refused(lookup),
        Proof::Recovery(_) => Error::WrongRecoveryKey,
    };
    let Some(unlocked) = proof.unlock(&candidates)? else { return Err(refused(&attempts)) };
    let found = Found::look(folder, &unlocked.keys, door.schema);
    let unlocked = match &found {
        // The passphrase was right; what is wrong is not the person's fault.
        Err(_) => Some(unlocked),
        Ok(found) => proof.settle(unlocked, found.header, &candidates)?,
    };
    let Some(unlocked) = unlocked else { return Err(refused(&attempts)) };
    if let Proof::Passphrase { lookup, .. } = &proof {
        attempts.succeeded(lookup)?;
    }
    let mut found = found?;
    migrate::upgrade(folder, &unlocked.keys, door.schema, clock.now_ms())?;
    let mut repairs = Vec::new();
    if copies.repair(folder, &unlocked.stored)? {
        repairs.push(Repair::HeaderCopy);
    }
    if !counted {
        repairs.push(Repair::AttemptsMissing);
    }
    let writer = start(door, &*clock, &unlocked, &mut found, &mut attempts, &mut repairs)?;
    Ok(assemble(folder, door.schema, clock, lock, unlocked, attempts, writer, repairs))
}

/// What a database says about itself.
pub(crate) struct Found {
    pub device: Uuid,
    pub header: Remembered,
}

impl Found {
    /// A passing read error looks like a file that is no database: only a second look decides.
    fn look(folder: &Path, keys: &Keys, schema: &Schema) -> Result<Found, Error> {
        match Found::look_once(folder, keys, schema) {
            Err(Error::Damaged(Part::Database) | Error::Io(_)) => Found::look_once(folder, keys, schema),
            found => found,
        }
    }

    fn look_once(folder: &Path, keys: &Keys, schema: &Schema) -> Result<Found, Error> {
        let sql = connection::maintenance(&folder.join(DATABASE), &keys.database)?;
        migrate::check(&sql, schema)?;
        Found::read(&sql, keys)
    }

    pub fn read(sql: &Connection, keys: &Keys) -> Result<Found, Error> {
        let meta = "select vault, device, header_counter, header_digest from vault_meta where one = 1";
        let (vault, found) = sql.query_row(meta, [], |row| {
            let header = Remembered { counter: row.get::<_, i64>(2)?.cast_unsigned(), digest: row.get(3)? };
            let found = Found { device: Uuid::from_bytes(row.get(1)?), header };
            Ok((Uuid::from_bytes(row.get(0)?), found))
        })?;
        if vault == keys.vault { Ok(found) } else { Err(Error::Damaged(Part::Header)) }
    }
}

/// Opens the writing connection, holds the chain against the anchor, and records what happened since the last time.
fn start(
    door: &Door<'_>,
    clock: &dyn Clock,
    unlocked: &Unlocked,
    found: &mut Found,
    attempts: &mut Attempts,
    repairs: &mut Vec<Repair>,
) -> Result<Writer, Error> {
    let (keys, at) = (&unlocked.keys, clock.now_ms());
    let (sql, fence) = connection::writing(&door.folder.join(DATABASE), &keys.database)?;
    let missing = behind(door.folder, keys, &sql, found.device, repairs)?;
    if missing > 0 {
        if door.loss == Loss::Refused {
            return Err(Error::Behind { missing });
        }
        let actor = unlocked.session.holder.map(|holder| holder.0);
        let accepted =
            epoch::New { reason: epoch::Reason::LossAccepted, actor, detail: format!("missing={missing}") };
        found.device = fence.lifted(|| epoch::begin(&sql, keys, accepted, at))?;
    }
    let (chain, head) = (Chain::resume(&sql, keys, found.device)?, audit::head(&sql, found.device)?);
    let anchor = anchor::resume(door.folder, keys, found.device, head)?;
    let mut writer = Writer { sql, fence, chain, head, anchor, behind: true };
    let entries = since_last_time(unlocked, attempts, repairs);
    let tx = writer.sql.unchecked_transaction()?;
    if found.header != Remembered::of(&unlocked.stored) {
        writer.fence.lifted(|| remember(&tx, Remembered::of(&unlocked.stored)))?;
    }
    let head = if entries.is_empty() { head } else { append(&tx, &writer.fence, &writer.chain, head, at, &entries)? };
    tx.commit()?;
    writer.head = head;
    writer.anchor.write(found.device, head)?;
    attempts.recorded()?;
    prime(&writer)?;
    Ok(writer)
}

/// How many events the anchor knows that the database does not.
fn behind(
    folder: &Path,
    keys: &Keys,
    sql: &Connection,
    device: Uuid,
    repairs: &mut Vec<Repair>,
) -> Result<u64, Error> {
    let (mark, whole) = anchor::look(folder, keys);
    let Some(mark) = mark else {
        repairs.push(Repair::AnchorMissing);
        return Ok(0);
    };
    if whole < 2 {
        repairs.push(Repair::AnchorCopy);
    }
    missing_since(sql, &mark, device)
}

/// How many events this anchor knows that the database does not.
pub(crate) fn missing_since(sql: &Connection, mark: &anchor::Mark, device: Uuid) -> Result<u64, Error> {
    let head = audit::head(sql, mark.device)?;
    if head.seq < mark.head.seq {
        return Ok(mark.head.seq - head.seq);
    }
    let begun = |sql: &Connection| {
        let known = "select 1 from restore_epoch where device = :device and from_device = :from";
        sql.prepare_cached(known)?
            .exists(named_params! { ":device": device.as_bytes(), ":from": mark.device.as_bytes() })
            .map_err(Error::from)
    };
    match audit::mac_at(sql, mark.device, mark.head.seq)? {
        Some(mac) if mac != mark.head.mac => Err(Error::Damaged(Part::Chain)),
        // Killed between a new epoch's commit and its first anchor: the anchor still names the chain before.
        _ if mark.device == device || begun(sql)? => Ok(0),
        _ => Err(Error::Damaged(Part::Chain)),
    }
}

fn since_last_time(unlocked: &Unlocked, attempts: &Attempts, repairs: &[Repair]) -> Vec<Entry> {
    let header = &unlocked.stored.header;
    let refused = attempts.unrecorded().map(|(lookup, times)| Entry {
        role: "vault",
        action: "login.refused".into(),
        object: header.slot(lookup).map(|slot| ("holder".into(), slot.holder.0)),
        detail: format!("times={times}"),
        ..Entry::default()
    });
    let repaired = repairs.iter().map(|repair| Entry {
        role: "vault",
        action: "vault.repair".into(),
        detail: format!("{repair:?}"),
        ..Entry::default()
    });
    refused.chain(repaired).collect()
}

#[allow(
    clippy::too_many_arguments,
    reason = "the parts of a vault, each by its name, at the one place that has them"
)]
fn assemble(
    folder: &Path,
    schema: &'static Schema,
    clock: Arc<dyn Clock>,
    lock: FolderLock,
    unlocked: Unlocked,
    attempts: Attempts,
    writer: Writer,
    repairs: Vec<Repair>,
) -> Vault {
    Vault {
        folder: folder.to_path_buf(),
        schema,
        device: writer.chain.device,
        keys: unlocked.keys,
        clock,
        session: Mutex::new(unlocked.session),
        header: Mutex::new(unlocked.stored),
        attempts: Mutex::new(attempts),
        writer: Mutex::new(Some(writer)),
        readers: Mutex::new(Vec::new()),
        repairs,
        lock: Some(lock),
    }
}
