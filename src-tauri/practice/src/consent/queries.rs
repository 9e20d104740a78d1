//! The consents of a client, each with its state of today.

use super::ipc::{ConsentChoice, ConsentList, ConsentRow, ConsentsOf};
use super::rules::{ConsentSummary, state, summary};
use super::store::{self, Consent};
use super::{ConsentId, ConsentKind};
use crate::client::ClientId;
use crate::kernel::refusal::Code;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Refusal, Result, Verb, View};
use crate::practice::policy;

/// The consents of a client, the newest first. A facilitator sees only whether they are in order.
pub(super) fn list(view: &View<'_>, request: ConsentsOf) -> Result<ConsentList> {
    view.reach(Info::Consents, Verb::Glimpse, request.client)?;
    let whole = view.reach(Info::Consents, Verb::Read, request.client).is_ok();
    let consents = store::of_client(view.sql, request.client)?;
    let warn_days = warn_days(view)?;
    let facts: Vec<_> = consents.iter().map(Consent::consented).collect();
    let summary = summary(&facts, view.today(), warn_days);
    Ok(ConsentList {
        summary: if whole { summary } else { only_whether(summary) },
        rows: if whole { consents.into_iter().map(|one| row_of(view, one, warn_days)).collect() } else { Vec::new() },
        may_obtain: view.reach(Info::Consents, Verb::Obtain, request.client).is_ok(),
    })
}

/// What somebody learns who needs only "in order" or "missing".
const fn only_whether(summary: ConsentSummary) -> ConsentSummary {
    match summary {
        ConsentSummary::InOrder | ConsentSummary::Expiring => ConsentSummary::InOrder,
        ConsentSummary::Expired | ConsentSummary::EvidenceOnly | ConsentSummary::Missing => ConsentSummary::Missing,
    }
}

/// The kinds to choose from.
pub(super) fn kinds(_: &View<'_>, _: Nothing) -> Result<Vec<ConsentChoice>> {
    let choice = |kind: &ConsentKind| ConsentChoice {
        kind: *kind,
        label: kind.label(),
        needs_recipient: kind.needs_recipient(),
        needs_end: kind.needs_end(),
    };
    Ok(ConsentKind::ALL.iter().map(choice).collect())
}

/// One consent, after a change.
pub(super) fn row(view: &View<'_>, id: ConsentId) -> Result<ConsentRow> {
    let consent = store::consent(view.sql, id)?.ok_or_else(|| Refusal::not_found("consent"))?;
    Ok(row_of(view, consent, warn_days(view)?))
}

/// A consent that this person may read, and whose it is.
///
/// # Errors
/// `not_found` whether it does not exist, was taken back, or is out of reach.
pub(super) fn readable(view: &View<'_>, id: ConsentId) -> Result<(ClientId, ConsentRow)> {
    let gone = || Refusal::not_found("consent");
    let consent = store::consent(view.sql, id)?.filter(|one| one.void_reason.is_none()).ok_or_else(gone)?;
    let client = consent.client;
    view.reach(Info::Consents, Verb::Read, client)
        .map_err(|refusal| if refusal.code == Code::NotFound { gone() } else { refusal })?;
    Ok((client, row_of(view, consent, warn_days(view)?)))
}

fn row_of(view: &View<'_>, consent: Consent, warn_days: u64) -> ConsentRow {
    ConsentRow {
        state: state(&consent.consented(), view.today(), warn_days),
        id: consent.id,
        kind: consent.kind,
        kind_words: consent.kind.label(),
        recipient: consent.recipient,
        purpose: consent.purpose,
        scope: consent.scope,
        signed_on: consent.signed_on,
        expires_on: consent.expires_on,
        expires_event: consent.expires_event,
        revoked_on: consent.revoked_on,
        revoked_how: consent.revoked_how,
        rev: consent.rev,
    }
}

/// How many days before its end a consent is called expiring.
fn warn_days(view: &View<'_>) -> Result<u64> {
    let days = policy::whole_on(view.sql, policy::CONSENT_WARN, view.today())?;
    Ok(u64::try_from(days).unwrap_or_default())
}
