//! Format v1: the exact bytes that are signed.
//!
//! A document is a list of fields in fixed order, written as `signature/fields.rs` writes them. The order is that of
//! [`Document::bytes`] and of `a_document_has_exactly_these_bytes` below, and never changes: another order is format v2.
//!
//! The hash of a document is SHA-256 of these bytes. Its signature is the author's Ed25519 signature of them, in the
//! form `vault::Vault::sign` gives it. `previous` is the hash of the document signed before it in the same chain.

mod correction;

use crate::kernel::Moment;
pub(crate) use crate::signature::Signer;
use crate::signature::{In, Out};

pub use correction::{AttendanceText, CorrectionText};

const PURPOSE: &str = "evenkeel note/v1";

/// What all documents say: who signed what about whom, and after what.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Head {
    /// Id of the note.
    pub note: String,
    /// How often the note was signed, with this time.
    pub of_rev: i64,
    /// Id and number of the client.
    pub client: String,
    pub client_number: i64,
    /// Id of the episode, or empty.
    pub episode: String,
}

/// A section: key, label and text.
pub type Section = (String, String, String);

/// An objective: id, label, words as they stood, progress.
pub type Objective = (String, String, String, String);

/// The part every chart of a group session carries.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Shared {
    pub topic: String,
    pub interventions: String,
    pub words: String,
    /// The session's risk statement, or empty.
    pub statement: String,
}

/// What the author signs.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct NoteText {
    pub kind: String,
    pub format: String,
    pub service_on: String,
    pub began_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    pub minutes: i64,
    /// "Present", "Absence (excused: shift)", or empty where nothing was recorded.
    pub attendance: String,
    pub shared: Shared,
    /// 0 to 3, or empty.
    pub participation: String,
    pub sections: Vec<Section>,
    pub objectives: Vec<Objective>,
    pub risk: String,
    pub risk_words: String,
    /// "late entry", or empty.
    pub late: String,
    pub created_at: Option<Moment>,
}

/// One of the four documents.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Body {
    Note(Box<NoteText>),
    /// What was added, to the document with this hash.
    Addendum {
        to: String,
        words: String,
    },
    /// An addendum that carries a correction of the attendance.
    Correction(Box<CorrectionText>),
    /// That the supervisor stands behind the document with this hash, with a comment or none.
    Cosignature {
        to: String,
        comment: String,
    },
}

/// What is signed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Document {
    pub head: Head,
    pub body: Body,
    pub signer: Signer,
}

impl Document {
    /// The canonical bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Out::default();
        out.text(PURPOSE);
        out.text(self.body.word());
        out.text(&self.head.note);
        out.number(self.head.of_rev);
        out.text(&self.head.client);
        out.number(self.head.client_number);
        out.text(&self.head.episode);
        match &self.body {
            Body::Note(text) => out.note(text),
            Body::Addendum { to, words } => out.texts(&[to, words]),
            Body::Correction(text) => out.correction(text),
            Body::Cosignature { to, comment } => out.texts(&[to, comment]),
        }
        self.signer.write(&mut out);
        out.into_bytes()
    }

    /// The document that these bytes say; `None` when they are not whole. Takes hostile input.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut at = In::new(bytes);
        (at.text()? == PURPOSE).then_some(())?;
        let word = at.text()?;
        let head = Head {
            note: at.text()?,
            of_rev: at.number()?,
            client: at.text()?,
            client_number: at.number()?,
            episode: at.text()?,
        };
        let body = match word.as_str() {
            "note" => Body::Note(Box::new(at.note()?)),
            "addendum" => Body::Addendum { to: at.text()?, words: at.text()? },
            "correction" => Body::Correction(Box::new(at.correction()?)),
            "cosignature" => Body::Cosignature { to: at.text()?, comment: at.text()? },
            _ => return None,
        };
        let signer = Signer::read(&mut at)?;
        at.is_done().then_some(Self { head, body, signer })
    }
}

impl Body {
    /// The word of the document in its bytes.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Note(_) => "note",
            Self::Addendum { .. } => "addendum",
            Self::Correction(_) => "correction",
            Self::Cosignature { .. } => "cosignature",
        }
    }

    /// The word of the document in the table, where a correction is an addendum like any other.
    pub const fn in_table(&self) -> &'static str {
        match self {
            Self::Correction(_) => "addendum",
            other => other.word(),
        }
    }
}

impl Out {
    fn note(&mut self, text: &NoteText) {
        self.texts(&[&text.kind, &text.format, &text.service_on]);
        self.moment(text.began_at);
        self.moment(text.ended_at);
        self.number(text.minutes);
        self.text(&text.attendance);
        self.texts(&[&text.shared.topic, &text.shared.interventions, &text.shared.words, &text.shared.statement]);
        self.text(&text.participation);
        self.count(text.sections.len());
        for (key, label, words) in &text.sections {
            self.texts(&[key, label, words]);
        }
        self.count(text.objectives.len());
        for (id, label, words, progress) in &text.objectives {
            self.texts(&[id, label, words, progress]);
        }
        self.texts(&[&text.risk, &text.risk_words, &text.late]);
        self.moment(text.created_at);
    }
}

impl In<'_> {
    fn note(&mut self) -> Option<NoteText> {
        Some(NoteText {
            kind: self.text()?,
            format: self.text()?,
            service_on: self.text()?,
            began_at: self.moment()?,
            ended_at: self.moment()?,
            minutes: self.number()?,
            attendance: self.text()?,
            shared: Shared {
                topic: self.text()?,
                interventions: self.text()?,
                words: self.text()?,
                statement: self.text()?,
            },
            participation: self.text()?,
            sections: self.list(|at| Some((at.text()?, at.text()?, at.text()?)))?,
            objectives: self.list(|at| Some((at.text()?, at.text()?, at.text()?, at.text()?)))?,
            risk: self.text()?,
            risk_words: self.text()?,
            late: self.text()?,
            created_at: self.moment()?,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;
    use crate::kernel::history::hex;
    use crate::signature::hash;

    fn document() -> Document {
        Document {
            head: Head {
                note: "0193".into(),
                of_rev: 1,
                client: "0194".into(),
                client_number: 412,
                episode: "0195".into(),
            },
            body: Body::Note(Box::new(NoteText {
                kind: "individual".into(),
                format: "dap".into(),
                service_on: "2026-11-24".into(),
                began_at: Some(Moment(1_795_525_500_000)),
                ended_at: Some(Moment(1_795_528_500_000)),
                minutes: 50,
                attendance: "Present".into(),
                shared: Shared::default(),
                participation: String::new(),
                sections: vec![("data".into(), "Data".into(), "Slept five hours. Đặng.".into())],
                objectives: vec![("0196".into(), "1.2".into(), "Name three cues".into(), "forward".into())],
                risk: "none_observed".into(),
                risk_words: String::new(),
                late: String::new(),
                created_at: Some(Moment(1_795_528_600_000)),
            })),
            signer: Signer {
                id: "0197".into(),
                name: "Marisol Quiñones".into(),
                credential: "LPC (MA 12345)".into(),
                signed_at: Some(Moment(1_795_528_800_123)),
                previous: String::new(),
            },
        }
    }

    /// The fields of a document, one a line: length, then text.
    fn fields(bytes: &[u8]) -> String {
        let mut at = In::new(bytes);
        let mut lines = String::new();
        while !at.is_done() {
            let field = at.text().unwrap();
            lines.push_str(&format!("{} {field}\n", field.len()));
        }
        lines
    }

    #[test]
    fn a_document_has_exactly_these_bytes() {
        let bytes = document().bytes();
        assert_eq!(&bytes[..8], &[16, 0, 0, 0, b'e', b'v', b'e', b'n']);
        let expected = "16 evenkeel note/v1\n4 note\n4 0193\n1 1\n4 0194\n3 412\n4 0195\n10 individual\n3 dap\n\
            10 2026-11-24\n24 2026-11-24T13:05:00.000Z\n24 2026-11-24T13:55:00.000Z\n2 50\n7 Present\n0 \n0 \n0 \n0 \n0 \n\
            1 1\n4 data\n4 Data\n26 Slept five hours. Đặng.\n1 1\n4 0196\n3 1.2\n15 Name three cues\n7 forward\n\
            13 none_observed\n0 \n0 \n24 2026-11-24T13:56:40.000Z\n4 0197\n17 Marisol Quiñones\n14 LPC (MA 12345)\n\
            24 2026-11-24T14:00:00.123Z\n0 \n";
        assert_eq!(fields(&bytes), expected);
        assert_eq!(hex(&hash(&bytes)), "f9c7b129e90600a4792593923ed034bea0866dc56e9772b7d320560587975799");
    }

    #[test]
    fn what_was_written_is_read_again() {
        let note = document();
        assert_eq!(Document::parse(&note.bytes()), Some(note.clone()));
        for body in [
            Body::Addendum { to: "ab".into(), words: "She said Monday.".into() },
            Body::Cosignature { to: "cd".into(), comment: String::new() },
        ] {
            let document = Document { body, ..note.clone() };
            assert_eq!(Document::parse(&document.bytes()), Some(document));
        }
    }

    #[test]
    fn every_cut_is_refused_and_nothing_may_follow() {
        let bytes = document().bytes();
        (0..bytes.len()).for_each(|cut| assert_eq!(Document::parse(&bytes[..cut]), None, "cut at {cut}"));
        assert_eq!(Document::parse(&[bytes.as_slice(), b"\0\0\0\0"].concat()), None);
    }

    proptest! {
        #[test]
        fn different_texts_are_different_bytes(a in ".{0,12}", b in ".{0,12}", c in ".{0,12}", d in ".{0,12}") {
            let of = |topic: &str, words: &str| {
                let mut document = document();
                if let Body::Note(text) = &mut document.body {
                    text.shared.topic = topic.into();
                    text.shared.words = words.into();
                }
                document.bytes()
            };
            prop_assert_eq!(of(&a, &b) == of(&c, &d), a == c && b == d);
        }

        #[test]
        fn hostile_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Document::parse(&bytes);
        }
    }
}
