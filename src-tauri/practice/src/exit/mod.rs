//! Exit: the one operation through which anything leaves the program (models.md section 3).
//!
//! Every print comes through [`leave`], every table through [`leave_table`]; both write a row before the first byte is on
//! the disk, and words that were said have their row too ([`told`]). Only this slice can open what the press made. A release
//! to somebody outside needs a basis: [`crate::disclosure`] asks for it and records what left by it.

mod copy;
pub(crate) mod paper;
mod store;
mod table;

use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::outside::{FileKind, open_printed};
use crate::kernel::{Refusal, Result, Tag, View};
use crate::practice;
use crate::staff;
use crate::workstation::Workstation;

pub(crate) use copy::Leaving;
pub use copy::{CopyFields, CopyKind};
pub(crate) use paper::Paper;
pub(crate) use table::Table as DepartingTable;

crate::ids! {
    /// A departure.
    ExitId
}

crate::words! {
    /// Why something may leave.
    pub enum ExitKind {
        /// The client's own copy.
        OwnCopy = "own_copy",
        /// A copy for use within the program: who, why.
        InternalCopy = "internal_copy",
        /// A paper of the day: first names and initials at most.
        Operational = "operational",
        /// To somebody outside, by a consent.
        Release = "release",
    }
}

/// The answer of a call that prints.
#[derive(Debug, Serialize, TS)]
pub struct Printout {
    pub saved: bool,
}

/// A printed document on its way out.
pub(crate) struct Document {
    pub kind: ExitKind,
    /// The template of the press.
    pub template: &'static str,
    /// The suggested file name. Neutral: a folder is seen by others.
    pub name: String,
    pub content: Value,
    /// Whose record it is about, when it is about one.
    pub subject: Option<Uuid>,
    pub reason: String,
    pub copies: u8,
}

/// Prints a document, asks for a place, records the departure, and only then writes the file.
///
/// # Errors
/// `cancelled` when the person closes the dialog: nothing was recorded and nothing left. `trouble` when the file could
/// not be written: the row stays and is marked as not having left.
pub(crate) fn leave(desk: &Workstation, document: Document) -> Result<ExitId> {
    leave_with(desk, document, |_, _| Ok(()))
}

/// The same, with what must be written in the transaction that records the departure.
///
/// # Errors
/// As [`leave`].
pub(crate) fn leave_with(
    desk: &Workstation,
    document: Document,
    also: impl FnOnce(&mut Tx<'_, '_>, ExitId) -> Result<()>,
) -> Result<ExitId> {
    watched(desk, document, &Unwatched, also)
}

/// The same for a document of hundreds of pages: who waits sees how far it is, and may stop it.
///
/// # Errors
/// As [`leave`], and `cancelled` when it was stopped: nothing was recorded and nothing left.
pub(crate) fn leave_watched(desk: &Workstation, document: Document, watch: &dyn vault::Progress) -> Result<ExitId> {
    watched(desk, document, watch, |_, _| Ok(()))
}

fn watched(
    desk: &Workstation,
    document: Document,
    watch: &dyn vault::Progress,
    also: impl FnOnce(&mut Tx<'_, '_>, ExitId) -> Result<()>,
) -> Result<ExitId> {
    if !(1..=99).contains(&document.copies) {
        return Err(Refusal::field("copies", "Choose 1 to 99 copies."));
    }
    let bytes = open_printed(desk.outside.pdf(document.template, &document.content, watch)?);
    depart(desk, &document, (FileKind::Pdf, &bytes), also)
}

/// A page or two: nobody waits for them.
struct Unwatched;

impl vault::Progress for Unwatched {
    fn step(&self, _: u64, _: u64, _: &'static str) {}

    fn cancelled(&self) -> bool {
        false
    }
}

/// Records words that were said to somebody outside, or a paper that was not made here: their digest stands for them.
pub(crate) fn told(tx: &mut Tx<'_, '_>, subject: Uuid, words: &str) -> Result<ExitId> {
    let document = Document {
        kind: ExitKind::Release,
        template: "words",
        name: String::new(),
        content: Value::Null,
        subject: Some(subject),
        reason: "Told to somebody outside".into(),
        copies: 1,
    };
    let digest: [u8; 32] = Sha256::digest(words.as_bytes()).into();
    let id: ExitId = tx.id();
    store::insert(tx, id, &document, i64::try_from(words.len()).unwrap_or(i64::MAX), &digest)?;
    tx.wrote(Table::Exit, id, Some(subject))?;
    tx.touch(Tag::Exit);
    Ok(id)
}

/// Writes a table of the program as comma-separated values, recorded like a print.
///
/// # Errors
/// As [`leave`].
pub(crate) fn leave_table(desk: &Workstation, table: &DepartingTable) -> Result<ExitId> {
    let bytes = table::bytes(table)?;
    let document = Document {
        kind: table.kind,
        template: table.document,
        name: table.name.clone(),
        content: Value::Null,
        subject: None,
        reason: table.reason.clone(),
        copies: 1,
    };
    depart(desk, &document, (FileKind::Csv, &bytes), |_, _| Ok(()))
}

/// A client's own calendar on its way out.
pub(crate) struct DepartingCalendar {
    /// The suggested file name. Neutral: a folder is seen by others.
    pub name: String,
    pub subject: Uuid,
    pub reason: String,
    pub bytes: Vec<u8>,
}

/// Writes a calendar as the client's own copy, recorded like a print.
///
/// # Errors
/// As [`leave`].
pub(crate) fn leave_calendar(desk: &Workstation, calendar: DepartingCalendar) -> Result<ExitId> {
    let document = Document {
        kind: ExitKind::OwnCopy,
        template: "own-calendar",
        name: calendar.name,
        content: Value::Null,
        subject: Some(calendar.subject),
        reason: calendar.reason,
        copies: 1,
    };
    depart(desk, &document, (FileKind::Calendar, &calendar.bytes), |_, _| Ok(()))
}

fn depart(
    desk: &Workstation,
    document: &Document,
    (kind, bytes): (FileKind, &[u8]),
    also: impl FnOnce(&mut Tx<'_, '_>, ExitId) -> Result<()>,
) -> Result<ExitId> {
    let place = desk.outside.place(&document.name, kind)?;
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let id = desk.transact("exit.leave", |tx| {
        let id: ExitId = tx.id();
        store::insert(tx, id, document, size, &digest)?;
        tx.wrote(Table::Exit, id, document.subject)?;
        tx.touch(Tag::Exit);
        also(tx, id)?;
        Ok(id)
    })?;
    if let Err(fault) = desk.outside.write(&place, bytes) {
        desk.transact("exit.stayed", |tx| {
            tx.revise(Table::Exit, id, 1)?;
            store::void(tx, id, "The file could not be written")?;
            tx.wrote(Table::Exit, id, document.subject)
        })?;
        return Err(fault.into());
    }
    Ok(id)
}

/// Letterhead and foot of a printed page: who printed it, when, for which practice.
pub(crate) fn sheet(view: &View<'_>) -> Result<Value> {
    let practice = practice::row(view.sql)?;
    let person = staff::person(view.sql, view.actor.staff, false)?;
    let at = view.zone().wall(view.now).format("%Y-%m-%dT%H:%M:%S").to_string();
    Ok(json!({
        "practice": { "name": practice.name },
        "printed": { "at": at, "by": person.name },
        "statement": "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    }))
}
