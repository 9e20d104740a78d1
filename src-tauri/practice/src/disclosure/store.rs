//! SQL of disclosures.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::owed::Answers;
use super::{DisclosureId, ToldHow};
use crate::agreement::AgreementId;
use crate::client::ClientId;
use crate::consent::ConsentId;
use crate::exit::ExitId;
use crate::follow_up::FollowUpId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::{Moment, Result, RowId as _, Tag};

/// A disclosure, as stored.
#[derive(Clone, Debug)]
pub(super) struct Disclosure {
    pub id: DisclosureId,
    pub client: ClientId,
    pub consent: ConsentId,
    pub answers: Option<Answers>,
    /// The agreement of a notice, or of a report.
    pub agreement: Option<AgreementId>,
    pub recipient: String,
    pub purpose: String,
    pub told: String,
    /// How and when; none for a document that was made and not sent.
    pub sent: Option<(ToldHow, Moment)>,
    pub exit: ExitId,
    pub void_reason: Option<String>,
    pub rev: i64,
}

fn answers_of(row: &Row<'_>) -> rusqlite::Result<Option<Answers>> {
    let notice: Option<FollowUpId> = row.get("follow_up")?;
    let report: Option<chrono::NaiveDate> = row.get("report_on")?;
    let agreement: Option<AgreementId> = row.get("agreement")?;
    let report = agreement.zip(report).map(|(id, on)| Answers::Report(id, on));
    Ok(notice.map(Answers::Notice).or(report))
}

/// One disclosure, also one that was taken back.
pub(super) fn one(sql: &Connection, id: DisclosureId) -> Result<Option<Disclosure>> {
    let mut statement = sql.prepare_cached("select * from disclosure where id = :id")?;
    let found = statement.query_row(named_params! { ":id": id }, |row| {
        let (how, at): (Option<ToldHow>, Option<Moment>) = (row.get("how")?, row.get("sent_at")?);
        Ok(Disclosure {
            id: row.get("id")?,
            client: row.get("client")?,
            consent: row.get("consent")?,
            answers: answers_of(row)?,
            agreement: row.get("agreement")?,
            recipient: row.get("recipient")?,
            purpose: row.get("purpose")?,
            told: row.get("told")?,
            sent: how.zip(at),
            exit: row.get("exit")?,
            void_reason: row.get("void_reason")?,
            rev: row.get("rev")?,
        })
    });
    Ok(found.optional()?)
}

/// A document that was made and not sent.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub id: DisclosureId,
    pub answers: Option<Answers>,
    pub at: Moment,
    pub by: String,
    pub exit: ExitId,
    pub rev: i64,
}

/// The documents of these clients that were made and not sent. `clients` is a JSON list of hexadecimal ids.
pub(super) fn made(sql: &Connection, clients: &str) -> Result<Vec<Made>> {
    let mut statement = sql.prepare_cached(include_str!("sql/made.sql"))?;
    let rows = statement.query_map(named_params! { ":clients": clients }, |row| {
        Ok(Made {
            id: row.get("id")?,
            answers: answers_of(row)?,
            at: row.get("at")?,
            by: row.get::<_, Option<String>>("by")?.unwrap_or_default(),
            exit: row.get("exit")?,
            rev: row.get("rev")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a disclosure: a new one, or the next revision of one whose earlier version was kept.
pub(super) fn put(tx: &mut Tx<'_, '_>, one: &Disclosure) -> Result<()> {
    let (follow_up, report_on) = match one.answers {
        Some(Answers::Notice(id)) => (Some(id), None),
        Some(Answers::Report(_, on)) => (None, Some(on)),
        None => (None, None),
    };
    tx.write(
        "insert into disclosure
           (id, client, consent, follow_up, agreement, report_on, recipient, purpose, told, how, sent_at, exit, rev, at,
            device, by_staff)
         values
           (:id, :client, :consent, :follow_up, :agreement, :report_on, :recipient, :purpose, :told, :how, :sent_at, :exit,
            1, :at, :device, :by_staff)
         on conflict (id) do update
         set told = excluded.told, how = excluded.how, sent_at = excluded.sent_at, consent = excluded.consent,
             voided_at = :voided_at, void_reason = :void_reason, rev = disclosure.rev + 1, at = excluded.at,
             device = excluded.device, by_staff = excluded.by_staff",
        named_params! {
            ":id": one.id,
            ":client": one.client,
            ":consent": one.consent,
            ":follow_up": follow_up,
            ":agreement": one.agreement,
            ":report_on": report_on,
            ":recipient": one.recipient,
            ":purpose": one.purpose,
            ":told": one.told,
            ":how": one.sent.map(|(how, _)| how),
            ":sent_at": one.sent.map(|(_, at)| at),
            ":exit": one.exit,
            ":voided_at": one.void_reason.as_ref().map(|_| tx.now()),
            ":void_reason": one.void_reason,
        },
    )?;
    tx.touch(Tag::Disclosure);
    tx.wrote(Table::Disclosure, one.id, Some(one.client.uuid()))
}
