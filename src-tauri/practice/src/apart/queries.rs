//! The pairs of a chart, and who sits together: under the rule of who may be named to whom.

use std::collections::HashMap;

use rusqlite::{Connection, Row, named_params};

use super::ipc::{LetIn, PairLine, Pairs, Together, WhosePairs};
use super::rules::may_decide;
use super::{ApartId, Pair, store};
use crate::client::{ClientId, Looker, ShownName, json_of, shown_in};
use crate::kernel::{Info, Result, Verb, View};

/// The pairs of a client, open ones first.
pub(super) fn of_client(view: &View<'_>, request: WhosePairs) -> Result<Pairs> {
    let client = request.client;
    view.reach(Info::Notes, Verb::Read, client)?;
    let rows = store::of_client(view.sql, client)?;
    let ids: Vec<ClientId> = rows.iter().map(|row| row.pair.beside(client)).collect();
    let names = names(view, &ids)?;
    let mut let_in = let_in(view, client)?;
    let mut both_in = both_in(view, client)?;
    let is_primary = store::primary_of(view, client)?;
    let pairs = rows
        .into_iter()
        .map(|row| {
            let other = names.get(&row.pair.beside(client)).cloned();
            // The reason and its words may tell who it is.
            let named = other.is_some();
            let mut times = let_in.remove(&row.pair.id).unwrap_or_default();
            if !named {
                times.iter_mut().for_each(|time| time.reason = None);
            }
            PairLine {
                id: row.pair.id,
                reason: named.then_some(row.pair.reason),
                reason_label: if named { row.pair.reason.label().into() } else { String::new() },
                detail: if named { row.pair.detail } else { String::new() },
                from_on: row.pair.from_on,
                until_on: row.pair.until_on,
                end_reason: if named { row.end_reason } else { String::new() },
                by: row.by,
                at: row.at,
                both_in: both_in.remove(&row.pair.id).filter(|_| named).unwrap_or_default(),
                let_in: times,
                rev: row.pair.rev,
                other,
            }
        })
        .collect();
    Ok(Pairs { pairs, may_change: may_decide(view.actor, is_primary).is_ok() })
}

fn let_in(view: &View<'_>, client: ClientId) -> Result<HashMap<ApartId, Vec<LetIn>>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/let_in.sql"))?;
    let mut found: HashMap<ApartId, Vec<LetIn>> = HashMap::new();
    let mut rows = statement.query(named_params! { ":client": client })?;
    while let Some(row) = rows.next()? {
        found.entry(row.get("apart")?).or_default().push(LetIn {
            at: row.get("at")?,
            by: row.get("by")?,
            room_of: row.get("room_of")?,
            on_date: row.get("on_date")?,
            reason: Some(row.get("reason")?),
        });
    }
    Ok(found)
}

/// The groups on whose roster both of a pair stand, today or from a later date on.
fn both_in(view: &View<'_>, client: ClientId) -> Result<HashMap<ApartId, Vec<String>>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/both_in.sql"))?;
    let mut found: HashMap<ApartId, Vec<String>> = HashMap::new();
    let mut rows = statement.query(named_params! { ":client": client, ":today": view.today() })?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(found)
}

/// The names of those whom the person has a relation to, as that relation shows them: who reads somebody's chart, or
/// leads their group. Nobody else is in the answer. The lists are as long as the pairs of a room: one or two.
fn names(view: &View<'_>, clients: &[ClientId]) -> Result<HashMap<ClientId, ShownName>> {
    let related: Vec<ClientId> =
        clients.iter().copied().filter(|client| view.reach(Info::Notes, Verb::Read, *client).is_ok()).collect();
    let looker = Looker::of(view);
    let mut statement = view.sql.prepare_cached(include_str!("sql/names.sql"))?;
    let parameters = named_params! { ":clients": json_of(&related), ":me": view.actor.staff, ":today": view.today() };
    let rows = statement.query_map(parameters, |row: &Row<'_>| Ok((row.get("client")?, shown_in(row, looker)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who of `those` must not share a room with the client on some date from the first to the last, in words for this
/// person.
pub(crate) fn between(
    view: &View<'_>,
    client: ClientId,
    those: &[ClientId],
    span: (chrono::NaiveDate, chrono::NaiveDate),
) -> Result<Vec<Together>> {
    let pairs = store::between(view.sql, client, those, span)?;
    say(view, &pairs, "This group holds somebody this client must not share a room with.")
}

/// Who among those in one room must not share it on a date, in words for this person.
pub(crate) fn among(view: &View<'_>, those: &[ClientId], on: chrono::NaiveDate) -> Result<Vec<Together>> {
    let pairs = store::among(view.sql, those, on)?;
    say(view, &pairs, "Two people expected here must not sit in one room. Ask a director.")
}

/// Which pairs are among those of one room on a date: what [`super::ensure_among`] takes as shared already.
pub(crate) fn met(sql: &Connection, those: &[ClientId], on: chrono::NaiveDate) -> Result<Vec<ApartId>> {
    Ok(store::among(sql, those, on)?.iter().map(|pair| pair.id).collect())
}

fn say(view: &View<'_>, pairs: &[Pair], unnamed: &str) -> Result<Vec<Together>> {
    if pairs.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ClientId> = pairs.iter().flat_map(|pair| [pair.one, pair.other]).collect();
    let names = names(view, &ids)?;
    let mut said: Vec<Together> = Vec::new();
    for pair in pairs {
        let together = match (names.get(&pair.one), names.get(&pair.other)) {
            (Some(one), Some(other)) => Together {
                words: format!("{} and {} must not sit in one room: {}.", one.text, other.text, pair.reason.label()),
                one: Some(one.clone()),
                other: Some(other.clone()),
            },
            _ => Together { words: unnamed.into(), one: None, other: None },
        };
        // Unnamed pairs are said once: their number tells something too.
        if together.one.is_some() || said.iter().all(|earlier| earlier.one.is_some()) {
            said.push(together);
        }
    }
    Ok(said)
}
