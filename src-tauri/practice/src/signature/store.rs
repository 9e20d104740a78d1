//! SQL of signed documents. Inserted once, never changed.

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::record::{Record, Subject};
use super::seal::{Seal, Sealed};
use super::{SignedKind, SignedRecordId};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// What is inserted beside what the subject says.
pub(super) struct Signed {
    pub bytes: Vec<u8>,
    pub seal: Seal,
    pub previous: Option<[u8; 32]>,
    pub credential: String,
}

pub(super) fn number_of(sql: &Connection, client: ClientId) -> Result<i64> {
    let mut statement = sql.prepare_cached("select number from client where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": client }, |row| row.get(0))?)
}

/// The hash of the last document of a client: the one that no other names.
pub(super) fn last_of(sql: &Connection, client: ClientId) -> Result<Option<[u8; 32]>> {
    let mut statement = sql.prepare_cached(
        "select last.hash
         from signed_record last
         where last.client = :client
           and not exists (
             select 1 from signed_record next where next.client = :client and next.prev_hash = last.hash
           )
         order by last.signed_at desc
         limit 1",
    )?;
    Ok(statement.query_row(named_params! { ":client": client }, |row| row.get(0)).optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, id: SignedRecordId, subject: &Subject, signed: &Signed) -> Result<()> {
    tx.write(
        "insert into signed_record
           (id, kind, record, client, episode, bytes, hash, prev_hash, signature, signer_key, signer, credential, signed_at,
            rev, at, device, by_staff)
         values
           (:id, :kind, :record, :client, :episode, :bytes, :hash, :previous, :signature, :signer_key, :by_staff, :credential,
            :at, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":kind": subject.kind,
            ":record": subject.id.as_bytes(),
            ":client": subject.client,
            ":episode": subject.episode,
            ":bytes": signed.bytes,
            ":hash": signed.seal.hash,
            ":previous": signed.previous,
            ":signature": signed.seal.signature,
            ":signer_key": signed.seal.signer_key,
            ":credential": signed.credential,
        },
    )
}

/// A document as it was read back, for verifying: whatever its columns say.
pub(super) struct Stored {
    /// As the bytes say it; where they say nothing, as the column does.
    pub kind: SignedKind,
    /// The column.
    pub word: String,
    pub record: Uuid,
    pub episode: Option<Vec<u8>>,
    pub credential: String,
    pub sealed: Sealed,
}

/// Every document of a client, in the order of their signatures.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Stored>> {
    let mut statement = sql.prepare_cached(
        "select kind, record, episode, bytes, hash, prev_hash, signature, signer_key, signer, credential, signed_at
         from signed_record
         where client = :client
         order by signed_at, id",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| {
        let record: Vec<u8> = row.get("record")?;
        let (word, sealed): (String, _) = (row.get("kind")?, Sealed::of(row)?);
        let said = Record::parse(&sealed.bytes).map(|record| record.kind);
        Ok(Stored {
            kind: said.or_else(|| SignedKind::from_word(&word)).unwrap_or(SignedKind::Assessment),
            word,
            record: Uuid::from_slice(&record).unwrap_or_default(),
            episode: row.get("episode")?,
            credential: row.get("credential")?,
            sealed,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Since when whatever is signed of a kind has a document: when this vault learned to keep them.
pub(super) fn kept_since(sql: &Connection, kind: SignedKind) -> Result<Moment> {
    let step = if kind == SignedKind::PlanReview { "review_signature" } else { "signature" };
    let mut statement =
        sql.prepare_cached("select at from applied_migration where owner = 'practice' and name = :step")?;
    Ok(statement.query_row(named_params! { ":step": step }, |row| row.get(0))?)
}
