//! Steps of a counseling note. Each is one action; the audit hears of it, and never a word of it.

use vault::{ContentKey, HolderId};

use super::ipc::{
    CounselingNote, CounselingNoteVersion, CounselingNotesOf, OneCounselingNote, ReaderOfNote, SaveCounselingNote,
    SavedCounselingNote, ThisCounselingNote,
};
use super::rules::{self, Candidate, Hand};
use super::seal::{self, Words};
use super::store::{self, Kept, Stored};
use super::{CounselingNoteId, CounselingNoteState, queries, recovery};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Refusal, Result, RowId as _, Tag, Verb};

/// The longest text, in characters.
const LONGEST: usize = 100_000;

/// Opens a note to read or to go on writing. The audit hears of each opening.
pub(super) fn open(tx: &mut Tx<'_, '_>, request: OneCounselingNote) -> Result<CounselingNote> {
    let whole = queries::whole(&tx.view(), request.id)?;
    recovery::seal_anew(tx)?;
    tx.did_to(Table::CounselingNote, whole.id, Some(whole.client.uuid()), "");
    Ok(whole)
}

/// Reads the earlier texts. An action, not a query: it is audited, and the window keeps no copy of it.
pub(super) fn look_back(tx: &mut Tx<'_, '_>, request: OneCounselingNote) -> Result<Vec<CounselingNoteVersion>> {
    let note = queries::seen(&tx.view(), request.id)?;
    let versions = queries::versions(&tx.view(), &note)?;
    tx.opened(Table::CounselingNote, note.id, Some(note.client.uuid()), "")?;
    Ok(versions)
}

/// Starts an empty one, for its author alone.
pub(super) fn start(tx: &mut Tx<'_, '_>, request: CounselingNotesOf) -> Result<CounselingNote> {
    tx.reach(Info::CounselingNotes, Verb::Write, request.client)?;
    let id: CounselingNoteId = tx.id();
    let key = ContentKey::generate()?;
    let words = Words { title: String::new(), body: String::new() };
    store::insert(tx, id, request.client, &seal::seal(&key, id, &words)?)?;
    let me = tx.actor.staff;
    seal::keep_for(tx, &key, (id, 1), &[me])?;
    recovery::seal_anew(tx)?;
    tx.wrote(Table::CounselingNote, id, Some(request.client.uuid()))?;
    answer(tx, id)
}

/// Writes what the form holds now. Within an editing period neither a version is kept nor the audit told again.
pub(super) fn save(tx: &mut Tx<'_, '_>, request: SaveCounselingNote) -> Result<SavedCounselingNote> {
    let note = held(tx, (request.id, request.rev))?;
    rules::may_write(hand(tx, &note), note.state)?;
    let mut check = Check::new();
    let title = check.optional("title", &request.title, 120);
    check.ensure(
        request.body.chars().count() <= LONGEST,
        "body",
        "This is too long for one note. Close it, and go on in another.",
    );
    check.done()?;
    let key = seal::key_of(tx.vault, &note.sealed_key)?;
    let sealed = seal::seal(&key, note.id, &Words { title, body: request.body })?;
    let (at, rev) = (tx.now(), note.rev + 1);
    if rules::begins_period(note.noted_at, at) {
        tx.revise(Table::CounselingNote, note.id, note.rev)?;
        store::update(tx, &Stored { sealed, noted_at: at, ..note }, Kept::Kept)?;
        tx.wrote(Table::CounselingNote, request.id, None)?;
    } else {
        store::update(tx, &Stored { sealed, ..note }, Kept::Kept)?;
        tx.quietly();
    }
    tx.touch(Tag::CounselingNote);
    Ok(SavedCounselingNote { rev, at })
}

/// Closes it: its text stays as it is.
pub(super) fn close(tx: &mut Tx<'_, '_>, request: ThisCounselingNote) -> Result<CounselingNote> {
    let note = held(tx, (request.id, request.rev))?;
    rules::may_write(hand(tx, &note), note.state)?;
    let words = seal::open(&seal::key_of(tx.vault, &note.sealed_key)?, note.id, &note.sealed)?;
    let mut check = Check::new();
    check.ensure(!words.body.trim().is_empty(), "body", "Write the note before you close it, or take it back.");
    check.done()?;
    tx.revise(Table::CounselingNote, note.id, note.rev)?;
    let closed = Stored { state: CounselingNoteState::Closed, closed_at: Some(tx.now()), ..note };
    store::update(tx, &closed, Kept::Kept)?;
    tx.wrote(Table::CounselingNote, closed.id, Some(closed.client.uuid()))?;
    answer(tx, closed.id)
}

/// Takes an open note back.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: ThisCounselingNote) -> Result<Done> {
    let note = held(tx, (request.id, request.rev))?;
    rules::may_write(hand(tx, &note), note.state)?;
    tx.revise(Table::CounselingNote, note.id, note.rev)?;
    store::update(tx, &note, Kept::TakenBack)?;
    tx.wrote(Table::CounselingNote, note.id, Some(note.client.uuid()))?;
    tx.touch(Tag::CounselingNote);
    Ok(Done {})
}

/// Names a reader: the note's key is sealed to them. Naming somebody again seals it to the keys they have now.
pub(super) fn name(tx: &mut Tx<'_, '_>, request: ReaderOfNote) -> Result<CounselingNote> {
    let note = held(tx, (request.id, request.rev))?;
    rules::is_author(hand(tx, &note))?;
    let counselor = store::counselors(tx.sql())?.iter().any(|(id, _)| *id == request.staff);
    let own_keys = tx.vault.has_own_keys(tx.sql(), HolderId(request.staff.uuid()))?;
    rules::may_name(Candidate { author: request.staff == note.author, counselor, own_keys })?;
    let key = seal::key_of(tx.vault, &note.sealed_key)?;
    take_key(tx, &note, request.staff)?;
    let reader = tx.vault.seal_to(tx.sql(), Some(HolderId(request.staff.uuid())))?;
    let row = store::NewKey {
        id: tx.id(),
        note: note.id,
        generation: note.generation,
        holder: Some(request.staff),
        sealed: key.sealed_to(&reader)?,
    };
    store::insert_key(tx, &row)?;
    tx.wrote(Table::CounselingNoteKey, row.id, Some(note.client.uuid()))?;
    answer(tx, note.id)
}

/// Takes a reader away. The note gets a new key, so that the one they had opens nothing any more.
pub(super) fn take_away(tx: &mut Tx<'_, '_>, request: ReaderOfNote) -> Result<CounselingNote> {
    let note = held(tx, (request.id, request.rev))?;
    rules::is_author(hand(tx, &note))?;
    let words = seal::open(&seal::key_of(tx.vault, &note.sealed_key)?, note.id, &note.sealed)?;
    if !take_key(tx, &note, request.staff)? {
        return Err(Refusal::not_found("reader"));
    }
    let mut readers = vec![note.author];
    for reader in store::readers(tx.sql(), &note)? {
        // Whoever has no keys of their own now is named again once they have.
        if tx.vault.has_own_keys(tx.sql(), HolderId(reader.staff.uuid()))? {
            readers.push(reader.staff);
        }
    }
    tx.revise(Table::CounselingNote, note.id, note.rev)?;
    let (key, generation) = (ContentKey::generate()?, note.generation + 1);
    let sealed = seal::seal(&key, note.id, &words)?;
    let next = Stored { sealed, generation, ..note };
    store::update(tx, &next, Kept::Kept)?;
    seal::keep_for(tx, &key, (next.id, generation), &readers)?;
    tx.wrote(Table::CounselingNote, next.id, Some(next.client.uuid()))?;
    answer(tx, next.id)
}

/// Wipes every key of the note that somebody has, of earlier texts too. No earlier version of the rows is kept: it would
/// keep the keys. Answers whether they were a reader.
fn take_key(tx: &mut Tx<'_, '_>, note: &Stored, staff: StaffId) -> Result<bool> {
    let readers = store::readers(tx.sql(), note)?;
    if readers.iter().all(|reader| reader.staff != staff) {
        return Ok(false);
    }
    for key in store::wipe_keys(tx, note.id, staff)? {
        tx.wrote(Table::CounselingNoteKey, key, Some(note.client.uuid()))?;
    }
    Ok(true)
}

fn hand(tx: &Tx<'_, '_>, note: &Stored) -> Hand {
    if note.author == tx.actor.staff { Hand::Author } else { Hand::Reader }
}

/// The note at the revision the person saw.
fn held(tx: &Tx<'_, '_>, (id, rev): (CounselingNoteId, i64)) -> Result<Stored> {
    let note = queries::seen(&tx.view(), id)?;
    if note.rev == rev { Ok(note) } else { Err(Refusal::conflict()) }
}

fn answer(tx: &mut Tx<'_, '_>, id: CounselingNoteId) -> Result<CounselingNote> {
    tx.touch(Tag::CounselingNote);
    queries::whole(&tx.view(), id)
}
