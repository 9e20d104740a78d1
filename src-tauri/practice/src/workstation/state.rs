//! What the window needs to know before anything else: first run, sign-in, locked, open, or in trouble.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::Condition;

use super::{PIN_TRIES, Workstation};
use crate::backup::{self, BackupLine};
use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Refusal;
use crate::kernel::trouble::{Trouble, trouble};
use crate::kernel::{Moment, Result, Role, Zone};
use crate::practice::{self, PracticeLine, Setup};
use crate::staff;

crate::words! {
    /// The state of the workstation.
    pub enum StateWord {
        /// No vault here yet.
        FirstRun = "first_run",
        /// A vault, nobody signed in, no key in memory.
        Closed = "closed",
        /// Somebody is signed in; the screen is hidden.
        SoftLocked = "soft_locked",
        /// Somebody is at work.
        Open = "open",
        /// The vault cannot be opened as it is.
        Trouble = "trouble",
    }
}

crate::words! {
    /// How deep a lock goes.
    pub enum Lock {
        /// The screen is hidden; the vault stays open in locked memory.
        Soft = "soft",
        /// The vault is closed and the keys are wiped.
        Hard = "hard",
    }
}

/// The signed-in person as the frame shows them.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Person {
    pub id: StaffId,
    /// Name with credential: "Marisol Quiñones, LPC".
    pub name: String,
    pub given_name: String,
    pub family_name: String,
    pub roles: Vec<Role>,
    /// "Counselor, facilitator".
    pub role_words: String,
    /// A director set the passphrase; the person's own must come first.
    pub must_renew: bool,
}

/// The answer of `workstation.state`.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "Workstation")]
#[serde(rename = "Workstation")]
pub struct WorkstationState {
    pub state: StateWord,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub practice: Option<PracticeLine>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Person>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locked_at: Option<Moment>,
    pub pin_set: bool,
    pub pin_tries_left: u8,
    /// Minutes without a sign of life before the screen locks, 1 to 15.
    pub idle_minutes: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setup: Option<Setup>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup: Option<BackupLine>,
    pub version: &'static str,
}

impl WorkstationState {
    fn bare(state: StateWord) -> Self {
        Self {
            state,
            trouble: None,
            practice: None,
            person: None,
            locked_at: None,
            pin_set: false,
            pin_tries_left: 0,
            idle_minutes: practice::IDLE_MINUTES,
            setup: None,
            backup: None,
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// Reads a `{ depth }` request.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LockRequest {
    pub depth: Lock,
}

impl Workstation {
    /// What the window shows now.
    pub fn present(&self) -> Result<WorkstationState> {
        let seated = self.state().seat.as_ref().map(|seat| {
            (
                std::sync::Arc::clone(&seat.vault),
                seat.staff,
                seat.locked.as_ref().map(|lock| (lock.at, lock.pin_tries)),
            )
        });
        let Some((vault, who, locked)) = seated else { return Ok(self.unseated()) };
        let mut answer =
            WorkstationState::bare(if locked.is_some() { StateWord::SoftLocked } else { StateWord::Open });
        answer.locked_at = locked.map(|(at, _)| at);
        answer.pin_tries_left = locked.map_or(PIN_TRIES, |(_, tries)| tries);
        vault.read(|sql| {
            let row = practice::row(sql)?;
            let zone = Zone::named(&row.time_zone).ok_or_else(|| Refusal::internal("zone"))?;
            answer.idle_minutes = row.idle_minutes;
            answer.setup = Some(row.setup);
            answer.practice = Some(row.line(zone, self.now()));
            answer.pin_set = staff::pin(sql, who)?.is_some();
            answer.person = Some(staff::person(sql, who, vault.must_renew())?);
            answer.backup = backup::line(sql, vault.device(), self.now())?;
            Ok::<_, Refusal>(())
        })?;
        Ok(answer)
    }

    fn unseated(&self) -> WorkstationState {
        match vault::look(&self.folder) {
            Condition::Absent => WorkstationState::bare(StateWord::FirstRun),
            Condition::Ready => {
                WorkstationState { locked_at: self.state().locked_at, ..WorkstationState::bare(StateWord::Closed) }
            }
            Condition::Trouble(error) => WorkstationState {
                trouble: trouble(&error).or_else(|| trouble(&vault::Error::Damaged(vault::Part::Database))),
                ..WorkstationState::bare(StateWord::Trouble)
            },
        }
    }
}
