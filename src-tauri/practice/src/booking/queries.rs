//! What a client missed, and where it can be made up.

use chrono::{Days, NaiveDate};
use rusqlite::{Row, named_params};

use super::ipc::{BookedLine, BookingChoice, Missed, MissedLine, WhichMissed, WhoseMissed};
use super::store;
use crate::attendance::{Week, week_of};
use crate::kernel::{Info, Moment, Refusal, Result, Verb, View, Zone};
use crate::session::Kind;

/// What was missed longer ago is not made up any more, but stands in the history.
const BACK: Days = Days::new(42);
/// How far ahead a make-up is offered.
const AHEAD: Days = Days::new(15);

fn title(row: &Row<'_>, kind: &str, group: &str) -> rusqlite::Result<String> {
    let (kind, group): (Kind, Option<String>) = (row.get(kind)?, row.get(group)?);
    Ok(group.unwrap_or_else(|| kind.label().into()))
}

/// What a client missed in the last six weeks. One statement.
pub(super) fn of_client(view: &View<'_>, request: WhoseMissed) -> Result<Missed> {
    view.reach(Info::Attendance, Verb::Read, request.client)?;
    let since = view.today().checked_sub_days(BACK).unwrap_or_else(|| view.today());
    let mut statement = view.sql.prepare_cached(include_str!("sql/missed.sql"))?;
    let rows = statement.query_map(named_params! { ":client": request.client, ":since": since }, |row| {
        let booking: Option<super::BookingId> = row.get("booking")?;
        let booking = match booking {
            None => None,
            Some(id) => Some(BookedLine {
                id,
                session: row.get("booked_session")?,
                title: title(row, "booked_kind", "booked_group")?,
                on_date: row.get("booked_on")?,
                starts: row.get("booked_starts")?,
                minutes: row.get("booked_minutes")?,
                rev: row.get("booking_rev")?,
            }),
        };
        let excused: Option<bool> = row.get("excused")?;
        Ok(MissedLine {
            attendance: row.get("id")?,
            session: row.get("session")?,
            title: title(row, "kind", "group_name")?,
            on_date: row.get("on_date")?,
            starts: row.get("starts")?,
            minutes: row.get("minutes")?,
            excused: excused.unwrap_or(false),
            reason: row.get("reason")?,
            made_up_on: row.get("made_up_on")?,
            booking,
        })
    })?;
    let may_book = view.reach(Info::Identity, Verb::Write, request.client).is_ok();
    Ok(Missed { missed: rows.collect::<rusqlite::Result<_>>()?, since, may_book })
}

/// Sessions of groups in the coming two weeks in which a missed one can be made up: groups of the same type first, then by
/// time. The client is expected at none of them.
pub(super) fn choices(view: &View<'_>, request: WhichMissed) -> Result<Vec<BookingChoice>> {
    let missed = store::missed(view.sql, request.attendance)?.ok_or_else(|| Refusal::not_found("attendance"))?;
    view.reach(Info::Attendance, Verb::Read, missed.client).map_err(|_| Refusal::not_found("attendance"))?;
    let today = view.today();
    let until = today.checked_add_days(AHEAD).unwrap_or(today);
    let busy = store::busy(view.sql, missed.client, (today, until))?;
    let week = week_of(missed.on_date, view.calendar.week_start.weekday());
    let mut statement = view.sql.prepare_cached(include_str!("sql/choices.sql"))?;
    let parameters = named_params! {
        ":client": missed.client, ":missed": missed.session, ":from": today, ":until": until, ":now": view.now,
    };
    let rows = statement.query_map(parameters, |row| choice_of(row, view.zone(), week, &busy))?;
    let mut choices: Vec<BookingChoice> = rows.collect::<rusqlite::Result<_>>()?;
    choices.sort_by_key(|choice| (!choice.alike, !choice.same_week, !choice.clashes.is_empty()));
    Ok(choices)
}

fn choice_of(row: &Row<'_>, zone: Zone, week: Week, busy: &[store::Busy]) -> rusqlite::Result<BookingChoice> {
    let (starts_at, ends_at): (Moment, Moment) = (row.get("starts_at")?, row.get("ends_at")?);
    let on_date: NaiveDate = row.get("on_date")?;
    let clashes =
        busy.iter().filter(|other| other.meets(starts_at, ends_at)).map(|other| other.words(zone)).collect();
    Ok(BookingChoice {
        session: row.get("id")?,
        title: row.get("title")?,
        type_label: row.get("type_label")?,
        on_date,
        starts: row.get("starts")?,
        minutes: row.get("minutes")?,
        room: row.get("room")?,
        expected: row.get("expected")?,
        capacity: row.get("capacity")?,
        alike: row.get("alike")?,
        same_week: week.start <= on_date && on_date < week.until,
        clashes,
    })
}
