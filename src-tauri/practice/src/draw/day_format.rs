//! The exact bytes of a signed day, format v1.
//!
//! A row of fields, each its length in bytes as four bytes, the least significant first, and then its UTF-8 text; a list is
//! its count followed by its items. Numbers are decimal, dates `2026-11-24`, instants UTC in RFC 3339, hashes hexadecimal.
//! People stand by their number: the bytes name nobody. The order is that of [`SignedDay::fields`] and never changes.

use chrono::NaiveDate;

use crate::kernel::Moment;

const PURPOSE: &str = "evenkeel random tests of a day/v1";

/// How many numbers a tier has.
pub(super) const NUMBERS: usize = 12;

/// A draw of the day: program, attempt, state, pool, selected, reason it was discarded, commitment.
pub(super) type DrawText = [String; 7];

/// A tier: program, name, and the numbers in the order of `DrawCounts`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct TierText {
    pub program: String,
    pub tier: String,
    pub numbers: [String; NUMBERS],
}

/// A person: client id, number, program, tier, standing, check-in ("called", "missed"), called, deadline, test, collected.
pub(super) type PersonText = [String; 10];

/// What the report of a day says.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct DayText {
    pub draws: Vec<DrawText>,
    pub tiers: Vec<TierText>,
    pub people: Vec<PersonText>,
    /// In thousandths, or empty.
    pub compliance: String,
    pub rule: String,
}

/// What is signed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct SignedDay {
    pub on: NaiveDate,
    pub edition: i64,
    pub text: DayText,
    pub signer: String,
    pub signer_name: String,
    pub credential: String,
    pub signed_at: Moment,
    /// The hash of the edition before, or empty.
    pub previous: String,
}

impl SignedDay {
    /// The canonical bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for field in self.fields() {
            let length = u32::try_from(field.len()).unwrap_or(u32::MAX);
            bytes.extend_from_slice(&length.to_le_bytes());
            bytes.extend_from_slice(field.as_bytes());
        }
        bytes
    }

    fn fields(&self) -> Vec<String> {
        let mut fields = vec![PURPOSE.into(), self.on.to_string(), self.edition.to_string()];
        fields.push(self.text.draws.len().to_string());
        fields.extend(self.text.draws.iter().flatten().cloned());
        fields.push(self.text.tiers.len().to_string());
        for tier in &self.text.tiers {
            fields.extend([tier.program.clone(), tier.tier.clone()]);
            fields.extend(tier.numbers.iter().cloned());
        }
        fields.push(self.text.people.len().to_string());
        fields.extend(self.text.people.iter().flatten().cloned());
        fields.extend([self.text.compliance.clone(), self.text.rule.clone()]);
        fields.extend([self.signer.clone(), self.signer_name.clone(), self.credential.clone()]);
        fields.extend([instant(self.signed_at), self.previous.clone()]);
        fields
    }

    /// The day that these bytes say; `None` when they are not whole. Takes hostile input.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut at = In(bytes);
        (at.text()? == PURPOSE).then_some(())?;
        let (on, edition) = (at.text()?.parse().ok()?, at.text()?.parse().ok()?);
        let draws = at.list(In::row)?;
        let tiers = at.list(|at| Some(TierText { program: at.text()?, tier: at.text()?, numbers: at.row()? }))?;
        let people = at.list(In::row)?;
        let text = DayText { draws, tiers, people, compliance: at.text()?, rule: at.text()? };
        let (signer, signer_name, credential) = (at.text()?, at.text()?, at.text()?);
        let signed_at = Moment(chrono::DateTime::parse_from_rfc3339(&at.text()?).ok()?.timestamp_millis());
        let previous = at.text()?;
        at.0.is_empty().then_some(Self { on, edition, text, signer, signer_name, credential, signed_at, previous })
    }
}

/// An instant as the bytes say it.
pub(super) fn instant(at: Moment) -> String {
    chrono::DateTime::from_timestamp_millis(at.0)
        .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
        .unwrap_or_default()
}

struct In<'a>(&'a [u8]);

impl In<'_> {
    fn text(&mut self) -> Option<String> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let (field, rest) = rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)?;
        self.0 = rest;
        std::str::from_utf8(field).ok().map(str::to_owned)
    }

    fn row<const N: usize>(&mut self) -> Option<[String; N]> {
        let fields: Option<Vec<String>> = (0..N).map(|_| self.text()).collect();
        fields?.try_into().ok()
    }

    /// A count that the rest could hold at all, so that hostile bytes reserve nothing.
    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count: usize = self.text()?.parse().ok()?;
        (count <= self.0.len() / 4).then_some(())?;
        (0..count).map(|_| item(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn text(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    fn day() -> SignedDay {
        SignedDay {
            on: "2026-11-24".parse().unwrap(),
            edition: 1,
            text: DayText {
                draws: vec![text(&["Evening", "1", "noticed", "4", "1", "", "9f72"]).try_into().unwrap()],
                tiers: vec![TierText { program: "Evening".into(), tier: "Weekly".into(), ..TierText::default() }],
                people: vec![
                    text(&["0194", "C-0412", "Evening", "Weekly", "collected", "called", "", "", "S-26-0001", ""])
                        .try_into()
                        .unwrap(),
                ],
                compliance: "1000".into(),
                rule: "Đặng".into(),
            },
            signer: "0197".into(),
            signer_name: "Theodora".into(),
            credential: "LCSW".into(),
            signed_at: Moment(1_795_528_500_123),
            previous: String::new(),
        }
    }

    #[test]
    fn a_day_has_exactly_these_bytes() {
        let bytes = day().bytes();
        assert_eq!(&bytes[..4], &[33, 0, 0, 0]);
        assert_eq!(&bytes[4..37], PURPOSE.as_bytes());
        assert_eq!(&bytes[37..51], b"\x0a\0\0\x002026-11-24");
        assert_eq!(SignedDay::parse(&bytes), Some(day()));
    }

    proptest! {
        #[test]
        fn a_cut_or_a_longer_row_is_no_day(cut in any::<prop::sample::Index>(), tail in proptest::collection::vec(any::<u8>(), 1..9)) {
            let bytes = day().bytes();
            prop_assert_eq!(SignedDay::parse(&bytes[..cut.index(bytes.len())]), None);
            prop_assert_eq!(SignedDay::parse(&[bytes.as_slice(), &tail].concat()), None);
        }

        #[test]
        fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = SignedDay::parse(&bytes);
        }
    }
}
