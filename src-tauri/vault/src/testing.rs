//! Doors that only tests have.

use rusqlite::Connection;

use crate::{Error, Vault, connection, memory};

/// A connection without the fence: what somebody with the keys and a tool of their own could do.
pub fn unfenced(vault: &Vault) -> Result<Connection, Error> {
    connection::maintenance(&vault.database(), &vault.keys.database)
}

/// What the vault does before it first uses SQLite: for a test that goes to SQLite itself before it opens a vault.
pub fn first() -> Result<(), Error> {
    memory::wipe_what_is_freed()
}

/// Takes away the sync at each commit: a control that must lose work in a power cut, or the test sees nothing.
pub fn relax(vault: &Vault) -> Result<(), Error> {
    let mut guard = vault.writer()?;
    let writer = guard.get()?;
    Ok(writer.fence.lifted(|| writer.sql.execute_batch("pragma synchronous = normal"))?)
}
