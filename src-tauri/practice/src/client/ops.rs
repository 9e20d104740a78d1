//! Changes of the client's own row. Each is one action: rows, history and audit entry together.

use chrono::{Datelike, NaiveDate};

use super::ipc::{AddClient, Added, ChangeClient, Restrict, VoidClient};
use super::parts::{self, ContactFields};
use super::rules::ClientRefusal;
use super::{CarePart, Client, ClientFields, ClientId, care_team, episode, store};
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::Done;
use crate::kernel::{Check, Info, Reach, Refusal, Result, Role, RowId, Tag, Verb};

/// The earliest year of birth that is no slip of the keyboard.
const EARLIEST_BIRTH: i32 = 1900;

impl ClientFields {
    /// The fields without outer white space, with every fault of them.
    pub(crate) fn checked(self, check: &mut Check, today: NaiveDate) -> Self {
        let born_right = self.born_on.is_none_or(|born| born.year() >= EARLIEST_BIRTH && born <= today);
        check.ensure(born_right, "born_on", "Type the date of birth with its year, such as 3/3/1984.");
        Self {
            family_name: check.required("family_name", &self.family_name, 80, "Type the family name."),
            given_name: check.required("given_name", &self.given_name, 80, "Type the given name."),
            preferred_name: check.optional("preferred_name", &self.preferred_name, 80),
            other_names: check.optional("other_names", &self.other_names, 200),
            pronouns: check.optional("pronouns", &self.pronouns, 40),
            address: check.optional("address", &self.address, 200),
            city: check.optional("city", &self.city, 80),
            state: check.optional("state", &self.state, 40),
            zip: check.optional("zip", &self.zip, 10),
            allergies: check.optional("allergies", &self.allergies, 400),
            alerts: check.optional("alerts", &self.alerts, 400),
            profession: check.optional("profession", &self.profession, 80),
            referral_detail: check.optional("referral_detail", &self.referral_detail, 200),
            ..self
        }
    }
}

/// Adds a client, at once with ways to reach them, insurance, a primary counselor and an admission where they are known.
pub(crate) fn add(tx: &mut Tx<'_, '_>, request: AddClient) -> Result<Added> {
    let today = tx.today();
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check, today);
    let contacts: Vec<ContactFields> = request
        .contacts
        .into_iter()
        .enumerate()
        .map(|(index, contact)| contact.checked(&mut check, &format!("contacts.{index}.")))
        .collect();
    let insurance = request.insurance.map(|insurance| insurance.checked(&mut check, "insurance."));
    let admission = request.admission.map(|admission| admission.checked(&mut check, today, "admission."));
    check.done()?;

    let client = Client { id: tx.id(), number: store::next_number(tx, "client")?, fields, restricted: false, rev: 1 };
    store::insert(tx, &client)?;
    tx.wrote(Table::Client, client.id, Some(client.id.uuid()))?;
    if let Some(primary) = request.primary.or_else(|| adopting(tx)) {
        care_team::name(tx, client.id, primary, CarePart::Primary, (today, None))?;
    }
    for contact in &contacts {
        parts::insert(tx, client.id, contact)?;
    }
    if let Some(insurance) = &insurance {
        parts::insert(tx, client.id, insurance)?;
    }
    if let Some(admission) = admission {
        episode::open(tx, client.id, admission)?;
    }
    tx.touch(Tag::Client);
    let opens = tx.view().reach(Info::Identity, Verb::Read, client.id).is_ok();
    Ok(Added { id: client.id, number: client.number, opens })
}

/// A counselor who reaches only their own clients becomes the primary counselor of whom they add.
fn adopting(tx: &Tx<'_, '_>) -> Option<crate::kernel::actor::StaffId> {
    let related = tx.actor.permit(Info::Identity, Verb::Write).is_ok_and(|permit| permit.reach == Reach::Related);
    related.then_some(tx.actor.staff)
}

/// Changes names, address, allergies, alerts, profession and referral.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeClient) -> Result<Done> {
    tx.reach(Info::Identity, Verb::Write, request.id)?;
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check, tx.today());
    check.done()?;
    let present = store::client(tx.sql(), request.id)?;
    tx.revise(Table::Client, request.id, request.rev)?;
    store::update(tx, &Client { fields, ..present })?;
    wrote(tx, request.id)
}

/// Lets only the care team reach the chart, or lets everybody's role reach it again. It is decided by those who answer for
/// disclosures of this chart, so a front desk cannot.
pub(super) fn restrict(tx: &mut Tx<'_, '_>, request: Restrict) -> Result<Done> {
    tx.reach(Info::Consents, Verb::Release, request.id)?;
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    if request.restricted && care_team::now(tx.sql(), request.id, tx.today())?.is_empty() {
        return Err(ClientRefusal::NoTeam.into());
    }
    tx.revise(Table::Client, request.id, request.rev)?;
    store::set_restricted(tx, request.id, request.restricted, &reason)?;
    wrote(tx, request.id)
}

/// Takes back a client who was entered in error.
///
/// # Errors
/// [`ClientRefusal::HasRecords`] once anything was recorded: a chart with a history stays.
pub(super) fn void(tx: &mut Tx<'_, '_>, request: VoidClient) -> Result<Done> {
    tx.reach(Info::Identity, Verb::Write, request.id)?;
    if !tx.actor.roles.contains(&Role::Director) {
        return Err(Refusal::not_permitted());
    }
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    if store::has_records(tx.sql(), request.id)? {
        return Err(ClientRefusal::HasRecords.into());
    }
    tx.revise(Table::Client, request.id, request.rev)?;
    store::void(tx, request.id, &reason)?;
    wrote(tx, request.id)
}

fn wrote(tx: &mut Tx<'_, '_>, client: ClientId) -> Result<Done> {
    tx.wrote(Table::Client, client, Some(client.uuid()))?;
    tx.touch(Tag::Client);
    Ok(Done {})
}
