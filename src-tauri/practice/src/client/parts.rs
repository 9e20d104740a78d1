//! Parts of a chart that are lists of rows: contacts, emergency contacts, insurance, licenses, work, medications, diagnoses.
//!
//! They are alike: a row belongs to one client, is added, changed, taken back and put back, and keeps its history. Each
//! names its columns once, in [`part!`]; fields of the form, row of the chart and statements follow from that one list.
//! What may be typed into a part stands in [`super::part_checks`].

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::ClientRefusal;
use super::{ClientId, ContactKind, LicenseStatus, PartId, Remission, WorkPattern, part_checks, reach};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Check, Info, Reach, Refusal, Result, RowId, Tag, Verb};

/// What every part has.
pub(super) trait Part: Sized {
    /// The row as a chart shows it.
    type Row;
    /// Its table.
    const TABLE: Table;
    /// Who may change it.
    const CELL: (Info, Verb);
    const INSERT: &'static str;
    const UPDATE: &'static str;
    const VOID: &'static str;
    const RESTORE: &'static str;
    const OWNER: &'static str;
    const OF_CLIENT: &'static str;

    /// The fields without outer white space, with every fault of them; `at` goes before the names of the fields.
    fn checked_at(self, check: &mut Check, at: &str) -> Self;
    /// Checks what is one of a vocabulary of the practice. `of` is the row that is changed; what it says may stay.
    fn in_vocabulary(&self, _: &Connection, _: &mut Check, _of: Option<PartId>) -> Result<()> {
        Ok(())
    }
    /// The columns with their values.
    fn columns(&self) -> Vec<(&'static str, &dyn ToSql)>;
    /// A row of [`Self::OF_CLIENT`].
    fn row(row: &Row<'_>) -> rusqlite::Result<Self::Row>;
}

/// Declares a part: the row, the fields of its form, its table, who changes it, and its columns.
macro_rules! part {
    ($(#[$doc:meta])* $row:ident, $fields:ident, $name:literal, $cell:expr, order by $order:literal $(, words of $words:path)? {
        $($(#[$about:meta])* $column:ident: $kind:ty),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, TS)]
        pub struct $row {
            pub id: PartId,
            pub rev: i64,
            $($(#[$about])* pub $column: $kind),+
        }

        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize, TS)]
        #[serde(deny_unknown_fields)]
        pub struct $fields { $($(#[$about])* pub $column: $kind),+ }

        impl Part for $fields {
            type Row = $row;
            const TABLE: Table = Table::$row;
            const CELL: (Info, Verb) = $cell;
            const INSERT: &'static str = concat!(
                "insert into ", $name, " (id, client", $(", ", stringify!($column)),+, ", rev, at, device, by_staff)
                 values (:id, :client", $(", :", stringify!($column)),+, ", 1, :at, :device, :by_staff)"
            );
            const UPDATE: &'static str = concat!(
                "update ", $name, "
                 set ", $(stringify!($column), " = :", stringify!($column), ", "),+,
                "rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
                 where id = :id"
            );
            const VOID: &'static str = concat!(
                "update ", $name, "
                 set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
                 where id = :id"
            );
            const RESTORE: &'static str = concat!(
                "update ", $name, "
                 set voided_at = null, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
                 where id = :id"
            );
            const OWNER: &'static str = concat!("select client, voided_at is not null from ", $name, " where id = :id");
            const OF_CLIENT: &'static str = concat!(
                "select id, rev", $(", ", stringify!($column)),+, "
                 from ", $name, "
                 where client = :client and voided_at is null
                 order by ", $order
            );

            fn checked_at(self, check: &mut Check, at: &str) -> Self {
                self.checked(check, at)
            }

            $(fn in_vocabulary(&self, sql: &Connection, check: &mut Check, of: Option<PartId>) -> Result<()> {
                $words(self, sql, check, of)
            })?

            fn columns(&self) -> Vec<(&'static str, &dyn ToSql)> {
                vec![$((concat!(":", stringify!($column)), &self.$column as &dyn ToSql)),+]
            }

            fn row(row: &Row<'_>) -> rusqlite::Result<$row> {
                Ok($row {
                    id: row.get("id")?,
                    rev: row.get("rev")?,
                    $($column: row.get(stringify!($column))?),+
                })
            }
        }
    };
}

part! {
    /// A way to reach the client, with what is safe there.
    Contact, ContactFields, "contact", (Info::Identity, Verb::Write), order by "preferred desc, id" {
        kind: ContactKind,
        value: String,
        call_is_safe: bool,
        message_is_safe: bool,
        preferred: bool,
    }
}

part! {
    /// Whom to call when something happens, and whether they know why the client is here.
    EmergencyContact, EmergencyContactFields, "emergency_contact", (Info::Identity, Verb::Write), order by "id" {
        name: String,
        relationship: String,
        phone: String,
        knows_of_treatment: bool,
    }
}

part! {
    /// An insurance. One that is paid in full by the client tells the payer nothing (42 CFR 2.26).
    Insurance, InsuranceFields, "insurance", (Info::Billing, Verb::Write), order by "position, id" {
        /// 1 is billed first.
        position: i64,
        payer: String,
        member_number: String,
        group_number: String,
        subscriber: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        starts_on: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        ends_on: Option<NaiveDate>,
        paid_in_full: bool,
    }
}

part! {
    /// A license of the client: what is at stake.
    License, LicenseFields, "license", (Info::Identity, Verb::Write), order by "id" {
        /// "RN".
        label: String,
        state: String,
        number: String,
        status: LicenseStatus,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        expires_on: Option<NaiveDate>,
        board: String,
        monitoring_program: String,
    }
}

part! {
    /// Where and when the client works.
    Work, WorkFields, "work", (Info::Identity, Verb::Write), order by "ends_on is not null, starts_on desc, id" {
        employer: String,
        unit: String,
        position: String,
        pattern: WorkPattern,
        /// The pattern in words: "7 PM to 7 AM, three on, four off".
        pattern_words: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        starts_on: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        ends_on: Option<NaiveDate>,
    }
}

part! {
    /// A medication; what it shows as decides how a drug test is read.
    Medication, MedicationFields, "medication", (Info::Notes, Verb::Write),
    order by "stopped_on is not null, started_on desc, id", words of part_checks::substances {
        name: String,
        dose: String,
        frequency: String,
        prescriber: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        started_on: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        stopped_on: Option<NaiveDate>,
        /// Keys of the analytes it should show in a drug test, comma separated.
        shows_as: String,
    }
}

part! {
    /// A diagnosis by ICD-10-CM code; the words are kept as they stood.
    Diagnosis, DiagnosisFields, "diagnosis", (Info::Notes, Verb::Write),
    order by "resolved_on is not null, position, id" {
        code: String,
        words: String,
        /// 1 is the principal diagnosis.
        position: i64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        diagnosed_on: Option<NaiveDate>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        resolved_on: Option<NaiveDate>,
        /// What the code does not say: "with physical dependence".
        #[serde(default)]
        #[ts(optional, as = "Option<String>")]
        specifier: String,
        #[serde(default)]
        #[ts(optional, as = "Option<Remission>")]
        remission: Remission,
        /// Remission where the substance was out of reach.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        controlled_environment: bool,
    }
}

/// The request that adds a row to a part.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddPart<F> {
    pub client: ClientId,
    pub fields: F,
}

/// The request that changes a row of a part.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePart<F> {
    pub id: PartId,
    pub rev: i64,
    pub fields: F,
}

/// Which row of a part, as it was seen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartKey {
    pub id: PartId,
    pub rev: i64,
}

/// The row as it stands after the change; what an undo needs.
#[derive(Debug, Serialize, TS)]
pub struct PartStands {
    pub id: PartId,
    pub rev: i64,
}

/// Adds a row.
pub(super) fn add<F: Part>(tx: &mut Tx<'_, '_>, request: AddPart<F>) -> Result<PartStands> {
    ensure::<F>(tx, request.client)?;
    let mut check = Check::new();
    let fields = request.fields.checked_at(&mut check, "");
    fields.in_vocabulary(tx.sql(), &mut check, None)?;
    check.done()?;
    let id = insert(tx, request.client, &fields)?;
    tx.touch(Tag::Client);
    Ok(PartStands { id, rev: 1 })
}

/// Changes a row.
pub(super) fn change<F: Part>(tx: &mut Tx<'_, '_>, request: ChangePart<F>) -> Result<PartStands> {
    let client = standing::<F>(tx, request.id)?;
    let mut check = Check::new();
    let fields = request.fields.checked_at(&mut check, "");
    fields.in_vocabulary(tx.sql(), &mut check, Some(request.id))?;
    check.done()?;
    tx.revise(F::TABLE, request.id, request.rev)?;
    let mut columns = fields.columns();
    columns.push((":id", &request.id));
    tx.write(F::UPDATE, &columns)?;
    stands(tx, F::TABLE, client, PartKey { id: request.id, rev: request.rev })
}

/// Takes a row back.
pub(super) fn void<F: Part>(tx: &mut Tx<'_, '_>, key: PartKey) -> Result<PartStands> {
    let client = standing::<F>(tx, key.id)?;
    tx.revise(F::TABLE, key.id, key.rev)?;
    mark(tx, F::VOID, key.id)?;
    stands(tx, F::TABLE, client, key)
}

/// Puts a row back that was taken back: the undo of [`void`].
pub(super) fn restore<F: Part>(tx: &mut Tx<'_, '_>, key: PartKey) -> Result<PartStands> {
    let (client, voided) = owner::<F>(tx, key.id)?;
    tx.revise(F::TABLE, key.id, key.rev)?;
    if !voided {
        return Err(ClientRefusal::Stands.into());
    }
    mark(tx, F::RESTORE, key.id)?;
    stands(tx, F::TABLE, client, key)
}

/// Writes a row whose fields were checked.
pub(super) fn insert<F: Part>(tx: &mut Tx<'_, '_>, client: ClientId, fields: &F) -> Result<PartId> {
    let id: PartId = tx.id();
    let mut columns = fields.columns();
    columns.extend([(":id", &id as &dyn ToSql), (":client", &client)]);
    tx.write(F::INSERT, &columns)?;
    tx.wrote(F::TABLE, id, Some(client.uuid()))?;
    Ok(id)
}

/// The rows of a client's part that stand.
pub(super) fn of_client<F: Part>(sql: &Connection, client: ClientId) -> Result<Vec<F::Row>> {
    let mut statement = sql.prepare_cached(F::OF_CLIENT)?;
    let rows = statement.query_map(named_params! { ":client": client }, F::row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Lets through who may change this part of this client's chart. To facilitate a group is not enough for what is
/// clinical: a facilitator writes notes of the own groups and nothing else.
fn ensure<F: Part>(tx: &mut Tx<'_, '_>, client: ClientId) -> Result<()> {
    let (info, verb) = F::CELL;
    let view = tx.view();
    let relation = reach::relation(view.sql, view.actor.staff, client, view.now, view.today())?
        .ok_or_else(|| Refusal::not_found("client"))?;
    let permits = tx.actor.permits(info, verb);
    let mut whole = permits.iter().filter(|permit| permit.reach != Reach::Own).peekable();
    if whole.peek().is_none() {
        return Err(Refusal::not_permitted());
    }
    let permit = whole
        .filter(|permit| relation.carries(permit.reach, verb))
        .max_by_key(|permit| permit.reach)
        .ok_or_else(|| Refusal::not_found("client"))?;
    tx.role = Some(permit.role);
    Ok(())
}

fn standing<F: Part>(tx: &mut Tx<'_, '_>, id: PartId) -> Result<ClientId> {
    match owner::<F>(tx, id)? {
        (_, true) => Err(ClientRefusal::TakenBack.into()),
        (client, false) => Ok(client),
    }
}

fn owner<F: Part>(tx: &mut Tx<'_, '_>, id: PartId) -> Result<(ClientId, bool)> {
    let found = {
        let mut statement = tx.sql().prepare_cached(F::OWNER)?;
        statement.query_row(named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?))).optional()?
    };
    let (client, voided) = found.ok_or_else(|| Refusal::not_found(F::TABLE.noun()))?;
    ensure::<F>(tx, client)?;
    Ok((client, voided))
}

fn mark(tx: &Tx<'_, '_>, statement: &'static str, id: PartId) -> Result<()> {
    tx.write(statement, named_params! { ":id": id })
}

fn stands(tx: &mut Tx<'_, '_>, table: Table, client: ClientId, key: PartKey) -> Result<PartStands> {
    tx.wrote(table, key.id, Some(client.uuid()))?;
    tx.touch(Tag::Client);
    Ok(PartStands { id: key.id, rev: key.rev + 1 })
}
