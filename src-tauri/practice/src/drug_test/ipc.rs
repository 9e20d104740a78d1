//! Calls of drug tests.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::custody::DonorShown;
use super::details::Details;
use super::hand_off::HandOffLine;
use super::meaning::{Meaning, Medication};
use super::report::ReportAnswer;
use super::results::Read;
use super::validity::{Measures, Validity};
use super::wait::WaitAnswer;
use super::{
    DrugTestId, Interpretation, LaboratoryResult, Method, Outcome, Reading, ReviewResult, Specimen, TestClass,
    TestReason, TestState, consequence, correct, corrected, course, custody, explain, grounds, hand_off, laboratory,
    ops, queries, timeline, wait,
};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::panel::LaboratoryId;

/// An analyte of a panel.
#[derive(Debug, Serialize, TS)]
pub struct PanelAnalyte {
    pub key: String,
    pub name: String,
    /// The cut-off of the screen with its unit; absent when no test exists on site.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cutoff: Option<String>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm_cutoff: Option<String>,
    /// How long after use it is found.
    pub detection: String,
    pub note: String,
    /// Whether the cut-off was read in a primary text; the others are typical values that a laboratory replaces.
    pub verified: bool,
}

/// A panel to choose.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "TestPanel")]
pub struct PanelAnswer {
    pub key: String,
    pub name: String,
    pub specimen: Specimen,
    /// The laboratory it belongs to; empty for one that fits any.
    pub laboratory: String,
    /// The version that holds today.
    pub number: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<NaiveDate>,
    pub analytes: Vec<PanelAnalyte>,
    pub note: String,
    pub verified: bool,
}

/// The request of `drug_test.order`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrderTest {
    pub client: ClientId,
    pub reason: TestReason,
    pub method: Method,
    pub specimen: Specimen,
    pub panel: String,
    /// The day of collection; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// How a specimen was taken, as a form sends it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(rename = "TestCollection")]
pub struct CollectionFields {
    /// The date of collection; today when absent.
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// The wall time as "HH:MM"; now when absent.
    #[ts(optional)]
    pub time: Option<String>,
    /// Who collected; the person at the keyboard when absent.
    #[ts(optional)]
    pub collector: Option<StaffId>,
    #[ts(optional, as = "Option<bool>")]
    pub observed: bool,
    #[ts(optional)]
    pub observer: Option<StaffId>,
    /// The number of the seal.
    #[ts(optional, as = "Option<String>")]
    pub seal: String,
    /// The lot of the cup.
    #[ts(optional, as = "Option<String>")]
    pub lot: String,
    /// What the client said: "mouthwash, 6:50 AM".
    #[ts(optional, as = "Option<String>")]
    pub noted: String,
    #[ts(optional, as = "Option<Measures>")]
    pub measures: Measures,
    /// What is recorded beside the measures; a correction without it keeps what was recorded.
    #[ts(optional)]
    pub details: Option<Details>,
}

/// The request of `drug_test.collect`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CollectTest {
    pub id: DrugTestId,
    pub rev: i64,
    pub collection: CollectionFields,
}

/// The request of `drug_test.log`: order, collection and reading in one action. An order for today is used.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogTest {
    pub client: ClientId,
    pub reason: TestReason,
    pub method: Method,
    pub specimen: Specimen,
    pub panel: String,
    pub collection: CollectionFields,
    /// Every substance that the cup shows, or none yet.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Read>>")]
    pub readings: Vec<Read>,
}

/// The request of `drug_test.screen`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ScreenTest {
    pub id: DrugTestId,
    pub rev: i64,
    pub readings: Vec<Read>,
}

/// The request of `drug_test.laboratory`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LaboratoryEntry {
    pub id: DrugTestId,
    pub rev: i64,
    pub result: LaboratoryResult,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub words: String,
    /// What the laboratory says of single substances.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Read>>")]
    pub readings: Vec<Read>,
    /// What the laboratory's own screen showed.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Read>>")]
    pub screens: Vec<Read>,
    /// The day of the report.
    #[serde(default)]
    #[ts(optional)]
    pub reported_on: Option<NaiveDate>,
    /// The wall time of the report as "HH:MM", with its day.
    #[serde(default)]
    #[ts(optional)]
    pub reported_time: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub laboratory: Option<LaboratoryId>,
    /// What the laboratory measured on the specimen.
    #[serde(default)]
    #[ts(optional, as = "Option<Measures>")]
    pub measures: Measures,
    /// Why an earlier entry is replaced.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub because: String,
}

/// The request of `drug_test.review`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewEntry {
    pub id: DrugTestId,
    pub rev: i64,
    pub result: ReviewResult,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub words: String,
    /// Why an earlier review is replaced.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub because: String,
}

/// The request of `drug_test.interpret`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Interpret {
    pub id: DrugTestId,
    pub rev: i64,
    pub interpretation: Interpretation,
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub words: String,
}

/// The request of `drug_test.not_collected`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotCollected {
    pub id: DrugTestId,
    pub rev: i64,
    pub outcome: Outcome,
    pub reason: String,
    /// The key of a definition, for a refusal.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub ground: String,
    /// What comes next for somebody who was unable.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub next_step: String,
}

/// The request of `drug_test.correct`. A test that was interpreted is open again afterwards.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectTest {
    pub id: DrugTestId,
    pub rev: i64,
    pub because: String,
    /// For a test with a specimen: how it was taken.
    #[serde(default)]
    #[ts(optional)]
    pub collection: Option<CollectionFields>,
    /// For a test that was screened: every substance, as it should read.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Read>>")]
    pub readings: Vec<Read>,
    /// For a test without a specimen: what it should say.
    #[serde(default)]
    #[ts(optional)]
    pub outcome: Option<Outcome>,
}

/// The request of `drug_test.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidTest {
    pub id: DrugTestId,
    pub rev: i64,
    pub reason: String,
}

/// One test by its id.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneTest {
    pub id: DrugTestId,
}

/// The request of `drug_test.chart`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChartTests {
    pub client: ClientId,
    /// The last test of the page before, to go on behind it.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<DrugTestId>,
}

/// The request of `drug_test.day`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DayRequest {
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// The request of `drug_test.validity`: what the measures typed so far say.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ValidityRequest {
    pub specimen: Specimen,
    pub measures: Measures,
}

/// What measures say of a specimen.
#[derive(Debug, Serialize, TS)]
pub struct ValidityAnswer {
    pub validity: Validity,
    /// What was found, a finished sentence each.
    pub findings: Vec<String>,
    /// Within how many minutes the temperature must be read.
    pub temperature_minutes: i64,
}

/// A test in a list.
#[derive(Debug, Serialize, TS)]
pub struct TestRow {
    pub id: DrugTestId,
    /// "S-26-1187".
    pub number: String,
    pub client: ClientId,
    pub client_name: String,
    pub on: NaiveDate,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collected_at: Option<Moment>,
    /// For who sees the schedule only: ordered, collected or not collected.
    pub class: TestClass,
    pub reason: TestReason,
    pub specimen: Specimen,
    pub panel: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<Validity>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed: Option<bool>,
    /// Names of what was detected, screen or laboratory.
    pub detected: Vec<String>,
    pub imported: bool,
    pub rev: i64,
}

/// The tests of a day.
#[derive(Debug, Serialize, TS)]
pub struct DayTests {
    pub on: NaiveDate,
    pub rows: Vec<TestRow>,
    /// Ordered for an earlier day and still open; only with today.
    pub overdue: Vec<TestRow>,
    /// Collected or read, and the program has not said what it means; only with today and for who may read results.
    pub waiting: Vec<TestRow>,
}

/// The tests of a chart, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct ChartAnswer {
    pub rows: Vec<TestRow>,
    /// Whether there are older ones.
    pub more: bool,
    pub may_order: bool,
    pub may_log: bool,
}

/// A substance of a test.
#[derive(Debug, Serialize, TS)]
pub struct TestLine {
    pub analyte: String,
    pub name: String,
    pub cutoff: String,
    pub confirm_cutoff: String,
    /// Of a quantity and of its cut-offs; empty for what came with an import.
    pub unit: String,
    /// Whether a cup shows it; otherwise it goes to the laboratory.
    pub on_site: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<Reading>,
    /// What the laboratory's own screen showed; presumptive like the cup.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub laboratory_screen: Option<Reading>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<Reading>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity_tenths: Option<i64>,
    /// The quantity in the laboratory's own digits.
    pub reported: String,
    /// The medication that explains it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prescribed: Option<String>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Meaning>,
    /// The meaning rests on a screen alone.
    pub presumptive: bool,
}

/// One of the three facts, with person and time.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "TestFact")]
pub struct FactAnswer<R: TS> {
    pub result: R,
    pub words: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
}

/// What the person may do with this test now.
#[derive(Debug, Default, Serialize, TS)]
pub struct TestMay {
    pub collect: bool,
    pub not_collected: bool,
    pub excuse: bool,
    pub screen: bool,
    pub laboratory: bool,
    pub review: bool,
    pub interpret: bool,
    /// `expected` and `inconclusive` only, while the screen stands alone.
    pub unexpected: bool,
    pub correct: bool,
    pub hand_off: bool,
    pub void: bool,
}

/// A test, as far as the person may see it.
#[derive(Debug, Serialize, TS)]
pub struct TestAnswer {
    pub id: DrugTestId,
    pub number: String,
    pub client: ClientId,
    pub client_name: String,
    pub client_number: String,
    pub class: TestClass,
    pub state: TestState,
    pub reason: TestReason,
    pub method: Method,
    pub specimen: Specimen,
    pub panel: String,
    pub panel_name: String,
    /// The version it was made with; absent when it came with an import.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub panel_number: Option<i64>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub panel_effective_on: Option<NaiveDate>,
    pub panel_laboratory: String,
    pub on: NaiveDate,
    pub ordered_at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    pub outcome_reason: String,
    /// Which definition of a refusal holds, in words.
    pub ground: String,
    pub next_step: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collected_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collector: Option<Named>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed: Option<bool>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observer: Option<Named>,
    pub seal: String,
    pub lot: String,
    pub noted: String,
    pub measures: Measures,
    pub details: Details,
    /// Who read the cup, when it was not who entered it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reader: Option<String>,
    /// What is worth saying of the collection, a finished sentence each.
    pub collection_findings: Vec<String>,
    pub chain: Vec<HandOffLine>,
    /// What was taken back: it was entered and did not happen.
    pub chain_taken_back: Vec<HandOffLine>,
    /// Where the chain is broken, a finished sentence each.
    pub chain_gaps: Vec<String>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait: Option<WaitAnswer>,
    /// Every report of the laboratory, the first one first.
    pub reports: Vec<ReportAnswer>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<Validity>,
    pub validity_words: String,
    pub medications: Vec<Medication>,
    pub lines: Vec<TestLine>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screened_by: Option<String>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screened_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub laboratory: Option<FactAnswer<LaboratoryResult>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<FactAnswer<ReviewResult>>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<FactAnswer<Interpretation>>,
    pub corrected_because: String,
    pub imported: bool,
    pub voided: bool,
    pub void_reason: String,
    pub may: TestMay,
    pub rev: i64,
}

/// A person behind a step of a test.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "TestPerson")]
pub struct Named {
    pub id: StaffId,
    pub name: String,
}

/// The request of `drug_test.print_custody`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintCustody {
    pub id: DrugTestId,
    pub donor: DonorShown,
    /// Why the form needs the name, when it shows one.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
    /// 1 to 20.
    pub copies: u8,
}

pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::DrugTests, verb);
    let shown: &[Tag] = &[Tag::DrugTest, Tag::Client];
    vec![
        query("drug_test.panels", cell(Verb::Glimpse), &[], queries::panels),
        query("drug_test.validity", cell(Verb::Glimpse), &[Tag::Policy], queries::validity),
        query("drug_test.grounds", cell(Verb::Glimpse), &[], grounds::list),
        query("drug_test.day", cell(Verb::Glimpse), shown, queries::day),
        query("drug_test.chart", cell(Verb::Read), shown, queries::chart),
        query("drug_test.get", cell(Verb::Glimpse), shown, queries::get),
        query("drug_test.corrections", cell(Verb::Read), shown, corrected::corrections),
        query("drug_test.meaning", cell(Verb::Read), shown, explain::meaning),
        query("drug_test.trends", cell(Verb::Read), shown, explain::trends),
        query(
            "drug_test.timeline",
            cell(Verb::Read),
            &[Tag::DrugTest, Tag::CheckIn, Tag::Testing, Tag::Client],
            timeline::of_client,
        ),
        desk_op("drug_test.print_course", cell(Verb::Read), &[Tag::Exit], course::print),
        desk_op("drug_test.print_custody", cell(Verb::Glimpse), &[Tag::Exit], custody::print),
        op("drug_test.open", cell(Verb::Glimpse), ops::open),
        op("drug_test.order", cell(Verb::Interpret), ops::order),
        op("drug_test.recollect", cell(Verb::Interpret), consequence::recollect),
        op("drug_test.collect", cell(Verb::Collect), ops::collect),
        op("drug_test.log", cell(Verb::Collect), ops::log),
        op("drug_test.screen", cell(Verb::Collect), ops::screen),
        // Missed, refused and unable: who collects or who interprets. Excused: only who interprets.
        op("drug_test.not_collected", cell(Verb::Glimpse), ops::not_collected),
        op("drug_test.begin_wait", cell(Verb::Glimpse), wait::begin),
        op("drug_test.give_fluid", cell(Verb::Glimpse), wait::give_fluid),
        op("drug_test.hand_off", cell(Verb::Glimpse), hand_off::add),
        op("drug_test.correct_hand_off", cell(Verb::Glimpse), hand_off::correct),
        op("drug_test.take_back_hand_off", cell(Verb::Glimpse), hand_off::take_back),
        op("drug_test.laboratory", cell(Verb::Interpret), laboratory::enter),
        op("drug_test.review", cell(Verb::Review), ops::review),
        op("drug_test.interpret", cell(Verb::Interpret), ops::interpret),
        op("drug_test.correct", cell(Verb::Interpret), correct::correct),
        op("drug_test.void", cell(Verb::Interpret), ops::void),
    ]
}
