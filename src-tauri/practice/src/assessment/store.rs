//! SQL of assessments.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};
use serde::{Deserialize, Serialize};

use super::ipc::{AssessmentFields, AssessmentText, Rating};
use super::{AssessmentId, AssessmentState};
use crate::client::{ClientId, EpisodeId};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::text::json;
use crate::kernel::{Moment, Refusal, Result};

/// A version, as stored, with the name of its author.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub id: AssessmentId,
    pub client: ClientId,
    pub episode: Option<EpisodeId>,
    pub version: i64,
    pub state: AssessmentState,
    pub fields: AssessmentFields,
    pub author: StaffId,
    pub author_name: String,
    pub signed_at: Option<Moment>,
    pub voided: bool,
    pub rev: i64,
}

/// What stands in the column `body`.
#[derive(Deserialize, Serialize)]
struct Body {
    sections: Vec<AssessmentText>,
    ratings: Vec<Rating>,
    problems: Vec<String>,
}

const COLUMNS: &str = include_str!("sql/of_client.sql");
const ONE: &str = include_str!("sql/one.sql");

fn stored_of(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let body: Body = json(&row.get::<_, String>("body")?)?;
    let assessed_on: NaiveDate = row.get("assessed_on")?;
    Ok(Stored {
        id: row.get("id")?,
        client: row.get("client")?,
        episode: row.get("episode")?,
        version: row.get("version")?,
        state: row.get("state")?,
        fields: AssessmentFields {
            edition: row.get("edition")?,
            assessed_on,
            sections: body.sections,
            ratings: body.ratings,
            indicated: row.get("indicated")?,
            given: row.get("given")?,
            difference: row.get("difference")?,
            difference_words: row.get("difference_words")?,
            problems: body.problems,
        },
        author: row.get("author")?,
        author_name: row.get("author_name")?,
        signed_at: row.get("signed_at")?,
        voided: row.get("voided")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn one(sql: &Connection, id: AssessmentId) -> Result<Option<Stored>> {
    let mut statement = sql.prepare_cached(ONE)?;
    Ok(statement.query_row(named_params! { ":id": id }, stored_of).optional()?)
}

/// Every version of a client that was not taken back, the newest first.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Stored>> {
    Ok(rows_of(sql, client)?.into_iter().collect::<rusqlite::Result<_>>()?)
}

/// The same, each as far as it can be read.
pub(super) fn rows_of(sql: &Connection, client: ClientId) -> Result<Vec<rusqlite::Result<Stored>>> {
    let mut statement = sql.prepare_cached(COLUMNS)?;
    Ok(statement.query_map(named_params! { ":client": client }, stored_of)?.collect())
}

/// The stay that is open now.
pub(super) fn open_episode(sql: &Connection, client: ClientId) -> Result<Option<EpisodeId>> {
    let mut statement = sql.prepare_cached(
        "select id from episode where client = :client and discharged_on is null and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":client": client }, |row| row.get(0)).optional()?)
}

fn body_of(fields: &AssessmentFields) -> Result<String> {
    let body = Body {
        sections: fields.sections.clone(),
        ratings: fields.ratings.clone(),
        problems: fields.problems.clone(),
    };
    serde_json::to_string(&body).map_err(|_| Refusal::internal("assessment"))
}

pub(super) fn insert(tx: &Tx<'_, '_>, stored: &Stored) -> Result<()> {
    put(
        tx,
        stored,
        "insert into assessment
           (id, client, episode, version, state, edition, assessed_on, indicated, given, difference, difference_words,
            body, author, rev, at, device, by_staff)
         values
           (:id, :client, :episode, :version, :state, :edition, :assessed_on, :indicated, :given, :difference,
            :difference_words, :body, :author, 1, :at, :device, :by_staff)",
        named_params! { ":client": stored.client, ":version": stored.version },
    )
}

/// Writes the version as its next revision.
pub(super) fn update(tx: &Tx<'_, '_>, stored: &Stored) -> Result<()> {
    put(
        tx,
        stored,
        "update assessment
         set episode = :episode, state = :state, edition = :edition, assessed_on = :assessed_on, indicated = :indicated,
             given = :given, difference = :difference, difference_words = :difference_words, body = :body,
             author = :author, signed_at = :signed_at, voided_at = :voided_at, rev = rev + 1, at = :at, device = :device,
             by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":rev": stored.rev,
            ":signed_at": stored.signed_at,
            ":voided_at": stored.voided.then(|| tx.now()),
        },
    )
}

/// Runs a statement with what both a new row and its next revision say, and what it names besides.
fn put(tx: &Tx<'_, '_>, stored: &Stored, sql: &str, own: &[(&str, &dyn ToSql)]) -> Result<()> {
    let fields = &stored.fields;
    let shared = named_params! {
        ":id": stored.id,
        ":episode": stored.episode,
        ":state": stored.state,
        ":edition": fields.edition,
        ":assessed_on": fields.assessed_on,
        ":indicated": fields.indicated,
        ":given": fields.given,
        ":difference": fields.difference,
        ":difference_words": fields.difference_words,
        ":body": body_of(fields)?,
        ":author": stored.author,
    };
    tx.write(sql, &[shared, own].concat())
}
