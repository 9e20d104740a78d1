//! Changes of panels and laboratories. What a version held is never changed.

use super::ipc::{
    AddLaboratory, ChangeLaboratory, ChangePanel, CopyPanel, LaboratoryFields, PanelSheet, RevisePanel,
    SavedLaboratory, SheetAnalyte,
};
use super::rules::{MOST_ANALYTES, PanelRefusal, is_key, key_of};
use super::store::{Head, Laboratory, Version};
use super::{Analyte, LaboratoryId, PanelAnalyteId, PanelId, PanelVersionId, queries, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Refusal, Result, Tag};

const LONGEST_NAME: usize = 80;

/// Makes a panel of one's own that begins as another one stands today.
pub(super) fn copy(tx: &mut Tx<'_, '_>, request: CopyPanel) -> Result<PanelSheet> {
    let original = head(tx, request.id)?;
    let Some(panel) = queries::in_force(tx.sql(), &original.key, tx.today())? else { return Err(absent()) };
    let mut check = Check::new();
    let name = check.required("name", &request.name, LONGEST_NAME, "Type a name for the panel.");
    let key = key_of(&name);
    check.ensure(name.is_empty() || !key.is_empty(), "name", "Use at least one letter or number.");
    let taken = store::head_of_key(tx.sql(), &key)?.is_some();
    check.ensure(!taken, "name", "There is a panel of this name. Choose another name.");
    check_laboratory(tx, &mut check, request.laboratory)?;
    check.done()?;
    let id: PanelId = tx.id();
    let copy = Head { id, key, name, laboratory: request.laboratory, shipped: false, rev: 1, ..original };
    store::insert_head(tx, &copy)?;
    tx.wrote(Table::Panel, id, None)?;
    let because = format!("Copied from {}", panel.name);
    write_version(tx, id, 1, (None, panel.source, because, panel.note, panel.verified), &panel.analytes)?;
    tx.touch(Tag::Panel);
    queries::sheet(&tx.view(), id, None)
}

/// Writes the next version of a panel, which holds from a day on.
pub(super) fn revise(tx: &mut Tx<'_, '_>, request: RevisePanel) -> Result<PanelSheet> {
    let head = head(tx, request.id)?;
    let versions = store::versions(tx.sql(), Some(head.id))?;
    let last = versions.last().ok_or_else(absent)?;
    let mut check = Check::new();
    let later = last.effective_on.is_none_or(|from| request.effective_on > from);
    check.ensure(later, "effective_on", "The version before begins then or later. Choose a day after it.");
    let because = check.required("because", &request.because, 300, "Say why it changes, in a few words.");
    let source = check.optional("source", &request.source, 300);
    let note = check.optional("note", &request.note, 1_000);
    let analytes = checked(&mut check, request.analytes);
    check.done()?;
    let before = store::analytes(tx.sql(), last.id)?;
    if before == analytes && last.source == source && last.note == note {
        return Err(PanelRefusal::Unchanged.into());
    }
    tx.revise(Table::Panel, head.id, request.rev)?;
    let number = last.number + 1;
    store::update_head(tx, &Head { rev: request.rev, ..head.clone() })?;
    tx.wrote(Table::Panel, head.id, None)?;
    write_version(
        tx,
        head.id,
        number,
        (Some(request.effective_on), source, because, note, last.verified),
        &analytes,
    )?;
    crate::draft::close(tx, super::ipc::VERSION_FORM, &head.id.0.to_string())?;
    tx.touch(Tag::Panel);
    queries::sheet(&tx.view(), head.id, Some(number))
}

type VersionWords = (Option<chrono::NaiveDate>, String, String, String, bool);

fn write_version(
    tx: &mut Tx<'_, '_>,
    panel: PanelId,
    number: i64,
    (effective_on, source, because, note, verified): VersionWords,
    analytes: &[Analyte],
) -> Result<()> {
    let id: PanelVersionId = tx.id();
    let version = Version {
        id,
        panel,
        number,
        effective_on,
        source,
        because,
        note,
        verified,
        at: tx.now(),
        by: String::new(),
        analytes: 0,
    };
    store::insert_version(tx, &version)?;
    tx.wrote(Table::PanelVersion, id, None)?;
    for (analyte, position) in analytes.iter().zip(1..) {
        let row: PanelAnalyteId = tx.id();
        store::insert_analyte(tx, id, (row, position), analyte)?;
        tx.wrote(Table::PanelAnalyte, row, None)?;
    }
    Ok(())
}

fn checked(check: &mut Check, fields: Vec<SheetAnalyte>) -> Vec<Analyte> {
    check.ensure(!fields.is_empty(), "analytes", "A panel looks for at least one substance.");
    check.ensure(fields.len() <= MOST_ANALYTES, "analytes", "A panel holds at most 120 substances.");
    let mut analytes: Vec<Analyte> = Vec::new();
    for (place, fields) in fields.into_iter().enumerate().take(MOST_ANALYTES) {
        let analyte = one(check, place, &fields);
        let twice = analytes.iter().any(|earlier| earlier.key == analyte.key);
        check.ensure(!twice, &at(place, "name"), "This substance stands here twice. Keep one line.");
        analytes.push(analyte);
    }
    analytes
}

fn at(place: usize, field: &str) -> String {
    format!("analytes.{place}.{field}")
}

fn one(check: &mut Check, place: usize, fields: &SheetAnalyte) -> Analyte {
    let name = check.required(&at(place, "name"), &fields.name, 120, "Type the name of the substance.");
    let key = if fields.key.trim().is_empty() { key_of(&name) } else { fields.key.trim().to_owned() };
    check.ensure(name.is_empty() || is_key(&key), &at(place, "name"), "Use at least one letter or number.");
    let initial = cutoff(check, &at(place, "initial"), &fields.initial);
    let confirm = cutoff(check, &at(place, "confirm"), &fields.confirm);
    Analyte {
        key,
        name,
        drug_class: check.optional(&at(place, "drug_class"), &fields.drug_class, 60),
        initial,
        confirm,
        unit: check.required(&at(place, "unit"), &fields.unit, 20, "Type the unit, such as ng/mL."),
        detection: check.optional(&at(place, "detection"), &fields.detection, 120),
        note: check.optional(&at(place, "note"), &fields.note, 400),
        source: check.optional(&at(place, "source"), &fields.source, 300),
        verified: fields.verified,
    }
}

/// A decimal with up to three places as thousandths. A finer one is not rounded: it is not understood.
fn cutoff(check: &mut Check, field: &str, text: &str) -> Option<i64> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let fits = (1..=7).contains(&whole.len()) && fraction.len() <= 3 && digits(whole) && digits(fraction);
    let value = format!("{whole}{fraction:0<3}").parse().ok().filter(|value| fits && *value > 0);
    check.ensure(value.is_some(), field, "Type a cut-off above zero, such as 50 or 0.05, or leave it empty.");
    value
}

/// Renames a panel, gives it to a laboratory, puts it out of use or back.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangePanel) -> Result<PanelSheet> {
    let present = head(tx, request.id)?;
    let mut check = Check::new();
    let name = check.required("name", &request.name, LONGEST_NAME, "Type a name for the panel.");
    check_laboratory(tx, &mut check, request.laboratory)?;
    check.done()?;
    if present.active && !request.active && store::is_ordered(tx.sql(), &present.key)? {
        return Err(PanelRefusal::InUse.into());
    }
    tx.revise(Table::Panel, present.id, request.rev)?;
    let next = Head { name, laboratory: request.laboratory, active: request.active, rev: request.rev, ..present };
    store::update_head(tx, &next)?;
    tx.wrote(Table::Panel, next.id, None)?;
    tx.touch(Tag::Panel);
    queries::sheet(&tx.view(), next.id, None)
}

fn head(tx: &Tx<'_, '_>, id: PanelId) -> Result<Head> {
    store::head(tx.sql(), id)?.ok_or_else(absent)
}

fn absent() -> Refusal {
    Refusal::not_found("panel")
}

fn check_laboratory(tx: &Tx<'_, '_>, check: &mut Check, id: Option<LaboratoryId>) -> Result<()> {
    let Some(id) = id else { return Ok(()) };
    let known = store::laboratories(tx.sql())?.iter().any(|laboratory| laboratory.id == id);
    check.ensure(known, "laboratory", "Choose a laboratory from the list.");
    Ok(())
}

/// Adds a laboratory.
pub(super) fn add_laboratory(tx: &mut Tx<'_, '_>, request: AddLaboratory) -> Result<SavedLaboratory> {
    let blank = Laboratory {
        id: tx.id(),
        name: String::new(),
        clia: String::new(),
        phone: String::new(),
        account: String::new(),
        active: true,
        rev: 1,
    };
    let laboratory = laboratory(tx, blank, &request.fields)?;
    store::insert_laboratory(tx, &laboratory)?;
    tx.wrote(Table::Laboratory, laboratory.id, None)?;
    tx.touch(Tag::Panel);
    Ok(SavedLaboratory { id: laboratory.id, rev: 1 })
}

/// Changes a laboratory, puts it out of use or back.
pub(super) fn change_laboratory(tx: &mut Tx<'_, '_>, request: ChangeLaboratory) -> Result<SavedLaboratory> {
    let found = store::laboratories(tx.sql())?.into_iter().find(|laboratory| laboratory.id == request.id);
    let present = found.ok_or_else(|| Refusal::not_found("laboratory"))?;
    let was_active = present.active;
    let next = laboratory(tx, Laboratory { active: request.active, rev: request.rev, ..present }, &request.fields)?;
    let panels = store::heads(tx.sql())?;
    let used = panels.iter().any(|panel| panel.active && panel.laboratory == Some(next.id));
    if was_active && !next.active && used {
        return Err(PanelRefusal::LaboratoryInUse.into());
    }
    tx.revise(Table::Laboratory, next.id, request.rev)?;
    store::update_laboratory(tx, &next)?;
    tx.wrote(Table::Laboratory, next.id, None)?;
    tx.touch(Tag::Panel);
    Ok(SavedLaboratory { id: next.id, rev: request.rev + 1 })
}

fn laboratory(tx: &Tx<'_, '_>, laboratory: Laboratory, fields: &LaboratoryFields) -> Result<Laboratory> {
    let mut check = Check::new();
    let name = check.required("fields.name", &fields.name, LONGEST_NAME, "Type the name of the laboratory.");
    let others = store::laboratories(tx.sql())?;
    let twice = others.iter().any(|other| other.id != laboratory.id && other.name.eq_ignore_ascii_case(&name));
    check.ensure(!twice, "fields.name", "There is a laboratory of this name.");
    let next = Laboratory {
        name,
        clia: check.optional("fields.clia", &fields.clia, 20),
        phone: check.optional("fields.phone", &fields.phone, 40),
        account: check.optional("fields.account", &fields.account, 40),
        ..laboratory
    };
    check.done()?;
    Ok(next)
}
