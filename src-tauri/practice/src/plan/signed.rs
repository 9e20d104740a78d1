//! What a version of a plan says under its author's signature, and what its approval, its reviews and the client's
//! signature say: the same now and whenever it is verified.
//!
//! When the next review is due and how an objective stands move on after signing; they are in the signature of the review
//! that says so. An approval, a review and a client's signature each name the version by its id.

use rusqlite::Connection;
use uuid::Uuid;

use super::review::{self, Reviewed};
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

/// Puts a review under the signature of who made it.
///
/// # Errors
/// Those of [`signature::sign`].
pub(super) fn review(tx: &mut Tx<'_, '_>, version: &Version, made: &Reviewed) -> Result<()> {
    let subject = Subject {
        id: made.id.uuid(),
        rev: made.rev,
        licensed_on: Some(made.on),
        ..subject(SignedKind::PlanReview, version)
    };
    signature::sign(tx, &subject, review_said(made))
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
        all.extend(row(sql, version)?);
        all.extend(approval_row(version));
    }
    all.extend(review::all(sql, client)?.iter().map(review_row));
    for (plan, received) in of_client::all(sql, client)? {
        all.push(client_row(plan, &received));
    }
    Ok(all)
}

/// A version as it is verified, if it is signed here.
pub(super) fn row(sql: &Connection, version: &Version) -> Result<Option<Standing>> {
    let Some(at) = version.signed_at.filter(|_| !version.imported) else { return Ok(None) };
    let (said, signed) = (said(sql, version)?, Some((version.author, at)));
    Ok(Some(Standing { kind: SignedKind::Plan, id: version.id.uuid(), said, signed, since: at }))
}

/// Its approval as it is verified, if it has one.
pub(super) fn approval_row(version: &Version) -> Option<Standing> {
    let (by, at) = (version.approved_by?, version.approved_at?);
    let said = approves(version.id);
    let signed = Some((by, at));
    let row = Standing { kind: SignedKind::PlanApproval, id: version.id.uuid(), said, signed, since: at };
    (!version.imported).then_some(row)
}

/// A review as it is verified.
pub(super) fn review_row(made: &Reviewed) -> Standing {
    Standing {
        kind: SignedKind::PlanReview,
        id: made.id.uuid(),
        said: review_said(made),
        signed: Some((made.by, made.at)),
        since: self::made(made.id.uuid()),
    }
}

/// A client's signature as it is verified.
pub(super) fn client_row(plan: PlanId, received: &ClientSignature) -> Standing {
    Standing {
        kind: SignedKind::ClientSignature,
        id: received.id.uuid(),
        said: client_said(plan, received),
        signed: None,
        since: made(received.id.uuid()),
    }
}

/// When a row was made, as its id says: its columns move on when it is taken back.
fn made(id: Uuid) -> Moment {
    let (seconds, nanoseconds) = id.get_timestamp().map_or((0, 0), |at| at.to_unix());
    Moment(i64::try_from(seconds).unwrap_or_default() * 1000 + i64::from(nanoseconds / 1_000_000))
}

fn approves(plan: PlanId) -> Said {
    vec![line("approves", plan.uuid().to_string())]
}

fn review_said(made: &Reviewed) -> Said {
    let mut said = vec![
        line("plan", made.plan.uuid().to_string()),
        line("on", made.on.to_string()),
        line("words", made.words.clone()),
        line("next_due_on", made.next_due_on.to_string()),
    ];
    for one in &made.progress {
        said.push(line(format!("objective {}", one.objective.uuid()), one.progress.word()));
        said.push(line("words", one.words.clone()));
    }
    said
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
