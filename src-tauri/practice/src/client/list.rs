//! The list of clients: filtered, sorted by any column, a page at a time.

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::find::{json_of, room_scope};
use super::reach::{self, Scope};
use super::sight::{ClientState, Standing, week_of};
use super::{ClientId, Level, folded, number_words, room_name};
use crate::kernel::{Info, Result, Verb, View};

/// The most rows of one page.
const MOST: i64 = 500;

crate::words! {
    /// Which clients a list shows.
    pub enum WhichClients {
        Active = "active",
        Inquiry = "inquiry",
        Discharged = "discharged",
        All = "all",
    }
}

crate::words! {
    /// The column a list is sorted by.
    pub enum ClientColumn {
        Name = "name",
        Number = "number",
        Profession = "profession",
        Level = "level",
        Counselor = "counselor",
        Admitted = "admitted",
    }
}

/// The request of `client.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListClients {
    pub which: WhichClients,
    pub sort: ClientColumn,
    pub descending: bool,
    /// Part of a name or a number; empty for everybody.
    pub text: String,
    /// How many rows were shown before.
    pub skip: i64,
    pub limit: i64,
}

/// A client in one line.
#[derive(Debug, Serialize, TS)]
pub struct ClientRow {
    pub id: ClientId,
    pub number: String,
    pub family_name: String,
    pub given_name: String,
    pub preferred_name: String,
    pub profession: String,
    pub state: ClientState,
    pub restricted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub level: Option<Level>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub counselor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub admitted_on: Option<chrono::NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub discharged_on: Option<chrono::NaiveDate>,
    /// The program week of an open stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub week: Option<i64>,
}

/// A page of the list.
#[derive(Debug, Serialize, TS)]
pub struct ClientPage {
    pub rows: Vec<ClientRow>,
    /// How many there are in all.
    pub total: i64,
    /// The person leads groups and sees first names and initials only.
    pub room_names: bool,
}

/// A page of the clients whom the person reaches.
pub(super) fn list(view: &View<'_>, request: ListClients) -> Result<ClientPage> {
    let Ok(scope) = Scope::of(view.actor, Info::Identity, Verb::Read) else { return in_the_room(view, &request) };
    let words = folded::words(&request.text);
    let word = |index: usize| words.get(index).map_or("", String::as_str);
    let mine = json_of(&reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?);
    let mut statement = view.sql.prepare_cached(include_str!("sql/list.sql"))?;
    let parameters = named_params! {
        ":everyone": scope.everyone, ":mine": mine, ":which": request.which, ":sort": request.sort,
        ":descending": request.descending, ":w1": word(0), ":w2": word(1), ":w3": word(2), ":w4": word(3),
        ":skip": request.skip.max(0), ":limit": request.limit.clamp(1, MOST),
    };
    let today = view.today();
    let rows = statement.query_map(parameters, |row| Ok((row.get::<_, i64>("total")?, row_of(row, today)?)))?;
    let mut page = ClientPage { rows: Vec::new(), total: 0, room_names: false };
    for row in rows {
        let (total, row) = row?;
        page.total = total;
        page.rows.push(row);
    }
    Ok(page)
}

fn row_of(row: &Row<'_>, today: chrono::NaiveDate) -> rusqlite::Result<ClientRow> {
    let standing = Standing {
        admitted_on: row.get("admitted_on")?,
        discharged_on: row.get("discharged_on")?,
        level: row.get("level")?,
    };
    Ok(ClientRow {
        id: row.get("id")?,
        number: number_words(row.get("number")?),
        family_name: row.get("family_name")?,
        given_name: row.get("given_name")?,
        preferred_name: row.get("preferred_name")?,
        profession: row.get("profession")?,
        state: standing.word(),
        restricted: row.get("restricted")?,
        level: standing.level,
        counselor: row.get("counselor")?,
        admitted_on: standing.admitted_on,
        discharged_on: standing.discharged_on,
        week: standing.admitted_on.filter(|_| standing.discharged_on.is_none()).map(|on| week_of(on, today)),
    })
}

/// What a facilitator sees: who is in the groups, as they are called there.
fn in_the_room(view: &View<'_>, request: &ListClients) -> Result<ClientPage> {
    let scope = room_scope(view.actor).ok_or_else(crate::kernel::Refusal::not_permitted)?;
    let ids = json_of(&reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?);
    let mut statement = view.sql.prepare_cached(include_str!("sql/found.sql"))?;
    let rows = statement.query_map(named_params! { ":ids": ids }, |row| {
        let (given, family): (String, String) = (row.get("given_name")?, row.get("family_name")?);
        Ok(ClientRow {
            id: row.get("id")?,
            number: number_words(row.get("number")?),
            given_name: room_name(&row.get::<_, String>("preferred_name")?, &given, &family),
            family_name: String::new(),
            preferred_name: String::new(),
            profession: String::new(),
            state: ClientState::Active,
            restricted: false,
            level: None,
            counselor: None,
            admitted_on: None,
            discharged_on: None,
            week: None,
        })
    })?;
    let words = folded::words(&request.text);
    let mut rows: Vec<ClientRow> = rows.collect::<rusqlite::Result<_>>()?;
    rows.retain(|row| {
        let said = folded::folded_name(&row.given_name);
        words.iter().all(|word| said.contains(&format!(" {word}")))
    });
    rows.sort_by(|a, b| a.given_name.cmp(&b.given_name));
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    Ok(ClientPage { rows, total, room_names: true })
}
