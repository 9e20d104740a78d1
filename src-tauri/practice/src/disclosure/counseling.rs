//! Counseling notes for somebody outside (42 CFR 2.31(b)): in a document of their own, by a consent of their own.
//!
//! What must hold: their author chose each of them, the consent names counseling notes and nothing else and is in force when
//! they leave, and the same action records to whom they went, how, and which. The record says how many, and not a word of them.

use std::collections::BTreeSet;

use super::ipc::{CounselingBases, CounselingBasesOf, PrintCounselingNotes, SavedDisclosure, ToldHowChoice};
use super::ops::Grounds;
use super::owed::basis_answer;
use super::paper::scope;
use super::store::{self, Disclosure};
use super::{DisclosureId, DisclosureRefusal, ToldHow};
use crate::client::{self, ClientId, json_of};
use crate::consent::{self, Basis, ConsentId, ConsentKind, Lacking};
use crate::counseling_note::{self, CounselingNoteId, LeavingNote};
use crate::exit::paper::{Block, Section, long_day, section};
use crate::exit::{self, Document, ExitKind, Leaving, Paper};
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Result, RowId as _, Verb, View};
use crate::workstation::Workstation;

/// The most notes in one document.
const MOST: usize = 50;

/// The consents by which counseling notes of a client can leave today.
pub(super) fn bases(view: &View<'_>, request: CounselingBasesOf) -> Result<CounselingBases> {
    view.reach(Info::CounselingNotes, Verb::Write, request.client)?;
    view.reach(Info::Consents, Verb::Release, request.client)?;
    let all = consent::bases_of(view.sql, &json_of(&[request.client]))?.remove(&request.client).unwrap_or_default();
    let standing = |basis: &&Basis| consent::standing_for_counseling(basis, view.today()).is_ok();
    Ok(CounselingBases {
        bases: all.iter().filter(standing).map(basis_answer).collect(),
        lacking_words: lacking(view, &all),
        ways: ToldHow::ALL.iter().map(|how| ToldHowChoice { how: *how, label: how.label() }).collect(),
    })
}

/// Why none of them holds: of the newest that is for counseling notes, or that there is none.
fn lacking(view: &View<'_>, all: &[Basis]) -> &'static str {
    let own = all.iter().find(|basis| basis.consented.kind == ConsentKind::CounselingNotes);
    let lacking =
        own.map_or(Err(Lacking::NotForCounseling), |one| consent::standing_for_counseling(one, view.today()));
    lacking.err().map_or("", Lacking::words)
}

/// Makes the document and records that it was handed over.
///
/// # Errors
/// `not_found` outside the reach, or for a note that is not this person's; [`DisclosureRefusal::NotCovered`];
/// [`counseling_note::CounselingNoteRefusal`]; those of [`exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintCounselingNotes) -> Result<SavedDisclosure> {
    let mut check = Check::new();
    check.ensure((1..=20).contains(&request.copies), "copies", "Choose 1 to 20 copies.");
    let notes: BTreeSet<CounselingNoteId> = request.notes.iter().copied().collect();
    let notes: Vec<CounselingNoteId> = notes.into_iter().collect();
    check.ensure(!notes.is_empty(), "notes", "Choose the notes that are to leave.");
    check.ensure(notes.len() <= MOST, "notes", "Choose at most 50 notes for one document.");
    check.done()?;
    let (grounds, content) = desk.look(|view| {
        let grounds = grounds(view, request.client, request.consent)?;
        let leaving = Leaving { kind: ExitKind::Release, reason: grounds.recipient.clone(), copies: request.copies };
        let chosen = counseling_note::chosen(view, request.client, &notes)?;
        let content = paper(view, &grounds, &chosen)?.content(view, &leaving)?;
        Ok((grounds, content))
    })?;
    let document = Document {
        kind: ExitKind::Release,
        template: "counseling-notes",
        name: "Release.pdf".into(),
        content,
        subject: Some(request.client.uuid()),
        reason: format!("Counseling notes, released to {}", grounds.recipient),
        copies: request.copies,
    };
    let told =
        if notes.len() == 1 { "1 counseling note".into() } else { format!("{} counseling notes", notes.len()) };
    let mut saved = None;
    exit::leave_with(desk, document, |tx, exit| {
        // While somebody chose a place for the file the consent could be revoked.
        self::grounds(&tx.view(), request.client, request.consent)?;
        let id: DisclosureId = tx.id();
        let record = Disclosure { sent: Some((request.how, tx.now())), ..grounds.disclosure(id, exit, told) };
        store::put(tx, &record)?;
        for note in &notes {
            tx.did_to(Table::CounselingNote, *note, Some(request.client.uuid()), "left by a consent");
        }
        saved = Some(SavedDisclosure { id, rev: record.rev });
        Ok(())
    })?;
    saved.ok_or_else(|| crate::kernel::Refusal::internal("disclosure"))
}

fn grounds(view: &View<'_>, client: ClientId, consent: ConsentId) -> Result<Grounds> {
    view.reach(Info::CounselingNotes, Verb::Write, client)?;
    view.reach(Info::Consents, Verb::Release, client)?;
    let bases = consent::bases_of(view.sql, &json_of(&[client]))?.remove(&client).unwrap_or_default();
    let basis = bases.into_iter().find(|basis| basis.id == consent);
    let basis = basis.ok_or(DisclosureRefusal::NotCovered(Lacking::Missing))?;
    consent::standing_for_counseling(&basis, view.today()).map_err(DisclosureRefusal::NotCovered)?;
    Ok(Grounds { client, recipient: basis.consented.recipient.clone(), basis, owed: None })
}

fn paper(view: &View<'_>, grounds: &Grounds, notes: &[LeavingNote]) -> Result<Paper> {
    let mut facts = client::print::subject(view, grounds.client)?;
    facts.push(("To", grounds.recipient.clone()));
    facts.push(("Date", long_day(view.today())));
    let mut sections: Vec<Section> = notes.iter().map(|note| of_note(view, note)).collect();
    sections.push(section("", vec![Block::Lines { labels: vec!["For the program, name and title", "Date"] }]));
    sections.push(scope(grounds));
    Ok(Paper {
        heading: "Counseling notes".into(),
        facts,
        asides: vec![
            "Kept apart from the client's record (42 CFR 2.11). Released by a consent for counseling notes alone."
                .into(),
        ],
        sections,
        ..Paper::default()
    })
}

fn of_note(view: &View<'_>, note: &LeavingNote) -> Section {
    // The day alone: a counseling note holds no times of sessions, and its copy suggests none.
    let beside = format!("{}, {}", note.author, long_day(view.zone().wall(note.started_at).date()));
    let title = if note.title.is_empty() { "Without a title".into() } else { note.title.clone() };
    section("", vec![Block::Head { title, beside }, Block::Words { label: String::new(), text: note.body.clone() }])
}
