//! The sheet of a session, who may walk in, and a client's history.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, named_params};

use super::hours::week_of;
use super::ipc::{
    AttendanceHistory, AttendanceLine, CarriedAbsence, FindWalkIn, HistoryLine, MissedSession, Sheet, SheetClash,
    SheetRow, WalkInChoice, WhichHistory, WhichSheet,
};
use super::rules::{TakeBack, may_take_back};
use super::{Attendance, AttendanceId, AttendanceState, ledger, store, unknown};
use crate::arrival;
use crate::client::{ClientId, folded_name, json_of};
use crate::group::{self, Looker, Shown, ShownName, shown_in};
use crate::kernel::{Info, Moment, Refusal, Result, Verb, View, Zone};
use crate::session::ipc::BreakLine;
use crate::session::{self, Session, SessionId, SessionState};
use crate::work_pattern;

/// How many lines of a history are shown at once.
const HISTORY: usize = 100;
/// How many people a search for a walk-in offers.
const CHOICES: usize = 12;

/// Everybody expected at a planned session, or recorded for a recorded one.
pub(super) fn sheet(view: &View<'_>, request: WhichSheet) -> Result<Sheet> {
    let line = session::line(view, request.session)?;
    let stored = session::session(view.sql, request.session)?;
    let recorded = store::of_session(view.sql, stored.id)?;
    let clients: Vec<ClientId> = match stored.state {
        SessionState::Planned => session::expected(view.sql, &stored)?,
        SessionState::Recorded | SessionState::Cancelled => recorded.iter().map(|row| row.client).collect(),
    };
    let mut recorded: HashMap<ClientId, Attendance> = recorded.into_iter().map(|row| (row.client, row)).collect();
    let week = week_of(stored.on_date, view.calendar.week_start.weekday());
    let standings = ledger::standings(view, &clients, Some(&clients), week)?;
    let mut carried = carried(view.sql, &stored, &clients)?;
    let mut desk = desk_words(view, &stored, &clients)?;
    let mut booked = booked(view, stored.id)?;
    let mut clashes = clashes(view, &stored, &clients)?;
    let mut rows = people(view, stored.id, &clients)?;
    for (row, under_signed_note) in &mut rows {
        let standing = standings.get(&row.client).copied().unwrap_or_default();
        (row.week_done, row.week_planned) = (standing.done, standing.planned);
        (row.week_minimum, row.week_short) = (standing.minimum, standing.short);
        row.carried = carried.remove(&row.client);
        row.desk = desk.remove(&row.client);
        row.makes_up = booked.remove(&row.client);
        row.clash = clashes.remove(&row.client).filter(|_| row.name.how != Shown::Number);
        row.recorded = recorded.remove(&row.client).map(|found| line_of(found, *under_signed_note, view.zone()));
    }
    Ok(Sheet {
        breaks: session::breaks(view.sql, stored.id)?
            .into_iter()
            .map(|pause| BreakLine { from: pause.from, until: pause.until })
            .collect(),
        week_last: week.last(),
        room: session::room_names(view, &stored)?,
        rows: rows.into_iter().map(|(row, _)| row).collect(),
        may_take_back: line.may_record && takes_back(view, &stored)?,
        unknown: unknown::of_session(view.sql, view.zone(), &stored)?,
        session: line,
    })
}

/// What the front desk knows, while it may still be recorded.
fn desk_words(
    view: &View<'_>,
    session: &Session,
    clients: &[ClientId],
) -> Result<HashMap<ClientId, arrival::ipc::DeskWord>> {
    if session.state != SessionState::Planned {
        return Ok(HashMap::new());
    }
    arrival::by_client(view.sql, view.zone(), session, clients)
}

/// Whose shift, way included, meets a session that is still to come or running. One statement.
fn clashes(view: &View<'_>, session: &Session, clients: &[ClientId]) -> Result<HashMap<ClientId, SheetClash>> {
    if session.state != SessionState::Planned || session.ends_at <= view.now {
        return Ok(HashMap::new());
    }
    let patterns = work_pattern::of_clients(view.sql, &json_of(clients))?;
    // Up to the date after: a session may run past midnight into the next shift.
    let until = session.on_date.checked_add_days(Days::new(2)).unwrap_or(session.on_date);
    let found = patterns.into_iter().filter_map(|(client, versions)| {
        let taken = work_pattern::busy(&versions, view.zone(), (session.on_date, until));
        let busy = taken.into_iter().find(|busy| busy.meets(session.starts_at, session.ends_at))?;
        Some((client, SheetClash { meets: busy.what, from: busy.from, until: busy.until, travel: busy.travel }))
    });
    Ok(found.collect())
}

/// Who was booked for a session, and what each makes up for.
fn booked(view: &View<'_>, session: SessionId) -> Result<HashMap<ClientId, MissedSession>> {
    let mut statement = view.sql.prepare_cached(
        "select booking.client, attendance.id, attendance.on_date, session.kind, groups.name as group_name
         from booking
         join attendance on attendance.id = booking.makes_up
         join session on session.id = attendance.session
         left join groups on groups.id = session.of_group
         where booking.session = :session and booking.cancelled_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":session": session }, |row| {
        let kind: session::Kind = row.get("kind")?;
        let group: Option<String> = row.get("group_name")?;
        let missed = MissedSession {
            attendance: row.get("id")?,
            on_date: row.get("on_date")?,
            title: group.unwrap_or_else(|| kind.label().into()),
        };
        Ok((row.get("client")?, missed))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who was absent from the last group of this date before a planned one. Late and early do not carry over: whoever came is
/// there again.
fn carried(sql: &Connection, session: &Session, clients: &[ClientId]) -> Result<HashMap<ClientId, CarriedAbsence>> {
    if session.of_group.is_none() || session.state != SessionState::Planned {
        return Ok(HashMap::new());
    }
    let mut statement = sql.prepare_cached(include_str!("sql/earlier_today.sql"))?;
    let mut rows = statement.query(named_params! {
        ":clients": json_of(clients), ":on": session.on_date, ":starts_at": session.starts_at,
    })?;
    let mut carried = HashMap::new();
    while let Some(row) = rows.next()? {
        let client: ClientId = row.get("client")?;
        let state: AttendanceState = row.get("state")?;
        if state == AttendanceState::Absent {
            let excused: Option<bool> = row.get("excused")?;
            carried.insert(client, CarriedAbsence { excused: excused.unwrap_or(false), reason: row.get("reason")? });
        } else {
            carried.remove(&client);
        }
    }
    Ok(carried)
}

fn takes_back(view: &View<'_>, session: &Session) -> Result<bool> {
    let facts = TakeBack {
        recorded: session.recorded_at.is_some(),
        by_me: session.recorded_by == Some(view.actor.staff),
        minutes_ago: session.recorded_at.map_or(0, |at| at.minutes_to(view.now)),
        has_notes: store::has_notes(view.sql, session.id)?,
    };
    Ok(may_take_back(facts).is_ok())
}

/// The rows without their numbers, in the order of what is shown; and whether a signed note rests on each.
fn people(view: &View<'_>, session: SessionId, clients: &[ClientId]) -> Result<Vec<(SheetRow, bool)>> {
    let looker = Looker::of(view);
    let mut statement = view.sql.prepare_cached(include_str!("sql/people.sql"))?;
    let parameters = named_params! {
        ":clients": json_of(clients), ":session": session, ":me": view.actor.staff, ":today": view.today(),
    };
    let rows = statement.query_map(parameters, |row| {
        let name = shown_in(row, looker)?;
        let whole = name.how == Shown::Whole;
        let alerts: String = row.get("alerts")?;
        let shows_alerts = name.how != Shown::Number;
        let sheet_row = SheetRow {
            client: row.get("client")?,
            profession: if whole { row.get("profession")? } else { String::new() },
            work: if whole { row.get("work")? } else { String::new() },
            alerts: alerts
                .lines()
                .filter(|line| shows_alerts && !line.trim().is_empty())
                .map(str::to_owned)
                .collect(),
            name,
            week_done: 0,
            week_planned: 0,
            week_minimum: None,
            week_short: 0,
            recorded: None,
            carried: None,
            desk: None,
            makes_up: None,
            clash: None,
        };
        Ok((sheet_row, row.get("under_signed_note")?))
    })?;
    let mut rows: Vec<(SheetRow, bool)> = rows.collect::<rusqlite::Result<_>>()?;
    rows.sort_by_cached_key(|(row, _)| (row.name.how, folded_name(&row.name.text)));
    Ok(rows)
}

fn line_of(row: Attendance, under_signed_note: bool, zone: Zone) -> AttendanceLine {
    let clock = |at| zone.wall(at).format("%H:%M").to_string();
    AttendanceLine {
        id: row.id,
        state: row.presence.state,
        arrived: row.presence.stay.map(|stay| clock(stay.0)),
        left: row.presence.stay.map(|stay| clock(stay.1)),
        minutes: row.presence.minutes,
        excused: row.presence.excused,
        reason: row.presence.reason,
        source: row.source,
        late_entry: row.late_entry,
        place: row.presence.place,
        client_location: row.presence.client_location,
        expected: row.expected,
        makes_up: row.makes_up.is_some(),
        corrected_because: row.corrected_because,
        under_signed_note,
        rev: row.rev,
    }
}

/// Who is in treatment and not on the list of this session. To somebody who sees first names and initials only, a name
/// is found by what is shown of it: nobody learns a family name by guessing it.
pub(super) fn walk_in_choices(view: &View<'_>, request: FindWalkIn) -> Result<Vec<WalkInChoice>> {
    let words = folded_name(&request.words).trim().to_owned();
    let line = session::line(view, request.session)?;
    if !line.may_record {
        return Err(Refusal::not_permitted());
    }
    if words.chars().count() < 2 {
        return Ok(Vec::new());
    }
    let stored = session::session(view.sql, request.session)?;
    let listed = session::expected(view.sql, &stored)?;
    let mut found = candidates(view, &words)?;
    found.retain(|choice| {
        let shown_here = choice.name.how == Shown::Whole
            || choice.number.to_string() == words
            || folded_name(&choice.name.given).contains(&words);
        choice.name.how != Shown::Number && shown_here && !listed.contains(&choice.client)
    });
    found.truncate(CHOICES);
    let clients: Vec<ClientId> = found.iter().map(|choice| choice.client).collect();
    let mut missed = missed(view, &clients, stored.on_date)?;
    for choice in &mut found {
        choice.missed = missed.remove(&choice.client).unwrap_or_default();
    }
    Ok(found)
}

fn candidates(view: &View<'_>, words: &str) -> Result<Vec<WalkInChoice>> {
    let looker = Looker::of(view);
    let mut statement = view.sql.prepare_cached(include_str!("sql/walk_ins.sql"))?;
    let parameters = named_params! { ":words": words, ":me": view.actor.staff, ":today": view.today() };
    let rows = statement.query_map(parameters, |row| {
        let name: ShownName = shown_in(row, looker)?;
        Ok(WalkInChoice { client: row.get("client")?, name, number: row.get("number")?, missed: Vec::new() })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What each client missed in the program week of a date and nobody made up yet.
fn missed(view: &View<'_>, clients: &[ClientId], on: NaiveDate) -> Result<HashMap<ClientId, Vec<MissedSession>>> {
    let week = week_of(on, view.calendar.week_start.weekday());
    let mut statement = view.sql.prepare_cached(
        "select attendance.client, attendance.id, attendance.on_date, session.kind, groups.name as group_name
         from json_each(:clients) one
         join attendance on attendance.client = unhex(one.value)
           and attendance.on_date >= :from and attendance.on_date < :until
         join session on session.id = attendance.session
         left join groups on groups.id = session.of_group
         where attendance.state = 'absent' and attendance.voided_at is null
           and not exists (
             select 1
             from attendance later
             where later.makes_up = attendance.id and later.voided_at is null
           )
         order by attendance.on_date, session.starts_at",
    )?;
    let parameters = named_params! { ":clients": json_of(clients), ":from": week.start, ":until": week.until };
    let mut missed: HashMap<ClientId, Vec<MissedSession>> = HashMap::new();
    let mut rows = statement.query(parameters)?;
    while let Some(row) = rows.next()? {
        let kind: session::Kind = row.get("kind")?;
        let group: Option<String> = row.get("group_name")?;
        missed.entry(row.get("client")?).or_default().push(MissedSession {
            attendance: row.get("id")?,
            on_date: row.get("on_date")?,
            title: group.unwrap_or_else(|| kind.label().into()),
        });
    }
    Ok(missed)
}

/// The latest sessions of a client.
pub(super) fn history(view: &View<'_>, request: WhichHistory) -> Result<AttendanceHistory> {
    view.reach(Info::Attendance, Verb::Read, request.client)?;
    let before = request.before.unwrap_or_else(group::far_off);
    let most = i64::try_from(HISTORY).unwrap_or(i64::MAX);
    let mut lines = lines_before(view, request.client, before, most + 1)?;
    let more = lines.len() > HISTORY;
    if more {
        // Whole dates only, so that "before the last date" leaves nothing out.
        let cut = lines.get(HISTORY).map(|line| line.on_date);
        lines.retain(|line| Some(line.on_date) != cut);
    }
    let may_correct = view.reach(Info::Attendance, Verb::Correct, request.client).is_ok();
    Ok(AttendanceHistory { lines, more, may_correct })
}

/// Every session of a client, the latest first. The caller has asked for the reach.
pub(super) fn whole_history(view: &View<'_>, client: ClientId) -> Result<Vec<HistoryLine>> {
    lines_before(view, client, group::far_off(), i64::MAX)
}

/// When a row was entered: its id says so, and no correction moves it.
fn entered_at(id: AttendanceId) -> Option<Moment> {
    let (seconds, nanos) = id.0.get_timestamp()?.to_unix();
    Some(Moment(i64::try_from(seconds).ok()? * 1000 + i64::from(nanos / 1_000_000)))
}

fn lines_before(view: &View<'_>, client: ClientId, before: NaiveDate, most: i64) -> Result<Vec<HistoryLine>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/history.sql"))?;
    let parameters = named_params! { ":client": client, ":before": before, ":most": most };
    let rows = statement.query_map(parameters, |row| {
        let kind: session::Kind = row.get("kind")?;
        let group: Option<String> = row.get("group_name")?;
        let found = store::attendance_of(row)?;
        let late_entry = found.late_entry || row.get("session_late")?;
        Ok(HistoryLine {
            session: found.session,
            on_date: found.on_date,
            starts: row.get("starts")?,
            title: group.unwrap_or_else(|| kind.label().into()),
            late_entry,
            entered_at: late_entry.then(|| entered_at(found.id)).flatten(),
            attendance: line_of(found, row.get("under_signed_note")?, view.zone()),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
