//! A supervisor's answer: to stand behind a note, or to return it with words at places of its text.

use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::documents;
use super::format::Body;
use super::ipc::NoteHandle;
use super::sign::{LONGEST, Pen};
use super::{CosignId, Note, NoteId, NoteState, RemarkId, queries, rules, store};
use crate::kernel::door::Tx;
use crate::kernel::history::{Table, hex};
use crate::kernel::{Check, Info, Moment, Refusal, Result, Role, RowId, Tag, Verb};
use crate::workstation::{Proof, Workstation};

/// The most notes that are cosigned in one action, and the most remarks of one return.
const MOST: usize = 200;
/// The longest remark, in characters.
const LONGEST_REMARK: usize = 1_000;

/// The request of `note.cosign`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CosignNote {
    pub id: NoteId,
    pub rev: i64,
    pub comment: String,
    pub proof: Proof,
}

/// A note as it was read.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadNote {
    pub id: NoteId,
    pub rev: i64,
}

/// The request of `note.cosign_all`: the notes somebody read and approved, one proof for them.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CosignNotes {
    pub notes: Vec<ReadNote>,
    pub proof: Proof,
}

/// The answer of `note.cosign_all`.
#[derive(Debug, Serialize, TS)]
pub struct NotesCosigned {
    pub notes: usize,
}

/// The request of `note.return`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReturnNote {
    pub id: NoteId,
    pub rev: i64,
    /// What to change; the author reads it beside the note. May be empty beside remarks.
    pub comment: String,
    #[serde(default)]
    pub remarks: Vec<RemarkFields>,
}

/// Words at a place of the text.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemarkFields {
    /// The key of the section.
    pub section: String,
    /// The first character of the place, counted from 0.
    pub starts: i64,
    /// The character after its last.
    pub ends: i64,
    pub words: String,
}

/// A remark as the author reads it.
#[derive(Debug, Serialize, TS)]
pub struct Remark {
    pub section: String,
    pub starts: i64,
    pub ends: i64,
    /// What stood there when the note came back.
    pub quote: String,
    pub words: String,
    pub by: String,
    pub at: Moment,
}

/// The note and whether this person may answer it.
fn answerable(tx: &mut Tx<'_, '_>, id: NoteId) -> Result<Note> {
    let note = queries::readable(&tx.view(), id)?;
    rules::may_cosign(note.state, queries::cosigner(&tx.view(), &note)?)?;
    tx.role = match tx.actor.permit(Info::Notes, Verb::Cosign) {
        Ok(permit) => Some(permit.role),
        Err(_) => Some(Role::Counselor),
    };
    Ok(note)
}

/// Stands behind somebody's note.
pub(super) fn cosign(desk: &Workstation, request: CosignNote) -> Result<NoteHandle> {
    desk.sign("note.cosign", &request.proof, |tx| {
        let mut check = Check::new();
        let comment = check.optional("comment", &request.comment, LONGEST);
        check.done()?;
        let pen = Pen::of(tx)?;
        stand_behind(tx, &pen, &ReadNote { id: request.id, rev: request.rev }, comment)
    })
}

/// Stands behind every note that was read and approved; all of them or none.
pub(super) fn cosign_all(desk: &Workstation, request: CosignNotes) -> Result<NotesCosigned> {
    desk.sign("note.cosign_all", &request.proof, |tx| {
        let mut check = Check::new();
        check.ensure(!request.notes.is_empty(), "notes", "Approve a note first.");
        check.ensure(request.notes.len() <= MOST, "notes", format!("Sign up to {MOST} notes at once."));
        check.done()?;
        let pen = Pen::of(tx)?;
        for read in &request.notes {
            stand_behind(tx, &pen, read, String::new())?;
        }
        Ok(NotesCosigned { notes: request.notes.len() })
    })
}

fn stand_behind(tx: &mut Tx<'_, '_>, pen: &Pen, read: &ReadNote, comment: String) -> Result<NoteHandle> {
    let note = answerable(tx, read.id)?;
    let (of_rev, to) =
        documents::newest(tx.sql(), note.id)?.ok_or_else(|| Refusal::internal("note without document"))?;
    answer(tx, &note, read.rev, NoteState::Cosigned, &comment)?;
    let body = Body::Cosignature { to: hex(&to), comment };
    pen.document(tx, &note, of_rev, body)?;
    Ok(NoteHandle { id: note.id, rev: note.rev + 1 })
}

/// Sends a note back to its author with a comment, or with words at places of its text.
pub(super) fn send_back(tx: &mut Tx<'_, '_>, request: ReturnNote) -> Result<NoteHandle> {
    let note = answerable(tx, request.id)?;
    let mut check = Check::new();
    let comment = match request.remarks.is_empty() {
        true => check.required("comment", &request.comment, LONGEST, "Say what to change."),
        false => check.optional("comment", &request.comment, LONGEST),
    };
    let remarks = checked(&mut check, &note, &request.remarks);
    check.done()?;
    let cosign = answer(tx, &note, request.rev, NoteState::Returned, &comment)?;
    for (fields, quote) in remarks {
        let id: RemarkId = tx.id();
        insert_remark(tx, id, cosign, note.id, (fields, &quote))?;
        tx.wrote(Table::NoteRemark, id, Some(note.client.uuid()))?;
    }
    Ok(NoteHandle { id: note.id, rev: note.rev + 1 })
}

/// Each remark with what stands at its place.
fn checked<'a>(check: &mut Check, note: &Note, remarks: &'a [RemarkFields]) -> Vec<(&'a RemarkFields, String)> {
    check.ensure(remarks.len() <= MOST, "remarks", "These are too many remarks for one note.");
    remarks
        .iter()
        .enumerate()
        .map(|(index, fields)| {
            let at = format!("remarks.{index}");
            check.required(&format!("{at}.words"), &fields.words, LONGEST_REMARK, "Say what to change here.");
            let quote = quoted(note, fields);
            check.ensure(quote.is_some(), &at, "This place is not in the note any more. Mark it again.");
            (fields, quote.unwrap_or_default())
        })
        .collect()
}

fn quoted(note: &Note, fields: &RemarkFields) -> Option<String> {
    let text = note.sections.iter().find(|(key, _)| *key == fields.section).map(|(_, text)| text)?;
    let (starts, ends) = (usize::try_from(fields.starts).ok()?, usize::try_from(fields.ends).ok()?);
    let inside = starts < ends && ends <= text.chars().count();
    inside.then(|| text.chars().skip(starts).take(ends - starts).collect())
}

fn answer(tx: &mut Tx<'_, '_>, note: &Note, rev: i64, state: NoteState, comment: &str) -> Result<CosignId> {
    tx.revise(Table::Note, note.id, rev)?;
    store::set_state(tx, note.id, state)?;
    let subject = Some(note.client.uuid());
    tx.wrote(Table::Note, note.id, subject)?;
    let id: CosignId = tx.id();
    documents::insert_cosign(tx, id, note.id, state.word(), comment)?;
    tx.wrote(Table::Cosign, id, subject)?;
    tx.touch(Tag::Note);
    Ok(id)
}

fn insert_remark(
    tx: &Tx<'_, '_>,
    id: RemarkId,
    cosign: CosignId,
    note: NoteId,
    (fields, quote): (&RemarkFields, &str),
) -> Result<()> {
    tx.write(
        "insert into note_remark
           (id, cosign, note, section, starts, ends, quote, words, rev, at, device, by_staff)
         values (:id, :cosign, :note, :section, :starts, :ends, :quote, :words, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":cosign": cosign,
            ":note": note,
            ":section": fields.section,
            ":starts": fields.starts,
            ":ends": fields.ends,
            ":quote": quote,
            ":words": fields.words.trim(),
        },
    )
}

/// The remarks of the last return of a note, in the order of the text.
pub(super) fn remarks(sql: &Connection, note: NoteId) -> Result<Vec<Remark>> {
    let mut statement = sql.prepare_cached(
        "select note_remark.section, note_remark.starts, note_remark.ends, note_remark.quote, note_remark.words,
                staff.given_name || ' ' || staff.family_name as made_by, note_remark.at
         from note_remark
         join staff on staff.id = note_remark.by_staff
         where note_remark.note = :note
           and note_remark.cosign = (
             select cosign.id
             from cosign
             where cosign.note = :note and cosign.decision = 'returned'
             order by cosign.at desc
             limit 1
           )
         order by note_remark.section, note_remark.starts",
    )?;
    let rows = statement.query_map(named_params! { ":note": note }, |row| {
        Ok(Remark {
            section: row.get("section")?,
            starts: row.get("starts")?,
            ends: row.get("ends")?,
            quote: row.get("quote")?,
            words: row.get("words")?,
            by: row.get("made_by")?,
            at: row.get("at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
