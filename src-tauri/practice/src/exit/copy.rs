//! A copy of a record on its way out: an internal one with who and why, or the client's own.

use serde::Deserialize;
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use super::{Document, ExitId, ExitKind, leave, leave_watched};
use crate::kernel::{Check, Result};
use crate::workstation::{Watch, Workstation};

crate::words! {
    /// For whom a copy of a record is.
    pub enum CopyKind {
        /// The client's own copy.
        OwnCopy = "own_copy",
        /// For use within the program: who, why.
        InternalCopy = "internal_copy",
    }
}

/// For whom a copy is, why, and how many; part of every request that prints a record.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyFields {
    pub kind: CopyKind,
    /// Who it is for and why; kept with the record of what left. The client's own copy needs none.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub reason: String,
    /// 1 to 20.
    pub copies: u8,
}

/// A copy that may leave.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Leaving {
    pub kind: ExitKind,
    pub reason: String,
    pub copies: u8,
}

const OWN: &str = "The client's own copy";

impl CopyFields {
    /// Collects the faults of the fields, which are named `reason` and `copies`.
    pub(crate) fn checked(&self, check: &mut Check) -> Leaving {
        check.ensure((1..=20).contains(&self.copies), "copies", "Choose 1 to 20 copies.");
        let (kind, reason) = match self.kind {
            CopyKind::InternalCopy => {
                let reason = check.required("reason", &self.reason, 200, "Say who it is for and why.");
                (ExitKind::InternalCopy, reason)
            }
            CopyKind::OwnCopy => {
                let reason = check.optional("reason", &self.reason, 200);
                (ExitKind::OwnCopy, if reason.is_empty() { OWN.into() } else { reason })
            }
        };
        Leaving { kind, reason, copies: self.copies }
    }

    /// The copy, when nothing else is asked.
    ///
    /// # Errors
    /// `invalid` with every fault.
    pub(crate) fn leaving(&self) -> Result<Leaving> {
        let mut check = Check::new();
        let leaving = self.checked(&mut check);
        check.done()?;
        Ok(leaving)
    }
}

impl Leaving {
    /// What the paper says of itself, so that one found on a table says where it belongs.
    pub fn words(&self) -> String {
        match self.kind {
            ExitKind::OwnCopy => OWN.into(),
            ExitKind::InternalCopy => format!("Internal copy. {}", self.reason),
            ExitKind::Operational => String::new(),
            ExitKind::Release => format!("For {}", self.reason),
        }
    }

    /// Prints a template with its content, under a neutral file name.
    ///
    /// # Errors
    /// Those of [`leave`].
    pub fn print(
        self,
        desk: &Workstation,
        (template, name): (&'static str, &str),
        content: Value,
        subject: Option<Uuid>,
    ) -> Result<ExitId> {
        leave(desk, self.document((template, name), content, subject))
    }

    /// The same for hundreds of pages.
    ///
    /// # Errors
    /// Those of [`leave_watched`].
    pub fn print_watched(
        self,
        desk: &Workstation,
        watch: &Watch,
        file: (&'static str, &str),
        content: Value,
        subject: Option<Uuid>,
    ) -> Result<ExitId> {
        leave_watched(desk, self.document(file, content, subject), watch)
    }

    fn document(self, (template, name): (&'static str, &str), content: Value, subject: Option<Uuid>) -> Document {
        let Self { kind, reason, copies } = self;
        Document { kind, template, name: name.into(), content, subject, reason, copies }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn fields(kind: CopyKind, reason: &str, copies: u8) -> CopyFields {
        CopyFields { kind, reason: reason.into(), copies }
    }

    #[test]
    fn an_internal_copy_says_why_and_the_clients_own_need_not() {
        for (kind, reason, copies, expected) in [
            (CopyKind::InternalCopy, " Team review ", 1, Some("Internal copy. Team review")),
            (CopyKind::InternalCopy, "  ", 1, None),
            (CopyKind::OwnCopy, "", 1, Some(OWN)),
            (CopyKind::OwnCopy, "Asked for at discharge", 20, Some(OWN)),
            (CopyKind::OwnCopy, "", 0, None),
            (CopyKind::OwnCopy, "", 21, None),
        ] {
            let leaving = fields(kind, reason, copies).leaving().ok();
            assert_eq!(leaving.map(|leaving| leaving.words()).as_deref(), expected, "{kind:?} {reason} {copies}");
        }
        assert_eq!(fields(CopyKind::OwnCopy, "", 1).leaving().unwrap().reason, OWN);
    }
}
