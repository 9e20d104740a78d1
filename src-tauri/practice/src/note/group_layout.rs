//! How the note of one group session is divided: by the edition of its shared part, or by the newest before the first save.
//!
//! What must hold: both parts follow one edition, and the shared words and the own line are in each. The shared text is kept
//! by section and, as `words`, as one text that every chart reads.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::ipc::SectionText;
use super::store::SharedPart;
use super::{NoteFormat, NoteKind, store, template};
use crate::kernel::{Check, Result};
use crate::note_template::{self, EditionId, LINE, Section, WORDS};

/// The longest text of one section of a shared part, in characters.
const LONGEST_SHARED: usize = 10_000;
/// The longest text of one section of an own part, in characters.
const LONGEST_OWN: usize = 4_000;

/// The sections of a group note.
#[derive(Clone, Debug)]
pub(super) struct GroupLayout {
    /// None for the first edition.
    pub edition: Option<EditionId>,
    pub shared: Vec<Section>,
    pub own: Vec<Section>,
}

impl GroupLayout {
    /// As the shared part was begun, or as a new one would be.
    pub fn of(sql: &Connection, part: Option<&SharedPart>) -> Result<Self> {
        let edition = match part {
            Some(part) => part.template.map(|id| note_template::edition(sql, id)).transpose()?.flatten(),
            None => note_template::first_of(sql, NoteKind::Group.word())?.filter(|edition| edition.number > 1),
        };
        Ok(match edition {
            Some(edition) => {
                let (shared, own) = edition.sections.into_iter().partition(|section| section.shared);
                Self { edition: Some(edition.id), shared, own }
            }
            None => Self {
                edition: None,
                shared: template::SHARED.to_vec(),
                own: template::sections(NoteFormat::Group).to_vec(),
            },
        })
    }

    /// The texts of the shared part by section.
    pub fn shared_texts(&self, check: &mut Check, words: &str, more: &[SectionText]) -> Vec<(String, String)> {
        let words = check.optional("shared.words", words, LONGEST_SHARED);
        checked(check, &self.shared, "shared.more", LONGEST_SHARED, (WORDS, words), more)
    }

    /// The texts of a person's own part by section.
    pub fn own_texts(
        &self,
        check: &mut Check,
        at: &str,
        (line, more): (&str, &[SectionText]),
    ) -> Vec<(String, String)> {
        let line = check.optional(&format!("{at}.line"), line, LONGEST_OWN);
        checked(check, &self.own, &format!("{at}.more"), LONGEST_OWN, (LINE, line), more)
    }

    /// Whether two shared texts say the same in every section.
    pub fn same(&self, one: &[(String, String)], other: &[(String, String)]) -> bool {
        self.shared.iter().all(|section| text_of(one, &section.key) == text_of(other, &section.key))
    }

    /// The shared text as a chart reads it: the words alone, or each further section under its name.
    pub fn read(&self, texts: &[(String, String)]) -> String {
        let of = |section: &Section| text_of(texts, &section.key).trim();
        let said = self.shared.iter().filter(|section| !of(section).is_empty());
        let lines = said.map(|section| match section.key.as_ref() {
            WORDS => of(section).to_owned(),
            _ => format!("{}: {}", section.label, of(section)),
        });
        lines.collect::<Vec<_>>().join("\n\n")
    }
}

fn checked(
    check: &mut Check,
    layout: &[Section],
    at: &str,
    longest: usize,
    (key, first): (&str, String),
    more: &[SectionText],
) -> Vec<(String, String)> {
    let mut texts = BTreeMap::from([(key.to_owned(), first)]);
    for text in more {
        let field = format!("{at}.{}", text.key);
        let known = text.key != key && layout.iter().any(|section| section.key == text.key.as_str());
        check.ensure(known, &field, "The group note has no such section. Reload the page.");
        texts.insert(text.key.clone(), check.optional(&field, &text.text, longest));
    }
    store::arranged(texts, layout)
}

/// The text of one section; empty where there is none.
pub(super) fn text_of<'t>(texts: &'t [(String, String)], key: &str) -> &'t str {
    texts.iter().find(|(known, _)| known == key).map_or("", |(_, text)| text.as_str())
}

/// What the page sends beside its main text: every section but that one.
pub(super) fn more_of(layout: &[Section], texts: &[(String, String)], main: &str) -> Vec<SectionText> {
    let others = layout.iter().filter(|section| section.key != main);
    others
        .map(|section| SectionText { key: section.key.to_string(), text: text_of(texts, &section.key).to_owned() })
        .collect()
}
