//! SQL of templates and their editions.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Edition, EditionId, Section, TemplateId, sections_of};
use crate::kernel::door::Tx;
use crate::kernel::{Refusal, Result};

/// A template, as stored.
#[derive(Clone, Debug)]
pub(super) struct Template {
    pub id: TemplateId,
    pub name: String,
    pub kind: String,
    pub format: Option<String>,
    pub first: bool,
    pub active: bool,
    pub rev: i64,
}

pub(super) fn template(sql: &Connection, id: TemplateId) -> Result<Option<Template>> {
    let mut statement =
        sql.prepare_cached("select id, name, kind, format, first, active, rev from note_template where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": id }, template_of).optional()?)
}

fn template_of(row: &Row<'_>) -> rusqlite::Result<Template> {
    Ok(Template {
        id: row.get("id")?,
        name: row.get("name")?,
        kind: row.get("kind")?,
        format: row.get("format")?,
        first: row.get("first")?,
        active: row.get("active")?,
        rev: row.get("rev")?,
    })
}

/// The template that a kind of note begins with.
pub(super) fn first_template(sql: &Connection, kind: &str) -> Result<Option<Template>> {
    let mut statement = sql.prepare_cached(
        "select id, name, kind, format, first, active, rev
         from note_template
         where kind = :kind and first = 1 and active = 1",
    )?;
    Ok(statement.query_row(named_params! { ":kind": kind }, template_of).optional()?)
}

/// An edition by its id, of a retired template too.
pub(crate) fn edition(sql: &Connection, id: EditionId) -> Result<Option<Edition>> {
    let mut statement = sql.prepare_cached(
        "select edition.id, edition.number, edition.sections, note_template.name, note_template.kind, note_template.format
         from note_template_edition edition
         join note_template on note_template.id = edition.template
         where edition.id = :id",
    )?;
    statement.query_row(named_params! { ":id": id }, edition_of).optional()?.transpose()
}

fn edition_of(row: &Row<'_>) -> rusqlite::Result<Result<Edition>> {
    let stored: String = row.get("sections")?;
    let (id, name, kind, format, number) =
        (row.get("id")?, row.get("name")?, row.get("kind")?, row.get("format")?, row.get("number")?);
    Ok(sections_of(&stored).map(|sections| Edition { id, name, kind, format, number, sections }))
}

/// What a kind of note begins with: the newest edition of its first template.
pub(crate) fn first_of(sql: &Connection, kind: &str) -> Result<Option<Edition>> {
    let mut statement = sql.prepare_cached(
        "select edition.id, edition.number, edition.sections, note_template.name, note_template.kind, note_template.format
         from note_template
         join note_template_edition edition on edition.template = note_template.id
         where note_template.kind = :kind and note_template.first = 1 and note_template.active = 1
         order by edition.number desc
         limit 1",
    )?;
    statement.query_row(named_params! { ":kind": kind }, edition_of).optional()?.transpose()
}

/// The newest edition of every template in use that one kind of note has, by kind and name.
pub(crate) fn newest_of_kinds(sql: &Connection) -> Result<Vec<Edition>> {
    Ok(newest(sql)?.filter(|edition| edition.format.is_none()).collect())
}

/// The newest edition of every format.
pub(crate) fn newest_of_formats(sql: &Connection) -> Result<Vec<Edition>> {
    Ok(newest(sql)?.filter(|edition| edition.format.is_some()).collect())
}

fn newest(sql: &Connection) -> Result<impl Iterator<Item = Edition>> {
    Ok(all(sql)?.into_iter().filter(|(template, ..)| template.active).map(|(_, edition, _)| edition))
}

/// The newest edition of one format; groups and absences have none.
pub(crate) fn newest_of_format(sql: &Connection, format: &str) -> Result<Option<Edition>> {
    let mut statement = sql.prepare_cached(
        "select edition.id, edition.number, edition.sections, note_template.name, note_template.kind, note_template.format
         from note_template
         join note_template_edition edition on edition.template = note_template.id
         where note_template.format = :format
         order by edition.number desc
         limit 1",
    )?;
    statement.query_row(named_params! { ":format": format }, edition_of).optional()?.transpose()
}

/// Every template with its newest edition, and whether it came with Evenkeel unchanged.
pub(super) fn all(sql: &Connection) -> Result<Vec<(Template, Edition, bool)>> {
    let mut statement = sql.prepare_cached(
        "select note_template.id as template, note_template.name, note_template.kind, note_template.format,
                note_template.first, note_template.active, note_template.rev, edition.id, edition.number, edition.sections,
                edition.by_staff = zeroblob(16) as shipped
         from note_template
         join note_kind on note_kind.word = note_template.kind
         join note_template_edition edition on edition.template = note_template.id
           and edition.number = (
             select max(newest.number) from note_template_edition newest where newest.template = note_template.id
           )
         order by note_template.format is null, note_kind.position, note_template.first desc,
                  iif(note_template.format is null, note_template.name, ''), note_template.id",
    )?;
    let rows = statement.query_map([], |row| {
        let template = Template {
            id: row.get("template")?,
            name: row.get("name")?,
            kind: row.get("kind")?,
            format: row.get("format")?,
            first: row.get("first")?,
            active: row.get("active")?,
            rev: row.get("rev")?,
        };
        Ok((template, edition_of(row)?, row.get("shipped")?))
    })?;
    rows.map(|row| {
        let (template, edition, shipped) = row?;
        Ok((template, edition?, shipped))
    })
    .collect()
}

/// An edition with who made it and when, for the list of earlier ones. Nobody made what came with Evenkeel.
pub(super) struct EditionLine {
    pub edition: Edition,
    pub by: String,
    pub at: crate::kernel::Moment,
}

/// The editions of a template, the newest first.
pub(super) fn editions(sql: &Connection, template: TemplateId) -> Result<Vec<EditionLine>> {
    let mut statement = sql.prepare_cached(
        "select edition.id, edition.number, edition.sections, edition.at, note_template.name, note_template.kind,
                note_template.format, coalesce(staff.given_name || ' ' || staff.family_name, '') as made_by
         from note_template_edition edition
         join note_template on note_template.id = edition.template
         left join staff on staff.id = edition.by_staff
         where edition.template = :template
         order by edition.number desc",
    )?;
    let rows = statement.query_map(named_params! { ":template": template }, |row| {
        Ok((edition_of(row)?, row.get("made_by")?, row.get("at")?))
    })?;
    rows.map(|row| {
        let (edition, by, at) = row?;
        Ok(EditionLine { edition: edition?, by, at })
    })
    .collect()
}

/// Kinds of notes with their labels, in order.
pub(super) fn kinds(sql: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = sql.prepare_cached("select word, label from note_kind order by position")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, template: &Template) -> Result<()> {
    tx.write(
        "insert into note_template (id, name, kind, first, active, rev, at, device, by_staff)
         values (:id, :name, :kind, :first, :active, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": template.id,
            ":name": template.name,
            ":kind": template.kind,
            ":first": template.first,
            ":active": template.active,
        },
    )
}

/// Writes the template's fields as its next revision.
pub(super) fn update(tx: &Tx<'_, '_>, template: &Template) -> Result<()> {
    tx.write(
        "update note_template
         set name = :name, first = :first, active = :active,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": template.id,
            ":rev": template.rev,
            ":name": template.name,
            ":first": template.first,
            ":active": template.active,
        },
    )
}

pub(super) fn insert_edition(
    tx: &Tx<'_, '_>,
    id: EditionId,
    template: TemplateId,
    number: i64,
    sections: &[Section],
) -> Result<()> {
    let stored = serde_json::to_string(sections).map_err(|_| Refusal::internal("sections of a template"))?;
    tx.write(
        "insert into note_template_edition (id, template, number, sections, rev, at, device, by_staff)
         values (:id, :template, :number, :sections, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":template": template, ":number": number, ":sections": stored },
    )
}
