//! What a closure does to sessions: those planned on its date are cancelled with it, when asked, and come back with it.
//!
//! A closure may also stand beside sessions that stay planned: the practice is closed, and this group meets all the same.

use super::ipc::{ClosedSession, ClosureRemoved, ClosuresAdded};
use super::{Session, SessionId, SessionState, queries, store};
use crate::closure::ipc::{AddClosures, RemoveClosure};
use crate::closure::{self, Closure};
use crate::group;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Result, RowId, Tag};

/// `closure.add`: says what is planned on those dates, and cancels it when asked. Dates before today close nothing that
/// was planned: it took place, or somebody says otherwise.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddClosures) -> Result<ClosuresAdded> {
    let cancels = request.cancel_planned;
    let closures = closure::add(tx, request)?;
    let mut sessions = Vec::new();
    for closure in &closures {
        if closure.on_date >= tx.today() {
            sessions.extend(on_closed(tx, closure, cancels)?);
        }
    }
    if cancels && !sessions.is_empty() {
        tx.touch(Tag::Session);
    }
    Ok(ClosuresAdded { added: closures.len(), cancelled: cancels, sessions })
}

fn on_closed(tx: &mut Tx<'_, '_>, closure: &Closure, cancels: bool) -> Result<Vec<ClosedSession>> {
    let mut sessions = Vec::new();
    for id in store::planned_on(tx.sql(), closure.on_date)? {
        let session = queries::session(tx.sql(), id)?;
        let expected = queries::expected(tx.sql(), &session)?.len();
        sessions.push(ClosedSession {
            title: queries::whose_title(tx.sql(), &session)?,
            on_date: session.on_date,
            starts: session.starts.format("%H:%M").to_string(),
            expected,
        });
        if cancels {
            cancel_for(tx, &session, closure)?;
        }
    }
    Ok(sessions)
}

/// Cancels a session for a closure.
pub(super) fn cancel_for(tx: &mut Tx<'_, '_>, session: &Session, closure: &Closure) -> Result<()> {
    tx.revise(Table::Session, session.id, session.rev)?;
    store::cancel_for(tx, session.id, closure)?;
    tx.wrote(Table::Session, session.id, session.client.map(RowId::uuid))
}

/// `closure.remove`: what it cancelled comes back, as far as its place still holds and nothing took its time.
pub(super) fn remove(tx: &mut Tx<'_, '_>, request: RemoveClosure) -> Result<ClosureRemoved> {
    let closure = closure::remove(tx, &request)?;
    let cancelled = store::cancelled_for(tx.sql(), closure.id, tx.today())?;
    let mut planned = 0;
    if request.plan_again {
        for id in &cancelled {
            planned += usize::from(comes_back(tx, *id)?);
        }
        if planned > 0 {
            tx.touch(Tag::Session);
        }
    }
    Ok(ClosureRemoved { planned, left: cancelled.len() - planned })
}

fn comes_back(tx: &mut Tx<'_, '_>, id: SessionId) -> Result<bool> {
    let session = queries::session(tx.sql(), id)?;
    if !stands_again(tx, &session)? {
        return Ok(false);
    }
    tx.revise(Table::Session, session.id, session.rev)?;
    store::plan_again(tx, session.id)?;
    tx.wrote(Table::Session, session.id, session.client.map(RowId::uuid))?;
    Ok(true)
}

/// Whether a cancelled session may stand again: its group meets, its weekly place still holds on its date, and no other
/// session took its time.
pub(super) fn stands_again(tx: &Tx<'_, '_>, session: &Session) -> Result<bool> {
    if session.state != SessionState::Cancelled {
        return Ok(false);
    }
    let Some(of_group) = session.of_group else { return Ok(true) };
    let holds = match session.slot {
        Some((slot, on)) => group::slot(tx.sql(), slot)?.until_on.is_none_or(|until| until > on),
        None => true,
    };
    let active = group::group(tx.sql(), of_group)?.active;
    Ok(active && holds && !store::is_taken(tx.sql(), of_group, session.starts_at, session.id)?)
}
