//! A review of the active plan: how each open objective went, in a word and a sentence, and when the next review is due.
//!
//! What must hold: a review is signed as it is made, by who may sign the plan, and stays as it is from then on.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::{Objective, PlanAnswer};
use super::store::{self, Version};
use super::{
    ObjectiveId, ObjectiveProgressId, ObjectiveState, PlanId, PlanReviewId, ReviewProgress, ops, outline, queries,
    rules, signed,
};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Moment, Refusal, Result, RowId as _, Verb, View};
use crate::signature::SignReady;
use crate::signature::verify::legible;
use crate::workstation::{Proof, Workstation};

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

/// A review as its form holds it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewFields {
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

/// The request of `plan.review_ready`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewToSign {
    pub id: PlanId,
    pub fields: ReviewFields,
}

/// The request of `plan.review`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReviewPlan {
    pub id: PlanId,
    pub rev: i64,
    pub fields: ReviewFields,
    pub proof: Proof,
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
    /// When it was signed; absent where it is from before reviews were.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub signed_at: Option<Moment>,
    pub progress: Vec<ObjectiveProgress>,
}

/// Reviews the active plan, and signs that. An objective that was met is marked so.
///
/// # Errors
/// `wrong_passphrase` before anything was looked at; what `plan.review_ready` lists.
pub(super) fn review(desk: &Workstation, request: ReviewPlan) -> Result<PlanAnswer> {
    desk.sign("plan.review", &request.proof, |tx| review_inner(tx, &request))
}

fn review_inner(tx: &mut Tx<'_, '_>, request: &ReviewPlan) -> Result<PlanAnswer> {
    let version = ops::reached(tx, Verb::Sign, (request.id, request.rev))?;
    rules::is_active(version.state)?;
    let open = outline::open(&outline::of(tx.sql(), version.id)?);
    let (reviewed_on, next_due_on) = days(tx.sql(), &request.fields, tx.today())?;
    holes(&version, &open, &request.fields, (reviewed_on, next_due_on), tx.today()).done()?;
    let id: PlanReviewId = tx.id();
    insert(tx, id, &version, (reviewed_on, next_due_on, request.fields.words.trim()))?;
    tx.wrote(Table::PlanReview, id, Some(version.client.uuid()))?;
    for one in &request.fields.progress {
        say(tx, id, &version, one, &open)?;
    }
    store::update(tx, &Version { review_due_on: Some(next_due_on), ..version.clone() })?;
    tx.wrote(Table::Plan, version.id, Some(version.client.uuid()))?;
    let made = all(tx.sql(), version.client)?.into_iter().find(|one| one.id == id);
    signed::review(tx, &version, &made.ok_or_else(|| Refusal::internal("plan review"))?)?;
    ops::answer(tx, version.id)
}

/// What stands between a review and the signature of whoever looks.
pub(super) fn ready(view: &View<'_>, request: ReviewToSign) -> Result<SignReady> {
    let version = store::version(view.sql, request.id)?.filter(|version| !version.voided);
    let version = version.ok_or_else(queries::unseen)?;
    view.reach(Info::Plan, Verb::Sign, version.client).map_err(queries::hidden)?;
    let open = outline::open(&outline::of(view.sql, version.id)?);
    let days = days(view.sql, &request.fields, view.today())?;
    let mut points = holes(&version, &open, &request.fields, days, view.today());
    points.rule("state", rules::is_active(version.state));
    crate::signature::ready(view, points, days.0)
}

/// The day of the review and that of the next.
fn days(sql: &Connection, fields: &ReviewFields, today: NaiveDate) -> Result<(NaiveDate, NaiveDate)> {
    let reviewed_on = fields.reviewed_on.unwrap_or(today);
    let next_due_on = fields.next_due_on.map_or_else(|| ops::review_due(sql, reviewed_on), Ok)?;
    Ok((reviewed_on, next_due_on))
}

fn holes(
    version: &Version,
    open: &[Objective],
    fields: &ReviewFields,
    (reviewed_on, next_due_on): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Check {
    let mut check = Check::new();
    for objective in open {
        let said = fields.progress.iter().filter(|one| one.objective == objective.id).count();
        check.ensure(said == 1, &format!("progress.{}", objective.label), "Say once how this objective went.");
    }
    let known = |one: &ProgressFields| open.iter().any(|objective| objective.id == one.objective);
    check.ensure(fields.progress.iter().all(known), "progress", "One of these objectives is not open any more.");
    for one in &fields.progress {
        check.optional("progress", &one.words, 1_000);
    }
    check.required("words", &fields.words, 4_000, "Say how the client and you see the whole.");
    let in_order = (version.effective_on..=today).contains(&reviewed_on);
    check.ensure(in_order, "reviewed_on", "Choose a day from the plan's first day to today.");
    check.ensure(next_due_on > reviewed_on, "next_due_on", "Choose a day after the review.");
    check
}

fn say(
    tx: &mut Tx<'_, '_>,
    review: PlanReviewId,
    version: &Version,
    said: &ProgressFields,
    open: &[Objective],
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
    tx.write(
        "insert into plan_review
           (id, plan, client, reviewed_on, words, next_due_on, reviewed_by, rev, at, device, by_staff)
         values (:id, :plan, :client, :on, :words, :next_due_on, :by_staff, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":plan": version.id,
            ":client": version.client,
            ":on": on,
            ":words": words,
            ":next_due_on": next_due_on,
        },
    )
}

fn insert_progress(
    tx: &Tx<'_, '_>,
    id: ObjectiveProgressId,
    review: PlanReviewId,
    said: &ProgressFields,
) -> Result<()> {
    tx.write(
        "insert into objective_progress (id, review, objective, progress, words, rev, at, device, by_staff)
         values (:id, :review, :objective, :progress, :words, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":review": review,
            ":objective": said.objective,
            ":progress": said.progress,
            ":words": said.words.trim(),
        },
    )
}

/// The reviews of a version, the newest first. Two statements, however many.
pub(super) fn of(sql: &Connection, plan: PlanId) -> Result<Vec<PlanReview>> {
    let mut progress = progress_of(sql, plan)?;
    let mut statement = sql.prepare_cached(
        "select review.id, review.reviewed_on, review.words, review.next_due_on,
                staff.given_name || ' ' || staff.family_name as by_name, signed_record.signed_at
         from plan_review as review
         join staff on staff.id = review.reviewed_by
         left join signed_record on signed_record.kind = 'plan_review' and signed_record.record = review.id
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
            signed_at: row.get("signed_at")?,
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

/// A review as its rows say it, for its signature.
pub(super) struct Reviewed {
    pub id: PlanReviewId,
    pub plan: PlanId,
    pub rev: i64,
    pub on: NaiveDate,
    pub words: String,
    pub next_due_on: NaiveDate,
    pub by: StaffId,
    pub at: Moment,
    pub progress: Vec<Said>,
}

/// What it said of one objective.
pub(super) struct Said {
    review: PlanReviewId,
    pub objective: ObjectiveId,
    pub progress: ReviewProgress,
    pub words: String,
}

/// Every review of a client that can be read. Two statements, however many.
pub(super) fn all(sql: &Connection, client: ClientId) -> Result<Vec<Reviewed>> {
    let mut statement = sql.prepare_cached(
        "select progress.review, progress.objective, progress.progress, progress.words
         from plan_review as review
         join objective_progress as progress on progress.review = review.id
         where review.client = :client
         order by progress.id",
    )?;
    let said = statement.query_map(named_params! { ":client": client }, |row| {
        let (review, objective) = (row.get("review")?, row.get("objective")?);
        Ok(Said { review, objective, progress: row.get("progress")?, words: row.get("words")? })
    })?;
    let mut by_review: HashMap<PlanReviewId, Vec<Said>> = HashMap::new();
    for said in legible(said)? {
        by_review.entry(said.review).or_default().push(said);
    }
    let mut statement = sql.prepare_cached(
        "select id, plan, rev, reviewed_on, words, next_due_on, reviewed_by, at
         from plan_review
         where client = :client
         order by id",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| reviewed_of(row, &mut by_review))?;
    legible(rows)
}

fn reviewed_of(row: &Row<'_>, said: &mut HashMap<PlanReviewId, Vec<Said>>) -> rusqlite::Result<Reviewed> {
    let id: PlanReviewId = row.get("id")?;
    Ok(Reviewed {
        id,
        plan: row.get("plan")?,
        rev: row.get("rev")?,
        on: row.get("reviewed_on")?,
        words: row.get("words")?,
        next_due_on: row.get("next_due_on")?,
        by: row.get("reviewed_by")?,
        at: row.get("at")?,
        progress: said.remove(&id).unwrap_or_default(),
    })
}
