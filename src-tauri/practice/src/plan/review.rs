//! A review of the active plan: how each open objective went, in a word and a sentence, and when the next review is due.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::PlanAnswer;
use super::store::{self, Version};
use super::{
    ObjectiveId, ObjectiveProgressId, ObjectiveState, PlanId, PlanReviewId, ReviewProgress, ops, outline, rules,
};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Result, RowId as _, Verb};

/// The draft of the form.
pub(super) const FORM: &str = "plan.review";

/// What a review says of one objective.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProgressFields {
    pub objective: ObjectiveId,
    pub progress: ReviewProgress,
    pub words: String,
}

/// The request of `plan.review`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewPlan {
    pub id: PlanId,
    pub rev: i64,
    /// Every open objective, once.
    pub progress: Vec<ProgressFields>,
    /// What the client and the counselor said of the whole.
    pub words: String,
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub reviewed_on: Option<NaiveDate>,
    /// After the practice's days when absent.
    #[serde(default)]
    #[ts(optional)]
    pub next_due_on: Option<NaiveDate>,
}

/// What a review said of one objective.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ObjectiveProgress {
    pub label: String,
    pub objective: String,
    pub progress: ReviewProgress,
    pub words: String,
}

/// A review of a version.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanReview {
    pub id: PlanReviewId,
    pub on: NaiveDate,
    pub by: String,
    pub words: String,
    pub next_due_on: NaiveDate,
    pub progress: Vec<ObjectiveProgress>,
}

/// Reviews the active plan. An objective that was met is marked so.
pub(super) fn review(tx: &mut Tx<'_, '_>, request: ReviewPlan) -> Result<PlanAnswer> {
    let version = ops::reached(tx, Verb::Write, (request.id, request.rev))?;
    rules::is_active(version.state)?;
    let reviewed_on = request.reviewed_on.unwrap_or_else(|| tx.today());
    let next_due_on = match request.next_due_on {
        Some(on) => on,
        None => ops::review_due(tx, reviewed_on)?,
    };
    let open = outline::open(&outline::of(tx.sql(), version.id)?);
    let mut check = Check::new();
    let words = check.required("words", &request.words, 4_000, "Say how the client and you see the whole.");
    let in_order = (version.effective_on..=tx.today()).contains(&reviewed_on);
    check.ensure(in_order, "reviewed_on", "Choose a day from the plan's first day to today.");
    check.ensure(next_due_on > reviewed_on, "next_due_on", "Choose a day after the review.");
    for objective in &open {
        let said = request.progress.iter().filter(|one| one.objective == objective.id).count();
        check.ensure(said == 1, &format!("progress.{}", objective.label), "Say once how this objective went.");
    }
    let known = |one: &ProgressFields| open.iter().any(|objective| objective.id == one.objective);
    check.ensure(request.progress.iter().all(known), "progress", "One of these objectives is not open any more.");
    for one in &request.progress {
        check.optional("progress", &one.words, 1_000);
    }
    check.done()?;
    let id: PlanReviewId = tx.id();
    insert(tx, id, &version, (reviewed_on, next_due_on, &words))?;
    tx.wrote(Table::PlanReview, id, Some(version.client.uuid()))?;
    for one in &request.progress {
        say(tx, id, &version, one, &open)?;
    }
    store::update(tx, &Version { review_due_on: Some(next_due_on), ..version.clone() })?;
    tx.wrote(Table::Plan, version.id, Some(version.client.uuid()))?;
    ops::answer(tx, version.id)
}

fn say(
    tx: &mut Tx<'_, '_>,
    review: PlanReviewId,
    version: &Version,
    said: &ProgressFields,
    open: &[super::ipc::Objective],
) -> Result<()> {
    let id: ObjectiveProgressId = tx.id();
    insert_progress(tx, id, review, said)?;
    tx.wrote(Table::ObjectiveProgress, id, Some(version.client.uuid()))?;
    let met = open.iter().find(|one| one.id == said.objective && said.progress == ReviewProgress::Met);
    if let Some(objective) = met {
        tx.revise(Table::Objective, objective.id, objective.rev)?;
        outline::mark(tx, objective.id, ObjectiveState::Met)?;
        tx.wrote(Table::Objective, objective.id, Some(version.client.uuid()))?;
    }
    Ok(())
}

fn insert(
    tx: &Tx<'_, '_>,
    id: PlanReviewId,
    version: &Version,
    (on, next_due_on, words): (NaiveDate, NaiveDate, &str),
) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "insert into plan_review
           (id, plan, client, reviewed_on, words, next_due_on, reviewed_by, rev, at, device, by_staff)
         values (:id, :plan, :client, :on, :words, :next_due_on, :by_staff, 1, :at, :device, :by_staff)",
    )?;
    statement.execute(named_params! {
        ":id": id,
        ":plan": version.id,
        ":client": version.client,
        ":on": on,
        ":words": words,
        ":next_due_on": next_due_on,
        ":at": tx.now(),
        ":device": tx.device().as_bytes(),
        ":by_staff": tx.actor.staff,
    })?;
    Ok(())
}

fn insert_progress(
    tx: &Tx<'_, '_>,
    id: ObjectiveProgressId,
    review: PlanReviewId,
    said: &ProgressFields,
) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "insert into objective_progress (id, review, objective, progress, words, rev, at, device, by_staff)
         values (:id, :review, :objective, :progress, :words, 1, :at, :device, :by_staff)",
    )?;
    statement.execute(named_params! {
        ":id": id,
        ":review": review,
        ":objective": said.objective,
        ":progress": said.progress,
        ":words": said.words.trim(),
        ":at": tx.now(),
        ":device": tx.device().as_bytes(),
        ":by_staff": tx.actor.staff,
    })?;
    Ok(())
}

/// The reviews of a version, the newest first. Two statements, however many.
pub(super) fn of(sql: &Connection, plan: PlanId) -> Result<Vec<PlanReview>> {
    let mut progress = progress_of(sql, plan)?;
    let mut statement = sql.prepare_cached(
        "select review.id, review.reviewed_on, review.words, review.next_due_on,
                staff.given_name || ' ' || staff.family_name as by_name
         from plan_review as review
         join staff on staff.id = review.reviewed_by
         where review.plan = :plan
         order by review.reviewed_on desc, review.id desc",
    )?;
    let rows = statement.query_map(named_params! { ":plan": plan }, |row| {
        let id: PlanReviewId = row.get("id")?;
        Ok(PlanReview {
            id,
            on: row.get("reviewed_on")?,
            by: row.get("by_name")?,
            words: row.get("words")?,
            next_due_on: row.get("next_due_on")?,
            progress: progress.remove(&id).unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn progress_of(sql: &Connection, plan: PlanId) -> Result<HashMap<PlanReviewId, Vec<ObjectiveProgress>>> {
    let mut statement = sql.prepare_cached(
        "select objective_progress.review, objective.label, objective.words as objective,
                objective_progress.progress, objective_progress.words
         from plan_review as review
         join objective_progress on objective_progress.review = review.id
         join objective on objective.id = objective_progress.objective
         where review.plan = :plan
         order by objective.label",
    )?;
    let rows = statement.query_map(named_params! { ":plan": plan }, |row| {
        let progress = ObjectiveProgress {
            label: row.get("label")?,
            objective: row.get("objective")?,
            progress: row.get("progress")?,
            words: row.get("words")?,
        };
        Ok((row.get::<_, PlanReviewId>("review")?, progress))
    })?;
    let mut by_review: HashMap<PlanReviewId, Vec<ObjectiveProgress>> = HashMap::new();
    for row in rows {
        let (review, progress) = row?;
        by_review.entry(review).or_default().push(progress);
    }
    Ok(by_review)
}
