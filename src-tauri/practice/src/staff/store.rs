//! SQL of staff, roles and credentials.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::pin::PinDigest;
use super::{Credential, CredentialId, StaffMember, StaffRoleId};
use crate::kernel::actor::StaffId;
use crate::kernel::door::Tx;
use crate::kernel::{Moment, Result, Role};

pub(super) fn member(sql: &Connection, id: StaffId) -> Result<Option<StaffMember>> {
    let mut statement = sql.prepare_cached(
        "select id, given_name, family_name, login, supervisor, active, rev
         from staff
         where id = :id",
    )?;
    Ok(statement.query_row(named_params! { ":id": id }, member_of).optional()?)
}

/// What the vault and the log know of a person's access.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Access {
    /// The present keys are opened by a passphrase that somebody else set.
    pub temporary: bool,
    /// The newest entry of the person in the log.
    pub last_seen: Option<Moment>,
}

/// Everybody's access. The newest entry is the end of the person's part of an index, whatever the length of the log.
pub(super) fn access(sql: &Connection) -> Result<HashMap<StaffId, Access>> {
    let mut statement = sql.prepare_cached(
        "select staff.id, coalesce(holder_key.temporary, 0) as temporary,
                (select max(audit.at) from audit where audit.actor = staff.id) as last_seen
         from staff
         left join holder_key on holder_key.holder = staff.id and holder_key.retired_at is null",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((row.get("id")?, Access { temporary: row.get("temporary")?, last_seen: row.get("last_seen")? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn members(sql: &Connection) -> Result<Vec<StaffMember>> {
    let mut statement = sql.prepare_cached(
        "select id, given_name, family_name, login, supervisor, active, rev
         from staff
         order by active desc, family_name collate nocase, given_name collate nocase",
    )?;
    let rows = statement.query_map([], member_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn member_of(row: &Row<'_>) -> rusqlite::Result<StaffMember> {
    Ok(StaffMember {
        id: row.get("id")?,
        given_name: row.get("given_name")?,
        family_name: row.get("family_name")?,
        login: row.get("login")?,
        supervisor: row.get("supervisor")?,
        active: row.get("active")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn active_with_login(sql: &Connection, login: &str) -> Result<Option<StaffId>> {
    let mut statement = sql.prepare_cached("select id from staff where login = :login and active = 1")?;
    Ok(statement.query_row(named_params! { ":login": login }, |row| row.get(0)).optional()?)
}

pub(super) fn insert(tx: &Tx<'_, '_>, member: &StaffMember) -> Result<()> {
    tx.write(
        "insert into staff
           (id, given_name, family_name, login, supervisor, active, rev, at, device, by_staff)
         values
           (:id, :given_name, :family_name, :login, :supervisor, :active, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": member.id,
            ":given_name": member.given_name,
            ":family_name": member.family_name,
            ":login": member.login,
            ":supervisor": member.supervisor,
            ":active": member.active,
        },
    )
}

/// Writes the person's fields as the next revision. Who is not active has no PIN.
pub(super) fn update(tx: &Tx<'_, '_>, member: &StaffMember, inactive_reason: Option<&str>) -> Result<()> {
    tx.write(
        "update staff
         set given_name = :given_name, family_name = :family_name, supervisor = :supervisor, active = :active,
             inactive_reason = :inactive_reason,
             pin_salt = case when :active then pin_salt end, pin_digest = case when :active then pin_digest end,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": member.id,
            ":rev": member.rev,
            ":given_name": member.given_name,
            ":family_name": member.family_name,
            ":supervisor": member.supervisor,
            ":active": member.active,
            ":inactive_reason": inactive_reason,
        },
    )
}

/// Writes the person's PIN, or none, as the next revision.
pub(super) fn set_pin(tx: &Tx<'_, '_>, id: StaffId, pin: Option<&PinDigest>) -> Result<()> {
    tx.write(
        "update staff
         set pin_salt = :salt, pin_digest = :digest, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! {
            ":id": id,
            ":salt": pin.map(|pin| pin.salt.as_slice()),
            ":digest": pin.map(|pin| pin.digest.as_slice()),
        },
    )
}

pub(super) fn pin(sql: &Connection, id: StaffId) -> Result<Option<PinDigest>> {
    let mut statement =
        sql.prepare_cached("select pin_salt, pin_digest from staff where id = :id and pin_salt is not null")?;
    Ok(statement
        .query_row(named_params! { ":id": id }, |row| Ok(PinDigest { salt: row.get(0)?, digest: row.get(1)? }))
        .optional()?)
}

pub(super) fn roles(sql: &Connection, id: StaffId) -> Result<Vec<Role>> {
    let mut statement = sql.prepare_cached(
        "select staff_role.role
         from staff_role
         join role on role.word = staff_role.role
         where staff_role.staff = :staff and staff_role.voided_at is null
         order by role.position",
    )?;
    let rows = statement.query_map(named_params! { ":staff": id }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Roles of everybody, in one query.
pub(super) fn all_roles(sql: &Connection) -> Result<HashMap<StaffId, Vec<Role>>> {
    let mut statement = sql.prepare_cached(
        "select staff_role.staff, staff_role.role
         from staff_role
         join role on role.word = staff_role.role
         where staff_role.voided_at is null
         order by role.position",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut roles: HashMap<StaffId, Vec<Role>> = HashMap::new();
    for row in rows {
        let (staff, role) = row?;
        roles.entry(staff).or_default().push(role);
    }
    Ok(roles)
}

pub(super) fn role_row(sql: &Connection, staff: StaffId, role: Role) -> Result<Option<(StaffRoleId, i64)>> {
    let mut statement = sql.prepare_cached(
        "select id, rev from staff_role where staff = :staff and role = :role and voided_at is null",
    )?;
    Ok(statement
        .query_row(named_params! { ":staff": staff, ":role": role }, |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(super) fn insert_role(tx: &Tx<'_, '_>, id: StaffRoleId, staff: StaffId, role: Role) -> Result<()> {
    tx.write(
        "insert into staff_role (id, staff, role, rev, at, device, by_staff)
         values (:id, :staff, :role, 1, :at, :device, :by_staff)",
        named_params! { ":id": id, ":staff": staff, ":role": role },
    )
}

pub(super) fn void_role(tx: &Tx<'_, '_>, id: StaffRoleId) -> Result<()> {
    tx.write(
        "update staff_role
         set voided_at = :at, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id },
    )
}

/// How many active people hold a role.
pub(super) fn active_with_role(sql: &Connection, role: Role) -> Result<i64> {
    let mut statement = sql.prepare_cached(
        "select count(*)
         from staff_role
         join staff on staff.id = staff_role.staff and staff.active = 1
         where staff_role.role = :role and staff_role.voided_at is null",
    )?;
    Ok(statement.query_row(named_params! { ":role": role }, |row| row.get(0))?)
}

const CREDENTIAL: &str = "select id, staff, label, license_state, license_number, expires_on, needs_cosign, rev
     from credential
     where voided_at is null
     order by staff, at, id";

/// Credentials of everybody, in one query.
pub(super) fn all_credentials(sql: &Connection) -> Result<HashMap<StaffId, Vec<Credential>>> {
    let mut statement = sql.prepare_cached(CREDENTIAL)?;
    let rows = statement.query_map([], credential_of)?;
    let mut credentials: HashMap<StaffId, Vec<Credential>> = HashMap::new();
    for row in rows {
        let credential = row?;
        credentials.entry(credential.staff).or_default().push(credential);
    }
    Ok(credentials)
}

pub(super) fn credentials(sql: &Connection, staff: StaffId) -> Result<Vec<Credential>> {
    let mut statement = sql.prepare_cached(
        "select id, staff, label, license_state, license_number, expires_on, needs_cosign, rev
         from credential
         where staff = :staff and voided_at is null
         order by at, id",
    )?;
    let rows = statement.query_map(named_params! { ":staff": staff }, credential_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn credential(sql: &Connection, id: CredentialId) -> Result<Option<(Credential, bool)>> {
    let mut statement = sql.prepare_cached(
        "select id, staff, label, license_state, license_number, expires_on, needs_cosign, rev,
                voided_at is not null as voided
         from credential
         where id = :id",
    )?;
    Ok(statement
        .query_row(named_params! { ":id": id }, |row| Ok((credential_of(row)?, row.get("voided")?)))
        .optional()?)
}

fn credential_of(row: &Row<'_>) -> rusqlite::Result<Credential> {
    Ok(Credential {
        id: row.get("id")?,
        staff: row.get("staff")?,
        label: row.get("label")?,
        license_state: row.get("license_state")?,
        license_number: row.get("license_number")?,
        expires_on: row.get("expires_on")?,
        needs_cosign: row.get("needs_cosign")?,
        rev: row.get("rev")?,
    })
}

pub(super) fn insert_credential(tx: &Tx<'_, '_>, credential: &Credential) -> Result<()> {
    tx.write(
        "insert into credential
           (id, staff, label, license_state, license_number, expires_on, needs_cosign, rev, at, device, by_staff)
         values
           (:id, :staff, :label, :license_state, :license_number, :expires_on, :needs_cosign, 1, :at, :device, :by_staff)",
        named_params! {
            ":id": credential.id,
            ":staff": credential.staff,
            ":label": credential.label,
            ":license_state": credential.license_state,
            ":license_number": credential.license_number,
            ":expires_on": credential.expires_on,
            ":needs_cosign": credential.needs_cosign,
        },
    )
}

/// Writes the credential's fields as the next revision.
pub(super) fn update_credential(tx: &Tx<'_, '_>, credential: &Credential) -> Result<()> {
    tx.write(
        "update credential
         set label = :label, license_state = :license_state, license_number = :license_number,
             expires_on = :expires_on, needs_cosign = :needs_cosign,
             rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id and rev = :rev",
        named_params! {
            ":id": credential.id,
            ":rev": credential.rev,
            ":label": credential.label,
            ":license_state": credential.license_state,
            ":license_number": credential.license_number,
            ":expires_on": credential.expires_on,
            ":needs_cosign": credential.needs_cosign,
        },
    )
}

pub(super) fn void_credential(tx: &Tx<'_, '_>, id: CredentialId, reason: &str) -> Result<()> {
    tx.write(
        "update credential
         set voided_at = :at, void_reason = :reason, rev = rev + 1, at = :at, device = :device, by_staff = :by_staff
         where id = :id",
        named_params! { ":id": id, ":reason": reason },
    )
}
