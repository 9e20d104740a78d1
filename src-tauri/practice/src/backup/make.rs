//! Making and verifying: by hand, and by the clock when something changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use vault::{BackupMark, Opener, Vault};

use super::ipc::{Automatic, BackupFile, BackupList, BackupRow, PlaceAnswer};
use super::store::{self, Setting};
use super::{EVERY_MINUTES, folder, label};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::outside::Purpose;
use crate::kernel::refusal::Code;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Moment, Refusal, Result, Tag};
use crate::practice::{self, Setup};
use crate::workstation::{StartedJob, Watch, Workstation};

/// Chooses the folder for backups.
pub(super) fn place(desk: &Workstation, _: Nothing) -> Result<PlaceAnswer> {
    let chosen = desk.outside.choose(Purpose::BackupFolder)?;
    if chosen.starts_with(desk.folder()) {
        return Err(Refusal::plain(
            Code::StoppedByRule,
            "That is the folder of the records themselves. Choose another folder, best on another drive.",
        ));
    }
    let text =
        chosen.to_str().ok_or_else(|| Refusal::field("place", "Choose a folder with a plain name."))?.to_owned();
    desk.transact("backup.place", |tx| {
        let setting = Setting { folder: Some(text.clone()), ..store::setting_or_default(tx)? };
        write(tx, &setting)
    })?;
    Ok(PlaceAnswer { place: label(&chosen) })
}

/// Chooses how often; 0 switches the clock off.
pub(super) fn automatic(tx: &mut Tx<'_, '_>, request: Automatic) -> Result<Done> {
    let mut check = Check::new();
    let right = request.minutes == 0 || (5..=1440).contains(&request.minutes);
    check.ensure(right, "minutes", "Choose 5 minutes to a day, or 0 for never.");
    check.done()?;
    let setting = Setting { every_minutes: request.minutes, ..store::setting_or_default(tx)? };
    write(tx, &setting)?;
    Ok(Done {})
}

fn write(tx: &mut Tx<'_, '_>, setting: &Setting) -> Result<()> {
    if setting.rev == 0 {
        store::insert(tx, setting)?;
    } else {
        tx.revise(Table::BackupSetting, setting.id, setting.rev)?;
        store::update(tx, setting)?;
    }
    tx.wrote(Table::BackupSetting, setting.id, None)?;
    tx.touch(Tag::Backup);
    tx.touch(Tag::Workstation);
    Ok(())
}

/// The backups in the folder, the newest first. A folder that is not there has none.
pub(super) fn list(desk: &Workstation, _: Nothing) -> Result<BackupList> {
    let (vault, _) = desk.anyone_seated()?;
    let setting = desk.look(|view| store::setting(view.sql, vault.device()))?;
    let chosen = setting.as_ref().and_then(|setting| setting.folder.as_deref());
    let folder = folder(chosen, desk.folder());
    let mut rows: Vec<BackupRow> = marks_in(&folder).into_iter().map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.at));
    Ok(BackupList {
        place: label(&folder),
        chosen: chosen.is_some(),
        automatic_minutes: setting.map_or(EVERY_MINUTES, |setting| setting.every_minutes),
        rows,
    })
}

/// The backups of a folder; one that is not there, or not now, has none.
fn marks_in(folder: &Path) -> Vec<BackupMark> {
    vault::backups_in(folder).unwrap_or_default()
}

fn row(mark: BackupMark) -> BackupRow {
    BackupRow {
        file: label(&mark.file),
        at: Moment(mark.at_ms),
        bytes: i64::try_from(mark.bytes).unwrap_or(i64::MAX),
        entries: i64::try_from(mark.head.seq).unwrap_or(i64::MAX),
    }
}

/// Makes a backup now.
pub(super) fn make(desk: &Workstation, _: Nothing) -> Result<StartedJob> {
    desk.job("Making a backup", |desk, watch| {
        back_up(desk, watch)?;
        Ok("The backup is made and verified.".into())
    })
}

/// Makes a backup when the clock says so and something changed since the last one.
pub(crate) fn start_if_due(desk: &Arc<Workstation>, vault: &Vault) {
    let due = || -> Result<bool> {
        let setting = vault.read(|sql| store::setting(sql, vault.device()))?;
        let every = setting.as_ref().map_or(EVERY_MINUTES, |setting| setting.every_minutes);
        let made_at = setting.as_ref().and_then(|setting| setting.made_at).map_or(0, |at| at.0);
        let made_seq = setting.and_then(|setting| setting.made_seq).unwrap_or(0);
        let changed = i64::try_from(vault.head()?.seq).unwrap_or(i64::MAX) > made_seq;
        Ok(every > 0 && changed && desk.now().0 - made_at >= every * 60_000)
    };
    if !desk.jobs.any_running() && due().unwrap_or(false) {
        // Nobody asked, so a failure is shown in the list of long work and tried again at the next tick.
        let _ = desk.job("Making the automatic backup", |desk, watch| {
            back_up(desk, watch)?;
            Ok("The automatic backup is made and verified.".into())
        });
    }
}

fn back_up(desk: &Workstation, watch: &Watch) -> Result<()> {
    let vault = desk.vault_behind_lock()?;
    let setting = vault.read(|sql| store::setting(sql, vault.device()))?;
    let folder = folder(setting.as_ref().and_then(|setting| setting.folder.as_deref()), desk.folder());
    std::fs::create_dir_all(&folder).map_err(vault::Error::from)?;
    let mark = vault.backup(&folder, watch)?;
    desk.transact_behind_lock("backup.make", |tx| {
        tx.did("verified");
        if practice::row(tx.sql())?.setup == Setup::FirstBackup {
            practice::set_setup(tx, Setup::Done)?;
        }
        // Only what comes after the entries of this very action, the one below included, asks for another backup.
        let made_seq = Some(store::head(tx)? + tx.recorded() + 1);
        write(tx, &Setting { made_at: Some(Moment(mark.at_ms)), made_seq, ..store::setting_or_default(tx)? })
    })?;
    prune(&folder, desk.now());
    Ok(())
}

/// Lets go of backups that the keeping policy no longer needs. The newest verified one always stays.
fn prune(folder: &Path, now: Moment) {
    let marks = marks_in(folder);
    for file in vault::keep(&marks, now.0) {
        // One that cannot be removed is looked at again next time.
        let _ = std::fs::remove_file(file);
    }
}

/// Verifies one backup: every page, the counts, the chain.
pub(super) fn verify(desk: &Workstation, request: BackupFile) -> Result<StartedJob> {
    let file = named(desk, &request.file)?;
    desk.job("Verifying a backup", move |desk, watch| {
        let vault = desk.vault_behind_lock()?;
        vault::verify_backup(&file, Opener::Vault(&vault), watch)?;
        desk.transact_behind_lock("backup.verify", |tx| {
            tx.did("whole");
            Ok(())
        })?;
        Ok("The backup is whole: every page, the counts and the audit chain.".into())
    })
}

/// Verifies the vault itself: pages, foreign keys, the chain against its anchor.
pub(crate) fn verify_chain(desk: &Workstation) -> Result<StartedJob> {
    desk.job("Verifying the records and the audit chain", |desk, watch| {
        let vault = desk.vault_behind_lock()?;
        let report = vault::verify(desk.folder(), Opener::Vault(&vault), watch).map_err(|broken| {
            Refusal::plain(Code::Trouble, format!("The check stopped at: {}. Copy the records folder to a safe place and restore the newest verified backup.", broken_words(&broken.place)))
        })?;
        desk.transact_behind_lock("audit.verify", |tx| {
            tx.did("whole");
            Ok(())
        })?;
        Ok(format!("Everything is whole: {} pages, {} audit entries.", report.pages, report.entries))
    })
}

fn broken_words(place: &vault::Place) -> String {
    use vault::Place;
    match place {
        Place::Page(number) => format!("page {number} of the file"),
        Place::Structure => "the structure of the file".into(),
        Place::Reference { table } => format!("a broken link in {table}"),
        Place::Chain { seq, .. } => format!("audit entry {seq}"),
        Place::HolderKey(_) => "a signing key that nobody vouched for".into(),
        Place::Anchor { missing } => format!("{missing} missing audit entries"),
        Place::AnchorMissing => "the witness file of the audit".into(),
        Place::HeaderCopy(copy) => format!("copy {copy} of the key file"),
        Place::NotSeen(_) => "a part that could not be read".into(),
    }
}

/// The whole path of a backup in the folder. Only a name that is listed is taken.
pub(super) fn named(desk: &Workstation, file: &str) -> Result<PathBuf> {
    let (vault, _) = desk.anyone_seated()?;
    let setting = desk.look(|view| store::setting(view.sql, vault.device()))?;
    let folder = folder(setting.as_ref().and_then(|setting| setting.folder.as_deref()), desk.folder());
    marks_in(&folder)
        .into_iter()
        .map(|mark| mark.file)
        .find(|path| label(path) == file)
        .ok_or_else(|| Refusal::not_found("backup"))
}
