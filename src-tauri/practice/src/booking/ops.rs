//! Booking a make-up, and cancelling one.

use super::ipc::{AddBooking, CancelBooking, SavedBooking};
use super::rules::{BookingRefusal, Facts, may_book};
use super::{Booking, store};
use crate::apart::{self, Room};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb};
use crate::session::{self, Clash, SessionState};

/// Books a client into a session to make up for one that was missed.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddBooking) -> Result<SavedBooking> {
    let missed = store::missed(tx.sql(), request.attendance)?.ok_or_else(|| Refusal::not_found("attendance"))?;
    tx.reach(Info::Identity, Verb::Write, missed.client).map_err(|refusal| match refusal.code {
        crate::kernel::refusal::Code::NotFound => Refusal::not_found("attendance"),
        _ => refusal,
    })?;
    let session = session::session(tx.sql(), request.session)?;
    let mut check = Check::new();
    let reason = check.optional("apart_reason", request.apart_reason.as_deref().unwrap_or_default(), 200);
    check.done()?;
    let expected = session::expected(tx.sql(), &session)?;
    may_book(Facts {
        missed: missed.absent,
        made_up: missed.made_up,
        booked: store::open_for(tx.sql(), request.attendance)?,
        state: session.state,
        of_group: session.of_group.is_some(),
        begun: session.starts_at <= tx.now(),
        expected: expected.contains(&missed.client),
    })?;
    let there = session::in_room(tx.sql(), &session)?;
    let (day, room) = ((session.on_date, session.on_date), Room::Session(session.id.uuid()));
    apart::ensure(tx, missed.client, (&there, day), room, &reason)?;
    let clashes = store::elsewhere(tx.sql(), tx.calendar.zone, missed.client, &session)?;
    let booking = Booking {
        id: tx.id(),
        session: session.id,
        client: missed.client,
        makes_up: request.attendance,
        cancelled: false,
    };
    store::insert(tx, &booking)?;
    wrote(tx, &booking)?;
    Ok(SavedBooking { id: booking.id, rev: 1, clashes })
}

/// Cancels a booking: the client is not expected there any more, and what was missed may be booked elsewhere.
pub(super) fn cancel(tx: &mut Tx<'_, '_>, request: CancelBooking) -> Result<SavedBooking> {
    let booking = store::booking(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("booking"))?;
    tx.reach(Info::Identity, Verb::Write, booking.client).map_err(|_| Refusal::not_found("booking"))?;
    let mut check = Check::new();
    let reason = check.optional("reason", &request.reason, 200);
    check.done()?;
    let planned = session::session(tx.sql(), booking.session)?.state == SessionState::Planned;
    if booking.cancelled || !planned {
        return Err(BookingRefusal::Over.into());
    }
    tx.revise(Table::Booking, booking.id, request.rev)?;
    store::cancel(tx, booking.id, &reason)?;
    wrote(tx, &booking)?;
    Ok(SavedBooking { id: booking.id, rev: request.rev + 1, clashes: Vec::<Clash>::new() })
}

fn wrote(tx: &mut Tx<'_, '_>, booking: &Booking) -> Result<()> {
    tx.wrote(Table::Booking, booking.id, Some(booking.client.uuid()))?;
    tx.touch(Tag::Session);
    tx.touch(Tag::Attendance);
    Ok(())
}
