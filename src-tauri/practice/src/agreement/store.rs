//! SQL of agreements.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::rules::{self, AgreementStanding, standing};
use super::{AgreementId, AgreementKind};
use crate::client::ClientId;
use crate::consent::ConsentId;
use crate::kernel::Result;
use crate::kernel::door::Tx;

/// An agreement, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Agreement {
    pub id: AgreementId,
    pub client: ClientId,
    pub kind: AgreementKind,
    pub party: String,
    pub reference: String,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub tests_per_year: Option<i64>,
    pub panel: String,
    pub terms: String,
    pub notice_hours: Option<i64>,
    /// Every how many months, and the first day.
    pub reports: Option<(u32, NaiveDate)>,
    pub consent: Option<ConsentId>,
    pub void_reason: Option<String>,
    pub rev: i64,
}

impl Agreement {
    /// How it stands on a day.
    pub fn standing(&self, today: NaiveDate) -> AgreementStanding {
        standing(self.from, self.until, today)
    }
}

fn agreement_of(row: &Row<'_>) -> rusqlite::Result<Agreement> {
    let (months, first): (Option<u32>, Option<NaiveDate>) = (row.get("report_months")?, row.get("report_first_on")?);
    Ok(Agreement {
        id: row.get("id")?,
        client: row.get("client")?,
        kind: row.get("kind")?,
        party: row.get("party")?,
        reference: row.get("reference")?,
        from: row.get("from_on")?,
        until: row.get("until_on")?,
        tests_per_year: row.get("tests_per_year")?,
        panel: row.get("panel")?,
        terms: row.get("terms")?,
        notice_hours: row.get("notice_hours")?,
        reports: months.zip(first),
        consent: row.get("consent")?,
        void_reason: row.get("void_reason")?,
        rev: row.get("rev")?,
    })
}

/// One agreement, also one that was taken back.
pub(super) fn one(sql: &Connection, id: AgreementId) -> Result<Option<Agreement>> {
    let mut statement = sql.prepare_cached("select * from agreement where id = :id")?;
    Ok(statement.query_row(named_params! { ":id": id }, agreement_of).optional()?)
}

/// Every agreement of a client that was not taken back, the newest first.
pub(super) fn of_client(sql: &Connection, client: ClientId) -> Result<Vec<Agreement>> {
    let mut statement = sql.prepare_cached(
        "select *
         from agreement
         where client = :client and voided_at is null
         order by from_on desc, id desc",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, agreement_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those of a client that are in force on a day.
pub(crate) fn in_force(sql: &Connection, client: ClientId, on: NaiveDate) -> Result<Vec<Agreement>> {
    let all = of_client(sql, client)?;
    Ok(all.into_iter().filter(|one| one.standing(on) == AgreementStanding::InForce).collect())
}

/// What the licenses of a client say of agreements.
pub(super) fn licensed(sql: &Connection, client: ClientId) -> Result<Vec<(AgreementKind, String)>> {
    let mut statement = sql.prepare_cached(
        "select monitoring_program, case when status = 'conditions' then board else null end as board
         from license
         where client = :client and voided_at is null
         order by id",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| {
        let monitored: String = row.get("monitoring_program")?;
        let board: Option<String> = row.get("board")?;
        let monitored = (!monitored.is_empty()).then_some((AgreementKind::MonitoringProgram, monitored));
        Ok([monitored, board.map(|board| (AgreementKind::Board, board))])
    })?;
    let found: Vec<[Option<_>; 2]> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().flatten().flatten().collect())
}

/// The kinds of agreement that a client stands under on a day.
pub(crate) fn kinds(sql: &Connection, client: ClientId, on: NaiveDate) -> Result<Vec<AgreementKind>> {
    let recorded: Vec<_> = of_client(sql, client)?.iter().map(|one| (one.kind, one.standing(on))).collect();
    let licensed: Vec<_> = licensed(sql, client)?.into_iter().map(|(kind, _)| kind).collect();
    Ok(rules::kinds(&recorded, &licensed))
}

/// How many tests a year the client's places in programs expect, and the panels they are tested with; nothing without a place.
pub(super) fn expected(sql: &Connection, client: ClientId) -> Result<Option<(i64, Vec<String>)>> {
    let mut statement = sql.prepare_cached(
        "select testing_tier.per_year, testing_program.panel
         from testing_enrollment
         join testing_tier on testing_tier.id = testing_enrollment.tier
         join testing_program on testing_program.id = testing_enrollment.program
         where testing_enrollment.client = :client and testing_enrollment.until_on is null
           and testing_enrollment.voided_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let places: Vec<(i64, String)> = rows.collect::<rusqlite::Result<_>>()?;
    let total = places.iter().map(|(per_year, _)| per_year).sum();
    Ok((!places.is_empty()).then(|| (total, places.into_iter().map(|(_, panel)| panel).collect())))
}

/// The days whose report was sent, by agreement.
pub(super) fn reported(sql: &Connection, client: ClientId) -> Result<HashMap<AgreementId, Vec<NaiveDate>>> {
    let mut statement = sql.prepare_cached(
        "select disclosure.agreement, disclosure.report_on
         from agreement
         cross join disclosure on disclosure.agreement = agreement.id
         where agreement.client = :client and disclosure.report_on is not null and disclosure.sent_at is not null
           and disclosure.voided_at is null",
    )?;
    let rows = statement.query_map(named_params! { ":client": client }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut found: HashMap<AgreementId, Vec<NaiveDate>> = HashMap::new();
    for row in rows {
        let (id, on) = row?;
        found.entry(id).or_default().push(on);
    }
    Ok(found)
}

const PUT: &str = "insert into agreement
   (id, client, kind, party, reference, from_on, until_on, tests_per_year, panel, terms, notice_hours, report_months,
    report_first_on, consent, rev, at, device, by_staff)
 values
   (:id, :client, :kind, :party, :reference, :from_on, :until_on, :tests_per_year, :panel, :terms, :notice_hours,
    :report_months, :report_first_on, :consent, 1, :at, :device, :by_staff)
 on conflict (id) do update
 set kind = excluded.kind, party = excluded.party, reference = excluded.reference, from_on = excluded.from_on,
     until_on = excluded.until_on, tests_per_year = excluded.tests_per_year, panel = excluded.panel,
     terms = excluded.terms, notice_hours = excluded.notice_hours, report_months = excluded.report_months,
     report_first_on = excluded.report_first_on, consent = excluded.consent, rev = agreement.rev + 1,
     at = excluded.at, device = excluded.device, by_staff = excluded.by_staff";

/// Writes an agreement: a new one, or the next revision of one whose earlier version was kept.
pub(super) fn put(tx: &Tx<'_, '_>, agreement: &Agreement) -> Result<()> {
    tx.write(
        PUT,
        named_params! {
            ":id": agreement.id,
            ":client": agreement.client,
            ":kind": agreement.kind,
            ":party": agreement.party,
            ":reference": agreement.reference,
            ":from_on": agreement.from,
            ":until_on": agreement.until,
            ":tests_per_year": agreement.tests_per_year,
            ":panel": agreement.panel,
            ":terms": agreement.terms,
            ":notice_hours": agreement.notice_hours,
            ":report_months": agreement.reports.map(|(months, _)| months),
            ":report_first_on": agreement.reports.map(|(_, first)| first),
            ":consent": agreement.consent,
        },
    )
}

/// Takes an agreement back.
pub(super) fn void(tx: &Tx<'_, '_>, id: AgreementId, reason: &str) -> Result<()> {
    tx.write(
        "update agreement
         set voided_at = :at, void_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}
