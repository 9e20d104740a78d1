//! Signatures: the one way by which bytes come under a person's signature, and by which anybody finds out whether they
//! still are what was signed.
//!
//! What must hold: what is signed is a row of bytes that says itself who signed what about whom, when, under which
//! credential and after which document; its hash is SHA-256, its signature the signer's Ed25519 signature of all of it. A
//! document is never written again. Notes and signed days keep formats and tables of their own; assessments, plans, their
//! approvals, reviews, clients' signatures and discharge summaries are documents of one format ([`record`]) in one table.
//! Deliberately absent: any key but the signer's own, and a way to sign for somebody else.

mod colleagues;
mod fields;
pub mod ipc;
mod ready;
pub(crate) mod record;
mod seal;
mod signer;
mod store;
pub(crate) mod verify;

pub(crate) use fields::{In, Out, hash, hash_text, instant};
pub use ready::SignReady;
pub(crate) use ready::ready;
pub(crate) use record::{Said, Subject, sign};
pub(crate) use seal::{Sealed, broken, seal};
pub(crate) use signer::{License, Signer, SignerFacts, license_on, signer};

use chrono::NaiveDate;

use crate::kernel::refusal::Rule;
use crate::kernel::time::date_words;

crate::ids! {
    /// A document of [`record`]'s format.
    SignedRecordId
}

crate::words! {
    /// What was signed.
    pub enum SignedKind {
        /// A note, its addendum, its correction or its cosignature.
        Note = "note",
        /// The report of a day of random tests.
        Day = "day",
        Assessment = "assessment",
        Plan = "plan",
        /// How the objectives of a plan went, and when the next review is due.
        PlanReview = "plan_review",
        /// That the supervisor stands behind a version of a plan.
        PlanApproval = "plan_approval",
        /// A client's signature under a plan, as whoever received it attests.
        ClientSignature = "client_signature",
        DischargeSummary = "discharge_summary",
    }
}

crate::words! {
    /// What is wrong with a document.
    pub enum SignatureFault {
        /// The bytes are not those that were hashed.
        Hash = "hash",
        /// The signature does not hold for these bytes and this key.
        Signature = "signature",
        /// The key is not the signer's.
        Key = "key",
        /// The bytes are no document of their format, or one of something else.
        Bytes = "bytes",
        /// The document before it is missing, or there are two beginnings.
        Chain = "chain",
        /// The row says something else than what was signed.
        Row = "row",
        /// The row counts as signed and has no document.
        Missing = "missing",
    }
}

impl SignatureFault {
    /// What it means, as a sentence.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::Hash => "What was signed was changed afterwards.",
            Self::Signature => "The signature does not belong to what stands there.",
            Self::Key => "The key that signed is not the signer's.",
            Self::Bytes => "What was signed is about something else than this row.",
            Self::Chain => "The document signed before it is missing.",
            Self::Row => "The record says something else than what was signed.",
            Self::Missing => "It counts as signed and nobody's signature is there.",
        }
    }
}

/// Why something is not signed, whatever it is.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum SignatureRefusal {
    /// The signer's licenses had all ended before the day it is about; the last of them on this day.
    LicenseEnded(NaiveDate),
}

impl Rule for SignatureRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::LicenseEnded(_) => "signature.license_ended",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::LicenseEnded(on) => format!(
                "Your license ended on {}, before the day this is about. If that date is mistyped, mend it; otherwise a colleague takes this over and signs it.",
                date_words(*on)
            ),
        }
    }
}
