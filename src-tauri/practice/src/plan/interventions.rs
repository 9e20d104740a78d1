//! What the staff does for each goal of a plan.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use super::ipc::{Intervention, InterventionFields, ProblemFields};
use super::outline::place;
use super::{GoalId, InterventionId, PlanId};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Result, RowId as _};
use crate::staff;

/// The interventions of a plan by their goal.
pub(super) fn of(sql: &Connection, plan: PlanId) -> Result<HashMap<GoalId, Vec<Intervention>>> {
    let mut statement = sql.prepare_cached(
        "select intervention.goal, intervention.words, intervention.frequency, intervention.responsible,
                coalesce(staff.given_name || ' ' || staff.family_name, '') as responsible_name
         from intervention
         left join staff on staff.id = intervention.responsible
         where intervention.plan = :plan and intervention.voided_at is null
         order by intervention.position, intervention.id",
    )?;
    let rows = statement.query_map(named_params! { ":plan": plan }, |row| {
        let intervention = Intervention {
            words: row.get("words")?,
            frequency: row.get("frequency")?,
            responsible: row.get("responsible")?,
            responsible_name: row.get("responsible_name")?,
        };
        Ok((row.get::<_, GoalId>("goal")?, intervention))
    })?;
    let mut by_goal: HashMap<GoalId, Vec<Intervention>> = HashMap::new();
    for row in rows {
        let (goal, intervention) = row?;
        by_goal.entry(goal).or_default().push(intervention);
    }
    Ok(by_goal)
}

/// The same as a form sends it.
pub(super) fn fields(intervention: &Intervention) -> InterventionFields {
    InterventionFields {
        words: intervention.words.clone(),
        frequency: intervention.frequency.clone(),
        responsible: intervention.responsible,
    }
}

/// Writes the interventions of a goal in their order.
pub(super) fn insert(
    tx: &mut Tx<'_, '_>,
    (plan, goal, client): (PlanId, GoalId, ClientId),
    interventions: &[InterventionFields],
) -> Result<()> {
    for (position, intervention) in interventions.iter().enumerate() {
        let id: InterventionId = tx.id();
        insert_one(tx, id, (plan, goal, position), intervention)?;
        tx.wrote(Table::Intervention, id, Some(client.uuid()))?;
    }
    Ok(())
}

fn insert_one(
    tx: &Tx<'_, '_>,
    id: InterventionId,
    (plan, goal, position): (PlanId, GoalId, usize),
    fields: &InterventionFields,
) -> Result<()> {
    tx.write(
        "insert into intervention
           (id, goal, plan, position, words, frequency, responsible, rev, at, device, by_staff)
         values (:id, :goal, :plan, :position, :words, :frequency, :responsible, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":goal": goal,
            ":plan": plan,
            ":position": place(position),
            ":words": fields.words.trim(),
            ":frequency": fields.frequency.trim(),
            ":responsible": fields.responsible,
        },
    )
}

/// Whoever answers for something works here; a draft of long ago may name somebody who left.
pub(super) fn check_people(sql: &Connection, check: &mut Check, problems: &[ProblemFields]) -> Result<()> {
    for (p, problem) in problems.iter().enumerate() {
        for (g, goal) in problem.goals.iter().enumerate() {
            for (i, intervention) in goal.interventions.iter().enumerate() {
                if let Some(person) = intervention.responsible {
                    let at = format!("problems.{p}.goals.{g}.interventions.{i}.responsible");
                    check.ensure(staff::is_active(sql, person)?, &at, "Choose somebody who works here.");
                }
            }
        }
    }
    Ok(())
}
