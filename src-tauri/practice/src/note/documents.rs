//! SQL of what was signed: documents, supervisors' answers, addenda. Inserted once, never changed.

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::{AddendumId, CosignId, NoteId, SignedNoteId};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};
use crate::signature::Sealed;

/// A signed document, as stored.
#[derive(Clone, Debug)]
pub(super) struct SignedNote {
    pub id: SignedNoteId,
    pub note: NoteId,
    pub client: ClientId,
    pub chain: Uuid,
    pub document: &'static str,
    pub of_rev: i64,
    pub bytes: Vec<u8>,
    pub hash: [u8; 32],
    pub previous: Option<[u8; 32]>,
    pub signature: [u8; 64],
    pub signer_key: [u8; 32],
    pub signer: StaffId,
    pub credential: String,
    pub signed_at: Moment,
}

/// The hash of the last document of a chain: the one that no other names.
pub(super) fn last_of(sql: &Connection, chain: Uuid) -> Result<Option<[u8; 32]>> {
    let mut statement = sql.prepare_cached(
        "select last.hash
         from signed_note last
         where last.chain = :chain
           and not exists (
             select 1 from signed_note next where next.chain = :chain and next.prev_hash = last.hash
           )
         order by last.signed_at desc
         limit 1",
    )?;
    Ok(statement.query_row(named_params! { ":chain": chain.as_bytes() }, |row| row.get(0)).optional()?)
}

/// How often a note was signed, and the hash of its newest document of the author's.
pub(super) fn newest(sql: &Connection, note: NoteId) -> Result<Option<(i64, [u8; 32])>> {
    let mut statement = sql.prepare_cached(
        "select of_rev, hash
         from signed_note
         where note = :note and document = 'note'
         order by of_rev desc
         limit 1",
    )?;
    Ok(statement.query_row(named_params! { ":note": note }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, signed: &SignedNote) -> Result<()> {
    tx.write(
        "insert into signed_note
           (id, note, client, chain, document, of_rev, bytes, hash, prev_hash, signature, signer_key, signer, credential,
            signed_at, rev, at, device, by_staff)
         values
           (:id, :note, :client, :chain, :document, :of_rev, :bytes, :hash, :previous, :signature, :signer_key, :signer,
            :credential, :signed_at, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": signed.id,
            ":note": signed.note,
            ":client": signed.client,
            ":chain": signed.chain.as_bytes(),
            ":document": signed.document,
            ":of_rev": signed.of_rev,
            ":bytes": signed.bytes,
            ":hash": signed.hash,
            ":previous": signed.previous,
            ":signature": signed.signature,
            ":signer_key": signed.signer_key,
            ":signer": signed.signer,
            ":credential": signed.credential,
            ":signed_at": signed.signed_at,
        },
    )
}

/// A document as it was read back, for verifying: whatever its columns say.
pub(super) struct StoredDocument {
    pub note: NoteId,
    pub chain: Uuid,
    pub credential: String,
    pub sealed: Sealed,
}

fn stored_of(row: &Row<'_>) -> rusqlite::Result<StoredDocument> {
    let chain: Vec<u8> = row.get("chain")?;
    Ok(StoredDocument {
        note: row.get("note")?,
        chain: Uuid::from_slice(&chain).unwrap_or_default(),
        credential: row.get("credential")?,
        sealed: Sealed::of(row)?,
    })
}

/// The documents of one note, in the order of their signatures.
pub(super) fn of_note(sql: &Connection, note: NoteId) -> Result<Vec<StoredDocument>> {
    let mut statement = sql.prepare_cached(
        "select note, chain, bytes, hash, prev_hash, signature, signer_key, signer, credential, signed_at
         from signed_note
         where note = :note
         order by signed_at",
    )?;
    let rows = statement.query_map(named_params! { ":note": note }, stored_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every document of a client.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<StoredDocument>> {
    let mut statement = sql.prepare_cached(
        "select note, chain, bytes, hash, prev_hash, signature, signer_key, signer, credential, signed_at
         from signed_note
         where client = :client
         order by signed_at",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, stored_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A document as the foot of a note shows it.
pub(super) struct SignatureLine {
    pub document: String,
    pub by: String,
    pub credential: String,
    pub at: Moment,
    pub hash: Vec<u8>,
    pub of_rev: i64,
}

pub(super) fn signatures(sql: &Connection, note: NoteId) -> Result<Vec<SignatureLine>> {
    let mut statement = sql.prepare_cached(
        "select signed_note.document, staff.given_name || ' ' || staff.family_name as name, signed_note.credential,
                signed_note.signed_at, signed_note.hash, signed_note.of_rev
         from signed_note
         join staff on staff.id = signed_note.signer
         where signed_note.note = :note
         order by signed_note.signed_at",
    )?;
    let rows = statement.query_map(named_params! { ":note": note }, |row| {
        Ok(SignatureLine {
            document: row.get(0)?,
            by: row.get(1)?,
            credential: row.get(2)?,
            at: row.get(3)?,
            hash: row.get(4)?,
            of_rev: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_cosign(
    tx: &Tx<'_, '_>,
    id: CosignId,
    note: NoteId,
    decision: &str,
    comment: &str,
) -> Result<()> {
    tx.write(
        "insert into cosign (id, note, decision, comment, rev, at, device, by_staff)
         values (:id, :note, :decision, :comment, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":note": note, ":decision": decision, ":comment": comment },
    )
}

/// An answer of a supervisor.
pub(super) struct AnswerLine {
    pub decision: String,
    pub comment: String,
    pub by: String,
    pub at: Moment,
}

pub(super) fn answers(sql: &Connection, note: NoteId) -> Result<Vec<AnswerLine>> {
    let mut statement = sql.prepare_cached(
        "select cosign.decision, cosign.comment, staff.given_name || ' ' || staff.family_name as name, cosign.at
         from cosign
         join staff on staff.id = cosign.by_staff
         where cosign.note = :note
         order by cosign.at",
    )?;
    let rows = statement.query_map(named_params! { ":note": note }, |row| {
        Ok(AnswerLine { decision: row.get(0)?, comment: row.get(1)?, by: row.get(2)?, at: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_addendum(
    tx: &Tx<'_, '_>,
    id: AddendumId,
    note: NoteId,
    words: &str,
    signed: SignedNoteId,
) -> Result<()> {
    tx.write(
        "insert into addendum (id, note, words, signed_note, rev, at, device, by_staff)
         values (:id, :note, :words, :signed_note, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":note": note, ":words": words, ":signed_note": signed },
    )
}

/// Something added after signing.
pub(super) struct AddendumLine {
    pub words: String,
    pub by: String,
    pub at: Moment,
}

pub(super) fn addenda(sql: &Connection, note: NoteId) -> Result<Vec<AddendumLine>> {
    let mut statement = sql.prepare_cached(
        "select addendum.words,
                staff.given_name || ' ' || staff.family_name || iif(signed_note.credential = '', '', ', ' || signed_note.credential) as name,
                addendum.at
         from addendum
         join signed_note on signed_note.id = addendum.signed_note
         join staff on staff.id = addendum.by_staff
         where addendum.note = :note
         order by addendum.at",
    )?;
    let rows = statement.query_map(named_params! { ":note": note }, |row| {
        Ok(AddendumLine { words: row.get(0)?, by: row.get(1)?, at: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
