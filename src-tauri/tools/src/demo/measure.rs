//! Instruments over the weeks: at admission and about every second week. Distress goes down in most, and not in a line.

use chrono::NaiveDate;
use serde_json::{Map, json};

use super::door::{rows, text};
use super::stage::{Stage, plus};

/// What is given, and whether a high value is a good sign.
const GIVEN: [(&str, bool); 3] = [("phq9", false), ("gad7", false), ("barc10", true)];
/// Days between two.
const EVERY: i64 = 14;
/// The item that asks for thoughts of being dead; its answer is seldom thrown, since each calls for a safety step.
const THOUGHTS: &str = "q9";

/// Gives a client the instruments, if they are due.
pub fn of_client(stage: &mut Stage, at: usize, on: NaiveDate) -> Result<(), String> {
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    if chart.measured_on.is_some_and(|last| on < plus(last, EVERY)) {
        return Ok(());
    }
    let times = chart.measured_on.replace(on).map_or(0, |_| chart.times_measured + 1);
    chart.times_measured = times;
    for (code, high_is_good) in GIVEN {
        give(stage, at, code, (times, high_is_good))?;
    }
    Ok(())
}

fn give(stage: &mut Stage, at: usize, code: &str, (times, high_is_good): (usize, bool)) -> Result<(), String> {
    let form = stage.door.ask("instrument.get", json!({ "code": code }))?;
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    // Of 100, how heavy it still is: some begin light, a few stay heavy.
    let begins = 45 + at * 7 % 40;
    let slope = if at % 9 == 4 { 1 } else { 9 };
    let weight = begins.saturating_sub(times * slope);
    let mut answers = Map::new();
    for item in rows(&form["items"]) {
        let values: Vec<i64> = rows(&item["options"]).iter().filter_map(|option| option["value"].as_i64()).collect();
        let throw = (weight + chart.dice.below(45)).saturating_sub(22).min(100);
        let throw = if high_is_good { 100 - throw } else { throw };
        let heavy = throw * values.len().saturating_sub(1) + 50;
        let mut value = values.get(heavy / 100).copied().unwrap_or_default();
        if code == "phq9" && item["id"] == THOUGHTS {
            value = i64::from(at % 16 == 4 && times == 1);
        }
        answers.insert(text(&item, "id"), value.into());
    }
    let thoughts = code == "phq9" && answers.get(THOUGHTS).is_some_and(|value| *value != 0);
    let request = json!({ "client": chart.id, "code": code, "answers": answers });
    let measured = stage.door.op("instrument.record", request)?;
    if thoughts {
        let fields = stage.library.record.safety.clone();
        let step = json!({ "id": measured["id"], "rev": measured["rev"], "finding": "plan_made", "fields": fields });
        stage.door.op("instrument.safety", step)?;
    }
    Ok(())
}
