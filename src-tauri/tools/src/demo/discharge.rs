//! Discharge summaries: the counselor writes one in the days after a stay, the newest is begun, one is owed.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::door::rows;
use super::stage::{Stage, plus};

/// Days from the end of a stay to its summary.
const AFTER: i64 = 3;

/// Writes the summaries of a counselor's stays that ended some days ago.
pub fn summaries(stage: &mut Stage, login: &str, on: NaiveDate) -> Result<(), String> {
    for at in 0..stage.charts.len() {
        let Some(chart) = stage.charts.get_mut(at) else { continue };
        let due = chart.ends_on.is_some_and(|end| chart.left && plus(end, AFTER) <= on);
        if due && chart.cast.counselor == login && !chart.summed_up {
            chart.summed_up = true;
            // One stays owed: it was begun on paper somewhere.
            if at % 4 != 3 {
                summary(stage, at)?;
            }
        }
    }
    Ok(())
}

fn summary(stage: &mut Stage, at: usize) -> Result<(), String> {
    let parts = stage.library.record.discharge.clone();
    let Some(chart) = stage.charts.get(at) else { return Ok(()) };
    let client = chart.id.clone();
    let ended = chart.ends_on.unwrap_or(stage.today);
    let owed = stage.door.ask("discharge.list", json!({ "client": client }))?;
    let Some(stay) = rows(&owed["stays"]).into_iter().find(|stay| stay["summary"].is_null()) else { return Ok(()) };
    let begun = stage.door.op("discharge.start", json!({ "episode": stay["episode"] }))?;
    let begun = of_stay(&begun, &stay);
    let whole = stage.days_ago(ended) > 14;
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    let mut sections = Vec::new();
    for (key, bank) in [
        ("course", &parts.course),
        ("condition", &parts.condition),
        ("medications", &parts.medications),
        ("recommendations", &parts.recommendations),
    ] {
        if whole || key == "course" {
            sections.push(json!({ "key": key, "text": chart.writer.one_of(&format!("discharge {key}"), bank) }));
        }
    }
    let goals: Vec<Value> = rows(&begun["fields"]["goals"])
        .into_iter()
        .map(|goal| {
            let outcome = ["achieved", "partly", "partly", "not"][chart.dice.below(4)];
            json!({ "goal": goal["goal"], "outcome": outcome, "words": chart.dice.word(&parts.goal_words) })
        })
        .collect();
    let care: Vec<Value> = parts
        .care
        .iter()
        .map(|care| {
            json!({ "with": care.with, "what": care.what, "on": plus(ended, care.days), "time": care.time,
                    "handed_on": whole })
        })
        .collect();
    let fields = json!({ "sections": sections, "goals": goals, "care": care, "no_care": "" });
    let request = json!({ "id": begun["id"], "rev": begun["rev"], "fields": fields });
    let saved = stage.door.op("discharge.save", request)?;
    if whole {
        let saved = of_stay(&saved, &stay);
        let proof = stage.door.proof();
        stage.door.op("discharge.sign", json!({ "id": saved["id"], "rev": saved["rev"], "proof": proof }))?;
    }
    Ok(())
}

/// The summary of one stay among all of a client's.
fn of_stay(discharges: &Value, stay: &Value) -> Value {
    let stays = rows(&discharges["stays"]);
    stays
        .into_iter()
        .find(|one| one["episode"] == stay["episode"])
        .map(|mut one| one["summary"].take())
        .unwrap_or_default()
}
