//! The measurements of a chart on paper: every instrument with its dates, totals and the published names of their ranges.

use chrono::NaiveDate;

use super::ipc::{Measurement, OutcomesOf};
use super::score::Part;
use super::{Mode, queries};
use crate::client::ClientId;
use crate::exit::paper::{Block, Section, column, figures, section, short_day};
use crate::kernel::{Result, View};

/// The measurements that were taken on the dates that are wanted, as far as the person reads them, each instrument in the
/// order of its dates.
///
/// # Errors
/// `not_found` or `not_permitted` when the person does not read the notes of this client.
pub(crate) fn of_chart(view: &View<'_>, client: ClientId, holds: impl Fn(NaiveDate) -> bool) -> Result<Section> {
    let mut blocks = Vec::new();
    for mut series in queries::outcomes(view, OutcomesOf { client })?.series {
        series.measurements.retain(|one| holds(one.given_on));
        series.measurements.sort_by_key(|one| one.given_at);
        if series.measurements.is_empty() {
            continue;
        }
        blocks.push(Block::Head { title: series.abbrev, beside: series.name });
        blocks.push(Block::Table {
            columns: vec![
                column("Date", 3),
                figures("Total", 3),
                column("Range", 5),
                column("Parts", 5),
                column("Given by", 4),
                column("Safety step", 4),
            ],
            rows: series.measurements.iter().map(cells).collect(),
            empty: "",
        });
    }
    if blocks.is_empty() {
        blocks.push(Block::Aside { text: "No measurement is in this copy.".into() });
    }
    Ok(section("Outcomes", blocks))
}

fn cells(one: &Measurement) -> Vec<String> {
    let score = &one.score;
    let total = match (score.total, score.most) {
        (Some(total), Some(most)) if score.prorated => format!("{total} of {most}, prorated"),
        (Some(total), Some(most)) => format!("{total} of {most}"),
        (Some(total), None) => total.to_string(),
        (None, _) => "no total".into(),
    };
    let said = |part: &Part| match part.score {
        Some(score) => format!("{} {score} of {}", part.label, part.most),
        None => format!("{} –", part.label),
    };
    let parts: Vec<String> = score.parts.iter().map(said).collect();
    let by = match one.mode {
        Mode::Client => format!("{}, answered by the client", one.given_by),
        Mode::Staff => one.given_by.clone(),
    };
    let safety = match (&one.safety, one.alert) {
        (Some(_), _) => "answered",
        (None, true) => "waits for an answer",
        (None, false) => "–",
    };
    vec![
        short_day(one.given_on),
        total,
        score.band.clone().unwrap_or_else(|| "–".into()),
        if parts.is_empty() { "–".into() } else { parts.join("; ") },
        by,
        safety.into(),
    ]
}
