//! Choosing a file, keeping a mapping, taking a file. The file is read where it lies, each time anew.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest as _, Sha256};

use super::ipc::{
    ChooseResultFile, MappingAnswer, OneMapping, ResultFileDone, ResultFileState, RunResultFile, SaveMapping,
};
use super::plan::Plan;
use super::reading::{MOST_BYTES, Sheet};
use super::rules::ResultFileRefusal;
use super::{ResultFileId, ResultMappingId, mapping, queries, store};
use crate::drug_test;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::{Table, hex};
use crate::kernel::outside::Purpose;
use crate::kernel::{Check, Refusal, Result, Tag};
use crate::panel::{self, LaboratoryId};
use crate::workstation::Workstation;

/// The file that somebody chose at this workstation: where it lies, not what is in it.
#[derive(Default)]
pub struct Chosen {
    choice: Mutex<Option<Choice>>,
}

/// One choice, seen only by the person who made it.
#[derive(Clone)]
pub(super) struct Choice {
    by: StaffId,
    pub laboratory: LaboratoryId,
    pub path: PathBuf,
}

impl Chosen {
    pub(super) fn of(&self, who: StaffId) -> Option<Choice> {
        self.choice().as_ref().filter(|choice| choice.by == who).cloned()
    }

    fn choice(&self) -> MutexGuard<'_, Option<Choice>> {
        self.choice.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A file as it was read just now.
pub(super) struct Opened {
    pub sheet: Sheet,
    pub digest: String,
}

/// Reads a file where it lies.
pub(super) fn open(path: &Path) -> Result<Opened> {
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > MOST_BYTES {
        return Err(ResultFileRefusal::TooLarge.into());
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    Ok(Opened { sheet: Sheet::read(&bytes)?, digest: hex(&Sha256::digest(&bytes)) })
}

fn unreadable(error: std::io::Error) -> Refusal {
    vault::Error::from(error).into()
}

/// Asks for the file of a laboratory.
pub(super) fn choose(desk: &Workstation, request: ChooseResultFile) -> Result<ResultFileState> {
    let (_, who) = desk.anyone_seated()?;
    desk.look(|view| panel::laboratory(view.sql, request.laboratory))?;
    let path = desk.outside.choose(Purpose::ResultFile)?;
    open(&path)?;
    *desk.results.choice() = Some(Choice { by: who, laboratory: request.laboratory, path });
    queries::state(desk, crate::kernel::router::Nothing {})
}

/// Keeps how the files of a laboratory are read.
pub(super) fn save_mapping(tx: &mut Tx<'_, '_>, request: SaveMapping) -> Result<MappingAnswer> {
    panel::laboratory(tx.sql(), request.laboratory)?;
    let names = panel::names(tx.sql())?;
    let mut check = Check::new();
    mapping::check(&mut check, &request.mapping, |key| names.knows(key));
    check.done()?;
    let id = match store::mapping(tx.sql(), request.laboratory)? {
        Some(kept) => {
            tx.revise(Table::ResultMapping, kept.id, request.rev)?;
            kept.id
        }
        None if request.rev == 0 => tx.id::<ResultMappingId>(),
        None => return Err(Refusal::not_found("mapping")),
    };
    store::put_mapping(tx, (id, request.rev + 1), request.laboratory, &request.mapping)?;
    tx.wrote(Table::ResultMapping, id, None)?;
    tx.touch(Tag::Panel);
    queries::mapping(&tx.view(), OneMapping { laboratory: request.laboratory, heads: Vec::new() })
}

/// Takes the file that was looked through: one transaction, all or nothing. The same file again writes nothing.
pub(super) fn run(desk: &Workstation, request: RunResultFile) -> Result<ResultFileDone> {
    let (_, who) = desk.anyone_seated()?;
    let choice = desk.results.of(who).ok_or(ResultFileRefusal::NothingChosen)?;
    let opened = open(&choice.path)?;
    if opened.digest != request.digest {
        return Err(ResultFileRefusal::FileChanged.into());
    }
    desk.transact("result_file.run", |tx| {
        let kept = store::mapping(tx.sql(), choice.laboratory)?.ok_or(ResultFileRefusal::NoMapping)?;
        let plan = queries::planned(&tx.view(), &opened.sheet, &kept.mapping)?;
        if plan.refused() > 0 && !request.leave_out {
            return Err(ResultFileRefusal::BadRows { count: plan.refused() }.into());
        }
        take(tx, &choice, &opened, &plan)
    })
}

fn take(tx: &mut Tx<'_, '_>, choice: &Choice, opened: &Opened, plan: &Plan) -> Result<ResultFileDone> {
    let new: Vec<_> = plan.tests.iter().filter(|planned| !planned.same).collect();
    let before = store::taken_at(tx.sql(), &opened.digest)?.is_some();
    let done = ResultFileDone {
        written: if before { 0 } else { count(new.len()) },
        same: count(plan.tests.len() - if before { 0 } else { new.len() }),
        left_out: count(plan.refused()),
    };
    if before || new.is_empty() {
        tx.did("nothing new");
        return Ok(done);
    }
    let id: ResultFileId = tx.id();
    let taken = store::Taken {
        id,
        laboratory: choice.laboratory,
        digest: &opened.digest,
        lines: count(opened.sheet.lines.len()),
        tests: count(new.len()),
        left_out: count(plan.refused()),
    };
    store::insert_file(tx, &taken)?;
    tx.wrote(Table::ResultFile, id, None)?;
    for planned in new {
        let mut incoming = planned.incoming.clone();
        (incoming.file, incoming.laboratory) = (Some(id.0), Some(choice.laboratory));
        drug_test::take_report(tx, planned.candidate.id, &incoming)?;
    }
    Ok(done)
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
