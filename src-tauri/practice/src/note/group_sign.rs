//! Signing group notes: the session is the unit, one transaction for all its charts. One passphrase may sign all of the
//! person's sessions of the evening, each in a transaction of its own.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::group_note;
use super::group_room::{Present, Room, SharedText};
use super::rules::NoteRefusal;
use super::sign::{Pen, Standing};
use super::store::{self, SharedPart};
use super::{Note, NoteFormat, NoteKind, NoteState, ops, search};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Info, Refusal, Result, RowId, Tag, Verb};
use crate::session::SessionId;
use crate::workstation::{Proof, Workstation};

/// The most sessions of one evening.
const MOST: usize = 20;

/// The request of `group_note.sign`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignGroupNotes {
    pub sessions: Vec<SessionId>,
    pub proof: Proof,
}

/// What became of one session.
#[derive(Debug, Serialize, TS)]
pub struct SessionSigned {
    pub session: SessionId,
    /// Entries signed with this action, absences included.
    pub signed: usize,
    /// Entries left for later.
    pub left: usize,
    /// Why this session was not signed; the others were.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Refusal>,
}

/// Signs sessions. A session that is refused stays as it is and does not stop the others.
///
/// # Errors
/// What refuses the only session asked for; `wrong_passphrase` before any.
pub(super) fn sign(desk: &Workstation, request: SignGroupNotes) -> Result<Vec<SessionSigned>> {
    if request.sessions.is_empty() || request.sessions.len() > MOST {
        return Err(Refusal::field("sessions", "Choose 1 to 20 sessions."));
    }
    desk.prove(&request.proof)?;
    let mut results = Vec::new();
    for session in &request.sessions {
        match desk.transact("group_note.sign", |tx| sign_session(tx, *session)) {
            Ok(signed) => results.push(signed),
            Err(refusal) if request.sessions.len() == 1 => return Err(refusal),
            Err(refusal) => {
                results.push(SessionSigned { session: *session, signed: 0, left: 0, refusal: Some(refusal) });
            }
        }
    }
    desk.witness();
    Ok(results)
}

fn sign_session(tx: &mut Tx<'_, '_>, id: SessionId) -> Result<SessionSigned> {
    tx.role = Some(tx.actor.permit(Info::Notes, Verb::Sign)?.role);
    let session = group_note::led(&tx.view(), id)?;
    if !session.recorded {
        return Err(NoteRefusal::NotRecorded.into());
    }
    let room = Room::of(&tx.view(), &session)?;
    let part = store::shared_of_session(tx.sql(), id)?.ok_or(NoteRefusal::NotReady { missing: 1 })?;
    ensure_complete(&session, &room, &part, tx)?;
    let part = fix(tx, part)?;
    let pen = Pen::of(tx)?;
    let mut result = SessionSigned { session: id, signed: 0, left: 0, refusal: None };
    for person in &room.people {
        match &person.note {
            Some(note) if !note.state.is_open() => {}
            Some(note) if note.skipped => {
                tie(tx, note, &part)?;
                result.left += 1;
            }
            Some(note) => {
                sign_entry(tx, &pen, person, note, &session, &part)?;
                result.signed += 1;
            }
            None if person.attended.absent => {
                sign_absence(tx, &pen, person, &session)?;
                result.signed += 1;
            }
            None => {}
        }
    }
    if result.signed == 0 {
        return Err(NoteRefusal::NothingToSign.into());
    }
    crate::draft::close(tx, group_note::FORM, &id.uuid().to_string())?;
    tx.touch(Tag::Note);
    Ok(result)
}

/// Every entry that is not left for later is complete, and so is the shared part.
fn ensure_complete(
    session: &super::around::SessionFacts,
    room: &Room,
    part: &SharedPart,
    tx: &Tx<'_, '_>,
) -> Result<()> {
    let mut missing = room.shared_missing(SharedText::of(Some(part), session)).len();
    for person in room.people.iter().filter(|person| !person.attended.absent) {
        missing += match &person.note {
            None => 1,
            Some(note) if !note.state.is_open() || note.skipped => 0,
            Some(note) if note.state == NoteState::Returned && note.author != tx.actor.staff => 0,
            Some(note) => room.entry_missing(person, note, part.risk_statement).len(),
        };
    }
    if missing == 0 { Ok(()) } else { Err(NoteRefusal::NotReady { missing }.into()) }
}

/// From the first signature on the shared part stays as it is.
fn fix(tx: &mut Tx<'_, '_>, part: SharedPart) -> Result<SharedPart> {
    if part.signed {
        return Ok(part);
    }
    tx.revise(Table::SharedPart, part.id, part.rev)?;
    store::update_shared(tx, &SharedPart { signed: true, ..part.clone() })?;
    tx.wrote(Table::SharedPart, part.id, None)?;
    Ok(SharedPart { signed: true, rev: part.rev + 1, ..part })
}

/// Somebody left for later stays a draft, tied to the shared part as it was signed.
fn tie(tx: &mut Tx<'_, '_>, note: &Note, part: &SharedPart) -> Result<()> {
    if note.shared_part == Some(part.id) {
        return Ok(());
    }
    tx.revise(Table::Note, note.id, note.rev)?;
    ops::rewrite(tx, note, Note { shared_part: Some(part.id), ..note.clone() }).map(|_| ())
}

fn sign_entry(
    tx: &mut Tx<'_, '_>,
    pen: &Pen,
    person: &Present,
    note: &Note,
    session: &super::around::SessionFacts,
    part: &SharedPart,
) -> Result<()> {
    if note.state == NoteState::Returned && note.author != tx.actor.staff {
        return Ok(());
    }
    tx.revise(Table::Note, note.id, note.rev)?;
    let next = Note { service: person.attended.service(session), ..group_note::answered(note.clone(), part) };
    pen.seal(tx, Standing::Stored(Box::new(note.clone())), next, Some(part), person.attended.words()).map(|_| ())
}

/// An absence entry: excused or not, with the reason; no charge, no shared part, no risk line. An entry begun while the
/// person counted as present is voided.
fn sign_absence(
    tx: &mut Tx<'_, '_>,
    pen: &Pen,
    person: &Present,
    session: &super::around::SessionFacts,
) -> Result<()> {
    let begun = store::of_session(tx.sql(), session.id)?.into_iter().find(|note| {
        note.client == person.facts.id && note.kind == NoteKind::Group && note.state == NoteState::Draft
    });
    if let Some(begun) = begun {
        tx.revise(Table::Note, begun.id, begun.rev)?;
        store::void(tx, begun.id, "Recorded as absent")?;
        search::forget(tx.sql(), begun.search_id)?;
        tx.wrote(Table::Note, begun.id, Some(begun.client.uuid()))?;
    }
    let service = person.attended.service(session);
    let blank = ops::blank(tx, person.facts.id, NoteKind::Absence, NoteFormat::Absence, service)?;
    let note = Note { session: Some(session.id), ..blank };
    pen.seal(tx, Standing::New, note, None, person.attended.words()).map(|_| ())
}
