//! What is known of all active clients at once: one statement for each kind of fact, none per client.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::ipc::{Counselor, LastTestAnswer};
use crate::client::ClientId;
use crate::client::reach::Scope;
use crate::consent::Consented;
use crate::drug_test::class;
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Result, View};

/// A client with what stands in one row of one statement.
pub(super) struct ClientFacts {
    pub client: ClientId,
    pub number: i64,
    pub family_name: String,
    pub given_name: String,
    pub profession: String,
    pub restricted: bool,
    pub admitted_on: NaiveDate,
    pub track: String,
    /// What was agreed for this stay, where it differs from what the level asks for.
    pub weekly_hours: Option<i64>,
    /// Days without a test before a flag, where this stay has its own.
    pub test_interval_days: Option<i64>,
    pub level: Option<String>,
    pub counselor: Option<StaffId>,
    pub has_plan: bool,
    pub plan_due: Option<NaiveDate>,
    pub last_test: Option<LastTestAnswer>,
    pub last_collected_on: Option<NaiveDate>,
}

/// Every client with an open stay in the scope.
pub(super) fn clients(view: &View<'_>, scope: Scope) -> Result<Vec<ClientFacts>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/clients.sql"))?;
    let parameters = named_params! {
        ":me": view.actor.staff, ":now": view.now, ":today": view.today(),
        ":everyone": scope.everyone, ":related": scope.related, ":named": scope.named,
    };
    let rows = statement.query_map(parameters, client_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn client_of(row: &Row<'_>) -> rusqlite::Result<ClientFacts> {
    Ok(ClientFacts {
        client: row.get("id")?,
        number: row.get("number")?,
        family_name: row.get("family_name")?,
        given_name: row.get("given_name")?,
        profession: row.get("profession")?,
        restricted: row.get("restricted")?,
        admitted_on: row.get("admitted_on")?,
        track: row.get("track")?,
        weekly_hours: row.get("weekly_hours")?,
        test_interval_days: row.get("test_interval_days")?,
        level: row.get("level")?,
        counselor: row.get("counselor")?,
        has_plan: row.get("has_plan")?,
        plan_due: row.get("review_due_on")?,
        last_test: test_of(row)?,
        last_collected_on: row.get("collected_on")?,
    })
}

fn test_of(row: &Row<'_>) -> rusqlite::Result<Option<LastTestAnswer>> {
    let Some(id) = row.get("test")? else { return Ok(None) };
    Ok(Some(LastTestAnswer {
        id,
        on: row.get("test_on")?,
        class: class(row.get("test_state")?, row.get("test_outcome")?, row.get("test_interpretation")?),
        imported: row.get("test_imported")?,
    }))
}

/// Everybody on the staff as a narrow column names them: by family name, and by both where two share it.
pub(super) fn counselors(sql: &Connection) -> Result<HashMap<StaffId, Counselor>> {
    let mut statement = sql.prepare_cached(
        "select id,
                case when count(*) over (partition by family_name) > 1 then family_name || ', ' || given_name
                     else family_name end as name
         from staff",
    )?;
    let rows = statement.query_map([], |row| {
        let id: StaffId = row.get("id")?;
        Ok((id, Counselor { id, name: row.get("name")? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many active clients have a restricted chart that is not among those shown.
pub(super) fn restricted_in_all(sql: &Connection) -> Result<i64> {
    let mut statement = sql.prepare_cached(
        "select count(*)
         from episode
         join client on client.id = episode.client and client.restricted = 1 and client.voided_at is null
         where episode.discharged_on is null and episode.voided_at is null",
    )?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Sessions of a client in a span of dates.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Sessions {
    pub attended: i64,
    pub recorded: i64,
    pub excused: i64,
}

/// Recorded sessions by client from a date up to but without another, of everybody or of some.
pub(super) fn sessions(
    sql: &Connection,
    some: Option<&str>,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<HashMap<ClientId, Sessions>> {
    let mut statement = sql.prepare_cached(match some {
        None => include_str!("sql/sessions_of_all.sql"),
        Some(_) => include_str!("sql/sessions_of_some.sql"),
    })?;
    let dates = named_params! { ":from": from, ":until": until };
    let mut rows = match some {
        None => statement.query(dates)?,
        Some(clients) => statement.query(named_params! { ":from": from, ":until": until, ":clients": clients })?,
    };
    let mut found = HashMap::new();
    while let Some(row) = rows.next()? {
        let sessions = Sessions { attended: row.get(1)?, recorded: row.get(2)?, excused: row.get(3)? };
        found.insert(row.get(0)?, sessions);
    }
    Ok(found)
}

/// Notes that nobody has signed, by client.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Unsigned {
    pub all: i64,
    pub overdue: i64,
    pub returned: i64,
}

/// Open notes of everybody; there are few at any time, and an index of their own holds them: its condition is repeated word for word, or all notes
/// would be read. Overdue ones belong to a session that ended before `due_before`.
pub(super) fn unsigned(sql: &Connection, due_before: Moment) -> Result<HashMap<ClientId, Unsigned>> {
    let mut statement = sql.prepare_cached(
        "select client, count(*),
                sum(state = 'draft' and coalesce(ended_at, service_at) < :due_before), sum(state = 'returned')
         from note indexed by note_open
         where state in ('draft', 'returned', 'awaiting_cosign') and state <> 'awaiting_cosign' and voided_at is null
         group by client",
    )?;
    let rows = statement.query_map(named_params! { ":due_before": due_before }, |row| {
        Ok((row.get(0)?, Unsigned { all: row.get(1)?, overdue: row.get(2)?, returned: row.get(3)? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Overdue notes by the author who owes them. See [`unsigned`].
pub(super) fn overdue_by_author(sql: &Connection, due_before: Moment) -> Result<HashMap<StaffId, i64>> {
    let mut statement = sql.prepare_cached(
        "select author, count(*)
         from note indexed by note_open
         where state in ('draft', 'returned', 'awaiting_cosign') and state = 'draft' and voided_at is null
           and coalesce(ended_at, service_at) < :due_before
         group by author",
    )?;
    let rows =
        statement.query_map(named_params! { ":due_before": due_before }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Consents by client, of these clients.
pub(super) fn consents(sql: &Connection, clients: &str) -> Result<HashMap<ClientId, Vec<Consented>>> {
    let mut statement = sql.prepare_cached(
        "select consent.client, consent.kind, consent.recipient, consent.expires_on,
                consent.revoked_on is not null as revoked, consent.evidence
         from json_each(:clients) one
         cross join consent on consent.client = unhex(one.value) and consent.voided_at is null",
    )?;
    let mut rows = statement.query(named_params! { ":clients": clients })?;
    let mut found: HashMap<ClientId, Vec<Consented>> = HashMap::new();
    while let Some(row) = rows.next()? {
        // By place, not by name: there are several for each client.
        found.entry(row.get(0)?).or_default().push(Consented {
            kind: row.get(1)?,
            recipient: row.get(2)?,
            expires_on: row.get(3)?,
            revoked: row.get(4)?,
            evidence: row.get(5)?,
        });
    }
    Ok(found)
}
