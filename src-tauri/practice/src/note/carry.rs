//! Carrying text forward: the sections a template names, from the client's note before, and visibly so.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::ipc::{CarriedSection, WhichNote};
use super::{Carried, Note, NoteId, ops, queries, store};
use crate::kernel::{Check, Info, Reach, Result, Verb, View};

/// A section's text in the client's note before.
#[derive(Debug, Serialize, TS)]
pub struct CarryOffer {
    pub key: String,
    pub text: String,
    pub from: NoteId,
    pub on: NaiveDate,
}

/// What may be carried forward into one's own open note: of the sections that carry, the text of the client's last note
/// of this kind that has them. A new note never shows it by itself.
pub(super) fn offered(view: &View<'_>, request: WhichNote) -> Result<Vec<CarryOffer>> {
    let note = ops::own_open(view, request.id)?;
    let Some((from, on, sections)) = before(view, &note)? else { return Ok(Vec::new()) };
    let carries = |key: &str| note.layout.iter().any(|section| section.carries && section.key == key);
    Ok(sections
        .into_iter()
        .filter(|(key, text)| carries(key) && !text.trim().is_empty())
        .map(|(key, text)| CarryOffer { key, text, from, on })
        .collect())
}

type Before = (NoteId, NaiveDate, Vec<(String, String)>);

/// The client's last note of the same kind, drafts left out.
fn before(view: &View<'_>, note: &Note) -> Result<Option<Before>> {
    let chart = view.reach(Info::Notes, Verb::Read, note.client).is_ok_and(|permit| permit.reach != Reach::Own);
    let mut statement = view.sql.prepare_cached(
        "select id, service_on, sections, format,
                (select edition.sections from note_template_edition edition where edition.id = note.template) as layout
         from note
         where client = :client and service_at <= :at and id <> :id and kind = :kind and voided_at is null
           and state <> 'draft' and (:chart or author = :me)
         order by service_at desc
         limit 1",
    )?;
    let parameters = named_params! {
        ":client": note.client, ":at": note.service.at, ":id": note.id, ":kind": note.kind, ":chart": chart,
        ":me": view.actor.staff,
    };
    let mut rows = statement.query(parameters)?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some((row.get("id")?, row.get("service_on")?, store::sections_in(row)??)))
}

/// What the editor says was carried: only sections that carry, only from a note of this client that the person reads.
pub(super) fn checked(
    view: &View<'_>,
    check: &mut Check,
    note: &Note,
    claimed: &[CarriedSection],
) -> Result<BTreeMap<String, Carried>> {
    let mut carried = BTreeMap::new();
    for claim in claimed {
        let field = format!("sections.{}", claim.key);
        let carries = note.layout.iter().any(|section| section.carries && section.key == claim.key.as_str());
        check.ensure(carries, &field, "This section is not carried forward. Write it for this session.");
        let known = note.carried.get(&claim.key).filter(|known| known.from == claim.from).copied();
        let from = match known {
            Some(known) => known,
            None => {
                let before = queries::readable(view, claim.from)?;
                check.ensure(before.client == note.client, &field, "That text is of another chart. Take it out.");
                Carried { from: before.id, on: before.service.on }
            }
        };
        carried.insert(claim.key.clone(), from);
    }
    Ok(carried)
}
