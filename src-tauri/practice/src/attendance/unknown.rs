//! Who came and could not be named: a first name as it was said, on the session it was heard in.
//!
//! What must hold: nothing counts before it is resolved to a client; then it is a row of attendance like any other,
//! labelled a late entry for good; or it is dismissed, with the reason. Nothing is guessed from the name.

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entry::Frame;
use super::ipc::PresenceFields;
use super::minutes::Interval;
use super::rules::{AttendanceRefusal, may_begin};
use super::{Attendance, AttendanceId, Source, UnknownId, record, store};
use crate::apart::{self, Room};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Refusal, Result, RowId, Tag};
use crate::session::{self, SessionId, SessionState};

crate::words! {
    /// What became of it.
    pub enum UnknownState {
        Open = "open",
        Resolved = "resolved",
        Dismissed = "dismissed",
    }
}

/// The request of `attendance.add_unknown`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddUnknown {
    pub session: SessionId,
    /// The first name as it was said, or what tells them apart.
    pub called: String,
}

/// The request of `attendance.resolve_unknown`: it was this client.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResolveUnknown {
    pub id: UnknownId,
    pub rev: i64,
    pub client: ClientId,
    /// What differs from being there all the time.
    #[serde(default)]
    pub what: PresenceFields,
    /// Why it is right although this client and somebody on the list are to be kept apart.
    #[ts(optional)]
    #[serde(default)]
    pub apart_reason: Option<String>,
}

/// The request of `attendance.dismiss_unknown`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DismissUnknown {
    pub id: UnknownId,
    pub rev: i64,
    pub reason: String,
}

/// Somebody without a known name, on the sheet of a session.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnknownLine {
    pub id: UnknownId,
    pub called: String,
    pub rev: i64,
}

/// After adding, resolving or dismissing.
#[derive(Debug, Serialize, TS)]
pub struct UnknownSaved {
    pub id: UnknownId,
    pub rev: i64,
    /// The row it became.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attendance: Option<AttendanceId>,
}

struct Unknown {
    id: UnknownId,
    session: SessionId,
    state: UnknownState,
}

/// Keeps that somebody came. The session has begun; it may be recorded or not yet.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddUnknown) -> Result<UnknownSaved> {
    let session = session::session(tx.sql(), request.session)?;
    record::ensure_own(tx, &session)?;
    if session.state != SessionState::Recorded {
        may_begin(session.state, session.starts_at, tx.now())?;
    }
    let mut check = Check::new();
    let called = check.required("called", &request.called, 60, "Type the first name as it was said.");
    check.done()?;
    let id: UnknownId = tx.id();
    insert(tx, id, session.id, &called)?;
    tx.wrote(Table::UnknownWalkIn, id, None)?;
    tx.touch(Tag::Attendance);
    Ok(UnknownSaved { id, rev: 1, attendance: None })
}

/// Says who it was: a row of attendance, labelled late.
pub(super) fn resolve(tx: &mut Tx<'_, '_>, request: ResolveUnknown) -> Result<UnknownSaved> {
    let unknown = open(tx, request.id)?;
    let session = session::session(tx.sql(), unknown.session)?;
    if session.state != SessionState::Recorded {
        return Err(AttendanceRefusal::NotRecorded.into());
    }
    let mut check = Check::new();
    let known = store::may_walk_in(tx, request.client)?;
    check.ensure(known, "client", "Choose somebody who is in treatment here now.");
    let listed: Vec<ClientId> = store::of_session(tx.sql(), session.id)?.iter().map(|row| row.client).collect();
    check.ensure(
        !listed.contains(&request.client),
        "client",
        "This person is on the list of this session already. Dismiss the name instead.",
    );
    let mut frame = Frame::planned(&session, tx.calendar.zone);
    frame.breaks = session::breaks(tx.sql(), session.id)?
        .into_iter()
        .map(|pause| Interval::new(pause.from, pause.until))
        .collect();
    let presence = frame.read(&mut check, "what.", &request.what);
    let reason = check.optional("apart_reason", request.apart_reason.as_deref().unwrap_or_default(), 200);
    check.done()?;
    let day = (session.on_date, session.on_date);
    apart::ensure(tx, request.client, (&listed, day), Room::Session(session.id.uuid()), &reason)?;
    let row = Attendance {
        id: tx.id(),
        session: session.id,
        client: request.client,
        on_date: session.on_date,
        presence,
        source: Source::Entered,
        expected: false,
        makes_up: None,
        late_entry: true,
        corrected_because: String::new(),
        rev: 1,
    };
    store::insert(tx, &row)?;
    tx.wrote(Table::Attendance, row.id, Some(row.client.uuid()))?;
    settle(tx, (unknown.id, request.rev), UnknownState::Resolved, Some(row.id), "")
}

/// Says that it is nobody's attendance, and why.
pub(super) fn dismiss(tx: &mut Tx<'_, '_>, request: DismissUnknown) -> Result<UnknownSaved> {
    let unknown = open(tx, request.id)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    settle(tx, (unknown.id, request.rev), UnknownState::Dismissed, None, &reason)
}

fn settle(
    tx: &mut Tx<'_, '_>,
    (id, rev): (UnknownId, i64),
    state: UnknownState,
    attendance: Option<AttendanceId>,
    reason: &str,
) -> Result<UnknownSaved> {
    tx.revise(Table::UnknownWalkIn, id, rev)?;
    update(tx, id, (state, attendance, reason))?;
    tx.wrote(Table::UnknownWalkIn, id, None)?;
    tx.touch(Tag::Attendance);
    Ok(UnknownSaved { id, rev: rev + 1, attendance })
}

/// One that waits, of a session of one's own.
fn open(tx: &mut Tx<'_, '_>, id: UnknownId) -> Result<Unknown> {
    let found = stored(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("unknown walk-in"))?;
    let session = session::session(tx.sql(), found.session)?;
    record::ensure_own(tx, &session)?;
    if found.state == UnknownState::Open { Ok(found) } else { Err(AttendanceRefusal::UnknownSettled.into()) }
}

fn stored(sql: &Connection, id: UnknownId) -> Result<Option<Unknown>> {
    let mut statement = sql.prepare_cached("select id, session, state from unknown_walk_in where id = :id")?;
    let of = |row: &Row<'_>| Ok(Unknown { id: row.get(0)?, session: row.get(1)?, state: row.get(2)? });
    Ok(statement.query_row(named_params! { ":id": id }, of).optional()?)
}

fn insert(tx: &Tx<'_, '_>, id: UnknownId, session: SessionId, called: &str) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "insert into unknown_walk_in (id, session, called, state, rev, at, device, by_staff)
         values (:id, :session, :called, 'open', 1, :at, :device, :by_staff)",
    )?;
    statement.execute(named_params! {
        ":id": id,
        ":session": session,
        ":called": called,
        ":at": tx.now(),
        ":device": tx.device().as_bytes(),
        ":by_staff": tx.actor.staff,
    })?;
    Ok(())
}

fn update(
    tx: &Tx<'_, '_>,
    id: UnknownId,
    (state, attendance, reason): (UnknownState, Option<AttendanceId>, &str),
) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "update unknown_walk_in
         set state = :state, attendance = :attendance, reason = :reason, rev = rev + 1, at = :at, device = :device,
             by_staff = :by_staff
         where id = :id",
    )?;
    statement.execute(named_params! {
        ":id": id,
        ":state": state,
        ":attendance": attendance,
        ":reason": reason,
        ":at": tx.now(),
        ":device": tx.device().as_bytes(),
        ":by_staff": tx.actor.staff,
    })?;
    Ok(())
}

/// Who waits to be named in a session, in the order they came.
pub(super) fn of_session(sql: &Connection, session: SessionId) -> Result<Vec<UnknownLine>> {
    let mut statement = sql.prepare_cached(
        "select id, called, rev
         from unknown_walk_in indexed by unknown_walk_in_open
         where session = :session and state = 'open'
         order by at, id",
    )?;
    let rows = statement.query_map(named_params! { ":session": session }, |row| {
        Ok(UnknownLine { id: row.get(0)?, called: row.get(1)?, rev: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
