//! A draft whose author's license had ended on the day of the service: a colleague reviews and signs it, and the signed
//! text says who drafted it. So nobody is stuck with a note that may not be signed.

use rusqlite::{Connection, OptionalExtension, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::around;
use super::ipc::{NoteBody, NoteHandle, WhichNote};
use super::rules::{self, NoteRefusal};
use super::{HandoverId, Note, NoteId, NoteKind, ops};
use crate::client::ClientId;
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Result, RowId, Tag, View};
use crate::signature::{self, License, SignerFacts};

/// A colleague who may review and sign a note.
#[derive(Debug, Serialize, TS)]
pub struct Colleague {
    pub id: StaffId,
    pub name: String,
}

/// The request of `note.hand_over`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandOverNote {
    pub id: NoteId,
    pub rev: i64,
    pub to: StaffId,
    /// Why; the colleague and the audit keep it.
    pub reason: String,
    /// What the editor holds, saved in the same action.
    #[serde(default)]
    #[ts(optional)]
    pub body: Option<NoteBody>,
}

/// The request of `note.give_back`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiveBackNote {
    pub id: NoteId,
    pub rev: i64,
    pub reason: String,
}

/// Who may review and sign this note of one's own.
pub(super) fn colleagues(view: &View<'_>, request: WhichNote) -> Result<Vec<Colleague>> {
    let note = ops::own_open(view, request.id)?;
    let restricted = around::client(view.sql, note.client)?.restricted;
    let mut eligible = Vec::new();
    for (id, on_team) in counselors(view, note.client)? {
        let facts = signature::signer(view.sql, id)?;
        let may = rules::may_take_over(&facts.credentials, note.service.on, view.today()).is_ok();
        if id != note.author && may && (on_team || !restricted) {
            eligible.push(Colleague { id, name: named(&facts) });
        }
    }
    Ok(eligible)
}

/// Active counselors, and whether each is on the client's care team. A practice has a few dozen.
fn counselors(view: &View<'_>, client: ClientId) -> Result<Vec<(StaffId, bool)>> {
    let mut statement = view.sql.prepare_cached(
        "select staff.id,
                exists (
                  select 1
                  from care_team
                  where care_team.client = :client and care_team.staff = staff.id and care_team.voided_at is null
                    and care_team.starts_on <= :today
                    and (care_team.ends_on is null or care_team.ends_on >= :today)
                ) as on_team
         from staff
         join staff_role on staff_role.staff = staff.id and staff_role.role = 'counselor'
           and staff_role.voided_at is null
         where staff.active = 1
         order by on_team desc, staff.family_name, staff.given_name
         limit 100",
    )?;
    let parameters = named_params! { ":client": client, ":today": view.today() };
    let rows = statement.query_map(parameters, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn named(facts: &SignerFacts) -> String {
    if facts.labels.is_empty() { facts.name.clone() } else { format!("{}, {}", facts.name, facts.labels) }
}

/// Gives one's own draft to a colleague, who becomes its author.
pub(super) fn hand_over(tx: &mut Tx<'_, '_>, request: HandOverNote) -> Result<NoteHandle> {
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 500, "Say why, in a sentence.");
    check.done()?;
    let before = ops::own_open(&tx.view(), request.id)?;
    tx.revise(Table::Note, before.id, request.rev)?;
    if matches!(before.kind, NoteKind::Group | NoteKind::Absence) {
        return Err(NoteRefusal::IsGroup.into());
    }
    let me = signature::signer(tx.sql(), tx.actor.staff)?;
    if signature::license_on(&me.credentials, before.service.on) == License::Holds {
        return Err(NoteRefusal::LicenseHolds.into());
    }
    let eligible = colleagues(&tx.view(), WhichNote { id: request.id })?;
    if eligible.iter().all(|colleague| colleague.id != request.to) {
        return Err(NoteRefusal::NotEligible.into());
    }
    let (next, marks) = match &request.body {
        Some(body) => ops::with_body(&tx.view(), before.clone(), body)?,
        None => {
            (before.clone(), super::store::marks(tx.sql(), before.id)?.iter().map(|stored| stored.mark).collect())
        }
    };
    ops::set_marks(tx, &next, &marks)?;
    let saved = ops::rewrite(tx, &before, Note { author: request.to, written_by: named(&me), ..next })?;
    let id: HandoverId = tx.id();
    insert(tx, id, &saved, request.to, &reason)?;
    tx.wrote(Table::NoteHandover, id, Some(saved.client.uuid()))?;
    crate::draft::close(tx, ops::FORM, &saved.id.uuid().to_string())?;
    Ok(NoteHandle { id: saved.id, rev: saved.rev })
}

/// Gives a note back to who drafted it.
pub(super) fn give_back(tx: &mut Tx<'_, '_>, request: GiveBackNote) -> Result<NoteHandle> {
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 500, "Say why, in a sentence.");
    check.done()?;
    let before = ops::own_open(&tx.view(), request.id)?;
    tx.revise(Table::Note, before.id, request.rev)?;
    let (id, rev, from) = open_handover(tx.sql(), before.id)?.ok_or(NoteRefusal::NotHandedOver)?;
    let next = Note { author: from, written_by: String::new(), ..before.clone() };
    let saved = ops::rewrite(tx, &before, next)?;
    tx.revise(Table::NoteHandover, id, rev)?;
    close(tx, id, &reason)?;
    tx.wrote(Table::NoteHandover, id, Some(saved.client.uuid()))?;
    crate::draft::close(tx, ops::FORM, &saved.id.uuid().to_string())?;
    tx.touch(Tag::Note);
    Ok(NoteHandle { id: saved.id, rev: saved.rev })
}

/// The handover of a note that was not given back: its id, its revision, and who drafted the note.
fn open_handover(sql: &Connection, note: NoteId) -> Result<Option<(HandoverId, i64, StaffId)>> {
    let mut statement = sql.prepare_cached(
        "select id, rev, from_staff
         from note_handover
         where note = :note and given_back_at is null
         order by at desc
         limit 1",
    )?;
    Ok(statement
        .query_row(named_params! { ":note": note }, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?)
}

fn insert(tx: &Tx<'_, '_>, id: HandoverId, note: &Note, to: StaffId, reason: &str) -> Result<()> {
    tx.write(
        "insert into note_handover (id, note, from_staff, to_staff, reason, rev, at, device, by_staff)
         values (:id, :note, :from, :to, :reason, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":note": note.id,
            ":from": tx.actor.staff,
            ":to": to,
            ":reason": reason,
        },
    )
}

fn close(tx: &Tx<'_, '_>, id: HandoverId, reason: &str) -> Result<()> {
    tx.write(
        "update note_handover
         set given_back_at = :at, back_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}

/// Why an open note came from somebody else.
pub(super) fn why(sql: &Connection, note: NoteId) -> Result<Option<String>> {
    let mut statement = sql.prepare_cached(
        "select reason from note_handover where note = :note and given_back_at is null order by at desc limit 1",
    )?;
    Ok(statement.query_row(named_params! { ":note": note }, |row| row.get(0)).optional()?)
}
