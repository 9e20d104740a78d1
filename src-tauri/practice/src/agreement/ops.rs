//! Recording an agreement, changing it, taking it back.

use super::ipc::{AddAgreement, AgreementFields, ChangeAgreement, SavedAgreement, VoidAgreement};
use super::rules::AgreementRefusal;
use super::store::{self, Agreement};
use super::{AgreementId, AgreementStanding};
use crate::client::{ClientId, json_of};
use crate::consent::{self, ConsentId};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::{Check, Info, Refusal, Result, RowId as _, Tag, Verb};
use crate::panel;

/// The longest time to give notice in, in hours: 90 days.
const LONGEST_HOURS: i64 = 2_160;

/// Every how many months a report may be due.
const MONTHS: [u32; 5] = [1, 2, 3, 6, 12];

/// Records an agreement that the client signed with somebody.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddAgreement) -> Result<SavedAgreement> {
    tx.reach(Info::Consents, Verb::Release, request.client)?;
    let agreement = checked(tx, (tx.id(), request.client, 1), request.fields)?;
    save(tx, &agreement)
}

/// Changes an agreement; the version before is kept. A new last day ends it.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeAgreement) -> Result<SavedAgreement> {
    let present = standing(tx, request.id)?;
    let agreement = checked(tx, (present.id, present.client, request.rev + 1), request.fields)?;
    tx.revise(Table::Agreement, present.id, request.rev)?;
    save(tx, &agreement)
}

fn save(tx: &mut Tx<'_, '_>, agreement: &Agreement) -> Result<SavedAgreement> {
    store::put(tx, agreement)?;
    tx.touch(Tag::Agreement);
    tx.wrote(Table::Agreement, agreement.id, Some(agreement.client.uuid()))?;
    Ok(SavedAgreement { id: agreement.id, rev: agreement.rev })
}

/// Takes an agreement back that was entered by mistake.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: VoidAgreement) -> Result<SavedAgreement> {
    let present = standing(tx, request.id)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 300, "Say why, in a few words.");
    check.done()?;
    tx.revise(Table::Agreement, present.id, request.rev)?;
    store::void(tx, present.id, &reason)?;
    tx.touch(Tag::Agreement);
    tx.wrote(Table::Agreement, present.id, Some(present.client.uuid()))?;
    Ok(SavedAgreement { id: present.id, rev: request.rev + 1 })
}

/// An agreement that the person may change and that was not taken back. One outside the reach is not there.
fn standing(tx: &mut Tx<'_, '_>, id: AgreementId) -> Result<Agreement> {
    let gone = || Refusal::not_found("agreement");
    let agreement = store::one(tx.sql(), id)?.ok_or_else(gone)?;
    tx.reach(Info::Consents, Verb::Release, agreement.client)
        .map_err(|refusal| if refusal.code == Code::NotFound { gone() } else { refusal })?;
    if agreement.void_reason.is_some() { Err(AgreementRefusal::Voided.into()) } else { Ok(agreement) }
}

fn checked(
    tx: &Tx<'_, '_>,
    (id, client, rev): (AgreementId, ClientId, i64),
    fields: AgreementFields,
) -> Result<Agreement> {
    let mut check = Check::new();
    let party = check.required("party", &fields.party, 200, "Name with whom, as on their paper.");
    let reference = check.optional("reference", &fields.reference, 80);
    let terms = check.optional("terms", &fields.terms, 2_000);
    let ends_after = fields.until.is_none_or(|until| until >= fields.from);
    check.ensure(ends_after, "until", "It ends before it begins. Look at both dates.");
    let often = fields.tests_per_year.is_none_or(|tests| (1..=366).contains(&tests));
    check.ensure(often, "tests_per_year", "Type 1 to 366 tests a year, or leave it empty.");
    let hours = fields.notice_hours.is_none_or(|hours| (1..=LONGEST_HOURS).contains(&hours));
    check.ensure(hours, "notice_hours", "Type 1 to 2,160 hours, or leave it empty.");
    let known = fields.panel.is_empty() || panel::in_force(tx.sql(), &fields.panel, tx.today())?.is_some();
    check.ensure(known, "panel", "Choose a panel from the list.");
    check_reports(&mut check, &fields);
    check.done()?;
    if let Some(consent) = fields.consent {
        ensure_covers(tx, client, consent)?;
    }
    Ok(Agreement {
        id,
        client,
        kind: fields.kind,
        party,
        reference,
        from: fields.from,
        until: fields.until,
        tests_per_year: fields.tests_per_year,
        panel: fields.panel,
        terms,
        notice_hours: fields.notice_hours,
        reports: fields.report_months.zip(fields.report_first_on),
        consent: fields.consent,
        void_reason: None,
        rev,
    })
}

fn check_reports(check: &mut Check, fields: &AgreementFields) {
    let every = fields.report_months.is_none_or(|months| MONTHS.contains(&months));
    check.ensure(every, "report_months", "Choose every 1, 2, 3, 6 or 12 months.");
    check.ensure(
        fields.report_months.is_some() == fields.report_first_on.is_some(),
        "report_first_on",
        "Reports need both: every how many months, and the first day.",
    );
    let after = fields.report_first_on.is_none_or(|first| first >= fields.from);
    check.ensure(
        after,
        "report_first_on",
        "The first report is due before the agreement begins. Look at both dates.",
    );
}

/// The consent is this client's, names a recipient, and was not taken back. That it holds is asked when something is told.
fn ensure_covers(tx: &Tx<'_, '_>, client: ClientId, consent: ConsentId) -> Result<()> {
    let bases = consent::bases_of(tx.sql(), &json_of(&[client]))?.remove(&client).unwrap_or_default();
    let fits = bases.iter().any(|basis| basis.id == consent && basis.consented.kind.needs_recipient());
    if fits { Ok(()) } else { Err(AgreementRefusal::OtherConsent.into()) }
}

impl AgreementStanding {
    /// How a page or a list says it.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Coming => "Begins later",
            Self::InForce => "In force",
            Self::Ended => "Ended",
        }
    }
}
