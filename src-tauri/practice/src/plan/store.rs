//! SQL of the versions of a plan.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{PlanId, PlanState};
use crate::client::{ClientId, EpisodeId};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// A version, as stored, with the names of its people.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub id: PlanId,
    pub client: ClientId,
    pub episode: EpisodeId,
    pub version: i64,
    pub state: PlanState,
    pub effective_on: NaiveDate,
    pub review_due_on: Option<NaiveDate>,
    pub author: StaffId,
    pub author_name: String,
    pub signed_at: Option<Moment>,
    pub approved_by: Option<StaffId>,
    pub approved_name: Option<String>,
    pub approved_at: Option<Moment>,
    pub returned_by: Option<StaffId>,
    pub returned_name: Option<String>,
    pub returned_at: Option<Moment>,
    pub return_comment: String,
    pub imported: bool,
    pub voided: bool,
    pub rev: i64,
}

fn version_of(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: row.get("id")?,
        client: row.get("client")?,
        episode: row.get("episode")?,
        version: row.get("version")?,
        state: row.get("state")?,
        effective_on: row.get("effective_on")?,
        review_due_on: row.get("review_due_on")?,
        author: row.get("author")?,
        author_name: row.get("author_name")?,
        signed_at: row.get("signed_at")?,
        approved_by: row.get("approved_by")?,
        approved_name: row.get("approved_name")?,
        approved_at: row.get("approved_at")?,
        returned_by: row.get("returned_by")?,
        returned_name: row.get("returned_name")?,
        returned_at: row.get("returned_at")?,
        return_comment: row.get("return_comment")?,
        imported: row.get("imported")?,
        voided: row.get("voided")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn version(sql: &Connection, id: PlanId) -> Result<Option<Version>> {
    let mut statement = sql.prepare_cached(include_str!("sql/version.sql"))?;
    Ok(statement.query_row(named_params! { ":id": id }, version_of).optional()?)
}

/// Every version of a client's plan that was not taken back, the newest first.
pub(super) fn versions(sql: &Connection, client: ClientId) -> Result<Vec<Version>> {
    Ok(rows_of(sql, client)?.into_iter().collect::<rusqlite::Result<_>>()?)
}

/// The same, each as far as it can be read.
pub(super) fn rows_of(sql: &Connection, client: ClientId) -> Result<Vec<rusqlite::Result<Version>>> {
    let mut statement = sql.prepare_cached(include_str!("sql/versions.sql"))?;
    Ok(statement.query_map(named_params! { ":client": client }, version_of)?.collect())
}

/// The stay that is open now.
pub(super) fn open_episode(sql: &Connection, client: ClientId) -> Result<Option<EpisodeId>> {
    let mut statement = sql.prepare_cached(
        "select id from episode where client = :client and discharged_on is null and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":client": client }, |row| row.get(0)).optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, version: &Version) -> Result<()> {
    tx.write(
        "insert into plan
           (id, client, episode, version, state, effective_on, author, rev, at, device, by_staff)
         values
           (:id, :client, :episode, :version, :state, :effective_on, :author, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": version.id,
            ":client": version.client,
            ":episode": version.episode,
            ":version": version.version,
            ":state": version.state,
            ":effective_on": version.effective_on,
            ":author": version.author,
        },
    )
}

/// Writes the version's fields as the next revision.
pub(super) fn update(tx: &Tx<'_, '_>, version: &Version) -> Result<()> {
    tx.write(
        "update plan
         set state = :state, effective_on = :effective_on, review_due_on = :review_due_on, author = :author,
             signed_at = :signed_at, approved_by = :approved_by, approved_at = :approved_at,
             returned_by = :returned_by, returned_at = :returned_at, return_comment = :return_comment,
             voided_at = :voided_at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": version.id,
            ":rev": version.rev,
            ":state": version.state,
            ":effective_on": version.effective_on,
            ":review_due_on": version.review_due_on,
            ":author": version.author,
            ":signed_at": version.signed_at,
            ":approved_by": version.approved_by,
            ":approved_at": version.approved_at,
            ":returned_by": version.returned_by,
            ":returned_at": version.returned_at,
            ":return_comment": version.return_comment,
            ":voided_at": version.voided.then(|| tx.now()),
        },
    )
}
