//! SQL of departures.

use rusqlite::named_params;

use super::{Document, ExitId};
use crate::kernel::Result;
use crate::kernel::door::Tx;

pub(super) fn insert(tx: &Tx<'_, '_>, id: ExitId, document: &Document, bytes: i64, digest: &[u8; 32]) -> Result<()> {
    tx.write(
        "insert into exit
           (id, kind, document, subject, reason, copies, bytes, digest, rev, at, device, by_staff)
         values
           (:id, :kind, :document, :subject, :reason, :copies, :bytes, :digest, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":kind": document.kind,
            ":document": document.template,
            ":subject": document.subject.as_ref().map(|subject| subject.as_bytes().as_slice()),
            ":reason": document.reason,
            ":copies": document.copies,
            ":bytes": bytes,
            ":digest": digest.as_slice(),
        },
    )
}

/// Marks a departure as not having happened.
pub(super) fn void(tx: &Tx<'_, '_>, id: ExitId, reason: &str) -> Result<()> {
    tx.write(
        "update exit
         set voided_at = :at, void_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}
