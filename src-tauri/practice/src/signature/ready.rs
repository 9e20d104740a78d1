//! What stands between a draft and a signature, point by point, asked before anybody types a secret.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{License, SignatureRefusal, license_on, signer};
use crate::kernel::refusal::{FieldFault, Rule};
use crate::kernel::{Check, Result, View};

/// The place of a point that no field of the form can mend: somebody else is the author.
const AUTHOR: &str = "author";
/// The same: the license of who would sign had ended.
const LICENSE: &str = "license";

/// What is missing; empty when it can be signed.
#[derive(Debug, Serialize, TS)]
pub struct SignReady {
    /// Each beside its field. `author` and `license` are no fields: a draft is taken over, a date mended.
    pub missing: Vec<FieldFault>,
}

/// The holes of a draft with what stops this person: it is somebody else's, or their license had ended on the day it is
/// about.
///
/// # Errors
/// Those of the store.
pub(crate) fn ready(
    view: &View<'_>,
    holes: Check,
    author: Result<(), impl Rule>,
    licensed_on: NaiveDate,
) -> Result<SignReady> {
    let mut missing = holes.faults();
    let mut stopped = |field: &str, rule: &dyn Rule| {
        missing.push(FieldFault { field: field.into(), message: rule.words() });
    };
    match author {
        Err(rule) => stopped(AUTHOR, &rule),
        Ok(()) => {
            let facts = signer(view.sql, view.actor.staff)?;
            if let License::Ended(on) = license_on(&facts.credentials, licensed_on) {
                stopped(LICENSE, &SignatureRefusal::LicenseEnded(on));
            }
        }
    }
    Ok(SignReady { missing })
}
