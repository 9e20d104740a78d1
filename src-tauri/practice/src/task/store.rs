//! SQL of tasks.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};

use super::TaskId;
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// A task, as stored.
#[derive(Clone, Debug)]
pub(super) struct Task {
    pub id: TaskId,
    pub what: String,
    pub client: Option<ClientId>,
    pub owner: StaffId,
    pub offered: Option<StaffId>,
    pub offer_words: String,
    pub due_on: Option<NaiveDate>,
    pub done_at: Option<Moment>,
    pub voided_at: Option<Moment>,
    pub rev: i64,
}

/// A task, also one that was taken away.
pub(super) fn task(sql: &Connection, id: TaskId) -> Result<Option<Task>> {
    let mut statement = sql.prepare_cached(
        "select id, what, client, owner, offered, offer_words, due_on, done_at, voided_at, rev
         from task
         where id = :id",
    )?;
    Ok(statement
        .query_row(named_params! { ":id": id }, |row| {
            Ok(Task {
                id: row.get("id")?,
                what: row.get("what")?,
                client: row.get("client")?,
                owner: row.get("owner")?,
                offered: row.get("offered")?,
                offer_words: row.get("offer_words")?,
                due_on: row.get("due_on")?,
                done_at: row.get("done_at")?,
                voided_at: row.get("voided_at")?,
                rev: row.get("rev")?,
            })
        })
        .optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, task: &Task) -> Result<()> {
    tx.write(
        "insert into task (id, what, client, owner, offered, offer_words, due_on, rev, at, device, by_staff)
         values (:id, :what, :client, :owner, :offered, :offer_words, :due_on, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": task.id,
            ":what": task.what,
            ":client": task.client,
            ":owner": task.owner,
            ":offered": task.offered,
            ":offer_words": task.offer_words,
            ":due_on": task.due_on,
        },
    )
}

/// Writes the task as its next revision.
pub(super) fn update(tx: &Tx<'_, '_>, task: &Task) -> Result<()> {
    tx.write(
        "update task
         set what = :what, client = :client, owner = :owner, offered = :offered, offer_words = :offer_words, due_on = :due_on,
             done_at = :done_at, done_by = iif(:done_at is null, null, :by_staff), voided_at = :voided_at,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": task.id,
            ":rev": task.rev,
            ":what": task.what,
            ":client": task.client,
            ":owner": task.owner,
            ":offered": task.offered,
            ":offer_words": task.offer_words,
            ":due_on": task.due_on,
            ":done_at": task.done_at,
            ":voided_at": task.voided_at,
        },
    )
}
