//! What a version of a plan says under its author's signature, what its approval says, and what the client's signature
//! says: the same now and whenever it is verified.
//!
//! The next review and how an objective stands move on after signing; they are in no signature. An approval and a client's
//! signature each name the version by its id.

use rusqlite::Connection;
use uuid::Uuid;

use super::signature::ClientSignature;
use super::store::{self, Version};
use super::{PlanId, outline, signature as of_client};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result, RowId as _};
use crate::signature::record::line;
use crate::signature::verify::{Standing, legible};
use crate::signature::{self, Said, SignedKind, Subject};

/// Puts a version under the signature of its author.
///
/// # Errors
/// Those of [`signature::sign`].
pub(super) fn sign(tx: &mut Tx<'_, '_>, version: &Version) -> Result<()> {
    let said = said(tx.sql(), version)?;
    let subject = subject(SignedKind::Plan, version);
    signature::sign(tx, &Subject { licensed_on: Some(version.effective_on), ..subject }, said)
}

/// Puts the approval of a version under the signature of whoever approves it.
///
/// # Errors
/// Those of [`signature::sign`].
pub(super) fn approve(tx: &mut Tx<'_, '_>, version: &Version) -> Result<()> {
    let subject = Subject { licensed_on: Some(tx.today()), ..subject(SignedKind::PlanApproval, version) };
    signature::sign(tx, &subject, approves(version.id))
}

/// Attests what a client signed, as whoever received it.
///
/// # Errors
/// Those of [`signature::sign`].
pub(super) fn attest(tx: &mut Tx<'_, '_>, version: &Version, received: &ClientSignature) -> Result<()> {
    let subject =
        Subject { id: received.id.uuid(), rev: received.rev, ..subject(SignedKind::ClientSignature, version) };
    signature::sign(tx, &subject, client_said(version.id, received))
}

fn subject(kind: SignedKind, version: &Version) -> Subject {
    Subject {
        kind,
        id: version.id.uuid(),
        rev: version.rev,
        client: version.client,
        episode: Some(version.episode),
        licensed_on: None,
    }
}

/// What is signed of a client's plans, as the rows stand now. A plan that came from elsewhere is nobody's signature here.
///
/// # Errors
/// Those of the store.
pub(crate) fn standing(sql: &Connection, client: ClientId) -> Result<Vec<Standing>> {
    let mut all = Vec::new();
    let versions = legible(store::rows_of(sql, client)?.into_iter())?;
    for version in versions.iter().filter(|version| !version.imported) {
        if let Some(at) = version.signed_at {
            let said = said(sql, version)?;
            let signed = Some((version.author, at));
            all.push(Standing { kind: SignedKind::Plan, id: version.id.uuid(), said, signed, since: at });
        }
        if let (Some(by), Some(at)) = (version.approved_by, version.approved_at) {
            let said = approves(version.id);
            let signed = Some((by, at));
            all.push(Standing { kind: SignedKind::PlanApproval, id: version.id.uuid(), said, signed, since: at });
        }
    }
    for (plan, received) in of_client::all(sql, client)? {
        let said = client_said(plan, &received);
        let since = made(received.id.uuid());
        all.push(Standing { kind: SignedKind::ClientSignature, id: received.id.uuid(), said, signed: None, since });
    }
    Ok(all)
}

/// When a row was made, as its id says: its columns move on when it is taken back.
fn made(id: Uuid) -> Moment {
    let (seconds, nanoseconds) = id.get_timestamp().map_or((0, 0), |at| at.to_unix());
    Moment(i64::try_from(seconds).unwrap_or_default() * 1000 + i64::from(nanoseconds / 1_000_000))
}

fn approves(plan: PlanId) -> Said {
    vec![line("approves", plan.uuid().to_string())]
}

fn client_said(plan: PlanId, received: &ClientSignature) -> Said {
    vec![
        line("plan", plan.uuid().to_string()),
        line("how", received.how.word()),
        line("name", received.name.clone()),
        line("drawn", received.drawn.clone()),
        line("on", received.on.to_string()),
        line("reason", received.reason.clone()),
    ]
}

fn said(sql: &Connection, version: &Version) -> Result<Said> {
    let mut said = vec![
        line("version", version.version.to_string()),
        line("episode", version.episode.uuid().to_string()),
        line("effective_on", version.effective_on.to_string()),
    ];
    for problem in outline::of(sql, version.id)? {
        said.push(line("problem", problem.words));
        for goal in problem.goals {
            said.push(line("goal", goal.words));
            for objective in goal.objectives {
                let target = objective.target_on.map(|on| on.to_string()).unwrap_or_default();
                said.push(line(format!("objective {} until {target}", objective.label), objective.words));
            }
            for intervention in goal.interventions {
                let who = intervention.responsible.map(|id| id.uuid().to_string()).unwrap_or_default();
                said.push(line("intervention", intervention.words));
                said.push(line("frequency", intervention.frequency));
                said.push(line("responsible", who));
            }
        }
    }
    Ok(said)
}
