//! Calls of assessments.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AssessmentId, AssessmentState, Difference, Edition, ops, print, queries};
use crate::client::{ClientId, EpisodeId, Level};
use crate::draft::AtWork;
use crate::exit::CopyFields;
use crate::kernel::router::{Call, Need, desk_op, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::workstation::Proof;

/// The text of one section.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssessmentText {
    pub key: String,
    pub text: String,
}

/// What was found in one dimension.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    pub number: i64,
    /// A place in the scale of the edition; absent while not rated, and where the dimension does not set the level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub risk: Option<i64>,
    pub words: String,
}

/// An assessment as a form holds it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssessmentFields {
    pub edition: Edition,
    pub assessed_on: NaiveDate,
    pub sections: Vec<AssessmentText>,
    pub ratings: Vec<Rating>,
    /// The number of a level of the edition; empty while not chosen.
    pub indicated: String,
    pub given: String,
    pub difference: Difference,
    /// In somebody's own words, where the two levels differ.
    pub difference_words: String,
    /// What a plan can take over as its problems, one each.
    pub problems: Vec<String>,
}

/// One version.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "Assessment")]
pub struct AssessmentAnswer {
    pub id: AssessmentId,
    pub version: i64,
    pub state: AssessmentState,
    pub fields: AssessmentFields,
    pub author: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub signed_at: Option<Moment>,
    /// The number of the stay that it belongs to, where that is an earlier one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub earlier_stay: Option<i64>,
    /// Who is at it, while it is open.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_work: Option<AtWork>,
    pub rev: i64,
}

/// A version in the list of versions.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentVersion {
    pub id: AssessmentId,
    pub version: i64,
    pub assessed_on: NaiveDate,
    pub author: String,
    pub edition: Edition,
    pub indicated: String,
    pub given: String,
    /// The number of the stay that it belongs to, where that is an earlier one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub earlier_stay: Option<i64>,
}

/// A level of care to change the open stay to: a request of `episode.level` from today on.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LevelOffer {
    pub episode: EpisodeId,
    pub rev: i64,
    pub level: Level,
    /// The level the client has now.
    pub now: Level,
}

/// The assessments of a client.
#[derive(Debug, Serialize, TS)]
pub struct ClientAssessments {
    /// The newest that is signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub signed: Option<AssessmentAnswer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub draft: Option<AssessmentAnswer>,
    /// Signed ones, the newest first.
    pub versions: Vec<AssessmentVersion>,
    /// What the newest signed one gives and the open stay does not have yet. It is never changed by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub level: Option<LevelOffer>,
    pub may_write: bool,
    pub may_sign: bool,
}

/// A section to write in.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentSection {
    pub key: &'static str,
    pub label: &'static str,
    pub prompt: &'static str,
    pub required: bool,
}

/// A dimension to rate.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentDimension {
    pub number: i64,
    pub name: &'static str,
    pub sets_level: bool,
}

/// A word and how it is said.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentChoice {
    pub word: String,
    pub label: String,
}

/// What belongs to one edition.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentEdition {
    pub edition: Edition,
    pub label: &'static str,
    pub dimensions: Vec<AssessmentDimension>,
    /// The words of its scale, from none on.
    pub scale: Vec<&'static str>,
    pub levels: Vec<AssessmentChoice>,
}

/// What an assessment is made of.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentTemplate {
    pub sections: Vec<AssessmentSection>,
    pub editions: Vec<AssessmentEdition>,
    pub differences: Vec<AssessmentChoice>,
}

/// The request of `assessment.get` and `assessment.start`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssessmentOf {
    pub client: ClientId,
}

/// The request of `assessment.version` and `assessment.ready`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneAssessment {
    pub id: AssessmentId,
}

/// The request of `assessment.save`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAssessment {
    pub id: AssessmentId,
    pub rev: i64,
    pub fields: AssessmentFields,
}

/// The request of `assessment.sign`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignAssessment {
    pub id: AssessmentId,
    pub rev: i64,
    pub proof: Proof,
}

/// The request of `assessment.discard` and `assessment.take_over`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisAssessment {
    pub id: AssessmentId,
    pub rev: i64,
}

/// The request of `assessment.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintAssessment {
    pub id: AssessmentId,
    pub copy: CopyFields,
}

/// The request of `assessment.print_levels`: every level of care of a client, and what assessments found.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintLevels {
    pub client: ClientId,
    pub copy: CopyFields,
}

/// An assessment is the ground a plan stands on: who reads the plan reads it, who signs the plan signs it.
pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::Plan, verb);
    let shown: &[Tag] = &[Tag::Assessment, Tag::Client];
    vec![
        query("assessment.template", Need::SignedIn, &[], queries::template),
        query("assessment.get", cell(Verb::Read), shown, queries::get),
        query("assessment.version", cell(Verb::Read), shown, queries::version),
        op("assessment.start", cell(Verb::Write), ops::start),
        op("assessment.save", cell(Verb::Write), ops::save),
        op("assessment.discard", cell(Verb::Write), ops::discard),
        query("assessment.ready", cell(Verb::Sign), &[Tag::Assessment, Tag::Staff], queries::ready),
        desk_op("assessment.sign", cell(Verb::Sign), &[Tag::Assessment, Tag::Intake], ops::sign),
        op("assessment.take_over", cell(Verb::Sign), ops::take_over),
        desk_op("assessment.print", cell(Verb::Read), &[Tag::Exit], print::print),
        desk_op("assessment.print_levels", cell(Verb::Read), &[Tag::Exit], print::print_levels),
    ]
}
