//! What became of a curriculum since it was made one's own: each change of a session, with what stood before.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CurriculumId, LessonId, store};
use crate::kernel::{Moment, Refusal, Result, View};

/// The request of `curriculum.editions`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichEditions {
    pub id: CurriculumId,
}

/// A part of a session that changed.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct EditionPart {
    /// "topic", "aim", "outline", "scenarios" or "handout".
    pub part: &'static str,
    pub before: String,
    pub after: String,
}

/// One change: a session was added, or rewritten in some parts.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CurriculumEdition")]
pub struct Edition {
    pub lesson: LessonId,
    pub number: i64,
    /// As it is called after the change.
    pub topic: String,
    pub at: Moment,
    pub on: NaiveDate,
    pub by: String,
    /// Empty: it was added.
    pub parts: Vec<EditionPart>,
}

/// A session as it stood once.
struct Kept {
    lesson: LessonId,
    number: i64,
    texts: [String; 5],
    at: Moment,
    by: String,
}

const PARTS: [&str; 5] = ["topic", "aim", "outline", "scenarios", "handout"];

/// The changes of a curriculum of the practice, the latest first. What it was made with is no change.
pub(super) fn list(view: &View<'_>, request: WhichEditions) -> Result<Vec<Edition>> {
    let id = request.id;
    store::curriculum(view.sql, id)?.ok_or_else(|| Refusal::not_found("curriculum"))?;
    let kept = kept(view, id)?;
    let first = kept.iter().map(|kept| kept.at).min();
    let mut editions = Vec::new();
    for (index, now) in kept.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| kept.get(index)).filter(|kept| kept.lesson == now.lesson);
        let parts = before.map(|before| changed(&before.texts, &now.texts)).unwrap_or_default();
        if before.is_none() && Some(now.at) == first || before.is_some() && parts.is_empty() {
            continue;
        }
        editions.push(Edition {
            lesson: now.lesson,
            number: now.number,
            topic: now.texts[0].clone(),
            at: now.at,
            on: view.zone().date(now.at),
            by: now.by.clone(),
            parts,
        });
    }
    editions.sort_by_key(|edition| (std::cmp::Reverse(edition.at), edition.number));
    Ok(editions)
}

fn changed(before: &[String; 5], after: &[String; 5]) -> Vec<EditionPart> {
    let pairs = PARTS.iter().zip(before.iter().zip(after));
    pairs
        .filter(|(_, (before, after))| before != after)
        .map(|(part, (before, after))| EditionPart { part, before: before.clone(), after: after.clone() })
        .collect()
}

fn kept(view: &View<'_>, id: CurriculumId) -> Result<Vec<Kept>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/editions.sql"))?;
    let rows = statement.query_map(named_params! { ":curriculum": id }, |row| {
        Ok(Kept {
            lesson: row.get("lesson")?,
            number: row.get("number")?,
            texts: [
                row.get("topic")?,
                row.get("aim")?,
                row.get("outline")?,
                row.get("scenarios")?,
                row.get("handout")?,
            ],
            at: row.get("at")?,
            by: row.get("by_name")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
