//! SQL of the waitlists.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::waitlist::{Place, WaitLine, WaitState};
use super::{GroupId, Looker, MembershipId, Shown, WaitlistId, shown_in};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::{Result, View};

fn place_of(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        id: row.get("id")?,
        of_group: row.get("of_group")?,
        client: row.get("client")?,
        since_on: row.get("since_on")?,
        position: row.get("position")?,
        reason: row.get("reason")?,
        state: row.get("state")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn place(sql: &Connection, id: WaitlistId) -> Result<Option<Place>> {
    let mut statement = sql.prepare_cached(
        "select id, of_group, client, since_on, position, reason, state, rev
         from waitlist
         where id = :id",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, place_of).optional()?)
}

/// Everybody who waits for a group, in order.
pub(super) fn open(sql: &Connection, group: GroupId) -> Result<Vec<Place>> {
    let mut statement = sql.prepare_cached(
        "select id, of_group, client, since_on, position, reason, state, rev
         from waitlist
         where of_group = :group and state in ('waiting', 'offered')
         order by position",
    )?;
    let rows = statement.query_map(named_params! { ":group": group }, place_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The same as their list shows them.
pub(super) fn lines(view: &View<'_>, group: GroupId) -> Result<Vec<WaitLine>> {
    let looker = Looker::of(view);
    let mut statement = view.sql.prepare_cached(include_str!("sql/waiting.sql"))?;
    let parameters = named_params! { ":group": group, ":me": view.actor.staff, ":today": view.today() };
    let rows = statement.query_map(parameters, |row| {
        let name = shown_in(row, looker)?;
        // Why somebody waits may say what for: it goes with the name.
        let whole = name.how == Shown::Whole;
        Ok(WaitLine {
            id: row.get("id")?,
            client: row.get("client")?,
            name,
            since_on: row.get("since_on")?,
            reason: if whole { row.get("reason")? } else { String::new() },
            moved_because: if whole { row.get("moved_because")? } else { String::new() },
            offered_on: row.get("offered_on")?,
            may_change: false,
            owes: Vec::new(),
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn waits(sql: &Connection, group: GroupId, client: ClientId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from waitlist
           where of_group = :group and client = :client and state in ('waiting', 'offered')
         )",
    )?;
    Ok(statement.query_row(named_params! { ":group": group, ":client": client }, |row| row.get(0))?)
}

pub(super) fn last(sql: &Connection, group: GroupId) -> Result<i64> {
    let mut statement =
        sql.prepare_cached("select coalesce(max(position), 0) from waitlist where of_group = :group")?;
    Ok(statement.query_row(named_params! { ":group": group }, |row| row.get(0))?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, place: &Place) -> Result<()> {
    tx.write(
        "insert into waitlist (id, of_group, client, since_on, position, reason, state, rev, at, device, by_staff)
         values (:id, :group, :client, :since_on, :position, :reason, :state, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": place.id,
            ":group": place.of_group,
            ":client": place.client,
            ":since_on": place.since_on,
            ":position": place.position,
            ":reason": place.reason,
            ":state": place.state,
        },
    )
}

/// Puts a place elsewhere in the order; why it was moved stays as it was for the one who only made room.
pub(super) fn place_at(tx: &Tx<'_, '_>, id: WaitlistId, position: i64, because: Option<&str>) -> Result<()> {
    tx.write(
        "update waitlist
         set position = :position, moved_because = coalesce(:because, moved_because),
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":position": position, ":because": because },
    )
}

pub(super) fn set_state(
    tx: &Tx<'_, '_>,
    id: WaitlistId,
    state: WaitState,
    offered_on: Option<NaiveDate>,
) -> Result<()> {
    tx.write(
        "update waitlist
         set state = :state, offered_on = :offered_on, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":state": state, ":offered_on": offered_on },
    )
}

pub(super) fn accept(tx: &Tx<'_, '_>, id: WaitlistId, membership: MembershipId) -> Result<()> {
    tx.write(
        "update waitlist
         set state = 'accepted', membership = :membership,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":membership": membership },
    )
}

pub(super) fn remove(tx: &Tx<'_, '_>, id: WaitlistId, reason: &str) -> Result<()> {
    tx.write(
        "update waitlist
         set state = 'removed', removed_because = :reason,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}
