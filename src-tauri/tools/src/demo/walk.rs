//! The walk through the weeks, day by day and hour by hour: who sits down when, and what they do then.

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::json;

use super::stage::{Stage, is_workday, plus};
use super::{admit, counsel, inquiries, lead, random, specimens};

/// The last days look lived in: what somebody left undone stays so.
pub const LEFT_UNDONE_DAYS: i64 = 6;

/// Something that somebody does at an hour.
enum Step {
    /// The front desk: the calendar, new clients, ended stays.
    Desk,
    /// The collector takes the specimens of the day.
    Collect,
    /// A leader records the groups of the hours before and writes their notes.
    Lead(&'static str),
    /// A counselor's sessions, tests and plans.
    Counsel(&'static str),
    /// Medical reviews of the week.
    Review,
    /// The front desk opens the check-in line and writes the calls down.
    Line,
    /// The collector takes what was drawn.
    Drawn,
    /// The line is closed, and what follows is looked at.
    Close,
    /// The director signs the day of random tests and sets the next draw.
    Draw,
    /// The director approves, looks, and has a backup made.
    Direct,
}

/// Who sees clients one by one.
pub const COUNSELORS: &[&str] = &["theodora", "marisol", "babafemi", "sunniva", "desmond", "noemie", "tallulah"];

/// The steps of a day, in the order of their hours.
fn steps(on: NaiveDate) -> Vec<(u32, Step)> {
    let weekday = on.weekday();
    let mut steps = vec![(8 * 60 + 40, Step::Desk), (12 * 60 + 32, Step::Lead("ruaridh"))];
    steps.extend([
        (6 * 60 + 20, Step::Line),
        (12 * 60 + 10, Step::Drawn),
        (14 * 60 + 5, Step::Close),
        (17 * 60 + 50, Step::Draw),
    ]);
    if is_workday(on) && weekday != Weekday::Wed {
        steps.push((11 * 60 + 40, Step::Collect));
    }
    for (turn, login) in (0u32..).zip(COUNSELORS) {
        if counsel::session_days(login).contains(&weekday.number_from_monday()) {
            steps.push((15 * 60 + 12 + turn * 13, Step::Counsel(login)));
        }
    }
    match weekday {
        Weekday::Thu => steps.push((16 * 60 + 50, Step::Review)),
        Weekday::Tue | Weekday::Fri => steps.push((17 * 60 + 5, Step::Direct)),
        Weekday::Sat => steps.push((12 * 60 + 58, Step::Lead("sunniva"))),
        _ => {}
    }
    steps.push((16 * 60 + 55, Step::Lead("ruaridh")));
    for (turn, login) in (0u32..).zip(["sunniva", "imani", "marisol", "ansel"]) {
        steps.push((20 * 60 + 54 + turn * 9, Step::Lead(login)));
    }
    steps.sort_by_key(|(minutes, _)| *minutes);
    steps
}

/// Walks from the day before the first week to the last instant.
pub fn walk(stage: &mut Stage) -> Result<(), String> {
    first_rosters(stage)?;
    let mut on = stage.start;
    while on <= stage.today {
        for (minutes, step) in steps(on) {
            let at = stage.moment(on, minutes);
            if at > stage.now {
                break;
            }
            stage.door.go_to(at);
            take(stage, on, &step)?;
        }
        on = plus(on, 1);
    }
    stage.door.rise();
    Ok(())
}

/// Who is in treatment when the first week begins was taken in before.
fn first_rosters(stage: &mut Stage) -> Result<(), String> {
    stage.door.go_to(stage.moment(plus(stage.start, -2), 9 * 60));
    for at in 0..stage.charts.len() {
        if stage.charts.get(at).is_some_and(|chart| chart.admitted_on < stage.start) {
            admit::admit(stage, at)?;
        }
    }
    stage.door.rise();
    Ok(())
}

fn take(stage: &mut Stage, on: NaiveDate, step: &Step) -> Result<(), String> {
    match step {
        Step::Desk => desk(stage, on)?,
        Step::Collect => specimens::collect(stage, on)?,
        Step::Lead(login) => lead::lead(stage, login, on)?,
        Step::Counsel(login) => counsel::counsel(stage, login, on)?,
        Step::Review => specimens::review(stage)?,
        Step::Direct => counsel::direct(stage, on)?,
        Step::Line => random::morning(stage, on)?,
        Step::Drawn => random::collect(stage, on)?,
        Step::Close => random::afternoon(stage, on)?,
        Step::Draw => random::evening(stage, on)?,
    }
    stage.door.rise();
    Ok(())
}

fn desk(stage: &mut Stage, on: NaiveDate) -> Result<(), String> {
    if on.weekday() == Weekday::Mon || on == stage.today {
        stage.as_op("jolene", "session.plan_ahead", json!({}))?;
    }
    for at in 0..stage.charts.len() {
        let Some(chart) = stage.charts.get(at) else { continue };
        let (comes, goes) = (!chart.is_in && chart.admitted_on == on, !chart.left && chart.ends_on == Some(on));
        if comes {
            admit::admit(stage, at)?;
        }
        if goes {
            admit::discharge(stage, at, on)?;
        }
    }
    inquiries::day(stage, on)
}
