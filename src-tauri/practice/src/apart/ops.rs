//! Keeping two people apart, ending that, and what every way into a room asks.

use chrono::NaiveDate;

use super::ipc::{EndApart, KeepApart, SavedApart};
use super::rules::{ApartRefusal, may_decide};
use super::{ApartId, ApartOverrideId, Pair, store};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb};

/// Keeps two clients apart. Both must be within reach of who says so.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: KeepApart) -> Result<SavedApart> {
    tx.reach(Info::Identity, Verb::Read, request.client)?;
    tx.reach(Info::Identity, Verb::Read, request.other)?;
    decides(tx, request.client, request.other)?;
    let mut check = Check::new();
    check.ensure(request.client != request.other, "other", "Choose somebody else.");
    let detail = check.optional("detail", &request.detail, 300);
    check.done()?;
    let (one, other) = ordered(request.client, request.other);
    if store::open_pair(tx.sql(), one, other)? {
        return Err(ApartRefusal::KeptAlready.into());
    }
    let from_on = request.from_on.unwrap_or_else(|| tx.today());
    let pair = Pair { id: tx.id(), one, other, reason: request.reason, detail, from_on, until_on: None, rev: 1 };
    store::insert(tx, &pair)?;
    tx.wrote(Table::Apart, pair.id, Some(request.client.uuid()))?;
    tx.touch(Tag::Apart);
    Ok(SavedApart { id: pair.id, rev: 1 })
}

/// Ends a pair. It stays in both charts.
pub(super) fn end(tx: &mut Tx<'_, '_>, request: EndApart) -> Result<SavedApart> {
    let pair = store::pair(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("pair"))?;
    // One of the two charts is enough to find it; a chart outside the reach looks as if it were not there.
    if tx.reach(Info::Identity, Verb::Write, pair.one).is_err() {
        tx.reach(Info::Identity, Verb::Write, pair.other).map_err(|_| Refusal::not_found("pair"))?;
    }
    decides(tx, pair.one, pair.other)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say what changed, in a few words.");
    check.ensure(request.until_on >= pair.from_on, "until_on", "Choose a date on or after the day it began.");
    check.done()?;
    if pair.until_on.is_some() {
        return Err(ApartRefusal::Ended.into());
    }
    tx.revise(Table::Apart, pair.id, request.rev)?;
    store::end(tx, pair.id, request.until_on, &reason)?;
    tx.wrote(Table::Apart, pair.id, Some(pair.one.uuid()))?;
    tx.touch(Tag::Apart);
    Ok(SavedApart { id: pair.id, rev: request.rev + 1 })
}

/// The smaller id first, as bytes: the pair has no direction.
fn ordered(client: ClientId, other: ClientId) -> (ClientId, ClientId) {
    if client.0.as_bytes() <= other.0.as_bytes() { (client, other) } else { (other, client) }
}

fn decides(tx: &mut Tx<'_, '_>, one: ClientId, other: ClientId) -> Result<()> {
    let is_primary = store::is_primary(tx, one)? || store::is_primary(tx, other)?;
    tx.role = Some(may_decide(tx.actor, is_primary)?);
    Ok(())
}

/// Where somebody is put: which table holds the room.
#[derive(Copy, Clone, Debug)]
pub(crate) enum Room {
    Group(uuid::Uuid),
    Session(uuid::Uuid),
}

/// Stops when somebody of `those` must not share a room with the client on some date from the first to the last, unless a
/// reason was typed; then every such pair keeps it. Names nobody.
///
/// # Errors
/// [`ApartRefusal::Together`].
pub(crate) fn ensure(
    tx: &mut Tx<'_, '_>,
    client: ClientId,
    (those, span): (&[ClientId], (NaiveDate, NaiveDate)),
    room: Room,
    reason: &str,
) -> Result<()> {
    let pairs = store::between(tx.sql(), client, those, span)?;
    let_in(tx, pairs.iter().map(|pair| (pair.id, client)), room, reason)
}

/// Stops when two of those in one room must not share it on a date, unless they shared it `already` or a reason was typed.
///
/// # Errors
/// [`ApartRefusal::Together`].
pub(crate) fn ensure_among(
    tx: &mut Tx<'_, '_>,
    (those, on): (&[ClientId], NaiveDate),
    room: Room,
    reason: &str,
    already: &[ApartId],
) -> Result<()> {
    let pairs = store::among(tx.sql(), those, on)?;
    let new = pairs.iter().filter(|pair| !already.contains(&pair.id));
    let_in(tx, new.map(|pair| (pair.id, pair.one)), room, reason)
}

fn let_in(
    tx: &mut Tx<'_, '_>,
    pairs: impl Iterator<Item = (ApartId, ClientId)>,
    room: Room,
    reason: &str,
) -> Result<()> {
    for (pair, client) in pairs {
        if reason.is_empty() {
            return Err(ApartRefusal::Together.into());
        }
        let id: ApartOverrideId = tx.id();
        store::insert_override(tx, id, (pair, client), room, reason)?;
        tx.wrote(Table::ApartOverride, id, Some(client.uuid()))?;
        tx.touch(Tag::Apart);
    }
    Ok(())
}
