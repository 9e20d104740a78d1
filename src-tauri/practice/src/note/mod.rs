//! Notes: draft, signed, cosigned, addenda; and their full-text search.
//!
//! What must hold: a note's text changes only while it is a draft or returned; what was signed is kept byte for byte
//! ([`format`]), each document naming the one before it in the same chain; nothing is signed that is not complete
//! ([`ready`]); no default answers the risk line. A draft is seen by its author alone.
//!
//! Deliberately absent: counseling notes (42 CFR 2.11), which have keys, table and screen of their own.

mod around;
mod carry;
mod correct;
mod cosign;
mod differ;
mod documents;
pub mod format;
pub mod group_evening;
pub mod group_hand_over;
mod group_layout;
mod group_note;
mod group_room;
mod group_rows;
mod group_save;
mod group_sign;
mod hand_over;
pub mod ipc;
mod names;
mod offer;
mod ops;
pub(crate) mod print;
mod queries;
mod ready;
mod review;
mod rules;
pub mod search;
mod service;
mod sign;
mod similar;
pub mod stated;
mod store;
mod template;
pub mod unfinished;
mod unsigned;
pub(crate) mod verify;
mod wording;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::client::{ClientId, EpisodeId};
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, RowId};
use crate::note_template::{EditionId, Section};
use crate::session::SessionId;

pub(crate) use around::{ClientFacts, Seer};
pub(crate) use queries::{author_of_readable, cosign_queue, mine};
pub use rules::NoteRefusal;
pub use search::{Indexed, index, place};

crate::ids! {
    /// A note.
    NoteId,
    /// The part of a group note that goes into every chart of the session.
    SharedPartId,
    /// What was signed.
    SignedNoteId,
    /// A link from a note to an objective.
    NoteObjectiveId,
    /// A supervisor's answer.
    CosignId,
    /// Something added after signing.
    AddendumId,
    /// A supervisor's words at a place in the text.
    RemarkId,
    /// A draft that somebody else is to sign.
    HandoverId,
    /// A session that a colleague completes and signs.
    SessionHandoverId,
    /// A correction of attendance that an addendum carries.
    CorrectionId
}

crate::words! {
    /// What a note is about.
    pub enum NoteKind {
        Individual = "individual",
        Group = "group",
        Absence = "absence",
        Family = "family",
        Collateral = "collateral",
        CaseManagement = "case_management",
        Crisis = "crisis",
        Assessment = "assessment",
        Education = "education",
        PlanReview = "plan_review",
        UtilizationReview = "utilization_review",
        Medication = "medication",
        Discharge = "discharge",
        Other = "other",
    }
}

impl NoteKind {
    /// The kind as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Individual => "Individual session",
            Self::Group => "Group",
            Self::Absence => "Absence",
            Self::Family => "Family session",
            Self::Collateral => "Collateral contact",
            Self::CaseManagement => "Case management",
            Self::Crisis => "Crisis",
            Self::Assessment => "Assessment",
            Self::Education => "Education",
            Self::PlanReview => "Plan review",
            Self::UtilizationReview => "Utilization review",
            Self::Medication => "Medication",
            Self::Discharge => "Discharge",
            Self::Other => "Other",
        }
    }

    /// Whether the client was there, so that a risk line is owed.
    pub const fn owes_risk(self) -> bool {
        !matches!(
            self,
            Self::Absence
                | Self::Collateral
                | Self::CaseManagement
                | Self::PlanReview
                | Self::UtilizationReview
                | Self::Medication
                | Self::Other
        )
    }
}

crate::words! {
    /// How the text is divided.
    pub enum NoteFormat {
        Dap = "dap",
        Soap = "soap",
        Birp = "birp",
        Girp = "girp",
        Group = "group",
        Absence = "absence",
        Plain = "plain",
    }
}

crate::words! {
    /// Where a note stands.
    pub enum NoteState {
        Draft = "draft",
        Signed = "signed",
        AwaitingCosign = "awaiting_cosign",
        Cosigned = "cosigned",
        Returned = "returned",
        AttestedElsewhere = "attested_elsewhere",
    }
}

impl NoteState {
    /// Whether the text may still change.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// Whether a signature of ours stands under it now.
    pub const fn is_signed(self) -> bool {
        matches!(self, Self::Signed | Self::AwaitingCosign | Self::Cosigned)
    }
}

crate::words! {
    /// The answer to the risk line. Nothing answers it by default.
    pub enum Risk {
        NoneObserved = "none_observed",
        Same = "same",
        NewOrChanged = "new_or_changed",
        /// By the explicit statement about everyone present in the session.
        BySessionStatement = "by_session_statement",
    }
}

impl Risk {
    /// The answer as a page says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NoneObserved => "None observed",
            Self::Same => "Same as last time",
            Self::NewOrChanged => "New or changed",
            Self::BySessionStatement => SESSION_STATEMENT,
        }
    }
}

/// The statement a facilitator may make once for a session (models.md 1.4); printed as exactly this.
pub const SESSION_STATEMENT: &str = "No safety concern observed in anyone present, except as marked.";

crate::words! {
    /// How an objective moved.
    pub enum Progress {
        SetBack = "set_back",
        Same = "same",
        Forward = "forward",
        Met = "met",
        NotRated = "not_rated",
    }
}

impl Progress {
    /// The word on the button.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SetBack => "Set back",
            Self::Same => "Same",
            Self::Forward => "Forward",
            Self::Met => "Met",
            Self::NotRated => "Not rated",
        }
    }
}

/// When a service happened, as the note says it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Service {
    pub at: Moment,
    pub on: NaiveDate,
    pub began_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    pub minutes: i64,
}

impl Service {
    /// The end of the service: the clock of every deadline starts here.
    pub fn end(&self) -> Moment {
        self.ended_at.unwrap_or_else(|| self.at.plus_minutes(self.minutes))
    }
}

/// A link to an objective of the plan.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct ObjectiveMark {
    pub objective: crate::plan::ObjectiveId,
    pub progress: Progress,
}

/// Where the text of a section came from.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(crate) struct Carried {
    /// The note it stood in before.
    pub from: NoteId,
    /// The day of that note's service.
    pub on: NaiveDate,
}

/// A note, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub id: NoteId,
    pub client: ClientId,
    pub episode: Option<EpisodeId>,
    pub author: StaffId,
    pub session: Option<SessionId>,
    pub shared_part: Option<SharedPartId>,
    pub kind: NoteKind,
    pub format: NoteFormat,
    /// The edition of a template that divides it, instead of the format.
    pub template: Option<EditionId>,
    /// The sections that belong to it, in order: of the edition, or of the format.
    pub layout: Vec<Section>,
    pub service: Service,
    /// Section key and text, in the order of the format.
    pub sections: Vec<(String, String)>,
    pub participation: Option<i64>,
    pub risk: Option<Risk>,
    pub risk_words: String,
    /// Where it took place, when no session says so.
    pub place: String,
    /// Who interpreted, between which languages; empty without one.
    pub interpreter: String,
    /// Sections whose text was carried forward, by key.
    pub carried: BTreeMap<String, Carried>,
    /// Who drafted it, when somebody else signs it.
    pub written_by: String,
    pub state: NoteState,
    pub skipped: bool,
    pub late_entry: bool,
    pub created_at: Moment,
    pub signed_at: Option<Moment>,
    pub search_id: i64,
    pub rev: i64,
}

impl Note {
    /// The chain its documents belong to: the episode, or the client where there is none.
    pub fn chain(&self) -> uuid::Uuid {
        self.episode.map_or_else(|| self.client.uuid(), RowId::uuid)
    }
}
