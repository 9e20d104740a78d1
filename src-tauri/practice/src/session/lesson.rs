//! Which meeting of a curriculum a session is. A planned one is the next in line; recording it settles the number.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::{Session, SessionId};
use crate::curriculum::LessonId;
use crate::kernel::Result;

/// A session of the past that nobody recorded within these days does not hold up the ones after it.
const PATIENCE_DAYS: u64 = 7;

/// The lesson of a session, as its card shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SessionLesson {
    pub id: LessonId,
    pub curriculum: String,
    pub number: i64,
    /// How many the curriculum has.
    pub many: i64,
    pub topic: String,
    pub aim: String,
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
            curriculum: row.get("name")?,
            number: row.get("number")?,
            many: row.get("many")?,
            topic: row.get("topic")?,
            aim: row.get("aim")?,
        };
        Ok((row.get("session")?, lesson))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
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
