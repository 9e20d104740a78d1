//! The client's own signature under a version of the plan: on the screen in their hand, recorded as signed on paper, or
//! that they declined, and why.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ipc::PlanAnswer;
use super::rules::{self, PlanRefusal};
use super::store::Version;
use super::{PlanId, PlanSignatureId, SignedHow, ops, signed};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Refusal, Result, RowId as _, Verb};
use crate::signature::verify::legible;

/// A client's signature under a version.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClientSignature {
    pub id: PlanSignatureId,
    pub rev: i64,
    pub how: SignedHow,
    /// As the client typed it, or as it stands on the paper.
    pub name: String,
    /// The strokes of a field 600 wide and 200 high: "x,y x,y;x,y x,y". Empty when nothing was drawn.
    pub drawn: String,
    pub on: NaiveDate,
    /// Why the client declined.
    pub reason: String,
    /// Who recorded it, or handed the device over.
    pub by: String,
}

/// The request of `plan_signature.record`: what is on paper, or that the client declined.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordSignature {
    pub plan: PlanId,
    /// `paper` or `declined`; on the screen the client signs alone.
    pub how: SignedHow,
    pub name: String,
    /// The day on the paper; today when absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
    /// Why the client declined.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
}

/// The request of `plan_signature.void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThisSignature {
    pub id: PlanSignatureId,
    pub rev: i64,
}

/// What is written of a signature.
pub(super) struct Signed {
    pub how: SignedHow,
    pub name: String,
    pub drawn: String,
    pub on: NaiveDate,
    pub reason: String,
}

/// Records a signature on paper, or that the client declined.
pub(super) fn record(tx: &mut Tx<'_, '_>, request: RecordSignature) -> Result<PlanAnswer> {
    let version = ops::seen(tx, Verb::Write, request.plan)?;
    let on = request.on.unwrap_or_else(|| tx.today());
    let declined = request.how == SignedHow::Declined;
    let mut check = Check::new();
    check.ensure(
        request.how != SignedHow::Screen,
        "how",
        "Hand the device to the client for a signature on the screen.",
    );
    let name = if declined {
        check.optional("name", &request.name, 120)
    } else {
        check.required("name", &request.name, 120, "Type the name as it stands on the paper.")
    };
    let reason = if declined {
        check.required("reason", &request.reason, 400, "Say why, as the client said it.")
    } else {
        check.optional("reason", &request.reason, 400)
    };
    let in_order = (version.effective_on..=tx.today()).contains(&on);
    check.ensure(in_order, "on", "Choose a day from the plan's first day to today.");
    check.done()?;
    write(tx, &version, &Signed { how: request.how, name, drawn: String::new(), on, reason })?;
    ops::answer(tx, version.id)
}

/// Writes a signature under the version that holds.
///
/// # Errors
/// [`PlanRefusal::NotActive`], [`PlanRefusal::ClientSigned`].
pub(super) fn write(tx: &mut Tx<'_, '_>, version: &Version, signed: &Signed) -> Result<()> {
    rules::is_active(version.state)?;
    if of(tx.sql(), version.id)?.is_some() {
        return Err(PlanRefusal::ClientSigned.into());
    }
    let id: PlanSignatureId = tx.id();
    insert(tx, id, (version.id, version.client), signed)?;
    tx.wrote(Table::PlanSignature, id, Some(version.client.uuid()))?;
    let received = of(tx.sql(), version.id)?.ok_or_else(|| Refusal::internal("plan signature"))?;
    signed::attest(tx, version, &received)
}

/// Takes back what was recorded by mistake.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: ThisSignature) -> Result<PlanAnswer> {
    let unseen = || Refusal::not_found(Table::PlanSignature.noun());
    let found = {
        let mut statement =
            tx.sql().prepare_cached("select plan, voided_at is not null from plan_signature where id = :id")?;
        statement
            .query_row(named_params! { ":id": request.id }, |row| {
                Ok((row.get::<_, PlanId>(0)?, row.get::<_, bool>(1)?))
            })
            .optional()?
    };
    let (plan, gone) = found.ok_or_else(unseen)?;
    let version = ops::seen(tx, Verb::Write, plan).map_err(|_| unseen())?;
    tx.revise(Table::PlanSignature, request.id, request.rev)?;
    if gone {
        return Err(PlanRefusal::SignatureGone.into());
    }
    tx.write(
        "update plan_signature
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": request.id },
    )?;
    tx.wrote(Table::PlanSignature, request.id, Some(version.client.uuid()))?;
    ops::answer(tx, version.id)
}

/// The signature under a version.
pub(super) fn of(sql: &Connection, plan: PlanId) -> Result<Option<ClientSignature>> {
    let mut statement = sql.prepare_cached(
        "select signature.id, signature.rev, signature.how, signature.name, signature.drawn, signature.signed_on,
                signature.reason, staff.given_name || ' ' || staff.family_name as by_name
         from plan_signature as signature
         join staff on staff.id = signature.by_staff
         where signature.plan = :plan and signature.voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":plan": plan }, row_of).optional()?)
}

/// Every signature of a client that can be read, with its version, also those taken back.
pub(super) fn all(sql: &Connection, client: ClientId) -> Result<Vec<(PlanId, ClientSignature)>> {
    let mut statement = sql.prepare_cached(
        "select signature.id, signature.rev, signature.how, signature.name, signature.drawn, signature.signed_on,
                signature.reason, staff.given_name || ' ' || staff.family_name as by_name, signature.plan
         from plan_signature as signature
         join staff on staff.id = signature.by_staff
         where signature.client = :client",
    )?;
    let rows =
        statement.query_map(named_params! { ":client": client }, |row| Ok((row.get("plan")?, row_of(row)?)))?;
    legible(rows)
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<ClientSignature> {
    Ok(ClientSignature {
        id: row.get("id")?,
        rev: row.get("rev")?,
        how: row.get("how")?,
        name: row.get("name")?,
        drawn: row.get("drawn")?,
        on: row.get("signed_on")?,
        reason: row.get("reason")?,
        by: row.get("by_name")?,
    })
}

fn insert(tx: &Tx<'_, '_>, id: PlanSignatureId, (plan, client): (PlanId, ClientId), signed: &Signed) -> Result<()> {
    tx.write(
        "insert into plan_signature
           (id, plan, client, how, name, drawn, signed_on, reason, rev, at, device, by_staff)
         values (:id, :plan, :client, :how, :name, :drawn, :on, :reason, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":plan": plan,
            ":client": client,
            ":how": signed.how,
            ":name": signed.name,
            ":drawn": signed.drawn,
            ":on": signed.on,
            ":reason": signed.reason,
        },
    )
}

/// Whether strokes are what the field draws: points of a field 600 wide and 200 high.
pub(super) fn are_strokes(drawn: &str) -> bool {
    let point = |point: &str| {
        let Some((x, y)) = point.split_once(',') else { return false };
        let within = |text: &str, most: u16| text.parse::<u16>().is_ok_and(|at| at <= most);
        within(x, 600) && within(y, 200)
    };
    drawn.is_empty() || drawn.split(';').all(|stroke| stroke.split(' ').all(point))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_points_of_the_field_are_strokes() {
        for (drawn, expected) in [
            ("", true),
            ("0,0", true),
            ("10,20 30,40;600,200", true),
            ("601,0", false),
            ("0,201", false),
            ("-1,0", false),
            ("10 20", false),
            ("10,20;", false),
            ("<svg>", false),
        ] {
            assert_eq!(are_strokes(drawn), expected, "{drawn}");
        }
    }
}
