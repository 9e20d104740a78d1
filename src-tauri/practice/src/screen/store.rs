//! SQL of screen settings.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::{Screen, ScreenId};
use crate::kernel::Result;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;

pub(super) fn of(sql: &Connection, staff: StaffId) -> Result<Option<(ScreenId, Screen)>> {
    let mut statement =
        sql.prepare_cached("select id, theme, contrast, density, single_keys from screen where staff = :staff")?;
    Ok(statement
        .query_row(named_params! { ":staff": staff }, |row| {
            let screen = Screen {
                theme: row.get("theme")?,
                contrast: row.get("contrast")?,
                density: row.get("density")?,
                single_keys: row.get("single_keys")?,
            };
            Ok((row.get("id")?, screen))
        })
        .optional()?)
}

/// Inserts or replaces the person's settings.
pub(super) fn put(tx: &Tx<'_, '_>, id: ScreenId, screen: Screen) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "insert into screen (id, staff, theme, contrast, density, single_keys, rev, at, device, by_staff)
         values (:id, :staff, :theme, :contrast, :density, :single_keys, 1, :at, :device, :staff)
         on conflict (staff) do update
         set theme = excluded.theme, contrast = excluded.contrast, density = excluded.density,
             single_keys = excluded.single_keys, rev = rev + 1, at = excluded.at, device = excluded.device",
    )?;
    statement.execute(named_params! {
        ":id": id,
        ":staff": tx.actor.staff,
        ":theme": screen.theme,
        ":contrast": screen.contrast,
        ":density": screen.density,
        ":single_keys": screen.single_keys,
        ":at": tx.now(),
        ":device": tx.device().as_bytes(),
    })?;
    Ok(())
}
