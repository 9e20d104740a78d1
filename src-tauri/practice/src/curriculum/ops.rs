//! Changes of the practice's own curricula.

use super::ipc::{
    AdoptCurriculum, ChangeCurriculum, ChangeLesson, ExtendCurriculum, LessonFields, SavedCurriculum, SavedLesson,
};
use super::rules::{CurriculumRefusal, MOST_LESSONS, steps};
use super::{Curriculum, CurriculumId, Lesson, LessonId, shipped, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Refusal, Result, Tag};

const LONGEST_NAME: usize = 80;
const LONGEST_ABOUT: usize = 1_000;
const LONGEST: usize = 6_000;

/// Takes a shipped curriculum over as a copy of one's own, copies one's own, or begins an empty one.
pub(super) fn adopt(tx: &mut Tx<'_, '_>, request: AdoptCurriculum) -> Result<SavedCurriculum> {
    let mut check = Check::new();
    let both = request.shipped.is_some() && request.copy_of.is_some();
    check.ensure(!both, "copy_of", "Choose one to copy.");
    let from = match (&request.shipped, request.copy_of) {
        (Some(key), _) => Some(from_shipped(tx, &mut check, key)?),
        (None, Some(id)) => Some(from_own(tx, id)?),
        (None, None) => None,
    };
    let own_name = check.optional("name", &request.name, LONGEST_NAME);
    let name = match (&from, own_name.is_empty()) {
        (Some((original, _)), true) => original.name.clone(),
        _ => check.required("name", &request.name, LONGEST_NAME, "Type a name for the curriculum."),
    };
    check.done()?;
    let id: CurriculumId = tx.id();
    let (original, lessons) = from.unwrap_or_else(|| (blank(id), Vec::new()));
    store::insert(tx, &Curriculum { id, name, active: true, rev: 1, ..original })?;
    tx.wrote(Table::Curriculum, id, None)?;
    for lesson in lessons {
        let lesson = Lesson { id: tx.id(), curriculum: id, rev: 1, ..lesson };
        store::insert_lesson(tx, &lesson)?;
        tx.wrote(Table::Lesson, lesson.id, None)?;
    }
    tx.touch(Tag::Curriculum);
    Ok(SavedCurriculum { id, rev: 1 })
}

fn blank(id: CurriculumId) -> Curriculum {
    Curriculum { id, name: String::new(), about: String::new(), shipped: String::new(), active: true, rev: 1 }
}

fn from_shipped(tx: &Tx<'_, '_>, check: &mut Check, key: &str) -> Result<(Curriculum, Vec<Lesson>)> {
    let id: CurriculumId = tx.id();
    let Some(found) = shipped::of_key(key)? else {
        check.fault("shipped", "Choose a curriculum from the list.");
        return Ok((blank(id), Vec::new()));
    };
    let lessons = found.sessions.into_iter().zip(1..).map(|(lesson, number)| Lesson {
        id: tx.id(),
        curriculum: id,
        number,
        topic: lesson.topic,
        aim: lesson.aim,
        outline: lesson.outline.join("\n"),
        scenarios: lesson.scenarios.join("\n"),
        handout: lesson.handout,
        rev: 1,
    });
    let lessons = lessons.collect();
    Ok((Curriculum { name: found.name, about: found.about, shipped: found.key, ..blank(id) }, lessons))
}

fn from_own(tx: &Tx<'_, '_>, id: CurriculumId) -> Result<(Curriculum, Vec<Lesson>)> {
    let original = own(tx, id)?;
    Ok((original, store::lessons(tx.sql(), id)?))
}

fn own(tx: &Tx<'_, '_>, id: CurriculumId) -> Result<Curriculum> {
    store::curriculum(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("curriculum"))
}

/// Renames a curriculum, retires it, or brings it back.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeCurriculum) -> Result<SavedCurriculum> {
    let present = own(tx, request.id)?;
    let mut check = Check::new();
    let name = check.required("name", &request.name, LONGEST_NAME, "Type a name for the curriculum.");
    let about = check.optional("about", &request.about, LONGEST_ABOUT);
    check.done()?;
    if !request.active && present.active && store::is_followed(tx.sql(), present.id)? {
        return Err(CurriculumRefusal::InUse.into());
    }
    tx.revise(Table::Curriculum, present.id, request.rev)?;
    store::update(tx, &Curriculum { name, about, active: request.active, rev: request.rev, ..present.clone() })?;
    tx.wrote(Table::Curriculum, present.id, None)?;
    tx.touch(Tag::Curriculum);
    Ok(SavedCurriculum { id: present.id, rev: request.rev + 1 })
}

/// Adds a session at the end.
pub(super) fn extend(tx: &mut Tx<'_, '_>, request: ExtendCurriculum) -> Result<SavedLesson> {
    let curriculum = own(tx, request.curriculum)?;
    let last = store::lessons(tx.sql(), curriculum.id)?.last().map_or(0, |lesson| lesson.number);
    let blank = Lesson {
        id: tx.id(),
        curriculum: curriculum.id,
        number: last + 1,
        topic: String::new(),
        aim: String::new(),
        outline: String::new(),
        scenarios: String::new(),
        handout: String::new(),
        rev: 1,
    };
    let lesson = checked(blank, &request.fields)?;
    if lesson.number > MOST_LESSONS {
        return Err(CurriculumRefusal::Full.into());
    }
    store::insert_lesson(tx, &lesson)?;
    saved(tx, lesson.id, 1)
}

/// Rewrites one session. What it was before is kept; sessions that were held stay as they were recorded.
pub(super) fn change_lesson(tx: &mut Tx<'_, '_>, request: ChangeLesson) -> Result<SavedLesson> {
    let present = store::lesson(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("curriculum session"))?;
    let lesson = checked(present, &request.fields)?;
    tx.revise(Table::Lesson, lesson.id, request.rev)?;
    store::update_lesson(tx, &Lesson { rev: request.rev, ..lesson.clone() })?;
    saved(tx, lesson.id, request.rev + 1)
}

fn saved(tx: &mut Tx<'_, '_>, id: LessonId, rev: i64) -> Result<SavedLesson> {
    tx.wrote(Table::Lesson, id, None)?;
    crate::draft::close(tx, super::ipc::LESSON_FORM, &id.0.to_string())?;
    tx.touch(Tag::Curriculum);
    Ok(SavedLesson { id, rev })
}

fn checked(lesson: Lesson, fields: &LessonFields) -> Result<Lesson> {
    let mut check = Check::new();
    let next = Lesson {
        topic: check.required("fields.topic", &fields.topic, 200, "Type the topic of the session."),
        aim: check.optional("fields.aim", &fields.aim, 500),
        outline: steps(&check.optional("fields.outline", &fields.outline, LONGEST)).join("\n"),
        scenarios: steps(&check.optional("fields.scenarios", &fields.scenarios, LONGEST)).join("\n"),
        handout: check.optional("fields.handout", &fields.handout, LONGEST),
        ..lesson
    };
    check.done()?;
    Ok(next)
}
