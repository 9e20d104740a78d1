//! The group note: one shared part, and one entry of their own for each recorded person (models.md 1.4).
//!
//! Nothing is confirmed for somebody whose row was never touched. The shared part goes into every chart, so it names
//! nobody; an own line names nobody else. What a digit accepts is the window's business: here an answer is an answer.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::around::{self, Attended, Seer, SessionFacts};
use super::group_rows::{self, Histories};
use super::ipc::{NoteClient, NotePoint, ObjectiveAnswer, ObjectiveTick};
use super::names::{self, Person};
use super::rules::NoteRefusal;
use super::stated::{self, NotTheirName};
use super::store::{self, SharedPart};
use super::{
    Note, NoteFormat, NoteId, NoteKind, NoteState, ObjectiveMark, Risk, ops, ready, sign, similar, template,
};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Moment, Refusal, Result, RowId, Tag, View};
use crate::practice::policy;
use crate::session::{self, SessionId, SessionLesson};

/// The draft of the page.
pub(super) const FORM: &str = "group_note";
/// The key of the own line.
pub(super) const LINE: &str = "line";
const LONGEST_LINE: usize = 4_000;
const LONGEST_SHARED: usize = 10_000;

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
    /// The explicit statement about everyone present.
    pub risk_statement: bool,
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
    pub risk_statement: bool,
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
    /// Stops the signature; "participation", "line", "risk", "risk_words".
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
    pub shared: SharedPage,
    /// What stops the signature in the shared part; "topic", "words".
    pub missing: Vec<NotePoint>,
    /// What should be looked at in it and does not.
    pub warnings: Vec<NotePoint>,
    pub entries: Vec<GroupEntry>,
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
    let page = SharedPage {
        rev: shared.as_ref().map_or(0, |part| part.rev),
        topic: shared.as_ref().map_or_else(|| session.topic.clone(), |part| part.topic.clone()),
        interventions: shared.as_ref().map(|part| keys(&part.interventions)).unwrap_or_default(),
        words: shared.as_ref().map(|part| part.words.clone()).unwrap_or_default(),
        risk_statement: shared.as_ref().is_some_and(|part| part.risk_statement),
        signed: shared.as_ref().is_some_and(|part| part.signed),
    };
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
        missing: shared_missing(&page.topic, &page.words, &room.names()),
        warnings: if page.signed { Vec::new() } else { shared_warnings(&page.topic, &page.words) },
        shared: page,
        entries,
    })
}

fn keys(interventions: &str) -> Vec<String> {
    interventions.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

/// Everybody recorded in a session, with their note when there is one.
pub(super) struct Room {
    pub people: Vec<Present>,
    /// From this share of common words on, in percent, two lines read alike.
    alike_percent: i64,
}

/// One of them.
pub(super) struct Present {
    pub facts: around::ClientFacts,
    pub attended: Attended,
    pub name: Person,
    pub note: Option<Note>,
}

impl Room {
    pub fn of(view: &View<'_>, session: &SessionFacts) -> Result<Self> {
        let mut notes = store::of_session(view.sql, session.id)?;
        let clients = around::clients_of_session(view.sql, session.id)?;
        let attended = around::everybody_attended(view.sql, session.id)?;
        let people = attended.into_iter().filter_map(|attended| {
            let facts = clients.iter().find(|client| client.id == attended.client)?.clone();
            let kind = if attended.absent { NoteKind::Absence } else { NoteKind::Group };
            let at = notes.iter().position(|note| note.client == attended.client && note.kind == kind);
            let note = at.map(|at| notes.swap_remove(at));
            Some(Present { name: facts.person(), facts, attended, note })
        });
        let mut people: Vec<Present> = people.collect();
        // As a person looks for a name: without accents, "Çağlayan" stands among the C.
        people.sort_by_cached_key(|person| (names::fold(&person.facts.family_name), person.facts.given_name.clone()));
        let alike_percent = policy::whole_on(view.sql, policy::NOTE_ALIKE, view.today())?;
        Ok(Self { people, alike_percent })
    }

    fn names(&self) -> Vec<Person> {
        self.people.iter().map(|person| person.name.clone()).collect()
    }

    /// What stops the signature of the shared part.
    pub fn shared_missing(&self, part: &SharedPart) -> Vec<NotePoint> {
        shared_missing(&part.topic, &part.words, &self.names())
    }

    /// Words of an entry that read like another member's name and were not stated to be none, by field.
    fn named<'n>(&self, person: &Present, note: &'n Note) -> Vec<(&'static str, &'n str)> {
        let others = self.people.iter().filter(|other| other.facts.id != person.facts.id);
        let others: Vec<Person> = others.map(|other| other.name.clone()).collect();
        let own = stated::own(&person.name, note);
        let found = |text: &'n str| names::named(text, &others, Some(&own));
        let fields = [("line", line_of(note)), ("risk_words", note.risk_words.as_str())];
        fields.into_iter().filter_map(|(field, text)| Some((field, found(text)?))).collect()
    }

    /// What stops the signature of one entry.
    pub fn entry_missing(&self, person: &Present, note: &Note, statement: bool) -> Vec<NotePoint> {
        let mut points = Vec::new();
        if note.participation.is_none() {
            points.push(NotePoint::new("participation", "Participation is not chosen. Press 0 to 3."));
        }
        let line = line_of(note);
        if line.trim().is_empty() {
            points.push(NotePoint::new("line", "Write at least one line that is this person's own."));
        }
        for (field, word) in self.named(person, note) {
            let words =
                "is another member's name, and a chart never holds one. Take it out, or state that it is not.";
            points.push(NotePoint::new(field, format!("“{word}” {words}")));
        }
        match note.risk {
            None | Some(Risk::BySessionStatement) if !statement => points.push(NotePoint::new(
                "risk",
                "Risk is not chosen. Choose one here, or make the statement for everyone present.",
            )),
            Some(Risk::NewOrChanged) if note.risk_words.trim().is_empty() => {
                points.push(NotePoint::new("risk_words", "Say what is new or changed, and what was done about it."));
            }
            _ => {}
        }
        points
    }
}

/// What should be looked at in the shared part and does not stop it.
fn shared_warnings(topic: &str, words: &str) -> Vec<NotePoint> {
    [("topic", topic), ("words", words)]
        .into_iter()
        .filter_map(|(field, text)| ready::wording_point(field, text))
        .collect()
}

/// The own line of a note.
pub(super) fn line_of(note: &Note) -> &str {
    note.sections.iter().find(|(key, _)| key == LINE).map_or("", |(_, text)| text.as_str())
}

/// What stops the signature of these words.
pub(super) fn shared_missing(topic: &str, words: &str, everybody: &[Person]) -> Vec<NotePoint> {
    let mut points = Vec::new();
    if topic.trim().is_empty() {
        points.push(NotePoint::new("topic", "Type the topic of the session."));
    }
    if words.trim().is_empty() {
        points.push(NotePoint::new("words", "Write what the group did, in a sentence or two."));
    }
    for (field, text) in [("topic", topic), ("words", words)] {
        if let Some(word) = names::named(text, everybody, None) {
            points.push(NotePoint::new(
                field,
                format!("“{word}” is a member's name, and this goes into every chart. Take it out."),
            ));
        }
    }
    points
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

fn warnings(room: &Room, person: &Present, note: &Note, histories: &Histories) -> Vec<NotePoint> {
    let line = line_of(note);
    let mut points = Vec::new();
    let alike = |other: &&str| similar::alike(line, other, room.alike_percent);
    let earlier: Vec<&str> = histories.lines(person.facts.id).iter().map(String::as_str).collect();
    let also: Vec<&str> = earlier.iter().copied().filter(alike).collect();
    if let Some(first) = also.first() {
        let phrases = similar::repeated_words(line, first);
        let (also, of) = (also.len(), earlier.len());
        points.push(NotePoint::new(
            "line",
            format!("This line is much like {also} of the last {of} of this person{phrases}."),
        ));
    }
    let others = room.people.iter().filter(|other| other.facts.id != person.facts.id);
    if let Some(twin) = others.filter_map(|other| other.note.as_ref()).map(line_of).find(alike) {
        let phrases = similar::repeated_words(line, twin);
        let words = format!("Another entry of tonight reads the same{phrases}. Each person needs their own.");
        points.push(NotePoint::new("line", words));
    }
    points.extend(ready::wording_point("line", line));
    points
}

/// Keeps what the page holds: the shared part, and each entry that differs from what is kept.
pub(super) fn save(tx: &mut Tx<'_, '_>, request: SaveGroupNote) -> Result<GroupSaved> {
    let session = led(&tx.view(), request.session)?;
    if !session.recorded {
        return Err(NoteRefusal::NotRecorded.into());
    }
    let room = Room::of(&tx.view(), &session)?;
    let mut check = Check::new();
    let fields = checked_shared(&mut check, request.shared);
    let known = group_rows::histories(tx.sql(), session.id)?;
    let entries = checked_entries(&mut check, request.entries, &room, &known);
    check.done()?;
    let part = save_shared(tx, &session, fields)?;
    for fields in entries {
        save_entry(tx, &session, &room, &part, fields)?;
    }
    crate::draft::close(tx, FORM, &session.id.uuid().to_string())?;
    if tx.recorded() == 0 {
        tx.quietly();
    }
    tx.touch(Tag::Note);
    let saved = store::of_session(tx.sql(), session.id)?;
    Ok(GroupSaved {
        shared_rev: store::shared_of_session(tx.sql(), session.id)?.map_or(0, |part| part.rev),
        entries: saved
            .into_iter()
            .map(|note| EntrySaved { client: note.client, note: note.id, rev: note.rev })
            .collect(),
    })
}

fn checked_shared(check: &mut Check, fields: SharedFields) -> SharedFields {
    let known = |key: &String| template::INTERVENTIONS.iter().any(|(word, _)| word == key);
    let all_known = fields.interventions.iter().all(known);
    check.ensure(all_known, "shared.interventions", "Choose interventions from the list.");
    SharedFields {
        topic: check.optional("shared.topic", &fields.topic, 200),
        words: check.optional("shared.words", &fields.words, LONGEST_SHARED),
        ..fields
    }
}

fn checked_entries(check: &mut Check, entries: Vec<EntryFields>, room: &Room, known: &Histories) -> Vec<EntryFields> {
    let mut seen = std::collections::HashSet::new();
    let checked = entries.into_iter().enumerate().map(|(index, fields)| {
        let at = |field: &str| format!("entries.{index}.{field}");
        let present = room.people.iter().any(|person| person.facts.id == fields.client && !person.attended.absent);
        check.ensure(present, &at("client"), "This person is not recorded as present. Correct the attendance first.");
        check.ensure(seen.insert(fields.client), &at("client"), "This person is here twice. Reload the page.");
        let digit_fits = fields.participation.is_none_or(|digit| (0..=3).contains(&digit));
        check.ensure(digit_fits, &at("participation"), "Participation is 0 to 3.");
        let fit = fields.objectives.iter().all(|tick| known.has(fields.client, tick.objective));
        check.ensure(fit, &at("objectives"), "This objective is not in the person's plan any more. Choose another.");
        EntryFields {
            line: check.optional(&at("line"), &fields.line, LONGEST_LINE),
            risk_words: check.optional(&at("risk_words"), &fields.risk_words, 2_000),
            stated: stated::checked(check, &at("stated"), fields.stated),
            ..fields
        }
    });
    checked.collect()
}

fn save_shared(tx: &mut Tx<'_, '_>, session: &SessionFacts, fields: SharedFields) -> Result<SharedPart> {
    let interventions = fields.interventions.join(",");
    let Some(old) = store::shared_of_session(tx.sql(), session.id)? else {
        if fields.rev != 0 {
            return Err(Refusal::conflict());
        }
        let part = SharedPart {
            id: tx.id(),
            session: session.id,
            topic: fields.topic,
            interventions,
            words: fields.words,
            risk_statement: fields.risk_statement,
            signed: false,
            rev: 1,
        };
        store::insert_shared(tx, &part)?;
        tx.wrote(Table::SharedPart, part.id, None)?;
        return Ok(part);
    };
    let same = old.topic == fields.topic
        && old.interventions == interventions
        && old.words == fields.words
        && old.risk_statement == fields.risk_statement;
    if same {
        return Ok(old);
    }
    if old.signed {
        return Err(NoteRefusal::SharedFixed.into());
    }
    tx.revise(Table::SharedPart, old.id, fields.rev)?;
    let part = SharedPart {
        topic: fields.topic,
        interventions,
        words: fields.words,
        risk_statement: fields.risk_statement,
        ..old
    };
    store::update_shared(tx, &part)?;
    tx.wrote(Table::SharedPart, part.id, None)?;
    Ok(SharedPart { rev: part.rev + 1, ..part })
}

fn save_entry(
    tx: &mut Tx<'_, '_>,
    session: &SessionFacts,
    room: &Room,
    part: &SharedPart,
    fields: EntryFields,
) -> Result<()> {
    let Some(person) = room.people.iter().find(|person| person.facts.id == fields.client) else { return Ok(()) };
    let marks: Vec<ObjectiveMark> = fields
        .objectives
        .iter()
        .map(|tick| ObjectiveMark { objective: tick.objective, progress: tick.progress })
        .collect();
    let base = match &person.note {
        Some(note) => note.clone(),
        None if fields.rev != 0 => return Err(Refusal::conflict()),
        None => {
            let service = person.attended.service(session);
            ops::blank(tx, fields.client, NoteKind::Group, NoteFormat::Group, service)?
        }
    };
    let next = Note {
        author: if base.state == NoteState::Returned { base.author } else { tx.actor.staff },
        session: Some(session.id),
        shared_part: Some(part.id),
        service: person.attended.service(session),
        sections: std::iter::once((LINE.to_owned(), fields.line)).chain(stated::sections(fields.stated)).collect(),
        participation: fields.participation,
        risk: fields.risk,
        risk_words: fields.risk_words,
        skipped: fields.skipped,
        ..base.clone()
    };
    let Some(stored) = &person.note else {
        ops::insert(tx, &next)?;
        return ops::set_marks(tx, &next, &marks);
    };
    let kept: Vec<ObjectiveMark> = store::marks(tx.sql(), stored.id)?.iter().map(|mark| mark.mark).collect();
    if same_entry(stored, &next) && kept == marks {
        return Ok(());
    }
    if !stored.state.is_open() {
        return Err(NoteRefusal::Fixed.into());
    }
    if stored.state == NoteState::Returned && stored.author != tx.actor.staff {
        return Err(NoteRefusal::NotTheAuthor.into());
    }
    tx.revise(Table::Note, stored.id, fields.rev)?;
    ops::set_marks(tx, &next, &marks)?;
    ops::rewrite(tx, stored, next).map(|_| ())
}

fn same_entry(stored: &Note, next: &Note) -> bool {
    line_of(stored) == line_of(next)
        && stated::of(stored) == stated::of(next)
        && stored.participation == next.participation
        && stored.risk == next.risk
        && stored.risk_words == next.risk_words
        && stored.skipped == next.skipped
}

/// The entry as it is signed: with the answer of the session's statement where none of its own was given.
pub(super) fn answered(note: Note, part: &SharedPart) -> Note {
    Note { risk: sign::risk_by_statement(note.risk, part), shared_part: Some(part.id), ..note }
}
