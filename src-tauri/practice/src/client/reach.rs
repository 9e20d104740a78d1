//! Reach: whether a person's relation to a client carries a permit, and which clients a list may show (models.md 2).
//!
//! Every call about a client comes through [`ensure`]; every list and search starts from [`Scope`]. A client outside the
//! reach and a client that does not exist give the same answer.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::ClientId;
use crate::kernel::actor::{Actor, StaffId};
use crate::kernel::permission::Permit;
use crate::kernel::{Info, Moment, Reach, Refusal, Result, Verb};

/// A substitute keeps the facilitator's reach this long after the session.
const SUBSTITUTE_MS: i64 = 24 * 60 * 60 * 1000;

/// What binds a person to a client now.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub struct Relation {
    /// On the care team: primary, member, or covering.
    pub care_team: bool,
    /// Supervises somebody on the care team.
    pub supervises: bool,
    /// Facilitates a group the client is in, also as a substitute until 24 hours after. Whose session a make-up was booked
    /// into has this from the date of that session until 24 hours after it, to record it and to write of it; such a client
    /// stands on that session's list alone, and in no list or search of clients ([`clients_in`]).
    pub facilitates: bool,
    /// Was named as auditor of this chart.
    pub named: bool,
    /// A specimen of this client is to be collected today, or was collected by the person within a day.
    pub collecting: bool,
    /// The glass is broken: reading, for 30 minutes.
    pub glass: bool,
    /// Only the care team reaches this chart.
    pub restricted: bool,
}

impl Relation {
    /// Whether the relation carries a permit of this reach.
    pub fn carries(self, reach: Reach, verb: Verb) -> bool {
        let reading = matches!(verb, Verb::Read | Verb::Glimpse);
        let inside = self.care_team || (reading && (self.named || self.glass));
        if self.restricted && !inside {
            return false;
        }
        match reach {
            Reach::Everyone => true,
            Reach::Related => self.care_team || self.supervises || (self.glass && reading),
            Reach::Facilitated => self.facilitates || (self.glass && reading),
            Reach::Named => self.named,
            Reach::Collecting => self.collecting,
            // Whose it is depends on the row: the slice that knows the row decides.
            Reach::Own => self.care_team || self.facilitates || self.supervises,
        }
    }
}

/// Finds what binds the person to the client; `None` when there is no such client. One query.
pub fn relation(
    sql: &Connection,
    me: StaffId,
    client: ClientId,
    now: Moment,
    today: chrono::NaiveDate,
) -> Result<Option<Relation>> {
    let mut statement = sql.prepare_cached(include_str!("sql/relation.sql"))?;
    let parameters = named_params! {
        ":client": client, ":me": me, ":now": now, ":today": today, ":substitute_since": now.0 - SUBSTITUTE_MS,
    };
    Ok(statement
        .query_row(parameters, |row| {
            Ok(Relation {
                care_team: row.get("care_team")?,
                supervises: row.get("supervises")?,
                facilitates: row.get("facilitates")?,
                named: row.get("named")?,
                collecting: row.get("collecting")?,
                glass: row.get("glass")?,
                restricted: row.get("restricted")?,
            })
        })
        .optional()?)
}

/// Lets through who may do this with this client's information, and says by which permit.
///
/// # Errors
/// `not_permitted` when no role has the cell at all, `not_found` when the client is outside the reach or does not exist:
/// the two must not be told apart.
pub fn ensure(
    sql: &Connection,
    actor: &Actor,
    (info, verb): (Info, Verb),
    client: ClientId,
    now: Moment,
    today: chrono::NaiveDate,
) -> Result<Permit> {
    let permits = actor.permits(info, verb);
    if permits.is_empty() {
        return Err(Refusal::not_permitted());
    }
    let relation = relation(sql, actor.staff, client, now, today)?.ok_or_else(|| Refusal::not_found("client"))?;
    permits
        .into_iter()
        .filter(|permit| relation.carries(permit.reach, verb))
        .max_by_key(|permit| permit.reach)
        .ok_or_else(|| Refusal::not_found("client"))
}

/// Which clients a list or a search may show. Restricted charts off the care team are in none.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Scope {
    /// Everybody whose chart is not restricted.
    pub everyone: bool,
    /// Clients by care team and supervision.
    pub related: bool,
    /// Members of groups the person facilitates.
    pub facilitated: bool,
    /// Charts the person was named for.
    pub named: bool,
}

impl Scope {
    /// The scope of a person for a verb on a kind of information.
    ///
    /// # Errors
    /// `not_permitted` when no role has the cell.
    pub fn of(actor: &Actor, info: Info, verb: Verb) -> Result<Self> {
        let permits = actor.permits(info, verb);
        if permits.is_empty() {
            return Err(Refusal::not_permitted());
        }
        let has = |reach: Reach| permits.iter().any(|permit| permit.reach == reach);
        Ok(Self {
            everyone: has(Reach::Everyone),
            related: has(Reach::Related) || has(Reach::Own),
            facilitated: has(Reach::Facilitated),
            named: has(Reach::Named),
        })
    }
}

/// The ids of every client in the scope, for a list that is not everybody's. One query; a counselor has a few dozen. Of an
/// everybody's scope these are what it leaves out: the restricted charts of the person's own clients.
pub fn clients_in(
    sql: &Connection,
    me: StaffId,
    scope: Scope,
    now: Moment,
    today: chrono::NaiveDate,
) -> Result<Vec<ClientId>> {
    let mut statement = sql.prepare_cached(include_str!("sql/clients_in.sql"))?;
    let parameters = named_params! {
        ":me": me, ":now": now, ":today": today, ":substitute_since": now.0 - SUBSTITUTE_MS,
        ":everyone": scope.everyone, ":related": scope.related, ":facilitated": scope.facilitated, ":named": scope.named,
    };
    let rows = statement.query_map(parameters, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
