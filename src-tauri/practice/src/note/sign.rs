//! Signing and adding: what puts a document under a note. Each is one transaction, after the person
//! proved who they are.

use rusqlite::Connection;

use super::around;
use super::documents::{self, SignedNote};
use super::format::{Body, Document, Head, NoteText, Shared, Signer};
use super::ipc::{AddAddendum, NoteHandle, NoteSigned, SignNote, WhichNote};
use super::rules::{self, NoteRefusal};
use super::store::SharedPart;
use super::{Note, Risk, SESSION_STATEMENT, ops, queries, ready, service, stated, store, template};
use crate::kernel::door::Tx;
use crate::kernel::history::{Table, hex};
use crate::kernel::{Check, Info, Result, RowId, Tag, Verb};
use crate::practice::policy;
use crate::signature::{self, License, SignerFacts};
use crate::workstation::Workstation;

/// The longest comment or addendum, in characters.
pub(super) const LONGEST: usize = 10_000;

/// Signs one's own note, with what the editor holds.
///
/// # Errors
/// `note.not_ready` with the number of points `note.ready` lists; `wrong_passphrase` before anything was looked at.
pub(super) fn sign(desk: &Workstation, request: SignNote) -> Result<NoteSigned> {
    desk.sign("note.sign", &request.proof, |tx| sign_inner(tx, &request))
}

fn sign_inner(tx: &mut Tx<'_, '_>, request: &SignNote) -> Result<NoteSigned> {
    tx.role = Some(tx.actor.permit(Info::Notes, Verb::Sign)?.role);
    let before = ops::own_open(&tx.view(), request.id)?;
    crate::draft::fresh(request.rev, before.rev, || queries::get(&tx.view(), WhichNote { id: request.id }))?;
    let (next, marks) = match &request.body {
        Some(body) => ops::with_body(&tx.view(), before.clone(), body)?,
        None => {
            let marks = store::marks(tx.sql(), before.id)?.iter().map(|stored| stored.mark).collect();
            (service::with_attendance(tx.sql(), before.clone())?.0, marks)
        }
    };
    let around = queries::around_of(&tx.view(), &next, marks)?;
    ready::refusal(&ready::missing(&next, &around))?;
    tx.revise(Table::Note, request.id, request.rev)?;
    ops::set_marks(tx, &next, &around.marks)?;
    let attendance = around.session.and_then(|(_, attended)| attended).map(|attended| attended.words());
    let shared = next.shared_part.map(|id| store::shared(tx.sql(), id)).transpose()?.flatten();
    let pen = Pen::of(tx)?;
    let signed =
        pen.seal(tx, Standing::Stored(Box::new(before)), next, shared.as_ref(), attendance.unwrap_or_default())?;
    crate::draft::close(tx, ops::FORM, &request.id.uuid().to_string())?;
    Ok(signed)
}

/// Whether a note to be sealed is in the table already.
pub(super) enum Standing {
    /// As it stands there now; its earlier version was kept.
    Stored(Box<Note>),
    New,
}

/// Whoever signs, with what decides about late entries and cosignatures. Looked up once for all charts of a session.
pub(super) struct Pen {
    signer: SignerFacts,
    solo: bool,
    late_hours: i64,
}

impl Pen {
    /// The pen of the person who acts.
    pub fn of(tx: &Tx<'_, '_>) -> Result<Self> {
        Ok(Self {
            signer: signature::signer(tx.sql(), tx.actor.staff)?,
            solo: around::is_solo(tx.sql())?,
            late_hours: policy::whole_on(tx.sql(), policy::LATE_ENTRY, tx.today())?,
        })
    }

    /// Writes the note as signed, its document, and their audit entries. The note is complete and its author acts.
    pub fn seal(
        &self,
        tx: &mut Tx<'_, '_>,
        standing: Standing,
        note: Note,
        shared: Option<&SharedPart>,
        attendance: String,
    ) -> Result<NoteSigned> {
        if let License::Ended(_) = signature::license_on(&self.signer.credentials, note.service.on) {
            return Err(NoteRefusal::LicenseEnded.into());
        }
        let note = self.signed(tx, note);
        let note = match standing {
            Standing::Stored(before) => ops::rewrite(tx, &before, note)?,
            Standing::New => {
                ops::insert(tx, &note)?;
                note
            }
        };
        let text = text_of(tx.sql(), &note, shared, attendance)?;
        let of_rev = documents::newest(tx.sql(), note.id)?.map_or(0, |(of_rev, _)| of_rev) + 1;
        let hash = self.document(tx, &note, of_rev, Body::Note(Box::new(text)))?.1;
        tx.touch(Tag::Note);
        Ok(NoteSigned { id: note.id, state: note.state, late_entry: note.late_entry, hash: hex(&hash) })
    }

    fn signed(&self, tx: &Tx<'_, '_>, note: Note) -> Note {
        let needs = rules::needs_cosign(&self.signer.credentials, tx.today(), self.solo);
        // Signing again after a return makes no late entry of what was in time.
        let late = match note.signed_at {
            Some(_) => note.late_entry,
            None => rules::is_late(note.service.end(), tx.now(), self.late_hours),
        };
        Note {
            author: self.signer.id,
            state: rules::signed_state(needs),
            late_entry: late,
            signed_at: Some(tx.now()),
            skipped: false,
            ..note
        }
    }

    /// Signs one document and stores it at the end of its chain.
    pub fn document(
        &self,
        tx: &mut Tx<'_, '_>,
        note: &Note,
        of_rev: i64,
        body: Body,
    ) -> Result<(super::SignedNoteId, [u8; 32])> {
        let chain = note.chain();
        let previous = documents::last_of(tx.sql(), chain)?;
        let word = body.in_table();
        let document = Document {
            head: Head {
                note: note.id.uuid().to_string(),
                of_rev,
                client: note.client.uuid().to_string(),
                client_number: around::client(tx.sql(), note.client)?.number,
                episode: note.episode.map(|id| id.uuid().to_string()).unwrap_or_default(),
            },
            body,
            signer: Signer {
                id: self.signer.id.uuid().to_string(),
                name: self.signer.name.clone(),
                credential: self.signer.credential.clone(),
                signed_at: Some(tx.now()),
                previous: signature::hash_text(previous.as_ref().map(<[u8; 32]>::as_slice)),
            },
        };
        let bytes = document.bytes();
        let seal = signature::seal(tx, &bytes)?;
        let stored = SignedNote {
            id: tx.id(),
            note: note.id,
            client: note.client,
            chain,
            document: word,
            of_rev,
            bytes,
            hash: seal.hash,
            previous,
            signature: seal.signature,
            signer_key: seal.signer_key,
            signer: self.signer.id,
            credential: self.signer.labels.clone(),
            signed_at: tx.now(),
        };
        documents::insert(tx, &stored)?;
        tx.wrote(Table::SignedNote, stored.id, Some(note.client.uuid()))?;
        Ok((stored.id, seal.hash))
    }
}

/// What the author signs, as the rows stand now.
pub(super) fn text_of(
    sql: &Connection,
    note: &Note,
    shared: Option<&SharedPart>,
    attendance: String,
) -> Result<NoteText> {
    let objectives = store::objectives(sql, note.client, Some(note.id))?;
    Ok(NoteText {
        kind: note.kind.word().into(),
        format: note.format.word().into(),
        service_on: note.service.on.to_string(),
        began_at: note.service.began_at,
        ended_at: note.service.ended_at,
        minutes: note.service.minutes,
        attendance,
        shared: shared.map(shared_text).unwrap_or_default(),
        participation: note.participation.map(|digit| digit.to_string()).unwrap_or_default(),
        sections: signed_sections(note),
        objectives: objectives
            .into_iter()
            .filter_map(|line| {
                let progress = line.progress?;
                Some((line.id.uuid().to_string(), line.label, line.words, progress.word().into()))
            })
            .collect(),
        risk: note.risk.map(|risk| risk.word().into()).unwrap_or_default(),
        risk_words: note.risk_words.clone(),
        late: if note.late_entry { "late entry".into() } else { String::new() },
        created_at: Some(note.created_at),
    })
}

/// Key, label and text of each section as they are signed: those of the note, and what the row says beside them. A key
/// with a point is never one of a template.
pub(super) fn signed_sections(note: &Note) -> Vec<(String, String, String)> {
    let label =
        |key: &str| note.layout.iter().find(|section| section.key == key).map_or("", |section| &section.label);
    let optional = |key: &str| note.layout.iter().any(|section| section.key == key && !section.required);
    let words = note.sections.iter().filter(|(key, _)| !stated::is_statement(key));
    let said = words.filter(|(key, text)| !(text.is_empty() && optional(key)));
    let own = said.map(|(key, text)| {
        let label = match note.carried.get(key) {
            Some(carried) => format!("{} (carried forward from {})", label(key), carried.on),
            None => label(key).to_owned(),
        };
        (key.clone(), label, text.clone())
    });
    let beside = [
        ("note.place", "Place", &note.place),
        ("note.interpreter", "Interpreter", &note.interpreter),
        ("note.written_by", "Drafted by", &note.written_by),
    ];
    let beside = beside.into_iter().filter(|(_, _, text)| !text.is_empty());
    own.chain(beside.map(|(key, label, text)| (key.into(), label.into(), text.clone()))).collect()
}

/// The shared part in words.
pub(super) fn shared_text(part: &SharedPart) -> Shared {
    let words: Vec<&str> =
        part.interventions.split(',').filter(|key| !key.is_empty()).map(template::intervention).collect();
    Shared {
        topic: part.topic.clone(),
        interventions: words.join(", "),
        words: part.words.clone(),
        statement: if part.risk_statement { SESSION_STATEMENT.into() } else { String::new() },
    }
}

/// Whether a session's statement answers the risk line of a note.
pub(super) fn risk_by_statement(risk: Option<Risk>, part: &SharedPart) -> Option<Risk> {
    match risk {
        None | Some(Risk::BySessionStatement) => part.risk_statement.then_some(Risk::BySessionStatement),
        marked => marked,
    }
}

/// Adds to a signed note; the note itself stays as it is.
pub(super) fn addendum(desk: &Workstation, request: AddAddendum) -> Result<NoteHandle> {
    desk.sign("note.addendum", &request.proof, |tx| {
        let mut check = Check::new();
        let words = check.required("words", &request.words, LONGEST, "Write what is to be added.");
        check.done()?;
        tx.role = Some(tx.actor.permit(Info::Notes, Verb::Sign)?.role);
        let note = queries::readable(&tx.view(), request.id)?;
        queries::may_addend(&tx.view(), &note)?;
        let (of_rev, to) =
            documents::newest(tx.sql(), note.id)?.map_or((0, String::new()), |(of_rev, hash)| (of_rev, hex(&hash)));
        let body = Body::Addendum { to, words: words.clone() };
        let (signed, _) = Pen::of(tx)?.document(tx, &note, of_rev, body)?;
        let id: super::AddendumId = tx.id();
        documents::insert_addendum(tx, id, note.id, &words, signed)?;
        tx.wrote(Table::Addendum, id, Some(note.client.uuid()))?;
        crate::draft::close(tx, "addendum", &note.id.uuid().to_string())?;
        tx.touch(Tag::Note);
        Ok(NoteHandle { id: note.id, rev: note.rev })
    })
}
