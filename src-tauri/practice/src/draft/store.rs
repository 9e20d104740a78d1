//! SQL of drafts.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::DraftId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// A draft, as stored.
pub(super) struct Draft {
    pub id: DraftId,
    pub form: String,
    pub subject: String,
    pub label: String,
    pub body: String,
    pub typed: bool,
    pub noted_at: Moment,
    pub at: Moment,
    pub rev: i64,
}

pub(super) fn open(sql: &Connection, staff: StaffId, form: &str, subject: &str) -> Result<Option<Draft>> {
    let mut statement = sql.prepare_cached(
        "select id, form, subject, label, body, typed, noted_at, at, rev
         from draft
         where staff = :staff and form = :form and subject = :subject and closed_at is null",
    )?;
    let parameters = named_params! { ":staff": staff, ":form": form, ":subject": subject };
    Ok(statement.query_row(parameters, draft_of).optional()?)
}

pub(super) fn all_open(sql: &Connection, staff: StaffId) -> Result<Vec<Draft>> {
    let mut statement = sql.prepare_cached(
        "select id, form, subject, label, body, typed, noted_at, at, rev
         from draft
         where staff = :staff and closed_at is null
         order by at desc",
    )?;
    let rows = statement.query_map(named_params! { ":staff": staff }, draft_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn draft_of(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: row.get("id")?,
        form: row.get("form")?,
        subject: row.get("subject")?,
        label: row.get("label")?,
        body: row.get("body")?,
        typed: row.get("typed")?,
        noted_at: row.get("noted_at")?,
        at: row.get("at")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn insert(tx: &Tx<'_, '_>, draft: &Draft) -> Result<()> {
    tx.write(
        "insert into draft (id, staff, form, subject, label, body, typed, noted_at, rev, at, device, by_staff)
         values (:id, :by_staff, :form, :subject, :label, :body, :typed, :at, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": draft.id,
            ":form": draft.form,
            ":subject": draft.subject,
            ":label": draft.label,
            ":body": draft.body,
            ":typed": draft.typed,
        },
    )
}

pub(super) fn update(tx: &Tx<'_, '_>, draft: &Draft) -> Result<()> {
    tx.write(
        "update draft
         set label = :label, body = :body, typed = :typed, noted_at = :noted_at,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": draft.id,
            ":rev": draft.rev,
            ":label": draft.label,
            ":body": draft.body,
            ":typed": draft.typed,
            ":noted_at": draft.noted_at,
        },
    )
}

pub(super) fn close(tx: &Tx<'_, '_>, id: DraftId) -> Result<()> {
    tx.write(
        "update draft
         set closed_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}
