//! Agreements: what a client agreed with a monitoring program, a board, an employer or a court.
//!
//! What must hold: an agreement names its party; it is in force from its first day through its last; a change keeps the
//! version before. What follows on a test, how often one is expected and what is owed to whom follow from the agreements
//! in force; where none of a kind was ever recorded, a license that names a monitoring program or has conditions still
//! says that there is one. Deliberately absent: telling anybody anything, which is [`crate::disclosure`].

pub mod ipc;
mod ops;
pub(crate) mod print;
mod queries;
mod rules;
mod store;

pub use rules::{AgreementRefusal, AgreementStanding};
pub(crate) use rules::{due_days, period, until_words};
pub(crate) use store::{in_force, kinds};

use crate::consent::ConsentKind;

crate::ids! {
    /// An agreement.
    AgreementId
}

crate::words! {
    /// With whom. The order is the one in which rules are asked: who hears of every test goes first.
    pub enum AgreementKind {
        MonitoringProgram = "monitoring_program",
        Board = "board",
        Employer = "employer",
        Court = "court",
        Other = "other",
    }
}

impl AgreementKind {
    /// The kind as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::MonitoringProgram => "Monitoring program",
            Self::Board => "Licensing board",
            Self::Employer => "Employer",
            Self::Court => "Court",
            Self::Other => "Somebody else",
        }
    }

    /// For whom a rule of this kind holds, as a list of rules says it.
    pub const fn clients(self) -> &'static str {
        match self {
            Self::MonitoringProgram => "Clients in a monitoring program",
            Self::Board => "Clients under conditions of a board",
            Self::Employer => "Clients with an agreement of work",
            Self::Court => "Clients under terms of a court",
            Self::Other => "Clients with another agreement",
        }
    }

    /// The kind of consent that lets the party be told.
    pub const fn consent(self) -> ConsentKind {
        match self {
            Self::MonitoringProgram => ConsentKind::MonitoringProgram,
            Self::Board => ConsentKind::Board,
            Self::Employer => ConsentKind::Employer,
            Self::Court => ConsentKind::CriminalJustice,
            Self::Other => ConsentKind::Recipient,
        }
    }
}
