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
    /// 0 while there is no row yet.
    pub rev: i64,
}

pub(super) fn setting(sql: &Connection, device: Uuid) -> Result<Option<Setting>> {
    let mut statement = sql.prepare_cached(
        "select id, folder, every_minutes, made_at, made_seq, rev from backup_setting where of_device = :device",
    )?;
    Ok(statement
        .query_row(named_params! { ":device": device.as_bytes() }, |row| {
            Ok(Setting {
                id: row.get("id")?,
                folder: row.get("folder")?,
                every_minutes: row.get("every_minutes")?,
                made_at: row.get("made_at")?,
                made_seq: row.get("made_seq")?,
                rev: row.get("rev")?,
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
        rev: 0,
    }))
}

pub(super) fn insert(tx: &Tx<'_, '_>, setting: &Setting) -> Result<()> {
    tx.write(
        "insert into backup_setting
           (id, of_device, folder, every_minutes, made_at, made_seq, rev, at, device, by_staff)
         values
           (:id, :device, :folder, :every_minutes, :made_at, :made_seq, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": setting.id,
            ":folder": setting.folder,
            ":every_minutes": setting.every_minutes,
            ":made_at": setting.made_at,
            ":made_seq": setting.made_seq,
        },
    )
}

/// Writes the settings as the next revision.
pub(super) fn update(tx: &Tx<'_, '_>, setting: &Setting) -> Result<()> {
    tx.write(
        "update backup_setting
         set folder = :folder, every_minutes = :every_minutes, made_at = :made_at, made_seq = :made_seq,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": setting.id,
            ":rev": setting.rev,
            ":folder": setting.folder,
            ":every_minutes": setting.every_minutes,
            ":made_at": setting.made_at,
            ":made_seq": setting.made_seq,
        },
    )
}

/// The number of this installation's newest entry before this action.
pub(super) fn head(tx: &Tx<'_, '_>) -> Result<i64> {
    let mut statement = tx.sql().prepare_cached("select coalesce(max(seq), 0) from audit where device = :device")?;
    Ok(statement.query_row(named_params! { ":device": tx.device().as_bytes() }, |row| row.get(0))?)
}
