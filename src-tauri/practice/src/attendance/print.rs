//! One client's attendance and hours on paper. Every number is the ledger's; nothing is added up here.

use chrono::{NaiveDate, NaiveTime};

use super::hours::WeekState;
use super::ipc::{HistoryLine, Hours, PrintAttendance, WhichHours};
use super::{AttendanceState, ledger, queries};
use crate::client::{self, ClientId};
use crate::exit::paper::{
    Block, Section, column, figures, hours, long_day, moment, section, short_day, spoken, spoken_first,
};
use crate::exit::{Paper, Printout};
use crate::kernel::{Check, Info, Result, RowId, Verb, View, Zone};
use crate::workstation::Workstation;

/// The program weeks that a page shows at most: a year.
const WEEKS: u8 = 53;

/// Prints the attendance of a client between two dates.
///
/// # Errors
/// `not_found` out of reach, `invalid` without a reason or with dates that cross; otherwise those of
/// [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintAttendance) -> Result<Printout> {
    let mut check = Check::new();
    let leaving = request.copy.checked(&mut check);
    let crossed = matches!((request.from, request.until), (Some(from), Some(until)) if until < from);
    check.ensure(!crossed, "until", "Choose a last date that is not before the first.");
    check.done()?;
    let holds =
        |on: NaiveDate| request.from.is_none_or(|from| on >= from) && request.until.is_none_or(|until| on <= until);
    let content = desk.look(|view| {
        let paper = Paper {
            heading: "Attendance and hours".into(),
            facts: client::print::subject(view, request.client)?,
            asides: vec![range_words(request.from, request.until)],
            sections: of_chart(view, request.client, holds)?,
            ..Paper::default()
        };
        paper.content(view, &leaving)
    })?;
    leaving.print(desk, ("attendance", "Attendance.pdf"), content, Some(request.client.uuid()))?;
    Ok(Printout { saved: true })
}

/// "From March 1, 2026 to March 31, 2026."
pub(crate) fn range_words(from: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!("From {} to {}.", long_day(from), long_day(until)),
        (Some(from), None) => format!("From {} on.", long_day(from)),
        (None, Some(until)) => format!("To {}.", long_day(until)),
        (None, None) => "Everything that is recorded.".into(),
    }
}

/// Weeks and sessions of a chart on the dates that are wanted.
///
/// # Errors
/// `not_found` or `not_permitted` when the person does not read the attendance of this client.
pub(crate) fn of_chart(view: &View<'_>, client: ClientId, holds: impl Fn(NaiveDate) -> bool) -> Result<Vec<Section>> {
    view.reach(Info::Attendance, Verb::Read, client)?;
    let hours = ledger::hours(view, WhichHours { client, weeks: Some(WEEKS) })?;
    let lines = queries::whole_history(view, client)?;
    Ok(vec![
        section("Hours by program week", vec![weeks(&hours, &holds), Block::Aside { text: RULE.into() }]),
        section("Attendance", vec![sessions(view.zone(), lines.iter().filter(|line| holds(line.on_date)))]),
    ])
}

/// The hours of the weeks that are wanted, without the sessions: as much as somebody outside needs to know of attendance.
///
/// # Errors
/// As [`of_chart`].
pub(crate) fn hours_of(view: &View<'_>, client: ClientId, holds: impl Fn(NaiveDate) -> bool) -> Result<Section> {
    view.reach(Info::Attendance, Verb::Read, client)?;
    let hours = ledger::hours(view, WhichHours { client, weeks: Some(WEEKS) })?;
    Ok(section("Hours by program week", vec![weeks(&hours, &holds), Block::Aside { text: RULE.into() }]))
}

const RULE: &str = "Minutes are the union of attended time, by program week; the weeks of the last year at most. A week in \
                    which a stay begins or ends owes no hours.";

fn weeks(ledger: &Hours, holds: &impl Fn(NaiveDate) -> bool) -> Block {
    let shown = ledger.weeks.iter().rev().filter(|week| {
        let recorded = week.minutes > 0 || week.minimum.is_some();
        recorded && week.days.iter().any(|day| holds(day.on))
    });
    let rows = shown.map(|week| {
        let state = match week.state {
            WeekState::Short => format!("short by {}", hours(week.lacks)),
            WeekState::Reached | WeekState::Running | WeekState::Partial => spoken(week.state.word()),
            WeekState::NotOwed => "no hours owed".into(),
        };
        vec![
            format!("{} to {}", short_day(week.start), short_day(week.last)),
            week.level.clone().unwrap_or_default(),
            hours(week.minutes),
            week.minimum.map(hours).unwrap_or_else(|| "–".into()),
            state,
        ]
    });
    Block::Table {
        columns: vec![
            column("Program week", 7),
            column("Level", 2),
            figures("Attended", 3),
            figures("Required", 3),
            column("State", 5),
        ],
        rows: rows.collect(),
        empty: "No week is recorded.",
    }
}

fn sessions<'a>(zone: Zone, lines: impl DoubleEndedIterator<Item = &'a HistoryLine>) -> Block {
    let rows = lines.rev().map(|line| {
        let attended = &line.attendance;
        let times = match (&attended.arrived, &attended.left) {
            (Some(arrived), Some(left)) => format!("{} to {}", twelve(arrived), twelve(left)),
            _ => String::from("–"),
        };
        vec![
            short_day(line.on_date),
            line.title.clone(),
            presence(zone, line),
            times,
            attended.minutes.to_string(),
            if attended.state == AttendanceState::Absent { "–".into() } else { spoken(attended.place.word()) },
        ]
    });
    Block::Table {
        columns: vec![
            column("Date", 7),
            column("Session", 13),
            column("Attendance", 11),
            column("Times", 11),
            figures("Minutes", 4),
            column("Place", 6),
        ],
        rows: rows.collect(),
        empty: "No session is recorded.",
    }
}

/// "5:30 PM" for "17:30"; what is no time is shown as it is.
fn twelve(time: &str) -> String {
    NaiveTime::parse_from_str(time, "%H:%M")
        .map_or_else(|_| time.to_owned(), |time| time.format("%-I:%M %p").to_string())
}

fn presence(zone: Zone, line: &HistoryLine) -> String {
    let attended = &line.attendance;
    let words = match (attended.state, attended.excused) {
        (AttendanceState::Absent, Some(true)) => "Absent, excused".into(),
        (AttendanceState::Absent, _) => "Absent".into(),
        (AttendanceState::Part, _) => "Part of the session".into(),
        (AttendanceState::Present, _) => spoken_first(attended.state.word()),
    };
    let reason = attended.reason.trim();
    let words = if reason.is_empty() { words } else { format!("{words}: {reason}") };
    match line.entered_at {
        Some(at) => format!("{words} (late entry of {})", moment(zone, at)),
        None => words,
    }
}
