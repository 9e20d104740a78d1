//! What is owed to somebody outside: open notices, and reports of agreements that are due.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Row, named_params};

use super::ipc::{MadeRelease, ReleaseBasis};
use super::rules::{AHEAD_DAYS, BACK_DAYS, owed_reports};
use super::store;
use crate::agreement::{self, AgreementId, AgreementKind};
use crate::client::reach::{self, Scope};
use crate::client::{ClientId, json_of};
use crate::consent::{self, Basis, ConsentId, ConsentKind, Lacking, Recipient};
use crate::drug_test;
use crate::follow_up::{FollowUpEvent, FollowUpId};
use crate::kernel::time::{date_words, short_date_words};
use crate::kernel::{Info, Moment, Result, Verb, View};

/// The most notices of a list.
const MOST: i64 = 500;

/// What a release answers.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Answers {
    Notice(FollowUpId),
    Report(AgreementId, NaiveDate),
}

impl Answers {
    /// One word for it.
    pub fn key(self) -> String {
        match self {
            Self::Notice(id) => id.0.to_string(),
            Self::Report(id, on) => format!("{}/{on}", id.0),
        }
    }
}

/// Something owed, before it is asked whether a consent covers it.
#[derive(Clone, Debug)]
pub(super) struct Owed {
    pub answers: Answers,
    pub client: ClientId,
    pub client_name: String,
    pub agreement: Option<AgreementId>,
    pub kind: ConsentKind,
    pub party: Option<String>,
    pub linked: Option<ConsentId>,
    pub what: String,
    pub due_at: Moment,
    /// The span that a report speaks of.
    pub span: Option<(NaiveDate, NaiveDate)>,
}

impl Owed {
    /// The consent that covers it today, or what is missing.
    pub fn basis<'a>(&self, bases: &'a [Basis], today: NaiveDate) -> std::result::Result<&'a Basis, Lacking> {
        let of = Recipient { kind: self.kind, linked: self.linked, party: self.party.as_deref() };
        consent::basis(bases, of, today)
    }

    /// To whom: the party, whom the consent names, or the kind alone.
    pub fn recipient(&self, basis: Option<&Basis>) -> String {
        let named = basis.map(|basis| basis.consented.recipient.clone());
        self.party.clone().or(named).unwrap_or_else(|| self.kind.label().to_owned())
    }
}

/// What is owed of one client, or of everybody within the reach, the nearest first.
pub(super) fn all(view: &View<'_>, client: Option<ClientId>) -> Result<Vec<Owed>> {
    let scope = Scope::of(view.actor, Info::Consents, Verb::Release)?;
    let mine = reach::clients_in(view.sql, view.actor.staff, scope, view.now, view.today())?;
    let asked = Asked { client, mine: json_of(&mine), everyone: scope.everyone };
    let mut owed = notices(view, &asked)?;
    owed.extend(reports(view, &asked)?);
    owed.sort_by_key(|one| (one.due_at, one.answers.key()));
    Ok(owed)
}

struct Asked {
    client: Option<ClientId>,
    mine: String,
    everyone: bool,
}

fn name(row: &Row<'_>) -> rusqlite::Result<String> {
    Ok(format!("{}, {}", row.get::<_, String>("family_name")?, row.get::<_, String>("given_name")?))
}

fn notices(view: &View<'_>, asked: &Asked) -> Result<Vec<Owed>> {
    let mut statement = view.sql.prepare_cached(include_str!("sql/notices.sql"))?;
    let parameters = named_params! {
        ":client": asked.client, ":mine": asked.mine, ":everyone": asked.everyone, ":most": MOST,
    };
    let rows = statement.query_map(parameters, |row| {
        let event: FollowUpEvent = row.get("event")?;
        let on: NaiveDate = row.get("subject_on")?;
        let number: Option<i64> = row.get("number")?;
        let of = number.map_or_else(|| short_date_words(on), |number| drug_test::number_words(number, on));
        Ok(Owed {
            answers: Answers::Notice(row.get("id")?),
            client: row.get("client")?,
            client_name: name(row)?,
            agreement: row.get("agreement")?,
            kind: row.get("recipient")?,
            party: row.get("party")?,
            linked: row.get("linked")?,
            what: format!("Notice: {}, {of}", event.label().to_lowercase()),
            due_at: row.get("due_at")?,
            span: None,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn reports(view: &View<'_>, asked: &Asked) -> Result<Vec<Owed>> {
    let today = view.today();
    let mut statement = view.sql.prepare_cached(include_str!("sql/reports.sql"))?;
    let parameters = named_params! {
        ":client": asked.client, ":mine": asked.mine, ":everyone": asked.everyone,
        ":ahead": today.checked_add_days(Days::new(AHEAD_DAYS)), ":back": today.checked_sub_days(Days::new(BACK_DAYS)),
    };
    let rows = statement.query_map(parameters, |row| reports_of(view, row))?;
    let found: Vec<Vec<Owed>> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn reports_of(view: &View<'_>, row: &Row<'_>) -> rusqlite::Result<Vec<Owed>> {
    let (months, first): (u32, NaiveDate) = (row.get("report_months")?, row.get("report_first_on")?);
    let (from, kind): (NaiveDate, AgreementKind) = (row.get("from_on")?, row.get("kind")?);
    let (id, client, client_name): (AgreementId, ClientId, String) = (row.get("id")?, row.get("client")?, name(row)?);
    let (party, linked): (Option<String>, Option<ConsentId>) = (row.get("party")?, row.get("linked")?);
    let sent: Option<String> = row.get("sent")?;
    let sent: Vec<NaiveDate> = sent.unwrap_or_default().split(',').filter_map(|on| on.parse().ok()).collect();
    let due = owed_reports((first, months), row.get("until_on")?, view.today(), &sent);
    let owed = due.into_iter().map(|due| {
        let span = agreement::period(due, months, from);
        Owed {
            answers: Answers::Report(id, due),
            client,
            client_name: client_name.clone(),
            agreement: Some(id),
            kind: kind.consent(),
            party: party.clone(),
            linked,
            what: format!("Report, {} to {}", short_date_words(span.0), short_date_words(span.1)),
            // Due through the day.
            due_at: view.zone().start_of(due.checked_add_days(Days::new(1)).unwrap_or(due)).plus_minutes(-1),
            span: Some(span),
        }
    });
    Ok(owed.collect())
}

/// What is owed with what it needs: the consents, and the documents that were made.
pub(super) struct Standing {
    pub bases: HashMap<ClientId, Vec<Basis>>,
    pub made: HashMap<Answers, MadeRelease>,
}

impl Standing {
    /// Of these clients, each asked once.
    pub fn of(view: &View<'_>, owed: &[Owed]) -> Result<Self> {
        let mut clients: Vec<ClientId> = owed.iter().map(|one| one.client).collect();
        clients.sort();
        clients.dedup();
        let clients = json_of(&clients);
        let made = store::made(view.sql, &clients)?.into_iter().filter_map(|one| {
            let made = MadeRelease { id: one.id, at: one.at, by: one.by };
            one.answers.map(|answers| (answers, made))
        });
        Ok(Self { bases: consent::bases_of(view.sql, &clients)?, made: made.collect() })
    }

    /// What a client allowed.
    pub fn bases(&self, client: ClientId) -> &[Basis] {
        self.bases.get(&client).map_or(&[], Vec::as_slice)
    }
}

/// A basis as the desk shows it.
pub(super) fn basis_answer(basis: &Basis) -> ReleaseBasis {
    let ends = match (basis.consented.expires_on, basis.expires_event.as_str()) {
        (Some(on), "") => date_words(on),
        (Some(on), event) => format!("{}, or: {event}", date_words(on)),
        (None, event) => event.to_owned(),
    };
    ReleaseBasis {
        consent: basis.id,
        kind_label: basis.consented.kind.label(),
        recipient: basis.consented.recipient.clone(),
        purpose: basis.purpose.clone(),
        scope: basis.scope.clone(),
        signed_on: basis.signed_on,
        ends,
    }
}
