//! Marking, and taking the latest mark back.

use super::ipc::{MarkArrival, SavedArrival, TakeMarkBack};
use super::rules::{ArrivalRefusal, may_mark};
use super::{Arrival, Mark, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb};
use crate::session::{self, SessionState};

/// Marks somebody who is expected today.
pub(super) fn mark(tx: &mut Tx<'_, '_>, request: MarkArrival) -> Result<SavedArrival> {
    tx.reach(Info::Attendance, Verb::CheckIn, request.client)?;
    let mut check = Check::new();
    let late = request.mark == Mark::Late;
    let called = late || request.mark == Mark::NotComing;
    let reason = check.optional("reason", &request.reason, 200);
    if request.mark == Mark::NotComing {
        check.ensure(!reason.is_empty(), "reason", "Type what was said, such as: shift moved.");
    }
    let minutes = request.minutes.filter(|_| late);
    check.ensure(
        !late || minutes.is_some_and(|minutes| (1..=600).contains(&minutes)),
        "minutes",
        "Type 1 to 600 minutes.",
    );
    check.ensure(!late || request.session.is_some(), "session", "Choose the session it is about.");
    check.done()?;
    let today = tx.today();
    let expected = store::expected(tx.sql(), request.client, today)?;
    if expected.is_empty() || request.session.is_some_and(|session| !expected.contains(&session)) {
        return Err(ArrivalRefusal::NotExpected.into());
    }
    if let Some(id) = request.session.filter(|_| called)
        && session::session(tx.sql(), id)?.state != SessionState::Planned
    {
        return Err(ArrivalRefusal::Recorded.into());
    }
    may_mark(&store::of_client(tx.sql(), request.client, today)?, request.mark)?;
    let arrival = Arrival {
        id: tx.id(),
        client: request.client,
        on_date: today,
        mark: request.mark,
        session: request.session.filter(|_| called),
        minutes,
        reason: if called { reason } else { String::new() },
        marked_at: tx.now(),
        rev: 1,
    };
    store::insert(tx, &arrival)?;
    tx.wrote(Table::Arrival, arrival.id, Some(arrival.client.uuid()))?;
    tx.touch(Tag::Arrival);
    Ok(SavedArrival { id: arrival.id, rev: 1 })
}

/// Takes the latest mark of somebody back: the one before it holds again.
pub(super) fn take_back(tx: &mut Tx<'_, '_>, request: TakeMarkBack) -> Result<SavedArrival> {
    let arrival = store::arrival(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("mark"))?;
    tx.reach(Info::Attendance, Verb::CheckIn, arrival.client).map_err(|_| Refusal::not_found("mark"))?;
    let marks = store::of_client(tx.sql(), arrival.client, arrival.on_date)?;
    if marks.last().is_some_and(|latest| latest.id != arrival.id) {
        return Err(ArrivalRefusal::NotLatest.into());
    }
    tx.revise(Table::Arrival, arrival.id, request.rev)?;
    store::void(tx, arrival.id)?;
    tx.wrote(Table::Arrival, arrival.id, Some(arrival.client.uuid()))?;
    tx.touch(Tag::Arrival);
    Ok(SavedArrival { id: arrival.id, rev: request.rev + 1 })
}
