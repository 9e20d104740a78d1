//! Whether what was signed is still what stands there: hashes, signatures, keys, chains, and the rows beside them.
//!
//! Nothing here trusts a column that the signed bytes can say themselves.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, named_params};
use uuid::Uuid;
use vault::Vault;

use super::documents::{self, StoredDocument};
use super::format::{Body, CorrectionText, Document, NoteText};
use super::{Note, NoteId, correct, sign, store};
use crate::attendance::{self, AttendanceId};
use crate::client::ClientId;
use crate::kernel::{Result, RowId};
use crate::signature::verify::legible;
use crate::signature::{self, SignatureFault};

/// One thing that is wrong.
type NoteFault = (NoteId, SignatureFault);

/// Verifies every document of one client: how many there are, and what is wrong.
///
/// # Errors
/// Those of the store.
pub(crate) fn of_client(vault: &Vault, sql: &Connection, client: ClientId) -> Result<(usize, Vec<NoteFault>)> {
    let documents = documents::of_client(sql, client)?;
    let mut faults = Vec::new();
    for document in &documents {
        if let Some(fault) = fault_of(vault, sql, document)? {
            faults.push((document.note, fault));
        }
    }
    faults.extend(chain_faults(&documents));
    faults.extend(row_faults(sql, client, &documents)?);
    faults.extend(addendum_faults(sql, client, &documents)?);
    faults.extend(correction_faults(sql, &documents)?);
    Ok((documents.len(), faults))
}

fn fault_of(vault: &Vault, sql: &Connection, stored: &StoredDocument) -> Result<Option<SignatureFault>> {
    if let Some(fault) = signature::broken(vault, sql, &stored.sealed)? {
        return Ok(Some(fault));
    }
    let says_the_same = Document::parse(&stored.sealed.bytes).is_some_and(|document| {
        document.head.note == stored.note.uuid().to_string()
            && document.signer.says(&stored.sealed, &stored.credential)
    });
    Ok((!says_the_same).then_some(SignatureFault::Bytes))
}

/// Each chain begins once, and every document but the first names one that is there.
fn chain_faults(documents: &[StoredDocument]) -> Vec<NoteFault> {
    let mut hashes: HashMap<Uuid, HashSet<&[u8]>> = HashMap::new();
    for document in documents {
        hashes.entry(document.chain).or_default().insert(&document.sealed.hash);
    }
    let mut begun = HashSet::new();
    let broken = documents.iter().filter(|document| match document.sealed.previous.as_deref() {
        None => !begun.insert(document.chain),
        Some(previous) => !hashes.get(&document.chain).is_some_and(|known| known.contains(previous)),
    });
    broken.map(|document| (document.note, SignatureFault::Chain)).collect()
}

/// The rows of signed notes against the newest document of each.
fn row_faults(sql: &Connection, client: ClientId, documents: &[StoredDocument]) -> Result<Vec<NoteFault>> {
    let mut newest: HashMap<NoteId, (i64, Box<NoteText>)> = HashMap::new();
    for stored in documents {
        if let Some(Document { head, body: Body::Note(text), .. }) = Document::parse(&stored.sealed.bytes)
            && newest.get(&stored.note).is_none_or(|(of_rev, _)| *of_rev < head.of_rev)
        {
            newest.insert(stored.note, (head.of_rev, text));
        }
    }
    let mut faults = Vec::new();
    for id in signed_notes(sql, client)? {
        let Some(row) = store::row_of(sql, id)? else { continue };
        let Some(note) = legible([row].into_iter())?.pop().transpose()? else {
            faults.push((id, SignatureFault::Row));
            continue;
        };
        match newest.get(&id) {
            None => faults.push((id, SignatureFault::Missing)),
            Some((_, text)) if !says(sql, text, &note)? => faults.push((id, SignatureFault::Row)),
            Some(_) => {}
        }
    }
    Ok(faults)
}

/// The text of each addendum against the document it names, and a document without its addendum.
fn addendum_faults(sql: &Connection, client: ClientId, documents: &[StoredDocument]) -> Result<Vec<NoteFault>> {
    let mut statement = sql.prepare_cached(
        "select signed_note.hash, addendum.words
         from signed_note
         join addendum on addendum.signed_note = signed_note.id
         where signed_note.client = :client",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let stored: HashMap<Vec<u8>, String> = rows.collect::<rusqlite::Result<_>>()?;
    let wrong = documents.iter().filter(|document| {
        let said = match Document::parse(&document.sealed.bytes).map(|document| document.body) {
            Some(Body::Addendum { words, .. }) => words,
            Some(Body::Correction(text)) => text.words,
            _ => return false,
        };
        stored.get(&document.sealed.hash) != Some(&said)
    });
    Ok(wrong.map(|document| (document.note, SignatureFault::Row)).collect())
}

/// Each attendance that was corrected under a signature stands as its last correction says. A note that came back to its
/// author says it itself once it is signed again.
fn correction_faults(sql: &Connection, documents: &[StoredDocument]) -> Result<Vec<NoteFault>> {
    let mut last: HashMap<String, (NoteId, Box<CorrectionText>)> = HashMap::new();
    // In the order of their signatures: the last one stands.
    for stored in documents {
        match Document::parse(&stored.sealed.bytes).map(|document| document.body) {
            Some(Body::Correction(text)) => drop(last.insert(text.attendance.clone(), (stored.note, text))),
            Some(Body::Note(_)) => last.retain(|_, (note, _)| *note != stored.note),
            _ => {}
        }
    }
    let mut faults = Vec::new();
    for (id, (note, text)) in last {
        if store::note(sql, note)?.is_some_and(|note| note.state.is_open()) {
            continue;
        }
        let id = Uuid::parse_str(&id).ok().map(AttendanceId);
        let row = id.map(|id| attendance::presence(sql, id)).transpose()?.flatten();
        if row.is_none_or(|row| correct::text_of(&row) != text.after) {
            faults.push((note, SignatureFault::Row));
        }
    }
    Ok(faults)
}

fn signed_notes(sql: &Connection, client: ClientId) -> Result<Vec<NoteId>> {
    let mut statement = sql.prepare_cached(
        "select id from note where client = :client and state not in ('draft', 'returned', 'attested_elsewhere')",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn says(sql: &Connection, text: &NoteText, note: &Note) -> Result<bool> {
    let shared = note.shared_part.map(|id| store::shared(sql, id)).transpose()?.flatten();
    let shared = shared.as_ref().map(sign::shared_text).unwrap_or_default();
    let signed: Vec<(&str, &str)> =
        text.sections.iter().map(|(key, _, words)| (key.as_str(), words.as_str())).collect();
    let own = sign::signed_sections(note);
    let stored: Vec<(&str, &str)> = own.iter().map(|(key, _, words)| (key.as_str(), words.as_str())).collect();
    Ok(signed == stored
        && text.shared == shared
        && text.kind == note.kind.word()
        && text.service_on == note.service.on.to_string()
        && text.began_at == note.service.began_at
        && text.ended_at == note.service.ended_at
        && text.minutes == note.service.minutes
        && text.participation == note.participation.map(|digit| digit.to_string()).unwrap_or_default()
        && text.risk == note.risk.map(|risk| risk.word()).unwrap_or_default()
        && text.risk_words == note.risk_words
        && (text.late == "late entry") == note.late_entry)
}
