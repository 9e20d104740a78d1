//! The federal holidays of a year, worked out by rule. Pure: no list of dates to go stale.
//!
//! The days themselves stand in 5 U.S.C. 6103(a). One that falls on a Saturday is observed by most federal offices on the
//! Friday before (6103(b)), on a Sunday on the Monday after (Executive Order 11582). A practice decides for itself, so both
//! dates are said and neither is closed before somebody says so.

use chrono::{Datelike as _, NaiveDate, Weekday};

/// A holiday: the day itself, and the day on which it is observed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Holiday {
    pub name: &'static str,
    pub falls_on: NaiveDate,
    pub observed_on: NaiveDate,
}

/// How a holiday finds its date.
#[derive(Copy, Clone, Debug)]
enum Rule {
    /// The same month and day each year.
    Fixed(u32, u32),
    /// The first, second, third or fourth such weekday of a month.
    Nth(u32, Weekday, u8),
    /// The last such weekday of a month with 31 days.
    Last(u32, Weekday),
}

use Rule::{Fixed, Last, Nth};
use Weekday::{Mon, Thu};

const RULES: &[(&str, Rule)] = &[
    ("New Year's Day", Fixed(1, 1)),
    ("Birthday of Martin Luther King, Jr.", Nth(1, Mon, 3)),
    ("Washington's Birthday", Nth(2, Mon, 3)),
    ("Memorial Day", Last(5, Mon)),
    ("Juneteenth National Independence Day", Fixed(6, 19)),
    ("Independence Day", Fixed(7, 4)),
    ("Labor Day", Nth(9, Mon, 1)),
    ("Columbus Day", Nth(10, Mon, 2)),
    ("Veterans Day", Fixed(11, 11)),
    ("Thanksgiving Day", Nth(11, Thu, 4)),
    ("Christmas Day", Fixed(12, 25)),
];

impl Rule {
    fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Nth(month, weekday, nth) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth),
            Last(month, weekday) => {
                let last = NaiveDate::from_ymd_opt(year, month, 31)?;
                let back = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                last.checked_sub_days(chrono::Days::new(u64::from(back)))
            }
        }
    }
}

/// The federal holidays of a year, in order.
pub fn holidays(year: i32) -> Vec<Holiday> {
    RULES
        .iter()
        .filter_map(|(name, rule)| {
            let falls_on = rule.in_year(year)?;
            let observed_on = match falls_on.weekday() {
                Weekday::Sat => falls_on.pred_opt()?,
                Weekday::Sun => falls_on.succ_opt()?,
                _ => falls_on,
            };
            Some(Holiday { name, falls_on, observed_on })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_holidays_of_two_years_fall_where_the_calendar_has_them() {
        for (year, expected) in [
            (2026, "01-01 01-19 02-16 05-25 06-19 07-04 09-07 10-12 11-11 11-26 12-25"),
            (2027, "01-01 01-18 02-15 05-31 06-19 07-04 09-06 10-11 11-11 11-25 12-25"),
        ] {
            let dates: Vec<String> =
                holidays(year).iter().map(|holiday| holiday.falls_on.format("%m-%d").to_string()).collect();
            assert_eq!(dates.join(" "), expected);
        }
    }

    #[test]
    fn a_weekend_moves_what_is_observed() {
        for (year, name, observed) in [
            (2026, "Independence Day", "2026-07-03"),
            (2027, "Independence Day", "2027-07-05"),
            (2028, "New Year's Day", "2027-12-31"),
            (2026, "Thanksgiving Day", "2026-11-26"),
        ] {
            let found = holidays(year).into_iter().find(|holiday| holiday.name == name);
            assert_eq!(found.map(|holiday| holiday.observed_on.to_string()).as_deref(), Some(observed), "{name}");
        }
    }
}
