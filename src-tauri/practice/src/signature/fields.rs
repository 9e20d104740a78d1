//! The bytes that are signed: a row of fields.
//!
//! Each field is its length in bytes as four bytes, the least significant first, and then its UTF-8 text. There is nothing
//! else: no field is left out (an absent one is empty), and a list is its count followed by its items. Numbers are decimal,
//! dates `2026-11-24`, instants UTC to the millisecond in RFC 3339 (`2026-11-24T22:30:00.000Z`), hashes 64 lowercase
//! hexadecimal digits. The order belongs to each format, and never changes.

use sha2::{Digest as _, Sha256};

use crate::kernel::Moment;
use crate::kernel::history::hex;

/// Writes fields.
#[derive(Default)]
pub(crate) struct Out(Vec<u8>);

impl Out {
    pub fn text(&mut self, text: &str) {
        // A field over 4 GiB cannot come about: the door refuses requests over 8 MiB.
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&length.to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
    }

    pub fn texts(&mut self, texts: &[&str]) {
        texts.iter().for_each(|text| self.text(text));
    }

    pub fn number(&mut self, number: i64) {
        self.text(&number.to_string());
    }

    pub fn count(&mut self, count: usize) {
        self.text(&count.to_string());
    }

    pub fn moment(&mut self, at: Option<Moment>) {
        self.text(&at.map(instant).unwrap_or_default());
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Reads fields. Takes hostile input: what is cut off or too long is `None`.
pub(crate) struct In<'a>(&'a [u8]);

impl<'a> In<'a> {
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Whether nothing is left.
    pub const fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    pub fn text(&mut self) -> Option<String> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let (field, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        self.0 = rest;
        std::str::from_utf8(field).ok().map(str::to_owned)
    }

    pub fn number(&mut self) -> Option<i64> {
        self.text()?.parse().ok()
    }

    pub fn moment(&mut self) -> Option<Option<Moment>> {
        let text = self.text()?;
        if text.is_empty() {
            return Some(None);
        }
        let at = chrono::DateTime::parse_from_rfc3339(&text).ok()?;
        Some(Some(Moment(at.timestamp_millis())))
    }

    /// Fields of a fixed number.
    pub fn row<const N: usize>(&mut self) -> Option<[String; N]> {
        let fields: Option<Vec<String>> = (0..N).map(|_| self.text()).collect();
        fields?.try_into().ok()
    }

    /// A count that the rest could hold at all, so that hostile bytes reserve nothing, and that many items.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.text()?.parse().ok()?;
        (count <= self.0.len() / 4).then_some(())?;
        (0..count).map(|_| item(self)).collect()
    }
}

/// SHA-256 of a document's bytes.
pub(crate) fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A hash as a document names it; empty for none.
pub(crate) fn hash_text(hash: Option<&[u8]>) -> String {
    hash.map(hex).unwrap_or_default()
}

/// An instant as the bytes say it.
pub(crate) fn instant(at: Moment) -> String {
    chrono::DateTime::from_timestamp_millis(at.0)
        .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
        .unwrap_or_default()
}
