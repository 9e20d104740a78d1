//! Showing, checking, printing and renewing the recovery key.

use serde_json::json;
use vault::Passphrase;

use super::ipc::{CheckGroups, Checked, GroupRight, PrintSheet, Printed, RenewRecovery};
use super::{RecoveryShown, shown};
use crate::exit::{self, Document, ExitKind};
use crate::kernel::refusal::Code;
use crate::kernel::router::Nothing;
use crate::kernel::{Refusal, Result, View};
use crate::practice::{self, Setup};
use crate::workstation::Workstation;

/// Shows the key again while first run still owes its confirmation. After a restart the first key is unknown to
/// everybody, so a new one takes its place.
pub(super) fn show(desk: &Workstation, _: Nothing) -> Result<RecoveryShown> {
    if desk.look(|view| Ok(practice::row(view.sql)?.setup))? != Setup::RecoveryKey {
        return Err(Refusal::plain(
            Code::StoppedByRule,
            "The recovery key was already confirmed. A director can renew it in Settings.",
        ));
    }
    if let Some(again) = desk.with_recovery(shown) {
        return Ok(again);
    }
    renewed(desk, "recovery.show")
}

/// Makes a new key; the printed one stops working.
pub(super) fn renew(desk: &Workstation, request: RenewRecovery) -> Result<RecoveryShown> {
    let (vault, _) = desk.anyone_seated()?;
    vault.proves(&Passphrase::new(request.passphrase)).map_err(|error| Refusal::from(error).beside("passphrase"))?;
    renewed(desk, "recovery.renew")
}

fn renewed(desk: &Workstation, action: &'static str) -> Result<RecoveryShown> {
    let key = desk.transact(action, |tx| {
        tx.did("");
        let (vault, write) = tx.keys();
        Ok(vault.renew_recovery(write)?)
    })?;
    let answer = shown(&key);
    desk.remember_recovery(Some(key));
    Ok(answer)
}

/// Compares typed groups with the key in memory. When all are right, the key is forgotten and first run moves on.
pub(super) fn check(desk: &Workstation, request: CheckGroups) -> Result<Checked> {
    let groups = desk.with_recovery(|key| key.groups().to_vec()).ok_or_else(no_key)?;
    let right: Vec<GroupRight> = request
        .groups
        .iter()
        .map(|typed| GroupRight {
            index: typed.index,
            right: typed
                .index
                .checked_sub(1)
                .and_then(|index| groups.get(index))
                .is_some_and(|group| same(group, &typed.text)),
        })
        .collect();
    let mut asked: Vec<usize> = right.iter().filter(|group| group.right).map(|group| group.index).collect();
    asked.sort_unstable();
    asked.dedup();
    let confirmed = asked.len() >= super::ASKED && right.iter().all(|group| group.right);
    if confirmed {
        desk.transact("recovery.check", |tx| {
            tx.did("confirmed");
            match practice::row(tx.sql())?.setup {
                Setup::RecoveryKey => practice::set_setup(tx, Setup::FirstBackup),
                Setup::FirstBackup | Setup::Done => Ok(()),
            }
        })?;
        desk.remember_recovery(None);
    }
    Ok(Checked { right, confirmed })
}

/// The same group, forgiving of case and of letters that look like digits.
fn same(group: &str, typed: &str) -> bool {
    let normal = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect()
    };
    normal(group) == normal(typed)
}

/// Prints the sheet. It is an internal copy: who, why, when, in the record of what left.
pub(super) fn print(desk: &Workstation, request: PrintSheet) -> Result<Printed> {
    if !(1..=4).contains(&request.copies) {
        return Err(Refusal::field("copies", "Choose 1 to 4 copies."));
    }
    let groups = desk.with_recovery(|key| key.groups().to_vec()).ok_or_else(no_key)?;
    let content = desk.look(|view| sheet(view, &groups, request.copies))?;
    exit::leave(
        desk,
        Document {
            kind: ExitKind::InternalCopy,
            template: "recovery-sheet",
            name: "Evenkeel recovery key.pdf".into(),
            content,
            subject: None,
            reason: "Recovery key for the safe and a second place".into(),
            copies: request.copies,
        },
    )?;
    Ok(Printed { saved: true })
}

fn sheet(view: &View<'_>, groups: &[String], copies: u8) -> Result<serde_json::Value> {
    Ok(json!({
        "sheet": exit::sheet(view)?,
        "key": groups,
        "vault": { "created": view.today().to_string() },
        "copies": copies,
    }))
}

fn no_key() -> Refusal {
    Refusal::plain(Code::StoppedByRule, "There is no recovery key to confirm. Show it first.")
}
