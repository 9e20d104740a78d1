//! SQL of closures.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{Closure, ClosureId};
use crate::kernel::Result;
use crate::kernel::door::Tx;

fn closure_of(row: &Row<'_>) -> rusqlite::Result<Closure> {
    Ok(Closure {
        id: row.get("id")?,
        on_date: row.get("on_date")?,
        name: row.get("name")?,
        source: row.get("source")?,
    })
}

pub(super) fn closure(sql: &Connection, id: ClosureId) -> Result<Option<Closure>> {
    let mut statement = sql.prepare_cached(
        "select id, on_date, name, source
         from closure
         where id = :id and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, closure_of).optional()?)
}

pub(super) fn on(sql: &Connection, on: NaiveDate) -> Result<Option<Closure>> {
    let mut statement = sql.prepare_cached(
        "select id, on_date, name, source
         from closure
         where on_date = :on and voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":on": on }, closure_of).optional()?)
}

pub(super) fn between(sql: &Connection, from: NaiveDate, until: NaiveDate) -> Result<Vec<Closure>> {
    let mut statement = sql.prepare_cached(
        "select id, on_date, name, source
         from closure
         where on_date >= :from and on_date < :until and voided_at is null
         order by on_date",
    )?;
    let rows = statement.query_map(named_params! { ":from": from, ":until": until }, closure_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, closure: &Closure) -> Result<()> {
    tx.write(
        "insert into closure (id, on_date, name, source, rev, at, device, by_staff)
         values (:id, :on_date, :name, :source, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": closure.id,
            ":on_date": closure.on_date,
            ":name": closure.name,
            ":source": closure.source,
        },
    )
}

pub(super) fn void(tx: &Tx<'_, '_>, id: ClosureId) -> Result<()> {
    tx.write(
        "update closure
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}
