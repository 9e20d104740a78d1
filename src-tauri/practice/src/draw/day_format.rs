//! The exact bytes of a signed day, format v1.
//!
//! A row of fields as `signature/fields.rs` writes them. People stand by their number: the bytes name nobody. The order is that of [`SignedDay::fields`] and never changes.

use chrono::NaiveDate;

use crate::kernel::Moment;
use crate::signature::{In, Out, instant};

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
        let mut out = Out::default();
        self.fields().iter().for_each(|field| out.text(field));
        out.into_bytes()
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
        let mut at = In::new(bytes);
        (at.text()? == PURPOSE).then_some(())?;
        let (on, edition) = (at.text()?.parse().ok()?, at.text()?.parse().ok()?);
        let draws = at.list(In::row)?;
        let tiers = at.list(|at| Some(TierText { program: at.text()?, tier: at.text()?, numbers: at.row()? }))?;
        let people = at.list(In::row)?;
        let text = DayText { draws, tiers, people, compliance: at.text()?, rule: at.text()? };
        let (signer, signer_name, credential) = (at.text()?, at.text()?, at.text()?);
        let signed_at = at.moment()??;
        let previous = at.text()?;
        at.is_done().then_some(Self { on, edition, text, signer, signer_name, credential, signed_at, previous })
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
