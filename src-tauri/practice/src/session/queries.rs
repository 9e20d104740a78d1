//! Sessions of a day, of some days, and one of them.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Row, named_params};

use super::ipc::{BreakLine, ClosedDate, SessionAnswer, SessionDay, SessionLine, SessionList, WhichSession, Whose};
use super::store::Place;
use super::{Break, Kind, Session, SessionId, SessionState, clash, lesson, plan, store};
use crate::client::ClientId;
use crate::group::{Looker, shown_in};
use crate::kernel::actor::StaffId;
use crate::kernel::{Info, Reach, Refusal, Result, Verb, View};

/// A session as stored.
///
/// # Errors
/// `not_found`.
pub(crate) fn session(sql: &Connection, id: SessionId) -> Result<Session> {
    store::session(sql, id)?.ok_or_else(|| Refusal::not_found("session"))
}

/// The pauses of a session, in order.
pub(crate) fn breaks(sql: &Connection, id: SessionId) -> Result<Vec<Break>> {
    store::breaks(sql, id)
}

/// Who is expected: the roster of the session's date without who was discharged before it, or who was booked.
pub(crate) fn expected(sql: &Connection, session: &Session) -> Result<Vec<ClientId>> {
    store::expected(sql, session)
}

/// How many are expected at each of some sessions of groups, each on its date; none where nobody is. One statement.
///
/// # Errors
/// `trouble` when the store cannot be read.
pub(crate) fn headcounts(sql: &Connection, places: &[Place]) -> Result<HashMap<SessionId, i64>> {
    let mut counts = HashMap::new();
    for (session, _) in store::expected_at(sql, places)? {
        *counts.entry(session).or_default() += 1;
    }
    Ok(counts)
}

/// What a session is called where it may stand beside others: its group, or its kind. Names no client.
///
/// # Errors
/// `not_found`.
pub(super) fn whose_title(sql: &Connection, session: &Session) -> Result<String> {
    match session.of_group {
        Some(id) => Ok(crate::group::group(sql, id)?.name),
        None => Ok(session.kind.label().into()),
    }
}

/// The sessions of some dates, in order of time.
pub(super) fn day(view: &View<'_>, request: SessionDay) -> Result<SessionList> {
    let from = request.on.unwrap_or_else(|| view.today());
    let days = request.days.unwrap_or(1);
    if !(1..=31).contains(&days) {
        return Err(Refusal::field("days", "Choose 1 to 31 days."));
    }
    let until = from.checked_add_days(Days::new(u64::from(days))).unwrap_or(from);
    let sessions = lines(view, (from, until), None, request.whose)?;
    let ahead = plan::ahead(view.today());
    let due = plan::may_plan_ahead(view.actor) && !plan::missing(view.sql, view.zone(), ahead)?.0.is_empty();
    let closed = closed(view, (from, until))?;
    let mut twice = clash::twice(view.sql, (from, until))?;
    twice.retain(|found| sessions.iter().any(|line| line.id == found.session));
    Ok(SessionList { from, until, sessions, twice, closed, plan_ahead_due: due })
}

/// The closed dates among some, each with what its closure did to the weekly times, whoever leads them.
fn closed(view: &View<'_>, (from, until): (NaiveDate, NaiveDate)) -> Result<Vec<ClosedDate>> {
    let mut closed = store::closed(view.sql, from, until)?;
    if !closed.is_empty() {
        let (_, skipped) = plan::missing(view.sql, view.zone(), (from, until))?;
        for date in &mut closed {
            date.left_out = skipped.iter().filter(|place| place.on_date == date.on_date).count();
        }
    }
    Ok(closed)
}

/// One session. Outside the person's reach it is not there.
pub(super) fn get(view: &View<'_>, request: WhichSession) -> Result<SessionAnswer> {
    let line = line(view, request.id)?;
    let breaks = store::breaks(view.sql, request.id)?
        .into_iter()
        .map(|pause| BreakLine { from: pause.from, until: pause.until })
        .collect();
    Ok(SessionAnswer { session: line, breaks })
}

/// One session as its list shows it.
///
/// # Errors
/// `not_found`, also when it is outside the person's reach.
pub(crate) fn line(view: &View<'_>, id: SessionId) -> Result<SessionLine> {
    let on = session(view.sql, id)?.on_date;
    let next = on.checked_add_days(Days::new(1)).unwrap_or(on);
    lines(view, (on, next), Some(id), Whose::Everybody)?
        .into_iter()
        .next()
        .ok_or_else(|| Refusal::not_found("session"))
}

fn lines(
    view: &View<'_>,
    (from, until): (NaiveDate, NaiveDate),
    one: Option<SessionId>,
    whose: Whose,
) -> Result<Vec<SessionLine>> {
    let permits = view.actor.permits(Info::Attendance, Verb::Read);
    let has = |reach: Reach| permits.iter().any(|permit| permit.reach == reach);
    let rights = Rights::of(view);
    let mut statement = view.sql.prepare_cached(include_str!("sql/lines.sql"))?;
    let parameters = named_params! {
        ":from": from, ":until": until, ":one": one, ":me": view.actor.staff, ":today": view.today(),
        ":mine": whose == Whose::Mine, ":everyone": has(Reach::Everyone), ":related": has(Reach::Related),
    };
    let rows = statement.query_map(parameters, |row| line_of(row, &rights))?;
    let mut lines: Vec<SessionLine> = rows.collect::<rusqlite::Result<_>>()?;
    if lines.iter().any(|line| line.group.is_some()) {
        let mut lessons = lesson::lessons(view.sql, view.today(), (from, until))?;
        for line in &mut lines {
            line.lesson = lessons.remove(&line.id);
        }
        let planned = lines.iter().filter(|line| line.state == SessionState::Planned);
        let places: Vec<_> = planned.filter_map(|line| Some((line.id, line.group?, line.on_date))).collect();
        let counts = headcounts(view.sql, &places)?;
        for line in &mut lines {
            line.expected += counts.get(&line.id).copied().unwrap_or_default();
        }
    }
    Ok(lines)
}

/// What the person may do with the sessions of a list.
struct Rights {
    me: StaffId,
    looker: Looker,
    arranges_all: bool,
    arranges_own: bool,
    records_all: bool,
    records_own: bool,
}

impl Rights {
    fn of(view: &View<'_>) -> Self {
        let arranges = view.actor.permits(Info::Identity, Verb::Write);
        let corrects = view.actor.permits(Info::Attendance, Verb::Correct);
        Self {
            me: view.actor.staff,
            looker: Looker::of(view),
            arranges_all: arranges.iter().any(|permit| permit.reach == Reach::Everyone),
            arranges_own: !arranges.is_empty(),
            records_all: corrects.iter().any(|permit| permit.reach == Reach::Everyone),
            records_own: !corrects.is_empty() || view.actor.may(Info::Attendance, Verb::Record),
        }
    }
}

fn line_of(row: &Row<'_>, rights: &Rights) -> rusqlite::Result<SessionLine> {
    let (kind, staff, substitute): (Kind, StaffId, Option<StaffId>) =
        (row.get("kind")?, row.get("staff")?, row.get("substitute")?);
    let (facilitator, co): (Option<StaffId>, Option<StaffId>) = (row.get("facilitator")?, row.get("co_facilitator")?);
    let client: Option<ClientId> = row.get("client")?;
    let leads = facilitator == Some(rights.me) || co == Some(rights.me);
    let mine = leads || staff == rights.me || substitute == Some(rights.me);
    let on_team = client.is_some() && (row.get("on_team")? || row.get("supervises")?);
    let group_name: Option<String> = row.get("group_name")?;
    Ok(SessionLine {
        id: row.get("id")?,
        kind,
        kind_label: kind.label().into(),
        group: row.get("of_group")?,
        title: group_name.unwrap_or_else(|| kind.label().into()),
        client,
        client_name: client.map(|_| shown_in(row, rights.looker)).transpose()?,
        staff,
        staff_name: row.get("staff_name")?,
        substitute,
        substitute_name: row.get("substitute_name")?,
        room: row.get("room")?,
        on_date: row.get("on_date")?,
        starts: row.get("starts")?,
        minutes: row.get("minutes")?,
        starts_at: row.get("starts_at")?,
        ends_at: row.get("ends_at")?,
        began_at: row.get("began_at")?,
        finished_at: row.get("finished_at")?,
        topic: row.get("topic")?,
        lesson: None,
        state: row.get("state")?,
        cancel_reason: row.get("cancel_reason")?,
        recorded_at: row.get("recorded_at")?,
        weekly: row.get("weekly")?,
        late_entry: row.get("late_entry")?,
        mine,
        may_arrange: rights.arranges_all || (rights.arranges_own && (leads || on_team)),
        may_record: rights.records_all || (rights.records_own && mine),
        expected: i64::from(client.is_some()),
        called: row.get("called")?,
        here: row.get("here")?,
        absent: row.get("absent")?,
        notes: row.get("notes")?,
        signed: row.get("signed")?,
        rev: row.get("rev")?,
    })
}
