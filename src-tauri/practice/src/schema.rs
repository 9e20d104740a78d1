//! The schema, step by step. Forward only; a step that landed is never edited.

use vault::{Migration, Schema};

/// "EvKl": marks a vault file as ours.
const APPLICATION_ID: i32 = 0x4576_4b6c;

/// Every step, in order, numbered in tens.
pub static SCHEMA: Schema = Schema { application_id: APPLICATION_ID, migrations: MIGRATIONS };

/// One step with its file.
macro_rules! steps {
    ($($number:literal $name:literal),+ $(,)?) => {
        &[$(Migration { number: $number, name: $name, sql: include_str!(concat!("../migrations/00", $number, "_", $name, ".sql")) }),+]
    };
}

const MIGRATIONS: &[Migration] = steps! {
    10 "practice",
    20 "client",
    30 "plan_consent",
    40 "session",
    50 "note",
    60 "drug_test",
    70 "import",
    90 "draw",
};
