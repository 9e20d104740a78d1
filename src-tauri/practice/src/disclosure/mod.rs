//! Disclosures: what is owed to somebody outside, and what was told to whom, by which consent, and how (42 CFR 2.25).
//!
//! What must hold: nothing is told without a consent that covers this recipient today (2.31); a document carries the
//! statement of 2.32 and the scope of that consent; what was told leaves through [`crate::exit`], in writing or as words;
//! the record of a notice is its only answer, and taking the record back opens the notice again. A presumptive screen is
//! told to nobody. Counseling notes leave alone, by a consent of their own, which lets nothing else leave (2.31(b)).
//! Deliberately absent: sending anything.

mod counseling;
pub mod ipc;
mod notice;
mod ops;
mod owed;
mod paper;
mod queries;
mod rules;
mod store;

pub(crate) use queries::reports;
pub use rules::DisclosureRefusal;

crate::ids! {
    /// What was told to somebody outside.
    DisclosureId
}

crate::words! {
    /// How something was told.
    pub enum ToldHow {
        Phone = "phone",
        InPerson = "in_person",
        Mail = "mail",
        Fax = "fax",
        Email = "email",
        /// Through the recipient's own pages.
        Portal = "portal",
        /// The client took it along.
        ByClient = "by_client",
    }
}

impl ToldHow {
    /// How a screen or a page says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Phone => "by phone",
            Self::InPerson => "in person",
            Self::Mail => "by mail",
            Self::Fax => "by fax",
            Self::Email => "by e-mail",
            Self::Portal => "through their portal",
            Self::ByClient => "the client took it along",
        }
    }
}

crate::words! {
    /// A part of a chart that a document can hold. The consent says which of them may be told.
    pub enum ReleasePart {
        Attendance = "attendance",
        RandomTests = "random_tests",
        TestResults = "test_results",
        LevelOfCare = "level_of_care",
    }
}

impl ReleasePart {
    /// The part as a screen and a page say it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Attendance => "Hours by week",
            Self::RandomTests => "Random tests in numbers",
            Self::TestResults => "Results of drug tests",
            Self::LevelOfCare => "Level of care",
        }
    }
}
