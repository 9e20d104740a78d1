//! SQL of the import: the map, the run, and what must be known before lines are read.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension as _, ToSql, named_params};
use serde_json::Value;

use super::files::Sheet;
use super::ipc::ImportName;
use super::known::Kind;
use super::landing::{BATCH, Digest, Ids, VOIDED};
use super::pass::{Door, Piece};
use super::{ImportRunId, LandedId, SOURCE};
use crate::client::ClientId;
use crate::group::GroupId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};
use crate::plan::PlanId;
use crate::session::SessionId;

/// The one section of a note in plain text; `sql/index_notes.sql` reads it.
pub(super) const PLAIN_SECTION: &str = "text";

/// Lines of the map.
macro_rules! remembered {
    (1) => {
        "(?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)"
    };
    (4) => {
        concat!(remembered!(1), ", ", remembered!(1), ", ", remembered!(1), ", ", remembered!(1))
    };
    (16) => {
        concat!(remembered!(4), ", ", remembered!(4), ", ", remembered!(4), ", ", remembered!(4))
    };
    (64) => {
        concat!(remembered!(16), ", ", remembered!(16), ", ", remembered!(16), ", ", remembered!(16))
    };
    ($count:tt rows) => {
        concat!(
            "insert into external_id
               (id, source, kind, external, of_table, of_id, row_hash, rev, at, device, by_staff)
             values ",
            remembered!($count)
        )
    };
}

/// Adds one line of the map.
pub(super) const REMEMBER: &str = remembered!(1 rows);
/// Adds [`BATCH`] lines of the map.
pub(super) const REMEMBER_BATCH: &str = remembered!(64 rows);
const _: () = assert!(BATCH == 64);

/// Keeps what the other system called rows, with the digests of their fields, by a statement for as many.
pub(super) fn remember(
    tx: &Tx<'_, '_>,
    statement: &mut rusqlite::CachedStatement<'_>,
    ids: &Ids,
    rows: &[(Piece, (Sheet, u64))],
) -> Result<()> {
    let (at, device, by_staff) = (tx.now(), tx.device(), tx.actor.staff);
    let device = device.as_bytes().as_slice();
    let lines: Vec<_> = rows
        .iter()
        .map(|(piece, _)| {
            let digest = piece.row.as_ref().map_or(VOIDED, |row| row.digest());
            (ids.next(), piece, piece.kind.table().name(), digest)
        })
        .collect();
    let mut bound: Vec<&dyn ToSql> = Vec::with_capacity(lines.len() * 10);
    for (id, piece, table, digest) in &lines {
        let line: [&dyn ToSql; 10] =
            [id, &SOURCE, &piece.kind, &piece.external, table, &piece.id, digest, &at, &device, &by_staff];
        bound.extend(line);
    }
    statement.execute(bound.as_slice())?;
    Ok(())
}

/// Keeps the digest of a row that changed; its revision and the row's move in step.
pub(super) fn renew(tx: &Tx<'_, '_>, piece: &Piece, digest: Digest) -> Result<()> {
    tx.write(
        "update external_id
         set row_hash = :row_hash, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where source = :source and kind = :kind and external = :external",
        named_params! {
            ":source": SOURCE,
            ":kind": piece.kind,
            ":external": piece.external,
            ":row_hash": digest,
        },
    )
}

/// A run as stored.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub id: ImportRunId,
    pub files: Value,
    pub counts: Value,
    pub left_out: Value,
}

pub(super) fn insert_run(tx: &Tx<'_, '_>, run: &Run) -> Result<()> {
    tx.write(
        "insert into import_run (id, source, files, counts, left_out, rev, at, device, by_staff)
         values (:id, :source, :files, :counts, :left_out, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": run.id,
            ":source": SOURCE,
            ":files": run.files.to_string(),
            ":counts": run.counts.to_string(),
            ":left_out": run.left_out.to_string(),
        },
    )
}

/// A run with its time and the name of who ran it.
pub(super) struct PastRun {
    pub run: Run,
    pub at: Moment,
    pub by: String,
}

/// Past runs, the newest first.
pub(super) fn runs(sql: &Connection) -> Result<Vec<PastRun>> {
    let mut statement = sql.prepare_cached(
        "select import_run.id, import_run.files, import_run.counts, import_run.left_out, import_run.at,
                staff.given_name || ' ' || staff.family_name as by
         from import_run
         join staff on staff.id = import_run.by_staff
         order by import_run.at desc
         limit 50",
    )?;
    let json = |row: &rusqlite::Row<'_>, column: &str| -> rusqlite::Result<Value> {
        Ok(serde_json::from_str(&row.get::<_, String>(column)?).unwrap_or(Value::Null))
    };
    let rows = statement.query_map([], |row| {
        let run = Run {
            id: row.get("id")?,
            files: json(row, "files")?,
            counts: json(row, "counts")?,
            left_out: json(row, "left_out")?,
        };
        Ok(PastRun { run, at: row.get("at")?, by: row.get("by")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Rows under both of their names, found by either.
pub(super) fn names(sql: &Connection, kind: Kind, externals: &[String], ids: &[LandedId]) -> Result<Vec<ImportName>> {
    let mut by_external = sql.prepare_cached(
        "select external_id.external, external_id.of_id
         from json_each(:names) as named
         join external_id on external_id.source = :source and external_id.kind = :kind
           and external_id.external = named.value",
    )?;
    let mut by_id = sql.prepare_cached(
        "select external_id.external, external_id.of_id
         from json_each(:names) as named
         join external_id on external_id.of_table = :table and external_id.of_id = unhex(named.value)
         where external_id.source = :source and external_id.kind = :kind",
    )?;
    let name = |row: &rusqlite::Row<'_>| Ok(ImportName { external: row.get(0)?, id: row.get(1)? });
    let listed = serde_json::json!(externals).to_string();
    let mut found: Vec<ImportName> = by_external
        .query_map(named_params! { ":names": listed, ":source": SOURCE, ":kind": kind }, name)?
        .collect::<rusqlite::Result<_>>()?;
    let listed: Vec<String> = ids.iter().map(|id| id.0.simple().to_string()).collect();
    let listed = serde_json::json!(listed).to_string();
    let parameters =
        named_params! { ":names": listed, ":source": SOURCE, ":kind": kind, ":table": kind.table().name() };
    for row in by_id.query_map(parameters, name)? {
        found.push(row?);
    }
    Ok(found)
}

/// Every sign-in name, also of people without access: one of them may come back under it.
pub(super) fn logins(sql: &Connection) -> Result<HashSet<String>> {
    let mut statement = sql.prepare_cached("select login from staff")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn client_numbers(sql: &Connection) -> Result<HashSet<i64>> {
    let mut statement = sql.prepare_cached("select number from client where voided_at is null")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The next human number of a sequence.
pub(super) fn next_number(sql: &Connection, name: &'static str) -> Result<i64> {
    let mut statement = sql.prepare_cached("select next from sequence where name = :name")?;
    Ok(statement.query_row(named_params! { ":name": name }, |row| row.get(0)).optional()?.unwrap_or(1))
}

pub(super) fn set_next_number(door: &mut Door<'_, '_, '_>, name: &'static str, next: i64) -> Result<()> {
    let Door::Write(tx) = door else { return Ok(()) };
    let mut statement = tx.sql().prepare_cached("update sequence set next = max(next, :next) where name = :name")?;
    statement.execute(named_params! { ":name": name, ":next": next })?;
    Ok(())
}

/// Which session has a group's place in time.
pub(super) fn places(sql: &Connection) -> Result<HashMap<(GroupId, Moment), SessionId>> {
    let mut statement = sql.prepare_cached(
        "select of_group, starts_at, id
         from session
         where of_group is not null and state <> 'cancelled'",
    )?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Which entries are wanted.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Entries {
    All,
    /// Those that did not come in by an import.
    MadeHere,
}

/// Attended minutes by session and client.
pub(super) fn entries(sql: &Connection, which: Entries) -> Result<HashMap<(SessionId, ClientId), i64>> {
    let mut statement = sql.prepare_cached(
        "select session, client, minutes
         from attendance
         where voided_at is null and (:all or source <> 'imported')",
    )?;
    let parameters = named_params! { ":all": which == Entries::All };
    let rows = statement.query_map(parameters, |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Stays that are open now.
pub(super) fn open_stays(sql: &Connection) -> Result<HashMap<(GroupId, ClientId), LandedId>> {
    let mut statement = sql.prepare_cached(
        "select of_group, client, id
         from membership
         where left_on is null and voided_at is null",
    )?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Sessions and clients that have a group note.
pub(super) fn group_notes(sql: &Connection) -> Result<HashSet<(SessionId, ClientId)>> {
    let mut statement = sql.prepare_cached(
        "select session, client
         from note
         where session is not null and kind = 'group' and voided_at is null",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

type Versions = HashMap<(ClientId, i64), PlanId>;

/// Plans by client and version, and the active ones.
pub(super) fn plans(sql: &Connection) -> Result<(Versions, HashMap<ClientId, PlanId>)> {
    let mut statement =
        sql.prepare_cached("select client, version, id, state = 'active' from plan where voided_at is null")?;
    let mut rows = statement.query([])?;
    let (mut versions, mut active) = (Versions::new(), HashMap::new());
    while let Some(row) = rows.next()? {
        let (client, plan) = (row.get(0)?, row.get(2)?);
        versions.insert((client, row.get(1)?), plan);
        if row.get(3)? {
            active.insert(client, plan);
        }
    }
    Ok((versions, active))
}

/// Bits below the instant that keep notes of one instant apart; as the slice of notes has it.
const TIE_BITS: u32 = 20;

/// Free places in the order of the full-text index.
pub(super) struct SearchPlaces {
    taken: HashSet<i64>,
    /// Where to look on, by time of service: a thousand notes of one instant are found places in one go.
    next: HashMap<Moment, i64>,
}

impl SearchPlaces {
    pub fn load(sql: &Connection) -> Result<Self> {
        let mut statement = sql.prepare_cached("select search_id from note")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(Self { taken: rows.collect::<rusqlite::Result<_>>()?, next: HashMap::new() })
    }

    /// The first free place at a time of service.
    pub fn next(&mut self, service_at: Moment) -> i64 {
        let first = self.next.get(&service_at).copied().unwrap_or(service_at.0 << TIE_BITS);
        let place = (first..).find(|place| !self.taken.contains(place)).unwrap_or(first);
        self.taken.insert(place);
        self.next.insert(service_at, place + 1);
        place
    }
}

/// Notes that go into the full-text index at once: enough to make one good segment, few enough to stop in between.
const AT_ONCE: i64 = 20_000;

/// Lets the full-text index gather this much before it writes, in bytes; its own default is 1 MiB. Set back at the end.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Gather {
    Much,
    Usual,
}

pub(super) fn gather(tx: &Tx<'_, '_>, gather: Gather) -> Result<()> {
    let bytes: i64 = match gather {
        Gather::Much => 32 * 1024 * 1024,
        Gather::Usual => 1024 * 1024,
    };
    let mut statement =
        tx.sql().prepare_cached("insert into note_search (note_search, rank) values ('hashsize', :bytes)")?;
    statement.execute(named_params! { ":bytes": bytes })?;
    Ok(())
}

/// Puts the next notes of this run into the full-text index, in the order of their places, and answers with the last of
/// them. One statement for many, because the index writes out what it gathered at the end of each.
pub(super) fn index_notes(tx: &Tx<'_, '_>, before: LandedId, after: i64) -> Result<Option<i64>> {
    let mut next = tx.sql().prepare_cached(include_str!("sql/next_places.sql"))?;
    let parameters = named_params! { ":before": before, ":after": after, ":count": AT_ONCE };
    let Some(last) = next.query_row(parameters, |row| row.get::<_, Option<i64>>(0))? else { return Ok(None) };
    let mut statement = tx.sql().prepare_cached(include_str!("sql/index_notes.sql"))?;
    statement.execute(named_params! { ":before": before, ":after": after, ":last": last })?;
    Ok(Some(last))
}

/// Puts a draft that changed into the full-text index anew.
pub(super) fn index_again(tx: &Tx<'_, '_>, id: LandedId) -> Result<()> {
    let place: i64 = tx
        .sql()
        .prepare_cached("select search_id from note where id = :id")?
        .query_row(named_params! { ":id": id }, |row| row.get(0))?;
    tx.sql()
        .prepare_cached("delete from note_search where rowid = :place")?
        .execute(named_params! { ":place": place })?;
    let mut statement = tx.sql().prepare_cached(include_str!("sql/index_notes.sql"))?;
    // The one note at this place, whenever it came in.
    statement.execute(named_params! { ":before": [0u8; 16], ":after": place - 1, ":last": place })?;
    Ok(())
}
