//! What a drug test or a missed check-in asks for next: rules as data, and the follow-ups they open.
//!
//! What must hold: a follow-up opens in the transaction that met its rule, once, with the time it is due; what no longer
//! holds closes the same way, with its reason; each is answered by a person, as done or as not needed, and can be opened
//! again. A notice is owed to a party of an agreement, says whether a consent covers it, and is done only by the record of
//! what was told. Deliberately absent: sending anything. This slice stands below the tests and draws it speaks of, so it
//! knows them by their bare ids.

pub mod ipc;
mod ops;
mod queries;
pub mod rules;
mod store;
mod words;

use uuid::Uuid;

pub(crate) use ops::{answered_with, recollection, settle_check_in, settle_test, told, untold};
pub(crate) use queries::due;
pub use rules::FollowUpRefusal;

crate::ids! {
    /// A follow-up.
    FollowUpId,
    /// A rule of the practice.
    FollowUpRuleId
}

crate::words! {
    /// What a rule is met by.
    pub enum FollowUpEvent {
        MissedCheckIn = "missed_check_in",
        Missed = "missed",
        Refused = "refused",
        Unable = "unable",
        Dilute = "dilute",
        /// Invalid, substituted, adulterated or rejected.
        NotValid = "not_valid",
        /// A screen shows what no medication explains. Presumptive.
        Presumptive = "presumptive",
        UnexpectedPositive = "unexpected_positive",
        UnexpectedNegative = "unexpected_negative",
        /// So little of an alcohol marker that exposure alone can give it.
        LowAlcohol = "low_alcohol",
    }
}

crate::words! {
    /// What is to be done.
    pub enum FollowUpStep {
        Contact = "contact",
        RecollectObserved = "recollect_observed",
        Confirm = "confirm",
        AddAlcohol = "add_alcohol",
        AddHair = "add_hair",
        Evaluate = "evaluate",
        ReviewTier = "review_tier",
        Notify = "notify",
    }
}

crate::words! {
    /// How a follow-up stands.
    pub enum FollowUpState {
        Open = "open",
        Done = "done",
        NotNeeded = "not_needed",
    }
}

/// What a follow-up follows on.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Subject {
    DrugTest(Uuid),
    Draw(Uuid),
}
