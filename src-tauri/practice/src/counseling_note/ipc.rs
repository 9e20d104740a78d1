//! Calls of counseling notes: everybody's own, and those one was named for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    CounselingNoteId, CounselingNoteState, CounselingRecoveryId, CounselingRecoveryState, ops, queries, recovery,
};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// The request of `counseling_note.list` and `counseling_note.start`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CounselingNotesOf {
    pub client: ClientId,
}

/// The request of `counseling_note.open` and `counseling_note.look_back`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneCounselingNote {
    pub id: CounselingNoteId,
}

/// The request of `counseling_note.save`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCounselingNote {
    pub id: CounselingNoteId,
    pub rev: i64,
    pub title: String,
    pub body: String,
}

/// The request of `counseling_note.close` and `counseling_note.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisCounselingNote {
    pub id: CounselingNoteId,
    pub rev: i64,
}

/// The request of `counseling_note.name` and `counseling_note.take_away`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReaderOfNote {
    pub id: CounselingNoteId,
    pub rev: i64,
    pub staff: StaffId,
}

/// A person and their name.
#[derive(Debug, Serialize, TS)]
pub struct NamedPerson {
    pub id: StaffId,
    pub name: String,
}

/// A counseling note in the list: without its text.
#[derive(Serialize, TS)]
pub struct CounselingNoteLine {
    pub id: CounselingNoteId,
    /// Empty when it has none yet, and when the person's keys do not open it any more.
    pub title: String,
    pub state: CounselingNoteState,
    pub author: String,
    pub mine: bool,
    pub started_at: Moment,
    pub at: Moment,
    /// Sealed to keys from before a passphrase was reset.
    pub keys_gone: bool,
    pub rev: i64,
}

/// The counseling notes of a client that this person may read.
#[derive(Serialize, TS)]
pub struct CounselingNotes {
    pub notes: Vec<CounselingNoteLine>,
    pub may_write: bool,
}

/// A counseling note with its text.
#[derive(Serialize, TS)]
pub struct CounselingNote {
    pub id: CounselingNoteId,
    pub client: ClientId,
    pub title: String,
    pub body: String,
    pub state: CounselingNoteState,
    pub author: String,
    pub mine: bool,
    pub started_at: Moment,
    pub at: Moment,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Moment>,
    /// Who reads it besides the author.
    pub readers: Vec<NamedPerson>,
    /// Whom the author can name.
    pub nameable: Vec<NamedPerson>,
    pub rev: i64,
}

/// The answer of `counseling_note.save`.
#[derive(Debug, Serialize, TS)]
pub struct SavedCounselingNote {
    pub rev: i64,
    pub at: Moment,
}

/// An earlier text.
#[derive(Serialize, TS)]
pub struct CounselingNoteVersion {
    pub rev: i64,
    pub at: Moment,
    pub title: String,
    pub body: String,
}

/// The request of `counseling_note.ask_recovery`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AskRecovery {
    /// Whose notes.
    pub author: StaffId,
    /// Who is to read them.
    pub reader: StaffId,
    pub reason: String,
    pub passphrase: String,
}

/// The request of `counseling_note.open_recovery`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenRecovery {
    pub id: CounselingRecoveryId,
    pub rev: i64,
    pub passphrase: String,
    /// The recovery key as printed, in any case, with or without spaces.
    pub groups: String,
}

/// The request of `counseling_note.drop_recovery`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisRecovery {
    pub id: CounselingRecoveryId,
    pub rev: i64,
}

/// A recovery as the list shows it.
#[derive(Debug, Serialize, TS)]
pub struct CounselingRecovery {
    pub id: CounselingRecoveryId,
    pub author: String,
    pub reader: String,
    pub reason: String,
    pub asked_by: String,
    pub asked_at: Moment,
    pub state: CounselingRecoveryState,
    /// Empty until it is opened.
    pub opened_by: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Moment>,
    /// How many notes the reader can read now.
    pub opened: i64,
    /// How many stay closed, sealed to another recovery key.
    pub left_closed: i64,
    /// This person is the second.
    pub may_open: bool,
    pub rev: i64,
}

/// An author with notes that only an earlier recovery sheet opens.
#[derive(Debug, Serialize, TS)]
pub struct OnOlderSheet {
    pub author: String,
    pub notes: i64,
}

/// Every recovery, the newest first, and whom one can be about.
#[derive(Debug, Serialize, TS)]
pub struct CounselingRecoveries {
    pub rows: Vec<CounselingRecovery>,
    pub may_ask: bool,
    /// Who may have written counseling notes; whether they did is said by nothing.
    pub authors: Vec<NamedPerson>,
    pub readers: Vec<NamedPerson>,
    /// Whose notes wait for their author to come by since the recovery key was renewed.
    pub older: Vec<OnOlderSheet>,
}

pub(crate) fn calls() -> Vec<Call> {
    let cell = |verb| Need::Cell(Info::CounselingNotes, verb);
    let (director, second) = (Need::Cell(Info::Staff, Verb::Write), Need::Cell(Info::Staff, Verb::Read));
    vec![
        query("counseling_note.list", cell(Verb::Read), &[Tag::CounselingNote, Tag::Client], queries::list),
        op("counseling_note.open", cell(Verb::Read), ops::open),
        op("counseling_note.look_back", cell(Verb::Read), ops::look_back),
        op("counseling_note.start", cell(Verb::Write), ops::start),
        op("counseling_note.save", cell(Verb::Write), ops::save),
        op("counseling_note.close", cell(Verb::Write), ops::close),
        op("counseling_note.void", cell(Verb::Write), ops::void),
        op("counseling_note.name", cell(Verb::Write), ops::name),
        op("counseling_note.take_away", cell(Verb::Write), ops::take_away),
        query("counseling_note.recoveries", second, &[Tag::CounselingNote, Tag::Staff], recovery::list),
        op("counseling_note.ask_recovery", director, recovery::ask),
        op("counseling_note.open_recovery", second, recovery::open),
        op("counseling_note.drop_recovery", director, recovery::drop_it),
    ]
}
