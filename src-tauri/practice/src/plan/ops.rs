//! Steps of a plan. Each is one action.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;

use super::ipc::{
    ApprovePlan, MarkObjective, PlanAnswer, PlanOf, ProblemFields, ReturnPlan, SavePlan, SignPlan, ThisPlan,
};
use super::rules::{self, PlanRefusal};
use super::store::{self, Version};
use super::{PlanId, PlanState, interventions, outline, queries, signed};
use crate::draft;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Result, RowId as _, Tag, Verb};
use crate::practice::policy;
use crate::workstation::Workstation;

/// Starts a draft: empty, or the next version with what is still open in the active plan of the same stay.
pub(super) fn start(tx: &mut Tx<'_, '_>, request: PlanOf) -> Result<PlanAnswer> {
    tx.reach(Info::Plan, Verb::Write, request.client)?;
    let episode = store::open_episode(tx.sql(), request.client)?.ok_or(PlanRefusal::NoEpisode)?;
    let versions = store::versions(tx.sql(), request.client)?;
    if versions.iter().any(|version| version.state == PlanState::Draft) {
        return Err(PlanRefusal::DraftThere.into());
    }
    let draft = Version {
        id: tx.id(),
        client: request.client,
        episode,
        // A version that was discarded keeps its row but gives its number back.
        version: versions.iter().map(|version| version.version).max().unwrap_or(0) + 1,
        state: PlanState::Draft,
        effective_on: tx.today(),
        review_due_on: None,
        author: tx.actor.staff,
        author_name: String::new(),
        signed_at: None,
        approved_by: None,
        approved_name: None,
        approved_at: None,
        returned_by: None,
        returned_name: None,
        returned_at: None,
        return_comment: String::new(),
        imported: false,
        voided: false,
        rev: 1,
    };
    store::insert(tx, &draft)?;
    tx.wrote(Table::Plan, draft.id, Some(draft.client.uuid()))?;
    if let Some(active) = versions.iter().find(|one| one.state == PlanState::Active && one.episode == episode) {
        let problems = outline::still_open(&outline::of(tx.sql(), active.id)?);
        outline::replace(tx, (draft.id, draft.client), &problems)?;
    }
    answer(tx, draft.id)
}

/// Writes what the draft holds now.
pub(super) fn save(tx: &mut Tx<'_, '_>, request: SavePlan) -> Result<PlanAnswer> {
    let version = reached(tx, Verb::Write, (request.id, request.rev))?;
    rules::may_change(version.state)?;
    let mut check = Check::new();
    rules::check_lengths(&mut check, &request.problems);
    check.done()?;
    store::update(tx, &version)?;
    tx.wrote(Table::Plan, version.id, Some(version.client.uuid()))?;
    outline::replace(tx, (version.id, version.client), &request.problems)?;
    answer(tx, version.id)
}

/// Takes a draft back.
pub(super) fn discard(tx: &mut Tx<'_, '_>, request: ThisPlan) -> Result<Done> {
    let version = reached(tx, Verb::Write, (request.id, request.rev))?;
    rules::may_change(version.state)?;
    store::update(tx, &Version { voided: true, ..version.clone() })?;
    tx.wrote(Table::Plan, version.id, Some(version.client.uuid()))?;
    tx.touch(Tag::Plan);
    Ok(Done {})
}

/// Signs a draft: it becomes the active plan, and the one before is superseded.
///
/// # Errors
/// `wrong_passphrase` before anything was looked at; what `plan.ready` lists.
pub(super) fn sign(desk: &Workstation, request: SignPlan) -> Result<PlanAnswer> {
    desk.sign("plan.sign", &request.proof, |tx| sign_inner(tx, &request))
}

/// What the draft still lacks.
pub(super) fn holes(sql: &Connection, draft: PlanId) -> Result<Check> {
    let problems: Vec<ProblemFields> = outline::fields(&outline::of(sql, draft)?);
    let mut check = Check::new();
    rules::check_whole(&mut check, &problems);
    interventions::check_people(sql, &mut check, &problems)?;
    Ok(check)
}

fn sign_inner(tx: &mut Tx<'_, '_>, request: &SignPlan) -> Result<PlanAnswer> {
    let draft = reached(tx, Verb::Sign, (request.id, request.rev))?;
    rules::may_change(draft.state)?;
    let effective_on = request.effective_on.unwrap_or_else(|| tx.today());
    let review_due_on = match request.review_due_on {
        Some(date) => date,
        None => review_due(tx.sql(), effective_on)?,
    };
    let mut check = holes(tx.sql(), draft.id)?;
    check.ensure(effective_on <= tx.today(), "effective_on", "This day has not come yet. Choose today or earlier.");
    check.ensure(review_due_on > effective_on, "review_due_on", "Choose a day after the plan takes effect.");
    check.done()?;
    supersede(tx, &draft)?;
    let active = Version {
        state: PlanState::Active,
        effective_on,
        review_due_on: Some(review_due_on),
        author: tx.actor.staff,
        signed_at: Some(tx.now()),
        ..draft
    };
    store::update(tx, &active)?;
    tx.wrote(Table::Plan, active.id, Some(active.client.uuid()))?;
    signed::sign(tx, &Version { rev: active.rev + 1, ..active.clone() })?;
    answer(tx, active.id)
}

pub(super) fn review_due(sql: &Connection, effective_on: NaiveDate) -> Result<NaiveDate> {
    let days = policy::whole_on(sql, policy::PLAN_REVIEW, effective_on)?;
    Ok(effective_on + Days::new(u64::try_from(days).unwrap_or_default()))
}

fn supersede(tx: &mut Tx<'_, '_>, draft: &Version) -> Result<()> {
    let versions = store::versions(tx.sql(), draft.client)?;
    let Some(before) = versions.into_iter().find(|version| version.state == PlanState::Active) else {
        return Ok(());
    };
    tx.revise(Table::Plan, before.id, before.rev)?;
    store::update(tx, &Version { state: PlanState::Superseded, ..before.clone() })?;
    tx.wrote(Table::Plan, before.id, Some(before.client.uuid()))
}

/// Says how an objective of the active plan stands.
pub(super) fn mark(tx: &mut Tx<'_, '_>, request: MarkObjective) -> Result<PlanAnswer> {
    let plan = outline::plan_of(tx.sql(), request.id)?.ok_or_else(queries::unseen)?;
    let version = seen(tx, Verb::Write, plan)?;
    tx.revise(Table::Objective, request.id, request.rev)?;
    rules::is_active(version.state)?;
    outline::mark(tx, request.id, request.state)?;
    tx.wrote(Table::Objective, request.id, Some(version.client.uuid()))?;
    answer(tx, version.id)
}

/// Approves the active plan, as somebody other than its author.
///
/// # Errors
/// `wrong_passphrase` before anything was looked at; [`PlanRefusal`].
pub(super) fn approve(desk: &Workstation, request: ApprovePlan) -> Result<PlanAnswer> {
    desk.sign("plan.approve", &request.proof, |tx| approve_inner(tx, &request))
}

fn approve_inner(tx: &mut Tx<'_, '_>, request: &ApprovePlan) -> Result<PlanAnswer> {
    let version = reached(tx, Verb::Approve, (request.id, request.rev))?;
    rules::is_active(version.state)?;
    let who = queries::approver(&tx.view(), &version)?;
    rules::may_approve(version.approved_at.is_some(), who, queries::staffing(tx.sql())?)?;
    let approved = Version {
        approved_by: Some(tx.actor.staff),
        approved_at: Some(tx.now()),
        returned_by: None,
        returned_at: None,
        return_comment: String::new(),
        ..version
    };
    store::update(tx, &approved)?;
    tx.wrote(Table::Plan, approved.id, Some(approved.client.uuid()))?;
    signed::approve(tx, &Version { rev: approved.rev + 1, ..approved.clone() })?;
    answer(tx, approved.id)
}

/// Sends the active plan back with what is asked for. It holds meanwhile; its author answers with a new version.
pub(super) fn send_back(tx: &mut Tx<'_, '_>, request: ReturnPlan) -> Result<PlanAnswer> {
    let version = reached(tx, Verb::Approve, (request.id, request.rev))?;
    let mut check = Check::new();
    let comment = check.required("comment", &request.comment, 2_000, "Say what the author should change.");
    check.done()?;
    rules::is_active(version.state)?;
    let who = queries::approver(&tx.view(), &version)?;
    rules::may_approve(version.approved_at.is_some(), who, queries::staffing(tx.sql())?)?;
    let returned = Version {
        returned_by: Some(tx.actor.staff),
        returned_at: Some(tx.now()),
        return_comment: comment,
        ..version
    };
    store::update(tx, &returned)?;
    tx.wrote(Table::Plan, returned.id, Some(returned.client.uuid()))?;
    answer(tx, returned.id)
}

/// The version, when the person may do this with it. One outside the reach is not there.
pub(super) fn seen(tx: &mut Tx<'_, '_>, verb: Verb, id: PlanId) -> Result<Version> {
    let version = store::version(tx.sql(), id)?.filter(|version| !version.voided).ok_or_else(queries::unseen)?;
    tx.reach(Info::Plan, verb, version.client).map_err(queries::hidden)?;
    Ok(version)
}

/// The same at the revision the person saw; its present version is kept.
pub(super) fn reached(tx: &mut Tx<'_, '_>, verb: Verb, (id, rev): (PlanId, i64)) -> Result<Version> {
    let version = seen(tx, verb, id)?;
    draft::fresh(rev, version.rev, || queries::one(&tx.view(), id))?;
    tx.revise(Table::Plan, id, rev)?;
    Ok(version)
}

pub(super) fn answer(tx: &mut Tx<'_, '_>, id: PlanId) -> Result<PlanAnswer> {
    tx.touch(Tag::Plan);
    queries::one(&tx.view(), id)
}
