//! A seal: the hash of some bytes and a person's signature of them, made and looked at.

use rusqlite::{Connection, Row};
use vault::{KeyId, Signature, Vault};

use super::{SignatureFault, hash};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Refusal, Result, RowId as _};

/// What stands beside bytes that somebody signed.
pub(crate) struct Seal {
    pub hash: [u8; 32],
    pub signature: [u8; 64],
    pub signer_key: [u8; 32],
}

/// Signs with the key of whoever acts.
///
/// # Errors
/// Those of [`Vault::sign`].
pub(crate) fn seal(tx: &Tx<'_, '_>, bytes: &[u8]) -> Result<Seal> {
    let signature = tx.vault.sign(bytes)?;
    Ok(Seal { hash: hash(bytes), signature: signature.bytes, signer_key: signature.key.0 })
}

/// Bytes with their seal as they were read back, whatever the columns say.
pub(crate) struct Sealed {
    pub bytes: Vec<u8>,
    pub hash: Vec<u8>,
    pub previous: Option<Vec<u8>>,
    pub signature: Vec<u8>,
    pub signer_key: Vec<u8>,
    pub signer: StaffId,
    pub signed_at: Moment,
}

impl Sealed {
    /// From the columns that every table of signed bytes has.
    pub(crate) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            bytes: row.get("bytes")?,
            hash: row.get("hash")?,
            previous: row.get("prev_hash")?,
            signature: row.get("signature")?,
            signer_key: row.get("signer_key")?,
            signer: row.get("signer")?,
            signed_at: row.get("signed_at")?,
        })
    }
}

/// What is broken about a seal, if anything: the hash, the signature, or whose key it is.
///
/// # Errors
/// Those of the store.
pub(crate) fn broken(vault: &Vault, sql: &Connection, sealed: &Sealed) -> Result<Option<SignatureFault>> {
    if hash(&sealed.bytes).as_slice() != sealed.hash {
        return Ok(Some(SignatureFault::Hash));
    }
    let (Ok(key), Ok(bytes)) = (sealed.signer_key.as_slice().try_into(), sealed.signature.as_slice().try_into())
    else {
        return Ok(Some(SignatureFault::Signature));
    };
    let signature = Signature { key: KeyId(key), bytes };
    if !signature.holds(&sealed.bytes) {
        return Ok(Some(SignatureFault::Signature));
    }
    let holder = match vault.holder_of(sql, signature.key) {
        Err(vault::Error::UnknownHolder) => None,
        known => known.map_err(Refusal::from)?,
    };
    let own = holder.is_some_and(|holder| holder.0 == sealed.signer.uuid());
    Ok((!own).then_some(SignatureFault::Key))
}
