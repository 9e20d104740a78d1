//! SQL of snippets.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::SnippetId;
use crate::kernel::Result;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;

/// A snippet, as stored.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub id: SnippetId,
    pub owner: StaffId,
    pub shared: bool,
    pub word: String,
    pub words: String,
    pub rev: i64,
}

fn stored_of(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get("id")?,
        owner: row.get("owner")?,
        shared: row.get("shared")?,
        word: row.get("word")?,
        words: row.get("words")?,
        rev: row.get("rev")?,
    })
}

/// A snippet, and whether it was taken away.
pub(super) fn snippet(sql: &Connection, id: SnippetId) -> Result<Option<(Stored, bool)>> {
    let mut statement = sql.prepare_cached(
        "select id, owner, shared, word, words, rev, voided_at is not null as voided from snippet where id = :id",
    )?;
    Ok(statement
        .query_row(named_params! { ":id": id }, |row| Ok((stored_of(row)?, row.get("voided")?)))
        .optional()?)
}

/// One's own and what is shared, with its owner's name, by word and one's own first.
pub(super) fn of(sql: &Connection, me: StaffId) -> Result<Vec<(Stored, String)>> {
    let mut statement = sql.prepare_cached(
        "select snippet.id, snippet.owner, snippet.shared, snippet.word, snippet.words, snippet.rev,
                staff.given_name || ' ' || staff.family_name as made_by
         from snippet
         join staff on staff.id = snippet.owner
         where snippet.voided_at is null and (snippet.shared = 1 or snippet.owner = :me)
         order by snippet.word, snippet.shared, snippet.id",
    )?;
    let rows = statement.query_map(named_params! { ":me": me }, |row| Ok((stored_of(row)?, row.get("made_by")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether another one has the word, among the owner's or among the shared ones.
pub(super) fn is_taken(sql: &Connection, snippet: &Stored) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from snippet
           where word = :word and shared = :shared and voided_at is null and id <> :id
             and (:shared = 1 or owner = :owner)
         )",
    )?;
    let parameters = named_params! {
        ":word": snippet.word, ":shared": snippet.shared, ":id": snippet.id, ":owner": snippet.owner,
    };
    Ok(statement.query_row(parameters, |row| row.get(0))?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, snippet: &Stored) -> Result<()> {
    tx.write(
        "insert into snippet (id, owner, shared, word, words, rev, at, device, by_staff)
         values (:id, :owner, :shared, :word, :words, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": snippet.id,
            ":owner": snippet.owner,
            ":shared": snippet.shared,
            ":word": snippet.word,
            ":words": snippet.words,
        },
    )
}

pub(super) fn update(tx: &Tx<'_, '_>, snippet: &Stored) -> Result<()> {
    tx.write(
        "update snippet
         set shared = :shared, word = :word, words = :words,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": snippet.id,
            ":rev": snippet.rev,
            ":shared": snippet.shared,
            ":word": snippet.word,
            ":words": snippet.words,
        },
    )
}

pub(super) fn set_voided(tx: &Tx<'_, '_>, id: SnippetId, voided: bool) -> Result<()> {
    tx.write(
        "update snippet
         set voided_at = iif(:voided, :at, null), rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":voided": voided },
    )
}
