//! What the editor offers: formats, templates, kinds, and the words of every choice.

use serde::Serialize;
use ts_rs::TS;

use super::{NoteFormat, NoteKind, Progress, Risk, template};
use crate::kernel::router::Nothing;
use crate::kernel::{Result, View};
use crate::note_template::ipc::TemplateSection;
use crate::note_template::{self, Edition, EditionId};

/// A word with its label.
#[derive(Debug, Serialize, TS)]
pub struct NoteChoice<T> {
    pub word: T,
    pub label: String,
}

/// A format an author may choose.
#[derive(Debug, Serialize, TS)]
pub struct TemplateFormat {
    pub word: NoteFormat,
    pub label: String,
    /// The edition that a note gets which begins with it now. None is the first, which a note has without naming it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template: Option<EditionId>,
    pub sections: Vec<TemplateSection>,
}

/// What the editor offers.
#[derive(Debug, Serialize, TS)]
pub struct NoteTemplates {
    pub formats: Vec<TemplateFormat>,
    /// The practice's templates in use, in their newest edition.
    pub templates: Vec<OfferedTemplate>,
    /// Kinds of a free-standing note.
    pub kinds: Vec<NoteChoice<NoteKind>>,
    pub risks: Vec<NoteChoice<Risk>>,
    pub progress: Vec<NoteChoice<Progress>>,
    pub interventions: Vec<NoteChoice<String>>,
    /// What the session's risk statement says, word for word.
    pub statement: String,
}

/// A template an author may choose for its kind of note.
#[derive(Debug, Serialize, TS)]
pub struct OfferedTemplate {
    pub id: EditionId,
    pub name: String,
    /// The word of the kind.
    pub kind: String,
    pub edition: i64,
    pub sections: Vec<TemplateSection>,
}

impl From<Edition> for OfferedTemplate {
    fn from(edition: Edition) -> Self {
        let sections = edition.sections.iter().map(TemplateSection::from).collect();
        Self { id: edition.id, name: edition.name, kind: edition.kind, edition: edition.number, sections }
    }
}

/// Formats, templates, kinds and words the editor offers.
pub(super) fn offered(view: &View<'_>, _: Nothing) -> Result<NoteTemplates> {
    let templates = note_template::newest_of_kinds(view.sql)?.into_iter().map(OfferedTemplate::from).collect();
    let formats = note_template::newest_of_formats(view.sql)?.into_iter().filter_map(TemplateFormat::of).collect();
    Ok(NoteTemplates { formats, templates, ..NoteTemplates::fixed() })
}

impl NoteTemplates {
    /// What is no template.
    fn fixed() -> Self {
        let free = NoteKind::ALL.iter().filter(|kind| !matches!(kind, NoteKind::Group | NoteKind::Absence));
        let risks = [Risk::NoneObserved, Risk::Same, Risk::NewOrChanged];
        let progress = [Progress::SetBack, Progress::Same, Progress::Forward, Progress::Met];
        Self {
            formats: Vec::new(),
            templates: Vec::new(),
            kinds: free.map(|kind| NoteChoice { word: *kind, label: kind.label().into() }).collect(),
            risks: risks.into_iter().map(|risk| NoteChoice { word: risk, label: risk.label().into() }).collect(),
            progress: progress
                .into_iter()
                .map(|step| NoteChoice { word: step, label: step.label().into() })
                .collect(),
            interventions: template::INTERVENTIONS
                .iter()
                .map(|(key, words)| NoteChoice { word: (*key).to_owned(), label: (*words).to_owned() })
                .collect(),
            statement: super::SESSION_STATEMENT.into(),
        }
    }
}

impl TemplateFormat {
    fn of(edition: Edition) -> Option<Self> {
        Some(Self {
            word: NoteFormat::from_word(edition.format.as_deref()?)?,
            label: edition.name,
            template: (edition.number > 1).then_some(edition.id),
            sections: edition.sections.iter().map(TemplateSection::from).collect(),
        })
    }
}
