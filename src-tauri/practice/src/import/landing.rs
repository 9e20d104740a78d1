//! How a row of any table comes in: its statements, what is bound to them, and the digest that tells a change.
//!
//! The statements are put together by the compiler from the columns a row type declares, so the columns, the binding and
//! the digest cannot disagree.

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
    /// Adds it.
    fn insert(&self) -> &'static str;
    /// Changes it to these fields.
    fn update(&self) -> &'static str;
    /// The fields that a change writes.
    fn fields(&self) -> Bound<'_>;
    /// The columns that are set once and stay.
    fn once(&self) -> Bound<'_>;
    /// Tells whether any field differs.
    fn digest(&self) -> Digest;
    /// Why it may not be changed, when it may not.
    fn fixed(&self, _present: &Connection, _id: LandedId) -> Result<Option<Reason>> {
        Ok(None)
    }
    /// What follows an insert or a change in tables that hang on this one.
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
                concat!("insert into ", $sql, " (id", $(", ", $column,)+ $(", ", $once,)* ", rev, at, device, by_staff) values (:id",
                    $(", :", $column,)+ $(", :", $once,)* ", 1, :at, :device, :by_staff)")
            }
            fn update(&self) -> &'static str {
                concat!("update ", $sql, " set rev = rev + 1, at = :at, device = :device, by_staff = :by_staff",
                    $(", ", $column, " = :", $column,)+ " where id = :id")
            }
            fn fields(&self) -> $crate::import::landing::Bound<'_> {
                vec![$((concat!(":", $column), &self.$field as &dyn rusqlite::ToSql)),+]
            }
            fn once(&self) -> $crate::import::landing::Bound<'_> {
                vec![$((concat!(":", $once), &self.$only as &dyn rusqlite::ToSql)),*]
            }
            fn digest(&self) -> $crate::import::landing::Digest { $crate::import::landing::digest_of(self) }
            $($extra)*
        }
    };
}
pub(super) use row;

/// Adds or changes a row.
pub(super) fn write(tx: &Tx<'_, '_>, row: &dyn Landing, id: LandedId, change: Change) -> Result<()> {
    let (at, device, by_staff) = (tx.now(), tx.device(), tx.actor.staff);
    let device = device.as_bytes().as_slice();
    let mut bound: Bound<'_> = row.fields();
    bound.extend([(":id", &id as &dyn ToSql), (":at", &at), (":device", &device), (":by_staff", &by_staff)]);
    let statement = match change {
        Change::New => {
            bound.extend(row.once());
            row.insert()
        }
        Change::Again => row.update(),
    };
    tx.sql().prepare_cached(statement)?.execute(bound.as_slice()).map_err(constraint)?;
    row.follow(tx, id)
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

/// Whether a row comes in for the first time.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Change {
    New,
    Again,
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
    tx.sql().prepare_cached(statement)?.execute(rusqlite::named_params! {
        ":id": id,
        ":at": tx.now(),
        ":device": tx.device().as_bytes(),
        ":by_staff": tx.actor.staff,
    })?;
    Ok(())
}

/// Fresh ids, growing one after the other, so that rows of one run lie together in every index.
pub(super) struct Ids {
    context: uuid::ContextV7,
    seconds: u64,
    nanoseconds: u32,
}

impl Ids {
    /// Ids of an instant in UTC milliseconds.
    pub fn at(now_ms: i64) -> Self {
        let ms = u64::try_from(now_ms).unwrap_or(0);
        let nanoseconds = u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000;
        Self { context: uuid::ContextV7::new(), seconds: ms / 1000, nanoseconds }
    }

    /// The next one.
    pub fn next(&self) -> LandedId {
        LandedId::of(uuid::Uuid::new_v7(uuid::Timestamp::from_unix(&self.context, self.seconds, self.nanoseconds)))
    }
}
