//! Consents: what the client allowed, to whom, until when.
//!
//! What must hold: a consent names its recipient, purpose and scope and ends on a date or by an event, unless its kind
//! may stand without an end (42 CFR 2.31(a)(7)); it is revoked, never changed; what was imported is evidence and no
//! basis for a disclosure until it is completed; [`basis()`] is the gate that every release asks.

mod basis;
pub mod ipc;
mod ops;
pub(crate) mod print;
mod queries;
mod rules;
mod store;

pub use basis::Lacking;
pub(crate) use basis::{Basis, Recipient, basis, standing, standing_for_counseling};
pub use rules::{ConsentRefusal, ConsentState, ConsentSummary, Consented, state, summary};
pub(crate) use store::{bases_of, consented};

crate::ids! {
    /// A consent.
    ConsentId
}

crate::words! {
    /// What a consent is for.
    pub enum ConsentKind {
        Treatment = "treatment",
        Tpo = "tpo",
        Recipient = "recipient",
        MonitoringProgram = "monitoring_program",
        Board = "board",
        Employer = "employer",
        Family = "family",
        Proceedings = "proceedings",
        CounselingNotes = "counseling_notes",
        CriminalJustice = "criminal_justice",
        Telehealth = "telehealth",
    }
}

impl ConsentKind {
    /// The kind as a screen says it; the reference table holds the same words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Treatment => "Consent to treatment",
            Self::Tpo => "Treatment, payment, operations",
            Self::Recipient => "Specific recipient",
            Self::MonitoringProgram => "Monitoring program",
            Self::Board => "Licensing board",
            Self::Employer => "Employer",
            Self::Family => "Family",
            Self::Proceedings => "Legal proceedings",
            Self::CounselingNotes => "Counseling notes",
            Self::CriminalJustice => "Criminal justice",
            Self::Telehealth => "Telehealth",
        }
    }

    /// Whether it lets something go to somebody who must be named.
    pub const fn needs_recipient(self) -> bool {
        !matches!(self, Self::Treatment | Self::Tpo | Self::Telehealth)
    }

    /// Whether it must end on a date or by an event: "none" only for treatment, payment, operations (42 CFR 2.31(a)(7)),
    /// and for the two kinds that disclose nothing.
    pub const fn needs_end(self) -> bool {
        self.needs_recipient()
    }
}

crate::words! {
    /// How a revocation came. An oral one holds at once (42 CFR 2.31(a)(6)).
    pub enum RevokedHow {
        Written = "written",
        Oral = "oral",
    }
}
