//! Calls of draws.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DrawId, DrawState, day_paper, ops, paper, queries, report, signed_day};
use crate::client::ClientId;
use crate::drug_test::DrugTestId;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::testing::{Standing, TestingProgramId};
use crate::workstation::Proof;

/// The request of `draw.commit`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CommitDraw {
    pub program: TestingProgramId,
    pub on: NaiveDate,
}

/// The request of `draw.run`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RunDraw {
    pub id: DrawId,
    pub rev: i64,
}

/// The request of `draw.discard`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DiscardDraw {
    pub id: DrawId,
    pub rev: i64,
    pub reason: String,
}

/// One draw by its id.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneDraw {
    pub id: DrawId,
}

/// What was saved of a draw.
#[derive(Debug, Serialize, TS)]
pub struct SavedDraw {
    pub id: DrawId,
    pub rev: i64,
}

/// A day that a program may draw, or not.
#[derive(Debug, Serialize, TS)]
pub struct DrawDay {
    pub on: NaiveDate,
    pub allowed: bool,
}

/// A program with its next days.
#[derive(Debug, Serialize, TS)]
pub struct DrawProgram {
    pub id: TestingProgramId,
    pub name: String,
    pub notice_time: String,
    /// Today and the six days after.
    pub days: Vec<DrawDay>,
}

/// A draw in a list. Of one whose names are not known yet: that it is set.
#[derive(Debug, Serialize, TS)]
pub struct DrawLine {
    pub id: DrawId,
    pub program: TestingProgramId,
    pub program_name: String,
    pub on: NaiveDate,
    pub attempt: i64,
    pub state: DrawState,
    pub notice_at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool: Option<i64>,
    /// How many were selected; absent before the notice.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<i64>,
    pub discard_reason: String,
    pub rev: i64,
}

/// The draws, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct DrawList {
    pub programs: Vec<DrawProgram>,
    pub draws: Vec<DrawLine>,
    pub may_set: bool,
}

/// A person of a pool, after the notice.
#[derive(Debug, Serialize, TS)]
pub struct DrawPerson {
    /// Lowercase hexadecimal.
    pub token: String,
    /// Only for who may read the name.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_name: Option<String>,
    pub tier_name: String,
    pub standing: Standing,
    /// 0 for who was not in the draw.
    pub chance_millionths: i64,
    pub analyzed_millionths: i64,
    /// The person's number of this draw, as decimal digits.
    pub number: String,
    pub selected: bool,
    pub analyzed: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<DrugTestId>,
}

/// What can be checked of a draw; absent before names are known.
#[derive(Debug, Serialize, TS)]
pub struct DrawProof {
    /// The end of the audit chain at the freezing, and its number.
    pub head: String,
    pub head_seq: i64,
    pub secret: String,
    pub seed: String,
    pub pool_digest: String,
    pub people: Vec<DrawPerson>,
}

/// The page of a draw.
#[derive(Debug, Serialize, TS)]
pub struct DrawPage {
    pub draw: DrawLine,
    pub commitment: String,
    pub committed_at: Moment,
    pub committed_by: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frozen_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noticed_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discarded_at: Option<Moment>,
    pub closes_at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<DrawProof>,
    /// What the page proves, and what it does not: a finished sentence each.
    pub proves: Vec<&'static str>,
    pub does_not_prove: Vec<&'static str>,
    pub may_run: bool,
    pub may_discard: bool,
}

/// The request of `draw.rerun`: what the printed page says.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RerunDraw {
    pub head: String,
    pub secret: String,
    /// A line for each person: token, chance and share, with spaces between.
    pub pool: String,
}

/// A person of a draw that was worked out again.
#[derive(Debug, Serialize, TS)]
pub struct RerunPerson {
    pub token: String,
    pub number: String,
    pub selected: bool,
    pub analyzed: bool,
}

/// A draw that was worked out again.
#[derive(Debug, Serialize, TS)]
pub struct RerunAnswer {
    pub commitment: String,
    pub seed: String,
    pub pool_digest: String,
    pub people: Vec<RerunPerson>,
}

/// The request of `draw.report`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportRequest {
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// Counts of a tier, or of all.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct DrawCounts {
    /// Who could be drawn.
    pub pool: i64,
    pub drawn: i64,
    /// Of the drawn, those whose specimen is also analyzed.
    pub analyzed: i64,
    /// Of the drawn, those who called and were told.
    pub notified: i64,
    pub collected: i64,
    /// Of the collected, those who came by their deadline.
    pub on_time: i64,
    pub missed: i64,
    pub refused: i64,
    pub unable: i64,
    pub excused: i64,
    pub pending: i64,
    /// Of the pool, those who had not called when the line closed.
    pub missed_check_ins: i64,
}

/// The counts of a tier.
#[derive(Debug, Serialize, TS)]
pub struct TierCounts {
    pub program_name: String,
    pub tier_name: String,
    pub counts: DrawCounts,
}

/// The day of random tests.
#[derive(Debug, Serialize, TS)]
pub struct DayReport {
    pub on: NaiveDate,
    /// Every draw of the day, the discarded too.
    pub draws: Vec<DrawLine>,
    pub tiers: Vec<TierCounts>,
    /// Those who were drawn, and those who missed their check-in.
    pub people: Vec<DayPerson>,
    pub all: DrawCounts,
    /// Collected on time, of those drawn and not excused, in thousandths; absent when nobody was.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compliance_thousandths: Option<i64>,
    /// How that is counted.
    pub rule: &'static str,
    /// The signed editions, the first one first.
    pub editions: Vec<DayEdition>,
    /// The day says something else than its newest edition.
    pub changed: bool,
    pub may_sign: bool,
    /// Why it cannot be signed now.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not: Option<String>,
}

crate::words! {
    /// How somebody of a pool stands on a day.
    pub enum PersonStanding {
        NotDrawn = "not_drawn",
        Pending = "pending",
        Collected = "collected",
        CollectedLate = "collected_late",
        Missed = "missed",
        Refused = "refused",
        Unable = "unable",
        Excused = "excused",
    }
}

/// A person of a day.
#[derive(Debug, Serialize, TS)]
pub struct DayPerson {
    /// "C-0412".
    pub number: String,
    /// Only for who may read the name.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub program_name: String,
    pub tier_name: String,
    pub standing: PersonStanding,
    pub missed_check_in: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collected_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<DrugTestId>,
    pub test_number: String,
}

/// A signed edition of a day.
#[derive(Debug, Serialize, TS)]
pub struct DayEdition {
    pub edition: i64,
    pub signed_by: String,
    pub signed_at: Moment,
    /// SHA-256 of the signed bytes.
    pub hash: String,
    /// Bytes, hash, signature and key belong together.
    pub holds: bool,
}

/// The request of `draw.sign_day`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignDay {
    pub on: NaiveDate,
    /// The edition that this becomes, as the person saw it.
    pub edition: i64,
    pub proof: Proof,
}

/// A day that was signed.
#[derive(Debug, Serialize, TS)]
pub struct SavedDay {
    pub edition: i64,
    pub hash: String,
}

/// The request of `draw.print_signed_day`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintSignedDay {
    pub on: NaiveDate,
    pub edition: i64,
    /// 1 to 20.
    pub copies: u8,
}

/// The request of `draw.numbers`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NumbersRequest {
    /// Four weeks before the last day when absent.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
}

/// A day in numbers.
#[derive(Debug, Serialize, TS)]
pub struct DayCounts {
    pub on: NaiveDate,
    pub counts: DrawCounts,
}

/// A person in numbers.
#[derive(Debug, Serialize, TS)]
pub struct PersonCounts {
    /// "C-0412".
    pub number: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    pub counts: DrawCounts,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compliance_thousandths: Option<i64>,
}

/// A span of dates in numbers.
#[derive(Debug, Serialize, TS)]
pub struct DrawNumbers {
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// The days that were drawn.
    pub days: Vec<DayCounts>,
    pub tiers: Vec<TierCounts>,
    pub people: Vec<PersonCounts>,
    pub all: DrawCounts,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compliance_thousandths: Option<i64>,
    pub rule: &'static str,
}

/// The request of `draw.print_numbers`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintNumbers {
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// 1 to 20.
    pub copies: u8,
}

/// The request of `draw.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintDraw {
    pub id: DrawId,
    pub copies: u8,
}

/// The request of `draw.print_day`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintDay {
    pub on: NaiveDate,
    pub copies: u8,
}

pub(crate) fn calls() -> Vec<Call> {
    let look = Need::Cell(Info::Draws, Verb::Glimpse);
    // To set a draw reads nothing of it: it is the practice's own work, like its settings.
    let set = Need::Cell(Info::Staff, Verb::Write);
    let shown: &[Tag] = &[Tag::Draw, Tag::Testing, Tag::CheckIn, Tag::DrugTest, Tag::Client];
    vec![
        query("draw.list", look, shown, queries::list),
        query("draw.page", look, shown, queries::page),
        query("draw.report", look, shown, report::day),
        query("draw.numbers", look, shown, report::numbers),
        query("draw.rerun", look, &[], paper::rerun),
        op("draw.commit", set, ops::commit),
        op("draw.run", set, ops::run),
        op("draw.discard", set, ops::discard),
        // Whoever opens the line first at the notice time; it shows nobody more than their own lists do.
        op("draw.notice", Need::Cell(Info::DrugTests, Verb::Glimpse), ops::notice),
        desk_op("draw.print", look, &[Tag::Exit], paper::print),
        desk_op("draw.print_day", look, &[Tag::Exit], paper::print_day),
        desk_op("draw.sign_day", set, &[Tag::Draw, Tag::Audit], signed_day::sign),
        desk_op("draw.print_signed_day", look, &[Tag::Exit], day_paper::print_signed_day),
        desk_op("draw.print_numbers", look, &[Tag::Exit], day_paper::print_numbers),
    ]
}
