//! What may be done with a counseling note. Pure: no SQL, no clock, no keys.

use super::{CounselingNoteState, CounselingRecoveryState, EDITING_PERIOD_MS};
use crate::kernel::Moment;
use crate::kernel::actor::StaffId;
use crate::kernel::refusal::Rule;

/// Why a step is refused.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum CounselingNoteRefusal {
    /// It is closed.
    Closed,
    /// A reader reads only.
    NotTheAuthor,
    /// Sealed to keys from before a passphrase was reset.
    KeysGone,
    /// Somebody who holds no counselor's role, or is not on the staff any more.
    NotACounselor,
    /// Their passphrase was set by somebody else, who could read along.
    KeysNotTheirs,
    /// The author reads it anyway.
    Author,
    /// Two people open an author's notes: this one asked, or is to read them.
    NotTheSecond,
    /// It waits already, for this author and reader.
    AlreadyAsked,
    /// It was opened, taken back, or waited too long.
    NotWaiting,
    /// Nothing that this recovery key opens.
    NothingOpened,
    /// It is to leave, and may still change.
    StillOpen,
}

impl Rule for CounselingNoteRefusal {
    fn name(&self) -> &'static str {
        match self {
            Self::Closed => "counseling_note.closed",
            Self::NotTheAuthor => "counseling_note.not_the_author",
            Self::KeysGone => "counseling_note.keys_gone",
            Self::NotACounselor => "counseling_note.not_a_counselor",
            Self::KeysNotTheirs => "counseling_note.keys_not_theirs",
            Self::Author => "counseling_note.author",
            Self::NotTheSecond => "counseling_note.not_the_second",
            Self::AlreadyAsked => "counseling_note.already_asked",
            Self::NotWaiting => "counseling_note.not_waiting",
            Self::NothingOpened => "counseling_note.nothing_opened",
            Self::StillOpen => "counseling_note.still_open",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Closed => "This counseling note is closed. Start another one to add to it.",
            Self::NotTheAuthor => "You were named to read this counseling note. Only its author changes it.",
            Self::KeysGone => {
                "This counseling note is sealed to keys from before your passphrase was reset, and nobody opens it \
                 with the new ones. Its author, or another reader, still reads it."
            }
            Self::NotACounselor => "Only a counselor at work here can be named to read it. Choose somebody else.",
            Self::KeysNotTheirs => {
                "Their passphrase was set by somebody else, who could read along. Name them after they have signed in \
                 and chosen their own."
            }
            Self::Author => "Who wrote a counseling note reads it anyway. Choose somebody else.",
            Self::NotTheSecond => {
                "This takes two people: one asks, and another, who is not the reader, types the recovery key. Let a \
                 colleague sign in and open it."
            }
            Self::AlreadyAsked => "Somebody asked for the same already. Open that one, or take it back first.",
            Self::NotWaiting => "This was opened or taken back, or waited for more than seven days. Ask again.",
            Self::NothingOpened => {
                "This recovery key opens no counseling note of this author. Where the key was renewed after the notes \
                 were written, an older sheet opens them."
            }
            Self::StillOpen => "This counseling note is still being written. Close it before a copy leaves.",
        }
        .into()
    }
}

/// Whose hands it is in.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Hand {
    Author,
    Reader,
}

/// Whether the note's text may be changed, or the note taken back.
pub(super) fn may_write(hand: Hand, state: CounselingNoteState) -> Result<(), CounselingNoteRefusal> {
    is_author(hand)?;
    match state {
        CounselingNoteState::Open => Ok(()),
        CounselingNoteState::Closed => Err(CounselingNoteRefusal::Closed),
    }
}

/// Whether this person decides who reads it: also when it is closed.
pub(super) fn is_author(hand: Hand) -> Result<(), CounselingNoteRefusal> {
    if hand == Hand::Author { Ok(()) } else { Err(CounselingNoteRefusal::NotTheAuthor) }
}

/// Whether a copy of it may leave, as far as the note itself goes.
pub(super) fn may_leave(hand: Hand, state: CounselingNoteState) -> Result<(), CounselingNoteRefusal> {
    is_author(hand)?;
    match state {
        CounselingNoteState::Closed => Ok(()),
        CounselingNoteState::Open => Err(CounselingNoteRefusal::StillOpen),
    }
}

/// Somebody who is to be named.
#[derive(Copy, Clone, Debug)]
pub(super) struct Candidate {
    pub author: bool,
    /// A counselor at work here.
    pub counselor: bool,
    pub own_keys: bool,
}

/// Whether somebody can be named as a reader.
pub(super) fn may_name(candidate: Candidate) -> Result<(), CounselingNoteRefusal> {
    match candidate {
        Candidate { author: true, .. } => Err(CounselingNoteRefusal::Author),
        Candidate { counselor: false, .. } => Err(CounselingNoteRefusal::NotACounselor),
        Candidate { own_keys: false, .. } => Err(CounselingNoteRefusal::KeysNotTheirs),
        _ => Ok(()),
    }
}

/// How long somebody who asked waits for the second person, in milliseconds.
const WAITS_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// A recovery as far as its steps go.
#[derive(Copy, Clone, Debug)]
pub(super) struct Asked {
    pub by: StaffId,
    pub reader: StaffId,
    pub at: Moment,
    pub opened: bool,
}

/// How a recovery stands.
pub(super) fn state_of(asked: Asked, now: Moment) -> CounselingRecoveryState {
    match (asked.opened, now.0 - asked.at.0 > WAITS_MS) {
        (true, _) => CounselingRecoveryState::Opened,
        (false, true) => CounselingRecoveryState::Lapsed,
        (false, false) => CounselingRecoveryState::Waiting,
    }
}

/// Whether this person may be the second.
pub(super) fn may_open(asked: Asked, me: StaffId, now: Moment) -> Result<(), CounselingNoteRefusal> {
    if state_of(asked, now) != CounselingRecoveryState::Waiting {
        return Err(CounselingNoteRefusal::NotWaiting);
    }
    if asked.by == me || asked.reader == me { Err(CounselingNoteRefusal::NotTheSecond) } else { Ok(()) }
}

/// Whether a save begins another editing period: the version before it is kept, and the audit hears of it.
pub(super) fn begins_period(noted_at: Moment, now: Moment) -> bool {
    now.0 - noted_at.0 >= EDITING_PERIOD_MS
}

#[cfg(test)]
mod tests {
    use super::CounselingNoteState::{Closed, Open};
    use super::*;

    #[test]
    fn the_author_writes_until_it_is_closed_and_says_who_reads_also_after() {
        for (hand, state, write, name) in [
            (Hand::Author, Open, Ok(()), Ok(())),
            (Hand::Author, Closed, Err(CounselingNoteRefusal::Closed), Ok(())),
            (Hand::Reader, Open, Err(CounselingNoteRefusal::NotTheAuthor), Err(CounselingNoteRefusal::NotTheAuthor)),
            (
                Hand::Reader,
                Closed,
                Err(CounselingNoteRefusal::NotTheAuthor),
                Err(CounselingNoteRefusal::NotTheAuthor),
            ),
        ] {
            assert_eq!((may_write(hand, state), is_author(hand)), (write, name), "{hand:?} {state:?}");
        }
    }

    #[test]
    fn only_its_author_lets_a_copy_of_a_closed_one_leave() {
        for (hand, state, expected) in [
            (Hand::Author, Closed, Ok(())),
            (Hand::Author, Open, Err(CounselingNoteRefusal::StillOpen)),
            (Hand::Reader, Closed, Err(CounselingNoteRefusal::NotTheAuthor)),
            (Hand::Reader, Open, Err(CounselingNoteRefusal::NotTheAuthor)),
        ] {
            assert_eq!(may_leave(hand, state), expected, "{hand:?} {state:?}");
        }
    }

    #[test]
    fn a_reader_is_another_counselor_with_keys_of_their_own() {
        for (author, counselor, own_keys, expected) in [
            (false, true, true, Ok(())),
            (true, true, true, Err(CounselingNoteRefusal::Author)),
            (false, false, true, Err(CounselingNoteRefusal::NotACounselor)),
            (false, true, false, Err(CounselingNoteRefusal::KeysNotTheirs)),
        ] {
            assert_eq!(may_name(Candidate { author, counselor, own_keys }), expected);
        }
    }

    #[test]
    fn the_second_person_is_another_and_not_the_reader() {
        let [one, other, reader] = [1, 2, 3].map(|n| StaffId(uuid::Uuid::from_u128(n)));
        let asked = Asked { by: one, reader, at: Moment(1_000), opened: false };
        for (asked, who, after, expected) in [
            (asked, other, 0, Ok(())),
            (asked, other, WAITS_MS, Ok(())),
            (asked, other, WAITS_MS + 1, Err(CounselingNoteRefusal::NotWaiting)),
            (asked, one, 0, Err(CounselingNoteRefusal::NotTheSecond)),
            (asked, reader, 0, Err(CounselingNoteRefusal::NotTheSecond)),
            (Asked { opened: true, ..asked }, other, 0, Err(CounselingNoteRefusal::NotWaiting)),
        ] {
            assert_eq!(may_open(asked, who, Moment(1_000 + after)), expected, "{asked:?} {who:?} {after}");
        }
    }

    #[test]
    fn an_editing_period_lasts_ten_minutes() {
        for (since, expected) in [(0, false), (599_999, false), (600_000, true)] {
            assert_eq!(begins_period(Moment(1_000), Moment(1_000 + since)), expected, "{since}");
        }
    }
}
