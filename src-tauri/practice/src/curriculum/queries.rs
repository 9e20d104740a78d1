//! What a director and a facilitator read.

use rusqlite::Connection;

use super::ipc::{CurriculumAnswer, CurriculumLine, CurriculumList, LessonAnswer, ShippedLine, WhichCurriculum};
use super::rules::steps;
use super::{CurriculumId, Lesson, LessonId, shipped, store};
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Refusal, Result, Verb, View};

/// Whether there is such a curriculum and it is in use.
pub(crate) fn exists(sql: &Connection, id: CurriculumId) -> Result<bool> {
    Ok(store::curriculum(sql, id)?.is_some_and(|curriculum| curriculum.active))
}

/// Whether a lesson is one of a curriculum.
pub(crate) fn follows(sql: &Connection, lesson: LessonId, curriculum: CurriculumId) -> Result<bool> {
    Ok(store::lesson(sql, lesson)?.is_some_and(|lesson| lesson.curriculum == curriculum))
}

/// What is shipped and what the practice made its own.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<CurriculumList> {
    let own: Vec<CurriculumLine> = store::all(view.sql)?
        .into_iter()
        .map(|(curriculum, lessons, followed_by)| CurriculumLine {
            id: curriculum.id,
            name: curriculum.name,
            about: curriculum.about,
            shipped: curriculum.shipped,
            active: curriculum.active,
            lessons,
            followed_by,
            rev: curriculum.rev,
        })
        .collect();
    let shipped = shipped::all()?.into_iter().map(|found| ShippedLine {
        adopted: own.iter().any(|line| line.shipped == found.key),
        lessons: found.sessions.len(),
        key: found.key,
        name: found.name,
        about: found.about,
    });
    Ok(CurriculumList { shipped: shipped.collect(), own, may_write: may_write(view) })
}

fn may_write(view: &View<'_>) -> bool {
    view.actor.may(Info::Staff, Verb::Write)
}

/// One curriculum whole: one of the practice's own, or a shipped one to look at before it is taken over.
pub(super) fn get(view: &View<'_>, request: WhichCurriculum) -> Result<CurriculumAnswer> {
    if let Some(key) = request.shipped {
        return shipped_answer(&key);
    }
    let absent = || Refusal::not_found("curriculum");
    let id = request.id.ok_or_else(absent)?;
    let curriculum = store::curriculum(view.sql, id)?.ok_or_else(absent)?;
    Ok(CurriculumAnswer {
        id: Some(curriculum.id),
        name: curriculum.name,
        about: curriculum.about,
        shipped: curriculum.shipped,
        active: curriculum.active,
        lessons: store::lessons(view.sql, id)?.into_iter().map(answer).collect(),
        may_write: may_write(view),
        rev: curriculum.rev,
    })
}

fn answer(lesson: Lesson) -> LessonAnswer {
    LessonAnswer {
        id: Some(lesson.id),
        number: lesson.number,
        topic: lesson.topic,
        aim: lesson.aim,
        outline: steps(&lesson.outline),
        scenarios: steps(&lesson.scenarios),
        handout: lesson.handout,
        rev: lesson.rev,
    }
}

fn shipped_answer(key: &str) -> Result<CurriculumAnswer> {
    let found = shipped::of_key(key)?.ok_or_else(|| Refusal::not_found("curriculum"))?;
    let lessons = found.sessions.into_iter().zip(1..).map(|(lesson, number)| LessonAnswer {
        id: None,
        number,
        topic: lesson.topic,
        aim: lesson.aim,
        outline: lesson.outline,
        scenarios: lesson.scenarios,
        handout: lesson.handout,
        rev: 0,
    });
    Ok(CurriculumAnswer {
        id: None,
        lessons: lessons.collect(),
        name: found.name,
        about: found.about,
        shipped: found.key,
        active: true,
        may_write: false,
        rev: 0,
    })
}
