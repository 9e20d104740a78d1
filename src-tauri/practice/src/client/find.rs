//! Type-ahead: any part of any name, or the number. Shows whom the person may open, and nobody else.
//!
//! A name is looked for in a narrow index that holds nothing but folded names: every part of it can be typed, and it is
//! read whole in a few milliseconds at 16,000 clients. A trigram index would need three letters first.

use std::collections::HashSet;

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::reach::{self, Scope};
use super::sight::{ClientState, Seen, Standing};
use super::{ClientId, Level, folded, number_words, room_name};
use crate::kernel::{Actor, Info, Result, Verb, View};

/// As many as fit a list under the keyboard.
const MOST: usize = 20;
/// As many charts as anybody goes back and forth between.
const RECENT: usize = 8;

/// The request of `client.find`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindClients {
    /// As typed; with nothing typed, the charts this person opened last are found.
    pub text: String,
}

/// Somebody found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FoundClient {
    pub id: ClientId,
    /// "C-0412".
    pub number: String,
    /// As this person may see it: "Beaumont, Caroline (Cari)" or "Caroline B.".
    pub name: String,
    pub seen: Seen,
    pub state: ClientState,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub level: Option<Level>,
    /// What tells two people of one name apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub born_on: Option<chrono::NaiveDate>,
    pub profession: String,
}

/// A row of the statements of this file.
struct Hit {
    found: FoundClient,
    given: String,
    preferred: String,
    family: String,
    /// On the care team, or not restricted.
    open: bool,
}

/// Finds clients by what was typed.
pub(super) fn find(view: &View<'_>, request: FindClients) -> Result<Vec<FoundClient>> {
    let words = folded::words(&request.text);
    let whole = Scope::of(view.actor, Info::Identity, Verb::Read).ok();
    if words.is_empty() {
        return recent(view, whole);
    }
    let mut hits = match whole {
        Some(scope) if scope.everyone => everybody(view, &words)?,
        Some(scope) => within(view, scope, &words)?,
        None => Vec::new(),
    };
    let known: HashSet<ClientId> = hits.iter().map(|found| found.id).collect();
    let room = in_the_room(view, &words)?;
    hits.extend(room.into_iter().filter(|found| !known.contains(&found.id)));
    hits.truncate(MOST);
    Ok(hits)
}

fn everybody(view: &View<'_>, words: &[String]) -> Result<Vec<FoundClient>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/find_everyone.sql"))?;
    let word = |index: usize| words.get(index).map_or("", String::as_str);
    let parameters = named_params! {
        ":w1": word(0), ":w2": word(1), ":w3": word(2), ":w4": word(3), ":number": number_of(words),
        ":me": view.actor.staff, ":today": view.today(), ":most": i64::try_from(MOST).unwrap_or(20),
    };
    let rows = statement.query_map(parameters, hit_of)?;
    Ok(rows.collect::<rusqlite::Result<Vec<Hit>>>()?.into_iter().map(|hit| hit.found).collect())
}

fn within(view: &View<'_>, scope: Scope, words: &[String]) -> Result<Vec<FoundClient>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/find_within.sql"))?;
    let word = |index: usize| words.get(index).map_or("", String::as_str);
    let mine = json_of(&reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?);
    let parameters = named_params! {
        ":w1": word(0), ":w2": word(1), ":w3": word(2), ":w4": word(3), ":number": number_of(words),
        ":mine": mine, ":most": i64::try_from(MOST).unwrap_or(20),
    };
    let rows = statement.query_map(parameters, hit_of)?;
    Ok(rows.collect::<rusqlite::Result<Vec<Hit>>>()?.into_iter().map(|hit| hit.found).collect())
}

/// Clients of the groups a facilitator leads, by the name that is said in the room: to find somebody by the rest of a
/// family name would tell it.
fn in_the_room(view: &View<'_>, words: &[String]) -> Result<Vec<FoundClient>> {
    let named = room_scope(view.actor).map(|scope| in_scope(view, scope)).transpose()?.unwrap_or_default();
    let mut found: Vec<FoundClient> = named
        .into_iter()
        .filter(|hit| {
            let first = if hit.preferred.is_empty() { &hit.given } else { &hit.preferred };
            let said = folded::folded_name(&room_name("", first, &hit.family));
            words.iter().all(|word| said.contains(&format!(" {word}")))
        })
        .map(|hit| FoundClient {
            name: room_name(&hit.preferred, &hit.given, &hit.family),
            seen: Seen::Room,
            born_on: None,
            profession: String::new(),
            ..hit.found
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// The groups' side of a facilitator's scope.
pub(super) fn room_scope(actor: &Actor) -> Option<Scope> {
    Scope::of(actor, Info::Identity, Verb::Glimpse).ok().filter(|scope| scope.facilitated)
}

fn in_scope(view: &View<'_>, scope: Scope) -> Result<Vec<Hit>> {
    let ids = reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/found.sql"))?;
    let rows = statement.query_map(named_params! { ":ids": json_of(&ids) }, hit_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The charts this person opened last and may still open.
fn recent(view: &View<'_>, whole: Option<Scope>) -> Result<Vec<FoundClient>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/recent.sql"))?;
    let parameters = named_params! { ":me": view.actor.staff, ":today": view.today() };
    let hits: Vec<Hit> = statement.query_map(parameters, hit_of)?.collect::<rusqlite::Result<_>>()?;
    let Some(scope) = whole else { return Ok(Vec::new()) };
    let mine: HashSet<ClientId> = if scope.everyone {
        hits.iter().filter(|hit| hit.open).map(|hit| hit.found.id).collect()
    } else {
        reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?.into_iter().collect()
    };
    Ok(hits.into_iter().map(|hit| hit.found).filter(|found| mine.contains(&found.id)).take(RECENT).collect())
}

/// Ids as hexadecimal text in a JSON array: one parameter, however many.
pub(crate) fn json_of(ids: &[ClientId]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| crate::kernel::history::hex(id.0.as_bytes())).collect();
    serde_json::json!(ids).to_string()
}

/// A number that was typed alone, as it ends a folded name: whoever bears it comes first.
fn number_of(words: &[String]) -> String {
    match words {
        [word] => word.parse::<i64>().map_or(String::new(), |number| format!(" {number:04}")),
        _ => String::new(),
    }
}

fn hit_of(row: &Row<'_>) -> rusqlite::Result<Hit> {
    let (family, given): (String, String) = (row.get("family_name")?, row.get("given_name")?);
    let preferred: String = row.get("preferred_name")?;
    let standing = Standing {
        admitted_on: row.get("admitted_on")?,
        discharged_on: row.get("discharged_on")?,
        level: row.get("level")?,
    };
    let name = if preferred.is_empty() || preferred == given {
        format!("{family}, {given}")
    } else {
        format!("{family}, {given} ({preferred})")
    };
    let found = FoundClient {
        id: row.get("id")?,
        number: number_words(row.get("number")?),
        name,
        seen: Seen::Whole,
        state: standing.word(),
        level: standing.level.filter(|_| standing.word() == ClientState::Active),
        born_on: row.get("born_on")?,
        profession: row.get("profession")?,
    };
    Ok(Hit { found, given, preferred, family, open: row.get("open")? })
}
