//! Who waits for a seat in a group: in an order somebody answers for, each with a reason and a date.
//!
//! A client waits once for a group. Moving somebody past another asks why, since it decides who is treated first. From the
//! list onto the roster leads the same door as for everybody ([`enter`]): cap, other stays, and who is kept apart.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ops::{Reasons, enter};
use super::queries::sees_roster;
use super::rules::GroupRefusal;
use super::{GroupId, MembershipId, ShownName, WaitlistId, queries, store, waitlist_store as list};
use crate::client::ClientId;
use crate::intake;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Refusal, Result, RowId, Tag, Verb, View};

crate::words! {
    /// How far a place on a waitlist is.
    pub enum WaitState {
        Waiting = "waiting",
        Offered = "offered",
        Accepted = "accepted",
        Removed = "removed",
    }
}

crate::words! {
    /// To which side somebody is moved.
    pub enum Direction {
        Up = "up",
        Down = "down",
    }
}

/// The request of `waitlist.of_group`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichWaitlist {
    pub group: GroupId,
}

/// Somebody who waits.
#[derive(Debug, Serialize, TS)]
pub struct WaitLine {
    pub id: WaitlistId,
    pub client: ClientId,
    pub name: ShownName,
    pub since_on: NaiveDate,
    /// Why the client waits for this group.
    pub reason: String,
    /// Why the client stands where they stand, when somebody moved them.
    pub moved_because: String,
    /// A seat was offered on this date.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offered_on: Option<NaiveDate>,
    /// The person may move, offer, accept and take off: the client is theirs to arrange.
    pub may_change: bool,
    /// Papers of the intake packet that keep the client out of groups; empty for whom the client is not theirs to arrange.
    pub owes: Vec<String>,
    pub rev: i64,
}

/// Who waits for a group, in order.
#[derive(Debug, Serialize, TS)]
pub struct Waiting {
    pub waiting: Vec<WaitLine>,
    /// Seats free today under the cap.
    pub seats: i64,
}

/// The request of `waitlist.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddWaiting {
    pub group: GroupId,
    pub client: ClientId,
    pub reason: String,
    /// Today when left out.
    #[serde(default)]
    #[ts(optional)]
    pub since_on: Option<NaiveDate>,
}

/// The request of `waitlist.move`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveWaiting {
    pub id: WaitlistId,
    pub rev: i64,
    pub to: Direction,
    pub because: String,
}

/// Which place on a waitlist.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichWaiting {
    pub id: WaitlistId,
    pub rev: i64,
}

/// The request of `waitlist.accept`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AcceptWaiting {
    pub id: WaitlistId,
    pub rev: i64,
    pub joined_on: NaiveDate,
    /// Asked for above the cap.
    #[serde(default)]
    pub cap_reason: String,
    /// Asked for beside somebody to be kept apart from.
    #[serde(default)]
    #[ts(optional)]
    pub apart_reason: Option<String>,
    /// Why a director lets the client join before the intake packet is whole.
    #[serde(default)]
    #[ts(optional)]
    pub packet_reason: Option<String>,
}

/// The request of `waitlist.remove`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveWaiting {
    pub id: WaitlistId,
    pub rev: i64,
    pub reason: String,
}

/// A place on a waitlist after a change.
#[derive(Debug, Serialize, TS)]
pub struct SavedWaiting {
    pub id: WaitlistId,
    pub rev: i64,
    /// The stay on the roster, once the seat was accepted.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub membership: Option<MembershipId>,
}

/// A place, as stored.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub id: WaitlistId,
    pub of_group: GroupId,
    pub client: ClientId,
    pub since_on: NaiveDate,
    pub position: i64,
    pub reason: String,
    pub state: WaitState,
    pub rev: i64,
}

/// Who waits for a group, as far as the person sees its roster: nobody otherwise.
pub(super) fn of_group(view: &View<'_>, request: WhichWaitlist) -> Result<Waiting> {
    let group = queries::group(view.sql, request.group)?;
    let cap = queries::cap(view.sql, &group.of_type, view.today())?.min(group.capacity);
    let members = store::seats_taken(view.sql, group.id, view.today())?;
    let shown = sees_roster(view.actor, group.is_led_by(view.actor.staff));
    let mut waiting = if shown { list::lines(view, group.id)? } else { Vec::new() };
    for line in &mut waiting {
        line.may_change = view.reach(Info::Identity, Verb::Write, line.client).is_ok();
    }
    let mine: Vec<ClientId> = waiting.iter().filter(|line| line.may_change).map(|line| line.client).collect();
    let mut owing = intake::owing(view, &mine)?;
    for line in &mut waiting {
        line.owes = owing.remove(&line.client).unwrap_or_default();
    }
    Ok(Waiting { waiting, seats: (cap - members).max(0) })
}

/// Puts a client at the end of a group's waitlist.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddWaiting) -> Result<SavedWaiting> {
    let group = queries::group(tx.sql(), request.group)?;
    tx.reach(Info::Identity, Verb::Write, request.client)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why this client waits for this group.");
    check.done()?;
    if !group.active {
        return Err(GroupRefusal::Inactive.into());
    }
    let today = tx.today();
    if store::stays(tx.sql(), group.id, request.client, today)? {
        return Err(GroupRefusal::AlreadyMember.into());
    }
    if list::waits(tx.sql(), group.id, request.client)? {
        return Err(GroupRefusal::AlreadyWaiting.into());
    }
    let place = Place {
        id: tx.id(),
        of_group: group.id,
        client: request.client,
        since_on: request.since_on.unwrap_or(today),
        position: list::last(tx.sql(), group.id)? + 1,
        reason,
        state: WaitState::Waiting,
        rev: 1,
    };
    list::insert(tx, &place)?;
    tx.wrote(Table::Waitlist, place.id, Some(place.client.uuid()))?;
    tx.touch(Tag::Group);
    Ok(SavedWaiting { id: place.id, rev: 1, membership: None })
}

/// A place that is still open, of a client whom the person arranges.
fn open(tx: &mut Tx<'_, '_>, id: WaitlistId) -> Result<Place> {
    let place = list::place(tx.sql(), id)?.ok_or_else(|| Refusal::not_found("waitlist"))?;
    tx.reach(Info::Identity, Verb::Write, place.client).map_err(|refusal| match refusal.code {
        crate::kernel::refusal::Code::NotFound => Refusal::not_found("waitlist"),
        _ => refusal,
    })?;
    match place.state {
        WaitState::Waiting | WaitState::Offered => Ok(place),
        WaitState::Accepted | WaitState::Removed => Err(GroupRefusal::WaitOver.into()),
    }
}

/// Lets a client change places with who stands before or after them.
pub(super) fn shift(tx: &mut Tx<'_, '_>, request: MoveWaiting) -> Result<SavedWaiting> {
    let place = open(tx, request.id)?;
    let mut check = Check::new();
    let because =
        check.required("because", &request.because, 200, "Say why, in a few words: it decides who comes first.");
    check.done()?;
    let open = list::open(tx.sql(), place.of_group)?;
    let at = open.iter().position(|other| other.id == place.id);
    let beside = match (at, request.to) {
        (Some(at), Direction::Up) => at.checked_sub(1).and_then(|before| open.get(before)),
        (Some(at), Direction::Down) => open.get(at + 1),
        (None, _) => None,
    };
    let Some(other) = beside else { return Err(GroupRefusal::WaitEdge.into()) };
    for (id, rev, position, because) in
        [(place.id, request.rev, other.position, Some(because.as_str())), (other.id, other.rev, place.position, None)]
    {
        tx.revise(Table::Waitlist, id, rev)?;
        list::place_at(tx, id, position, because)?;
        let client = if id == place.id { place.client } else { other.client };
        tx.wrote(Table::Waitlist, id, Some(client.uuid()))?;
    }
    tx.touch(Tag::Group);
    Ok(SavedWaiting { id: place.id, rev: request.rev + 1, membership: None })
}

/// Notes that a seat was offered.
pub(super) fn offer(tx: &mut Tx<'_, '_>, request: WhichWaiting) -> Result<SavedWaiting> {
    let place = open(tx, request.id)?;
    if place.state == WaitState::Offered {
        return Err(GroupRefusal::OfferStands { offered: true }.into());
    }
    let today = tx.today();
    set(tx, &place, request.rev, WaitState::Offered, Some(today))
}

/// Takes an offer back: the client keeps their place and waits on.
pub(super) fn keep_waiting(tx: &mut Tx<'_, '_>, request: WhichWaiting) -> Result<SavedWaiting> {
    let place = open(tx, request.id)?;
    if place.state == WaitState::Waiting {
        return Err(GroupRefusal::OfferStands { offered: false }.into());
    }
    set(tx, &place, request.rev, WaitState::Waiting, None)
}

fn set(
    tx: &mut Tx<'_, '_>,
    place: &Place,
    rev: i64,
    state: WaitState,
    offered_on: Option<NaiveDate>,
) -> Result<SavedWaiting> {
    tx.revise(Table::Waitlist, place.id, rev)?;
    list::set_state(tx, place.id, state, offered_on)?;
    tx.wrote(Table::Waitlist, place.id, Some(place.client.uuid()))?;
    tx.touch(Tag::Group);
    Ok(SavedWaiting { id: place.id, rev: rev + 1, membership: None })
}

/// Takes a client from the waitlist onto the roster.
pub(super) fn accept(tx: &mut Tx<'_, '_>, request: AcceptWaiting) -> Result<SavedWaiting> {
    let place = open(tx, request.id)?;
    let mut check = Check::new();
    let reasons = Reasons {
        cap: check.optional("cap_reason", &request.cap_reason, 200),
        apart: check.optional("apart_reason", request.apart_reason.as_deref().unwrap_or_default(), 200),
        packet: check.optional("packet_reason", request.packet_reason.as_deref().unwrap_or_default(), 200),
    };
    check.done()?;
    tx.revise(Table::Waitlist, place.id, request.rev)?;
    let group = queries::group(tx.sql(), place.of_group)?;
    let membership = enter(tx, &group, (place.client, request.joined_on), &reasons)?;
    list::accept(tx, place.id, membership)?;
    tx.wrote(Table::Waitlist, place.id, Some(place.client.uuid()))?;
    Ok(SavedWaiting { id: place.id, rev: request.rev + 1, membership: Some(membership) })
}

/// Takes a client off the waitlist.
pub(super) fn remove(tx: &mut Tx<'_, '_>, request: RemoveWaiting) -> Result<SavedWaiting> {
    let place = open(tx, request.id)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    tx.revise(Table::Waitlist, place.id, request.rev)?;
    list::remove(tx, place.id, &reason)?;
    tx.wrote(Table::Waitlist, place.id, Some(place.client.uuid()))?;
    tx.touch(Tag::Group);
    Ok(SavedWaiting { id: place.id, rev: request.rev + 1, membership: None })
}
