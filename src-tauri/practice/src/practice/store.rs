//! SQL of the practice's row and of its policies.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{PolicyId, Practice};
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result};

/// The one row; `None` only before first run has written it.
pub(super) fn practice(sql: &Connection) -> Result<Option<Practice>> {
    let mut statement = sql.prepare_cached(
        "select id, name, state, time_zone, week_starts_on, solo, setup, clia, idle_minutes, rev from practice",
    )?;
    Ok(statement.query_row([], practice_of).optional()?)
}

fn practice_of(row: &Row<'_>) -> rusqlite::Result<Practice> {
    Ok(Practice {
        id: row.get("id")?,
        name: row.get("name")?,
        state: row.get("state")?,
        time_zone: row.get("time_zone")?,
        week_starts_on: row.get("week_starts_on")?,
        solo: row.get("solo")?,
        setup: row.get("setup")?,
        clia: row.get("clia")?,
        idle_minutes: row.get("idle_minutes")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn insert(tx: &Tx<'_, '_>, practice: &Practice) -> Result<()> {
    tx.write(
        "insert into practice
           (id, name, state, time_zone, week_starts_on, solo, setup, idle_minutes, rev, at, device, by_staff)
         values
           (:id, :name, :state, :time_zone, :week_starts_on, :solo, :setup, :idle_minutes, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": practice.id,
            ":name": practice.name,
            ":state": practice.state,
            ":time_zone": practice.time_zone,
            ":week_starts_on": practice.week_starts_on,
            ":solo": practice.solo,
            ":setup": practice.setup,
            ":idle_minutes": practice.idle_minutes,
        },
    )
}

/// Writes every field of the row as the next revision.
pub(super) fn update(tx: &Tx<'_, '_>, practice: &Practice) -> Result<()> {
    tx.write(
        "update practice
         set name = :name, state = :state, time_zone = :time_zone, week_starts_on = :week_starts_on, solo = :solo,
             setup = :setup, clia = :clia, idle_minutes = :idle_minutes, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": practice.id,
            ":rev": practice.rev,
            ":name": practice.name,
            ":state": practice.state,
            ":time_zone": practice.time_zone,
            ":week_starts_on": practice.week_starts_on,
            ":solo": practice.solo,
            ":setup": practice.setup,
            ":clia": practice.clia,
            ":idle_minutes": practice.idle_minutes,
        },
    )
}

/// One stored value of a policy.
pub(super) struct PolicyRow {
    pub id: PolicyId,
    pub key: String,
    /// Empty for the general rule.
    pub payer: String,
    pub value: String,
    pub effective_on: NaiveDate,
    pub at: Moment,
    pub by: String,
    pub rev: i64,
}

/// Every value that was not taken back, by key, the latest date first.
pub(super) fn policies(sql: &Connection) -> Result<Vec<PolicyRow>> {
    let mut statement = sql.prepare_cached(
        "select policy.id, policy.key, policy.payer, policy.value, policy.effective_on, policy.at, policy.rev,
                staff.given_name || ' ' || staff.family_name as by_name
         from policy
         join staff on staff.id = policy.by_staff
         where policy.voided_at is null
         order by policy.key, policy.effective_on desc",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(PolicyRow {
            id: row.get("id")?,
            key: row.get("key")?,
            payer: row.get("payer")?,
            value: row.get("value")?,
            effective_on: row.get("effective_on")?,
            at: row.get("at")?,
            by: row.get("by_name")?,
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The value of a policy that holds on a date, when the practice chose one.
pub(super) fn policy_on(sql: &Connection, key: &str, on: NaiveDate) -> Result<Option<String>> {
    let mut statement = sql.prepare_cached(
        "select value
         from policy
         where key = :key and payer = '' and effective_on <= :on and voided_at is null
         order by effective_on desc
         limit 1",
    )?;
    Ok(statement.query_row(named_params! { ":key": key, ":on": on }, |row| row.get(0)).optional()?)
}

/// Inserts a value of a key, for a payer or for everybody.
pub(super) fn insert_policy(
    tx: &Tx<'_, '_>,
    id: PolicyId,
    (key, payer): (&str, &str),
    value: &str,
    on: NaiveDate,
) -> Result<()> {
    tx.write(
        "insert into policy (id, key, payer, value, effective_on, rev, at, device, by_staff)
         values (:id, :key, :payer, :value, :effective_on, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":key": key, ":payer": payer, ":value": value, ":effective_on": on },
    )
}

pub(super) fn update_policy(tx: &Tx<'_, '_>, id: PolicyId, value: &str) -> Result<()> {
    tx.write(
        "update policy
         set value = :value, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":value": value },
    )
}
