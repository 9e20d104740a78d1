//! Whether the documents of a client's record are still what was signed, and whether the rows beside them say the same.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use uuid::Uuid;
use vault::Vault;

use super::record::{Record, Said};
use super::store::{self, Stored};
use super::{SignatureFault, SignedKind, broken, hash_text};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Result, RowId as _, View};

/// A row that counts as signed, as its slice reads it now.
pub(crate) struct Standing {
    pub kind: SignedKind,
    pub id: Uuid,
    pub said: Said,
    /// Who signed and when, where the row says it.
    pub signed: Option<(StaffId, Moment)>,
    /// When it came to count as signed.
    pub since: Moment,
}

/// The rows that can be read. One that holds a word outside its vocabulary does not stand: its document is named as one
/// without a row.
///
/// # Errors
/// Those of the store.
pub(crate) fn legible<T>(rows: impl Iterator<Item = rusqlite::Result<T>>) -> Result<Vec<T>> {
    use rusqlite::Error::{FromSqlConversionFailure, InvalidColumnType};
    let legible = rows.filter(|row| !matches!(row, Err(FromSqlConversionFailure(..) | InvalidColumnType(..))));
    Ok(legible.collect::<rusqlite::Result<_>>()?)
}

/// What verifying found.
#[derive(Default)]
pub(crate) struct Found {
    pub documents: usize,
    /// Rows that were signed before documents were kept: nothing proves them and nothing speaks against them.
    pub unproven: usize,
    pub faults: Vec<(SignedKind, Uuid, SignatureFault)>,
}

/// Verifies the documents of a client against themselves, their chain, and the rows that stand now.
pub(crate) fn of_client(vault: &Vault, sql: &Connection, client: ClientId, rows: &[Standing]) -> Result<Found> {
    let documents = store::of_client(sql, client)?;
    let mut found = Found { documents: documents.len(), ..Found::default() };
    for document in &documents {
        if let Some(fault) = fault_of(vault, sql, client, document)? {
            found.faults.push((document.kind, document.record, fault));
        }
    }
    found.faults.extend(chain_faults(&documents));
    row_faults(sql, &documents, rows, &mut found)?;
    Ok(found)
}

fn fault_of(vault: &Vault, sql: &Connection, client: ClientId, stored: &Stored) -> Result<Option<SignatureFault>> {
    if let Some(fault) = broken(vault, sql, &stored.sealed)? {
        return Ok(Some(fault));
    }
    let says_the_same = Record::parse(&stored.sealed.bytes).is_some_and(|record| {
        record.kind.word() == stored.word
            && record.id == stored.record.to_string()
            && record.client == client.uuid().to_string()
            && record.episode == episode_text(stored)
            && record.signer.says(&stored.sealed, &stored.credential)
    });
    Ok((!says_the_same).then_some(SignatureFault::Bytes))
}

/// The episode's id as the bytes say it.
fn episode_text(stored: &Stored) -> String {
    stored.episode.as_deref().map(|id| Uuid::from_slice(id).unwrap_or_default().to_string()).unwrap_or_default()
}

/// The documents of a client, read once for all the rows of a page.
pub(crate) struct Documents {
    client: ClientId,
    all: Vec<Stored>,
}

impl Documents {
    pub fn of(view: &View<'_>, client: ClientId) -> Result<Self> {
        Ok(Self { client, all: store::of_client(view.sql, client)? })
    }

    /// What a page says of the signature under a row: the signer as they stood that day and the beginning of its document's
    /// hash, or what is wrong with it.
    ///
    /// # Errors
    /// Those of the store.
    pub fn words_under(&self, view: &View<'_>, row: &Standing) -> Result<String> {
        let Some(document) = self.all.iter().find(|one| one.kind == row.kind && one.record == row.id) else {
            let before = row.since < store::kept_since(view.sql, row.kind)?;
            let missing = SignatureFault::Missing.words();
            return Ok(if before { "from before documents were kept" } else { missing }.into());
        };
        let fault = match fault_of(view.vault, view.sql, self.client, document)? {
            None if !says(document, row) => Some(SignatureFault::Row),
            fault => fault,
        };
        Ok(match (fault, Record::parse(&document.sealed.bytes)) {
            (None, Some(record)) => {
                let who = [record.signer.name, record.signer.credential];
                let who: Vec<String> = who.into_iter().filter(|part| !part.is_empty()).collect();
                format!("{}; Ed25519, document {}", who.join(", "), hash_text(document.sealed.hash.get(..8)))
            }
            (fault, _) => fault.unwrap_or(SignatureFault::Bytes).words().into(),
        })
    }
}

/// The chain begins once, and every document but the first names one that is there.
fn chain_faults(documents: &[Stored]) -> Vec<(SignedKind, Uuid, SignatureFault)> {
    let known: HashSet<&[u8]> = documents.iter().map(|document| document.sealed.hash.as_slice()).collect();
    let mut begun = false;
    let broken = documents.iter().filter(|document| match document.sealed.previous.as_deref() {
        None => std::mem::replace(&mut begun, true),
        Some(previous) => !known.contains(previous),
    });
    broken.map(|document| (document.kind, document.record, SignatureFault::Chain)).collect()
}

/// The rows against their documents, rows without one, and documents without a row.
fn row_faults(sql: &Connection, documents: &[Stored], rows: &[Standing], found: &mut Found) -> Result<()> {
    let mut left: HashMap<(SignedKind, Uuid), &Stored> =
        documents.iter().map(|document| ((document.kind, document.record), document)).collect();
    for row in rows {
        match left.remove(&(row.kind, row.id)) {
            Some(document) if says(document, row) => {}
            Some(_) => found.faults.push((row.kind, row.id, SignatureFault::Row)),
            None if row.since < store::kept_since(sql, row.kind)? => found.unproven += 1,
            None => found.faults.push((row.kind, row.id, SignatureFault::Missing)),
        }
    }
    let orphans = documents.iter().filter(|document| left.contains_key(&(document.kind, document.record)));
    found.faults.extend(orphans.map(|document| (document.kind, document.record, SignatureFault::Row)));
    Ok(())
}

fn says(document: &Stored, row: &Standing) -> bool {
    let said = Record::parse(&document.sealed.bytes).is_some_and(|record| record.said == row.said);
    said && row.signed.is_none_or(|signed| signed == (document.sealed.signer, document.sealed.signed_at))
}
