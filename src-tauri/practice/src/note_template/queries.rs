//! What a director and an author read of templates.

use super::ipc::{NoteTemplateLine, NoteTemplateList, TemplateEdition, TemplateKind, TemplateSection, WhichTemplate};
use super::store;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Refusal, Result, Verb, View};

/// All templates, retired ones too, by kind.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<NoteTemplateList> {
    let kinds = store::kinds(view.sql)?;
    let label = |word: &str| {
        kinds.iter().find(|(known, _)| known == word).map_or_else(|| word.to_owned(), |(_, label)| label.clone())
    };
    let templates = store::all(view.sql)?
        .into_iter()
        .map(|(template, edition, shipped)| NoteTemplateLine {
            id: template.id,
            kind_label: match template.kind.as_str() {
                _ if template.format.is_some() => "Every kind".into(),
                "group" => "Every group".into(),
                kind => label(kind),
            },
            every_kind: template.format.is_some(),
            name: template.name,
            kind: template.kind,
            first: template.first,
            active: template.active,
            edition: edition.number,
            shipped,
            sections: edition.sections.iter().map(TemplateSection::from).collect(),
            rev: template.rev,
        })
        .collect();
    let kinds = kinds
        .into_iter()
        .filter(|(word, _)| !matches!(word.as_str(), "group" | "absence"))
        .map(|(word, label)| TemplateKind { word, label })
        .collect();
    Ok(NoteTemplateList { templates, kinds, may_write: view.actor.may(Info::Staff, Verb::Write) })
}

/// The editions of one template, the newest first.
pub(super) fn editions(view: &View<'_>, request: WhichTemplate) -> Result<Vec<TemplateEdition>> {
    store::template(view.sql, request.id)?.ok_or_else(|| Refusal::not_found("template"))?;
    Ok(store::editions(view.sql, request.id)?
        .into_iter()
        .map(|line| TemplateEdition {
            id: line.edition.id,
            number: line.edition.number,
            sections: line.edition.sections.iter().map(TemplateSection::from).collect(),
            by: line.by,
            at: line.at,
        })
        .collect())
}
