//! What a plan holds: its problems, goals and objectives, read in four statements and written row by row.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, named_params};

use super::ipc::{Goal, GoalFields, Objective, ObjectiveFields, Problem, ProblemFields};
use super::rules::label;
use super::{GoalId, ObjectiveId, ObjectiveState, PlanId, ProblemId, interventions};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Result, RowId as _};

/// The problems of a plan with everything under them.
pub(super) fn of(sql: &Connection, plan: PlanId) -> Result<Vec<Problem>> {
    let mut objectives = objectives(sql, plan)?;
    let mut goals: HashMap<ProblemId, Vec<Goal>> = HashMap::new();
    let mut interventions = interventions::of(sql, plan)?;
    for (id, problem, words) in goal_rows(sql, plan)? {
        let objectives = objectives.remove(&id).unwrap_or_default();
        let interventions = interventions.remove(&id).unwrap_or_default();
        goals.entry(problem).or_default().push(Goal { words, objectives, interventions });
    }
    let problems = problem_rows(sql, plan)?.into_iter();
    Ok(problems.map(|(id, words)| Problem { words, goals: goals.remove(&id).unwrap_or_default() }).collect())
}

/// The open objectives of a plan, in their order.
pub(super) fn open(problems: &[Problem]) -> Vec<Objective> {
    let all = problems.iter().flat_map(|problem| &problem.goals).flat_map(|goal| &goal.objectives);
    all.filter(|objective| objective.state == ObjectiveState::Open).cloned().collect()
}

/// The same content as a form sends it.
pub(super) fn fields(problems: &[Problem]) -> Vec<ProblemFields> {
    carried(problems, |_| true)
}

/// What a new version goes on with: what is still open. A goal that has nothing open left is not carried, and neither is a
/// problem without such a goal.
pub(super) fn still_open(problems: &[Problem]) -> Vec<ProblemFields> {
    let mut left = carried(problems, |state| state == ObjectiveState::Open);
    for problem in &mut left {
        problem.goals.retain(|goal| !goal.objectives.is_empty());
    }
    left.retain(|problem| !problem.goals.is_empty());
    left
}

fn carried(problems: &[Problem], keep: fn(ObjectiveState) -> bool) -> Vec<ProblemFields> {
    let goal = |goal: &Goal| GoalFields {
        words: goal.words.clone(),
        objectives: goal
            .objectives
            .iter()
            .filter(|objective| keep(objective.state))
            .map(|objective| ObjectiveFields { words: objective.words.clone(), target_on: objective.target_on })
            .collect(),
        interventions: goal.interventions.iter().map(interventions::fields).collect(),
    };
    let fields = |problem: &Problem| ProblemFields {
        words: problem.words.clone(),
        goals: problem.goals.iter().map(goal).collect(),
    };
    problems.iter().map(fields).collect()
}

fn problem_rows(sql: &Connection, plan: PlanId) -> Result<Vec<(ProblemId, String)>> {
    let mut statement = sql.prepare_cached(
        "select id, words
         from problem
         where plan = :plan and voided_at is null
         order by position, id",
    )?;
    let rows = statement.query_map(named_params! { ":plan": plan }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn goal_rows(sql: &Connection, plan: PlanId) -> Result<Vec<(GoalId, ProblemId, String)>> {
    let mut statement = sql.prepare_cached(
        "select goal.id, goal.problem, goal.words
         from problem
         join goal on goal.problem = problem.id and goal.voided_at is null
         where problem.plan = :plan and problem.voided_at is null
         order by problem.position, problem.id, goal.position, goal.id",
    )?;
    let rows =
        statement.query_map(named_params! { ":plan": plan }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn objectives(sql: &Connection, plan: PlanId) -> Result<HashMap<GoalId, Vec<Objective>>> {
    let mut statement = sql.prepare_cached(
        "select id, goal, label, words, target_on, state, rev
         from objective
         where plan = :plan and voided_at is null
         order by position, id",
    )?;
    let rows = statement.query_map(named_params! { ":plan": plan }, |row| {
        let objective = Objective {
            id: row.get("id")?,
            label: row.get("label")?,
            words: row.get("words")?,
            target_on: row.get("target_on")?,
            state: row.get("state")?,
            rev: row.get("rev")?,
        };
        Ok((row.get::<_, GoalId>("goal")?, objective))
    })?;
    let mut by_goal: HashMap<GoalId, Vec<Objective>> = HashMap::new();
    for row in rows {
        let (goal, objective) = row?;
        by_goal.entry(goal).or_default().push(objective);
    }
    Ok(by_goal)
}

/// Puts new content in place of a draft's. The rows of before are voided and keep their words; nothing points at a draft,
/// and the entry of the plan stands for them in the audit.
pub(super) fn replace(
    tx: &mut Tx<'_, '_>,
    (plan, client): (PlanId, ClientId),
    problems: &[ProblemFields],
) -> Result<()> {
    void_all(tx, plan)?;
    let mut goal_number = 0;
    for (position, problem) in problems.iter().enumerate() {
        let id: ProblemId = tx.id();
        insert_problem(tx, id, plan, position, problem.words.trim())?;
        tx.wrote(Table::Problem, id, Some(client.uuid()))?;
        for (position, goal) in problem.goals.iter().enumerate() {
            goal_number += 1;
            let goal_id: GoalId = tx.id();
            insert_goal(tx, goal_id, id, position, goal.words.trim())?;
            tx.wrote(Table::Goal, goal_id, Some(client.uuid()))?;
            for (position, objective) in goal.objectives.iter().enumerate() {
                let objective_id: ObjectiveId = tx.id();
                let label = label(goal_number, position + 1);
                insert_objective(tx, objective_id, (plan, goal_id), (position, &label), objective)?;
                tx.wrote(Table::Objective, objective_id, Some(client.uuid()))?;
            }
            interventions::insert(tx, (plan, goal_id, client), &goal.interventions)?;
        }
    }
    Ok(())
}

fn void_all(tx: &Tx<'_, '_>, plan: PlanId) -> Result<()> {
    for statement in [
        "update goal
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where problem in (select id from problem where plan = :plan) and voided_at is null",
        "update problem
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where plan = :plan and voided_at is null",
        "update intervention
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where plan = :plan and voided_at is null",
        "update objective
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where plan = :plan and voided_at is null",
    ] {
        tx.write(statement, named_params! { ":plan": plan })?;
    }
    Ok(())
}

pub(super) fn place(position: usize) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}

fn insert_problem(tx: &Tx<'_, '_>, id: ProblemId, plan: PlanId, position: usize, words: &str) -> Result<()> {
    tx.write(
        "insert into problem (id, plan, position, words, rev, at, device, by_staff)
         values (:id, :plan, :position, :words, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":plan": plan, ":position": place(position), ":words": words },
    )
}

fn insert_goal(tx: &Tx<'_, '_>, id: GoalId, problem: ProblemId, position: usize, words: &str) -> Result<()> {
    tx.write(
        "insert into goal (id, problem, position, words, rev, at, device, by_staff)
         values (:id, :problem, :position, :words, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":problem": problem, ":position": place(position), ":words": words },
    )
}

fn insert_objective(
    tx: &Tx<'_, '_>,
    id: ObjectiveId,
    (plan, goal): (PlanId, GoalId),
    (position, label): (usize, &str),
    fields: &ObjectiveFields,
) -> Result<()> {
    tx.write(
        "insert into objective (id, goal, plan, label, position, words, target_on, state, rev, at, device, by_staff)
         values (:id, :goal, :plan, :label, :position, :words, :target_on, 'open', 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":goal": goal,
            ":plan": plan,
            ":label": label,
            ":position": place(position),
            ":words": fields.words.trim(),
            ":target_on": fields.target_on,
        },
    )
}

/// The plan an objective stands in; `None` when it is not there or was taken out.
pub(super) fn plan_of(sql: &Connection, objective: ObjectiveId) -> Result<Option<PlanId>> {
    let mut statement = sql.prepare_cached("select plan from objective where id = :id and voided_at is null")?;
    Ok(statement.query_row(named_params! { ":id": objective }, |row| row.get(0)).optional()?)
}

pub(super) fn mark(tx: &Tx<'_, '_>, id: ObjectiveId, state: ObjectiveState) -> Result<()> {
    tx.write(
        "update objective
         set state = :state, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":state": state },
    )
}
