//! Reading the chain, the newest entry first, a page at a time.

use rusqlite::{Row, named_params};

use super::ipc::{AuditList, AuditPage, AuditPlace, AuditRow};
use super::words::words;
use crate::kernel::actor::StaffId;
use crate::kernel::history::Table;
use crate::kernel::{Info, Moment, Reach, Result, RowId, Verb, View};

/// The most entries of one page.
const MOST: i64 = 200;

/// A page of the chain: everybody's for those whose role reads it, one's own otherwise.
pub(super) fn list(view: &View<'_>, request: AuditList) -> Result<AuditPage> {
    let limit = request.limit.clamp(1, MOST);
    let before = request.before.unwrap_or(AuditPlace { at: Moment(i64::MAX), seq: i64::MAX });
    let everybody = view.actor.permit(Info::Audit, Verb::Read)?.reach == Reach::Everyone;
    let mut rows = if everybody { everybodys(view, &before, limit + 1)? } else { own(view, &before, limit + 1)? };
    let more = rows.len() > usize::try_from(limit).unwrap_or(0);
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next = rows.last().filter(|_| more).map(|row| AuditPlace { at: row.at, seq: row.seq });
    Ok(AuditPage { rows, next })
}

fn everybodys(view: &View<'_>, before: &AuditPlace, limit: i64) -> Result<Vec<AuditRow>> {
    let mut statement = view.sql.prepare_cached(
        "select audit.seq, audit.at, audit.actor, audit.role, audit.action, audit.object_table,
                audit.revision, audit.detail, staff.given_name || ' ' || staff.family_name as who
         from audit
         left join staff on staff.id = audit.actor
         where (audit.at, audit.seq) < (:at, :seq)
         order by audit.at desc, audit.seq desc
         limit :limit",
    )?;
    let rows =
        statement.query_map(named_params! { ":at": before.at, ":seq": before.seq, ":limit": limit }, row_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn own(view: &View<'_>, before: &AuditPlace, limit: i64) -> Result<Vec<AuditRow>> {
    let mut statement = view.sql.prepare_cached(
        "select audit.seq, audit.at, audit.actor, audit.role, audit.action, audit.object_table,
                audit.revision, audit.detail, staff.given_name || ' ' || staff.family_name as who
         from audit
         left join staff on staff.id = audit.actor
         where audit.actor = :me and (audit.at, audit.seq) < (:at, :seq)
         order by audit.at desc, audit.seq desc
         limit :limit",
    )?;
    let parameters = named_params! { ":me": view.actor.staff, ":at": before.at, ":seq": before.seq, ":limit": limit };
    let rows = statement.query_map(parameters, row_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A table as a screen says it. Tables of the vault itself keep their names.
fn noun(table: &str) -> String {
    let known = Table::ALL.iter().find(|known| known.name() == table);
    known.map_or(table, |known| known.noun()).to_owned()
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<AuditRow> {
    let action: String = row.get("action")?;
    let detail: String = row.get("detail")?;
    let label = match action.as_str() {
        "denied" => format!("Was refused: {}", words(&detail).to_lowercase()),
        _ => words(&action),
    };
    let actor: Option<Vec<u8>> = row.get("actor")?;
    let who = actor.and_then(|bytes| uuid::Uuid::from_slice(&bytes).ok()).map(StaffId::of);
    Ok(AuditRow {
        seq: row.get("seq")?,
        at: Moment(row.get("at")?),
        who_id: who,
        who: row.get::<_, Option<String>>("who")?.unwrap_or_else(|| "Evenkeel".into()),
        role: row.get("role")?,
        action,
        label,
        object: row.get::<_, Option<String>>("object_table")?.map(|table| noun(&table)),
        revision: row.get("revision")?,
    })
}
