//! Assessments of new clients. Most are signed in the first days, one here and there is still a draft.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::groups;
use super::packets;
use super::record::Record;
use super::stage::{Chart, Stage};

/// Assesses a client who has just come.
pub fn of_client(stage: &mut Stage, at: usize, on: NaiveDate) -> Result<(), String> {
    let record = stage.library.record.clone();
    // Who is new this week is still being written about.
    let whole = !packets::owes_assessment(at);
    let Some(chart) = stage.charts.get_mut(at) else { return Ok(()) };
    let fields = fields(chart, &record, at, on, whole);
    let begun = stage.door.op("assessment.start", json!({ "client": chart.id }))?;
    let request = json!({ "id": begun["id"], "rev": begun["rev"], "fields": fields });
    let saved = stage.door.op("assessment.save", request)?;
    if whole {
        let proof = stage.door.proof();
        stage.door.op("assessment.sign", json!({ "id": saved["id"], "rev": saved["rev"], "proof": proof }))?;
    }
    Ok(())
}

fn fields(chart: &mut Chart, record: &Record, at: usize, on: NaiveDate, whole: bool) -> Value {
    let theme = chart.cast.theme.clone();
    let most = if whole { usize::MAX } else { 4 };
    let sections: Vec<Value> = record
        .sections
        .iter()
        .filter_map(|(key, texts)| Some((key, texts.get(&theme).or_else(|| texts.get("any"))?)))
        .take(most)
        .map(|(key, bank)| json!({ "key": key, "text": chart.writer.one_of(&format!("assessment {key}"), bank) }))
        .collect();
    let edition = if at % 6 == 5 { "3" } else { "4" };
    let given = match (edition, groups::level(&chart.cast)) {
        ("3", "1.0" | "1.5") => "1",
        (_, level) => level,
    };
    let differing = record.differences.get(at / 7 % record.differences.len().max(1));
    let differing = differing.filter(|differing| at % 7 == 4 && given == "2.1" && !differing.words.is_empty());
    json!({
        "edition": edition, "assessed_on": on, "sections": sections,
        "ratings": if whole { ratings(chart, record, edition) } else { Vec::new() },
        "indicated": differing.map_or(given, |it| &it.indicated),
        "given": given,
        "difference": differing.map_or("", |it| &it.difference),
        "difference_words": differing.map_or("", |it| &it.words),
        "problems": record.problems.get(&theme),
    })
}

fn ratings(chart: &mut Chart, record: &Record, edition: &str) -> Vec<Value> {
    let banks = record.dimensions.get(edition).cloned().unwrap_or_default();
    (1i64..)
        .zip(banks)
        .map(|(number, bank)| {
            // The lighter words come first.
            let risk = [0usize, 0, 1, 1, 2, 1][chart.dice.below(6)];
            let words = bank.get(risk.min(1)).or_else(|| bank.first());
            let mut rating = json!({ "number": number, "words": words });
            if edition == "3" || number < 6 {
                rating["risk"] = risk.into();
            }
            rating
        })
        .collect()
}
