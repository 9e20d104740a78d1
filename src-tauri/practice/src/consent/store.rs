//! SQL of consents.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::basis::Basis;
use super::rules::Consented;
use super::{ConsentId, ConsentKind, RevokedHow};
use crate::client::ClientId;
use crate::kernel::Result;
use crate::kernel::door::Tx;

/// A consent, as stored.
#[derive(Clone, Debug)]
pub(super) struct Consent {
    pub id: ConsentId,
    pub client: ClientId,
    pub kind: ConsentKind,
    pub recipient: String,
    pub purpose: String,
    pub scope: String,
    pub signed_on: NaiveDate,
    pub expires_on: Option<NaiveDate>,
    pub expires_event: String,
    pub revoked_on: Option<NaiveDate>,
    pub revoked_how: Option<RevokedHow>,
    pub evidence: bool,
    /// Why it was taken back, when it was.
    pub void_reason: Option<String>,
    pub rev: i64,
}

impl Consent {
    /// What its state hangs on.
    pub fn consented(&self) -> Consented {
        Consented {
            kind: self.kind,
            recipient: self.recipient.clone(),
            expires_on: self.expires_on,
            revoked: self.revoked_on.is_some(),
            evidence: self.evidence,
        }
    }
}

fn consent_of(row: &Row<'_>) -> rusqlite::Result<Consent> {
    let how: String = row.get("revoked_how")?;
    Ok(Consent {
        id: row.get("id")?,
        client: row.get("client")?,
        kind: row.get("kind")?,
        recipient: row.get("recipient")?,
        purpose: row.get("purpose")?,
        scope: row.get("scope")?,
        signed_on: row.get("signed_on")?,
        expires_on: row.get("expires_on")?,
        expires_event: row.get("expires_event")?,
        revoked_on: row.get("revoked_on")?,
        // An import may know that it was revoked and not how.
        revoked_how: RevokedHow::from_word(&how),
        evidence: row.get("evidence")?,
        void_reason: row.get("void_reason")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn consent(sql: &Connection, id: ConsentId) -> Result<Option<Consent>> {
    let mut statement = sql.prepare_cached(
        "select id, client, kind, recipient, purpose, scope, signed_on, expires_on, expires_event, revoked_on,
                revoked_how, evidence, void_reason, rev
         from consent
         where id = :id",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, consent_of).optional()?)
}

/// Every consent of a client that was not taken back, the newest first.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Consent>> {
    let mut statement = sql.prepare_cached(
        "select id, client, kind, recipient, purpose, scope, signed_on, expires_on, expires_event, revoked_on,
                revoked_how, evidence, void_reason, rev
         from consent
         where client = :client and voided_at is null
         order by signed_on desc, id desc",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, consent_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the states of a client's consents hang on.
pub(crate) fn consented(sql: &Connection, client: ClientId) -> Result<Vec<Consented>> {
    Ok(of_client(sql, client)?.iter().map(Consent::consented).collect())
}

/// What a release may rest on, for many clients at once; of a client the newest first.
pub(crate) fn bases_of(sql: &Connection, clients: &str) -> Result<HashMap<ClientId, Vec<Basis>>> {
    let mut found: HashMap<ClientId, Vec<Basis>> = HashMap::new();
    for consent in of_clients(sql, clients)? {
        let basis = Basis {
            id: consent.id,
            consented: consent.consented(),
            purpose: consent.purpose,
            scope: consent.scope,
            signed_on: consent.signed_on,
            expires_event: consent.expires_event,
        };
        found.entry(consent.client).or_default().push(basis);
    }
    Ok(found)
}

fn of_clients(sql: &Connection, clients: &str) -> Result<Vec<Consent>> {
    let mut statement = sql.prepare_cached(
        "select consent.id, consent.client, consent.kind, consent.recipient, consent.purpose, consent.scope,
                consent.signed_on, consent.expires_on, consent.expires_event, consent.revoked_on, consent.revoked_how,
                consent.evidence, consent.void_reason, consent.rev
         from json_each(:clients) one
         cross join consent on consent.client = unhex(one.value) and consent.voided_at is null
         order by consent.client, consent.signed_on desc, consent.id desc",
    )?;
    let rows = statement.query_map(named_params! { ":clients": clients }, consent_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, consent: &Consent) -> Result<()> {
    tx.write(
        "insert into consent
           (id, client, kind, recipient, purpose, scope, signed_on, expires_on, expires_event, evidence,
            rev, at, device, by_staff)
         values
           (:id, :client, :kind, :recipient, :purpose, :scope, :signed_on, :expires_on, :expires_event, :evidence,
            1, :at, :device, :by_staff)",
        named_params! {
            ":id": consent.id,
            ":client": consent.client,
            ":kind": consent.kind,
            ":recipient": consent.recipient,
            ":purpose": consent.purpose,
            ":scope": consent.scope,
            ":signed_on": consent.signed_on,
            ":expires_on": consent.expires_on,
            ":expires_event": consent.expires_event,
            ":evidence": consent.evidence,
        },
    )
}

/// Writes revocation and withdrawal as the next revision; nothing else of a consent ever changes.
pub(super) fn update(tx: &Tx<'_, '_>, consent: &Consent) -> Result<()> {
    tx.write(
        "update consent
         set revoked_on = :revoked_on, revoked_how = :revoked_how, voided_at = :voided_at, void_reason = :void_reason,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": consent.id,
            ":rev": consent.rev,
            ":revoked_on": consent.revoked_on,
            ":revoked_how": consent.revoked_how.map_or("", RevokedHow::word),
            ":voided_at": consent.void_reason.as_ref().map(|_| tx.now()),
            ":void_reason": consent.void_reason,
        },
    )
}
