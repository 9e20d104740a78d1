//! Attendance under a signed note: corrected only by an addendum that carries the correction (models.md 1.6).
//!
//! What must hold: addendum, its signed bytes and the changed attendance are one transaction; the bytes say what stood
//! before, what stands after, and why; the hours follow the row at once.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::documents;
use super::format::{AttendanceText, Body, CorrectionText};
use super::rules::NoteRefusal;
use super::sign::Pen;
use super::{AddendumId, CorrectionId, Note, NoteId, queries, store};
use crate::attendance::ipc::{CorrectAttendance, PresenceFields};
use crate::attendance::{self, AttendanceId, AttendanceState, Correction, Place, Presence};
use crate::kernel::door::Tx;
use crate::kernel::history::{Table, hex};
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb, Zone};
use crate::workstation::{Proof, Workstation};

/// The longest text beside a correction, in characters.
const LONGEST: usize = 10_000;

/// The request of `note.correct_attendance`: how the attendance under a signed note should stand.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectUnderNote {
    pub id: AttendanceId,
    pub rev: i64,
    /// How it should stand; empty means there all the time.
    pub what: PresenceFields,
    pub because: String,
    /// What the addendum says beside the correction; may stay empty.
    #[serde(default)]
    pub words: String,
    pub proof: Proof,
}

/// The attendance after its correction, and the note that has the addendum.
#[derive(Debug, Serialize, TS)]
pub struct AttendanceCorrected {
    pub note: NoteId,
    pub id: AttendanceId,
    pub rev: i64,
    pub state: AttendanceState,
    pub minutes: i64,
}

/// Signs an addendum that corrects the attendance under a note, and corrects it.
///
/// # Errors
/// `note.no_signed_note` where none rests on it; as `attendance.correct` and `note.addendum` otherwise.
pub(super) fn attendance(desk: &Workstation, request: CorrectUnderNote) -> Result<AttendanceCorrected> {
    let CorrectUnderNote { id, rev, what, because, words, proof } = request;
    let wanted = CorrectAttendance { id, rev, what, because };
    desk.sign("note.correct_attendance", &proof, |tx| inner(tx, &wanted, &words))
}

fn inner(tx: &mut Tx<'_, '_>, wanted: &CorrectAttendance, words: &str) -> Result<AttendanceCorrected> {
    let mut check = Check::new();
    let more = check.optional("words", words, LONGEST);
    check.done()?;
    let correction = attendance::correction(tx, wanted)?;
    let note = resting(tx, &correction)?;
    queries::may_addend(&tx.view(), &note)?;
    tx.role = Some(tx.actor.permit(Info::Notes, Verb::Sign)?.role);
    if correction.before == correction.after {
        return Err(NoteRefusal::NothingToCorrect.into());
    }
    let addendum = signed(tx, &note, &correction, &more)?;
    let id: CorrectionId = tx.id();
    insert(tx, id, &correction, addendum)?;
    tx.wrote(Table::AttendanceCorrection, id, Some(note.client.uuid()))?;
    let row = attendance::apply(tx, &correction)?;
    tx.touch(Tag::Note);
    Ok(AttendanceCorrected { note: note.id, id: row.id, rev: row.rev, state: row.state, minutes: row.minutes })
}

/// The signed note that rests on it: the newest, where there are several.
fn resting(tx: &Tx<'_, '_>, correction: &Correction) -> Result<Note> {
    let mut statement = tx.sql().prepare_cached(
        "select id
         from note
         where session = :session and client = :client and voided_at is null
           and state in ('signed', 'awaiting_cosign', 'cosigned', 'attested_elsewhere')
         order by signed_at desc
         limit 1",
    )?;
    let parameters = named_params! { ":session": correction.session, ":client": correction.client };
    let mut rows = statement.query(parameters)?;
    let Some(row) = rows.next()? else { return Err(NoteRefusal::NoSignedNote.into()) };
    let id: NoteId = row.get(0)?;
    store::note(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("note"))
}

fn signed(tx: &mut Tx<'_, '_>, note: &Note, correction: &Correction, more: &str) -> Result<AddendumId> {
    let (of_rev, to) =
        documents::newest(tx.sql(), note.id)?.map_or((0, String::new()), |(of_rev, hash)| (of_rev, hex(&hash)));
    let words = sentence(correction, more, tx.calendar.zone);
    let body = Body::Correction(Box::new(CorrectionText {
        to,
        words: words.clone(),
        attendance: correction.id.uuid().to_string(),
        before: text_of(&correction.before),
        after: text_of(&correction.after),
        because: correction.because.clone(),
    }));
    let (document, _) = Pen::of(tx)?.document(tx, note, of_rev, body)?;
    let id: AddendumId = tx.id();
    documents::insert_addendum(tx, id, note.id, &words, document)?;
    tx.wrote(Table::Addendum, id, Some(note.client.uuid()))?;
    Ok(id)
}

fn insert(tx: &Tx<'_, '_>, id: CorrectionId, correction: &Correction, addendum: AddendumId) -> Result<()> {
    tx.write(
        "insert into attendance_correction (id, attendance, addendum, of_rev, because, rev, at, device, by_staff)
         values (:id, :attendance, :addendum, :of_rev, :because, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":attendance": correction.id,
            ":addendum": addendum,
            ":of_rev": correction.rev + 1,
            ":because": correction.because,
        },
    )
}

/// A presence as the signed bytes say it.
pub(super) fn text_of(presence: &Presence) -> AttendanceText {
    AttendanceText {
        state: presence.state.word().into(),
        arrived_at: presence.stay.map(|stay| stay.0),
        left_at: presence.stay.map(|stay| stay.1),
        minutes: presence.minutes,
        excused: match presence.excused {
            Some(true) => "excused".into(),
            Some(false) => "unexcused".into(),
            None => String::new(),
        },
        reason: presence.reason.clone(),
        place: presence.place.word().into(),
        client_location: presence.client_location.clone(),
    }
}

/// The correction as a person reads it.
fn sentence(correction: &Correction, more: &str, zone: Zone) -> String {
    let mut words = format!(
        "Attendance corrected. Before: {}. Now: {}. Why: {}",
        in_words(&correction.before, zone),
        in_words(&correction.after, zone),
        correction.because,
    );
    if !more.is_empty() {
        words.push('\n');
        words.push_str(more);
    }
    words
}

fn in_words(presence: &Presence, zone: Zone) -> String {
    let clock = |at| zone.wall(at).format("%-I:%M %p").to_string();
    let place = match presence.place {
        Place::InPerson => String::new(),
        Place::Video => format!(", by video from {}", presence.client_location),
    };
    match (presence.state, presence.stay) {
        (AttendanceState::Absent, _) | (_, None) => match (presence.excused, presence.reason.as_str()) {
            (Some(true), "") => "absent, excused".into(),
            (Some(true), reason) => format!("absent, excused ({reason})"),
            (_, "") => "absent, unexcused".into(),
            (_, reason) => format!("absent, unexcused ({reason})"),
        },
        (state, Some((from, until))) => {
            let whole = if state == AttendanceState::Part { "present for part" } else { "present" };
            let minutes = if presence.minutes == 1 { "minute" } else { "minutes" };
            format!("{whole}, {} to {}, {} {minutes}{place}", clock(from), clock(until), presence.minutes)
        }
    }
}
