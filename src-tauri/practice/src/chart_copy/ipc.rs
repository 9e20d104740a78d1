//! The call that copies a chart.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::print;
use crate::client::ClientId;
use crate::exit::CopyFields;
use crate::kernel::router::{Call, Need, desk_op};
use crate::kernel::{Info, Tag, Verb};

/// The request of `chart_copy.print`. With dates, what happened then; identity, diagnoses, medications, plan and consents
/// stand there as they are today.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintChart {
    pub client: ClientId,
    /// The first date; from the beginning when left out.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<NaiveDate>,
    /// The last date; to today when left out.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
    pub copy: CopyFields,
}

pub(crate) fn calls() -> Vec<Call> {
    vec![desk_op("chart_copy.print", Need::Cell(Info::Identity, Verb::Read), &[Tag::Exit, Tag::Job], print::print)]
}
