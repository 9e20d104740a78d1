//! Breaking the glass: a chart outside the reach is read in an emergency, for 30 minutes, with a reason and the person's
//! PIN or passphrase again (models.md 2; 45 CFR 164.312(a)(2)(ii)).
//!
//! It gives reading only. Directors and the privacy officer see every opening until somebody of them has looked at it.

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::ClientRefusal;
use super::sight::Sight;
use super::{ClientId, GlassId, number_words};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Info, Moment, Reach, Refusal, Result, Role, RowId, Tag, Verb, View};
use crate::workstation::{Proof, Workstation};

/// How long an opening lasts.
const MINUTES: i64 = 30;

/// Most openings of one list; the audit has them all.
const MOST: i64 = 200;

/// The request of `client.break_glass`. The client is named by the number, since who is outside the reach is found by
/// nothing else.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BreakGlass {
    pub number: i64,
    pub reason: String,
    pub proof: Proof,
}

/// The answer of `client.break_glass`.
#[derive(Debug, Serialize, TS)]
pub struct GlassBroken {
    pub client: ClientId,
    pub until: Moment,
}

/// An opening, as directors see it.
#[derive(Debug, Serialize, TS)]
pub struct GlassRow {
    pub id: GlassId,
    pub rev: i64,
    /// "C-0412"; nothing else of the client stands in this list.
    pub client: String,
    pub who: String,
    /// Whoever looks is who opened it; somebody else must look at it.
    pub own: bool,
    pub at: Moment,
    pub until: Moment,
    pub reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub seen_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub seen_at: Option<Moment>,
}

/// The request of `break_glass.seen`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GlassKey {
    pub id: GlassId,
    pub rev: i64,
}

/// Opens a chart outside the reach for reading.
///
/// # Errors
/// [`ClientRefusal::GlassNotForRole`], [`ClientRefusal::WithinReach`], `wrong_passphrase` and `wait` as with every proof,
/// and a field fault for a number that nobody has.
pub(super) fn break_glass(desk: &Workstation, request: BreakGlass) -> Result<GlassBroken> {
    let (client, reason) = desk.look(|view| asked_for(view, &request))?;
    desk.prove(&request.proof)?;
    desk.transact("client.break_glass", |tx| {
        if Sight::of(&tx.view(), client).is_ok() {
            return Err(ClientRefusal::WithinReach.into());
        }
        let id: GlassId = tx.id();
        let until = tx.now().plus_minutes(MINUTES);
        insert(tx, id, client, &reason, until)?;
        tx.wrote(Table::BreakGlass, id, Some(client.uuid()))?;
        tx.touch(Tag::Client);
        Ok(GlassBroken { client, until })
    })
}

/// The chart meant, and why; decided before anybody is asked to prove who they are.
fn asked_for(view: &View<'_>, request: &BreakGlass) -> Result<(ClientId, String)> {
    let may = [Role::Counselor, Role::Facilitator, Role::Director, Role::MedicalReviewer];
    if !view.actor.roles.iter().any(|role| may.contains(role)) {
        return Err(ClientRefusal::GlassNotForRole.into());
    }
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 400, "Say why you need this chart now.");
    check.ensure(reason.is_empty() || reason.chars().count() >= 10, "reason", "Say why in a few words more.");
    let client = numbered(view.sql, request.number)?;
    check.ensure(client.is_some(), "number", "No chart has this number. Look at it once more.");
    check.done()?;
    Ok((client.ok_or_else(|| Refusal::not_found("client"))?, reason))
}

/// Openings, the newest first: everybody's for those whose role reads the audit, one's own otherwise.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<GlassRow>> {
    let everybody = view.actor.permit(Info::Audit, Verb::Read)?.reach == Reach::Everyone;
    let mut statement = view.sql.prepare_cached(include_str!("sql/glass_list.sql"))?;
    let parameters = named_params! { ":everybody": everybody, ":me": view.actor.staff, ":most": MOST };
    let rows = statement.query_map(parameters, row_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A director or the privacy officer has looked at an opening.
///
/// # Errors
/// `not_permitted` for other roles and for one's own opening.
pub(super) fn seen(tx: &mut Tx<'_, '_>, key: GlassKey) -> Result<Done> {
    let roles = &tx.actor.roles;
    if !roles.iter().any(|role| matches!(role, Role::Director | Role::PrivacyOfficer)) {
        return Err(Refusal::not_permitted());
    }
    let (staff, client): (StaffId, ClientId) = {
        let mut statement = tx.sql().prepare_cached("select staff, client from break_glass where id = :id")?;
        let found =
            statement.query_row(named_params! { ":id": key.id }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        found.ok_or_else(|| Refusal::not_found("opening"))?
    };
    tx.revise(Table::BreakGlass, key.id, key.rev)?;
    if staff == tx.actor.staff {
        return Err(ClientRefusal::OwnGlass.into());
    }
    tx.write(
        "update break_glass
         set seen_by = :by_staff, seen_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": key.id },
    )?;
    tx.wrote(Table::BreakGlass, key.id, Some(client.uuid()))?;
    tx.touch(Tag::Client);
    Ok(Done {})
}

/// Until when the glass is broken for this person.
pub(super) fn until(sql: &Connection, me: StaffId, client: ClientId, now: Moment) -> Result<Option<Moment>> {
    let mut statement = sql.prepare_cached(
        "select until
         from break_glass
         where staff = :me and client = :client and until > :now
         order by until desc
         limit 1",
    )?;
    let parameters = named_params! { ":me": me, ":client": client, ":now": now };
    Ok(statement.query_row(parameters, |row| row.get(0)).optional()?)
}

fn numbered(sql: &Connection, number: i64) -> Result<Option<ClientId>> {
    let mut statement = sql.prepare_cached("select id from client where number = :number and voided_at is null")?;
    Ok(statement.query_row(named_params! { ":number": number }, |row| row.get(0)).optional()?)
}

fn insert(tx: &Tx<'_, '_>, id: GlassId, client: ClientId, reason: &str, until: Moment) -> Result<()> {
    tx.write(
        "insert into break_glass (id, client, staff, reason, until, rev, at, device, by_staff)
         values (:id, :client, :by_staff, :reason, :until, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":client": client, ":reason": reason, ":until": until },
    )
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<GlassRow> {
    let until: Moment = row.get("until")?;
    Ok(GlassRow {
        id: row.get("id")?,
        rev: row.get("rev")?,
        client: number_words(row.get("number")?),
        who: row.get("who")?,
        own: row.get("own")?,
        at: until.plus_minutes(-MINUTES),
        until,
        reason: row.get("reason")?,
        seen_by: row.get("seen_by")?,
        seen_at: row.get("seen_at")?,
    })
}
