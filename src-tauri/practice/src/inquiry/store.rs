//! SQL of inquiries and their steps.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};

use super::ipc::InquiryFields;
use super::{Asks, InquiryId, InquiryState, InquiryStepId};
use crate::client::ClientId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Result, RowId as _};

/// An inquiry, as stored.
#[derive(Clone, Debug)]
pub(super) struct Inquiry {
    pub id: InquiryId,
    pub client: ClientId,
    pub state: InquiryState,
    pub state_on: NaiveDate,
    pub asked_on: NaiveDate,
    pub fields: InquiryFields,
    pub reason: String,
    pub voided: bool,
    pub rev: i64,
}

/// A step that stands.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub id: InquiryStepId,
    pub from: InquiryState,
    pub reason: String,
    pub on: NaiveDate,
    pub rev: i64,
}

pub(super) fn fields_of(row: &Row<'_>) -> rusqlite::Result<InquiryFields> {
    Ok(InquiryFields {
        caller: row.get("caller")?,
        caller_is: row.get("caller_is")?,
        call_back: row.get("call_back")?,
        message_is_safe: row.get("message_is_safe")?,
        urgency: row.get("urgency")?,
        coverage: row.get("coverage")?,
        about: row.get("about")?,
        follow_up_on: row.get("follow_up_on")?,
    })
}

pub(super) fn inquiry(sql: &Connection, id: InquiryId) -> Result<Option<Inquiry>> {
    let mut statement = sql.prepare_cached(
        "select id, client, state, state_on, asked_on, caller, caller_is, call_back, message_is_safe, urgency, coverage,
                about, follow_up_on, reason, rev
         from inquiry
         where id = :id and voided_at is null",
    )?;
    let row_of = |row: &Row<'_>| {
        Ok(Inquiry {
            id: row.get("id")?,
            client: row.get("client")?,
            state: row.get("state")?,
            state_on: row.get("state_on")?,
            asked_on: row.get("asked_on")?,
            fields: fields_of(row)?,
            reason: row.get("reason")?,
            voided: false,
            rev: row.get("rev")?,
        })
    };
    Ok(statement.query_row(named_params! { ":id": id }, row_of).optional()?)
}

/// Whether the client has an inquiry that somebody owes a step.
pub(super) fn open_of(sql: &Connection, client: ClientId) -> Result<bool> {
    let mut statement = sql.prepare_cached(include_str!("sql/open_of.sql"))?;
    Ok(statement.query_row(named_params! { ":client": client }, |row| row.get(0))?)
}

/// Whether the client has an open episode.
pub(super) fn in_treatment(sql: &Connection, client: ClientId) -> Result<bool> {
    let mut statement = sql.prepare_cached(
        "select exists (
           select 1
           from episode
           where client = :client and discharged_on is null and voided_at is null
         )",
    )?;
    Ok(statement.query_row(named_params! { ":client": client }, |row| row.get(0))?)
}

/// What a step asks for; `None` when it may not follow.
pub(super) fn asks(sql: &Connection, from: InquiryState, to: InquiryState) -> Result<Option<Asks>> {
    let mut statement =
        sql.prepare_cached("select asks from inquiry_next where from_state = :from and to_state = :to")?;
    Ok(statement.query_row(named_params! { ":from": from, ":to": to }, |row| row.get(0)).optional()?)
}

/// The last step that was not taken back.
pub(super) fn last_step(sql: &Connection, inquiry: InquiryId) -> Result<Option<Step>> {
    let mut statement = sql.prepare_cached(
        "select id, from_state, reason, taken_on, rev
         from inquiry_step
         where inquiry = :inquiry and voided_at is null
         order by number desc
         limit 1",
    )?;
    let row_of = |row: &Row<'_>| {
        Ok(Step {
            id: row.get("id")?,
            from: row.get("from_state")?,
            reason: row.get("reason")?,
            on: row.get("taken_on")?,
            rev: row.get("rev")?,
        })
    };
    Ok(statement.query_row(named_params! { ":inquiry": inquiry }, row_of).optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, inquiry: &Inquiry) -> Result<()> {
    put(
        tx,
        inquiry,
        "insert into inquiry
           (id, client, state, state_on, asked_on, caller, caller_is, call_back, message_is_safe, urgency, coverage, about,
            follow_up_on, rev, at, device, by_staff)
         values
           (:id, :client, :state, :state_on, :asked_on, :caller, :caller_is, :call_back, :message_is_safe, :urgency,
            :coverage, :about, :follow_up_on, 1, :at, :device, :by_staff)",
        named_params! { ":client": inquiry.client, ":asked_on": inquiry.asked_on },
    )
}

/// Writes the inquiry as its next revision.
pub(super) fn update(tx: &Tx<'_, '_>, inquiry: &Inquiry) -> Result<()> {
    put(
        tx,
        inquiry,
        "update inquiry
         set state = :state, state_on = :state_on, caller = :caller, caller_is = :caller_is, call_back = :call_back,
             message_is_safe = :message_is_safe, urgency = :urgency, coverage = :coverage, about = :about,
             follow_up_on = :follow_up_on, reason = :reason, voided_at = :voided_at, rev = rev + 1, at = :at,
             device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":rev": inquiry.rev,
            ":reason": inquiry.reason,
            ":voided_at": inquiry.voided.then(|| tx.now()),
        },
    )
}

/// Runs a statement with what both a new row and its next revision say, and what it names besides.
fn put(tx: &Tx<'_, '_>, inquiry: &Inquiry, sql: &str, own: &[(&str, &dyn ToSql)]) -> Result<()> {
    let shared = named_params! {
        ":id": inquiry.id,
        ":state": inquiry.state,
        ":state_on": inquiry.state_on,
        ":caller": inquiry.fields.caller,
        ":caller_is": inquiry.fields.caller_is,
        ":call_back": inquiry.fields.call_back,
        ":message_is_safe": inquiry.fields.message_is_safe,
        ":urgency": inquiry.fields.urgency,
        ":coverage": inquiry.fields.coverage,
        ":about": inquiry.fields.about,
        ":follow_up_on": inquiry.fields.follow_up_on,
    };
    tx.write(sql, &[shared, own].concat())
}

/// Notes a step with its audit entry.
pub(super) fn insert_step(
    tx: &mut Tx<'_, '_>,
    inquiry: InquiryId,
    client: ClientId,
    (from, to): (InquiryState, InquiryState),
    reason: &str,
) -> Result<()> {
    let id: InquiryStepId = tx.id();
    tx.write(
        "insert into inquiry_step
           (id, inquiry, number, from_state, to_state, reason, taken_on, rev, at, device, by_staff)
         values
           (:id, :inquiry, (select count(*) + 1 from inquiry_step where inquiry = :inquiry), :from, :to, :reason, :on, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": id,
            ":inquiry": inquiry,
            ":from": from,
            ":to": to,
            ":reason": reason,
            ":on": tx.today(),
        },
    )?;
    tx.wrote(Table::InquiryStep, id, Some(client.uuid()))
}

pub(super) fn void_step(tx: &mut Tx<'_, '_>, step: &Step, client: ClientId) -> Result<()> {
    tx.revise(Table::InquiryStep, step.id, step.rev)?;
    tx.write(
        "update inquiry_step
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": step.id },
    )?;
    tx.wrote(Table::InquiryStep, step.id, Some(client.uuid()))
}
