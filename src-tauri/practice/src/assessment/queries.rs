//! The assessments of a client, and what they are made of.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::ipc::{
    AssessmentAnswer, AssessmentChoice, AssessmentDimension, AssessmentEdition, AssessmentOf, AssessmentSection,
    AssessmentTemplate, AssessmentVersion, ClientAssessments, LevelOffer, OneAssessment,
};
use super::store::{self, Stored};
use super::{AssessmentId, AssessmentState, Difference, Edition, rules, template};
use crate::client::{self, ClientId, Level, Stays};
use crate::draft;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Refusal, Result, RowId as _, Verb, View};
use crate::signature::SignReady;

/// The draft of the form.
const FORM: &str = "assessment.save";

/// Sections, editions and reasons, as data.
pub(super) fn template(_: &View<'_>, _: Nothing) -> Result<AssessmentTemplate> {
    let section = |one: &'static template::Section| AssessmentSection {
        key: one.key,
        label: one.label,
        prompt: one.prompt,
        required: one.required,
    };
    let choice = |(word, label): (&str, String)| AssessmentChoice { word: word.into(), label };
    let differences = Difference::ALL.iter().filter(|one| **one != Difference::None);
    Ok(AssessmentTemplate {
        sections: template::SECTIONS.iter().map(section).collect(),
        editions: [Edition::Fourth, Edition::Third].into_iter().map(edition).collect(),
        differences: differences.map(|one| choice((one.word(), template::difference_label(*one).into()))).collect(),
    })
}

fn edition(edition: Edition) -> AssessmentEdition {
    let dimension = |one: &'static template::Dimension| AssessmentDimension {
        number: one.number,
        name: one.name,
        sets_level: one.sets_level,
    };
    let level = |(number, name): &(&str, &str)| AssessmentChoice {
        word: (*number).into(),
        label: format!("{number}, {name}"),
    };
    AssessmentEdition {
        edition,
        label: template::edition_label(edition),
        dimensions: template::dimensions(edition).iter().map(dimension).collect(),
        scale: template::scale(edition).to_vec(),
        levels: template::levels(edition).iter().map(level).collect(),
    }
}

/// The assessments of a client.
pub(super) fn get(view: &View<'_>, request: AssessmentOf) -> Result<ClientAssessments> {
    view.reach(Info::Plan, Verb::Read, request.client)?;
    let may = |verb: Verb| view.reach(Info::Plan, verb, request.client).is_ok();
    let mut all = store::of_client(view.sql, request.client)?;
    let draft = all.iter().position(|one| one.state == AssessmentState::Draft).map(|at| all.remove(at));
    let stays = Stays::of(view.sql, request.client)?;
    let versions = all.iter().map(|one| line(one, &stays)).collect();
    let level = all.first().map(|newest| offer(view, newest)).transpose()?.flatten();
    Ok(ClientAssessments {
        signed: all.into_iter().next().map(|one| shown(view, one)).transpose()?,
        draft: draft.map(|one| shown(view, one)).transpose()?,
        versions,
        level,
        may_write: may(Verb::Write),
        may_sign: may(Verb::Sign),
    })
}

/// The level that the newest signed version gives, for who may change the stay's.
fn offer(view: &View<'_>, newest: &Stored) -> Result<Option<LevelOffer>> {
    if view.reach(Info::Identity, Verb::Write, newest.client).is_err() {
        return Ok(None);
    }
    let stays = client::episodes(view.sql, newest.client)?;
    let open = stays.into_iter().find(|stay| stay.discharged_on.is_none() && Some(stay.id) == newest.episode);
    Ok(open.and_then(|stay| {
        let levels: Vec<(NaiveDate, Level)> = stay.levels.iter().map(|level| (level.from_on, level.level)).collect();
        let level = rules::level_to_offer(&newest.fields.given, newest.fields.assessed_on, &levels)?;
        let now = levels.last()?.1;
        Some(LevelOffer { episode: stay.id, rev: stay.rev, level, now })
    }))
}

/// One version, also an earlier one.
pub(super) fn version(view: &View<'_>, request: OneAssessment) -> Result<AssessmentAnswer> {
    let stored = store::one(view.sql, request.id)?.filter(|stored| !stored.voided).ok_or_else(unseen)?;
    view.reach(Info::Plan, Verb::Read, stored.client).map_err(hidden)?;
    shown(view, stored)
}

/// What stands between a draft and the signature of whoever looks.
pub(super) fn ready(view: &View<'_>, request: OneAssessment) -> Result<SignReady> {
    let draft = store::one(view.sql, request.id)?.filter(|stored| !stored.voided).ok_or_else(unseen)?;
    view.reach(Info::Plan, Verb::Sign, draft.client).map_err(hidden)?;
    let mut points = rules::holes(&draft.fields);
    points.rule("state", rules::may_change(draft.state));
    points.rule("author", rules::may_sign(draft.author, view.actor.staff));
    crate::signature::ready(view, points, draft.fields.assessed_on)
}

pub(super) fn one(view: &View<'_>, id: AssessmentId) -> Result<AssessmentAnswer> {
    shown(view, store::one(view.sql, id)?.ok_or_else(unseen)?)
}

/// The stay of an assessment, where another one came after it.
fn earlier_stay(stored: &Stored, stays: &Stays) -> Option<i64> {
    let episode = stored.episode.filter(|episode| Some(*episode) != stays.newest())?;
    Some(stays.number(episode))
}

/// The problems that the newest signed assessment of a client found; those of an earlier stay are not this one's.
pub(crate) fn found(sql: &Connection, client: ClientId) -> Result<Vec<String>> {
    let stays = Stays::of(sql, client)?;
    let all = store::of_client(sql, client)?;
    let signed = all.into_iter().find(|one| one.state == AssessmentState::Signed);
    let signed = signed.filter(|one| earlier_stay(one, &stays).is_none());
    Ok(signed.map(|one| one.fields.problems).unwrap_or_default())
}

/// The answer for an assessment that is not there, or not for this person.
pub(super) fn unseen() -> Refusal {
    Refusal::not_found("assessment")
}

pub(super) fn hidden(refusal: Refusal) -> Refusal {
    if refusal.code == Code::NotFound { unseen() } else { refusal }
}

fn line(stored: &Stored, stays: &Stays) -> AssessmentVersion {
    AssessmentVersion {
        earlier_stay: earlier_stay(stored, stays),
        id: stored.id,
        version: stored.version,
        assessed_on: stored.fields.assessed_on,
        author: stored.author_name.clone(),
        edition: stored.fields.edition,
        indicated: stored.fields.indicated.clone(),
        given: stored.fields.given.clone(),
    }
}

fn shown(view: &View<'_>, stored: Stored) -> Result<AssessmentAnswer> {
    let subject = format!("{}/{}", stored.client.uuid(), stored.id.uuid());
    let row = Some((Table::Assessment, stored.id.uuid()));
    let open = stored.state == AssessmentState::Draft;
    let earlier_stay = earlier_stay(&stored, &Stays::of(view.sql, stored.client)?);
    Ok(AssessmentAnswer {
        earlier_stay,
        at_work: open.then(|| draft::at_work(view, row, FORM, &subject)).transpose()?,
        id: stored.id,
        version: stored.version,
        state: stored.state,
        fields: stored.fields,
        author: stored.author_name,
        signed_at: stored.signed_at,
        rev: stored.rev,
    })
}
