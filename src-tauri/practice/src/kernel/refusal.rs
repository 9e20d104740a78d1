//! Refusals: the closed, typed way in which the product says no.
//!
//! Every message is a finished sentence for a clinician: what is, then what to do. A refusal never carries a client's
//! name, a path or a line of SQL. Tests assert on [`Refusal::code`] and [`Refusal::rule`], never on prose.

use serde::Serialize;
use ts_rs::TS;

/// The result of everything behind the command door.
pub type Result<T, E = Refusal> = std::result::Result<T, E>;

crate::words! {
    /// Where the window behaves differently.
    pub enum Code {
        /// One or more fields need another value; `fields` says which.
        Invalid = "invalid",
        /// The row does not exist, or not for this person.
        NotFound = "not_found",
        /// Somebody changed the row since it was read.
        Conflict = "conflict",
        /// The person's roles or relation do not allow it.
        NotPermitted = "not_permitted",
        /// Nobody is signed in, or the screen is locked.
        Locked = "locked",
        /// The passphrase, PIN or recovery key is not right.
        WrongPassphrase = "wrong_passphrase",
        /// Too many attempts; `wait_ms` says how long to wait.
        Wait = "wait",
        /// A passphrase set by a director must be replaced first.
        MustRenew = "must_renew",
        /// The vault or the disk cannot go on; `trouble` of the workstation explains.
        Trouble = "trouble",
        /// A rule of the program stops it; `rule` names it.
        StoppedByRule = "stopped_by_rule",
        /// The person cancelled.
        Cancelled = "cancelled",
        /// The request does not have the shape of its call.
        Malformed = "malformed",
        /// No such call.
        UnknownCall = "unknown_call",
        /// A defect of ours; nothing was changed.
        Internal = "internal",
    }
}

/// One field that needs another value.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct FieldFault {
    /// The field as the request names it, with dots for nesting: `practice.time_zone`.
    pub field: String,
    /// What is wrong, then the fix.
    pub message: String,
}

/// A typed no.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, TS)]
pub struct Refusal {
    /// Where the window behaves differently.
    pub code: Code,
    /// A finished sentence.
    pub message: String,
    /// Faults by field, for [`Code::Invalid`].
    pub fields: Vec<FieldFault>,
    /// The rule that stopped it, as `noun.rule`; tests and manuals name it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rule: Option<&'static str>,
    /// How long to wait, in milliseconds, for [`Code::Wait`].
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub wait_ms: Option<u64>,
    /// What to tell support, for [`Code::Internal`].
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub incident: Option<String>,
    /// The record as it stands, for [`Code::Conflict`]: an answer to somebody who may read it, and never a part of the
    /// message.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, type = "unknown")]
    pub theirs: Option<Box<serde_json::Value>>,
}

/// A rule of one slice that can say no. Implemented by an enum beside the slice's rules.
pub trait Rule {
    /// `noun.rule`, stable: tests and manuals use it.
    fn name(&self) -> &'static str;
    /// What is, then what to do.
    fn words(&self) -> String;
    /// Where the window behaves differently; a plain stop unless the rule says otherwise.
    fn code(&self) -> Code {
        Code::StoppedByRule
    }
}

impl<R: Rule> From<R> for Refusal {
    fn from(rule: R) -> Self {
        Self { rule: Some(rule.name()), ..Self::plain(rule.code(), rule.words()) }
    }
}

impl Refusal {
    /// A refusal with nothing but its code and sentence.
    pub fn plain(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            fields: Vec::new(),
            rule: None,
            wait_ms: None,
            incident: None,
            theirs: None,
        }
    }

    /// Faults beside their fields.
    pub fn invalid(fields: Vec<FieldFault>) -> Self {
        let message = match fields.as_slice() {
            [one] => one.message.clone(),
            many => format!("{} fields need another look.", many.len()),
        };
        Self { fields, ..Self::plain(Code::Invalid, message) }
    }

    /// One fault beside its field.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        Self::invalid(vec![FieldFault { field: field.into(), message: message.into() }])
    }

    /// The same refusal, with its sentence beside a field: for a passphrase or PIN that is not right.
    #[must_use]
    pub fn beside(mut self, field: &str) -> Self {
        if matches!(self.code, Code::WrongPassphrase) {
            self.fields.push(FieldFault { field: field.into(), message: self.message.clone() });
        }
        self
    }

    /// The row is not there, or not for this person; the two must not be told apart.
    pub fn not_found(noun: &str) -> Self {
        Self::plain(
            Code::NotFound,
            format!("This {noun} is not here any more. Go back to the list and open it again."),
        )
    }

    /// Somebody else changed the row first.
    pub fn conflict() -> Self {
        Self::plain(
            Code::Conflict,
            "This was changed since you opened it. Your words are kept; look at the newer version and save again.",
        )
    }

    /// The roles or the relation do not allow it.
    pub fn not_permitted() -> Self {
        Self::plain(Code::NotPermitted, "Your role does not include this. Ask a director if it should.")
    }

    /// Nobody is signed in.
    pub fn locked() -> Self {
        Self::plain(Code::Locked, "The screen is locked. Sign in to go on; everything is saved.")
    }

    /// A defect of ours. The cause is dropped on purpose: it could carry somebody's words.
    pub fn internal(incident: &'static str) -> Self {
        Self {
            incident: Some(incident.into()),
            ..Self::plain(Code::Internal, "Something went wrong on our side. Nothing was changed. Try again.")
        }
    }
}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        vault::Error::from(error).into()
    }
}
