//! Marks of a client's packet, and the practice's list of items. Each is one action.

use super::ipc::{
    AddItem, ChangeItem, ClearMark, IntakeItem, IntakeItemFields, MarkItem, Packet, PacketOf, ThisItem,
};
use super::rules::IntakeRefusal;
use super::store::{self, NewMark};
use super::{Follows, IntakeItemId, MarkState, queries};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Info, Refusal, Result, RowId as _, Tag, Verb};

/// Says that an item is there, or does not apply. The newest mark of an item stands.
pub(super) fn mark(tx: &mut Tx<'_, '_>, request: MarkItem) -> Result<Packet> {
    tx.reach(Info::Identity, Verb::Write, request.client)?;
    let item = item(tx, request.item)?;
    let on = request.on.unwrap_or_else(|| tx.today());
    let mut check = Check::new();
    let reason = match request.state {
        MarkState::Done => check.optional("reason", &request.reason, 400),
        MarkState::NotApplicable => check.required("reason", &request.reason, 400, "Say why it does not apply."),
    };
    check.ensure(on <= tx.today(), "on", "This day has not come yet. Enter the day on the paper.");
    check.done()?;
    if request.state == MarkState::Done && item.fields.follows != Follows::Nothing {
        return Err(IntakeRefusal::FollowsRecord.into());
    }
    let new = NewMark {
        id: tx.id(),
        client: request.client,
        item: request.item,
        state: request.state,
        on,
        reason: &reason,
    };
    store::insert_mark(tx, &new)?;
    tx.wrote(Table::IntakeMark, new.id, Some(request.client.uuid()))?;
    tx.touch(Tag::Intake);
    queries::packet(&tx.view(), PacketOf { client: request.client })
}

/// Takes a mark back; the one before it, if any, stands again.
pub(super) fn clear(tx: &mut Tx<'_, '_>, request: ClearMark) -> Result<Packet> {
    let unseen = || Refusal::not_found(Table::IntakeMark.noun());
    let (client, cleared) = store::mark(tx.sql(), request.id)?.ok_or_else(unseen)?;
    tx.reach(Info::Identity, Verb::Write, client)
        .map_err(|refusal| if refusal.code == Code::NotFound { unseen() } else { refusal })?;
    tx.revise(Table::IntakeMark, request.id, request.rev)?;
    if cleared {
        return Err(IntakeRefusal::AlreadyCleared.into());
    }
    store::void_mark(tx, request.id)?;
    tx.wrote(Table::IntakeMark, request.id, Some(client.uuid()))?;
    tx.touch(Tag::Intake);
    queries::packet(&tx.view(), PacketOf { client })
}

impl IntakeItemFields {
    fn checked(self, check: &mut Check) -> Self {
        let in_order = (1..=99).contains(&self.position);
        check.ensure(in_order, "fields.position", "Type its place in the list, from 1 to 99.");
        Self {
            label: check.required("fields.label", &self.label, 80, "Say what must be there."),
            help: check.optional("fields.help", &self.help, 300),
            track: check.optional("fields.track", &self.track, 60),
            ..self
        }
    }
}

/// Adds an item to the list.
pub(super) fn add_item(tx: &mut Tx<'_, '_>, request: AddItem) -> Result<Vec<IntakeItem>> {
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check);
    check.done()?;
    let id: IntakeItemId = tx.id();
    store::insert_item(tx, id, &fields)?;
    listed(tx, id)
}

/// Changes an item; what was marked under it stays marked.
pub(super) fn change_item(tx: &mut Tx<'_, '_>, request: ChangeItem) -> Result<Vec<IntakeItem>> {
    item(tx, request.id)?;
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check);
    check.done()?;
    tx.revise(Table::IntakeItem, request.id, request.rev)?;
    store::update_item(tx, request.id, &fields)?;
    listed(tx, request.id)
}

/// Takes an item out of the list. What was marked stays readable in the history.
pub(super) fn retire_item(tx: &mut Tx<'_, '_>, request: ThisItem) -> Result<Done> {
    item(tx, request.id)?;
    tx.revise(Table::IntakeItem, request.id, request.rev)?;
    store::retire_item(tx, request.id)?;
    listed(tx, request.id)?;
    Ok(Done {})
}

fn item(tx: &Tx<'_, '_>, id: IntakeItemId) -> Result<IntakeItem> {
    let items = store::items(tx.sql())?;
    items.into_iter().find(|item| item.id == id).ok_or_else(|| Refusal::not_found(Table::IntakeItem.noun()))
}

fn listed(tx: &mut Tx<'_, '_>, id: IntakeItemId) -> Result<Vec<IntakeItem>> {
    tx.wrote(Table::IntakeItem, id, None)?;
    tx.touch(Tag::Intake);
    queries::items(&tx.view(), Nothing {})
}
