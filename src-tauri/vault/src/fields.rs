//! Bytes with lengths in front: the one encoding that is hashed, authenticated or parsed in this crate.
//!
//! A length before every field makes two different lists of fields two different byte strings. The reader takes hostile
//! input: it never panics and never allocates more than it was given.

/// Builds a byte string.
#[derive(Default)]
pub(crate) struct Fields(Vec<u8>);

impl Fields {
    /// Begins with what the bytes are for, so that bytes of one purpose are never valid for another.
    pub fn of(purpose: &str) -> Fields {
        let mut fields = Fields::default();
        fields.put(purpose.as_bytes());
        fields
    }

    pub fn put(&mut self, bytes: &[u8]) -> &mut Fields {
        // A field over 4 GiB cannot come about: SQLite's own limit here is 64 MiB.
        let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&length.to_le_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    pub fn number(&mut self, number: u64) -> &mut Fields {
        self.put(&number.to_le_bytes())
    }

    /// Nothing is not the same as an empty field.
    pub fn maybe(&mut self, bytes: Option<&[u8]>) -> &mut Fields {
        match bytes {
            None => self.number(0),
            Some(bytes) => self.number(1).put(bytes),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

/// Takes a byte string apart again; every step is `None` when the bytes do not go on as expected.
pub(crate) struct Parse<'a>(&'a [u8]);

impl<'a> Parse<'a> {
    pub fn of(purpose: &str, bytes: &'a [u8]) -> Option<Parse<'a>> {
        let mut parse = Parse(bytes);
        (parse.take()? == purpose.as_bytes()).then_some(parse)
    }

    /// Bytes without a purpose in front, as a part of others.
    pub fn whole(bytes: &'a [u8]) -> Parse<'a> {
        Parse(bytes)
    }

    pub fn take(&mut self) -> Option<&'a [u8]> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (field, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(field)
    }

    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take()?.try_into().ok()
    }

    pub fn number(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    pub fn flag(&mut self) -> Option<bool> {
        match self.number()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    /// The end, and nothing behind it.
    pub fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Fields, Parse};

    #[test]
    fn lists_that_join_alike_differ() {
        let joined = |parts: &[&str]| {
            let mut fields = Fields::of("test");
            parts.iter().for_each(|part| {
                fields.put(part.as_bytes());
            });
            fields.into_bytes()
        };
        assert_ne!(joined(&["ab", "c"]), joined(&["a", "bc"]));
        assert_ne!(joined(&["ab", ""]), joined(&["ab"]));
    }

    #[test]
    fn every_cut_is_refused() {
        let mut fields = Fields::of("test");
        fields.number(7).put(b"seven");
        let bytes = fields.into_bytes();
        let whole = |bytes: &[u8]| {
            let mut parse = Parse::of("test", bytes)?;
            parse.number()?;
            parse.take()?;
            parse.end()
        };
        assert_eq!(whole(&bytes), Some(()));
        (0..bytes.len()).for_each(|cut| assert_eq!(whole(&bytes[..cut]), None, "cut at {cut}"));
    }
}
