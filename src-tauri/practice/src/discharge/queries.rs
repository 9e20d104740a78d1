//! The stays of a client that ended, with their summaries, and which summaries are owed.

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use super::ipc::{Discharges, DischargesOf, EndedStay, OneSummary, SummaryAnswer, SummaryOwed, SummaryPart};
use super::store::{self, Stay, Stored};
use super::{DischargeSummaryId, PARTS, SummaryState, rules};
use crate::client::number_words;
use crate::draft;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::{Info, Refusal, Result, RowId as _, Verb, View};
use crate::practice::policy;
use crate::signature::SignReady;

/// The draft of the form.
const FORM: &str = "discharge.save";

/// Days back in which an owed summary is looked for; what is older than half a year is found in the chart.
const OWED_DAYS: u64 = 180;

/// The stays of a client that ended.
pub(super) fn list(view: &View<'_>, request: DischargesOf) -> Result<Discharges> {
    view.reach(Info::Plan, Verb::Read, request.client)?;
    let may = |verb: Verb| view.reach(Info::Plan, verb, request.client).is_ok();
    let mut summaries = store::of_client(view.sql, request.client)?;
    let days = due_days(view)?;
    let mut stays = Vec::new();
    for stay in store::ended(view.sql, request.client)? {
        let summary = summaries.iter().position(|one| one.episode == stay.id).map(|at| summaries.remove(at));
        let summary = summary.map(|stored| shown(view, stored)).transpose()?;
        stays.extend(ended(stay, summary, days, view.today()));
    }
    Ok(Discharges {
        stays,
        parts: PARTS
            .iter()
            .map(|part| SummaryPart { key: part.key, label: part.label, prompt: part.prompt })
            .collect(),
        may_write: may(Verb::Write),
        may_sign: may(Verb::Sign),
    })
}

fn due_days(view: &View<'_>) -> Result<u64> {
    let days = policy::whole_on(view.sql, policy::DISCHARGE_SUMMARY, view.today())?;
    Ok(u64::try_from(days).unwrap_or_default())
}

fn ended(stay: Stay, summary: Option<SummaryAnswer>, days: u64, today: NaiveDate) -> Option<EndedStay> {
    let discharged_on = stay.discharged_on?;
    let due_on = discharged_on + Days::new(days);
    let signed = summary.as_ref().is_some_and(|one| one.state == SummaryState::Signed);
    Some(EndedStay {
        episode: stay.id,
        number: stay.number,
        admitted_on: stay.admitted_on,
        discharged_on,
        how: stay.how,
        how_label: stay.how_label,
        reason: stay.reason,
        due_on,
        overdue: !signed && due_on < today,
        summary,
    })
}

/// What stands between a draft and the signature of whoever looks.
pub(super) fn ready(view: &View<'_>, request: OneSummary) -> Result<SignReady> {
    let draft = store::one(view.sql, request.id)?.filter(|stored| !stored.voided).ok_or_else(unseen)?;
    view.reach(Info::Plan, Verb::Sign, draft.client).map_err(hidden)?;
    let mut points = rules::holes(&draft.fields);
    points.rule("state", rules::may_change(draft.state));
    points.rule("author", rules::may_sign(draft.author, view.actor.staff));
    crate::signature::ready(view, points, view.today())
}

/// One summary, whatever its stay.
pub(super) fn one(view: &View<'_>, id: DischargeSummaryId) -> Result<SummaryAnswer> {
    shown(view, store::one(view.sql, id)?.ok_or_else(unseen)?)
}

fn shown(view: &View<'_>, stored: Stored) -> Result<SummaryAnswer> {
    let subject = format!("{}/{}", stored.client.uuid(), stored.id.uuid());
    let row = Some((Table::DischargeSummary, stored.id.uuid()));
    let open = stored.state == SummaryState::Draft;
    Ok(SummaryAnswer {
        at_work: open.then(|| draft::at_work(view, row, FORM, &subject)).transpose()?,
        id: stored.id,
        state: stored.state,
        fields: stored.fields,
        author: stored.author_name,
        signed_at: stored.signed_at,
        rev: stored.rev,
    })
}

/// The summaries that the person owes: stays of their own clients that ended without one.
pub(crate) fn owed(view: &View<'_>) -> Result<Vec<SummaryOwed>> {
    let days = due_days(view)?;
    let today = view.today();
    let mut statement = view.sql.prepare_cached(
        "select client.id as client, client.number, client.family_name, client.given_name, client.preferred_name,
                episode.discharged_on, summary.id is not null as begun
         from care_team
         join client on client.id = care_team.client and client.voided_at is null
         join episode on episode.client = client.id and episode.voided_at is null
           and episode.discharged_on >= :since
         left join discharge_summary as summary on summary.episode = episode.id and summary.voided_at is null
         where care_team.staff = :me and care_team.part = 'primary' and care_team.voided_at is null
           and care_team.starts_on <= :today and (care_team.ends_on is null or care_team.ends_on >= :today)
           and (summary.id is null or summary.state = 'draft')
         order by episode.discharged_on, client.folded
         limit 50",
    )?;
    let since = today.checked_sub_days(Days::new(OWED_DAYS)).unwrap_or(today);
    let parameters = named_params! { ":me": view.actor.staff, ":today": today, ":since": since };
    let rows = statement.query_map(parameters, |row| {
        let discharged_on: NaiveDate = row.get("discharged_on")?;
        let due_on = discharged_on + Days::new(days);
        let (given, preferred): (String, String) = (row.get("given_name")?, row.get("preferred_name")?);
        let first = if preferred.is_empty() { given } else { preferred };
        Ok(SummaryOwed {
            client: row.get("client")?,
            number: number_words(row.get("number")?),
            name: format!("{}, {first}", row.get::<_, String>("family_name")?),
            discharged_on,
            due_on,
            overdue: due_on < today,
            begun: row.get("begun")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The answer for a summary that is not there, or not for this person.
pub(super) fn unseen() -> Refusal {
    Refusal::not_found("discharge summary")
}

pub(super) fn hidden(refusal: Refusal) -> Refusal {
    if refusal.code == Code::NotFound { unseen() } else { refusal }
}
