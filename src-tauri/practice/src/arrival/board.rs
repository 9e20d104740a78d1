//! The board of a day: everybody expected, where and with whom, and what the front desk marked. It holds names, rooms and
//! times, and no clinical word: no topic, no note, no test, no diagnosis, not even whether an appointment is a crisis.

use std::collections::HashMap;

use rusqlite::{Row, named_params};

use super::ipc::{Board, BoardLine, BoardSession, WhichBoard};
use super::queries::in_words;
use super::{Arrival, store};
use crate::client::{ClientId, Looker, Shown, shown_in};
use crate::kernel::{Info, Reach, Result, Verb, View};

/// Everybody expected on a date, in the order in which they are expected. Two statements.
pub(super) fn board(view: &View<'_>, request: WhichBoard) -> Result<Board> {
    let on = request.on.unwrap_or_else(|| view.today());
    let permits = view.actor.permits(Info::Attendance, Verb::Read);
    let has = |reach: Reach| permits.iter().any(|permit| permit.reach == reach);
    let looker = Looker::of(view);
    let marks = store::of_day(view.sql, on)?;
    let marks_here = on == view.today() && view.actor.may(Info::Attendance, Verb::CheckIn);
    let mut statement = view.sql.prepare_cached(include_str!("sql/board.sql"))?;
    let mut rows = statement.query(named_params! {
        ":on": on, ":me": view.actor.staff, ":today": view.today(),
        ":everyone": has(Reach::Everyone), ":related": has(Reach::Related),
    })?;
    let mut at: HashMap<ClientId, usize> = HashMap::new();
    let mut lines: Vec<BoardLine> = Vec::new();
    while let Some(row) = rows.next()? {
        let client: ClientId = row.get("client")?;
        let index = match at.get(&client) {
            Some(index) => *index,
            None => {
                let own = marks.get(&client).map_or(&[][..], Vec::as_slice);
                let mut line = line_of(view, row, looker, own)?;
                line.may_mark = marks_here && line.name.how != Shown::Number;
                lines.push(line);
                at.insert(client, lines.len() - 1);
                lines.len() - 1
            }
        };
        if let Some(line) = lines.get_mut(index) {
            line.sessions.push(session_of(row)?);
        }
    }
    Ok(Board { on, lines })
}

fn line_of(view: &View<'_>, row: &Row<'_>, looker: Looker, marks: &[Arrival]) -> Result<BoardLine> {
    let (state, words) = in_words(view.zone(), marks);
    let latest = marks.last();
    Ok(BoardLine {
        client: row.get("client")?,
        name: shown_in(row, looker)?,
        sessions: Vec::new(),
        state,
        words,
        reason: latest.map(|mark| mark.reason.clone()).unwrap_or_default(),
        mark: latest.map(|mark| mark.id),
        mark_rev: latest.map(|mark| mark.rev),
        may_mark: false,
    })
}

fn session_of(row: &Row<'_>) -> rusqlite::Result<BoardSession> {
    let group: Option<String> = row.get("group_name")?;
    Ok(BoardSession {
        session: row.get("session")?,
        title: group.unwrap_or_else(|| "Appointment".into()),
        led_by: row.get("led_by")?,
        room: row.get("room")?,
        starts: row.get("starts")?,
        minutes: row.get("minutes")?,
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        state: row.get("state")?,
    })
}
