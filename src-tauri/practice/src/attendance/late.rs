//! Somebody who was there and is not on the list of a recorded session: a row of their own times, labelled a late entry for
//! good. Who is expected is recorded with the session; nobody comes onto its list twice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entry::Frame;
use super::ipc::PresenceFields;
use super::minutes::Interval;
use super::rules::AttendanceRefusal;
use super::{Attendance, AttendanceId, AttendanceState, Source, record, store};
use crate::apart::{self, Room};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Result, RowId, Tag};
use crate::session::{self, Session, SessionId, SessionState};

/// The request of `attendance.add_walk_in`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddWalkIn {
    pub session: SessionId,
    pub came: Came,
}

/// Who it was, and from when to when.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Came {
    pub client: ClientId,
    /// What differs from being there all the time.
    #[serde(default)]
    pub what: PresenceFields,
    /// The missed attendance this one makes up for.
    #[serde(default)]
    #[ts(optional)]
    pub makes_up: Option<AttendanceId>,
    /// Why it is right although this client and somebody on the list are to be kept apart.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
}

/// The row that was added.
#[derive(Debug, Serialize, TS)]
pub struct AddedWalkIn {
    pub id: AttendanceId,
    pub state: AttendanceState,
    pub minutes: i64,
}

/// Adds somebody the facilitator knows.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddWalkIn) -> Result<AddedWalkIn> {
    let session = session::session(tx.sql(), request.session)?;
    record::ensure_own(tx, &session)?;
    let row = write(tx, &session, &request.came)?;
    tx.touch(Tag::Attendance);
    Ok(AddedWalkIn { id: row.id, state: row.presence.state, minutes: row.presence.minutes })
}

/// Writes the row. The caller has asked whose session it is.
///
/// # Errors
/// `attendance.not_recorded`; `invalid` with every fault beside its field; `apart.together`.
pub(super) fn write(tx: &mut Tx<'_, '_>, session: &Session, came: &Came) -> Result<Attendance> {
    if session.state != SessionState::Recorded {
        return Err(AttendanceRefusal::NotRecorded.into());
    }
    let mut check = Check::new();
    let known = store::may_walk_in(tx, came.client)?;
    check.ensure(known, "came.client", "Choose somebody who is in treatment here now.");
    let listed: Vec<ClientId> = store::of_session(tx.sql(), session.id)?.iter().map(|row| row.client).collect();
    let again = listed.contains(&came.client);
    check.ensure(!again, "came.client", "This person is on the list of this session already.");
    check.ensure(came.what.absent.is_none(), "came.what.absent", "Who came was not absent. Take the absence out.");
    if let Some(missed) = came.makes_up {
        let fits = store::attendance(tx.sql(), missed)?.is_some_and(|row| row.client == came.client);
        check.ensure(fits, "came.makes_up", "Choose a session this person missed.");
    }
    let mut frame = Frame::planned(session, tx.calendar.zone);
    frame.breaks = session::breaks(tx.sql(), session.id)?
        .into_iter()
        .map(|pause| Interval::new(pause.from, pause.until))
        .collect();
    let presence = frame.read(&mut check, "came.what.", &came.what);
    let reason = check.optional("came.apart_reason", came.apart_reason.as_deref().unwrap_or_default(), 200);
    check.done()?;
    let day = (session.on_date, session.on_date);
    apart::ensure(tx, came.client, (&listed, day), Room::Session(session.id.uuid()), &reason)?;
    let row = Attendance {
        id: tx.id(),
        session: session.id,
        client: came.client,
        on_date: session.on_date,
        presence,
        source: Source::Entered,
        expected: false,
        makes_up: came.makes_up,
        late_entry: true,
        corrected_because: String::new(),
        rev: 1,
    };
    store::insert(tx, &row)?;
    tx.wrote(Table::Attendance, row.id, Some(row.client.uuid()))?;
    Ok(row)
}
