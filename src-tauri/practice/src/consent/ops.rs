//! Obtaining and revoking.

use super::basis::names_counseling_alone;
use super::ipc::{AddConsent, ConsentRow, RevokeConsent, VoidConsent};
use super::rules::ConsentRefusal;
use super::store::{self, Consent};
use super::{ConsentId, ConsentKind, queries};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::{Check, Info, Refusal, Result, RowId as _, Tag, Verb};

/// Enters a consent that the client signed.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddConsent) -> Result<ConsentRow> {
    tx.reach(Info::Consents, Verb::Obtain, request.client)?;
    let consent = checked(tx, request)?;
    store::insert(tx, &consent)?;
    written(tx, &consent)?;
    queries::row(&tx.view(), consent.id)
}

fn checked(tx: &Tx<'_, '_>, request: AddConsent) -> Result<Consent> {
    let mut check = Check::new();
    let recipient = if request.kind.needs_recipient() {
        check.required("recipient", &request.recipient, 200, "Name the person or organization it lets you tell.")
    } else {
        check.optional("recipient", &request.recipient, 200)
    };
    let purpose = check.required("purpose", &request.purpose, 300, "Say what it is for, as on the paper.");
    let scope = check.required("scope", &request.scope, 1_000, "Say what may be told, as on the paper.");
    check.ensure(
        request.kind != ConsentKind::CounselingNotes || scope.is_empty() || names_counseling_alone(&scope),
        "scope",
        "Name the counseling notes, and nothing else: a consent that combines them with other records does not hold \
         (42 CFR 2.31(b)).",
    );
    let expires_event = check.optional("expires_event", &request.expires_event, 200);
    let ends = request.expires_on.is_some() || !expires_event.is_empty();
    check.ensure(
        ends || !request.kind.needs_end(),
        "expires_on",
        "Enter the date or the event on which it ends (42 CFR 2.31(a)(7)).",
    );
    check.ensure(
        request.signed_on <= tx.today(),
        "signed_on",
        "This day has not come yet. Enter the day it was signed.",
    );
    let after = request.expires_on.is_none_or(|end| end >= request.signed_on);
    check.ensure(after, "expires_on", "It ends before it was signed. Look at both dates.");
    check.done()?;
    Ok(Consent {
        id: tx.id(),
        client: request.client,
        kind: request.kind,
        recipient,
        purpose,
        scope,
        signed_on: request.signed_on,
        expires_on: request.expires_on,
        expires_event,
        revoked_on: None,
        revoked_how: None,
        evidence: false,
        void_reason: None,
        rev: 1,
    })
}

/// Revokes: nothing may be told by it from now on. What was told stays told.
pub(super) fn revoke(tx: &mut Tx<'_, '_>, request: RevokeConsent) -> Result<ConsentRow> {
    let mut consent = standing(tx, (request.id, request.rev))?;
    if consent.revoked_on.is_some() {
        return Err(ConsentRefusal::AlreadyRevoked.into());
    }
    let on = request.on.unwrap_or_else(|| tx.today());
    let mut check = Check::new();
    check.ensure(on <= tx.today(), "on", "This day has not come yet. Enter the day it was revoked.");
    check.ensure(on >= consent.signed_on, "on", "It was signed later than this. Enter the day it was revoked.");
    check.done()?;
    consent.revoked_on = Some(on);
    consent.revoked_how = Some(request.how);
    store::update(tx, &consent)?;
    written(tx, &consent)?;
    queries::row(&tx.view(), consent.id)
}

/// Takes back a consent that was entered by mistake.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: VoidConsent) -> Result<ConsentRow> {
    let mut consent = standing(tx, (request.id, request.rev))?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 300, "Say why, in a few words.");
    check.done()?;
    let row = queries::row(&tx.view(), consent.id)?;
    consent.void_reason = Some(reason);
    store::update(tx, &consent)?;
    written(tx, &consent)?;
    Ok(ConsentRow { rev: row.rev + 1, ..row })
}

/// The consent at the revision the person saw, when they may change it and it was not taken back. One outside the reach is not there.
fn standing(tx: &mut Tx<'_, '_>, (id, rev): (ConsentId, i64)) -> Result<Consent> {
    let unseen = || Refusal::not_found("consent");
    let consent = store::consent(tx.sql(), id)?.ok_or_else(unseen)?;
    tx.reach(Info::Consents, Verb::Obtain, consent.client)
        .map_err(|refusal| if refusal.code == Code::NotFound { unseen() } else { refusal })?;
    tx.revise(Table::Consent, id, rev)?;
    if consent.void_reason.is_some() { Err(ConsentRefusal::Voided.into()) } else { Ok(consent) }
}

fn written(tx: &mut Tx<'_, '_>, consent: &Consent) -> Result<()> {
    tx.touch(Tag::Consent);
    tx.wrote(Table::Consent, consent.id, Some(consent.client.uuid()))
}
