//! Recording a check-in, and taking one back.

use super::ipc::{RecordCheckIn, RecordedCheckIn, TakeBackCheckIn};
use super::store::{self, CheckIn};
use super::{CheckInRefusal, Told, queries, rules};
use crate::draw::{DrawId, DrawState};
use crate::group;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Moment, Refusal, Result, RowId as _, Tag};

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
    let deadline_at = match (told, shift) {
        (Told::NoTest, _) => None,
        (Told::Test, Some(ends)) => Some(rules::after_shift(tx.calendar.zone, called_at, ends)),
        (Told::Test, None) => Some(place.closes_at),
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
    Ok(RecordedCheckIn { id: check_in.id, rev: 1, told, deadline_at })
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
    place(tx, draw, client)?;
    tx.revise(Table::CheckIn, request.id, request.rev)?;
    store::void(tx, request.id)?;
    tx.wrote(Table::CheckIn, request.id, Some(client.uuid()))?;
    tx.touch(Tag::CheckIn);
    Ok(Done {})
}
