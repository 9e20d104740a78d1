//! Who is on the staff, and what the rest of the product must know of a person.

use rusqlite::Connection;

use super::ipc::{CredentialAnswer, StaffName, StaffRow, Supervisor};
use super::pin::PinDigest;
use super::store::Access;
use super::{Credential, StaffMember, name_with, role_words, store};
use crate::kernel::actor::{Actor, StaffId};
use crate::kernel::router::Nothing;
use crate::kernel::{Info, Refusal, Result, Role, Verb, View};
use crate::workstation::Person;

/// The actor behind a signed-in person, with the roles they hold now.
///
/// # Errors
/// `locked` when the person is no longer active.
pub fn actor(sql: &Connection, staff: StaffId) -> Result<Actor> {
    if !is_active(sql, staff)? {
        return Err(Refusal::locked());
    }
    Ok(Actor { staff, roles: store::roles(sql, staff)? })
}

/// Whether the person may sign in.
pub fn is_active(sql: &Connection, staff: StaffId) -> Result<bool> {
    Ok(store::member(sql, staff)?.is_some_and(|member| member.active))
}

/// The active person with this sign-in name.
pub fn by_login(sql: &Connection, login: &str) -> Result<Option<StaffId>> {
    store::active_with_login(sql, login.trim())
}

/// The name the person signs in with.
pub fn login(sql: &Connection, staff: StaffId) -> Result<String> {
    store::member(sql, staff)?.map(|member| member.login).ok_or_else(|| Refusal::not_found("person"))
}

/// The person's PIN, when one is set.
pub fn pin(sql: &Connection, staff: StaffId) -> Result<Option<PinDigest>> {
    store::pin(sql, staff)
}

/// The person as the frame shows them.
pub fn person(sql: &Connection, staff: StaffId, must_renew: bool) -> Result<Person> {
    let member = store::member(sql, staff)?.ok_or_else(|| Refusal::not_found("person"))?;
    let roles = store::roles(sql, staff)?;
    Ok(Person {
        id: staff,
        name: name_with(&member.given_name, &member.family_name, &store::credentials(sql, staff)?),
        given_name: member.given_name,
        family_name: member.family_name,
        role_words: role_words(&roles),
        roles,
        must_renew,
    })
}

/// Everybody, active people first, for those who may read the staff; one's own row for everybody else. Four queries
/// whatever the size of the staff.
pub(super) fn list(view: &View<'_>, _: Nothing) -> Result<Vec<StaffRow>> {
    if !view.actor.may(Info::Staff, Verb::Read) {
        return Ok(vec![row(view, view.actor.staff)?]);
    }
    let members = store::members(view.sql)?;
    let mut roles = store::all_roles(view.sql)?;
    let mut credentials = store::all_credentials(view.sql)?;
    let mut access = store::access(view.sql)?;
    let rows = members.iter().map(|member| {
        let supervisor = member.supervisor.and_then(|id| members.iter().find(|other| other.id == id));
        let own = (roles.remove(&member.id).unwrap_or_default(), credentials.remove(&member.id).unwrap_or_default());
        row_of(view.actor.staff, member, own, supervisor, access.remove(&member.id).unwrap_or_default())
    });
    Ok(rows.collect())
}

/// Names of the active staff, for choosing a colleague.
pub(super) fn names(view: &View<'_>, _: Nothing) -> Result<Vec<StaffName>> {
    let mut roles = store::all_roles(view.sql)?;
    let mut credentials = store::all_credentials(view.sql)?;
    let members = store::members(view.sql)?.into_iter().filter(|member| member.active);
    Ok(members
        .map(|member| StaffName {
            id: member.id,
            name: name_with(
                &member.given_name,
                &member.family_name,
                &credentials.remove(&member.id).unwrap_or_default(),
            ),
            roles: roles.remove(&member.id).unwrap_or_default(),
        })
        .collect())
}

/// One person as the staff list shows them.
pub(super) fn row(view: &View<'_>, id: StaffId) -> Result<StaffRow> {
    let member = store::member(view.sql, id)?.ok_or_else(|| Refusal::not_found("person"))?;
    let supervisor = member.supervisor.map(|id| store::member(view.sql, id)).transpose()?.flatten();
    let own = (store::roles(view.sql, id)?, store::credentials(view.sql, id)?);
    let access = store::access(view.sql)?.remove(&id).unwrap_or_default();
    Ok(row_of(view.actor.staff, &member, own, supervisor.as_ref(), access))
}

fn row_of(
    me: StaffId,
    member: &StaffMember,
    (roles, credentials): (Vec<Role>, Vec<Credential>),
    supervisor: Option<&StaffMember>,
    access: Access,
) -> StaffRow {
    StaffRow {
        id: member.id,
        name: name_with(&member.given_name, &member.family_name, &credentials),
        given_name: member.given_name.clone(),
        family_name: member.family_name.clone(),
        role_words: role_words(&roles),
        roles,
        credentials: credentials.into_iter().map(CredentialAnswer::from).collect(),
        supervisor: supervisor
            .map(|other| Supervisor { id: other.id, name: name_with(&other.given_name, &other.family_name, &[]) }),
        login: member.login.clone(),
        active: member.active,
        is_self: member.id == me,
        must_renew: member.active && access.temporary,
        last_seen: access.last_seen,
        rev: member.rev,
    }
}
