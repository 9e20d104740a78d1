//! Who may open the vault: letting in, letting out, changing passphrases, the key on paper.
//!
//! Every change is part of an action of the practice: its rows, its audit entry, the keys and the header take effect
//! together (see `copies`). Whether somebody may do it is the practice's rule; the vault asks only that it be a session
//! with keys of its own. A public key is certified by the key that vouched for it, and is kept for ever.

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use crate::header::{Header, NewSlot, RecoverySlot, Slot};
use crate::keys::Keys;
use crate::pairs::{KeyId, Keyring, SealTo, Statement};
use crate::unlock::Session;
use crate::vault::locked;
use crate::write::Write;
use crate::{Error, Passphrase, RecoveryKey, Vault};

/// A person who holds keys; the same id as in the practice's own table.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct HolderId(pub Uuid);

impl Vault {
    /// Lets a person in, with a passphrase to be told to them and replaced by their own at the first sign-in.
    ///
    /// # Errors
    /// [`Error::AlreadyAdmitted`], [`Error::LoginTaken`], [`Error::HeaderFull`], [`Error::MustRenew`].
    pub fn admit(
        &self,
        w: &mut Write<'_>,
        holder: HolderId,
        login: &str,
        temporary: &Passphrase,
    ) -> Result<(), Error> {
        if self.next_header(w).slot_of(holder).is_some() {
            return Err(Error::AlreadyAdmitted);
        }
        self.put_temporary(w, holder, login, temporary)
    }

    /// New temporary keys for a person who forgot their passphrase, vouched for by whoever is signed in. What was sealed
    /// to the earlier keys stays closed to them; signatures made with those keys keep holding.
    ///
    /// # Errors
    /// [`Error::UnknownHolder`], [`Error::LoginTaken`], [`Error::MustRenew`].
    pub fn reset(
        &self,
        w: &mut Write<'_>,
        holder: HolderId,
        login: &str,
        temporary: &Passphrase,
    ) -> Result<(), Error> {
        if self.next_header(w).slot_of(holder).is_none() {
            return Err(Error::UnknownHolder);
        }
        self.put_temporary(w, holder, login, temporary)
    }

    /// A new passphrase of one's own. After [`Vault::admit`] or [`Vault::reset`] it also makes new keys, which nobody
    /// else ever had, vouched for by the temporary ones.
    ///
    /// # Errors
    /// Those of [`Vault::proves`] for `current`.
    pub fn change_passphrase(&self, w: &mut Write<'_>, current: &Passphrase, new: &Passphrase) -> Result<(), Error> {
        let (slot, keyring) = self.attempt(current)?;
        let renewed = if slot.must_renew { keyring.renewed()? } else { keyring.clone() };
        let mut header = self.next_header(w);
        let new_slot = NewSlot {
            holder: slot.holder,
            lookup: slot.lookup,
            passphrase: new,
            keyring: &renewed,
            must_renew: false,
        };
        header.put(header.make_slot(new_slot, &self.keys.master)?)?;
        if slot.must_renew {
            let at = w.at_ms();
            w.inside(|sql| keep_key(sql, &self.keys, Some(slot.holder), &renewed, &keyring, false, at))?;
        }
        w.change.header = Some(header);
        w.change.session = Some(Session { holder: Some(slot.holder), keyring: renewed, must_renew: false });
        Ok(())
    }

    /// Takes a person's way in away at once. A copy of the file and the header they may have kept still opens with their
    /// passphrase; only a new master key in a new file ends that.
    ///
    /// # Errors
    /// [`Error::UnknownHolder`], [`Error::LastHolder`], [`Error::MustRenew`].
    pub fn remove(&self, w: &mut Write<'_>, holder: HolderId) -> Result<(), Error> {
        self.vouching()?;
        let mut header = self.next_header(w);
        let lookup = header.slot_of(holder).ok_or(Error::UnknownHolder)?.lookup;
        if header.slots.len() == 1 {
            return Err(Error::LastHolder);
        }
        header.slots.retain(|slot| slot.holder != holder);
        let at = w.at_ms();
        w.inside(|sql| retire_keys(sql, Some(holder), at))?;
        w.change.header = Some(header);
        w.change.reopened.push(lookup);
        Ok(())
    }

    /// A new key on paper; the old one no longer opens this vault.
    ///
    /// # Errors
    /// [`Error::MustRenew`].
    pub fn renew_recovery(&self, w: &mut Write<'_>) -> Result<RecoveryKey, Error> {
        let vouching = self.vouching()?;
        let recovery = RecoveryKey::generate()?;
        let pairs = Keyring::of_recovery(&recovery, self.keys.vault)?;
        let publics = pairs.publics();
        let sealed_master = publics.receiving.seal(self.keys.master.bytes())?;
        let mut header = self.next_header(w);
        header.recovery = RecoverySlot { publics, sealed_master };
        let at = w.at_ms();
        w.inside(|sql| keep_key(sql, &self.keys, None, &pairs, &vouching, false, at))?;
        w.change.header = Some(header);
        Ok(recovery)
    }

    /// The key to seal something to: a holder's present one, or the recovery key's for `None`.
    ///
    /// # Errors
    /// [`Error::UnknownHolder`].
    pub fn seal_to(&self, sql: &Connection, holder: Option<HolderId>) -> Result<SealTo, Error> {
        let present = "select receiving from holder_key where holder is :holder and retired_at is null";
        let key = sql
            .prepare_cached(present)?
            .query_row(named_params! { ":holder": holder.map(|holder| holder.0.into_bytes()) }, |row| row.get(0))
            .optional()?;
        key.map(SealTo).ok_or(Error::UnknownHolder)
    }

    /// When the present recovery key was made, in UTC milliseconds: what was sealed to an earlier one is older.
    ///
    /// # Errors
    /// [`Error::UnknownHolder`].
    pub fn recovery_made_at(&self, sql: &Connection) -> Result<i64, Error> {
        sql.prepare_cached("select made_at from holder_key where holder is null and retired_at is null")?
            .query_row([], |row| row.get(0))
            .optional()?
            .ok_or(Error::UnknownHolder)
    }

    /// Whether a holder's present keys are their own: those of a passphrase that somebody else set are not, and whoever
    /// set it could open what is sealed to them.
    ///
    /// # Errors
    /// Those of the database.
    pub fn has_own_keys(&self, sql: &Connection, holder: HolderId) -> Result<bool, Error> {
        let own = "select exists (select 1 from holder_key
                                  where holder = :holder and retired_at is null and temporary = 0)";
        Ok(sql
            .prepare_cached(own)?
            .query_row(named_params! { ":holder": holder.0.into_bytes() }, |row| row.get(0))?)
    }

    /// Whose key this is, or was: what a signature is checked against. `None` inside is the recovery key.
    ///
    /// # Errors
    /// [`Error::UnknownHolder`] for a key that was never a holder's.
    pub fn holder_of(&self, sql: &Connection, key: KeyId) -> Result<Option<HolderId>, Error> {
        let holder = sql
            .prepare_cached("select holder from holder_key where signing = :signing")?
            .query_row(named_params! { ":signing": key.0 }, |row| row.get::<_, Option<[u8; 16]>>(0))
            .optional()?;
        holder.map(|holder| holder.map(|id| HolderId(Uuid::from_bytes(id)))).ok_or(Error::UnknownHolder)
    }

    /// One counted guess at the passphrase of whoever is signed in.
    pub(crate) fn attempt(&self, passphrase: &Passphrase) -> Result<(Slot, Keyring), Error> {
        let holder = self.holder().ok_or(Error::NoHolder)?;
        let header = locked(&self.header).header.clone();
        let lookup = header.slot_of(holder).ok_or(Error::UnknownHolder)?.lookup;
        let mut attempts = locked(&self.attempts);
        attempts.begin(&lookup, &*self.clock)?;
        match header.open(&lookup, passphrase)? {
            None => Err(attempts.refused(&lookup)),
            Some(opened) => {
                attempts.succeeded(&lookup)?;
                Ok(opened)
            }
        }
    }

    fn put_temporary(
        &self,
        w: &mut Write<'_>,
        holder: HolderId,
        login: &str,
        temporary: &Passphrase,
    ) -> Result<(), Error> {
        let vouching = self.vouching()?;
        let mut header = self.next_header(w);
        let (keyring, lookup) = (Keyring::generate()?, header.lookup(login));
        let slot = NewSlot { holder, lookup, passphrase: temporary, keyring: &keyring, must_renew: true };
        header.put(header.make_slot(slot, &self.keys.master)?)?;
        let at = w.at_ms();
        w.inside(|sql| keep_key(sql, &self.keys, Some(holder), &keyring, &vouching, true, at))?;
        w.change.header = Some(header);
        w.change.reopened.push(lookup);
        Ok(())
    }

    /// The keys of this session, if they are fit to vouch for others.
    fn vouching(&self) -> Result<Keyring, Error> {
        let session = locked(&self.session);
        if session.must_renew { Err(Error::MustRenew) } else { Ok(session.keyring.clone()) }
    }

    /// The header as this action has it so far.
    fn next_header(&self, w: &Write<'_>) -> Header {
        w.change.header.clone().unwrap_or_else(|| locked(&self.header).header.clone())
    }
}

/// Keeps a new public key in the place of the one before.
pub(crate) fn keep_key(
    sql: &Connection,
    keys: &Keys,
    holder: Option<HolderId>,
    keyring: &Keyring,
    by: &Keyring,
    temporary: bool,
    at: i64,
) -> Result<(), Error> {
    retire_keys(sql, holder, at)?;
    let publics = keyring.publics();
    let statement = Statement { vault: keys.vault, holder, publics, temporary, made_at: at };
    sql.prepare_cached(
        "insert into holder_key (signing, receiving, holder, temporary, made_at, certified_by, certificate)
         values (:signing, :receiving, :holder, :temporary, :made_at, :certified_by, :certificate)",
    )?
    .execute(named_params! {
        ":signing": publics.signing.0,
        ":receiving": publics.receiving.0,
        ":holder": holder.map(|holder| holder.0.into_bytes()),
        ":temporary": temporary,
        ":made_at": at,
        ":certified_by": by.publics().signing.0,
        ":certificate": statement.certified(by),
    })?;
    Ok(())
}

fn retire_keys(sql: &Connection, holder: Option<HolderId>, at: i64) -> Result<(), Error> {
    sql.prepare_cached("update holder_key set retired_at = :at where holder is :holder and retired_at is null")?
        .execute(named_params! { ":at": at, ":holder": holder.map(|holder| holder.0.into_bytes()) })?;
    Ok(())
}
