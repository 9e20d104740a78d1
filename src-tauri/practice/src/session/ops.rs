//! Changes of single sessions: planning, moving, cancelling, planning again, a substitute.

use super::ipc::{CancelSession, ChangeSession, PlanSession, SavedSession, Substitute, WhichCancelled};
use super::rules::{SessionRefusal, may_change, wall_moment};
use super::{Kind, Session, SessionState, clash, closing, store, together};
use crate::apart;
use crate::group;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Moment, Refusal, Result, RowId, Tag, Verb};
use crate::staff;

/// Plans one session: an appointment with a client, or an extra session of a group.
pub(super) fn plan(tx: &mut Tx<'_, '_>, request: PlanSession) -> Result<SavedSession> {
    let mut check = Check::new();
    check_who(&mut check, &request);
    let starts = group::wall_time(&mut check, "starts", &request.starts);
    check_minutes(&mut check, request.minutes);
    let starts_at = wall_moment(&mut check, "starts", tx.calendar.zone, request.on_date, starts);
    let mut session = Session {
        id: tx.id(),
        kind: request.kind,
        of_group: request.group,
        client: request.client,
        staff: request.staff.unwrap_or(tx.actor.staff),
        substitute: None,
        slot: None,
        room: check.optional("room", &request.room, 60),
        on_date: request.on_date,
        starts,
        minutes: request.minutes,
        starts_at,
        ends_at: starts_at.plus_minutes(request.minutes),
        began_at: None,
        finished_at: None,
        topic: check.optional("topic", &request.topic, 200),
        state: SessionState::Planned,
        recorded_at: None,
        recorded_by: None,
        rev: 1,
    };
    check_staff(tx, &mut check, "staff", session.staff)?;
    let apart_reason = apart_reason(&mut check, request.apart_reason.as_deref());
    check.done()?;
    if let Some(client) = session.client {
        tx.reach(Info::Identity, Verb::Write, client)?;
    }
    if let Some(id) = session.of_group {
        let group = group::arranged(tx, id)?;
        if !group.active {
            return Err(SessionRefusal::GroupInactive.into());
        }
        session.staff = request.staff.unwrap_or(group.facilitator);
        ensure_free(tx, &session)?;
    }
    store::insert(tx, &session)?;
    tx.wrote(Table::Session, session.id, session.client.map(RowId::uuid))?;
    together::ensure_apart(tx, &session, &apart_reason, &[])?;
    tx.touch(Tag::Session);
    saved(tx, &session, 1)
}

/// Why two who must not share a room may, as it was typed.
pub(super) fn apart_reason(check: &mut Check, typed: Option<&str>) -> String {
    check.optional("apart_reason", typed.unwrap_or_default(), 200)
}

/// The answer of a change, with what is booked twice now.
fn saved(tx: &Tx<'_, '_>, session: &Session, rev: i64) -> Result<SavedSession> {
    let clashes = clash::clashes(tx.sql(), tx.calendar.zone, session)?;
    Ok(SavedSession { id: session.id, rev, clashes })
}

/// Plans a cancelled session again, where and when it stood.
pub(super) fn plan_again(tx: &mut Tx<'_, '_>, request: WhichCancelled) -> Result<SavedSession> {
    let present = arranged(tx, request.id)?;
    if present.state != SessionState::Cancelled {
        return Err(SessionRefusal::Stands.into());
    }
    if present.on_date < tx.today() {
        return Err(SessionRefusal::Past.into());
    }
    ensure_free(tx, &present)?;
    if !closing::stands_again(tx, &present)? {
        return Err(SessionRefusal::PlaceEnded.into());
    }
    let mut check = Check::new();
    let reason = apart_reason(&mut check, request.apart_reason.as_deref());
    check.done()?;
    tx.revise(Table::Session, present.id, request.rev)?;
    store::plan_again(tx, present.id)?;
    // Who was expected when it was cancelled is expected again; somebody else may have taken the room since.
    let already = apart::met(tx.sql(), &store::expected(tx.sql(), &present)?, present.on_date)?;
    together::ensure_apart(tx, &present, &reason, &already)?;
    tx.wrote(Table::Session, present.id, present.client.map(RowId::uuid))?;
    tx.touch(Tag::Session);
    saved(tx, &present, request.rev + 1)
}

/// Moves a session or changes its people, room or topic.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeSession) -> Result<SavedSession> {
    let present = arranged(tx, request.id)?;
    may_change(present.state)?;
    let mut check = Check::new();
    let starts = group::wall_time(&mut check, "starts", &request.starts);
    check_minutes(&mut check, request.minutes);
    let starts_at = wall_moment(&mut check, "starts", tx.calendar.zone, request.on_date, starts);
    check_staff(tx, &mut check, "staff", request.staff)?;
    let next = Session {
        staff: request.staff,
        room: check.optional("room", &request.room, 60),
        on_date: request.on_date,
        starts,
        minutes: request.minutes,
        starts_at,
        ends_at: starts_at.plus_minutes(request.minutes),
        topic: check.optional("topic", &request.topic, 200),
        rev: request.rev,
        ..present.clone()
    };
    let reason = apart_reason(&mut check, request.apart_reason.as_deref());
    check.done()?;
    ensure_free(tx, &next)?;
    let already = together::shared(tx, &present)?;
    together::ensure_apart(tx, &next, &reason, &already)?;
    save(tx, &next)
}

/// Cancels a session. The row stays, with the reason.
pub(super) fn cancel(tx: &mut Tx<'_, '_>, request: CancelSession) -> Result<SavedSession> {
    let present = arranged(tx, request.id)?;
    may_change(present.state)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    tx.revise(Table::Session, present.id, request.rev)?;
    store::cancel(tx, present.id, &reason)?;
    tx.wrote(Table::Session, present.id, present.client.map(RowId::uuid))?;
    tx.touch(Tag::Session);
    Ok(SavedSession { id: present.id, rev: request.rev + 1, clashes: Vec::new() })
}

/// Names a substitute, or none. The substitute has the facilitator's reach until 24 hours after.
pub(super) fn substitute(tx: &mut Tx<'_, '_>, request: Substitute) -> Result<SavedSession> {
    let present = arranged(tx, request.id)?;
    may_change(present.state)?;
    let mut check = Check::new();
    if let Some(person) = request.substitute {
        check_staff(tx, &mut check, "substitute", person)?;
        check.ensure(person != present.staff, "substitute", "This person leads the session already.");
    }
    check.done()?;
    save(tx, &Session { substitute: request.substitute, rev: request.rev, ..present })
}

fn save(tx: &mut Tx<'_, '_>, session: &Session) -> Result<SavedSession> {
    tx.revise(Table::Session, session.id, session.rev)?;
    store::update(tx, session)?;
    tx.wrote(Table::Session, session.id, session.client.map(RowId::uuid))?;
    tx.touch(Tag::Session);
    saved(tx, session, session.rev + 1)
}

/// A session whose place and time the person may arrange: through the group, or through the client.
pub(super) fn arranged(tx: &mut Tx<'_, '_>, id: super::SessionId) -> Result<Session> {
    let session = store::session(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("session"))?;
    if let Some(group) = session.of_group {
        group::arranged(tx, group)?;
    }
    if let Some(client) = session.client {
        tx.reach(Info::Identity, Verb::Write, client)?;
    }
    Ok(session)
}

fn check_who(check: &mut Check, request: &PlanSession) {
    let (group, client) = (request.group.is_some(), request.client.is_some());
    match request.kind {
        Kind::Group => {
            check.ensure(group, "group", "Choose the group.");
            check.ensure(!client, "client", "A group session has no single client. Leave it out.");
        }
        Kind::Individual | Kind::Assessment | Kind::Crisis => {
            check.ensure(client, "client", "Choose the client.");
            check.ensure(!group, "group", "This is with one client. Leave the group out.");
        }
        Kind::Family | Kind::Education | Kind::CaseManagement => {
            check.ensure(group != client, "client", "Choose a client or a group.");
        }
    }
}

pub(super) fn check_minutes(check: &mut Check, minutes: i64) {
    check.ensure((5..=600).contains(&minutes), "minutes", "Type 5 to 600 minutes.");
}

pub(super) fn check_staff(tx: &Tx<'_, '_>, check: &mut Check, field: &str, person: StaffId) -> Result<()> {
    check.ensure(staff::is_active(tx.sql(), person)?, field, "Choose somebody who is active.");
    Ok(())
}

fn ensure_free(tx: &Tx<'_, '_>, session: &Session) -> Result<()> {
    let starts_at: Moment = session.starts_at;
    match session.of_group {
        Some(group) if store::is_taken(tx.sql(), group, starts_at, session.id)? => Err(SessionRefusal::Taken.into()),
        _ => Ok(()),
    }
}
