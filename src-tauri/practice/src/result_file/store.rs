//! SQL of mappings and of files that came in.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::ipc::ResultFileRow;
use super::mapping::Mapping;
use super::{ResultFileId, ResultMappingId};
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Refusal, Result};
use crate::panel::LaboratoryId;

/// The mapping of a laboratory, as stored.
pub(super) struct Kept {
    pub id: ResultMappingId,
    pub mapping: Mapping,
    pub rev: i64,
}

pub(super) fn mapping(sql: &Connection, laboratory: LaboratoryId) -> Result<Option<Kept>> {
    let mut statement =
        sql.prepare_cached("select id, mapping, rev from result_mapping where laboratory = :laboratory")?;
    let found = statement
        .query_row(named_params! { ":laboratory": laboratory }, |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })
        .optional()?;
    let Some((id, text, rev)) = found else { return Ok(None) };
    let mapping = serde_json::from_str(&text).map_err(|_| Refusal::internal("result mapping"))?;
    Ok(Some(Kept { id, mapping, rev }))
}

pub(super) fn put_mapping(
    tx: &Tx<'_, '_>,
    (id, rev): (ResultMappingId, i64),
    laboratory: LaboratoryId,
    mapping: &Mapping,
) -> Result<()> {
    let text = serde_json::to_string(mapping).map_err(|_| Refusal::internal("result mapping"))?;
    tx.write(
        "insert into result_mapping (id, laboratory, mapping, rev, at, device, by_staff)
         values (:id, :laboratory, :mapping, :rev, :at, :device, :by_staff)
         on conflict (id) do update set
           mapping = excluded.mapping, rev = excluded.rev, at = excluded.at, device = excluded.device,
           by_staff = excluded.by_staff",
        named_params! { ":id": id, ":laboratory": laboratory, ":mapping": text, ":rev": rev },
    )
}

/// When a file of this digest came in.
pub(super) fn taken_at(sql: &Connection, digest: &str) -> Result<Option<Moment>> {
    let mut statement = sql.prepare_cached("select at from result_file where digest = :digest")?;
    Ok(statement.query_row(named_params! { ":digest": digest }, |row| row.get(0)).optional()?)
}

/// A file with its counts.
pub(super) struct Taken<'a> {
    pub id: ResultFileId,
    pub laboratory: LaboratoryId,
    pub digest: &'a str,
    pub lines: i64,
    pub tests: i64,
    pub left_out: i64,
}

pub(super) fn insert_file(tx: &Tx<'_, '_>, taken: &Taken<'_>) -> Result<()> {
    tx.write(
        "insert into result_file (id, laboratory, digest, lines, tests, left_out, rev, at, device, by_staff)
         values (:id, :laboratory, :digest, :lines, :tests, :left_out, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": taken.id,
            ":laboratory": taken.laboratory,
            ":digest": taken.digest,
            ":lines": taken.lines,
            ":tests": taken.tests,
            ":left_out": taken.left_out,
        },
    )
}

/// The last files that came in.
pub(super) fn files(sql: &Connection) -> Result<Vec<ResultFileRow>> {
    let mut statement = sql.prepare_cached(
        "select result_file.id, laboratory.name as laboratory_name, result_file.digest, result_file.lines, result_file.tests,
                result_file.left_out, result_file.at, coalesce(staff.given_name || ' ' || staff.family_name, '') as by_name
         from result_file
         join laboratory on laboratory.id = result_file.laboratory
         left join staff on staff.id = result_file.by_staff
         order by result_file.at desc, result_file.id desc
         limit 50",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(ResultFileRow {
            id: row.get("id")?,
            laboratory: row.get("laboratory_name")?,
            digest: row.get("digest")?,
            lines: row.get("lines")?,
            tests: row.get("tests")?,
            left_out: row.get("left_out")?,
            at: row.get("at")?,
            by: row.get("by_name")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
