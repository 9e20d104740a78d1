//! SQL of discharge summaries.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::ipc::SummaryFields;
use super::{DischargeSummaryId, SummaryState};
use crate::client::{ClientId, DischargeHow, EpisodeId};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::text::json;
use crate::kernel::{Moment, Refusal, Result};

/// A summary, as stored, with the name of its author.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub id: DischargeSummaryId,
    pub client: ClientId,
    pub episode: EpisodeId,
    pub state: SummaryState,
    pub fields: SummaryFields,
    pub author: StaffId,
    pub author_name: String,
    pub signed_at: Option<Moment>,
    pub voided: bool,
    pub rev: i64,
}

/// A stay that ended.
#[derive(Clone, Debug)]
pub(super) struct Stay {
    pub id: EpisodeId,
    pub number: i64,
    pub admitted_on: NaiveDate,
    pub discharged_on: Option<NaiveDate>,
    pub how: Option<DischargeHow>,
    pub how_label: String,
    pub reason: String,
}

fn stay_of(row: &Row<'_>) -> rusqlite::Result<(ClientId, Stay)> {
    let stay = Stay {
        id: row.get("id")?,
        number: row.get("number")?,
        admitted_on: row.get("admitted_on")?,
        discharged_on: row.get("discharged_on")?,
        how: row.get("discharge_how")?,
        how_label: row.get("label")?,
        reason: row.get("discharge_reason")?,
    };
    Ok((row.get("client")?, stay))
}

/// A stay with its client.
pub(super) fn stay(sql: &Connection, id: EpisodeId) -> Result<Option<(ClientId, Stay)>> {
    let mut statement = sql.prepare_cached(
        "select episode.id, episode.client, episode.number, episode.admitted_on, episode.discharged_on,
                episode.discharge_how, coalesce(discharge_how.label, '') as label, episode.discharge_reason
         from episode
         left join discharge_how on discharge_how.word = episode.discharge_how
         where episode.id = :id and episode.voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, stay_of).optional()?)
}

/// The stays of a client that ended, the newest first.
pub(super) fn ended(sql: &Connection, client: ClientId) -> Result<Vec<Stay>> {
    let mut statement = sql.prepare_cached(
        "select episode.id, episode.client, episode.number, episode.admitted_on, episode.discharged_on,
                episode.discharge_how, coalesce(discharge_how.label, '') as label, episode.discharge_reason
         from episode
         left join discharge_how on discharge_how.word = episode.discharge_how
         where episode.client = :client and episode.discharged_on is not null and episode.voided_at is null
         order by episode.number desc",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, stay_of)?;
    rows.map(|row| Ok(row?.1)).collect()
}

fn stored_of(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get("id")?,
        client: row.get("client")?,
        episode: row.get("episode")?,
        state: row.get("state")?,
        fields: json(&row.get::<_, String>("body")?)?,
        author: row.get("author")?,
        author_name: row.get("author_name")?,
        signed_at: row.get("signed_at")?,
        voided: row.get("voided")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn one(sql: &Connection, id: DischargeSummaryId) -> Result<Option<Stored>> {
    let mut statement = sql.prepare_cached(
        "select summary.id, summary.client, summary.episode, summary.state, summary.body, summary.author,
                staff.given_name || ' ' || staff.family_name as author_name, summary.signed_at,
                summary.voided_at is not null as voided, summary.rev
         from discharge_summary as summary
         join staff on staff.id = summary.author
         where summary.id = :id",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, stored_of).optional()?)
}

/// The summaries of a client that were not taken back.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Stored>> {
    Ok(rows_of(sql, client)?.into_iter().collect::<rusqlite::Result<_>>()?)
}

/// The same, each as far as it can be read.
pub(super) fn rows_of(sql: &Connection, client: ClientId) -> Result<Vec<rusqlite::Result<Stored>>> {
    let mut statement = sql.prepare_cached(
        "select summary.id, summary.client, summary.episode, summary.state, summary.body, summary.author,
                staff.given_name || ' ' || staff.family_name as author_name, summary.signed_at,
                summary.voided_at is not null as voided, summary.rev
         from discharge_summary as summary
         join staff on staff.id = summary.author
         where summary.client = :client and summary.voided_at is null",
    )?;
    Ok(statement.query_map(named_params! { ":client": client }, stored_of)?.collect())
}

/// The goals of the plan that held in a stay, in their order: of its newest signed version.
pub(super) fn goals(sql: &Connection, episode: EpisodeId) -> Result<Vec<String>> {
    let mut statement = sql.prepare_cached(
        "select goal.words
         from problem
         join goal on goal.problem = problem.id and goal.voided_at is null
         where problem.voided_at is null and problem.plan = (
           select plan.id
           from plan
           where plan.episode = :episode and plan.state <> 'draft' and plan.voided_at is null
           order by plan.version desc
           limit 1
         )
         order by problem.position, problem.id, goal.position, goal.id",
    )?;
    let rows = statement.query_map(named_params! { ":episode": episode }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn body_of(fields: &SummaryFields) -> Result<String> {
    serde_json::to_string(fields).map_err(|_| Refusal::internal("discharge summary"))
}

pub(super) fn insert(tx: &Tx<'_, '_>, stored: &Stored) -> Result<()> {
    tx.write(
        "insert into discharge_summary (id, client, episode, state, body, author, rev, at, device, by_staff)
         values (:id, :client, :episode, :state, :body, :author, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": stored.id,
            ":client": stored.client,
            ":episode": stored.episode,
            ":state": stored.state,
            ":body": body_of(&stored.fields)?,
            ":author": stored.author,
        },
    )
}

/// Writes the summary as its next revision.
pub(super) fn update(tx: &Tx<'_, '_>, stored: &Stored) -> Result<()> {
    tx.write(
        "update discharge_summary
         set state = :state, body = :body, author = :author, signed_at = :signed_at, voided_at = :voided_at, rev = rev + 1, at = :at,
             device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": stored.id,
            ":rev": stored.rev,
            ":state": stored.state,
            ":body": body_of(&stored.fields)?,
            ":author": stored.author,
            ":signed_at": stored.signed_at,
            ":voided_at": stored.voided.then(|| tx.now()),
        },
    )
}
