//! What stands between a draft and a signature, point by point, asked before anybody types a secret.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{License, SignatureRefusal, license_on, signer};
use crate::kernel::refusal::FieldFault;
use crate::kernel::{Check, Result, View};

/// What is missing; empty when it can be signed.
#[derive(Debug, Serialize, TS)]
pub struct SignReady {
    /// Each beside its field. Three are no fields of a form: `state` (it is signed already), `author` (the draft is somebody
    /// else's, and is taken over) and `license` (its date is mended, or a colleague signs).
    pub missing: Vec<FieldFault>,
}

/// The points that a slice found, and the license of whoever looks, which must hold on the day it is about.
///
/// # Errors
/// Those of the store.
pub(crate) fn ready(view: &View<'_>, mut points: Check, licensed_on: NaiveDate) -> Result<SignReady> {
    let facts = signer(view.sql, view.actor.staff)?;
    if let License::Ended(on) = license_on(&facts.credentials, licensed_on) {
        points.rule("license", Err(SignatureRefusal::LicenseEnded(on)));
    }
    Ok(SignReady { missing: points.faults() })
}
