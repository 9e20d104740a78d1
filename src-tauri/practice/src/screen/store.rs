//! SQL of screen settings.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::{Screen, ScreenId};
use crate::kernel::Result;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;

/// A person's settings with the row's id and revision.
pub(super) fn of(sql: &Connection, staff: StaffId) -> Result<Option<(ScreenId, i64, Screen)>> {
    let mut statement = sql.prepare_cached(
        "select id, rev, theme, contrast, density, single_keys, spelling from screen where staff = :staff",
    )?;
    Ok(statement
        .query_row(named_params! { ":staff": staff }, |row| {
            let screen = Screen {
                theme: row.get("theme")?,
                contrast: row.get("contrast")?,
                density: row.get("density")?,
                single_keys: row.get("single_keys")?,
                spelling: row.get("spelling")?,
            };
            Ok((row.get("id")?, row.get("rev")?, screen))
        })
        .optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, id: ScreenId, screen: Screen) -> Result<()> {
    tx.write(
        "insert into screen (id, staff, theme, contrast, density, single_keys, spelling, rev, at, device, by_staff)
         values (:id, :by_staff, :theme, :contrast, :density, :single_keys, :spelling, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":theme": screen.theme,
            ":contrast": screen.contrast,
            ":density": screen.density,
            ":single_keys": screen.single_keys,
            ":spelling": screen.spelling,
        },
    )
}

/// Writes the settings as the next revision.
pub(super) fn update(tx: &Tx<'_, '_>, id: ScreenId, screen: Screen) -> Result<()> {
    tx.write(
        "update screen
         set theme = :theme, contrast = :contrast, density = :density, single_keys = :single_keys, spelling = :spelling,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":theme": screen.theme,
            ":contrast": screen.contrast,
            ":density": screen.density,
            ":single_keys": screen.single_keys,
            ":spelling": screen.spelling,
        },
    )
}
