//! The plan in the client's hand: locked softly, showing this plan alone, for a name and a signature.
//!
//! What must hold: what is handed over belongs to one lock; after the next unlock it is gone. The signature is recorded
//! behind the lock, in the name of whoever handed the device over, under the version that was shown.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::{OnePlan, Problem};
use super::rules::{self, PlanRefusal};
use super::signature::{self, Signed};
use super::{PlanId, SignedHow, ops, queries};
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Info, Result, Tag, Verb};
use crate::workstation::{LockMark, Workstation};

/// The most characters of a drawing: some thousand points.
const MOST_DRAWN: usize = 40_000;

/// What is in the client's hand, if anything.
#[derive(Default)]
pub(crate) struct Handed(Mutex<Option<Slot>>);

#[derive(Clone)]
struct Slot {
    mark: LockMark,
    plan: PlanId,
    sheet: PlanSheet,
    done: bool,
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

/// A plan as the client reads it: without a name, since the screen may be seen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanSheet {
    pub version: i64,
    pub problems: Vec<Problem>,
}

/// What the screen shows while a plan is handed to a client.
#[derive(Debug, Serialize, TS)]
pub struct HandedPlan {
    /// None when nothing is handed over, and after it was signed.
    pub sheet: Option<PlanSheet>,
    /// It was signed; the screen waits for the staff.
    pub done: bool,
}

/// The request of `plan_signature.hand_in`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandedSignature {
    pub name: String,
    /// The strokes, if the client drew any.
    pub drawn: String,
}

fn present(desk: &Workstation) -> Option<Slot> {
    let mark = desk.lock_mark()?;
    desk.plan.slot().clone().filter(|slot| slot.mark == mark)
}

/// Hands the screen to the client: it shows the active plan alone until somebody of the staff unlocks it.
pub(super) fn hand(desk: &Workstation, request: OnePlan) -> Result<Done> {
    let sheet = desk.look(|view| {
        let client = queries::client_of(view, request.id)?;
        view.reach(Info::Plan, Verb::Write, client).map_err(queries::hidden)?;
        let plan = queries::one(view, request.id)?;
        rules::is_active(plan.state)?;
        if plan.client_signature.is_some() {
            return Err(PlanRefusal::ClientSigned.into());
        }
        Ok(PlanSheet { version: plan.version, problems: plan.problems })
    })?;
    if let Some(mark) = desk.hide_and_mark() {
        *desk.plan.slot() = Some(Slot { mark, plan: request.id, sheet, done: false });
    }
    Ok(Done {})
}

/// What the locked screen shows.
pub(super) fn sheet(desk: &Workstation, _: Nothing) -> Result<HandedPlan> {
    let slot = present(desk);
    let done = slot.as_ref().is_some_and(|slot| slot.done);
    Ok(HandedPlan { sheet: slot.filter(|slot| !slot.done).map(|slot| slot.sheet), done })
}

/// Takes the client's signature in.
pub(super) fn hand_in(desk: &Workstation, request: HandedSignature) -> Result<Done> {
    let slot = present(desk).filter(|slot| !slot.done).ok_or(PlanRefusal::NotHanded)?;
    let mut check = Check::new();
    let name = check.required("name", &request.name, 120, "Type your name.");
    let drawn = check.optional("drawn", &request.drawn, MOST_DRAWN);
    check.ensure(signature::are_strokes(&drawn), "drawn", "Draw the signature again.");
    check.done()?;
    desk.transact_behind_lock("plan_signature.hand_in", |tx| {
        let version = ops::seen(tx, Verb::Write, slot.plan)?;
        tx.touch(Tag::Plan);
        let on = tx.today();
        signature::write(tx, &version, &Signed { how: SignedHow::Screen, name, drawn, on, reason: String::new() })
    })?;
    if let Some(slot) = desk.plan.slot().as_mut() {
        slot.done = true;
    }
    Ok(Done {})
}
