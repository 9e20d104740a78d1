//! SQL of note rows, their objectives and shared parts.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};

use super::stated::{self, NotTheirName};
use super::{
    Note, NoteFormat, NoteId, NoteObjectiveId, NoteState, ObjectiveMark, Progress, Service, SharedPartId, template,
};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Refusal, Result};
use crate::note_template::{EditionId, Section, WORDS};
use crate::plan::ObjectiveId;
use crate::session::SessionId;

pub(super) fn note(sql: &Connection, id: NoteId) -> Result<Option<Note>> {
    row_of(sql, id)?.transpose()?.transpose()
}

/// The same, as far as it can be read.
pub(super) fn row_of(sql: &Connection, id: NoteId) -> Result<Option<rusqlite::Result<Result<Note>>>> {
    let mut statement = sql.prepare_cached(
        "select id, client, episode, author, session, shared_part, kind, format, service_at, service_on, began_at,
                ended_at, minutes, sections, participation, risk, risk_words, place, interpreter, carried, written_by,
                state, skipped, late_entry, created_at, signed_at, search_id, rev, template,
                (select edition.sections from note_template_edition edition where edition.id = note.template) as layout
         from note
         where id = :id and voided_at is null",
    )?;
    let found = statement.query_map(named_params! { ":id": id }, note_of)?.next();
    Ok(found)
}

/// A chart's notes in the order of their services, drafts too.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Note>> {
    let mut statement = sql.prepare_cached(
        "select id, client, episode, author, session, shared_part, kind, format, service_at, service_on, began_at,
                ended_at, minutes, sections, participation, risk, risk_words, place, interpreter, carried, written_by,
                state, skipped, late_entry, created_at, signed_at, search_id, rev, template,
                (select edition.sections from note_template_edition edition where edition.id = note.template) as layout
         from note
         where client = :client and voided_at is null
         order by service_at, created_at",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, note_of)?;
    rows.map(|row| row?).collect()
}

/// Group notes and absences of a session, whoever wrote them.
pub(super) fn of_session(sql: &Connection, session: SessionId) -> Result<Vec<Note>> {
    let mut statement = sql.prepare_cached(
        "select id, client, episode, author, session, shared_part, kind, format, service_at, service_on, began_at,
                ended_at, minutes, sections, participation, risk, risk_words, place, interpreter, carried, written_by,
                state, skipped, late_entry, created_at, signed_at, search_id, rev, template,
                (select edition.sections from note_template_edition edition where edition.id = note.template) as layout
         from note
         where session = :session and kind in ('group', 'absence') and voided_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":session": session }, note_of)?;
    rows.map(|row| row?).collect()
}

/// The author's open note of a session about a client.
pub(super) fn open_of_session(
    sql: &Connection,
    session: SessionId,
    client: ClientId,
    author: StaffId,
) -> Result<Option<NoteId>> {
    let mut statement = sql.prepare_cached(
        "select id
         from note
         where session = :session and client = :client and author = :author and voided_at is null
           and kind not in ('group', 'absence')
         order by state in ('draft', 'returned') desc, created_at desc
         limit 1",
    )?;
    Ok(statement
        .query_row(named_params! { ":session": session, ":client": client, ":author": author }, |row| row.get(0))
        .optional()?)
}

/// The format the author used last for anything but a group.
pub(super) fn habit(sql: &Connection, author: StaffId) -> Result<Option<NoteFormat>> {
    let mut statement = sql.prepare_cached(
        "select format
         from (select format from note where author = :author order by created_at desc limit 60)
         where format in ('dap', 'soap', 'birp', 'girp')
         limit 1",
    )?;
    Ok(statement.query_row(named_params! { ":author": author }, |row| row.get(0)).optional()?)
}

fn note_of(row: &Row<'_>) -> rusqlite::Result<Result<Note>> {
    let format: NoteFormat = row.get("format")?;
    let (stored, carried): (String, String) = (row.get("sections")?, row.get("carried")?);
    let edition: Option<String> = row.get("layout")?;
    let service = Service {
        at: row.get("service_at")?,
        on: row.get("service_on")?,
        began_at: row.get("began_at")?,
        ended_at: row.get("ended_at")?,
        minutes: row.get("minutes")?,
    };
    let note = Note {
        id: row.get("id")?,
        client: row.get("client")?,
        episode: row.get("episode")?,
        author: row.get("author")?,
        session: row.get("session")?,
        shared_part: row.get("shared_part")?,
        kind: row.get("kind")?,
        format,
        template: row.get("template")?,
        layout: Vec::new(),
        service,
        sections: Vec::new(),
        participation: row.get("participation")?,
        risk: row.get("risk")?,
        risk_words: row.get("risk_words")?,
        place: row.get("place")?,
        interpreter: row.get("interpreter")?,
        carried: BTreeMap::new(),
        written_by: row.get("written_by")?,
        state: row.get("state")?,
        skipped: row.get("skipped")?,
        late_entry: row.get("late_entry")?,
        created_at: row.get("created_at")?,
        signed_at: row.get("signed_at")?,
        search_id: row.get("search_id")?,
        rev: row.get("rev")?,
    };
    Ok(whole(note, &stored, &carried, edition))
}

fn whole(note: Note, stored: &str, carried: &str, edition: Option<String>) -> Result<Note> {
    let layout = template::layout(note.format, edition)?;
    let carried = serde_json::from_str(carried).map_err(|_| Refusal::internal("carried sections"))?;
    Ok(Note { sections: sections_of(stored, &layout)?, layout, carried, ..note })
}

/// The stored sections of a row with `sections`, `format` and `layout`.
pub(super) fn sections_in(row: &Row<'_>) -> rusqlite::Result<Result<Vec<(String, String)>>> {
    let (stored, format, edition): (String, NoteFormat, _) =
        (row.get("sections")?, row.get("format")?, row.get("layout")?);
    Ok(template::layout(format, edition).and_then(|layout| sections_of(&stored, &layout)))
}

/// The stored sections in the order of the layout; what it does not know comes after.
pub(super) fn sections_of(stored: &str, layout: &[Section]) -> Result<Vec<(String, String)>> {
    let by_key: BTreeMap<String, String> =
        serde_json::from_str(stored).map_err(|_| Refusal::internal("note sections"))?;
    Ok(arranged(by_key, layout))
}

/// Texts by section in the order of the layout; what it does not know comes after.
pub(super) fn arranged(
    texts: impl IntoIterator<Item = (String, String)>,
    layout: &[Section],
) -> Vec<(String, String)> {
    let mut by_key: BTreeMap<String, String> = texts.into_iter().collect();
    let mut sections: Vec<(String, String)> = layout
        .iter()
        .map(|section| (section.key.to_string(), by_key.remove(section.key.as_ref()).unwrap_or_default()))
        .collect();
    sections.extend(by_key.into_iter().filter(|(_, text)| !text.trim().is_empty()));
    sections
}

fn stored(sections: &[(String, String)]) -> Result<String> {
    let by_key: BTreeMap<&str, &str> = sections
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| (key.as_str(), text.as_str()))
        .collect();
    serde_json::to_string(&by_key).map_err(|_| Refusal::internal("note sections"))
}

fn carried(note: &Note) -> Result<String> {
    serde_json::to_string(&note.carried).map_err(|_| Refusal::internal("carried sections"))
}

pub(super) fn insert(tx: &Tx<'_, '_>, note: &Note) -> Result<()> {
    put(
        tx,
        note,
        "insert into note
           (id, client, episode, author, session, shared_part, kind, format, service_at, service_on, began_at, ended_at,
            minutes, sections, participation, risk, risk_words, template, place, interpreter, carried, written_by, state,
            skipped, late_entry, created_at, signed_at, search_id, rev, at, device, by_staff)
         values
           (:id, :client, :episode, :author, :session, :shared_part, :kind, :format, :service_at, :service_on, :began_at,
            :ended_at, :minutes, :sections, :participation, :risk, :risk_words, :template, :place, :interpreter, :carried,
            :written_by, :state, :skipped, :late_entry, :created_at, :signed_at, :search_id, 1, :at, :device, :by_staff)",
        named_params! {
            ":client": note.client,
            ":session": note.session,
            ":kind": note.kind,
            ":created_at": note.created_at,
        },
    )
}

/// Writes the note as the next revision.
pub(super) fn update(tx: &Tx<'_, '_>, note: &Note) -> Result<()> {
    put(
        tx,
        note,
        "update note
         set episode = :episode, author = :author, shared_part = :shared_part, format = :format,
             service_at = :service_at, service_on = :service_on, began_at = :began_at, ended_at = :ended_at,
             minutes = :minutes, sections = :sections, participation = :participation, risk = :risk,
             risk_words = :risk_words, template = :template, place = :place, interpreter = :interpreter,
             carried = :carried, written_by = :written_by, state = :state, skipped = :skipped, late_entry = :late_entry,
             signed_at = :signed_at, search_id = :search_id,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! { ":rev": note.rev },
    )
}

/// Runs a statement with what both a new row and its next revision say, and what it names besides.
fn put(tx: &Tx<'_, '_>, note: &Note, sql: &str, own: &[(&str, &dyn ToSql)]) -> Result<()> {
    let shared = named_params! {
        ":id": note.id,
        ":episode": note.episode,
        ":author": note.author,
        ":shared_part": note.shared_part,
        ":format": note.format,
        ":service_at": note.service.at,
        ":service_on": note.service.on,
        ":began_at": note.service.began_at,
        ":ended_at": note.service.ended_at,
        ":minutes": note.service.minutes,
        ":sections": stored(&note.sections)?,
        ":participation": note.participation,
        ":risk": note.risk,
        ":risk_words": note.risk_words,
        ":template": note.template,
        ":place": note.place,
        ":interpreter": note.interpreter,
        ":carried": carried(note)?,
        ":written_by": note.written_by,
        ":state": note.state,
        ":skipped": note.skipped,
        ":late_entry": note.late_entry,
        ":signed_at": note.signed_at,
        ":search_id": note.search_id,
    };
    tx.write(sql, &[shared, own].concat())
}

/// Moves only the state on: the text under it stays as it is.
pub(super) fn set_state(tx: &Tx<'_, '_>, id: NoteId, state: NoteState) -> Result<()> {
    tx.write(
        "update note
         set state = :state, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":state": state },
    )
}

pub(super) fn void(tx: &Tx<'_, '_>, id: NoteId, reason: &str) -> Result<()> {
    tx.write(
        "update note
         set voided_at = :at, void_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}

/// A stored link to an objective.
pub(super) struct StoredMark {
    pub id: NoteObjectiveId,
    pub mark: ObjectiveMark,
    pub rev: i64,
}

pub(super) fn marks(sql: &Connection, note: NoteId) -> Result<Vec<StoredMark>> {
    let mut statement = sql.prepare_cached(
        "select id, objective, progress, rev
         from note_objective
         where note = :note and voided_at is null
         order by id",
    )?;
    let rows = statement.query_map(named_params! { ":note": note }, |row| {
        Ok(StoredMark {
            id: row.get(0)?,
            mark: ObjectiveMark { objective: row.get(1)?, progress: row.get(2)? },
            rev: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert_mark(tx: &Tx<'_, '_>, id: NoteObjectiveId, note: NoteId, mark: ObjectiveMark) -> Result<()> {
    tx.write(
        "insert into note_objective (id, note, objective, progress, rev, at, device, by_staff)
         values (:id, :note, :objective, :progress, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":note": note,
            ":objective": mark.objective,
            ":progress": mark.progress,
        },
    )
}

/// The next revision of a link: another progress, or none any more.
pub(super) fn update_mark(tx: &Tx<'_, '_>, id: NoteObjectiveId, progress: Option<Progress>) -> Result<()> {
    tx.write(
        "update note_objective
         set progress = coalesce(:progress, progress), voided_at = iif(:progress is null, :at, null),
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":progress": progress },
    )
}

/// An objective as a note shows it.
pub(super) struct ObjectiveLine {
    pub id: ObjectiveId,
    pub label: String,
    pub words: String,
    pub open: bool,
    pub progress: Option<Progress>,
}

/// The open objectives of the client's plan, and those the note points at whatever became of them.
pub(super) fn objectives(sql: &Connection, client: ClientId, note: Option<NoteId>) -> Result<Vec<ObjectiveLine>> {
    let mut statement = sql.prepare_cached(include_str!("sql/objectives.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client, ":note": note }, |row| {
        Ok(ObjectiveLine {
            id: row.get("id")?,
            label: row.get("label")?,
            words: row.get("words")?,
            open: row.get("open")?,
            progress: row.get("progress")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The shared part of a group session, as stored.
#[derive(Clone, Debug)]
pub(super) struct SharedPart {
    pub id: SharedPartId,
    pub session: SessionId,
    pub topic: String,
    /// Keys of interventions, comma separated.
    pub interventions: String,
    /// As every chart reads it.
    pub words: String,
    /// By section of its edition.
    pub texts: Vec<(String, String)>,
    /// The edition it is divided by; none for the first.
    pub template: Option<EditionId>,
    pub risk_statement: bool,
    /// Words that read like a member's name and are none.
    pub stated: Vec<NotTheirName>,
    pub signed: bool,
    pub rev: i64,
}

fn shared_of(row: &Row<'_>) -> rusqlite::Result<SharedPart> {
    let (stated, sections, words): (String, String, String) =
        (row.get("stated")?, row.get("sections")?, row.get("words")?);
    let by_key: BTreeMap<String, String> = serde_json::from_str(&sections).unwrap_or_default();
    let texts =
        if by_key.is_empty() { vec![(WORDS.to_owned(), words.clone())] } else { by_key.into_iter().collect() };
    Ok(SharedPart {
        id: row.get("id")?,
        session: row.get("session")?,
        topic: row.get("topic")?,
        interventions: row.get("interventions")?,
        words,
        texts,
        template: row.get("template")?,
        risk_statement: row.get("risk_statement")?,
        stated: serde_json::from_str(&stated).unwrap_or_default(),
        signed: row.get("signed")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn shared(sql: &Connection, id: SharedPartId) -> Result<Option<SharedPart>> {
    let mut statement = sql.prepare_cached(
        "select id, session, topic, interventions, words, sections, template, risk_statement, stated, signed, rev
         from shared_part
         where id = :id",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, shared_of).optional()?)
}

pub(super) fn shared_of_session(sql: &Connection, session: SessionId) -> Result<Option<SharedPart>> {
    let mut statement = sql.prepare_cached(
        "select id, session, topic, interventions, words, sections, template, risk_statement, stated, signed, rev
         from shared_part
         where session = :session and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":session": session }, shared_of).optional()?)
}

/// By section where there is more than the words, which stand in a column of their own.
fn shared_sections(part: &SharedPart) -> Result<String> {
    let alone = part.texts.iter().all(|(key, text)| key == WORDS || text.is_empty());
    if alone { Ok("{}".into()) } else { stored(&part.texts) }
}

pub(super) fn insert_shared(tx: &Tx<'_, '_>, part: &SharedPart) -> Result<()> {
    tx.write(
        "insert into shared_part
           (id, session, topic, interventions, words, sections, template, risk_statement, stated, signed, rev, at, device,
            by_staff)
         values
           (:id, :session, :topic, :interventions, :words, :sections, :template, :risk_statement, :stated, 0, 1, :at,
            :device, :by_staff)",
        named_params! {
            ":id": part.id,
            ":session": part.session,
            ":topic": part.topic,
            ":interventions": part.interventions,
            ":words": part.words,
            ":sections": shared_sections(part)?,
            ":template": part.template,
            ":risk_statement": part.risk_statement,
            ":stated": stated::stored(&part.stated),
        },
    )
}

pub(super) fn update_shared(tx: &Tx<'_, '_>, part: &SharedPart) -> Result<()> {
    tx.write(
        "update shared_part
         set topic = :topic, interventions = :interventions, words = :words, sections = :sections,
             risk_statement = :risk_statement, stated = :stated, signed = :signed, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": part.id,
            ":rev": part.rev,
            ":topic": part.topic,
            ":interventions": part.interventions,
            ":words": part.words,
            ":sections": shared_sections(part)?,
            ":risk_statement": part.risk_statement,
            ":stated": stated::stored(&part.stated),
            ":signed": part.signed,
        },
    )
}
