//! The list of clients: filtered, sorted by any column, a page at a time.

use rusqlite::{Row, ToSql, named_params};
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

/// Everybody listed, in the order of the index of names.
const BY_NAME: &str =
    concat!("select client.id ", include_str!("sql/listed.sql"), " order by client.folded limit :limit offset :skip");
const BY_NAME_DOWN: &str = concat!(
    "select client.id ",
    include_str!("sql/listed.sql"),
    " order by client.folded desc limit :limit offset :skip"
);
/// Everybody listed, by another column; who has nothing there comes last both ways.
const BY_KEY: &str = concat!(
    "select id from (",
    include_str!("sql/list_key.sql"),
    include_str!("sql/listed.sql"),
    ") order by key is null, case when not :descending then key end, case when :descending then key end desc, folded
     limit :limit offset :skip"
);
const COUNT: &str = concat!("select count(*) ", include_str!("sql/listed.sql"));

/// A page of the clients whom the person reaches: which clients, how many in all, then the lines of the page.
pub(super) fn list(view: &View<'_>, request: ListClients) -> Result<ClientPage> {
    let Ok(scope) = Scope::of(view.actor, Info::Identity, Verb::Read) else { return in_the_room(view, &request) };
    let mine = json_of(&reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?);
    let words = folded::words(&request.text);
    let word = |index: usize| words.get(index).map_or("", String::as_str).to_owned();
    let (w1, w2, w3, w4) = (word(0), word(1), word(2), word(3));
    let listed: [(&str, &dyn ToSql); 7] = [
        (":everyone", &scope.everyone),
        (":mine", &mine),
        (":which", &request.which),
        (":w1", &w1),
        (":w2", &w2),
        (":w3", &w3),
        (":w4", &w4),
    ];
    let total = view.sql.prepare_cached(COUNT)?.query_row(&listed[..], |row| row.get(0))?;
    let (skip, limit) = (request.skip.max(0), request.limit.clamp(1, MOST));
    let mut page = listed.to_vec();
    page.extend([(":skip", &skip as &dyn ToSql), (":limit", &limit)]);
    let statement = match (request.sort, request.descending) {
        (ClientColumn::Name, false) => BY_NAME,
        (ClientColumn::Name, true) => BY_NAME_DOWN,
        _ => {
            page.extend([(":sort", &request.sort as &dyn ToSql), (":descending", &request.descending)]);
            BY_KEY
        }
    };
    let ids: Vec<ClientId> = view
        .sql
        .prepare_cached(statement)?
        .query_map(page.as_slice(), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ClientPage { rows: lines(view, &ids)?, total, room_names: false })
}

/// The clients' lines, in the order of the ids.
fn lines(view: &View<'_>, ids: &[ClientId]) -> Result<Vec<ClientRow>> {
    let today = view.today();
    let mut statement = view.sql.prepare_cached(
        "select line.id, line.number, line.family_name, line.given_name, line.preferred_name, line.profession,
                line.restricted, line.level, line.counselor, line.admitted_on, line.discharged_on
         from json_each(:ids) as listed
         join client_line as line on line.id = unhex(listed.value)
         order by listed.key",
    )?;
    let rows = statement.query_map(named_params! { ":ids": json_of(ids) }, |row| row_of(row, today))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
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
