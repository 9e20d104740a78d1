//! A mistyped date of one's own license, mended by its holder with a reason and a proof, so that nobody is stuck in the
//! evening with a note that may not be signed. A director sees every mend until somebody looked at it.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::CredentialAnswer;
use super::rules::StaffRefusal;
use super::{Credential, CredentialId, MendId, ops, store};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Moment, Refusal, Result, Tag, View};
use crate::workstation::{Proof, Workstation};

/// The request of `staff.credential_mend`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MendCredential {
    pub id: CredentialId,
    pub rev: i64,
    /// The day it ends on, as the license itself says.
    pub expires_on: NaiveDate,
    /// Where the right date stands.
    pub reason: String,
    pub proof: Proof,
}

/// The request of `staff.mend_seen`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SeeMend {
    pub id: MendId,
    pub rev: i64,
}

/// A mended date that a director has not looked at yet.
#[derive(Debug, Serialize, TS)]
pub struct MendLine {
    pub id: MendId,
    pub staff: StaffId,
    pub staff_name: String,
    pub label: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<NaiveDate>,
    pub became: NaiveDate,
    pub reason: String,
    pub at: Moment,
    pub rev: i64,
}

/// One's own credentials: what a person may mend.
pub(super) fn own(view: &View<'_>, _: Nothing) -> Result<Vec<CredentialAnswer>> {
    Ok(store::credentials(view.sql, view.actor.staff)?.into_iter().map(CredentialAnswer::from).collect())
}

/// Mends the date of one's own license.
///
/// # Errors
/// `staff.not_your_credential`, `staff.credential_voided`, `wrong_passphrase` before anything was looked at.
pub(super) fn mend(desk: &Workstation, request: MendCredential) -> Result<Done> {
    desk.prove(&request.proof)?;
    desk.transact("staff.credential_mend", |tx| {
        let mut check = Check::new();
        let reason = check.required("reason", &request.reason, 500, "Say where the right date stands.");
        let present = ops::standing(tx, request.id)?;
        let changes = present.expires_on != Some(request.expires_on);
        check.ensure(changes, "expires_on", "This is the date it has. Type the one on the license.");
        check.done()?;
        if present.staff != tx.actor.staff {
            return Err(StaffRefusal::NotYourCredential.into());
        }
        tx.revise(Table::Credential, present.id, request.rev)?;
        store::update_credential(tx, &Credential { expires_on: Some(request.expires_on), ..present.clone() })?;
        tx.wrote(Table::Credential, present.id, None)?;
        let id: MendId = tx.id();
        insert(tx, id, &present, request.expires_on, &reason)?;
        tx.wrote(Table::CredentialMend, id, None)?;
        tx.touch(Tag::Staff);
        Ok(Done {})
    })
}

/// The mends nobody looked at yet, the newest first.
pub fn mends(sql: &Connection) -> Result<Vec<MendLine>> {
    let mut statement = sql.prepare_cached(
        "select credential_mend.id, credential.staff, staff.given_name || ' ' || staff.family_name as staff_name,
                credential.label, credential_mend.was, credential_mend.became, credential_mend.reason,
                credential_mend.at, credential_mend.rev
         from credential_mend
         join credential on credential.id = credential_mend.credential
         join staff on staff.id = credential.staff
         where credential_mend.seen_at is null
         order by credential_mend.at desc
         limit 50",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(MendLine {
            id: row.get("id")?,
            staff: row.get("staff")?,
            staff_name: row.get("staff_name")?,
            label: row.get("label")?,
            was: row.get("was")?,
            became: row.get("became")?,
            reason: row.get("reason")?,
            at: row.get("at")?,
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The mends nobody looked at yet.
pub(super) fn unseen(view: &View<'_>, _: Nothing) -> Result<Vec<MendLine>> {
    mends(view.sql)
}

/// A director looked at a mended date.
pub(super) fn seen(tx: &mut Tx<'_, '_>, request: SeeMend) -> Result<Done> {
    if mends(tx.sql())?.iter().all(|mend| mend.id != request.id) {
        return Err(Refusal::not_found("mended license date"));
    }
    tx.revise(Table::CredentialMend, request.id, request.rev)?;
    tx.write(
        "update credential_mend
         set seen_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": request.id },
    )?;
    tx.wrote(Table::CredentialMend, request.id, None)?;
    tx.touch(Tag::Staff);
    Ok(Done {})
}

fn insert(tx: &Tx<'_, '_>, id: MendId, was: &Credential, became: NaiveDate, reason: &str) -> Result<()> {
    tx.write(
        "insert into credential_mend (id, credential, was, became, reason, rev, at, device, by_staff)
         values (:id, :credential, :was, :became, :reason, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":credential": was.id,
            ":was": was.expires_on,
            ":became": became,
            ":reason": reason,
        },
    )
}
