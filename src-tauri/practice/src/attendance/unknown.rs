//! Who came and could not be named: a first name as it was said, on the session it was heard in.
//!
//! What must hold: nothing counts before it is resolved to a client; then it is a row of attendance like any other,
//! labelled a late entry for good; or it is dismissed, with the reason. Nothing is guessed from the name.

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::late::{self, Came};
use super::rules::{AttendanceRefusal, may_begin};
use super::{AttendanceId, UnknownId, record};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Moment, Refusal, Result, Tag, Zone};
use crate::session::{self, Session, SessionId, SessionState};

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
    pub came: Came,
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
    /// "HH:MM", where it was kept while the session ran: the time offered as when they came.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heard: Option<String>,
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
    let row = late::write(tx, &session, &request.came)?;
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
    tx.write(
        "insert into unknown_walk_in (id, session, called, state, rev, at, device, by_staff)
         values (:id, :session, :called, 'open', 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":session": session, ":called": called },
    )
}

fn update(
    tx: &Tx<'_, '_>,
    id: UnknownId,
    (state, attendance, reason): (UnknownState, Option<AttendanceId>, &str),
) -> Result<()> {
    tx.write(
        "update unknown_walk_in
         set state = :state, attendance = :attendance, reason = :reason, rev = rev + 1, at = :at, device = :device,
             by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":state": state, ":attendance": attendance, ":reason": reason },
    )
}

/// Who waits to be named in a session, in the order they came.
pub(super) fn of_session(sql: &Connection, zone: Zone, session: &Session) -> Result<Vec<UnknownLine>> {
    let mut statement = sql.prepare_cached(
        "select id, called, rev, at
         from unknown_walk_in indexed by unknown_walk_in_open
         where session = :session and state = 'open'
         order by at, id",
    )?;
    let (began, ended) =
        (session.began_at.unwrap_or(session.starts_at), session.finished_at.unwrap_or(session.ends_at));
    let rows = statement.query_map(named_params! { ":session": session.id }, |row| {
        let at: Moment = row.get(3)?;
        let heard = (began < at && at < ended).then(|| zone.wall(at).format("%H:%M").to_string());
        Ok(UnknownLine { id: row.get(0)?, called: row.get(1)?, heard, rev: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
