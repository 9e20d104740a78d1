//! What a tier means as a daily chance, which days may be drawn, and when a step down may be proposed. Pure.

use chrono::{Datelike as _, NaiveDate};

use crate::kernel::refusal::Rule;

/// A whole, in millionths.
const MILLION: i64 = 1_000_000;

/// Why a change of random testing is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum TestingRefusal {
    /// The client has a place in the program already.
    Enrolled,
    /// The place in the program has ended.
    Ended,
    /// The tier belongs to another program, or is the one the client is in.
    OtherTier,
    /// The client is not admitted.
    NotAdmitted,
    /// A pause runs already in that time.
    Paused,
    /// The program takes nobody any more.
    Inactive,
    /// A tier that people are in, or that another steps down to, stays.
    TierStays,
}

impl Rule for TestingRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Enrolled => "testing.enrolled",
            Self::Ended => "testing.ended",
            Self::OtherTier => "testing.other_tier",
            Self::NotAdmitted => "testing.not_admitted",
            Self::Paused => "testing.paused",
            Self::Inactive => "testing.inactive",
            Self::TierStays => "testing.tier_stays",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Enrolled => {
                "This client has a place in this program already. Move them to another tier, or end it first."
            }
            Self::Ended => "This place in the program has ended. Put the client into the program again.",
            Self::OtherTier => "Choose another tier of the same program.",
            Self::NotAdmitted => "Random tests belong to a stay. Admit the client first.",
            Self::Paused => "There is a pause in that time already. End it first, or choose other dates.",
            Self::Inactive => "This program takes nobody any more. Make it active first.",
            Self::TierStays => "A tier that a program had is kept for its history. Leave it in the list.",
        }
        .into()
    }
}

/// The days of a year that a program may draw on: weekdays, less the dates on which nobody can collect.
pub(crate) fn days_a_year(weekdays: &[bool; 7], closed: usize) -> i64 {
    let days = weekdays.iter().filter(|day| **day).count();
    let year = i64::try_from(days * 36_525 / 700).unwrap_or_default();
    (year - i64::try_from(closed).unwrap_or_default()).max(1)
}

/// The chance of a day in millionths: what is expected in a year, spread over its days, and never below the floor.
pub fn chance(per_year: i64, days: i64, floor_millionths: i64) -> i64 {
    let even = (per_year * MILLION + days / 2) / days.max(1);
    even.max(floor_millionths).clamp(1, MILLION)
}

/// In 19 of 20 years the number lies in this range: the mean and twice the standard deviation to each side.
pub fn range(chance_millionths: i64, days: i64) -> (i64, i64) {
    let (chance, days) = (chance_millionths.clamp(0, MILLION), days.max(0));
    let mean = chance * days / MILLION;
    // Twice the deviation is the root of four times the variance.
    let variance = i128::from(chance) * i128::from(MILLION - chance) * i128::from(days) * 4
        / (i128::from(MILLION) * i128::from(MILLION));
    let twice = i64::try_from(variance).unwrap_or(i64::MAX).isqrt();
    ((mean - twice).max(0), (mean + twice).min(days))
}

/// Whether a date may be drawn.
pub(crate) fn allowed(weekdays: &[bool; 7], closed: &[NaiveDate], on: NaiveDate) -> bool {
    let place = usize::try_from(on.weekday().num_days_from_monday()).unwrap_or_default();
    weekdays.get(place).copied().unwrap_or_default() && !closed.contains(&on)
}

/// Colors that cannot be taken for one another on a phone.
const COLORS: [&str; 30] = [
    "amber", "azure", "bronze", "cobalt", "copper", "coral", "emerald", "fern", "gold", "gray", "indigo", "ivory",
    "jade", "lavender", "lilac", "maroon", "mint", "navy", "olive", "orange", "pearl", "pink", "plum", "ruby",
    "sage", "silver", "teal", "violet", "white", "yellow",
];

/// A color that nobody has, the search beginning anywhere; where all are taken, one with a number: "amber 2".
pub(super) fn free_color(from: usize, taken: &[String]) -> String {
    let colors = || (0..COLORS.len()).filter_map(|step| COLORS.get((from + step) % COLORS.len()));
    let round = |number: usize| {
        let called =
            |color: &&'static str| if number == 1 { (*color).to_owned() } else { format!("{color} {number}") };
        colors().map(called).find(|color| !taken.contains(color))
    };
    // Of one round more than there are people in a whole one, some color is free.
    (1..=taken.len() / COLORS.len() + 2).find_map(round).unwrap_or_default()
}

/// What happened in a tier, for the question whether a step down may be proposed.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub struct Stay {
    /// Days in the tier, without those of a pause.
    pub days: i64,
    /// Tests missed, refused or not able to be given.
    pub not_given: i64,
    pub unexpected: i64,
    /// Tests that the program has not spoken of yet.
    pub open: i64,
}

/// Whether a step down may be proposed. A person decides.
pub fn may_step_down(after_days: Option<i64>, stay: Stay) -> bool {
    after_days.is_some_and(|after| stay.days >= after)
        && stay.not_given == 0
        && stay.unexpected == 0
        && stay.open == 0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_tier_is_a_chance_and_a_range() {
        let (every, weekdays) =
            (days_a_year(&[true; 7], 0), days_a_year(&[true, true, true, true, true, false, false], 0));
        assert_eq!((every, weekdays), (365, 260));
        for (per_year, days, floor, expected, range_of) in [
            (52, every, 10_000, 142_466, (39, 65)),
            (36, every, 10_000, 98_630, (24, 46)),
            (24, every, 10_000, 65_753, (14, 32)),
            (18, every, 10_000, 49_315, (9, 25)),
            (12, every, 10_000, 32_877, (6, 18)),
            (52, weekdays, 10_000, 200_000, (40, 64)),
            (1, every, 10_000, 10_000, (0, 6)),
            (366, weekdays, 10_000, 1_000_000, (260, 260)),
        ] {
            let found = chance(per_year, days, floor);
            assert_eq!((found, range(found, days)), (expected, range_of), "{per_year} in {days}");
        }
    }

    #[test]
    fn a_date_is_allowed_by_its_weekday_unless_closed() {
        let closed: NaiveDate = "2026-12-25".parse().unwrap();
        for (date, weekdays, expected) in [
            ("2026-11-24", [true; 7], true),
            ("2026-11-28", [true; 7], true),
            ("2026-11-28", [true, true, true, true, true, false, false], false),
            ("2026-12-25", [true; 7], false),
            ("2026-11-26", [true; 7], true),
        ] {
            assert_eq!(allowed(&weekdays, &[closed], date.parse().unwrap()), expected, "{date}");
        }
    }

    #[test]
    fn a_step_down_needs_the_time_and_nothing_open() {
        let quiet = Stay { days: 180, ..Stay::default() };
        for (after, stay, expected) in [
            (Some(180), quiet, true),
            (Some(181), quiet, false),
            (None, quiet, false),
            (Some(180), Stay { not_given: 1, ..quiet }, false),
            (Some(180), Stay { unexpected: 1, ..quiet }, false),
            (Some(180), Stay { open: 1, ..quiet }, false),
        ] {
            assert_eq!(may_step_down(after, stay), expected, "{after:?} {stay:?}");
        }
    }

    #[test]
    fn a_color_is_taken_by_one() {
        let taken = |count: usize| {
            (0..count).fold(Vec::new(), |mut all: Vec<String>, from| {
                all.push(free_color(from * 7, &all));
                all
            })
        };
        assert_eq!((free_color(0, &[]), free_color(29, &["yellow".into()])), ("amber".into(), "amber".into()));
        assert_eq!(free_color(3, &taken(30)), "cobalt 2");
        let mut many = taken(95);
        many.sort();
        many.dedup();
        assert_eq!(many.len(), 95);
    }

    proptest! {
        #[test]
        fn no_allowed_day_has_a_chance_of_zero(per_year in 0_i64..=366, days in 1_i64..=366, floor in 1..=MILLION) {
            let found = chance(per_year, days, floor);
            prop_assert!(found >= floor && found <= MILLION);
            let (least, most) = range(found, days);
            prop_assert!(0 <= least && least <= most && most <= days);
        }
    }
}
