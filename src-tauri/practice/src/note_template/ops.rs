//! Changes of templates. What was written under an earlier edition keeps it.

use super::ipc::{AddTemplate, ChangeTemplate, FORM, RetireTemplate, SavedTemplate};
use super::rules::{self, TemplateRefusal};
use super::store::Template;
use super::{Section, TemplateId, kind_has_templates, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Refusal, Result, RowId, Tag};

const LONGEST_NAME: usize = 60;
/// The kind that has one template.
const GROUP: &str = "group";

/// Adds a template with its first edition.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddTemplate) -> Result<SavedTemplate> {
    let mut check = Check::new();
    let name = check.required("name", &request.name, LONGEST_NAME, "Type a name for the template.");
    let fits = kind_has_templates(tx.sql(), &request.kind)?;
    check.ensure(fits, "kind", "Choose a kind of note. Groups and absences follow their session.");
    let sections = rules::checked_for(
        &mut check,
        if fits { &request.kind } else { "" },
        request.sections.into_iter().map(Section::from).collect(),
    );
    check.done()?;
    if request.first {
        step_back(tx, &request.kind, None)?;
    }
    let (id, kind, first) = (tx.id(), request.kind, request.first);
    let template = Template { id, name, kind, format: None, first, active: true, rev: 1 };
    store::insert(tx, &template)?;
    tx.wrote(Table::NoteTemplate, template.id, None)?;
    new_edition(tx, template.id, 1, &sections)?;
    crate::draft::close(tx, FORM, "new")?;
    tx.touch(Tag::NoteTemplate);
    Ok(SavedTemplate { id: template.id, rev: 1, edition: 1 })
}

/// Renames a template, lets it come first, or makes a new edition of its sections.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeTemplate) -> Result<SavedTemplate> {
    let present = known(tx, request.id)?;
    if !present.active {
        return Err(TemplateRefusal::Retired.into());
    }
    if request.first && present.format.is_some() {
        return Err(TemplateRefusal::EveryKind.into());
    }
    let mut check = Check::new();
    let name = check.required("name", &request.name, LONGEST_NAME, "Type a name for the template.");
    let sections =
        rules::checked_for(&mut check, &present.kind, request.sections.into_iter().map(Section::from).collect());
    check.done()?;
    // The only one of its kind comes first, whatever is sent.
    let first = request.first || present.kind == GROUP;
    if first {
        step_back(tx, &present.kind, Some(present.id))?;
    }
    tx.revise(Table::NoteTemplate, present.id, request.rev)?;
    store::update(tx, &Template { name, first, rev: request.rev, ..present.clone() })?;
    tx.wrote(Table::NoteTemplate, present.id, None)?;
    let newest = store::editions(tx.sql(), present.id)?.into_iter().next().map(|line| line.edition);
    let newest = newest.ok_or_else(|| Refusal::internal("template without edition"))?;
    let edition = if newest.sections == sections {
        newest.number
    } else {
        new_edition(tx, present.id, newest.number + 1, &sections)?;
        newest.number + 1
    };
    crate::draft::close(tx, FORM, &present.id.uuid().to_string())?;
    tx.touch(Tag::NoteTemplate);
    Ok(SavedTemplate { id: present.id, rev: request.rev + 1, edition })
}

/// Takes a template out of use. Notes that were written with it stay as they are.
pub(super) fn retire(tx: &mut Tx<'_, '_>, request: RetireTemplate) -> Result<SavedTemplate> {
    set_active(tx, &request, false)
}

/// Brings a retired template back; it does not come first again by itself.
pub(super) fn bring_back(tx: &mut Tx<'_, '_>, request: RetireTemplate) -> Result<SavedTemplate> {
    set_active(tx, &request, true)
}

fn set_active(tx: &mut Tx<'_, '_>, request: &RetireTemplate, active: bool) -> Result<SavedTemplate> {
    let present = known(tx, request.id)?;
    if present.format.is_some() {
        return Err(TemplateRefusal::EveryKind.into());
    }
    if present.kind == GROUP {
        return Err(TemplateRefusal::EveryGroup.into());
    }
    tx.revise(Table::NoteTemplate, present.id, request.rev)?;
    store::update(tx, &Template { active, first: present.first && !active, rev: request.rev, ..present.clone() })?;
    tx.wrote(Table::NoteTemplate, present.id, None)?;
    tx.touch(Tag::NoteTemplate);
    let edition = store::editions(tx.sql(), present.id)?.first().map_or(1, |line| line.edition.number);
    Ok(SavedTemplate { id: present.id, rev: request.rev + 1, edition })
}

fn known(tx: &Tx<'_, '_>, id: TemplateId) -> Result<Template> {
    store::template(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("template"))
}

/// Whatever came first for this kind does not any more.
fn step_back(tx: &mut Tx<'_, '_>, kind: &str, except: Option<TemplateId>) -> Result<()> {
    let Some(first) = store::first_template(tx.sql(), kind)?.filter(|first| Some(first.id) != except) else {
        return Ok(());
    };
    tx.revise(Table::NoteTemplate, first.id, first.rev)?;
    store::update(tx, &Template { first: false, ..first.clone() })?;
    tx.wrote(Table::NoteTemplate, first.id, None)
}

fn new_edition(tx: &mut Tx<'_, '_>, template: TemplateId, number: i64, sections: &[Section]) -> Result<()> {
    let id: super::EditionId = tx.id();
    store::insert_edition(tx, id, template, number, sections)?;
    tx.wrote(Table::NoteTemplateEdition, id, None)
}
