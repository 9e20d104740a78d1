//! SQL of the practice's words.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::SpellingWordId;
use crate::kernel::Result;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;

/// A word, as stored.
pub(super) struct Stored {
    pub id: SpellingWordId,
    pub word: String,
    /// Who wrote its row last, and their name.
    pub by_staff: StaffId,
    pub by: String,
    pub voided: bool,
    pub rev: i64,
}

macro_rules! stored {
    ($rest:literal) => {
        concat!(
            "select spelling_word.id, spelling_word.word, spelling_word.by_staff, spelling_word.rev,
                    spelling_word.voided_at is not null as voided, staff.given_name || ' ' || staff.family_name as made_by
             from spelling_word
             join staff on staff.id = spelling_word.by_staff
             where ",
            $rest
        )
    };
}

fn stored_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: row.get("id")?,
        word: row.get("word")?,
        by_staff: row.get("by_staff")?,
        by: row.get("made_by")?,
        voided: row.get("voided")?,
        rev: row.get("rev")?,
    })
}

/// Every word that holds, with who added it.
pub(super) fn list(sql: &Connection) -> Result<Vec<Stored>> {
    let mut statement =
        sql.prepare_cached(stored!("spelling_word.voided_at is null order by spelling_word.word collate nocase"))?;
    let rows = statement.query_map([], stored_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every word that holds, alone.
pub(super) fn words(sql: &Connection) -> Result<Vec<String>> {
    let mut statement = sql.prepare_cached("select word from spelling_word where voided_at is null")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A word, also one that was taken away.
pub(super) fn word(sql: &Connection, id: SpellingWordId) -> Result<Option<Stored>> {
    let mut statement = sql.prepare_cached(stored!("spelling_word.id = :id"))?;
    Ok(statement.query_row(named_params! { ":id": id }, stored_of).optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, id: SpellingWordId, word: &str) -> Result<()> {
    tx.write(
        "insert into spelling_word (id, word, rev, at, device, by_staff)
         values (:id, :word, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":word": word },
    )
}

pub(super) fn set_voided(tx: &Tx<'_, '_>, id: SpellingWordId, voided: bool) -> Result<()> {
    tx.write(
        "update spelling_word
         set voided_at = iif(:voided, :at, null), rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":voided": voided },
    )
}
