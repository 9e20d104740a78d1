//! The caseload on paper: the lines, columns and order of the screen, with the filter in words. An internal copy.

use super::export::{anybody, chosen, consent_words, test_words};
use super::ipc::{CaseloadRow, CaseloadSaved, PrintCaseload};
use crate::attendance::week_of;
use crate::exit::paper::{Block, Column, column, figures, hours, long_day, section, short_day, short_or_none};
use crate::exit::{CopyFields, CopyKind, Paper};
use crate::kernel::{Check, Result, View};
use crate::workstation::Workstation;

/// Prints the lines that the person chose, in their order.
///
/// # Errors
/// `invalid` without a reason or without a line that is still there; otherwise those of [`crate::exit::leave`].
pub(super) fn print(desk: &Workstation, request: PrintCaseload) -> Result<CaseloadSaved> {
    let mut check = Check::new();
    let fields = CopyFields { kind: CopyKind::InternalCopy, reason: request.reason.clone(), copies: request.copies };
    let leaving = fields.checked(&mut check);
    let shown = check.optional("shown", &request.shown, 200);
    anybody(&mut check, &request.clients);
    check.done()?;
    let (content, rows) = desk.look(|view| {
        let rows = chosen(view, &request.clients)?;
        Ok((paper(view, &rows, &shown)?.content(view, &leaving)?, rows.len()))
    })?;
    leaving.print(desk, ("caseload", "Weekly table.pdf"), content, None)?;
    Ok(CaseloadSaved { rows: i64::try_from(rows).unwrap_or(i64::MAX) })
}

fn paper(view: &View<'_>, rows: &[CaseloadRow], shown: &str) -> Result<Paper> {
    let week = week_of(view.today(), view.calendar.week_start.weekday());
    let table = Block::Table { columns: columns(), rows: rows.iter().map(cells).collect(), empty: "" };
    Ok(Paper {
        heading: "Caseload".into(),
        facts: vec![
            ("Program week", format!("{} to {}", long_day(week.start), long_day(week.last()))),
            ("Clients", rows.len().to_string()),
            ("Shown", if shown.is_empty() { "everybody".into() } else { shown.to_owned() }),
        ],
        sections: vec![section("", vec![table])],
        ..Paper::default()
    })
}

fn columns() -> Vec<Column> {
    vec![
        column("Client", 8),
        column("Counselor", 5),
        column("Level", 3),
        figures("Week", 3),
        figures("Hours", 4),
        figures("Att. %", 3),
        figures("Unsigned", 4),
        column("Last test", 6),
        column("Plan due", 5),
        column("Consents", 5),
        column("Needs", 10),
    ]
}

fn cells(row: &CaseloadRow) -> Vec<String> {
    let flags: Vec<&str> = row.flags.iter().map(|flag| flag.label).collect();
    let none = || "–".to_owned();
    let attended = hours(row.minutes);
    vec![
        format!("{}, {}  {}", row.family_name, row.given_name, row.number),
        row.counselor.as_ref().map_or_else(none, |counselor| counselor.name.clone()),
        row.level.clone().unwrap_or_else(none),
        row.week.to_string(),
        row.minimum.map_or_else(|| attended.clone(), |minimum| format!("{attended} / {}", hours(minimum))),
        row.attendance.map_or_else(none, |percent| percent.to_string()),
        row.unsigned.to_string(),
        row.last_test
            .as_ref()
            .map_or_else(none, |test| format!("{}, {}", test_words(test.class), short_day(test.on))),
        if row.has_plan { short_or_none(row.plan_due) } else { "no plan".into() },
        consent_words(row.consent).into(),
        if flags.is_empty() { none() } else { flags.join("; ") },
    ]
}
