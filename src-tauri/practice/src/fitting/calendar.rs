//! A client's own calendar, as iCalendar (RFC 5545) and on paper: neutral titles and times, nothing of the program in it.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc, Weekday};
use serde_json::{Value, json};

use super::gather::{self, Taken};
use super::ipc::SaveCalendar;
use crate::attendance::week_of;
use crate::exit::{self, DepartingCalendar, Document, ExitKind};
use crate::kernel::router::Done;
use crate::kernel::{Info, Moment, Result, RowId as _, Verb, View, Zone};
use crate::workstation::Workstation;

/// How many days ahead the calendar reaches.
const AHEAD: Days = Days::new(56);
/// A line may have so many bytes before it is folded.
const LINE: usize = 75;

/// Writes the client's own copy of what is planned for them.
///
/// # Errors
/// As [`exit::leave_calendar`].
pub(super) fn save(desk: &Workstation, request: SaveCalendar) -> Result<Done> {
    let (bytes, today) = desk.look(|view| {
        view.reach(Info::Attendance, Verb::Read, request.client)?;
        Ok((text(&meetings(view, request.client)?, view.now).into_bytes(), view.today()))
    })?;
    let calendar = DepartingCalendar {
        name: format!("Calendar {today}.ics"),
        subject: request.client.uuid(),
        reason: "The client's own calendar".into(),
        bytes,
    };
    exit::leave_calendar(desk, calendar)?;
    Ok(Done {})
}

/// Prints the same as a page for the client's own table: no practice, no group, no name stands on it.
///
/// # Errors
/// As [`exit::leave`].
pub(super) fn print(desk: &Workstation, request: SaveCalendar) -> Result<Done> {
    let content = desk.look(|view| {
        view.reach(Info::Attendance, Verb::Read, request.client)?;
        Ok(page(&meetings(view, request.client)?, view.zone(), view.today(), view.calendar.week_start.weekday()))
    })?;
    let document = Document {
        kind: ExitKind::OwnCopy,
        template: "own-calendar",
        name: "Calendar.pdf".into(),
        content,
        subject: Some(request.client.uuid()),
        reason: "The client's own calendar".into(),
        copies: 1,
    };
    exit::leave(desk, document)?;
    Ok(Done {})
}

/// Weeks with their days, and the times of each day.
fn page(meetings: &[(Moment, Moment)], zone: Zone, today: NaiveDate, starts_on: Weekday) -> Value {
    let clock = |at: Moment| zone.wall(at).format("%-I:%M %p").to_string();
    let mut weeks: BTreeMap<NaiveDate, BTreeMap<NaiveDate, Vec<String>>> = BTreeMap::new();
    for (from, until) in meetings {
        let on = zone.date(*from);
        let days = weeks.entry(week_of(on, starts_on).start).or_default();
        days.entry(on).or_default().push(format!("{} to {}", clock(*from), clock(*until)));
    }
    let weeks = weeks.into_iter().map(|(start, days)| {
        let days = days.into_iter().map(|(on, times)| json!({ "on": on, "times": times }));
        json!({ "from": start, "until": week_of(start, starts_on).last(), "days": days.collect::<Vec<_>>() })
    });
    json!({ "printed_on": today, "weeks": weeks.collect::<Vec<_>>() })
}

/// From and until, in the order of time: groups the client is in, and their appointments.
fn meetings(view: &View<'_>, client: crate::client::ClientId) -> Result<Vec<(Moment, Moment)>> {
    let today = view.today();
    let span = (today, today.checked_add_days(AHEAD).unwrap_or(today));
    let taken = Taken::of(view, client, span)?;
    let groups = gather::choices(view, client, &taken, span)?;
    let own = groups.into_iter().filter(|choice| choice.member).flat_map(|choice| choice.places);
    let mut all: Vec<(Moment, Moment)> = own
        .chain(gather::appointments(view.sql, client, &taken, span)?)
        .filter(|place| place.ends_at > view.now)
        .map(|place| (place.starts_at, place.ends_at))
        .collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The whole file.
fn text(meetings: &[(Moment, Moment)], now: Moment) -> String {
    let mut lines =
        vec!["BEGIN:VCALENDAR".to_owned(), "VERSION:2.0".into(), "PRODID:-//Evenkeel//Calendar//EN".into()];
    for (from, until) in meetings {
        // The same meeting has the same name in every copy, so that a second import adds nothing twice.
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}-{}@appointment.invalid", utc(*from), utc(*until)),
            format!("DTSTAMP:{}", utc(now)),
            format!("DTSTART:{}", utc(*from)),
            format!("DTEND:{}", utc(*until)),
            "SUMMARY:Appointment".into(),
            "CLASS:PRIVATE".into(),
            "END:VEVENT".into(),
        ]);
    }
    lines.push("END:VCALENDAR".into());
    lines.iter().map(|line| folded(line)).collect()
}

/// "20261124T223000Z".
fn utc(at: Moment) -> String {
    DateTime::<Utc>::from_timestamp_millis(at.0).unwrap_or(DateTime::UNIX_EPOCH).format("%Y%m%dT%H%M%SZ").to_string()
}

/// A line with its end, folded so that none is longer than 75 bytes (RFC 5545, 3.1).
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 4);
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_says_when_and_nothing_else() {
        let text = text(&[(Moment(1_795_905_000_000), Moment(1_795_908_600_000))], Moment(1_795_900_000_000));
        assert_eq!(
            text.lines().collect::<Vec<_>>(),
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Evenkeel//Calendar//EN",
                "BEGIN:VEVENT",
                "UID:20261128T223000Z-20261128T233000Z@appointment.invalid",
                "DTSTAMP:20261128T210640Z",
                "DTSTART:20261128T223000Z",
                "DTEND:20261128T233000Z",
                "SUMMARY:Appointment",
                "CLASS:PRIVATE",
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        );
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
    }

    #[test]
    fn no_line_is_longer_than_75_bytes() {
        let long = folded(&"é".repeat(90));
        assert!(long.split("\r\n").all(|line| line.len() <= 75));
        assert_eq!(long.replace("\r\n ", "").trim_end(), "é".repeat(90));
    }
}
