//! A new chain behind an old one.
//!
//! After a restore, or after a loss that was accepted, the same numbers of the same chain must never be used twice: a
//! printed head or another copy of the file would contradict them. So a new installation id begins its own chain, whose
//! first entry follows from the last of the one before.

use rusqlite::{Connection, named_params};
use uuid::Uuid;

use crate::Error;
use crate::audit::{self, Chain, Entry};
use crate::fields::Fields;
use crate::keys::Keys;

/// Why a new chain begins.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Reason {
    Restored,
    RestoredInPlace,
    LossAccepted,
}

impl Reason {
    fn text(self) -> &'static str {
        match self {
            Reason::Restored => "restored",
            Reason::RestoredInPlace => "restored in place",
            Reason::LossAccepted => "loss accepted",
        }
    }
}

pub(crate) struct New {
    pub reason: Reason,
    pub actor: Option<Uuid>,
    /// Counts and times; never personal data.
    pub detail: String,
}

/// Begins a chain in a transaction of its own; the new installation's id.
pub(crate) fn begin(sql: &Connection, keys: &Keys, new: New, at: i64) -> Result<Uuid, Error> {
    let tx = sql.unchecked_transaction()?;
    let from = Uuid::from_bytes(tx.query_row("select device from vault_meta where one = 1", [], |row| row.get(0))?);
    let (head, device) = (audit::head(&tx, from)?, Uuid::now_v7());
    tx.execute(
        "insert into device (id, made_at) values (:id, :at)",
        named_params! { ":id": device.as_bytes(), ":at": at },
    )?;
    tx.execute(
        "insert into restore_epoch (device, at, reason, from_device, from_seq, from_mac)
         values (:device, :at, :reason, :from_device, :from_seq, :from_mac)",
        named_params! {
            ":device": device.as_bytes(),
            ":at": at,
            ":reason": new.reason.text(),
            ":from_device": from.as_bytes(),
            ":from_seq": head.seq.cast_signed(),
            ":from_mac": head.mac,
        },
    )?;
    tx.execute(
        "update vault_meta set device = :device where one = 1",
        named_params! { ":device": device.as_bytes() },
    )?;
    let mut what = Fields::of("evenkeel epoch/v1");
    what.put(device.as_bytes())
        .put(from.as_bytes())
        .number(head.seq)
        .put(&head.mac)
        .put(new.reason.text().as_bytes());
    let entry = Entry {
        actor: new.actor,
        role: "vault",
        action: "vault.epoch".into(),
        object: Some(("restore_epoch".into(), device)),
        digest: Some(blake3::hash(what.bytes()).into()),
        detail: format!("{}; {}", new.reason.text(), new.detail),
        ..Entry::default()
    };
    let beginning = audit::head(&tx, device)?;
    Chain::resume(&tx, keys, device)?.append(&tx, beginning, at, &entry)?;
    tx.commit()?;
    Ok(device)
}
