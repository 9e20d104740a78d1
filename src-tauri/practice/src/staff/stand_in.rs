//! Stand-ins: who answers a supervisor's queue on the days the supervisor is away.
//!
//! What must hold: a stand-in is somebody who may sign alone, for a stretch of days with a reason; the permission begins
//! and ends with the dates by itself. A director names one for anybody, a supervisor for themselves.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::StaffRefusal;
use super::{StandInId, store};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Actor, Check, Info, Refusal, Result, Role, Tag, Verb, View};

/// The longest stretch, in days.
const LONGEST_DAYS: u64 = 92;
/// Days after its end for which an entry stays in the list.
const SHOWN_DAYS: u64 = 30;

/// The request of `staff.stand_in_name`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NameStandIn {
    /// Who is away.
    pub supervisor: StaffId,
    /// Who answers instead.
    pub staff: StaffId,
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    pub reason: String,
}

/// The request of `staff.stand_in_end`: from now on, or before it began.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndStandIn {
    pub id: StandInId,
    pub rev: i64,
}

/// A stand-in as the list shows it.
#[derive(Debug, Serialize, TS)]
pub struct StandInLine {
    pub id: StandInId,
    pub supervisor: StaffId,
    pub supervisor_name: String,
    pub staff: StaffId,
    pub staff_name: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub reason: String,
    /// Today is one of its days.
    pub now: bool,
    pub may_end: bool,
    pub rev: i64,
}

/// The stand-ins of today, of the coming days, and of the last 30.
#[derive(Debug, Serialize, TS)]
pub struct StandInList {
    pub rows: Vec<StandInLine>,
    /// Whom the person may name a stand-in for.
    pub may_name_for: Vec<StaffId>,
}

/// Whether this person stands in for that supervisor on a day.
pub fn stands_in(sql: &Connection, supervisor: StaffId, staff: StaffId, on: NaiveDate) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from stand_in
           where supervisor = :supervisor and staff = :staff and voided_at is null
             and :on between starts_on and ends_on
         )",
    )?;
    let parameters = named_params! { ":supervisor": supervisor, ":staff": staff, ":on": on };
    Ok(statement.query_row(parameters, |row| row.get(0))?)
}

fn may_name(actor: &Actor, supervisor: StaffId) -> bool {
    actor.may(Info::Staff, Verb::Write) || actor.staff == supervisor
}

/// Who stands in for whom.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<StandInList> {
    let mut statement = view.sql.prepare_cached(
        "select stand_in.id, stand_in.supervisor, stand_in.staff, stand_in.starts_on, stand_in.ends_on,
                stand_in.reason, stand_in.rev,
                away.given_name || ' ' || away.family_name as supervisor_name,
                other.given_name || ' ' || other.family_name as staff_name
         from stand_in
         join staff away on away.id = stand_in.supervisor
         join staff other on other.id = stand_in.staff
         where stand_in.voided_at is null and stand_in.ends_on >= :since
         order by stand_in.starts_on desc, stand_in.id
         limit 100",
    )?;
    let today = view.today();
    let since = today.checked_sub_days(Days::new(SHOWN_DAYS)).unwrap_or(today);
    let rows = statement.query_map(named_params! { ":since": since }, |row| line_of(row, view))?;
    let rows: Vec<StandInLine> = rows.collect::<rusqlite::Result<_>>()?;
    let may_name_for = supervisors(view.sql)?.into_iter().filter(|id| may_name(view.actor, *id)).collect();
    Ok(StandInList { rows, may_name_for })
}

fn line_of(row: &Row<'_>, view: &View<'_>) -> rusqlite::Result<StandInLine> {
    let (supervisor, starts_on, ends_on): (StaffId, NaiveDate, NaiveDate) =
        (row.get("supervisor")?, row.get("starts_on")?, row.get("ends_on")?);
    Ok(StandInLine {
        id: row.get("id")?,
        supervisor,
        supervisor_name: row.get("supervisor_name")?,
        staff: row.get("staff")?,
        staff_name: row.get("staff_name")?,
        starts_on,
        ends_on,
        reason: row.get("reason")?,
        now: (starts_on..=ends_on).contains(&view.today()),
        may_end: ends_on >= view.today() && may_name(view.actor, supervisor),
        rev: row.get("rev")?,
    })
}

/// Everybody who supervises somebody active.
fn supervisors(sql: &Connection) -> Result<Vec<StaffId>> {
    let mut statement =
        sql.prepare_cached("select distinct supervisor from staff where supervisor is not null and active = 1")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Names who answers a supervisor's queue for some days.
///
/// # Errors
/// `not_permitted`, `staff.stand_in_not_eligible`, `staff.supervises_nobody`.
pub(super) fn name(tx: &mut Tx<'_, '_>, request: NameStandIn) -> Result<Done> {
    if !may_name(tx.actor, request.supervisor) {
        return Err(Refusal::not_permitted());
    }
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.ensure(request.ends_on >= request.starts_on, "ends_on", "This is before the first day.");
    check.ensure(request.ends_on >= tx.today(), "ends_on", "This day is past. Choose the last day of the absence.");
    let last = request.starts_on.checked_add_days(Days::new(LONGEST_DAYS));
    let fits = last.is_some_and(|last| request.ends_on <= last);
    check.ensure(fits, "ends_on", "A stand-in is named for up to three months. Give a permanent one by supervision.");
    check.done()?;
    if !supervisors(tx.sql())?.contains(&request.supervisor) {
        return Err(StaffRefusal::SupervisesNobody.into());
    }
    ensure_eligible(tx, &request)?;
    let id: StandInId = tx.id();
    insert(tx, id, &request, &reason)?;
    tx.wrote(Table::StandIn, id, None)?;
    tx.touch(Tag::Staff);
    Ok(Done {})
}

/// Somebody else, active, who signs notes and needs no cosignature: a director, or a counselor with a license of their own.
fn ensure_eligible(tx: &Tx<'_, '_>, request: &NameStandIn) -> Result<()> {
    let member = store::member(tx.sql(), request.staff)?.ok_or_else(|| Refusal::not_found("person"))?;
    let roles = super::queries::actor(tx.sql(), request.staff)?;
    let holds = |ends: Option<NaiveDate>| ends.is_none_or(|ends| ends >= tx.today());
    let alone = store::credentials(tx.sql(), request.staff)?
        .iter()
        .any(|credential| !credential.needs_cosign && holds(credential.expires_on));
    let signs = roles.roles.contains(&Role::Director) || (roles.roles.contains(&Role::Counselor) && alone);
    let eligible = member.active && signs && request.staff != request.supervisor;
    if eligible { Ok(()) } else { Err(StaffRefusal::StandInNotEligible.into()) }
}

/// Ends a stand-in from now on.
pub(super) fn end(tx: &mut Tx<'_, '_>, request: EndStandIn) -> Result<Done> {
    let supervisor = supervisor_of(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("stand-in"))?;
    if !may_name(tx.actor, supervisor) {
        return Err(Refusal::not_permitted());
    }
    tx.revise(Table::StandIn, request.id, request.rev)?;
    tx.write(
        "update stand_in
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": request.id },
    )?;
    tx.wrote(Table::StandIn, request.id, None)?;
    tx.touch(Tag::Staff);
    Ok(Done {})
}

fn supervisor_of(sql: &Connection, id: StandInId) -> Result<Option<StaffId>> {
    let mut statement = sql.prepare_cached("select supervisor from stand_in where id = :id and voided_at is null")?;
    Ok(statement.query_row(named_params! { ":id": id }, |row| row.get(0)).optional()?)
}

fn insert(tx: &Tx<'_, '_>, id: StandInId, request: &NameStandIn, reason: &str) -> Result<()> {
    tx.write(
        "insert into stand_in (id, supervisor, staff, starts_on, ends_on, reason, rev, at, device, by_staff)
         values (:id, :supervisor, :staff, :starts_on, :ends_on, :reason, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":supervisor": request.supervisor,
            ":staff": request.staff,
            ":starts_on": request.starts_on,
            ":ends_on": request.ends_on,
            ":reason": reason,
        },
    )
}
