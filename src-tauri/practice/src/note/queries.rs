//! Reading notes: one, a chart's, one's own, those that wait for an answer.

use rusqlite::{Row, named_params};

use super::around::{self, ClientFacts, Seer};
use super::documents;
use super::ipc::{
    AddendumAnswer, AskReady, CarriedFrom, CosignAnswer, LastTime, NoteAnswer, NoteAuthor, NoteChartRequest, NoteMay,
    NotePage, NotePlace, NoteReady, NoteRow, NoteTask, ObjectiveAnswer, SectionAnswer, SharedAnswer, SignatureAnswer,
    WhichNote,
};
use super::ready::Around;
use super::rules::{self, Cosigner, NoteRefusal};
use super::stated;
use super::store::SharedPart;
use super::{
    Note, NoteId, NoteKind, NoteState, ObjectiveMark, cosign, hand_over, ops, ready, service, store, template,
};
use crate::draft;
use crate::kernel::actor::StaffId;
use crate::kernel::history::{Table, hex};
use crate::kernel::refusal::Code;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Moment, Reach, Refusal, Result, RowId as _, Verb, View};
use crate::note_template;
use crate::practice::policy;
use crate::signature::{self, SignerFacts};
use crate::staff;

/// Notes of one page, unless asked otherwise.
const PAGE: i64 = 20;
/// Texts of the client that a new one is compared with.
const EARLIER: i64 = 3;

/// A note this person may read: their own; by relation to the client; or as the author's supervisor. A draft is its
/// author's alone.
///
/// # Errors
/// `not_found` whether it does not exist or is out of reach.
pub(super) fn readable(view: &View<'_>, id: NoteId) -> Result<Note> {
    let gone = || Refusal::not_found("note");
    let note = store::note(view.sql, id)?.ok_or_else(gone)?;
    if note.author == view.actor.staff {
        return Ok(note);
    }
    if note.state == NoteState::Draft {
        return Err(gone());
    }
    match view.reach(Info::Notes, Verb::Read, note.client) {
        Ok(permit) if permit.reach != Reach::Own => Ok(note),
        Ok(_) => supervised(view, note),
        Err(refusal) if refusal.code == Code::NotFound => supervised(view, note),
        Err(refusal) => Err(refusal),
    }
}

/// Whose a note is that this person may read.
///
/// # Errors
/// `not_found` whether it does not exist or is out of reach.
pub(crate) fn author_of_readable(view: &View<'_>, id: NoteId) -> Result<StaffId> {
    Ok(readable(view, id)?.author)
}

fn supervised(view: &View<'_>, note: Note) -> Result<Note> {
    let supervises = answers_for(view, &signature::signer(view.sql, note.author)?)?;
    let open_chart = !around::client(view.sql, note.client)?.restricted;
    if supervises && open_chart { Ok(note) } else { Err(Refusal::not_found("note")) }
}

/// Whether this person supervises the author, or stands in for who does.
fn answers_for(view: &View<'_>, author: &SignerFacts) -> Result<bool> {
    let Some(supervisor) = author.supervisor else { return Ok(false) };
    Ok(supervisor == view.actor.staff || staff::stands_in(view.sql, supervisor, view.actor.staff, view.today())?)
}

/// Who this person is beside a note that awaits an answer.
pub(super) fn cosigner(view: &View<'_>, note: &Note) -> Result<Cosigner> {
    let me = signature::signer(view.sql, view.actor.staff)?;
    let author = signature::signer(view.sql, note.author)?;
    Ok(Cosigner {
        is_author: note.author == view.actor.staff,
        supervises_author: answers_for(view, &author)?,
        directs: view.actor.may(Info::Notes, Verb::Cosign),
        needs_cosign: rules::needs_cosign(&me.credentials, view.today(), around::is_solo(view.sql)?),
    })
}

/// Whether this person may add to a note they can read: its author, or who writes in this chart.
///
/// # Errors
/// `note.not_signed`, `not_permitted`.
pub(super) fn may_addend(view: &View<'_>, note: &Note) -> Result<()> {
    if !note.state.is_signed() && note.state != NoteState::AttestedElsewhere {
        return Err(NoteRefusal::NotSigned.into());
    }
    let writes = || view.reach(Info::Notes, Verb::Write, note.client).is_ok_and(|permit| permit.reach != Reach::Own);
    if note.author == view.actor.staff || writes() { Ok(()) } else { Err(Refusal::not_permitted()) }
}

/// What `ready` looks at beside the note.
pub(super) fn around_of(view: &View<'_>, note: &Note, marks: Vec<ObjectiveMark>) -> Result<Around> {
    let (_, session) = service::with_attendance(view.sql, note.clone())?;
    let has_objectives = store::objectives(view.sql, note.client, None)?.iter().any(|line| line.open);
    let companions = around::companions(view.sql, note.client)?;
    Ok(Around {
        now: view.now,
        session,
        marks,
        has_objectives,
        earlier: earlier_texts(view, note)?,
        companions: companions.iter().map(ClientFacts::person).collect(),
        own: Some(around::client(view.sql, note.client)?.person()),
        alike_percent: policy::whole_on(view.sql, policy::NOTE_ALIKE, view.today())?,
        late_hours: Some(policy::whole_on(view.sql, policy::LATE_ENTRY, view.today())?),
        license: signature::license_on(&signature::signer(view.sql, note.author)?.credentials, note.service.on),
    })
}

fn earlier_texts(view: &View<'_>, note: &Note) -> Result<Vec<String>> {
    let mut statement = view.sql.prepare_cached(
        "select sections, format,
                (select edition.sections from note_template_edition edition where edition.id = note.template) as layout
         from note
         where client = :client and service_at <= :at and id <> :id and voided_at is null
           and (state <> 'draft' or author = :me)
         order by service_at desc
         limit :limit",
    )?;
    let parameters = named_params! {
        ":client": note.client, ":at": note.service.at, ":id": note.id, ":me": view.actor.staff, ":limit": EARLIER,
    };
    let rows = statement.query_map(parameters, store::sections_in)?;
    rows.map(|row| Ok(joined(&row??))).collect()
}

/// The texts of sections as one.
pub(super) fn joined(sections: &[(String, String)]) -> String {
    let texts: Vec<&str> = sections.iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect();
    texts.join("\n")
}

/// What stands between a note and its signature, with what the editor holds now.
pub(super) fn ready(view: &View<'_>, request: AskReady) -> Result<NoteReady> {
    let note = ops::own_open(view, request.id)?;
    let (note, marks) = match &request.body {
        Some(body) => ops::with_body(view, note, body)?,
        None => {
            let marks = store::marks(view.sql, note.id)?.iter().map(|stored| stored.mark).collect();
            (service::with_attendance(view.sql, note)?.0, marks)
        }
    };
    let around = around_of(view, &note, marks)?;
    let signer = signature::signer(view.sql, view.actor.staff)?;
    let needs_cosign = rules::needs_cosign(&signer.credentials, view.today(), around::is_solo(view.sql)?);
    let supervisor = signer.supervisor.map(|id| signature::signer(view.sql, id)).transpose()?;
    let late = note.signed_at.is_none()
        && around.late_hours.is_some_and(|hours| rules::is_late(note.service.end(), view.now, hours));
    Ok(NoteReady {
        missing: ready::missing(&note, &around),
        warnings: ready::warnings(&note, &around),
        ends_at: note.service.end(),
        late,
        needs_cosign,
        cosigner: supervisor.filter(|_| needs_cosign).map(|supervisor| supervisor.name),
    })
}

/// A note, whole.
pub(super) fn get(view: &View<'_>, request: WhichNote) -> Result<NoteAnswer> {
    let stored = readable(view, request.id)?;
    let last_time = last_time(view, &stored)?;
    let (note, session) = service::with_attendance(view.sql, stored)?;
    let attended = session.and_then(|(_, attended)| attended);
    let shared = note.shared_part.map(|id| store::shared(view.sql, id)).transpose()?.flatten();
    let author = signature::signer(view.sql, note.author)?;
    let edition = note.template.map(|id| note_template::edition(view.sql, id)).transpose()?.flatten();
    let due_hours = policy::whole_on(view.sql, policy::NOTE_DUE, view.today())?;
    let mine = note.author == view.actor.staff && note.state.is_open();
    let row = Some((Table::Note, note.id.uuid()));
    let at_work = mine.then(|| draft::at_work(view, row, ops::FORM, &note.id.uuid().to_string())).transpose()?;
    Ok(NoteAnswer {
        id: note.id,
        rev: note.rev,
        client: Seer::of(view)?.line(&around::client(view.sql, note.client)?),
        author: NoteAuthor { id: note.author, name: with_labels(&author.name, &author.labels) },
        kind: note.kind,
        kind_label: note.kind.label().into(),
        format: note.format,
        template: note.template,
        template_name: edition.map(|edition| edition.name).unwrap_or_default(),
        state: note.state,
        session: note.session,
        service_at: note.service.at,
        service_on: note.service.on,
        began_at: note.service.began_at,
        ended_at: note.service.ended_at,
        minutes: note.service.minutes,
        attendance: attended.as_ref().map(around::Attended::words).unwrap_or_default(),
        place: attended.map(|attended| attended.place).unwrap_or_else(|| note.place.clone()),
        interpreter: note.interpreter.clone(),
        written_by: note.written_by.clone(),
        handed_over: hand_over::why(view.sql, note.id)?.unwrap_or_default(),
        shared: shared.as_ref().map(shared_answer),
        participation: note.participation,
        sections: section_answers(&note),
        objectives: objective_answers(view, &note)?,
        risk: note.risk,
        risk_label: note.risk.map(|risk| risk.label().into()),
        risk_words: note.risk_words.clone(),
        owes_risk: note.kind.owes_risk(),
        late_entry: note.late_entry,
        created_at: note.created_at,
        signed_at: note.signed_at,
        due_at: rules::due(note.service.end(), due_hours),
        signatures: signature_answers(view, note.id)?,
        answers: cosign_answers(view, note.id)?,
        remarks: cosign::remarks(view.sql, note.id)?,
        addenda: addendum_answers(view, note.id)?,
        last_time,
        at_work,
        may: NoteMay {
            edit: mine,
            cosign: rules::may_cosign(note.state, cosigner(view, &note)?).is_ok(),
            addend: view.actor.may(Info::Notes, Verb::Sign) && may_addend(view, &note).is_ok(),
        },
    })
}

fn with_labels(name: &str, labels: &str) -> String {
    if labels.is_empty() { name.to_owned() } else { format!("{name}, {labels}") }
}

/// The shared part as a chart shows it.
pub(super) fn shared_answer(part: &SharedPart) -> SharedAnswer {
    let text = super::sign::shared_text(part);
    SharedAnswer {
        topic: text.topic,
        interventions: part
            .interventions
            .split(',')
            .filter(|key| !key.is_empty())
            .map(|key| template::intervention(key).to_owned())
            .collect(),
        words: text.words,
        statement: (!text.statement.is_empty()).then_some(text.statement),
    }
}

/// The sections of the format, and what was written under another format before.
fn section_answers(note: &Note) -> Vec<SectionAnswer> {
    let known = &note.layout;
    let carried = |key: &str| note.carried.get(key).map(|carried| CarriedFrom { from: carried.from, on: carried.on });
    let text = |key: &str| note.sections.iter().find(|(known, _)| known == key).map(|(_, text)| text.clone());
    let mut answers: Vec<SectionAnswer> = known
        .iter()
        .map(|section| SectionAnswer {
            key: section.key.to_string(),
            label: section.label.to_string(),
            hint: section.hint.to_string(),
            text: text(&section.key).unwrap_or_default(),
            required: section.required,
            carries: section.carries,
            carried: carried(&section.key),
        })
        .collect();
    let extra = note
        .sections
        .iter()
        .filter(|(key, _)| !stated::is_statement(key))
        .filter(|(key, text)| known.iter().all(|section| section.key != *key) && !text.trim().is_empty());
    answers.extend(extra.map(|(key, text)| SectionAnswer {
        key: key.clone(),
        label: template::label(key).into(),
        hint: "Written under another format. Move it into a section above, or leave it here.".into(),
        text: text.clone(),
        required: false,
        carries: false,
        carried: None,
    }));
    answers
}

fn objective_answers(view: &View<'_>, note: &Note) -> Result<Vec<ObjectiveAnswer>> {
    let open = note.state.is_open();
    let lines = store::objectives(view.sql, note.client, Some(note.id))?;
    Ok(lines
        .into_iter()
        .filter(|line| open || line.progress.is_some())
        .map(|line| ObjectiveAnswer { id: line.id, label: line.label, words: line.words, progress: line.progress })
        .collect())
}

fn signature_answers(view: &View<'_>, note: NoteId) -> Result<Vec<SignatureAnswer>> {
    let lines = documents::signatures(view.sql, note)?;
    Ok(lines
        .into_iter()
        .map(|line| SignatureAnswer {
            document: line.document,
            by: line.by,
            credential: line.credential,
            at: line.at,
            hash: hex(&line.hash),
            of_rev: line.of_rev,
        })
        .collect())
}

fn cosign_answers(view: &View<'_>, note: NoteId) -> Result<Vec<CosignAnswer>> {
    let lines = documents::answers(view.sql, note)?;
    Ok(lines
        .into_iter()
        .map(|line| CosignAnswer { decision: line.decision, comment: line.comment, by: line.by, at: line.at })
        .collect())
}

fn addendum_answers(view: &View<'_>, note: NoteId) -> Result<Vec<AddendumAnswer>> {
    let lines = documents::addenda(view.sql, note)?;
    Ok(lines.into_iter().map(|line| AddendumAnswer { words: line.words, by: line.by, at: line.at }).collect())
}

/// The client's note before this one, when the person reads this chart and not only their own notes.
fn last_time(view: &View<'_>, note: &Note) -> Result<Option<LastTime>> {
    let chart = view.reach(Info::Notes, Verb::Read, note.client).is_ok_and(|permit| permit.reach != Reach::Own);
    let mut statement = view.sql.prepare_cached(
        "select id, service_on, sections, format,
                (select edition.sections from note_template_edition edition where edition.id = note.template) as layout
         from note
         where client = :client and service_at <= :at and id <> :id and voided_at is null and kind <> 'absence'
           and state <> 'draft' and (:chart or author = :me)
         order by service_at desc
         limit 1",
    )?;
    let parameters = named_params! {
        ":client": note.client, ":at": note.service.at, ":id": note.id, ":chart": chart, ":me": view.actor.staff,
    };
    let mut rows = statement.query(parameters)?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(LastTime {
        id: row.get("id")?,
        service_on: row.get("service_on")?,
        text: joined(&store::sections_in(row)??),
    }))
}

/// A chart's notes, the newest first.
pub(super) fn chart(view: &View<'_>, request: NoteChartRequest) -> Result<NotePage> {
    let permit = view.reach(Info::Notes, Verb::Read, request.client)?;
    let limit = request.limit.unwrap_or(PAGE).clamp(1, 100);
    let before = request.before.unwrap_or(NotePlace { at: Moment(i64::MAX), id: NoteId(uuid::Uuid::max()) });
    let mut statement = view.sql.prepare_cached(include_str!("sql/chart.sql"))?;
    let parameters = named_params! {
        ":client": request.client, ":me": view.actor.staff, ":own": permit.reach == Reach::Own,
        ":before": before.at, ":id": before.id, ":limit": limit + 1,
    };
    let rows = statement.query_map(parameters, row_of)?;
    let mut rows: Vec<NoteRow> = rows.map(|row| row?).collect::<Result<_>>()?;
    let wanted = usize::try_from(limit).unwrap_or_default();
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    let next = rows.last().filter(|_| more).map(|row| NotePlace { at: row.service_at, id: row.id });
    Ok(NotePage { rows, next })
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<Result<NoteRow>> {
    let kind: NoteKind = row.get("kind")?;
    let shared: [Option<String>; 2] = [row.get("topic")?, row.get("shared_words")?];
    let answer = NoteRow {
        id: row.get("id")?,
        kind,
        kind_label: kind.label().into(),
        state: row.get("state")?,
        service_at: row.get("service_at")?,
        service_on: row.get("service_on")?,
        minutes: row.get("minutes")?,
        author: row.get("author_name")?,
        mine: row.get("mine")?,
        late_entry: row.get("late_entry")?,
        signed_at: row.get("signed_at")?,
        text: String::new(),
        addenda: row.get("addenda")?,
    };
    Ok(store::sections_in(row)?.map(|sections| {
        let mut text = joined(&sections);
        for part in shared.into_iter().flatten().filter(|part| !part.is_empty()) {
            text.push('\n');
            text.push_str(&part);
        }
        NoteRow { text: text.trim().to_owned(), ..answer }
    }))
}

/// One's own notes that are not signed, or came back, the oldest first.
pub(crate) fn mine(view: &View<'_>, _: Nothing) -> Result<Vec<NoteTask>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/mine.sql"))?;
    let hours = policy::whole_on(view.sql, policy::NOTE_DUE, view.today())?;
    let seer = Seer::of(view)?;
    let rows = statement.query_map(named_params! { ":me": view.actor.staff }, |row| {
        task_of(row, &seer, view.now, |service_end, _| rules::due(service_end, hours))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes that wait for this person's cosignature, the oldest first.
pub(crate) fn cosign_queue(view: &View<'_>, _: Nothing) -> Result<Vec<NoteTask>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/cosign_queue.sql"))?;
    let hours = policy::whole_on(view.sql, policy::COSIGN_DUE, view.today())? * 24;
    let seer = Seer::of(view)?;
    let parameters = named_params! {
        ":me": view.actor.staff, ":directs": view.actor.may(Info::Notes, Verb::Cosign), ":today": view.today(),
    };
    let rows = statement.query_map(parameters, |row| {
        task_of(row, &seer, view.now, |service_end, signed| rules::due(signed.unwrap_or(service_end), hours))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn task_of(
    row: &Row<'_>,
    seer: &Seer,
    now: Moment,
    due: impl Fn(Moment, Option<Moment>) -> Moment,
) -> rusqlite::Result<NoteTask> {
    let kind: NoteKind = row.get("kind")?;
    let signed_at: Option<Moment> = row.get("signed_at")?;
    let due_at = due(row.get("service_end")?, signed_at);
    Ok(NoteTask {
        id: row.get("id")?,
        rev: row.get("rev")?,
        client: seer.line(&ClientFacts::of(row)?),
        author: row.get("author_name")?,
        kind,
        kind_label: kind.label().into(),
        state: row.get("state")?,
        session: row.get("session")?,
        service_at: row.get("service_at")?,
        service_on: row.get("service_on")?,
        minutes: row.get("minutes")?,
        signed_at,
        due_at,
        overdue: due_at < now,
        skipped: row.get("skipped")?,
        comment: row.get::<_, Option<String>>("comment")?.unwrap_or_default(),
    })
}
