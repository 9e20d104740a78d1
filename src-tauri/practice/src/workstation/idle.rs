//! What happens by the clock: locks, the anchor, checkpoints, automatic backups. The shell calls [`Workstation::tick`]
//! about once a second; nothing here starts a thread of its own except a due backup.

use std::sync::{Arc, PoisonError};

use super::{Lock, Why, Workstation};
use crate::{backup, practice};

/// A soft lock becomes a hard one after this long (vault.md decision 7).
const HARD_AFTER_MS: u64 = 30 * 60_000;
/// The anchor is on the disk at least this often (vault.md decision 5).
const ANCHOR_EVERY_MS: u64 = 30_000;
/// The write-ahead log is folded into the file when nothing happened for this long.
const CHECKPOINT_AFTER_MS: u64 = 5_000;
/// A due backup is looked for this often.
const BACKUP_CHECK_MS: u64 = 20_000;

/// When the wall clock runs ahead of the other by this much between two ticks, the machine slept or somebody set the
/// clock: either way nobody was in front of it for sure.
const ASLEEP_MS: i64 = 60_000;

/// What a tick did to the screen.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Tick {
    /// Nothing the window must show.
    Quiet,
    /// The screen was locked; the shell sends the webview away from what it shows.
    Locked,
}

#[derive(Default)]
pub(super) struct Upkeep {
    /// Wall and monotonic time of the tick before.
    ticked: Option<(i64, u64)>,
    anchored: u64,
    checkpointed: u64,
    backup_checked: u64,
}

impl Workstation {
    /// Does what is due.
    pub fn tick(self: &Arc<Self>) -> Tick {
        let slept = self.slept();
        let Some((quiet, locked_for)) = self.quiet_for() else { return Tick::Quiet };
        if slept {
            self.lock(Lock::Hard, Why::Asleep);
            return Tick::Locked;
        }
        match locked_for {
            Some(ms) if ms >= HARD_AFTER_MS => {
                self.lock(Lock::Hard, Why::Idle);
                return Tick::Locked;
            }
            None if quiet >= self.idle_ms() => {
                self.lock(Lock::Soft, Why::Idle);
                return Tick::Locked;
            }
            _ => {}
        }
        self.keep_up(quiet);
        Tick::Quiet
    }

    /// Whether the machine slept since the tick before, by the two clocks drifting apart.
    fn slept(&self) -> bool {
        let (wall, monotonic) = (self.clock.now_ms(), self.clock.monotonic_ms());
        let mut upkeep = self.upkeep.lock().unwrap_or_else(PoisonError::into_inner);
        let before = upkeep.ticked.replace((wall, monotonic));
        before.is_some_and(|(wall_before, monotonic_before)| {
            let awake = i64::try_from(monotonic.saturating_sub(monotonic_before)).unwrap_or(i64::MAX);
            (wall - wall_before).saturating_sub(awake).abs() >= ASLEEP_MS
        })
    }

    fn idle_ms(&self) -> u64 {
        let minutes = self.look(|view| Ok(practice::row(view.sql)?.idle_minutes)).unwrap_or(practice::IDLE_MINUTES);
        u64::try_from(minutes).unwrap_or(5) * 60_000
    }

    fn keep_up(self: &Arc<Self>, quiet: u64) {
        let now = self.clock.monotonic_ms();
        let Some(vault) = self.state().seat.as_ref().map(|seat| Arc::clone(&seat.vault)) else { return };
        let mut upkeep = self.upkeep.lock().unwrap_or_else(PoisonError::into_inner);
        if now.saturating_sub(upkeep.anchored) >= ANCHOR_EVERY_MS {
            upkeep.anchored = now;
            let _ = vault.settle_anchor();
        }
        if quiet >= CHECKPOINT_AFTER_MS && now.saturating_sub(upkeep.checkpointed) >= ANCHOR_EVERY_MS {
            upkeep.checkpointed = now;
            let _ = vault.checkpoint();
        }
        if now.saturating_sub(upkeep.backup_checked) >= BACKUP_CHECK_MS {
            upkeep.backup_checked = now;
            drop(upkeep);
            backup::start_if_due(self, &vault);
        }
    }
}
