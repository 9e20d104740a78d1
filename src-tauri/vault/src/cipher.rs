//! The one call into SQLCipher that has no safe form.
//!
//! The key goes in by function and not as SQL text, which traces and error messages could carry.

use std::ffi::c_int;

use rusqlite::{Connection, ffi};
use zeroize::Zeroizing;

use crate::Error;
use crate::keys::Key;

/// Gives a freshly opened connection its key, as a raw key (no passphrase, no stretching).
pub(crate) fn set_key(sql: &Connection, key: &Key) -> Result<(), Error> {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    // x'..64 hex..', with its final size reserved, so that no copy is left behind by growth.
    let mut text = Zeroizing::new(Vec::with_capacity(67));
    text.extend_from_slice(b"x'");
    for byte in key.iter() {
        text.extend([HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
    }
    text.push(b'\'');
    let length = c_int::try_from(text.len()).unwrap_or(c_int::MAX);
    // SAFETY: the handle is of an open connection that outlives the call; the name is a NUL-terminated literal; the key
    // is `length` bytes that are only read, and copied, during the call.
    #[allow(unsafe_code)]
    let result = unsafe { ffi::sqlite3_key_v2(sql.handle(), c"main".as_ptr(), text.as_ptr().cast(), length) };
    match result {
        ffi::SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()),
    }
}
