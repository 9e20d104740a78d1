//! The handout of a session on paper: it names nobody, and leaves as a paper of the day.

use serde_json::json;

use super::ipc::{HandoutSaved, PrintHandout};
use super::store;
use crate::exit::{self, Document, ExitKind};
use crate::kernel::{Refusal, Result};
use crate::workstation::Workstation;

/// Prints the handout of one session.
///
/// # Errors
/// `not_found`; `invalid` when the session has no handout; what [`exit::leave`] refuses.
pub(super) fn print(desk: &Workstation, request: PrintHandout) -> Result<HandoutSaved> {
    if !(1..=30).contains(&request.copies) {
        return Err(Refusal::field("copies", "Choose 1 to 30 copies."));
    }
    let content = desk.look(|view| {
        let lesson =
            store::lesson(view.sql, request.lesson)?.ok_or_else(|| Refusal::not_found("curriculum session"))?;
        if lesson.handout.is_empty() {
            return Err(Refusal::field("lesson", "This session has no handout. Write one first."));
        }
        let of = store::curriculum(view.sql, lesson.curriculum)?.map(|found| found.name).unwrap_or_default();
        // It is no record and goes home in a pocket: the notice of 42 CFR part 2 would only say where it comes from.
        let mut sheet = exit::sheet(view)?;
        sheet["statement"] = json!("");
        Ok(json!({
            "sheet": sheet,
            "curriculum": of,
            "number": lesson.number,
            "topic": lesson.topic,
            "lines": lesson.handout.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>(),
        }))
    })?;
    let document = Document {
        kind: ExitKind::Operational,
        template: "handout",
        name: "Handout.pdf".into(),
        content,
        subject: None,
        reason: "Handout of a group session".into(),
        copies: request.copies,
    };
    exit::leave(desk, document)?;
    Ok(HandoutSaved { saved: true })
}
