//! When clients work, and what their groups work through: so that hours, clashes and topics look like a week of a real clinic.
//! Half of those whose shift is known have a pattern on file; the others were never asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::stage::{Stage, plus};

/// One letter a day over two weeks from a Monday on: D day, N night, C call, O off. The long day, the night and the call
/// begin on the workplace's wall and last so many minutes.
struct Rota {
    cycle: &'static str,
    day: (&'static str, i64),
    night: (&'static str, i64),
    call: (&'static str, i64),
    travel: i64,
}

/// Nurses' twelve hours, clinic days, nights in a row, and a physician's weekend and night of call.
fn rota(shift: &str) -> Option<Rota> {
    let twelve = Rota { cycle: "", day: ("07:00", 720), night: ("19:00", 720), call: ("17:00", 840), travel: 30 };
    match shift {
        "days" => Some(Rota { cycle: "DDDDDOODDDDDOO", day: ("07:00", 540), travel: 25, ..twelve }),
        "rotating" => Some(Rota { cycle: "DDOOODDNNOOOOO", ..twelve }),
        "nights" => Some(Rota { cycle: "NONONOOOONNNOO", ..twelve }),
        "call" => Some(Rota { cycle: "OOOCOOOOOOOOCO", day: ("08:00", 480), travel: 20, ..twelve }),
        _ => None,
    }
}

/// Writes the pattern of a client who was just admitted down; every other one.
pub fn of_client(stage: &mut Stage, at: usize) -> Result<(), String> {
    let Some(chart) = stage.charts.get(at) else { return Ok(()) };
    let Some(rota) = rota(&chart.cast.shift).filter(|_| at.is_multiple_of(2)) else { return Ok(()) };
    let (client, from_on) = (chart.id.clone(), chart.admitted_on);
    let fields = fields(&rota, from_on, monday(stage.start));
    stage.as_op("theodora", "work_pattern.set", json!({ "client": client, "fields": fields }))?;
    Ok(())
}

fn monday(on: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    plus(on, -i64::from(on.weekday().num_days_from_monday()))
}

fn fields(rota: &Rota, from_on: NaiveDate, anchor_on: NaiveDate) -> Value {
    let shift = |(starts, minutes): (&str, i64)| json!({ "starts": starts, "minutes": minutes });
    json!({
        "from_on": from_on, "time_zone": super::stage::ZONE, "cycle": rota.cycle, "anchor_on": anchor_on,
        "day": shift(rota.day), "night": shift(rota.night), "call": shift(rota.call), "travel_minutes": rota.travel,
        "blocked": [],
    })
}

/// The shipped curriculum that a kind of group works through.
fn shipped(kind: &str) -> Option<&'static str> {
    match kind {
        "skills" => Some("coping-skills"),
        "refusal" => Some("refusal-training"),
        "education" => Some("psychoeducation"),
        "relapse" => Some("relapse-prevention"),
        "professional" => Some("professional-issues"),
        _ => None,
    }
}

/// Lets a group follow the practice's own copy of its curriculum; the first group of a kind takes it over.
pub fn of_group(
    stage: &mut Stage,
    (group, kind): (&str, &str),
    adopted: &mut BTreeMap<&'static str, Value>,
) -> Result<(), String> {
    let Some(key) = shipped(kind) else { return Ok(()) };
    if !adopted.contains_key(key) {
        let made = stage.as_op("theodora", "curriculum.adopt", json!({ "shipped": key }))?;
        adopted.insert(key, made["id"].clone());
    }
    stage.as_op("theodora", "group.follow", json!({ "id": group, "rev": 1, "curriculum": adopted.get(key) }))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rota_is_two_weeks_and_a_week_has_days_off() {
        for shift in ["days", "rotating", "nights", "call"] {
            let cycle = rota(shift).map(|rota| rota.cycle).unwrap_or_default();
            assert_eq!(cycle.len(), 14, "{shift}");
            assert!(cycle.chars().all(|letter| "DNCO".contains(letter)), "{shift}");
            assert!(cycle.chars().filter(|letter| *letter == 'O').count() >= 4, "{shift}");
        }
    }
}
