//! Calls of the caseload.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Flag, counselors, export, queries};
use crate::client::ClientId;
use crate::consent::ConsentSummary;
use crate::drug_test::{DrugTestId, TestClass};
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, Nothing, desk_op, query};
use crate::kernel::{Info, Tag, Verb};

/// The primary counselor.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CaseloadCounselor")]
pub struct Counselor {
    pub id: StaffId,
    /// "Quiñones": a column is narrow; two of one name get their given names.
    pub name: String,
}

/// The last test that was due.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CaseloadTest")]
pub struct LastTestAnswer {
    pub id: DrugTestId,
    pub on: NaiveDate,
    pub class: TestClass,
    pub imported: bool,
}

/// A flag with its word.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "CaseloadFlag")]
pub struct FlagAnswer {
    pub flag: Flag,
    pub label: &'static str,
}

/// One active client.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CaseloadRow {
    pub client: ClientId,
    /// "C-0412".
    pub number: String,
    pub family_name: String,
    pub given_name: String,
    pub profession: String,
    /// Named staff only; the person who looks is one of them.
    pub restricted: bool,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counselor: Option<Counselor>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    pub track: String,
    pub admitted_on: NaiveDate,
    /// The week of the stay, counted from 1.
    pub week: i64,
    /// Attended minutes of this program week.
    pub minutes: i64,
    /// Minutes still planned in this week.
    pub planned: i64,
    /// What the level asks for; absent for a level without hours a week.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<i64>,
    /// By how much the week will stay short.
    pub short: i64,
    /// Of the sessions recorded in the last four weeks, how many percent were attended, whole or in part.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attendance: Option<i64>,
    pub attended: i64,
    pub recorded: i64,
    pub excused: i64,
    pub unsigned: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_test: Option<LastTestAnswer>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_due: Option<NaiveDate>,
    pub has_plan: bool,
    pub consent: ConsentSummary,
    /// The next date on which a consent ends.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_ends: Option<NaiveDate>,
    /// The most pressing first.
    pub flags: Vec<FlagAnswer>,
    /// How much somebody is needed; the list sorts by it.
    pub needs: i64,
}

/// Every active client in reach.
#[derive(Debug, Serialize, TS)]
pub struct Caseload {
    /// This program week.
    pub week_start: NaiveDate,
    pub week_last: NaiveDate,
    /// Who needs somebody most comes first.
    pub rows: Vec<CaseloadRow>,
    /// Active clients whose restricted chart does not name the person who looks.
    pub restricted: i64,
}

/// A counselor with what waits, in numbers.
#[derive(Debug, Serialize, TS)]
pub struct CounselorLine {
    pub counselor: Counselor,
    /// Clients in treatment whose primary counselor this is.
    pub active: i64,
    /// Notes this person began, not signed and past due.
    pub notes_overdue: i64,
    /// Clients with fewer hours in the last seven days than their stay asks for.
    pub short: i64,
    /// Clients not tested for longer than their interval.
    pub tests_overdue: i64,
    /// Consents that end within the practice's days of warning.
    pub consents_ending: i64,
}

impl CounselorLine {
    pub(super) const fn of(counselor: Counselor) -> Self {
        Self { counselor, active: 0, notes_overdue: 0, short: 0, tests_overdue: 0, consents_ending: 0 }
    }
}

/// The caseload by counselor.
#[derive(Debug, Serialize, TS)]
pub struct ByCounselor {
    pub lines: Vec<CounselorLine>,
}

/// The request of `caseload.export`: the lines as they stand on the screen, in their order.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportCaseload {
    pub clients: Vec<ClientId>,
    /// Who it is for and why; kept with the record of what left.
    pub reason: String,
}

/// What left.
#[derive(Debug, Serialize, TS)]
pub struct CaseloadSaved {
    pub rows: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    let read = Need::Cell(Info::Plan, Verb::Read);
    let shown: &[Tag] = &[
        Tag::Client,
        Tag::Staff,
        Tag::Policy,
        Tag::Attendance,
        Tag::Session,
        Tag::Group,
        Tag::Note,
        Tag::Plan,
        Tag::DrugTest,
        Tag::Consent,
    ];
    vec![
        query("caseload.list", read, shown, |view, _: Nothing| queries::list(view)),
        query("caseload.by_counselor", read, shown, |view, _: Nothing| counselors::list(view)),
        desk_op("caseload.export", read, &[Tag::Exit], export::export),
    ]
}
