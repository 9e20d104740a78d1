//! Who could sign something about a client in somebody's place: a license that had ended leaves nobody stuck.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{License, license_on, signer};
use crate::client::{ClientId, reach};
use crate::kernel::actor::StaffId;
use crate::kernel::{Info, Result, Verb, View};
use crate::staff;

/// The request of `signature.colleagues`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ColleaguesOf {
    pub client: ClientId,
    /// The day it is about; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// Somebody who reaches the chart, may sign in it, and whose license held on the day.
#[derive(Debug, Serialize, TS)]
pub struct MaySign {
    pub id: StaffId,
    pub name: String,
}

/// Everybody else who may sign what the plan of this client is made of. A practice has a few dozen people.
pub(super) fn list(view: &View<'_>, request: ColleaguesOf) -> Result<Vec<MaySign>> {
    view.reach(Info::Plan, Verb::Write, request.client)?;
    let on = request.on.unwrap_or_else(|| view.today());
    let mut eligible = Vec::new();
    for id in active(view.sql)?.into_iter().filter(|id| *id != view.actor.staff) {
        let other = staff::actor(view.sql, id)?;
        let cell = (Info::Plan, Verb::Sign);
        if reach::ensure(view.sql, &other, cell, request.client, view.now, view.today()).is_err() {
            continue;
        }
        let facts = signer(view.sql, id)?;
        if license_on(&facts.credentials, on) == License::Holds {
            let name = match facts.labels.as_str() {
                "" => facts.name,
                labels => format!("{}, {labels}", facts.name),
            };
            eligible.push(MaySign { id, name });
        }
    }
    Ok(eligible)
}

fn active(sql: &Connection) -> Result<Vec<StaffId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from staff
         where active = 1
         order by family_name, given_name
         limit 200",
    )?;
    let rows = statement.query_map(named_params! {}, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
