//! How a row of any table comes in: its statements, what is bound to them, and the digest that tells a change.
//!
//! The statements are put together by the compiler from the columns a row type declares, so the columns, the binding and
//! the digest cannot disagree.

use std::cell::Cell;

use rusqlite::{Connection, ToSql};
use sha2::{Digest as _, Sha256};

use super::LandedId;
use super::reason::Reason;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Refusal, Result, RowId as _};

/// The first half of a SHA-256 over the fields of a row.
pub(super) type Digest = [u8; 16];

/// The digest of a row that was taken back because its field is empty now.
pub(super) const VOIDED: Digest = [0; 16];

/// What is bound to a statement.
pub(super) type Bound<'a> = Vec<(&'static str, &'a dyn ToSql)>;

/// A row of some table that may come in.
pub(super) trait Landing {
    /// Its table.
    fn table(&self) -> Table;
    /// Adds one.
    fn insert(&self) -> &'static str;
    /// Adds as many as [`BATCH`].
    fn insert_batch(&self) -> &'static str;
    /// What an insert binds between the id and the four columns that every row has.
    fn values(&self) -> Vec<&dyn ToSql>;
    /// Changes it to these fields.
    fn update(&self) -> &'static str;
    /// The fields that a change writes.
    fn fields(&self) -> Bound<'_>;
    /// Tells whether any field differs.
    fn digest(&self) -> Digest;
    /// Why it may not be changed, when it may not.
    fn fixed(&self, _present: &Connection, _id: LandedId) -> Result<Option<Reason>> {
        Ok(None)
    }
    /// What a change brings about in tables that hang on this one.
    fn follow(&self, _tx: &Tx<'_, '_>, _id: LandedId) -> Result<()> {
        Ok(())
    }
}

/// The digest of anything that can be written down.
pub(super) fn digest_of(fields: &impl serde::Serialize) -> Digest {
    let bytes = serde_json::to_vec(fields).unwrap_or_default();
    let whole: [u8; 32] = Sha256::digest(bytes).into();
    let mut half = VOIDED;
    half.copy_from_slice(whole.split_at(16).0);
    half
}

/// Rows that one statement adds. SQLite prepares the checks of a table once for each statement, so many rows at once cost
/// far less than many statements.
pub(super) const BATCH: usize = 64;

/// The beginning of an insert.
macro_rules! head {
    ($sql:literal, $($column:literal),+ ; $($once:literal),*) => {
        concat!("insert into ", $sql, " (id", $(", ", $column,)+ $(", ", $once,)* ", rev, at, device, by_staff) values ")
    };
}
pub(super) use head;

/// One row of an insert.
macro_rules! one {
    ($($column:literal),+ ; $($once:literal),*) => {
        concat!("(?", $($crate::import::landing::mark!($column),)+ $($crate::import::landing::mark!($once),)* ", 1, ?, ?, ?)")
    };
}
pub(super) use one;

/// As many rows of an insert as [`BATCH`].
macro_rules! batch {
    ($($columns:tt)+) => {
        concat!($crate::import::landing::sixteen!($($columns)+), ", ", $crate::import::landing::sixteen!($($columns)+), ", ",
            $crate::import::landing::sixteen!($($columns)+), ", ", $crate::import::landing::sixteen!($($columns)+))
    };
}
pub(super) use batch;

/// Sixteen rows of an insert.
macro_rules! sixteen {
    ($($columns:tt)+) => {
        concat!($crate::import::landing::four!($($columns)+), ", ", $crate::import::landing::four!($($columns)+), ", ",
            $crate::import::landing::four!($($columns)+), ", ", $crate::import::landing::four!($($columns)+))
    };
}
pub(super) use sixteen;

/// Four rows of an insert.
macro_rules! four {
    ($($columns:tt)+) => {
        concat!($crate::import::landing::one!($($columns)+), ", ", $crate::import::landing::one!($($columns)+), ", ",
            $crate::import::landing::one!($($columns)+), ", ", $crate::import::landing::one!($($columns)+))
    };
}
pub(super) use four;

/// The place of one value.
macro_rules! mark {
    ($column:literal) => {
        ", ?"
    };
}
pub(super) use mark;

/// Declares a row type with its table and columns. `once` columns are written at the first landing only.
macro_rules! row {
    (
        $(#[$meta:meta])* $name:ident in $table:ident $sql:literal
        { $($field:ident $column:literal: $type:ty),+ $(,)? }
        once { $($only:ident $once:literal: $once_type:ty),* $(,)? }
        $($extra:item)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, serde::Serialize)]
        pub(in crate::import) struct $name {
            $(pub $field: $type,)+
            $(#[serde(skip)] pub $only: $once_type,)*
        }

        impl $crate::import::landing::Landing for $name {
            fn table(&self) -> $crate::kernel::history::Table { $crate::kernel::history::Table::$table }
            fn insert(&self) -> &'static str {
                concat!($crate::import::landing::head!($sql, $($column),+ ; $($once),*),
                    $crate::import::landing::one!($($column),+ ; $($once),*))
            }
            fn insert_batch(&self) -> &'static str {
                concat!($crate::import::landing::head!($sql, $($column),+ ; $($once),*),
                    $crate::import::landing::batch!($($column),+ ; $($once),*))
            }
            fn values(&self) -> Vec<&dyn rusqlite::ToSql> {
                vec![$(&self.$field as &dyn rusqlite::ToSql,)+ $(&self.$only as &dyn rusqlite::ToSql),*]
            }
            fn update(&self) -> &'static str {
                concat!("update ", $sql, " set rev = rev + 1, at = :at, device = :device, by_staff = :by_staff",
                    $(", ", $column, " = :", $column,)+ " where id = :id")
            }
            fn fields(&self) -> $crate::import::landing::Bound<'_> {
                vec![$((concat!(":", $column), &self.$field as &dyn rusqlite::ToSql)),+]
            }
            fn digest(&self) -> $crate::import::landing::Digest { $crate::import::landing::digest_of(self) }
            $($extra)*
        }
    };
}
pub(super) use row;

/// Changes a row to its new fields.
pub(super) fn change(tx: &mut Tx<'_, '_>, row: &dyn Landing, id: LandedId, rev: i64) -> Result<()> {
    tx.revise(row.table(), id, rev)?;
    let (at, device, by_staff) = (tx.now(), tx.device(), tx.actor.staff);
    let device = device.as_bytes().as_slice();
    let mut bound: Bound<'_> = row.fields();
    bound.extend([(":id", &id as &dyn ToSql), (":at", &at), (":device", &device), (":by_staff", &by_staff)]);
    tx.sql().prepare_cached(row.update())?.execute(bound.as_slice()).map_err(constraint)?;
    row.follow(tx, id)
}

/// Adds rows of one kind by a statement for as many. The statement is kept by the caller: what it bound before gives its
/// memory to what it binds next.
pub(super) fn add<'r>(
    tx: &Tx<'_, '_>,
    statement: &mut rusqlite::CachedStatement<'_>,
    rows: impl Iterator<Item = (&'r LandedId, &'r dyn Landing)>,
) -> Result<()> {
    let (at, device, by_staff) = (tx.now(), tx.device(), tx.actor.staff);
    let device = device.as_bytes().as_slice();
    let mut bound: Vec<&dyn ToSql> = Vec::with_capacity(BATCH * 24);
    for (id, row) in rows {
        bound.push(id);
        bound.extend(row.values());
        bound.extend([&at as &dyn ToSql, &device, &by_staff]);
    }
    statement.execute(bound.as_slice()).map_err(constraint)?;
    Ok(())
}

/// The rule under which a broken constraint of the tables comes back from [`write`].
pub(super) const CONSTRAINT: &str = "import.constraint";

fn constraint(error: rusqlite::Error) -> Refusal {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::ConstraintViolation) => {
            Refusal { rule: Some(CONSTRAINT), ..Refusal::internal("import") }
        }
        _ => error.into(),
    }
}

/// Takes a row back whose field is empty now. Only tables with `voided_at` have such rows.
pub(super) fn void(tx: &mut Tx<'_, '_>, table: Table, id: LandedId, rev: i64) -> Result<()> {
    let statement = match table {
        Table::Contact => {
            "update contact set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff where id = :id"
        }
        Table::Credential => {
            "update credential set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff where id = :id"
        }
        Table::CareTeam => {
            "update care_team set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff where id = :id"
        }
        Table::Diagnosis => {
            "update diagnosis set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff where id = :id"
        }
        Table::DrugTestResult => {
            "update drug_test_result set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff where id = :id"
        }
        _ => return Err(crate::kernel::Refusal::internal("import_void")),
    };
    tx.revise(table, id, rev)?;
    tx.write(statement, rusqlite::named_params! { ":id": id })
}

/// Fresh ids, growing by one, so that rows of one run lie together in every index. The beginning is random, and one id
/// does not cost a question to the system.
pub(super) struct Ids {
    ms: u64,
    random: [u8; 2],
    next: Cell<u64>,
}

impl Ids {
    /// Ids of an instant in UTC milliseconds.
    pub fn at(now_ms: i64) -> Self {
        let (high, low) = uuid::Uuid::new_v4().as_u64_pair();
        let [.., one, two] = high.to_be_bytes();
        // 62 bits count; the first of them is left free, so that the count has room.
        Self { ms: u64::try_from(now_ms).unwrap_or(0), random: [one, two], next: Cell::new(low & (u64::MAX >> 3)) }
    }

    /// The next one.
    pub fn next(&self) -> LandedId {
        let number = self.next.get();
        self.next.set(number + 1);
        let mut bytes = [0; 10];
        let (random, count) = bytes.split_at_mut(2);
        random.copy_from_slice(&self.random);
        count.copy_from_slice(&number.to_be_bytes());
        LandedId::of(uuid::Builder::from_unix_timestamp_millis(self.ms, &bytes).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_grow_and_are_of_version_seven() {
        let ids = Ids::at(1_795_546_800_000);
        let mut before = ids.next();
        for _ in 0..1_000 {
            let next = ids.next();
            assert!(next > before);
            assert_eq!((next.0.get_version_num(), next.0.get_variant()), (7, uuid::Variant::RFC4122));
            before = next;
        }
        assert_ne!(Ids::at(0).next(), Ids::at(0).next());
    }
}
