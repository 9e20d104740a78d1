//! Beginning, writing and voiding one's own notes; opening somebody else's, which the audit keeps.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::around;
use super::ipc::{NoteBody, NoteHandle, SaveNote, StartNote, VoidNote, WhichNote};
use super::rules::NoteRefusal;
use super::{
    Note, NoteFormat, NoteKind, NoteState, ObjectiveMark, Service, carry, queries, search, service, store, template,
};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Reach, Refusal, Result, RowId, Tag, Verb, View};
use crate::note_template::{self, EditionId};

/// The longest text of one section, in characters.
const LONGEST: usize = 20_000;
/// The longest risk line, in characters.
const LONGEST_RISK: usize = 2_000;
/// The draft of the editor.
pub(super) const FORM: &str = "note";

/// Begins a note, or goes on with the one begun.
///
/// # Errors
/// `note.is_group` for a group session, `invalid` for a free-standing note that does not say when.
pub(super) fn start(tx: &mut Tx<'_, '_>, request: StartNote) -> Result<NoteHandle> {
    match request.session {
        Some(_) => start_of_session(tx, &request),
        None => start_free(tx, request),
    }
}

fn start_of_session(tx: &mut Tx<'_, '_>, request: &StartNote) -> Result<NoteHandle> {
    let id = request.session.ok_or_else(|| Refusal::not_found("session"))?;
    let session = around::session(tx.sql(), id)?;
    let client = match (session.of_group, session.client.or(request.client)) {
        (Some(_), _) => return Err(NoteRefusal::IsGroup.into()),
        (None, None) => return Err(Refusal::field("client", "Choose whose note it is.")),
        (None, Some(client)) => client,
    };
    if !session.is_led_by(tx.actor.staff) {
        reach_to_write(tx, client)?;
    }
    if let Some(begun) = store::open_of_session(tx.sql(), id, client, tx.actor.staff)? {
        let note = store::note(tx.sql(), begun)?.ok_or_else(|| Refusal::not_found("note"))?;
        tx.quietly();
        return Ok(NoteHandle { id: note.id, rev: note.rev });
    }
    let attended = around::attended(tx.sql(), id, client)?;
    let service = attended.as_ref().map_or_else(|| session.planned(), |attended| attended.service(&session));
    let kind = if attended.is_some_and(|attended| attended.absent) { NoteKind::Absence } else { session.note_kind() };
    let note = laid_out(tx, blank(tx, client, kind, template::first_format(kind), service)?, request)?;
    begin(tx, Note { session: Some(id), ..note })
}

fn start_free(tx: &mut Tx<'_, '_>, request: StartNote) -> Result<NoteHandle> {
    let client = request.client.ok_or_else(|| Refusal::field("client", "Choose whose note it is."))?;
    reach_to_write(tx, client)?;
    let mut check = Check::new();
    let kind = request.kind.unwrap_or(NoteKind::Other);
    let free = !matches!(kind, NoteKind::Group | NoteKind::Absence);
    check.ensure(free, "kind", "A group or an absence is noted from its session. Choose another kind.");
    let service = match &request.service {
        Some(fields) => service::typed(&mut check, fields, tx.calendar.zone, tx.now()),
        None => {
            check.fault("service.on", "Say when it happened.");
            None
        }
    };
    check.done()?;
    let service = service.ok_or_else(|| Refusal::field("service.on", "Say when it happened."))?;
    let note = laid_out(tx, blank(tx, client, kind, template::first_format(kind), service)?, &request)?;
    begin(tx, note)
}

/// A facilitator writes group parts only; a counselor writes for whom they care.
fn reach_to_write(tx: &mut Tx<'_, '_>, client: ClientId) -> Result<()> {
    match tx.reach(Info::Notes, Verb::Write, client)?.reach {
        Reach::Own => Err(Refusal::not_permitted()),
        _ => Ok(()),
    }
}

/// The new note divided as was asked, as the practice begins this kind, or as its author is used to.
fn laid_out(tx: &Tx<'_, '_>, note: Note, request: &StartNote) -> Result<Note> {
    let mut check = Check::new();
    let first = match (request.template, request.format) {
        (None, None) => note_template::first_of(tx.sql(), note.kind.word())?.map(|edition| edition.id),
        (template, _) => template,
    };
    let format = match (first, request.format) {
        (None, None) if note.format == NoteFormat::Dap => store::habit(tx.sql(), tx.actor.staff)?,
        (_, format) => format,
    };
    let note = match first {
        Some(_) => divided(tx.sql(), &mut check, note, first, None)?,
        None => of_format(tx.sql(), &mut check, note, format)?,
    };
    check.done()?;
    Ok(note)
}

/// The note divided by an edition, or by a format, or as it is. A note of that format keeps the edition it was begun with.
fn divided(
    sql: &Connection,
    check: &mut Check,
    note: Note,
    template: Option<EditionId>,
    format: Option<NoteFormat>,
) -> Result<Note> {
    if let Some(id) = template {
        let edition = note_template::edition(sql, id)?;
        let Some((format, edition)) = edition.and_then(|edition| Some((format_of(&note, &edition)?, edition))) else {
            check.fault("template", "This kind of note does not have that template. Choose another.");
            return Ok(note);
        };
        let layout = edition.sections.into_iter().filter(|section| !section.shared).collect();
        return Ok(Note { format, template: Some(id), layout, ..note });
    }
    let edition = note.template.map(|id| note_template::edition(sql, id)).transpose()?.flatten();
    let begun = format == Some(note.format) && edition.is_none_or(|edition| edition.format.is_some());
    if begun || format.is_none() { Ok(note) } else { of_format(sql, check, note, format) }
}

/// The note divided by the newest edition of a format, or of the one it has.
fn of_format(sql: &Connection, check: &mut Check, note: Note, format: Option<NoteFormat>) -> Result<Note> {
    let format = format.unwrap_or(note.format);
    let may = template::may_choose(note.kind, format);
    check.ensure(may, "format", "This kind of note does not have that format. Choose another.");
    // The first edition is the one a note has without naming it.
    let changed = note_template::newest_of_format(sql, format.word())?.filter(|edition| edition.number > 1);
    Ok(match changed {
        Some(edition) => Note { format, template: Some(edition.id), layout: edition.sections, ..note },
        None => Note { format, template: None, layout: template::sections(format).to_vec(), ..note },
    })
}

/// The format of a note that this edition divides: that of its own kind is plain. None where the edition is not for it.
fn format_of(note: &Note, edition: &note_template::Edition) -> Option<NoteFormat> {
    match &edition.format {
        Some(word) => NoteFormat::from_word(word).filter(|format| template::may_choose(note.kind, *format)),
        None if note.kind == NoteKind::Group => (edition.kind == note.kind.word()).then_some(NoteFormat::Group),
        None => (edition.kind == note.kind.word()).then_some(NoteFormat::Plain),
    }
}

/// A draft without text.
pub(super) fn blank(
    tx: &Tx<'_, '_>,
    client: ClientId,
    kind: NoteKind,
    format: NoteFormat,
    service: Service,
) -> Result<Note> {
    let id = tx.id();
    Ok(Note {
        id,
        client,
        episode: around::episode_on(tx.sql(), client, service.on)?,
        author: tx.actor.staff,
        session: None,
        shared_part: None,
        kind,
        format,
        template: None,
        layout: template::sections(format).to_vec(),
        service,
        sections: Vec::new(),
        participation: None,
        risk: None,
        risk_words: String::new(),
        place: String::new(),
        interpreter: String::new(),
        carried: BTreeMap::new(),
        written_by: String::new(),
        state: NoteState::Draft,
        skipped: false,
        late_entry: false,
        created_at: tx.now(),
        signed_at: None,
        search_id: search::place(tx.sql(), service.at, id)?,
        rev: 1,
    })
}

fn begin(tx: &mut Tx<'_, '_>, note: Note) -> Result<NoteHandle> {
    insert(tx, &note)?;
    tx.touch(Tag::Note);
    Ok(NoteHandle { id: note.id, rev: note.rev })
}

/// Inserts a note with its line in the index and its audit entry.
pub(super) fn insert(tx: &mut Tx<'_, '_>, note: &Note) -> Result<()> {
    store::insert(tx, note)?;
    let shared = note.shared_part.map(|id| store::shared(tx.sql(), id)).transpose()?.flatten();
    let words = search::words_of(note, shared.as_ref());
    let indexed = search::Indexed { client: note.client, author: note.author, words: &words };
    search::index(tx.sql(), note.search_id, &indexed)?;
    tx.wrote(Table::Note, note.id, Some(note.client.uuid()))
}

/// Writes a changed note as its next revision, with its line in the index and its audit entry. `before` is what the row
/// holds now.
pub(super) fn rewrite(tx: &mut Tx<'_, '_>, before: &Note, next: Note) -> Result<Note> {
    let moved = before.service.at != next.service.at;
    let place = if moved { search::place(tx.sql(), next.service.at, next.id)? } else { before.search_id };
    let episode = if before.state == NoteState::Draft {
        around::episode_on(tx.sql(), next.client, next.service.on)?
    } else {
        before.episode
    };
    let next = Note { search_id: place, episode, ..next };
    store::update(tx, &next)?;
    let shared = next.shared_part.map(|id| store::shared(tx.sql(), id)).transpose()?.flatten();
    let words = search::words_of(&next, shared.as_ref());
    let indexed = search::Indexed { client: next.client, author: next.author, words: &words };
    search::index_again(tx.sql(), before.search_id, place, &indexed)?;
    tx.wrote(Table::Note, next.id, Some(next.client.uuid()))?;
    tx.touch(Tag::Note);
    Ok(Note { rev: next.rev + 1, ..next })
}

/// The author's own open note.
pub(super) fn own_open(view: &View<'_>, id: super::NoteId) -> Result<Note> {
    let note = queries::readable(view, id)?;
    if note.author != view.actor.staff {
        return Err(NoteRefusal::NotTheAuthor.into());
    }
    if note.state.is_open() { Ok(note) } else { Err(NoteRefusal::Fixed.into()) }
}

/// Keeps what the editor holds.
pub(super) fn save(tx: &mut Tx<'_, '_>, request: SaveNote) -> Result<NoteHandle> {
    let before = own_open(&tx.view(), request.id)?;
    crate::draft::fresh(request.rev, before.rev, || queries::get(&tx.view(), WhichNote { id: request.id }))?;
    let (next, marks) = with_body(&tx.view(), before.clone(), &request.body)?;
    tx.revise(Table::Note, request.id, request.rev)?;
    set_marks(tx, &next, &marks)?;
    let saved = rewrite(tx, &before, next)?;
    crate::draft::close(tx, FORM, &request.id.uuid().to_string())?;
    Ok(NoteHandle { id: saved.id, rev: saved.rev })
}

/// The note with what the editor holds, and with what the attendance says.
pub(super) fn with_body(view: &View<'_>, note: Note, body: &NoteBody) -> Result<(Note, Vec<ObjectiveMark>)> {
    let mut check = Check::new();
    let note = divided(view.sql, &mut check, note, body.template, body.format)?;
    let service = match &body.service {
        Some(_) if note.session.is_some() => return Err(NoteRefusal::FromSession.into()),
        Some(fields) => service::typed(&mut check, fields, view.zone(), view.now),
        None => None,
    };
    let sections = store::arranged(checked_sections(&mut check, body), &note.layout);
    let risk_words = check.optional("risk_words", &body.risk_words, LONGEST_RISK);
    let marks = checked_marks(view, &mut check, &note, body)?;
    let place = check.optional("place", &body.place, 80);
    let interpreter = check.optional("interpreter", &body.interpreter, 120);
    let carried = carry::checked(view, &mut check, &note, &body.carried)?;
    check.done()?;
    let service = service.unwrap_or(note.service);
    let next = Note { sections, service, risk: body.risk, risk_words, place, interpreter, carried, ..note };
    Ok((service::with_attendance(view.sql, next)?.0, marks))
}

fn checked_sections(check: &mut Check, body: &NoteBody) -> Vec<(String, String)> {
    body.sections
        .iter()
        .map(|section| {
            let field = format!("sections.{}", section.key);
            let key_fits = section.key.len() <= 40 && section.key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            check.ensure(key_fits, &field, "This format has no such section.");
            (section.key.clone(), check.optional(&field, &section.text, LONGEST))
        })
        .collect()
}

fn checked_marks(view: &View<'_>, check: &mut Check, note: &Note, body: &NoteBody) -> Result<Vec<ObjectiveMark>> {
    let known = store::objectives(view.sql, note.client, Some(note.id))?;
    let mut marks: Vec<ObjectiveMark> = Vec::new();
    for tick in &body.objectives {
        let fits = known.iter().any(|line| line.id == tick.objective);
        check.ensure(fits, "objectives", "This objective is not in the client's plan any more. Take the tick away.");
        let twice = marks.iter().any(|mark| mark.objective == tick.objective);
        check.ensure(!twice, "objectives", "An objective is ticked twice. Take one tick away.");
        marks.push(ObjectiveMark { objective: tick.objective, progress: tick.progress });
    }
    Ok(marks)
}

/// Makes the note point at exactly these objectives.
pub(super) fn set_marks(tx: &mut Tx<'_, '_>, note: &Note, marks: &[ObjectiveMark]) -> Result<()> {
    let stored = store::marks(tx.sql(), note.id)?;
    let subject = Some(note.client.uuid());
    for old in &stored {
        let wanted = marks.iter().find(|mark| mark.objective == old.mark.objective);
        if wanted == Some(&old.mark) {
            continue;
        }
        tx.revise(Table::NoteObjective, old.id, old.rev)?;
        store::update_mark(tx, old.id, wanted.map(|mark| mark.progress))?;
        tx.wrote(Table::NoteObjective, old.id, subject)?;
    }
    for mark in marks {
        if stored.iter().all(|old| old.mark.objective != mark.objective) {
            let id: super::NoteObjectiveId = tx.id();
            store::insert_mark(tx, id, note.id, *mark)?;
            tx.wrote(Table::NoteObjective, id, subject)?;
        }
    }
    Ok(())
}

/// Voids a draft that should not be.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: VoidNote) -> Result<Done> {
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    let note = queries::readable(&tx.view(), request.id)?;
    if note.author != tx.actor.staff {
        return Err(NoteRefusal::NotTheAuthor.into());
    }
    if note.state != NoteState::Draft {
        return Err(NoteRefusal::Signed.into());
    }
    tx.revise(Table::Note, request.id, request.rev)?;
    store::void(tx, request.id, &reason)?;
    search::forget(tx.sql(), note.search_id)?;
    tx.wrote(Table::Note, request.id, Some(note.client.uuid()))?;
    crate::draft::close(tx, FORM, &request.id.uuid().to_string())?;
    tx.touch(Tag::Note);
    Ok(Done {})
}

/// Notes that somebody opened a note which is not theirs. The window calls it once when the note is shown.
pub(super) fn open(tx: &mut Tx<'_, '_>, request: WhichNote) -> Result<Done> {
    let note = queries::readable(&tx.view(), request.id)?;
    if note.author == tx.actor.staff {
        tx.quietly();
    } else {
        tx.opened(Table::Note, note.id, Some(note.client.uuid()), "")?;
    }
    Ok(Done {})
}
