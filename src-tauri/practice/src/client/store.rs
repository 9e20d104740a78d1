//! SQL of the client's own row. Parts, care team and episodes keep theirs beside their rules.

use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};

use super::{Client, ClientFields, ClientId, folded};
use crate::kernel::door::Tx;
use crate::kernel::{Refusal, Result};

/// Takes the next human number of a sequence: `client`, `drug_test`, `receipt`.
pub fn next_number(tx: &Tx<'_, '_>, sequence: &str) -> Result<i64> {
    let mut statement = tx.sql().prepare_cached(
        "update sequence
         set next = next + 1
         where name = :name
         returning next - 1",
    )?;
    Ok(statement.query_row(named_params! { ":name": sequence }, |row| row.get(0))?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, client: &Client) -> Result<()> {
    put(tx, client, include_str!("sql/insert_client.sql"), named_params! { ":number": client.number })
}

/// Writes the fields as the next revision.
pub(super) fn update(tx: &Tx<'_, '_>, client: &Client) -> Result<()> {
    put(tx, client, include_str!("sql/update_client.sql"), &[])
}

/// Runs a statement with what both a new row and its next revision say, and what it names besides.
fn put(tx: &Tx<'_, '_>, client: &Client, sql: &str, own: &[(&str, &dyn ToSql)]) -> Result<()> {
    let fields = &client.fields;
    let shared = named_params! {
        ":id": client.id,
        ":family_name": fields.family_name,
        ":given_name": fields.given_name,
        ":preferred_name": fields.preferred_name,
        ":other_names": fields.other_names,
        ":folded": folded_of(client),
        ":pronouns": fields.pronouns,
        ":born_on": fields.born_on,
        ":sex": fields.sex,
        ":address": fields.address,
        ":city": fields.city,
        ":state": fields.state,
        ":zip": fields.zip,
        ":mail_is_safe": fields.mail_is_safe,
        ":allergies": fields.allergies,
        ":alerts": fields.alerts,
        ":profession": fields.profession,
        ":referral_source": fields.referral_source,
        ":referral_detail": fields.referral_detail,
    };
    tx.write(sql, &[shared, own].concat())
}

fn folded_of(client: &Client) -> String {
    let fields = &client.fields;
    folded(&fields.family_name, &fields.given_name, &fields.preferred_name, &fields.other_names, client.number)
}

/// The client's row.
///
/// # Errors
/// `not_found` when there is none or it was voided.
pub(super) fn client(sql: &Connection, id: ClientId) -> Result<Client> {
    let mut statement = sql.prepare_cached(include_str!("sql/client.sql"))?;
    let found = statement.query_row(named_params! { ":id": id }, client_of).optional()?;
    found.ok_or_else(|| Refusal::not_found("client"))
}

fn client_of(row: &Row<'_>) -> rusqlite::Result<Client> {
    Ok(Client {
        id: row.get("id")?,
        number: row.get("number")?,
        fields: ClientFields {
            family_name: row.get("family_name")?,
            given_name: row.get("given_name")?,
            preferred_name: row.get("preferred_name")?,
            other_names: row.get("other_names")?,
            pronouns: row.get("pronouns")?,
            born_on: row.get("born_on")?,
            sex: row.get("sex")?,
            address: row.get("address")?,
            city: row.get("city")?,
            state: row.get("state")?,
            zip: row.get("zip")?,
            mail_is_safe: row.get("mail_is_safe")?,
            allergies: row.get("allergies")?,
            alerts: row.get("alerts")?,
            profession: row.get("profession")?,
            referral_source: row.get("referral_source")?,
            referral_detail: row.get("referral_detail")?,
        },
        restricted: row.get("restricted")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn set_restricted(tx: &Tx<'_, '_>, id: ClientId, restricted: bool, reason: &str) -> Result<()> {
    tx.write(
        "update client
         set restricted = :restricted, restricted_reason = :reason,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":restricted": restricted, ":reason": reason },
    )
}

pub(super) fn void(tx: &Tx<'_, '_>, id: ClientId, reason: &str) -> Result<()> {
    tx.write(
        "update client
         set voided_at = :at, void_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}

/// Whether anything was recorded for the client that must not lose its chart.
pub(super) fn has_records(sql: &Connection, id: ClientId) -> Result<bool> {
    let mut statement = sql.prepare_cached(include_str!("sql/has_records.sql"))?;
    Ok(statement.query_row(named_params! { ":client": id }, |row| row.get(0))?)
}
