//! The schema, step by step. Forward only; a step that landed is never edited.

use vault::{Migration, Schema};

/// "EvKl": marks a vault file as ours.
const APPLICATION_ID: i32 = 0x4576_4b6c;

/// Every step, in order, numbered in tens.
pub static SCHEMA: Schema = Schema { application_id: APPLICATION_ID, migrations: MIGRATIONS };

/// One step with its file.
macro_rules! steps {
    ($($number:literal $file:literal $name:literal),+ $(,)?) => {
        &[$(Migration { number: $number, name: $name, sql: include_str!(concat!("../migrations/", $file, "_", $name, ".sql")) }),+]
    };
}

const MIGRATIONS: &[Migration] = steps! {
    10 "0010" "practice",
    20 "0020" "client",
    30 "0030" "plan_consent",
    40 "0040" "session",
    50 "0050" "note",
    60 "0060" "drug_test",
    70 "0070" "import",
    80 "0080" "work_pattern",
    90 "0090" "draw",
    100 "0100" "curriculum",
    110 "0110" "counseling_note",
    120 "0120" "instrument",
    140 "0140" "inquiry",
    150 "0150" "schedule",
    160 "0160" "evening",
    170 "0170" "panel",
    180 "0180" "follow_up",
    190 "0190" "record",
    200 "0200" "writing",
    210 "0210" "evening_words",
    240 "0240" "formats_recovery",
    250 "0250" "taking",
    260 "0260" "agreement",
    270 "0270" "signature",
    280 "0280" "session_handover",
    290 "0290" "review_signature",
    300 "0300" "together",
    320 "0320" "spelling",
    330 "0330" "todo",
    340 "0340" "note_prompts",
};
