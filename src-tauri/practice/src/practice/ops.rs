//! First run and changes of the practice.

use std::path::{Path, PathBuf};

use vault::{Condition, HolderId, KdfCost, NewVault, Passphrase, RecoveryKey, Vault};

use super::ipc::{ChangePractice, CreatePractice, NewPractice, PracticeAnswer};
use super::{Calendar, IDLE_MINUTES, Practice, Setup, queries, store};
use crate::kernel::actor::{Actor, StaffId};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::{Check, Moment, Refusal, Result, Role, RowId, Tag, Zone, id};
use crate::recovery::{self, RecoveryShown};
use crate::staff;
use crate::workstation::Workstation;

/// About half a second on this machine (vault.md 4.1).
const CALIBRATED: std::time::Duration = std::time::Duration::from_millis(500);

/// Makes the vault, the practice and its first director, and signs the director in.
///
/// The vault is built beside its place and moved there whole, so a first run that is killed leaves no half of one.
pub(super) fn create(desk: &Workstation, request: CreatePractice) -> Result<RecoveryShown> {
    if !matches!(vault::look(desk.folder()), Condition::Absent) {
        return Err(Refusal::plain(Code::StoppedByRule, "There are already records in this place. Sign in instead."));
    }
    let (practice, director, passphrase) = checked(&request)?;
    let building = beside(desk.folder(), "setting-up");
    set_aside(&building, desk.now())?;
    let who = StaffId::of(id::at(desk.now().0));
    let login = request.director.login.trim();
    let new = NewVault {
        folder: &building,
        schema: &crate::SCHEMA,
        holder: HolderId(who.uuid()),
        login,
        passphrase: &passphrase,
        cost: desk.kdf_cost(),
    };
    let (made, key) = Vault::create(new, desk.clock())?;
    found(&made, who, practice, director)?;
    made.close()?;
    std::fs::rename(&building, desk.folder()).map_err(vault::Error::from)?;
    desk.sign_in(login, &passphrase)?;
    Ok(show(desk, key))
}

/// Writes the practice and its first director into a new vault.
pub(crate) fn found(vault: &Vault, who: StaffId, practice: Practice, director: staff::Founder) -> Result<()> {
    let zone = Zone::named(&practice.time_zone).ok_or_else(|| Refusal::internal("zone"))?;
    let calendar = Calendar { zone, week_start: practice.week_starts_on };
    let actor = Actor { staff: who, roles: vec![Role::Director] };
    vault.write(|write| {
        let mut tx = Tx::found(write, vault, &actor, "practice.create", calendar);
        let practice = Practice { id: tx.id(), ..practice };
        store::insert(&tx, &practice)?;
        tx.wrote(Table::Practice, practice.id, None)?;
        staff::found(&mut tx, director, practice.solo)
    })
}

fn show(desk: &Workstation, key: RecoveryKey) -> RecoveryShown {
    let shown = recovery::shown(&key);
    desk.remember_recovery(Some(key));
    shown
}

fn checked(request: &CreatePractice) -> Result<(Practice, staff::Founder, Passphrase)> {
    let mut check = Check::new();
    let name = check_practice(&mut check, &request.practice, "practice.");
    let director = &request.director;
    let founder = staff::Founder::checked(&mut check, director);
    let passphrase = Passphrase::new(director.passphrase.clone());
    let words = [director.given_name.as_str(), &director.family_name, &director.login, &request.practice.name];
    crate::staff::passphrase::ensure_enough(&mut check, "director.passphrase", &passphrase, &words);
    check.done()?;
    let practice = Practice {
        id: super::PracticeId(uuid::Uuid::nil()),
        name,
        state: request.practice.state.clone(),
        time_zone: request.practice.time_zone.clone(),
        week_starts_on: request.practice.week_starts_on,
        solo: request.practice.solo,
        setup: Setup::RecoveryKey,
        clia: String::new(),
        idle_minutes: IDLE_MINUTES,
        rev: 1,
    };
    Ok((practice, founder, passphrase))
}

fn check_practice(check: &mut Check, practice: &NewPractice, at: &str) -> String {
    let name = check.required(&format!("{at}name"), &practice.name, 120, "Type the name of the practice.");
    check.ensure(queries::is_state(&practice.state), &format!("{at}state"), "Choose the state.");
    check.ensure(Zone::named(&practice.time_zone).is_some(), &format!("{at}time_zone"), "Choose a time zone.");
    name
}

/// A folder beside the vault's own.
fn beside(folder: &Path, suffix: &str) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{suffix}"));
    folder.with_file_name(name)
}

/// Moves what an unfinished first run left out of the way. Nothing is deleted, although nothing of anybody is in it.
fn set_aside(building: &Path, now: Moment) -> Result<()> {
    if building.exists() {
        let aside = beside(building, &format!("unfinished-{}", now.0));
        std::fs::rename(building, aside).map_err(vault::Error::from)?;
    }
    Ok(())
}

/// Changes the practice's facts.
///
/// # Errors
/// `invalid` beside fields, `conflict` when somebody changed them first.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangePractice) -> Result<PracticeAnswer> {
    let mut check = Check::new();
    let fields = NewPractice {
        name: request.name,
        state: request.state,
        time_zone: request.time_zone,
        week_starts_on: request.week_starts_on,
        solo: request.solo,
        clia: request.clia,
    };
    let clia = check.optional("clia", &fields.clia, 20);
    let name = check_practice(&mut check, &fields, "");
    check.ensure((1..=15).contains(&request.idle_minutes), "idle_minutes", "Choose between 1 and 15 minutes.");
    check.done()?;
    let present = queries::row(tx.sql())?;
    tx.revise(Table::Practice, present.id, request.rev)?;
    let next = Practice {
        name,
        state: fields.state,
        time_zone: fields.time_zone,
        week_starts_on: fields.week_starts_on,
        solo: fields.solo,
        clia,
        idle_minutes: request.idle_minutes,
        ..present
    };
    store::update(tx, &next)?;
    tx.wrote(Table::Practice, next.id, None)?;
    tx.touch(Tag::Practice);
    tx.touch(Tag::Workstation);
    Ok(queries::row(tx.sql())?.into())
}

/// Moves first run forward.
pub(crate) fn set_setup(tx: &mut Tx<'_, '_>, setup: Setup) -> Result<()> {
    let present = queries::row(tx.sql())?;
    if present.setup == setup {
        return Ok(());
    }
    tx.revise(Table::Practice, present.id, present.rev)?;
    let next = Practice { setup, ..present };
    store::update(tx, &next)?;
    tx.wrote(Table::Practice, next.id, None)?;
    tx.touch(Tag::Workstation);
    Ok(())
}

impl Workstation {
    fn kdf_cost(&self) -> KdfCost {
        self.fixed_cost().unwrap_or_else(|| KdfCost::calibrated(CALIBRATED))
    }
}
