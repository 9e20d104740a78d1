//! Random tests of the last four weeks: a program with tiers, a draw for every day, calls to the line, specimens, what follows,
//! and signed days.
//!
//! Who is drawn follows from the draws themselves. In their order the drawn tests take their turn at what must be seen once: a
//! dilute specimen with its observed recollection, a test nobody came for, a confirmed unexpected one, a low alcohol marker.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::dice::Dice;
use super::door::{rows, text};
use super::stage::{Stage, plus};

/// Days before the last one on which the program begins.
const DAYS: i64 = 28;

/// How many people are put into the program.
const PEOPLE: usize = 12;

/// A test that waits for the laboratory: id, revision, what was found, and with which amount.
type Sent = (Value, Value, &'static str, i64);

/// The program while the demo walks.
#[derive(Default)]
pub struct Random {
    program: Option<Value>,
    sent: Vec<Sent>,
    /// Tests that show what was expected: id and revision.
    plain: Vec<(Value, Value)>,
    turn: usize,
}

fn begins(stage: &Stage) -> NaiveDate {
    plus(stage.today, -DAYS).max(plus(stage.start, 1))
}

/// The director sets the program up, and at the end of each day signs it and sets the draw of the next.
pub fn evening(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    if on < begins(stage) {
        return Ok(());
    }
    stage.door.sit("theodora");
    if stage.random.program.is_none() {
        open(stage)?;
    } else {
        sign(stage, on)?;
    }
    set(stage, plus(on, 1))
}

fn open(stage: &mut Stage) -> Result<(), String> {
    let tier = |name: &str, year: i64, share: i64, step: Option<i64>| {
        let mut tier = json!({ "name": name, "per_year": year, "analyzed_percent": share });
        if let Some(to) = step {
            tier["step_after_days"] = 180.into();
            tier["step_to"] = to.into();
        }
        tier
    };
    let fields = json!({
        "name": "Evening random", "weekdays": "1111111", "closed": [], "notice_time": "06:00", "closes": "14:00",
        "method": "on_site", "specimen": "urine", "panel": "hp_core", "floor_millionths": 10_000, "line_says": "colors",
        "active": true,
        "tiers": [tier("Weekly", 52, 100, Some(1)), tier("Twice a month", 24, 75, Some(2)), tier("Monthly", 12, 50, None)],
    });
    let program = stage.door.op("testing.add_program", json!({ "fields": fields }))?["id"].take();
    let programs = rows(&stage.door.ask("testing.programs", json!({}))?);
    let found = programs.into_iter().find(|one| one["id"] == program).ok_or("the program is not there")?;
    let tiers: Vec<Value> = rows(&found["tiers"]).into_iter().map(|tier| tier["id"].clone()).collect();
    let there = stage.charts.iter().filter(|chart| chart.is_in && !chart.left && !chart.cast.restricted);
    let clients: Vec<String> = there.map(|chart| chart.id.clone()).take(PEOPLE).collect();
    for (place, client) in clients.iter().enumerate() {
        let tier = tiers.get([0, 0, 1, 0, 1, 2][place % 6]).cloned().unwrap_or_default();
        stage.door.op("testing.enroll", json!({ "client": client, "program": program, "tier": tier }))?;
    }
    stage.random.program = Some(program);
    Ok(())
}

/// Commits to the draw of a day and freezes its pool. One day was set twice, and says so.
fn set(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    let Some(program) = stage.random.program.clone() else { return Ok(()) };
    let commit = json!({ "program": program, "on": on });
    let mut draw = stage.door.op("draw.commit", commit.clone())?;
    if stage.days_ago(on) == 9 {
        let reason = "The holiday list was not up to date; set again the same evening.";
        stage.door.op("draw.discard", json!({ "id": draw["id"], "rev": draw["rev"], "reason": reason }))?;
        draw = stage.door.op("draw.commit", commit)?;
    }
    stage.door.op("draw.run", json!({ "id": draw["id"], "rev": draw["rev"] }))?;
    Ok(())
}

/// The line of today, as the person at it sees it.
fn line(stage: &mut Stage, on: NaiveDate) -> Result<Option<Value>, String> {
    let day = stage.door.ask("check_in.day", json!({ "on": on }))?;
    Ok(rows(&day["lines"]).into_iter().next())
}

/// The front desk opens the line and writes the calls down. A few people do not call.
pub fn morning(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    if on <= begins(stage) {
        return Ok(());
    }
    stage.door.sit("jolene");
    let Some(found) = line(stage, on)? else { return Ok(()) };
    stage.door.op("draw.notice", json!({ "id": found["draw"] }))?;
    let people = rows(&line(stage, on)?.unwrap_or_default()["people"]);
    for person in people {
        let mut dice = Dice::new(stage.seed, &format!("call {on} {}", text(&person, "line_code")));
        if dice.between(1, 100) <= 4 {
            continue;
        }
        let means = ["phone", "phone", "text", "in_person"][usize::try_from(dice.between(0, 3)).unwrap_or_default()];
        let call = json!({ "draw": found["draw"], "client": person["client"], "means": means,
                           "time": format!("{:02}:{:02}", 6, dice.between(2, 18)) });
        stage.door.op("check_in.record", call)?;
    }
    Ok(())
}

/// The collector takes what was drawn and is still due.
pub fn collect(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    if on <= begins(stage) {
        return Ok(());
    }
    stage.door.sit("winifred");
    let due = rows(&stage.door.ask("drug_test.day", json!({ "on": on }))?["rows"]);
    let drawn = due
        .into_iter()
        .filter(|row| row["class"] == "ordered" && ["random", "follow_up"].contains(&text(row, "reason").as_str()));
    for row in drawn.collect::<Vec<_>>() {
        if stage.fates.knows(&text(&row, "id")) {
            continue;
        }
        if row["reason"] == "follow_up" {
            take(stage, &row, (Some("winifred"), None, false))?;
            continue;
        }
        stage.random.turn += 1;
        match stage.random.turn {
            2 => take(stage, &row, (None, None, true))?,
            4 => {
                let reason = "Did not come by the deadline; nobody answered the call at two.";
                let request = json!({ "id": row["id"], "rev": row["rev"], "outcome": "missed", "reason": reason });
                stage.door.op("drug_test.not_collected", request)?;
            }
            5 => take(stage, &row, (None, Some(("amp", 8_420)), false))?,
            7 => take(stage, &row, (None, Some(("etg", 3_100)), false))?,
            _ => take(stage, &row, (None, None, false))?,
        }
    }
    Ok(())
}

/// How a cup comes out: observed by whom, what it shows and with which amount, whether it is dilute.
type Cup = (Option<&'static str>, Option<(&'static str, i64)>, bool);

fn take(stage: &mut Stage, row: &Value, (observer, found, dilute): Cup) -> Result<(), String> {
    let mut dice = Dice::new(stage.seed, &format!("drawn {}", text(row, "number")));
    let (creatinine, gravity) =
        if dilute { (121, 10_021) } else { (dice.between(500, 1_900), dice.between(10_070, 10_230)) };
    let mut collection = json!({
        "seal": format!("{}", dice.between(400_000, 899_999)), "lot": "4502-A",
        "measures": { "temperature_tenths_f": dice.between(925, 970), "temperature_minutes": 2, "volume_ml": 60,
                      "creatinine_tenths": creatinine, "gravity_ten_thousandths": gravity, "ph_tenths": 62 },
    });
    if let Some(observer) = observer {
        collection["observed"] = true.into();
        collection["observer"] = stage.worker(observer).into();
    }
    let request = json!({ "id": row["id"], "rev": row["rev"], "collection": collection });
    let taken = stage.door.op("drug_test.collect", request)?;
    let shows =
        stage.chart_of(&text(row, "client")).and_then(|at| stage.charts.get(at)).map(|chart| chart.shows.clone());
    let shows = shows.unwrap_or_default();
    let on_site = rows(&taken["lines"]).into_iter().filter(|line| line["on_site"] == true);
    let readings: Vec<Value> = on_site
        .map(|line| {
            let key = text(&line, "analyte");
            let detected = shows.contains(&key) || found.is_some_and(|(found, _)| found == key);
            json!({ "analyte": key, "result": if detected { "detected" } else { "not_detected" } })
        })
        .collect();
    let screened =
        stage.door.op("drug_test.screen", json!({ "id": row["id"], "rev": taken["rev"], "readings": readings }))?;
    let this = (screened["id"].clone(), screened["rev"].clone());
    match found {
        Some((key, amount)) => stage.random.sent.push((this.0, this.1, key, amount)),
        None if !dilute => stage.random.plain.push(this),
        None => {}
    }
    Ok(())
}

/// The front desk closes the line; the director enters what the laboratory sent and answers some of what follows.
pub fn afternoon(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    if on <= begins(stage) {
        return Ok(());
    }
    stage.door.sit("jolene");
    if let Some(found) = line(stage, on)? {
        stage.door.op("check_in.close", json!({ "draw": found["draw"] }))?;
    }
    stage.door.sit("theodora");
    for (id, rev, key, amount) in std::mem::take(&mut stage.random.sent) {
        let readings = json!([{ "analyte": key, "result": "detected", "quantity_tenths": amount }]);
        let request = json!({ "id": id, "rev": rev, "result": "positive", "words": "", "readings": readings });
        stage.door.op("drug_test.laboratory", request)?;
    }
    if stage.days_ago(on) > 2 {
        for (id, rev) in std::mem::take(&mut stage.random.plain) {
            let words = "As expected with the medications on the list.";
            let request = json!({ "id": id, "rev": rev, "interpretation": "expected", "words": words });
            stage.door.op("drug_test.interpret", request)?;
        }
    }
    follow(stage, on)
}

/// A dilute specimen is collected again at once; what is older than four days was answered; the rest is left open.
fn follow(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    let due = rows(&stage.door.ask("day.mine", json!({}))?["follow_ups"]);
    for one in due {
        if one["step"] == "recollect_observed" && one["test"].is_string() {
            let request = json!({ "follow_up": one["id"], "rev": one["rev"], "on": plus(on, 1) });
            stage.door.op("drug_test.recollect", request)?;
        } else if one["step"] == "notify" {
            if stage.days_ago(on) > 4 && one["blocked"] != true {
                super::outside::tell(stage, &one)?;
            }
        } else if stage.days_ago(on) > 4 {
            let words = if one["step"] == "contact" {
                "Talked on the phone; the call was forgotten between two shifts. An alarm is set."
            } else {
                "Done and written into the chart."
            };
            let request = json!({ "id": one["id"], "rev": one["rev"], "state": "done", "answer": words });
            stage.door.op("follow_up.answer", request)?;
        }
    }
    Ok(())
}

fn sign(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    let report = stage.door.ask("draw.report", json!({ "on": on }))?;
    if report["may_sign"] == true {
        let edition = rows(&report["editions"]).len() + 1;
        let proof = stage.door.proof();
        stage.door.op("draw.sign_day", json!({ "on": on, "edition": edition, "proof": proof }))?;
    }
    Ok(())
}
