//! Time as a parameter.
//!
//! Wall time is for people to read; nothing is ordered by it and no delay is measured with it.

use std::sync::OnceLock;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Where the vault learns the time.
pub trait Clock: Send + Sync {
    /// Wall time in milliseconds since 1970, UTC.
    fn now_ms(&self) -> i64;
    /// A clock that only goes forward, in milliseconds.
    fn monotonic_ms(&self) -> u64;
    /// Names the run of the monotonic clock: two readings compare only within one epoch. A clock that starts anew with
    /// every process has an epoch for every process.
    fn epoch(&self) -> u64 {
        process_epoch()
    }
}

/// The computer's own clocks.
#[derive(Copy, Clone, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn monotonic_ms(&self) -> u64 {
        static START: OnceLock<Instant> = OnceLock::new();
        u64::try_from(START.get_or_init(Instant::now).elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

fn process_epoch() -> u64 {
    static EPOCH: OnceLock<u64> = OnceLock::new();
    // Without randomness every reading is of an unknown epoch, and delays begin anew: the safe side.
    *EPOCH.get_or_init(|| {
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).map_or(0, |()| u64::from_le_bytes(bytes))
    })
}
