//! SQL of the packet's items and marks.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::ipc::{IntakeItem, IntakeItemFields};
use super::{IntakeItemId, IntakeMarkId, MarkState};
use crate::client::ClientId;
use crate::kernel::Result;
use crate::kernel::door::Tx;

fn item_of(row: &Row<'_>) -> rusqlite::Result<IntakeItem> {
    Ok(IntakeItem {
        id: row.get("id")?,
        rev: row.get("rev")?,
        fields: IntakeItemFields {
            label: row.get("label")?,
            help: row.get("help")?,
            follows: row.get("follows")?,
            blocks: row.get("blocks")?,
            track: row.get("track")?,
            position: row.get("position")?,
        },
    })
}

/// The items in use, in their order.
pub(super) fn items(sql: &Connection) -> Result<Vec<IntakeItem>> {
    let mut statement = sql.prepare_cached(
        "select id, rev, label, help, follows, blocks, track, position
         from intake_item
         where voided_at is null
         order by position, id",
    )?;
    let rows = statement.query_map([], item_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_item(tx: &Tx<'_, '_>, id: IntakeItemId, fields: &IntakeItemFields) -> Result<()> {
    tx.write(
        "insert into intake_item (id, label, help, follows, blocks, track, position, rev, at, device, by_staff)
         values (:id, :label, :help, :follows, :blocks, :track, :position, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":label": fields.label,
            ":help": fields.help,
            ":follows": fields.follows,
            ":blocks": fields.blocks,
            ":track": fields.track,
            ":position": fields.position,
        },
    )
}

pub(super) fn update_item(tx: &Tx<'_, '_>, id: IntakeItemId, fields: &IntakeItemFields) -> Result<()> {
    tx.write(
        "update intake_item
         set label = :label, help = :help, follows = :follows, blocks = :blocks, track = :track, position = :position,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":label": fields.label,
            ":help": fields.help,
            ":follows": fields.follows,
            ":blocks": fields.blocks,
            ":track": fields.track,
            ":position": fields.position,
        },
    )
}

pub(super) fn retire_item(tx: &Tx<'_, '_>, id: IntakeItemId) -> Result<()> {
    tx.write(
        "update intake_item
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}

/// Whose mark it is, and whether it was taken back.
pub(super) fn mark(sql: &Connection, id: IntakeMarkId) -> Result<Option<(ClientId, bool)>> {
    let mut statement = sql.prepare_cached("select client, voided_at is not null from intake_mark where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// A mark to be written.
pub(super) struct NewMark<'a> {
    pub id: IntakeMarkId,
    pub client: ClientId,
    pub item: IntakeItemId,
    pub state: MarkState,
    pub on: NaiveDate,
    pub reason: &'a str,
}

pub(super) fn insert_mark(tx: &Tx<'_, '_>, mark: &NewMark<'_>) -> Result<()> {
    tx.write(
        "insert into intake_mark
           (id, client, item, state, marked_on, reason, marked_by, rev, at, device, by_staff)
         values (:id, :client, :item, :state, :on, :reason, :by_staff, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": mark.id,
            ":client": mark.client,
            ":item": mark.item,
            ":state": mark.state,
            ":on": mark.on,
            ":reason": mark.reason,
        },
    )
}

pub(super) fn void_mark(tx: &Tx<'_, '_>, id: IntakeMarkId) -> Result<()> {
    tx.write(
        "update intake_mark
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}
