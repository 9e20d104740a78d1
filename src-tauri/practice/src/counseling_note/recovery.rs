//! An author's notes opened again by two people with the recovery key, for a reader they name.
//!
//! What must hold: who asks and who opens are two, each proves who they are, and the one who opens is not the reader. The
//! recovery key is typed from its paper, used within the one action, and kept nowhere. The reader gets keys of the notes;
//! the author's rows stay as they are. What was asked, by whom, why, who opened it and how many notes is written down.
//! Before that nothing says whether an author wrote any, except that after a renewal of the recovery key the people of the
//! recovery must know whose notes still need the older sheet.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, named_params};
use vault::{HolderId, Passphrase, RecoveryKey};

use super::ipc::{
    AskRecovery, CounselingRecoveries, CounselingRecovery, NamedPerson, OnOlderSheet, OpenRecovery, ThisRecovery,
};
use super::rules::{self, Asked, Candidate, CounselingNoteRefusal};
use super::store::{self, NewKey};
use super::{CounselingNoteId, CounselingNoteKeyId, CounselingRecoveryId, CounselingRecoveryState};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Info, Moment, Refusal, Result, RowId as _, Tag, Verb, View};

/// A recovery, as stored, with the names of its people.
struct Stored {
    author: StaffId,
    asked: Asked,
    shown: CounselingRecovery,
}

/// Every recovery, and whom one can be about.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<CounselingRecoveries> {
    let (now, me) = (view.now, view.actor.staff);
    let rows = stored(view.sql, None, now)?
        .into_iter()
        .map(|one| CounselingRecovery { may_open: rules::may_open(one.asked, me, now).is_ok(), ..one.shown })
        .collect();
    let mut statement = view.sql.prepare_cached(include_str!("sql/authors.sql"))?;
    let authors = statement.query_map([], |row| Ok(NamedPerson { id: row.get("id")?, name: row.get("name")? }))?;
    let mut readers = Vec::new();
    for (id, name) in store::counselors(view.sql)? {
        if view.vault.has_own_keys(view.sql, HolderId(id.uuid()))? {
            readers.push(NamedPerson { id, name });
        }
    }
    let may_ask = view.actor.may(Info::Staff, Verb::Write);
    let authors = authors.collect::<rusqlite::Result<_>>()?;
    Ok(CounselingRecoveries { rows, may_ask, authors, readers, older: older(view)? })
}

/// Whose notes only an earlier sheet opens, and how many: those of authors who did not come by since the key was renewed.
fn older(view: &View<'_>) -> Result<Vec<OnOlderSheet>> {
    let made_at = view.vault.recovery_made_at(view.sql)?;
    let mut statement = view.sql.prepare_cached(include_str!("sql/older.sql"))?;
    let rows = statement.query_map(named_params! { ":made_at": made_at }, |row| {
        Ok(OnOlderSheet { author: row.get("name")?, notes: row.get("notes")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first of the two asks.
pub(super) fn ask(tx: &mut Tx<'_, '_>, request: AskRecovery) -> Result<CounselingRecovery> {
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 300, "Say why the notes are needed.");
    check.ensure(request.author != request.reader, "reader", "Choose somebody else than the author.");
    check.done()?;
    ensure_reader(tx, request.author, request.reader)?;
    let waiting = stored(tx.sql(), None, tx.now())?.into_iter().any(|one| {
        one.shown.opened_at.is_none() && one.author == request.author && one.asked.reader == request.reader
    });
    if waiting {
        return Err(CounselingNoteRefusal::AlreadyAsked.into());
    }
    prove(tx, request.passphrase)?;
    let id: CounselingRecoveryId = tx.id();
    tx.write(
        "insert into counseling_recovery
           (id, author, reader, reason, asked_by, asked_at, rev, at, device, by_staff)
         values (:id, :author, :reader, :reason, :by_staff, :at, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":author": request.author,
            ":reader": request.reader,
            ":reason": reason,
        },
    )?;
    tx.wrote(Table::CounselingRecovery, id, None)?;
    tx.touch(Tag::CounselingNote);
    Ok(one(tx, id)?.shown)
}

/// The second opens it with the recovery key: the reader gets a key of each note, of earlier texts too.
pub(super) fn open(tx: &mut Tx<'_, '_>, request: OpenRecovery) -> Result<CounselingRecovery> {
    let recovery = one(tx, request.id)?;
    rules::may_open(recovery.asked, tx.actor.staff, tx.now())?;
    let key = RecoveryKey::parse(&request.groups).map_err(|error| Refusal::from(error).beside("groups"))?;
    ensure_reader(tx, recovery.author, recovery.asked.reader)?;
    prove(tx, request.passphrase)?;
    tx.revise(Table::CounselingRecovery, request.id, request.rev)?;
    let (opened, closed) = hand_over(tx, &recovery, &key)?;
    if opened.is_empty() {
        return Err(CounselingNoteRefusal::NothingOpened.into());
    }
    let left = closed.difference(&opened).count();
    tx.write(
        "update counseling_recovery
         set opened_by = :by_staff, opened_at = :at, opened = :opened, left_closed = :left_closed,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": request.id,
            ":opened": i64::try_from(opened.len()).unwrap_or(i64::MAX),
            ":left_closed": i64::try_from(left).unwrap_or(i64::MAX),
        },
    )?;
    tx.wrote(Table::CounselingRecovery, request.id, None)?;
    tx.touch(Tag::CounselingNote);
    Ok(one(tx, request.id)?.shown)
}

/// What was asked for is taken back.
pub(super) fn drop_it(tx: &mut Tx<'_, '_>, request: ThisRecovery) -> Result<Done> {
    let recovery = one(tx, request.id)?;
    if recovery.shown.state == CounselingRecoveryState::Opened {
        return Err(CounselingNoteRefusal::NotWaiting.into());
    }
    tx.revise(Table::CounselingRecovery, request.id, request.rev)?;
    tx.write(
        "update counseling_recovery
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": request.id },
    )?;
    tx.wrote(Table::CounselingRecovery, request.id, None)?;
    tx.touch(Tag::CounselingNote);
    Ok(Done {})
}

/// Seals the keys of one's own notes to the present recovery key, where they are sealed to one that was renewed since. Done
/// within the transaction of whatever the author does next: signing in, unlocking, opening a note.
pub(crate) fn seal_anew(tx: &mut Tx<'_, '_>) -> Result<()> {
    let made_at = tx.vault.recovery_made_at(tx.sql())?;
    let rows: Vec<(CounselingNoteKeyId, ClientId, Vec<u8>)> = {
        let mut statement = tx.sql().prepare_cached(include_str!("sql/to_seal_anew.sql"))?;
        let parameters = named_params! { ":me": tx.actor.staff, ":made_at": made_at };
        let rows = statement.query_map(parameters, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.collect::<rusqlite::Result<_>>()?
    };
    if rows.is_empty() {
        return Ok(());
    }
    let recovery = tx.vault.seal_to(tx.sql(), None)?;
    for (kept, client, mine) in rows {
        // Sealed to keys from before a reset: only the earlier sheet opens it.
        let Ok(key) = tx.vault.content_key(&mine) else { continue };
        store::reseal(tx, kept, &key.sealed_to(&recovery)?)?;
        tx.wrote(Table::CounselingNoteKey, kept, Some(client.uuid()))?;
    }
    Ok(())
}

/// Seals every key of the author's notes that the recovery key opens to the reader. Which notes it opened, and which not.
fn hand_over(
    tx: &mut Tx<'_, '_>,
    recovery: &Stored,
    key: &RecoveryKey,
) -> Result<(BTreeSet<CounselingNoteId>, BTreeSet<CounselingNoteId>)> {
    let reader = tx.vault.seal_to(tx.sql(), Some(HolderId(recovery.asked.reader.uuid())))?;
    let (mut opened, mut closed) = (BTreeSet::new(), BTreeSet::new());
    for kept in kept_of(tx.sql(), recovery)? {
        let content = match tx.vault.content_key_by(key, &kept.sealed) {
            Err(vault::Error::NotSealedToYou) => {
                closed.insert(kept.note);
                continue;
            }
            content => content?,
        };
        opened.insert(kept.note);
        if kept.has {
            continue;
        }
        let (note, generation, holder) = (kept.note, kept.generation, Some(recovery.asked.reader));
        let row = NewKey { id: tx.id(), note, generation, holder, sealed: content.sealed_to(&reader)? };
        store::insert_key(tx, &row)?;
        tx.wrote(Table::CounselingNoteKey, row.id, Some(kept.client.uuid()))?;
    }
    Ok((opened, closed))
}

/// A note's key as it was sealed to a recovery key.
struct Kept {
    note: CounselingNoteId,
    generation: i64,
    sealed: Vec<u8>,
    client: ClientId,
    /// The reader has one already.
    has: bool,
}

fn kept_of(sql: &Connection, recovery: &Stored) -> Result<Vec<Kept>> {
    let mut statement = sql.prepare_cached(include_str!("sql/kept_of.sql"))?;
    let parameters = named_params! { ":author": recovery.author, ":reader": recovery.asked.reader };
    let rows = statement.query_map(parameters, |row| {
        Ok(Kept {
            note: row.get("note")?,
            generation: row.get("generation")?,
            sealed: row.get("sealed")?,
            client: row.get("client")?,
            has: row.get("has")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn one(tx: &Tx<'_, '_>, id: CounselingRecoveryId) -> Result<Stored> {
    let mut found = stored(tx.sql(), Some(id), tx.now())?;
    found.pop().ok_or_else(|| Refusal::not_found("recovery"))
}

fn stored(sql: &Connection, id: Option<CounselingRecoveryId>, now: Moment) -> Result<Vec<Stored>> {
    let mut statement = sql.prepare_cached(include_str!("sql/recoveries.sql"))?;
    let rows = statement.query_map(named_params! { ":id": id }, |row| stored_of(row, now))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn stored_of(row: &Row<'_>, now: Moment) -> rusqlite::Result<Stored> {
    let opened_at: Option<Moment> = row.get("opened_at")?;
    let asked = Asked {
        by: row.get("asked_by")?,
        reader: row.get("reader")?,
        at: row.get("asked_at")?,
        opened: opened_at.is_some(),
    };
    let shown = CounselingRecovery {
        id: row.get("id")?,
        author: row.get("author_name")?,
        reader: row.get("reader_name")?,
        reason: row.get("reason")?,
        asked_by: row.get("asker_name")?,
        asked_at: asked.at,
        state: rules::state_of(asked, now),
        opened_by: row.get("opener_name")?,
        opened_at,
        opened: row.get("opened")?,
        left_closed: row.get("left_closed")?,
        may_open: false,
        rev: row.get("rev")?,
    };
    Ok(Stored { author: row.get("author")?, asked, shown })
}

/// A counselor at work here, with keys that nobody else ever had.
fn ensure_reader(tx: &Tx<'_, '_>, author: StaffId, reader: StaffId) -> Result<()> {
    let counselor = store::counselors(tx.sql())?.iter().any(|(id, _)| *id == reader);
    let own_keys = tx.vault.has_own_keys(tx.sql(), HolderId(reader.uuid()))?;
    Ok(rules::may_name(Candidate { author: reader == author, counselor, own_keys })?)
}

fn prove(tx: &Tx<'_, '_>, passphrase: String) -> Result<()> {
    let proof = tx.vault.proves(&Passphrase::new(passphrase));
    proof.map_err(|error| Refusal::from(error).beside("passphrase"))
}
