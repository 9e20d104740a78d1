//! The packet of a client, the practice's list, and whose packet is not whole.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, named_params};

use super::facts::{self, Facts};
use super::ipc::{IntakeItem, Packet, PacketItem, PacketOf, RedPacket};
use super::rules::{self, IntakeRefusal, applies};
use super::{PacketStanding, store};
use crate::client::reach::{self, Scope};
use crate::client::{ClientId, json_of, number_words};
use crate::kernel::door::Tx;
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Result, Role, Verb, View};
use crate::practice::policy;

/// Days after an admission for which a packet that is not whole stands on a page.
const BEGINNING_DAYS: u64 = 30;

/// The practice's list.
pub(super) fn items(view: &View<'_>, _: Nothing) -> Result<Vec<IntakeItem>> {
    store::items(view.sql)
}

/// The packet of a client.
pub(super) fn packet(view: &View<'_>, request: PacketOf) -> Result<Packet> {
    view.reach(Info::Identity, Verb::Read, request.client)?;
    let facts = facts::of(view.sql, &[request.client], view.today())?.remove(&request.client).unwrap_or_default();
    let items: Vec<PacketItem> = asked(&store::items(view.sql)?, &facts);
    Ok(Packet {
        missing: items.iter().filter(|item| item.standing == PacketStanding::Missing).count(),
        items,
        blocks_groups: blocks(view.sql, view.today())?,
        may_mark: view.reach(Info::Identity, Verb::Write, request.client).is_ok(),
    })
}

fn asked(items: &[IntakeItem], facts: &Facts) -> Vec<PacketItem> {
    let asked = items.iter().filter(|item| applies(&item.fields.track, &facts.track));
    asked.map(|item| stands(item, facts)).collect()
}

fn stands(item: &IntakeItem, facts: &Facts) -> PacketItem {
    let mark = facts.marks.get(&item.id);
    let standing = rules::standing(item.fields.follows, facts.records, mark.map(|mark| mark.state));
    // Where a record ticks the item, a mark beside it says nothing any more.
    let said = mark.filter(|mark| mark.state.word() == standing.word());
    PacketItem {
        item: item.id,
        label: item.fields.label.clone(),
        help: item.fields.help.clone(),
        follows: item.fields.follows,
        blocks: item.fields.blocks,
        standing,
        by: said.map(|mark| mark.by.clone()).unwrap_or_default(),
        on: said.map(|mark| mark.on),
        reason: said.map(|mark| mark.reason.clone()).unwrap_or_default(),
        mark: said.map(|mark| mark.id),
        mark_rev: said.map(|mark| mark.rev),
    }
}

fn blocks(sql: &Connection, today: NaiveDate) -> Result<bool> {
    Ok(policy::value_on(sql, policy::PACKET_BLOCKS, today)? == "yes")
}

/// Lets a client join a group when the packet allows it, or a director wrote why. Answers whether the reason was needed.
///
/// # Errors
/// [`IntakeRefusal::PacketOpen`].
pub(crate) fn blocking(tx: &Tx<'_, '_>, client: ClientId, reason: &str) -> Result<bool> {
    if !blocks(tx.sql(), tx.today())? {
        return Ok(false);
    }
    let missing = owed(tx.sql(), &[client], tx.today())?.remove(&client).unwrap_or_default();
    let needed = !missing.is_empty();
    rules::may_join(missing, reason, tx.actor.roles.contains(&Role::Director))
        .map_err(|refusal: IntakeRefusal| refusal)?;
    Ok(needed)
}

/// What keeps some clients out of groups: the papers that each of them still owes. Nobody, where the practice does not
/// block. The caller has asked for the reach.
pub(crate) fn owing(view: &View<'_>, clients: &[ClientId]) -> Result<HashMap<ClientId, Vec<String>>> {
    if clients.is_empty() || !blocks(view.sql, view.today())? {
        return Ok(HashMap::new());
    }
    owed(view.sql, clients, view.today())
}

fn owed(sql: &Connection, clients: &[ClientId], today: NaiveDate) -> Result<HashMap<ClientId, Vec<String>>> {
    let (items, mut facts) = (store::items(sql)?, facts::of(sql, clients, today)?);
    let missing = |facts: Facts| -> Vec<String> {
        let open = asked(&items, &facts).into_iter();
        let open = open.filter(|item| item.blocks && item.standing == PacketStanding::Missing);
        open.map(|item| item.label).collect()
    };
    Ok(clients.iter().map(|client| (*client, missing(facts.remove(client).unwrap_or_default()))).collect())
}

/// The clients within reach who are about to come in, or came in lately, and whose packet is not whole.
pub(crate) fn red(view: &View<'_>) -> Result<Vec<RedPacket>> {
    let scope = Scope::of(view.actor, Info::Identity, Verb::Write)?;
    let mine = json_of(&reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?);
    let since = view.today().checked_sub_days(Days::new(BEGINNING_DAYS)).unwrap_or(view.today());
    let mut statement = view.sql.prepare_cached(include_str!("sql/beginning.sql"))?;
    let parameters = named_params! { ":since": since, ":everyone": scope.everyone, ":mine": mine };
    let rows = statement.query_map(parameters, |row| {
        let (given, preferred): (String, String) = (row.get("given_name")?, row.get("preferred_name")?);
        let first = if preferred.is_empty() { given } else { preferred };
        Ok(RedPacket {
            client: row.get("client")?,
            number: number_words(row.get("number")?),
            name: format!("{}, {first}", row.get::<_, String>("family_name")?),
            missing: Vec::new(),
            admitted_on: None,
        })
    })?;
    let mut packets = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let ids: Vec<ClientId> = packets.iter().map(|packet| packet.client).collect();
    let facts = facts::of(view.sql, &ids, view.today())?;
    let items = store::items(view.sql)?;
    for packet in &mut packets {
        let Some(facts) = facts.get(&packet.client) else { continue };
        packet.admitted_on = facts.admitted_on;
        packet.missing = asked(&items, facts)
            .into_iter()
            .filter(|item| item.standing == PacketStanding::Missing)
            .map(|item| item.label)
            .collect();
    }
    packets.retain(|packet| !packet.missing.is_empty());
    Ok(packets)
}
