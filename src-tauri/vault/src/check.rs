//! Whether a database is whole: its pages, its structure, its references, its audit chain, its keys.
//!
//! Always on a connection opened for it and closed after: on a long-lived one, full-text search gives false alarms while
//! another connection writes. A finding counts only if a second, fresh look finds it too.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use crate::keys::Keys;
use crate::pairs::{KeyId, Publics, SealTo, Statement};
use crate::progress::{go_on, interruptible};
use crate::{Error, Head, HolderId, Part, Progress, audit, connection};

/// The first place where something is not as it was written.
#[derive(Debug)]
pub enum Place {
    /// An encrypted page does not authenticate.
    Page(u32),
    /// The pages are ours and do not make a database.
    Structure,
    /// A row refers to one that is not there.
    Reference { table: String },
    /// An audit entry does not follow from the one before.
    Chain { device: Uuid, seq: u64 },
    /// A holder's key that nobody vouched for.
    HolderKey(KeyId),
    /// Saved events are missing.
    Anchor { missing: u64 },
    /// Neither copy of the anchor is authentic.
    AnchorMissing,
    /// A copy of the header (`a` or `b`) is not the one the database knows.
    HeaderCopy(char),
    /// It could not be looked at: wrong key, open elsewhere, called off, a disk fault.
    NotSeen(Error),
}

/// What a whole database holds.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Checked {
    pub pages: u64,
    pub entries: u64,
    pub heads: Vec<(Uuid, Head)>,
    pub counts: Vec<(String, u64)>,
    pub schema_version: u32,
}

/// Checks everything inside a database file, which is only read.
pub(crate) fn database(file: &Path, keys: &Keys, progress: &dyn Progress) -> Result<Checked, Place> {
    let first = once(file, keys, progress);
    match first {
        Err(Place::NotSeen(Error::Cancelled)) | Ok(_) => first,
        Err(_) => once(file, keys, progress),
    }
}

fn once(file: &Path, keys: &Keys, progress: &dyn Progress) -> Result<Checked, Place> {
    let (mut step, seen) = (0, |error: Error| Place::NotSeen(error));
    let mut next = |what| {
        progress.step(step, 5, what);
        step += 1;
        go_on(progress).map_err(seen)
    };
    next("pages")?;
    pages(&connection::unread(file, &keys.database).map_err(unreadable)?, progress)?;
    let sql = connection::inspecting(file, &keys.database).map_err(unreadable)?;
    next("structure")?;
    let sound = interruptible(&sql, progress, |sql| {
        Ok(sql.query_row("pragma integrity_check(1)", [], |row| Ok(row.get::<_, String>(0)? == "ok"))?)
    });
    sound.map_err(unreadable).and_then(|sound| if sound { Ok(()) } else { Err(Place::Structure) })?;
    next("references")?;
    let dangling = interruptible(&sql, progress, |sql| {
        Ok(sql.query_row("pragma foreign_key_check", [], |row| row.get(0)).optional()?)
    });
    if let Some(table) = dangling.map_err(unreadable)? {
        return Err(Place::Reference { table });
    }
    next("chain")?;
    let entries = audit::walk(&sql, keys, |_| go_on(progress)).map_err(unreadable)?;
    let entries = entries.map_err(|broken| Place::Chain { device: broken.device, seq: broken.seq })?;
    epochs(&sql)?;
    holder_keys(&sql, keys)?;
    next("counts")?;
    interruptible(&sql, progress, |sql| summary(sql, entries)).map_err(unreadable)
}

/// "Not a database" under a key that is known to be right is damage of the first page.
fn unreadable(error: Error) -> Place {
    match error {
        Error::Damaged(Part::Database) => Place::Page(1),
        error => Place::NotSeen(error),
    }
}

fn pages(sql: &Connection, progress: &dyn Progress) -> Result<(), Place> {
    let finding = interruptible(sql, progress, |sql| {
        Ok(sql.query_row("pragma cipher_integrity_check", [], |row| row.get::<_, String>(0)).optional()?)
    });
    match finding.map_err(unreadable)? {
        None => Ok(()),
        // "HMAC verification failed for page 7", or that the size is no whole number of pages.
        Some(finding) => Err(Place::Page(finding.rsplit(' ').find_map(|word| word.parse().ok()).unwrap_or_default())),
    }
}

/// A chain that another goes on from must end where that one says.
fn epochs(sql: &Connection) -> Result<(), Place> {
    let all = |sql: &Connection| {
        let mut statement =
            sql.prepare("select from_device, from_seq, from_mac from restore_epoch order by device")?;
        let rows = statement.query_map([], |row| {
            let head = Head { seq: row.get::<_, i64>(1)?.cast_unsigned(), mac: row.get(2)? };
            Ok((Uuid::from_bytes(row.get(0)?), head))
        })?;
        Ok::<_, Error>(rows.collect::<Result<Vec<_>, _>>()?)
    };
    for (device, head) in all(sql).map_err(unreadable)? {
        if audit::head(sql, device).map_err(unreadable)? != head {
            return Err(Place::Chain { device, seq: head.seq });
        }
    }
    Ok(())
}

fn holder_keys(sql: &Connection, keys: &Keys) -> Result<(), Place> {
    let all = |sql: &Connection| {
        let mut statement = sql.prepare(
            "select signing, receiving, holder, temporary, made_at, certified_by, certificate
             from holder_key
             order by made_at",
        )?;
        let rows = statement.query_map([], |row| {
            let holder: Option<[u8; 16]> = row.get(2)?;
            let statement = Statement {
                vault: keys.vault,
                holder: holder.map(|id| HolderId(Uuid::from_bytes(id))),
                publics: Publics { signing: KeyId(row.get(0)?), receiving: SealTo(row.get(1)?) },
                temporary: row.get(3)?,
                made_at: row.get(4)?,
            };
            Ok((statement.publics.signing, statement.holds(KeyId(row.get(5)?), &row.get(6)?)))
        })?;
        Ok::<_, Error>(rows.collect::<Result<Vec<_>, _>>()?)
    };
    let unvouched = all(sql).map_err(unreadable)?.into_iter().find(|(_, holds)| !holds);
    unvouched.map_or(Ok(()), |(key, _)| Err(Place::HolderKey(key)))
}

fn summary(sql: &Connection, entries: u64) -> Result<Checked, Error> {
    Ok(Checked {
        pages: sql.query_row("pragma page_count", [], |row| row.get::<_, i64>(0))?.cast_unsigned(),
        entries,
        heads: heads(sql)?,
        counts: counts(sql)?,
        schema_version: crate::migrate::version(sql)?,
    })
}

/// The end of every chain, that of the present installation last.
fn heads(sql: &Connection) -> Result<Vec<(Uuid, Head)>, Error> {
    let mut statement = sql.prepare(
        "select device.id
         from device
         left join vault_meta on vault_meta.device = device.id
         order by vault_meta.device is not null, device.id",
    )?;
    let devices = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<[u8; 16]>, _>>()?;
    devices.into_iter().map(Uuid::from_bytes).map(|device| Ok((device, audit::head(sql, device)?))).collect()
}

/// Rows per ordinary table. A table's name cannot be a parameter; these come from the schema itself and are quoted.
fn counts(sql: &Connection) -> Result<Vec<(String, u64)>, Error> {
    let mut statement = sql.prepare(
        "select name
         from pragma_table_list
         where schema = 'main'
             and type = 'table'
             and name not like 'sqlite\\_%' escape '\\'
         order by name",
    )?;
    let tables = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    let count = |table: String| {
        let query = format!("select count(*) from \"{}\"", table.replace('"', "\"\""));
        let rows = sql.query_row(&query, [], |row| row.get::<_, i64>(0))?;
        Ok((table, rows.cast_unsigned()))
    };
    tables.into_iter().map(count).collect()
}

/// How many entries of one chain come after a number; used to say what a restore would lose.
pub(crate) fn entries_after(sql: &Connection, device: Uuid, seq: u64) -> Result<Vec<(String, u64, i64, i64)>, Error> {
    let mut statement = sql.prepare_cached(
        "select action, count(*), min(at), max(at)
         from audit
         where device = :device and seq > :seq
         group by action
         order by action",
    )?;
    let parameters = named_params! { ":device": device.as_bytes(), ":seq": seq.cast_signed() };
    let rows = statement.query_map(parameters, |row| {
        Ok((row.get(0)?, row.get::<_, i64>(1)?.cast_unsigned(), row.get(2)?, row.get(3)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
