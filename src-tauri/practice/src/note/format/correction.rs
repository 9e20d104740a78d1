//! The document that corrects attendance under a signed note: the addendum's words, and the same as fields that a
//! machine reads. Its fields stand in the order of [`Out::correction`], which never changes (format v1).

use super::{In, Out};
use crate::kernel::Moment;

/// How somebody's attendance stands, in the words of its table; no times for who was absent.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct AttendanceText {
    pub state: String,
    pub arrived_at: Option<Moment>,
    pub left_at: Option<Moment>,
    pub minutes: i64,
    /// "excused", "unexcused", or empty for who was there.
    pub excused: String,
    pub reason: String,
    pub place: String,
    pub client_location: String,
}

/// A correction of the attendance under a note.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct CorrectionText {
    /// Hash of the document it is an addendum to.
    pub to: String,
    /// The correction as a sentence, and what the signer added.
    pub words: String,
    /// Id of the attendance.
    pub attendance: String,
    pub before: AttendanceText,
    pub after: AttendanceText,
    pub because: String,
}

impl Out {
    pub(super) fn correction(&mut self, text: &CorrectionText) {
        self.texts(&[&text.to, &text.words, &text.attendance]);
        self.attendance(&text.before);
        self.attendance(&text.after);
        self.text(&text.because);
    }

    fn attendance(&mut self, text: &AttendanceText) {
        self.text(&text.state);
        self.moment(text.arrived_at);
        self.moment(text.left_at);
        self.number(text.minutes);
        self.texts(&[&text.excused, &text.reason, &text.place, &text.client_location]);
    }
}

impl In<'_> {
    pub(super) fn correction(&mut self) -> Option<CorrectionText> {
        Some(CorrectionText {
            to: self.text()?,
            words: self.text()?,
            attendance: self.text()?,
            before: self.attendance()?,
            after: self.attendance()?,
            because: self.text()?,
        })
    }

    fn attendance(&mut self) -> Option<AttendanceText> {
        Some(AttendanceText {
            state: self.text()?,
            arrived_at: self.moment()?,
            left_at: self.moment()?,
            minutes: self.number()?,
            excused: self.text()?,
            reason: self.text()?,
            place: self.text()?,
            client_location: self.text()?,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::super::{Body, Document, Head, Signer};
    use super::*;
    use crate::kernel::history::hex;
    use crate::signature::hash;

    fn document(text: CorrectionText) -> Document {
        Document { head: Head::default(), body: Body::Correction(Box::new(text)), signer: Signer::default() }
    }

    fn text() -> CorrectionText {
        let before = AttendanceText {
            state: "present".into(),
            arrived_at: Some(Moment(1_795_557_000_000)),
            left_at: Some(Moment(1_795_560_000_000)),
            minutes: 50,
            place: "in_person".into(),
            ..AttendanceText::default()
        };
        let after = AttendanceText {
            state: "absent".into(),
            excused: "excused".into(),
            reason: "Shift moved".into(),
            place: "in_person".into(),
            ..AttendanceText::default()
        };
        CorrectionText {
            to: "ab".into(),
            words: "Present became absent.".into(),
            attendance: "0198".into(),
            before,
            after,
            because: "Wrong row".into(),
        }
    }

    #[test]
    fn a_correction_has_exactly_these_bytes() {
        let mut at = document(text()).bytes();
        let mut fields = Vec::new();
        let mut rest = In::new(&at);
        while !rest.is_done() {
            fields.push(rest.text().unwrap());
        }
        assert_eq!(
            fields,
            [
                "evenkeel note/v1",
                "correction",
                "",
                "0",
                "",
                "0",
                "",
                "ab",
                "Present became absent.",
                "0198",
                "present",
                "2026-11-24T21:50:00.000Z",
                "2026-11-24T22:40:00.000Z",
                "50",
                "",
                "",
                "in_person",
                "",
                "absent",
                "",
                "",
                "0",
                "excused",
                "Shift moved",
                "in_person",
                "",
                "Wrong row",
                "",
                "",
                "",
                "",
                ""
            ]
        );
        at.extend_from_slice(b"more");
        assert_eq!(Document::parse(&at), None);
        assert_eq!(hex(&hash(&document(text()).bytes())).len(), 64);
    }

    proptest! {
        /// Which field holds a text is part of what is signed.
        #[test]
        fn what_was_written_is_read_again(reason in ".{0,12}", because in ".{0,12}", minutes in 0_i64..600, words in ".{0,40}") {
            let text = CorrectionText { words, because, after: AttendanceText { reason, minutes, ..text().after }, ..text() };
            let document = document(text);
            prop_assert_eq!(Document::parse(&document.bytes()), Some(document));
        }
    }
}
