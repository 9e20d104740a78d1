//! Calls of the audit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries;
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, Nothing, desk_op, query};
use crate::kernel::{Info, Moment, Tag, Verb};
use crate::workstation::StartedJob;

/// The request of `audit.list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuditList {
    /// The `next` of the page before.
    #[serde(default)]
    #[ts(optional)]
    pub before: Option<AuditPlace>,
    /// 1 to 200.
    pub limit: i64,
}

/// Where a page ends.
#[derive(Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuditPlace {
    pub at: Moment,
    pub seq: i64,
}

/// One entry of the chain.
#[derive(Debug, Serialize, TS)]
pub struct AuditRow {
    /// Its number in the chain of its installation.
    pub seq: i64,
    pub at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who_id: Option<StaffId>,
    pub who: String,
    /// The role that was used.
    pub role: String,
    pub action: String,
    /// The action in words.
    pub label: String,
    /// What kind of record, as a screen says it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<i64>,
}

/// A page of the chain, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct AuditPage {
    pub rows: Vec<AuditRow>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<AuditPlace>,
}

pub(crate) fn calls() -> Vec<Call> {
    vec![
        query("audit.list", Need::Cell(Info::Audit, Verb::Read), &[Tag::Audit], queries::list),
        desk_op(
            "audit.verify",
            Need::Cell(Info::Audit, Verb::Verify),
            &[Tag::Job],
            |desk, Nothing {}| -> crate::kernel::Result<StartedJob> { crate::backup::verify_chain(desk) },
        ),
    ]
}
