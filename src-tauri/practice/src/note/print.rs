//! A note on paper. What was signed is printed from its signed bytes, never from the row beside them; a page that is not
//! signed says so across itself.

use std::collections::HashMap;

use super::documents::{self, StoredDocument};
use super::format::{Body, Document, NoteText};
use super::ipc::PrintNote;
use super::{Note, NoteId, NoteKind, NoteState, Progress, Risk, queries, service, sign, store, template};
use crate::client::{self, ClientId};
use crate::exit::paper::{Block, Section, clock, column, long_day, moment, section, spoken_first};
use crate::exit::{Paper, Printout};
use crate::kernel::history::hex;
use crate::kernel::time::Zone;
use crate::kernel::{Info, Moment, Reach, Result, RowId, Verb, View};
use crate::signature;
use crate::workstation::Workstation;

/// Digits of a hash that a page shows; the whole stands in the audit and on the screen.
const HASH_DIGITS: usize = 16;

const BROKEN: &str = "What was signed here does not agree with its hash. Verify the notes of this chart before this page is \
                      given to anybody.";

/// Prints a note for who may read it.
///
/// # Errors
/// `not_found` out of reach, `invalid` without a reason; otherwise those of [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintNote) -> Result<Printout> {
    let leaving = request.copy.leaving()?;
    let (content, subject) = desk.look(|view| {
        let note = queries::readable(view, request.id)?;
        let subject = note.client.uuid();
        Ok((paper(view, note)?.content(view, &leaving)?, subject))
    })?;
    leaving.print(desk, ("note", "Note.pdf"), content, Some(subject))?;
    Ok(Printout { saved: true })
}

fn paper(view: &View<'_>, note: Note) -> Result<Paper> {
    let documents = documents::of_note(view.sql, note.id)?;
    let returned = documents::answers(view.sql, note.id)?;
    let state = note.state;
    let facts = client::print::subject(view, note.client)?;
    let heading = format!("{} note", note.kind.label());
    let mut blocks = if state.is_signed() { signed(view.zone(), &documents) } else { unsigned(view, note)? };
    for answer in returned.iter().filter(|answer| answer.decision == "returned") {
        let label = format!("Returned by {}, {}", answer.by, moment(view.zone(), answer.at));
        blocks.push(Block::Words { label, text: answer.comment.clone() });
    }
    Ok(Paper {
        heading,
        watermark: watermark(state),
        facts,
        asides: vec![state_words(state).into()],
        sections: vec![section("", blocks)],
    })
}

const fn watermark(state: NoteState) -> &'static str {
    match state {
        NoteState::Draft => "Draft, not signed",
        NoteState::Returned => "Returned, not signed",
        NoteState::Signed | NoteState::AwaitingCosign | NoteState::Cosigned | NoteState::AttestedElsewhere => "",
    }
}

const fn state_words(state: NoteState) -> &'static str {
    match state {
        NoteState::Draft => "Draft. Nobody has signed this text, and it may still change.",
        NoteState::Returned => "Returned for revision. This text is not signed, and it may still change.",
        NoteState::Signed => "Signed.",
        NoteState::AwaitingCosign => "Signed. A supervisor has not cosigned it yet.",
        NoteState::Cosigned => "Signed and cosigned.",
        NoteState::AttestedElsewhere => {
            "Imported. It was signed in another system, whose signature is not kept here."
        }
    }
}

/// The text of a row that carries no signature of ours.
fn unsigned(view: &View<'_>, note: Note) -> Result<Vec<Block>> {
    let (note, session) = if note.state.is_open() { service::with_attendance(view.sql, note)? } else { (note, None) };
    let attendance = session.and_then(|(_, attended)| attended).map(|attended| attended.words());
    let shared = note.shared_part.map(|id| store::shared(view.sql, id)).transpose()?.flatten();
    let text = sign::text_of(view.sql, &note, shared.as_ref(), attendance.unwrap_or_default())?;
    Ok(text_blocks(view.zone(), &text))
}

/// A note of another system in a copy of a chart: its row, without a query of its own.
fn imported(zone: Zone, note: &Note) -> Vec<Block> {
    let sections = note.sections.iter().map(|(key, text)| (key.clone(), template::label_in(note, key), text.clone()));
    text_blocks(
        zone,
        &NoteText {
            kind: note.kind.word().into(),
            service_on: note.service.on.to_string(),
            began_at: note.service.began_at,
            ended_at: note.service.ended_at,
            minutes: note.service.minutes,
            sections: sections.collect(),
            risk: note.risk.map(Risk::word).unwrap_or_default().into(),
            risk_words: note.risk_words.clone(),
            ..NoteText::default()
        },
    )
}

/// What the documents of one note say: the newest text, who stands behind it, and what was added.
fn signed(zone: Zone, documents: &[StoredDocument]) -> Vec<Block> {
    let read: Option<Vec<(&StoredDocument, Document)>> = documents
        .iter()
        .map(|stored| {
            let whole = signature::hash(&stored.sealed.bytes).as_slice() == stored.sealed.hash;
            whole.then(|| Document::parse(&stored.sealed.bytes)).flatten().map(|document| (stored, document))
        })
        .collect();
    let Some(read) = read.filter(|read| !read.is_empty()) else {
        return vec![Block::Aside { text: BROKEN.into() }];
    };
    let newest = read.iter().rev().find_map(|(_, document)| match &document.body {
        Body::Note(text) => Some((text, document.signer.signed_at)),
        Body::Addendum { .. } | Body::Correction(_) | Body::Cosignature { .. } => None,
    });
    let mut blocks = Vec::new();
    if let Some((text, signed_at)) = newest {
        blocks.extend(text_blocks(zone, text));
        blocks.extend(late(zone, text, signed_at));
    }
    blocks.extend(read.iter().filter_map(|(_, document)| beside(zone, document)));
    blocks.push(signatures(zone, &read));
    blocks
}

fn text_blocks(zone: Zone, text: &NoteText) -> Vec<Block> {
    let mut blocks = vec![Block::Facts { rows: service_facts(zone, text) }];
    let shared = &text.shared;
    for (label, words) in [
        ("Topic of the session", &shared.topic),
        ("Interventions", &shared.interventions),
        ("The session", &shared.words),
    ] {
        if !words.is_empty() {
            blocks.push(Block::Words { label: label.into(), text: words.clone() });
        }
    }
    for (key, label, words) in &text.sections {
        let label = if label.is_empty() { spoken_first(key) } else { label.clone() };
        blocks.push(Block::Words { label, text: words.clone() });
    }
    if !text.objectives.is_empty() {
        blocks.push(objectives(text));
    }
    // The statement of a session stands once: as the answer of this note, or beside what was marked here.
    let marked = Risk::from_word(&text.risk);
    if marked != Some(Risk::BySessionStatement) && !shared.statement.is_empty() {
        blocks.push(Block::Words { label: "Safety of the session".into(), text: shared.statement.clone() });
    }
    let risk = marked.map_or("", Risk::label);
    if !risk.is_empty() {
        let words: Vec<&str> = [risk, text.risk_words.trim()].into_iter().filter(|part| !part.is_empty()).collect();
        blocks.push(Block::Words { label: "Risk".into(), text: words.join("\n") });
    }
    blocks
}

fn service_facts(zone: Zone, text: &NoteText) -> Vec<(&'static str, String)> {
    let on = text.service_on.parse().map(long_day).unwrap_or_else(|_| text.service_on.clone());
    let time = match (text.began_at, text.ended_at) {
        (Some(began), Some(ended)) => format!("{} to {}", clock(zone, began), clock(zone, ended)),
        (Some(began), None) => clock(zone, began),
        _ => String::new(),
    };
    let kind = NoteKind::from_word(&text.kind).map_or(text.kind.as_str(), |kind| kind.label());
    let mut rows = vec![
        ("Service", kind.to_owned()),
        ("Date of service", on),
        ("Time", time),
        ("Minutes", text.minutes.to_string()),
    ];
    if !text.attendance.is_empty() {
        rows.push(("Attendance", text.attendance.clone()));
    }
    if !text.participation.is_empty() {
        rows.push(("Participation", format!("{} of 3", text.participation)));
    }
    rows
}

fn objectives(text: &NoteText) -> Block {
    let rows = text.objectives.iter().map(|(_, label, words, progress)| {
        let progress = Progress::from_word(progress).map_or(progress.as_str(), |progress| progress.label());
        vec![label.clone(), words.clone(), progress.to_owned()]
    });
    Block::Table {
        columns: vec![column("Objective", 2), column("What it says", 10), column("Progress", 3)],
        rows: rows.collect(),
        empty: "",
    }
}

/// Both times of a late entry: when the service was, and when it was written down and signed.
fn late(zone: Zone, text: &NoteText, signed_at: Option<Moment>) -> Option<Block> {
    if text.late.is_empty() {
        return None;
    }
    let said = |at: Option<Moment>| at.map(|at| moment(zone, at)).unwrap_or_else(|| "not recorded".into());
    let on = text.service_on.parse().map(long_day).unwrap_or_else(|_| text.service_on.clone());
    let service = text.ended_at.or(text.began_at).map_or(on, |at| moment(zone, at));
    let words = format!("Service: {service}\nWritten: {}\nSigned: {}", said(text.created_at), said(signed_at));
    Some(Block::Words { label: "Late entry".into(), text: words })
}

/// What was added to the text, or said beside it.
fn beside(zone: Zone, document: &Document) -> Option<Block> {
    let signer = &document.signer;
    let at = signer.signed_at.map(|at| moment(zone, at)).unwrap_or_default();
    let who = if signer.credential.is_empty() {
        signer.name.clone()
    } else {
        format!("{}, {}", signer.name, signer.credential)
    };
    match &document.body {
        Body::Note(_) => None,
        Body::Addendum { words, .. } => {
            Some(Block::Words { label: format!("Addendum by {who}, {at}"), text: words.clone() })
        }
        Body::Correction(text) => {
            let label = format!("Addendum that corrects the attendance, by {who}, {at}");
            Some(Block::Words { label, text: text.words.clone() })
        }
        Body::Cosignature { comment, .. } if comment.is_empty() => None,
        Body::Cosignature { comment, .. } => {
            Some(Block::Words { label: format!("Comment of {who}, {at}"), text: comment.clone() })
        }
    }
}

fn signatures(zone: Zone, read: &[(&StoredDocument, Document)]) -> Block {
    let rows = read.iter().map(|(stored, document)| {
        let signer = &document.signer;
        let what = match (&document.body, document.head.of_rev) {
            (Body::Note(_), 1) => "Signed".to_owned(),
            (Body::Note(_), _) => "Signed again".to_owned(),
            (Body::Addendum { .. } | Body::Correction(_), _) => "Addendum".to_owned(),
            (Body::Cosignature { .. }, _) => "Cosigned".to_owned(),
        };
        vec![
            what,
            signer.name.clone(),
            signer.credential.clone(),
            signer.signed_at.map(|at| moment(zone, at)).unwrap_or_default(),
            hex(&stored.sealed.hash).chars().take(HASH_DIGITS).collect(),
        ]
    });
    Block::Table {
        columns: vec![
            column("Signature", 3),
            column("By", 4),
            column("Credential then", 4),
            column("At", 5),
            column("Hash begins", 4),
        ],
        rows: rows.collect(),
        empty: "",
    }
}

/// The notes of a chart for a copy of it, and what was left out.
pub(crate) struct ChartNotes {
    pub section: Section,
    /// Drafts and returned notes.
    pub unsigned: usize,
}

/// Signed notes and addenda of a chart in the order of their services; a supervisor's talk with an author stays out.
///
/// # Errors
/// `not_found` or `not_permitted` when the person does not read the notes of this chart.
pub(crate) fn of_chart(
    view: &View<'_>,
    client: ClientId,
    holds: impl Fn(chrono::NaiveDate) -> bool,
    step: impl Fn(usize, usize) -> Result<()>,
) -> Result<ChartNotes> {
    let own = view.reach(Info::Notes, Verb::Read, client)?.reach == Reach::Own;
    let mut documents: HashMap<NoteId, Vec<StoredDocument>> = HashMap::new();
    for document in documents::of_client(view.sql, client)? {
        documents.entry(document.note).or_default().push(document);
    }
    let mut notes = store::of_client(view.sql, client)?;
    notes.retain(|note| holds(note.service.on) && (!own || note.author == view.actor.staff));
    let unsigned_notes = notes.iter().filter(|note| note.state.is_open()).count();
    notes.retain(|note| !note.state.is_open());
    let (total, mut blocks) = (notes.len(), Vec::new());
    for (done, note) in notes.into_iter().enumerate() {
        step(done, total)?;
        blocks.push(Block::Head { title: note.kind.label().into(), beside: long_day(note.service.on) });
        if note.state == NoteState::AttestedElsewhere {
            blocks.push(Block::Aside { text: state_words(note.state).into() });
            blocks.extend(imported(view.zone(), &note));
        } else {
            blocks.extend(signed(view.zone(), documents.get(&note.id).map_or(&[], Vec::as_slice)));
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::Aside { text: "No signed note is in this copy.".into() });
    }
    Ok(ChartNotes { section: section("Notes", blocks), unsigned: unsigned_notes })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::kernel::actor::StaffId;
    use crate::note::format::{Head, Signer};
    use crate::signature::Sealed;
    use uuid::Uuid;

    fn stored(body: Body, signed_at: i64) -> StoredDocument {
        let signer = Signer {
            name: "Marisol Quiñones".into(),
            credential: "LPC (MA 12345)".into(),
            signed_at: Some(Moment(signed_at)),
            ..Signer::default()
        };
        let bytes = Document { head: Head { of_rev: 1, ..Head::default() }, body, signer }.bytes();
        StoredDocument {
            note: NoteId(Uuid::nil()),
            chain: Uuid::nil(),
            credential: String::new(),
            sealed: Sealed {
                hash: signature::hash(&bytes).to_vec(),
                bytes,
                previous: None,
                signature: Vec::new(),
                signer_key: Vec::new(),
                signer: StaffId(Uuid::nil()),
                signed_at: Moment(signed_at),
            },
        }
    }

    fn note(late: &str) -> StoredDocument {
        let sections = vec![("data".into(), "Data".into(), "Slept five hours.".into())];
        let text = NoteText {
            kind: "individual".into(),
            service_on: "2026-11-24".into(),
            ended_at: Some(Moment(1_795_528_500_000)),
            created_at: Some(Moment(1_795_700_000_000)),
            sections,
            risk: "none_observed".into(),
            late: late.into(),
            ..NoteText::default()
        };
        stored(Body::Note(Box::new(text)), 1_795_700_100_000)
    }

    fn words(documents: &[StoredDocument]) -> String {
        format!("{:?}", signed(Zone::named("America/New_York").unwrap(), documents))
    }

    #[test]
    fn what_was_added_stands_with_who_and_when() {
        let addendum =
            stored(Body::Addendum { to: String::new(), words: "She said Monday.".into() }, 1_795_800_000_000);
        let comment = Body::Cosignature { to: String::new(), comment: "Agreed.".into() };
        let said = words(&[note(""), stored(comment, 1_795_750_000_000), addendum]);
        for word in
            ["Slept five hours.", "Individual session", "None observed", "Addendum by Marisol", "Agreed.", "Cosigned"]
        {
            assert!(said.contains(word), "{word}: {said}");
        }
        assert!(!said.contains("Late entry"));
    }

    #[test]
    fn a_late_entry_shows_its_times() {
        let said = words(&[note("late entry")]);
        assert!(said.contains("Service: November 24, 2026, 8:55 AM"), "{said}");
        assert!(said.contains("Written: November 26, 2026") && said.contains("Signed: November 26, 2026"), "{said}");
    }

    #[test]
    fn bytes_that_do_not_agree_with_their_hash_print_nothing_of_themselves() {
        let mut tampered = note("");
        tampered.sealed.hash = vec![0; 32];
        for documents in [vec![tampered], Vec::new()] {
            let said = words(&documents);
            assert!(said.contains("does not agree with its hash") && !said.contains("Slept"), "{said}");
        }
    }
}
