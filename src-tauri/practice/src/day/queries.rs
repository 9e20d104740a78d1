//! What is to be done, part by part: one query each, none per line.

use chrono::{Days, NaiveDate};
use rusqlite::{Row, Statement, ToSql, named_params};

use super::ipc::{
    ConsentEnding, Day, DayAbsence, DaySession, GlassBroken, LicenseEnding, PlanDue, SessionToNote, SessionToRecord,
    UnknownToName,
};
use crate::arrival;
use crate::client::number_words;
use crate::discharge;
use crate::disclosure;
use crate::follow_up;
use crate::group::GroupId;
use crate::inquiry;
use crate::instrument;
use crate::intake;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Moment, Reach, Result, Verb, View};
use crate::note::ipc::NoteTask;
use crate::note::{self, ClientFacts, NoteKind, NoteState, Seer};
use crate::plan::PlanNeed;
use crate::practice::policy;
use crate::session::{self, SessionId};

/// Days for which an absence is shown.
const ABSENCE_DAYS: u64 = 14;
/// Days before a plan's review when it is shown.
const PLAN_WARN_DAYS: u64 = 7;
/// Days before a license ends when it is shown.
const LICENSE_WARN_DAYS: u64 = 60;
/// Milliseconds for which broken glass stays on the page.
const GLASS_MS: i64 = 36 * 60 * 60 * 1000;

/// My day.
pub(super) fn mine(view: &View<'_>, _: Nothing) -> Result<Day> {
    Ok(day(view)?.0)
}

/// My day, and beside it the person's drafts that are part of a line of their group.
pub(super) fn day(view: &View<'_>) -> Result<(Day, Vec<NoteTask>)> {
    let reads = |info| view.actor.may(info, Verb::Read);
    let everybodys = view.actor.permit(Info::Attendance, Verb::CheckIn).is_ok();
    let writes_notes = view.actor.may(Info::Notes, Verb::Write);
    let seer = Seer::of(view)?;
    let hours = policy::whole_on(view.sql, policy::NOTE_DUE, view.today())?;
    let notes = if writes_notes { note::mine(view, Nothing {})? } else { Vec::new() };
    let (alone, of_groups) = notes.into_iter().partition(stands_alone);
    let day = Day {
        today: view.today(),
        alerts: reads(Info::Notes).then(|| instrument::alerts(view, Nothing {})).transpose()?,
        note_due_hours: hours,
        sessions: reads(Info::Attendance).then(|| sessions(view, &seer, everybodys)).transpose()?,
        everybodys,
        to_record: reads(Info::Attendance).then(|| to_record(view, &seer, everybodys)).transpose()?,
        to_note: writes_notes.then(|| to_note(view, &seer, hours)).transpose()?,
        unknown: reads(Info::Attendance).then(|| unknown(view)).transpose()?,
        absences: reads(Info::Attendance).then(|| absences(view, &seer)).transpose()?,
        notes: writes_notes.then_some(alone),
        cosign: reads(Info::Notes).then(|| note::cosign_queue(view, Nothing {})).transpose()?,
        plans: reads(Info::Plan).then(|| plans(view, &seer)).transpose()?,
        summaries: view.actor.may(Info::Plan, Verb::Write).then(|| discharge::owed(view)).transpose()?,
        consents: reads(Info::Consents).then(|| consents(view, &seer)).transpose()?,
        inquiries: view.actor.may(Info::Identity, Verb::Write).then(|| inquiry::to_answer(view)).transpose()?,
        follow_ups: view.actor.may(Info::DrugTests, Verb::Interpret).then(|| follow_up::due(view)).transpose()?,
        reports: view.actor.may(Info::Consents, Verb::Release).then(|| disclosure::reports(view)).transpose()?,
        packets: view.actor.may(Info::Identity, Verb::Write).then(|| intake::red(view)).transpose()?,
        licenses: reads(Info::Staff).then(|| licenses(view)).transpose()?,
        glass: watches(view).then(|| glass(view)).transpose()?,
    };
    Ok((day, of_groups))
}

/// Drafts of a group are one line of their session; what came back stands for itself.
fn stands_alone(task: &NoteTask) -> bool {
    task.kind != NoteKind::Group || task.state == NoteState::Returned
}

/// Who is shown broken glass: those whose audit is everybody's.
fn watches(view: &View<'_>) -> bool {
    view.actor.permit(Info::Audit, Verb::Read).is_ok_and(|permit| permit.reach == Reach::Everyone)
}

fn all<T>(
    statement: &mut Statement<'_>,
    parameters: &[(&str, &dyn ToSql)],
    of: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let rows = statement.query_map(parameters, of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn sessions(view: &View<'_>, seer: &Seer, everybodys: bool) -> Result<Vec<DaySession>> {
    let mut calls = arrival::calls(view)?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/sessions.sql"))?;
    let parameters = named_params! { ":me": view.actor.staff, ":today": view.today(), ":everybodys": everybodys };
    let mut places = Vec::new();
    let mut sessions = all(&mut statement, parameters, |row| {
        let (id, recorded, of_group): (SessionId, bool, Option<GroupId>) =
            (row.get("id")?, row.get("recorded")?, row.get("of_group")?);
        places.extend(of_group.filter(|_| !recorded).map(|group| (id, group, view.today())));
        Ok(DaySession {
            id,
            title: row.get("title")?,
            is_group: of_group.is_some(),
            client: whose(row, seer)?,
            leader: row.get("leader")?,
            starts_at: row.get("starts_at")?,
            ends_at: row.get("ends_at")?,
            room: row.get("room")?,
            recorded,
            people: row.get("people")?,
            called: calls.remove(&id).unwrap_or_default(),
            note: row.get("note")?,
            signed: row.get("signed")?,
        })
    })?;
    let counts = session::headcounts(view.sql, &places)?;
    for session in &mut sessions {
        session.people += counts.get(&session.id).copied().unwrap_or_default();
    }
    Ok(sessions)
}

fn whose(row: &Row<'_>, seer: &Seer) -> rusqlite::Result<Option<note::ipc::NoteClient>> {
    match row.get_ref("number")? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => Ok(Some(seer.line(&ClientFacts::of(row)?))),
    }
}

fn to_record(view: &View<'_>, seer: &Seer, everybodys: bool) -> Result<Vec<SessionToRecord>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/to_record.sql"))?;
    let parameters = named_params! {
        ":me": view.actor.staff, ":today": view.today(), ":since": before(view.today(), 14), ":now": view.now,
        ":everybodys": everybodys,
    };
    all(&mut statement, parameters, |row| {
        Ok(SessionToRecord {
            id: row.get("id")?,
            title: row.get("title")?,
            client: whose(row, seer)?,
            on: row.get("on_date")?,
            starts_at: row.get("starts_at")?,
        })
    })
}

/// Who waits to be named: in one's own sessions, and for who corrects everybody's attendance, in all.
fn unknown(view: &View<'_>) -> Result<Vec<UnknownToName>> {
    let everybodys =
        view.actor.permit(Info::Attendance, Verb::Correct).is_ok_and(|permit| permit.reach == Reach::Everyone);
    let mut statement = view.sql.prepare_cached(include_str!("sql/unknown.sql"))?;
    let parameters = named_params! { ":me": view.actor.staff, ":everybodys": everybodys };
    all(&mut statement, parameters, |row| {
        Ok(UnknownToName {
            id: row.get("id")?,
            rev: row.get("rev")?,
            called: row.get("called")?,
            session: row.get("session")?,
            title: row.get("title")?,
            on: row.get("on_date")?,
        })
    })
}

/// Clients of the person's own who were absent from signed sessions of the last two weeks. What ends a line: a make-up that is
/// booked or recorded, or a note of the counselor's own about what came after.
fn absences(view: &View<'_>, seer: &Seer) -> Result<Vec<DayAbsence>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/absences.sql"))?;
    let mut rows = statement.query(named_params! {
        ":me": view.actor.staff, ":today": view.today(), ":since": before(view.today(), ABSENCE_DAYS),
    })?;
    let mut absences: Vec<DayAbsence> = Vec::new();
    while let Some(row) = rows.next()? {
        let (client, on): (_, NaiveDate) = (seer.line(&ClientFacts::of(row)?), row.get("on_date")?);
        let title = row.get("title")?;
        match absences.last_mut() {
            Some(last) if last.client.id == client.id && last.on == on => last.missed.push(title),
            _ => absences.push(DayAbsence {
                client,
                on,
                missed: vec![title],
                excused: row.get::<_, Option<bool>>("excused")?.unwrap_or(false),
                reason: row.get("reason")?,
            }),
        }
    }
    Ok(absences)
}

fn to_note(view: &View<'_>, seer: &Seer, hours: i64) -> Result<Vec<SessionToNote>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/to_note.sql"))?;
    let parameters = named_params! {
        ":me": view.actor.staff, ":today": view.today(), ":since": before(view.today(), 60),
    };
    all(&mut statement, parameters, |row| {
        let end: Moment = row.get("ends_at")?;
        let due_at = end.plus_minutes(hours * 60);
        Ok(SessionToNote {
            id: row.get("id")?,
            title: row.get("title")?,
            is_group: row.get("is_group")?,
            client: whose(row, seer)?,
            on: row.get("on_date")?,
            starts_at: row.get("starts_at")?,
            people: row.get("people")?,
            signed: row.get("signed")?,
            due_at,
            overdue: due_at < view.now,
        })
    })
}

fn plans(view: &View<'_>, seer: &Seer) -> Result<Vec<PlanDue>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/plans.sql"))?;
    let first = policy::whole_on(view.sql, policy::PLAN_FIRST, view.today())?;
    let directs = view.actor.permit(Info::Plan, Verb::Approve).is_ok_and(|permit| permit.reach == Reach::Everyone);
    let parameters = named_params! {
        ":me": view.actor.staff, ":today": view.today(), ":until": after(view.today(), PLAN_WARN_DAYS),
        ":first": format!("+{first} days"), ":directs": directs,
    };
    all(&mut statement, parameters, |row| {
        let due_on: Option<NaiveDate> = row.get("due_on")?;
        let need: PlanNeed = row.get("need")?;
        Ok(PlanDue {
            client: seer.line(&ClientFacts::of(row)?),
            need,
            due_on,
            since: row.get("since")?,
            words: row.get("words")?,
            overdue: need == PlanNeed::Returned || due_on.is_some_and(|due| due < view.today()),
        })
    })
}

fn consents(view: &View<'_>, seer: &Seer) -> Result<Vec<ConsentEnding>> {
    let days = policy::whole_on(view.sql, policy::CONSENT_WARN, view.today())?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/consents.sql"))?;
    let parameters = named_params! {
        ":me": view.actor.staff, ":today": view.today(),
        ":until": after(view.today(), u64::try_from(days).unwrap_or_default()),
    };
    all(&mut statement, parameters, |row| {
        Ok(ConsentEnding {
            client: seer.line(&ClientFacts::of(row)?),
            kind: row.get("kind")?,
            recipient: row.get("recipient")?,
            expires_on: row.get("expires_on")?,
        })
    })
}

fn licenses(view: &View<'_>) -> Result<Vec<LicenseEnding>> {
    let mut statement = view.sql.prepare_cached(
        "select staff.id, staff.given_name || ' ' || staff.family_name as name, credential.label, credential.expires_on
         from credential
         join staff on staff.id = credential.staff and staff.active = 1
         where credential.voided_at is null and credential.expires_on <= :until
         order by credential.expires_on, name
         limit 50",
    )?;
    let parameters = named_params! { ":until": after(view.today(), LICENSE_WARN_DAYS) };
    all(&mut statement, parameters, |row| {
        let expires_on: NaiveDate = row.get("expires_on")?;
        Ok(LicenseEnding {
            staff: row.get("id")?,
            name: row.get("name")?,
            label: row.get("label")?,
            expires_on,
            expired: expires_on < view.today(),
        })
    })
}

fn glass(view: &View<'_>) -> Result<Vec<GlassBroken>> {
    let mut statement = view.sql.prepare_cached(
        "select staff.given_name || ' ' || staff.family_name as name, break_glass.client, client.number,
                break_glass.reason, break_glass.at
         from break_glass
         join staff on staff.id = break_glass.staff
         join client on client.id = break_glass.client
         where break_glass.seen_at is null and break_glass.at >= :since
         order by break_glass.at desc
         limit 50",
    )?;
    all(&mut statement, named_params! { ":since": view.now.0 - GLASS_MS }, |row| {
        Ok(GlassBroken {
            by: row.get(0)?,
            client: row.get(1)?,
            number: number_words(row.get(2)?),
            reason: row.get(3)?,
            at: row.get(4)?,
        })
    })
}

fn before(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(date)
}

fn after(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}
