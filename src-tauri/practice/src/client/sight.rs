//! Sight: how much of one chart a person sees, from their roles and from what binds them to the client (models.md 2).
//!
//! Parts a person may not see are absent in an answer, not empty: an empty list would say that there is nothing.

use super::reach::{self, Relation};
use super::{ClientId, Level};
use crate::kernel::permission::Permit;
use crate::kernel::{Actor, Info, Reach, Refusal, Result, Verb, View};

crate::words! {
    /// How much of the name and of the chart is shown.
    pub enum Seen {
        /// Identity and whatever else the roles give.
        Whole = "whole",
        /// First name and initial, and the alerts for the room.
        Room = "room",
        /// What is needed to make sure that this is the person: names and date of birth.
        Check = "check",
    }
}

/// What a person sees of a chart.
pub(super) struct Sight<'a> {
    actor: &'a Actor,
    relation: Relation,
    pub seen: Seen,
    /// The permit that shows the name; the audit names its role.
    pub permit: Permit,
    /// The chart is seen only because the glass is broken.
    pub by_glass: bool,
}

impl<'a> Sight<'a> {
    /// What the person sees of this chart.
    ///
    /// # Errors
    /// `not_found` when that is nothing, or when there is no such client.
    pub fn of(view: &View<'a>, client: ClientId) -> Result<Self> {
        let relation = reach::relation(view.sql, view.actor.staff, client, view.now, view.today())?
            .ok_or_else(|| Refusal::not_found("client"))?;
        let (seen, permit) = seen(view.actor, relation).ok_or_else(|| Refusal::not_found("client"))?;
        let by_glass = seen_without_glass(view.actor, relation) != Some(seen);
        Ok(Self { actor: view.actor, relation, seen, permit, by_glass })
    }

    /// Whether the person may do this with this chart. What hangs on the authorship of a row is not asked here.
    pub fn may(&self, info: Info, verb: Verb) -> bool {
        carried(self.actor, self.relation, info, verb).is_some()
    }

    /// Whether this person may have rows of their own of this kind in this chart. Which row is whose, the slice decides.
    pub fn may_own(&self, info: Info, verb: Verb) -> bool {
        self.actor.permits(info, verb).into_iter().any(|permit| self.relation.carries(permit.reach, verb))
    }

    /// Whether nobody but the care team reaches the chart.
    pub const fn restricted(&self) -> bool {
        self.relation.restricted
    }
}

fn seen(actor: &Actor, relation: Relation) -> Option<(Seen, Permit)> {
    if let Some(permit) = carried(actor, relation, Info::Identity, Verb::Read) {
        return Some((Seen::Whole, permit));
    }
    let permit = carried(actor, relation, Info::Identity, Verb::Glimpse)?;
    let seen = if permit.reach == Reach::Collecting { Seen::Check } else { Seen::Room };
    Some((seen, permit))
}

fn seen_without_glass(actor: &Actor, relation: Relation) -> Option<Seen> {
    seen(actor, Relation { glass: false, ..relation }).map(|(seen, _)| seen)
}

fn carried(actor: &Actor, relation: Relation, info: Info, verb: Verb) -> Option<Permit> {
    actor
        .permits(info, verb)
        .into_iter()
        .filter(|permit| permit.reach != Reach::Own && relation.carries(permit.reach, verb))
        .max_by_key(|permit| permit.reach)
}

/// Where a client stands with the program.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) struct Standing {
    pub admitted_on: Option<chrono::NaiveDate>,
    pub discharged_on: Option<chrono::NaiveDate>,
    pub level: Option<Level>,
}

crate::words! {
    /// Where a client stands with the program.
    pub enum ClientState {
        Active = "active",
        Discharged = "discharged",
        /// Never admitted yet.
        Inquiry = "inquiry",
    }
}

impl Standing {
    /// In one word.
    pub const fn word(self) -> ClientState {
        match (self.admitted_on, self.discharged_on) {
            (None, _) => ClientState::Inquiry,
            (Some(_), None) => ClientState::Active,
            (Some(_), Some(_)) => ClientState::Discharged,
        }
    }
}

/// The week of a stay on a date; the week of the admission is the first.
pub(super) fn week_of(admitted_on: chrono::NaiveDate, on: chrono::NaiveDate) -> i64 {
    (on - admitted_on).num_days().div_euclid(7) + 1
}

/// Whole years from a birth to a date.
pub(super) fn age_on(born_on: chrono::NaiveDate, on: chrono::NaiveDate) -> Option<u32> {
    on.years_since(born_on)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::Role;
    use crate::kernel::actor::StaffId;

    const NONE: Relation = Relation {
        care_team: false,
        supervises: false,
        facilitates: false,
        named: false,
        collecting: false,
        glass: false,
        restricted: false,
    };

    #[test]
    fn each_role_sees_its_own_part() {
        let on_team = Relation { care_team: true, ..NONE };
        let in_group = Relation { facilitates: true, ..NONE };
        let restricted = Relation { restricted: true, ..NONE };
        for (role, relation, expected) in [
            (Role::Counselor, NONE, None),
            (Role::Counselor, on_team, Some(Seen::Whole)),
            (Role::Counselor, Relation { supervises: true, ..NONE }, Some(Seen::Whole)),
            (Role::Counselor, Relation { glass: true, ..NONE }, Some(Seen::Whole)),
            (Role::Counselor, Relation { restricted: true, ..on_team }, Some(Seen::Whole)),
            (Role::Counselor, Relation { restricted: true, supervises: true, ..NONE }, None),
            (Role::Facilitator, NONE, None),
            (Role::Facilitator, in_group, Some(Seen::Room)),
            (Role::Facilitator, Relation { restricted: true, ..in_group }, None),
            (Role::Director, NONE, Some(Seen::Whole)),
            (Role::Director, restricted, None),
            (Role::Director, Relation { glass: true, ..restricted }, Some(Seen::Whole)),
            (Role::FrontDesk, NONE, Some(Seen::Whole)),
            (Role::FrontDesk, restricted, None),
            (Role::Collector, NONE, None),
            (Role::Collector, Relation { collecting: true, ..NONE }, Some(Seen::Check)),
            (Role::MedicalReviewer, NONE, Some(Seen::Whole)),
            (Role::PrivacyOfficer, NONE, Some(Seen::Whole)),
            (Role::Auditor, NONE, None),
            (Role::Auditor, Relation { named: true, ..NONE }, Some(Seen::Whole)),
        ] {
            let actor = Actor { staff: StaffId(uuid::Uuid::nil()), roles: vec![role] };
            assert_eq!(seen(&actor, relation).map(|(seen, _)| seen), expected, "{role:?} {relation:?}");
        }
    }

    #[test]
    fn weeks_and_years_are_counted_as_people_do() {
        let date = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        for (admitted, on, week) in
            [("2026-08-24", "2026-08-24", 1), ("2026-08-24", "2026-08-30", 1), ("2026-08-24", "2026-11-24", 14)]
        {
            assert_eq!(week_of(date(admitted), date(on)), week);
        }
        for (born, on, age) in
            [("1984-03-03", "2026-11-24", 42), ("1984-11-25", "2026-11-24", 41), ("2000-02-29", "2026-02-28", 25)]
        {
            assert_eq!(age_on(date(born), date(on)), Some(age));
        }
    }
}
