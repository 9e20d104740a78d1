//! The workstation: who sits here, whether the screen is locked, and the one function that runs every call.
//!
//! One vault is open on one workstation by one person at a time. Two depths of lock (vault.md decision 7): **soft** keeps
//! the vault open in locked memory and hides everything; **hard** closes it and wipes the keys. A panic anywhere behind
//! the door locks hard, because nobody can say what state it left.

mod enter;
mod idle;
pub mod ipc;
mod jobs;
mod proof;
mod state;

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use vault::{Clock, Entry, KdfCost, RecoveryKey, Vault};

use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Code;
use crate::kernel::router::{Call, Kind, LONGEST_REQUEST, Need, Run};
use crate::kernel::{Actor, Moment, Outside, Refusal, Result, Role, RowId, Tx, View};
use crate::{practice, staff};

pub(crate) use enter::LockMark;
use enter::Why;
pub use idle::Tick;
pub use jobs::{Job, JobState, Jobs, StartedJob, Watch};
pub use proof::Proof;
pub use state::{Lock, Person, StateWord, WorkstationState};

/// PIN tries before the passphrase is asked for.
const PIN_TRIES: u8 = 5;

/// Somebody signed in.
pub(crate) struct Seat {
    pub(crate) vault: Arc<Vault>,
    pub(crate) staff: StaffId,
    /// Monotonic milliseconds of the last sign of life.
    touched: u64,
    locked: Option<SoftLock>,
}

struct SoftLock {
    at: Moment,
    since: u64,
    pin_tries: u8,
}

#[derive(Default)]
struct State {
    seat: Option<Seat>,
    /// When the last lock of this run happened, for the line above the sign-in box.
    locked_at: Option<Moment>,
    /// A recovery key that was shown and not yet typed back.
    recovery: Option<RecoveryKey>,
    /// Wrong PINs of each person since their passphrase was last right, where a PIN proves who sits here.
    wrong_pins: HashMap<StaffId, u8>,
}

/// One installation in front of one person.
pub struct Workstation {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    pub(crate) outside: Arc<dyn Outside>,
    cost: Option<KdfCost>,
    calls: HashMap<&'static str, Call>,
    state: Mutex<State>,
    pub(crate) jobs: Jobs,
    /// The folder somebody chose to import.
    pub(crate) import: crate::import::Chosen,
    /// The file of results somebody chose.
    pub(crate) results: crate::result_file::Chosen,
    /// The instrument in a client's hand.
    pub(crate) instrument: crate::instrument::Handed,
    /// The plan in a client's hand.
    pub(crate) plan: crate::plan::Handed,
    upkeep: Mutex<idle::Upkeep>,
    /// Long work runs on threads of its own and holds the workstation while it does.
    me: Weak<Workstation>,
}

impl Workstation {
    /// A workstation over a vault folder that may not exist yet. Nothing is opened.
    ///
    /// `cost` fixes the cost of deriving keys for a new vault; `None` calibrates it to this machine.
    pub fn new(folder: &Path, clock: Arc<dyn Clock>, outside: Arc<dyn Outside>, cost: Option<KdfCost>) -> Arc<Self> {
        let calls = crate::calls().into_iter().map(|call| (call.name, call)).collect();
        Arc::new_cyclic(|me| Self {
            folder: folder.to_owned(),
            clock,
            outside,
            cost,
            calls,
            state: Mutex::default(),
            jobs: Jobs::default(),
            import: crate::import::Chosen::default(),
            results: crate::result_file::Chosen::default(),
            instrument: crate::instrument::Handed::default(),
            plan: crate::plan::Handed::default(),
            upkeep: Mutex::default(),
            me: Weak::clone(me),
        })
    }

    /// Runs a call: the command door. `payload` and the answer are JSON.
    ///
    /// With `dry_run`, an operation runs whole and is then undone; the window uses it for faults beside fields. One that
    /// acts on the workstation itself is refused instead.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing was changed.
    pub fn call(&self, name: &str, payload: &str, dry_run: bool) -> Result<String> {
        let call = self.calls.get(name).ok_or_else(|| {
            Refusal::plain(
                Code::UnknownCall,
                "The window asked for something this version does not know. Restart Evenkeel.",
            )
        })?;
        if payload.len() > LONGEST_REQUEST {
            return Err(Refusal::plain(
                Code::Malformed,
                "This is too long to save at once. Shorten it and try again.",
            ));
        }
        catch_unwind(AssertUnwindSafe(|| self.run(call, payload, dry_run))).unwrap_or_else(|_| {
            self.lock(Lock::Hard, Why::Panic);
            Err(Refusal::internal("panic"))
        })
    }

    fn run(&self, call: &Call, payload: &str, dry_run: bool) -> Result<String> {
        match &call.run {
            Run::Query(run) => {
                let (vault, who) = self.seated(call)?;
                let result = vault.read(|sql| {
                    let actor = staff::actor(sql, who)?;
                    permitted(call, &actor)?;
                    let calendar = practice::calendar(sql)?;
                    run(&View { sql, actor: &actor, now: self.now(), calendar, vault: &vault }, payload)
                });
                self.note_denial(&vault, who, call, result)
            }
            Run::Op(run) => {
                let (vault, who) = self.seated(call)?;
                let body = |write: &mut vault::Write<'_>| {
                    let actor = staff::actor(write.sql(), who)?;
                    let role = permitted(call, &actor)?;
                    let calendar = practice::calendar(write.sql())?;
                    run(&mut Tx::open(write, &vault, &actor, role, call.name, calendar), payload)
                };
                let result = if dry_run { vault.rehearse(body) } else { vault.write(body) };
                self.note_denial(&vault, who, call, result)
            }
            // What it does is not one transaction and cannot be undone.
            Run::Desk(_) if dry_run && call.kind == Kind::Op => Err(Refusal::plain(
                Code::Malformed,
                "The window asked to rehearse something that cannot be rehearsed. Restart Evenkeel.",
            )),
            Run::Desk(run) => {
                if call.need != Need::Nothing {
                    let (vault, who) = self.seated(call)?;
                    let allowed = vault.read(|sql| permitted(call, &staff::actor(sql, who)?).map(|_| ()));
                    self.note_denial(&vault, who, call, allowed)?;
                }
                run(self, payload)
            }
        }
    }

    /// Runs an operation that a desk call needs, through the same write door and under the desk call's own name.
    pub(crate) fn transact<T>(
        &self,
        action: &'static str,
        run: impl FnOnce(&mut Tx<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        self.anyone_seated()?;
        self.transact_behind_lock(action, run)
    }

    /// As [`Self::transact`], also while the screen is locked softly: for long work that was started before.
    pub(crate) fn transact_behind_lock<T>(
        &self,
        action: &'static str,
        run: impl FnOnce(&mut Tx<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        let (vault, who) = self.seat_behind_lock()?;
        self.transact_in(&vault, who, action, run)
    }

    /// As [`Self::transact`], in a vault that may not be seated yet, or not any more: for the entries of coming and going.
    fn transact_in<T>(
        &self,
        vault: &Vault,
        who: StaffId,
        action: &'static str,
        run: impl FnOnce(&mut Tx<'_, '_>) -> Result<T>,
    ) -> Result<T> {
        vault.write(|write| {
            let actor = staff::actor(write.sql(), who)?;
            let role = self.role_for(action, &actor);
            let calendar = practice::calendar(write.sql())?;
            run(&mut Tx::open(write, vault, &actor, role, action, calendar))
        })
    }

    /// The role whose permit let a desk call through: what its line needs. The door has checked it; here it is named.
    fn role_for(&self, action: &str, actor: &Actor) -> Option<Role> {
        self.calls.get(action).and_then(|call| permitted(call, actor).ok().flatten())
    }

    pub(crate) fn vault_behind_lock(&self) -> Result<Arc<Vault>> {
        self.seat_behind_lock().map(|(vault, _)| vault)
    }

    fn seat_behind_lock(&self) -> Result<(Arc<Vault>, StaffId)> {
        let state = self.state();
        let seat = state.seat.as_ref().ok_or_else(Refusal::locked)?;
        Ok((Arc::clone(&seat.vault), seat.staff))
    }

    /// Looks at the store on behalf of a desk call.
    pub(crate) fn look<T>(&self, run: impl FnOnce(&View<'_>) -> Result<T>) -> Result<T> {
        let (vault, who) = self.anyone_seated()?;
        vault.read(|sql| {
            let actor = staff::actor(sql, who)?;
            let calendar = practice::calendar(sql)?;
            run(&View { sql, actor: &actor, now: self.now(), calendar, vault: &vault })
        })
    }

    /// Denied attempts are written in a transaction of their own (vault.md decision 3).
    fn note_denial<T>(&self, vault: &Vault, who: StaffId, call: &Call, result: Result<T>) -> Result<T> {
        if let Err(Refusal { code: Code::NotPermitted, rule: None, .. }) = &result {
            vault.write(|write| {
                write.record(Entry {
                    actor: Some(who.uuid()),
                    role: "",
                    action: "denied".into(),
                    object: None,
                    subject: None,
                    revision: None,
                    digest: None,
                    detail: call.name.into(),
                });
                Ok::<_, Refusal>(())
            })?;
        }
        result
    }

    /// The open vault and the person, when the screen is not locked and the passphrase is their own.
    fn seated(&self, call: &Call) -> Result<(Arc<Vault>, StaffId)> {
        let (vault, who) = self.anyone_seated()?;
        if vault.must_renew() && !call.while_renewing {
            return Err(Refusal::plain(
                Code::MustRenew,
                "Your passphrase was set by a director. Make your own first; nobody else will know it.",
            ));
        }
        Ok((vault, who))
    }

    pub(crate) fn anyone_seated(&self) -> Result<(Arc<Vault>, StaffId)> {
        match &self.state().seat {
            Some(seat) if seat.locked.is_none() => Ok((Arc::clone(&seat.vault), seat.staff)),
            _ => Err(Refusal::locked()),
        }
    }

    /// Whether a client holds the device now, with an instrument or a plan on its screen.
    pub fn in_hand(&self) -> bool {
        self.instrument.lies_in_hand(self) || self.plan.lies_in_hand(self)
    }

    /// Now, by the injected clock.
    pub fn now(&self) -> Moment {
        Moment(self.clock.now_ms())
    }

    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    pub(crate) fn fixed_cost(&self) -> Option<KdfCost> {
        self.cost
    }

    /// The folder of the vault.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    // A poisoned lock means a panic between two assignments; the state is still whole.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The role that lets the call through; none when the call needs none, such as changing one's own passphrase.
fn permitted(call: &Call, actor: &Actor) -> Result<Option<Role>> {
    match call.need {
        Need::Nothing | Need::SignedIn => Ok(None),
        Need::Cell(info, verb) => actor.permit(info, verb).map(|permit| Some(permit.role)),
        Need::AnyCell(cells) => cells
            .iter()
            .find_map(|(info, verb)| actor.permit(*info, *verb).ok())
            .map(|permit| Some(permit.role))
            .ok_or_else(Refusal::not_permitted),
    }
}
