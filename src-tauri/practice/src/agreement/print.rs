//! The agreements of a chart on paper.

use super::ipc::{AgreementRow, AgreementsOf};
use super::{queries, until_words};
use crate::client::ClientId;
use crate::exit::paper::{Block, Section, column, section, short_day, short_or_none};
use crate::kernel::{Result, View};

/// The agreements of a chart, in one table and their terms under it.
///
/// # Errors
/// `not_found` outside the reach.
pub(crate) fn of_chart(view: &View<'_>, client: ClientId) -> Result<Section> {
    let rows = queries::list(view, AgreementsOf { client })?.rows;
    let table = Block::Table {
        columns: vec![
            column("With", 5),
            column("Kind", 4),
            column("Holds", 5),
            column("Tests", 4),
            column("Next report", 3),
            column("Consent", 5),
        ],
        rows: rows.iter().map(line).collect(),
        empty: "No agreement is recorded.",
    };
    let terms = rows
        .iter()
        .filter(|one| !one.fields.terms.is_empty())
        .map(|one| Block::Words { label: one.fields.party.clone(), text: one.fields.terms.clone() });
    Ok(section("Agreements", std::iter::once(table).chain(terms).collect()))
}

fn line(one: &AgreementRow) -> Vec<String> {
    let tests = one.fields.tests_per_year.map(|tests| format!("{tests} a year")).unwrap_or_default();
    let tests: Vec<String> = [tests, one.panel_name.clone()].into_iter().filter(|part| !part.is_empty()).collect();
    let holds = format!("{}: {} {}", one.standing.label(), short_day(one.fields.from), until_words(one.fields.until));
    vec![
        one.fields.party.clone(),
        one.kind_label.into(),
        holds,
        if tests.is_empty() { "none".into() } else { tests.join(", ") },
        short_or_none(one.next_report_on),
        one.covered_by.clone().map_or_else(|| one.lacking_words.to_owned(), |to| format!("In order: {to}")),
    ]
}
