//! Who may do what: roles give verbs, relations give reach (models.md section 2).
//!
//! The table below is the whole of it.

crate::words! {
    /// A role on the staff. One person may hold several.
    pub enum Role {
        Counselor = "counselor",
        Facilitator = "facilitator",
        Director = "director",
        FrontDesk = "front_desk",
        Collector = "collector",
        MedicalReviewer = "medical_reviewer",
        PrivacyOfficer = "privacy_officer",
        Auditor = "auditor",
    }
}

impl Role {
    /// The role as a screen says it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Counselor => "Counselor",
            Self::Facilitator => "Facilitator",
            Self::Director => "Clinical director",
            Self::FrontDesk => "Front desk",
            Self::Collector => "Collector",
            Self::MedicalReviewer => "Medical reviewer",
            Self::PrivacyOfficer => "Privacy officer",
            Self::Auditor => "Auditor",
        }
    }
}

/// A kind of information: one row of the model's table.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Info {
    /// Name, contact, safe-contact flags, schedule.
    Identity,
    /// Attendance and hours.
    Attendance,
    /// Notes, assessment, diagnosis.
    Notes,
    /// Counseling notes in the sense of 42 CFR 2.11.
    CounselingNotes,
    /// Problems, goals, objectives, interventions.
    Plan,
    /// Drug-test orders and results.
    DrugTests,
    /// Draws that nobody has been told of yet.
    Draws,
    /// Consents and disclosures.
    Consents,
    /// Insurance, charges, papers.
    Billing,
    /// Staff, roles, settings.
    Staff,
    /// The audit and the break-glass list.
    Audit,
}

/// What is done with the information.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Verb {
    /// See it whole.
    Read,
    /// See only the part the cell describes: first name and initial, "missing or in order", the schedule.
    Glimpse,
    /// Add and change.
    Write,
    /// Record attendance of one's own sessions.
    Record,
    /// Correct what was recorded.
    Correct,
    /// Enter arrivals and departures at the desk.
    CheckIn,
    /// Sign as the author.
    Sign,
    /// Cosign or return another person's work.
    Cosign,
    /// Approve a plan or return it.
    Approve,
    /// Say what a result means for the program.
    Interpret,
    /// Collect a specimen and read the cup on site.
    Collect,
    /// Give the medical review.
    Review,
    /// Obtain a consent's signature.
    Obtain,
    /// Let something leave the program.
    Release,
    /// Prepare papers and charges.
    Prepare,
    /// Verify the audit chain.
    Verify,
}

/// Whose information a permit covers. Ordered from narrow to wide.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Reach {
    /// Only what the person made, or where the person is named.
    Own,
    /// Clients whose specimen is to be collected today.
    Collecting,
    /// Clients of the groups the person facilitates, also as a substitute.
    Facilitated,
    /// Charts an auditor was named for.
    Named,
    /// Clients for whom the person is primary counselor or on the care team, supervises the author, or covers.
    Related,
    /// Every chart that is not restricted.
    Everyone,
}

/// A cell of the table that was used.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Permit {
    /// The role that gave it; the audit entry names it.
    pub role: Role,
    /// Whose information it covers.
    pub reach: Reach,
}

/// One cell: a role, a kind of information, and what may be done with whose.
pub type Cell = (Info, Role, &'static [(Verb, Reach)]);

use Info::*;
use Reach::*;
use Role::*;
use Verb::*;

/// The table. A pair of information and role that is not here is a dash in the model: nothing.
pub const TABLE: &[Cell] = &[
    (Identity, Counselor, &[(Read, Related), (Write, Related)]),
    (Identity, Facilitator, &[(Glimpse, Facilitated)]),
    (Identity, Director, &[(Read, Everyone), (Write, Everyone)]),
    (Identity, FrontDesk, &[(Read, Everyone), (Write, Everyone)]),
    (Identity, Collector, &[(Glimpse, Collecting)]),
    (Identity, MedicalReviewer, &[(Read, Everyone)]),
    (Identity, PrivacyOfficer, &[(Read, Everyone)]),
    (Identity, Auditor, &[(Read, Named)]),
    (Attendance, Counselor, &[(Read, Related), (Correct, Own)]),
    (Attendance, Facilitator, &[(Read, Facilitated), (Record, Own)]),
    (Attendance, Director, &[(Read, Everyone), (Correct, Everyone)]),
    (Attendance, FrontDesk, &[(Read, Everyone), (CheckIn, Everyone)]),
    (Attendance, PrivacyOfficer, &[(Read, Everyone)]),
    (Attendance, Auditor, &[(Read, Named)]),
    (Notes, Counselor, &[(Read, Related), (Write, Related), (Sign, Own)]),
    (Notes, Facilitator, &[(Read, Own), (Write, Own), (Sign, Own)]),
    (Notes, Director, &[(Read, Everyone), (Cosign, Everyone)]),
    (Notes, MedicalReviewer, &[(Glimpse, Everyone)]),
    (Notes, PrivacyOfficer, &[(Read, Everyone)]),
    (Notes, Auditor, &[(Read, Named)]),
    (CounselingNotes, Counselor, &[(Read, Own), (Write, Own)]),
    (Plan, Counselor, &[(Read, Related), (Write, Related), (Sign, Related), (Approve, Related)]),
    (Plan, Facilitator, &[(Glimpse, Facilitated)]),
    (Plan, Director, &[(Read, Everyone), (Approve, Everyone)]),
    (Plan, PrivacyOfficer, &[(Read, Everyone)]),
    (Plan, Auditor, &[(Read, Named)]),
    (DrugTests, Counselor, &[(Read, Related), (Interpret, Related)]),
    (DrugTests, Director, &[(Read, Everyone), (Interpret, Everyone)]),
    (DrugTests, FrontDesk, &[(Glimpse, Everyone)]),
    (DrugTests, Collector, &[(Glimpse, Collecting), (Collect, Collecting)]),
    (DrugTests, MedicalReviewer, &[(Read, Everyone), (Review, Everyone)]),
    (DrugTests, PrivacyOfficer, &[(Read, Everyone)]),
    (DrugTests, Auditor, &[(Read, Named)]),
    (Draws, Director, &[(Glimpse, Everyone)]),
    (Draws, Auditor, &[(Read, Named)]),
    (Consents, Counselor, &[(Read, Related), (Obtain, Related), (Release, Related)]),
    (Consents, Facilitator, &[(Glimpse, Facilitated)]),
    (Consents, Director, &[(Read, Everyone), (Obtain, Everyone), (Release, Everyone)]),
    (Consents, FrontDesk, &[(Obtain, Everyone), (Record, Everyone)]),
    (Consents, PrivacyOfficer, &[(Read, Everyone), (Obtain, Everyone), (Release, Everyone)]),
    (Consents, Auditor, &[(Read, Named)]),
    (Billing, Counselor, &[(Read, Related), (Prepare, Related)]),
    (Billing, Director, &[(Read, Everyone), (Write, Everyone)]),
    (Billing, FrontDesk, &[(Read, Everyone), (Write, Everyone)]),
    (Billing, PrivacyOfficer, &[(Read, Everyone)]),
    (Billing, Auditor, &[(Read, Named)]),
    (Staff, Director, &[(Read, Everyone), (Write, Everyone)]),
    (Staff, PrivacyOfficer, &[(Read, Everyone)]),
    (Staff, Auditor, &[(Read, Everyone)]),
    (Audit, Counselor, &[(Read, Own)]),
    (Audit, Facilitator, &[(Read, Own)]),
    (Audit, Director, &[(Read, Everyone)]),
    (Audit, PrivacyOfficer, &[(Read, Everyone), (Verify, Everyone)]),
    (Audit, Auditor, &[(Read, Everyone)]),
];

/// Every permit that these roles give for a verb on a kind of information. Who may see it whole may also see a part of it.
pub fn permits(roles: &[Role], info: Info, verb: Verb) -> impl Iterator<Item = Permit> {
    TABLE
        .iter()
        .filter(move |(cell_info, role, _)| *cell_info == info && roles.contains(role))
        .flat_map(|(_, role, verbs)| verbs.iter().map(move |(verb, reach)| (*role, *verb, *reach)))
        .filter(move |(_, cell_verb, _)| *cell_verb == verb || (verb == Glimpse && *cell_verb == Read))
        .map(|(role, _, reach)| Permit { role, reach })
}

/// The widest of them.
pub fn permit(roles: &[Role], info: Info, verb: Verb) -> Option<Permit> {
    permits(roles, info, verb).max_by_key(|permit| permit.reach)
}
