//! Correcting what was recorded, and taking back what was recorded by mistake a moment ago.

use super::entry::Frame;
use super::ipc::{CorrectAttendance, CorrectedAttendance, RecordedSession, TakeBackAttendance};
use super::minutes::Interval;
use super::rules::{AttendanceRefusal, TakeBack, may_take_back};
use super::{Correction, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb};
use crate::session;

/// Corrects one person's attendance. The earlier value stays in the history, with the reason on the new one.
pub(super) fn correct(tx: &mut Tx<'_, '_>, request: CorrectAttendance) -> Result<CorrectedAttendance> {
    let correction = correction(tx, &request)?;
    if correction.is_under_signed_note {
        return Err(AttendanceRefusal::UnderSignedNote.into());
    }
    apply(tx, &correction)
}

/// What a request makes of one person's attendance; nothing is written.
pub(crate) fn correction(tx: &mut Tx<'_, '_>, request: &CorrectAttendance) -> Result<Correction> {
    let present = store::attendance(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("attendance"))?;
    tx.reach(Info::Attendance, Verb::Correct, present.client)?;
    let session = session::session(tx.sql(), present.session)?;
    let mut frame = Frame::planned(&session, tx.calendar.zone);
    frame.breaks = session::breaks(tx.sql(), session.id)?
        .into_iter()
        .map(|pause| Interval::new(pause.from, pause.until))
        .collect();
    let mut check = Check::new();
    let because = check.required("because", &request.because, 200, "Say why it is corrected, in a few words.");
    let after = frame.read(&mut check, "what.", &request.what);
    check.done()?;
    Ok(Correction {
        id: present.id,
        rev: request.rev,
        session: present.session,
        client: present.client,
        is_under_signed_note: store::is_under_signed_note(tx.sql(), present.session, present.client)?,
        before: present.presence,
        after,
        because,
    })
}

/// Writes a correction as the next revision of its row.
pub(crate) fn apply(tx: &mut Tx<'_, '_>, correction: &Correction) -> Result<CorrectedAttendance> {
    let (id, after) = (correction.id, &correction.after);
    tx.revise(Table::Attendance, id, correction.rev)?;
    store::update(tx, id, after, &correction.because)?;
    tx.wrote(Table::Attendance, id, Some(correction.client.uuid()))?;
    tx.touch(Tag::Attendance);
    Ok(CorrectedAttendance { id, rev: correction.rev + 1, state: after.state, minutes: after.minutes })
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
