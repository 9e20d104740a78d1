//! Notes that are not finished, the oldest first: one's own, and for who supervises or directs those of the others.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::around::Seer;
use super::ipc::NoteTask;
use super::{NoteState, queries, rules};
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Moment, Result, Verb, View};
use crate::practice::policy;

/// The most notes of one list.
const MOST: usize = 500;
/// One more tells that there are more.
const ROWS: i64 = 501;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// An unfinished note with its age.
#[derive(Debug, Serialize, TS)]
pub struct UnsignedNote {
    pub note: NoteTask,
    /// Whole days since the end of the service.
    pub age_days: i64,
    pub mine: bool,
    /// Nobody but its author reads a draft.
    pub may_open: bool,
}

/// The list of unfinished notes.
#[derive(Debug, Serialize, TS)]
pub struct UnsignedNotes {
    pub rows: Vec<UnsignedNote>,
    /// There are more than these 500.
    pub more: bool,
    /// Others' notes are in it.
    pub everybody: bool,
}

/// Drafts, returned notes and those that wait for a cosignature. Drafts of others are lines without their text.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<UnsignedNotes> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/unsigned.sql"))?;
    let today = view.today();
    let hours = policy::whole_on(view.sql, policy::NOTE_DUE, today)?;
    let seer = Seer::of(view)?;
    let directs = view.actor.may(Info::Notes, Verb::Cosign);
    let parameters = named_params! { ":me": view.actor.staff, ":directs": directs, ":today": today, ":limit": ROWS };
    let rows = statement.query_map(parameters, |row| {
        let mine: bool = row.get("mine")?;
        let ended: Moment = row.get("service_end")?;
        let note = queries::task_of(row, &seer, view.now, |end, _| rules::due(end, hours))?;
        let may_open = mine || note.state != NoteState::Draft;
        Ok(UnsignedNote { note, age_days: (view.now.0 - ended.0).max(0) / DAY_MS, mine, may_open })
    })?;
    let mut rows: Vec<UnsignedNote> = rows.collect::<rusqlite::Result<_>>()?;
    let more = rows.len() > MOST;
    rows.truncate(MOST);
    let everybody = directs || rows.iter().any(|row| !row.mine);
    Ok(UnsignedNotes { rows, more, everybody })
}
