//! What the practice is, for every other slice and for the settings screen.

use rusqlite::Connection;

use super::ipc::{Choice, Choices, PracticeAnswer};
use super::{Calendar, Practice, WeekStart, store};
use crate::kernel::{Refusal, Result, View, Zone};

/// The practice's row.
///
/// # Errors
/// `internal` when first run has not written it; no call can be made before.
pub fn row(sql: &Connection) -> Result<Practice> {
    store::practice(sql)?.ok_or_else(|| Refusal::internal("practice"))
}

/// Zone and week.
pub fn calendar(sql: &Connection) -> Result<Calendar> {
    let practice = row(sql)?;
    let zone = Zone::named(&practice.time_zone).ok_or_else(|| Refusal::internal("zone"))?;
    Ok(Calendar { zone, week_start: practice.week_starts_on })
}

pub(super) fn get(view: &View<'_>, _: crate::kernel::router::Nothing) -> Result<PracticeAnswer> {
    Ok(row(view.sql)?.into())
}

/// States and time zones to choose from. Zones of the United States come first.
pub(super) fn choices() -> Choices {
    let states = STATES.iter().map(|(code, name)| Choice { code: (*code).into(), name: (*name).into() }).collect();
    let zones = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    let others = zones.filter(|name| !US_ZONES.contains(name) && name.contains('/') && !name.starts_with("Etc/"));
    let time_zones = US_ZONES.iter().copied().chain(others).map(str::to_owned).collect();
    let week_starts =
        WeekStart::ALL.iter().map(|day| Choice { code: day.word().into(), name: day.label().into() }).collect();
    Choices { states, time_zones, week_starts }
}

/// Whether this is a state or territory we know.
pub(super) fn is_state(code: &str) -> bool {
    STATES.iter().any(|(known, _)| *known == code)
}

const US_ZONES: &[&str] = &[
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Pacific/Guam",
];

const STATES: &[(&str, &str)] = &[
    ("AL", "Alabama"),
    ("AK", "Alaska"),
    ("AZ", "Arizona"),
    ("AR", "Arkansas"),
    ("CA", "California"),
    ("CO", "Colorado"),
    ("CT", "Connecticut"),
    ("DE", "Delaware"),
    ("DC", "District of Columbia"),
    ("FL", "Florida"),
    ("GA", "Georgia"),
    ("GU", "Guam"),
    ("HI", "Hawaii"),
    ("ID", "Idaho"),
    ("IL", "Illinois"),
    ("IN", "Indiana"),
    ("IA", "Iowa"),
    ("KS", "Kansas"),
    ("KY", "Kentucky"),
    ("LA", "Louisiana"),
    ("ME", "Maine"),
    ("MD", "Maryland"),
    ("MA", "Massachusetts"),
    ("MI", "Michigan"),
    ("MN", "Minnesota"),
    ("MS", "Mississippi"),
    ("MO", "Missouri"),
    ("MT", "Montana"),
    ("NE", "Nebraska"),
    ("NV", "Nevada"),
    ("NH", "New Hampshire"),
    ("NJ", "New Jersey"),
    ("NM", "New Mexico"),
    ("NY", "New York"),
    ("NC", "North Carolina"),
    ("ND", "North Dakota"),
    ("OH", "Ohio"),
    ("OK", "Oklahoma"),
    ("OR", "Oregon"),
    ("PA", "Pennsylvania"),
    ("PR", "Puerto Rico"),
    ("RI", "Rhode Island"),
    ("SC", "South Carolina"),
    ("SD", "South Dakota"),
    ("TN", "Tennessee"),
    ("TX", "Texas"),
    ("UT", "Utah"),
    ("VT", "Vermont"),
    ("VI", "Virgin Islands"),
    ("VA", "Virginia"),
    ("WA", "Washington"),
    ("WV", "West Virginia"),
    ("WI", "Wisconsin"),
    ("WY", "Wyoming"),
];
