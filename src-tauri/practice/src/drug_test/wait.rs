//! Somebody who cannot give a specimen yet: the wait is stored with its beginning and its end, so that a clock on the
//! screen goes on after a restart; what was drunk stands beside it. It ends with the test's own next step.

use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::{OneTest, TestAnswer};
use super::rules::Step;
use super::{DrugTestId, DrugTestRefusal, ops, queries, store};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Moment, Result, RowId as _, Tag};
use crate::practice::policy;

crate::ids! {
    /// A wait for a specimen.
    CollectionWaitId,
    /// One drink during a wait.
    WaitFluidId
}

/// The request of `drug_test.give_fluid`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiveFluid {
    pub id: DrugTestId,
    pub ounces: i64,
}

/// A drink.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "WaitFluid")]
pub struct Fluid {
    pub at: Moment,
    pub ounces: i64,
}

/// A wait as a page shows it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "CollectionWait")]
pub struct WaitAnswer {
    pub began_at: Moment,
    /// When the time is over.
    pub until: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
    pub fluids: Vec<Fluid>,
    pub ounces: i64,
    /// More than this is warned about.
    pub most_ounces: i64,
}

const MINUTE_MS: i64 = 60_000;

/// Begins the wait after a first try without a specimen.
pub(super) fn begin(tx: &mut Tx<'_, '_>, request: OneTest) -> Result<TestAnswer> {
    let client = waits_for(tx, request.id)?;
    if open(tx.sql(), request.id)?.is_some() {
        return Err(DrugTestRefusal::AlreadyWaiting.into());
    }
    let minutes = policy::whole_on(tx.sql(), policy::UNABLE_MINUTES, tx.today())?;
    let id: CollectionWaitId = tx.id();
    tx.write(
        "insert into collection_wait (id, drug_test, began_at, until, rev, at, device, by_staff)
         values (:id, :drug_test, :at, :until, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":drug_test": request.id,
            ":until": Moment(tx.now().0 + minutes * MINUTE_MS),
        },
    )?;
    tx.wrote(Table::CollectionWait, id, Some(client.uuid()))?;
    tx.touch(Tag::DrugTest);
    queries::one(&tx.view(), request.id)
}

/// Enters a drink during a wait.
pub(super) fn give_fluid(tx: &mut Tx<'_, '_>, request: GiveFluid) -> Result<TestAnswer> {
    let client = waits_for(tx, request.id)?;
    let (wait, _) = open(tx.sql(), request.id)?.ok_or(DrugTestRefusal::NotWaiting)?;
    let mut check = Check::new();
    check.ensure((1..=40).contains(&request.ounces), "ounces", "Type 1 to 40 ounces.");
    check.done()?;
    let id: WaitFluidId = tx.id();
    tx.write(
        "insert into wait_fluid (id, collection_wait, given_at, ounces, rev, at, device, by_staff)
         values (:id, :wait, :at, :ounces, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":wait": wait, ":ounces": request.ounces },
    )?;
    tx.wrote(Table::WaitFluid, id, Some(client.uuid()))?;
    tx.touch(Tag::DrugTest);
    queries::one(&tx.view(), request.id)
}

/// The client of a test whose specimen is still to come, when the person may do something about it.
fn waits_for(tx: &mut Tx<'_, '_>, id: DrugTestId) -> Result<ClientId> {
    let test = store::test(tx.sql(), id)?;
    let verb = ops::desk_verb(tx, test.client);
    tx.reach(Info::DrugTests, verb, test.client).map_err(queries::hidden)?;
    test.may(Step::NotCollected)?;
    Ok(test.client)
}

fn open(sql: &Connection, test: DrugTestId) -> Result<Option<(CollectionWaitId, i64)>> {
    let mut statement =
        sql.prepare_cached("select id, rev from collection_wait where drug_test = :test and ended_at is null")?;
    Ok(statement.query_row(named_params! { ":test": test }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Ends a wait that is open, with what became of it; without one, nothing.
pub(super) fn end(tx: &mut Tx<'_, '_>, test: DrugTestId, client: ClientId, ending: &str) -> Result<()> {
    let Some((id, rev)) = open(tx.sql(), test)? else { return Ok(()) };
    tx.revise(Table::CollectionWait, id, rev)?;
    tx.write(
        "update collection_wait
         set ended_at = :at, ending = :ending, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":ending": ending },
    )?;
    tx.wrote(Table::CollectionWait, id, Some(client.uuid()))
}

/// The last wait of a test.
pub(super) fn of(sql: &Connection, test: DrugTestId, on: chrono::NaiveDate) -> Result<Option<WaitAnswer>> {
    let mut statement = sql.prepare_cached(
        "select id, began_at, until, ended_at
         from collection_wait
         where drug_test = :test
         order by began_at desc, id desc
         limit 1",
    )?;
    let found = statement
        .query_row(named_params! { ":test": test }, |row| {
            Ok((row.get::<_, CollectionWaitId>(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((id, began_at, until, ended_at)) = found else { return Ok(None) };
    let fluids = fluids(sql, id)?;
    let ounces = fluids.iter().map(|fluid| fluid.ounces).sum();
    let most_ounces = policy::whole_on(sql, policy::UNABLE_OUNCES, on)?;
    Ok(Some(WaitAnswer { began_at, until, ended_at, fluids, ounces, most_ounces }))
}

fn fluids(sql: &Connection, wait: CollectionWaitId) -> Result<Vec<Fluid>> {
    let mut statement = sql.prepare_cached(
        "select given_at, ounces
         from wait_fluid
         where collection_wait = :wait
         order by given_at, id",
    )?;
    let rows = statement
        .query_map(named_params! { ":wait": wait }, |row| Ok(Fluid { at: row.get(0)?, ounces: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
