//! What may and may not be done to a client's record. Pure: no SQL, no clock.

use chrono::NaiveDate;

use super::{CarePart, Level};
use crate::kernel::Check;
use crate::kernel::Role;
use crate::kernel::refusal::Rule;

/// Why a change of a client's record is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum ClientRefusal {
    /// Only a counselor or a director is on a care team.
    NotClinical,
    /// The person is on the care team in that part already.
    OnTeamAlready,
    /// Nobody but a director puts themselves on the care team of a client they have nothing to do with.
    Yourself,
    /// A restricted chart that names nobody could be opened by nobody.
    LastOnRestricted,
    /// The place on the care team has ended.
    OffTeamAlready,
    /// A chart without a care team cannot be restricted.
    NoTeam,
    /// The client has an open episode.
    StillAdmitted,
    /// The admission lies before the end of an earlier episode.
    InsideEarlier,
    /// An inquiry of the client waits for its next step, which an admission is.
    InquiryOpen,
    /// The episode has ended.
    EpisodeEnded,
    /// The episode is open.
    EpisodeOpen,
    /// The level is the one the client has.
    SameLevel,
    /// What was recorded for this client points at it.
    HasRecords,
    /// The row was taken back.
    TakenBack,
    /// The row stands.
    Stands,
    /// The chart is within reach without breaking the glass.
    WithinReach,
    /// This role never breaks the glass.
    GlassNotForRole,
    /// Somebody else must look at one's own opening.
    OwnGlass,
    /// Charts are named for auditors only; others have a reach of their own.
    NotAnAuditor,
    /// The auditor reads the chart already.
    NamedAlready,
}

impl Rule for ClientRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::NotClinical => "client.not_clinical",
            Self::OnTeamAlready => "client.on_team_already",
            Self::Yourself => "client.yourself",
            Self::LastOnRestricted => "client.last_on_restricted",
            Self::OffTeamAlready => "client.off_team_already",
            Self::NoTeam => "client.no_team",
            Self::StillAdmitted => "client.still_admitted",
            Self::InsideEarlier => "client.inside_earlier",
            Self::InquiryOpen => "client.inquiry_open",
            Self::EpisodeEnded => "client.episode_ended",
            Self::EpisodeOpen => "client.episode_open",
            Self::SameLevel => "client.same_level",
            Self::HasRecords => "client.has_records",
            Self::TakenBack => "client.taken_back",
            Self::Stands => "client.stands",
            Self::WithinReach => "client.within_reach",
            Self::GlassNotForRole => "client.glass_not_for_role",
            Self::OwnGlass => "client.own_glass",
            Self::NotAnAuditor => "client.not_an_auditor",
            Self::NamedAlready => "client.named_already",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotClinical => "Only an active counselor or director can be on a care team. Choose one of them.",
            Self::OnTeamAlready => "This person is on the care team already. Change that line instead.",
            Self::Yourself => "You cannot put yourself on this care team. Ask a director.",
            Self::LastOnRestricted => {
                "This chart is restricted, and this is the last person who can open it. Name somebody else first."
            }
            Self::OffTeamAlready => "This person is not on the care team any more.",
            Self::NoTeam => "Nobody is on the care team, so nobody could open the chart. Name somebody first.",
            Self::StillAdmitted => "This client is admitted now. Discharge this stay first, then begin a new one.",
            Self::InsideEarlier => "An earlier stay was not over on that date. Choose the day of its end or a later one.",
            Self::InquiryOpen => "An inquiry of this client is open. Admit them from it, so that it ends with the admission.",
            Self::EpisodeEnded => "This stay has ended. Begin a new one, or reopen it first.",
            Self::EpisodeOpen => "This stay is open already.",
            Self::SameLevel => "This is the level the client has on that date. Choose another.",
            Self::HasRecords => {
                "Sessions, notes, tests, plans or consents belong to this. It stays; correct them where they are."
            }
            Self::TakenBack => "This was taken back. Add it anew.",
            Self::Stands => "This was not taken back.",
            Self::WithinReach => "You can open this chart without breaking the glass. Find it with Ctrl+O.",
            Self::GlassNotForRole => {
                "Only a counselor, facilitator, director or medical reviewer can open a chart in an emergency. Ask a director."
            }
            Self::NotAnAuditor => "This person is not an auditor. Give them that role first, or put them on the care team.",
            Self::NamedAlready => "This chart is named for them already. End that first to choose another day.",
            Self::OwnGlass => "This was your own opening. Another director or the privacy officer looks at it.",
        }
        .into()
    }
}

/// Whether a person of these roles belongs on a care team.
///
/// # Errors
/// [`ClientRefusal::NotClinical`].
pub(super) fn may_care(active: Active, roles: &[Role]) -> Result<(), ClientRefusal> {
    let clinical = roles.iter().any(|role| matches!(role, Role::Counselor | Role::Director));
    if active == Active::Yes && clinical { Ok(()) } else { Err(ClientRefusal::NotClinical) }
}

/// Whether somebody may sign in.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Active {
    Yes,
    No,
}

/// The dates of a place on a care team.
pub(super) fn check_place(check: &mut Check, part: CarePart, starts_on: NaiveDate, ends_on: Option<NaiveDate>) {
    check.ensure(
        part != CarePart::Covers || ends_on.is_some(),
        "ends_on",
        "Say until when the colleague covers. It can be changed later.",
    );
    check.ensure(ends_on.is_none_or(|end| end >= starts_on), "ends_on", "Choose the first day or a later one.");
}

/// One stay, as rules see it.
#[derive(Copy, Clone, Debug)]
pub(super) struct Stay {
    pub admitted_on: NaiveDate,
    pub discharged_on: Option<NaiveDate>,
}

/// Whether a client with these earlier stays may be admitted on a date.
///
/// # Errors
/// [`ClientRefusal::StillAdmitted`] and [`ClientRefusal::InsideEarlier`]. The day of a discharge may be the day of a return.
pub(super) fn may_admit(stays: &[Stay], on: NaiveDate) -> Result<(), ClientRefusal> {
    if stays.iter().any(|stay| stay.discharged_on.is_none()) {
        return Err(ClientRefusal::StillAdmitted);
    }
    if stays.iter().any(|stay| stay.discharged_on.is_some_and(|end| end > on)) {
        return Err(ClientRefusal::InsideEarlier);
    }
    Ok(())
}

/// Whether a level of care may begin on a date, given the levels of the episode in the order of their dates.
///
/// # Errors
/// [`ClientRefusal::SameLevel`] when the client has this level on that date, or gets it next.
pub(super) fn may_change_level(
    levels: &[(NaiveDate, Level)],
    on: NaiveDate,
    level: Level,
) -> Result<(), ClientRefusal> {
    let before = levels.iter().rfind(|(from, _)| *from < on);
    let after = levels.iter().find(|(from, _)| *from >= on);
    let same = |place: Option<&(NaiveDate, Level)>| place.is_some_and(|(_, other)| *other == level);
    if same(before) || same(after) { Err(ClientRefusal::SameLevel) } else { Ok(()) }
}

/// The days in a program that a practice looks back from.
pub(super) const MILESTONES: [i64; 4] = [7, 30, 60, 90];

/// Which day of the stay a date is: the day of admission is day 1.
pub(crate) fn day_of_stay(admitted_on: NaiveDate, on: NaiveDate) -> i64 {
    (on - admitted_on).num_days() + 1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn stay(from: &str, until: Option<&str>) -> Stay {
        Stay { admitted_on: date(from), discharged_on: until.map(date) }
    }

    #[test]
    fn a_return_begins_when_the_earlier_stay_is_over() {
        use ClientRefusal::{InsideEarlier, StillAdmitted};
        for (stays, on, expected) in [
            (vec![], "2026-11-24", Ok(())),
            (vec![stay("2026-01-05", Some("2026-03-01"))], "2026-11-24", Ok(())),
            (vec![stay("2026-01-05", Some("2026-03-01"))], "2026-03-01", Ok(())),
            (vec![stay("2026-01-05", Some("2026-03-01"))], "2026-02-28", Err(InsideEarlier)),
            (
                vec![stay("2026-01-05", Some("2026-03-01")), stay("2026-04-01", None)],
                "2026-11-24",
                Err(StillAdmitted),
            ),
        ] {
            assert_eq!(may_admit(&stays, date(on)), expected, "{on}");
        }
    }

    #[test]
    fn a_level_changes_only_to_another() {
        let levels = [(date("2026-08-24"), Level::L25), (date("2026-10-01"), Level::L21)];
        for (on, level, expected) in [
            ("2026-11-24", Level::L10, Ok(())),
            ("2026-11-24", Level::L21, Err(ClientRefusal::SameLevel)),
            ("2026-09-15", Level::L25, Err(ClientRefusal::SameLevel)),
            ("2026-09-15", Level::L21, Err(ClientRefusal::SameLevel)),
            ("2026-09-15", Level::L27, Ok(())),
            ("2026-10-01", Level::L21, Err(ClientRefusal::SameLevel)),
        ] {
            assert_eq!(may_change_level(&levels, date(on), level), expected, "{on} {level:?}");
        }
    }

    #[test]
    fn who_may_be_on_a_care_team() {
        for (active, roles, expected) in [
            (Active::Yes, vec![Role::Counselor], true),
            (Active::Yes, vec![Role::Facilitator, Role::Director], true),
            (Active::No, vec![Role::Counselor], false),
            (Active::Yes, vec![Role::Facilitator, Role::FrontDesk], false),
            (Active::Yes, vec![], false),
        ] {
            assert_eq!(may_care(active, &roles).is_ok(), expected, "{roles:?}");
        }
    }

    #[test]
    fn the_day_of_admission_is_the_first() {
        let date = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (admitted, on, expected) in [
            ("2026-11-24", "2026-11-24", 1),
            ("2026-11-18", "2026-11-24", 7),
            ("2026-02-28", "2026-03-01", 2),
            ("2028-02-28", "2028-03-01", 3),
            ("2026-08-27", "2026-11-24", 90),
        ] {
            assert_eq!(day_of_stay(date(admitted), date(on)), expected, "{admitted} {on}");
        }
    }
}
