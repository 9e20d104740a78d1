//! One line of a file, column by column: text, dates, wall times, numbers, words, references.

use std::collections::HashMap;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::files::{Record, Sheet};
use super::reason::Reason;
use crate::kernel::{Moment, Zone};

/// The longest free text: a long note, many times over.
pub(super) const LONGEST_TEXT: usize = 100_000;

/// What the other system calls a row.
pub(super) type External = Box<str>;

/// A line with the meaning of its columns.
pub(super) struct Line<'a> {
    sheet: Sheet,
    record: Record<'a>,
    zone: Zone,
    /// Wall times that fell into a daylight-saving gap and were moved forward.
    pub moved: u64,
}

impl<'a> Line<'a> {
    /// A line of a file.
    ///
    /// # Errors
    /// [`Reason::Width`].
    pub fn of(sheet: Sheet, record: Record<'a>, zone: Zone) -> Result<Self, Reason> {
        if record.fits() { Ok(Self { sheet, record, zone, moved: 0 }) } else { Err(Reason::Width) }
    }

    fn raw(&self, column: &'static str) -> Result<&'a str, Reason> {
        let place = self.sheet.columns().iter().position(|name| *name == column).unwrap_or(usize::MAX);
        let text = std::str::from_utf8(self.record.field(place)).map_err(|_| Reason::NotUtf8(column))?;
        Ok(text.trim())
    }

    /// Its number in the file.
    pub fn number_of_line(&self) -> u64 {
        self.record.line
    }

    /// Text that may be empty.
    pub fn text(&self, column: &'static str, most: usize) -> Result<String, Reason> {
        let text = self.raw(column)?;
        if text.len() > most && text.chars().count() > most {
            return Err(Reason::TooLong(column, most));
        }
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r')) {
            return Err(Reason::Control(column));
        }
        Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() })
    }

    /// Text that must be there.
    pub fn required(&self, column: &'static str, most: usize) -> Result<String, Reason> {
        let text = self.text(column, most)?;
        if text.is_empty() { Err(Reason::Empty(column)) } else { Ok(text) }
    }

    /// The id of this line or of another.
    pub fn external(&self, column: &'static str) -> Result<External, Reason> {
        self.required(column, 100).map(String::into_boxed_str)
    }

    /// A date, when there is one.
    pub fn date(&self, column: &'static str) -> Result<Option<NaiveDate>, Reason> {
        let text = self.raw(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Reason::NotADate(column))?;
        if plausible(date) { Ok(Some(date)) } else { Err(Reason::NotADate(column)) }
    }

    /// A date that must be there.
    pub fn needed_date(&self, column: &'static str) -> Result<NaiveDate, Reason> {
        self.date(column)?.ok_or(Reason::Empty(column))
    }

    /// A time of day.
    pub fn clock(&self, column: &'static str) -> Result<NaiveTime, Reason> {
        let text = self.required(column, 8)?;
        let time =
            NaiveTime::parse_from_str(&text, "%H:%M").or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"));
        time.map_err(|_| Reason::NotATime(column))
    }

    /// A wall time of the practice, when there is one. One in a daylight-saving gap moves forward to where the clock goes
    /// on, since the other system cannot be asked.
    pub fn instant(&mut self, column: &'static str) -> Result<Option<(Moment, NaiveDateTime)>, Reason> {
        let text = self.raw(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        let wall = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|shape| NaiveDateTime::parse_from_str(text, shape).ok())
            .filter(|wall| plausible(wall.date()))
            .ok_or(Reason::NotATime(column))?;
        let (at, wall, moved) = settle(self.zone, wall).ok_or(Reason::NotATime(column))?;
        self.moved += u64::from(moved);
        Ok(Some((at, wall)))
    }

    /// A wall time that must be there.
    pub fn needed_instant(&mut self, column: &'static str) -> Result<(Moment, NaiveDateTime), Reason> {
        self.instant(column)?.ok_or(Reason::Empty(column))
    }

    /// A whole number within bounds, when there is one.
    pub fn number(&self, column: &'static str, least: i64, most: i64) -> Result<Option<i64>, Reason> {
        let text = self.raw(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        number.map(Some).ok_or(Reason::NotANumber(column, least, most))
    }

    /// A whole number that must be there.
    pub fn needed_number(&self, column: &'static str, least: i64, most: i64) -> Result<i64, Reason> {
        self.number(column, least, most)?.ok_or(Reason::Empty(column))
    }

    /// A word that a rule understands.
    pub fn word<T>(
        &self,
        column: &'static str,
        known: &'static str,
        meaning: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T, Reason> {
        meaning(self.raw(column)?).ok_or(Reason::NotAWord(column, known))
    }

    /// What another line's id stands for, when there is one.
    pub fn reference<'m, T>(
        &self,
        column: &'static str,
        noun: &'static str,
        among: &'m HashMap<External, T>,
    ) -> Result<Option<&'m T>, Reason> {
        let text = self.raw(column)?;
        if text.is_empty() {
            return Ok(None);
        }
        among.get(text).map(Some).ok_or(Reason::Unknown(column, noun))
    }

    /// What another line's id stands for; there must be one.
    pub fn needed<'m, T>(
        &self,
        column: &'static str,
        noun: &'static str,
        among: &'m HashMap<External, T>,
    ) -> Result<&'m T, Reason> {
        self.reference(column, noun, among)?.ok_or(Reason::Empty(column))
    }
}

/// Keeps out dates that no clinic ever meant.
fn plausible(date: NaiveDate) -> bool {
    use chrono::Datelike as _;
    (1880..=2200).contains(&date.year())
}

/// The instant of a wall time, and whether it had to move out of a gap.
pub(super) fn settle(zone: Zone, wall: NaiveDateTime) -> Option<(Moment, NaiveDateTime, bool)> {
    if let Ok(at) = zone.moment(wall.date(), wall.time()) {
        return Some((at, wall, false));
    }
    // Gaps are at most a day long and end at a quarter of an hour.
    let day = wall.date().checked_add_days(Days::new(2))?;
    let quarter = chrono::Duration::minutes(15);
    let mut next = wall;
    while next.date() < day {
        next = next.checked_add_signed(quarter)?;
        if zone.moment(next.date(), next.time()).is_ok() {
            let end = end_of_gap(zone, next - quarter, next)?;
            return zone.moment(end.date(), end.time()).ok().map(|at| (at, end, true));
        }
    }
    None
}

/// The first minute that exists after `inside`, which does not, up to `after`, which does.
fn end_of_gap(zone: Zone, inside: NaiveDateTime, after: NaiveDateTime) -> Option<NaiveDateTime> {
    let mut minute = inside;
    while minute < after {
        minute = minute.checked_add_signed(chrono::Duration::minutes(1))?;
        if zone.moment(minute.date(), minute.time()).is_ok() {
            return Some(minute);
        }
    }
    Some(after)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_wall_time_in_the_gap_moves_to_its_end() {
        let zone = Zone::named("America/New_York").unwrap();
        for (wall, expected, moved) in [
            ("2026-03-08T01:59:00", "2026-03-08 01:59:00", false),
            ("2026-03-08T02:00:00", "2026-03-08 03:00:00", true),
            ("2026-03-08T02:30:00", "2026-03-08 03:00:00", true),
            ("2026-03-08T02:59:59", "2026-03-08 03:00:00", true),
            ("2026-03-08T03:00:00", "2026-03-08 03:00:00", false),
        ] {
            let (at, settled, was_moved) = settle(zone, wall.parse().unwrap()).unwrap();
            assert_eq!(zone.wall(at), settled, "{wall}");
            let close = settled.signed_duration_since(expected.replace(' ', "T").parse().unwrap());
            assert!(close < chrono::Duration::minutes(1), "{wall}: {settled}");
            assert_eq!(was_moved, moved, "{wall}");
        }
    }
}
