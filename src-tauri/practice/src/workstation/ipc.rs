//! Calls of the workstation: state, sign in, lock, unlock, recovery, long work.

use serde::Deserialize;
use ts_rs::TS;
use vault::{Passphrase, RecoveryKey};

use super::state::LockRequest;
use super::{Job, Why, Workstation, WorkstationState};
use crate::kernel::router::{Call, Done, Need, Nothing, desk_op, desk_query};
use crate::kernel::{Check, Refusal, Result, Tag};
use crate::staff::passphrase::ensure_enough;

/// The request of `workstation.sign_in`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub login: String,
    pub passphrase: String,
}

/// The request of `workstation.unlock`: one of the two.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    #[serde(default)]
    #[ts(optional)]
    pub pin: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub passphrase: Option<String>,
}

/// The request of `workstation.recover`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// The 13 groups, in one string or several.
    pub groups: Vec<String>,
    pub login: String,
    /// The person's new passphrase.
    pub passphrase: String,
}

/// Which job.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JobKey {
    pub id: String,
}

pub(crate) fn calls() -> Vec<Call> {
    let all = &[Tag::Workstation];
    vec![
        desk_query("workstation.state", Need::Nothing, all, |desk, Nothing {}| desk.present()),
        desk_query("workstation.touch", Need::Nothing, &[], |desk, Nothing {}| {
            desk.touch();
            Ok(Done {})
        }),
        desk_op("workstation.sign_in", Need::Nothing, all, |desk, request: SignIn| {
            desk.sign_in(&request.login, &Passphrase::new(request.passphrase))?;
            desk.present()
        }),
        desk_op("workstation.lock", Need::Nothing, all, |desk, request: LockRequest| {
            desk.lock(request.depth, Why::Hand);
            desk.present()
        }),
        desk_op("workstation.unlock", Need::Nothing, all, unlock),
        desk_op("workstation.recover", Need::Nothing, all, recover),
        desk_query("job.list", Need::Nothing, &[Tag::Job], |desk, Nothing {}| -> Result<Vec<Job>> {
            Ok(desk.jobs.all())
        }),
        desk_op("job.cancel", Need::SignedIn, &[Tag::Job], |desk, key: JobKey| {
            desk.jobs.cancel(&key.id);
            Ok(Done {})
        }),
        desk_op("job.dismiss", Need::SignedIn, &[Tag::Job], |desk, key: JobKey| {
            desk.jobs.dismiss(&key.id);
            Ok(Done {})
        }),
    ]
}

fn unlock(desk: &Workstation, request: Unlock) -> Result<WorkstationState> {
    match (request.pin, request.passphrase) {
        (Some(pin), None) => desk.unlock_with_pin(&pin).map_err(|refusal| refusal.beside("pin"))?,
        (None, Some(passphrase)) => desk
            .unlock_with_passphrase(&Passphrase::new(passphrase))
            .map_err(|refusal| refusal.beside("passphrase"))?,
        _ => return Err(Refusal::field("passphrase", "Type your PIN or your passphrase.")),
    }
    desk.present()
}

fn recover(desk: &Workstation, request: Recover) -> Result<WorkstationState> {
    let key = RecoveryKey::parse(&request.groups.join(" ")).map_err(|error| Refusal::from(error).beside("groups"))?;
    let passphrase = Passphrase::new(request.passphrase);
    let mut check = Check::new();
    let login = check.required("login", &request.login, 60, "Type your sign-in name.");
    ensure_enough(&mut check, "passphrase", &passphrase, &[&login]);
    check.done()?;
    desk.recover(&key, &login, &passphrase).map_err(|refusal| refusal.beside("groups"))?;
    desk.present()
}
