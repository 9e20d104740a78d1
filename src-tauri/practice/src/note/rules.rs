//! What may be done to a note, and when. Pure: no SQL, no clock.

use chrono::NaiveDate;

use super::NoteState;
use crate::kernel::Moment;
use crate::kernel::refusal::{Code, Rule};
use crate::signature::{License, license_on};

/// Why something with a note is refused.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NoteRefusal {
    /// The text is under a signature.
    Fixed,
    /// Only the author writes in a note.
    NotTheAuthor,
    /// Something is missing before signing.
    NotReady {
        /// How many points.
        missing: usize,
    },
    /// The attendance of the session was not recorded.
    NotRecorded,
    /// The client was absent: an absence entry belongs here.
    WasAbsent,
    /// The client was there: an absence is not true any more.
    WasPresent,
    /// The note does not wait for a cosignature.
    NotAwaiting,
    /// Only the author's supervisor or a director cosigns, and nobody their own note.
    NotTheCosigner,
    /// Whoever needs a cosignature gives none.
    CosignerNeedsCosign,
    /// An addendum belongs to a signed note.
    NotSigned,
    /// A free note is not about a session.
    FromSession,
    /// The session does not have this kind of note.
    IsGroup,
    /// The session is not a group.
    NotAGroup,
    /// Who did not lead the session does not write its note.
    NotYourSession,
    /// A signed shared part stays as it is.
    SharedFixed,
    /// Nobody's entry is left to sign.
    NothingToSign,
    /// What was signed is never voided.
    Signed,
    /// The signer's license had ended on the day of the service.
    LicenseEnded,
    /// A license held on that day: the author signs.
    LicenseHolds,
    /// Only who may sign alone takes a note over, and never its own author.
    NotEligible,
    /// Only what somebody handed over is given back.
    NotHandedOver,
    /// No signed note rests on this attendance.
    NoSignedNote,
    /// The correction says what stands there already.
    NothingToCorrect,
}

impl Rule for NoteRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Fixed => "note.fixed",
            Self::NotTheAuthor => "note.not_the_author",
            Self::NotReady { .. } => "note.not_ready",
            Self::NotRecorded => "note.not_recorded",
            Self::WasAbsent => "note.was_absent",
            Self::WasPresent => "note.was_present",
            Self::NotAwaiting => "note.not_awaiting",
            Self::NotTheCosigner => "note.not_the_cosigner",
            Self::CosignerNeedsCosign => "note.cosigner_needs_cosign",
            Self::NotSigned => "note.not_signed",
            Self::FromSession => "note.from_session",
            Self::IsGroup => "note.is_group",
            Self::NotAGroup => "note.not_a_group",
            Self::NotYourSession => "note.not_your_session",
            Self::SharedFixed => "note.shared_fixed",
            Self::NothingToSign => "note.nothing_to_sign",
            Self::Signed => "note.signed",
            Self::LicenseEnded => "note.license_ended",
            Self::LicenseHolds => "note.license_holds",
            Self::NotEligible => "note.not_eligible",
            Self::NotHandedOver => "note.not_handed_over",
            Self::NoSignedNote => "note.no_signed_note",
            Self::NothingToCorrect => "note.nothing_to_correct",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::NotReady { missing: 1 } => "One thing is missing before this can be signed. Look at the list.",
            Self::NotReady { missing } => {
                return format!("{missing} things are missing before this can be signed. Look at the list.");
            }
            Self::Fixed => "This note is signed, so its text stays as it is. Add an addendum instead.",
            Self::NotTheAuthor => "Only the author writes in this note. Add an addendum once it is signed.",
            Self::NotRecorded => {
                "The attendance of this session is not recorded. Record it first, then write the note."
            }
            Self::WasAbsent => {
                "The client was absent. Void this draft and sign the absence instead, or correct the attendance."
            }
            Self::WasPresent => "The attendance says the client was there. Void this draft and write a note instead.",
            Self::NotAwaiting => "This note does not wait for a cosignature any more. Open the queue again.",
            Self::NotTheCosigner => "Only the author's supervisor or a director answers this note, never its author.",
            Self::CosignerNeedsCosign => {
                "Your own notes need a cosignature, so you cannot give one. Ask a director to answer this note."
            }
            Self::NotSigned => "This note is not signed yet. Write in the note itself.",
            Self::FromSession => {
                "This note belongs to a session; its time comes from the attendance. Correct it there."
            }
            Self::IsGroup => "This session is a group. Open its group note instead.",
            Self::NotAGroup => "This session is not a group. Open its individual note instead.",
            Self::NotYourSession => "Only who leads this session writes its note. Ask them, or a director.",
            Self::SharedFixed => {
                "The shared part is signed and goes into charts as it is. Add an addendum in the chart."
            }
            Self::NothingToSign => "Every entry of this session is signed or left for later.",
            Self::LicenseEnded => {
                "Your license had ended on the day of the service. If the date is a typing mistake, mend it; otherwise hand the note over."
            }
            Self::LicenseHolds => "Your license held on the day of the service, so you sign this note yourself.",
            Self::NotEligible => {
                "This colleague cannot sign this note: inactive, without a license on that day, or in need of a cosignature. Choose another one."
            }
            Self::NotHandedOver => "Nobody handed this note over to you. Sign it, or void the draft.",
            Self::Signed => "A signed note is never voided. Add an addendum that says what is wrong.",
            Self::NoSignedNote => "No signed note rests on this attendance. Correct it without an addendum.",
            Self::NothingToCorrect => "This is how the attendance stands already. Change something, or leave it.",
        }
        .into()
    }

    fn code(&self) -> Code {
        Code::StoppedByRule
    }
}

/// Whether notes signed under these credentials need a cosignature: each says whether it does, and when it ends. Nobody
/// without a credential that holds on that date signs alone, except in a practice of one.
pub(super) fn needs_cosign(credentials: &[(bool, Option<NaiveDate>)], on: NaiveDate, solo: bool) -> bool {
    let stands_alone = |(needs, ends): &(bool, Option<NaiveDate>)| !needs && ends.is_none_or(|ends| ends >= on);
    !solo && !credentials.iter().any(stands_alone)
}

/// Whether a colleague may review and sign a note that somebody else drafted.
///
/// # Errors
/// [`NoteRefusal::NotEligible`].
pub(super) fn may_take_over(
    credentials: &[(bool, Option<NaiveDate>)],
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), NoteRefusal> {
    let holds = !credentials.is_empty() && license_on(credentials, on) == License::Holds;
    if holds && !needs_cosign(credentials, today, false) { Ok(()) } else { Err(NoteRefusal::NotEligible) }
}

/// The state after the author's signature.
pub(super) fn signed_state(needs_cosign: bool) -> NoteState {
    if needs_cosign { NoteState::AwaitingCosign } else { NoteState::Signed }
}

/// Whether an entry made now about a service that ended then is late.
pub(super) fn is_late(end: Moment, now: Moment, hours: i64) -> bool {
    end.minutes_to(now) > hours * 60
}

/// When a note falls due.
pub(super) fn due(end: Moment, hours: i64) -> Moment {
    end.plus_minutes(hours * 60)
}

/// Who asks to answer a note that awaits a cosignature.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cosigner {
    pub is_author: bool,
    pub supervises_author: bool,
    /// Holds the director's permit to cosign.
    pub directs: bool,
    pub needs_cosign: bool,
}

/// Whether that person may answer it.
///
/// # Errors
/// [`NoteRefusal::NotAwaiting`], [`NoteRefusal::NotTheCosigner`], [`NoteRefusal::CosignerNeedsCosign`].
pub(super) fn may_cosign(state: NoteState, who: Cosigner) -> Result<(), NoteRefusal> {
    if state != NoteState::AwaitingCosign {
        return Err(NoteRefusal::NotAwaiting);
    }
    if who.is_author || !(who.supervises_author || who.directs) {
        return Err(NoteRefusal::NotTheCosigner);
    }
    if who.needs_cosign && !who.directs {
        return Err(NoteRefusal::CosignerNeedsCosign);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn who_signs_alone() {
        let on: NaiveDate = "2026-11-24".parse().unwrap();
        let day = |text: &str| Some(text.parse().unwrap());
        for (credentials, solo, expected) in [
            (&[][..], false, true),
            (&[][..], true, false),
            (&[(false, None)][..], false, false),
            (&[(true, None)][..], false, true),
            (&[(true, None), (false, None)][..], false, false),
            (&[(false, day("2026-11-24"))][..], false, false),
            (&[(false, day("2026-11-23"))][..], false, true),
            (&[(true, None)][..], true, false),
        ] {
            assert_eq!(needs_cosign(credentials, on, solo), expected, "{credentials:?} {solo}");
        }
    }

    #[test]
    fn a_license_holds_through_the_day_it_ends_on() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let on = day("2026-11-24");
        let (ended, ends, later) = (Some(day("2026-11-23")), Some(on), Some(day("2027-01-01")));
        for (credentials, expected) in [
            (&[][..], License::Holds),
            (&[(false, None)][..], License::Holds),
            (&[(false, ends)][..], License::Holds),
            (&[(false, ended)][..], License::Ended(day("2026-11-23"))),
            (&[(false, ended), (true, later)][..], License::Holds),
            (&[(false, ended), (false, Some(day("2026-11-01")))][..], License::Ended(day("2026-11-23"))),
        ] {
            assert_eq!(license_on(credentials, on), expected, "{credentials:?}");
        }
    }

    #[test]
    fn who_may_take_a_note_over() {
        let day = |text: &str| -> Option<NaiveDate> { Some(text.parse().unwrap()) };
        let (on, today) = (day("2026-11-24").unwrap(), day("2026-11-26").unwrap());
        for (credentials, expected) in [
            (&[(false, None)][..], true),
            (&[(false, day("2026-11-26"))][..], true),
            (&[(false, day("2026-11-25"))][..], false),
            (&[(true, None)][..], false),
            (&[][..], false),
        ] {
            assert_eq!(may_take_over(credentials, on, today).is_ok(), expected, "{credentials:?}");
        }
    }

    #[test]
    fn late_begins_after_the_last_minute_of_the_policy() {
        let end = Moment(0);
        for (minutes, expected) in [(0, false), (24 * 60, false), (24 * 60 + 1, true), (-5, false)] {
            assert_eq!(is_late(end, end.plus_minutes(minutes), 24), expected, "{minutes}");
        }
    }

    #[test]
    fn who_may_answer() {
        let nobody = Cosigner { is_author: false, supervises_author: false, directs: false, needs_cosign: false };
        let supervisor = Cosigner { supervises_author: true, ..nobody };
        let director = Cosigner { directs: true, ..nobody };
        for (state, who, expected) in [
            (NoteState::AwaitingCosign, supervisor, Ok(())),
            (NoteState::AwaitingCosign, director, Ok(())),
            (NoteState::AwaitingCosign, nobody, Err(NoteRefusal::NotTheCosigner)),
            (NoteState::AwaitingCosign, Cosigner { is_author: true, ..director }, Err(NoteRefusal::NotTheCosigner)),
            (
                NoteState::AwaitingCosign,
                Cosigner { needs_cosign: true, ..supervisor },
                Err(NoteRefusal::CosignerNeedsCosign),
            ),
            (NoteState::AwaitingCosign, Cosigner { needs_cosign: true, ..director }, Ok(())),
            (NoteState::Cosigned, supervisor, Err(NoteRefusal::NotAwaiting)),
            (NoteState::Draft, director, Err(NoteRefusal::NotAwaiting)),
        ] {
            assert_eq!(may_cosign(state, who), expected, "{state:?} {who:?}");
        }
    }
}
