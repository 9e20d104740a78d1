//! Recording what was told, and taking a record back.

use chrono::{NaiveDate, NaiveTime};

use super::DisclosureRefusal;
use super::ipc::{RecordDisclosure, ReleaseOf, SavedDisclosure, TakeDisclosureBack};
use super::owed::{self, Answers, Owed};
use super::store::{self, Disclosure};
use crate::client::{ClientId, json_of};
use crate::consent::{self, Basis};
use crate::exit;
use crate::follow_up;
use crate::group;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::refusal::Code;
use crate::kernel::{Check, Info, Moment, Refusal, Result, RowId as _, Tag, Verb, View};

/// What a release rests on: to whom, for which purpose, by which consent, in answer to what.
#[derive(Clone, Debug)]
pub(super) struct Grounds {
    pub client: ClientId,
    pub basis: Basis,
    pub owed: Option<Owed>,
    pub recipient: String,
}

impl Grounds {
    /// Finds them, or says why nothing may be told.
    ///
    /// # Errors
    /// `not_found` outside the reach; [`DisclosureRefusal`] where it is not owed or not covered.
    pub fn of(view: &View<'_>, of: &ReleaseOf) -> Result<Self> {
        view.reach(Info::Consents, Verb::Release, of.client)?;
        let bases = consent::bases_of(view.sql, &json_of(&[of.client]))?.remove(&of.client).unwrap_or_default();
        let answers = match (of.follow_up, of.agreement.zip(of.report_on)) {
            (Some(id), _) => Some(Answers::Notice(id)),
            (None, report) => report.map(|(id, on)| Answers::Report(id, on)),
        };
        let Some(answers) = answers else {
            let basis = bases.iter().find(|basis| Some(basis.id) == of.consent);
            let basis = basis.ok_or(DisclosureRefusal::NotCovered(consent::Lacking::Missing))?;
            consent::standing(basis, view.today()).map_err(DisclosureRefusal::NotCovered)?;
            let recipient = basis.consented.recipient.clone();
            return Ok(Self { client: of.client, basis: basis.clone(), owed: None, recipient });
        };
        let owed = owed::all(view, Some(of.client))?.into_iter().find(|one| one.answers == answers);
        let owed = owed.ok_or(DisclosureRefusal::NotOwed)?;
        let basis = owed.basis(&bases, view.today()).map_err(DisclosureRefusal::NotCovered)?.clone();
        let recipient = owed.recipient(Some(&basis));
        Ok(Self { client: of.client, basis, owed: Some(owed), recipient })
    }

    /// A disclosure on these grounds.
    pub fn disclosure(&self, id: super::DisclosureId, exit: exit::ExitId, told: String) -> Disclosure {
        Disclosure {
            id,
            client: self.client,
            consent: self.basis.id,
            answers: self.owed.as_ref().map(|owed| owed.answers),
            agreement: self.owed.as_ref().and_then(|owed| owed.agreement),
            recipient: self.recipient.clone(),
            purpose: self.basis.purpose.clone(),
            told,
            sent: None,
            exit,
            void_reason: None,
            rev: 1,
        }
    }
}

/// Records that something was told: with the document that was made for it, or as words. A notice is done by it.
pub(super) fn record(tx: &mut Tx<'_, '_>, request: RecordDisclosure) -> Result<SavedDisclosure> {
    tx.reach(Info::Consents, Verb::Release, request.of.client)?;
    let grounds = Grounds::of(&tx.view(), &request.of)?;
    let mut check = Check::new();
    let told = check.required("told", &request.told, 500, "Say in a line what was told.");
    let sent_at = sent_at(tx, &mut check, (request.on, request.time.as_deref()), grounds.basis.signed_on);
    check.done()?;
    let sent = Some((request.how, sent_at));
    let disclosure = match made(tx, &grounds)? {
        Some(made) => {
            tx.revise(Table::Disclosure, made.id, made.rev)?;
            Disclosure { sent, rev: made.rev + 1, ..grounds.disclosure(made.id, made.exit, told.clone()) }
        }
        None => {
            let exit = exit::told(tx, grounds.client.uuid(), &told)?;
            Disclosure { sent, ..grounds.disclosure(tx.id(), exit, told.clone()) }
        }
    };
    store::put(tx, &disclosure)?;
    if let Some(Answers::Notice(id)) = disclosure.answers {
        let words = format!("Told {}, {}: {told}", disclosure.recipient, request.how.label());
        follow_up::told(tx, id, words)?;
    }
    tx.touch(Tag::Agreement);
    Ok(SavedDisclosure { id: disclosure.id, rev: disclosure.rev })
}

/// The document that was made for what is owed.
fn made(tx: &Tx<'_, '_>, grounds: &Grounds) -> Result<Option<store::Made>> {
    let Some(owed) = &grounds.owed else { return Ok(None) };
    let made = store::made(tx.sql(), &json_of(&[grounds.client]))?;
    Ok(made.into_iter().rfind(|one| one.answers == Some(owed.answers)))
}

/// When it was told: now, or the time of a day that has come and on which the consent was signed.
fn sent_at(
    tx: &Tx<'_, '_>,
    check: &mut Check,
    (on, time): (Option<NaiveDate>, Option<&str>),
    signed_on: NaiveDate,
) -> Moment {
    let (now, today) = (tx.now(), tx.today());
    let on = on.unwrap_or(today);
    check.ensure(on <= today, "on", "This day has not come yet. Enter the day it was told.");
    check.ensure(on >= signed_on, "on", "The consent was signed later than this. Nothing could be told that day.");
    let at = match time {
        None if on == today => return now,
        None => NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default(),
        Some(text) => group::wall_time(check, "time", text),
    };
    let at = tx.calendar.zone.moment(on, at).unwrap_or(now);
    check.ensure(at <= now || on > today, "time", "This time has not come yet.");
    at
}

/// Takes a record back that was made by mistake; the notice it answered is open again.
pub(super) fn take_back(tx: &mut Tx<'_, '_>, request: TakeDisclosureBack) -> Result<SavedDisclosure> {
    let gone = || Refusal::not_found("record of what was told");
    let present = store::one(tx.sql(), request.id)?.ok_or_else(gone)?;
    tx.reach(Info::Consents, Verb::Release, present.client)
        .map_err(|refusal| if refusal.code == Code::NotFound { gone() } else { refusal })?;
    if present.void_reason.is_some() {
        return Err(DisclosureRefusal::Voided.into());
    }
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 300, "Say why, in a few words.");
    check.done()?;
    tx.revise(Table::Disclosure, present.id, request.rev)?;
    let answered = present.answers.filter(|_| present.sent.is_some());
    store::put(tx, &Disclosure { void_reason: Some(reason), ..present })?;
    if let Some(Answers::Notice(id)) = answered {
        follow_up::untold(tx, id)?;
    }
    tx.touch(Tag::Agreement);
    Ok(SavedDisclosure { id: request.id, rev: request.rev + 1 })
}
