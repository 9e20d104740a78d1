//! *Record attendance*: one transaction for the whole session. Everybody expected was there, except as marked.

use std::collections::{HashMap, HashSet};

use super::entry::Frame;
use super::ipc::{Exception, RecordAttendance, RecordedSession, WalkIn};
use super::rules::{AttendanceRefusal, may_begin, may_record};
use super::{Attendance, AttendanceId, Source, store};
use crate::apart::{self, Room};
use crate::client::ClientId;
use crate::group;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Moment, Result, RowId, Tag};
use crate::practice::policy;
use crate::session::{self, Break, Session};

/// Who walked in, with the missed attendance each makes up for.
type WalkIns = HashMap<ClientId, Option<AttendanceId>>;
/// Who is marked, with the place of the mark in the request.
type Marked<'a> = HashMap<ClientId, (usize, &'a Exception)>;

/// Records who was there.
///
/// # Errors
/// `not_found` and `not_permitted`; `invalid` with every fault beside its field; the rules of the slice; `conflict`.
pub(super) fn record(tx: &mut Tx<'_, '_>, request: RecordAttendance) -> Result<RecordedSession> {
    let session = session::session(tx.sql(), request.session)?;
    ensure_own(tx, &session)?;
    let expected = session::expected(tx.sql(), &session)?;
    let mut check = Check::new();
    let mut frame = Frame::planned(&session, tx.calendar.zone);
    frame.really(&mut check, request.began.as_deref(), request.finished.as_deref());
    for (index, pause) in request.breaks.iter().enumerate() {
        frame.pause(&mut check, &format!("breaks.{index}."), &pause.from, &pause.until);
    }
    let topic = request.topic.map(|topic| check.optional("topic", &topic, 200));
    may_begin(session.state, frame.began, tx.now())?;
    let walk_ins = checked_walk_ins(tx, &mut check, &expected, &request.walk_ins)?;
    let marked = marked(&mut check, &expected, &walk_ins, &request.exceptions);
    let source = request.source.unwrap_or(Source::Entered);
    let is_entered = source != Source::Imported;
    check.ensure(is_entered, "source", "Choose clock, entered or paper.");
    let booked = store::booked(tx.sql(), session.id)?;
    let rows = rows(tx, &mut check, &session, &frame, (&expected, &booked, &walk_ins, &marked), source);
    check.done()?;
    ensure_apart(tx, &session, &request.walk_ins)?;
    if rows.is_empty() {
        return Err(AttendanceRefusal::NobodyExpected.into());
    }
    write(tx, &session, request.rev, (&frame, topic.as_deref()), &rows)?;
    Ok(RecordedSession { session: session.id, rev: request.rev + 1, recorded: rows.len() })
}

fn write(
    tx: &mut Tx<'_, '_>,
    session: &Session,
    rev: i64,
    (frame, topic): (&Frame, Option<&str>),
    rows: &[Attendance],
) -> Result<()> {
    let late_after = policy::whole_on(tx.sql(), policy::LATE_ENTRY, session.on_date)? * 60;
    let late = session.ends_at.minutes_to(tx.now()) > late_after;
    let lesson = session::lesson(tx.sql(), tx.today(), session)?;
    // A topic that somebody typed stands; otherwise the curriculum gives it.
    let offered = lesson.as_ref().filter(|_| session.topic.is_empty()).map(|lesson| lesson.topic.as_str());
    let (held, place) = (lesson.as_ref().map(|lesson| lesson.id), lesson.as_ref().map(|lesson| lesson.place));
    let what = (topic.or(offered), held, place);
    tx.revise(Table::Session, session.id, rev)?;
    session::set_recorded(tx, session.id, (frame.began, frame.finished), what, late)?;
    tx.wrote(Table::Session, session.id, session.client.map(RowId::uuid))?;
    for pause in &frame.breaks {
        let pause = Break { id: tx.id(), from: Moment(pause.from), until: Moment(pause.until), rev: 1 };
        session::insert_break(tx, session.id, pause)?;
        tx.wrote(Table::SessionBreak, pause.id, None)?;
    }
    for row in rows {
        store::insert(tx, &Attendance { late_entry: late, ..row.clone() })?;
        tx.wrote(Table::Attendance, row.id, Some(row.client.uuid()))?;
    }
    tx.touch(Tag::Session);
    tx.touch(Tag::Attendance);
    Ok(())
}

/// Lets through whose session it is, or who corrects everybody's; the audit entry names the role.
pub(super) fn ensure_own(tx: &mut Tx<'_, '_>, session: &Session) -> Result<()> {
    let group = session.of_group.map(|id| group::group(tx.sql(), id)).transpose()?;
    let own = session::own(tx.actor.staff, session, group.as_ref());
    tx.role = Some(may_record(tx.actor, own)?.role);
    Ok(())
}

fn checked_walk_ins(
    tx: &Tx<'_, '_>,
    check: &mut Check,
    expected: &[ClientId],
    walk_ins: &[WalkIn],
) -> Result<WalkIns> {
    let mut seen = HashMap::new();
    for (index, walk_in) in walk_ins.iter().enumerate() {
        let field = format!("walk_ins.{index}.client");
        let known = store::may_walk_in(tx, walk_in.client)?;
        check.ensure(known, &field, "Choose somebody who is in treatment here now.");
        let twice = expected.contains(&walk_in.client) || seen.contains_key(&walk_in.client);
        check.ensure(!twice, &field, "This person is on the list already.");
        check.optional(
            &format!("walk_ins.{index}.apart_reason"),
            walk_in.apart_reason.as_deref().unwrap_or_default(),
            200,
        );
        if let Some(missed) = walk_in.makes_up {
            let fits = store::attendance(tx.sql(), missed)?.is_some_and(|row| row.client == walk_in.client);
            check.ensure(fits, &format!("walk_ins.{index}.makes_up"), "Choose a session this person missed.");
        }
        seen.insert(walk_in.client, walk_in.makes_up);
    }
    Ok(seen)
}

/// Stops a walk-in beside somebody to be kept apart from, unless a reason was typed.
fn ensure_apart(tx: &mut Tx<'_, '_>, session: &Session, walk_ins: &[WalkIn]) -> Result<()> {
    let mut there = session::in_room(tx.sql(), session)?;
    for walk_in in walk_ins {
        let (those, room) =
            ((there.as_slice(), (session.on_date, session.on_date)), Room::Session(session.id.uuid()));
        apart::ensure(tx, walk_in.client, those, room, walk_in.apart_reason.as_deref().unwrap_or_default().trim())?;
        there.push(walk_in.client);
    }
    Ok(())
}

fn marked<'a>(
    check: &mut Check,
    expected: &[ClientId],
    walk_ins: &WalkIns,
    exceptions: &'a [Exception],
) -> Marked<'a> {
    let listed: HashSet<ClientId> = expected.iter().copied().chain(walk_ins.keys().copied()).collect();
    let mut marked = HashMap::new();
    for (index, exception) in exceptions.iter().enumerate() {
        let field = format!("exceptions.{index}.client");
        check.ensure(
            listed.contains(&exception.client),
            &field,
            "This person is not expected here. Add a walk-in instead.",
        );
        let again = marked.insert(exception.client, (index, exception)).is_some();
        check.ensure(!again, &field, "This person is marked twice.");
    }
    marked
}

fn rows(
    tx: &Tx<'_, '_>,
    check: &mut Check,
    session: &Session,
    frame: &Frame,
    (expected, booked, walk_ins, marked): (&[ClientId], &HashMap<ClientId, AttendanceId>, &WalkIns, &Marked<'_>),
    source: Source,
) -> Vec<Attendance> {
    let all = expected
        .iter()
        .map(|client| (*client, true, booked.get(client).copied()))
        .chain(walk_ins.iter().map(|(client, makes_up)| (*client, false, *makes_up)));
    all.map(|(client, expected, makes_up)| {
        let presence = match marked.get(&client) {
            Some((index, exception)) => frame.read(check, &format!("exceptions.{index}.what."), &exception.what),
            None => frame.present(),
        };
        Attendance {
            id: tx.id(),
            session: session.id,
            client,
            on_date: session.on_date,
            presence,
            source,
            expected,
            makes_up,
            late_entry: false,
            corrected_because: String::new(),
            rev: 1,
        }
    })
    .collect()
}
