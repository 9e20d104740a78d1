//! History: nothing is physically deleted, and the earlier version of every changed row is kept.
//!
//! `version` holds earlier rows as JSON objects with their columns in alphabetical order. The audit chain holds only a digest of the row as it
//! was written, so that a lawful redaction of a version does not break the chain (vault.md decision 3).

use std::collections::HashMap;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, named_params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::actor::StaffId;
use super::door::Tx;
use super::refusal::{Refusal, Result};
use super::time::Moment;

/// Declares the tables that keep a history, with the word a screen uses for one row.
macro_rules! tables {
    ($($variant:ident $name:literal $noun:literal),+ $(,)?) => {
        /// A table whose rows have `id` and `rev` and keep their earlier versions.
        #[derive(Copy, Clone, Debug, Eq, PartialEq)]
        pub enum Table { $(#[doc = $noun] $variant),+ }

        impl Table {
            /// Every table with a history.
            pub const ALL: &'static [Table] = &[$(Table::$variant),+];

            /// The table's name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// One row, as a screen says it.
            pub const fn noun(self) -> &'static str {
                match self { $(Self::$variant => $noun),+ }
            }

            const fn row(self) -> &'static str {
                match self { $(Self::$variant => concat!("select * from ", $name, " where id = :id")),+ }
            }

            const fn hand(self) -> &'static str {
                match self { $(Self::$variant => concat!("select by_staff, at from ", $name, " where id = :id")),+ }
            }

            const fn rev(self) -> &'static str {
                match self { $(Self::$variant => concat!("select rev from ", $name, " where id = :id")),+ }
            }
        }
    };
}

tables! {
    Practice "practice" "practice",
    Policy "policy" "setting",
    Staff "staff" "person",
    Credential "credential" "credential",
    StaffRole "staff_role" "role",
    CredentialMend "credential_mend" "mended license date",
    StandIn "stand_in" "stand-in",
    Screen "screen" "screen setting",
    Draft "draft" "draft",
    SetAside "set_aside" "words set aside",
    Exit "exit" "record of what left",
    BackupSetting "backup_setting" "backup setting",
    Client "client" "client",
    Contact "contact" "contact",
    EmergencyContact "emergency_contact" "emergency contact",
    Insurance "insurance" "insurance",
    License "license" "license",
    Work "work" "work",
    WorkPattern "work_pattern" "work pattern",
    CareTeam "care_team" "care team entry",
    NamedChart "named_chart" "named chart",
    BreakGlass "break_glass" "opening of the glass",
    Episode "episode" "episode",
    LevelOfCare "level_of_care" "level of care",
    Medication "medication" "medication",
    Diagnosis "diagnosis" "diagnosis",
    ExternalId "external_id" "imported id",
    Inquiry "inquiry" "inquiry",
    InquiryStep "inquiry_step" "step of an inquiry",
    SignedRecord "signed_record" "signed document of the record",
    Assessment "assessment" "assessment",
    IntakeItem "intake_item" "item of the intake packet",
    IntakeMark "intake_mark" "mark of the intake packet",
    Plan "plan" "plan",
    Problem "problem" "problem",
    Goal "goal" "goal",
    Objective "objective" "objective",
    Intervention "intervention" "intervention",
    PlanSignature "plan_signature" "signature of a client",
    PlanReview "plan_review" "review of a plan",
    ObjectiveProgress "objective_progress" "progress of an objective",
    DischargeSummary "discharge_summary" "discharge summary",
    LibraryObjective "library_objective" "objective of the library",
    Consent "consent" "consent",
    Curriculum "curriculum" "curriculum",
    Lesson "lesson" "curriculum session",
    Group "groups" "group",
    Slot "slot" "slot",
    Membership "membership" "membership",
    CounselingNote "counseling_note" "counseling note",
    CounselingNoteKey "counseling_note_key" "reader of a counseling note",
    CounselingRecovery "counseling_recovery" "recovery of counseling notes",
    Closure "closure" "closure",
    Apart "apart" "pair kept apart",
    ApartOverride "apart_override" "pair let into one room",
    Waitlist "waitlist" "place on a waitlist",
    Session "session" "session",
    SessionBreak "session_break" "break",
    Attendance "attendance" "attendance",
    Booking "booking" "make-up booking",
    Arrival "arrival" "mark of the front desk",
    UnknownWalkIn "unknown_walk_in" "unknown walk-in",
    SharedPart "shared_part" "shared part",
    Note "note" "note",
    NoteObjective "note_objective" "objective of a note",
    SignedNote "signed_note" "signed document",
    Cosign "cosign" "cosign answer",
    Addendum "addendum" "addendum",
    Laboratory "laboratory" "laboratory",
    Panel "panel" "panel",
    PanelVersion "panel_version" "version of a panel",
    PanelAnalyte "panel_analyte" "substance of a panel",
    Agreement "agreement" "agreement",
    Disclosure "disclosure" "record of what was told",
    FollowUpRule "follow_up_rule" "rule of follow-ups",
    FollowUp "follow_up" "follow-up",
    NoteRemark "note_remark" "remark of a supervisor",
    NoteHandover "note_handover" "handover of a note",
    SessionHandover "session_handover" "handover of a group session",
    NoteTemplate "note_template" "template of notes",
    NoteTemplateEdition "note_template_edition" "edition of a template",
    Snippet "snippet" "snippet",
    SpellingWord "spelling_word" "word of the practice",
    Task "task" "task",
    AttendanceCorrection "attendance_correction" "correction of attendance",
    DrugTest "drug_test" "drug test",
    DrugTestResult "drug_test_result" "result",
    Collection "collection" "collection",
    HandOff "hand_off" "hand-off",
    CollectionWait "collection_wait" "wait for a specimen",
    WaitFluid "wait_fluid" "drink",
    LaboratoryReport "laboratory_report" "laboratory report",
    ReportLine "report_line" "line of a laboratory report",
    ResultMapping "result_mapping" "mapping of result files",
    ResultFile "result_file" "file of results",
    TestingProgram "testing_program" "testing program",
    TestingTier "testing_tier" "tier",
    TestingEnrollment "testing_enrollment" "place in a testing program",
    TestingPause "testing_pause" "pause",
    Draw "draw" "draw",
    DrawEntry "draw_entry" "person of a draw",
    DrawPick "draw_pick" "selection",
    CheckIn "check_in" "check-in",
    CheckInClose "check_in_close" "closing of the line",
    SignedDay "signed_day" "signed day report",
    Instrument "instrument" "instrument",
    InstrumentSchedule "instrument_schedule" "schedule of an instrument",
    Measurement "measurement" "measurement",
    SafetyStep "safety_step" "safety step",
    ImportRun "import_run" "import",
}

/// A row as it stood at one revision.
#[derive(Clone, Debug)]
pub struct Kept {
    pub rev: i64,
    pub body: serde_json::Map<String, serde_json::Value>,
    pub at: Moment,
    /// Who wrote this revision.
    pub by: String,
}

impl Kept {
    /// The client the row belongs to, where it has such a column.
    pub fn client(&self) -> Option<Uuid> {
        self.body.get("client")?.as_str().and_then(|hex| Uuid::parse_str(hex).ok())
    }
}

/// Every revision of a row that is kept, and the row as it stands, from the oldest on. Empty when there is none.
pub fn timeline(sql: &Connection, table: Table, id: Uuid) -> Result<Vec<Kept>> {
    let mut statement =
        sql.prepare_cached("select body from version where of_table = :of_table and of_id = :of_id order by of_rev")?;
    let parameters = named_params! { ":of_table": table.name(), ":of_id": id.as_bytes() };
    let mut bodies: Vec<String> =
        statement.query_map(parameters, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    if revision(sql, table, id)?.is_some() {
        bodies.push(row_as_json(sql, table, id)?.1);
    }
    let names = names(sql)?;
    bodies.iter().map(|body| kept_of(body, &names)).collect()
}

/// Everybody's name; a practice has a few dozen people.
fn names(sql: &Connection) -> Result<HashMap<Uuid, String>> {
    let mut statement = sql.prepare_cached("select id, given_name || ' ' || family_name from staff")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, [u8; 16]>(0)?, row.get(1)?)))?;
    Ok(rows
        .collect::<rusqlite::Result<Vec<_>>>()?
        .into_iter()
        .map(|(id, name)| (Uuid::from_bytes(id), name))
        .collect())
}

fn kept_of(body: &str, names: &HashMap<Uuid, String>) -> Result<Kept> {
    let body: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(body).map_err(|_| Refusal::internal("a kept version"))?;
    let number = |name: &str| body.get(name).and_then(serde_json::Value::as_i64).unwrap_or_default();
    let by = body.get("by_staff").and_then(serde_json::Value::as_str).and_then(|hex| Uuid::parse_str(hex).ok());
    let by = by.and_then(|id| names.get(&id)).cloned().unwrap_or_default();
    Ok(Kept { rev: number("rev"), at: Moment(number("at")), by, body })
}

/// The revision of a row.
pub fn revision(sql: &Connection, table: Table, id: Uuid) -> Result<Option<i64>> {
    let mut statement = sql.prepare_cached(table.rev())?;
    Ok(statement.query_row(named_params! { ":id": id.as_bytes() }, |row| row.get(0)).optional()?)
}

/// Who wrote the present row, and when.
pub fn last_hand(sql: &Connection, table: Table, id: Uuid) -> Result<Option<(StaffId, Moment)>> {
    let mut statement = sql.prepare_cached(table.hand())?;
    let found = statement.query_row(named_params! { ":id": id.as_bytes() }, |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

/// Copies the present row into `version`.
pub(super) fn keep(tx: &mut Tx<'_, '_>, table: Table, id: Uuid) -> Result<()> {
    let (rev, body) = row_as_json(tx.sql(), table, id)?;
    tx.write(
        "insert into version (id, of_table, of_id, of_rev, body, rev, at, device, by_staff)
         values (:id, :of_table, :of_id, :of_rev, :body, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": super::id::at(tx.now().0).as_bytes(),
            ":of_table": table.name(),
            ":of_id": id.as_bytes(),
            ":of_rev": rev,
            ":body": body,
        },
    )
}

/// The revision and the SHA-256 of a row as it stands.
pub(super) fn fingerprint(sql: &Connection, table: Table, id: Uuid) -> Result<(i64, [u8; 32])> {
    let (rev, body) = row_as_json(sql, table, id)?;
    Ok((rev, Sha256::digest(body.as_bytes()).into()))
}

fn row_as_json(sql: &Connection, table: Table, id: Uuid) -> Result<(i64, String)> {
    let mut statement = sql.prepare_cached(table.row())?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let row = statement.query_row(named_params! { ":id": id.as_bytes() }, |row| {
        let mut body = serde_json::Map::new();
        for (index, name) in names.iter().enumerate() {
            body.insert(name.clone(), cell(row.get_ref(index)?));
        }
        Ok((row.get::<_, i64>("rev")?, serde_json::Value::Object(body)))
    })?;
    Ok((row.0, row.1.to_string()))
}

fn cell(value: ValueRef<'_>) -> serde_json::Value {
    match value {
        ValueRef::Null => serde_json::Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned().into(),
        ValueRef::Blob(bytes) => hex(bytes).into(),
    }
}

/// Lowercase hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
