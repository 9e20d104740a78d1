//! What the window shows of a file and of mappings.

use std::collections::HashMap;

use super::ipc::{
    ChosenResultFile, FileColumn, MappingAnswer, OneMapping, ResultFileRow, ResultFileState, ResultLine,
    ResultPreview, ResultTest,
};
use super::mapping::{Mapping, plain};
use super::plan::{Found, Plan, Planned, plan};
use super::reading::{Sheet, lines};
use super::{mapping, ops, store};
use crate::drug_test::{self, Reading};
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Result, Verb, View};
use crate::panel;
use crate::workstation::Workstation;

/// Different values of a column that a mapping shows.
const VALUES: usize = 60;
/// Lines that a screen shows.
const SHOWN: usize = 2_000;

/// The file that the person chose, and what would become of it.
pub(super) fn state(desk: &Workstation, _: Nothing) -> Result<ResultFileState> {
    let (_, who) = desk.anyone_seated()?;
    let Some(choice) = desk.results.of(who) else { return Ok(ResultFileState { laboratory: None, file: None }) };
    let opened = ops::open(&choice.path)?;
    desk.look(|view| {
        let kept = store::mapping(view.sql, choice.laboratory)?;
        let planned = kept.map(|kept| planned(view, &opened.sheet, &kept.mapping)).transpose();
        let (preview, trouble) = match planned {
            Ok(Some(plan)) => (Some(preview(&plan)), String::new()),
            Ok(None) => (None, "Nothing says yet how this laboratory's files are read.".into()),
            Err(refusal) if refusal.rule.is_some() => (None, refusal.message),
            Err(refusal) => return Err(refusal),
        };
        let file = ChosenResultFile {
            name: choice.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            columns: columns(&opened.sheet),
            lines: count(opened.sheet.lines.len()),
            taken_at: store::taken_at(view.sql, &opened.digest)?,
            digest: opened.digest.clone(),
            preview,
            trouble,
        };
        Ok(ResultFileState { laboratory: Some(choice.laboratory), file: Some(file) })
    })
}

fn columns(sheet: &Sheet) -> Vec<FileColumn> {
    let texts = |place: usize| sheet.lines.iter().filter_map(move |raw| raw.fields.as_ref()?.get(place));
    let column = |(place, head): (usize, &String)| {
        let mut values: Vec<String> = Vec::new();
        for text in texts(place) {
            if values.len() < VALUES && !text.is_empty() && !values.contains(text) {
                values.push(text.clone());
            }
        }
        FileColumn { head: head.clone(), values }
    };
    sheet.head.iter().enumerate().map(column).collect()
}

/// What a file would do.
pub(super) fn planned(view: &View<'_>, sheet: &Sheet, mapping: &Mapping) -> Result<Plan> {
    let read = lines(sheet, mapping)?;
    let tests = drug_test::of_numbers(view, plain)?;
    let mut found: HashMap<String, Found> = HashMap::new();
    for line in read.iter().filter_map(|(_, line)| line.as_ref().ok()) {
        let number = plain(&line.specimen);
        if found.contains_key(&number) {
            continue;
        }
        let mut candidates = Vec::new();
        for id in tests.get(&number).into_iter().flatten() {
            candidates.extend(drug_test::candidate(view, *id)?);
        }
        let one = if candidates.len() > 1 {
            Found::Several
        } else {
            candidates.pop().map_or(Found::None, |one| Found::One(Box::new(one)))
        };
        found.insert(number, one);
    }
    Ok(plan(&read, mapping, &found))
}

fn preview(plan: &Plan) -> ResultPreview {
    let line = |outcome: &super::plan::Outcome| {
        let written = outcome.written.clone();
        ResultLine {
            line: i64::try_from(outcome.line).unwrap_or(i64::MAX),
            specimen: outcome.specimen.clone(),
            analyte: outcome.analyte.clone(),
            phase: written.as_ref().map(|(phase, ..)| *phase),
            result: written.as_ref().map(|(_, result, _)| *result),
            reported: written.map(|(.., reported)| reported).unwrap_or_default(),
            note: outcome.note.clone(),
            why: outcome.why,
            reason: outcome.why.map(|why| why.words().to_owned()).unwrap_or_default(),
        }
    };
    ResultPreview {
        lines: plan.lines.iter().take(SHOWN).map(line).collect(),
        tests: plan.tests.iter().map(test).collect(),
        refused: count(plan.refused()),
    }
}

fn test(planned: &Planned) -> ResultTest {
    let candidate = &planned.candidate;
    let name = |key: &str| {
        let analyte = candidate.panel.as_ref().and_then(|panel| panel.analyte(key));
        analyte.map_or_else(|| key.to_owned(), |analyte| analyte.name.clone())
    };
    let confirmed = planned.incoming.confirmations.iter().filter(|read| read.result == Reading::Detected);
    ResultTest {
        id: candidate.id,
        number: candidate.number.clone(),
        client_name: candidate.client_name.clone(),
        on: candidate.on,
        result: planned.incoming.result,
        validity: candidate.validity(&planned.incoming.measures),
        detected: confirmed.map(|read| name(&read.analyte)).collect(),
        pending: planned.pending.clone(),
        report: count(candidate.reports + 1),
        same: planned.same,
    }
}

/// The mapping of a laboratory, or one to begin with.
pub(super) fn mapping(view: &View<'_>, request: OneMapping) -> Result<MappingAnswer> {
    let laboratory_name = panel::laboratory(view.sql, request.laboratory)?;
    let kept = store::mapping(view.sql, request.laboratory)?;
    let (mapping, rev) = match kept {
        Some(kept) => (kept.mapping, kept.rev),
        None => (mapping::suggested(&request.heads), 0),
    };
    Ok(MappingAnswer {
        laboratory: request.laboratory,
        laboratory_name,
        mapping,
        rev,
        may_write: view.actor.may(Info::Staff, Verb::Write),
    })
}

/// The files that came in, the latest first.
pub(super) fn files(view: &View<'_>, _: Nothing) -> Result<Vec<ResultFileRow>> {
    store::files(view.sql)
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
