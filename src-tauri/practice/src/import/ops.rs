//! Choosing, looking through, importing. The last two are long work: progress, cancel, a last word.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::files::Folder;
use super::ipc::{ImportState, RunImport};
use super::pass::{Door, Findings, Pass};
use super::rules::ImportRefusal;
use super::store::{self, Run};
use super::{ImportRunId, queries};
use crate::kernel::actor::StaffId;
use crate::kernel::door::{Tx, View};
use crate::kernel::history::{Table, hex};
use crate::kernel::outside::Purpose;
use crate::kernel::router::Nothing;
use crate::kernel::{Result, Tag};
use crate::workstation::{StartedJob, Watch, Workstation};
use crate::{practice, staff};

/// The folder that somebody chose at this workstation, and what is known of it. It is forgotten when the program ends.
#[derive(Default)]
pub struct Chosen {
    choice: Mutex<Option<Choice>>,
    busy: AtomicBool,
}

/// One choice, seen only by the person who made it.
#[derive(Clone)]
pub(super) struct Choice {
    pub by: StaffId,
    pub folder: Folder,
    pub preview: Option<Findings>,
    pub result: Option<Findings>,
}

impl Chosen {
    /// The person's choice.
    pub(super) fn of(&self, who: StaffId) -> Option<Choice> {
        self.choice().as_ref().filter(|choice| choice.by == who).cloned()
    }

    /// Whether a preview or a run is under way.
    pub(super) fn busy(&self) -> bool {
        self.busy.load(Ordering::SeqCst)
    }

    fn choice(&self) -> MutexGuard<'_, Option<Choice>> {
        self.choice.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the choice when it is still the same person's.
    fn change(&self, who: StaffId, change: impl FnOnce(&mut Choice)) {
        if let Some(choice) = self.choice().as_mut().filter(|choice| choice.by == who) {
            change(choice);
        }
    }

    fn begin(&self) -> Result<()> {
        if self.busy.swap(true, Ordering::SeqCst) { Err(ImportRefusal::Busy.into()) } else { Ok(()) }
    }
}

/// Lets the next one begin, also after a panic.
struct Ending<'a>(&'a AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// Asks for the folder and looks at the names in it.
pub(super) fn choose(desk: &Workstation, _: Nothing) -> Result<ImportState> {
    let (_, who) = desk.anyone_seated()?;
    if desk.import.busy() {
        return Err(ImportRefusal::Busy.into());
    }
    let folder = Folder::look(&desk.outside.choose(Purpose::ImportFolder)?)?;
    *desk.import.choice() = Some(Choice { by: who, folder, preview: None, result: None });
    queries::state(desk, Nothing {})
}

/// Reads every file and checks every line; nothing is written.
pub(super) fn preview(desk: &Workstation, _: Nothing) -> Result<StartedJob> {
    let (_, who) = desk.anyone_seated()?;
    let choice = desk.import.of(who).ok_or(ImportRefusal::NothingChosen)?;
    started(desk, "Looking through the folder", move |desk, watch| {
        let folder = Folder::look(&choice.folder.path)?;
        let vault = desk.vault_behind_lock()?;
        let findings = vault.read(|sql| {
            let actor = staff::actor(sql, who)?;
            let calendar = practice::calendar(sql)?;
            let view = View { sql, actor: &actor, now: desk.now(), calendar, vault: &vault };
            Pass::over(&folder, Door::Look(&view), watch)
        })?;
        let words = preview_words(&findings);
        desk.import.change(who, |choice| {
            choice.folder = folder;
            choice.preview = Some(findings);
            choice.result = None;
        });
        Ok(words)
    })
}

/// Imports what was looked through: one transaction, all or nothing.
pub(super) fn run(desk: &Workstation, request: RunImport) -> Result<StartedJob> {
    let (_, who) = desk.anyone_seated()?;
    let choice = desk.import.of(who).ok_or(ImportRefusal::NothingChosen)?;
    let seen = choice.preview.ok_or(ImportRefusal::NoPreview)?;
    if !seen.bad.is_empty() && !request.leave_out_bad_rows {
        return Err(ImportRefusal::BadRows { count: count(seen.bad.len()) }.into());
    }
    started(desk, "Importing the folder", move |desk, watch| {
        let findings = desk.transact_behind_lock("import.run", |tx| {
            let findings = Pass::over(&choice.folder, Door::Write(tx), watch)?;
            ensure_as_seen(&seen, &findings, &request)?;
            watch_last_step(watch);
            record(tx, &findings)?;
            Ok(findings)
        })?;
        let words = result_words(&findings);
        desk.import.change(who, |choice| {
            choice.preview = None;
            choice.result = Some(findings);
        });
        Ok(words)
    })
}

fn started(
    desk: &Workstation,
    title: &str,
    work: impl FnOnce(&Workstation, &Watch) -> Result<String> + Send + 'static,
) -> Result<StartedJob> {
    desk.import.begin()?;
    let job = desk.job(title, |desk, watch| {
        let _ending = Ending(&desk.import.busy);
        work(desk, watch)
    });
    if job.is_err() {
        desk.import.busy.store(false, Ordering::SeqCst);
    }
    job
}

/// The files are those that were looked through, and no line is left out that was not listed.
fn ensure_as_seen(seen: &Findings, now: &Findings, request: &RunImport) -> Result<()> {
    let digests =
        |findings: &Findings| -> Vec<_> { findings.files.iter().map(|file| (file.sheet, file.digest)).collect() };
    if digests(seen) != digests(now) {
        return Err(ImportRefusal::FilesChanged.into());
    }
    let listed = |findings: &Findings| -> Vec<_> { findings.bad.iter().map(|bad| (bad.sheet, bad.line)).collect() };
    if !now.bad.is_empty() && (!request.leave_out_bad_rows || listed(seen) != listed(now)) {
        return Err(ImportRefusal::BadRows { count: count(now.bad.len()) }.into());
    }
    Ok(())
}

/// From here on the count stands still: the disk is at work.
fn watch_last_step(watch: &Watch) {
    use vault::Progress as _;
    watch.step(1, 1, "Saving");
}

/// Writes down the run. One that found nothing new leaves its audit entry and nothing else.
fn record(tx: &mut Tx<'_, '_>, findings: &Findings) -> Result<()> {
    if findings.lines_to_write() == 0 {
        tx.did("nothing new");
        return Ok(());
    }
    let id: ImportRunId = tx.id();
    store::insert_run(tx, &run_of(id, findings))?;
    tx.wrote(Table::ImportRun, id, None)?;
    for tag in Tag::ALL {
        tx.touch(*tag);
    }
    Ok(())
}

fn run_of(id: ImportRunId, findings: &Findings) -> Run {
    let files: Vec<Value> =
        findings.files.iter().map(|file| json!({ "file": file.sheet.file(), "sha256": hex(&file.digest) })).collect();
    let counts: Vec<Value> = findings
        .files
        .iter()
        .map(|file| {
            json!({ "file": file.sheet.file(), "lines": file.lines, "new": file.new, "changed": file.changed,
                    "same": file.same, "left_out": file.bad })
        })
        .collect();
    let left_out: Vec<Value> = findings
        .bad
        .iter()
        .map(|bad| json!({ "file": bad.sheet.file(), "line": bad.line, "reason": bad.reason.name() }))
        .collect();
    Run { id, files: Value::Array(files), counts: Value::Array(counts), left_out: Value::Array(left_out) }
}

fn preview_words(findings: &Findings) -> String {
    let (new, changed) = totals(findings);
    match (findings.lines_to_write(), findings.bad.len()) {
        (0, 0) => "Everything in this folder is here already.".into(),
        (_, 0) => format!("{} new and {} changed lines. Every line can be imported.", grouped(new), grouped(changed)),
        (_, bad) => format!(
            "{} new and {} changed lines. {} cannot be imported.",
            grouped(new),
            grouped(changed),
            grouped(count(bad))
        ),
    }
}

fn result_words(findings: &Findings) -> String {
    let (new, changed) = totals(findings);
    let left_out = match findings.bad.len() {
        0 => String::new(),
        1 => " One line was left out.".into(),
        bad => format!(" {} lines were left out.", grouped(count(bad))),
    };
    if findings.lines_to_write() == 0 {
        return format!("Nothing was new, so nothing was changed.{left_out}");
    }
    format!("Imported {} new and {} changed lines.{left_out}", grouped(new), grouped(changed))
}

fn totals(findings: &Findings) -> (u64, u64) {
    findings.files.iter().fold((0, 0), |(new, changed), file| (new + file.new, changed + file.changed))
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// 29,000.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_grouped_in_threes() {
        for (number, expected) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (31_611, "31,611"), (1_504_305, "1,504,305")]
        {
            assert_eq!(grouped(number), expected);
        }
    }
}
