//! Instruments on paper: the measurements of a chart, every instrument with its dates, totals and the published names of
//! their ranges and each safety step whole; and a client's safety plan alone, to take home.

use chrono::NaiveDate;

use super::ipc::{Measurement, OutcomesOf, PrintSafetyPlan, SafetyFields, SafetyStep, WhichMeasurement};
use super::rules::InstrumentRefusal;
use super::score::Part;
use super::{Finding, Mode, queries, store};
use crate::client::{self, ClientId};
use crate::exit::Printout;
use crate::exit::paper::{Block, Paper, Section, column, figures, long_day, moment, section, short_day};
use crate::kernel::{Result, RowId as _, View};
use crate::workstation::Workstation;

/// The parts of a client's plan, as the client speaks them.
fn parts(fields: &SafetyFields) -> [(&'static str, &String); 5] {
    [
        ("How I notice that it is getting worse", &fields.warning_signs),
        ("What I do alone to get through it", &fields.coping),
        ("Whom I can be with, and whom I call", &fields.people),
        ("Professionals and lines that answer at any hour", &fields.professionals),
        ("What is put out of my reach, and by whom", &fields.means),
    ]
}

fn words(fields: &SafetyFields) -> impl Iterator<Item = Block> {
    let filled = parts(fields).into_iter().filter(|(_, text)| !text.trim().is_empty());
    filled.map(|(label, text)| Block::Words { label: label.into(), text: text.clone() })
}

/// Prints a client's safety plan: the parts the client lives by, without what was asked and answered before.
///
/// # Errors
/// `not_found` out of reach, `instrument.no_plan` where the step ended without one.
pub(super) fn plan(desk: &Workstation, request: PrintSafetyPlan) -> Result<Printout> {
    let leaving = request.copy.leaving()?;
    let (content, client) = desk.look(|view| {
        let measurement = queries::sheet(view, WhichMeasurement { id: request.id })?.measurement;
        let plan = measurement.safety.filter(|step| step.finding == Finding::PlanMade);
        let step = plan.ok_or(InstrumentRefusal::NoPlan)?;
        let client = store::one(view.sql, request.id)?.ok_or_else(queries::unseen)?.client;
        let mut facts = client::print::subject(view, client)?;
        facts.push(("Made", long_day(view.zone().date(step.at))));
        facts.push(("With", step.by));
        let sections = vec![section("My plan", words(&step.fields).collect())];
        let paper = Paper { heading: "Safety plan".into(), watermark: "", facts, asides: Vec::new(), sections };
        Ok((paper.content(view, &leaving)?, client.uuid()))
    })?;
    leaving.print(desk, ("safety-plan", "Safety plan.pdf"), content, Some(client))?;
    Ok(Printout { saved: true })
}

/// A safety step whole, as it stands in a copy of the chart.
fn of_step(view: &View<'_>, step: &SafetyStep) -> Vec<Block> {
    let title = match step.finding {
        Finding::PlanMade => "Safety step: a safety plan was made",
        Finding::HandedOver => "Safety step: handed over",
        Finding::NoPresentRisk => "Safety step: no present risk found",
    };
    let beside = format!("{}, {}", step.by, moment(view.zone(), step.at));
    let asked = Block::Words { label: "What was asked and answered".into(), text: step.fields.what_was_said.clone() };
    let mut blocks = vec![Block::Head { title: title.into(), beside }, asked];
    blocks.extend(words(&step.fields));
    blocks
}

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
        blocks.extend(
            series.measurements.iter().filter_map(|one| one.safety.as_ref()).flat_map(|step| of_step(view, step)),
        );
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
