//! Connections: how each kind is opened and what it may do.
//!
//! Working connections (one that writes, some that read) are fenced by an authorizer: no schema change, no pragma, no
//! attached file, and no write to the vault's own tables except from inside the vault. A maintenance connection
//! (migration, backup, verification) has no fence, is opened afresh for its one purpose and closed.

use std::path::Path;
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use crate::cipher::set_key;
use crate::keys::Key;
use crate::memory::wipe_what_is_freed;
use crate::{Error, Part};

/// 3.51.3 fixed the WAL-reset bug, which loses data with two connections.
const OLDEST_SQLITE: i32 = 3_051_003;
const LONGEST_VALUE: i32 = 64 * 1024 * 1024;
const STATEMENTS_KEPT: usize = 256;

/// Written only by the vault.
const OWN_TABLES: [&str; 7] =
    ["vault_meta", "applied_migration", "device", "holder_key", "audit_key", "audit", "restore_epoch"];

/// Opens the fence of the writing connection while the vault itself writes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fence(Arc<AtomicBool>);

impl Fence {
    /// Runs something of the vault's own, unfenced.
    pub fn lifted<T>(&self, f: impl FnOnce() -> T) -> T {
        let lifted = Lifted::new(self);
        let result = f();
        drop(lifted);
        result
    }
}

/// Puts the fence back, also when the work in between unwinds.
struct Lifted<'a>(&'a Fence);

impl<'a> Lifted<'a> {
    fn new(fence: &'a Fence) -> Lifted<'a> {
        fence.0.store(true, Ordering::Release);
        Lifted(fence)
    }
}

impl Drop for Lifted<'_> {
    fn drop(&mut self) {
        self.0.0.store(false, Ordering::Release);
    }
}

/// The connection that writes.
pub(crate) fn writing(database: &Path, key: &Key) -> Result<(Connection, Fence), Error> {
    let mut sql = maintenance(database, key)?;
    let fence = Fence::default();
    let inside = fence.clone();
    sql.authorizer(Some(move |context: AuthContext<'_>| {
        if inside.0.load(Ordering::Acquire) || allowed(&context.action) {
            Authorization::Allow
        } else {
            Authorization::Deny
        }
    }))?;
    sql.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    Ok((sql, fence))
}

/// A connection that only reads.
pub(crate) fn reading(database: &Path, key: &Key) -> Result<Connection, Error> {
    let mut sql = maintenance(database, key)?;
    sql.pragma_update(None, "query_only", true)?;
    sql.authorizer(Some(
        |context: AuthContext<'_>| {
            if allowed(&context.action) { Authorization::Allow } else { Authorization::Deny }
        },
    ))?;
    sql.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    Ok(sql)
}

fn allowed(action: &AuthAction<'_>) -> bool {
    match action {
        AuthAction::Select
        | AuthAction::Read { .. }
        | AuthAction::Transaction { .. }
        | AuthAction::Savepoint { .. }
        | AuthAction::Recursive => true,
        AuthAction::Function { function_name } => *function_name != "load_extension",
        AuthAction::Insert { table_name }
        | AuthAction::Update { table_name, .. }
        | AuthAction::Delete { table_name } => !OWN_TABLES.contains(table_name) && !table_name.starts_with("sqlite_"),
        // Full-text search asks for it to know whether another connection wrote.
        AuthAction::Pragma { pragma_name: "data_version", pragma_value: None } => true,
        _ => false,
    }
}

/// A connection with the settings every connection has, and no fence.
pub(crate) fn maintenance(database: &Path, key: &Key) -> Result<Connection, Error> {
    let sql = keyed(database, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    write_ahead(&sql)?;
    settings(&sql)?;
    Ok(sql)
}

/// A connection for looking: not one byte of the file changes, its journal mode included.
pub(crate) fn inspecting(database: &Path, key: &Key) -> Result<Connection, Error> {
    let sql = keyed(database, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    settings(&sql)?;
    Ok(sql)
}

/// A connection that has read nothing yet: for the check of pages, which is to name the broken one itself.
pub(crate) fn unread(database: &Path, key: &Key) -> Result<Connection, Error> {
    with_key(database, key, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

fn with_key(database: &Path, key: &Key, access: OpenFlags) -> Result<Connection, Error> {
    fit_for_use()?;
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let sql = Connection::open_with_flags(database, flags)?;
    set_key(&sql, key)?;
    sql.busy_timeout(Duration::from_secs(5))?;
    Ok(sql)
}

fn keyed(database: &Path, key: &Key, access: OpenFlags) -> Result<Connection, Error> {
    let sql = with_key(database, key, access)?;
    // The proof of the key: until here nothing was read. The key is known to be right (it came out of the header), so
    // "not a database" is a matter of the file.
    sql.query_row("select count(*) from sqlite_schema", [], |row| row.get::<_, i64>(0))?;
    Ok(sql)
}

fn write_ahead(sql: &Connection) -> Result<(), Error> {
    let mode: String = sql.query_row("pragma journal_mode = wal", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::Damaged(Part::Database));
    }
    Ok(())
}

fn settings(sql: &Connection) -> Result<(), Error> {
    // `wal_autocheckpoint` is off: a checkpoint costs fsyncs, and those belong to idle moments, not to an action.
    sql.execute_batch(
        "pragma synchronous = full;
         pragma fullfsync = on;
         pragma checkpoint_fullfsync = on;
         pragma foreign_keys = on;
         pragma recursive_triggers = on;
         pragma trusted_schema = off;
         pragma cell_size_check = on;
         pragma mmap_size = 0;
         pragma secure_delete = on;
         pragma temp_store = memory;
         pragma cache_size = -65536;
         pragma wal_autocheckpoint = 0;
         pragma analysis_limit = 400;",
    )?;
    for (setting, value) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        // Without it SQLite may plan a kept statement anew, parsing and all, each time other values are bound.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        sql.set_db_config(setting, value)?;
    }
    sql.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    // `vacuum into` needs one.
    sql.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    sql.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(())
}

/// Looked at once per process, before the first database is opened: what this program was built with, and SQLCipher's
/// settings that belong to the process.
fn fit_for_use() -> Result<(), Error> {
    static FIT: OnceLock<bool> = OnceLock::new();
    if *FIT.get_or_init(|| prepare_process().is_ok()) { Ok(()) } else { prepare_process() }
}

fn prepare_process() -> Result<(), Error> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Error::OldSqlite);
    }
    wipe_what_is_freed()?;
    let memory = Connection::open_in_memory()?;
    // Its default prints to the standard error stream.
    memory.query_row("pragma cipher_log_level = none", [], |_| Ok(())).or_else(nothing_answered)?;
    let cipher = memory.query_row("pragma cipher_version", [], |row| row.get::<_, String>(0));
    if cipher.map_or(true, |version| version.is_empty()) {
        return Err(Error::PlainSqliteBuild);
    }
    let mut options = memory.prepare("pragma compile_options")?;
    let options: Vec<String> = options.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    // With temporary files on the disk SQLCipher writes text in the clear.
    if options.iter().any(|option| option == "TEMP_STORE=3") { Ok(()) } else { Err(Error::OldSqlite) }
}

fn nothing_answered(error: rusqlite::Error) -> Result<(), rusqlite::Error> {
    match error {
        rusqlite::Error::QueryReturnedNoRows => Ok(()),
        error => Err(error),
    }
}
