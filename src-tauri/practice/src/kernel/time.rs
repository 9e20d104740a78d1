//! Instants are UTC milliseconds; local dates and wall times belong to the practice's IANA time zone.
//!
//! A wall time in the gap of a daylight-saving change is refused, one in the overlap is the earlier (models.md 1.1).

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

/// An instant: milliseconds since 1970 in UTC.
#[derive(
    Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS,
)]
#[ts(as = "f64")]
pub struct Moment(pub i64);

impl rusqlite::types::ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.0.into())
    }
}

impl rusqlite::types::FromSql for Moment {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

impl Moment {
    /// Whole minutes from `self` to `later`; negative when it is earlier.
    pub fn minutes_to(self, later: Self) -> i64 {
        (later.0 - self.0).div_euclid(60_000)
    }

    /// This instant moved by whole minutes.
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60_000)
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or(DateTime::UNIX_EPOCH)
    }
}

/// Why a wall time names no instant.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct InTheGap;

/// The practice's time zone.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Zone(pub Tz);

impl Zone {
    /// The zone of an IANA name such as `America/New_York`.
    pub fn named(name: &str) -> Option<Self> {
        name.parse().ok().map(Self)
    }

    /// The date on the practice's wall at this instant.
    pub fn date(self, at: Moment) -> NaiveDate {
        at.utc().with_timezone(&self.0).date_naive()
    }

    /// Date and time on the practice's wall at this instant.
    pub fn wall(self, at: Moment) -> NaiveDateTime {
        at.utc().with_timezone(&self.0).naive_local()
    }

    /// The instant of a wall time.
    ///
    /// # Errors
    /// [`InTheGap`] when the clock jumps over this time on this date. In the overlap the earlier instant is meant.
    pub fn moment(self, date: NaiveDate, time: NaiveTime) -> Result<Moment, InTheGap> {
        match self.0.from_local_datetime(&date.and_time(time)) {
            chrono::LocalResult::Single(at) | chrono::LocalResult::Ambiguous(at, _) => {
                Ok(Moment(at.timestamp_millis()))
            }
            chrono::LocalResult::None => Err(InTheGap),
        }
    }

    /// The first instant of a date: midnight, or the end of the gap where midnight does not exist.
    pub fn start_of(self, date: NaiveDate) -> Moment {
        (0..24 * 4)
            .filter_map(|quarter| NaiveTime::from_num_seconds_from_midnight_opt(quarter * 900, 0))
            .find_map(|time| self.moment(date, time).ok())
            .unwrap_or(Moment(date.and_time(NaiveTime::MIN).and_utc().timestamp_millis()))
    }
}

/// A date within a sentence or a line: "Nov 26, 2026". What people read is never in the order of a machine.
pub fn date_words(on: NaiveDate) -> String {
    on.format("%b %-d, %Y").to_string()
}

/// The same where the year is plain: "Nov 26".
pub fn short_date_words(on: NaiveDate) -> String {
    on.format("%b %-d").to_string()
}

/// The first date of the program week that holds `date`.
pub fn week_start(date: NaiveDate, starts_on: Weekday) -> NaiveDate {
    let back = (7 + date.weekday().num_days_from_monday() - starts_on.num_days_from_monday()) % 7;
    date.checked_sub_days(Days::new(u64::from(back))).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn wall_times_around_daylight_saving_changes() {
        let zone = Zone::named("America/New_York").unwrap();
        let at = |day: &str, time: &str| zone.moment(date(day), time.parse().unwrap());
        assert_eq!(at("2026-03-08", "02:30:00"), Err(InTheGap));
        assert_eq!(at("2026-03-08", "03:00:00").unwrap().0 - at("2026-03-08", "01:59:00").unwrap().0, 60_000);
        // 01:30 happens twice on Nov 1; the earlier one is meant, 4 hours behind UTC.
        assert_eq!(zone.wall(at("2026-11-01", "01:30:00").unwrap()).to_string(), "2026-11-01 01:30:00");
        assert_eq!(at("2026-11-01", "02:00:00").unwrap().0 - at("2026-11-01", "01:30:00").unwrap().0, 90 * 60_000);
    }

    #[test]
    fn a_day_without_midnight_still_starts() {
        // Cuba springs forward at midnight.
        let zone = Zone::named("America/Havana").unwrap();
        let start = zone.start_of(date("2026-03-08"));
        assert_eq!(zone.wall(start).to_string(), "2026-03-08 01:00:00");
        assert_eq!(zone.date(Moment(start.0 - 1)), date("2026-03-07"));
    }

    #[test]
    fn a_date_reads_as_people_say_it() {
        for (on, whole, short) in [("2026-11-26", "Nov 26, 2026", "Nov 26"), ("2027-03-04", "Mar 4, 2027", "Mar 4")] {
            assert_eq!((date_words(date(on)).as_str(), short_date_words(date(on)).as_str()), (whole, short));
        }
    }

    #[test]
    fn weeks_start_where_the_practice_says() {
        for (day, starts_on, expected) in [
            ("2026-11-24", Weekday::Sun, "2026-11-22"),
            ("2026-11-24", Weekday::Mon, "2026-11-23"),
            ("2026-11-22", Weekday::Sun, "2026-11-22"),
            ("2026-11-22", Weekday::Mon, "2026-11-16"),
            ("2026-11-21", Weekday::Sat, "2026-11-21"),
        ] {
            assert_eq!(week_start(date(day), starts_on), date(expected), "{day} {starts_on}");
        }
    }
}
