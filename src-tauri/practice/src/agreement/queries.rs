//! The agreements of a client, with what each asks for and how far it is met.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};

use super::ipc::{
    AgreementChoice, AgreementFields, AgreementHint, AgreementOption, AgreementRow, Agreements, AgreementsOf,
};
use super::rules::{due_days, too_few, unrecorded};
use super::store::{self, Agreement};
use super::{AgreementId, AgreementKind, AgreementStanding};
use crate::client::json_of;
use crate::consent::{self, Basis, Recipient};
use crate::kernel::{Info, Result, Verb, View};
use crate::panel;

/// The agreements of a client, those in force first.
pub(super) fn list(view: &View<'_>, request: AgreementsOf) -> Result<Agreements> {
    view.reach(Info::Consents, Verb::Read, request.client)?;
    let today = view.today();
    let mut agreements = store::of_client(view.sql, request.client)?;
    agreements.sort_by_key(|one| one.standing(today) != AgreementStanding::InForce);
    let known = Known::of(view, &request)?;
    let recorded: Vec<_> = agreements.iter().map(|one| (one.kind, one.standing(today))).collect();
    let licensed = store::licensed(view.sql, request.client)?;
    let kinds: Vec<_> = licensed.iter().map(|(kind, _)| *kind).collect();
    let missing = unrecorded(&recorded, &kinds);
    let mut hints: Vec<(AgreementKind, String)> =
        licensed.into_iter().filter(|(kind, _)| missing.contains(kind)).collect();
    hints.dedup();
    Ok(Agreements {
        rows: agreements.into_iter().map(|one| known.row(one)).collect(),
        hints: hints
            .into_iter()
            .map(|(kind, party)| AgreementHint { kind, kind_label: kind.label(), party })
            .collect(),
        kinds: AgreementKind::ALL.iter().map(|kind| AgreementChoice { kind: *kind, label: kind.label() }).collect(),
        panels: known.panels.iter().map(|(key, name)| option(key.clone(), name.clone())).collect(),
        consents: known.bases.iter().filter(|one| one.consented.kind.needs_recipient()).map(consent_option).collect(),
        may_change: view.reach(Info::Consents, Verb::Release, request.client).is_ok(),
    })
}

fn option(value: String, label: String) -> AgreementOption {
    AgreementOption { value, label }
}

fn consent_option(basis: &Basis) -> AgreementOption {
    option(basis.id.0.to_string(), format!("{}: {}", basis.consented.kind.label(), basis.consented.recipient))
}

/// What the rows need beside themselves, each asked once.
struct Known {
    today: NaiveDate,
    bases: Vec<Basis>,
    panels: Vec<(String, String)>,
    reported: HashMap<AgreementId, Vec<NaiveDate>>,
    expected: Option<(i64, Vec<String>)>,
}

impl Known {
    fn of(view: &View<'_>, request: &AgreementsOf) -> Result<Self> {
        let client = request.client;
        let panels = panel::in_use(view.sql, view.today())?;
        Ok(Self {
            today: view.today(),
            bases: consent::bases_of(view.sql, &json_of(&[client]))?.remove(&client).unwrap_or_default(),
            panels: panels.into_iter().map(|panel| (panel.key, panel.name)).collect(),
            reported: store::reported(view.sql, client)?,
            expected: store::expected(view.sql, client)?,
        })
    }

    fn row(&self, agreement: Agreement) -> AgreementRow {
        let standing = agreement.standing(self.today);
        let of =
            Recipient { kind: agreement.kind.consent(), linked: agreement.consent, party: Some(&agreement.party) };
        let basis = consent::basis(&self.bases, of, self.today);
        let lacking = basis.as_ref().err().copied();
        AgreementRow {
            id: agreement.id,
            kind_label: agreement.kind.label(),
            panel_name: self.panel(&agreement.panel),
            standing,
            covered_by: basis.ok().map(|basis| basis.consented.recipient.clone()),
            lacking,
            lacking_words: lacking.map_or("", |lacking| lacking.words()),
            next_report_on: self.next_report(&agreement),
            testing_words: if standing == AgreementStanding::InForce {
                self.testing(&agreement)
            } else {
                String::new()
            },
            rev: agreement.rev,
            fields: fields_of(agreement),
        }
    }

    fn panel(&self, key: &str) -> String {
        self.panels.iter().find(|(own, _)| own == key).map_or_else(|| key.to_owned(), |(_, name)| name.clone())
    }

    /// The first report of the last year, or to come in the next, that was not sent.
    fn next_report(&self, agreement: &Agreement) -> Option<NaiveDate> {
        let (months, first) = agreement.reports?;
        let back = self.today.checked_sub_months(Months::new(12)).unwrap_or(self.today);
        let ahead = self.today.checked_add_months(Months::new(12)).unwrap_or(self.today);
        let sent = self.reported.get(&agreement.id);
        let due = due_days((first, months), agreement.until, (back, ahead));
        due.into_iter().find(|due| sent.is_none_or(|sent| !sent.contains(due)))
    }

    fn testing(&self, agreement: &Agreement) -> String {
        let few = too_few(agreement.tests_per_year, self.expected.as_ref().map(|(per_year, _)| *per_year));
        let other = match &self.expected {
            Some((_, panels)) if !agreement.panel.is_empty() && !panels.contains(&agreement.panel) => {
                let used: Vec<String> = panels.iter().map(|key| self.panel(key)).collect();
                format!("It asks for {}; the program tests with {}.", self.panel(&agreement.panel), used.join(", "))
            }
            _ => String::new(),
        };
        [few, other].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

fn fields_of(agreement: Agreement) -> AgreementFields {
    AgreementFields {
        kind: agreement.kind,
        party: agreement.party,
        reference: agreement.reference,
        from: agreement.from,
        until: agreement.until,
        tests_per_year: agreement.tests_per_year,
        panel: agreement.panel,
        terms: agreement.terms,
        notice_hours: agreement.notice_hours,
        report_months: agreement.reports.map(|(months, _)| months),
        report_first_on: agreement.reports.map(|(_, first)| first),
        consent: agreement.consent,
    }
}
