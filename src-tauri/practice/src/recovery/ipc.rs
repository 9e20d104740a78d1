//! Calls of the recovery key.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ops;
use crate::kernel::router::{Call, Need, desk_op};
use crate::kernel::{Info, Tag, Verb};

/// One group as typed from the paper.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedGroup {
    /// Counted from 1.
    pub index: usize,
    pub text: String,
}

/// The request of `recovery.check`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckGroups {
    pub groups: Vec<TypedGroup>,
}

/// Whether a group was typed right.
#[derive(Debug, Serialize, TS)]
pub struct GroupRight {
    pub index: usize,
    pub right: bool,
}

/// The answer of `recovery.check`.
#[derive(Debug, Serialize, TS)]
pub struct Checked {
    pub right: Vec<GroupRight>,
    /// All asked groups are right; the key is now known to be readable on paper.
    pub confirmed: bool,
}

/// The request of `recovery.print`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintSheet {
    /// 1 to 4.
    pub copies: u8,
}

/// The answer of `recovery.print`.
#[derive(Debug, Serialize, TS)]
pub struct Printed {
    pub saved: bool,
}

/// The request of `recovery.renew`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RenewRecovery {
    pub passphrase: String,
}

pub(crate) fn calls() -> Vec<Call> {
    let director = Need::Cell(Info::Staff, Verb::Write);
    vec![
        desk_op("recovery.show", director, &[], ops::show),
        desk_op("recovery.check", director, &[Tag::Workstation], ops::check),
        desk_op("recovery.print", director, &[Tag::Exit], ops::print),
        desk_op("recovery.renew", director, &[Tag::Workstation], ops::renew),
    ]
}
