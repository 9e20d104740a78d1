//! Restoring: what would be lost is spelled out first; the present records are set aside, never overwritten.

use std::path::{Path, PathBuf};

use vault::{Condition, Opener, Passphrase, RecoveryKey};

use super::ipc::{BackupFile, LossAction, LossAnswer, RestoreFirst, RestoreFrom};
use super::make::named;
use crate::audit::words::words;
use crate::kernel::outside::Purpose;
use crate::kernel::refusal::Code;
use crate::kernel::{Moment, Refusal, Result};
use crate::staff;
use crate::workstation::{StartedJob, Workstation};

/// What an in-place restore would lose.
pub(super) fn loss(desk: &Workstation, request: BackupFile) -> Result<LossAnswer> {
    let file = named(desk, &request.file)?;
    let (vault, _) = desk.anyone_seated()?;
    let loss = vault.compare_backup(&file)?;
    Ok(LossAnswer {
        at: Moment(loss.backup_at_ms),
        entries_lost: count(loss.entries),
        first_lost: loss.first_ms.map(Moment),
        last_lost: loss.last_ms.map(Moment),
        by_action: loss
            .by_action
            .into_iter()
            .map(|(action, number)| LossAction { label: words(&action), action, count: count(number) })
            .collect(),
    })
}

fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Restores in place. The vault closes at once; whoever goes on signs in again.
pub(super) fn in_place(desk: &Workstation, request: RestoreFrom) -> Result<StartedJob> {
    let file = named(desk, &request.file)?;
    let (vault, _) = desk.anyone_seated()?;
    vault.proves(&Passphrase::new(request.passphrase)).map_err(|error| Refusal::from(error).beside("passphrase"))?;
    drop(vault);
    nothing_else_runs(desk)?;
    let vault = desk.give_up_vault()?;
    desk.job_without_vault("Restoring a backup in place", move |desk, watch| {
        vault::restore_in_place(vault, &file, None, watch, desk.clock())?;
        Ok("The backup is in place. Sign in to go on; the records from before were set aside.".into())
    })
}

/// Restores to another folder, for a drill or a look. The present records stay open.
pub(super) fn elsewhere(desk: &Workstation, request: RestoreFrom) -> Result<StartedJob> {
    let file = named(desk, &request.file)?;
    let (vault, who) = desk.anyone_seated()?;
    let passphrase = Passphrase::new(request.passphrase);
    vault.proves(&passphrase).map_err(|error| Refusal::from(error).beside("passphrase"))?;
    let login = desk.look(|view| staff::login(view.sql, who))?;
    let to = desk.outside.choose(Purpose::RestoreFolder)?;
    desk.job("Restoring a backup to another folder", move |desk, watch| {
        let opener = Opener::Passphrase { login: &login, passphrase: &passphrase };
        vault::restore(&file, &to, opener, watch, desk.clock())?;
        desk.transact_behind_lock("backup.restore_elsewhere", |tx| {
            tx.did("");
            Ok(())
        })?;
        Ok("The backup is restored there, whole. It opens with the passphrases of its day.".into())
    })
}

/// Restores a backup as the records of this workstation: at first run, or when the records cannot be opened.
pub(super) fn first(desk: &Workstation, request: RestoreFirst) -> Result<StartedJob> {
    if matches!(vault::look(desk.folder()), Condition::Ready) {
        return Err(Refusal::plain(
            Code::StoppedByRule,
            "The records here open. Sign in and restore from the list of backups.",
        ));
    }
    nothing_else_runs(desk)?;
    let key = request.recovery.as_deref().map(RecoveryKey::parse).transpose()?;
    let file = desk.outside.choose(Purpose::BackupFile)?;
    desk.job_without_vault("Restoring a backup", move |desk, watch| {
        let passphrase = Passphrase::new(request.passphrase.unwrap_or_default());
        let login = request.login.unwrap_or_default();
        let opener = match &key {
            Some(key) => Opener::Recovery(key),
            None => Opener::Passphrase { login: &login, passphrase: &passphrase },
        };
        let fresh = beside(desk.folder(), &format!("restoring-{}", desk.now().0));
        vault::restore(&file, &fresh, opener, watch, desk.clock())?;
        if desk.folder().exists() {
            let aside = beside(desk.folder(), &format!("before-restore-{}", desk.now().0));
            std::fs::rename(desk.folder(), aside).map_err(vault::Error::from)?;
        }
        std::fs::rename(&fresh, desk.folder()).map_err(vault::Error::from)?;
        Ok("The backup is in place. Sign in to go on.".into())
    })
}

/// A restore takes the records out from under whatever else is at work on them.
fn nothing_else_runs(desk: &Workstation) -> Result<()> {
    if desk.jobs.any_running() {
        return Err(Refusal::plain(
            Code::StoppedByRule,
            "Other long work is running. Wait for it or cancel it first.",
        ));
    }
    Ok(())
}

fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{suffix}"));
    folder.with_file_name(name)
}
