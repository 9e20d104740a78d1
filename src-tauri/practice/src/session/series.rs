//! "This and the following": one session and all later ones of its weekly place are moved or cancelled together.
//!
//! The place ends before this session's date, and another begins; planned sessions follow it in the same transaction, each
//! by as many days. What must hold: a recorded session is never touched, and no week of the place is planned twice. So this
//! session lies today or later and after every recorded one. A session that was moved by hand keeps its own date and time;
//! one that was cancelled by hand stays cancelled; one whose new date is closed is cancelled with the closure.

use chrono::{Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta};

use super::ipc::{CancelSeries, CancelledSeries, MoveSeries, MovedSeries, ResumeSeries};
use super::rules::{SessionRefusal, may_change, wall_moment};
use super::{Clash, Session, SessionId, SessionState, clash, closing, ops, plan, store, together};
use crate::closure;
use crate::group::{self, Slot};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Moment, Refusal, Result, Tag};

/// How far this session may move with the following ones: within a week of its place, so that weeks stay weeks.
const MOST_DAYS: i64 = 6;

/// This session, its weekly place, and every session of the place from its date on.
struct Series {
    this: Session,
    slot: Slot,
    on: NaiveDate,
    all: Vec<Session>,
}

impl Series {
    fn of(tx: &mut Tx<'_, '_>, id: SessionId) -> Result<Self> {
        let this = ops::arranged(tx, id)?;
        may_change(this.state)?;
        let Some((slot, on)) = this.slot else { return Err(SessionRefusal::NotWeekly.into()) };
        let slot = group::slot(tx.sql(), slot)?;
        if slot.until_on.is_some_and(|until| until <= on) {
            return Err(SessionRefusal::PlaceEnded.into());
        }
        if on < tx.today() || this.on_date < tx.today() {
            return Err(SessionRefusal::Past.into());
        }
        let mut all = Vec::new();
        for id in store::of_place(tx.sql(), slot.id, on)? {
            all.extend(store::session(tx.sql(), id)?);
        }
        if all.iter().any(|session| session.state == SessionState::Recorded) {
            return Err(SessionRefusal::RecordedLater.into());
        }
        Ok(Self { this, slot, on, all })
    }
}

/// Where a series goes.
struct Target {
    slot: Slot,
    days: i64,
    starts: NaiveTime,
    staff: StaffId,
    room: String,
    apart_reason: String,
}

/// Moves a session and all later ones of its weekly place.
pub(super) fn shift(tx: &mut Tx<'_, '_>, request: MoveSeries) -> Result<MovedSeries> {
    let series = Series::of(tx, request.id)?;
    let target = checked(tx, &series, &request)?;
    tx.revise(Table::Session, series.this.id, request.rev)?;
    group::close_slot(tx, &series.slot, series.on)?;
    group::follow_slot(tx, &target.slot)?;
    let mut answer =
        MovedSeries { slot: target.slot.id, id: series.this.id, moved: 0, kept: 0, closed: 0, clashes: Vec::new() };
    for session in &series.all {
        follow(tx, session, (&series, &target), &mut answer)?;
    }
    // Also the weeks that were left out because they were closed and are not on the new day.
    plan::plan(tx)?;
    tx.touch(Tag::Session);
    Ok(answer)
}

fn checked(tx: &Tx<'_, '_>, series: &Series, request: &MoveSeries) -> Result<Target> {
    let mut check = Check::new();
    let days = request.on_date.signed_duration_since(series.on).num_days();
    check.ensure(days.abs() <= MOST_DAYS, "on_date", "Choose a date within a week of this session's own.");
    check.ensure(request.on_date >= tx.today(), "on_date", "Choose today or a later date.");
    let starts = group::wall_time(&mut check, "starts", &request.starts);
    ops::check_minutes(&mut check, request.minutes);
    ops::check_staff(tx, &mut check, "staff", request.staff)?;
    wall_moment(&mut check, "starts", tx.calendar.zone, request.on_date, starts);
    let room = check.optional("room", &request.room, 60);
    let apart_reason = ops::apart_reason(&mut check, request.apart_reason.as_deref());
    check.done()?;
    let of_group = group::group(tx.sql(), series.slot.of_group)?;
    let slot = Slot {
        id: tx.id(),
        of_group: series.slot.of_group,
        weekday: request.on_date.weekday().number_from_monday(),
        starts,
        minutes: request.minutes,
        from_on: request.on_date,
        until_on: series.slot.until_on.map(|until| until + TimeDelta::days(days)),
        staff: Some(request.staff).filter(|staff| *staff != of_group.facilitator),
        room: Some(room.clone()).filter(|room| *room != of_group.room),
        rev: 1,
    };
    Ok(Target { slot, days, starts, staff: request.staff, room, apart_reason })
}

/// Takes one session along.
fn follow(
    tx: &mut Tx<'_, '_>,
    session: &Session,
    (series, target): (&Series, &Target),
    answer: &mut MovedSeries,
) -> Result<()> {
    let Some((_, place)) = session.slot else { return Ok(()) };
    let closed = session.state == SessionState::Cancelled && store::is_closed(tx.sql(), session.id)?;
    if closed {
        // It stays with the place that ended: the new day of that week may be open, and is planned anew.
        return Ok(());
    }
    let this = session.id == series.this.id;
    let by_hand = session.on_date != place || session.starts != series.slot.starts;
    let next = match this || !by_hand {
        true => on_place(tx, session, target, place)?,
        false => Some(session.clone()),
    };
    // The clock jumps over the new time on that date: no session of the new place, as when planning ahead.
    let Some(next) = next else { return cancel(tx, session, this, "The clock jumps over this time") };
    if !this {
        tx.revise(Table::Session, session.id, session.rev)?;
    }
    if session.state == SessionState::Planned
        && store::is_taken(tx.sql(), series.slot.of_group, next.starts_at, next.id)?
    {
        return Err(SessionRefusal::Taken.into());
    }
    let already = together::shared(tx, session)?;
    store::set_place(tx, session.id, target.slot.id, place + TimeDelta::days(target.days))?;
    store::update(tx, &next)?;
    tx.wrote(Table::Session, session.id, None)?;
    if count(tx, &next, by_hand && !this, answer)? {
        together::ensure_apart(tx, &next, &target.apart_reason, &already)?;
    }
    Ok(())
}

/// Counts what became of one, says its clashes, and cancels it on a closed date. Answers whether it takes place.
fn count(tx: &mut Tx<'_, '_>, next: &Session, kept: bool, answer: &mut MovedSeries) -> Result<bool> {
    if next.state != SessionState::Planned {
        return Ok(false);
    }
    let after = next.on_date.checked_add_days(Days::new(1)).unwrap_or(next.on_date);
    if let Some(closure) = closure::closed_between(tx.sql(), next.on_date, after)?.remove(&next.on_date) {
        let now = Session { rev: next.rev + 1, ..next.clone() };
        closing::cancel_for(tx, &now, &closure)?;
        answer.closed += 1;
        return Ok(false);
    }
    let clashes: Vec<Clash> = clash::clashes(tx.sql(), tx.calendar.zone, next)?;
    answer.clashes.extend(clashes);
    if kept {
        answer.kept += 1
    } else {
        answer.moved += 1
    }
    Ok(true)
}

/// The session on its new place; `None` where the clock jumps over the time.
fn on_place(tx: &Tx<'_, '_>, session: &Session, target: &Target, place: NaiveDate) -> Result<Option<Session>> {
    let on_date = place + TimeDelta::days(target.days);
    let Ok(starts_at) = tx.calendar.zone.moment(on_date, target.starts) else { return Ok(None) };
    let starts_at: Moment = starts_at;
    Ok(Some(Session {
        staff: target.staff,
        room: target.room.clone(),
        on_date,
        starts: target.starts,
        minutes: target.slot.minutes,
        starts_at,
        ends_at: starts_at.plus_minutes(target.slot.minutes),
        ..session.clone()
    }))
}

fn cancel(tx: &mut Tx<'_, '_>, session: &Session, kept: bool, reason: &str) -> Result<()> {
    if session.state != SessionState::Planned {
        return Ok(());
    }
    if !kept {
        tx.revise(Table::Session, session.id, session.rev)?;
    }
    store::cancel(tx, session.id, reason)?;
    tx.wrote(Table::Session, session.id, None)
}

/// Ends a weekly place with a session: it and all later ones are cancelled, also those that were moved by hand.
pub(super) fn cancel_all(tx: &mut Tx<'_, '_>, request: CancelSeries) -> Result<CancelledSeries> {
    let series = Series::of(tx, request.id)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    tx.revise(Table::Session, series.this.id, request.rev)?;
    group::close_slot(tx, &series.slot, series.on)?;
    let planned = series.all.iter().filter(|session| session.state == SessionState::Planned);
    let cancelled = planned.clone().count();
    for session in planned {
        store::set_ended_with(tx, session.id, series.slot.id)?;
        cancel(tx, session, session.id == series.this.id, &reason)?;
    }
    tx.touch(Tag::Session);
    Ok(CancelledSeries { slot: series.slot.id, rev: series.slot.rev + 1, cancelled })
}

/// Takes the end of a weekly place back, with what was cancelled in that same change.
pub(super) fn resume(tx: &mut Tx<'_, '_>, request: ResumeSeries) -> Result<CancelledSeries> {
    let slot = group::slot(tx.sql(), request.slot)?;
    group::arranged(tx, slot.of_group)?;
    let back = store::cancelled_with(tx.sql(), slot.id)?;
    // A place that took another's part ended too, and nothing was cancelled with it: its sessions moved on.
    if slot.until_on.is_none() || back.is_empty() {
        return Err(SessionRefusal::Stands.into());
    }
    group::reopen_slot(tx, &slot, request.rev)?;
    let mut planned = 0;
    for id in back {
        let session = store::session(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("session"))?;
        if session.on_date < tx.today() || !closing::stands_again(tx, &session)? {
            continue;
        }
        tx.revise(Table::Session, session.id, session.rev)?;
        store::plan_again(tx, session.id)?;
        tx.wrote(Table::Session, session.id, None)?;
        planned += 1;
    }
    plan::plan(tx)?;
    tx.touch(Tag::Session);
    Ok(CancelledSeries { slot: slot.id, rev: request.rev + 1, cancelled: planned })
}
