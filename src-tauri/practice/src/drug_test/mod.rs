//! Drug tests: laboratory result, medical review and program interpretation are three facts, each with person and time.
//!
//! What must hold: a screen is always presumptive, and no test is called unexpected on a screen alone; medications are
//! kept as they stood at collection; missed, refused, unable and excused are results; a test that says something is
//! never deleted, but corrected or taken back with a reason. Deliberately absent: draws, which order
//! through `order_drawn`, and the laboratory's own feed.

mod against;
mod chain;
mod consequence;
mod correct;
mod corrected;
pub(crate) mod course;
mod custody;
mod details;
mod explain;
mod grounds;
mod hand_off;
mod incoming;
pub mod ipc;
mod laboratory;
mod meaning;
mod ops;
pub(crate) mod print;
mod queries;
mod record;
mod remark;
mod report;
mod results;
mod rules;
mod sheet;
mod store;
mod taking;
mod timeline;
mod trend;
pub mod validity;
mod wait;

pub use crate::panel::Specimen;
pub(crate) use incoming::{Candidate, candidate, of_numbers, take_report};
pub(crate) use ops::order_drawn;
pub(crate) use report::{Incoming, cutoffs};
pub(crate) use results::Read;
pub use rules::{DrugTestRefusal, TestClass, class};
pub use validity::Validity;

crate::ids! {
    /// A drug test.
    DrugTestId,
    /// What a test says of one analyte in one phase.
    DrugTestResultId
}

crate::words! {
    /// Why a test is made.
    pub enum TestReason {
        Random = "random",
        Scheduled = "scheduled",
        ForCause = "for_cause",
        PostIncident = "post_incident",
        ReturnToWork = "return_to_work",
        Baseline = "baseline",
        FollowUp = "follow_up",
    }
}

crate::words! {
    /// How far a test is.
    pub enum TestState {
        Ordered = "ordered",
        Collected = "collected",
        /// Read on site: presumptive.
        Screened = "screened",
        /// The laboratory has answered.
        Confirmed = "confirmed",
        /// The program has said what it means.
        Final = "final",
        NotCollected = "not_collected",
    }
}

crate::words! {
    /// Why nothing was collected; a result like any other.
    pub enum Outcome {
        Missed = "missed",
        Refused = "refused",
        Unable = "unable",
        Excused = "excused",
    }
}

crate::words! {
    /// Where it is read first.
    pub enum Method {
        OnSite = "on_site",
        Laboratory = "laboratory",
    }
}

crate::words! {
    /// On site, or by the laboratory.
    pub enum Phase {
        Screen = "screen",
        Confirmation = "confirmation",
    }
}

crate::words! {
    /// What one analyte shows.
    pub enum Reading {
        NotDetected = "not_detected",
        Detected = "detected",
        Invalid = "invalid",
        /// Sent to the laboratory.
        Pending = "pending",
    }
}

crate::words! {
    /// What the laboratory reports (49 CFR 40.97).
    pub enum LaboratoryResult {
        Negative = "negative",
        NegativeDilute = "negative_dilute",
        Positive = "positive",
        PositiveDilute = "positive_dilute",
        Adulterated = "adulterated",
        Substituted = "substituted",
        Invalid = "invalid",
        Rejected = "rejected",
    }
}

crate::words! {
    /// What the medical review says: a positive with a valid prescription is reviewed negative.
    pub enum ReviewResult {
        Negative = "negative",
        NegativeDilute = "negative_dilute",
        Positive = "positive",
        PositiveDilute = "positive_dilute",
        RefusalAdulterated = "refusal_adulterated",
        RefusalSubstituted = "refusal_substituted",
        Cancelled = "cancelled",
        /// Cancelled; collect again under direct observation.
        CollectAgain = "collect_again",
        SafetyConcern = "safety_concern",
    }
}

crate::words! {
    /// What the program makes of it.
    pub enum Interpretation {
        Expected = "expected",
        Unexpected = "unexpected",
        Inconclusive = "inconclusive",
    }
}

/// "S-26-1187": the number on the cup.
pub fn number_words(number: i64, on: chrono::NaiveDate) -> String {
    use chrono::Datelike as _;
    format!("S-{:02}-{number:04}", on.year().rem_euclid(100))
}
