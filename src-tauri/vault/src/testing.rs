//! Doors that only tests have.

use rusqlite::Connection;

use crate::{Error, Vault, connection};

/// A connection without the fence: what somebody with the keys and a tool of their own could do.
pub fn unfenced(vault: &Vault) -> Result<Connection, Error> {
    connection::maintenance(&vault.database(), &vault.keys.database)
}

/// Takes away the sync at each commit: a control that must lose work in a power cut, or the test sees nothing.
pub fn relax(vault: &Vault) -> Result<(), Error> {
    let mut guard = vault.writer()?;
    let writer = guard.get()?;
    Ok(writer.fence.lifted(|| writer.sql.execute_batch("pragma synchronous = normal"))?)
}
