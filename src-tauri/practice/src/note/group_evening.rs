//! The evening check: all group sessions of a date that a person leads, what each still misses, and what everybody's
//! evening comes to in minutes. It reads what `group_note.get` reads, session by session: an evening has a few.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::around::{self, Seer, SessionFacts};
use super::group_room::{Present, Room, SharedText};
use super::ipc::{NoteClient, NotePoint};
use super::store;
use crate::client::ClientId;
use crate::kernel::{Moment, Result, View};
use crate::session::SessionId;

/// The request of `group_note.evening`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EveningOf {
    /// Today when left out.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// Something an entry or the shared part misses.
#[derive(Debug, Serialize, TS)]
pub struct EveningPoint {
    /// Whose entry; nobody's for the shared part.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<NoteClient>,
    pub message: String,
}

/// How far one session of the evening is.
#[derive(Debug, Serialize, TS)]
pub struct EveningSession {
    pub session: SessionId,
    pub group: String,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub recorded: bool,
    pub present: usize,
    pub absent: usize,
    /// Entries that would be signed now, absences included.
    pub ready: usize,
    /// Entries left for later.
    pub later: usize,
    pub signed: usize,
    /// What stops the signature; with any of them the session is not signed and stays as it is.
    pub missing: Vec<EveningPoint>,
}

/// What the evening comes to for one person.
#[derive(Debug, Serialize, TS)]
pub struct EveningMinutes {
    pub client: NoteClient,
    pub minutes: i64,
    /// In the order of the sessions; none where the person was not on the list.
    pub parts: Vec<Option<i64>>,
}

/// An evening as a whole.
#[derive(Debug, Serialize, TS)]
pub struct Evening {
    pub on: NaiveDate,
    pub sessions: Vec<EveningSession>,
    pub people: Vec<EveningMinutes>,
    /// Sessions that can be signed now.
    pub ready: Vec<SessionId>,
    /// Nothing of the evening is missing any more, and something waits for the signature.
    pub complete: bool,
}

/// The evening of the person who asks.
pub(super) fn evening(view: &View<'_>, request: EveningOf) -> Result<Evening> {
    let on = request.on.unwrap_or_else(|| view.today());
    let seer = Seer::of(view)?;
    let ids = sessions(view, on)?;
    let mut evening = Evening { on, sessions: Vec::new(), people: Vec::new(), ready: Vec::new(), complete: false };
    let mut places: HashMap<ClientId, usize> = HashMap::new();
    for (index, id) in ids.iter().enumerate() {
        let facts = around::session(view.sql, *id)?;
        let room = Room::of(view, &facts)?;
        for person in &room.people {
            let place = *places.entry(person.facts.id).or_insert_with(|| {
                let client = seer.line(&person.facts);
                evening.people.push(EveningMinutes { client, minutes: 0, parts: vec![None; ids.len()] });
                evening.people.len() - 1
            });
            if let Some(line) = evening.people.get_mut(place) {
                line.minutes += person.attended.minutes;
                if let Some(part) = line.parts.get_mut(index) {
                    *part = Some(person.attended.minutes);
                }
            }
        }
        let line = session_line(view, &facts, &room, &seer)?;
        if line.recorded && line.missing.is_empty() && line.ready > 0 {
            evening.ready.push(line.session);
        }
        evening.sessions.push(line);
    }
    let all = evening.sessions.iter().all(|session| session.recorded && session.missing.is_empty());
    evening.complete = all && !evening.ready.is_empty();
    Ok(evening)
}

fn sessions(view: &View<'_>, on: NaiveDate) -> Result<Vec<SessionId>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/evening_sessions.sql"))?;
    let rows = statement.query_map(named_params! { ":on": on, ":me": view.actor.staff }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn session_line(view: &View<'_>, facts: &SessionFacts, room: &Room, seer: &Seer) -> Result<EveningSession> {
    let part = store::shared_of_session(view.sql, facts.id)?;
    let statement = part.as_ref().is_some_and(|part| part.risk_statement);
    let mut line = EveningSession {
        session: facts.id,
        group: facts.group_name.clone(),
        starts_at: facts.starts_at,
        ends_at: facts.ends_at,
        recorded: facts.recorded,
        present: room.people.iter().filter(|person| !person.attended.absent).count(),
        absent: room.people.iter().filter(|person| person.attended.absent).count(),
        ready: 0,
        later: 0,
        signed: 0,
        missing: if facts.recorded { shared_points(room, SharedText::of(part.as_ref(), facts)) } else { Vec::new() },
    };
    for person in &room.people {
        match stand(room, person, statement, view.actor.staff) {
            Stand::Signed => line.signed += 1,
            Stand::Later => line.later += 1,
            Stand::Elsewhere => {}
            Stand::Ready => line.ready += 1,
            Stand::Missing(points) => line.missing.extend(
                points
                    .into_iter()
                    .map(|point| EveningPoint { client: Some(seer.line(&person.facts)), message: point.message }),
            ),
        }
    }
    Ok(line)
}

fn shared_points(room: &Room, shared: SharedText<'_>) -> Vec<EveningPoint> {
    let points = room.shared_missing(shared);
    points.into_iter().map(|point| EveningPoint { client: None, message: point.message }).collect()
}

/// Where one entry stands.
enum Stand {
    Signed,
    Later,
    /// Returned to a colleague who wrote it.
    Elsewhere,
    Ready,
    Missing(Vec<NotePoint>),
}

fn stand(room: &Room, person: &Present, statement: bool, me: crate::kernel::actor::StaffId) -> Stand {
    let Some(note) = &person.note else {
        return if person.attended.absent { Stand::Ready } else { Stand::Missing(vec![nothing_yet()]) };
    };
    if !note.state.is_open() {
        return Stand::Signed;
    }
    if note.state == super::NoteState::Returned && note.author != me {
        return Stand::Elsewhere;
    }
    if person.attended.absent {
        return Stand::Ready;
    }
    if note.skipped {
        return Stand::Later;
    }
    let missing = room.entry_missing(person, note, statement);
    if missing.is_empty() { Stand::Ready } else { Stand::Missing(missing) }
}

fn nothing_yet() -> NotePoint {
    NotePoint::new("line", "Nothing is written yet.")
}
