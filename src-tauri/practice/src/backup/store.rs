//! SQL of the backup settings: one row per installation.

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::{BackupSettingId, EVERY_MINUTES};
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// The row.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub id: BackupSettingId,
    pub folder: Option<String>,
    pub every_minutes: i64,
    /// When the newest backup was made and verified.
    pub made_at: Option<Moment>,
    /// The number of the audit entry that recorded it; a higher head means that something changed since.
    pub made_seq: Option<i64>,
}

pub(super) fn setting(sql: &Connection, device: Uuid) -> Result<Option<Setting>> {
    let mut statement = sql.prepare_cached(
        "select id, folder, every_minutes, made_at, made_seq from backup_setting where of_device = :device",
    )?;
    Ok(statement
        .query_row(named_params! { ":device": device.as_bytes() }, |row| {
            Ok(Setting {
                id: row.get("id")?,
                folder: row.get("folder")?,
                every_minutes: row.get("every_minutes")?,
                made_at: row.get("made_at")?,
                made_seq: row.get("made_seq")?,
            })
        })
        .optional()?)
}

/// The row of this installation, or its defaults under a fresh id.
pub(super) fn setting_or_default(tx: &Tx<'_, '_>) -> Result<Setting> {
    let found = setting(tx.sql(), tx.device())?;
    Ok(found.unwrap_or_else(|| Setting {
        id: tx.id(),
        folder: None,
        every_minutes: EVERY_MINUTES,
        made_at: None,
        made_seq: None,
    }))
}

/// Inserts or replaces the row.
pub(super) fn put(tx: &Tx<'_, '_>, setting: &Setting) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "insert into backup_setting
           (id, of_device, folder, every_minutes, made_at, made_seq, rev, at, device, by_staff)
         values
           (:id, :device, :folder, :every_minutes, :made_at, :made_seq, 1, :at, :device, :by_staff)
         on conflict (of_device) do update
         set folder = excluded.folder, every_minutes = excluded.every_minutes, made_at = excluded.made_at,
             made_seq = excluded.made_seq, rev = rev + 1, at = excluded.at, by_staff = excluded.by_staff",
    )?;
    statement.execute(named_params! {
        ":id": setting.id,
        ":device": tx.device().as_bytes(),
        ":folder": setting.folder,
        ":every_minutes": setting.every_minutes,
        ":made_at": setting.made_at,
        ":made_seq": setting.made_seq,
        ":at": tx.now(),
        ":by_staff": tx.actor.staff,
    })?;
    Ok(())
}

/// Remembers where the chain will end with this action; called when all its entries are recorded.
pub(super) fn mark_seq(tx: &Tx<'_, '_>, id: BackupSettingId) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "update backup_setting
         set made_seq = (select coalesce(max(seq), 0) from audit where device = :device) + :recorded
         where id = :id",
    )?;
    statement.execute(named_params! {
        ":id": id,
        ":device": tx.device().as_bytes(),
        ":recorded": tx.recorded(),
    })?;
    Ok(())
}
