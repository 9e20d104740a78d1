//! Changes of the staff. Each is one action: rows, keys and audit entry together.

use std::collections::HashMap;

use vault::{HolderId, Passphrase};

use super::ipc::{
    AddStaff, ChangePassphrase, ChangeStaff, CredentialFields, Deactivate, NewCredential, OldCredential, Reactivate,
    ResetPassphrase, SetPin, StaffRow, VoidCredential,
};
use super::passphrase::ensure_enough;
use super::pin::{self, PinDigest};
use super::rules::{StaffRefusal, may_supervise};
use super::{Credential, CredentialId, StaffMember, StaffRoleId, checked_login, queries, store};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::history::Table;
use crate::kernel::router::{Done, Nothing};
use crate::kernel::{Check, Refusal, Result, Role, RowId, Tag};
use crate::practice::ipc::NewDirector;

/// The first director, checked.
pub(crate) struct Founder {
    given_name: String,
    family_name: String,
    login: String,
    credential: String,
}

impl Founder {
    /// Checks the fields of the first director.
    pub(crate) fn checked(check: &mut Check, director: &NewDirector) -> Self {
        Self {
            given_name: check.required("director.given_name", &director.given_name, 80, "Type your given name."),
            family_name: check.required("director.family_name", &director.family_name, 80, "Type your family name."),
            login: checked_login(check, "director.login", &director.login),
            credential: check.optional("director.credential", &director.credential, 40),
        }
    }
}

/// Writes the first director. In a solo practice that one person holds every role.
pub(crate) fn found(tx: &mut Tx<'_, '_>, founder: Founder, solo: bool) -> Result<()> {
    let member = StaffMember {
        id: tx.actor.staff,
        given_name: founder.given_name,
        family_name: founder.family_name,
        login: founder.login,
        supervisor: None,
        active: true,
        rev: 1,
    };
    store::insert(tx, &member)?;
    tx.wrote(Table::Staff, member.id, None)?;
    let roles: &[Role] = if solo { Role::ALL } else { &[Role::Director, Role::PrivacyOfficer] };
    set_roles(tx, member.id, roles)?;
    if !founder.credential.is_empty() {
        let fields = CredentialFields { label: founder.credential, ..CredentialFields::default() };
        insert_credential(tx, member.id, fields)?;
    }
    Ok(())
}

/// Adds a person with a passphrase that must be replaced at the first sign-in.
pub(super) fn add(tx: &mut Tx<'_, '_>, request: AddStaff) -> Result<StaffRow> {
    let mut check = Check::new();
    let member = StaffMember {
        id: tx.id(),
        given_name: check.required("given_name", &request.given_name, 80, "Type the given name."),
        family_name: check.required("family_name", &request.family_name, 80, "Type the family name."),
        login: checked_login(&mut check, "login", &request.login),
        supervisor: request.supervisor,
        active: true,
        rev: 1,
    };
    check.ensure(!request.roles.is_empty(), "roles", "Choose at least one role.");
    let taken = store::active_with_login(tx.sql(), &member.login)?.is_some();
    check.ensure(!taken, "login", "Somebody already signs in with this name. Choose another.");
    let temporary = Passphrase::new(request.temporary_passphrase);
    let names = [member.given_name.as_str(), &member.family_name, &member.login];
    ensure_enough(&mut check, "temporary_passphrase", &temporary, &names);
    let credential = request.credential.map(|fields| fields.checked(&mut check, "credential."));
    check.done()?;
    ensure_supervisor(tx, member.id, request.supervisor)?;
    store::insert(tx, &member)?;
    tx.wrote(Table::Staff, member.id, None)?;
    set_roles(tx, member.id, &request.roles)?;
    if let Some(fields) = credential {
        insert_credential(tx, member.id, fields)?;
    }
    let (vault, write) = tx.keys();
    vault.admit(write, HolderId(member.id.uuid()), &member.login, &temporary)?;
    answer(tx, member.id)
}

/// Changes names, roles and supervisor.
pub(super) fn change(tx: &mut Tx<'_, '_>, request: ChangeStaff) -> Result<StaffRow> {
    let present = store::member(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("person"))?;
    let mut check = Check::new();
    let next = StaffMember {
        given_name: check.required("given_name", &request.given_name, 80, "Type the given name."),
        family_name: check.required("family_name", &request.family_name, 80, "Type the family name."),
        supervisor: request.supervisor,
        ..present.clone()
    };
    check.ensure(!request.roles.is_empty(), "roles", "Choose at least one role.");
    check.done()?;
    tx.revise(Table::Staff, request.id, request.rev)?;
    if present.supervisor != request.supervisor {
        ensure_supervisor(tx, request.id, request.supervisor)?;
    }
    store::update(tx, &next, None)?;
    tx.wrote(Table::Staff, request.id, None)?;
    set_roles(tx, request.id, &request.roles)?;
    ensure_a_director_is_left(tx)?;
    answer(tx, request.id)
}

/// Ends a person's access. The slot goes at once; the rows stay.
pub(super) fn deactivate(tx: &mut Tx<'_, '_>, request: Deactivate) -> Result<StaffRow> {
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    if request.id == tx.actor.staff {
        return Err(StaffRefusal::Yourself.into());
    }
    let present = store::member(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("person"))?;
    if !present.active {
        return Err(StaffRefusal::AlreadyInactive.into());
    }
    tx.revise(Table::Staff, request.id, request.rev)?;
    store::update(tx, &StaffMember { active: false, ..present }, Some(&reason))?;
    tx.wrote(Table::Staff, request.id, None)?;
    ensure_a_director_is_left(tx)?;
    let (vault, write) = tx.keys();
    vault.remove(write, HolderId(request.id.uuid()))?;
    answer(tx, request.id)
}

/// Lets a person back in, with a passphrase that must be replaced.
pub(super) fn reactivate(tx: &mut Tx<'_, '_>, request: Reactivate) -> Result<StaffRow> {
    let present = store::member(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("person"))?;
    if present.active {
        return Err(StaffRefusal::StillActive.into());
    }
    let temporary = enough(request.temporary_passphrase, &present)?;
    if store::active_with_login(tx.sql(), &present.login)?.is_some() {
        return Err(Refusal::field("login", "Somebody else signs in with this name now. Add this person anew."));
    }
    tx.revise(Table::Staff, request.id, request.rev)?;
    let login = present.login.clone();
    store::update(tx, &StaffMember { active: true, ..present }, None)?;
    tx.wrote(Table::Staff, request.id, None)?;
    let (vault, write) = tx.keys();
    vault.admit(write, HolderId(request.id.uuid()), &login, &temporary)?;
    answer(tx, request.id)
}

/// Gives a person a passphrase that must be replaced at the next sign-in. Their earlier signatures stay valid.
pub(super) fn reset_passphrase(tx: &mut Tx<'_, '_>, request: ResetPassphrase) -> Result<StaffRow> {
    let present = store::member(tx.sql(), request.id)?.ok_or_else(|| Refusal::not_found("person"))?;
    if !present.active {
        return Err(StaffRefusal::AlreadyInactive.into());
    }
    let temporary = enough(request.temporary_passphrase, &present)?;
    tx.did_to(Table::Staff, request.id, None, "passphrase");
    if store::pin(tx.sql(), request.id)?.is_some() {
        put_pin(tx, &present, None)?;
    }
    let (vault, write) = tx.keys();
    vault.reset(write, HolderId(request.id.uuid()), &present.login, &temporary)?;
    answer(tx, request.id)
}

/// Changes one's own passphrase, or replaces one that a director set.
pub(super) fn change_passphrase(tx: &mut Tx<'_, '_>, request: ChangePassphrase) -> Result<Done> {
    let me = store::member(tx.sql(), tx.actor.staff)?.ok_or_else(Refusal::locked)?;
    let (current, new) = (Passphrase::new(request.current), Passphrase::new(request.new));
    let mut check = Check::new();
    ensure_enough(&mut check, "new", &new, &[&me.given_name, &me.family_name, &me.login]);
    check.ensure(current.text() != new.text(), "new", "This is the passphrase you have. Choose another.");
    check.done()?;
    tx.did_to(Table::Staff, me.id, None, "");
    let (vault, write) = tx.keys();
    vault.change_passphrase(write, &current, &new).map_err(|error| Refusal::from(error).beside("current"))?;
    tx.touch(Tag::Workstation);
    tx.touch(Tag::Staff);
    Ok(Done {})
}

/// Sets one's own PIN.
pub(super) fn set_pin(tx: &mut Tx<'_, '_>, request: SetPin) -> Result<Done> {
    let mut check = Check::new();
    pin::check(&mut check, &request.pin);
    check.done()?;
    tx.vault
        .proves(&Passphrase::new(request.passphrase))
        .map_err(|error| Refusal::from(error).beside("passphrase"))?;
    let salt = *uuid::Uuid::new_v4().as_bytes();
    let me = store::member(tx.sql(), tx.actor.staff)?.ok_or_else(Refusal::locked)?;
    put_pin(tx, &me, Some(&PinDigest::of(&request.pin, salt)))?;
    Ok(Done {})
}

/// Takes one's own PIN away.
pub(super) fn clear_pin(tx: &mut Tx<'_, '_>, _: Nothing) -> Result<Done> {
    let me = store::member(tx.sql(), tx.actor.staff)?.ok_or_else(Refusal::locked)?;
    put_pin(tx, &me, None)?;
    Ok(Done {})
}

fn put_pin(tx: &mut Tx<'_, '_>, member: &StaffMember, pin: Option<&PinDigest>) -> Result<()> {
    tx.revise(Table::Staff, member.id, member.rev)?;
    store::set_pin(tx, member.id, pin)?;
    tx.wrote(Table::Staff, member.id, None)?;
    tx.touch(Tag::Staff);
    tx.touch(Tag::Workstation);
    Ok(())
}

pub(super) fn add_credential(tx: &mut Tx<'_, '_>, request: NewCredential) -> Result<StaffRow> {
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check, "");
    check.done()?;
    store::member(tx.sql(), request.staff)?.ok_or_else(|| Refusal::not_found("person"))?;
    insert_credential(tx, request.staff, fields)?;
    answer(tx, request.staff)
}

pub(super) fn change_credential(tx: &mut Tx<'_, '_>, request: OldCredential) -> Result<StaffRow> {
    let mut check = Check::new();
    let fields = request.fields.checked(&mut check, "");
    check.done()?;
    let present = standing(tx, request.id)?;
    tx.revise(Table::Credential, request.id, request.rev)?;
    store::update_credential(tx, &fields.onto(present.id, present.staff, present.rev))?;
    tx.wrote(Table::Credential, request.id, None)?;
    answer(tx, present.staff)
}

pub(super) fn void_credential(tx: &mut Tx<'_, '_>, request: VoidCredential) -> Result<StaffRow> {
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say why, in a few words.");
    check.done()?;
    let present = standing(tx, request.id)?;
    tx.revise(Table::Credential, request.id, request.rev)?;
    store::void_credential(tx, request.id, &reason)?;
    tx.wrote(Table::Credential, request.id, None)?;
    answer(tx, present.staff)
}

pub(super) fn standing(tx: &Tx<'_, '_>, id: CredentialId) -> Result<Credential> {
    match store::credential(tx.sql(), id)? {
        Some((_, true)) => Err(StaffRefusal::CredentialVoided.into()),
        Some((credential, false)) => Ok(credential),
        None => Err(Refusal::not_found("credential")),
    }
}

fn insert_credential(tx: &mut Tx<'_, '_>, staff: StaffId, fields: CredentialFields) -> Result<()> {
    let credential = fields.onto(tx.id(), staff, 1);
    store::insert_credential(tx, &credential)?;
    tx.wrote(Table::Credential, credential.id, None)
}

/// Adds and voids role rows until the person holds exactly these.
fn set_roles(tx: &mut Tx<'_, '_>, staff: StaffId, roles: &[Role]) -> Result<()> {
    for role in Role::ALL {
        match (store::role_row(tx.sql(), staff, *role)?, roles.contains(role)) {
            (None, true) => {
                let id: StaffRoleId = tx.id();
                store::insert_role(tx, id, staff, *role)?;
                tx.wrote(Table::StaffRole, id, None)?;
            }
            (Some((id, rev)), false) => {
                tx.revise(Table::StaffRole, id, rev)?;
                store::void_role(tx, id)?;
                tx.wrote(Table::StaffRole, id, None)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn ensure_a_director_is_left(tx: &Tx<'_, '_>) -> Result<()> {
    if store::active_with_role(tx.sql(), Role::Director)? == 0 {
        return Err(StaffRefusal::LastDirector.into());
    }
    Ok(())
}

fn ensure_supervisor(tx: &Tx<'_, '_>, person: StaffId, supervisor: Option<StaffId>) -> Result<()> {
    let Some(supervisor) = supervisor else { return Ok(()) };
    let members = store::members(tx.sql())?;
    let other = members.iter().find(|member| member.id == supervisor).ok_or_else(|| Refusal::not_found("person"))?;
    if !other.active {
        return Err(StaffRefusal::SupervisorInactive.into());
    }
    let supervisors: HashMap<StaffId, StaffId> =
        members.iter().filter_map(|member| Some((member.id, member.supervisor?))).collect();
    may_supervise(person, supervisor, &supervisors)?;
    Ok(())
}

fn enough(text: String, member: &StaffMember) -> Result<Passphrase> {
    let temporary = Passphrase::new(text);
    let mut check = Check::new();
    let names = [member.given_name.as_str(), &member.family_name, &member.login];
    ensure_enough(&mut check, "temporary_passphrase", &temporary, &names);
    check.done()?;
    Ok(temporary)
}

fn answer(tx: &mut Tx<'_, '_>, id: StaffId) -> Result<StaffRow> {
    tx.touch(Tag::Staff);
    tx.touch(Tag::Workstation);
    queries::row(&tx.view(), id)
}
