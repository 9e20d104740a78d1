//! Counseling notes: one counselor keeps some, and has named a reader for one of them.

use serde_json::json;

use super::stage::Stage;

const KEEPS: &str = "marisol";
const READS: &str = "theodora";

/// What the counselor keeps to herself after a session.
pub fn keep(stage: &mut Stage, login: &str, at: usize) -> Result<(), String> {
    let kept = stage.hunches;
    let Some(hunch) = stage.library.record.counseling.get(kept).cloned() else { return Ok(()) };
    let Some(chart) = stage.charts.get(at).filter(|_| login == KEEPS) else { return Ok(()) };
    stage.hunches += 1;
    let client = chart.id.clone();
    let note = stage.door.op("counseling_note.start", json!({ "client": client }))?;
    let request = json!({ "id": note["id"], "rev": note["rev"], "title": hunch.title, "body": hunch.body });
    let saved = stage.door.op("counseling_note.save", request)?;
    if kept == 1 {
        let reader = json!({ "id": note["id"], "rev": saved["rev"], "staff": stage.worker(READS) });
        stage.door.op("counseling_note.name", reader)?;
    }
    Ok(())
}
