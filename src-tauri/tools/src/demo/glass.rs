//! The last touches: two openings of the glass, one of them not looked at yet, and a form somebody left half filled.

use serde_json::json;

use super::stage::Stage;

/// Leaves the practice as a director finds it in the morning.
pub fn finish(stage: &mut Stage) -> Result<(), String> {
    stage.door.go_to(stage.now - 40 * 60_000);
    let outside = |cohort: &str| {
        let of = stage.charts.iter().filter(|chart| chart.cast.cohort == cohort && chart.is_in && !chart.left);
        of.filter(|chart| !chart.cast.restricted).map(|chart| chart.number).next()
    };
    let reasons = [
        (
            "ruaridh",
            outside("evening_b"),
            "Found unwell at the front door; allergies and emergency contact needed at once.",
        ),
        ("ansel", outside("aftercare"), "A call from an emergency department about this client; medications needed."),
    ];
    for (turn, (login, number, reason)) in reasons.into_iter().enumerate() {
        let Some(number) = number else { continue };
        stage.door.sit(login);
        let request = json!({ "number": number, "reason": reason, "proof": stage.door.proof() });
        let broken = stage.door.op("client.break_glass", request)?;
        stage.door.op("client.open", json!({ "id": broken["client"] }))?;
        if turn == 0 {
            seen(stage)?;
        }
    }
    Ok(())
}

fn seen(stage: &mut Stage) -> Result<(), String> {
    stage.door.sit("perpetua");
    for row in super::door::rows(&stage.door.ask("break_glass.list", json!({}))?) {
        if row["seen_by"].is_null() {
            stage.door.op("break_glass.seen", json!({ "id": row["id"], "rev": row["rev"] }))?;
        }
    }
    Ok(())
}
