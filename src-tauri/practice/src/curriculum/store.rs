//! SQL of curricula and lessons.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Curriculum, CurriculumId, Lesson, LessonId};
use crate::kernel::Result;
use crate::kernel::door::Tx;

fn curriculum_of(row: &Row<'_>) -> rusqlite::Result<Curriculum> {
    Ok(Curriculum {
        id: row.get("id")?,
        name: row.get("name")?,
        about: row.get("about")?,
        shipped: row.get("shipped")?,
        active: row.get("active")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn curriculum(sql: &Connection, id: CurriculumId) -> Result<Option<Curriculum>> {
    let mut statement =
        sql.prepare_cached("select id, name, about, shipped, active, rev from curriculum where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": id }, curriculum_of).optional()?)
}

/// Every one with its number of lessons and the names of the groups that follow it, active ones first by name.
pub(super) fn all(sql: &Connection) -> Result<Vec<(Curriculum, i64, String)>> {
    let mut statement = sql.prepare_cached(
        "select curriculum.id, curriculum.name, curriculum.about, curriculum.shipped, curriculum.active, curriculum.rev,
                (select count(*) from lesson where lesson.curriculum = curriculum.id) as lessons,
                coalesce((
                  select group_concat(groups.name, ', ')
                  from groups
                  where groups.curriculum = curriculum.id and groups.active = 1
                ), '') as followed_by
         from curriculum
         order by curriculum.active desc, curriculum.name, curriculum.id",
    )?;
    let rows =
        statement.query_map([], |row| Ok((curriculum_of(row)?, row.get("lessons")?, row.get("followed_by")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn is_followed(sql: &Connection, id: CurriculumId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from groups
           where curriculum = :id and active = 1
         )",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, |row| row.get(0))?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, curriculum: &Curriculum) -> Result<()> {
    tx.write(
        "insert into curriculum (id, name, about, shipped, active, rev, at, device, by_staff)
         values (:id, :name, :about, :shipped, :active, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": curriculum.id,
            ":name": curriculum.name,
            ":about": curriculum.about,
            ":shipped": curriculum.shipped,
            ":active": curriculum.active,
        },
    )
}

pub(super) fn update(tx: &Tx<'_, '_>, curriculum: &Curriculum) -> Result<()> {
    tx.write(
        "update curriculum
         set name = :name, about = :about, active = :active,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": curriculum.id,
            ":rev": curriculum.rev,
            ":name": curriculum.name,
            ":about": curriculum.about,
            ":active": curriculum.active,
        },
    )
}

fn lesson_of(row: &Row<'_>) -> rusqlite::Result<Lesson> {
    Ok(Lesson {
        id: row.get("id")?,
        curriculum: row.get("curriculum")?,
        number: row.get("number")?,
        topic: row.get("topic")?,
        aim: row.get("aim")?,
        outline: row.get("outline")?,
        scenarios: row.get("scenarios")?,
        handout: row.get("handout")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn lesson(sql: &Connection, id: LessonId) -> Result<Option<Lesson>> {
    let mut statement = sql.prepare_cached(
        "select id, curriculum, number, topic, aim, outline, scenarios, handout, rev
         from lesson
         where id = :id",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, lesson_of).optional()?)
}

/// In the order of their numbers.
pub(super) fn lessons(sql: &Connection, curriculum: CurriculumId) -> Result<Vec<Lesson>> {
    let mut statement = sql.prepare_cached(
        "select id, curriculum, number, topic, aim, outline, scenarios, handout, rev
         from lesson
         where curriculum = :curriculum
         order by number",
    )?;
    let rows = statement.query_map(named_params! { ":curriculum": curriculum }, lesson_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_lesson(tx: &Tx<'_, '_>, lesson: &Lesson) -> Result<()> {
    tx.write(
        "insert into lesson
           (id, curriculum, number, topic, aim, outline, scenarios, handout, rev, at, device, by_staff)
         values
           (:id, :curriculum, :number, :topic, :aim, :outline, :scenarios, :handout, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": lesson.id,
            ":curriculum": lesson.curriculum,
            ":number": lesson.number,
            ":topic": lesson.topic,
            ":aim": lesson.aim,
            ":outline": lesson.outline,
            ":scenarios": lesson.scenarios,
            ":handout": lesson.handout,
        },
    )
}

pub(super) fn update_lesson(tx: &Tx<'_, '_>, lesson: &Lesson) -> Result<()> {
    tx.write(
        "update lesson
         set topic = :topic, aim = :aim, outline = :outline, scenarios = :scenarios, handout = :handout,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": lesson.id,
            ":rev": lesson.rev,
            ":topic": lesson.topic,
            ":aim": lesson.aim,
            ":outline": lesson.outline,
            ":scenarios": lesson.scenarios,
            ":handout": lesson.handout,
        },
    )
}
