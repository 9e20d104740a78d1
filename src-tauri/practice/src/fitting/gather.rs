//! What is combined: the groups with their meetings over some weeks, free seats, and the times that are taken.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use super::fit::Meeting;
use crate::attendance::{Counting, Toward};
use crate::client::ClientId;
use crate::closure;
use crate::group::{self, GroupId, SlotId};
use crate::kernel::{Moment, Result, View};
use crate::practice::policy::Dated;
use crate::session::{self, Kind, SessionId, SessionState};
use crate::work_pattern::{self, Busy, TakenBy, WorkPattern};

/// A meeting of a group on a date.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Absent while it is not planned yet and only the weekly place says so.
    pub session: Option<SessionId>,
    pub on: NaiveDate,
    pub starts_at: Moment,
    pub ends_at: Moment,
    /// What it meets.
    pub meets: Option<TakenBy>,
    pub counts: bool,
}

impl Place {
    pub(super) fn meeting(&self) -> Meeting {
        Meeting {
            on: self.on,
            from: self.starts_at.0.div_euclid(60_000),
            until: self.ends_at.0.div_euclid(60_000),
            counts: self.counts,
            taken: self.meets.is_some(),
        }
    }
}

/// A group that may be chosen.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub id: GroupId,
    pub name: String,
    pub type_label: String,
    kind: Kind,
    /// The client is on its roster.
    pub member: bool,
    /// Seats under the cap, the client's own not counted; never below 0.
    pub seats: i64,
    /// In the order of time.
    pub places: Vec<Place>,
}

/// Times that are taken, and the rules of counting, for one client.
pub(super) struct Taken {
    busy: Vec<Busy>,
    client: ClientId,
    counting: Counting,
    pub travel: i64,
    pub known: bool,
}

impl Taken {
    /// What a pattern takes of some dates.
    pub(super) fn of(view: &View<'_>, client: ClientId, span: (NaiveDate, NaiveDate)) -> Result<Self> {
        let versions = work_pattern::of_client(view.sql, client)?;
        let holds = |version: &&WorkPattern| version.from_on <= span.0;
        let travel = versions.iter().find(holds).or(versions.last()).map_or(0, |version| version.travel);
        let busy = work_pattern::busy(&versions, view.zone(), span);
        Ok(Self { busy, client, counting: Counting::of(view.sql)?, travel, known: !versions.is_empty() })
    }

    fn place(
        &self,
        session: Option<SessionId>,
        kind: Kind,
        (on, starts_at, ends_at): (NaiveDate, Moment, Moment),
    ) -> Place {
        let meets = self.busy.iter().find(|busy| busy.meets(starts_at, ends_at)).map(|busy| busy.what);
        Place {
            session,
            on,
            starts_at,
            ends_at,
            meets,
            counts: self.counting.rules(self.client).counts(Toward::Week, kind, on),
        }
    }
}

/// Every active group with its meetings between two dates. Three statements.
pub(super) fn choices(
    view: &View<'_>,
    client: ClientId,
    taken: &Taken,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<Choice>> {
    let mut choices = seats(view.sql, client, from)?;
    let kinds: HashMap<GroupId, Kind> = choices.iter().map(|choice| (choice.id, choice.kind)).collect();
    let mut places: HashMap<GroupId, Vec<Place>> = HashMap::new();
    let mut known: HashSet<(SlotId, NaiveDate)> = HashSet::new();
    let mut starts: HashSet<(GroupId, Moment)> = HashSet::new();
    let mut statement = view.sql.prepare_cached(include_str!("sql/sessions.sql"))?;
    // A week more on both sides: a place that was moved is known by its own date.
    let wide = (from - chrono::Days::new(7), until + chrono::Days::new(7));
    let mut rows = statement.query(named_params! { ":from": wide.0, ":until": wide.1 })?;
    while let Some(row) = rows.next()? {
        if let (Some(slot), Some(on)) = (row.get("slot")?, row.get("slot_on")?) {
            known.insert((slot, on));
        }
        let (of_group, on): (GroupId, NaiveDate) = (row.get("of_group")?, row.get("on_date")?);
        let (starts_at, ends_at): (Moment, Moment) = (row.get("starts_at")?, row.get("ends_at")?);
        let state: SessionState = row.get("state")?;
        if state != SessionState::Cancelled {
            starts.insert((of_group, starts_at));
        }
        if state == SessionState::Planned && from <= on && on < until {
            let place = taken.place(Some(row.get("id")?), row.get("kind")?, (on, starts_at, ends_at));
            places.entry(of_group).or_default().push(place);
        }
    }
    let closed = closure::closed_between(view.sql, from, until)?;
    for slot in group::slots_between(view.sql, from, until)? {
        let Some(kind) = kinds.get(&slot.of_group) else { continue };
        for on in session::dates_of(&slot, from, until) {
            let Ok(starts_at) = view.zone().moment(on, slot.starts) else { continue };
            if closed.contains_key(&on)
                || known.contains(&(slot.id, on))
                || !starts.insert((slot.of_group, starts_at))
            {
                continue;
            }
            let ends_at = starts_at.plus_minutes(slot.minutes);
            places.entry(slot.of_group).or_default().push(taken.place(None, *kind, (on, starts_at, ends_at)));
        }
    }
    for choice in &mut choices {
        choice.places = places.remove(&choice.id).unwrap_or_default();
        choice.places.sort_by_key(|place| (place.starts_at, place.ends_at));
    }
    Ok(choices)
}

fn seats(sql: &Connection, client: ClientId, on: NaiveDate) -> Result<Vec<Choice>> {
    let caps = Dated::of(sql)?;
    let mut statement = sql.prepare_cached(include_str!("sql/seats.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client, ":on": on }, |row| {
        let (of_type, cap_policy): (String, String) = (row.get("type")?, row.get("cap_policy")?);
        let (capacity, others): (i64, i64) = (row.get("capacity")?, row.get("others")?);
        Ok(Choice {
            id: row.get("id")?,
            name: row.get("name")?,
            type_label: row.get("type_label")?,
            kind: session::kind_of(&of_type),
            member: row.get("member")?,
            seats: (capacity.min(caps.whole(&cap_policy, on)) - others).max(0),
            places: Vec::new(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The client's own appointments between two dates.
pub(super) fn appointments(
    sql: &Connection,
    client: ClientId,
    taken: &Taken,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<Vec<Place>> {
    let mut statement = sql.prepare_cached(include_str!("sql/appointments.sql"))?;
    let parameters = named_params! { ":client": client, ":from": from, ":until": until };
    let rows = statement.query_map(parameters, |row| {
        Ok(taken.place(None, row.get("kind")?, (row.get("on_date")?, row.get("starts_at")?, row.get("ends_at")?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
