//! What the front desk knows, in words, for the sheet of a session and for a list of sessions.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use super::ipc::{BoardState, DeskAbsence, DeskCall, DeskWord};
use super::{Arrival, Mark, Standing, offer, standing, store};
use crate::client::{ClientId, Looker, shown_in};
use crate::kernel::{Info, Moment, Reach, Result, Verb, View, Zone};
use crate::session::{Session, SessionId, SessionState};

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
    let words =
        marks.into_iter().filter_map(|(client, marks)| Some((client, word(zone, &marks, session.id, times)?)));
    Ok(words.collect())
}

/// What the marks say about one session; nothing where all of them are about others.
fn word(zone: Zone, marks: &[Arrival], session: SessionId, times: (Moment, Moment)) -> Option<DeskWord> {
    let marks = about(marks, session);
    if marks.is_empty() {
        return None;
    }
    let offered = offer(&marks, session, times);
    let excused = matches!(standing(&marks), Standing::NotComing);
    let (state, words) = in_words(zone, &marks);
    Some(DeskWord {
        state,
        words,
        late_minutes: offered.late_minutes,
        early_minutes: offered.early_minutes,
        absent: offered.absent.map(|reason| DeskAbsence { excused, reason }),
    })
}

/// The marks of somebody without calls about another session.
fn about(marks: &[Arrival], session: SessionId) -> Vec<Arrival> {
    marks.iter().filter(|mark| mark.session.is_none_or(|of| of == session)).cloned().collect()
}

/// Who called about the planned sessions of today and did not come since, by session, as the person may see them. One
/// statement where nobody called, else two.
///
/// # Errors
/// `trouble` when the store cannot be read.
pub(crate) fn calls(view: &View<'_>) -> Result<HashMap<SessionId, Vec<DeskCall>>> {
    let marks = store::of_day(view.sql, view.today())?;
    let mut by_session: HashMap<SessionId, Vec<DeskCall>> = HashMap::new();
    if !marks.values().flatten().any(|mark| matches!(mark.mark, Mark::Late | Mark::NotComing)) {
        return Ok(by_session);
    }
    let permits = view.actor.permits(Info::Attendance, Verb::Read);
    let has = |reach: Reach| permits.iter().any(|permit| permit.reach == reach);
    let looker = Looker::of(view);
    let mut statement = view.sql.prepare_cached(include_str!("sql/board.sql"))?;
    let mut rows = statement.query(named_params! {
        ":on": view.today(), ":me": view.actor.staff, ":today": view.today(),
        ":everyone": has(Reach::Everyone), ":related": has(Reach::Related),
    })?;
    while let Some(row) = rows.next()? {
        let (client, session): (ClientId, SessionId) = (row.get("client")?, row.get("session")?);
        let Some(own) = marks.get(&client) else { continue };
        let Some(words) = called(standing(&about(own, session))) else { continue };
        if row.get::<_, SessionState>("state")? == SessionState::Planned {
            by_session.entry(session).or_default().push(DeskCall { client, name: shown_in(row, looker)?, words });
        }
    }
    Ok(by_session)
}

/// How somebody stands, as a screen says it.
pub(super) fn in_words(zone: Zone, marks: &[Arrival]) -> (BoardState, String) {
    let clock = |at| zone.wall(at).format("%-I:%M %p").to_string();
    let standing = standing(marks);
    let call = || format!("Called: {}", called(standing).unwrap_or_default());
    match standing {
        Standing::Expected => (BoardState::Expected, String::new()),
        Standing::Late { .. } => (BoardState::Late, call()),
        Standing::NotComing => (BoardState::NotComing, call()),
        Standing::Here { since } => (BoardState::Here, format!("Here since {}", clock(since))),
        Standing::Gone { at } => (BoardState::Gone, format!("Gone at {}", clock(at))),
    }
}

/// What somebody said who called and did not come since.
fn called(standing: Standing) -> Option<String> {
    match standing {
        Standing::Late { minutes } => Some(format!("late {minutes} min")),
        Standing::NotComing => Some("not coming".into()),
        Standing::Expected | Standing::Here { .. } | Standing::Gone { .. } => None,
    }
}
