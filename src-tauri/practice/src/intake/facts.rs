//! What is known of some clients, read in a few statements however many they are.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use super::rules::Records;
use super::{IntakeItemId, IntakeMarkId, MarkState};
use crate::client::{ClientId, json_of};
use crate::kernel::Result;

/// What somebody said about an item.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub id: IntakeMarkId,
    pub rev: i64,
    pub state: MarkState,
    pub on: NaiveDate,
    pub reason: String,
    pub by: String,
}

/// A client with what answers the items.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    pub track: String,
    pub admitted_on: Option<NaiveDate>,
    /// The day on which the stay before this one ended.
    pub ended: Option<NaiveDate>,
    pub records: Records,
    /// Of each item the newest that counts.
    pub marks: HashMap<IntakeItemId, Mark>,
}

/// The facts of each of the clients.
pub(super) fn of(sql: &Connection, clients: &[ClientId], today: NaiveDate) -> Result<HashMap<ClientId, Facts>> {
    let ids = json_of(clients);
    let mut statement = sql.prepare_cached(include_str!("sql/facts.sql"))?;
    let rows = statement.query_map(named_params! { ":ids": ids, ":today": today }, facts_of)?;
    let mut facts: HashMap<ClientId, Facts> = rows.collect::<rusqlite::Result<_>>()?;
    let mut statement = sql.prepare_cached(include_str!("sql/marks.sql"))?;
    let rows = statement.query_map(named_params! { ":ids": ids }, |row| {
        Ok((row.get::<_, ClientId>("client")?, row.get::<_, IntakeItemId>("item")?, mark_of(row)?))
    })?;
    for row in rows {
        let (client, item, mark) = row?;
        if let Some(facts) = facts.get_mut(&client).filter(|facts| super::rules::counts(mark.on, facts.ended)) {
            facts.marks.insert(item, mark);
        }
    }
    Ok(facts)
}

fn facts_of(row: &Row<'_>) -> rusqlite::Result<(ClientId, Facts)> {
    let facts = Facts {
        track: row.get("track")?,
        admitted_on: row.get("admitted_on")?,
        ended: row.get("ended")?,
        records: Records {
            treatment: row.get("treatment")?,
            tpo: row.get("tpo")?,
            assessment: row.get("assessment")?,
            emergency_contact: row.get("emergency_contact")?,
            medication: row.get("medication")?,
        },
        marks: HashMap::new(),
    };
    Ok((row.get("client")?, facts))
}

fn mark_of(row: &Row<'_>) -> rusqlite::Result<Mark> {
    Ok(Mark {
        id: row.get("id")?,
        rev: row.get("rev")?,
        state: row.get("state")?,
        on: row.get("marked_on")?,
        reason: row.get("reason")?,
        by: row.get("by_name")?,
    })
}
