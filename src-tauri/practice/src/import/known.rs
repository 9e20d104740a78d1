//! What came in before: the map of external ids, kind by kind, and what a line of another file may point at.

use std::collections::HashMap;

use rusqlite::{Connection, named_params};

use super::landing::Digest;
use super::line::External;
use super::{LandedId, SOURCE};
use crate::client::{ClientId, EpisodeId};
use crate::group::GroupId;
use crate::kernel::actor::StaffId;
use crate::kernel::history::Table;
use crate::kernel::{Moment, Result};
use crate::session::SessionId;

crate::words! {
    /// What a line, or a part of a line, becomes.
    pub enum Kind {
        Staff = "staff",
        StaffRole = "staff_role",
        Facilitator = "facilitator",
        Credential = "credential",
        Client = "client",
        Phone = "phone",
        Email = "email",
        Episode = "episode",
        LevelOfCare = "level_of_care",
        Diagnosis = "diagnosis",
        CareTeam = "care_team",
        Group = "group",
        Slot = "slot",
        Membership = "membership",
        Session = "session",
        Attendance = "attendance",
        Note = "note",
        DrugTest = "drug_test",
        Result = "result",
        Plan = "plan",
        Problem = "problem",
        Goal = "goal",
        Consent = "consent",
    }
}

impl Kind {
    /// The table it lands in.
    pub const fn table(self) -> Table {
        match self {
            Self::Staff => Table::Staff,
            Self::StaffRole | Self::Facilitator => Table::StaffRole,
            Self::Credential => Table::Credential,
            Self::Client => Table::Client,
            Self::Phone | Self::Email => Table::Contact,
            Self::Episode => Table::Episode,
            Self::LevelOfCare => Table::LevelOfCare,
            Self::Diagnosis => Table::Diagnosis,
            Self::CareTeam => Table::CareTeam,
            Self::Group => Table::Group,
            Self::Slot => Table::Slot,
            Self::Membership => Table::Membership,
            Self::Session => Table::Session,
            Self::Attendance => Table::Attendance,
            Self::Note => Table::Note,
            Self::DrugTest => Table::DrugTest,
            Self::Result => Table::DrugTestResult,
            Self::Plan => Table::Plan,
            Self::Problem => Table::Problem,
            Self::Goal => Table::Goal,
            Self::Consent => Table::Consent,
        }
    }
}

/// A row that came in before.
#[derive(Copy, Clone, Debug)]
pub(super) struct KnownRow {
    pub id: LandedId,
    pub digest: Digest,
    pub rev: i64,
}

/// The map of one kind.
pub(super) type Known = HashMap<External, KnownRow>;

/// Loads the map of one kind.
pub(super) fn of(sql: &Connection, kind: Kind) -> Result<Known> {
    let mut statement = sql.prepare_cached(
        "select external, of_id, row_hash, rev
         from external_id
         where source = :source and kind = :kind",
    )?;
    let rows = statement.query_map(named_params! { ":source": SOURCE, ":kind": kind }, |row| {
        let external: String = row.get(0)?;
        Ok((external.into_boxed_str(), KnownRow { id: row.get(1)?, digest: row.get(2)?, rev: row.get(3)? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A person that lines point at.
#[derive(Copy, Clone, Debug)]
pub(super) struct KnownStaff {
    pub id: StaffId,
    pub facilitates: bool,
}

/// A client that lines point at.
#[derive(Copy, Clone, Debug)]
pub(super) struct KnownClient {
    pub id: ClientId,
    pub episode: EpisodeId,
    pub number: i64,
    pub discharged_on: Option<chrono::NaiveDate>,
}

/// A session that lines point at.
#[derive(Copy, Clone, Debug)]
pub(super) struct KnownSession {
    pub id: SessionId,
    pub group: GroupId,
    pub on_date: chrono::NaiveDate,
    pub began: Moment,
    pub ended: Moment,
    pub held: bool,
}

/// Everything that lines point at.
#[derive(Default)]
pub(super) struct Refs {
    pub staff: HashMap<External, KnownStaff>,
    pub clients: HashMap<External, KnownClient>,
    pub groups: HashMap<External, GroupId>,
    pub sessions: HashMap<External, KnownSession>,
}

impl Refs {
    /// What came in before.
    pub fn load(sql: &Connection) -> Result<Self> {
        Ok(Self { staff: staff(sql)?, clients: clients(sql)?, groups: groups(sql)?, sessions: sessions(sql)? })
    }
}

fn staff(sql: &Connection) -> Result<HashMap<External, KnownStaff>> {
    let mut statement = sql.prepare_cached(include_str!("sql/known_staff.sql"))?;
    let rows = statement.query_map(named_params! { ":source": SOURCE }, |row| {
        Ok((external(row)?, KnownStaff { id: row.get("id")?, facilitates: row.get("facilitates")? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn clients(sql: &Connection) -> Result<HashMap<External, KnownClient>> {
    let mut statement = sql.prepare_cached(include_str!("sql/known_clients.sql"))?;
    let rows = statement.query_map(named_params! { ":source": SOURCE }, |row| {
        let client = KnownClient {
            id: row.get("id")?,
            episode: row.get("episode")?,
            number: row.get("number")?,
            discharged_on: row.get("discharged_on")?,
        };
        Ok((external(row)?, client))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn groups(sql: &Connection) -> Result<HashMap<External, GroupId>> {
    let mut statement = sql.prepare_cached(
        "select external, of_id
         from external_id
         where source = :source and kind = 'group'",
    )?;
    let rows =
        statement.query_map(named_params! { ":source": SOURCE }, |row| Ok((external(row)?, row.get("of_id")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn sessions(sql: &Connection) -> Result<HashMap<External, KnownSession>> {
    let mut statement = sql.prepare_cached(include_str!("sql/known_sessions.sql"))?;
    let rows = statement.query_map(named_params! { ":source": SOURCE }, |row| {
        let session = KnownSession {
            id: row.get("id")?,
            group: row.get("of_group")?,
            on_date: row.get("on_date")?,
            began: row.get("began")?,
            ended: row.get("ended")?,
            held: row.get("held")?,
        };
        Ok((external(row)?, session))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn external(row: &rusqlite::Row<'_>) -> rusqlite::Result<External> {
    Ok(row.get::<_, String>("external")?.into_boxed_str())
}
