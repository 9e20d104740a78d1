//! Which meeting of a curriculum a session is. A planned one is the next in line; recording it settles the number.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::ipc::{SavedSession, SwapLesson};
use super::rules::{self, SessionRefusal};
use super::{Session, SessionId, store};
use crate::curriculum::{self, CurriculumId, LessonId};
use crate::group;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Info, Refusal, Result, Tag, Verb};

/// A session of the past that nobody recorded within these days does not hold up the ones after it.
const PATIENCE_DAYS: u64 = 7;

/// The lesson of a session, as its card shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SessionLesson {
    pub id: LessonId,
    pub curriculum_id: CurriculumId,
    pub curriculum: String,
    pub number: i64,
    /// How many the curriculum has.
    pub many: i64,
    pub topic: String,
    pub aim: String,
    /// Whose place it holds in line; the lesson itself unless it was swapped for this session alone.
    pub place: LessonId,
    pub place_number: i64,
}

/// The lessons of the sessions from `from` up to but without `until`. One statement.
pub(crate) fn lessons(
    sql: &Connection,
    today: NaiveDate,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<HashMap<SessionId, SessionLesson>> {
    let since = from.min(today).checked_sub_days(Days::new(PATIENCE_DAYS)).unwrap_or(from);
    let mut statement = sql.prepare_cached(include_str!("sql/lessons.sql"))?;
    let parameters = named_params! { ":since": since, ":from": from, ":until": until };
    let rows = statement.query_map(parameters, |row| {
        let lesson = SessionLesson {
            id: row.get("id")?,
            curriculum_id: row.get("curriculum")?,
            curriculum: row.get("name")?,
            number: row.get("number")?,
            many: row.get("many")?,
            topic: row.get("topic")?,
            aim: row.get("aim")?,
            place: row.get("place")?,
            place_number: row.get("place_number")?,
        };
        Ok((row.get("session")?, lesson))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Takes another lesson of the group's curriculum for one planned session, or the one in line again. The sessions after
/// it go on as if nothing had been swapped. Whoever leads the session may, and whoever arranges the group.
pub(super) fn swap(tx: &mut Tx<'_, '_>, request: SwapLesson) -> Result<SavedSession> {
    let present = store::session(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("session"))?;
    let group = present.of_group.ok_or(SessionRefusal::NoCurriculum)?;
    let stored = group::group(tx.sql(), group)?;
    if rules::own(tx.actor.staff, &present, Some(&stored)) {
        tx.role = Some(tx.actor.permit(Info::Attendance, Verb::Read)?.role);
    } else {
        group::arranged(tx, group)?;
    }
    rules::may_change(present.state)?;
    let curriculum = store::curriculum_of(tx.sql(), group)?.ok_or(SessionRefusal::NoCurriculum)?;
    if let Some(lesson) = request.lesson
        && !curriculum::follows(tx.sql(), lesson, curriculum)?
    {
        return Err(Refusal::field("lesson", "Choose a session of the curriculum this group follows."));
    }
    tx.revise(Table::Session, present.id, request.rev)?;
    store::swap_lesson(tx, present.id, request.lesson)?;
    tx.wrote(Table::Session, present.id, None)?;
    tx.touch(Tag::Session);
    Ok(SavedSession { id: present.id, rev: request.rev + 1, clashes: Vec::new() })
}

/// The lesson of one session.
pub(crate) fn lesson(sql: &Connection, today: NaiveDate, session: &Session) -> Result<Option<SessionLesson>> {
    lesson_on(sql, today, (session.id, session.on_date))
}

/// The lesson of the session with this id on this date.
pub(crate) fn lesson_on(
    sql: &Connection,
    today: NaiveDate,
    (id, on): (SessionId, NaiveDate),
) -> Result<Option<SessionLesson>> {
    let next = on.checked_add_days(Days::new(1)).unwrap_or(on);
    Ok(lessons(sql, today, (on, next))?.remove(&id))
}
