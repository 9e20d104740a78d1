//! The care team: who cares for the client, from when, until when. A counselor's reach hangs on this.
//!
//! A new primary counselor ends the place of the one before on the same day. A place that ends today reaches until
//! midnight; the rows stay, since signed work and the audit point at them.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::{Active, ClientRefusal, check_place, may_care};
use super::{CarePart, CareTeamId, ClientId, store};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Reach, Refusal, Result, Role, RowId, Tag, Verb};
use crate::staff;

/// A place on the care team, as the chart shows it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CarePlace {
    pub id: CareTeamId,
    pub rev: i64,
    pub staff: StaffId,
    /// "Marisol Quiñones, LPC".
    pub name: String,
    pub part: CarePart,
    pub starts_on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub ends_on: Option<NaiveDate>,
}

/// The request of `care_team.add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddCarePlace {
    pub client: ClientId,
    pub staff: StaffId,
    pub part: CarePart,
    /// Today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub starts_on: Option<NaiveDate>,
    /// The last day; needed for somebody who covers.
    #[serde(default)]
    #[ts(optional)]
    pub ends_on: Option<NaiveDate>,
}

/// The request of `care_team.end`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndCarePlace {
    pub id: CareTeamId,
    pub rev: i64,
    /// The last day; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub ends_on: Option<NaiveDate>,
}

/// A place as it stands after a change.
#[derive(Debug, Serialize, TS)]
pub struct CarePlaceStands {
    pub id: CareTeamId,
    pub rev: i64,
}

/// Puts a colleague on the care team.
///
/// # Errors
/// [`ClientRefusal::Yourself`] for anybody but a director who has nothing to do with the client: reach is given by others.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddCarePlace) -> Result<CarePlaceStands> {
    let permit = tx.reach(Info::Identity, Verb::Write, request.client)?;
    let starts_on = request.starts_on.unwrap_or_else(|| tx.today());
    let mut check = Check::new();
    check_place(&mut check, request.part, starts_on, request.ends_on);
    check.done()?;
    let director = tx.actor.roles.contains(&Role::Director);
    if request.staff == tx.actor.staff && permit.reach == Reach::Everyone && !director {
        return Err(ClientRefusal::Yourself.into());
    }
    let id = name(tx, request.client, request.staff, request.part, (starts_on, request.ends_on))?;
    tx.touch(Tag::Client);
    Ok(CarePlaceStands { id, rev: 1 })
}

/// Writes a place; ends the primary counselor's before when the new one is primary.
pub(super) fn name(
    tx: &mut Tx<'_, '_>,
    client: ClientId,
    colleague: StaffId,
    part: CarePart,
    (starts_on, ends_on): (NaiveDate, Option<NaiveDate>),
) -> Result<CareTeamId> {
    let active = if staff::is_active(tx.sql(), colleague)? { Active::Yes } else { Active::No };
    let roles = if active == Active::Yes { staff::actor(tx.sql(), colleague)?.roles } else { Vec::new() };
    may_care(active, &roles)?;
    let present = now(tx.sql(), client, tx.today())?;
    if present.iter().any(|place| place.staff == colleague && place.part == part && place.ends_on.is_none()) {
        return Err(ClientRefusal::OnTeamAlready.into());
    }
    // What a colleague was before on this team is over: one line per person.
    for place in present.iter().filter(|place| {
        (part == CarePart::Primary && place.part == CarePart::Primary && place.ends_on.is_none())
            || place.staff == colleague
    }) {
        end_place(tx, client, place, starts_on.max(place.starts_on))?;
    }
    let id: CareTeamId = tx.id();
    insert(tx, id, client, colleague, part, (starts_on, ends_on))?;
    tx.wrote(Table::CareTeam, id, Some(client.uuid()))?;
    Ok(id)
}

/// Ends a place on the care team.
///
/// # Errors
/// [`ClientRefusal::LastOnRestricted`] when nobody would be left who reaches a restricted chart.
pub(super) fn end(tx: &mut Tx<'_, '_>, request: EndCarePlace) -> Result<CarePlaceStands> {
    let (client, place) = place(tx.sql(), request.id)?;
    tx.reach(Info::Identity, Verb::Write, client)?;
    let today = tx.today();
    let ends_on = request.ends_on.unwrap_or(today);
    let mut check = Check::new();
    check_place(&mut check, place.part, place.starts_on, Some(ends_on));
    check.done()?;
    if place.ends_on.is_some_and(|end| end < today) {
        return Err(ClientRefusal::OffTeamAlready.into());
    }
    let others = now(tx.sql(), client, today)?;
    let left = others.iter().any(|other| other.id != place.id && other.ends_on.is_none());
    if !left && store::client(tx.sql(), client)?.restricted {
        return Err(ClientRefusal::LastOnRestricted.into());
    }
    end_place(tx, client, &CarePlace { rev: request.rev, ..place }, ends_on)?;
    tx.touch(Tag::Client);
    Ok(CarePlaceStands { id: request.id, rev: request.rev + 1 })
}

fn end_place(tx: &mut Tx<'_, '_>, client: ClientId, place: &CarePlace, on: NaiveDate) -> Result<()> {
    tx.revise(Table::CareTeam, place.id, place.rev)?;
    tx.write(
        "update care_team
         set ends_on = :ends_on, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": place.id, ":ends_on": on },
    )?;
    tx.wrote(Table::CareTeam, place.id, Some(client.uuid()))
}

fn insert(
    tx: &Tx<'_, '_>,
    id: CareTeamId,
    client: ClientId,
    colleague: StaffId,
    part: CarePart,
    (starts_on, ends_on): (NaiveDate, Option<NaiveDate>),
) -> Result<()> {
    tx.write(
        "insert into care_team (id, client, staff, part, starts_on, ends_on, rev, at, device, by_staff)
         values (:id, :client, :staff, :part, :starts_on, :ends_on, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":client": client,
            ":staff": colleague,
            ":part": part,
            ":starts_on": starts_on,
            ":ends_on": ends_on,
        },
    )
}

/// The care team from this day on, the primary counselor first.
pub(super) fn now(sql: &Connection, client: ClientId, today: NaiveDate) -> Result<Vec<CarePlace>> {
    let mut statement = sql.prepare_cached(include_str!("sql/care_team.sql"))?;
    let rows = statement.query_map(named_params! { ":client": client, ":today": today }, place_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn place(sql: &Connection, id: CareTeamId) -> Result<(ClientId, CarePlace)> {
    let mut statement = sql.prepare_cached(include_str!("sql/care_place.sql"))?;
    let found = statement
        .query_row(named_params! { ":id": id }, |row| Ok((row.get("client")?, place_of(row)?)))
        .optional()?;
    found.ok_or_else(|| Refusal::not_found("care team entry"))
}

fn place_of(row: &Row<'_>) -> rusqlite::Result<CarePlace> {
    Ok(CarePlace {
        id: row.get("id")?,
        rev: row.get("rev")?,
        staff: row.get("staff")?,
        name: row.get("name")?,
        part: row.get("part")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
    })
}
