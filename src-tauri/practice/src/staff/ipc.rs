//! Calls of the staff.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::passphrase::{StrengthRequest, strength};
use super::{Credential, CredentialId, mend, ops, queries, stand_in};
use crate::kernel::actor::StaffId;
use crate::kernel::router::{Call, Need, desk_op, desk_query, op, query};
use crate::kernel::{Check, Info, Moment, Role, Tag, Verb};

/// A credential with its license.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Credential")]
pub struct CredentialAnswer {
    pub id: CredentialId,
    pub label: String,
    pub license_state: String,
    pub license_number: String,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
    pub needs_cosign: bool,
    pub rev: i64,
}

impl From<Credential> for CredentialAnswer {
    fn from(credential: Credential) -> Self {
        Self {
            id: credential.id,
            label: credential.label,
            license_state: credential.license_state,
            license_number: credential.license_number,
            expires_on: credential.expires_on,
            needs_cosign: credential.needs_cosign,
            rev: credential.rev,
        }
    }
}

/// The fields of a credential as a form sends them.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CredentialFields {
    /// As printed behind the name: "LPC".
    pub label: String,
    pub license_state: String,
    pub license_number: String,
    #[serde(default)]
    #[ts(optional)]
    pub expires_on: Option<NaiveDate>,
    /// Notes signed under it need a cosignature.
    pub needs_cosign: bool,
}

impl CredentialFields {
    pub(super) fn checked(self, check: &mut Check, at: &str) -> Self {
        Self {
            label: check.required(&format!("{at}label"), &self.label, 40, "Type the credential, such as LPC or RN."),
            license_state: check.optional(&format!("{at}license_state"), &self.license_state, 40),
            license_number: check.optional(&format!("{at}license_number"), &self.license_number, 40),
            ..self
        }
    }

    pub(super) fn onto(self, id: CredentialId, staff: StaffId, rev: i64) -> Credential {
        Credential {
            id,
            staff,
            label: self.label,
            license_state: self.license_state,
            license_number: self.license_number,
            expires_on: self.expires_on,
            needs_cosign: self.needs_cosign,
            rev,
        }
    }
}

/// Who supervises.
#[derive(Debug, Serialize, TS)]
pub struct Supervisor {
    pub id: StaffId,
    pub name: String,
}

/// A colleague to choose.
#[derive(Debug, Serialize, TS)]
pub struct StaffName {
    pub id: StaffId,
    pub name: String,
    pub roles: Vec<Role>,
}

/// A person as the staff list shows them.
#[derive(Debug, Serialize, TS)]
pub struct StaffRow {
    pub id: StaffId,
    pub name: String,
    pub given_name: String,
    pub family_name: String,
    pub roles: Vec<Role>,
    pub role_words: String,
    pub credentials: Vec<CredentialAnswer>,
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<Supervisor>,
    pub login: String,
    pub active: bool,
    /// This is the person who looks.
    #[serde(rename = "self")]
    pub is_self: bool,
    /// A director set the passphrase and the person has not replaced it yet.
    pub must_renew: bool,
    /// The person's newest entry in the log.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<Moment>,
    pub rev: i64,
}

/// The request of `staff.add`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddStaff {
    pub given_name: String,
    pub family_name: String,
    pub login: String,
    pub roles: Vec<Role>,
    #[serde(default)]
    #[ts(optional)]
    pub credential: Option<CredentialFields>,
    #[serde(default)]
    #[ts(optional)]
    pub supervisor: Option<StaffId>,
    /// Told to the person by voice; must be replaced at the first sign-in.
    pub temporary_passphrase: String,
}

/// The request of `staff.change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeStaff {
    pub id: StaffId,
    pub rev: i64,
    pub given_name: String,
    pub family_name: String,
    pub roles: Vec<Role>,
    #[serde(default)]
    #[ts(optional)]
    pub supervisor: Option<StaffId>,
}

/// The request of `staff.credential_add`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewCredential {
    pub staff: StaffId,
    pub fields: CredentialFields,
}

/// The request of `staff.credential_change`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OldCredential {
    pub id: CredentialId,
    pub rev: i64,
    pub fields: CredentialFields,
}

/// The request of `staff.credential_void`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoidCredential {
    pub id: CredentialId,
    pub rev: i64,
    pub reason: String,
}

/// The request of `staff.deactivate`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Deactivate {
    pub id: StaffId,
    pub rev: i64,
    pub reason: String,
}

/// The request of `staff.reactivate`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reactivate {
    pub id: StaffId,
    pub rev: i64,
    pub temporary_passphrase: String,
}

/// The request of `staff.reset_passphrase`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResetPassphrase {
    pub id: StaffId,
    pub temporary_passphrase: String,
}

/// The request of `passphrase.change`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    pub current: String,
    pub new: String,
}

/// The request of `pin.set`.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetPin {
    pub passphrase: String,
    /// 4 to 8 digits.
    pub pin: String,
}

pub(crate) fn calls() -> Vec<Call> {
    let write = Need::Cell(Info::Staff, Verb::Write);
    vec![
        query("staff.list", Need::SignedIn, &[Tag::Staff], queries::list),
        query("staff.names", Need::SignedIn, &[Tag::Staff], queries::names),
        op("staff.add", write, ops::add),
        op("staff.change", write, ops::change),
        op("staff.deactivate", write, ops::deactivate),
        op("staff.reactivate", write, ops::reactivate),
        op("staff.reset_passphrase", write, ops::reset_passphrase),
        op("staff.credential_add", write, ops::add_credential),
        op("staff.credential_change", write, ops::change_credential),
        op("staff.credential_void", write, ops::void_credential),
        query("staff.own_credentials", Need::SignedIn, &[Tag::Staff], mend::own),
        desk_op("staff.credential_mend", Need::SignedIn, &[Tag::Staff], mend::mend),
        query("staff.mends", write, &[Tag::Staff], mend::unseen),
        op("staff.mend_seen", write, mend::seen),
        query("staff.stand_ins", Need::SignedIn, &[Tag::Staff], stand_in::list),
        op("staff.stand_in_name", Need::SignedIn, stand_in::name),
        op("staff.stand_in_end", Need::SignedIn, stand_in::end),
        desk_query("passphrase.strength", Need::Nothing, &[], |_, request: StrengthRequest| {
            let words: Vec<&str> = request.words.iter().map(String::as_str).collect();
            Ok(strength(&request.passphrase, &words))
        }),
        op("passphrase.change", Need::SignedIn, ops::change_passphrase).also_while_renewing(),
        op("pin.set", Need::SignedIn, ops::set_pin),
        op("pin.clear", Need::SignedIn, ops::clear_pin),
    ]
}
