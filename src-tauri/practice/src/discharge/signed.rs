//! What a discharge summary says under its signature: the same now and whenever it is verified.

use rusqlite::Connection;

use super::store::{self, Stored};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::{Result, RowId as _};
use crate::signature::record::line;
use crate::signature::verify::{Standing, legible};
use crate::signature::{self, Said, SignedKind, Subject};

/// Puts a summary under the signature of its author, whose license must hold on the day they write it.
///
/// # Errors
/// Those of [`signature::sign`].
pub(super) fn sign(tx: &mut Tx<'_, '_>, stored: &Stored) -> Result<()> {
    let subject = Subject {
        kind: SignedKind::DischargeSummary,
        id: stored.id.uuid(),
        rev: stored.rev,
        client: stored.client,
        episode: Some(stored.episode),
        licensed_on: Some(tx.today()),
    };
    signature::sign(tx, &subject, said(stored))
}

/// The signed summaries of a client, as their rows stand now.
///
/// # Errors
/// Those of the store.
pub(crate) fn standing(sql: &Connection, client: ClientId) -> Result<Vec<Standing>> {
    let all = legible(store::rows_of(sql, client)?.into_iter())?;
    Ok(all.iter().filter_map(row).collect())
}

/// A summary as it is verified, if it is signed.
pub(super) fn row(stored: &Stored) -> Option<Standing> {
    let at = stored.signed_at?;
    let signed = Some((stored.author, at));
    Some(Standing { kind: SignedKind::DischargeSummary, id: stored.id.uuid(), said: said(stored), signed, since: at })
}

fn said(stored: &Stored) -> Said {
    let fields = &stored.fields;
    let mut said = vec![line("episode", stored.episode.uuid().to_string()), line("state", stored.state.word())];
    said.extend(fields.sections.iter().map(|one| line(format!("section {}", one.key), one.text.clone())));
    for goal in &fields.goals {
        said.push(line("goal", goal.goal.clone()));
        said.push(line("outcome", goal.outcome.map_or("", |outcome| outcome.word())));
        said.push(line("words", goal.words.clone()));
    }
    for care in &fields.care {
        said.push(line("with", care.with.clone()));
        said.push(line("what", care.what.clone()));
        said.push(line("on", care.on.map(|on| on.to_string()).unwrap_or_default()));
        said.push(line("time", care.time.clone()));
        said.push(line("handed_on", if care.handed_on { "yes" } else { "no" }));
    }
    said.push(line("no_care", fields.no_care.clone()));
    said
}
