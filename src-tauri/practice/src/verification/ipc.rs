//! The call that verifies what was signed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::queries;
use crate::client::ClientId;
use crate::kernel::Tag;
use crate::kernel::router::{Call, Need, desk_query};
use crate::signature::{SignatureFault, SignedKind};

/// Whose documents to verify: a chart's, or everybody's.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerifySignatures {
    #[serde(default)]
    #[ts(optional)]
    pub client: Option<ClientId>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct BrokenSignature {
    pub kind: SignedKind,
    /// The row that was signed.
    #[ts(as = "String")]
    pub id: Uuid,
    pub fault: SignatureFault,
    /// What that means, as a sentence.
    pub words: &'static str,
    /// Whose chart; absent for a signed day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub client: Option<ClientId>,
}

/// What verifying found.
#[derive(Debug, Default, Serialize, TS)]
pub struct SignaturesVerified {
    /// How many documents were looked at.
    pub documents: usize,
    /// What was signed before this program kept a document of it: nothing proves it, and nothing speaks against it.
    pub unproven: usize,
    pub faults: Vec<BrokenSignature>,
}

pub(crate) fn calls() -> Vec<Call> {
    let shown: &[Tag] = &[Tag::Note, Tag::Assessment, Tag::Plan, Tag::Discharge, Tag::Draw];
    vec![desk_query("verification.signatures", Need::SignedIn, shown, queries::signatures)]
}
