//! Where the problems of a plan come from: what the assessment found, and the diagnoses.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::ipc::PlanOf;
use crate::assessment;
use crate::kernel::{Info, Result, Verb, View};

crate::words! {
    /// Where a problem was found.
    pub enum FoundIn {
        Assessment = "assessment",
        Diagnosis = "diagnosis",
    }
}

/// A problem that a plan can take over.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProblemFound {
    pub words: String,
    pub found_in: FoundIn,
}

/// What the newest signed assessment found, then the diagnoses that stand, the principal one first.
pub(super) fn list(view: &View<'_>, request: PlanOf) -> Result<Vec<ProblemFound>> {
    view.reach(Info::Plan, Verb::Write, request.client)?;
    let found = assessment::found(view.sql, request.client)?.into_iter();
    let mut problems: Vec<ProblemFound> =
        found.map(|words| ProblemFound { words, found_in: FoundIn::Assessment }).collect();
    let mut statement = view.sql.prepare_cached(
        "select code, words
         from diagnosis
         where client = :client and voided_at is null and resolved_on is null
         order by position, id",
    )?;
    let rows = statement.query_map(named_params! { ":client": request.client }, |row| {
        let (code, words): (String, String) = (row.get(0)?, row.get(1)?);
        Ok(ProblemFound { words: format!("{words} ({code})"), found_in: FoundIn::Diagnosis })
    })?;
    for row in rows {
        problems.push(row?);
    }
    Ok(problems)
}
