//! The group note: one shared part, and one entry of their own for each recorded person (models.md 1.4).
//!
//! Nothing is confirmed for somebody whose row was never touched. The shared part goes into every chart, so it names
//! nobody; an own line names nobody else. What a digit accepts is the window's business: here an answer is an answer.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::around::{self, Seer, SessionFacts};
use super::group_layout::{more_of, text_of};
use super::group_room::{Present, Room, SharedText, line_of, warnings};
use super::group_rows::{self, Histories};
use super::ipc::{NoteClient, NotePoint, ObjectiveAnswer, ObjectiveTick, SectionText};
use super::rules::NoteRefusal;
use super::stated::{self, NotTheirName};
use super::store::{self, SharedPart};
use super::{Note, NoteId, NoteState, Risk, ready, sign};
use crate::client::ClientId;
use crate::draft::{self, AtWork};
use crate::kernel::{Moment, Result, RowId as _, View};
use crate::note_template::ipc::TemplateSection;
use crate::note_template::{LINE, WORDS};
use crate::session::{self, SessionId, SessionLesson};

/// The draft of the page.
pub(super) const FORM: &str = "group_note";

/// Which session.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupNoteOf {
    pub session: SessionId,
}

/// The shared part as the page sends it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SharedFields {
    /// 0 before the first save.
    pub rev: i64,
    pub topic: String,
    /// Keys.
    pub interventions: Vec<String>,
    pub words: String,
    /// The further sections of the shared part.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<SectionText>>")]
    pub more: Vec<SectionText>,
    /// The explicit statement about everyone present.
    pub risk_statement: bool,
    /// Words that read like a member's name and are none.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<NotTheirName>>")]
    pub stated: Vec<NotTheirName>,
}

/// One person's entry as the page sends it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryFields {
    pub client: ClientId,
    /// 0 before the first save.
    pub rev: i64,
    #[serde(default)]
    #[ts(optional)]
    pub participation: Option<i64>,
    pub line: String,
    /// The further sections of the own part.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<SectionText>>")]
    pub more: Vec<SectionText>,
    pub objectives: Vec<ObjectiveTick>,
    #[serde(default)]
    #[ts(optional)]
    pub risk: Option<Risk>,
    pub risk_words: String,
    /// Left for later: stays a draft when the others are signed.
    pub skipped: bool,
    /// Words that read like another member's name and are none.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<NotTheirName>>")]
    pub stated: Vec<NotTheirName>,
}

/// The request of `group_note.save`: the entries that were touched.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveGroupNote {
    pub session: SessionId,
    pub shared: SharedFields,
    pub entries: Vec<EntryFields>,
}

/// The shared part on the page.
#[derive(Debug, Serialize, TS)]
pub struct SharedPage {
    pub rev: i64,
    pub topic: String,
    pub interventions: Vec<String>,
    pub words: String,
    /// The further sections, in order.
    pub more: Vec<SectionText>,
    pub risk_statement: bool,
    /// The word that reads like a member's name, until it is taken out or stated to be none.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    pub stated: Vec<NotTheirName>,
    pub signed: bool,
}

/// One person's entry on the page.
#[derive(Debug, Serialize, TS)]
pub struct GroupEntry {
    pub client: NoteClient,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
    /// 0 while there is none.
    pub rev: i64,
    pub state: NoteState,
    /// Somebody touched it.
    pub begun: bool,
    pub absent: bool,
    pub attendance: String,
    pub minutes: i64,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub participation: Option<i64>,
    pub line: String,
    /// The further sections, in order.
    pub more: Vec<SectionText>,
    /// Open objectives, and those ticked.
    pub objectives: Vec<ObjectiveAnswer>,
    /// The objective used last, offered and not yet accepted.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offered: Option<crate::plan::ObjectiveId>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
    pub risk_words: String,
    pub skipped: bool,
    /// The word that reads like another member's name, until it is taken out or stated to be none.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    pub stated: Vec<NotTheirName>,
    /// Stops the signature; "participation", "line", "more.KEY", "risk", "risk_words".
    pub missing: Vec<NotePoint>,
    /// Does not.
    pub warnings: Vec<NotePoint>,
}

/// The page of a group note.
#[derive(Debug, Serialize, TS)]
pub struct GroupNotePage {
    pub session: SessionId,
    pub group: String,
    pub on: NaiveDate,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub planned_topic: String,
    /// The meeting of the curriculum it was.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lesson: Option<SessionLesson>,
    pub recorded: bool,
    /// What the edition of this note asks for: sections that are shared, and each person's own.
    pub sections: Vec<TemplateSection>,
    pub shared: SharedPage,
    /// What stops the signature in the shared part; "topic", "words", "more.KEY".
    pub missing: Vec<NotePoint>,
    /// What should be looked at in it and does not.
    pub warnings: Vec<NotePoint>,
    pub entries: Vec<GroupEntry>,
    /// Who saved a part of it last, and which colleague writes it too.
    pub at_work: AtWork,
}

/// A saved entry.
#[derive(Debug, Serialize, TS)]
pub struct EntrySaved {
    pub client: ClientId,
    pub note: NoteId,
    pub rev: i64,
}

/// The answer of `group_note.save`.
#[derive(Debug, Serialize, TS)]
pub struct GroupSaved {
    pub shared_rev: i64,
    /// Every entry of the session that has a row now.
    pub entries: Vec<EntrySaved>,
}

/// A group session that this person leads.
///
/// # Errors
/// `note.not_a_group`, `note.not_your_session`.
pub(super) fn led(view: &View<'_>, id: SessionId) -> Result<SessionFacts> {
    let session = around::session(view.sql, id)?;
    if session.of_group.is_none() {
        return Err(NoteRefusal::NotAGroup.into());
    }
    if session.is_led_by(view.actor.staff) { Ok(session) } else { Err(NoteRefusal::NotYourSession.into()) }
}

/// The page, with what is missing and what should be looked at.
pub(super) fn get(view: &View<'_>, request: GroupNoteOf) -> Result<GroupNotePage> {
    let session = led(view, request.session)?;
    let shared = store::shared_of_session(view.sql, session.id)?;
    let room = Room::of(view, &session)?;
    let text = SharedText::of(shared.as_ref(), &session);
    let sections = room.layout.shared.iter().chain(&room.layout.own).map(TemplateSection::from).collect();
    let page = shared_page(&room, shared.as_ref(), text);
    let seer = Seer::of(view)?;
    let mut histories = group_rows::histories(view.sql, session.id)?;
    let entries = room.people.iter().map(|person| {
        let client = NoteClient { id: person.facts.id, number: person.facts.number, name: seer.name(&person.facts) };
        entry(&room, person, client, page.risk_statement, &mut histories)
    });
    let entries = entries.collect();
    Ok(GroupNotePage {
        session: session.id,
        group: session.group_name.clone(),
        on: session.on,
        starts_at: session.starts_at,
        ends_at: session.ends_at,
        planned_topic: session.topic.clone(),
        lesson: session::lesson_on(view.sql, view.today(), (session.id, session.on))?,
        recorded: session.recorded,
        sections,
        missing: room.shared_missing(text),
        warnings: if page.signed { Vec::new() } else { shared_warnings(text) },
        shared: page,
        entries,
        at_work: at_work(view, session.id)?,
    })
}

/// The last to save the shared part or an entry, and who else has a draft of the page.
fn at_work(view: &View<'_>, session: SessionId) -> Result<AtWork> {
    let mut statement = view.sql.prepare_cached(
        "select by_staff, at from shared_part where session = :session and voided_at is null
         union all
         select by_staff, at from note where session = :session and voided_at is null
         order by at desc
         limit 1",
    )?;
    let last = statement
        .query_row(named_params! { ":session": session }, |row| Ok((row.get("by_staff")?, row.get("at")?)))
        .optional()?;
    draft::at_work_since(view, last, FORM, &session.uuid().to_string())
}

fn shared_page(room: &Room, part: Option<&SharedPart>, text: SharedText<'_>) -> SharedPage {
    let signed = part.is_some_and(|part| part.signed);
    SharedPage {
        rev: part.map_or(0, |part| part.rev),
        topic: text.topic.to_owned(),
        interventions: part.map(|part| keys(&part.interventions)).unwrap_or_default(),
        words: text_of(text.texts, WORDS).to_owned(),
        more: more_of(&room.layout.shared, text.texts, WORDS),
        risk_statement: part.is_some_and(|part| part.risk_statement),
        named: room.shared_named(text).first().filter(|_| !signed).map(|(_, word)| (*word).to_owned()),
        stated: text.stated.to_vec(),
        signed,
    }
}

fn keys(interventions: &str) -> Vec<String> {
    interventions.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

/// What should be looked at in the shared part and does not stop it.
fn shared_warnings(shared: SharedText<'_>) -> Vec<NotePoint> {
    shared.fields().iter().filter_map(|(field, text)| ready::wording_point(field, text)).collect()
}

fn entry(
    room: &Room,
    person: &Present,
    client: NoteClient,
    statement: bool,
    histories: &mut Histories,
) -> GroupEntry {
    let note = person.note.as_ref();
    let open = note.is_none_or(|note| note.state.is_open());
    let mut missing = match note {
        Some(note) if open && !note.skipped && !person.attended.absent => room.entry_missing(person, note, statement),
        _ => Vec::new(),
    };
    if note.is_none() && !person.attended.absent {
        missing
            .push(NotePoint::new("line", "Nothing is written for this person yet. Press S to leave it for later."));
    }
    let (objectives, offered) = histories.objectives(person.facts.id);
    GroupEntry {
        client,
        note: note.map(|note| note.id),
        rev: note.map_or(0, |note| note.rev),
        state: note.map_or(NoteState::Draft, |note| note.state),
        begun: note.is_some(),
        absent: person.attended.absent,
        attendance: person.attended.words(),
        minutes: person.attended.minutes,
        began_at: person.attended.arrived_at,
        ended_at: person.attended.left_at,
        participation: note.and_then(|note| note.participation),
        line: note.map(line_of).unwrap_or_default().to_owned(),
        more: more_of(&room.layout.own, note.map_or(&[], |note| note.sections.as_slice()), LINE),
        objectives,
        offered,
        risk: note.and_then(|note| note.risk),
        risk_words: note.map(|note| note.risk_words.clone()).unwrap_or_default(),
        skipped: note.is_some_and(|note| note.skipped),
        named: note.filter(|_| open).and_then(|note| Some(room.named(person, note).first()?.1.to_owned())),
        stated: note.map(stated::of).unwrap_or_default(),
        missing,
        warnings: note.filter(|_| open).map(|note| warnings(room, person, note, histories)).unwrap_or_default(),
    }
}

/// The entry as it is signed: with the answer of the session's statement where none of its own was given.
pub(super) fn answered(note: Note, part: &SharedPart) -> Note {
    Note { risk: sign::risk_by_statement(note.risk, part), shared_part: Some(part.id), ..note }
}
