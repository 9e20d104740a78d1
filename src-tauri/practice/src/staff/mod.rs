//! Staff: the people of the practice, their roles, credentials and supervisor, and how they sign in.
//!
//! What must hold: somebody active is a director; nobody supervises themselves, not even around a corner; a person who
//! leaves loses the slot in the vault's header in the same action; rows stay, since signed work points at them.

pub mod ipc;
mod mend;
mod ops;
pub mod passphrase;
mod pin;
mod queries;
mod rules;
mod stand_in;
mod store;

use chrono::NaiveDate;

use crate::kernel::actor::StaffId;
use crate::kernel::{Check, Role};

pub use mend::{MendLine, mends};
pub(crate) use ops::{Founder, found};
pub use pin::PinDigest;
pub use queries::{actor, by_login, is_active, login, person, pin};
pub use rules::StaffRefusal;
pub use stand_in::stands_in;

crate::ids! {
    /// A credential of a person.
    CredentialId,
    /// A role a person holds.
    StaffRoleId,
    /// A date of a license that its holder mended.
    MendId,
    /// Who answers a supervisor's queue for some days.
    StandInId
}

/// A person on the staff, as stored.
#[derive(Clone, Debug)]
pub(crate) struct StaffMember {
    pub id: StaffId,
    pub given_name: String,
    pub family_name: String,
    pub login: String,
    pub supervisor: Option<StaffId>,
    pub active: bool,
    pub rev: i64,
}

/// A credential, as stored.
#[derive(Clone, Debug)]
pub(crate) struct Credential {
    pub id: CredentialId,
    pub staff: StaffId,
    pub label: String,
    pub license_state: String,
    pub license_number: String,
    pub expires_on: Option<NaiveDate>,
    /// Notes signed under it need a cosignature: a trainee, an associate, an unlicensed counselor.
    pub needs_cosign: bool,
    pub rev: i64,
}

/// "Marisol Quiñones, LPC".
pub(crate) fn name_with(given: &str, family: &str, credentials: &[Credential]) -> String {
    let labels: Vec<&str> = credentials.iter().map(|credential| credential.label.as_str()).collect();
    let name = format!("{given} {family}");
    if labels.is_empty() { name } else { format!("{name}, {}", labels.join(", ")) }
}

/// "Counselor, facilitator".
pub(crate) fn role_words(roles: &[Role]) -> String {
    let mut words = String::new();
    for role in roles {
        if words.is_empty() {
            words.push_str(role.label());
        } else {
            words.push_str(", ");
            words.push_str(&role.label().to_lowercase());
        }
    }
    words
}

/// The sign-in name: what is typed at the door. White space outside is dropped; 2 to 60 characters.
pub(crate) fn checked_login(check: &mut Check, field: &str, login: &str) -> String {
    let login = check.required(field, login, 60, "Type a sign-in name.");
    check.ensure(login.is_empty() || login.chars().count() >= 2, field, "Use at least 2 characters.");
    login
}
