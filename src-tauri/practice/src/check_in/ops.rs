//! Recording a check-in, and taking one back.

use chrono::Days;

use super::ipc::{CloseLine, ClosedLine, RecordCheckIn, RecordedCheckIn, TakeBackCheckIn};
use super::store::{self, CheckIn};
use super::{CheckInCloseId, CheckInRefusal, Told, queries, rules};
use crate::client::ClientId;
use crate::draw::{DrawId, DrawState};
use crate::follow_up;
use crate::group;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Moment, Refusal, Result, RowId as _, Tag};
use crate::practice::policy;
use crate::work_pattern::{self, TakenBy};

/// Records that somebody checked in. What they are told is what the draw says.
pub(super) fn record(tx: &mut Tx<'_, '_>, request: RecordCheckIn) -> Result<RecordedCheckIn> {
    let place = place(tx, request.draw, request.client)?;
    if place.state != DrawState::Noticed {
        return Err(CheckInRefusal::NotOpen.into());
    }
    if place.called {
        return Err(CheckInRefusal::Already.into());
    }
    let mut check = Check::new();
    let noted = check.optional("noted", &request.noted, 300);
    let called_at = called_at(tx, &mut check, &place, request.time.as_deref());
    let shift = request.shift_ends.as_deref().map(|ends| group::wall_time(&mut check, "shift_ends", ends));
    check.done()?;
    let told = if place.selected { Told::Test } else { Told::NoTest };
    let minutes = policy::whole_on(tx.sql(), policy::AFTER_SHIFT, place.on_date)?;
    let works = match (told, shift) {
        (Told::Test, None) => by_pattern(tx, request.client, (called_at, &place), minutes)?,
        _ => None,
    };
    let deadline_at = match (told, shift) {
        (Told::NoTest, _) => None,
        (Told::Test, Some(ends)) => Some(rules::after_shift(tx.calendar.zone, called_at, ends, minutes)),
        (Told::Test, None) => Some(works.unwrap_or(place.closes_at)),
    };
    let check_in = CheckIn {
        id: tx.id(),
        draw: request.draw,
        client: request.client,
        called_at,
        told,
        means: request.means,
        deadline_at,
        noted,
    };
    store::insert(tx, &check_in)?;
    tx.wrote(Table::CheckIn, check_in.id, Some(request.client.uuid()))?;
    tx.touch(Tag::CheckIn);
    if place.closed {
        // The line was closed without this call: what followed on a missed check-in follows on the call as it stands now.
        follow_up::settle_check_in(tx, request.client, request.draw.uuid(), called_at > place.closes_at)?;
    }
    Ok(RecordedCheckIn { id: check_in.id, rev: 1, told, deadline_at, by_pattern: works.is_some() })
}

/// The deadline by the shifts of the client's work pattern. Blocked times and call are no shifts.
fn by_pattern(
    tx: &Tx<'_, '_>,
    client: ClientId,
    (called_at, place): (Moment, &store::Place),
    minutes: i64,
) -> Result<Option<Moment>> {
    let versions = work_pattern::of_client(tx.sql(), client)?;
    let until = place.on_date.checked_add_days(Days::new(1)).unwrap_or(place.on_date);
    let shifts: Vec<(Moment, Moment)> = work_pattern::busy(&versions, tx.calendar.zone, (place.on_date, until))
        .into_iter()
        .filter(|busy| matches!(busy.what, TakenBy::Day | TakenBy::Night))
        .map(|busy| (busy.from, busy.until))
        .collect();
    Ok(rules::by_pattern(&shifts, called_at, place.closes_at, minutes))
}

/// Closes a line after its time: who has not called in time has missed the check-in, and what follows on that is opened.
/// Asked again, it changes nothing.
pub(super) fn close(tx: &mut Tx<'_, '_>, request: CloseLine) -> Result<ClosedLine> {
    let line = store::line(tx.sql(), request.draw)?.ok_or_else(|| Refusal::not_found("check-in"))?;
    rules::may_close(line.state == DrawState::Noticed, line.closes_at, tx.now())?;
    if let Some(missed) = line.closed_with {
        tx.did_to(Table::Draw, request.draw, None, "closed already");
        return Ok(ClosedLine { missed });
    }
    let missed = store::missed(tx.sql(), request.draw)?;
    for client in &missed {
        follow_up::settle_check_in(tx, *client, request.draw.uuid(), true)?;
    }
    let missed = i64::try_from(missed.len()).unwrap_or_default();
    let id: CheckInCloseId = tx.id();
    store::insert_close(tx, id, request.draw, missed)?;
    tx.wrote(Table::CheckInClose, id, None)?;
    tx.touch(Tag::CheckIn);
    tx.touch(Tag::Draw);
    Ok(ClosedLine { missed })
}

fn called_at(tx: &Tx<'_, '_>, check: &mut Check, place: &store::Place, time: Option<&str>) -> Moment {
    let now = tx.now();
    let Some(text) = time else { return now };
    let time = group::wall_time(check, "time", text);
    let at = tx.calendar.zone.moment(place.on_date, time).unwrap_or(now);
    check.ensure(at <= now, "time", "This time has not come yet.");
    check.ensure(at >= place.notice_at, "time", "The line was not open yet at this time.");
    at
}

/// Somebody's place on a list that the person keeps. Outside the reach and not there give the same answer.
fn place(tx: &Tx<'_, '_>, draw: DrawId, client: crate::client::ClientId) -> Result<store::Place> {
    let gone = || Refusal::not_found("check-in");
    let place = store::place(tx.sql(), draw, client)?.ok_or_else(gone)?;
    if queries::keeps(&tx.view(), client, place.restricted)? { Ok(place) } else { Err(gone()) }
}

/// Takes a check-in back that was recorded by mistake.
pub(super) fn take_back(tx: &mut Tx<'_, '_>, request: TakeBackCheckIn) -> Result<Done> {
    let (draw, client) = store::of(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("check-in"))?;
    let place = place(tx, draw, client)?;
    tx.revise(Table::CheckIn, request.id, request.rev)?;
    store::void(tx, request.id)?;
    tx.wrote(Table::CheckIn, request.id, Some(client.uuid()))?;
    if place.closed {
        follow_up::settle_check_in(tx, client, draw.uuid(), true)?;
    }
    tx.touch(Tag::CheckIn);
    Ok(Done {})
}
