//! Entering and leaving: sign in, lock, unlock, recovery.

use std::sync::Arc;

use vault::{Passphrase, RecoveryKey, Vault};

use super::{Lock, PIN_TRIES, Seat, SoftLock, State, Workstation};
use crate::counseling_note;
use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Code;
use crate::kernel::{Moment, Refusal, Result, RowId, Tx};
use crate::staff;

/// Why the screen was locked; the audit entry says it.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Why {
    /// Somebody asked for it.
    Hand,
    /// Nobody gave a sign of life.
    Idle,
    /// The machine slept, or its clock was set.
    Asleep,
    /// The program ends.
    End,
    /// Something broke behind the door.
    Panic,
}

impl Why {
    const fn word(self) -> &'static str {
        match self {
            Self::Hand => "by hand",
            Self::Idle => "idle",
            Self::Asleep => "asleep",
            Self::End => "program ended",
            Self::Panic => "panic",
        }
    }
}

/// One soft lock, told apart from every other.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct LockMark {
    staff: StaffId,
    since: u64,
    at: Moment,
}

impl Workstation {
    /// Opens the vault for the person behind the login.
    ///
    /// # Errors
    /// `wrong_passphrase` and `wait` with their delays, `trouble` when the file cannot be opened.
    pub fn sign_in(&self, login: &str, passphrase: &Passphrase) -> Result<()> {
        if self.state().seat.is_some() {
            return Err(Refusal::plain(Code::Locked, "Somebody is signed in here. Lock first, then sign in."));
        }
        let vault = Vault::sign_in(&self.folder, &crate::SCHEMA, login, passphrase, self.clock())?;
        self.sit_down(vault)
    }

    /// Seats the holder of an open vault and writes the sign-in into the chain.
    pub(crate) fn sit_down(&self, vault: Vault) -> Result<()> {
        let holder = vault.holder().ok_or_else(Refusal::locked)?;
        let who = StaffId::of(holder.0);
        // A person who left has no slot; this catches a header put back from before.
        let active = vault.read(|sql| staff::is_active(sql, who))?;
        if !active {
            return Err(Refusal::not_permitted());
        }
        // Nobody sits down whose sign-in the chain does not hold.
        self.transact_in(&vault, who, "workstation.sign_in", came(""))?;
        let seat = Seat { vault: Arc::new(vault), staff: who, touched: self.clock.monotonic_ms(), locked: None };
        self.state().seat = Some(seat);
        Ok(())
    }

    /// Closes the vault because the program ends. Does nothing when nobody is signed in.
    pub fn lock_hard(&self) {
        self.lock(Lock::Hard, Why::End);
    }

    /// Locks, and writes who was locked and why into the chain. Does nothing when nobody is signed in.
    pub(super) fn lock(&self, depth: Lock, why: Why) {
        match depth {
            Lock::Soft => self.hide(why),
            Lock::Hard => self.leave(why),
        }
    }

    /// Hides the screen, and names this one lock: for what is shown on the locked screen until the next unlock.
    pub(crate) fn hide_and_mark(&self) -> Option<LockMark> {
        self.hide(Why::Hand);
        self.lock_mark()
    }

    /// The soft lock that holds now.
    pub(crate) fn lock_mark(&self) -> Option<LockMark> {
        let state = self.state();
        let seat = state.seat.as_ref()?;
        seat.locked.as_ref().map(|lock| LockMark { staff: seat.staff, since: lock.since, at: lock.at })
    }

    /// Hides the screen and keeps the vault open in locked memory.
    fn hide(&self, why: Why) {
        let (now, since) = (self.now(), self.clock.monotonic_ms());
        let mut state = self.state();
        state.locked_at = Some(now);
        if let Some(seat) = state.seat.as_mut().filter(|seat| seat.locked.is_none()) {
            seat.locked = Some(SoftLock { at: now, since, pin_tries: PIN_TRIES });
            let (vault, who) = (Arc::clone(&seat.vault), seat.staff);
            drop(state);
            self.note_lock(&vault, who, Lock::Soft, why);
            // The anchor is only a witness; a failure here is found again at the next commit.
            let _ = vault.settle_anchor();
        }
    }

    /// Writes the lock into the chain. A disk that refuses the entry does not keep the screen open.
    fn note_lock(&self, vault: &Vault, who: StaffId, depth: Lock, why: Why) {
        let detail = format!("{}, {}", depth.word(), why.word());
        let _ = self.transact_in(vault, who, "workstation.lock", said(detail));
    }

    /// Closes the vault and wipes the keys. Long work is cancelled first.
    fn leave(&self, why: Why) {
        self.jobs.cancel_all();
        let now = self.now();
        let seat = {
            let mut state = self.state();
            state.recovery = None;
            let seat = state.seat.take();
            state.locked_at = seat.as_ref().map_or(state.locked_at, |_| Some(now));
            seat
        };
        let Some(seat) = seat else { return };
        self.jobs.wait_all();
        self.note_lock(&seat.vault, seat.staff, Lock::Hard, why);
        // When a call is still running, its reference is dropped at its end and closes the vault then.
        if let Ok(vault) = Arc::try_unwrap(seat.vault) {
            let _ = vault.close();
        }
    }

    /// Leaves the vault to the caller alone and nobody signed in: for a restore in place.
    ///
    /// # Errors
    /// `stopped_by_rule` when a call that runs now does not end within a second; everything stays as it was.
    pub(crate) fn give_up_vault(&self) -> Result<Vault> {
        let now = self.now();
        let Some(Seat { vault, staff, touched, locked }) = self.state().seat.take() else {
            return Err(Refusal::locked());
        };
        let mut shared = vault;
        for _ in 0..100 {
            match Arc::try_unwrap(shared) {
                Ok(vault) => {
                    self.state().locked_at = Some(now);
                    return Ok(vault);
                }
                Err(still) => shared = still,
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        self.state().seat = Some(Seat { vault: shared, staff, touched, locked });
        Err(Refusal::plain(
            Code::StoppedByRule,
            "Something else is still being saved. Wait a moment, then try again.",
        ))
    }

    /// Comes back from a soft lock with the PIN.
    ///
    /// # Errors
    /// `wrong_passphrase`; after five tries only the passphrase opens.
    pub fn unlock_with_pin(&self, pin: &str) -> Result<()> {
        let (vault, who, tries) = self.soft_locked()?;
        if tries == 0 {
            return Err(wrong_pin(0));
        }
        let right =
            vault.read(|sql| Ok::<_, Refusal>(staff::pin(sql, who)?.is_some_and(|digest| digest.matches(pin))))?;
        if right { self.come_back(&vault, who) } else { Err(wrong_pin(self.spend_pin_try())) }
    }

    /// Comes back from a soft lock with the passphrase.
    ///
    /// # Errors
    /// `wrong_passphrase` and `wait`.
    pub fn unlock_with_passphrase(&self, passphrase: &Passphrase) -> Result<()> {
        let (vault, who, _) = self.soft_locked()?;
        vault.proves(passphrase)?;
        self.come_back(&vault, who)
    }

    /// Opens the vault with the recovery key, gives the named person a passphrase of their own choice, and signs them in.
    ///
    /// # Errors
    /// `wrong_passphrase` when the key is not this vault's, `not_found` when there is no such active person.
    pub fn recover(&self, key: &RecoveryKey, login: &str, passphrase: &Passphrase) -> Result<()> {
        let vault = Vault::recover(&self.folder, &crate::SCHEMA, key, self.clock())?;
        vault.write(|write| {
            let who = staff::by_login(write.sql(), login)?.ok_or_else(|| {
                Refusal::field("login", "Nobody with this sign-in name is on the staff. Check the spelling.")
            })?;
            vault.reset(write, vault::HolderId(who.uuid()), login, passphrase)?;
            write.record(vault::Entry {
                actor: None,
                role: "",
                action: "workstation.recover".into(),
                object: Some(("staff".into(), who.uuid())),
                subject: None,
                revision: None,
                digest: None,
                detail: String::new(),
            });
            Ok::<_, Refusal>(())
        })?;
        vault.close()?;
        self.sign_in(login, passphrase)?;
        // The person chose this passphrase, so it counts as renewed: the keys become their own.
        self.transact("passphrase.change", |tx| {
            tx.did("recovered");
            let (vault, write) = tx.keys();
            Ok(vault.change_passphrase(write, passphrase, passphrase)?)
        })
    }

    /// A sign of life: the idle clock starts again.
    pub fn touch(&self) {
        let now = self.clock.monotonic_ms();
        if let Some(seat) = self.state().seat.as_mut().filter(|seat| seat.locked.is_none()) {
            seat.touched = now;
        }
    }

    pub(crate) fn remember_recovery(&self, key: Option<RecoveryKey>) {
        self.state().recovery = key;
    }

    /// Looks at the recovery key that waits to be confirmed, when there is one.
    pub(crate) fn with_recovery<T>(&self, look: impl FnOnce(&RecoveryKey) -> T) -> Option<T> {
        self.state().recovery.as_ref().map(look)
    }

    fn soft_locked(&self) -> Result<(Arc<Vault>, StaffId, u8)> {
        match &self.state().seat {
            Some(Seat { vault, staff, locked: Some(lock), .. }) => Ok((Arc::clone(vault), *staff, lock.pin_tries)),
            _ => Err(Refusal::locked()),
        }
    }

    fn spend_pin_try(&self) -> u8 {
        match &mut *self.state() {
            State { seat: Some(Seat { locked: Some(lock), .. }), .. } => {
                lock.pin_tries = lock.pin_tries.saturating_sub(1);
                lock.pin_tries
            }
            _ => 0,
        }
    }

    /// Writes the entry, then shows the screen.
    fn come_back(&self, vault: &Vault, who: StaffId) -> Result<()> {
        self.transact_in(vault, who, "workstation.unlock", came(""))?;
        let now = self.clock.monotonic_ms();
        if let Some(seat) = self.state().seat.as_mut() {
            seat.locked = None;
            seat.touched = now;
        }
        Ok(())
    }

    /// Milliseconds without a sign of life, and milliseconds since a soft lock.
    pub(super) fn quiet_for(&self) -> Option<(u64, Option<u64>)> {
        let now = self.clock.monotonic_ms();
        let state = self.state();
        let seat = state.seat.as_ref()?;
        Some((now.saturating_sub(seat.touched), seat.locked.as_ref().map(|lock| now.saturating_sub(lock.since))))
    }

    /// The moment of the present soft lock.
    pub fn soft_locked_at(&self) -> Option<Moment> {
        self.state().seat.as_ref().and_then(|seat| seat.locked.as_ref()).map(|lock| lock.at)
    }
}

/// An action that is nothing but its entry.
/// Somebody is back: the entry, and in its transaction what waits for their keys. That it can wait longer keeps nobody out.
fn came(detail: &'static str) -> impl FnOnce(&mut Tx<'_, '_>) -> Result<()> {
    move |tx| {
        tx.did(detail);
        let _ = counseling_note::seal_anew(tx);
        Ok(())
    }
}

fn said(detail: impl Into<String>) -> impl FnOnce(&mut Tx<'_, '_>) -> Result<()> {
    let detail = detail.into();
    move |tx| {
        tx.did(detail);
        Ok(())
    }
}

pub(super) fn wrong_pin(tries_left: u8) -> Refusal {
    let message = match tries_left {
        0 => "The PIN is closed after 5 tries. Use your passphrase.".to_owned(),
        1 => "That is not the PIN. One more try, then only the passphrase opens.".to_owned(),
        left => format!("That is not the PIN. {left} tries are left."),
    };
    Refusal::plain(Code::WrongPassphrase, message)
}
