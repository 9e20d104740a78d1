//! Double bookings: what else a session's people and its room are planned for at the same time.
//!
//! They are said before something is saved and beside what was saved; they never stop anybody, since two groups may share a
//! hall and somebody may step out of one for the other. A clash names staff and groups; clients are counted, never named.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};
use serde::Serialize;
use ts_rs::TS;

use super::{Kind, Session, SessionId, store};
use crate::client::json_of;
use crate::group;
use crate::kernel::actor::StaffId;
use crate::kernel::{Moment, Result, Zone};

crate::words! {
    /// What is booked twice.
    pub enum Booked {
        Staff = "staff",
        Room = "room",
        Client = "client",
    }
}

/// Something that is booked twice.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct Clash {
    pub what: Booked,
    /// The session it meets.
    pub session: SessionId,
    pub on_date: NaiveDate,
    /// A finished sentence.
    pub words: String,
}

/// A planned session whose leader or room is planned for elsewhere at the same time.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BookedTwice {
    pub session: SessionId,
    /// Staff, room, or both. Clients are said when a session is saved.
    pub what: Vec<Booked>,
}

/// A session that meets another in time, and by what.
struct Met {
    session: SessionId,
    on_date: NaiveDate,
    title: String,
    starts_at: Moment,
    ends_at: Moment,
    staff: Option<String>,
    room: String,
    clients: i64,
    one: bool,
}

fn met_of(row: &Row<'_>) -> rusqlite::Result<Met> {
    let kind: Kind = row.get("kind")?;
    let group: Option<String> = row.get("group_name")?;
    Ok(Met {
        session: row.get("id")?,
        on_date: row.get("on_date")?,
        title: group.unwrap_or_else(|| kind.label().into()),
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        staff: row.get("staff_name")?,
        room: if row.get("same_room")? { row.get("room")? } else { String::new() },
        clients: row.get("clients")?,
        one: false,
    })
}

impl Met {
    fn clashes(&self, zone: Zone) -> Vec<Clash> {
        let clock = |at| zone.wall(at).format("%-I:%M %p").to_string();
        let other = format!("{}, {} to {}", self.title, clock(self.starts_at), clock(self.ends_at));
        let of = |what, words| Clash { what, session: self.session, on_date: self.on_date, words };
        let mut clashes = Vec::new();
        if let Some(name) = &self.staff {
            clashes.push(of(Booked::Staff, format!("{name} is in {other}.")));
        }
        if !self.room.is_empty() {
            clashes.push(of(Booked::Room, format!("{} is taken by {other}.", self.room)));
        }
        if self.clients > 0 {
            let who = match (self.one, self.clients) {
                (true, _) => "The client is".to_owned(),
                (false, 1) => "1 person of this group is".to_owned(),
                (false, many) => format!("{many} people of this group are"),
            };
            clashes.push(of(Booked::Client, format!("{who} expected in {other}.")));
        }
        clashes
    }
}

/// What a planned session is booked twice with. Two statements, and one for its roster.
///
/// # Errors
/// `trouble` when the store cannot be read.
pub(crate) fn clashes(sql: &Connection, zone: Zone, session: &Session) -> Result<Vec<Clash>> {
    let clients = store::expected(sql, session)?;
    let second = match session.of_group {
        Some(id) => group::group(sql, id)?.co_facilitator,
        None => None,
    };
    let leader: StaffId = session.substitute.unwrap_or(session.staff);
    let mut statement = sql.prepare_cached(include_str!("sql/clashes.sql"))?;
    let parameters = named_params! {
        ":but": session.id, ":from": session.starts_at, ":until": session.ends_at,
        ":before": session.on_date.pred_opt().unwrap_or(session.on_date),
        ":after": session.on_date.succ_opt().unwrap_or(session.on_date),
        ":leader": leader, ":second": second, ":room": session.room.trim(), ":clients": json_of(&clients),
    };
    let rows = statement.query_map(parameters, met_of)?;
    let mut found = Vec::new();
    for met in rows {
        let met = Met { one: session.of_group.is_none(), ..met? };
        found.extend(met.clashes(zone));
    }
    Ok(found)
}

/// The planned sessions from a date up to but without another that are booked twice, whoever looks. One statement.
pub(super) fn twice(sql: &Connection, (from, until): (NaiveDate, NaiveDate)) -> Result<Vec<BookedTwice>> {
    let mut statement = sql.prepare_cached(include_str!("sql/twice.sql"))?;
    let rows = statement.query_map(named_params! { ":from": from, ":until": until }, |row| {
        // Without a second leader one side of the comparison is unknown, which is no.
        let staff = row.get::<_, Option<bool>>("same_staff")?.unwrap_or_default();
        let room = row.get("same_room")?;
        let what = [(staff, Booked::Staff), (room, Booked::Room)];
        Ok(BookedTwice {
            session: row.get("id")?,
            what: what.into_iter().filter_map(|(found, what)| found.then_some(what)).collect(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
