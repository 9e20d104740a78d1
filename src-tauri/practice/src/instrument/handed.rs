//! The screen in the client's hand: locked softly, showing one instrument and nothing of anybody.
//!
//! What must hold: what is handed over belongs to one lock; after the next unlock it is gone. The answers are recorded
//! behind the lock, in the name of whoever handed it over, and nothing that comes back tells what they mean. What is not
//! handed in yet is kept as a draft of whoever handed it over: a lock by the clock or an empty battery loses at most a
//! second of it, and the client goes on with it the same day. An answer that calls for a safety step is recorded as soon as
//! it is given, with what is answered so far: the client may never hand the sheet in.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::json;

use super::ipc::{HandInstrument, HandedAnswers, HandedForm, InstrumentForm};
use super::rules::InstrumentRefusal;
use super::score::{self, Answers};
use super::{MeasurementId, Mode, ops, queries};
use crate::client::ClientId;
use crate::draft;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Info, Result, RowId as _, Verb, View};
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
    answers: Answers,
    /// What alerted before the sheet was handed in.
    alerted: Option<MeasurementId>,
    done: bool,
}

/// The form in which the staff takes an instrument down. What a client leaves unfinished lies there too.
const FORM: &str = "instrument.record";

fn subject(client: ClientId, code: &str) -> String {
    format!("{}/{code}", client.uuid())
}

/// What was answered today and not handed in, and what of it was recorded because it alerted.
pub(super) fn begun(view: &View<'_>, client: ClientId, code: &str) -> Result<(Answers, Option<MeasurementId>)> {
    // The questions ask about now: what was begun on another day is not gone on with.
    let morning = view.zone().start_of(view.today());
    let kept = draft::since(view, FORM, &subject(client, code), morning)?;
    let Some(body) = kept else { return Ok(Default::default()) };
    let answers = serde_json::from_value(body["answers"].clone()).unwrap_or_default();
    Ok((answers, serde_json::from_value(body["alerted"].clone()).unwrap_or_default()))
}

impl Handed {
    fn slot(&self) -> MutexGuard<'_, Option<Slot>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether something of it belongs to the lock that holds now.
    pub(crate) fn lies_in_hand(&self, desk: &Workstation) -> bool {
        desk.lock_mark().is_some_and(|mark| self.slot().as_ref().is_some_and(|slot| slot.mark == mark))
    }
}

/// What belongs to the lock that holds now.
fn present(desk: &Workstation) -> Option<Slot> {
    let mark = desk.lock_mark()?;
    desk.instrument.slot().clone().filter(|slot| slot.mark == mark)
}

/// Hands the screen to the client: from now on it shows the instrument alone, until somebody of the staff unlocks it.
pub(super) fn hand(desk: &Workstation, request: HandInstrument) -> Result<Done> {
    let (form, (answers, alerted)) = desk.look(|view| {
        view.reach(Info::Notes, Verb::Write, request.client)?;
        let (_, definition) = queries::definition(view, &request.code)?;
        if definition.by_clinician() {
            return Err(InstrumentRefusal::ByClinician.into());
        }
        Ok((queries::form(&definition), begun(view, request.client, &request.code)?))
    })?;
    if let Some(mark) = desk.hide_and_mark() {
        let slot = Slot { mark, client: request.client, code: request.code, form, answers, alerted, done: false };
        *desk.instrument.slot() = Some(slot);
    }
    Ok(Done {})
}

/// What the locked screen shows.
pub(super) fn form(desk: &Workstation, _: Nothing) -> Result<HandedForm> {
    let slot = present(desk);
    let done = slot.as_ref().is_some_and(|slot| slot.done);
    let open = slot.filter(|slot| !slot.done);
    let answers = open.as_ref().map(|slot| slot.answers.clone()).unwrap_or_default();
    Ok(HandedForm { form: open.map(|slot| slot.form), answers, done })
}

/// Keeps what the client has answered so far.
pub(super) fn keep(desk: &Workstation, request: HandedAnswers) -> Result<Done> {
    let slot = present(desk).filter(|slot| !slot.done).ok_or(InstrumentRefusal::NotHanded)?;
    let alerted = desk.transact_behind_lock("instrument.keep", |tx| {
        tx.reach(Info::Notes, Verb::Write, slot.client)?;
        let (_, definition) = queries::definition(&tx.view(), &slot.code)?;
        let mut check = Check::new();
        score::check_answers(&mut check, &definition, &request.answers);
        check.done()?;
        let alerted = match slot.alerted {
            None if score::alerts(&definition, &request.answers) => {
                Some(ops::take_down(tx, (slot.client, &slot.code), &request.answers, Mode::Client)?)
            }
            before => before,
        };
        let body = json!({ "answers": request.answers, "alerted": alerted });
        draft::keep(tx, FORM, &subject(slot.client, &slot.code), &body)?;
        Ok(alerted)
    })?;
    if let Some(slot) = desk.instrument.slot().as_mut() {
        (slot.answers, slot.alerted) = (request.answers, alerted);
    }
    Ok(Done {})
}

/// Takes the client's answers in. The answer is the same whatever they are.
pub(super) fn hand_in(desk: &Workstation, request: HandedAnswers) -> Result<Done> {
    let slot = present(desk).filter(|slot| !slot.done).ok_or(InstrumentRefusal::NotHanded)?;
    desk.transact_behind_lock("instrument.hand_in", |tx| {
        let taken = ops::take_down(tx, (slot.client, &slot.code), &request.answers, Mode::Client)?;
        if let Some(begun) = slot.alerted {
            ops::handed_in_whole(tx, begun, taken)?;
        }
        draft::close(tx, FORM, &subject(slot.client, &slot.code))?;
        Ok(taken)
    })?;
    if let Some(slot) = desk.instrument.slot().as_mut() {
        slot.done = true;
    }
    Ok(Done {})
}
