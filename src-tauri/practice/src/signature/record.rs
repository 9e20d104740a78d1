//! Documents of the record, format v1: assessments, plans, their approvals and reviews, clients' signatures, discharge
//! summaries.
//!
//! What a document says is a list of names and texts, in the order in which its slice gives them: the slice that owns the
//! rows says them, when they are signed and when they are verified. The order of the fields is that of [`Record::bytes`]
//! and never changes. A client's documents are one chain.

use chrono::NaiveDate;
use uuid::Uuid;

use super::{In, License, Out, SignatureRefusal, SignedKind, SignedRecordId, Signer};
use super::{hash_text, license_on, seal, signer, store};
use crate::client::{ClientId, EpisodeId};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Result, RowId as _};

const PURPOSE: &str = "evenkeel record/v1";

/// Names and texts.
pub(crate) type Said = Vec<(String, String)>;

/// A name and a text of [`Said`].
pub(crate) fn line(name: impl Into<String>, text: impl Into<String>) -> (String, String) {
    (name.into(), text.into())
}

/// A signed document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Record {
    pub kind: SignedKind,
    /// Id of the row that was signed, and its revision under the signature.
    pub id: String,
    pub rev: i64,
    pub client: String,
    pub client_number: i64,
    /// Id of the episode, or empty.
    pub episode: String,
    pub said: Said,
    pub signer: Signer,
}

impl Record {
    /// The canonical bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Out::default();
        out.texts(&[PURPOSE, self.kind.word(), &self.id]);
        out.number(self.rev);
        out.text(&self.client);
        out.number(self.client_number);
        out.text(&self.episode);
        out.count(self.said.len());
        for (name, text) in &self.said {
            out.texts(&[name, text]);
        }
        self.signer.write(&mut out);
        out.into_bytes()
    }

    /// The document that these bytes say; `None` when they are not whole. Takes hostile input.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut at = In::new(bytes);
        (at.text()? == PURPOSE).then_some(())?;
        let record = Self {
            kind: SignedKind::from_word(&at.text()?)?,
            id: at.text()?,
            rev: at.number()?,
            client: at.text()?,
            client_number: at.number()?,
            episode: at.text()?,
            said: at.list(|at| Some((at.text()?, at.text()?)))?,
            signer: Signer::read(&mut at)?,
        };
        at.is_done().then_some(record)
    }
}

/// What is to be signed.
pub(crate) struct Subject {
    pub kind: SignedKind,
    pub id: Uuid,
    pub rev: i64,
    pub client: ClientId,
    pub episode: Option<EpisodeId>,
    /// The day it is about, on which the signer's license must hold; absent for who attests what others did.
    pub licensed_on: Option<NaiveDate>,
}

/// Puts a document under the signature of whoever acts, at the end of the client's chain.
///
/// # Errors
/// [`SignatureRefusal::LicenseEnded`]; those of the vault and the store.
pub(crate) fn sign(tx: &mut Tx<'_, '_>, subject: &Subject, said: Said) -> Result<()> {
    let facts = signer(tx.sql(), tx.actor.staff)?;
    if let Some(on) = subject.licensed_on
        && let License::Ended(ended) = license_on(&facts.credentials, on)
    {
        return Err(SignatureRefusal::LicenseEnded(ended).into());
    }
    let previous = store::last_of(tx.sql(), subject.client)?;
    let record = Record {
        kind: subject.kind,
        id: subject.id.to_string(),
        rev: subject.rev,
        client: subject.client.uuid().to_string(),
        client_number: store::number_of(tx.sql(), subject.client)?,
        episode: subject.episode.map(|id| id.uuid().to_string()).unwrap_or_default(),
        said,
        signer: Signer {
            id: facts.id.uuid().to_string(),
            name: facts.name,
            credential: facts.credential,
            signed_at: Some(tx.now()),
            previous: hash_text(previous.as_ref().map(<[u8; 32]>::as_slice)),
        },
    };
    let bytes = record.bytes();
    let seal = seal(tx, &bytes)?;
    let id: SignedRecordId = tx.id();
    store::insert(tx, id, subject, &store::Signed { bytes, seal, previous, credential: facts.labels })?;
    tx.wrote(Table::SignedRecord, id, Some(subject.client.uuid()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;
    use crate::kernel::Moment;
    use crate::kernel::history::hex;

    fn record() -> Record {
        Record {
            kind: SignedKind::Assessment,
            id: "0193".into(),
            rev: 3,
            client: "0194".into(),
            client_number: 412,
            episode: "0195".into(),
            said: vec![line("edition", "4"), line("section.reason", "Đặng called.")],
            signer: Signer {
                id: "0197".into(),
                name: "Marisol Quiñones".into(),
                credential: "LPC (MA 12345)".into(),
                signed_at: Some(Moment(1_795_528_800_123)),
                previous: String::new(),
            },
        }
    }

    #[test]
    fn a_record_has_exactly_these_bytes() {
        let bytes = record().bytes();
        let mut at = In::new(&bytes);
        let mut fields = String::new();
        while !at.is_done() {
            fields.push_str(&at.text().unwrap());
            fields.push('|');
        }
        assert_eq!(
            fields,
            "evenkeel record/v1|assessment|0193|3|0194|412|0195|2|edition|4|section.reason|Đặng called.|0197|\
             Marisol Quiñones|LPC (MA 12345)|2026-11-24T14:00:00.123Z||"
        );
        assert_eq!(hex(&super::super::hash(&bytes)).len(), 64);
        assert_eq!(Record::parse(&bytes), Some(record()));
    }

    proptest! {
        #[test]
        fn a_cut_or_a_longer_row_is_no_record(cut in any::<prop::sample::Index>(), tail in proptest::collection::vec(any::<u8>(), 1..9)) {
            let bytes = record().bytes();
            prop_assert_eq!(Record::parse(&bytes[..cut.index(bytes.len())]), None);
            prop_assert_eq!(Record::parse(&[bytes.as_slice(), &tail].concat()), None);
        }

        #[test]
        fn different_texts_are_different_bytes(a in ".{0,12}", b in ".{0,12}", c in ".{0,12}", d in ".{0,12}") {
            let with = |name: &str, text: &str| Record { said: vec![line(name, text)], ..record() }.bytes();
            prop_assert_eq!(with(&a, &b) == with(&c, &d), a == c && b == d);
        }

        #[test]
        fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Record::parse(&bytes);
        }
    }
}
