//! Who must not share the room of a session, or with somebody who is about to come in. Whom it names depends on who asks
//! (`apart`). A room holds also those of another session that is planned in it at the same time.

use rusqlite::{Connection, named_params};

use super::ipc::WhoTogether;
use super::store::Place;
use super::{Session, SessionState, queries, store};
use crate::apart::{self, ApartId, Room, Together};
use crate::client::ClientId;
use crate::group;
use crate::kernel::door::Tx;
use crate::kernel::{Result, RowId, View};

/// Answers for a session that the person sees: what is outside the reach is not there.
pub(super) fn who(view: &View<'_>, request: WhoTogether) -> Result<Vec<Together>> {
    queries::line(view, request.id)?;
    let session = queries::session(view.sql, request.id)?;
    let expected: Vec<ClientId> = match session.state {
        SessionState::Cancelled => Vec::new(),
        SessionState::Planned | SessionState::Recorded => in_room(view.sql, &session)?,
    };
    group::in_one_room(view, &expected, request.client, session.on_date)
}

/// Everybody who sits in the room of a session: who is expected, and who is expected in another session planned in the
/// same room at the same time. Two statements, or one for a session without a room.
///
/// # Errors
/// `trouble` when the store cannot be read.
pub(crate) fn in_room(sql: &Connection, session: &Session) -> Result<Vec<ClientId>> {
    let mut there: Vec<ClientId> = session.client.into_iter().collect();
    let mut places: Vec<Place> =
        session.of_group.map(|group| (session.id, group, session.on_date)).into_iter().collect();
    let room = session.room.trim();
    if !room.is_empty() {
        let mut statement = sql.prepare_cached(include_str!("sql/beside.sql"))?;
        let mut rows = statement.query(named_params! {
            ":but": session.id, ":room": room, ":from": session.starts_at, ":until": session.ends_at,
            ":before": session.on_date.pred_opt().unwrap_or(session.on_date),
            ":after": session.on_date.succ_opt().unwrap_or(session.on_date),
        })?;
        while let Some(row) = rows.next()? {
            there.extend(row.get::<_, Option<ClientId>>("client")?);
            if let Some(group) = row.get("of_group")? {
                places.push((row.get("id")?, group, row.get("on_date")?));
            }
        }
    }
    there.extend(store::expected_at(sql, &places)?.into_iter().map(|(_, client)| client));
    Ok(there)
}

/// Which pairs share the room of a session as it stands.
pub(super) fn shared(tx: &Tx<'_, '_>, session: &Session) -> Result<Vec<ApartId>> {
    apart::met(tx.sql(), &in_room(tx.sql(), session)?, session.on_date)
}

/// Stops a session whose place or time would bring two into one room who must not share it, unless they shared it
/// `already` or a reason was typed.
pub(super) fn ensure_apart(tx: &mut Tx<'_, '_>, session: &Session, reason: &str, already: &[ApartId]) -> Result<()> {
    let there = in_room(tx.sql(), session)?;
    apart::ensure_among(tx, (&there, session.on_date), Room::Session(session.id.uuid()), reason, already)
}
