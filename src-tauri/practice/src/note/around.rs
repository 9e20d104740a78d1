//! What notes must know of sessions, attendance, clients and people. Reading only: these rows belong to other slices.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::ipc::NoteClient;
use super::names::Person;
use super::{NoteKind, Service};
use crate::client::{ClientId, EpisodeId, reach};
use crate::group::GroupId;
use crate::kernel::actor::StaffId;
use crate::kernel::history::hex;
use crate::kernel::{Info, Moment, Refusal, Result, RowId, Verb, View};
use crate::session::SessionId;

/// A session, as far as a note goes.
#[derive(Clone, Debug)]
pub(super) struct SessionFacts {
    pub id: SessionId,
    pub kind: String,
    pub of_group: Option<GroupId>,
    pub group_name: String,
    pub client: Option<ClientId>,
    pub staff: StaffId,
    pub substitute: Option<StaffId>,
    pub facilitators: [Option<StaffId>; 2],
    /// To whom its leader handed it over last.
    pub handed_to: Option<StaffId>,
    pub on: NaiveDate,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub minutes: i64,
    pub topic: String,
    pub recorded: bool,
}

impl SessionFacts {
    /// Whether this person leads it: planned, as a substitute, as a facilitator of the group, or since it was handed over.
    pub fn is_led_by(&self, who: StaffId) -> bool {
        self.staff == who
            || self.substitute == Some(who)
            || self.facilitators.contains(&Some(who))
            || self.handed_to == Some(who)
    }

    /// The kind of note it calls for.
    pub fn note_kind(&self) -> NoteKind {
        match self.kind.as_str() {
            "family" => NoteKind::Family,
            "assessment" => NoteKind::Assessment,
            "education" => NoteKind::Education,
            "crisis" => NoteKind::Crisis,
            "case_management" => NoteKind::CaseManagement,
            _ => NoteKind::Individual,
        }
    }

    /// The time as planned: until attendance is recorded, nobody knows better.
    pub fn planned(&self) -> Service {
        Service {
            at: self.starts_at,
            on: self.on,
            began_at: Some(self.starts_at),
            ended_at: Some(self.ends_at),
            minutes: self.minutes,
        }
    }
}

pub(super) fn session(sql: &Connection, id: SessionId) -> Result<SessionFacts> {
    let mut statement = sql.prepare_cached(
        "select session.id, session.kind, session.of_group, coalesce(groups.name, '') as group_name, session.client,
                session.staff, session.substitute, groups.facilitator, groups.co_facilitator, session.on_date,
                coalesce(session.began_at, session.starts_at) as starts_at,
                coalesce(session.finished_at, session.ends_at) as ends_at, session.minutes, session.topic,
                session.state = 'recorded' as recorded,
                (
                  select session_handover.to_staff
                  from session_handover
                  where session_handover.session = session.id
                  order by session_handover.at desc, session_handover.id desc
                  limit 1
                ) as handed_to
         from session
         left join groups on groups.id = session.of_group
         where session.id = :id and session.state <> 'cancelled'",
    )?;
    let found = statement
        .query_row(named_params! { ":id": id }, |row| {
            Ok(SessionFacts {
                id: row.get("id")?,
                kind: row.get("kind")?,
                of_group: row.get("of_group")?,
                group_name: row.get("group_name")?,
                client: row.get("client")?,
                staff: row.get("staff")?,
                substitute: row.get("substitute")?,
                facilitators: [row.get("facilitator")?, row.get("co_facilitator")?],
                handed_to: row.get("handed_to")?,
                on: row.get("on_date")?,
                starts_at: row.get("starts_at")?,
                ends_at: row.get("ends_at")?,
                minutes: row.get("minutes")?,
                topic: row.get("topic")?,
                recorded: row.get("recorded")?,
            })
        })
        .optional()?;
    found.ok_or_else(|| Refusal::not_found("session"))
}

/// What attendance says of one person.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Attended {
    pub client: ClientId,
    pub absent: bool,
    pub part: bool,
    pub arrived_at: Option<Moment>,
    pub left_at: Option<Moment>,
    pub minutes: i64,
    pub excused: Option<bool>,
    pub reason: String,
    pub place: String,
}

impl Attended {
    /// The service of this person in the session.
    pub fn service(&self, session: &SessionFacts) -> Service {
        Service {
            at: session.starts_at,
            on: session.on,
            began_at: self.arrived_at,
            ended_at: self.left_at,
            minutes: self.minutes,
        }
    }

    /// As a page and the signed bytes say it.
    pub fn words(&self) -> String {
        let reason = self.reason.trim();
        match (self.absent, self.part, self.excused) {
            (true, _, Some(true)) if !reason.is_empty() => format!("Absence (excused: {reason})"),
            (true, _, Some(true)) => "Absence (excused)".into(),
            (true, ..) => "Absence (unexcused)".into(),
            (false, true, _) => "Present for part of the session".into(),
            (false, false, _) => "Present".into(),
        }
    }
}

fn attended_of(row: &Row<'_>) -> rusqlite::Result<Attended> {
    let state: String = row.get("state")?;
    Ok(Attended {
        client: row.get("client")?,
        absent: state == "absent",
        part: state == "part",
        arrived_at: row.get("arrived_at")?,
        left_at: row.get("left_at")?,
        minutes: row.get("minutes")?,
        excused: row.get("excused")?,
        reason: row.get("reason")?,
        place: row.get("place")?,
    })
}

pub(super) fn attended(sql: &Connection, session: SessionId, client: ClientId) -> Result<Option<Attended>> {
    let mut statement = sql.prepare_cached(
        "select client, state, arrived_at, left_at, minutes, excused, reason, place
         from attendance
         where session = :session and client = :client and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":session": session, ":client": client }, attended_of).optional()?)
}

/// Everybody recorded in a session.
pub(super) fn everybody_attended(sql: &Connection, session: SessionId) -> Result<Vec<Attended>> {
    let mut statement = sql.prepare_cached(
        "select attendance.client, attendance.state, attendance.arrived_at, attendance.left_at, attendance.minutes,
                attendance.excused, attendance.reason, attendance.place
         from attendance
         where attendance.session = :session and attendance.voided_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":session": session }, attended_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The episode a service belongs to.
pub(super) fn episode_on(sql: &Connection, client: ClientId, on: NaiveDate) -> Result<Option<EpisodeId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from episode
         where client = :client and voided_at is null and admitted_on <= :on
           and (discharged_on is null or discharged_on >= :on)
         order by number desc
         limit 1",
    )?;
    Ok(statement.query_row(named_params! { ":client": client, ":on": on }, |row| row.get(0)).optional()?)
}

/// Name parts of a client.
#[derive(Clone, Debug)]
pub(crate) struct ClientFacts {
    pub id: ClientId,
    pub number: i64,
    pub given_name: String,
    pub family_name: String,
    pub preferred_name: String,
    pub restricted: bool,
}

impl ClientFacts {
    /// The columns of [`Self::of`], from a table or alias `client`.
    pub fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get("client")?,
            number: row.get("number")?,
            given_name: row.get("given_name")?,
            family_name: row.get("family_name")?,
            preferred_name: row.get("preferred_name")?,
            restricted: row.get("restricted")?,
        })
    }

    /// The names to look for in texts about others.
    pub(super) fn person(&self) -> Person {
        let given = [self.given_name.as_str(), self.preferred_name.as_str()];
        Person::of(&[&self.given_name, &self.family_name, &self.preferred_name]).with_short_forms(&given)
    }
}

pub(super) fn client(sql: &Connection, id: ClientId) -> Result<ClientFacts> {
    let mut statement = sql.prepare_cached(
        "select id as client, number, given_name, family_name, preferred_name, restricted from client where id = :id",
    )?;
    let found = statement.query_row(named_params! { ":id": id }, ClientFacts::of).optional()?;
    found.ok_or_else(|| Refusal::not_found("client"))
}

/// Everybody recorded in a session, by name.
pub(super) fn clients_of_session(sql: &Connection, session: SessionId) -> Result<Vec<ClientFacts>> {
    let mut statement = sql.prepare_cached(
        "select client.id as client, client.number, client.given_name, client.family_name, client.preferred_name,
                client.restricted
         from attendance
         join client on client.id = attendance.client
         where attendance.session = :session and attendance.voided_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":session": session }, ClientFacts::of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who shares a group with the client now: their names do not belong into this chart either.
pub(super) fn companions(sql: &Connection, id: ClientId) -> Result<Vec<ClientFacts>> {
    let mut statement = sql.prepare_cached(
        "select distinct client.id as client, client.number, client.given_name, client.family_name,
                client.preferred_name, client.restricted
         from membership own
         join membership other on other.of_group = own.of_group and other.client <> own.client
           and other.left_on is null and other.voided_at is null
         join client on client.id = other.client
         where own.client = :client and own.left_on is null and own.voided_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":client": id }, ClientFacts::of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Which names somebody sees whole.
pub(crate) struct Seer {
    everyone: bool,
    own: HashSet<ClientId>,
}

impl Seer {
    /// What the person behind the view sees. One query.
    pub fn of(view: &View<'_>) -> Result<Self> {
        let Ok(scope) = reach::Scope::of(view.actor, Info::Identity, Verb::Read) else {
            return Ok(Self { everyone: false, own: HashSet::new() });
        };
        let narrow = reach::Scope { related: true, ..scope };
        let own = reach::clients_in(view.sql, view.actor.staff, narrow, view.now, view.today())?;
        Ok(Self { everyone: scope.everyone, own: own.into_iter().collect() })
    }

    /// The client as a line shows them.
    pub fn line(&self, client: &ClientFacts) -> NoteClient {
        NoteClient { id: client.id, number: client.number, name: self.name(client) }
    }

    /// "Family, Given" for who may read it, "Given F." for a facilitator, and nothing of a restricted chart.
    pub fn name(&self, client: &ClientFacts) -> String {
        let own = self.own.contains(&client.id);
        if client.restricted && !own {
            return String::new();
        }
        if own || self.everyone {
            return format!("{}, {}", client.family_name, client.given_name);
        }
        let first = if client.preferred_name.is_empty() { &client.given_name } else { &client.preferred_name };
        let initial = client.family_name.chars().next().map(|c| format!(" {c}.")).unwrap_or_default();
        format!("{first}{initial}")
    }
}

pub(super) fn is_solo(sql: &Connection) -> Result<bool> {
    Ok(crate::practice::row(sql)?.solo)
}

/// The token of a client in the search index.
pub(super) fn client_token(client: ClientId) -> String {
    hex(client.uuid().as_bytes())
}

/// The token of an author in the search index.
pub(super) fn author_token(author: StaffId) -> String {
    format!("a{}", hex(author.uuid().as_bytes()))
}
