//! When a service happened: typed for a free note, taken from the attendance for a session's.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::Connection;

use super::around::{self, Attended, SessionFacts};
use super::ipc::NoteService;
use super::{Note, NoteKind, NoteRefusal, Service};
use crate::kernel::{Check, Moment, Result, Zone};

/// A session with what its attendance says of one person, when it was recorded.
pub(super) type OfSession = (SessionFacts, Option<Attended>);

/// The most minutes of one service.
const MOST_MINUTES: i64 = 1440;

/// The service that a form says.
pub(super) fn typed(check: &mut Check, fields: &NoteService, zone: Zone, now: Moment) -> Option<Service> {
    let minutes_fit = (0..=MOST_MINUTES).contains(&fields.minutes);
    check.ensure(minutes_fit, "service.minutes", "Type the minutes, from 0 to 1440.");
    let Ok(time) = NaiveTime::parse_from_str(&fields.starts, "%H:%M") else {
        check.fault("service.starts", "Type the time as 08:05.");
        return None;
    };
    let at = instant(check, zone, fields.on, time)?;
    let began = at <= now;
    check.ensure(began, "service.starts", "This is still to come. Note it when it happened.");
    (minutes_fit && began).then(|| Service {
        at,
        on: fields.on,
        began_at: Some(at),
        ended_at: Some(at.plus_minutes(fields.minutes)),
        minutes: fields.minutes,
    })
}

fn instant(check: &mut Check, zone: Zone, on: NaiveDate, time: NaiveTime) -> Option<Moment> {
    let at = zone.moment(on, time);
    check.ensure(
        at.is_ok(),
        "service.starts",
        "The clock jumps over this time on that day. Type the time after the change.",
    );
    at.ok()
}

/// A note with what the attendance of its session says now. A free note stays as it is.
pub(super) fn with_attendance(sql: &Connection, note: Note) -> Result<(Note, Option<OfSession>)> {
    let Some(id) = note.session else { return Ok((note, None)) };
    let session = around::session(sql, id)?;
    let attended = around::attended(sql, id, note.client)?;
    let service = match &attended {
        Some(attended) => attended.service(&session),
        None => session.planned(),
    };
    let note = if note.state.is_open() { Note { service, ..note } } else { note };
    Ok((note, Some((session, attended))))
}

/// What the attendance of a session says of one person.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Recorded {
    Nothing,
    Absent,
    Present,
}

impl Recorded {
    pub fn of(session: &SessionFacts, attended: Option<&Attended>) -> Self {
        match attended {
            Some(attended) if session.recorded && attended.absent => Self::Absent,
            Some(_) if session.recorded => Self::Present,
            _ => Self::Nothing,
        }
    }
}

/// Whether a session's note of this kind may be signed as far as the attendance goes.
pub(super) fn attendance_allows(kind: NoteKind, recorded: Recorded) -> Result<(), NoteRefusal> {
    match (recorded, kind) {
        (Recorded::Nothing, _) => Err(NoteRefusal::NotRecorded),
        (Recorded::Absent, NoteKind::Absence) => Ok(()),
        (Recorded::Absent, _) => Err(NoteRefusal::WasAbsent),
        (Recorded::Present, NoteKind::Absence) => Err(NoteRefusal::WasPresent),
        (Recorded::Present, _) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_what_the_attendance_says() {
        use NoteKind::{Absence, Group, Individual};
        for (recorded, kind, expected) in [
            (Recorded::Nothing, Group, Err(NoteRefusal::NotRecorded)),
            (Recorded::Nothing, Absence, Err(NoteRefusal::NotRecorded)),
            (Recorded::Absent, Absence, Ok(())),
            (Recorded::Absent, Group, Err(NoteRefusal::WasAbsent)),
            (Recorded::Absent, Individual, Err(NoteRefusal::WasAbsent)),
            (Recorded::Present, Group, Ok(())),
            (Recorded::Present, Individual, Ok(())),
            (Recorded::Present, Absence, Err(NoteRefusal::WasPresent)),
        ] {
            assert_eq!(attendance_allows(kind, recorded), expected, "{recorded:?} {kind:?}");
        }
    }
}
