//! What an assessment says under its signature: the same now and whenever it is verified.

use rusqlite::Connection;

use super::store::{self, Stored};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::{Result, RowId as _};
use crate::signature::record::line;
use crate::signature::verify::{Standing, legible};
use crate::signature::{self, Said, SignedKind, Subject};

/// Puts a version under the signature of its author.
///
/// # Errors
/// Those of [`signature::sign`].
pub(super) fn sign(tx: &mut Tx<'_, '_>, stored: &Stored) -> Result<()> {
    let subject = Subject {
        kind: SignedKind::Assessment,
        id: stored.id.uuid(),
        rev: stored.rev,
        client: stored.client,
        episode: stored.episode,
        licensed_on: Some(stored.fields.assessed_on),
    };
    signature::sign(tx, &subject, said(stored))
}

/// The signed versions of a client, as their rows stand now.
///
/// # Errors
/// Those of the store.
pub(crate) fn standing(sql: &Connection, client: ClientId) -> Result<Vec<Standing>> {
    let all = legible(store::rows_of(sql, client)?.into_iter())?;
    Ok(all.iter().filter_map(row).collect())
}

/// A version as it is verified, if it is signed.
pub(super) fn row(stored: &Stored) -> Option<Standing> {
    let at = stored.signed_at?;
    let signed = Some((stored.author, at));
    Some(Standing { kind: SignedKind::Assessment, id: stored.id.uuid(), said: said(stored), signed, since: at })
}

fn said(stored: &Stored) -> Said {
    let fields = &stored.fields;
    let mut said = vec![
        line("version", stored.version.to_string()),
        line("edition", fields.edition.word()),
        line("assessed_on", fields.assessed_on.to_string()),
        line("indicated", fields.indicated.clone()),
        line("given", fields.given.clone()),
        line("difference", fields.difference.word()),
        line("difference_words", fields.difference_words.clone()),
    ];
    said.extend(fields.sections.iter().map(|one| line(format!("section {}", one.key), one.text.clone())));
    for rating in &fields.ratings {
        let risk = rating.risk.map(|risk| risk.to_string()).unwrap_or_default();
        said.push(line(format!("dimension {} risk", rating.number), risk));
        said.push(line(format!("dimension {}", rating.number), rating.words.clone()));
    }
    said.extend(fields.problems.iter().map(|problem| line("problem", problem.clone())));
    said.push(line("state", stored.state.word()));
    said.push(line("episode", stored.episode.map(|id| id.uuid().to_string()).unwrap_or_default()));
    said
}
