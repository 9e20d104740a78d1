//! New rows that wait until there are enough of them to be added together.

use super::files::Sheet;
use super::landing::{self, BATCH, Ids, Landing};
use super::pass::Piece;
use super::rules::ImportRefusal;
use super::{LandedId, store};
use crate::kernel::door::Tx;
use crate::kernel::{Refusal, Result};

/// So many rows wait at the most.
const MOST: usize = 8_192;

/// The rows, in the order in which they came.
#[derive(Default)]
pub(super) struct Waiting {
    rows: Vec<(Piece, (Sheet, u64))>,
}

impl Waiting {
    /// Adds a row to those that wait.
    pub fn push(&mut self, piece: Piece, from: (Sheet, u64)) {
        self.rows.push((piece, from));
    }

    /// Whether it is time.
    pub fn full(&self) -> bool {
        self.rows.len() >= MOST
    }

    /// Adds all of them, kind by kind: within a file, a kind stands only on kinds before it.
    pub fn add(&mut self, tx: &Tx<'_, '_>, ids: &Ids) -> Result<()> {
        self.rows.sort_by_key(|(piece, _)| piece.kind);
        for same in self.rows.chunk_by(|(one, _), (other, _)| one.kind == other.kind) {
            add(tx, same)?;
        }
        let mut together = tx.sql().prepare_cached(store::REMEMBER_BATCH)?;
        let (batches, rest) = self.rows.as_chunks::<BATCH>();
        for batch in batches {
            store::remember(tx, &mut together, ids, batch)?;
        }
        let mut single = tx.sql().prepare_cached(store::REMEMBER)?;
        for one in rest {
            store::remember(tx, &mut single, ids, std::slice::from_ref(one))?;
        }
        self.rows.clear();
        Ok(())
    }
}

/// Adds rows of one kind.
fn add(tx: &Tx<'_, '_>, rows: &[(Piece, (Sheet, u64))]) -> Result<()> {
    let Some(first) = rows.first().and_then(|(piece, _)| piece.row.as_deref()) else { return Ok(()) };
    let (batches, rest) = rows.as_chunks::<BATCH>();
    if !batches.is_empty() {
        let mut together = tx.sql().prepare_cached(first.insert_batch())?;
        for batch in batches {
            match landing::add(tx, &mut together, landings(batch)) {
                // The statement undid itself; one by one, the line is found.
                Err(refusal) if refusal.rule == Some(landing::CONSTRAINT) => singly(tx, first, batch)?,
                done => done?,
            }
        }
    }
    singly(tx, first, rest)
}

fn singly(tx: &Tx<'_, '_>, first: &dyn Landing, rows: &[(Piece, (Sheet, u64))]) -> Result<()> {
    let mut single = tx.sql().prepare_cached(first.insert())?;
    for row in rows {
        landing::add(tx, &mut single, landings(std::slice::from_ref(row)))
            .map_err(|refusal| clash(refusal, row.1))?;
    }
    Ok(())
}

fn landings(rows: &[(Piece, (Sheet, u64))]) -> impl Iterator<Item = (&LandedId, &dyn Landing)> {
    rows.iter().filter_map(|(piece, _)| Some((&piece.id, piece.row.as_deref()?)))
}

/// A constraint of the tables that no rule foresaw: the folder is refused, and the line is named.
pub(super) fn clash(refusal: Refusal, (sheet, line): (Sheet, u64)) -> Refusal {
    match refusal.rule {
        Some(landing::CONSTRAINT) => ImportRefusal::Clash { file: sheet.file(), line }.into(),
        _ => refusal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_constraint_of_the_tables_names_the_line() {
        let constraint = Refusal { rule: Some(landing::CONSTRAINT), ..Refusal::internal("import") };
        let named = clash(constraint, (Sheet::Sessions, 7));
        assert_eq!(named.rule, Some("import.clash"));
        assert!(named.message.contains("sessions.csv") && named.message.contains('7'), "{}", named.message);
        let other = clash(Refusal::internal("disk"), (Sheet::Sessions, 7));
        assert_eq!(other.rule, None);
    }
}
