//! Calls of random testing.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EnrollmentId, LineSays, PauseId, PauseKind, Standing, TestingProgramId, TierId, ops, queries};
use crate::client::ClientId;
use crate::drug_test::{Method, Specimen};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Tag, Verb};

/// A tier, as a form sends it. The order of the list is the order on the screen.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TierFields {
    /// Absent for a new one.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<TierId>,
    pub name: String,
    /// How many tests a year are expected.
    pub per_year: i64,
    /// Of a hundred specimens, how many are also analyzed.
    pub analyzed_percent: i64,
    /// After how many quiet days a step down is proposed.
    #[serde(default)]
    #[ts(optional)]
    pub step_after_days: Option<i64>,
    /// To which tier of this list, counted from 0.
    #[serde(default)]
    #[ts(optional)]
    pub step_to: Option<i64>,
}

/// A testing program, as a form sends it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TestingProgramFields {
    pub name: String,
    /// Seven digits from Monday: 1 on a day that may be drawn.
    pub weekdays: String,
    /// Dates on which nobody can collect.
    pub closed: Vec<NaiveDate>,
    /// "HH:MM": from when names are known.
    pub notice_time: String,
    /// "HH:MM": until when a check-in counts.
    pub closes: String,
    pub method: Method,
    pub specimen: Specimen,
    pub panel: String,
    /// No allowed day has a smaller chance.
    pub floor_millionths: i64,
    /// What a recorded line says instead of names.
    pub line_says: LineSays,
    pub active: bool,
    pub tiers: Vec<TierFields>,
}

/// The request of `testing.add_program`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddTestingProgram {
    pub fields: TestingProgramFields,
}

/// The request of `testing.change_program`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeTestingProgram {
    pub id: TestingProgramId,
    pub rev: i64,
    pub fields: TestingProgramFields,
}

/// What was saved of a program.
#[derive(Debug, Serialize, TS)]
pub struct SavedTestingProgram {
    pub id: TestingProgramId,
    pub rev: i64,
}

/// A tier of a program.
#[derive(Debug, Serialize, TS)]
pub struct TierAnswer {
    pub id: TierId,
    pub name: String,
    pub per_year: i64,
    /// The chance of an allowed day, in millionths.
    pub chance_millionths: i64,
    /// In 19 of 20 years the number lies between these.
    pub least: i64,
    pub most: i64,
    pub analyzed_percent: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_after_days: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_to: Option<TierId>,
    /// How many are in it today.
    pub people: i64,
}

/// A testing program.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "TestingProgram")]
pub struct ProgramAnswer {
    pub id: TestingProgramId,
    pub name: String,
    pub weekdays: String,
    pub closed: Vec<NaiveDate>,
    pub notice_time: String,
    pub closes: String,
    pub method: Method,
    pub specimen: Specimen,
    pub panel: String,
    pub floor_millionths: i64,
    /// How many days of this year may be drawn.
    pub days_a_year: i64,
    pub line_says: LineSays,
    pub active: bool,
    pub tiers: Vec<TierAnswer>,
    pub may_change: bool,
    pub may_enroll: bool,
    pub rev: i64,
}

/// The request of `testing.people`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TestingPeople {
    /// One client with all earlier stays; everybody who is enrolled when absent.
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
}

/// A pause that runs or will.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "TestingPause")]
pub struct PauseAnswer {
    pub id: PauseId,
    pub kind: PauseKind,
    pub site: String,
    pub because: String,
    pub from: NaiveDate,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    pub rev: i64,
}

/// Somebody in a program.
#[derive(Debug, Serialize, TS)]
pub struct TestingPerson {
    pub id: EnrollmentId,
    pub client: ClientId,
    pub client_name: String,
    pub client_number: i64,
    pub program: TestingProgramId,
    pub program_name: String,
    pub tier: TierId,
    pub tier_name: String,
    /// What the line says of the person.
    pub line_code: String,
    /// How many tests a year an agreement in force asks for.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_per_year: Option<i64>,
    /// The tier expects fewer than that.
    pub below_asked: bool,
    pub from: NaiveDate,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    pub because: String,
    /// How the person stands today.
    pub standing: Standing,
    pub pauses: Vec<PauseAnswer>,
    /// The tier that is proposed; a person decides.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_to: Option<TierId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step_to_name: Option<String>,
    pub may_change: bool,
    pub rev: i64,
}

/// The request of `testing.enroll`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Enroll {
    pub client: ClientId,
    pub program: TestingProgramId,
    pub tier: TierId,
}

/// The request of `testing.move`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveTier {
    pub id: EnrollmentId,
    pub rev: i64,
    pub tier: TierId,
    pub because: String,
}

/// The request of `testing.end`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndEnrollment {
    pub id: EnrollmentId,
    pub rev: i64,
    pub because: String,
}

/// The request of `testing.renew_code`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenewLineCode {
    pub id: EnrollmentId,
    pub rev: i64,
}

/// The request of `testing.pause`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PauseTesting {
    pub client: ClientId,
    pub program: TestingProgramId,
    pub kind: PauseKind,
    pub from: NaiveDate,
    /// The last date; open when absent.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
    /// Where a specimen is given meanwhile.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub site: String,
    pub because: String,
}

/// The request of `testing.resume`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResumeTesting {
    pub id: PauseId,
    pub rev: i64,
}

/// What was saved of somebody's place.
#[derive(Debug, Serialize, TS)]
pub struct SavedEnrollment {
    pub id: EnrollmentId,
    pub rev: i64,
}

/// What was saved of a pause.
#[derive(Debug, Serialize, TS)]
pub struct SavedPause {
    pub id: PauseId,
    pub rev: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    // A program is a setting of the practice; who is in it is the clinician's order.
    let settings = Need::Cell(Info::Staff, Verb::Write);
    let orders = Need::Cell(Info::DrugTests, Verb::Interpret);
    let shown: &[Tag] = &[Tag::Testing, Tag::Client, Tag::DrugTest, Tag::Agreement];
    vec![
        query("testing.programs", Need::Cell(Info::DrugTests, Verb::Glimpse), shown, queries::programs),
        query("testing.people", Need::Cell(Info::DrugTests, Verb::Read), shown, queries::people),
        op("testing.add_program", settings, ops::add_program),
        op("testing.change_program", settings, ops::change_program),
        op("testing.enroll", orders, ops::enroll),
        op("testing.move", orders, ops::move_tier),
        op("testing.end", orders, ops::end),
        op("testing.renew_code", orders, ops::renew_code),
        op("testing.pause", orders, ops::pause),
        op("testing.resume", orders, ops::resume),
    ]
}
