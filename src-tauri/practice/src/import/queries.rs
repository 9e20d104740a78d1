//! What the window shows of an import.

use serde_json::Value;

use super::files::Sheet;
use super::ipc::{
    BadRow, ChosenFile, FileCounts, ImportCounts, ImportName, ImportNames, ImportRunRow, ImportState, Mapping,
};
use super::known::Kind;
use super::pass::{BadLine, Findings, Tally};
use super::store::{self, PastRun};
use crate::kernel::history::hex;
use crate::kernel::router::Nothing;
use crate::kernel::{Refusal, Result, View};
use crate::workstation::Workstation;

/// Bad lines that a screen shows; more help nobody.
const SHOWN: usize = 500;

pub(super) fn state(desk: &Workstation, _: Nothing) -> Result<ImportState> {
    let (_, who) = desk.anyone_seated()?;
    let busy = desk.import.busy();
    let Some(choice) = desk.import.of(who) else {
        let (files, missing, ignored) = (Vec::new(), Vec::new(), Vec::new());
        return Ok(ImportState { folder: None, files, missing, ignored, preview: None, result: None, busy });
    };
    let folder = choice.folder;
    let there = |sheet: &Sheet| folder.sheets.iter().any(|(other, _, _)| other == sheet);
    let missing = Sheet::ALL.iter().filter(|sheet| !there(sheet)).map(|sheet| sheet.file().to_owned()).collect();
    let files =
        folder.sheets.iter().map(|(sheet, _, bytes)| ChosenFile { file: sheet.file().into(), bytes: whole(*bytes) });
    Ok(ImportState {
        folder: folder.path.file_name().map(|name| name.to_string_lossy().into_owned()),
        files: files.collect(),
        missing,
        ignored: folder.ignored.clone(),
        preview: choice.preview.as_ref().map(counts),
        result: choice.result.as_ref().map(counts),
        busy,
    })
}

pub(super) fn runs(view: &View<'_>, _: Nothing) -> Result<Vec<ImportRunRow>> {
    Ok(store::runs(view.sql)?.into_iter().map(run_row).collect())
}

/// What rows are called on either side; a row that did not come in is not in the answer.
pub(super) fn names(view: &View<'_>, request: ImportNames) -> Result<Vec<ImportName>> {
    let kind = Kind::from_word(&request.kind)
        .ok_or_else(|| Refusal::field("kind", "Name a kind of row, such as client or note."))?;
    store::names(view.sql, kind, &request.externals, &request.ids)
}

pub(super) fn mapping(_: &View<'_>, _: Nothing) -> Result<Mapping> {
    Ok(super::mapping::mapping())
}

fn counts(findings: &Findings) -> ImportCounts {
    ImportCounts {
        files: findings.files.iter().map(file_counts).collect(),
        bad_rows: findings.bad.iter().take(SHOWN).map(bad_row).collect(),
        bad_total: i64::try_from(findings.bad.len()).unwrap_or(i64::MAX),
        moved: whole(findings.moved),
        stays: whole(findings.stays),
        writes: whole(findings.lines_to_write()),
    }
}

fn file_counts(file: &Tally) -> FileCounts {
    FileCounts {
        file: file.sheet.file().into(),
        lines: whole(file.lines),
        new: whole(file.new),
        changed: whole(file.changed),
        same: whole(file.same),
        bad: whole(file.bad),
        digest: hex(&file.digest),
    }
}

fn bad_row(bad: &BadLine) -> BadRow {
    BadRow {
        file: bad.sheet.file().into(),
        line: whole(bad.line),
        column: bad.reason.column().into(),
        rule: bad.reason.name().into(),
        reason: bad.reason.words(),
    }
}

fn run_row(past: PastRun) -> ImportRunRow {
    let sum = |name: &str| -> i64 {
        past.run
            .counts
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|file| file.get(name).and_then(Value::as_i64))
            .sum()
    };
    let length = |value: &Value| value.as_array().map_or(0, |list| i64::try_from(list.len()).unwrap_or(i64::MAX));
    ImportRunRow {
        id: past.run.id,
        at: past.at,
        by: past.by.clone(),
        files: length(&past.run.files),
        new: sum("new"),
        changed: sum("changed"),
        left_out: length(&past.run.left_out),
    }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
