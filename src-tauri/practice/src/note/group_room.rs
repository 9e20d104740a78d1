//! The room of a group note: everybody recorded with their note, and what stops or should be looked at in each part.
//!
//! The shared part goes into every chart, so it names nobody; an own line names nobody else. A word that was stated to be
//! no name (`stated`) stops neither.

use super::around::{self, Attended, SessionFacts};
use super::group_layout::{GroupLayout, text_of};
use super::group_rows::Histories;
use super::ipc::NotePoint;
use super::names::{self, Person};
use super::stated::{self, NotTheirName};
use super::store::{self, SharedPart};
use super::{Note, NoteKind, Risk, ready, similar};
use crate::kernel::{Result, View};
use crate::note_template::{LINE, Section, WORDS};
use crate::practice::policy;

/// Everybody recorded in a session, with their note when there is one.
pub(super) struct Room {
    pub people: Vec<Present>,
    /// What its note asks for.
    pub layout: GroupLayout,
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

/// The text of a shared part, stored or not yet.
#[derive(Copy, Clone, Debug)]
pub(super) struct SharedText<'p> {
    pub topic: &'p str,
    /// By section.
    pub texts: &'p [(String, String)],
    pub stated: &'p [NotTheirName],
}

impl<'p> SharedText<'p> {
    /// As it is kept; before the first save it has the topic that was planned.
    pub fn of(part: Option<&'p SharedPart>, session: &'p SessionFacts) -> Self {
        match part {
            Some(part) => Self { topic: &part.topic, texts: &part.texts, stated: &part.stated },
            None => Self { topic: &session.topic, texts: &[], stated: &[] },
        }
    }

    /// Its texts with the field that the page shows each in.
    pub fn fields(self) -> Vec<(String, &'p str)> {
        let texts = self.texts.iter().map(|(key, text)| (field_of(key, WORDS), text.as_str()));
        std::iter::once(("topic".to_owned(), self.topic)).chain(texts).collect()
    }
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
        let layout = GroupLayout::of(view.sql, store::shared_of_session(view.sql, session.id)?.as_ref())?;
        let alike_percent = policy::whole_on(view.sql, policy::NOTE_ALIKE, view.today())?;
        Ok(Self { people, layout, alike_percent })
    }

    /// What stops the signature of the shared part.
    pub fn shared_missing(&self, shared: SharedText<'_>) -> Vec<NotePoint> {
        let mut points = Vec::new();
        if shared.topic.trim().is_empty() {
            points.push(NotePoint::new("topic", "Type the topic of the session."));
        }
        for section in empty(&self.layout.shared, shared.texts) {
            points.push(match section.key.as_ref() {
                WORDS => NotePoint::new("words", "Write what the group did, in a sentence or two."),
                key => {
                    NotePoint::new(&field_of(key, WORDS), format!("“{}” of the shared part is empty.", section.label))
                }
            });
        }
        for (field, word) in self.shared_named(shared) {
            let words = "is a member's name, and this goes into every chart. Take it out, or state that it is not.";
            points.push(NotePoint::new(&field, format!("“{word}” {words}")));
        }
        points
    }

    /// Words of the shared part that read like a member's name and were not stated to be none, by field.
    pub fn shared_named<'p>(&self, shared: SharedText<'p>) -> Vec<(String, &'p str)> {
        let everybody: Vec<Person> = self.people.iter().map(|person| person.name.clone()).collect();
        let nobody = stated::person(shared.stated);
        let found = |text: &'p str| names::named(text, &everybody, Some(&nobody));
        shared.fields().into_iter().filter_map(|(field, text)| Some((field, found(text)?))).collect()
    }

    /// Words of an entry that read like another member's name and were not stated to be none, by field.
    pub fn named<'n>(&self, person: &Present, note: &'n Note) -> Vec<(String, &'n str)> {
        let others = self.people.iter().filter(|other| other.facts.id != person.facts.id);
        let others: Vec<Person> = others.map(|other| other.name.clone()).collect();
        let own = stated::own(&person.name, note);
        let found = |text: &'n str| names::named(text, &others, Some(&own));
        let texts = note.sections.iter().filter(|(key, _)| !stated::is_statement(key));
        let texts = texts.map(|(key, text)| (field_of(key, LINE), text.as_str()));
        let fields = texts.chain([("risk_words".to_owned(), note.risk_words.as_str())]);
        fields.filter_map(|(field, text)| Some((field, found(text)?))).collect()
    }

    /// What stops the signature of one entry.
    pub fn entry_missing(&self, person: &Present, note: &Note, statement: bool) -> Vec<NotePoint> {
        let mut points = Vec::new();
        if note.participation.is_none() {
            points.push(NotePoint::new("participation", "Participation is not chosen. Press 0 to 3."));
        }
        for section in empty(&note.layout, &note.sections) {
            points.push(match section.key.as_ref() {
                LINE => NotePoint::new("line", "Write at least one line that is this person's own."),
                key => NotePoint::new(&field_of(key, LINE), format!("“{}” is empty.", section.label)),
            });
        }
        for (field, word) in self.named(person, note) {
            let words =
                "is another member's name, and a chart never holds one. Take it out, or state that it is not.";
            points.push(NotePoint::new(&field, format!("“{word}” {words}")));
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

/// What a layout requires and has no text.
fn empty<'l>(layout: &'l [Section], texts: &[(String, String)]) -> impl Iterator<Item = &'l Section> {
    layout.iter().filter(|section| section.required && text_of(texts, &section.key).trim().is_empty())
}

/// The field of a section on the page: the main one has its own name.
fn field_of(key: &str, main: &str) -> String {
    if key == main { key.to_owned() } else { format!("more.{key}") }
}

/// The own line of a note.
pub(super) fn line_of(note: &Note) -> &str {
    text_of(&note.sections, LINE)
}

/// What should be looked at in an entry and does not stop it.
pub(super) fn warnings(room: &Room, person: &Present, note: &Note, histories: &Histories) -> Vec<NotePoint> {
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
