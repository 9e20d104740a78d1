//! SQL of counseling notes. Every look at one begins at the key that was sealed to the person.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{CounselingNoteId, CounselingNoteKeyId, CounselingNoteState};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// A note, as stored, with its key as sealed to the person who looks.
pub(super) struct Stored {
    pub id: CounselingNoteId,
    pub client: ClientId,
    pub author: StaffId,
    pub author_name: String,
    pub state: CounselingNoteState,
    pub started_at: Moment,
    pub noted_at: Moment,
    pub closed_at: Option<Moment>,
    pub generation: i64,
    pub sealed: Vec<u8>,
    pub sealed_key: Vec<u8>,
    pub at: Moment,
    pub rev: i64,
}

/// A key as it is to be kept.
pub(super) struct NewKey {
    pub id: CounselingNoteKeyId,
    pub note: CounselingNoteId,
    pub generation: i64,
    pub holder: Option<StaffId>,
    pub sealed: Vec<u8>,
}

/// Somebody who may read a note besides its author.
pub(super) struct Reader {
    pub staff: StaffId,
    pub name: String,
}

fn stored_of(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get("id")?,
        client: row.get("client")?,
        author: row.get("author")?,
        author_name: row.get("author_name")?,
        state: row.get("state")?,
        started_at: row.get("started_at")?,
        noted_at: row.get("noted_at")?,
        closed_at: row.get("closed_at")?,
        generation: row.get("generation")?,
        sealed: row.get("sealed")?,
        sealed_key: row.get("sealed_key")?,
        at: row.get("at")?,
        rev: row.get("rev")?,
    })
}

/// The note, when its present key was sealed to this person.
pub(super) fn one(sql: &Connection, me: StaffId, id: CounselingNoteId) -> Result<Option<Stored>> {
    let mut statement = sql.prepare_cached(include_str!("sql/one.sql"))?;
    Ok(statement.query_row(named_params! { ":id": id, ":me": me }, stored_of).optional()?)
}

/// The notes of a client that this person may read, the newest first.
pub(super) fn of_client(sql: &Connection, me: StaffId, client: ClientId) -> Result<Vec<Stored>> {
    let mut statement = sql.prepare_cached(include_str!("sql/of_client.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client, ":me": me }, stored_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who reads it besides the author.
pub(super) fn readers(sql: &Connection, note: &Stored) -> Result<Vec<Reader>> {
    let mut statement = sql.prepare_cached(include_str!("sql/readers.sql"))?;
    let parameters = named_params! { ":note": note.id, ":generation": note.generation, ":author": note.author };
    let rows =
        statement.query_map(parameters, |row| Ok(Reader { staff: row.get("holder")?, name: row.get("name")? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Everybody who holds the counselor's role and is at work here.
pub(super) fn counselors(sql: &Connection) -> Result<Vec<(StaffId, String)>> {
    let mut statement = sql.prepare_cached(include_str!("sql/counselors.sql"))?;
    let rows = statement.query_map([], |row| Ok((row.get("id")?, row.get("name")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Earlier texts of a note, still sealed: revision, when it was written, the bytes in hexadecimal, and the key of its
/// generation as sealed to the person.
pub(super) struct Earlier {
    pub rev: i64,
    pub at: Moment,
    pub sealed: String,
    pub sealed_key: Vec<u8>,
}

pub(super) fn earlier(sql: &Connection, me: StaffId, note: CounselingNoteId) -> Result<Vec<Earlier>> {
    let mut statement = sql.prepare_cached(include_str!("sql/earlier.sql"))?;
    let rows = statement.query_map(named_params! { ":note": note, ":me": me }, |row| {
        Ok(Earlier {
            rev: row.get("of_rev")?,
            at: row.get("written_at")?,
            sealed: row.get("sealed")?,
            sealed_key: row.get("sealed_key")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, id: CounselingNoteId, client: ClientId, sealed: &[u8]) -> Result<()> {
    tx.write(
        "insert into counseling_note
           (id, client, author, state, started_at, noted_at, generation, sealed, rev, at, device, by_staff)
         values (:id, :client, :by_staff, 'open', :at, :at, 1, :sealed, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":client": client, ":sealed": sealed },
    )
}

/// Whether a note is there after a change.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Kept {
    Kept,
    TakenBack,
}

/// Writes the note as its next revision.
pub(super) fn update(tx: &Tx<'_, '_>, note: &Stored, kept: Kept) -> Result<()> {
    tx.write(
        "update counseling_note
         set state = :state, noted_at = :noted_at, closed_at = :closed_at, generation = :generation, sealed = :sealed,
             voided_at = :voided_at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": note.id,
            ":rev": note.rev,
            ":state": note.state,
            ":noted_at": note.noted_at,
            ":closed_at": note.closed_at,
            ":generation": note.generation,
            ":sealed": note.sealed,
            ":voided_at": (kept == Kept::TakenBack).then(|| tx.now()),
        },
    )
}

pub(super) fn insert_key(tx: &Tx<'_, '_>, key: &NewKey) -> Result<()> {
    tx.write(
        "insert into counseling_note_key (id, note, holder, generation, sealed, rev, at, device, by_staff)
         values (:id, :note, :holder, :generation, :sealed, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": key.id,
            ":note": key.note,
            ":holder": key.holder,
            ":generation": key.generation,
            ":sealed": key.sealed,
        },
    )
}

/// Wipes the keys of a note that were sealed to somebody. The rows stay, and open nothing.
pub(super) fn wipe_keys(
    tx: &Tx<'_, '_>,
    note: CounselingNoteId,
    holder: StaffId,
) -> Result<Vec<CounselingNoteKeyId>> {
    let mut statement = tx.sql().prepare_cached(
        "update counseling_note_key
         set sealed = zeroblob(0), voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where note = :note and holder = :holder and voided_at is null
         returning id",
    )?;
    let device = tx.device();
    let parameters = named_params! {
        ":note": note,
        ":holder": holder,
        ":at": tx.now(),
        ":device": device.as_bytes(),
        ":by_staff": tx.actor.staff,
    };
    let rows = statement.query_map(parameters, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Seals a key to another recovery key in its place; what was sealed to the earlier one is not kept.
pub(super) fn reseal(tx: &Tx<'_, '_>, key: CounselingNoteKeyId, sealed: &[u8]) -> Result<()> {
    tx.write(
        "update counseling_note_key
         set sealed = :sealed, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": key, ":sealed": sealed },
    )
}
