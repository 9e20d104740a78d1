//! Changes of an inquiry. Each is one action: the inquiry, its step, and what the step brings about.

use super::ipc::{
    AddInquiry, AsksForCare, ChangeInquiry, InquiryAdded, InquiryFields, InquiryStands, TakeStep, ThisInquiry,
};
use super::rules::{self, InquiryRefusal};
use super::store::{self, Inquiry};
use super::{Asks, InquiryState};
use crate::client::{self, AddClient, Admit, ClientId, ContactFields, ContactKind};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Refusal, Result, RowId as _, Tag, Verb};

impl InquiryFields {
    /// The fields without outer white space, with every fault of them.
    fn checked(self, check: &mut Check, at: &str) -> Self {
        Self {
            caller: check.optional(&format!("{at}caller"), &self.caller, 120),
            call_back: check.optional(&format!("{at}call_back"), &self.call_back, 60),
            coverage: check.optional(&format!("{at}coverage"), &self.coverage, 200),
            about: check.optional(&format!("{at}about"), &self.about, 1_000),
            ..self
        }
    }
}

/// Opens an inquiry, with a record for who is new.
///
/// # Errors
/// [`InquiryRefusal::OpenThere`] and [`InquiryRefusal::InTreatment`].
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddInquiry) -> Result<InquiryAdded> {
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check, "");
    if let AsksForCare::New(person) = &request.who {
        // The names belong to the same form: all of its faults are shown at once.
        let _ = person.clone().checked(&mut check, tx.today());
    }
    check.done()?;
    let client = match request.who {
        AsksForCare::Known(client) => {
            tx.reach(Info::Identity, Verb::Write, client)?;
            client
        }
        AsksForCare::New(person) => client::add(tx, record_of(*person, &fields))?.id,
    };
    if store::open_of(tx.sql(), client)? {
        return Err(InquiryRefusal::OpenThere.into());
    }
    if store::in_treatment(tx.sql(), client)? {
        return Err(InquiryRefusal::InTreatment.into());
    }
    let today = tx.today();
    let inquiry = Inquiry {
        id: tx.id(),
        client,
        state: InquiryState::Asked,
        state_on: today,
        asked_on: today,
        fields,
        reason: String::new(),
        voided: false,
        rev: 1,
    };
    store::insert(tx, &inquiry)?;
    tx.wrote(Table::Inquiry, inquiry.id, Some(client.uuid()))?;
    tx.touch(Tag::Inquiry);
    Ok(InquiryAdded { id: inquiry.id, client })
}

/// The record of somebody new: the names, who sent them, and the number to call when the call was their own.
fn record_of(person: client::ClientFields, fields: &InquiryFields) -> AddClient {
    let own = fields.caller.is_empty() && fields.call_back.chars().filter(char::is_ascii_digit).count() >= 7;
    let contact = ContactFields {
        kind: ContactKind::Cell,
        value: fields.call_back.clone(),
        call_is_safe: true,
        message_is_safe: fields.message_is_safe,
        preferred: true,
    };
    AddClient {
        fields: client::ClientFields { referral_source: fields.caller_is, ..person },
        contacts: if own { vec![contact] } else { Vec::new() },
        insurance: None,
        primary: None,
        admission: None,
    }
}

/// Corrects what the call was about.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeInquiry) -> Result<InquiryStands> {
    let inquiry = reached(tx, &ThisInquiry { id: request.id, rev: request.rev })?;
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check, "");
    check.done()?;
    if !rules::is_open(inquiry.state) {
        return Err(InquiryRefusal::Over.into());
    }
    rewrite(tx, Inquiry { fields, ..inquiry })
}

/// Takes a step that may follow, with what it asks for.
///
/// # Errors
/// [`InquiryRefusal::NotNext`], a fault beside what the step asks for, and those of an admission.
pub(super) fn step(tx: &mut Tx<'_, '_>, request: TakeStep) -> Result<InquiryStands> {
    let inquiry = reached(tx, &ThisInquiry { id: request.id, rev: request.rev })?;
    let asks = store::asks(tx.sql(), inquiry.state, request.to)?.ok_or(InquiryRefusal::NotNext)?;
    let today = tx.today();
    let mut check = Check::new();
    let reason = match asks {
        Asks::Reason => check.required("reason", &request.reason, 400, "Say why, in a few words."),
        _ => check.optional("reason", &request.reason, 400),
    };
    check.ensure(asks != Asks::Day || request.day.is_some(), "day", "Choose the day of the appointment.");
    check.ensure(request.day.is_none_or(|day| day >= today), "day", "Choose today or a later day.");
    check.ensure(
        asks != Asks::Admission || request.admission.is_some(),
        "admitted_on",
        "Choose the day of admission.",
    );
    check.done()?;
    if let (Asks::Admission, Some(admission)) = (asks, request.admission) {
        client::admit(tx, Admit { client: inquiry.client, admission })?;
    }
    if !rules::is_open(inquiry.state) && store::open_of(tx.sql(), inquiry.client)? {
        return Err(InquiryRefusal::OpenThere.into());
    }
    store::insert_step(tx, inquiry.id, inquiry.client, (inquiry.state, request.to), &reason)?;
    let follow_up_on = rules::follow_up_after((inquiry.state, request.to), inquiry.fields.follow_up_on, request.day);
    rewrite(
        tx,
        Inquiry {
            state: request.to,
            state_on: today,
            reason,
            fields: InquiryFields { follow_up_on, ..inquiry.fields.clone() },
            ..inquiry
        },
    )
}

/// Goes back to where the inquiry stood before its last step. The step stays readable.
pub(super) fn take_back(tx: &mut Tx<'_, '_>, request: ThisInquiry) -> Result<InquiryStands> {
    let inquiry = reached(tx, &request)?;
    let last = store::last_step(tx.sql(), inquiry.id)?;
    let to = rules::may_take_back(inquiry.state, last.as_ref().map(|step| step.from))?;
    if !rules::is_open(inquiry.state) && store::open_of(tx.sql(), inquiry.client)? {
        return Err(InquiryRefusal::OpenThere.into());
    }
    if let Some(step) = last {
        store::void_step(tx, &step, inquiry.client)?;
    }
    let before = store::last_step(tx.sql(), inquiry.id)?;
    let (reason, state_on) = before.map_or((String::new(), inquiry.asked_on), |step| (step.reason, step.on));
    rewrite(tx, Inquiry { state: to, state_on, reason, ..inquiry })
}

/// Takes back an inquiry that was entered in error. The client's record stays.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: ThisInquiry) -> Result<Done> {
    let inquiry = reached(tx, &request)?;
    if inquiry.state == InquiryState::Admitted {
        return Err(InquiryRefusal::Admitted.into());
    }
    rewrite(tx, Inquiry { voided: true, ..inquiry }).map(|_| Done {})
}

/// The inquiry, within the person's reach, with its earlier version kept.
fn reached(tx: &mut Tx<'_, '_>, key: &ThisInquiry) -> Result<Inquiry> {
    let missing = || Refusal::not_found(Table::Inquiry.noun());
    let inquiry = store::inquiry(tx.sql(), key.id)?.ok_or_else(missing)?;
    let client: ClientId = inquiry.client;
    tx.reach(Info::Identity, Verb::Write, client).map_err(|_| missing())?;
    tx.revise(Table::Inquiry, key.id, key.rev)?;
    Ok(inquiry)
}

fn rewrite(tx: &mut Tx<'_, '_>, inquiry: Inquiry) -> Result<InquiryStands> {
    store::update(tx, &inquiry)?;
    tx.wrote(Table::Inquiry, inquiry.id, Some(inquiry.client.uuid()))?;
    tx.touch(Tag::Inquiry);
    tx.touch(Tag::Client);
    Ok(InquiryStands { id: inquiry.id, rev: inquiry.rev + 1, state: inquiry.state })
}
