//! The clinical part of a chart: medications, diagnoses, the plan and its reviews, and a chart that becomes restricted.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::door::{rows, text};
use super::stage::{Chart, Stage, Unapproved, plus};
use super::{assess, counsel};

/// What a counselor does when a client is new.
pub fn begin(stage: &mut Stage, at: usize, on: NaiveDate) -> Result<(), String> {
    let Some(chart) = stage.charts.get(at) else { return Ok(()) };
    if chart.has_plan || chart.cast.cohort == "inquiry" || chart.admitted_on > on {
        return Ok(());
    }
    // The newest admission still waits for its plan.
    let newest = stage.days_ago(chart.admitted_on) <= 9 && at.is_multiple_of(2);
    let client = chart.id.clone();
    stage.door.op("client.open", json!({ "id": client }))?;
    clinical(stage, at)?;
    assess::of_client(stage, at, on)?;
    super::outside::agreed(stage, at)?;
    if let Some(chart) = stage.charts.get_mut(at) {
        chart.has_plan = true;
    }
    if !newest {
        plan(stage, at, on)?;
    }
    counsel::book(stage, at, plus(on, 1 + i64::try_from(at % 9).unwrap_or_default()))?;
    restrict(stage, at)
}

fn clinical(stage: &mut Stage, at: usize) -> Result<(), String> {
    let care = stage.cast.care.clone();
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    let (client, theme, admitted) = (chart.id.clone(), chart.cast.theme.clone(), chart.admitted_on);
    let dice = &mut chart.dice;
    let principal = care.diagnoses.get(&theme).cloned();
    let beside = if dice.chance(55) { dice.pick(&care.beside).cloned() } else { None };
    let mut taken: Vec<_> =
        care.medications.get(&theme).and_then(|list| dice.pick(list)).cloned().into_iter().collect();
    for _ in 0..dice.below(3) {
        let more = dice.pick(&care.more_medications).cloned();
        taken.extend(more.filter(|more| !taken.iter().any(|known| known.name == more.name)));
    }
    let prescribers: Vec<String> = taken.iter().map(|_| dice.word(&care.prescribers)).collect();
    let since: Vec<NaiveDate> = taken.iter().map(|_| plus(admitted, -dice.between(1, 260))).collect();
    chart.shows =
        taken.iter().flat_map(|it| it.shows_as.split(',')).filter(|key| !key.is_empty()).map(str::to_owned).collect();
    for (position, diagnosis) in (1..).zip(principal.into_iter().chain(beside)) {
        let fields = json!({ "code": diagnosis.code, "words": diagnosis.words, "position": position, "diagnosed_on": admitted });
        stage.door.op("diagnosis.add", json!({ "client": client, "fields": fields }))?;
    }
    for ((medication, prescriber), started) in taken.into_iter().zip(prescribers).zip(since) {
        let fields = json!({
            "name": medication.name, "dose": medication.dose, "frequency": medication.frequency,
            "prescriber": prescriber, "started_on": started, "shows_as": medication.shows_as,
        });
        stage.door.op("medication.add", json!({ "client": client, "fields": fields }))?;
    }
    Ok(())
}

fn plan(stage: &mut Stage, at: usize, on: NaiveDate) -> Result<(), String> {
    let parts = stage.library.sentences.plans.clone();
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    let client = chart.id.clone();
    let mut chosen: Vec<_> = parts.get(&chart.cast.theme).cloned().unwrap_or_default();
    let mut more = parts.get("any").cloned().unwrap_or_default();
    chart.dice.shuffle(&mut more);
    more.truncate(1 + chart.dice.below(2));
    chosen.extend(more);
    let mut offered = stage.library.record.interventions.clone();
    let responsible = stage.staff.get(&chart.cast.counselor).cloned();
    let problems: Vec<Value> = chosen
        .into_iter()
        .map(|mut part| {
            chart.dice.shuffle(&mut part.objectives);
            part.objectives.truncate(2 + chart.dice.below(2));
            let objectives: Vec<Value> = part
                .objectives
                .into_iter()
                .map(|words| json!({ "words": words, "target_on": plus(on, chart.dice.between(25, 80)) }))
                .collect();
            chart.dice.shuffle(&mut offered);
            let interventions: Vec<Value> = offered
                .iter()
                .take(1 + chart.dice.below(2))
                .map(|it| json!({ "words": it.words, "frequency": it.frequency, "responsible": responsible }))
                .collect();
            json!({ "words": part.problem,
                    "goals": [{ "words": part.goal, "objectives": objectives, "interventions": interventions }] })
        })
        .collect();
    let draft = stage.door.op("plan.start", json!({ "client": client }))?;
    let saved =
        stage.door.op("plan.save", json!({ "id": draft["id"], "rev": draft["rev"], "problems": problems }))?;
    sign(stage, at, &saved, on)
}

fn sign(stage: &mut Stage, at: usize, draft: &Value, on: NaiveDate) -> Result<(), String> {
    let proof = stage.door.proof();
    let signed = stage.door.op("plan.sign", json!({ "id": draft["id"], "rev": draft["rev"], "proof": proof }))?;
    let objectives = rows(&signed["problems"])
        .iter()
        .flat_map(|problem| rows(&problem["goals"]))
        .flat_map(|goal| rows(&goal["objectives"]))
        .map(|objective| (text(&objective, "id"), text(&objective, "label")))
        .collect();
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    chart.objectives = objectives;
    chart.plan_due = text(&signed, "review_due_on").parse().ok();
    stage.unapproved.push(Unapproved {
        id: text(&signed, "id"),
        rev: signed["rev"].as_i64().unwrap_or(1),
        signed_on: on,
        author: chart.cast.counselor.clone(),
        chart: at,
    });
    Ok(())
}

/// A plan is reviewed a little before or after it is due; some reviews of the last weeks were let slide.
pub fn review(stage: &mut Stage, at: usize, on: NaiveDate) -> Result<(), String> {
    let Some(chart) = stage.charts.get(at) else { return Ok(()) };
    let slow = at % 7 == 3;
    let Some(due) = chart.plan_due else { return Ok(()) };
    let early = i64::try_from(at % 4).unwrap_or_default();
    if on < plus(due, -early) || (slow && stage.days_ago(due) < 25) {
        return Ok(());
    }
    let client = chart.id.clone();
    if let Some(objective) = met(chart, at) {
        stage.door.op("plan.mark", json!({ "id": objective, "rev": 1, "state": "met" }))?;
    }
    let draft = stage.door.op("plan.start", json!({ "client": client }))?;
    sign(stage, at, &draft, on)
}

/// An objective that was reached, of a goal that has others left: a goal without any is no plan.
fn met(chart: &Chart, at: usize) -> Option<String> {
    let goal = |label: &str| label.split('.').next().unwrap_or_default().to_owned();
    let (first, label) = chart.objectives.first().filter(|_| at.is_multiple_of(3))?;
    let others = chart.objectives.iter().filter(|(_, other)| goal(other) == goal(label)).count();
    (others > 1).then(|| first.clone())
}

/// A client who is a colleague's relative: only the care team opens the chart from here on.
fn restrict(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(chart) = stage.charts.get(at).filter(|chart| chart.cast.restricted) else { return Ok(()) };
    let client = chart.id.clone();
    let opened = stage.door.op("client.open", json!({ "id": client }))?;
    let request = json!({ "id": client, "rev": opened["identity"]["rev"], "restricted": true,
        "reason": "A relative works in this program" });
    stage.door.op("client.restrict", request)?;
    Ok(())
}
