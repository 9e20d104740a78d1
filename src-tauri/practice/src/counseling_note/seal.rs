//! What is sealed of a counseling note, and for whom.

use serde::{Deserialize, Serialize};
use vault::{ContentKey, HolderId, Vault};

use super::CounselingNoteId;
use super::rules::CounselingNoteRefusal;
use super::store;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Refusal, Result, RowId as _};

/// The words of a note. No `Debug`: they are printed by nothing.
#[derive(Serialize, Deserialize)]
pub(super) struct Words {
    pub title: String,
    pub body: String,
}

/// What the sealed bytes belong to: put into another note's row, they do not open.
fn bound(note: CounselingNoteId) -> Vec<u8> {
    [b"evenkeel counseling note/v1".as_slice(), note.uuid().as_bytes()].concat()
}

pub(super) fn seal(key: &ContentKey, note: CounselingNoteId, words: &Words) -> Result<Vec<u8>> {
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(words).map_err(|_| Refusal::internal("counseling note"))?);
    Ok(key.seal(&bound(note), &plain)?)
}

/// The key of a note, out of what was sealed to whoever is signed in.
pub(super) fn key_of(vault: &Vault, sealed: &[u8]) -> Result<ContentKey> {
    match vault.content_key(sealed) {
        Err(vault::Error::NotSealedToYou) => Err(CounselingNoteRefusal::KeysGone.into()),
        key => Ok(key?),
    }
}

pub(super) fn open(key: &ContentKey, note: CounselingNoteId, sealed: &[u8]) -> Result<Words> {
    let plain = key.open(&bound(note), sealed)?;
    serde_json::from_slice(&plain).map_err(|_| Refusal::internal("counseling note"))
}

/// Keeps a note's key for everybody who may read it from now on, and for the recovery key.
pub(super) fn keep_for(
    tx: &mut Tx<'_, '_>,
    key: &ContentKey,
    (note, generation): (CounselingNoteId, i64),
    holders: &[StaffId],
) -> Result<()> {
    for holder in holders.iter().copied().map(Some).chain([None]) {
        let reader = tx.vault.seal_to(tx.sql(), holder.map(|staff| HolderId(staff.uuid())))?;
        let row = store::NewKey { id: tx.id(), note, generation, holder, sealed: key.sealed_to(&reader)? };
        store::insert_key(tx, &row)?;
    }
    Ok(())
}
