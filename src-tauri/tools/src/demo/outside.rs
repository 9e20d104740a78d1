//! What clients agreed with a monitoring program or a board, and what was told to them: some reports are near, some notices are
//! blocked.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::stage::{Stage, plus};

/// Agreements of a client of the counselor who is signed in: every second with the monitoring program of the profession,
/// every sixth with a board too, which no consent covers.
pub fn agreed(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(chart) = stage.charts.get(at) else { return Ok(()) };
    let Some(profession) = stage.cast.clients.professions.get(&chart.cast.profession) else { return Ok(()) };
    let (client, from) = (chart.id.clone(), plus(chart.admitted_on, -45));
    let (program, board) = (profession.program.clone(), profession.board.clone());
    let ahead = i64::try_from(at % 20).unwrap_or_default() - 6;
    let due: NaiveDate = plus(stage.today, ahead).max(from);
    if !program.is_empty() && at.is_multiple_of(2) {
        let fields = json!({
            "kind": "monitoring_program", "party": program, "reference": format!("M-{}", 2_000 + at), "from": from,
            "tests_per_year": ([36, 24, 52][at % 3]), "panel": "hp_core", "notice_hours": 24, "report_months": 3,
            "report_first_on": due,
            "terms": "One pharmacy and one prescriber. No access to controlled drugs for six months after the return to work.",
        });
        stage.door.op("agreement.add", json!({ "client": client, "fields": fields }))?;
    }
    if !board.is_empty() && at % 6 == 4 {
        let fields = json!({
            "kind": "board", "party": board, "reference": "", "from": from, "until": plus(from, 1_095), "panel": "",
            "notice_hours": 72, "report_months": 3, "report_first_on": plus(due, 3), "terms": "No nights and no float for the first year.",
        });
        stage.door.op("agreement.add", json!({ "client": client, "fields": fields }))?;
    }
    Ok(())
}

/// A notice that a consent covers is given through the recipient's own pages, and recorded.
pub fn tell(stage: &mut Stage, notice: &Value) -> Result<(), String> {
    let of = json!({ "client": notice["client"], "follow_up": notice["id"] });
    let told = "The event and the date, and that the program follows it up.";
    stage.door.op("disclosure.record", json!({ "of": of, "how": "portal", "told": told }))?;
    Ok(())
}
