//! Ids: UUIDv7 newtypes, 16-byte blobs in the table and text on the wire.
//!
//! Version 7 puts the time first, so rows written together lie together in an index.

use uuid::Uuid;

/// What every id can do; lets the door and the history speak of a row without knowing its kind.
pub trait RowId: Copy {
    /// The bare value.
    fn uuid(self) -> Uuid;
    /// Wraps a value that is already known to name this kind of row.
    fn of(uuid: Uuid) -> Self;
}

/// Declares id newtypes.
#[macro_export]
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[ts(as = "String")]
        pub struct $name(pub uuid::Uuid);

        impl $crate::kernel::RowId for $name {
            fn uuid(self) -> uuid::Uuid { self.0 }
            fn of(uuid: uuid::Uuid) -> Self { Self(uuid) }
        }

        impl rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::Borrowed(rusqlite::types::ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                let bytes = value.as_blob()?;
                uuid::Uuid::from_slice(bytes).map(Self).map_err(|error| rusqlite::types::FromSqlError::Other(Box::new(error)))
            }
        }
    )+};
}

/// A UUIDv7 for the given instant. The order of ids made in one millisecond follows the counter.
pub fn at(now_ms: i64) -> Uuid {
    let ms = u64::try_from(now_ms).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(
        uuid::NoContext,
        ms / 1000,
        u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000,
    ))
}
