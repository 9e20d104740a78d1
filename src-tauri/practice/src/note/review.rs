//! What a supervisor looks at beside a note: what differs from the client's note before, and what the rules say.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::differ;
use super::ipc::{NotePoint, WhichNote};
use super::{Note, NoteId, NoteKind, Risk, queries, ready, stated, store, template};
use crate::kernel::{Info, Reach, Result, Verb, View};

/// A run of text: as it stood in the note before, or new.
#[derive(Debug, Serialize, TS)]
pub struct ReviewPiece {
    pub text: String,
    pub as_before: bool,
}

/// A section beside the note before.
#[derive(Debug, Serialize, TS)]
pub struct ReviewSection {
    pub key: String,
    pub label: String,
    pub pieces: Vec<ReviewPiece>,
}

/// The note that this one is compared with.
#[derive(Debug, Serialize, TS)]
pub struct ReviewBefore {
    pub id: NoteId,
    pub on: NaiveDate,
    pub kind_label: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk_label: Option<String>,
    /// Sentences of it that this note does not say any more.
    pub gone: Vec<String>,
}

/// One rule with what it says of this note.
#[derive(Debug, Serialize, TS)]
pub struct ReviewRule {
    pub name: String,
    pub holds: bool,
    /// What it found; empty when it holds.
    pub found: Vec<String>,
}

/// A note as a supervisor reviews it.
#[derive(Debug, Serialize, TS)]
pub struct NoteReview {
    pub id: NoteId,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<ReviewBefore>,
    pub sections: Vec<ReviewSection>,
    pub rules: Vec<ReviewRule>,
}

struct Before {
    shown: ReviewBefore,
    text: String,
}

/// A note that is signed or came back, beside the note before it.
pub(super) fn review(view: &View<'_>, request: WhichNote) -> Result<NoteReview> {
    let note = queries::readable(view, request.id)?;
    let before = before(view, &note)?;
    let earlier = before.as_ref().map_or("", |before| before.text.as_str());
    let written = note.sections.iter().filter(|(key, _)| !stated::is_statement(key));
    let sections = written.filter(|(_, text)| !text.trim().is_empty()).map(|(key, text)| ReviewSection {
        key: key.clone(),
        label: template::label_in(&note, key),
        pieces: differ::pieces(text, earlier)
            .into_iter()
            .map(|piece| ReviewPiece { text: piece.text, as_before: piece.as_before })
            .collect(),
    });
    Ok(NoteReview {
        id: note.id,
        sections: sections.collect(),
        rules: rules(view, &note)?,
        before: before.map(|before| before.shown),
    })
}

/// The client's last note of this kind before this one, or the last of any kind.
fn before(view: &View<'_>, note: &Note) -> Result<Option<Before>> {
    let chart = view.reach(Info::Notes, Verb::Read, note.client).is_ok_and(|permit| permit.reach != Reach::Own);
    let mut statement = view.sql.prepare_cached(
        "select id, service_on, kind, risk, sections, format,
                (select edition.sections from note_template_edition edition where edition.id = note.template) as layout
         from note
         where client = :client and service_at <= :at and id <> :id and voided_at is null and kind <> 'absence'
           and state <> 'draft' and (:chart or author in (:me, :author))
         order by kind = :kind desc, service_at desc
         limit 1",
    )?;
    let parameters = named_params! {
        ":client": note.client, ":at": note.service.at, ":id": note.id, ":kind": note.kind, ":chart": chart,
        ":me": view.actor.staff, ":author": note.author,
    };
    let mut rows = statement.query(parameters)?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let text = queries::joined(&store::sections_in(row)??);
    let (kind, risk): (NoteKind, Option<Risk>) = (row.get("kind")?, row.get("risk")?);
    let shown = ReviewBefore {
        id: row.get("id")?,
        on: row.get("service_on")?,
        kind_label: kind.label().into(),
        risk_label: risk.map(|risk| risk.label().into()),
        gone: differ::gone(&ready::text_of(note), &text),
    };
    Ok(Some(Before { shown, text }))
}

/// What every rule says, in the order of the page.
fn rules(view: &View<'_>, note: &Note) -> Result<Vec<ReviewRule>> {
    let marks = store::marks(view.sql, note.id)?.iter().map(|stored| stored.mark).collect();
    let around = queries::around_of(view, note, marks)?;
    let (missing, warnings) = (ready::missing(note, &around), ready::warnings(note, &around));
    let rule = |name: &str, found: Vec<String>| ReviewRule { name: name.into(), holds: found.is_empty(), found };
    let of = |points: &[NotePoint], fields: &[&str]| -> Vec<String> {
        let meant = points.iter().filter(|point| fields.iter().any(|field| point.field.starts_with(field)));
        meant.map(|point| point.message.clone()).collect()
    };
    let late = if note.late_entry { vec!["Signed as a late entry; both times stand in it.".into()] } else { vec![] };
    let mut rules = vec![
        rule("Every required section", of(&missing, &["sections"])),
        rule("Objectives of the plan", of(&warnings, &["objectives"])),
        rule("No name of others, no copy of an earlier note", of(&warnings, &["sections"])),
        rule("Signed in time", late),
        rule("License on the day of the service", of(&missing, &["license"])),
    ];
    if note.kind.owes_risk() {
        rules.insert(1, rule("Risk line", of(&missing, &["risk"])));
    }
    if note.session.is_some() {
        rules.push(rule("Attendance", of(&missing, &["attendance"])));
    }
    Ok(rules)
}
