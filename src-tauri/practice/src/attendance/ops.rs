//! Correcting what was recorded, and taking back what was recorded by mistake a moment ago.

use super::entry::Frame;
use super::ipc::{CorrectAttendance, CorrectedAttendance, RecordedSession, TakeBackAttendance};
use super::minutes::Interval;
use super::rules::{AttendanceRefusal, TakeBack, may_take_back};
use super::store;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb};
use crate::session;

/// Corrects one person's attendance. The earlier value stays in the history, with the reason on the new one.
pub(super) fn correct(tx: &mut Tx<'_, '_>, request: CorrectAttendance) -> Result<CorrectedAttendance> {
    let present = store::attendance(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("attendance"))?;
    tx.reach(Info::Attendance, Verb::Correct, present.client)?;
    if store::is_under_signed_note(tx.sql(), present.session, present.client)? {
        return Err(AttendanceRefusal::UnderSignedNote.into());
    }
    let session = session::session(tx.sql(), present.session)?;
    let mut frame = Frame::planned(&session, tx.calendar.zone);
    frame.breaks = session::breaks(tx.sql(), session.id)?
        .into_iter()
        .map(|pause| Interval::new(pause.from, pause.until))
        .collect();
    let mut check = Check::new();
    let because = check.required("because", &request.because, 200, "Say why it is corrected, in a few words.");
    let presence = frame.read(&mut check, "what.", &request.what);
    check.done()?;
    tx.revise(Table::Attendance, present.id, request.rev)?;
    store::update(tx, present.id, &presence, &because)?;
    tx.wrote(Table::Attendance, present.id, Some(present.client.uuid()))?;
    tx.touch(Tag::Attendance);
    Ok(CorrectedAttendance { id: present.id, rev: request.rev + 1, state: presence.state, minutes: presence.minutes })
}

/// Makes a session that was recorded by mistake a planned one again. Its rows stay, voided.
pub(super) fn take_back(tx: &mut Tx<'_, '_>, request: TakeBackAttendance) -> Result<RecordedSession> {
    let session = session::session(tx.sql(), request.session)?;
    super::record::ensure_own(tx, &session)?;
    may_take_back(TakeBack {
        recorded: session.recorded_at.is_some(),
        by_me: session.recorded_by == Some(tx.actor.staff),
        minutes_ago: session.recorded_at.map_or(0, |at| at.minutes_to(tx.now())),
        has_notes: store::has_notes(tx.sql(), session.id)?,
    })?;
    tx.revise(Table::Session, session.id, request.rev)?;
    session::set_unrecorded(tx, session.id)?;
    tx.wrote(Table::Session, session.id, session.client.map(RowId::uuid))?;
    for pause in session::breaks(tx.sql(), session.id)? {
        tx.revise(Table::SessionBreak, pause.id, pause.rev)?;
        session::void_break(tx, pause.id)?;
        tx.wrote(Table::SessionBreak, pause.id, None)?;
    }
    let rows = store::of_session(tx.sql(), session.id)?;
    for row in &rows {
        tx.revise(Table::Attendance, row.id, row.rev)?;
        store::void(tx, row.id)?;
        tx.wrote(Table::Attendance, row.id, Some(row.client.uuid()))?;
    }
    tx.touch(Tag::Session);
    tx.touch(Tag::Attendance);
    Ok(RecordedSession { session: session.id, rev: request.rev + 1, recorded: 0 })
}
