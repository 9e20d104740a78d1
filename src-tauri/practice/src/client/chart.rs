//! Opening a chart: the whole head of it in one answer, and one entry in the audit.
//!
//! An opening is an operation, because it is written down: once per person, client and half hour, since a window asks
//! again whenever something changes.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::care_team::{self, CarePlace};
use super::episode::{self, Episode};
use super::parts::{
    self, Contact, ContactFields, Diagnosis, DiagnosisFields, EmergencyContact, EmergencyContactFields, Insurance,
    InsuranceFields, License, LicenseFields, Medication, MedicationFields, Work, WorkFields,
};
use super::rules::{MILESTONES, day_of_stay};
use super::sight::{ClientState, Seen, Sight, Standing, age_on, week_of};
use super::{Client, ClientFields, ClientId, glass, number_words, room_name, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Info, Moment, Result, Role, RowId, Verb, View};

/// The request of `client.open`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenClient {
    pub id: ClientId,
}

/// What the person may do with this chart; the window offers nothing else.
#[derive(Debug, Serialize, TS)]
pub struct ChartMay {
    /// Identity, contacts, work, licenses, care team, episodes.
    pub change: bool,
    /// Medications and diagnoses.
    pub change_clinical: bool,
    pub change_insurance: bool,
    pub restrict: bool,
    pub void: bool,
    pub read_notes: bool,
    /// Their own, and those they were named for: no more is said of counseling notes here.
    pub read_counseling_notes: bool,
    pub read_attendance: bool,
    pub read_plan: bool,
    pub read_consents: bool,
    pub read_drug_tests: bool,
}

/// The client's own row.
#[derive(Debug, Serialize, TS)]
pub struct Identity {
    pub rev: i64,
    pub fields: ClientFields,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub age: Option<u32>,
}

/// What everybody in the room must know.
#[derive(Debug, Serialize, TS)]
pub struct RoomAlerts {
    pub allergies: String,
    pub alerts: String,
}

/// Enough to make sure that this is the person.
#[derive(Debug, Serialize, TS)]
pub struct IdentityCheck {
    pub family_name: String,
    pub given_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub born_on: Option<NaiveDate>,
}

/// A day that is looked back from.
#[derive(Debug, Serialize, TS)]
pub struct Milestone {
    pub days: i64,
    pub on: NaiveDate,
    pub reached: bool,
}

/// How long the newest stay has lasted. The day of admission is day 1; a stay that ended counts to its last day.
#[derive(Debug, Serialize, TS)]
pub struct StayDays {
    pub days: i64,
    /// Reached when the stay lasted so long; those it did not live to see are left out once it ended.
    pub milestones: Vec<Milestone>,
}

/// The head of a chart. What the person may not see is absent.
#[derive(Debug, Serialize, TS)]
pub struct Chart {
    pub id: ClientId,
    /// "C-0412".
    pub number: String,
    /// As this person may see it: "Beaumont, Caroline" or "Caroline B.".
    pub name: String,
    pub seen: Seen,
    pub state: ClientState,
    /// The program week of the open stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub week: Option<i64>,
    pub restricted: bool,
    /// The glass is broken for this person until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub glass_until: Option<Moment>,
    pub may: ChartMay,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub identity: Option<Identity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub check: Option<IdentityCheck>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub alerts: Option<RoomAlerts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub contacts: Option<Vec<Contact>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub emergency_contacts: Option<Vec<EmergencyContact>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub work: Option<Vec<Work>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub care_team: Option<Vec<CarePlace>>,
    /// Days in the program in the newest stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub stay_days: Option<StayDays>,
    /// The newest stay first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub episodes: Option<Vec<Episode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub insurance: Option<Vec<Insurance>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub licenses: Option<Vec<License>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub medications: Option<Vec<Medication>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub diagnoses: Option<Vec<Diagnosis>>,
}

/// Opens a chart.
///
/// # Errors
/// `not_found` outside the reach: an opening that is not allowed and a client that does not exist look alike.
pub(super) fn open(tx: &mut Tx<'_, '_>, request: OpenClient) -> Result<Chart> {
    let (chart, role, by_glass) = {
        let view = tx.view();
        let sight = Sight::of(&view, request.id)?;
        (chart(&view, &sight, request.id)?, sight.permit.role, sight.by_glass)
    };
    tx.role = Some(role);
    let detail = if by_glass { "glass" } else { "" };
    tx.opened(Table::Client, request.id, Some(request.id.uuid()), detail)?;
    Ok(chart)
}

pub(super) fn chart(view: &View<'_>, sight: &Sight<'_>, id: ClientId) -> Result<Chart> {
    let (sql, today) = (view.sql, view.today());
    let client = store::client(sql, id)?;
    let episodes = episode::of_client(sql, id)?;
    let standing = standing(&episodes);
    let whole = sight.seen == Seen::Whole;
    let billing = sight.may(Info::Billing, Verb::Read);
    let clinical = sight.may(Info::Notes, Verb::Read);
    // What a medical review needs of a chart is how a test is to be read.
    let medications = clinical || sight.may(Info::Notes, Verb::Glimpse);
    Ok(Chart {
        id,
        number: number_words(client.number),
        name: name(&client, sight.seen),
        seen: sight.seen,
        state: standing.word(),
        week: standing.admitted_on.filter(|_| standing.discharged_on.is_none()).map(|on| week_of(on, today)),
        restricted: sight.restricted(),
        glass_until: if sight.by_glass { glass::until(sql, view.actor.staff, id, view.now)? } else { None },
        may: may(view, sight),
        check: (sight.seen == Seen::Check).then(|| check(&client)),
        alerts: (sight.seen != Seen::Check).then(|| alerts(&client)),
        identity: whole.then(|| Identity {
            rev: client.rev,
            age: client.fields.born_on.and_then(|born| age_on(born, today)),
            fields: client.fields,
        }),
        contacts: seen(whole, || parts::of_client::<ContactFields>(sql, id))?,
        emergency_contacts: seen(whole, || parts::of_client::<EmergencyContactFields>(sql, id))?,
        work: seen(whole, || parts::of_client::<WorkFields>(sql, id))?,
        care_team: seen(whole, || care_team::now(sql, id, today))?,
        stay_days: episodes.first().filter(|_| whole).map(|episode| stay_days(episode, today)),
        episodes: whole.then_some(episodes),
        insurance: seen(billing, || parts::of_client::<InsuranceFields>(sql, id))?,
        licenses: seen(billing, || parts::of_client::<LicenseFields>(sql, id))?,
        medications: seen(medications, || parts::of_client::<MedicationFields>(sql, id))?,
        diagnoses: seen(clinical, || parts::of_client::<DiagnosisFields>(sql, id))?,
    })
}

fn stay_days(episode: &Episode, today: NaiveDate) -> StayDays {
    let last = episode.discharged_on.unwrap_or(today);
    let days = day_of_stay(episode.admitted_on, last).max(0);
    let milestone = |milestone: i64| {
        let on = episode.admitted_on.checked_add_days(Days::new(u64::try_from(milestone - 1).unwrap_or_default()))?;
        let reached = days >= milestone;
        (reached || episode.discharged_on.is_none()).then_some(Milestone { days: milestone, on, reached })
    };
    StayDays { days, milestones: MILESTONES.into_iter().filter_map(milestone).collect() }
}

/// The rows when they may be seen.
fn seen<T>(may: bool, rows: impl FnOnce() -> Result<T>) -> Result<Option<T>> {
    may.then(rows).transpose()
}

pub(super) fn name(client: &Client, seen: Seen) -> String {
    let fields = &client.fields;
    match seen {
        Seen::Room => room_name(&fields.preferred_name, &fields.given_name, &fields.family_name),
        Seen::Whole | Seen::Check => format!("{}, {}", fields.family_name, fields.given_name),
    }
}

fn check(client: &Client) -> IdentityCheck {
    let fields = &client.fields;
    IdentityCheck {
        family_name: fields.family_name.clone(),
        given_name: fields.given_name.clone(),
        born_on: fields.born_on,
    }
}

fn alerts(client: &Client) -> RoomAlerts {
    RoomAlerts { allergies: client.fields.allergies.clone(), alerts: client.fields.alerts.clone() }
}

fn may(view: &View<'_>, sight: &Sight<'_>) -> ChartMay {
    let change = sight.may(Info::Identity, Verb::Write);
    let read = |info| sight.may(info, Verb::Read) || sight.may(info, Verb::Glimpse);
    ChartMay {
        change,
        change_clinical: sight.may(Info::Notes, Verb::Write),
        change_insurance: sight.may(Info::Billing, Verb::Write),
        restrict: sight.may(Info::Consents, Verb::Release),
        void: change && view.actor.roles.contains(&Role::Director),
        read_notes: read(Info::Notes),
        read_counseling_notes: sight.may_own(Info::CounselingNotes, Verb::Read),
        read_attendance: read(Info::Attendance),
        read_plan: read(Info::Plan),
        read_consents: read(Info::Consents),
        // Who only sees that one is due has the page of the day for it.
        read_drug_tests: sight.may(Info::DrugTests, Verb::Read),
    }
}

fn standing(episodes: &[Episode]) -> Standing {
    let newest = episodes.first();
    Standing {
        admitted_on: newest.map(|episode| episode.admitted_on),
        discharged_on: newest.and_then(|episode| episode.discharged_on),
        level: newest.and_then(|episode| episode.levels.last()).map(|level| level.level),
    }
}
