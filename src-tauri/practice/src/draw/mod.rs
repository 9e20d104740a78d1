//! Random draws: commit, freeze the pool, tell the day.
//!
//! 1. **Commit**: 32 fresh random bytes r; SHA-256(r) stands in the audit.
//! 2. **Run**: the pool is frozen, each person with how they stand and their chance; its digest and the end of the audit chain
//!    are kept. Who is selected follows from now on, and is worked out nowhere: no query, table or log holds it.
//! 3. **Notice**: at the notice time r is revealed, the selected become ordered tests, and the check-in list appears.
//!
//! What must hold: before the notice time nobody reads a name, whoever they are; a discarded draw stays, with its r and
//! reason; from the printed page anybody gets the same names (`chance.rs` says how, byte by byte). Deliberately absent: a
//! quota, a second try without a trace, and a person's choice anywhere between commitment and names.

mod chance;
mod day_format;
mod day_paper;
mod entry;
pub mod ipc;
mod ops;
mod paper;
mod queries;
mod report;
mod rules;
mod signed_day;
mod store;

use chrono::NaiveDate;

use crate::kernel::Moment;
use crate::testing::TestingProgramId;

pub use paper::redraw;
pub(crate) use report::of_person;
pub use rules::DrawRefusal;
pub(crate) use signed_day::faults as day_faults;
pub(crate) use store::on_date;

crate::ids! {
    /// A draw.
    DrawId,
    /// A person of its pool.
    DrawEntryId,
    /// A selection.
    DrawPickId,
    /// A signed edition of a day.
    SignedDayId
}

crate::words! {
    /// How far a draw is.
    pub enum DrawState {
        Committed = "committed",
        /// The pool is frozen; names are not known yet.
        Frozen = "frozen",
        /// Names are known.
        Noticed = "noticed",
        Discarded = "discarded",
    }
}

/// A draw, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Draw {
    pub id: DrawId,
    pub program: TestingProgramId,
    pub on_date: NaiveDate,
    pub attempt: i64,
    pub state: DrawState,
    pub commitment: [u8; 32],
    pub secret: [u8; 32],
    pub head: Option<[u8; 32]>,
    pub head_seq: Option<i64>,
    pub pool_digest: Option<[u8; 32]>,
    pub notice_at: Moment,
    pub closes_at: Moment,
    pub committed_at: Moment,
    pub frozen_at: Option<Moment>,
    pub noticed_at: Option<Moment>,
    pub discarded_at: Option<Moment>,
    pub discard_reason: String,
    pub rev: i64,
}

impl Draw {
    /// Whether names, and the bytes they follow from, may be read: after the notice, and of a discarded draw from the notice
    /// time on.
    pub fn told(&self, now: Moment) -> bool {
        match self.state {
            DrawState::Committed | DrawState::Frozen => false,
            DrawState::Noticed => true,
            DrawState::Discarded => now >= self.notice_at,
        }
    }

    /// The seed, once the pool is frozen. Never shown before [`Self::told`].
    fn seed(&self) -> Option<[u8; 32]> {
        self.head.map(|head| chance::seed(&head, &self.secret))
    }
}
