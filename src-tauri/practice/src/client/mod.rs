//! Clients: who they are, how they may be reached, what they do for a living, and who cares for them.
//!
//! An inquiry is already a protected record (42 CFR 2.11). A restricted chart appears to others as a number in rosters and
//! not at all in search, type-ahead and duplicate checks. What changes with time are rows of their own: the parts of the
//! chart ([`parts`]), the care team, the episodes with their levels of care.
//!
//! What must hold: a client has at most one open episode and one primary counselor; a restricted chart names somebody; an
//! opened chart is in the audit.

mod care_team;
mod chart;
mod duplicates;
mod episode;
mod episode_store;
mod find;
mod folded;
mod glass;
pub mod ipc;
mod list;
mod named;
mod ops;
mod part_checks;
pub mod parts;
pub(crate) mod print;
mod print_parts;
pub mod reach;
mod reference;
mod rules;
mod shown;
mod sight;
mod store;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use duplicates::Alike;
pub use episode::{Admission, Admit, Episode};
pub(crate) use episode::{Stays, admit, of_client as episodes};
pub(crate) use find::json_of;
pub use folded::folded;
pub(crate) use folded::folded_name;
pub use ipc::AddClient;
pub use list::{ClientColumn, WhichClients};
pub(crate) use ops::add;
pub use parts::ContactFields;
pub(crate) use reference::diagnosis_words;
pub use rules::ClientRefusal;
pub(crate) use rules::day_of_stay;
pub(crate) use shown::{Looker, shown_in};
pub use shown::{Shown, ShownName};
pub use sight::{ClientState, Seen};
pub use store::next_number;

crate::ids! {
    /// A client.
    ClientId,
    /// One stay, admission to discharge.
    EpisodeId,
    /// A level of care from a date on.
    LevelId,
    /// A place on a care team.
    CareTeamId,
    /// A row of one part of a chart.
    PartId,
    /// One opening of the glass.
    GlassId,
    /// A chart an auditor was named for.
    NamedChartId
}

crate::words! {
    /// As an insurer or a laboratory form asks it.
    pub enum Sex {
        Female = "female",
        Male = "male",
        X = "x",
        NotRecorded = "",
    }
}

crate::words! {
    /// Who sent the client here.
    pub enum ReferralSource {
        Own = "self",
        Family = "family",
        Employer = "employer",
        Board = "board",
        MonitoringProgram = "monitoring_program",
        Clinician = "clinician",
        TreatmentProgram = "treatment_program",
        Attorney = "attorney",
        Insurer = "insurer",
        Another = "other",
        NotRecorded = "",
    }
}

crate::words! {
    /// What a way to reach the client is.
    pub enum ContactKind {
        Cell = "cell",
        Home = "home",
        Work = "work",
        Email = "email",
    }
}

crate::words! {
    /// How a license stands.
    pub enum LicenseStatus {
        Active = "active",
        Conditions = "conditions",
        Suspended = "suspended",
        Surrendered = "surrendered",
        Lapsed = "lapsed",
        Unknown = "unknown",
    }
}

crate::words! {
    /// When the client works; care bends around it.
    pub enum WorkPattern {
        Days = "days",
        Evenings = "evenings",
        Nights = "nights",
        Rotating = "rotating",
        Call = "call",
        OnLeave = "on_leave",
        NotWorking = "not_working",
    }
}

crate::words! {
    /// How a stay ended; each word has a code of federal reporting (`discharge_how`).
    pub enum DischargeHow {
        Completed = "completed",
        Left = "left",
        EndedByProgram = "ended_by_program",
        Transferred = "transferred",
        Incarcerated = "incarcerated",
        Died = "died",
        Other = "other",
    }
}

crate::words! {
    /// Remission of a diagnosis.
    #[derive(Default)]
    pub enum Remission {
        #[default]
        None = "",
        Early = "early",
        Sustained = "sustained",
    }
}

crate::words! {
    /// The part a person has on a care team.
    pub enum CarePart {
        Primary = "primary",
        Member = "member",
        Covers = "covers",
    }
}

crate::words! {
    /// A level of care by its ASAM number; no criteria text.
    pub enum Level {
        L10 = "1.0",
        L15 = "1.5",
        L17 = "1.7",
        L21 = "2.1",
        L25 = "2.5",
        L27 = "2.7",
        L31 = "3.1",
        L35 = "3.5",
        L37 = "3.7",
        L4 = "4",
    }
}

/// What the client's own row holds, as a form sends it and a chart shows it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClientFields {
    pub family_name: String,
    pub given_name: String,
    pub preferred_name: String,
    /// Earlier and other names, so that the client is found by them.
    pub other_names: String,
    pub pronouns: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub born_on: Option<NaiveDate>,
    pub sex: Sex,
    pub address: String,
    pub city: String,
    pub state: String,
    pub zip: String,
    /// Whether a letter may go to this address.
    pub mail_is_safe: bool,
    pub allergies: String,
    /// What everybody in the room must know.
    pub alerts: String,
    /// As the client is called at work: "CRNA".
    pub profession: String,
    pub referral_source: ReferralSource,
    pub referral_detail: String,
}

/// A client, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    pub id: ClientId,
    pub number: i64,
    pub fields: ClientFields,
    pub restricted: bool,
    pub rev: i64,
}

/// "C-0412".
pub fn number_words(number: i64) -> String {
    format!("C-{number:04}")
}

/// "Caroline B.": all that is said of a client where somebody may be looking.
pub fn room_name(preferred: &str, given: &str, family: &str) -> String {
    let first = if preferred.is_empty() { given } else { preferred };
    family.chars().next().map_or_else(|| first.to_owned(), |initial| format!("{first} {initial}."))
}
