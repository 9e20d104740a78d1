//! The schema, step by step. Forward only; a step that landed is never edited.

use vault::{Migration, Schema};

/// "EvKl": marks a vault file as ours.
const APPLICATION_ID: i32 = 0x4576_4b6c;

/// Every step, in order, numbered in tens.
pub static SCHEMA: Schema = Schema { application_id: APPLICATION_ID, migrations: MIGRATIONS };

/// One step with its file.
macro_rules! steps {
    ($($file:literal $number:literal $name:literal),+ $(,)?) => {
        &[$(Migration { number: $number, name: $name, sql: include_str!(concat!("../migrations/", $file, "_", $name, ".sql")) }),+]
    };
}

const MIGRATIONS: &[Migration] = steps! {
    "0010" 10 "practice",
    "0020" 20 "client",
    "0030" 30 "plan_consent",
    "0040" 40 "session",
    "0050" 50 "note",
    "0060" 60 "drug_test",
    "0070" 70 "import",
    "0110" 110 "counseling_note",
    "0120" 120 "instrument",
};
