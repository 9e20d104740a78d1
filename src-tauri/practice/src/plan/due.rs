//! Whose plan needs something: a review that is due or overdue, an approval, an answer to what came back, a signature of
//! the client, or a first plan.

use chrono::{Days, NaiveDate};
use rusqlite::{Row, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::PlanId;
use crate::client::reach::{self, Scope};
use crate::client::{ClientId, json_of, number_words};
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Result, Verb, View};
use crate::practice::policy;

/// Days before a review when it is said.
const WARN_DAYS: u64 = 14;

crate::words! {
    /// What a plan needs.
    pub enum PlanNeed {
        Overdue = "overdue",
        Soon = "soon",
        Returned = "returned",
        Approval = "approval",
        ClientSignature = "client_signature",
        FirstPlan = "first_plan",
    }
}

/// A client with what the plan needs.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanToDo {
    pub client: ClientId,
    /// "C-0412".
    pub number: String,
    /// "Beaumont, Caroline".
    pub name: String,
    pub counselor: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// The review, or the day on which a first plan is due.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// Days past it; negative before it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_overdue: Option<i64>,
    /// A draft of the next version is being written.
    pub drafted: bool,
    pub needs: Vec<PlanNeed>,
}

/// What is known of a plan that its needs hang on.
#[derive(Clone, Copy, Debug)]
struct Known {
    has_plan: bool,
    due_on: Option<NaiveDate>,
    approved: bool,
    returned: bool,
    client_signed: bool,
}

/// What a plan needs on a day, the most pressing first.
fn needs(known: Known, today: NaiveDate) -> Vec<PlanNeed> {
    let late = known.due_on.is_some_and(|due| due < today);
    let soon = !late && known.due_on.is_some_and(|due| due <= today + Days::new(WARN_DAYS));
    [
        (late, PlanNeed::Overdue),
        (!known.has_plan, PlanNeed::FirstPlan),
        (known.returned, PlanNeed::Returned),
        (soon && known.has_plan, PlanNeed::Soon),
        (known.has_plan && !known.approved && !known.returned, PlanNeed::Approval),
        (known.has_plan && !known.client_signed, PlanNeed::ClientSignature),
    ]
    .into_iter()
    .filter_map(|(holds, need)| holds.then_some(need))
    .collect()
}

/// The clients in treatment within reach whose plan needs something.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<PlanToDo>> {
    let scope = Scope::of(view.actor, Info::Plan, Verb::Read)?;
    let mine = json_of(&reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?);
    let first = policy::whole_on(view.sql, policy::PLAN_FIRST, view.today())?;
    let first = u64::try_from(first).unwrap_or_default();
    let mut statement = view.sql.prepare_cached(include_str!("sql/due.sql"))?;
    let parameters = named_params! { ":everyone": scope.everyone, ":mine": mine };
    let rows = statement.query_map(parameters, |row| to_do(row, view.today(), first))?;
    let mut all = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    all.retain(|one| !one.needs.is_empty());
    all.sort_by_key(|one| std::cmp::Reverse(one.days_overdue));
    Ok(all)
}

fn to_do(row: &Row<'_>, today: NaiveDate, first: u64) -> rusqlite::Result<PlanToDo> {
    let plan: Option<PlanId> = row.get("plan")?;
    let admitted_on: NaiveDate = row.get("admitted_on")?;
    let review_due_on: Option<NaiveDate> = row.get("review_due_on")?;
    let due_on = if plan.is_some() { review_due_on } else { admitted_on.checked_add_days(Days::new(first)) };
    let known = Known {
        has_plan: plan.is_some(),
        due_on,
        approved: row.get("approved")?,
        returned: row.get("returned")?,
        client_signed: row.get("client_signed")?,
    };
    let (given, preferred): (String, String) = (row.get("given_name")?, row.get("preferred_name")?);
    let name = if preferred.is_empty() { given } else { preferred };
    Ok(PlanToDo {
        client: row.get("client")?,
        number: number_words(row.get("number")?),
        name: format!("{}, {name}", row.get::<_, String>("family_name")?),
        counselor: row.get::<_, Option<String>>("counselor")?.unwrap_or_default(),
        plan,
        version: row.get("version")?,
        due_on,
        days_overdue: due_on.map(|due| (today - due).num_days()),
        drafted: row.get("drafted")?,
        needs: needs(known, today),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use PlanNeed::{Approval, ClientSignature, FirstPlan, Overdue, Returned, Soon};

    #[test]
    fn what_a_plan_needs_by_its_day_and_its_signatures() {
        let whole = Known { has_plan: true, due_on: None, approved: true, returned: false, client_signed: true };
        let due = |on: &str| Known { due_on: Some(on.parse().unwrap()), ..whole };
        let none = Known { has_plan: false, approved: false, client_signed: false, ..whole };
        let today: NaiveDate = "2026-11-24".parse().unwrap();
        for (known, expected) in [
            (whole, vec![]),
            (due("2026-12-09"), vec![]),
            (due("2026-12-08"), vec![Soon]),
            (due("2026-11-24"), vec![Soon]),
            (due("2026-11-23"), vec![Overdue]),
            (Known { approved: false, ..whole }, vec![Approval]),
            (Known { approved: false, returned: true, ..whole }, vec![Returned]),
            (Known { client_signed: false, ..whole }, vec![ClientSignature]),
            (none, vec![FirstPlan]),
            (Known { due_on: "2026-11-20".parse().ok(), ..none }, vec![Overdue, FirstPlan]),
        ] {
            assert_eq!(needs(known, today), expected, "{known:?}");
        }
    }
}
