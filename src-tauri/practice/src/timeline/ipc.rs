//! Calls of the timelines.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{RecordOf, TimelineId, queries};
use crate::kernel::router::{Call, Need, query};
use crate::kernel::{Moment, Tag};

/// The request of `timeline.get`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimelineRequest {
    pub of: RecordOf,
    pub id: TimelineId,
}

/// One field of a version.
#[derive(Debug, Serialize, TS)]
pub struct TimelineField {
    pub name: String,
    pub text: String,
    /// It says something else than in the version before.
    pub changed: bool,
}

/// A record as it stood from an instant on.
#[derive(Debug, Serialize, TS)]
pub struct TimelineVersion {
    pub rev: i64,
    pub at: Moment,
    pub by: String,
    pub fields: Vec<TimelineField>,
}

pub(crate) fn calls() -> Vec<Call> {
    const SHOWN: &[Tag] = &[Tag::Note, Tag::Client, Tag::Inquiry, Tag::Group, Tag::Task, Tag::Snippet];
    vec![query("timeline.get", Need::SignedIn, SHOWN, queries::get)]
}
