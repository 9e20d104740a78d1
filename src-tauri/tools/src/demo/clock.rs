//! A clock that the demo sets: the practice is lived through in a minute.

use std::sync::atomic::{AtomicI64, Ordering};

use vault::Clock;

/// The clock. It only goes forward.
#[derive(Default)]
pub struct WalkingClock(AtomicI64);

impl WalkingClock {
    /// Sets it to an instant in UTC milliseconds, unless that is past already.
    pub fn walk_to(&self, at_ms: i64) {
        self.0.fetch_max(at_ms, Ordering::SeqCst);
    }

    /// Lets a little time go by, so that no two actions share an instant.
    pub fn pass(&self, ms: i64) {
        self.0.fetch_add(ms, Ordering::SeqCst);
    }
}

impl Clock for WalkingClock {
    fn now_ms(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }

    fn monotonic_ms(&self) -> u64 {
        u64::try_from(self.now_ms()).unwrap_or(0)
    }
}
