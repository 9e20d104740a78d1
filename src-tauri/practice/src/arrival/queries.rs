//! What the front desk knows, in words, for the sheet of a session and for a list of sessions.

use std::collections::HashMap;

use rusqlite::Connection;

use super::ipc::{BoardState, DeskAbsence, DeskWord};
use super::{Arrival, Standing, offer, standing, store};
use crate::client::ClientId;
use crate::kernel::{Moment, Result, Zone};
use crate::session::{Session, SessionId};

/// The marks of some clients on the date of a session, in words, with what they offer. One statement.
///
/// # Errors
/// `trouble` when the store cannot be read.
pub(crate) fn by_client(
    sql: &Connection,
    zone: Zone,
    session: &Session,
    clients: &[ClientId],
) -> Result<HashMap<ClientId, DeskWord>> {
    let marks = store::of_clients(sql, clients, session.on_date)?;
    let times = (session.began_at.unwrap_or(session.starts_at), session.finished_at.unwrap_or(session.ends_at));
    Ok(marks.into_iter().map(|(client, marks)| (client, word(zone, &marks, session.id, times))).collect())
}

fn word(zone: Zone, marks: &[Arrival], session: SessionId, times: (Moment, Moment)) -> DeskWord {
    let offered = offer(marks, session, times);
    let excused = matches!(standing(marks), Standing::NotComing);
    let (state, words) = in_words(zone, marks);
    DeskWord {
        state,
        words,
        late_minutes: offered.late_minutes,
        early_minutes: offered.early_minutes,
        absent: offered.absent.map(|reason| DeskAbsence { excused, reason }),
    }
}

/// How somebody stands, as a screen says it.
pub(super) fn in_words(zone: Zone, marks: &[Arrival]) -> (BoardState, String) {
    let clock = |at| zone.wall(at).format("%-I:%M %p").to_string();
    match standing(marks) {
        Standing::Expected => (BoardState::Expected, String::new()),
        Standing::Late { minutes } => (BoardState::Late, format!("Called: late {minutes} min")),
        Standing::NotComing => (BoardState::NotComing, "Called: not coming".into()),
        Standing::Here { since } => (BoardState::Here, format!("Here since {}", clock(since))),
        Standing::Gone { at } => (BoardState::Gone, format!("Gone at {}", clock(at))),
    }
}
