//! The papers of an admission: most are there, one or another is still missing, as in any week.

use serde_json::json;

use super::stage::Stage;

/// The shipped items that somebody marks, by their place in the packet.
const MARKED: [usize; 5] = [NOTICE, RULES, TESTING, FEE, MEDICATIONS];
const NOTICE: usize = 2;
const RULES: usize = 4;
const TESTING: usize = 5;
const FEE: usize = 6;
const MEDICATIONS: usize = 7;
const ASSESSMENT: usize = 9;

/// Marks the papers of a client who was just admitted.
pub fn of_client(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(chart) = stage.charts.get(at) else { return Ok(()) };
    let client = chart.id.clone();
    for place in MARKED {
        if missing(at) != Some(place) {
            let done = json!({ "client": client, "item": item(place), "state": "done" });
            stage.as_op("jolene", "intake.mark", done)?;
        }
    }
    Ok(())
}

/// Whether the assessment is still being written.
pub const fn owes_assessment(at: usize) -> bool {
    matches!(missing(at), Some(ASSESSMENT))
}

/// The one paper that this client still owes, if any.
const fn missing(at: usize) -> Option<usize> {
    match at % 8 {
        3 => Some(TESTING),
        5 => Some(MEDICATIONS),
        6 => Some(ASSESSMENT),
        _ => None,
    }
}

/// The ids that the schema ships.
fn item(place: usize) -> String {
    format!("01900000-0000-7000-8000-{place:012}")
}
