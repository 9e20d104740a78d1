//! The caseload as a table that leaves the program: an internal copy, with who and why.

use std::collections::HashMap;

use super::ipc::{CaseloadRow, CaseloadSaved, ExportCaseload};
use super::queries;
use crate::client::ClientId;
use crate::consent::ConsentSummary;
use crate::drug_test::TestClass;
use crate::exit::paper::hours;
use crate::exit::{self, DepartingTable, ExitKind};
use crate::kernel::{Check, Refusal, Result, View};
use crate::workstation::Workstation;

const HEAD: [&str; 16] = [
    "Number",
    "Family name",
    "Given name",
    "Profession",
    "Counselor",
    "Level",
    "Track",
    "Week",
    "Hours this week",
    "Hours required",
    "Attendance %",
    "Unsigned notes",
    "Last test",
    "Plan due",
    "Consents",
    "Flags",
];

/// Writes the lines the person chose, in their order; a client who has left the reach meanwhile is left out.
///
/// # Errors
/// `invalid` without a reason or without a line that is still there; otherwise those of [`exit::leave_table`].
pub(super) fn export(desk: &Workstation, request: ExportCaseload) -> Result<CaseloadSaved> {
    let mut check = Check::new();
    let reason = check.required("reason", &request.reason, 200, "Say who it is for and why.");
    anybody(&mut check, &request.clients);
    check.done()?;
    let (rows, today) = desk.look(|view| Ok((chosen(view, &request.clients)?, view.today())))?;
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    let saved = CaseloadSaved { rows: i64::try_from(rows.len()).unwrap_or(i64::MAX) };
    exit::leave_table(
        desk,
        &DepartingTable {
            kind: ExitKind::InternalCopy,
            document: "caseload",
            name: format!("Weekly table {today}.csv"),
            reason,
            head: HEAD.iter().map(|title| (*title).to_owned()).collect(),
            rows,
        },
    )?;
    Ok(saved)
}

/// Collects the fault of a list without anybody.
pub(super) fn anybody(check: &mut Check, clients: &[ClientId]) {
    check.ensure(!clients.is_empty(), "clients", "No client is in the list. Take a filter away first.");
}

/// The lines a person chose, in their order, as far as they are still in reach.
///
/// # Errors
/// `invalid` when none is.
pub(super) fn chosen(view: &View<'_>, clients: &[ClientId]) -> Result<Vec<CaseloadRow>> {
    let rows = queries::list(view)?.rows;
    let mut by_client: HashMap<ClientId, CaseloadRow> = rows.into_iter().map(|row| (row.client, row)).collect();
    let rows: Vec<CaseloadRow> = clients.iter().filter_map(|id| by_client.remove(id)).collect();
    if rows.is_empty() {
        let message = "These clients are not on the caseload any more. Open the page again.";
        return Err(Refusal::field("clients", message));
    }
    Ok(rows)
}

fn cells(row: &CaseloadRow) -> Vec<String> {
    let flags: Vec<&str> = row.flags.iter().map(|flag| flag.label).collect();
    vec![
        row.number.clone(),
        row.family_name.clone(),
        row.given_name.clone(),
        row.profession.clone(),
        row.counselor.as_ref().map_or_else(String::new, |counselor| counselor.name.clone()),
        row.level.clone().unwrap_or_default(),
        row.track.clone(),
        row.week.to_string(),
        hours(row.minutes),
        row.minimum.map(hours).unwrap_or_default(),
        row.attendance.map(|percent| percent.to_string()).unwrap_or_default(),
        row.unsigned.to_string(),
        row.last_test.as_ref().map_or_else(String::new, |test| format!("{} {}", test.on, test_words(test.class))),
        row.plan_due.map_or_else(String::new, |due| due.to_string()),
        consent_words(row.consent).into(),
        flags.join("; "),
    ]
}

pub(super) const fn test_words(class: TestClass) -> &'static str {
    match class {
        TestClass::Ordered => "ordered",
        TestClass::NotCollected => "not collected",
        TestClass::Refused => "refused",
        TestClass::Unable => "unable",
        TestClass::Excused => "excused",
        TestClass::Collected => "collected",
        TestClass::Presumptive => "presumptive",
        TestClass::Confirmed => "confirmed",
        TestClass::Expected => "expected",
        TestClass::Unexpected => "unexpected",
        TestClass::Inconclusive => "inconclusive",
    }
}

pub(super) const fn consent_words(summary: ConsentSummary) -> &'static str {
    match summary {
        ConsentSummary::InOrder => "in order",
        ConsentSummary::Expiring => "ends soon",
        ConsentSummary::Expired => "expired",
        ConsentSummary::EvidenceOnly => "evidence only",
        ConsentSummary::Missing => "missing",
    }
}
