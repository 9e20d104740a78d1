//! The screen in the client's hand: locked softly, showing one instrument and nothing of anybody.
//!
//! What must hold: what is handed over belongs to one lock; after the next unlock it is gone. The answers are recorded
//! behind the lock, in the name of whoever handed it over, and nothing that comes back tells what they mean.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::ipc::{HandInstrument, HandedAnswers, HandedForm, InstrumentForm};
use super::rules::InstrumentRefusal;
use super::{Mode, ops, queries};
use crate::client::ClientId;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Info, Result, Verb};
use crate::workstation::{LockMark, Workstation};

/// What is in the client's hand, if anything.
#[derive(Default)]
pub(crate) struct Handed(Mutex<Option<Slot>>);

#[derive(Clone)]
struct Slot {
    mark: LockMark,
    client: ClientId,
    code: String,
    form: InstrumentForm,
    done: bool,
}

impl Handed {
    fn slot(&self) -> MutexGuard<'_, Option<Slot>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What belongs to the lock that holds now.
fn present(desk: &Workstation) -> Option<Slot> {
    let mark = desk.lock_mark()?;
    desk.instrument.slot().clone().filter(|slot| slot.mark == mark)
}

/// Hands the screen to the client: from now on it shows the instrument alone, until somebody of the staff unlocks it.
pub(super) fn hand(desk: &Workstation, request: HandInstrument) -> Result<Done> {
    let form = desk.look(|view| {
        view.reach(Info::Notes, Verb::Write, request.client)?;
        let (_, definition) = queries::definition(view, &request.code)?;
        if definition.by_clinician() {
            return Err(InstrumentRefusal::ByClinician.into());
        }
        Ok(queries::form(&definition))
    })?;
    if let Some(mark) = desk.hide_and_mark() {
        let slot = Slot { mark, client: request.client, code: request.code, form, done: false };
        *desk.instrument.slot() = Some(slot);
    }
    Ok(Done {})
}

/// What the locked screen shows.
pub(super) fn form(desk: &Workstation, _: Nothing) -> Result<HandedForm> {
    let slot = present(desk);
    let done = slot.as_ref().is_some_and(|slot| slot.done);
    Ok(HandedForm { form: slot.filter(|slot| !slot.done).map(|slot| slot.form), done })
}

/// Takes the client's answers in. The answer is the same whatever they are.
pub(super) fn hand_in(desk: &Workstation, request: HandedAnswers) -> Result<Done> {
    let slot = present(desk).filter(|slot| !slot.done).ok_or(InstrumentRefusal::NotHanded)?;
    desk.transact_behind_lock("instrument.hand_in", |tx| {
        ops::take_down(tx, (slot.client, &slot.code), &request.answers, Mode::Client)
    })?;
    if let Some(slot) = desk.instrument.slot().as_mut() {
        slot.done = true;
    }
    Ok(Done {})
}
