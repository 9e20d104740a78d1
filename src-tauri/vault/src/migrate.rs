//! Bringing a file to the version of this program: forward only, step by step.
//!
//! Each step runs in a transaction of its own on a freshly opened connection, so that a kill leaves a file between two
//! steps, never within one. The checksum of every applied step is kept: a step that was edited after it landed is
//! refused. Before the first step on a file in use an encrypted copy is taken beside it; it is never removed here.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use crate::copies::Remembered;
use crate::folder::{DATABASE, make_file};
use crate::keys::Keys;
use crate::{Error, Migration, Part, Schema, connection};

/// The vault's own steps.
const OWN: [Migration; 1] =
    [Migration { number: 10, name: "vault", sql: include_str!("../migrations/010_vault.sql") }];

/// The first state of a new file: the vault's tables, then the practice's.
pub(crate) fn create(
    folder: &Path,
    keys: &Keys,
    schema: &Schema,
    device: Uuid,
    header: Remembered,
    at: i64,
) -> Result<(), Error> {
    let database = folder.join(DATABASE);
    make_file(&database)?;
    apply(&database, keys, "vault", &OWN[0], schema.application_id, at)?;
    let sql = connection::maintenance(&database, &keys.database)?;
    let tx = sql.unchecked_transaction()?;
    tx.execute(
        "insert into device (id, made_at) values (:id, :at)",
        named_params! { ":id": device.as_bytes(), ":at": at },
    )?;
    tx.execute(
        "insert into vault_meta (one, vault, device, header_counter, header_digest, primed)
         values (1, :vault, :device, :counter, :digest, 0)",
        named_params! {
            ":vault": keys.vault.as_bytes(),
            ":device": device.as_bytes(),
            ":counter": header.counter.cast_signed(),
            ":digest": header.digest,
        },
    )?;
    tx.commit()?;
    drop(sql);
    forward(&database, keys, schema, at)
}

/// Brings a file in use forward, if it is behind. The copy taken before, if there was anything to do.
pub(crate) fn upgrade(folder: &Path, keys: &Keys, schema: &Schema, at: i64) -> Result<Option<PathBuf>, Error> {
    let database = folder.join(DATABASE);
    let sql = connection::maintenance(&database, &keys.database)?;
    let version = check(&sql, schema)?;
    if version == schema.version() && applied(&sql, "vault")? == OWN.len() {
        return Ok(None);
    }
    let copy = folder.join(format!("practice.before-{}-{at}.db", schema.version()));
    copy_beside(&sql, &copy)?;
    drop(sql);
    forward(&database, keys, schema, at)?;
    Ok(Some(copy))
}

/// Refuses files of others, of newer programs, and of an edited past. The version found.
pub(crate) fn check(sql: &Connection, schema: &Schema) -> Result<u32, Error> {
    let application: i32 = sql.query_row("pragma application_id", [], |row| row.get(0))?;
    if application != schema.application_id {
        return Err(Error::NotOurs);
    }
    let version = version(sql)?;
    if version > schema.version() {
        return Err(Error::NewerVersion { found: version, known: schema.version() });
    }
    let mut statement = sql.prepare("select owner, number, checksum from applied_migration")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (owner, number, checksum) = (row.get::<_, String>(0)?, row.get::<_, u32>(1)?, row.get::<_, [u8; 32]>(2)?);
        let known = if owner == "vault" { OWN.as_slice() } else { schema.migrations };
        let Some(step) = known.iter().find(|step| step.number == number) else {
            return Err(Error::NewerVersion { found: number, known: schema.version() });
        };
        if blake3::hash(step.sql.as_bytes()) != checksum {
            return Err(Error::Damaged(Part::Migration));
        }
    }
    Ok(version)
}

pub(crate) fn version(sql: &Connection) -> Result<u32, Error> {
    Ok(sql.query_row("pragma user_version", [], |row| row.get(0))?)
}

fn applied(sql: &Connection, owner: &str) -> Result<usize, Error> {
    let count: i64 = sql.query_row(
        "select count(*) from applied_migration where owner = :owner",
        named_params! { ":owner": owner },
        |row| row.get(0),
    )?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

fn forward(database: &Path, keys: &Keys, schema: &Schema, at: i64) -> Result<(), Error> {
    for (owner, steps) in [("vault", OWN.as_slice()), ("practice", schema.migrations)] {
        let sql = connection::maintenance(database, &keys.database)?;
        let done = applied(&sql, owner)?;
        drop(sql);
        for step in steps.iter().skip(done) {
            apply(database, keys, owner, step, schema.application_id, at)?;
        }
    }
    Ok(())
}

fn apply(
    database: &Path,
    keys: &Keys,
    owner: &str,
    step: &Migration,
    application: i32,
    at: i64,
) -> Result<(), Error> {
    let sql = connection::maintenance(database, &keys.database)?;
    // A step may rebuild a table others refer to; every reference is checked before it is committed.
    sql.execute_batch("pragma foreign_keys = off")?;
    let tx = sql.unchecked_transaction()?;
    tx.execute_batch(step.sql)?;
    tx.execute(
        "insert into applied_migration (owner, number, name, checksum, at)
         values (:owner, :number, :name, :checksum, :at)",
        named_params! {
            ":owner": owner,
            ":number": step.number,
            ":name": step.name,
            ":checksum": blake3::hash(step.sql.as_bytes()).as_bytes(),
            ":at": at,
        },
    )?;
    if tx.prepare("pragma foreign_key_check")?.exists([])? {
        return Err(Error::Damaged(Part::Migration));
    }
    tx.pragma_update(None, "application_id", application)?;
    if owner == "practice" {
        tx.pragma_update(None, "user_version", step.number)?;
    }
    tx.commit()?;
    Ok(())
}

/// An encrypted copy of one snapshot, under the same key.
pub(crate) fn copy_beside(sql: &Connection, to: &Path) -> Result<(), Error> {
    make_file(to)?;
    let path = to.to_str().ok_or(Error::Io(std::io::ErrorKind::InvalidFilename))?;
    let copied = sql.execute("vacuum into :path", named_params! { ":path": path });
    copied.map(|_| ()).map_err(|error| {
        // What was begun here is ours alone and never in use. The first failure is the one to tell.
        let _ = std::fs::remove_file(to);
        error.into()
    })
}
