//! Drug tests: ordered the day before, collected in the morning, read, confirmed where it matters, reviewed, interpreted.
//!
//! Most are as expected. Of the last weeks every class is there once at least, so that each has something to show.

use std::collections::VecDeque;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::door::{rows, text};
use super::stage::{Stage, collection_from, is_workday, plus};

/// How a test ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Expected,
    Unexpected,
    Dilute,
    DilutionNotDetermined,
    Refused,
    Unable,
    Excused,
    Missed,
    InvalidLine,
    Presumptive,
    ConfirmedWaiting,
    CollectedOnly,
}

/// A test on its way.
#[derive(Clone, Debug)]
pub struct Test {
    id: String,
    rev: i64,
    chart: usize,
    on: NaiveDate,
    fate: Fate,
    stage: Stand,
    taken_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    Ordered,
    Read,
    Confirmed,
    Reviewed,
    Over,
}

/// The tests under way, and the ends that must be seen.
pub struct Fates {
    tests: Vec<Test>,
    special: VecDeque<Fate>,
    waiting: VecDeque<Fate>,
    panels: Vec<Value>,
    turn: usize,
}

impl Fates {
    pub fn new() -> Self {
        use Fate::*;
        Self {
            tests: Vec::new(),
            special: [
                Unexpected,
                Dilute,
                Missed,
                Excused,
                DilutionNotDetermined,
                Refused,
                Unable,
                InvalidLine,
                Unexpected,
                Missed,
            ]
            .into(),
            waiting: [Presumptive, ConfirmedWaiting, CollectedOnly, Presumptive, Presumptive].into(),
            panels: Vec::new(),
            turn: 0,
        }
    }

    /// Whether a test takes its own course.
    pub fn knows(&self, id: &str) -> bool {
        self.tests.iter().any(|test| test.id == id)
    }

    fn next(&mut self, ago: i64) -> Fate {
        self.turn += 1;
        let end = match ago {
            ..=5 if self.turn.is_multiple_of(2) => self.waiting.pop_front(),
            6..=24 if self.turn.is_multiple_of(2) => self.special.pop_front(),
            _ => None,
        };
        end.unwrap_or(Fate::Expected)
    }
}

fn panel(stage: &Stage, chart: usize) -> &'static str {
    match stage.charts.get(chart).map(|chart| chart.cast.profession.as_str()) {
        Some("CRNA") => "hp_anesthesia",
        _ => "hp_core",
    }
}

/// The counselor orders what falls due on one of the next days.
pub fn order(stage: &mut Stage, chart: usize, on: NaiveDate) -> Result<(), String> {
    let Some(known) = stage.charts.get(chart) else { return Ok(()) };
    let soon = collection_from(plus(on, 1 + i64::try_from(chart % 9).unwrap_or(0)));
    let due = known.next_test.map_or(soon, |due| due.max(collection_from(plus(on, 1))));
    if known.cast.restricted || known.next_test.is_some_and(|due| due > plus(on, 4)) {
        return Ok(());
    }
    let first = known.next_test.is_none();
    let fate = stage.fates.next(stage.days_ago(due));
    let reason = match (first, chart % 5) {
        (true, _) => "baseline",
        (false, 0) => "scheduled",
        _ => "random",
    };
    let request = json!({
        "client": stage.charts.get(chart).map(|chart| chart.id.clone()), "reason": reason,
        "method": if fate == Fate::Dilute { "laboratory" } else { "on_site" }, "specimen": "urine",
        "panel": panel(stage, chart), "on": due,
    });
    let ordered = stage.door.op("drug_test.order", request)?;
    let test = Test {
        id: text(&ordered, "id"),
        rev: ordered["rev"].as_i64().unwrap_or(1),
        chart,
        on: due,
        fate,
        stage: Stand::Ordered,
        taken_on: None,
    };
    stage.fates.tests.push(test);
    if let Some(known) = stage.charts.get_mut(chart) {
        let gap = known.dice.between(8, 16);
        known.next_test = Some(collection_from(plus(due, gap)));
    }
    Ok(())
}

/// The collector's morning: one after another, each with the time on the cup.
pub fn collect(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    let due: Vec<usize> = (0..stage.fates.tests.len())
        .filter(|at| stage.fates.tests.get(*at).is_some_and(|test| test.on == on && test.stage == Stand::Ordered))
        .filter(|at| {
            let chart = stage.fates.tests.get(*at).and_then(|test| stage.charts.get(test.chart));
            chart.is_some_and(|chart| !chart.left)
        })
        .collect();
    if due.is_empty() {
        return Ok(());
    }
    stage.door.sit("winifred");
    if stage.fates.panels.is_empty() {
        stage.fates.panels = rows(&stage.door.ask("drug_test.panels", json!({}))?);
    }
    // From 6:35 on, so that the last cup is read before the step of 11:40.
    let pace = (280 / i64::try_from(due.len()).unwrap_or(1).max(1)).min(17);
    for (turn, at) in (0i64..).zip(due) {
        collect_one(stage, at, turn * pace)?;
    }
    Ok(())
}

fn collect_one(stage: &mut Stage, at: usize, after: i64) -> Result<(), String> {
    let Some(test) = stage.fates.tests.get(at).cloned() else { return Ok(()) };
    let without = match test.fate {
        Fate::Excused => return Ok(()),
        Fate::Missed => Some(("missed", "Did not come by the end of collection; a call was answered at noon.")),
        Fate::Refused => Some(("refused", "Said that the bladder was just emptied and did not want to wait.")),
        Fate::Unable => {
            Some(("unable", "Three hours and 40 ounces of water; no specimen. A medical evaluation is asked for."))
        }
        _ => None,
    };
    if let Some((outcome, reason)) = without {
        let request = json!({ "id": test.id, "rev": test.rev, "outcome": outcome, "reason": reason });
        stage.door.op("drug_test.not_collected", request)?;
        return moved(stage, at, None, Stand::Over);
    }
    let answer = stage.door.op("drug_test.collect", collection(stage, &test, after))?;
    if test.fate == Fate::CollectedOnly {
        return moved(stage, at, Some(&answer), Stand::Over);
    }
    let readings = readings(stage, &test);
    let screened =
        stage.door.op("drug_test.screen", json!({ "id": test.id, "rev": answer["rev"], "readings": readings }))?;
    moved(stage, at, Some(&screened), if test.fate == Fate::Presumptive { Stand::Over } else { Stand::Read })
}

fn collection(stage: &Stage, test: &Test, after: i64) -> Value {
    let mut dice = super::dice::Dice::new(stage.seed, &format!("cup {} {after}", test.on));
    let minutes = 6 * 60 + 35 + after + dice.between(0, 7);
    let mut measures = json!({
        "temperature_tenths_f": dice.between(918, 976), "temperature_minutes": dice.between(1, 3),
        "volume_ml": dice.between(45, 90), "creatinine_tenths": dice.between(420, 2_100),
        "gravity_ten_thousandths": dice.between(10_060, 10_240), "ph_tenths": dice.between(52, 74),
    });
    match test.fate {
        Fate::Dilute => {
            measures["creatinine_tenths"] = 118.into();
            measures["gravity_ten_thousandths"] = 10_019.into();
        }
        Fate::DilutionNotDetermined => {
            measures["creatinine_tenths"] = 154.into();
            if let Some(map) = measures.as_object_mut() {
                map.remove("gravity_ten_thousandths");
            }
        }
        _ => {}
    }
    let noted = if test.fate == Fate::Presumptive { "Mouthwash at 6:50 AM, by own account" } else { "" };
    json!({ "id": test.id, "rev": test.rev, "collection": {
        "on": test.on, "time": format!("{:02}:{:02}", minutes / 60, minutes % 60), "observed": false,
        "seal": format!("{}", dice.between(400_000, 899_999)), "lot": "4471-B", "noted": noted, "measures": measures } })
}

/// Every substance that a cup shows; what the medications explain is detected.
fn readings(stage: &Stage, test: &Test) -> Vec<Value> {
    let key = panel(stage, test.chart);
    let panel = stage.fates.panels.iter().find(|panel| panel["key"] == key);
    let shows = stage.charts.get(test.chart).map(|chart| chart.shows.clone()).unwrap_or_default();
    let found = found(stage, test);
    let on_site = rows(panel.map_or(&Value::Null, |panel| &panel["analytes"]));
    on_site
        .iter()
        .filter(|analyte| analyte["cutoff"].is_string())
        .map(|analyte| {
            let key = text(analyte, "key");
            let result = match test.fate {
                Fate::InvalidLine if key == "thca" => "invalid",
                _ if shows.contains(&key) || found == Some(key.as_str()) => "detected",
                _ => "not_detected",
            };
            json!({ "analyte": key, "result": result })
        })
        .collect()
}

/// What a test finds that no medication explains.
fn found(stage: &Stage, test: &Test) -> Option<&'static str> {
    if !matches!(test.fate, Fate::Unexpected | Fate::Presumptive | Fate::ConfirmedWaiting) {
        return None;
    }
    Some(match stage.charts.get(test.chart).map(|chart| chart.cast.theme.as_str()) {
        Some("opioid") => "fent",
        Some("stimulant") => "amp",
        Some("sedative") => "benzo",
        _ => "etg",
    })
}

/// The counselor's part: what the laboratory says, what it means, and what was moved for a shift.
pub fn interpret(stage: &mut Stage, login: &str, on: NaiveDate) -> Result<(), String> {
    for at in 0..stage.fates.tests.len() {
        let Some(test) = stage.fates.tests.get(at).cloned() else { continue };
        let own = stage.charts.get(test.chart).is_some_and(|chart| chart.cast.counselor == login && !chart.left);
        if own && test.on <= on {
            one(stage, at, &test, on)?;
        }
    }
    Ok(())
}

fn one(stage: &mut Stage, at: usize, test: &Test, on: NaiveDate) -> Result<(), String> {
    let since = test.taken_on.map_or(0, |taken| (on - taken).num_days());
    match (test.stage, test.fate) {
        (Stand::Ordered, Fate::Excused) => {
            let request = json!({ "id": test.id, "rev": test.rev, "outcome": "excused",
                "reason": "Shift moved by the employer; the letter is in the chart. A new date is set." });
            stage.door.op("drug_test.not_collected", request)?;
            moved(stage, at, None, Stand::Over)
        }
        (Stand::Read, Fate::Expected | Fate::DilutionNotDetermined | Fate::InvalidLine) => call(stage, at, test),
        (Stand::Read, Fate::Dilute | Fate::Unexpected | Fate::ConfirmedWaiting) if since >= 2 => {
            let found = found(stage, test)
                .map(|analyte| json!({ "analyte": analyte, "result": "detected", "quantity_tenths": 8_420 }));
            let result = if test.fate == Fate::Dilute { "negative_dilute" } else { "positive" };
            let request = json!({ "id": test.id, "rev": test.rev, "result": result, "words": "",
                "readings": found.into_iter().collect::<Vec<_>>() });
            let answer = stage.door.op("drug_test.laboratory", request)?;
            let stand = if test.fate == Fate::ConfirmedWaiting { Stand::Over } else { Stand::Confirmed };
            moved(stage, at, Some(&answer), stand)
        }
        (Stand::Confirmed, Fate::Dilute) | (Stand::Reviewed, _) => call(stage, at, test),
        _ => Ok(()),
    }
}

fn call(stage: &mut Stage, at: usize, test: &Test) -> Result<(), String> {
    let (word, words) = match test.fate {
        Fate::Unexpected => (
            "unexpected",
            "Confirmed and reviewed. Talked through the same day; the client named a lapse and the plan for the first hour was used. The plan is looked at again this week.",
        ),
        Fate::Dilute => (
            "inconclusive",
            "Dilute. The client drank a lot of water after a run of shifts; collected again in the morning, first void.",
        ),
        Fate::DilutionNotDetermined => (
            "inconclusive",
            "Creatinine below 20 without a specific gravity; dilution is not determined. Collected again.",
        ),
        Fate::InvalidLine => {
            ("inconclusive", "One line of the cup could not be read. A new cup at the next collection.")
        }
        _ => ("expected", "As expected with the medications on the list."),
    };
    let request = json!({ "id": test.id, "rev": test.rev, "interpretation": word, "words": words });
    let answer = stage.door.op("drug_test.interpret", request)?;
    moved(stage, at, Some(&answer), Stand::Over)
}

/// The medical reviewer's hour.
pub fn review(stage: &mut Stage) -> Result<(), String> {
    for at in 0..stage.fates.tests.len() {
        let Some(test) = stage.fates.tests.get(at).cloned() else { continue };
        if test.stage != Stand::Confirmed || test.fate != Fate::Unexpected {
            continue;
        }
        let request =
            json!({ "id": test.id, "rev": test.rev, "result": "positive", "words": "No prescription explains it." });
        let answer = stage.as_op("hyunwoo", "drug_test.review", request)?;
        moved(stage, at, Some(&answer), Stand::Reviewed)?;
    }
    Ok(())
}

fn moved(stage: &mut Stage, at: usize, answer: Option<&Value>, stand: Stand) -> Result<(), String> {
    let on = stage.zone.date(practice::kernel::time::Moment(stage.door.now()));
    let test = stage.fates.tests.get_mut(at).ok_or("a test went missing")?;
    if test.taken_on.is_none() && is_workday(on) {
        test.taken_on = Some(on);
    }
    test.stage = stand;
    if let Some(rev) = answer.and_then(|answer| answer["rev"].as_i64()) {
        test.rev = rev;
    }
    Ok(())
}
