//! Keeping a group note: the shared part, and each entry that differs from what is kept.

use super::around::SessionFacts;
use super::group_layout::GroupLayout;
use super::group_note::{
    self, EntryFields, EntrySaved, FORM, GroupNoteOf, GroupSaved, SaveGroupNote, SharedFields, led,
};
use super::group_room::Room;
use super::group_rows::{self, Histories};
use super::rules::NoteRefusal;
use super::stated;
use super::store::{self, SharedPart};
use super::{Note, NoteFormat, NoteKind, NoteState, ObjectiveMark, ops, template};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Result, RowId, Tag};
use crate::session::SessionId;

/// Keeps what the page holds: the shared part, and each entry that differs from what is kept.
pub(super) fn save(tx: &mut Tx<'_, '_>, request: SaveGroupNote) -> Result<GroupSaved> {
    let session = led(&tx.view(), request.session)?;
    if !session.recorded {
        return Err(NoteRefusal::NotRecorded.into());
    }
    let room = Room::of(&tx.view(), &session)?;
    let mut check = Check::new();
    let fields = checked_shared(&mut check, request.shared, &room.layout);
    let known = group_rows::histories(tx.sql(), session.id)?;
    let entries = checked_entries(&mut check, request.entries, &room, &known);
    check.done()?;
    let part = save_shared(tx, &session, (fields, &room.layout))?;
    for entry in entries {
        save_entry(tx, &session, &room, &part, entry)?;
    }
    crate::draft::close(tx, FORM, &session.id.uuid().to_string())?;
    if tx.recorded() == 0 {
        tx.quietly();
    }
    tx.touch(Tag::Note);
    let saved = store::of_session(tx.sql(), session.id)?;
    Ok(GroupSaved {
        shared_rev: store::shared_of_session(tx.sql(), session.id)?.map_or(0, |part| part.rev),
        entries: saved
            .into_iter()
            .map(|note| EntrySaved { client: note.client, note: note.id, rev: note.rev })
            .collect(),
    })
}

/// The shared part with its texts by section.
type Shared = (SharedFields, Vec<(String, String)>);
/// An entry with its texts by section.
type Entry = (EntryFields, Vec<(String, String)>);

fn checked_shared(check: &mut Check, fields: SharedFields, layout: &GroupLayout) -> Shared {
    let known = |key: &String| template::INTERVENTIONS.iter().any(|(word, _)| word == key);
    let all_known = fields.interventions.iter().all(known);
    check.ensure(all_known, "shared.interventions", "Choose interventions from the list.");
    let texts = layout.shared_texts(check, &fields.words, &fields.more);
    let topic = check.optional("shared.topic", &fields.topic, 200);
    let stated = stated::checked(check, "shared.stated", fields.stated);
    (SharedFields { topic, stated, words: layout.read(&texts), ..fields }, texts)
}

fn checked_entries(check: &mut Check, entries: Vec<EntryFields>, room: &Room, known: &Histories) -> Vec<Entry> {
    let mut seen = std::collections::HashSet::new();
    let checked = entries.into_iter().enumerate().map(|(index, fields)| {
        let at = |field: &str| format!("entries.{index}.{field}");
        let present = room.people.iter().any(|person| person.facts.id == fields.client && !person.attended.absent);
        check.ensure(present, &at("client"), "This person is not recorded as present. Correct the attendance first.");
        check.ensure(seen.insert(fields.client), &at("client"), "This person is here twice. Reload the page.");
        let digit_fits = fields.participation.is_none_or(|digit| (0..=3).contains(&digit));
        check.ensure(digit_fits, &at("participation"), "Participation is 0 to 3.");
        let fit = fields.objectives.iter().all(|tick| known.has(fields.client, tick.objective));
        check.ensure(fit, &at("objectives"), "This objective is not in the person's plan any more. Choose another.");
        let texts = room.layout.own_texts(check, &format!("entries.{index}"), (&fields.line, &fields.more));
        let risk_words = check.optional(&at("risk_words"), &fields.risk_words, 2_000);
        let stated = stated::checked(check, &at("stated"), fields.stated);
        (EntryFields { risk_words, stated, ..fields }, texts)
    });
    checked.collect()
}

fn save_shared(
    tx: &mut Tx<'_, '_>,
    session: &SessionFacts,
    ((fields, texts), layout): (Shared, &GroupLayout),
) -> Result<SharedPart> {
    let interventions = fields.interventions.join(",");
    let Some(old) = store::shared_of_session(tx.sql(), session.id)? else {
        fresh(tx, session.id, fields.rev, 0)?;
        let part = SharedPart {
            id: tx.id(),
            session: session.id,
            topic: fields.topic,
            interventions,
            words: fields.words,
            texts,
            template: layout.edition,
            risk_statement: fields.risk_statement,
            stated: fields.stated,
            signed: false,
            rev: 1,
        };
        store::insert_shared(tx, &part)?;
        tx.wrote(Table::SharedPart, part.id, None)?;
        return Ok(part);
    };
    let same = old.topic == fields.topic
        && old.interventions == interventions
        && layout.same(&old.texts, &texts)
        && old.risk_statement == fields.risk_statement
        && old.stated == fields.stated;
    if same {
        return Ok(old);
    }
    if old.signed {
        return Err(NoteRefusal::SharedFixed.into());
    }
    fresh(tx, session.id, fields.rev, old.rev)?;
    tx.revise(Table::SharedPart, old.id, fields.rev)?;
    let part = SharedPart {
        topic: fields.topic,
        interventions,
        words: fields.words,
        texts,
        risk_statement: fields.risk_statement,
        stated: fields.stated,
        ..old
    };
    store::update_shared(tx, &part)?;
    tx.wrote(Table::SharedPart, part.id, None)?;
    Ok(SharedPart { rev: part.rev + 1, ..part })
}

/// Lets through what goes on from the page as it stands.
fn fresh(tx: &Tx<'_, '_>, session: SessionId, seen: i64, stands: i64) -> Result<()> {
    crate::draft::fresh(seen, stands, || group_note::get(&tx.view(), GroupNoteOf { session }))
}

fn save_entry(
    tx: &mut Tx<'_, '_>,
    session: &SessionFacts,
    room: &Room,
    part: &SharedPart,
    (fields, texts): Entry,
) -> Result<()> {
    let Some(person) = room.people.iter().find(|person| person.facts.id == fields.client) else { return Ok(()) };
    let marks: Vec<ObjectiveMark> = fields
        .objectives
        .iter()
        .map(|tick| ObjectiveMark { objective: tick.objective, progress: tick.progress })
        .collect();
    let base = match &person.note {
        Some(note) => note.clone(),
        None => {
            fresh(tx, session.id, fields.rev, 0)?;
            let service = person.attended.service(session);
            let blank = ops::blank(tx, fields.client, NoteKind::Group, NoteFormat::Group, service)?;
            Note { template: part.template, layout: room.layout.own.clone(), ..blank }
        }
    };
    let next = Note {
        author: if base.state == NoteState::Returned { base.author } else { tx.actor.staff },
        session: Some(session.id),
        shared_part: Some(part.id),
        service: person.attended.service(session),
        sections: texts.into_iter().chain(stated::sections(fields.stated)).collect(),
        participation: fields.participation,
        risk: fields.risk,
        risk_words: fields.risk_words,
        skipped: fields.skipped,
        ..base.clone()
    };
    let Some(stored) = &person.note else {
        ops::insert(tx, &next)?;
        return ops::set_marks(tx, &next, &marks);
    };
    let kept: Vec<ObjectiveMark> = store::marks(tx.sql(), stored.id)?.iter().map(|mark| mark.mark).collect();
    if same_entry(stored, &next) && kept == marks {
        return Ok(());
    }
    if !stored.state.is_open() {
        return Err(NoteRefusal::Fixed.into());
    }
    if stored.state == NoteState::Returned && stored.author != tx.actor.staff {
        return Err(NoteRefusal::NotTheAuthor.into());
    }
    fresh(tx, session.id, fields.rev, stored.rev)?;
    tx.revise(Table::Note, stored.id, fields.rev)?;
    ops::set_marks(tx, &next, &marks)?;
    ops::rewrite(tx, stored, next).map(|_| ())
}

fn same_entry(stored: &Note, next: &Note) -> bool {
    let texts = |note: &Note| -> Vec<(String, String)> {
        note.sections.iter().filter(|(key, text)| !text.is_empty() && !stated::is_statement(key)).cloned().collect()
    };
    texts(stored) == texts(next)
        && stated::of(stored) == stated::of(next)
        && stored.participation == next.participation
        && stored.risk == next.risk
        && stored.risk_words == next.risk_words
        && stored.skipped == next.skipped
}
