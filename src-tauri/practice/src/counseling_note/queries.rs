//! The list of counseling notes, and earlier texts. A note's present text is opened by an operation, so that the audit
//! hears of each reading.

use super::CounselingNoteId;
use super::ipc::{
    CounselingNote, CounselingNoteLine, CounselingNoteVersion, CounselingNotes, CounselingNotesOf, NamedPerson,
};
use super::rules::{self, Candidate};
use super::seal::{self, Words};
use super::store::{self, Stored};
use crate::kernel::refusal::Rule as _;
use crate::kernel::{Info, Refusal, Result, RowId as _, Verb, View};

/// The notes of a client that were sealed to this person. One that the person's keys do not open says so.
pub(super) fn list(view: &View<'_>, request: CounselingNotesOf) -> Result<CounselingNotes> {
    let may_write = view.reach(Info::CounselingNotes, Verb::Write, request.client).is_ok();
    let stored = store::of_client(view.sql, view.actor.staff, request.client)?;
    if stored.is_empty() && !may_write {
        return Err(Refusal::not_found("client"));
    }
    let notes = stored.iter().map(|note| line(view, note)).collect::<Result<_>>()?;
    Ok(CounselingNotes { notes, may_write })
}

fn line(view: &View<'_>, note: &Stored) -> Result<CounselingNoteLine> {
    let words = match words_of(view, note) {
        Err(refusal) if refusal.rule == Some(rules::CounselingNoteRefusal::KeysGone.name()) => None,
        words => Some(words?),
    };
    Ok(CounselingNoteLine {
        id: note.id,
        keys_gone: words.is_none(),
        title: words.map(|words| words.title).unwrap_or_default(),
        state: note.state,
        author: note.author_name.clone(),
        mine: note.author == view.actor.staff,
        started_at: note.started_at,
        at: note.at,
        rev: note.rev,
    })
}

/// Earlier texts, the newest first; those that were written before the person was named are not theirs.
pub(super) fn versions(view: &View<'_>, note: &Stored) -> Result<Vec<CounselingNoteVersion>> {
    let earlier = store::earlier(view.sql, view.actor.staff, note.id)?;
    let mut versions = Vec::with_capacity(earlier.len());
    for one in earlier {
        let sealed = bytes(&one.sealed).ok_or_else(|| Refusal::internal("counseling note"))?;
        let words = seal::open(&seal::key_of(view.vault, &one.sealed_key)?, note.id, &sealed)?;
        versions.push(CounselingNoteVersion { rev: one.rev, at: one.at, title: words.title, body: words.body });
    }
    Ok(versions)
}

/// The opposite of the history's hexadecimal.
fn bytes(hex: &str) -> Option<Vec<u8>> {
    let (pairs, []) = hex.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// The note, when it was sealed to this person; for anybody else it is not there.
pub(super) fn seen(view: &View<'_>, id: CounselingNoteId) -> Result<Stored> {
    store::one(view.sql, view.actor.staff, id)?.ok_or_else(|| Refusal::not_found("counseling note"))
}

pub(super) fn words_of(view: &View<'_>, note: &Stored) -> Result<Words> {
    seal::open(&seal::key_of(view.vault, &note.sealed_key)?, note.id, &note.sealed)
}

/// The whole of it, for whom it was sealed to.
pub(super) fn whole(view: &View<'_>, id: CounselingNoteId) -> Result<CounselingNote> {
    let note = seen(view, id)?;
    let words = words_of(view, &note)?;
    let mine = note.author == view.actor.staff;
    let readers: Vec<NamedPerson> = store::readers(view.sql, &note)?
        .into_iter()
        .map(|reader| NamedPerson { id: reader.staff, name: reader.name })
        .collect();
    let nameable = if mine { nameable(view, &note, &readers)? } else { Vec::new() };
    Ok(CounselingNote {
        id: note.id,
        client: note.client,
        title: words.title,
        body: words.body,
        state: note.state,
        author: note.author_name,
        mine,
        started_at: note.started_at,
        at: note.at,
        closed_at: note.closed_at,
        readers,
        nameable,
        rev: note.rev,
    })
}

fn nameable(view: &View<'_>, note: &Stored, readers: &[NamedPerson]) -> Result<Vec<NamedPerson>> {
    let mut people = Vec::new();
    for (id, name) in store::counselors(view.sql)? {
        let own_keys = view.vault.has_own_keys(view.sql, vault::HolderId(id.uuid()))?;
        let candidate = Candidate { author: id == note.author, counselor: true, own_keys };
        if rules::may_name(candidate).is_ok() && readers.iter().all(|reader| reader.id != id) {
            people.push(NamedPerson { id, name });
        }
    }
    Ok(people)
}
