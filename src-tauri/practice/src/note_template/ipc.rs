//! Calls of the templates of notes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EditionId, Section, TemplateId, ops, queries};
use crate::kernel::router::{Call, Need, op, query};
use crate::kernel::{Info, Moment, Tag, Verb};

/// The draft of a template that is being written.
pub(super) const FORM: &str = "note_template";

/// A section as a form sends it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SectionFields {
    /// As the edition before has it; empty for a new section.
    pub key: String,
    pub label: String,
    pub hint: String,
    pub required: bool,
    pub carries: bool,
    /// Of a group note: it goes into every chart of the session.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub shared: bool,
}

impl From<SectionFields> for Section {
    fn from(fields: SectionFields) -> Self {
        let SectionFields { key, label, hint, required, carries, shared } = fields;
        Self { key: key.into(), label: label.into(), hint: hint.into(), required, carries, shared }
    }
}

/// A section of a template.
#[derive(Debug, Serialize, TS)]
pub struct TemplateSection {
    pub key: String,
    pub label: String,
    pub hint: String,
    /// Needs text before the note is signed.
    pub required: bool,
    /// May be carried forward from the client's note before.
    pub carries: bool,
    /// Of a group note: it goes into every chart of the session.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub shared: bool,
}

impl From<&Section> for TemplateSection {
    fn from(section: &Section) -> Self {
        Self {
            key: section.key.to_string(),
            label: section.label.to_string(),
            hint: section.hint.to_string(),
            required: section.required,
            carries: section.carries,
            shared: section.shared,
        }
    }
}

/// A template as the list shows it.
#[derive(Debug, Serialize, TS)]
pub struct NoteTemplateLine {
    pub id: TemplateId,
    pub name: String,
    pub kind: String,
    /// "Every kind" for a format such as DAP.
    pub kind_label: String,
    /// It divides a format that serves every kind, and is never retired.
    pub every_kind: bool,
    pub first: bool,
    pub active: bool,
    /// The number of its newest edition.
    pub edition: i64,
    /// It came with Evenkeel and nobody changed it.
    pub shipped: bool,
    pub sections: Vec<TemplateSection>,
    pub rev: i64,
}

/// A kind of note that may have templates.
#[derive(Debug, Serialize, TS)]
pub struct TemplateKind {
    pub word: String,
    pub label: String,
}

/// All templates.
#[derive(Debug, Serialize, TS)]
pub struct NoteTemplateList {
    pub templates: Vec<NoteTemplateLine>,
    pub kinds: Vec<TemplateKind>,
    pub may_write: bool,
}

/// Which template.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichTemplate {
    pub id: TemplateId,
}

/// An earlier edition.
#[derive(Debug, Serialize, TS)]
pub struct TemplateEdition {
    pub id: EditionId,
    pub number: i64,
    pub sections: Vec<TemplateSection>,
    /// Empty for what came with Evenkeel.
    pub by: String,
    pub at: Moment,
}

/// The request of `note_template.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddTemplate {
    pub name: String,
    pub kind: String,
    pub first: bool,
    pub sections: Vec<SectionFields>,
}

/// The request of `note_template.change`: other sections make a new edition.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeTemplate {
    pub id: TemplateId,
    pub rev: i64,
    pub name: String,
    pub first: bool,
    pub sections: Vec<SectionFields>,
}

/// The request of `note_template.retire` and `note_template.bring_back`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetireTemplate {
    pub id: TemplateId,
    pub rev: i64,
}

/// What was made or changed.
#[derive(Debug, Serialize, TS)]
pub struct SavedTemplate {
    pub id: TemplateId,
    pub rev: i64,
    pub edition: i64,
}

pub(crate) fn calls() -> Vec<Call> {
    let read = Need::Cell(Info::Notes, Verb::Read);
    // How the practice documents is the director's to decide.
    let write = Need::Cell(Info::Staff, Verb::Write);
    vec![
        query("note_template.list", read, &[Tag::NoteTemplate], queries::list),
        query("note_template.editions", read, &[Tag::NoteTemplate], queries::editions),
        op("note_template.add", write, ops::add),
        op("note_template.change", write, ops::change),
        op("note_template.retire", write, ops::retire),
        op("note_template.bring_back", write, ops::bring_back),
    ]
}
