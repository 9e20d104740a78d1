//! Random testing: programs with tiers, who is enrolled, pauses.
//!
//! What must hold: a tier is a chance, never a quota, and no allowed day has a chance of zero; a change of tier or a pause
//! keeps what was before; a step down is proposed by the program and decided by a person. A client who is away with a
//! place that collects there stays in the draw: a journey is no safe time. Deliberately absent: the draw itself.

pub mod ipc;
mod ops;
mod queries;
pub mod rules;
mod sight;
mod store;

use chrono::{NaiveDate, NaiveTime};

use crate::client::ClientId;
use crate::drug_test::{Method, Specimen};

pub use rules::TestingRefusal;
pub(crate) use sight::Sight;
pub(crate) use store::{pool, program, programs};

crate::ids! {
    /// A testing program.
    TestingProgramId,
    /// A tier of it.
    TierId,
    /// One stay of a client in one tier.
    EnrollmentId,
    /// A pause.
    PauseId
}

crate::words! {
    /// Why somebody is not drawn for a while.
    pub enum PauseKind {
        Vacation = "vacation",
        Hospital = "hospital",
        Other = "other",
    }
}

crate::words! {
    /// How somebody stands in a pool.
    pub enum Standing {
        /// In the draw.
        Enrolled = "enrolled",
        /// Away, and in the draw: another place collects.
        Covered = "covered",
        Away = "away",
        Hospital = "hospital",
        Paused = "paused",
        Discharged = "discharged",
    }
}

impl Standing {
    /// Whether somebody who stands so is in the draw.
    pub const fn drawn(self) -> bool {
        matches!(self, Self::Enrolled | Self::Covered)
    }

    /// How somebody stands: by the stay, then by the pause that runs.
    pub(crate) const fn of(admitted: bool, pause: Option<PauseKind>, has_site: bool) -> Self {
        match (admitted, pause) {
            (false, _) => Self::Discharged,
            (true, None) => Self::Enrolled,
            (true, Some(PauseKind::Vacation)) if has_site => Self::Covered,
            (true, Some(PauseKind::Vacation)) => Self::Away,
            (true, Some(PauseKind::Hospital)) => Self::Hospital,
            (true, Some(PauseKind::Other)) => Self::Paused,
        }
    }
}

crate::words! {
    /// What the line says of those who are selected.
    pub enum LineSays {
        /// Somebody answers and tells each caller.
        Names = "names",
        /// A recorded line says numbers of four digits.
        Codes = "codes",
        /// A recorded line says colors.
        Colors = "colors",
    }
}

impl LineSays {
    const fn of(by_code: bool, by_color: bool) -> Self {
        match (by_code, by_color) {
            (_, true) => Self::Colors,
            (true, false) => Self::Codes,
            (false, false) => Self::Names,
        }
    }
}

/// A testing program, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub id: TestingProgramId,
    pub name: String,
    /// From Monday.
    pub weekdays: [bool; 7],
    pub closed: Vec<NaiveDate>,
    pub notice_time: NaiveTime,
    pub closes: NaiveTime,
    pub method: Method,
    pub specimen: Specimen,
    pub panel: String,
    pub floor_millionths: i64,
    pub line_says: LineSays,
    pub active: bool,
    pub rev: i64,
}

impl Program {
    /// Whether a date may be drawn.
    pub fn allows(&self, on: NaiveDate) -> bool {
        rules::allowed(&self.weekdays, &self.closed, on)
    }

    /// How many days of a year may be drawn: the closed dates of one year are taken off.
    pub fn days_a_year(&self, year: i32) -> i64 {
        use chrono::Datelike as _;
        let closed = self.closed.iter().filter(|date| date.year() == year);
        let counted = closed.filter(|date| rules::allowed(&self.weekdays, &[], **date)).count();
        rules::days_a_year(&self.weekdays, counted)
    }
}

/// A tier, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Tier {
    pub id: TierId,
    pub name: String,
    pub per_year: i64,
    pub analyzed_millionths: i64,
    pub step_after_days: Option<i64>,
    pub step_to: Option<TierId>,
    pub rev: i64,
}

/// Somebody of a pool on a date.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub client: ClientId,
    pub tier: TierId,
    pub token: [u8; 16],
    /// What the line says of the person: a code, or a color where the program says colors.
    pub line_code: String,
    pub standing: Standing,
    pub site: String,
    pub per_year: i64,
    pub analyzed_millionths: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_somebody_stands() {
        use PauseKind as P;
        for (admitted, pause, site, expected) in [
            (true, None, false, Standing::Enrolled),
            (true, Some(P::Vacation), true, Standing::Covered),
            (true, Some(P::Vacation), false, Standing::Away),
            (true, Some(P::Hospital), true, Standing::Hospital),
            (true, Some(P::Other), false, Standing::Paused),
            (false, Some(P::Vacation), true, Standing::Discharged),
            (false, None, false, Standing::Discharged),
        ] {
            assert_eq!(Standing::of(admitted, pause, site), expected, "{admitted} {pause:?} {site}");
        }
        let drawn: Vec<Standing> = Standing::ALL.iter().copied().filter(|standing| standing.drawn()).collect();
        assert_eq!(drawn, [Standing::Enrolled, Standing::Covered]);
    }
}
